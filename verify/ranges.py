"""The range of an expression whose symbols are known to within intervals, with exact rational ends."""

from __future__ import annotations

from collections.abc import Mapping

import sympy
from flint import acb, arb, fmpq

from verify.balls import enclose

Interval = tuple[sympy.Rational, sympy.Rational]
BITS = 256


def range_of(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval], bits: int = BITS) -> Interval | None:
    """Rational numbers that certainly enclose the expression, or None if it is undefined, complex or too wide.

    Each symbol ranges over its whole interval, independently of the others, so that the
    result holds for every value that the intervals allow.  Raises `balls.Unsupported`.
    """
    point = {symbol: interval_ball(low, high) for symbol, (low, high) in intervals.items()}
    value = enclose(expression, point, bits)
    if not value.is_finite() or value.imag != 0:
        return None
    return exact_value(value.real.lower()), exact_value(value.real.upper())


def interval_ball(low: sympy.Rational, high: sympy.Rational) -> acb:
    """A ball that contains [low, high].  `union` rounds outward."""
    ends = [arb(fmpq(int(end.p), int(end.q))) for end in (low, high)]
    return acb(ends[0].union(ends[1]))


def exact_value(exact: arb) -> sympy.Rational:
    """The rational number that a ball of radius zero stands for."""
    mantissa, exponent = exact.man_exp()
    return sympy.Integer(int(mantissa)) * sympy.Integer(2) ** int(exponent)
