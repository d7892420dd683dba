"""May agreement at whole numbers stand for agreement at all of them?

No continuity joins one integer to the next.  But a sequence that satisfies a linear recurrence
with polynomial coefficients (a holonomic one) is determined by a few of its values, and so is
the difference of two.  Rational functions of n, c^n, factorials, binomials, orthogonal
polynomials and Bessel functions by their degree or order, waves cos(nθ), and sums and integrals of
such terms are holonomic (Zeilberger 1990).  Their recurrences are short, and their leading coefficients
have small roots if the numbers in the expression are small: agreement at `CONSECUTIVE` values in
succession then is evidence.  For anything else, cos(14πk/n) or floor(n/50), it is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from verify.domain import allowed
from verify.sampling import Point

CONSECUTIVE = 14
LARGEST_NUMBER = 12
BY_DEGREE = (sp.legendre, sp.hermite, sp.laguerre, sp.chebyshevt, sp.chebyshevu)
BY_ORDER = (sp.besselj, sp.bessely, sp.besseli, sp.besselk)
FACTORIAL = (sp.factorial, sp.gamma, sp.binomial, sp.RisingFactorial, sp.FallingFactorial, sp.beta)
WAVES = (sp.sin, sp.cos, sp.sinh, sp.cosh, sp.exp)


def is_holonomic(expr: Any, n: Any) -> bool:
    """Is the expression, as a sequence in n, of one of the forms named above?

    >>> n, k = sp.symbols("n k", integer=True, positive=True)
    >>> is_holonomic(sp.binomial(2 * n, n) / 4**n, n), is_holonomic(sp.cos(14 * sp.pi * k / n), n)
    (True, False)
    """
    if n not in expr.free_symbols or expr == n:
        return True
    if any(abs(number.p) > LARGEST_NUMBER for number in _beside(expr, n)):
        return False
    if expr.is_Add or expr.is_Mul:
        return all(is_holonomic(arg, n) for arg in expr.args)
    if isinstance(expr, (sp.Sum, sp.Integral)):
        return _bound(expr, n)
    if isinstance(expr, sp.Product):
        rational = expr.function.is_rational_function() and n not in expr.function.free_symbols
        return bool(rational) and all(_is_whole_line(end, n) for limit in expr.limits for end in limit[1:])
    if expr.is_Pow:
        return _power(expr.base, expr.exp, n)
    if isinstance(expr, WAVES):
        return _is_line(expr.args[0], n)
    if isinstance(expr, FACTORIAL):
        return all(_is_whole_line(arg, n) for arg in expr.args)
    if isinstance(expr, (*BY_DEGREE, *BY_ORDER)):
        return _is_whole_line(expr.args[0], n) and n not in expr.args[-1].free_symbols
    return False


def _beside(expr: Any, n: Any) -> Iterator[Any]:
    """The numbers that are added to n or multiply it."""
    for part in expr.atoms(sp.Add, sp.Mul):
        if n in part.args:
            yield from (arg for arg in part.args if arg.is_Rational)


def _bound(expr: Any, n: Any) -> bool:
    ends = [end for limit in expr.limits for end in limit[1:]]
    if isinstance(expr, sp.Integral) and any(n in end.free_symbols for end in ends):
        return False
    return all(_is_whole_line(end, n) for end in ends) and is_holonomic(expr.function, n)


def _power(base: Any, exponent: Any, n: Any) -> bool:
    if n not in base.free_symbols:
        return _is_line(exponent, n)
    if not exponent.is_Integer:
        return False
    if exponent > 0:
        return is_holonomic(base, n)
    return bool(base.is_polynomial(n)) or (isinstance(base, FACTORIAL) and is_holonomic(base, n))


def _is_line(expr: Any, n: Any) -> bool:
    """α n + β with α, β free of n."""
    return bool(expr.is_polynomial(n)) and sp.degree(expr, n) <= 1


def _is_whole_line(expr: Any, n: Any) -> bool:
    """α n + β with a small whole α."""
    if n not in expr.free_symbols:
        return True
    slope = sp.expand(expr).coeff(n, 1)
    return _is_line(expr, n) and bool(slope.is_Integer) and abs(slope) <= 4


def consecutive(base: Point, n: Any) -> Iterator[Point]:
    """Points at the first admissible values of n in succession, or around zero if there is no first."""
    first = 0 if n.is_nonnegative else None
    if n.is_nonpositive:
        values = range(0, -CONSECUTIVE - 1, -1)
    elif first is not None:
        values = range(first, CONSECUTIVE + 1)
    else:
        values = range(-5, CONSECUTIVE - 4)
    for value in map(sp.Integer, values):
        if allowed(n, value):
            yield {**base, n: value}
