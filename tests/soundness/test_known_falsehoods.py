"""A catalogue of identities that people believe, and that are false somewhere: none may pass.

Kept with the true ones that they are mistaken for.  False ones must be refuted, but for
the few that are named, which stay undecided; true ones are never refuted.
"""

from __future__ import annotations

import pytest
from sympy import (
    Abs,
    Derivative,
    E,
    Ei,
    Expr,
    Heaviside,
    I,
    Integral,
    KroneckerDelta,
    LambertW,
    Max,
    Min,
    Mod,
    Piecewise,
    Rational,
    Sum,
    acos,
    acosh,
    arg,
    asin,
    asinh,
    atan,
    atan2,
    besseli,
    besselj,
    binomial,
    cbrt,
    ceiling,
    conjugate,
    cos,
    cosh,
    elliptic_k,
    erf,
    erfc,
    exp,
    expint,
    factorial,
    floor,
    gamma,
    hyper,
    im,
    legendre,
    log,
    pi,
    polygamma,
    polylog,
    re,
    root,
    sign,
    sin,
    sinh,
    sqrt,
    symbols,
    sympify,
    tan,
    tanh,
    zeta,
)

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, y = symbols("x y", positive=True)
u, w = symbols("u w", real=True)
z, c = symbols("z c")
n, m = symbols("n m", integer=True)
k = symbols("k", integer=True, nonnegative=True)
nz = symbols("q", real=True, nonzero=True)

FALSE = [
    (sqrt(z**2), z),
    (log(z * c), log(z) + log(c)),
    (log(exp(z)), z),
    (log(z**2), 2 * log(z)),
    (sqrt(z) * sqrt(c), sqrt(z * c)),
    (sqrt(1 / z), 1 / sqrt(z)),
    ((z**2) ** c, z ** (2 * c)),
    ((exp(z)) ** c, exp(z * c)),
    ((-1) ** u, cos(pi * u)),
    (cos(pi * u), (-1) ** u),
    (exp(2 * pi * I * u), 1),
    (sin(pi * u), 0),
    (asin(sin(u)), u),
    (acos(cos(u)), u),
    (atan(tan(u)), u),
    (Abs(z), z),
    (Abs(z) ** 2, z**2),
    (sqrt(u**4), u**2 + Rational(1, 10**30)),
    (sign(u) * u, u),
    (Heaviside(u) + Heaviside(-u), 1 + KroneckerDelta(u, 0)),
    (Max(u, w) + Min(u, w), u - w),
    (floor(u) + floor(-u), 0),
    (u - floor(u), Mod(u, 2)),
    (gamma(u + 1), gamma(u) * (u + 1)),
    (binomial(n, m), binomial(n, n - m + 1)),
    (besselj(n, u), besselj(-n, u)),
    (besselj(1, u) + besselj(3, u), 4 * besselj(2, u) / u + u),
    (erf(u) + erfc(u), erf(1)),
    (atan(u) + atan(w), atan((u + w) / (1 - u * w))),
    (atan2(u, w), atan(u / w)),
    (log(-x), log(x)),
    (sqrt(-x), -I * sqrt(x)),
    ((-x) ** Rational(1, 3), -(x ** Rational(1, 3))),
    ((x - y) ** Rational(1, 2) ** 1, sqrt(y - x) * I),
    (sqrt(x - y) * sqrt(y - x), (x - y) * I),
    (sqrt(u) * sqrt(u), Abs(u)),
    (sqrt(u - 1) * sqrt(u + 1), sqrt(u**2 - 1)),
    (1 / sqrt(u) * sqrt(1 / u), 1 / u),
    (acosh(u), log(u + sqrt(u**2 - 1))),
    (acosh(cosh(u)), u),
    (asinh(sinh(z)), z),
    (LambertW(u * exp(u)), u),
    (polygamma(0, u + 1), polygamma(0, u) + 1 / (u + 1)),
    (zeta(u), zeta(u - 1)),
    (legendre(2, u), (3 * u**2 + 1) / 2),
    (Derivative(sin(u) * w, u).doit(), -w * cos(u)),
    (Piecewise((1, u > 0), (0, True)), Piecewise((1, u >= 0), (0, True))),
    (Piecewise((u, u < 1), (2, True)), Piecewise((u, u <= 1), (2, True))),
    (Abs(u - 1) + Abs(u + 1), 2 * Max(1, Abs(u)) + Rational(1, 10**20) * Heaviside(u - 100)),
    (Sum(w**n, (n, 0, k)), (1 - w**k) / (1 - w)),
    (Sum(n, (n, 1, k)), k * (k - 1) / 2),
    (Integral(exp(-(w**2)), (w, 0, u)), sqrt(pi) / 2 * erf(2 * u)),
    (Integral(1 / w, (w, -1, 1)), 0),
    (Integral(1 / w**2, (w, -1, 1)), -2),
    (Integral(1 / (2 + cos(w)), (w, 0, 2 * pi)), 0),
    (Integral(Abs(w), (w, -1, 1)), 0),
    (Integral(sqrt(w**2), (w, -1, 1)), 0),
    (exp(I * u), cos(u) - I * sin(u)),
    (conjugate(z), z),
    (re(z), z),
    (re(z) + im(z), z),
    (arg(z), atan(im(z) / re(z))),
    ((-1) ** n, 1),
    ((-1) ** (n * m), (-1) ** (n + m)),
    ((-1) ** (n**2), 1),
    (cos(n * pi / 2), 0),
    (sin(n * pi / 2) ** 2, 1),
    (x**n * x**m, x ** (n * m)),
    (0**u, 0),
    ((u**n) ** m, u ** (n * m) + 1),
    ((u**2) ** (nz / 2), u**nz),
    ((x**u) ** w, x ** (u + w)),
    (2**u * 3**u, 5**u),
    (sqrt(2 + sqrt(3)), (sqrt(6) + sqrt(2)) / 4),
    (cos(2 * pi / 7) + cos(4 * pi / 7) + cos(6 * pi / 7), Rational(1, 2)),
    (log(6), log(2) * log(3)),
    (log(2) / log(3), Rational(63, 100)),
    (exp(pi), pi**E),
    (exp(pi * sqrt(163)), 262537412640768744),
    (sqrt(u**2 + 2 * u + 1), u + 1),
    (cbrt(u**3), u),
    (root(u**6, 6), u),
    (elliptic_k(u), elliptic_k(-u)),
    (tan(u / 2), (1 + cos(u)) / sin(u)),
    (tanh(u), sinh(u) * cosh(u)),
    (gamma(u) * gamma(1 - u), pi / cos(pi * u)),
    (factorial(2 * k), 2**k * factorial(k)),
    (besseli(0, u), besselj(0, u)),
    (Ei(u), -expint(1, u)),
    (hyper([1, 1], [2], u), -log(1 + u) / u),
    (polylog(2, u) + polylog(2, -u), polylog(2, u**2)),
    (Mod(u, 1), u),
    (Mod(n, 2), n),
    (ceiling(u), floor(u) + 1),
    (sign(u) ** 2, 1),
    (sign(u * w), sign(u) + sign(w)),
]
TRUE = [
    (Sum(n, (n, 1, k)), k * (k + 1) / 2),
    (sin(n * pi), 0),
    (cos(n * pi), (-1) ** n),
    ((-1) ** (2 * n), 1),
    ((-1) ** (n * (n + 1)), 1),
    (Abs(u) ** 2, u**2),
    (sqrt(u**2), Abs(u)),
    (Max(u, w) + Min(u, w), u + w),
    (Abs(u * w), Abs(u) * Abs(w)),
    (gamma(x + 1), x * gamma(x)),
    (besselj(1, x) + besselj(3, x), 4 * besselj(2, x) / x),
    (atan(x) + atan(1 / x), pi / 2),
    (asinh(u), log(u + sqrt(u**2 + 1))),
    (sqrt(-x), I * sqrt(x)),
    (log(-x), log(x) + I * pi),
    (Integral(exp(-(w**2)), (w, 0, u)), sqrt(pi) / 2 * erf(u)),
    (Integral(w**2, (w, 0, u)), u**3 / 3),
    (cos(3 * u), 4 * cos(u) ** 3 - 3 * cos(u)),
    (tan(u / 2), (1 - cos(u)) / sin(u)),
    (tanh(u), (exp(2 * u) - 1) / (exp(2 * u) + 1)),
    (exp(I * pi / 5), cos(pi / 5) + I * sin(pi / 5)),
    (cos(2 * pi / 7) + cos(4 * pi / 7) + cos(6 * pi / 7), -Rational(1, 2)),
    (sqrt(x) ** 3, x * sqrt(x)),
    (x**u * x**w, x ** (u + w)),
    ((x * y) ** u, x**u * y**u),
    (log(x**3 * y), 3 * log(x) + log(y)),
    (erf(u) + erfc(u), 1),
    (factorial(k + 1), (k + 1) * factorial(k)),
    (binomial(k + 1, 2), k * (k + 1) / 2),
    (legendre(2, u), (3 * u**2 - 1) / 2),
    (polygamma(0, x + 1), polygamma(0, x) + 1 / x),
    (acos(u / (1 + u**2)) + asin(u / (1 + u**2)), pi / 2),
    (sqrt(2 + sqrt(3)), (sqrt(6) + sqrt(2)) / 2),
    (4 * atan(Rational(1, 5)) - atan(Rational(1, 239)), pi / 4),
    (Piecewise((u, u > 0), (-u, True)), Abs(u)),
    (re(z) + I * im(z), z),
    (conjugate(z) * z, Abs(z) ** 2),
    (sign(u) * Abs(u), u),
]


