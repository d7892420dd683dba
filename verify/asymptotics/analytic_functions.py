"""Functions by their Taylor coefficients, and the asymptotic series of those that grow.

Trusted: the derivatives of named functions (SymPy's `diff`), and the asymptotic series of the NIST Digital Library of
Mathematical Functions, by equation: 5.11.1 (log Γ), 5.11.2 (ψ), 7.12.1 (erfc), 25.2.4 (ζ at 1), 6.6.5 (Si),
19.5.1 and 19.5.2 (K and E), 4.13.5 (W), 10.40.1 and 10.40.2 (I and K of Bessel), 6.12.1, 6.12.2 and 6.6.2 (Ei and E_1),
7.6.3 with 7.12.1 (erfi), 9.7.5 and 9.7.7 (Ai and Bi), 10.8.2 and 10.31.2 (Y_0 and K_0 at 0), 19.12.1 (K at 1).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify.asymptotics.scales import sign_of_constant
from verify.errors import GiveUp

HALF = sympy.Rational(1, 2)


class StirlingRest(sympy.Function):  # type: ignore[misc]
    """log Γ(1/u) - (1/u - 1/2) log(1/u) + 1/u - log(2π)/2 for small u > 0."""


class DigammaRest(sympy.Function):  # type: ignore[misc]
    """ψ(1/u) + log u + u/2 for small u > 0."""


class ErfcRest(sympy.Function):  # type: ignore[misc]
    """√π z exp(z²) erfc(z) at z = 1/u for small u > 0."""


class ZetaRest(sympy.Function):  # type: ignore[misc]
    """ζ(1 + u) - 1/u near u = 0, where it is analytic."""


class SineIntegral(sympy.Function):  # type: ignore[misc]
    """Si near 0."""


class BesselRest(sympy.Function):  # type: ignore[misc]
    """√(2z/π) exp(z) K_ν(z) at z = 1/u for small u > 0, of ν and u."""


class GrowingBesselRest(sympy.Function):  # type: ignore[misc]
    """√(2πz) exp(-z) I_ν(z) at z = 1/u for small u > 0, of ν and u."""


class ExponentialIntegralRest(sympy.Function):  # type: ignore[misc]
    """z exp(-z) Ei(z) at z = 1/u for small u > 0, and z exp(z) E_1(z) at z = -1/u for small u < 0."""


class EntireExponentialIntegral(sympy.Function):  # type: ignore[misc]
    """Ei(u) - γ - log u = Σ u^k/(k k!)."""


class FirstElliptic(sympy.Function):  # type: ignore[misc]
    """K(m) near m = 0."""


class SecondElliptic(sympy.Function):  # type: ignore[misc]
    """E(m) near m = 0."""


class LambertNearZero(sympy.Function):  # type: ignore[misc]
    """The principal branch of W near 0."""


class ErfiRest(sympy.Function):  # type: ignore[misc]
    """√π z exp(-z²) erfi(z) at z = 1/u for small u > 0."""


class AiryRest(sympy.Function):  # type: ignore[misc]
    """√π z^(1/4) exp(-ζ) Bi(z) at ζ = 2/3 z^(3/2) = 1/u for small u > 0, and 2 √π z^(1/4) exp(ζ) Ai(z) at ζ = -1/u for small u < 0."""


class BesselAtZero(sympy.Function):  # type: ignore[misc]
    """Of s and u: Σ (s u²/4)^k/k!², which is I_0(u) for s = 1, J_0(u) for s = -1."""


class BesselBesideLogarithm(sympy.Function):  # type: ignore[misc]
    """Of s and u: Σ ψ(k + 1) (s u²/4)^k/k!²."""


class EllipticBesideLogarithm(sympy.Function):  # type: ignore[misc]
    """K(1 - u) + K(u) log(u)/π near u = 0."""


def _stirling(k: int) -> Any:
    return sympy.bernoulli(k + 1) / (k * (k + 1)) if k % 2 else sympy.S.Zero


def _digamma(k: int) -> Any:
    return -sympy.bernoulli(k) / k if k and k % 2 == 0 else sympy.S.Zero


def _erfc(k: int) -> Any:
    return (-1) ** (k // 2) * sympy.factorial2(k - 1) / sympy.Integer(2) ** (k // 2) if k % 2 == 0 else sympy.S.Zero


def _sine_integral(k: int) -> Any:
    return sympy.Rational((-1) ** (k // 2), k * sympy.factorial(k)) if k % 2 else sympy.S.Zero


def _bessel(k: int, order: Any) -> Any:
    """a_k(ν) of DLMF 10.17.1."""
    found = sympy.S.One
    for j in range(1, k + 1):
        found *= (4 * order**2 - (2 * j - 1) ** 2) / (8 * j)
    return sympy.expand(found)


def _first_elliptic(k: int) -> Any:
    return sympy.pi / 2 * (sympy.binomial(2 * k, k) / sympy.Integer(4) ** k) ** 2


def _lambert(k: int) -> Any:
    return sympy.Rational((-k) ** (k - 1), sympy.factorial(k)) if k else sympy.S.Zero


def _erfi(k: int) -> Any:
    return abs(_erfc(k))


def _airy(k: int) -> Any:
    """u_k of DLMF 9.7.2."""
    return sympy.gamma(3 * k + HALF) / (sympy.Integer(54) ** k * sympy.factorial(k) * sympy.gamma(k + HALF))


def _at_zero(k: int, sign: Any) -> Any:
    return (sign / 4) ** (k // 2) / sympy.factorial(k // 2) ** 2 if k % 2 == 0 else sympy.S.Zero


def _beside_logarithm(k: int, sign: Any) -> Any:
    return _at_zero(k, sign) * (sympy.harmonic(k // 2) - sympy.EulerGamma)


def _elliptic_beside_logarithm(k: int) -> Any:
    """((1/2)_k/k!)² (ψ(k + 1) - ψ(k + 1/2)) of DLMF 19.12.1; the difference is 2 log 2 + H_k - 2 Σ 1/(2j - 1)."""
    odd = sympy.Add(*(sympy.Rational(2, 2 * j - 1) for j in range(1, k + 1)))
    return (sympy.binomial(2 * k, k) / sympy.Integer(4) ** k) ** 2 * (2 * sympy.log(2) + sympy.harmonic(k) - odd)


AT_ZERO: dict[Any, Callable[..., Any]] = {
    ErfiRest: _erfi,
    AiryRest: _airy,
    BesselAtZero: _at_zero,
    BesselBesideLogarithm: _beside_logarithm,
    EllipticBesideLogarithm: _elliptic_beside_logarithm,
    BesselRest: _bessel,
    GrowingBesselRest: lambda k, order: (-1) ** k * _bessel(k, order),
    ExponentialIntegralRest: lambda k: sympy.factorial(k),
    EntireExponentialIntegral: lambda k: 1 / (k * sympy.factorial(k)) if k else sympy.S.Zero,
    StirlingRest: _stirling,
    DigammaRest: _digamma,
    ErfcRest: _erfc,
    ZetaRest: lambda k: (-1) ** k * sympy.stieltjes(k) / sympy.factorial(k) if k else sympy.EulerGamma,
    SineIntegral: _sine_integral,
    FirstElliptic: _first_elliptic,
    SecondElliptic: lambda k: _first_elliptic(k) / (1 - 2 * k),
    LambertNearZero: _lambert,
}
"""Coefficients of u^k, by k and by what stands before u."""


def _everywhere(args: tuple[Any, ...], at: Any) -> bool:
    return True


def _is_positive(at: Any) -> bool:
    return sign_of_constant(at) == 1


def _is_not_zero(at: Any) -> bool:
    """Certainly: the derivatives of some functions have a removable pole there, which a hidden zero would meet."""
    return sign_of_constant(at) in (1, -1)


ANALYTIC: dict[Any, Callable[[tuple[Any, ...], Any], bool]] = {
    **dict.fromkeys((sympy.sin, sympy.cos, sympy.erf, sympy.erfc, sympy.erfi), _everywhere),
    **dict.fromkeys((sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime), _everywhere),
    **dict.fromkeys((sympy.fresnels, sympy.fresnelc), _everywhere),
    **dict.fromkeys((sympy.besselj, sympy.besseli), lambda args, at: bool(args[0].is_Integer) or _is_positive(at)),
    **dict.fromkeys((sympy.bessely, sympy.besselk), lambda args, at: _is_positive(at)),
    **dict.fromkeys((sympy.gamma, sympy.loggamma, sympy.digamma), lambda args, at: _is_positive(at)),
    **dict.fromkeys((sympy.Ei, sympy.Ci), lambda args, at: _is_positive(at)),
    **dict.fromkeys((sympy.expint, sympy.uppergamma, sympy.lowergamma), lambda args, at: _is_positive(at)),
    sympy.polygamma: lambda args, at: bool(args[0].is_Integer) and _is_positive(at),
    sympy.LambertW: lambda args, at: len(args) == 1 and _is_positive(at * sympy.E + 1) and _is_not_zero(at),
    **dict.fromkeys((sympy.atan, sympy.asinh), lambda args, at: sign_of_constant(at) is not None),
    **dict.fromkeys((sympy.asin, sympy.atanh), lambda args, at: _is_positive(1 - at) and _is_positive(1 + at)),
    **dict.fromkeys((sympy.elliptic_k,), lambda args, at: _is_positive(1 - at) and _is_not_zero(at)),
    sympy.elliptic_e: lambda args, at: len(args) == 1 and _is_positive(1 - at) and _is_not_zero(at),
}
"""Where each is analytic, as a function of the last of its arguments, which tends to `at`; True only if that is certain."""


def taylor(e: Any, c: Any, terms: int) -> list[Any]:
    """Coefficients of f(c + u) by powers of u.  Raises GiveUp."""
    if type(e) in AT_ZERO:
        return [AT_ZERO[type(e)](k, *e.args[:-1]) for k in range(terms)]
    if type(e) not in ANALYTIC:
        raise GiveUp(f"{type(e).__name__} has no rule for its expansion")
    place = sympy.Dummy("z")
    found, derivative = [], e.func(*e.args[:-1], place)
    for k in range(terms):
        value = derivative.xreplace({place: c}) / sympy.factorial(k)
        if value.has(sympy.nan, sympy.zoo, sympy.oo, sympy.Derivative, sympy.Subs, sympy.Piecewise):
            raise GiveUp(f"a derivative of {type(e).__name__} is not known")
        found.append(value)
        if k + 1 < terms:
            derivative = sympy.diff(derivative, place)
    return found
