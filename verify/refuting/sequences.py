"""May agreement at whole numbers stand for agreement at all of them?

No continuity joins one integer to the next.  But a sequence that satisfies a linear recurrence
with polynomial coefficients (a holonomic one) is determined by a few of its values, and so is
the difference of two.  Rational functions of n, c^n, factorials, binomials, orthogonal
polynomials and Bessel functions by their degree or order, waves cos(nθ), and sums and integrals of
such terms are holonomic (Zeilberger 1990).  `values_needed` bounds how many values in succession
determine the difference: the order of the recurrence (a sum of M waves has order 2M), and
beyond the roots of its leading coefficient, which are as small as the numbers in the
expression.  For anything else, cos(14πk/n) or floor(n/50), no number of values is evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import sympy

from verify.points.by_assumptions import allowed
from verify.points.plan import Point
from verify.terms.requirements import BOUND

MOST_VALUES = 72
MOST_SPARSE = 8
LARGEST_NUMBER = 24
SPARE = 6
TELESCOPER = 4
MOST_POWER = 6
BY_DEGREE = (sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu)
BY_ORDER = (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk)
FACTORIAL = (sympy.factorial, sympy.gamma, sympy.binomial, sympy.RisingFactorial, sympy.FallingFactorial, sympy.beta)
WAVES = (sympy.sin, sympy.cos, sympy.sinh, sympy.cosh, sympy.exp)


def values_needed(sides: tuple[Any, ...], n: Any) -> int | None:
    """How many values of n in succession, from 0 on, are evidence for all of them; None if none are.

    >>> n, k = sympy.symbols("n k", integer=True, positive=True)
    >>> values_needed((sympy.binomial(2 * n, n), 4**n), n), values_needed((sympy.cos(14 * sympy.pi * k / n),), n) is None
    (16, True)
    """
    expanded = [sympy.expand(_evaluated(side)) for side in sides]
    orders = [order(side, n) for side in expanded]
    numbers = {x for side in (*sides, *expanded) for x in side.atoms(sympy.Rational)}  # 4·24, and the 96 that it is
    largest = max((max(abs(int(x.p)), int(x.q)) for x in numbers), default=0)
    if any(found is None for found in orders) or largest > LARGEST_NUMBER:
        return None
    needed = sum(found for found in orders if found) + 2 * largest + SPARE
    return needed if needed <= MOST_VALUES else None


def _evaluated(expr: Any) -> Any:
    return expr.func(*map(_evaluated, expr.args)) if expr.args else expr


def order(expr: Any, n: Any) -> int | None:
    """The order of a recurrence for the expression as a sequence in n, or None if none is known."""
    if n not in expr.free_symbols or expr == n:
        return 1
    if expr.is_Add or expr.is_Mul:
        return _of_parts(expr, n)
    if isinstance(expr, BOUND):
        return _bound(expr, n)
    if expr.is_Pow:
        return _power(expr.base, expr.exp, n)
    if isinstance(expr, WAVES):
        return (1 if isinstance(expr, sympy.exp) else 2) if _is_line(expr.args[0], n) else None
    if isinstance(expr, FACTORIAL):
        return 1 if all(_is_whole_line(arg, n) for arg in expr.args) else None
    if isinstance(expr, (*BY_DEGREE, *BY_ORDER)):
        return 2 if _is_whole_line(expr.args[0], n) and n not in expr.args[-1].free_symbols else None
    return None


def _of_parts(expr: Any, n: Any) -> int | None:
    """Orders add in a sum and multiply in a product."""
    total = 0 if expr.is_Add else 1
    for arg in expr.args:
        found = order(arg, n)
        if found is None:
            return None
        total = total + found if expr.is_Add else total * found
    return total


def _bound(expr: Any, n: Any) -> int | None:
    """A sum of a known number of terms has the order of all of them; others that of a creative telescoper, a guess."""
    ends = [end for limit in expr.limits for end in limit[1:]]
    if not all(_is_whole_line(end, n) for end in ends):
        return None
    moving = any(n in end.free_symbols for end in ends)
    if isinstance(expr, sympy.Product):
        return 1 if expr.function.is_rational_function() and n not in expr.function.free_symbols else None
    inner = order(expr.function, n)
    if inner is None or (isinstance(expr, sympy.Integral) and moving):
        return None
    if isinstance(expr, sympy.Integral):
        highest = reach(expr.function, [limit[0] for limit in expr.limits], n)
        return None if highest is None else TELESCOPER * inner + 2 * highest
    if moving:  # with n as its end, the summand is a sequence in n, too
        for index, *_ in expr.limits:
            along = order(expr.function, index)
            if along is None:
                return None
            inner *= along
    if any(end.is_infinite for end in ends):
        return TELESCOPER * inner
    terms = 1
    for _, low, high in expr.limits:
        count = sympy.expand(high - low + 1)
        if not count.is_Integer and not moving:
            return None
        terms *= int(count) if count.is_Integer else TELESCOPER
    return terms * inner + moving


def reach(expr: Any, variables: Iterable[Any], n: Any) -> int | None:
    """The highest frequency or degree of what an integrand has without n: up to there all may be zero; None if there is no end.

    cos(13x)⁴ reaches 52, x⁷ reaches 7, and sinh(cos 13x) has no highest frequency.

    >>> x, n = sympy.symbols("x n")
    >>> reach(sympy.cos(n * x) * sympy.cos(13 * x) ** 4, [x], n), reach(sympy.sinh(sympy.cos(x)), [x], n) is None
    (52, True)
    """
    moving = set(variables)
    if not expr.free_symbols & moving:
        return 0
    if expr in moving:
        return 1
    if expr.is_Add or expr.is_Mul:
        parts = [reach(arg, moving, n) for arg in expr.args]
        known = [part for part in parts if part is not None]
        return None if len(known) < len(parts) else (max if expr.is_Add else sum)(known)
    if expr.is_Pow and expr.exp.is_Integer and expr.exp > 0:
        inner = reach(expr.base, moving, n)
        return None if inner is None else inner * int(expr.exp)
    if expr.is_Pow and expr.base.is_polynomial(*moving) and not expr.exp.free_symbols & moving:
        return reach(expr.base, moving, n)
    if isinstance(expr, (*BY_DEGREE, *BY_ORDER)) and n in expr.args[0].free_symbols:
        return reach(expr.args[-1], moving, n)
    if isinstance(expr, sympy.log) and expr.args[0] in moving:
        return 1
    return _frequency(expr.args[0], moving, n) if isinstance(expr, WAVES) else None


def _frequency(phase: Any, moving: set[Any], n: Any) -> int | None:
    """The sum of the slopes of a linear phase, less those with n, which may not be small."""
    total = 0
    for variable in sorted(moving & phase.free_symbols, key=str):
        if not phase.is_polynomial(variable) or sympy.degree(phase, variable) > 1:
            return None
        slope = sympy.expand(phase).coeff(variable, 1)
        if n in slope.free_symbols:
            own = sympy.expand(slope).coeff(n, 1)
            if not own.is_number or (abs(own).is_Rational and abs(own) < 1):
                return None
            slope = slope.subs(n, 0)
        if not slope.is_number:
            return None
        total += int(sympy.ceiling(abs(slope)))
    return total


def _power(base: Any, exponent: Any, n: Any) -> int | None:
    if n not in base.free_symbols:
        return 1 if base.is_zero is False and _is_line(exponent, n) else None
    if not exponent.is_Integer:
        return None
    inner = order(base, n)
    if exponent < 0:
        return inner if base.is_polynomial(n) or isinstance(base, FACTORIAL) else None
    return None if inner is None or exponent > MOST_POWER else inner ** int(exponent)


def _is_line(expr: Any, n: Any) -> bool:
    """α n + β with α, β free of n."""
    return bool(expr.is_polynomial(n)) and sympy.degree(expr, n) <= 1


def _is_whole_line(expr: Any, n: Any) -> bool:
    """α n + β with a small whole α."""
    if n not in expr.free_symbols:
        return True
    slope = sympy.expand(expr).coeff(n, 1)
    return _is_line(expr, n) and bool(slope.is_Integer) and abs(slope) <= 4


def consecutive(base: Point, n: Any, count: int) -> Iterator[Point]:
    """Points at the first `count` admissible values of n in succession, or on both sides of zero if there is no first.

    If n is even, these are 0, 2, 4, ...: half of the values up to `count` would be half of the evidence.
    """
    if n.is_nonpositive or n.is_nonnegative:
        values: Iterator[Any] = islice(_admissible(n, -1 if n.is_nonpositive else 1), count + 1)
    else:
        above = islice((value for value in _admissible(n, 1) if value), count)
        values = chain(reversed(list(islice(_admissible(n, -1), count + 1))), above)
    for value in values:
        yield {**base, n: value}


def _admissible(n: Any, step: int) -> Iterator[Any]:
    """The values from zero on that the assumptions allow, as far as they are dense enough to be met."""
    values = (sympy.Integer(step * size) for size in range(MOST_SPARSE * MOST_VALUES))
    return (value for value in values if allowed(n, value))
