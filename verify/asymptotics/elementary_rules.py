"""Elementary functions for large x: cases, roundings, hyperbolic functions by exponentials, inverse functions at their ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify.asymptotics.germs import Germs
from verify.asymptotics.growth import INFINITE
from verify.asymptotics.scales import sign_of_constant
from verify.errors import GiveUp

HALF = sympy.Rational(1, 2)


def _absolute(germs: Germs, g: Any) -> Any:
    return germs.real_sign(g) * g


def _sign(germs: Germs, g: Any) -> Any:
    return sympy.Integer(germs.real_sign(g))


def _heaviside(germs: Germs, g: Any, at_zero: Any = HALF) -> Any:
    sign = germs.real_sign(g)
    return sympy.S.One if sign > 0 else sympy.S.Zero if sign < 0 else at_zero


def _extremum(largest: bool) -> Callable[..., Any]:
    def extremum(germs: Germs, *args: Any) -> Any:
        best = args[0]
        for other in args[1:]:
            sign = germs.real_sign(germs.prepared(other - best))
            best = other if (sign > 0) is largest and sign != 0 else best
        return best

    return extremum


def _floor(germs: Germs, g: Any) -> Any:
    """The floor of the limit, or one less where the limit is whole and approached from below."""
    at = germs.growth.limit(g)
    if at in INFINITE:
        raise GiveUp("floor of what grows has no limit")
    if at.is_Integer:
        return at if germs.real_sign(g - at) >= 0 else at - 1
    whole = sympy.floor(at)
    if not whole.is_Integer or sign_of_constant(at - whole) != 1 or sign_of_constant(whole + 1 - at) != 1:
        raise GiveUp("between which whole numbers a limit lies is not known")
    germs.must_be_real(g)
    return whole


def _quotient(above: Callable[[Any], Any], below: Callable[[Any], Any]) -> Callable[..., Any]:
    """A function as a quotient of others."""
    return lambda germs, g: germs.prepared(above(g) / below(g))


def _wave(kind: Any) -> Callable[..., Any]:
    return lambda germs, g: germs.analytic(kind, g)


def _exponentials(formula: Callable[[Any], Any]) -> Callable[..., Any]:
    """Hyperbolic functions by exponentials of ±g."""
    return lambda germs, g: germs.prepared(formula(g))


def _arctangent(germs: Germs, g: Any) -> Any:
    """atan g = ±π/2 - atan(1/g) for large |g|."""
    at = germs.growth.limit(g)
    if at in INFINITE:
        germs.must_be_real(g)
        return (1 if at == sympy.oo else -1) * sympy.pi / 2 - sympy.atan(1 / g)
    return germs.analytic(sympy.atan, g)


def _arcsine(germs: Germs, g: Any) -> Any:
    """At the branch points asin g = ±(π/2 - 2 asin √((1 ∓ g)/2)), for |g| ≤ 1 (DLMF 4.24.1 by half angles)."""
    at = germs.growth.limit(g)
    if at in (1, -1):
        if germs.real_sign(1 - at * g) < 0:
            raise GiveUp("asin is asked beyond its branch point")
        inner = germs.prepared(sympy.sqrt((1 - at * g) / 2))
        return at * (sympy.pi / 2 - 2 * sympy.asin(inner))
    return germs.analytic(sympy.asin, g)


def _area_sine(germs: Germs, g: Any) -> Any:
    at = germs.growth.limit(g)
    if at not in INFINITE:
        return germs.analytic(sympy.asinh, g)
    side = 1 if at == sympy.oo else -1
    germs.must_be_real(g)
    return side * germs.prepared(sympy.log(side * g + sympy.sqrt(g**2 + 1)))


def _area_cosine(germs: Germs, g: Any) -> Any:
    if germs.real_sign(g - 1) < 0:
        raise GiveUp("acosh is asked below its branch point")
    return germs.prepared(sympy.log(g + sympy.sqrt(g**2 - 1)))


def _area_tangent(germs: Germs, g: Any) -> Any:
    if germs.real_sign(1 - g) <= 0 or germs.real_sign(1 + g) <= 0:
        raise GiveUp("atanh is asked beyond its branch points")
    return germs.prepared((sympy.log(1 + g) - sympy.log(1 - g)) / 2)


def _arccotangent(germs: Germs, g: Any) -> Any:
    if germs.real_sign(g) == 0:
        raise GiveUp("acot of zero")
    return germs.prepared(sympy.atan(1 / g))


def _sinc(germs: Germs, g: Any) -> Any:
    return sympy.S.One if germs.growth.sign(g) == 0 else germs.prepared(sympy.sin(g) / g)


ELEMENTARY: dict[Any, Callable[..., Any]] = {
    sympy.log: lambda germs, g: germs.logarithm(g),
    sympy.Abs: _absolute,
    sympy.sign: _sign,
    sympy.Heaviside: _heaviside,
    sympy.Max: _extremum(True),
    sympy.Min: _extremum(False),
    sympy.floor: _floor,
    sympy.ceiling: lambda germs, g: -_floor(germs, -g),
    sympy.frac: lambda germs, g: g - _floor(germs, g),
    sympy.sin: _wave(sympy.sin),
    sympy.cos: _wave(sympy.cos),
    sympy.tan: _quotient(sympy.sin, sympy.cos),
    sympy.cot: _quotient(sympy.cos, sympy.sin),
    sympy.sec: _quotient(lambda g: sympy.S.One, sympy.cos),
    sympy.csc: _quotient(lambda g: sympy.S.One, sympy.sin),
    sympy.sinc: _sinc,
    sympy.sinh: _exponentials(lambda g: (sympy.exp(g) - sympy.exp(-g)) / 2),
    sympy.cosh: _exponentials(lambda g: (sympy.exp(g) + sympy.exp(-g)) / 2),
    sympy.tanh: _exponentials(lambda g: (sympy.exp(g) - sympy.exp(-g)) / (sympy.exp(g) + sympy.exp(-g))),
    sympy.coth: _exponentials(lambda g: (sympy.exp(g) + sympy.exp(-g)) / (sympy.exp(g) - sympy.exp(-g))),
    sympy.sech: _exponentials(lambda g: 2 / (sympy.exp(g) + sympy.exp(-g))),
    sympy.csch: _exponentials(lambda g: 2 / (sympy.exp(g) - sympy.exp(-g))),
    sympy.atan: _arctangent,
    sympy.acot: _arccotangent,
    sympy.asin: _arcsine,
    sympy.acos: lambda germs, g: sympy.pi / 2 - _arcsine(germs, g),
    sympy.asinh: _area_sine,
    sympy.acosh: _area_cosine,
    sympy.atanh: _area_tangent,
}
