"""Points near stationary points and zeros, where a counterexample would be: candidates only, nothing rests on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from fractions import Fraction
from itertools import pairwise
from typing import Any

import sympy

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.orders.rational_curves import simplest_between
from verify.points.plan import Point
from verify.regularity.analytic import slope

GRID = tuple(map(sympy.Rational, ("1/1000", "1/50", "1/10", "1/4", "1/2", "3/4", "1", "3/2", "2", "5/2", "3", "7/2", "4",
                               "5", "6", "7", "8", "10", "15", "20", "50", "100", "1000")))  # fmt: skip
WIDTHS = tuple(Fraction(1, 10**k) for k in (1, 3, 6, 10, 16))


Budget = Callable[[], AbstractContextManager[None]]
"""What the enclosures may cost, see `verify.refuting.hunt.Hunt.budget`."""


def turning_points(g: Any, x: Any, base: Point, budget: Budget) -> Iterator[Any]:
    """Rational candidates near stationary points and zeros of g, in which `base` gives the other symbols their values.

    They are sought by the signs of g' and g at the points of a grid; nothing rests on them.
    """
    g = g.xreplace({symbol: value for symbol, value in base.items() if symbol != x})
    grid = sorted({sign * value for value in GRID for sign in (1, -1)} | {sympy.S.Zero})
    grid = [p for p in grid if not (x.is_nonnegative and p < 0) and not (x.is_nonpositive and p > 0)]
    if x.is_integer:
        return
    for function in (slope(g, x), g):
        try:
            ball = compile_ball(function)
        except (GiveUp, ValueError):
            continue
        if ball.expr.free_symbols != {x}:
            continue
        signs = [(p, _sign(ball, x, p, budget)) for p in grid]
        for (a, before), (b, after) in pairwise(signs):
            if before * after < 0:
                yield from _approaching(ball, x, a, b, before, budget)


def _sign(ball: Any, x: Any, point: Any, budget: Budget) -> int:
    with budget():
        value = ball({x: point}, 128)
    return 0 if not value.is_finite() else 1 if value.real > 0 else -1 if value.real < 0 else 0


def _approaching(ball: Any, x: Any, low: Any, high: Any, before: int, budget: Budget) -> Iterator[Any]:
    widths = list(WIDTHS)
    for _ in range(80):
        if widths and high - low < widths[0]:
            widths.pop(0)
            near = simplest_between(Fraction(low), Fraction(high))
            yield sympy.Rational(near)
        middle = (low + high) / 2
        low, high = (middle, high) if _sign(ball, x, middle, budget) == before else (low, middle)
        if not widths:
            return
