"""Hypergeometric functions that are elementary, or error functions, where the sign of their argument is certain.

Each is an equation of the NIST Digital Library of Mathematical Functions: 13.6.1 and 13.6.2, 10.16.9 and 10.39.9 with
10.16.1 and 10.39.2, 7.11.4, and 15.4.1 to 15.4.6.  At z = 0, where some of them would be 0/0, none is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy import asin, asinh, atan, atanh, cos, cosh, erf, erfi, exp, log, pi, sin, sinh, sqrt

ONE, TWO, HALF, THREE_HALVES = sympy.S.One, sympy.Integer(2), sympy.S.Half, sympy.Rational(3, 2)
Sided = tuple[Callable[[Any], Any], Callable[[Any], Any]]

WHOLE_LINE: dict[Any, Sided] = {
    ((), (THREE_HALVES,)): (lambda r: sinh(2 * r) / (2 * r), lambda r: sin(2 * r) / (2 * r)),
    ((HALF,), (THREE_HALVES,)): (lambda r: sqrt(pi) * erfi(r) / (2 * r), lambda r: sqrt(pi) * erf(r) / (2 * r)),
}
"""For z > 0 and for z < 0, in terms of r = √|z|."""
INSIDE: dict[Any, Sided] = {
    ((HALF, ONE), (THREE_HALVES,)): (lambda r: atanh(r) / r, lambda r: atan(r) / r),
    ((HALF, HALF), (THREE_HALVES,)): (lambda r: asin(r) / r, lambda r: asinh(r) / r),
}
"""The same for |z| < 1."""


def hypergeometric(above: Callable[[Any, bool], bool], top: Any, bottom: Any, z: Any) -> Any | None:
    """The function of z in other terms; None if it is not among them, or z is not certainly where they hold.

    >>> x = sympy.Symbol("x", positive=True)
    >>> hypergeometric(lambda value, closed: value.is_positive is True, (), (HALF,), x)
    cosh(2*sqrt(x))
    """
    key = tuple(sorted(top, key=sympy.default_sort_key)), tuple(sorted(bottom, key=sympy.default_sort_key))
    if key == ((), ()):
        return exp(z)
    inside = above(1 - z, False) and above(1 + z, False)
    if len(key[0]) == 1 and not key[1]:
        (a,) = key[0]
        return (1 - z) ** -a if inside or (a.is_Integer and a <= 0) else None
    if key == ((), (HALF,)):
        return cosh(2 * sqrt(z)) if above(z, True) else cos(2 * sqrt(-z)) if above(-z, True) else None
    sign = 1 if above(z, False) else -1 if above(-z, False) else 0
    if key in WHOLE_LINE or (key in INSIDE and inside):
        found = (WHOLE_LINE | INSIDE)[key]
        return None if sign == 0 else found[sign < 0](sqrt(sign * z))
    if key == ((ONE,), (TWO,)):
        return None if sign == 0 else (exp(z) - 1) / z
    if key == ((ONE, ONE), (TWO,)):
        return None if sign == 0 or not inside else -log(1 - z) / z
    return None
