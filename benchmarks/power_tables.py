"""More claims for the benchmark of power: formulas of the classical functions, written down anew from public tables.

The chapters are those of the Digital Library of Mathematical Functions (4 to 25).  Each family yields rows as in
`power_claims.py`: left side, right side, conditions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp
from power_letters import FOUR, HALF, Row, a, b, k, n, t, u, v, w, x, y, z
from sympy import (
    Derivative,
    I,
    Integer,
    Integral,
    Rational,
    Sum,
    conjugate,
    cos,
    cosh,
    exp,
    gamma,
    log,
    oo,
    pi,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)


def circular_and_hyperbolic_functions() -> Iterator[Row]:
    """DLMF 4.21, 4.35."""
    for p in FOUR:
        yield sin(2 * p * y), 2 * sin(p * y) * cos(p * y)
        yield cos(3 * p * y), 4 * cos(p * y) ** 3 - 3 * cos(p * y)
        yield sin(3 * p * y), 3 * sin(p * y) - 4 * sin(p * y) ** 3
        yield sin(p * y) ** 2, (1 - cos(2 * p * y)) / 2
        yield cos(y) * cos(p * v), (cos(y + p * v) + cos(y - p * v)) / 2
        yield sin(y) + sin(p * v), 2 * sin((y + p * v) / 2) * cos((y - p * v) / 2)
        yield cos(y) - cos(p * v), -2 * sin((y + p * v) / 2) * sin((y - p * v) / 2)
        yield tan(p * y) + tan(v), sin(p * y + v) / (cos(p * y) * cos(v))
        yield cosh(p * y) ** 2, 1 + sinh(p * y) ** 2
        yield sinh(2 * p * y), 2 * sinh(p * y) * cosh(p * y)
        yield cosh(y + p * v), cosh(y) * cosh(p * v) + sinh(y) * sinh(p * v)
        yield tanh(p * y / 2), (cosh(p * y) - 1) / sinh(p * y)
        yield sinh(I * p * y), I * sin(p * y)
        yield cos(I * p * y + v), cos(v) * cosh(p * y) - I * sin(v) * sinh(p * y)
        yield (cos(y) + I * sin(y)) ** (p + 1), cos((p + 1) * y) + I * sin((p + 1) * y)
        yield sp.Abs(sin(y + I * v / p)) ** 2, sin(y) ** 2 + sinh(v / p) ** 2
        yield Derivative(log(cosh(p * y)), y), p * tanh(p * y)
        yield sp.cot(p * t) - tan(p * t), 2 * sp.cot(2 * p * t)


def inverse_functions_and_powers() -> Iterator[Row]:
    """DLMF 4.8, 4.23, 4.24, 4.37."""
    for p in FOUR:
        yield sp.asinh(y * p), log(p * y + sqrt(p * p * y**2 + 1))
        yield sp.acosh(t + p), log(t + p + sqrt((t + p) ** 2 - 1))
        yield sp.atanh(u / p), log((p + u) / (p - u)) / 2, (u < p,)
        yield sp.asin(y / p) + sp.acos(y / p), pi / 2, (y > -p, y < p)
        yield sp.atan(p * t) + sp.atan(1 / (p * t)), pi / 2
        yield sin(sp.acos(y / p)), sqrt(1 - y**2 / p**2), (y > -p, y < p)
        yield tan(sp.asin(u / p)), u / sqrt(p * p - u**2), (u < p,)
        yield cos(2 * sp.atan(p * y)), (1 - p * p * y**2) / (1 + p * p * y**2)
        yield cosh(sp.asinh(p * y)), sqrt(1 + p * p * y**2)
        yield 2 * sp.atan(t / p), sp.atan2(2 * p * t, p * p - t**2)
        yield log(t**p * u), p * log(t) + log(u)
        yield exp(p * log(t) + u), t**p * exp(u)
        yield (t**p) ** (1 / u), t ** (p / u)
        yield log((t + p) ** 2 / u), 2 * log(t + p) - log(u)
        yield sqrt(t + p + 2 * sqrt(p * t)), sqrt(t) + sqrt(p)
        yield (t ** Rational(1, 3) + p) ** 3, t + 3 * p * t ** Rational(2, 3) + 3 * p * p * t ** Rational(1, 3) + p**3
        yield Derivative(sp.acosh(t + p), t), 1 / sqrt((t + p) ** 2 - 1)
        yield Derivative(sp.atan(y / p), y), p / (p * p + y**2)


def complex_numbers() -> Iterator[Row]:
    """DLMF 1.9."""
    for p in FOUR:
        yield sp.Abs(z * w**p), sp.Abs(z) * sp.Abs(w) ** p
        yield conjugate(exp(p * z)), exp(p * conjugate(z))
        yield sp.re(exp(x + I * p * y)), exp(x) * cos(p * y)
        yield sp.Abs(z + p) ** 2, sp.Abs(z) ** 2 + 2 * p * sp.re(z) + p * p
        yield sp.Abs(z + p * w) ** 2 + sp.Abs(z - p * w) ** 2, 2 * sp.Abs(z) ** 2 + 2 * p * p * sp.Abs(w) ** 2
        yield sp.Abs(exp(I * p * y) - 1) ** 2, 4 * sin(p * y / 2) ** 2
        yield 1 / (x + I * t * p), (x - I * t * p) / (x**2 + p * p * t**2)
        yield sp.im((x + I * y) ** 2 * p), 2 * p * x * y


def gamma_and_beta_functions() -> Iterator[Row]:
    """DLMF 5.4, 5.5, 5.12."""
    for p in FOUR:
        yield gamma(u / p) * gamma(1 - u / p), pi / sin(pi * u / p), (u < p,)
        yield gamma(2 * p * t), 2 ** (2 * p * t - 1) * gamma(p * t) * gamma(p * t + HALF) / sqrt(pi)
        yield gamma(p + HALF) * t, t * sp.factorial2(2 * p - 1) * sqrt(pi) / 2**p
        yield gamma(n + p), sp.factorial(n + p - 1)
        yield sp.beta(a + p, b) * (a + b + p - 1), (a + p - 1) * sp.beta(a + p - 1, b)
        yield sp.beta(a, b + p), gamma(a) * gamma(b + p) / gamma(a + b + p)
        yield sp.digamma(t + p) - sp.digamma(t + p - 1), 1 / (t + p - 1)
        yield sp.digamma(1 - u / p) - sp.digamma(u / p), pi * sp.cot(pi * u / p), (u < p,)
        yield sp.digamma(2 * p * t), (sp.digamma(p * t) + sp.digamma(p * t + HALF)) / 2 + log(2)
        yield sp.loggamma(t + p) - sp.loggamma(t + p - 1), log(t + p - 1)
        yield sp.polygamma(p, t) - sp.polygamma(p, t + 1), (-1) ** (p + 1) * sp.factorial(p) / t ** (p + 1)
        yield sp.binomial(n + p, p) * sp.factorial(p) * sp.factorial(n), sp.factorial(n + p)
        yield sp.binomial(n + p + 1, k + p) - sp.binomial(n + p, k + p), sp.binomial(n + p, k + p - 1)
        yield Derivative(gamma(p * t), t), p * gamma(p * t) * sp.digamma(p * t)
        yield sp.Abs(gamma(I * t / p)) ** 2, pi * p / (t * sinh(pi * t / p))
        yield sp.Abs(gamma(HALF + I * y / p)) ** 2, pi / cosh(pi * y / p)
        yield gamma(t + p) * gamma(t - HALF + p), 2 ** (2 - 2 * t - 2 * p) * sqrt(pi) * gamma(2 * t + 2 * p - 1)
        yield sp.polygamma(1, HALF) * p, p * pi**2 / 2


def exponential_integrals_and_error_functions() -> Iterator[Row]:
    """DLMF 6.2, 7.2, 7.4, 8.2, 8.4."""
    for p in FOUR:
        yield Derivative(sp.Ei(p * t), t), exp(p * t) / t
        yield Derivative(sp.Si(p * y), y), sin(p * y) / y
        yield Derivative(sp.Ci(p * t), t), cos(p * t) / t
        yield Derivative(sp.li(t + p), t), 1 / log(t + p)
        yield sp.erf(-p * y), -sp.erf(p * y)
        yield sp.erf(y / p) + sp.erfc(y / p), Integer(1)
        yield sp.erfc(-y * p), 2 - sp.erfc(p * y)
        yield sp.erfi(p * y), -I * sp.erf(I * p * y)
        yield (
            Derivative(exp(-(p**2) * y**2) * sp.erfi(p * y), y),
            (2 * p / sqrt(pi) - 2 * p * p * y * exp(-(p**2) * y**2) * sp.erfi(p * y)),
        )
        yield Derivative(sp.fresnels(p * y), y), p * sin(pi * p * p * y**2 / 2)
        yield sp.lowergamma(t, p * u) + sp.uppergamma(t, p * u), gamma(t)
        yield sp.lowergamma(t + 1, p * u), t * sp.lowergamma(t, p * u) - (p * u) ** t * exp(-p * u)
        yield sp.uppergamma(HALF, t / p), sqrt(pi) * sp.erfc(sqrt(t / p))
        yield sp.lowergamma(1, p * t), 1 - exp(-p * t)
        yield sp.uppergamma(2, p * t), (1 + p * t) * exp(-p * t)
        yield Derivative(sp.uppergamma(p, t), t), -(t ** (p - 1)) * exp(-t)
        yield p * sp.expint(p + 1, t) + t * sp.expint(p, t), exp(-t)
        yield Derivative(sp.expint(p + 1, t), t), -sp.expint(p, t)
        yield Integral(exp(-(x**2) / p**2), (x, 0, t)), p * sqrt(pi) * sp.erf(t / p) / 2
        yield sp.erf(p * I * y), I * sp.erfi(p * y)


def airy_and_bessel_functions() -> Iterator[Row]:
    """DLMF 9.2, 10.4 to 10.6, 10.16, 10.28, 10.29, 10.39, 10.49."""
    for p in FOUR:
        yield Derivative(sp.airyai(p * y), y, y), p**3 * y * sp.airyai(p * y)
        yield sp.airyai(p * y) * sp.airybiprime(p * y) - sp.airyaiprime(p * y) * sp.airybi(p * y), 1 / pi
        yield Derivative(sp.besselj(p, t), t), (sp.besselj(p - 1, t) - sp.besselj(p + 1, t)) / 2
        yield Derivative(sp.bessely(p, t), t), sp.bessely(p - 1, t) - p * sp.bessely(p, t) / t
        yield sp.besseli(p - 1, t) - sp.besseli(p + 1, t), 2 * p * sp.besseli(p, t) / t
        yield sp.besselk(p + 1, t) - sp.besselk(p - 1, t), 2 * p * sp.besselk(p, t) / t
        yield Derivative(sp.besselk(p, t), t), -sp.besselk(p - 1, t) - p * sp.besselk(p, t) / t
        yield sp.besselj(-p, t), (-1) ** p * sp.besselj(p, t)
        yield sp.besselj(p, -t), (-1) ** p * sp.besselj(p, t)
        yield sp.besselj(p + 1, t) * sp.bessely(p, t) - sp.besselj(p, t) * sp.bessely(p + 1, t), 2 / (pi * t)
        yield sp.besseli(p, t) * sp.besselk(p + 1, t) + sp.besseli(p + 1, t) * sp.besselk(p, t), 1 / t
        yield sp.besselj(HALF, p * t), sqrt(2 / (pi * p * t)) * sin(p * t)
        yield sp.besselk(HALF, p * t), sqrt(pi / (2 * p * t)) * exp(-p * t)
        yield sp.besseli(-HALF, p * t), sqrt(2 / (pi * p * t)) * cosh(p * t)
        yield sp.hankel1(p, t) + sp.hankel2(p, t), 2 * sp.besselj(p, t)
        yield Derivative(t**p * sp.besselj(p, t), t), t**p * sp.besselj(p - 1, t)
        yield Derivative(sp.besselj(a, p * t), t), p * (a * sp.besselj(a, p * t) / (p * t) - sp.besselj(a + 1, p * t))
        yield sp.besselj(a - 1, p * t) + sp.besselj(a + 1, p * t), 2 * a * sp.besselj(a, p * t) / (p * t)
        yield sp.jn(0, p * t), sin(p * t) / (p * t)
        yield sp.yn(1, p * t), -cos(p * t) / (p * t) ** 2 - sin(p * t) / (p * t)


def orthogonal_polynomials() -> Iterator[Row]:
    """DLMF 18.3, 18.5, 18.6, 18.9."""
    for p in FOUR:
        yield (p + 1) * sp.legendre(p + 1, y), (2 * p + 1) * y * sp.legendre(p, y) - p * sp.legendre(p - 1, y)
        yield sp.legendre(p, -y), (-1) ** p * sp.legendre(p, y)
        yield (1 - y**2) * Derivative(sp.legendre(p, y), y), p * (sp.legendre(p - 1, y) - y * sp.legendre(p, y))
        yield sp.hermite(p + 1, y), 2 * y * sp.hermite(p, y) - 2 * p * sp.hermite(p - 1, y)
        yield Derivative(sp.hermite(p + 1, y), y), 2 * (p + 1) * sp.hermite(p, y)
        yield (p + 1) * sp.laguerre(p + 1, y), (2 * p + 1 - y) * sp.laguerre(p, y) - p * sp.laguerre(p - 1, y)
        yield y * Derivative(sp.laguerre(p, y), y), p * (sp.laguerre(p, y) - sp.laguerre(p - 1, y))
        yield sp.chebyshevt(p + 1, y), 2 * y * sp.chebyshevt(p, y) - sp.chebyshevt(p - 1, y)
        yield Derivative(sp.chebyshevt(p + 1, y), y), (p + 1) * sp.chebyshevu(p, y)
        yield sp.chebyshevu(p, cos(y)) * sin(y), sin((p + 1) * y)
        yield sp.chebyshevt(p, y) ** 2 - (y**2 - 1) * sp.chebyshevu(p - 1, y) ** 2, Integer(1)
        yield sp.chebyshevt(p, cosh(y)), cosh(p * y)
        yield sp.gegenbauer(p, 1, y), sp.chebyshevu(p, y)
        yield sp.gegenbauer(p, HALF, y), sp.legendre(p, y)
        yield sp.assoc_laguerre(p, a, 0) * sp.factorial(p), sp.RisingFactorial(a + 1, p)
        yield sp.jacobi(p, 0, 0, y), sp.legendre(p, y)
        yield Integral(sp.legendre(p, x) ** 2, (x, -1, 1)), Rational(2, 2 * p + 1)
        yield Integral(sp.legendre(p, x) * sp.legendre(p + 2, x), (x, -1, 1)), Integer(0)
        yield Integral(sp.hermite(p, x) ** 2 * exp(-(x**2)), (x, -oo, oo)), 2**p * sp.factorial(p) * sqrt(pi)
        yield Integral(sp.laguerre(p, x) ** 2 * exp(-x), (x, 0, oo)) + t, 1 + t


def elliptic_and_hypergeometric_functions() -> Iterator[Row]:
    """DLMF 15.4, 15.5, 19.4, 19.7, 13.6."""
    for p in FOUR:
        m = u / p
        K, E = sp.elliptic_k(m), sp.elliptic_e(m)
        yield Derivative(K, u), (E - (1 - m) * K) / (2 * u * (1 - m)), (u < p,)
        yield Derivative(E, u), (E - K) / (2 * u), (u < p,)
        yield E * sp.elliptic_k(1 - m) + sp.elliptic_e(1 - m) * K - K * sp.elliptic_k(1 - m), pi / 2, (u < p,)
        yield sp.hyper((1, 1), (2,), m), -log(1 - m) / m, (u < p,)
        yield sp.hyper((a,), (), m), (1 - m) ** (-a), (u < p,)
        yield sp.hyper((HALF, 1), (Rational(3, 2),), -(m**2)), sp.atan(m) / m, (u < p,)
        yield sp.hyper((HALF, HALF), (Rational(3, 2),), m**2), sp.asin(m) / m, (u < p,)
        yield sp.hyper((), (), p * y), exp(p * y)
        yield sp.hyper((1,), (2,), p * y), (exp(p * y) - 1) / (p * y)
        yield sp.hyper((), (HALF,), -((p * y) ** 2) / 4), cos(p * y)
        yield sp.hyper((), (Rational(3, 2),), (p * t) ** 2 / 4), sinh(p * t) / (p * t)
        yield sp.hyper((-p, 1), (1,), y), (1 - y) ** p
        yield sp.hyper((HALF,), (Rational(3, 2),), -(t**2) / p), sqrt(pi * p) * sp.erf(t / sqrt(p)) / (2 * t)
        yield Derivative(sp.hyper((a,), (b,), p * y), y), p * a / b * sp.hyper((a + 1,), (b + 1,), p * y)


def zeta_functions() -> Iterator[Row]:
    """DLMF 25.2, 25.6, 25.11, 25.12."""
    for p in FOUR:
        yield (
            sp.zeta(2 * p) * t,
            t * (-1) ** (p + 1) * (2 * pi) ** (2 * p) * sp.bernoulli(2 * p) / (2 * sp.factorial(2 * p)),
        )
        yield sp.zeta(p + 1, t), sp.zeta(p + 1, t + 1) + t ** (-p - 1)
        yield sp.zeta(p + 1, t) * (-1) ** (p + 1) * sp.factorial(p), sp.polygamma(p, t)
        yield Derivative(sp.zeta(p + 1, t), t), -(p + 1) * sp.zeta(p + 2, t)
        yield sp.zeta(p + 1, HALF), (2 ** (p + 1) - 1) * sp.zeta(p + 1)
        yield sp.dirichlet_eta(t + p), (1 - 2 ** (1 - t - p)) * sp.zeta(t + p)
        yield sp.polylog(1, u / p), -log(1 - u / p), (u < p,)
        yield Derivative(sp.polylog(p + 1, u), u), sp.polylog(p, u) / u, (u < 1,)
        yield sp.polylog(p, u) + sp.polylog(p, -u), Integer(2) ** (1 - p) * sp.polylog(p, u**2), (u < 1,)
        yield sp.polylog(-p, u / p), _of_negative_order(p, u / p), (u < p,)
        yield Sum(1 / (k + p) ** 2, (k, 1, oo)), sp.zeta(2, p + 1)
        yield (
            sp.zeta(2 * t) * 2 ** (1 - 2 * t) * gamma(2 * t) * cos(pi * t),
            pi ** (2 * t) * sp.zeta(1 - 2 * t),
            (t > p,),
        )


def _of_negative_order(p: int, q: Any) -> Any:
    """(q d/dq)^p of q/(1 - q)."""
    letter = sp.Symbol("q")
    found = letter / (1 - letter)
    for _ in range(p):
        found = sp.factor(letter * sp.diff(found, letter))
    return found.subs(letter, q)


FAMILIES: tuple[Callable[[], Iterator[Row]], ...] = (
    circular_and_hyperbolic_functions,
    inverse_functions_and_powers,
    complex_numbers,
    gamma_and_beta_functions,
    exponential_integrals_and_error_functions,
    airy_and_bessel_functions,
    orthogonal_polynomials,
    elliptic_and_hypergeometric_functions,
    zeta_functions,
)
