"""Check it by hand: the counterexample in simple numbers, four digits, with the page's symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from reports.by_hand_values import Chosen, chosen
from reports.decimals import find, prints, short, value_of
from reports.faults import four_digits
from reports.page_text import Names
from reports.plain_formula import plain
from reports.summary import honest_detail
from reports.text import clip, readable, segments, sentence
from verify.verdicts import ClaimAudit, Counterexample, FaultKind, Shape

MOST_VALUES, MOST_PREMISES = 20, 3
LONGEST_FRACTION = 7
_NO_PENCIL = re.compile(r"Integral|Derivative|Sum\(|Product\(|\blim|∫|∑")
"""What nobody works out by hand."""
_PARTS = re.compile(r"\d\s*[-+−]\s*[\d.]+·i")
"""A complex number of two decimals."""


NO_LINES: Mapping[str, ClaimAudit] = {}


def by_hand_text(claim: ClaimAudit, names: Names, lines: Mapping[str, ClaimAudit] = NO_LINES) -> str:
    """Simple values of the symbols and what both sides are there, for pencil and paper; empty where that cannot be done by hand.

    `lines` are those of the paper by label: a premise with a formula says how a value follows from others.
    """
    point = claim.literal.evidence.counterexample if claim.readings else None
    if point is None or point.shape is not Shape.POINT or not _is_simple(point):
        return ""
    found = chosen(claim, point, names, lines)
    values = _values(found.put, names)
    if point.lhs == "all equations":
        return f"Put {values}. All the lines hold together there." if values else ""
    if not values or not _is_number(point.lhs) or not _is_number(point.rhs) or _PARTS.search(point.lhs + point.rhs):
        return ""
    sides = _sides(claim, point, names)
    return f"Put {values}. {_derived(claim, found, names)}{sides}" if sides else ""


def _derived(claim: ClaimAudit, found: Chosen, names: Names) -> str:
    """`Then h = 2πħ = 6.283.`: what one does not choose, and by which premises it has its value."""
    told = [f"{names.text(name)} = {formula} {_equals(value)}" for name, formula, value in found.follows]
    by_premises = ", ".join(f"{names.text(name)} {_equals(value)}" for name, value in found.given)
    if by_premises:
        labels = list(dict.fromkeys(f"({label.partition(' | ')[0]})" for label in claim.literal.premises))
        by = ", ".join(labels) if len(labels) <= MOST_PREMISES else "the premises"
        told.append(f"by {by}: {by_premises}")
    return f"Then {'; '.join(told)}. " if told else ""


def found_text(claim: ClaimAudit, names: Names) -> str:
    """What was found where it cannot be worked out by hand: a computed number, a sign, a zero."""
    point = claim.literal.evidence.counterexample if claim.readings else None
    if point is None or by_hand_text(claim, names):
        return ""
    if point.shape is Shape.NUMBER:
        return _of_number(claim, point, names)
    if point.shape is Shape.INTERVAL:
        told = "; ".join(f"at {_words(place, names)} it is {clip(found, 80)}" for place, found in point.point)
        return told.capitalize() + "."
    where = f"At {values}: " if (values := _values(point.point, names)) and _is_simple(point) else ""
    if point.lhs in ("positive", "negative"):
        fault = claim.literal.evidence.fault
        what = "slope" if fault is not None and fault.kind is FaultKind.SLOPE else "value"
        needed = {"< 0": "negative", "> 0": "positive"}.get(point.rhs)
        return sentence(f"{where}the {what} is {point.lhs}; the line needs {f'it {needed}' if needed else point.rhs}")
    if claim.kind == "uniqueness" or (point.shape is Shape.POINT and _is_number(point.lhs)):
        return ""  # another derivation, which the sentence above tells; two numbers without the formulas that have them
    claimed = f"; claimed: {_number(point.rhs)}" if point.rhs not in ("printed value", point.lhs) else ""
    return sentence(f"{where}{names.plainly(_number(point.lhs))}{names.plainly(claimed)}")


def _of_number(claim: ClaimAudit, point: Counterexample, names: Names) -> str:
    if prints(claim.printed, point.rhs):
        place = find(claim.printed, abs(value_of(point.rhs) or Decimal(0)))
        shown = plain(place.text) if place is not None and "-" not in point.rhs else _number(point.rhs)
        return f"{_number(point.lhs)}; the page prints {shown}."
    detail = readable(honest_detail(claim, clip(claim.literal.evidence.detail)))
    told = re.match(r".{10,300}?\.(?=\s|$)", detail, re.DOTALL)
    return sentence(names.plainly(four_digits(told[0]))) if told else f"{_number(point.lhs)}."


def _is_simple(point: Counterexample) -> bool:
    """Whether one can work with the values: few, and none a long fraction."""
    return len(point.point) <= MOST_VALUES and not any(_is_long(value) or "…" in value for _, value in point.point)


_NEEDED = {"<=": "≤", ">=": "≥", ">": ">", "<": "<"}


def _sides(claim: ClaimAudit, point: Counterexample, names: Names) -> str:
    """What the two sides are there, with their formulas where these are short; empty where no formula is to be seen."""
    formulas = point.sides
    if formulas is None and not (claim.transcription in ("agrees", "none") and _is_relation(claim.printed)):
        return ""
    if formulas is not None and _NO_PENCIL.search(" ".join(formulas)):
        return ""
    left, right = (_number(number) for number in (point.lhs, point.rhs))
    if formulas is not None:
        both = zip(formulas, (left, right), strict=True)
        left, right = (_valued(formula, number, point, names) for formula, number in both)
    fault = claim.literal.evidence.fault
    needed = _NEEDED.get(fault.value) if fault is not None and fault.kind is FaultKind.ORDER else None
    if point.lhs == point.rhs and needed is None:
        return f"Both sides are {_number(point.lhs)}."
    told = f"Left side: {left}; right side: {right}"
    return f"{told}. The line needs left {needed} right." if needed else f"{told}."


def _valued(formula: str, number: str, point: Counterexample, names: Names) -> str:
    """`h/(2·e) = 0.5`; a number alone where the formula is one.  What is no symbol of the point may be a function."""
    if not re.search(r"[^\W\d_]", formula.replace("π", "")):
        return number
    symbols = sorted((re.escape(name) for name, _ in point.point), key=len, reverse=True)
    own = re.compile(rf"(?<!\w)({'|'.join(symbols)})(?!\w)")
    told = own.sub(lambda found: names.text(found[1]), clip(formula, 200))
    return f"{readable(names.plainly(told)).replace('-', '−')} = {number}"


def _is_relation(printed: str) -> bool:
    """Whether the print has a formula with two sides."""
    return any(part.math and re.search(r"=|\\equiv|\\approx|<|>|\\[lg]eq?\b", part.text) for part in segments(printed))


def _values(point: Iterable[tuple[str, str]], names: Names) -> str:
    """`N = Φ = R = 1, c = 2`: simple numbers first, equal ones together."""
    groups: dict[str, list[str]] = {}
    point = tuple(point)
    for name, value in point[:MOST_VALUES]:
        groups.setdefault(value, []).append(clip(names.text(name), 80))
    ordered = sorted(groups.items(), key=lambda each: (len(each[0]), each[0]))
    told = [f"{' = '.join(symbols)} {_equals(value)}" for value, symbols in ordered]
    more = f", and {len(point) - MOST_VALUES} more values" if len(point) > MOST_VALUES else ""
    return ", ".join(told) + more


def _equals(value: str) -> str:
    """With the sign for about where a fraction is told to four digits."""
    return f"{'≈' if _is_long(value) else '='} {_number(value)}"


def _is_long(value: str) -> bool:
    return len(value) > LONGEST_FRACTION and bool(re.fullmatch(r"[-−]?\d{1,30}/\d{1,30}", value))


def _words(place: str, names: Names) -> str:
    """A place such as `r = 763/2`, its fraction as a decimal where it ends."""
    told = re.sub(r"(?<![\w/])(\d{1,12})/(2|4|5|8|10|20|100|1000)(?!\d)", _ended, clip(place, 200))
    return readable(names.plainly(told))


def _ended(found: re.Match[str]) -> str:
    return f"{Decimal(found[1]) / Decimal(found[2]):f}"


def _number(text: str) -> str:
    """Four digits of a long decimal, and of a fraction that nobody would work with; 1/(4·π²) stays."""
    fraction = re.fullmatch(r"([-−]?\d{1,30})/(\d{1,30})", text)
    if fraction and len(text) > LONGEST_FRACTION:
        above, below = (Decimal(part.replace("−", "-")) for part in fraction.groups())
        return readable(short(f"{above / below:.12f}")) if below else text
    shown = readable(re.sub(r"\d+\.\d{2,}…?", lambda found: short(found[0]), clip(text, 80)))
    shown = re.sub(r"\bsqrt\((\w+)\)", r"√\1", re.sub(r"(?<![\d.])1·i\b", "i", shown))
    return re.sub(r"(?<![A-Za-z])-(?=[\w(√])| - ", lambda sign: sign[0].replace("-", "−"), shown)


def _is_number(text: str) -> bool:
    return bool(re.match(r"[-−]?\d", text)) and "of the" not in text
