"""Numbers that are claimed of rounded inputs: how many of the inputs that round as printed give them?

At least one in twenty proves the claim, fewer refute it, and bounds on both sides of that leave it open
(`verify.theorems.rounding_share`).  Several numbers of one reading must come from one choice of the inputs,
because what is printed once has one value.

The box of the inputs is the right set to count in only if nothing joins them.  A premise or condition that speaks
of a rounded input and of something else leaves a part of the box that nobody knows; then only a
number that all inputs give, or none, is decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import ceil, floor

import sympy

from verify.deciding.decide import Finding, undecided
from verify.errors import GiveUp
from verify.kinds.printed_quantity import Question
from verify.orders.ranges import Interval, range_of
from verify.premises.facts import Facts
from verify.quantities.dimension import UnitSystem
from verify.theorems.rounding_share import (
    ALL,
    CORNER,
    NOTHING,
    UNKNOWN,
    Box,
    Share,
    Target,
    example_of,
    share_of,
    side_of,
)
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Shape
from verify.vocabulary.statements import Input, PrintedInput
from verify.wording import decimal_of, name

Chosen = tuple[sympy.Symbol, Input]


def varies(given: Input) -> bool:
    return isinstance(given, PrintedInput) and given.rounded


def decided(asked: Sequence[Question], facts: Facts, system: UnitSystem) -> Finding:
    """The finding for numbers that some inputs must give, all together; each has a rounded input at least."""
    found = _Together.of(asked, facts)
    share = found.share()
    if share.is_corner:
        return _refuted(found, share)
    if share.is_more:
        return _proved(found, share, system)
    return undecided(
        f"{_quantifier(share)} of {found.inputs} give {found.numbers}: whether that is "
        f"{percent(CORNER, CORNER)} at least {found.doubt or 'is not certain'}"
    )


@dataclass(frozen=True)
class _Together:
    """Questions with the inputs that they share, as far as these fill a box."""

    asked: tuple[Question, ...]
    chosen: tuple[Chosen, ...]
    box: Box | None
    doubt: str | None

    @classmethod
    def of(cls, asked: Sequence[Question], facts: Facts) -> _Together:
        chosen = tuple(dict.fromkeys(item for q in asked for item in q.statement.constants if varies(item[1])))
        intervals = {item: q.intervals[item[0]] for q in asked for item in q.statement.constants if varies(item[1])}
        sides = [side_of(item[0], intervals[item]) for item in chosen]
        doubt = None
        if None in sides:
            doubt = "is not known, because one of them can be only some of the numbers that round as printed"
        elif _are_joined({symbol for symbol, _ in chosen}, asked, facts):
            doubt = "is not known, because a premise or a condition joins them"
        box = None if doubt else {k: side for k, side in enumerate(sides) if side is not None}
        return cls(tuple(asked), chosen, box, doubt)

    @property
    def inputs(self) -> str:
        named = dict.fromkeys(name(symbol) for symbol, _ in self.chosen)
        return f"the inputs that round as printed ({', '.join(named)})"

    @property
    def numbers(self) -> str:
        return "that" if len(self.asked) == 1 else f"all {len(self.asked)} numbers together"

    def share(self) -> Share:
        """Questions without an input in common are independent: their shares are multiplied."""
        return reduce(Share.and_also, (self._share_of(group) for group in self._groups()))

    def _share_of(self, group: list[Question]) -> Share:
        met = [_is_met(question) for question in group]
        if False in met:
            return Share(NOTHING, NOTHING)
        if None not in met:
            return Share(ALL, ALL)
        if self.box is None:
            return UNKNOWN
        try:
            targets = [self._target(question) for question in group]
            used = {item for target in targets for item in target.slopes}
            return share_of(targets, {item: self.box[item] for item in used})
        except GiveUp:
            return UNKNOWN

    def _target(self, question: Question) -> Target:
        own = {s: self.chosen.index((s, c)) for s, c in question.statement.constants if varies(c)}
        fixed = {s: interval for s, interval in question.intervals.items() if s not in own}
        return Target(question.quantity, own, fixed, (question.low, question.high))

    def _groups(self) -> list[list[Question]]:
        groups: list[tuple[set[Chosen], list[Question]]] = []
        for question in self.asked:
            own = {item for item in question.statement.constants if varies(item[1])}
            near = [group for group in groups if group[0] & own]
            groups = [group for group in groups if not group[0] & own]
            joined = own.union(*(items for items, _ in near))
            groups.append((joined, [*(q for _, questions in near for q in questions), question]))
        return [questions for _, questions in groups]

    def example(self) -> dict[sympy.Symbol, tuple[PrintedInput, sympy.Rational]] | None:
        """Inputs, in base units, that give all numbers; None if a symbol stands for two of them."""
        if self.box is None or len({symbol for symbol, _ in self.chosen}) < len(self.chosen):
            return None
        try:
            found = example_of([self._target(question) for question in self.asked], self.box)
        except GiveUp:
            return None
        pairs = {} if found is None else {self.chosen[item]: value for item, value in found.items()}
        return {s: (given, value) for (s, given), value in pairs.items() if isinstance(given, PrintedInput)} or None


def _is_met(question: Question) -> bool | None:
    """Does every input give the number (True), or none (False)?"""
    return is_within(question.found, question.low, question.high)


def is_within(found: Interval, low: Interval, high: Interval) -> bool | None:
    if low[1] <= found[0] and found[1] <= high[0]:
        return True
    return False if found[1] < low[0] or found[0] > high[1] else None


def _are_joined(rounded: set[sympy.Symbol], asked: Sequence[Question], facts: Facts) -> bool:
    """Does a premise or a condition say more of a rounded input than its own interval?

    Conditions on inputs alone hold over all of their intervals: `verify.kinds.value` has asked that before.
    """
    solved = facts.parametrisation
    known = set().union(*(q.intervals for q in asked))
    residuals = set().union(*((eq.lhs - eq.rhs).free_symbols for eq in solved.residuals))
    others = [c.free_symbols for c in facts.domain().conditions if not c.free_symbols <= known]
    return bool(rounded & {*solved.values, *residuals, *set().union(*others)})


# --- in words ------------------------------------------------------------------------------------


def _proved(found: _Together, share: Share, system: UnitSystem) -> Finding:
    for_example = "" if (example := _for_example(found, system)) is None else f", {example}"
    detail = f"{_read(found)}{_quantifier(share).capitalize()} of {found.inputs} give {found.numbers}{for_example}."
    residual = f"share of the inputs: {percent(share.low, share.high)}"
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence("inputs within their rounding", detail, residual=residual))


def _refuted(found: _Together, share: Share) -> Finding:
    if share.high == 0:
        said = f"None of {found.inputs} give {found.numbers}"
    else:
        said = f"Only {percent(share.low, share.high)} of {found.inputs} give {found.numbers}"
        said += f": less than {percent(CORNER, CORNER)} rescues nothing"
    evidence = Evidence(
        "inputs within their rounding",
        f"{_read(found)}{said}.{_all_of_them(found)}",
        _against(found, share),
        residual=f"share of the inputs: {percent(share.low, share.high)}",
    )
    return Finding(Outcome.REFUTED, Grade.BALL, evidence)


def _read(found: _Together) -> str:
    """How the number is read, and what the inputs as printed give; nothing for several numbers, each of which is told apart."""
    if len(found.asked) > 1:
        return ""
    (question,) = found.asked
    return f"As printed, the inputs give {decimal_of(question.central)}; {question.statement.meaning}. "


def _all_of_them(found: _Together) -> str:
    if len(found.asked) > 1:
        return ""
    low, high = found.asked[0].found
    return f" All of them together give {decimal_of(low)} to {decimal_of(high)}."


def _against(found: _Together, share: Share) -> Counterexample:
    """The number from the inputs as printed, if that is not as printed; otherwise the share itself."""
    for question in found.asked:
        central = range_of(question.central, {})
        if central is not None and is_within(central, question.low, question.high) is False:
            shown = decimal_of(question.central, 12)
            number = question.statement.number
            return Counterexample((("computed", shown), ("printed", number)), shown, number, Shape.NUMBER)
    shown, least = percent(share.low, share.high), f"{percent(CORNER, CORNER)} at least"
    return Counterexample((("share of the inputs", shown),), shown, least, Shape.NUMBER)


def _for_example(found: _Together, system: UnitSystem) -> str | None:
    """`for example R_b = 174.6 pm, R_v = 128.5 pm: 1.5038e9`."""
    example = found.example()
    if example is None:
        return None
    inputs = ", ".join(f"{name(s)} = {_in_unit(given, value, system)}" for s, (given, value) in example.items())
    values = {s: value for s, (_, value) in example.items()}
    numbers = (q.central_at(values) for q in found.asked)
    return f"for example {inputs}: {', '.join(decimal_of(n) for n in numbers)}"


def _in_unit(given: PrintedInput, value: sympy.Rational, system: UnitSystem) -> str:
    unit = str(given.unit)
    shown = decimal_of(value / given.unit.worth(system))
    return shown if unit in ("", "1") else f"{shown} {unit}"


def _quantifier(share: Share) -> str:
    if share.low == share.high and share.low in (NOTHING, ALL):
        return "all" if share.low else "none"
    least, most = _outwards(share.low, share.high)
    return f"{least} %" if least == most else f"between {least} % and {most} %"


def percent(low: Fraction, high: Fraction) -> str:
    """Bounds of a share in per cent, rounded outwards.

    >>> percent(Fraction(0), Fraction(1, 33)), percent(Fraction(1, 2), Fraction(1, 2))
    ('0 % to 3.1 %', '50 %')
    """
    least, most = _outwards(low, high)
    return f"{least} %" if least == most else f"{least} % to {most} %"


def _outwards(low: Fraction, high: Fraction) -> tuple[str, str]:
    """Whole per cents, or from 10 % downwards as many places as leave two digits, at most two."""
    places = 0 if high * 10 >= 1 else 1 if high * 100 >= 1 else 2
    scale = 10**places
    ends = floor(low * 100 * scale), ceil(high * 100 * scale)
    return f"{ends[0] / scale:g}", f"{ends[1] / scale:g}"
