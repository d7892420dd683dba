"""A function for large x in the form that `verify.asymptotics.growth` handles, by identities that hold for all large x.

Every rule is an identity on the range that the argument certainly has for large x: |g| = -g where g is certainly
negative there, floor(g) = k where k < g < k + 1, a branch of a Piecewise whose condition certainly holds, tanh by
exponentials, Γ by Stirling's formula where its argument grows.  Divisors, bases of roots and arguments of logarithms
get their certain sign here, so that what is returned exists for all large x.  Raises GiveUp where a sign is open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from sympy.core.relational import Relational

from verify.asymptotics.analytic_functions import (
    ANALYTIC,
    AT_ZERO,
    DigammaRest,
    ErfcRest,
    FirstElliptic,
    LambertNearZero,
    SecondElliptic,
    SineIntegral,
    StirlingRest,
    ZetaRest,
)
from verify.asymptotics.growth import INFINITE, Growth
from verify.asymptotics.scales import sign_of_constant
from verify.errors import GiveUp
from verify.normal_form.signs import is_real

HALF = sympy.Rational(1, 2)
NO_CONSTANT = (sympy.nan, sympy.zoo, sympy.oo, -sympy.oo)
LARGEST_POWER = 40


class Germs:
    """Rewrites functions of the x of a `Growth`, from the inside out."""

    def __init__(self, growth: Growth) -> None:
        self.growth, self.x = growth, growth.x
        self.known: dict[Any, Any] = {}

    def prepared(self, e: Any) -> Any:
        if self.x not in e.free_symbols:
            if e.has(*NO_CONSTANT):
                raise GiveUp("a part of the function is infinite or undefined")
            return e
        if e not in self.known:
            self.known[e] = self._prepared(e)
        return self.known[e]

    def limit(self, e: Any) -> Any:
        return self.growth.limit(self.prepared(e))

    def _prepared(self, e: Any) -> Any:
        if e == self.x:
            return e
        if e.is_Add or e.is_Mul:
            return e.func(*map(self.prepared, e.args))
        if isinstance(e, sympy.exp):
            return sympy.exp(self.prepared(e.args[0]))
        if e.is_Pow:
            return self._power(e)
        if isinstance(e, sympy.Piecewise):
            return self._piecewise(e)
        rule = RULES.get(type(e))
        if rule is not None:
            return rule(self, *map(self.prepared, e.args))
        if type(e) in ANALYTIC:
            return self.analytic(type(e), *map(self.prepared, e.args))
        raise GiveUp(f"{type(e).__name__} has no rule for its limit")

    # -- powers and logarithms

    def _power(self, e: Any) -> Any:
        base, r = map(self.prepared, e.args)
        if self.x in r.free_symbols:
            return sympy.exp(r * self.logarithm(base))
        if r.is_Integer and r > 0:
            if r > LARGEST_POWER:
                return sympy.exp(r * self.logarithm(base))
            return base**r
        sign = self.growth.sign(base)
        if sign == 0:
            raise GiveUp("a divisor or a base is zero")
        if sign > 0 or r.is_Integer:
            return base**r
        self.must_be_real(base)
        return (-base) ** r * sympy.exp(sympy.I * sympy.pi * r)

    def logarithm(self, g: Any) -> Any:
        sign = self.growth.sign(g)
        if sign == 0:
            raise GiveUp("the argument of a logarithm is zero")
        if sign > 0:
            return sympy.log(g)
        self.must_be_real(g)
        return sympy.log(-g) + sympy.I * sympy.pi

    def must_be_real(self, g: Any) -> None:
        self.growth.must_be_real(g)

    def real_sign(self, g: Any) -> int:
        self.must_be_real(g)
        return self.growth.sign(g)

    # -- functions of a finite argument

    def analytic(self, kind: Any, *args: Any) -> Any:
        """The function, if it is certainly analytic where its last argument goes."""
        at = self.growth.limit(args[-1])
        if any(self.x in part.free_symbols for part in args[:-1]):
            raise GiveUp(f"the order of {kind.__name__} is not constant")
        if at in INFINITE or not is_real(at) or not ANALYTIC[kind](args, at):
            raise GiveUp(f"{kind.__name__} is not certainly analytic at the limit of its argument")
        return kind(*args)

    # -- cases

    def _piecewise(self, e: Any) -> Any:
        for value, condition in e.args:
            found = self._holds(condition)
            if found:
                return self.prepared(value)
        raise GiveUp("no case of a Piecewise holds")

    def _holds(self, condition: Any) -> bool:
        """Does it hold for all large x, or for none?"""
        if condition in (sympy.true, sympy.false):
            return bool(condition)
        if isinstance(condition, (sympy.And, sympy.Or)):
            parts = [self._holds(part) for part in condition.args]
            return all(parts) if isinstance(condition, sympy.And) else any(parts)
        if not isinstance(condition, Relational):
            raise GiveUp("a condition of a Piecewise has no rule")
        sign = self.real_sign(self.prepared(condition.lhs - condition.rhs))
        return {
            "<": sign < 0, "<=": sign <= 0, ">": sign > 0, ">=": sign >= 0, "==": sign == 0, "!=": sign != 0,
        }[condition.rel_op]  # fmt: skip


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


# --- functions that grow ------------------------------------------------------------------------------------


def _shift(germs: Germs, g: Any) -> tuple[Any, int]:
    """(limit, m): how many steps bring a finite argument of Γ or ψ above zero."""
    at = germs.growth.limit(g)
    germs.must_be_real(g)
    if at == -sympy.oo:
        raise GiveUp("the gamma function oscillates for large negative arguments")
    steps = int(sympy.floor(-at)) + 1 if at.is_Rational and at <= 0 else 0
    if steps > LARGEST_POWER:
        raise GiveUp("an argument of the gamma function is too far below zero")
    return at, steps


def _gamma(germs: Germs, g: Any) -> Any:
    """Γ(g) = Γ(g + m)/(g ... (g + m - 1)); for large g Stirling's formula, DLMF 5.11.1."""
    at, steps = _shift(germs, g)
    if at == sympy.oo:
        return germs.prepared(sympy.exp(_stirling(g)))
    below = sympy.Mul(*(g + j for j in range(steps)))
    return germs.analytic(sympy.gamma, g + steps) * germs.prepared(1 / below)


