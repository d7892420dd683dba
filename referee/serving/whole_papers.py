"""In the worker: the audit of a paper that is sent as data, told in short: what is wrong or open, each with its certificate.

A line is judged as in an audit, with what it takes over from the lines that it rests on; mutants and repairs are left to
`referee audit`.  What is at fault in one line leaves that line open; what is no paper is a problem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from referee.serving.told import Answer, certificate, listed, problem, short

if TYPE_CHECKING:
    from verify.encoding.paper import Paper
    from verify.verdicts import ClaimAudit

MOST_LINES = 200
"""Lines that one call decides, those that they rest on included."""
MOST_FINDINGS = 10
"""Findings in one answer, the gravest first."""


def audit(paper: str, labels: Sequence[str], start: int, seed: int) -> Answer:
    """Verdicts on the lines of a paper, or on some of them; `start` is the number of the first finding told."""
    from verify.claims import ClaimError
    from verify.exchange import document, json_text
    from verify.judging.dependence import with_premises
    from verify.judging.inheritance import inherit

    try:
        read = document.load(lambda: json_text.parse(paper), "paper")
    except ClaimError as error:
        return problem(str(error))
    unknown = next((label for label in labels if label not in read.claims), None)
    if unknown is not None:
        return problem(f"label {short(unknown)[:80]!r} is not in the paper; expected some of its labels")
    wanted = set(labels) or set(read.claims)
    needed = with_premises(wanted, {label: claim.premises for label, claim in read.claims.items()})
    if len(needed) > MOST_LINES:
        return problem(
            f"{len(needed)} lines to decide; expected at most {MOST_LINES} in one call (say which with `labels`)"
        )
    judged = inherit(_judged(read, label, seed) for label in read.claims if label in needed)
    return _told([judged[label] for label in read.claims if label in wanted], start)


def _judged(paper: Paper, label: str, seed: int) -> ClaimAudit:
    from verify.claims import ClaimError
    from verify.deciding.settings import Settings
    from verify.judging.judge import at_fault, judge_claim

    claim = paper.claims[label]
    try:
        return judge_claim(paper, claim, Settings(seed), alone=False)
    except ClaimError as error:
        return at_fault(claim, str(error))


def _told(lines: Iterable[ClaimAudit], start: int) -> Answer:
    from verify.verdicts import Result

    lines = list(lines)
    order = (Result.FAIL, Result.OPEN, Result.PASS_IF)
    counts = Counter(line.result for line in lines)
    decided = [result for result in (*order, Result.PASS) if counts[result]]
    findings = [line for result in order for line in lines if line.result is result]
    told = findings[start : start + MOST_FINDINGS]
    return {
        "result": str(decided[0] if decided else Result.OPEN),
        "counts": {str(result): counts[result] for result in Result if counts[result]},
        "not_compared_with_print": sum(line.transcription in ("not parsed", "none") for line in lines),
        "findings": [_finding(line) for line in told],
        "left_out": max(0, len(findings) - start - len(told)),
        "passed": listed([line.label for line in lines if line.result is Result.PASS]),
    }


def _finding(line: ClaimAudit) -> Answer:
    decisive = line.decisive
    domain = "every admissible value of its symbols"
    shown = certificate(line.printed, domain, decisive.outcome, decisive.grade, decisive.evidence)
    shown |= {"result": str(line.result), "conditions": listed(line.conditions)}
    found: Answer = {"label": short(line.label), "reading": short(decisive.name), "certificate": shown}
    if line.dimension == "mismatch":
        found["dimensions"] = short(line.dimension_detail or "the dimensions of its sides differ")
    if line.correction:
        found["correction"] = short(line.correction)
    return found
