"""Which lines of the page were not checked, and why: each with its words and its reason, those of one reason together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.counting import unprinted
from reports.faults import four_digits
from reports.summary import short_reason
from reports.text import clip, plural, sentence
from verify.verdicts import ClaimAudit, PaperAudit, Result

WHY = ((Result.OPEN, "not decided"), (Result.GIVEN, "taken as given"), (Result.PROSE, "words only"))
STATED, TRUSTED = "As the paper states it, without a derivation.", "Derived in the paper, taken on trust here."


@dataclass(frozen=True)
class Unchecked:
    """Lines that were not checked for one reason; `result` in plain words."""

    result: str
    reason: str
    claims: tuple[ClaimAudit, ...]


def not_checked(paper: PaperAudit) -> tuple[Unchecked, ...]:
    """Of the lines that the page prints: first what was not decided, then what was taken as given, then words."""
    groups: dict[tuple[str, str], list[ClaimAudit]] = {}
    for result, why in WHY:
        for claim in paper.claims:
            if claim.result is result and not unprinted(claim):
                groups.setdefault((why, why_unchecked(claim)), []).append(claim)
    return tuple(Unchecked(why, reason, tuple(claims)) for (why, reason), claims in groups.items())


def in_a_sentence(found: Iterable[Unchecked]) -> str:
    """`60 printed lines were not checked: 31 taken as given, 29 words only`; empty where there are none."""
    counts = {why: 0 for _, why in WHY}
    for each in found:
        counts[each.result] += len(each.claims)
    count = sum(counts.values())
    if not count:
        return ""
    told = ", ".join(f"{number} {why}" for why, number in counts.items() if number)
    return f"{plural(count, 'printed line')} {'was' if count == 1 else 'were'} not checked: {told}"


def why_unchecked(claim: ClaimAudit) -> str:
    """Why a line was not checked, whole, without the remark on it: the same wherever the line is told."""
    if claim.result is Result.GIVEN:
        source = claim.literal.evidence.source if claim.readings else None
        return sentence(clip(source)) if source else TRUSTED if claim.derived_on_page else STATED
    return sentence(four_digits(short_reason(claim)))
