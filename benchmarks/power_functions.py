"""More claims for the benchmark of power: equations of classical functions with symbolic orders, hypergeometric sums, kinks, growth.

Written down anew from the Digital Library of Mathematical Functions (chapters 1, 4 to 6, 8 to 10, 13, 15, 16, 18, 19, 25), from
Wester's list and from tables of integrals.  Rows as in `power_claims.py`: left side, right side, conditions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy as sp
from power_letters import HALF, Row, a, b, k, m, n, t, u, x, y, z
from sympy import (
    Abs,
    Derivative,
    Integer,
    Integral,
    Limit,
    Max,
    Min,
    Rational,
    Sum,
    binomial,
    cos,
    exp,
    factorial,
    floor,
    gamma,
    hyper,
    log,
    oo,
    pi,
    sign,
    sin,
    sqrt,
)  # fmt: skip

c, nu = sp.symbols("c nu", positive=True)
N = sp.Symbol("N", integer=True, nonnegative=True)
rf = sp.RisingFactorial


def orthogonal_polynomials_of_symbolic_degree() -> Iterator[Row]:
    """DLMF 18.7, 18.8, 18.9."""
    P, T, U, H, L, C, J, A = (
        sp.legendre, sp.chebyshevt, sp.chebyshevu, sp.hermite, sp.laguerre, sp.gegenbauer, sp.jacobi, sp.assoc_laguerre,
    )  # fmt: skip
    yield (1 - y**2) * Derivative(P(n, y), y), n * (P(n - 1, y) - y * P(n, y))
    yield (1 - y**2) * Derivative(P(n, y), y, y) - 2 * y * Derivative(P(n, y), y) + n * (n + 1) * P(n, y), Integer(0)
    yield (2 * n + 1) * P(n, y), Derivative(P(n + 1, y), y) - Derivative(P(n - 1, y), y)
    yield Derivative(H(n, y), y), 2 * n * H(n - 1, y)
    yield Derivative(H(n, y), y, y) - 2 * y * Derivative(H(n, y), y) + 2 * n * H(n, y), Integer(0)
    yield Derivative(exp(-(y**2)) * H(n, y), y), -exp(-(y**2)) * H(n + 1, y)
    yield y * Derivative(L(n, y), y), n * (L(n, y) - L(n - 1, y))
    yield y * Derivative(L(n, y), y, y) + (1 - y) * Derivative(L(n, y), y) + n * L(n, y), Integer(0)
    yield Derivative(L(n, y), y), -A(n - 1, 1, y)
    yield Derivative(T(n, y), y), n * U(n - 1, y)
    yield T(n + 1, y), y * T(n, y) - (1 - y**2) * U(n - 1, y)
    yield (1 - y**2) * Derivative(T(n, y), y, y) - y * Derivative(T(n, y), y) + n**2 * T(n, y), Integer(0)
    yield U(n, y) - U(n - 2, y), 2 * T(n, y), (n > 2,)
    yield (n + 1) * C(n + 1, a, y), 2 * (n + a) * y * C(n, a, y) - (n + 2 * a - 1) * C(n - 1, a, y)
    yield Derivative(C(n, a, y), y), 2 * a * C(n - 1, a + 1, y)
    yield (
        (1 - y**2) * Derivative(C(n, a, y), y, y) - (2 * a + 1) * y * Derivative(C(n, a, y), y),
        -n * (n + 2 * a) * C(n, a, y),
    )
    yield (n + a) * C(n, a, y), a * (C(n, a + 1, y) - C(n - 2, a + 1, y)), (n > 2,)
    yield Derivative(J(n, a, b, y), y), (n + a + b + 1) * J(n - 1, a + 1, b + 1, y) / 2
    yield (
        (1 - y**2) * Derivative(J(n, a, b, y), y, y) + (b - a - (a + b + 2) * y) * Derivative(J(n, a, b, y), y),
        -n * (n + a + b + 1) * J(n, a, b, y),
    )
    yield (
        2 * (n + 1) * (n + a + b + 1) * (2 * n + a + b) * J(n + 1, a, b, y),
        (2 * n + a + b + 1) * ((2 * n + a + b + 2) * (2 * n + a + b) * y + a**2 - b**2) * J(n, a, b, y)
        - 2 * (n + a) * (n + b) * (2 * n + a + b + 2) * J(n - 1, a, b, y),
    )
    yield (n + 1) * A(n + 1, a, y), (2 * n + a + 1 - y) * A(n, a, y) - (n + a) * A(n - 1, a, y)
    yield Derivative(A(n, a, y), y), -A(n - 1, a + 1, y)
    yield A(n, a, y), A(n, a + 1, y) - A(n - 1, a + 1, y)
    yield y * Derivative(A(n, a, y), y, y) + (a + 1 - y) * Derivative(A(n, a, y), y) + n * A(n, a, y), Integer(0)
    yield P(n, -y), (-1) ** n * P(n, y)
    yield H(n, -y), (-1) ** n * H(n, y)
    yield T(2 * n, y), 2 * T(n, y) ** 2 - 1
    yield T(m, T(n, y)), T(m * n, y)
    yield P(n, Integer(1)) + L(n, Integer(0)) + T(n, Integer(1)), Integer(3)
    yield U(n, cos(u)) * sin(u), sin((n + 1) * u)
    yield T(n, cos(y)), cos(n * y)
    yield Derivative(P(n, cos(y)), y), n * (cos(y) * P(n, cos(y)) - P(n - 1, cos(y))) / sin(y)


def equations_of_classical_functions() -> Iterator[Row]:
    """DLMF 6.2, 8.5, 8.8, 8.19, 9.2, 10.2, 10.6, 10.25, 10.29, 13.3, 15.5, 16.3, 19.4, 25.12."""
    J, Y, I_, K_ = sp.besselj, sp.bessely, sp.besseli, sp.besselk
    F = lambda p, q, s, w: hyper((p, q), (s,), w)  # noqa: E731
    M = lambda p, s, w: hyper((p,), (s,), w)  # noqa: E731
    for B, s in ((J, 1), (Y, 1), (I_, -1), (K_, -1)):
        yield (
            t**2 * Derivative(B(nu, t), t, t) + t * Derivative(B(nu, t), t) + (s * t**2 - nu**2) * B(nu, t),
            Integer(0),
        )
    yield Derivative(t**nu * J(nu, t), t), t**nu * J(nu - 1, t)
    yield Derivative(t**-nu * K_(nu, t), t), -(t**-nu) * K_(nu + 1, t)
    yield J(nu - 1, z) - J(nu + 1, z), 2 * Derivative(J(nu, z), z)
    yield I_(nu - 1, z) - I_(nu + 1, z), 2 * nu * I_(nu, z) / z
    yield z * Derivative(I_(nu, z), z), z * I_(nu + 1, z) + nu * I_(nu, z)
    yield J(nu, t) * Derivative(Y(nu, t), t) - Y(nu, t) * Derivative(J(nu, t), t), 2 / (pi * t)
    yield sp.hankel1(nu - 1, t) + sp.hankel1(nu + 1, t), 2 * nu / t * sp.hankel1(nu, t)
    yield Derivative(sp.hankel2(nu, t), t), (sp.hankel2(nu - 1, t) - sp.hankel2(nu + 1, t)) / 2
    yield t**2 * Derivative(sp.jn(n, t), t, t) + 2 * t * Derivative(sp.jn(n, t), t), (n * (n + 1) - t**2) * sp.jn(n, t)
    yield sp.jn(n - 1, t) + sp.jn(n + 1, t), (2 * n + 1) / t * sp.jn(n, t)
    yield Derivative(sp.airyai(z), z, z), z * sp.airyai(z)
    yield Derivative(sp.airyai(z) * sp.airybiprime(z) - sp.airyaiprime(z) * sp.airybi(z), z), Integer(0)
    W = sp.airyai(y) ** 2
    yield Derivative(W, y, y, y) - 4 * y * Derivative(W, y) - 2 * W, Integer(0)
    yield c * F(a, b, c, u) - c * F(a + 1, b, c, u), -b * u * F(a + 1, b + 1, c + 1, u), (u < 1,)
    yield (
        (c - a) * F(a - 1, b, c, u) + (2 * a - c + (b - a) * u) * F(a, b, c, u) + a * (u - 1) * F(a + 1, b, c, u),
        Integer(0),
        (u < 1,),
    )
    yield c * (1 - u) * F(a, b, c, u) - c * F(a - 1, b, c, u) + (c - b) * u * F(a, b, c + 1, u), Integer(0), (u < 1,)
    yield (
        u * (1 - u) * Derivative(F(a, b, c, u), u, u) + (c - (a + b + 1) * u) * Derivative(F(a, b, c, u), u),
        a * b * F(a, b, c, u),
        (u < 1,),
    )
    yield F(a, b, c, u), (1 - u) ** (c - a - b) * F(c - a, c - b, c, u), (u < 1,)
    yield F(a, b, c, -u), (1 + u) ** -a * F(a, c - b, c, u / (1 + u)), (u < 1,)
    yield z * Derivative(M(a, b, z), z, z) + (b - z) * Derivative(M(a, b, z), z), a * M(a, b, z)
    yield b * M(a, b, z) - b * M(a - 1, b, z), z * M(a, b + 1, z)
    yield M(a, b, z), exp(z) * M(b - a, b, -z)
    yield (b - a) * M(a - 1, b, z) + (2 * a - b + z) * M(a, b, z), a * M(a + 1, b, z)
    yield z * Derivative(hyper((), (b,), z), z, z) + b * Derivative(hyper((), (b,), z), z), hyper((), (b,), z)
    yield b * (b + 1) * (hyper((), (b,), z) - hyper((), (b + 1,), z)), z * hyper((), (b + 2,), z)
    yield t * Derivative(hyper((a, b, 1), (c, 2), -t), t) + hyper((a, b, 1), (c, 2), -t), F(a, b, c, -t), (t < 1,)
    yield Derivative(u * (1 - u) * Derivative(sp.elliptic_k(u), u), u), sp.elliptic_k(u) / 4, (u < 1,)
    yield (
        4 * u * (1 - u) * Derivative(sp.elliptic_e(u), u, u) + 4 * (1 - u) * Derivative(sp.elliptic_e(u), u),
        -sp.elliptic_e(u),
        (u < 1,),
    )
    yield Derivative(sp.elliptic_f(y, HALF), y), 1 / sqrt(1 - sin(y) ** 2 / 2)
    yield Derivative(sp.elliptic_e(y, HALF), y), sqrt(1 - sin(y) ** 2 / 2)
    yield sp.elliptic_k(u), pi / 2 * hyper((HALF, HALF), (1,), u), (u < 1,)
    yield sp.elliptic_e(u), pi / 2 * hyper((-HALF, HALF), (1,), u), (u < 1,)
    yield sp.uppergamma(a + 1, t), a * sp.uppergamma(a, t) + t**a * exp(-t)
    yield Derivative(sp.uppergamma(a, t), t, t) + (1 + (1 - a) / t) * Derivative(sp.uppergamma(a, t), t), Integer(0)
    yield Derivative(sp.lowergamma(a, t), t), t ** (a - 1) * exp(-t)
    yield a * sp.expint(a + 1, t), exp(-t) - t * sp.expint(a, t)
    yield Derivative(sp.expint(a, t), t), -sp.expint(a - 1, t)
    yield t * Derivative(sp.polylog(a, t), t), sp.polylog(a - 1, t), (t < 1,)
    yield Derivative(sp.erfc(z), z, z) + 2 * z * Derivative(sp.erfc(z), z), Integer(0)
    yield Derivative(sp.Ei(t), t, t) * t + (1 - t) * Derivative(sp.Ei(t), t), Integer(0)
    yield Derivative(z * sp.Si(z) + cos(z), z), sp.Si(z)
    yield Derivative(sp.loggamma(t), t, t), sp.zeta(2, t)
    yield Derivative(sp.fresnelc(y) * y, y), sp.fresnelc(y) + y * cos(pi * y**2 / 2)
    yield Derivative(sp.lerchphi(u, 2, a), a), -2 * sp.lerchphi(u, 3, a), (u < 1,)
    yield Derivative(sp.zeta(a + 1, t), t), -(a + 1) * sp.zeta(a + 2, t)


def hypergeometric_sums() -> Iterator[Row]:
    """DLMF 15.4, 16.4, 18.5, 26.3; Wester's sums."""
    yield Sum(binomial(n, k) ** 2, (k, 0, n)), binomial(2 * n, n)
    yield Sum((-1) ** k * binomial(n, k), (k, 0, n)), Integer(0)
    yield Sum((-1) ** k * binomial(2 * n, k) ** 2, (k, 0, 2 * n)), (-1) ** n * binomial(2 * n, n)
    yield Sum((-1) ** k * binomial(2 * n, k) ** 3, (k, 0, 2 * n)), (-1) ** n * factorial(3 * n) / factorial(n) ** 3
    yield Sum(binomial(n, k) * binomial(m, k), (k, 0, n)), binomial(m + n, n)
    yield Sum(binomial(m, k) * binomial(n, N - k), (k, 0, N)), binomial(m + n, N)
    yield Sum(k**2 * binomial(n, k), (k, 0, n)), n * (n + 1) * 2**n / 4
    yield Sum(k * binomial(n, k) ** 2, (k, 0, n)), n * binomial(2 * n, n) / 2
    yield Sum(binomial(n + k, k) / 2**k, (k, 0, n)), 2**n
    yield Sum(binomial(k, m), (k, m, n + m)), binomial(n + m + 1, m + 1)
    yield Sum((-1) ** k * binomial(n, k) / (k + a), (k, 0, n)), factorial(n) * gamma(a) / gamma(a + n + 1)
    yield Sum((-1) ** k * binomial(n, k) / (k + 1), (k, 0, n)), 1 / (n + 1)
    yield Sum((-1) ** k * binomial(m, k), (k, 0, n)), (-1) ** n * binomial(m - 1, n), (m > n,)
    yield Sum(binomial(n, k) * factorial(k) * factorial(n - k), (k, 0, n)), factorial(n + 1)
    yield Sum(1 / binomial(n + k, k), (k, 1, oo)), 1 / (n - 1), (n > 1,)
    yield Sum(k * factorial(k), (k, 0, n)), factorial(n + 1) - 1
    yield Sum(4**k / binomial(2 * k, k), (k, 0, n)), (2 * (n + 1) * 4**n / binomial(2 * n, n) + 1) / 3
    yield Sum(binomial(2 * k, k) / 4**k, (k, 0, n)), (2 * n + 1) * binomial(2 * n, n) / 4**n
    yield Sum(binomial(2 * k, k) * binomial(2 * n - 2 * k, n - k), (k, 0, n)), 4**n
    yield Sum(rf(a, k) / factorial(k), (k, 0, n)), rf(a + 1, n) / factorial(n)
    yield Sum(binomial(n, k) * rf(a, k) * rf(b, n - k), (k, 0, n)), rf(a + b, n)
    yield hyper((-n, b), (c,), Integer(1)), rf(c - b, n) / rf(c, n), (c > b,)
    yield hyper((a, b), (a + b + c,), Integer(1)), gamma(a + b + c) * gamma(c) / (gamma(a + c) * gamma(b + c))
    yield (
        hyper((a, b), (1 + a - b,), -Integer(1)),
        gamma(1 + a - b) * gamma(1 + a / 2) / (gamma(1 + a) * gamma(1 + a / 2 - b)),
        (b < 1, a > b),
    )
    yield (
        hyper((-n, a, b), (c, 1 + a + b - c - n), Integer(1)),
        rf(c - a, n) * rf(c - b, n) / (rf(c, n) * rf(c - a - b, n)),
        (c > a + b + n,),
    )
    yield (
        hyper((a, 1 - a), (b,), HALF),
        2 ** (1 - b) * sqrt(pi) * gamma(b) / (gamma((a + b) / 2) * gamma((b - a + 1) / 2)),
        (a < 1,),
    )
    yield (
        hyper((a, b), ((a + b + 1) / 2,), HALF),
        sqrt(pi) * gamma((a + b + 1) / 2) / (gamma((a + 1) / 2) * gamma((b + 1) / 2)),
    )
    yield Sum((-1) ** k * binomial(n, k) * binomial(n + k, k) * ((1 - y) / 2) ** k, (k, 0, n)), sp.legendre(n, y)
    yield Sum((-1) ** k * binomial(n, k) * y**k / factorial(k), (k, 0, n)), sp.laguerre(n, y)
    yield Sum(binomial(n, k) * y**k * (1 - y) ** (n - k) * k, (k, 0, n)), n * y
    yield Sum(1 / (k * (k + 1) * (k + 2)), (k, 1, n)), n * (n + 3) / (4 * (n + 1) * (n + 2))
    yield Sum(rf(a, k) * rf(b, k) / (rf(c, k) * factorial(k)) * u**k, (k, 0, oo)), hyper((a, b), (c,), u), (u < 1,)
    yield Sum((-1) ** k * (t / 2) ** (2 * k + nu) / (factorial(k) * gamma(nu + k + 1)), (k, 0, oo)), sp.besselj(nu, t)
    yield Sum(rf(a, k) / factorial(k) * u**k, (k, 0, oo)), (1 - u) ** -a, (u < 1,)
    yield Sum(binomial(k + n, n) * u**k, (k, 0, oo)), (1 - u) ** (-n - 1), (u < 1,)
    yield Sum(1 / (k + a) - 1 / (k + a + 1), (k, 0, oo)), 1 / a
    yield Sum(binomial(2 * k, k) * u**k, (k, 0, oo)), 1 / sqrt(1 - 4 * u), (4 * u < 1,)


