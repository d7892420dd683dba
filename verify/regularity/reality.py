"""Where an expression is certainly real: an order relation says nothing where a side is not.

sqrt(x + 1000) + 1 > sqrt(x + 1000) holds for x ≥ -1000, however plain its difference is.  What is asked for is enough and
not always needed: sqrt(x)² is real for every x, and told as real for x ≥ 0 only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.normal_form.signs import is_real
from verify.terms.requirements import BOUND, IsReal

Conditions = tuple[Boolean, ...]
ON_THE_LINE = (
    sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch,
    sympy.atan, sympy.acot, sympy.asinh, sympy.acsch, sympy.atan2, sympy.erf, sympy.erfc, sympy.erfi, sympy.Si, sympy.Shi, sympy.sinc,
    sympy.fresnels, sympy.fresnelc, sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime, sympy.gamma, sympy.digamma,
    sympy.factorial, sympy.floor, sympy.ceiling, sympy.frac, sympy.sign, sympy.Max, sympy.Min, sympy.Mod, sympy.Heaviside,
    sympy.KroneckerDelta, sympy.conjugate,
)  # fmt: skip
"""Real wherever all arguments are, and the function exists."""
ANYWHERE = (sympy.Abs, sympy.re, sympy.im, sympy.arg)
ABOVE_ZERO = (sympy.log, sympy.loggamma, sympy.Ci, sympy.Chi, sympy.li, sympy.acosh)
MOST_OPERATIONS = 200


def must_be_real(side: Any) -> Conditions:
    """What is enough for it to be real, wherever it is defined; an empty tuple if nothing is needed.

    >>> x = sympy.Symbol("x", real=True)
    >>> must_be_real(sympy.sqrt(x + 1000) * x), must_be_real(sympy.exp(x) + sympy.sqrt(x**2 + 1)), must_be_real(sympy.asin(x))
    ((x + 1000 >= 0,), (), (x <= 1, x >= -1))
    """
    found = _needed(side)
    impossible = any(isinstance(c, IsReal) and c.is_impossible for c in found) or sympy.false in found
    return (IsReal(side),) if impossible else tuple(dict.fromkeys(c for c in found if c is not sympy.true))


def _needed(expr: Any) -> Conditions:
    if expr.is_extended_real or (expr.count_ops() <= MOST_OPERATIONS and is_real(expr)):
        return ()
    if expr.is_Add or expr.is_Mul or isinstance(expr, (*ON_THE_LINE, sympy.exp)):
        return _all(*expr.args)
    if isinstance(expr, ANYWHERE):
        return ()
    if expr.is_Pow:
        base, exponent = expr.base, expr.exp
        return _all(base, exponent) + (() if exponent.is_integer else _at_least(base, 0))
    if isinstance(expr, sympy.Piecewise):
        return _all(*(value for value, _ in expr.args))
    if isinstance(expr, BOUND):
        return _inside(expr)
    rule = None if isinstance(expr, AppliedUndef) else _RANGES.get(type(expr))
    return (IsReal(expr),) if rule is None else _all(*expr.args) + rule(*expr.args)


def _all(*parts: Any) -> Conditions:
    return tuple(condition for part in parts for condition in _needed(part))


def _inside(expr: Any) -> Conditions:
    """A sum or integral of what is real for every real value of its variables, between real limits."""
    real = {limit[0]: sympy.Dummy(limit[0].name, real=True) for limit in expr.limits}
    inside = _needed(expr.function.xreplace(real)) + _all(*(end for limit in expr.limits for end in limit[1:]))
    return (IsReal(expr),) if inside else ()


def _at_least(expr: Any, least: Any) -> Conditions:
    return (sympy.Ge(expr, least, evaluate=False),)


def _between(expr: Any) -> Conditions:
    return (sympy.Le(expr, 1, evaluate=False), sympy.Ge(expr, -1, evaluate=False))


def _outside(expr: Any) -> Conditions:
    return _at_least(expr**2, 1)


def _bessel(order: Any, place: Any) -> Conditions:
    return () if order.is_integer else _at_least(place, 0)


_RANGES: dict[Any, Callable[..., Conditions]] = {
    **dict.fromkeys(ABOVE_ZERO, lambda z: _at_least(z, 0)),
    sympy.acosh: lambda z: _at_least(z, 1),
    **dict.fromkeys((sympy.asin, sympy.acos, sympy.atanh, sympy.erfinv), _between),
    **dict.fromkeys((sympy.asec, sympy.acsc, sympy.acoth), _outside),
    sympy.asech: lambda z: (*_at_least(z, 0), sympy.Le(z, 1, evaluate=False)),
    **dict.fromkeys((sympy.elliptic_k, sympy.elliptic_e), lambda *m: (sympy.Le(m[-1], 1, evaluate=False),)),
    **dict.fromkeys((sympy.besselj, sympy.besseli), _bessel),
    **dict.fromkeys((sympy.bessely, sympy.besselk), lambda order, z: _at_least(z, 0)),
}
"""Functions that are real on a part of the real line only."""
