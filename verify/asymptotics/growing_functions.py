"""Functions that grow, or have a pole or a logarithm: by their asymptotic series (`verify.asymptotics.analytic_functions`).

Each formula is an equation of the NIST Digital Library of Mathematical Functions, on the range on which it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify.asymptotics.analytic_functions import (
    AT_ZERO,
    AiryRest,
    BesselAtZero,
    BesselBesideLogarithm,
    BesselRest,
    DigammaRest,
    EllipticBesideLogarithm,
    EntireExponentialIntegral,
    ErfcRest,
    ErfiRest,
    ExponentialIntegralRest,
    FirstElliptic,
    GrowingBesselRest,
    LambertNearZero,
    SecondElliptic,
    SineIntegral,
    StirlingRest,
    ZetaRest,
)
from verify.asymptotics.germs import LARGEST_POWER, Germs, takes
from verify.asymptotics.growth import INFINITE
from verify.errors import GiveUp
from verify.normal_form.signs import is_real

HALF = sympy.Rational(1, 2)


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


def _bessel(kind: Any, rest: Any, sign: int) -> Callable[..., Any]:
    """K and I of a fixed real order for large arguments, DLMF 10.40.1 and 10.40.2."""

    def bessel(germs: Germs, order: Any, g: Any) -> Any:
        if germs.growth.limit(g) != sympy.oo:
            return germs.analytic(kind, order, g)
        germs.must_be_real(g)
        if germs.x in order.free_symbols or not is_real(order):
            raise GiveUp("the order of a Bessel function is not constant and real")
        front = sympy.sqrt(sympy.pi / (2 * g)) if sign < 0 else 1 / sympy.sqrt(2 * sympy.pi * g)
        return germs.prepared(front * sympy.exp(sign * g)) * rest(order, 1 / g)

    return bessel


def _near_zero(sign: int, large: Any) -> Callable[..., Any]:
    """Y_0 and K_0 close to 0 from above, DLMF 10.8.2 and 10.31.2; elsewhere by `large`."""

    def bessel(germs: Germs, order: Any, g: Any) -> Any:
        if germs.growth.limit(g) != 0:
            return large(germs, order, g)
        if order != 0 or germs.real_sign(g) <= 0:
            raise GiveUp("a Bessel function is asked at a place where it has no rule")
        inside = germs.logarithm(g / 2) * BesselAtZero(sympy.Integer(sign), g)
        found = inside - BesselBesideLogarithm(sympy.Integer(sign), g)
        return -found if sign > 0 else 2 / sympy.pi * found

    return bessel


def _erfi(germs: Germs, g: Any) -> Any:
    """exp(z²)/(z √π) (1 + 1/(2z²) + ...) for large real z; odd."""
    at = germs.growth.limit(g)
    if at not in INFINITE:
        return germs.analytic(sympy.erfi, g)
    germs.must_be_real(g)
    z = g if at == sympy.oo else -g
    far = germs.prepared(sympy.exp(z**2) / (z * sympy.sqrt(sympy.pi))) * ErfiRest(1 / z)
    return far if at == sympy.oo else -far


def _airy(kind: Any, sign: int) -> Callable[..., Any]:
    """Ai and Bi for large positive arguments, DLMF 9.7.5 and 9.7.7."""

    def airy(germs: Germs, g: Any) -> Any:
        if germs.growth.limit(g) != sympy.oo:
            return germs.analytic(kind, g)
        germs.must_be_real(g)
        exponent = 2 * g ** (3 * HALF) / 3
        front = g ** (-HALF / 2) / sympy.sqrt(sympy.pi) / (2 if sign < 0 else 1)
        return germs.prepared(front * sympy.exp(sign * exponent)) * AiryRest(germs.prepared(sign / exponent))

    return airy


def _first_elliptic(germs: Germs, m: Any) -> Any:
    """K(m) at m = 0, and close to 1 from below, DLMF 19.12.1."""
    at = germs.growth.limit(m)
    if at != 1:
        return _near(0, FirstElliptic, sympy.elliptic_k)(germs, m)
    if germs.real_sign(1 - m) <= 0:
        raise GiveUp("K(m) is asked on its cut")
    rest = 1 - m
    return EllipticBesideLogarithm(rest) - FirstElliptic(rest) * germs.logarithm(rest) / sympy.pi


def _hyperbolic_integral(sign: int) -> Callable[..., Any]:
    """Chi = (Ei - E_1)/2 and Shi = (Ei + E_1)/2 for positive arguments, DLMF 6.2.16."""

    def integral(germs: Germs, g: Any) -> Any:
        if germs.real_sign(g) <= 0:
            raise GiveUp("a hyperbolic integral is asked at a place where it has no rule")
        return (germs.prepared(sympy.Ei(g)) + sign * germs.prepared(sympy.expint(1, g))) / 2

    return integral


def _exponential_integral(germs: Germs, g: Any) -> Any:
    """Ei for large positive arguments and close to 0 from above, DLMF 6.12.2 and 6.6.1."""
    at = germs.growth.limit(g)
    if at == sympy.oo:
        germs.must_be_real(g)
        return germs.prepared(sympy.exp(g) / g) * ExponentialIntegralRest(1 / g)
    if at == 0 and germs.real_sign(g) > 0:
        return sympy.EulerGamma + germs.logarithm(g) + EntireExponentialIntegral(g)
    return germs.analytic(sympy.Ei, g)


def _expint(germs: Germs, order: Any, g: Any) -> Any:
    """E_1 likewise, DLMF 6.12.1 and 6.6.2."""
    at = germs.growth.limit(g)
    if order == 1 and at == sympy.oo:
        germs.must_be_real(g)
        return germs.prepared(sympy.exp(-g) / g) * ExponentialIntegralRest(-1 / g)
    if order == 1 and at == 0 and germs.real_sign(g) > 0:
        return -sympy.EulerGamma - germs.logarithm(g) - EntireExponentialIntegral(-g)
    return germs.analytic(sympy.expint, order, g)


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
    def by_gamma(germs: Germs, *args: Any) -> Any:
        if not takes(formula, len(args) - 1):  # the first takes the place of the germs
            raise GiveUp("a function has another number of arguments than its formula")
        return germs.prepared(formula(*args))

    return by_gamma


def _rest(kind: Any) -> Callable[..., Any]:
    return lambda germs, *args: kind(*args)


GROWING: dict[Any, Callable[..., Any]] = {
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
    sympy.besselk: _near_zero(1, _bessel(sympy.besselk, BesselRest, -1)),
    sympy.bessely: _near_zero(-1, lambda germs, order, g: germs.analytic(sympy.bessely, order, g)),
    sympy.erfi: _erfi,
    sympy.airyai: _airy(sympy.airyai, -1),
    sympy.airybi: _airy(sympy.airybi, 1),
    sympy.Chi: _hyperbolic_integral(-1),
    sympy.Shi: _hyperbolic_integral(1),
    sympy.besseli: _bessel(sympy.besseli, GrowingBesselRest, 1),
    sympy.Ei: _exponential_integral,
    sympy.li: lambda germs, g: _exponential_integral(germs, germs.logarithm(g)),
    sympy.expint: _expint,
    sympy.Si: _near(0, SineIntegral),
    sympy.elliptic_k: _first_elliptic,
    sympy.elliptic_e: _near(0, SecondElliptic, sympy.elliptic_e),
    sympy.LambertW: _near(0, LambertNearZero, sympy.LambertW),
    **{kind: _rest(kind) for kind in AT_ZERO},
}
