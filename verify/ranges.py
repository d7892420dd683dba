"""The range of an expression whose symbols are known to within intervals, with exact rational ends."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import sympy
from flint import acb, arb, fmpq

from verify.balls import Unsupported, enclose, precision

Interval = tuple[sympy.Rational, sympy.Rational]
BITS = 256
MOST_CELLS = 64


def range_of(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval], bits: int = BITS) -> Interval | None:
    """Rational numbers that certainly enclose the expression, or None if it is undefined, complex or too wide.

    Each symbol ranges over its whole interval, independently of the others, so that the
    result holds for every value that the intervals allow.  Raises `balls.Unsupported`.
    """
    with precision(bits):
        point = {symbol: interval_ball(low, high) for symbol, (low, high) in intervals.items()}
        value = enclose(expression, point, bits)
        if not value.is_finite() or value.imag != 0:
            return None
        return exact_value(value.real.lower()), exact_value(value.real.upper())


def tight_range(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval]) -> Interval | None:
    """The same, less pessimistic: the ends of an interval are enough where the expression is monotone in its symbol.

    Why it holds: if the derivative by x has one sign on the whole box, then for any values of
    the others the least value is at one end of x's interval and the greatest at the other.
    """
    corners = extreme_corners(expression, intervals)
    low, high = (_piecewise_range(expression, corner) for corner in corners)
    return None if low is None or high is None else (low[0], high[1])


Box = dict[sympy.Symbol, Interval]


def extreme_corners(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval]) -> tuple[Box, Box]:
    """Boxes that hold a least and a greatest value: points, where the expression is monotone in every symbol."""
    least, greatest = dict(intervals), dict(intervals)
    for symbol, (low, high) in intervals.items():
        slope = _slope_range(expression, symbol, intervals) if low < high else None
        if slope is not None and slope[0] >= 0:
            least[symbol], greatest[symbol] = (low, low), (high, high)
        elif slope is not None and slope[1] <= 0:
            least[symbol], greatest[symbol] = (high, high), (low, low)
    return least, greatest


def _slope_range(
    expression: sympy.Expr, symbol: sympy.Symbol, intervals: Mapping[sympy.Symbol, Interval]
) -> Interval | None:
    if not expression.free_symbols <= set(intervals):
        return None
    slope = sympy.diff(expression, symbol)
    try:
        found = range_of(slope, intervals)
        decided = found is not None and not found[0] < 0 < found[1]
        return found if decided else _piecewise_range(slope, intervals)
    except Unsupported:
        return None


def _piecewise_range(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval]) -> Interval | None:
    """The union of the ranges over the cells of a grid: a ball over a small cell is less pessimistic."""
    wide = [symbol for symbol, (low, high) in intervals.items() if low < high and symbol in expression.free_symbols]
    pieces = int(MOST_CELLS ** (1 / len(wide))) if wide else 1
    cuts = [[_piece(intervals[symbol], k, pieces) for k in range(pieces)] for symbol in wide]
    ranges = []
    for cell in product(*cuts):
        found = range_of(expression, {**intervals, **dict(zip(wide, cell, strict=True))})
        if found is None:
            return None
        ranges.append(found)
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def _piece(interval: Interval, index: int, pieces: int) -> Interval:
    low, high = interval
    step = (high - low) / pieces
    return low + index * step, low + (index + 1) * step


def interval_ball(low: sympy.Rational, high: sympy.Rational) -> acb:
    """A ball that contains [low, high].  `union` rounds outward."""
    ends = [arb(fmpq(int(end.p), int(end.q))) for end in (low, high)]
    return acb(ends[0].union(ends[1]))


def exact_value(exact: arb) -> sympy.Rational:
    """The rational number that a ball of radius zero stands for."""
    mantissa, exponent = exact.man_exp()
    return sympy.Integer(int(mantissa)) * sympy.Integer(2) ** int(exponent)
