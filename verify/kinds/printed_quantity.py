"""What is asked of a printed number: the quantity in the units of the print, and the ranges of inputs, result and print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy

from verify.orders.ranges import Interval, range_of
from verify.quantities.constants import Constant
from verify.quantities.dimension import UnitSystem
from verify.quantities.units import Unit
from verify.vocabulary.statements import Input, PrintedInput, Value


@dataclass(frozen=True)
class Question:
    """A statement with everything put in: its quantity in units of the print, the ranges of inputs, result and print.

    `conditions` tell what the quantity as printed needs of symbols without a value.
    """

    statement: Value
    quantity: sympy.Expr
    intervals: dict[sympy.Symbol, Interval]
    found: Interval
    low: Interval
    high: Interval
    conditions: tuple[str, ...] = ()

    @property
    def central(self) -> sympy.Expr:
        """The number from the inputs as printed, and from the constants at their values."""
        return self.central_at({})

    def central_at(self, point: Mapping[sympy.Symbol, sympy.Rational]) -> sympy.Expr:
        middle = {s: (low + high) / 2 for s, (low, high) in self.intervals.items()}
        return self.quantity.subs({**middle, **point})


@dataclass(frozen=True)
class Enclosed:
    """A number that is known to lie between two rational ones, in base units."""

    low: sympy.Rational
    high: sympy.Rational


def interval_of(constant: Input | Enclosed, system: UnitSystem) -> Interval:
    """One standard uncertainty on either side, in the base units of the system; an exact number is its own interval."""
    if isinstance(constant, Enclosed):
        return constant.low, constant.high
    if not isinstance(constant, (Constant, PrintedInput)):
        own = None if constant.is_Rational else range_of(constant, {})
        return own or (constant, constant)
    ends = [range_of(end, {}) for end in constant.interval_in(system)]
    assert None not in ends, f"{constant} has no finite value"
    return ends[0][0], ends[1][1]  # type: ignore[index]


def factor_of(unit: object, system: UnitSystem) -> sympy.Expr:
    """What the unit of a number is worth in base units."""
    return unit.worth(system) if isinstance(unit, Unit) else sympy.sympify(unit, strict=True)
