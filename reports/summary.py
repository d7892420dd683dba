"""What an audit amounts to: counts that never mix results or grades, and one sentence a claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reports.decimals import prints
from reports.text import one_line, plural, readable, sentence
from verify.verdicts import (
    NUMBERS_DIFFER,
    Audit,
    ClaimAudit,
    Counterexample,
    Grade,
    Ground,
    Outcome,
    PaperAudit,
    Result,
    Shape,
    Verdict,
)

LONGEST_REASON = 600
PRINTED_NUMBER = re.compile(r"\bprinted ([-−]?\d[\d.]*(?:e[+-]?\d+)?)(?![\w·]|\.\d)")
"""How evidence speaks of the number that a line prints."""
_FIRST_SENTENCE = re.compile(r"(?<=[^.\s]{3}\.)\s+(?=[A-Z])")


@dataclass(frozen=True)
class Summary:
    """The counts over some claims.

    `grades[result]` counts the grade of the reading that each claim with that result
    rests on; refutations and proofs are thus never added up.
    """

    results: dict[Result, int]
    grades: dict[Result, dict[Grade, int]]
    mutants_made: int
    mutants_killed: int

    @property
    def total(self) -> int:
        return sum(self.results.values())


def summarize(claims: Iterable[ClaimAudit]) -> Summary:
    """Counts of results, of grades under each result, and of mutants."""
    results: Counter[Result] = Counter()
    grades: dict[Result, Counter[Grade]] = {result: Counter() for result in Result}
    made = killed = 0
    for claim in claims:
        results[claim.result] += 1
        reading = decisive(claim)
        if reading is not None and reading.grade is not None:
            grades[claim.result][reading.grade] += 1
        if claim.mutants is not None:
            made += claim.mutants.made
            killed += claim.mutants.killed
    return Summary(
        results={result: results[result] for result in Result},
        grades={
            result: {grade: grades[result][grade] for grade in Grade if grades[result][grade]} for result in Result
        },
        mutants_made=made,
        mutants_killed=killed,
    )


def summarize_audit(audit: Audit) -> Summary:
    """The counts over every paper."""
    return summarize(claim for paper in audit.papers for claim in paper.claims)


def with_result(paper: PaperAudit, result: Result) -> tuple[ClaimAudit, ...]:
    """The claims of one result, in print order."""
    return tuple(claim for claim in paper.claims if claim.result is result)


def decisive(claim: ClaimAudit) -> Verdict | None:
    """The reading that the result rests on; None if a damaged audit has none."""
    try:
        return claim.decisive
    except (StopIteration, IndexError):
        return claim.readings[0] if claim.readings else None


def decided_how(reading: Verdict) -> str:
    """Outcome and grade, or outcome and reason, in a few words: `proved (exact)`, `undecided (time limit)`."""
    if reading.outcome is Outcome.UNDECIDED:
        return f"{reading.outcome} ({reading.evidence.reason or 'no reason recorded'})"
    return f"{reading.outcome} ({reading.grade})" if reading.grade else str(reading.outcome)


_PLAINLY = {
    Outcome.PROVED: "holds",
    Outcome.CORROBORATED: "many digits agree: evidence, no proof",
    Outcome.REFUTED: "wrong",
    Outcome.UNDECIDED: "not decided",
    Outcome.GIVEN: "taken as given",
    Outcome.PROSE: "words only",
}
_BY = {Grade.EXACT: "in exact arithmetic", Grade.BALL: "certified numerically", Grade.SYMBOLIC: "by computer algebra"}


def decided_plainly(reading: Verdict) -> str:
    """The same for a reader who knows none of these words: `wrong, certified numerically`."""
    how = None if reading.grade is None or reading.outcome is Outcome.CORROBORATED else _BY.get(reading.grade)
    why = reading.evidence.reason if reading.outcome is Outcome.UNDECIDED else None
    return f"{_PLAINLY[reading.outcome]}{f', {how}' if how else ''}{f' ({why})' if why else ''}"


def decided_in(reading: Verdict, claim: ClaimAudit) -> str:
    """The same of a reading of a claim, which the dimensions may refute whatever its numbers say."""
    if claim.result is Result.FAIL and reading is claim.literal and reading.holds:
        against = "the dimensions refute it" if claim.dimension.startswith("mismatch") else "refuted all the same"
        return f"{against}; of the numbers alone it {decided_plainly(reading)}"
    return decided_plainly(reading)


def is_correction(claim: ClaimAudit, reading: Verdict) -> bool:
    """Whether a reading is what a refuted line should say."""
    return claim.result is Result.FAIL and reading.holds and reading.ground is Ground.CORRECTION


def correction_words(claim: ClaimAudit) -> str | None:
    """What a refuted line should say, if that is known: LaTeX, or words with LaTeX between dollar signs.

    The author of the encoding has the first word; where there is none, the condition of a correction that
    is proved, or the remark on the line.
    """
    if claim.result is not Result.FAIL:
        return None
    if claim.correction:
        return claim.correction
    proved = next((reading for reading in claim.readings if is_correction(claim, reading)), None)
    if proved is None:
        return None
    if proved.condition:
        return f"It holds if {proved.condition}."
    if claim.note:
        return sentence(_FIRST_SENTENCE.split(claim.note, maxsplit=1)[0])
    return f"{proved.name}. {sentence(proved.evidence.detail)}"


def on_trust(paper: PaperAudit) -> str:
    """The lines that the page derives and the encoding takes for granted, in a sentence; empty if there is none."""
    labels = [claim.label for claim in paper.claims if claim.derived_on_page and claim.result is Result.GIVEN]
    if not labels:
        return ""
    return f"{plural(len(labels), 'line')} derived in the paper and taken on trust here: {', '.join(labels)}."


def dimension_words(claim: ClaimAudit) -> str:
    """Whether the dimensions agree, and where not, why."""
    return f"{claim.dimension}: {claim.dimension_detail}" if claim.dimension_detail else claim.dimension


def evidence_words(reading: Verdict, claim: ClaimAudit | None = None) -> str:
    """Method and detail as one sentence: `Normal form: both sides are equal.`"""
    detail = reading.evidence.detail if claim is None else honest_detail(claim, reading.evidence.detail)
    parts = [part.strip().rstrip(".") for part in (reading.evidence.method, detail)]
    return readable(sentence(": ".join(part for part in parts if part not in ("", "none"))))


def point_words(counterexample: Counterexample, claim: ClaimAudit | None = None) -> str:
    """`R = 1, B = 2: left side 3, right side 4`, or what was found and claimed where it is no point.

    With the claim, a number is called printed only if the page prints it.
    """
    against = counterexample
    if against.shape is Shape.INTERVAL:
        return readable(f"{'; '.join(f'{place}: {found}' for place, found in against.point)}")
    if against.shape is Shape.NUMBER:
        is_printed = claim is not None and prints(claim.printed, against.rhs)
        return readable(f"computed {against.lhs}, {'printed' if is_printed else 'claimed'} {against.rhs}")
    point = ", ".join(f"{name} = {value}" for name, value in against.point)
    found, claimed = ("left side", "right side") if against.shape is Shape.POINT else ("found", "claimed")
    same = against.lhs == against.rhs and against.shape is Shape.POINT
    sides = f"both sides are {against.lhs}" if same else f"{found} {against.lhs}, {claimed} {against.rhs}"
    return readable(f"{point}: {sides}" if point else sides)


def honest_detail(claim: ClaimAudit, text: str) -> str:
    """Evidence in which only what the page prints is called printed, and numbers have four digits.

    A number that is no number of the page is what the line claims.
    """

    def word(found: re.Match[str]) -> str:
        number = found[1].rstrip(".")
        return found[0] if prints(claim.printed, number) else f"claimed {found[1]}"

    return PRINTED_NUMBER.sub(word, text)


def by_numbers(claims: Iterable[ClaimAudit]) -> tuple[tuple[ClaimAudit, ...], tuple[ClaimAudit, ...]]:
    """Open lines of which numbers say something: those whose sides differ, to be looked at first, and those that agree."""
    found = [(each, decisive(each)) for each in claims if each.result is Result.OPEN]
    numeric = [(each, told.evidence.method) for each, told in found if told is not None and told.grade is Grade.NUMERIC]
    differ = tuple(each for each, method in numeric if method == NUMBERS_DIFFER)
    return differ, tuple(each for each, method in numeric if method != NUMBERS_DIFFER)


def what_numbers_say(claim: ClaimAudit) -> str:
    """`numerically different: 0.31 against 0.47 at x = 2`, without why no procedure decides the line."""
    told = short_reason(claim)
    return told[told.find("numerically ") :] if "numerically " in told else told


def short_reason(claim: ClaimAudit) -> str:
    """Why the claim has its result, on one line."""
    reading = decisive(claim)
    if reading is None:
        return "no reading recorded"
    parts = [honest_detail(claim, reading.evidence.detail or reading.evidence.method)]
    if reading.outcome is Outcome.UNDECIDED:
        parts.insert(0, f"{reading.evidence.reason or 'no reason recorded'}:")
    elif claim.dimension.startswith("mismatch"):
        parts = [f"the dimensions of the two sides differ: {claim.dimension_detail or 'no detail'}."]
    elif claim.result is Result.PASS_IF:
        parts.insert(0, f"if {' and '.join(claim.conditions)}:")
    elif reading.evidence.counterexample is not None and not reading.evidence.detail:
        parts = [point_words(reading.evidence.counterexample, claim)]
    return readable(one_line(" ".join(parts), LONGEST_REASON))
