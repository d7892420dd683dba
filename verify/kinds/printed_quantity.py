"""What is asked of a printed number: the quantity in the units of the print, and the ranges of inputs, result and print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy

from verify.orders.ranges import Interval
from verify.vocabulary.statements import Value


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
