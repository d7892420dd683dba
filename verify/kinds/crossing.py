"""Does a curve change its sign where the page says, to the digits of the page?

Certified signs at both ends of what the printed number allows, and enclosures in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy

from verify.balls import sign_at
from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.kinds.curves import (
    SIGN_WORDS,
    Curve,
    kept,
    name_of,
    plain,
    premises_of,
    quantity,
    rational,
    shifted,
    unknown_of,
)
from verify.kinds.kind import Amount, Kind, Spoiled, proved, refuted
from verify.orders.ranges import Interval, is_unbroken, met_over, range_of
from verify.orders.reach import admits_range, is_of_the_line
from verify.premises.facts import Facts
from verify.quantities.digits import decimal, printed
from verify.quantities.dimension import UnitSystem
from verify.quantities.exact import exact
from verify.verdicts import Reason, Shape
from verify.vocabulary.statement import ROUNDED, Number, Sides
from verify.wording import name

MOST_HALVINGS = 7


@dataclass(frozen=True)
class Crossing(Curve):
    """The curve passes from negative to positive (rising) or back within the printed interval.

    `unit` is what the printed number counts; the sign is judged at both ends of what the
    number allows.
    """

    number: str
    interval: tuple[sympy.Rational, sympy.Rational]
    unit: sympy.Rational
    rising: bool
    noun: ClassVar[str] = "crossing"

    def sides(self) -> Sides:
        """None where numbers stand for the other symbols, in base units."""
        others = self.expression.free_symbols - {self.unknown}
        return ((self.expression, self.expression),) if others else ()

    def numbers(self) -> tuple[Number, ...]:
        return (Number(self.unknown, ROUNDED, decimal(self.number)),) if self.unit == 1 else ()


def crossing(
    expression: Any,
    unknown: sympy.Symbol,
    number: str,
    *,
    unit: Any = 1,
    rising: bool = True,
    called: str | None = None,
) -> tuple[Crossing]:
    """The curve changes its sign where the page says, to the digits of the page."""
    factor = rational(unit)
    if not factor.is_positive:
        raise ClaimError(f"crossing: unit={factor}; expected a positive number")
    interval = printed(number).interval
    return (Crossing(exact(expression), unknown_of(unknown), number, interval, factor, rising, called=name_of(called)),)


def check(statement: Crossing, facts: Facts, settings: Settings) -> Finding:
    """Has the curve opposite signs, in the claimed order, at the two ends of the printed interval?

    Opposite signs of a continuous curve mean a zero in between; that there is neither a pole nor a jump is
    shown by enclosures of the whole interval (`verify.orders.ranges.is_unbroken`).  Other signs at the ends contradict *turns
    positive here* only if no piece of the interval holds such a crossing (`_never`): the curve may cross twice.
    The unknown must be able to have every number of the interval.
    """
    given = premises_of(facts, statement)
    expression = given.apply(statement.expression)
    if expression.free_symbols - {statement.unknown}:
        return undecided("it contains a symbol without a value")
    span = (statement.interval[0] * statement.unit, statement.interval[1] * statement.unit)
    if not (admits_range(statement.unknown, span) and is_of_the_line(statement.unknown)):
        return undecided(
            f"{name(statement.unknown)} as declared may not have every value that the printed number allows"
        )
    if not met_over(given.lost_of_arguments, {statement.unknown: span}):
        return undecided("the curve as printed is not known to be defined all over the interval")
    try:
        signs = [sign_at(expression.subs(statement.unknown, end), {}) for end in span]
    except GiveUp as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)
    if None in signs:
        return undecided("the sign at an end of the printed interval could not be certified")
    return kept(_crossing(statement, expression, signs, span), given, statement)


def _crossing(
    statement: Crossing, expression: sympy.Expr, signs: list[int | None], span: tuple[sympy.Rational, sympy.Rational]
) -> Finding:
    x = name(statement.unknown)
    ends = [f"{SIGN_WORDS[s or 0]} at {x} = {plain(end)}" for s, end in zip(signs, statement.interval, strict=True)]
    how = f"{quantity(statement)} is {ends[0]} and {ends[1]}, the ends of what {statement.number} allows (certified signs)."
    wanted = [-1, 1] if statement.rising else [1, -1]
    if signs == wanted:
        if not is_unbroken(expression, statement.unknown, span):
            return undecided(f"{how} That there is neither a pole nor a jump between them could not be shown.")
        return proved("certified change of sign", how)
    if not _never(expression, statement, span):
        return undecided(f"{how} That it does not cross zero between them was not shown.")
    point = tuple(
        (f"{name(statement.unknown)} = {end}", SIGN_WORDS[s or 0])
        for s, end in zip(signs, statement.interval, strict=True)
    )
    found, claimed = (" then ".join(SIGN_WORDS[s or 0] for s in order) for order in (signs, wanted))
    return refuted("certified signs", how, point, found, claimed, shape=Shape.INTERVAL)


def _never(expression: sympy.Expr, statement: Crossing, span: Interval, depth: int = MOST_HALVINGS) -> bool:
    """Does the curve certainly not pass zero in the claimed direction, at no place of the closed interval?

    Over a piece whose enclosure leaves out zero it does not; nor where it is strictly
    monotone (its derivative has one sign, and it is unbroken) and the signs at both ends, none of them zero, are not
    those of the crossing.
    """
    x, (low, high) = statement.unknown, span
    try:
        found = range_of(expression, {x: span})
        if found is not None and not found[0] <= 0 <= found[1]:
            return True
        slope = range_of(sympy.diff(expression, x), {x: span})
        if slope is not None and not slope[0] <= 0 <= slope[1] and is_unbroken(expression, x, span, depth=0):
            ends = {sign_at(expression.subs(x, end), {}) for end in span}
            if bool(slope[0] > 0) is not statement.rising or ends in ({1}, {-1}):
                return True
    except GiveUp:
        return False
    middle = (low + high) / 2
    halves = ((low, middle), (middle, high))
    return depth > 0 and all(_never(expression, statement, half, depth - 1) for half in halves)


def _amounts(statement: Crossing, system: UnitSystem) -> Iterator[Amount]:
    yield decimal(statement.number), statement.unit, getattr(statement.unknown, "dimension", None)


def _spoil(statement: Crossing) -> Spoiled:
    yield from shifted(statement)
    yield "sense of the crossing reversed", replace(statement, rising=not statement.rising)
    yield "wrong sign", replace(statement, expression=-statement.expression)


KINDS = (
    Kind(
        Crossing,
        check,
        amounts=_amounts,
        spoil=_spoil,
        constructors=(crossing,),
        debt="a change of sign within the digits of a printed place: neither zeros nor poles are counted",
    ),
)
