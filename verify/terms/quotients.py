"""Rational functions as quotients without common factors, by FLINT.

SymPy's `cancel` takes most of its time on the way to its polynomials; what is made of symbols, π and rational
numbers alone is read into those of FLINT in one walk.  The answer is the same.
"""

from __future__ import annotations

from functools import lru_cache
from math import comb
from typing import Any

import sympy
from flint import Ordering, fmpz_mpoly_ctx
from sympy.polys.polyutils import _sort_gens

from verify.errors import GiveUp

MOST_TERMS = 5_000
LARGEST_POWER = 100

Quotient = tuple[Any, Any]
"""Numerator and denominator, coprime polynomials over the whole numbers."""


def cancelled(expr: Any) -> Any:
    """The same as `sympy.cancel`.

    >>> x, y = sympy.symbols("x y")
    >>> cancelled((x**2 - y**2) / (2 * x + 2 * y)), cancelled(sympy.sin(x) / sympy.sin(x) ** 2)
    (x/2 - y/2, 1/sin(x))
    """
    try:
        return _cancelled(expr)
    except GiveUp:
        return sympy.cancel(expr)


def in_lowest_terms(expr: Any) -> tuple[Any, Any]:
    """Numerator and denominator of what is left when common factors are cancelled.

    >>> x, y = sympy.symbols("x y")
    >>> in_lowest_terms(1 / x + 1 / (2 * y))
    (x + 2*y, 2*x*y)
    """
    try:
        value = _cancelled(expr)
    except GiveUp:
        value = sympy.cancel(sympy.together(expr))
    found: tuple[Any, Any] = sympy.fraction(value)
    return found


def _cancelled(expr: Any) -> Any:
    """Raises GiveUp for what is no rational function of symbols and π over the rational numbers."""
    symbols = expr.free_symbols | {sympy.pi}
    if len(symbols) == 1 or len(set(map(str, symbols))) < len(symbols):
        raise GiveUp("nothing to cancel, or no order of the symbols")
    ordered = _sort_gens(symbols)
    ring = _ring(len(ordered))
    one = ring.constant(1)
    numbers: dict[Any, Quotient] = {s: (g, one) for s, g in zip(ordered, ring.gens(), strict=True)}
    top, bottom = _read(expr, numbers, ring)
    if top.is_zero():
        return sympy.S.Zero
    if bottom.leading_coefficient() < 0:
        top, bottom = -top, -bottom
    return _written(top, ordered) / _written(bottom, ordered)


@lru_cache(maxsize=64)
def _ring(size: int) -> Any:
    return fmpz_mpoly_ctx.get([f"x{k}" for k in range(size)], Ordering.lex)


def _read(expr: Any, known: dict[Any, Quotient], ring: Any) -> Quotient:
    """Raises GiveUp for what is no rational function, divides by zero, or is too long."""
    found = known.get(expr)
    if found is None:
        found = known[expr] = _made(expr, known, ring)
    return found


def _made(expr: Any, known: dict[Any, Quotient], ring: Any) -> Quotient:
    if expr.is_Rational:
        return ring.constant(int(expr.p)), ring.constant(int(expr.q))
    if expr.is_Add or expr.is_Mul:
        parts = [_read(arg, known, ring) for arg in expr.args]
        total = parts[0]
        for part in parts[1:]:
            total = _sum(total, part) if expr.is_Add else _product(total, part)
            if len(total[0]) + len(total[1]) > MOST_TERMS:
                raise GiveUp("too many terms")
        return total
    if expr.is_Pow and expr.exp.is_Integer and abs(expr.exp) <= LARGEST_POWER:
        return _power(_read(expr.base, known, ring), int(expr.exp))
    raise GiveUp("no rational function of symbols over the rational numbers")


def _sum(left: Quotient, right: Quotient) -> Quotient:
    shared = left[1].gcd(right[1])
    mine, other = left[1] / shared, right[1] / shared
    return _reduced(left[0] * other + right[0] * mine, left[1] * other)


def _product(left: Quotient, right: Quotient) -> Quotient:
    (a, d), (c, b) = _reduced(left[0], right[1]), _reduced(right[0], left[1])
    return a * c, b * d


def _reduced(top: Any, bottom: Any) -> Quotient:
    shared = top.gcd(bottom)
    return (top, bottom) if shared.is_one() else (top / shared, bottom / shared)


def _power(base: Quotient, exponent: int) -> Quotient:
    top, bottom = base if exponent >= 0 else base[::-1]
    exponent = abs(exponent)
    if bottom.is_zero() or any(comb(exponent + len(p) - 1, exponent) > MOST_TERMS for p in (top, bottom) if len(p)):
        raise GiveUp("division by zero, or too many terms")
    return top**exponent, bottom**exponent


def _written(polynomial: Any, symbols: tuple[Any, ...]) -> Any:
    terms = polynomial.to_dict().items()
    return sympy.Add(
        *(
            sympy.Mul(int(coefficient), *(s ** int(n) for s, n in zip(symbols, powers, strict=True) if n))
            for powers, coefficient in terms
        )
    )
