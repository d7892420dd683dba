"""What an audit found, one finding a cause: the lines, the fault, printed and right, what it spoils.

Every format tells its findings from here, so that a card, a table, a letter and a terminal cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from reports.counting import CHECKED, FALLS, counted
from reports.decimals import find, in_the_style_of, value_of
from reports.edit import Edit, compared, edit
from reports.fates import FATES, Fate, Later, fate, fate_after
from reports.faults import IF, Weight, corrected_line, fault, is_authored, mending, right_digits, wrong_digits
from reports.latex_tree import NotRead, read
from reports.one_term import sign_of_one_term
from reports.summary import by_numbers, correction_words, decisive
from reports.text import Segment, first_sentences, is_formula, one_line, plural, segments, sentence
from verify.verdicts import ClaimAudit, Ground, Need, PaperAudit, Result, Shape

LEAST_COLUMN = 3
"""Wrong cells of a column of a table that are told as one finding."""


@dataclass(frozen=True)
class Finding:
    """One cause: the wrong line (the gravest cell of a column), the others of its kind, and what follows."""

    claim: ClaimAudit
    others: tuple[ClaimAudit, ...]
    fault: str
    edit: Edit | None
    right: str | None
    later: tuple[Later, ...] = field(default=())
    lines: Mapping[str, ClaimAudit] = field(default_factory=dict, repr=False, compare=False)
    """Those of the paper, by label."""

    @property
    def reach(self) -> int:
        """How many later lines the error reaches."""
        return len(self.later)

    @property
    def spoilt(self) -> int:
        """How many of them fall with it or hold only once it is corrected; what is wrong itself is not its doing."""
        return sum(each.fate in (Fate.FALLS, Fate.MENDED, Fate.CONDITIONED) for each in self.later)

    @property
    def is_alarming(self) -> bool:
        """Whether a later line falls with it: one that holds once this is corrected, or is wrong itself, does not."""
        return self.lost > 0

    @property
    def is_misprint(self) -> bool:
        """Whether it is a slip of this line only: what rests on it is right as printed, by the corrected formula alone, or the
        dimensions agree again with one sign put for another."""
        lines = [each.claim for each in self.later]
        needs = {inherited.need for line in lines for inherited in line.inherits if inherited.label == self.claim.label}
        if self.edit is None or self.others or not all(fate(line) in (Fate.STANDS, Fate.MENDED) for line in lines):
            return False
        return Need.CORRECTED in needs or (self.claim.dimension.startswith("mismatch") and self.edit.is_swap)

    @property
    def lost(self) -> int:
        """How many later lines fall with it."""
        return sum(each.fate is Fate.FALLS for each in self.later)

    @property
    def weight(self) -> Weight:
        """Of which kind the fault is, whatever rests on it."""
        if self.is_misprint:
            return Weight.MISPRINT
        if self.claim.dimension.startswith("mismatch"):
            return Weight.DIMENSION
        point = self.claim.literal.evidence.counterexample if self.claim.readings else None
        if point is not None and point.shape is Shape.NUMBER:
            return Weight.DIGITS if self.fault.startswith("rounds to") else Weight.NUMBER
        return Weight.STATEMENT if self.edit is None else Weight.FORMULA

    @property
    def gravity(self) -> tuple[bool, bool, int, int, int, int, int]:
        """What is graver comes first, as `GRAVEST` says it."""
        slip = self.weight in (Weight.MISPRINT, Weight.DIGITS)
        return self.severity != "major", slip, -self.lost, -self.spoilt, self.weight, -len(self.others), -self.reach

    @property
    def in_our_words(self) -> bool:
        return self.claim.transcription == "words"

    @property
    def print_label(self) -> str:
        """What stands before the line as it is told: the page prints formulas only, the words around them are ours."""
        if self.in_our_words:
            return "in our words"
        return "printed" if is_formula(self.claim.printed) else "printed, words ours"

    @property
    def says_more(self) -> bool:
        """Whether the words of the correction say more than the corrected line: those of the encoding do, ours not."""
        return bool(self.right) and is_authored(self.claim) and not is_formula(self.right or "")

    @property
    def severity(self) -> str:
        """`major` where a later line falls with it or the dimensions differ, but for a misprint; else `minor`: the major ones rank first."""
        return "major" if self.lost or self.weight is Weight.DIMENSION else "minor"


def findings(paper: PaperAudit) -> tuple[Finding, ...]:
    """The errors of a paper, the gravest first; one for the cells of a column that fail alike."""
    by_label = {claim.label: claim for claim in paper.claims}
    groups: dict[object, list[ClaimAudit]] = {}
    for index, claim in enumerate(paper.claims):
        if claim.result is Result.FAIL:
            groups.setdefault(_column(claim) or index, []).append(claim)
    found = []
    for key, group in groups.items():
        if isinstance(key, tuple) and len(group) >= LEAST_COLUMN:
            found.append(_finding(group[0], tuple(group[1:]), by_label))
        else:
            found += [_finding(claim, (), by_label) for claim in group]
    order = {id(claim): index for index, claim in enumerate(paper.claims)}
    found.sort(key=lambda each: (each.gravity, order[id(each.claim)]))
    return tuple(found)


def _column(claim: ClaimAudit) -> tuple[str, str, str] | None:
    """The table and column of a cell: `table1.Si.D` is of the column D of table1."""
    parts = claim.label.split(".")
    return (claim.where, parts[0], parts[-1]) if len(parts) == 3 and parts[0].startswith("table") else None


def _finding(claim: ClaimAudit, others: tuple[ClaimAudit, ...], by_label: Mapping[str, ClaimAudit]) -> Finding:
    told = fault(claim)
    if others:
        told = f"{len(others) + 1} numbers of a column; here {told}"
    return Finding(claim, others, told, edit_of(claim), correction_words(claim), _later(claim, by_label), by_label)


def _later(claim: ClaimAudit, by_label: Mapping[str, ClaimAudit]) -> tuple[Later, ...]:
    known = (by_label[label] for label in claim.affects if label in by_label)
    return tuple(Later(line, fate_after(claim.label, line)) for line in known if line is not claim)


# --- printed and right ----------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def edit_of(claim: ClaimAudit) -> Edit | None:
    """The formula of the line that is wrong, and as it should be; None where words must say it."""
    if claim.result is not Result.FAIL or claim.transcription == "words":
        return None
    formulas = [part for part in segments(claim.printed) if part.math]
    return _number_edit(claim, formulas) or _formula_edit(claim, formulas)


def _formula_edit(claim: ClaimAudit, formulas: list[Segment]) -> Edit | None:
    if not formulas:
        return None
    longest = max(formulas, key=lambda part: len(part.text))
    said = mending(claim) if claim.transcription == "agrees" else ""
    right, likely = corrected_line(claim), claim.corrected
    found = edit(longest.text, right, said)
    if found is None and right is None and likely is not None:
        found = edit(longest.text, likely, alike=True)  # the encoding may say it another way than the page
        found = found or sign_of_one_term(longest.text, likely, said)
    return None if found is None else replace(found, of=longest.text)


def _number_edit(claim: ClaimAudit, formulas: list[Segment]) -> Edit | None:
    """The printed number for the right one, in the style of the page."""
    if not claim.readings:
        return None
    old, new = wrong_digits(claim), right_digits(claim) or _number_alone(claim)
    value = None if old is None else value_of(old)
    if value is None or new is None:
        return None
    if sum(find(part.text, value) is not None for part in formulas) > 1:
        return None  # which of them is an input?
    for part in formulas:
        place = find(part.text, value)
        if place is not None:
            mended = part.text[: place.start] + in_the_style_of(place.text, new) + part.text[place.end :]
            try:
                found = compared(read(part.text), read(mended))
            except NotRead:
                return None
            return None if found is None else replace(found, of=part.text)
    return None


def _number_alone(claim: ClaimAudit) -> str | None:
    r"""The number after the last sign of a correction such as `\frac{I}{B} \approx 12`."""
    found = re.search(r"(?:=|\\approx|≈)\s*([\d.]+)\s*$", claim.corrected or "")
    return found[1] if found else None


# --- in words ---------------------------------------------------------------------------------------------


def checked(paper: PaperAudit) -> tuple[int, int]:
    """How many lines of the paper are wrong, and how many were checked."""
    counts = counted(paper.claims)
    return counts["fail"], sum(counts[each] for each in CHECKED)


def wrong_words(wrong: int, all_checked: int) -> str:
    """`4 of 102 checked claims are wrong.`"""
    if wrong:
        return f"{wrong} of {plural(all_checked, 'checked claim')} {'is' if wrong == 1 else 'are'} wrong."
    return f"None of {plural(all_checked, 'checked claim')} is wrong." if all_checked else "Nothing was checked."


def headline(paper: PaperAudit, found: Iterable[Finding]) -> tuple[str, str]:
    """What the audit amounts to: the number of wrong lines, and the rest in a sentence or two."""
    counts = counted(paper.claims)
    wrong, all_checked = checked(paper)
    right, conditional, lost, undecided = (counts[each] for each in ("pass", "pass-if", FALLS, "open"))
    first = wrong_words(wrong, all_checked)
    if not all_checked:
        return first, ""
    parts = [
        f"{right} {_verb('hold', right)} as printed" if right else "",
        f"{conditional} {_verb('hold', conditional)} under a stated condition" if conditional else "",
        f"{lost} {_verb('fall', lost)} with a wrong line" if lost else "",
        f"{undecided or 'none'} {'is' if undecided < 2 else 'are'} open{_numeric(paper)}",
    ]
    rest = ", ".join(filter(None, parts)) + "."
    rest = rest[0].upper() + rest[1:]
    gravest = min(found, key=lambda each: each.gravity, default=None)
    if gravest is not None and gravest.reach > 1:
        rest += f" The gravest error, {named(gravest.claim)}, reaches {reached(gravest)}."
    return first, rest


def _numeric(paper: PaperAudit) -> str:
    """` (2 numerically different, 1 numerically equal)`: counted apart, and no result."""
    differ, agree = map(len, by_numbers(paper.claims))
    parts = [f"{differ} numerically different" if differ else "", f"{agree} numerically equal" if agree else ""]
    told = ", ".join(filter(None, parts))
    return f" ({told})" if told else ""


def _verb(word: str, count: int) -> str:
    return f"{word}s" if count == 1 else word


def named(claim: ClaimAudit) -> str:
    """A label as one cites it: an equation number in brackets, another name as it is.

    >>> from verify.verdicts import Result
    >>> named(ClaimAudit("43", "IV", "step", "", Result.PASS, ()))
    '(43)'
    """
    return cite(claim.label)


def cite(label: str) -> str:
    """The same of a label alone."""
    return f"({label})" if re.fullmatch(r"[0-9]{1,6}[a-z]?", label) else one_line(label, 60)


def dimensions(claim: ClaimAudit) -> str:
    """`One side has the dimension M L² T⁻², the other M L² T⁻¹.`; empty where they agree."""
    if not claim.dimension.startswith("mismatch") or not claim.dimension_detail:
        return ""
    if claim.dimensions is None:
        return sentence(claim.dimension_detail)
    one, other = ("no dimension" if side == "1" else f"the dimension {side}" for side in claim.dimensions)
    return f"One side has {one}, the other {other.removeprefix('the dimension ')}."


def by_weight(found: Finding) -> tuple[Later, ...]:
    """The later lines, those first that are lost."""
    return tuple(each for fate in FATES for each in found.later if each.fate is fate)


def by_fate(found: Finding) -> tuple[tuple[str, tuple[ClaimAudit, ...]], ...]:
    """The later lines that meet each fate: `4 hold once it is corrected` and which they are."""
    groups = ((words, tuple(each.claim for each in found.later if each.fate is fate)) for fate, words in FATES.items())
    return tuple((f"{len(lines)} {words[len(lines) > 1]}", lines) for words, lines in groups if lines)


def reach_parts(found: Finding) -> tuple[str, ...]:
    """Of the later lines, how many meet which fate: `4 hold once it is corrected`, `5 still hold`."""
    return tuple(words for words, _ in by_fate(found))


def reach_words(found: Finding) -> str:
    """`4 hold once it is corrected, 5 still hold`, or how the only later line fares."""
    if found.reach == 1:
        (only,) = found.later
        return f"{named(only.claim)} {FATES[only.fate][0]}"
    return ", ".join(reach_parts(found)) or "nothing"


def reached(found: Finding) -> str:
    """`9 later lines: 4 hold once it is corrected, 5 still hold`, or `(16), which still holds`, after the word "reaches"."""
    if found.reach == 1:
        (only,) = found.later
        return f"{named(only.claim)}, which {only.fate}"
    fates = {each.fate for each in found.later}
    if len(fates) == 1:
        return f"{plural(found.reach, 'later line')}, which {FATES[fates.pop()][1]}"
    return f"{plural(found.reach, 'later line')}: {', '.join(reach_parts(found))}"


def misprint_words(found: Finding) -> str:
    """Why it is probably a misprint of this line only; empty where it is none."""
    if not found.is_misprint:
        return ""
    why = (
        "All that rests on it is right as printed"
        if found.later
        else "One sign for another, and no later line rests on it"
    )
    return f"{why}: probably a misprint of this line only."


def holds_instead(right: str) -> str:
    """The words of a correction, of which a condition is told as what would have to be so.

    >>> holds_instead("It holds if the last term has a plus sign.")
    'would hold if the last term has a plus sign.'
    """
    return f"would hold if {right.removeprefix(IF)}" if right.startswith(IF) else right


def first_clause(right: str) -> str:
    """Of a correction in words, what a table has room for; the card has the rest."""
    if is_formula(right) or len(right) < 70:
        return right
    told = first_sentences(right, 0)
    found = re.match(r".{20,}?(?=[;:])", told, re.DOTALL)
    return (found[0] if found and found[0].count("$") % 2 == 0 else told).removesuffix(".")


def certainty(claim: ClaimAudit) -> str:
    """How sure the result is, in plain words."""
    reading = decisive(claim)
    if reading is None or reading.grade is None:
        return ""
    return {
        "exact": "exact arithmetic",
        "ball": "certified numerically" if claim.result is Result.FAIL else "many digits agree: evidence, no proof",
        "symbolic": "computer algebra, many digits agree",
        "numeric": "numbers without a bound on their error",
    }.get(reading.grade.value, reading.grade.value)


def other_readings(claim: ClaimAudit) -> tuple[tuple[str, str], ...]:
    """Each reading but the printed one and its correction: what it takes the line to mean, and its outcome."""
    told = []
    for reading in claim.readings[1:]:
        if reading.holds and reading.ground is Ground.CORRECTION:
            continue  # what the line should say stands above it
        meant = reading.condition or reading.name
        word = "it holds" if reading.holds else "fails, too" if reading.outcome == "refuted" else "not decided"
        told.append((meant, word))
    return tuple(told)
