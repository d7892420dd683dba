"""Which values the assumptions on a symbol admit, and a few exact points of such values, for cheap certain checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

# Properties of numbers that a sampled value must share with its symbol.
CHECKED = (
    "zero", "nonzero", "positive", "negative", "nonnegative", "nonpositive", "integer", "noninteger", "even", "odd",
    "prime", "composite", "rational", "irrational", "transcendental", "real", "imaginary", "complex", "finite",
    "infinite", "extended_positive", "extended_negative", "extended_nonnegative", "extended_nonpositive",
    "extended_nonzero", "extended_real",
)  # fmt: skip
_ORDERED: dict[str, Callable[[int, int], bool]] = {
    "zero": lambda p, q: p == 0,
    "nonzero": lambda p, q: p != 0,
    "positive": lambda p, q: p > 0,
    "negative": lambda p, q: p < 0,
    "nonnegative": lambda p, q: p >= 0,
    "nonpositive": lambda p, q: p <= 0,
}
OF_RATIONALS: dict[str, Callable[[int, int], bool]] = {
    **_ORDERED,
    **{f"extended_{name}": test for name, test in _ORDERED.items() if name != "zero"},
    **dict.fromkeys(("rational", "real", "extended_real", "complex", "finite"), lambda p, q: True),
    **dict.fromkeys(("irrational", "transcendental", "infinite"), lambda p, q: False),
    "integer": lambda p, q: q == 1,
    "noninteger": lambda p, q: q != 1,
}
"""What a fraction p/q in lowest terms is."""
OF_COMPLEX_NUMBERS = ("hermitian", "antihermitian", "polar")
"""What a symbol may be said to be that is not said to be real."""
IMPLIED = {
    name: frozenset(sympy.Dummy(**{name: True}).assumptions0) - {name}
    for name in ("positive", "negative", "nonnegative", "nonpositive", "real")
}
"""What SymPy's rules conclude from one assumption, the strongest first."""


@lru_cache(maxsize=65536)
def allowed(symbol: Any, value: Any) -> bool:
    """Does the exact number satisfy the symbol's assumptions?"""
    if value.is_Rational:
        return all(_is_so(value, name) is expected for name, expected in _questions(symbol))
    return all(getattr(value, "is_" + name) is expected for name, expected in _questions(symbol))


def _is_so(number: Any, name: str) -> Any:
    """The same as SymPy says of a rational number, which works out all that it knows of a number before it answers."""
    test = OF_RATIONALS.get(name)
    return getattr(number, "is_" + name) if test is None else test(number.p, number.q)


@lru_cache(maxsize=4096)
def _questions(symbol: Any) -> tuple[tuple[str, bool], ...]:
    """What to ask of a value, such as ("positive", True), without what the strongest of them implies."""
    assumed = symbol.assumptions0
    settled = next((implied for name, implied in IMPLIED.items() if assumed.get(name)), frozenset())
    names = CHECKED if symbol.is_extended_real else (*CHECKED, *OF_COMPLEX_NUMBERS)
    return tuple((name, assumed[name]) for name in names if name in assumed and name not in settled)


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
    return next((c for c in candidates if allowed(symbol, c)), None)


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
