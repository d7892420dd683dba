"""Check it by hand: the counterexample in simple numbers, four digits, with the page's symbols."""

from __future__ import annotations

import re
from decimal import Decimal

from markupsafe import Markup

from reports.decimals import find, prints, short, value_of
from reports.faults import four_digits
from reports.page_text import Names, lowered
from reports.plain_formula import plain
from reports.summary import honest_detail
from reports.text import clip, readable, sentence
from verify.verdicts import ClaimAudit, Counterexample, Fault, FaultKind, Shape

MOST_VALUES = 30
LONGEST_FRACTION = 7


def by_hand(claim: ClaimAudit, names: Names) -> Markup:
    """One or two sentences that a reader checks with pencil and paper; empty if there is no counterexample."""
    return lowered(by_hand_text(claim, names))


def by_hand_text(claim: ClaimAudit, names: Names) -> str:
    """The same in plain letters."""
    point = claim.literal.evidence.counterexample if claim.readings else None
    if point is None:
        return ""
    if point.shape is Shape.NUMBER:
        if prints(claim.printed, point.rhs):
            place = find(claim.printed, abs(value_of(point.rhs) or Decimal(0)))
            shown = plain(place.text) if place is not None and "-" not in point.rhs else _number(point.rhs)
            return f"Computed: {_number(point.lhs)}. The page prints {shown}."
        told = re.match(
            r".{10,300}?\.(?=\s|$)", readable(honest_detail(claim, clip(claim.literal.evidence.detail))), re.DOTALL
        )
        return sentence(names.plainly(four_digits(told[0]))) if told else f"Computed: {_number(point.lhs)}."
    if point.shape is Shape.INTERVAL:
        return (
            "; ".join(f"at {_words(place, names)} it is {clip(found, 80)}" for place, found in point.point).capitalize()
            + "."
        )
    values = _values(point, names)
    sides = _sides(point, claim.literal.evidence.fault)
    if not values:
        return sides if point.lhs else ""
    return f"Put {values}. {sides}"


_NEEDED = {"<=": "at most", ">=": "at least", ">": "greater than", "<": "less than"}


def _sides(point: Counterexample, fault: Fault | None) -> str:
    """What the two sides are there, and what the line needs."""
    left, right = _number(point.lhs), _number(point.rhs)
    if point.shape is not Shape.POINT:
        return f"Found: {left}; claimed: {right}."
    if point.lhs == "all equations":
        return "All the lines hold together there."
    if point.lhs in ("positive", "negative"):
        what = "The slope" if fault is not None and fault.kind is FaultKind.SLOPE else "The value"
        return f"{what} is {point.lhs} there; the line needs {right}."
    if not _is_number(point.lhs) or not _is_number(point.rhs):
        return f"Found: {left}; claimed: {right}."
    if fault is not None and fault.kind is FaultKind.ORDER and fault.value in _NEEDED:
        return f"The left side is {left}; the line needs it {_NEEDED[fault.value]} {right}."
    return f"Both sides are {left}." if point.lhs == point.rhs else f"The left side is {left}, the right side {right}."


def _values(point: Counterexample, names: Names) -> str:
    """`N = Φ = R = 1, c = 2`: simple numbers first, equal ones together."""
    groups: dict[str, list[str]] = {}
    for name, value in point.point[:MOST_VALUES]:
        groups.setdefault(value, []).append(clip(names.text(name), 80))
    ordered = sorted(groups.items(), key=lambda each: (len(each[0]), each[0]))
    told = [f"{' = '.join(symbols)} {_equals(value)}" for value, symbols in ordered]
    more = f", and {len(point.point) - MOST_VALUES} more values" if len(point.point) > MOST_VALUES else ""
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
    return re.sub(r"(?<![A-Za-z])-(?=[\w(])", "−", shown)


def _is_number(text: str) -> bool:
    return bool(re.match(r"[-−]?\d", text)) and "of the" not in text