def integrals_with_kinks_and_steps() -> Iterator[Row]:
    """Absolute values, maxima, floors and signs under an integral; elliptic and improper integrals of tables."""
    for p in (1, 2, 3):
        yield Integral(Abs(sin(p * x)), (x, 0, 2 * pi)), Integer(4)
        yield Integral(Abs(x - p), (x, 0, 2 * p + 1)), Rational(p**2 + (p + 1) ** 2, 2)
        yield Integral(Abs(x**2 - p), (x, -2, 2)), Rational(16, 3) - 4 * p + Rational(8, 3) * sqrt(p) ** 3
        yield Integral(Max(x, x**2), (x, 0, p + 1)), HALF + Rational((p + 1) ** 3 - 1, 3)
        yield Integral(Min(exp(x), p), (x, -1, 2)), p - exp(-1) + p * (2 - log(p))
        yield Integral(floor(x), (x, 0, p + HALF)), Rational(p * p, 2)
        yield Integral(floor(p * x), (x, 0, 1)), Rational(p - 1, 2)
        yield Integral(floor(x) ** 2, (x, 0, p + 1)), Rational(p * (p + 1) * (2 * p + 1), 6)
        yield Integral(sign(cos(x)) * x**p, (x, 0, pi)), 2 * (pi / 2) ** (p + 1) / (p + 1) - pi ** (p + 1) / (p + 1)
        yield Integral(Abs(log(p * x)), (x, 1 / Integer(p + 1), 2)), _of_logarithm(p)
        yield Integral(exp(-Abs(x) * p), (x, -oo, oo)), Rational(2, p)
        yield Integral(Abs(x) * exp(-p * x**2), (x, -oo, oo)), Rational(1, p)
        yield Integral(sp.Heaviside(x - p) * exp(-x), (x, 0, oo)), exp(-p)
        yield Integral(sqrt(x**2 * p), (x, -1, 2)), 5 * sqrt(p) / 2
    yield Integral(Abs(cos(x)), (x, 0, pi)), Integer(2)
    yield Integral(Abs(sin(x) - cos(x)), (x, 0, pi)), 2 * sqrt(2)
    yield Integral(Abs(x**3 - x), (x, -1, 2)), Rational(11, 4)
    yield Integral(floor(x**2), (x, 0, 2)), 5 - sqrt(2) - sqrt(3)
    yield Integral(x - floor(x), (x, 0, n)), n / 2
    yield Integral(Abs(x - a), (x, 0, 1)), a**2 - a + HALF, (a < 1,)
    yield Integral(Max(x, a), (x, 0, 1)), (1 + a**2) / 2, (a < 1,)
    yield Integral(Abs(x - y) * exp(-x), (x, 0, oo)), y - 1 + 2 * exp(-y), (y > 0,)
    yield Integral(sign(x - a), (x, 0, 2 * a)), Integer(0)
    yield Integral(exp(-Abs(x - y)), (x, -oo, oo)), Integer(2)
    yield Integral(Min(1, 1 / x**2), (x, 0, oo)), Integer(2)
    yield Integral(Abs(sin(x)) * exp(-x), (x, 0, 2 * pi)), (1 + exp(-pi)) ** 2 / 2
    yield Integral(sp.frac(x) ** 2, (x, 0, 2)), Rational(2, 3)
    yield Integral(sp.Piecewise((x, x < 1), (2 - x, True)), (x, 0, 2)), Integer(1)
    yield Integral(sp.ceiling(x), (x, 0, Rational(5, 2))), Rational(9, 2)
    yield Integral(Max(sin(x), 0), (x, 0, 3 * pi)), Integer(4)
    yield Integral(1 / sqrt(1 - u * sin(x) ** 2), (x, 0, pi / 2)), sp.elliptic_k(u), (u < 1,)
    yield Integral(sqrt(1 - u * sin(x) ** 2), (x, 0, pi / 2)), sp.elliptic_e(u), (u < 1,)
    yield Integral(sp.besselj(0, a * x) * exp(-b * x), (x, 0, oo)), 1 / sqrt(a**2 + b**2)
    yield Integral(cos(n * u - t * sin(u)), (u, 0, pi)), pi * sp.besselj(n, t)
    yield Integral(x ** (a - 1) / (1 + x), (x, 0, oo)), pi / sin(pi * a), (a < 1,)
    yield Integral(x ** (a - 1) / (1 + x) ** (a + b), (x, 0, oo)), sp.beta(a, b)
    yield Integral(sin(x) ** (2 * n), (x, 0, pi / 2)), pi * binomial(2 * n, n) / (2 * 4**n)
    yield Integral(log(sin(x)), (x, 0, pi / 2)), -pi * log(2) / 2
    yield Integral(log(x) ** 2 / (1 + x**2), (x, 0, oo)), pi**3 / 8
    yield Integral(log(x) / (1 - x), (x, 0, 1)), -(pi**2) / 6
    yield Integral(cos(a * x) / (x**2 + b**2), (x, 0, oo)), pi * exp(-a * b) / (2 * b)
    yield Integral(exp(-a * x**2) * cos(b * x), (x, -oo, oo)), sqrt(pi / a) * exp(-(b**2) / (4 * a))
    yield Integral((exp(-a * x) - exp(-b * x)) / x, (x, 0, oo)), log(b / a)
    yield Integral(sin(x) ** 2 / x**2, (x, 0, oo)), pi / 2
    yield Integral(exp(-x) * log(x), (x, 0, oo)), -sp.EulerGamma


