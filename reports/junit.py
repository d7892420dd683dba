"""junit.xml: the audit for a build server; one test suite a paper, one test case a claim.

Only PASS and PASS-IF are passed tests.  FAIL is a failure.  OPEN is an error: an
undecided claim is not a pass, and most build servers show skipped tests as green.
GIVEN and PROSE are skipped: there was nothing to decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from reports.faults import fault
from reports.plain_formula import plain_text
from reports.summary import decided_how, decisive, evidence_words, point_words, short_reason
from reports.text import clip, one_line
from verify.verdicts import RESULT_MEANING, Audit, ClaimAudit, PaperAudit, Result

FILE_NAME = "junit.xml"
_ELEMENT = {Result.FAIL: "failure", Result.OPEN: "error", Result.GIVEN: "skipped", Result.PROSE: "skipped"}


def render(audit: Audit) -> str:
    """The XML document, with the seconds of each claim where the audit tells them."""
    suites = ET.Element("testsuites", name="referee")
    for paper in audit.papers:
        _suite(suites, paper, audit.timings.get(paper.id, {}))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _suite(suites: ET.Element, paper: PaperAudit, seconds: Mapping[str, float]) -> None:
    tally = paper.tally()
    suite = ET.SubElement(
        suites,
        "testsuite",
        name=one_line(paper.id),
        tests=str(len(paper.claims)),
        failures=str(tally[Result.FAIL]),
        errors=str(tally[Result.OPEN]),
        skipped=str(tally[Result.GIVEN] + tally[Result.PROSE]),
    )
    known = [seconds[claim.label] for claim in paper.claims if claim.label in seconds]
    if known:
        suite.set("time", f"{sum(known):.3f}")
    for claim in paper.claims:
        _case(suite, claim, paper.id, seconds.get(claim.label))


def _case(suite: ET.Element, claim: ClaimAudit, paper_id: str, seconds: float | None) -> None:
    case = ET.SubElement(suite, "testcase", classname=one_line(paper_id), name=one_line(claim.label))
    if seconds is not None:
        case.set("time", f"{seconds:.3f}")
    properties = ET.SubElement(case, "properties")
    for name, value in (("result", claim.result.value), ("where", claim.where), ("kind", claim.kind)):
        ET.SubElement(properties, "property", name=name, value=one_line(value))
    if claim.result in _ELEMENT:
        outcome = ET.SubElement(case, _ELEMENT[claim.result], message=_message(claim))
        if claim.result in (Result.FAIL, Result.OPEN):
            outcome.set("type", claim.result.value)
            outcome.text = _in_full(claim)
    elif claim.result is Result.PASS_IF:
        ET.SubElement(case, "system-out").text = _in_full(claim)


def _message(claim: ClaimAudit) -> str:
    reason = short_reason(claim)
    if claim.result is Result.FAIL and claim.readings and not claim.dimension.startswith("mismatch"):
        return f"{plain_text(fault(claim))}: {reason}"
    return reason if reason and claim.result in (Result.FAIL, Result.OPEN) else RESULT_MEANING[claim.result]


def _in_full(claim: ClaimAudit) -> str:
    """The printed claim and every reading, as text."""
    lines = [f"{one_line(claim.where)}: {clip(claim.printed)}"]
    rests_on = decisive(claim)
    for reading in claim.readings:
        mark = "* " if reading is rests_on else "  "
        condition = f", if {one_line(reading.condition)}" if reading.condition else ""
        lines.append(
            f"{mark}{one_line(reading.name)}{condition}: {decided_how(reading)}. {clip(evidence_words(reading, claim))}"
        )
        if reading.evidence.counterexample:
            lines.append(f"    at {clip(point_words(reading.evidence.counterexample, claim))}")
    lines += [f"  holds if {one_line(inherited.condition)}" for inherited in claim.inherits]
    if claim.correction:
        lines.append(f"correction: {clip(claim.correction)}")
    return "\n".join(lines)
