"""Answers as data: a result, and the certificate on which it rests, each text cleaned and of bounded length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.text import clip
from verify.verdicts import Evidence, Grade, Outcome, Result, Verdict, result_of

LONGEST = 1_000
"""Characters of one text in an answer."""
MOST = 50
"""Items of one list in an answer."""
Answer = dict[str, Any]


def problem(words: str) -> Answer:
    """What is wrong with a question: it has no result."""
    return {"problem": short(words)}


def is_problem(answer: Answer) -> bool:
    return "problem" in answer


def short(words: str) -> str:
    return clip(" ".join(words.split()), LONGEST)


def listed(words: Sequence[str]) -> list[str]:
    """The first of them, and how many are left out."""
    left = len(words) - MOST
    return [short(one) for one in words[:MOST]] + ([f"({left} more)"] if left > 0 else [])


def certificate(
    relation: str, domain: str, outcome: Outcome, grade: Grade | None, evidence: Evidence, dimension: str = "none"
) -> Answer:
    """One decision: what was decided, for which values, what was found, how, and under which conditions."""
    told: Answer = {
        "relation": short(relation),
        "domain": short(domain),
        "result": str(result(outcome, grade, evidence, dimension)),
        "outcome": str(outcome),
        "grade": None if grade is None else str(grade),
        "method": short(evidence.method),
        "detail": short(evidence.detail),
        "conditions": listed(evidence.conditions),
    }
    if evidence.reason is not None:
        told["reason"] = str(evidence.reason)
    if evidence.residual:
        told["residual"] = short(evidence.residual)
    if evidence.counterexample is not None:
        found = evidence.counterexample
        told["counterexample"] = {
            "shape": str(found.shape),
            "point": {short(name): short(value) for name, value in found.point[:MOST]},
            "lhs": short(found.lhs),
            "rhs": short(found.rhs),
        }
    return told


def result(outcome: Outcome, grade: Grade | None, evidence: Evidence, dimension: str = "none") -> Result:
    """The word that an audit would print: what holds under conditions is PASS-IF."""
    condition = " and ".join(evidence.conditions) or None
    return result_of(
        (Verdict("as printed", outcome, grade, evidence, condition if outcome.holds else None),), dimension
    )


def together(certificates: Sequence[Answer], **more: Any) -> Answer:
    """The answer of several decisions: the worst of their results."""
    words = {one["result"] for one in certificates}
    worst = next(one for one in (Result.FAIL, Result.OPEN, Result.PASS_IF, Result.PASS) if str(one) in words)
    return {"result": str(worst), "certificates": list(certificates), **more}