def _stirling(g: Any) -> Any:
    return (g - HALF) * sympy.log(g) - g + sympy.log(2 * sympy.pi) / 2 + StirlingRest(1 / g)


def _log_gamma(germs: Germs, g: Any) -> Any:
    at, _ = _shift(germs, g)
    return germs.prepared(_stirling(g)) if at == sympy.oo else germs.analytic(sympy.loggamma, g)


def _digamma(germs: Germs, g: Any) -> Any:
    """ψ(g) = ψ(g + m) - 1/g - ...; for large g DLMF 5.11.2."""
    at, steps = _shift(germs, g)
    if at == sympy.oo:
        return germs.prepared(sympy.log(g) - 1 / (2 * g) + DigammaRest(1 / g))
    return germs.analytic(sympy.polygamma, sympy.S.Zero, g + steps) - germs.prepared(
        sympy.Add(*(1 / (g + j) for j in range(steps)))
    )


def _polygamma(germs: Germs, order: Any, g: Any) -> Any:
    return _digamma(germs, g) if order == 0 else germs.analytic(sympy.polygamma, order, g)


def _harmonic(germs: Germs, g: Any, *order: Any) -> Any:
    if order and order != (1,):
        raise GiveUp("generalised harmonic numbers have no rule for their limit")
    return germs.prepared(sympy.polygamma(0, g + 1)) + sympy.EulerGamma


def _error_function(complement: bool) -> Callable[..., Any]:
    """erfc z = exp(-z²)/(z √π) (1 - 1/(2z²) + ...) for large z, DLMF 7.12.1; erfc(-z) = 2 - erfc z."""

    def error_function(germs: Germs, g: Any) -> Any:
        at = germs.growth.limit(g)
        if at not in INFINITE:
            return germs.analytic(sympy.erfc if complement else sympy.erf, g)
        germs.must_be_real(g)
        z = g if at == sympy.oo else -g
        far = germs.prepared(sympy.exp(-(z**2)) / (z * sympy.sqrt(sympy.pi))) * ErfcRest(1 / z)
        erfc = far if at == sympy.oo else 2 - far
        return erfc if complement else 1 - erfc

    return error_function


def _near(place: Any, series: Any, otherwise: Any = None) -> Callable[..., Any]:
    """The Taylor series at one place, which the limit of the argument must be."""

    def near(germs: Germs, g: Any) -> Any:
        at = germs.growth.limit(g)
        if at == place:
            germs.must_be_real(g)
            return series(g - place)
        if otherwise is None:
            raise GiveUp("a function is asked at a place where it has no rule")
        return germs.analytic(otherwise, g)

    return near


def _zeta(germs: Germs, g: Any) -> Any:
    """ζ(s) = 1/(s - 1) + γ - ... at s = 1, DLMF 25.2.4."""
    if germs.growth.limit(g) != 1:
        raise GiveUp("zeta is asked at a place where it has no rule")
    germs.must_be_real(g)
    return germs.prepared(1 / (g - 1)) + ZetaRest(g - 1)


def _by_gamma(formula: Callable[..., Any]) -> Callable[..., Any]:
    return lambda germs, *args: germs.prepared(formula(*args))


def _sinc(germs: Germs, g: Any) -> Any:
    return sympy.S.One if germs.growth.sign(g) == 0 else germs.prepared(sympy.sin(g) / g)


def _rest(kind: Any) -> Callable[..., Any]:
    return lambda germs, g: kind(g)


RULES: dict[Any, Callable[..., Any]] = {
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
    sympy.gamma: _gamma,
    sympy.loggamma: _log_gamma,
    sympy.factorial: lambda germs, g: _gamma(germs, g + 1),
    sympy.binomial: _by_gamma(lambda a, b: sympy.gamma(a + 1) / (sympy.gamma(b + 1) * sympy.gamma(a - b + 1))),
    sympy.beta: _by_gamma(lambda a, b: sympy.gamma(a) * sympy.gamma(b) / sympy.gamma(a + b)),
    sympy.RisingFactorial: _by_gamma(lambda a, k: sympy.gamma(a + k) / sympy.gamma(a)),
    sympy.catalan: _by_gamma(lambda n: sympy.gamma(2 * n + 1) / (sympy.gamma(n + 1) * sympy.gamma(n + 2))),
    sympy.digamma: _digamma,
    sympy.polygamma: _polygamma,
    sympy.harmonic: _harmonic,
    sympy.erf: _error_function(False),
    sympy.erfc: _error_function(True),
    sympy.zeta: _zeta,
    sympy.Si: _near(0, SineIntegral),
    sympy.elliptic_k: _near(0, FirstElliptic, sympy.elliptic_k),
    sympy.elliptic_e: _near(0, SecondElliptic, sympy.elliptic_e),
    sympy.LambertW: _near(0, LambertNearZero, sympy.LambertW),
    **{kind: _rest(kind) for kind in AT_ZERO},
}
