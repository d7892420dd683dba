"""Check it by hand: the counterexample in simple numbers, four digits, with the page's symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from reports.by_hand_values import Chosen, chosen
from reports.decimals import find, prints, short, value_of
from reports.faults import four_digits
from reports.page_text import Names
from reports.plain_formula import plain, plain_text
from reports.summary import honest_detail
from reports.text import clip, first_sentences, is_formula, readable, segments, sentence
from verify.verdicts import ClaimAudit, Counterexample, FaultKind, Result, Shape

MOST_VALUES, MOST_PREMISES = 20, 3
LONGEST_FRACTION, LONGEST_PREMISE, LONGEST_DIFFERENCE = 7, 200, 24
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
    return f"Put {values}. {_derived(claim, found, names, lines)}{sides}" if sides else ""


def _derived(claim: ClaimAudit, found: Chosen, names: Names, lines: Mapping[str, ClaimAudit]) -> str:
    """`Then h = 2πħ = 6.283.`: what one does not choose, and by which premises it has its value."""
    told = [f"{names.text(name)} = {formula} {_equals(value)}" for name, formula, value in found.follows]
    by_premises = ", ".join(f"{names.text(name)} {_equals(value)}" for name, value in found.given)
    if by_premises:
        labels = list(dict.fromkeys(label.partition(" | ")[0] for label in claim.literal.premises))
        said = {label: _said(lines.get(label)) for label in labels}
        here = {f"{names.text(name)} = {formula} " for name, formula, _ in found.follows}
        cited = [f"{said[label]}({label})" for label in labels if said[label] not in here]
        by = " and ".join(cited) if len(labels) <= MOST_PREMISES else "the premises"
        told.append(f"by {by}: {by_premises}")
    if found.parts:
        (whole, value), *parts = found.parts
        of = "; ".join(f"{names.text(name)} {_equals(number)}" for name, number in parts)
        terms = " + ".join(_number(number) for _, number in parts).replace("+ −", "− ")
        summed = " + ".join(names.text(name) for name, _ in parts)
        told.append(f"{of}; {names.text(whole)} = {summed} = {terms} = {_number(value)}")
    return f"Then {'; '.join(told)}. " if told else ""


def _said(premise: ClaimAudit | None) -> str:
    """`q = e `: a premise before its label, where it is short."""
    if premise is None or len(premise.printed) > LONGEST_PREMISE:
        return ""
    if is_formula(premise.printed):
        tells = premise.transcription == "agrees" and premise.result is not Result.FAIL
        return f"{plain(premise.printed.strip('$ '))} " if tells else ""
    return f"“{plain_text(readable(premise.printed))}” "


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
        return f"{_number(point.lhs)}; the paper prints {shown}."
    detail = readable(honest_detail(claim, clip(claim.literal.evidence.detail)))
    told = first_sentences(detail, 0)
    return sentence(names.plainly(four_digits(told))) if 10 < len(told) <= 300 else f"{_number(point.lhs)}."


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
    numbers = [_number(number) for number in (point.lhs, point.rhs)]
    written = [_formula(formula, point, names) for formula in formulas or ("", "")]
    told = [f"{text} = {number}" if text else number for text, number in zip(written, numbers, strict=True)]
    fault = claim.literal.evidence.fault
    needed = _NEEDED.get(fault.value) if fault is not None and fault.kind is FaultKind.ORDER else None
    if needed is not None and any(written):
        left, right = (text or number for text, number in zip(written, numbers, strict=True))
        shown = " and ".join(each for each, text in zip(told, written, strict=True) if text)
        return f"So {shown}; the line needs {left} {needed} {right}."
    if point.lhs == point.rhs and needed is None:
        return f"Both sides are {numbers[0]}."
    if formulas is not None and not is_formula(claim.printed):
        return _in_words(written, numbers, told)
    both = f"Left side: {told[0]}; right side: {told[1]}"
    return f"{both}. The line needs left {needed} right." if needed else f"{both}."


def _in_words(written: list[str], numbers: list[str], told: list[str]) -> str:
    """What should be equal in a line of words, which has no sides."""
    if all(written) or not any(written):
        return f"So {told[0]} and {told[1]}; the line needs them equal."
    what, needed = (told[0], numbers[1]) if written[0] else (f"it is {numbers[0]}", told[1])
    return f"So {what}; the line needs {needed}."


def difference_text(claim: ClaimAudit, names: Names) -> str:
    """`1/δ² − 1/δ⁴`: the two sides of a line that is drawn as one curve; empty where they are too long or not known."""
    point = claim.literal.evidence.counterexample if claim.readings else None
    if point is None or point.sides is None or claim.residual is None or len(claim.residual.curves) != 1:
        return ""
    left, right = (
        _formula(side, point, names) or _number(number)
        for side, number in zip(point.sides, (point.lhs, point.rhs), strict=True)
    )
    right = f"({right})" if re.search(r" [+−] ", right) else right
    told = left if right == "0" else f"{left} − {right}"
    return told if len(told) <= LONGEST_DIFFERENCE else ""


def _formula(formula: str, point: Counterexample, names: Names) -> str:
    """`h/(2·e)`; empty where a number stands alone.  What is no symbol of the point may be a function."""
    if not re.search(r"[^\W\d_]", formula.replace("π", "")):
        return ""
    symbols = sorted((re.escape(name) for name, _ in point.point), key=len, reverse=True)
    own = re.compile(rf"(?<!\w)({'|'.join(symbols)})(?!\w)")
    parts = own.split(clip(formula, 200)) if symbols else [formula]
    parts[::2] = [names.plainly(part) for part in parts[::2]]
    parts[1::2] = [names.text(name) for name in parts[1::2]]  # once: a name may stand in what it is written as
    return readable("".join(parts)).replace("-", "−")


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
