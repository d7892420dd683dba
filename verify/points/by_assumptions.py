"""A few exact points that the symbols' own assumptions admit, for cheap certain checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import sympy

from verify.balls import enclose
from verify.errors import GiveUp

_OFFSETS = (
    sympy.Rational(7, 5),
    sympy.Rational(3, 7),
    sympy.Rational(23, 9),
    sympy.Rational(9, 4),
    sympy.Rational(1, 6),
)
BITS = 128


def sample_points(symbols: set[Any], count: int = 8) -> Iterator[dict[Any, Any]]:
    """Points at which every symbol takes a value that its assumptions allow.

    >>> n = sympy.Symbol("n", integer=True)
    >>> [point[n] for point in sample_points({n}, 3)]
    [1, 2, 3]
    """
    ordered = sorted(symbols, key=sympy.default_sort_key)
    for round_ in range(count):
        point = {s: _value(s, place, round_) for place, s in enumerate(ordered)}
        if all(value is not None for value in point.values()):
            yield point


@lru_cache(maxsize=4096)
def _value(symbol: Any, place: int, round_: int) -> Any | None:
    if symbol.is_integer:
        candidates = [sympy.Integer(1 + place + round_ + k) for k in (0, 1)]
    else:
        base = _OFFSETS[(place + round_) % len(_OFFSETS)] + sympy.Rational(place, 3) + sympy.Rational(round_, 11)
        candidates = [base]
    if round_ % 2 and not symbol.is_integer:
        candidates = [-c for c in candidates] + candidates
    candidates += [-c for c in candidates]
    return next((c for c in candidates if _admits(symbol, c)), None)


def _admits(symbol: Any, value: Any) -> bool:
    return all(getattr(value, f"is_{fact}") in (truth, None) for fact, truth in symbol.assumptions0.items())


def varies(expr: sympy.Expr) -> bool:
    """True only if balls certify different values at two admissible points, so that it is no constant.

    >>> x = sympy.Symbol("x", positive=True)
    >>> varies(x + 1), varies((x**2 - 1) / (x - 1) - x)
    (True, False)
    """
    try:
        balls = [enclose(expr, point, BITS) for point in sample_points(expr.free_symbols, 2)]
    except GiveUp:
        return False
    return len(balls) == 2 and all(ball.is_finite() for ball in balls) and not balls[0].overlaps(balls[1])


def holds_somewhere(expr: Any) -> bool:
    """True if a ball certifies expr ≠ 0 at a sample point, or if expr is beyond the balls.

    Functions that stand for unknown data (f(x), derivatives) count as nonzero somewhere, and so do integrals and sums, unless they
    are constants that a ball around zero encloses.
    """
    if expr.has(sympy.core.function.AppliedUndef, sympy.Derivative):
        return True
    if expr.has(sympy.Integral, sympy.Sum, sympy.Product):
        return bool(expr.free_symbols) or not _is_enclosed_around_zero(expr)
    for point in sample_points(expr.free_symbols):
        try:
            ball = enclose(expr, point, BITS)
        except GiveUp:
            return True
        if ball.is_finite() and not ball.contains(0):
            return True
    return False


def _is_enclosed_around_zero(constant: Any) -> bool:
    try:
        ball = enclose(constant, {}, BITS)
    except GiveUp:
        return False
    return bool(ball.is_finite() and ball.contains(0))