OPEN = [
    (acosh(u), log(u + sqrt(u**2 - 1))),
    (Integral(1 / w, (w, -1, 1)), 0),
    (Integral(1 / w**2, (w, -1, 1)), -2),
]
"""Falsehoods that are undecided today: one side has no value where the other has one, so that no two numbers differ."""
FEWEST_REFUTED = Rational(95, 100)


def found(lhs: Expr, rhs: Expr) -> Outcome:
    lhs, rhs = sympify(lhs), sympify(rhs)
    return decide(lhs, rhs, Domain(tuple(lhs.free_symbols | rhs.free_symbols))).outcome


@pytest.mark.parametrize(("lhs", "rhs"), FALSE, ids=str)
def test_false_identities_are_refuted_or_known_to_be_open(lhs: Expr, rhs: Expr) -> None:
    assert found(lhs, rhs) is (Outcome.UNDECIDED if (lhs, rhs) in OPEN else Outcome.REFUTED)


def test_what_is_open_is_little() -> None:
    """An engine that leaves everything undecided is never wrong, and of no use."""
    assert all(pair in FALSE for pair in OPEN)
    assert 1 - Rational(len(OPEN), len(FALSE)) >= FEWEST_REFUTED


@pytest.mark.parametrize(("lhs", "rhs"), TRUE, ids=str)
def test_true_identities_are_never_refuted(lhs: Expr, rhs: Expr) -> None:
    assert found(lhs, rhs) in (Outcome.PROVED, Outcome.CORROBORATED)
