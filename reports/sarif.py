"""audit.sarif: what is wrong or open, in the format of code scanners (SARIF 2.1.0).

A claim has a place in its paper, not in a file: it is told as a logical location, paper and label.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from reports.comments import both_labels, both_sides
from reports.faults import fault
from reports.findings import Finding, findings, named, reached
from reports.plain_formula import plain_text
from reports.summary import short_reason, with_result
from reports.text import anchor, clip, one_line, readable
from verify.verdicts import RESULT_MEANING, Audit, ClaimAudit, PaperAudit, Result

FILE_NAME = "audit.sarif"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULES = {Result.FAIL: "wrong", Result.OPEN: "open"}


def render(audit: Audit) -> str:
    """The log: one run, a result for each wrong claim and each open one."""
    rules = {name: RESULT_MEANING[result] for result, name in RULES.items()}
    driver = {"name": "referee", "version": audit.versions.get("referee", "0")}
    return log(driver, rules, [each for paper in audit.papers for each in _results(paper)])


def log(driver: dict[str, Any], rules: Mapping[str, str], results: list[dict[str, Any]]) -> str:
    """A whole log of one run, with the rules in words."""
    told = [{"id": name, "shortDescription": {"text": words}} for name, words in rules.items()]
    run = {"tool": {"driver": {**driver, "rules": told}}, "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _results(paper: PaperAudit) -> list[dict[str, Any]]:
    wrong = [
        _result(paper, claim, "error" if found.severity == "major" else "warning", _words(found, claim))
        for found in findings(paper)
        for claim in (found.claim, *found.others)
    ]
    unsettled = [
        _result(paper, claim, "note", readable(plain_text(short_reason(claim))))
        for claim in with_result(paper, Result.OPEN)
    ]
    return wrong + unsettled


def _words(found: Finding, claim: ClaimAudit) -> str:
    words = f"{named(claim)}: {plain_text(fault(claim))}."
    if claim is found.claim:
        (said, instead), (printed, right) = both_labels(found), both_sides(found)
        words += f" {said}: {printed.rstrip('.')}." + (f" {instead}: {right.rstrip('.')}." if right else "")
        words += f" It reaches {reached(found)}." if found.later else ""
    return words


def _result(paper: PaperAudit, claim: ClaimAudit, level: str, words: str) -> dict[str, Any]:
    name = f"{one_line(paper.id, 60)}/{one_line(claim.label, 60)}"
    place = {
        "name": one_line(claim.label, 60),
        "fullyQualifiedName": name,
        "kind": one_line(claim.where, 100) or "paper",
    }
    return {
        "ruleId": RULES[claim.result],
        "level": level,
        "message": {"text": clip(words, 2_000)},
        "locations": [{"logicalLocations": [place]}],
        "partialFingerprints": {"claim/v1": sha256(anchor(paper.id, claim.label).encode()).hexdigest()[:32]},
    }
