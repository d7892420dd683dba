"""The range of an expression whose symbols are known to within intervals, with exact rational ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

import sympy
from flint import acb, arb, fmpq

from verify.balls import BallFunction, compile_ball, environment, is_real, precision
from verify.errors import GiveUp
from verify.proofs.definedness import moved
from verify.regularity.written import is_defined
from verify.solving.replacement import put
from verify.terms.requirements import HasNoZero

Interval = tuple[sympy.Rational, sympy.Rational]
Box = dict[sympy.Symbol, Interval]
BITS = 256
MOST_CELLS = 64
MOST_BITS = 20_000
"""Of a number that is written out; further from 1 than that it is too large, or as good as zero."""
LARGEST_SHOWN = arb(10) ** 99
"""Of a number in a drawing."""


def range_of(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval], bits: int = BITS) -> Interval | None:
    """Rational numbers that certainly enclose the expression, or None if it is undefined, complex or too wide.

    Each symbol ranges over its whole interval, independently of the others, so that the
    result holds for every value that the intervals allow.  Raises `GiveUp`.
    """
    return range_over(compile_ball(expression), intervals, bits)


def range_over(function: BallFunction, intervals: Mapping[sympy.Symbol, Interval], bits: int = BITS) -> Interval | None:
    """The same for an expression that is compiled once and asked often."""
    with precision(bits):
        value = function(_balls(intervals), bits)
        if not value.is_finite() or not is_real(value):
            return None
        return _rational_ends(value.real.lower(), value.real.upper())


def met_over(needs: Iterable[Any], intervals: Mapping[sympy.Symbol, Interval]) -> bool:
    """Are parts that must not vanish certainly different from zero, and requirements certainly met, over all intervals?"""
    sharp = {symbol: low for symbol, (low, high) in intervals.items() if low == high}
    there = [moved(need, lambda part: put(part, sharp)) for need in needs]
    if any(isinstance(need, HasNoZero) and need.free_symbols for need in there):
        return False  # its range of indices would not be sharp
    with precision(BITS):
        wide = {s: interval_ball(*ends) for s, ends in intervals.items() if s not in sharp}
        return is_defined(there, wide, BITS)


def is_analytic_over(function: BallFunction, intervals: Mapping[sympy.Symbol, Interval]) -> bool:
    """Is the expression certainly analytic, and so differentiable, on the closed box?  See `is_unbroken`."""
    with precision(BITS):
        try:
            value = function.node(environment(_balls(intervals)), True)
        except (ZeroDivisionError, OverflowError, RecursionError, ArithmeticError, KeyError):
            return False
        return bool(value.is_finite())


def _balls(intervals: Mapping[sympy.Symbol, Interval]) -> dict[sympy.Symbol, acb]:
    return {symbol: interval_ball(low, high) for symbol, (low, high) in intervals.items()}


def _rational_ends(low: arb, high: arb) -> Interval | None:
    """Both ends as fractions; one of e^(10^300) would not fit into any memory, and is given up, a tiny one is moved outward."""
    if max(_size(low), _size(high)) > MOST_BITS:
        return None
    tiny = sympy.Rational(1, 2**MOST_BITS)
    below = (-tiny if low < 0 else sympy.Integer(0)) if _size(low) < -MOST_BITS else exact_value(low)
    above = (tiny if high > 0 else sympy.Integer(0)) if _size(high) < -MOST_BITS else exact_value(high)
    return below, above


def shown_value(ball: arb) -> arb | None:
    """The ball if a drawing can show it: None beyond 10^99 in size, a ball around zero below 10^-99."""
    if not abs(ball) < LARGEST_SHOWN:
        return None
    return arb(0, 1 / LARGEST_SHOWN) if ball != 0 and abs(ball) < 1 / LARGEST_SHOWN else ball


def _size(exact: arb) -> int:
    """The binary order of magnitude of a ball of radius zero."""
    mantissa, exponent = exact.man_exp()
    return int(mantissa).bit_length() + int(exponent) if mantissa != 0 else 0


def is_unbroken(expression: sympy.Expr, variable: sympy.Symbol, interval: Interval, depth: int = 6) -> bool:
    """Is the expression certainly continuous over the closed interval, and finite?

    Why it holds: on each of the pieces that cover it the enclosure is made by rules that answer only where the
    function is analytic on the whole ball (`verify.balls`, as quadrature needs it), so that
    neither a pole nor a jump (of sign, floor, atan2, acot, the branches of Piecewise) is in any of them.
    """
    return is_unbroken_over(expression, variable, {variable: interval}, depth)


def is_unbroken_over(
    expression: sympy.Expr, variable: sympy.Symbol, box: Mapping[sympy.Symbol, Interval], depth: int = 6
) -> bool:
    """The same over a box, cut into pieces along one variable only."""
    try:
        return _is_unbroken(compile_ball(expression), variable, dict(box), depth)
    except GiveUp:
        return False


def _is_unbroken(function: BallFunction, variable: sympy.Symbol, box: Box, depth: int) -> bool:
    low, high = box[variable]
    if is_analytic_over(function, box):
        return True
    middle = (low + high) / 2
    halves: tuple[Interval, Interval] = ((low, middle), (middle, high))
    return depth > 0 and all(_is_unbroken(function, variable, {**box, variable: half}, depth - 1) for half in halves)


def tight_range(expression: sympy.Expr, intervals: Mapping[sympy.Symbol, Interval]) -> Interval | None:
    """The same, less pessimistic: the ends of an interval are enough where the expression is monotone in its symbol.

    Why it holds: if the expression is continuous in x and its derivative has one sign, on the whole box, then for any
    values of the others the least value is at one end of x's interval and the greatest at the other.  (A derivative
    alone does not see a jump.)
    """
    corners = extreme_corners(expression, intervals)
    low, high = (_piecewise_range(expression, corner) for corner in corners)
    return None if low is None or high is None else (low[0], high[1])


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
    """An enclosure of the derivative by the symbol over the whole box; None where none is known, or a jump may be."""
    if not expression.free_symbols <= set(intervals) or not is_unbroken_over(expression, symbol, intervals):
        return None
    slope = sympy.diff(expression, symbol)
    try:
        found = range_of(slope, intervals)
        decided = found is not None and not found[0] < 0 < found[1]
        return found if decided else _piecewise_range(slope, intervals)
    except GiveUp:
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