def _of_logarithm(p: int) -> sp.Expr:
    """∫ |log(p x)| from 1/(p + 1) to 2, by the antiderivative x log(p x) - x."""
    F = lambda e: e * log(p * e) - e  # noqa: E731
    low, kink, high = Rational(1, p + 1), Rational(1, p), Integer(2)
    return F(low) + F(high) - 2 * F(kink)


def growth_without_bound() -> Iterator[Row]:
    """Limits that are infinite, of elementary and of classical functions."""
    s = sp.Symbol("s", positive=True)
    for p in (1, 2, 3):
        yield Limit(x**p, x, oo), oo
        yield Limit(-exp(p * x) / x**p, x, oo), -oo
        yield Limit(1 / (x - p) ** 2, x, p), oo
        yield Limit(1 / (x - p), x, p, "-"), -oo
        yield Limit(log(p * x), x, 0, "+"), -oo
        yield Limit(sp.tan(p * x), x, pi / (2 * p), "-"), oo
        yield Limit(gamma(x + p), x, oo), oo
        yield Limit(gamma(x), x, -p + 1, "+"), oo if p % 2 else -oo
        yield Limit(exp(1 / x) * x**p, x, 0, "+"), oo
        yield Limit(x - p * log(x), x, oo), oo
        yield Limit(sqrt(x**2 + x) - p, x, oo), oo
        yield Limit(factorial(n) / p**n, n, oo), oo
    yield Limit(sp.besseli(0, x), x, oo), oo
    yield Limit(sp.besselk(0, x), x, 0, "+"), oo
    yield Limit(sp.elliptic_k(x), x, 1, "-"), oo
    yield Limit(sp.zeta(x), x, 1, "+"), oo
    yield Limit(sp.zeta(x), x, 1, "-"), -oo
    yield Limit(sp.Ei(x), x, oo), oo
    yield Limit(sp.Ei(x), x, 0), -oo
    yield Limit(sp.digamma(x), x, 0, "+"), -oo
    yield Limit(sp.harmonic(n), n, oo), oo
    yield Limit(sp.li(x), x, 1, "+"), -oo
    yield Limit(sp.airybi(x), x, oo), oo
    yield Limit(sp.bessely(0, x), x, 0, "+"), -oo
    yield Limit(sp.erfi(x), x, oo), oo
    yield Limit(sp.Chi(x), x, oo), oo
    yield Limit(sp.atanh(x), x, 1, "-"), oo
    yield Limit(sp.cot(x), x, 0, "+"), oo
    yield Limit(Sum(1 / k, (k, 1, n)), n, oo), oo
    yield Limit(x**x, x, oo), oo
    yield Limit((1 + 1 / x) ** (x**2), x, oo), oo
    yield Limit(s * x**2 - x, x, oo), oo
    yield Limit(x * (2 + sin(x)), x, oo), oo
    yield Limit(x * sin(1 / x) * x, x, oo), oo
    yield Limit(sp.loggamma(x), x, oo), oo
    yield Limit(floor(x), x, oo), oo
    yield Limit(Max(x, sqrt(x)), x, oo), oo
    yield Limit(Abs(log(x)) / x, x, 0, "+"), oo


FAMILIES: tuple[Callable[[], Iterator[Row]], ...] = (
    orthogonal_polynomials_of_symbolic_degree,
    equations_of_classical_functions,
    hypergeometric_sums,
    integrals_with_kinks_and_steps,
    growth_without_bound,
)
