"""Hypergeometric functions that are elementary, error functions or numbers, where the sign of their argument is certain.

Each is an equation of the NIST Digital Library of Mathematical Functions: 13.6.1 and 13.6.2, 10.16.9 and 10.39.9 with
10.16.1 and 10.39.2, 7.11.4, and 15.4.1 to 15.4.6.  At z = 0, where some of them would be 0/0, none is used.

At z = 1, -1 and 1/2 there are values in gamma functions, each where the series converges or ends for certain:

    F(a, b; c; 1) = Γ(c)Γ(c-a-b)/(Γ(c-a)Γ(c-b)), c - a - b > 0 (Gauss, 15.4.20);  F(-n, b; c; 1) = (c-b)_n/(c)_n, whole n ≥ 0 (15.4.24)
    F(a, b; 1+a-b; -1) = Γ(1+a-b)Γ(1+a/2)/(Γ(1+a)Γ(1+a/2-b)), b < 1 (Kummer, 15.4.26)
    F(a, b; (a+b+1)/2; 1/2) = √π Γ((a+b+1)/2)/(Γ((a+1)/2)Γ((b+1)/2)) (15.4.28)
    F(a, 1-a; c; 1/2) = 2^(1-c) √π Γ(c)/(Γ((a+c)/2)Γ((c-a+1)/2)) (15.4.30)
    3F2(-n, a, b; c, 1+a+b-c-n; 1) = (c-a)_n (c-b)_n/((c)_n (c-a-b)_n) (Saalschütz, 16.4.3; with (p)_n = Γ(p+n)/Γ(p) for p > 0)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy import asin, asinh, atan, atanh, cos, cosh, erf, erfi, exp, gamma, log, pi, sin, sinh, sqrt

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
    return _at_a_number(above, top, bottom, z)


def _at_a_number(above: Callable[[Any, bool], bool], top: Any, bottom: Any, z: Any) -> Any | None:
    if len(top) == 3 and len(bottom) == 2 and z == 1:
        return _saalschuetz(above, top, bottom)
    if len(top) != 2 or len(bottom) != 1 or z not in (ONE, -ONE, HALF):
        return None
    (c,) = bottom
    if not above(c, False):
        return None
    for a, b in (tuple(top), tuple(reversed(top))):
        if z == 1 and _is_count(-a):
            below, above_it = _rising(above, c - b, -a), _rising(above, c, -a)
            return None if below is None or above_it is None else below / above_it
        if z == 1 and above(c - a - b, False):
            return gamma(c) * gamma(c - a - b) / (gamma(c - a) * gamma(c - b))
        if z == -1 and sympy.expand(1 + a - b - c) == 0 and above(1 - b, False):
            return gamma(c) * gamma(1 + a / 2) / (gamma(1 + a) * gamma(1 + a / 2 - b))
        if z == HALF and sympy.expand(a + b + 1 - 2 * c) == 0:
            return sqrt(pi) * gamma(c) / (gamma((a + 1) / 2) * gamma((b + 1) / 2))
        if z == HALF and sympy.expand(a + b - 1) == 0:
            return 2 ** (1 - c) * sqrt(pi) * gamma(c) / (gamma((a + c) / 2) * gamma((c - a + 1) / 2))
    return None


def _saalschuetz(above: Callable[[Any, bool], bool], top: Any, bottom: Any) -> Any | None:
    for n in (-p for p in top if _is_count(-p)):
        a, b = (p for p in top if p != -n) if sum(p == -n for p in top) == 1 else (None, None)
        for c, d in (tuple(bottom), tuple(reversed(bottom))):
            if a is None or sympy.expand(1 + a + b - c - n - d) != 0 or not above(c, False):
                continue
            first, second, third, fourth = (_rising(above, p, n) for p in (c - a, c - b, c, c - a - b))
            if first is not None and second is not None and third is not None and fourth is not None:
                return first * second / (third * fourth)
    return None


def _is_count(n: Any) -> bool:
    return bool(n.is_integer and n.is_nonnegative)


def _rising(above: Callable[[Any, bool], bool], p: Any, n: Any) -> Any | None:
    return gamma(p + n) / gamma(p) if above(p, False) else None
