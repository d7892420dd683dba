"""The claims of the benchmark of power: families of formulas written down anew, each true one beside a copy with one slip.

A family is a function that yields (left side, right side, conditions); its members differ by
parameters, so that a procedure is asked the same thing in many ways.  The slip is made by
`spoiled`, by rules that certainly change a value that is not zero.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sympy as sp
from sympy import I, Integer, Integral, Limit, Rational, Sum, cos, exp, log, oo, pi, sin, sqrt, tan

sys.path.insert(0, str(Path(__file__).resolve().parent))

from power_letters import Row, a, b, k, n, t, u, x, y, z

from verify.points import evaluation

evaluation.install()  # as in a process that decides, so that the claims are the same in all processes

SMALL = (1, 2, 3, 5)


@dataclass(frozen=True)
class Claim:
    """`lhs = rhs` holds wherever `where` does; `lhs = wrong` holds nowhere there, or not everywhere."""

    family: str
    lhs: Any
    rhs: Any
    wrong: Any
    where: tuple[Any, ...] = ()


def spoiled(rhs: Any, turn: int) -> Any:
    """The right side with one slip: a sign, a factor or a term; the kind of slip goes round."""
    if rhs in (oo, -oo):
        return (-rhs, Integer(1))[turn % 2]
    if rhs == 0:
        return (Integer(1), Rational(1, 2), -Integer(2))[turn % 3]
    return (-rhs, 2 * rhs, rhs + Rational(1, 7), rhs / 3)[turn % 4]


def limits_at_a_point() -> Iterator[Row]:
    for p in SMALL:
        yield Limit(sin(p * x) / x, x, 0), Integer(p)
        yield Limit((1 - cos(p * x)) / x**2, x, 0), Rational(p * p, 2)
        yield Limit((exp(p * x) - 1) / sin(x), x, 0), Integer(p)
        yield Limit(log(1 + p * x) / x, x, 0), Integer(p)
        yield Limit((sqrt(1 + p * x) - 1) / x, x, 0), Rational(p, 2)
        yield Limit((x**p - 1) / (x - 1), x, 1), Integer(p)
        yield Limit((tan(p * x) - sin(p * x)) / x**3, x, 0), Rational(p**3, 2)
        yield Limit(x**p * log(x), x, 0), Integer(0)
        yield Limit((1 + p * x) ** (1 / x), x, 0), exp(p)
        yield Limit(x ** (p * x), x, 0), Integer(1)
        yield Limit(exp(-p / x) / x**3, x, 0), Integer(0)
        yield Limit(sp.Abs(x - p) / (x - p), x, p, "-"), Integer(-1)
        yield Limit(1 / (x - p), x, p, "+"), oo
        yield Limit(sp.asin(p * x) / sp.atan(x), x, 0), Integer(p)
        yield Limit(1 / x - 1 / sp.sinh(x) + p, x, 0), Integer(p)
        yield Limit(sp.floor(x + p), x, 0, "-"), Integer(p - 1)
        yield Limit((exp(x) - exp(-x) - 2 * x) / (x - sin(x)) * p, x, 0), Integer(2 * p)
    yield Limit((cos(x)) ** (1 / x**2), x, 0), exp(-Rational(1, 2))
    yield Limit((sin(x) / x) ** (1 / x**2), x, 0), exp(-Rational(1, 6))
    yield Limit(1 / x**2 - 1 / sin(x) ** 2, x, 0), -Rational(1, 3)
    yield Limit(((x + 1) ** (1 / x) - sp.E) / x, x, 0), -sp.E / 2
    yield Limit((sin(tan(x)) - tan(sin(x))) / x**7, x, 0), -Rational(1, 30)
    yield Limit((x - sp.pi / 2) * tan(x), x, pi / 2), Integer(-1)
    yield Limit(sp.gamma(x) * x, x, 0), Integer(1)
    yield Limit((sp.zeta(x) * (x - 1)), x, 1), Integer(1)
    yield Limit(sp.besselj(1, x) / x, x, 0), Rational(1, 2)
    yield Limit(sp.erf(x) / x, x, 0), 2 / sqrt(pi)
    yield Limit(x * sin(1 / x), x, 0), Integer(0)
    yield Limit(sp.Si(x) / x, x, 0), Integer(1)


def limits_at_infinity() -> Iterator[Row]:
    for p in SMALL:
        yield Limit(x**p * exp(-x), x, oo), Integer(0)
        yield Limit(log(x) ** p / x, x, oo), Integer(0)
        yield Limit((p * x**2 + x) / (x**2 - 1), x, oo), Integer(p)
        yield Limit((1 + p / x) ** x, x, oo), exp(p)
        yield Limit(sqrt(x**2 + p * x) - x, x, oo), Rational(p, 2)
        yield Limit(x * (log(x + p) - log(x)), x, oo), Integer(p)
        yield Limit(exp(x) / x**p, x, oo), oo
        yield Limit((exp(x) + p) ** (1 / x), x, oo), sp.E
        yield Limit(x - log(sp.cosh(p * x)) / p, x, oo), log(2) / p
        yield Limit(x * (pi / 2 - sp.atan(p * x)), x, oo), Rational(1, p)
        yield Limit((x + exp(x)) / (p * x - 1), x, -oo), Rational(1, p)
        yield Limit(sp.tanh(p * x), x, -oo), Integer(-1)
        yield Limit(sin(p * x) / x, x, oo), Integer(0)
        yield Limit(log(x + p) / log(x), x, oo), Integer(1)
    yield Limit((1 + 1 / x) ** (x**2) * exp(-x), x, oo), exp(-Rational(1, 2))
    yield Limit(x * ((1 + 1 / x) ** x - sp.E), x, oo), -sp.E / 2
    yield Limit(exp(x) * (exp(1 / x - exp(-x)) - exp(1 / x)), x, oo), Integer(-1)
    yield Limit(log(log(x * exp(x * exp(x)) + 1)) - exp(exp(log(log(x)) + 1 / x)), x, oo), Integer(0)
    yield Limit(sp.gamma(x + 1) / (sqrt(2 * pi * x) * (x / sp.E) ** x), x, oo), Integer(1)
    yield Limit(sp.gamma(x + Rational(1, 2)) / (sqrt(x) * sp.gamma(x)), x, oo), Integer(1)
    yield Limit(sp.digamma(x) - log(x), x, oo), Integer(0)
    yield Limit(x * exp(x**2) * sp.erfc(x), x, oo), 1 / sqrt(pi)
    yield Limit(sp.erf(x), x, -oo), Integer(-1)
    yield Limit(sp.floor(x) / x, x, oo), Integer(1)
    yield Limit((x + cos(x)) / x, x, oo), Integer(1)
    yield Limit(x ** (1 / x), x, oo), Integer(1)
    yield Limit((3**x + 5**x) ** (1 / x), x, oo), Integer(5)


def limits_of_sequences() -> Iterator[Row]:
    for p in SMALL:
        yield Limit((1 + Rational(p) / n) ** n, n, oo), exp(p)
        yield Limit(n ** (Rational(p) / n), n, oo), Integer(1)
        yield Limit(sp.factorial(n) / n**n, n, oo), Integer(0)
        yield Limit(Rational(p) ** n / sp.factorial(n), n, oo), Integer(0)
        yield Limit((6 ** (n + p) + n) / (6**n + n), n, oo), Integer(6) ** p
        yield Limit((-1) ** n / (n + p), n, oo), Integer(0)
        yield Limit(sp.harmonic(p * n) - log(n), n, oo), sp.EulerGamma + log(p)
    yield Limit(sp.factorial(n) ** (1 / n) / n, n, oo), exp(-1)
    yield Limit(sp.binomial(2 * n, n) * sqrt(n) / 4**n, n, oo), 1 / sqrt(pi)
    yield Limit((n / (n + 1)) ** n, n, oo), exp(-1)
    yield Limit(sqrt(n) * (sqrt(n + 1) - sqrt(n)), n, oo), Rational(1, 2)
    yield Limit(sp.fibonacci(n + 1) / sp.fibonacci(n), n, oo), sp.GoldenRatio


def limits_with_parameters() -> Iterator[Row]:
    yield Limit(sin(a * x) / sin(b * x), x, 0), a / b
    yield Limit((1 + a / x) ** (b * x), x, oo), exp(a * b)
    yield Limit((a**x - 1) / x, x, 0), log(a)
    yield Limit((a**x - b**x) / x, x, 0), log(a / b)
    yield Limit((sqrt(t + y) - sqrt(t)) / y, y, 0), 1 / (2 * sqrt(t))
    yield Limit((exp(a * x) - exp(b * x)) / x, x, 0), a - b
    yield Limit(x**a * log(x), x, 0), Integer(0)
    yield Limit(x**a * exp(-b * x), x, oo), Integer(0)
    yield Limit(log(x) / x**a, x, oo), Integer(0)
    yield Limit(a * x / (exp(a * x) - 1), x, 0), Integer(1)
    yield Limit(sp.coth(a * x) - 1 / (a * x), x, 0), Integer(0)
    yield Limit((sp.coth(a * x) - 1 / (a * x)) / x, x, 0), a / 3
    yield Limit(x / sqrt(x**2 + a**2), x, -oo), Integer(-1)
    yield Limit((t ** (y + 1) - 1) / (y + 1), y, -1), log(t)
    yield Limit((cos(a * x) - cos(b * x)) / x**2, x, 0), (b**2 - a**2) / 2
    yield Limit(sqrt(x**2 + a * x) - sqrt(x**2 + b * x), x, oo), (a - b) / 2
    yield Limit(x * (a ** (1 / x) - 1), x, oo), log(a)
    yield Limit(1 / sqrt(1 - x**2 / a**2) - 1, x, 0), Integer(0)
    yield Limit((1 / sqrt(1 - x**2 / a**2) - 1) / x**2, x, 0), 1 / (2 * a**2)
    yield Limit(sp.Abs(x - a) / (x - a), x, a, "-"), Integer(-1)


def branches() -> Iterator[Row]:
    for p in SMALL:
        yield sp.asin(sin(y)), y, (y > -pi / (2 * p), y < pi / (2 * p))
        yield sp.atan(tan(y / p)), y / p, (y > -pi / 2, y < pi / 2)
        yield log(exp(I * y * p)), I * y * p, (y > -pi / p, y < pi / p)
        yield sp.acos(cos(y / p)), y / p, (y > 0, y < pi)
        yield sqrt((y - p) ** 2), sp.Abs(y - p)
        yield sqrt(y**2 + 2 * p * y + p * p), sp.Abs(y + p)
        yield log(t**p), p * log(t)
        yield (t * u) ** Rational(1, p + 1), t ** Rational(1, p + 1) * u ** Rational(1, p + 1)
        yield sqrt(y**2 * (1 + p * y**2)), sp.Abs(y) * sqrt(1 + p * y**2)
        yield sp.atan(p * t) + sp.atan(1 / (p * t)), pi / 2
        yield sp.asin(y / p) + sp.acos(y / p), pi / 2, (y > -p, y < p)
        yield sp.asinh(sp.sinh(p * y)), p * y
        yield sp.acosh(sp.cosh(p * y)), p * sp.Abs(y)
        yield sp.atanh(sp.tanh(p * y)), p * y
        yield sp.arg(exp(I * y)), y, (y > -pi / p, y < pi / p)
        yield sp.asin(sin(y)), pi - y, (y > pi / 2, y < 3 * pi / 2)
        yield sp.atan(tan(y)), y - p * pi, (y > p * pi - pi / 2, y < p * pi + pi / 2)
        yield sqrt(1 - cos(2 * y)), sqrt(2) * sp.Abs(sin(y))
        yield sp.acos(1 - p * t), 2 * sp.asin(sqrt(p * t / 2)), (t < Rational(2, p),)
        yield sp.atan2(sin(y), cos(y)), y, (y > -pi / p, y < pi / p)


def cases() -> Iterator[Row]:
    for p in SMALL:
        yield sp.Max(y, p) + sp.Min(y, p), y + p
        yield sp.floor(y + p, evaluate=False), sp.floor(y) + p
        yield sp.ceiling(y), -sp.floor(-y)
        yield sp.frac(y), y - sp.floor(y)
        yield sp.sign(y - p) * sp.Abs(y - p), y - p
        yield sp.Piecewise((y - p, y > p), (p - y, True)), sp.Abs(y - p)
        yield sp.Piecewise((y**2, y > 0), (-(y**2), True)), y * sp.Abs(y)
        yield sp.floor(y / p) + sp.floor(-y / p), Integer(-1), (y > 0, y < p)
        yield sp.Heaviside(y - p) * (y - p), sp.Max(y - p, 0)
        yield sp.Min(y, p), (y + p - sp.Abs(y - p)) / 2
        yield sp.Abs(y) ** 3 * sp.sign(y), y**3
        yield sp.floor(y / p), Integer(0), (y > 0, y < p)
        yield sp.floor(n / Integer(2)) + sp.ceiling(n / Integer(2)), n
        yield sp.Mod(n, 2), (1 - (-1) ** n) / 2
        yield sp.Max(y, -y), sp.Abs(y)


def functions() -> Iterator[Row]:
    for p in SMALL:
        yield sp.RisingFactorial(t, p), sp.gamma(t + p) / sp.gamma(t)
        yield sp.FallingFactorial(t + p, p), sp.gamma(t + p + 1) / sp.gamma(t + 1)
        yield sp.harmonic(n + p) - sp.harmonic(n + p - 1), 1 / (n + p)
        yield sp.catalan(n + p), sp.binomial(2 * n + 2 * p, n + p) / (n + p + 1)
        yield sp.fibonacci(n + p) + sp.fibonacci(n + p + 1), sp.fibonacci(n + p + 2)
        yield sp.lucas(n + p), sp.fibonacci(n + p - 1) + sp.fibonacci(n + p + 1)
        yield sp.jn(p - 1, t) + sp.jn(p + 1, t), (2 * p + 1) * sp.jn(p, t) / t
        yield sp.yn(p - 1, t) + sp.yn(p + 1, t), (2 * p + 1) * sp.yn(p, t) / t
        yield sp.bernoulli(2 * n), -2 * n * sp.zeta(1 - 2 * n)
        yield sp.bernoulli(p, y + 1) - sp.bernoulli(p, y), p * y ** (p - 1)
        yield sp.euler(p, y + 1) + sp.euler(p, y), 2 * y**p
        yield sp.polylog(2, t / p) + sp.polylog(2, 1 - t / p), pi**2 / 6 - log(t / p) * log(1 - t / p), (t < p,)
        yield sp.lerchphi(t, p, u), u**-p + t * sp.lerchphi(t, p, u + 1), (t < 1,)
        yield sp.subfactorial(n + p), (n + p) * sp.subfactorial(n + p - 1) + (-1) ** (n + p)
        yield sp.besselj(p - 1, t) + sp.besselj(p + 1, t), 2 * p * sp.besselj(p, t) / t
        yield sp.chebyshevt(p, cos(y)), cos(p * y)
        yield sp.polygamma(p, t + 1) - sp.polygamma(p, t), (-1) ** p * sp.factorial(p) / t ** (p + 1)
        yield sp.expint(p + 1, t), (exp(-t) - t * sp.expint(p, t)) / p
        yield sp.uppergamma(p + 1, t), p * sp.uppergamma(p, t) + t**p * exp(-t)
        yield sp.factorial2(2 * n + 2 * p), 2 ** (n + p) * sp.factorial(n + p)


def improper_integrals() -> Iterator[Row]:
    for p in SMALL:
        yield Integral(exp(-p * x), (x, 0, oo)), Rational(1, p)
        yield Integral(x**p * exp(-x), (x, 0, oo)), sp.factorial(p)
        yield Integral(1 / (x**2 + p**2), (x, -oo, oo)), pi / p
        yield Integral(log(x) * x**p, (x, 0, 1)), -Rational(1, (p + 1) ** 2)
        yield Integral(1 / sqrt(p * p - x**2), (x, 0, p)), pi / 2
        yield Integral(exp(-p * x**2), (x, -oo, oo)), sqrt(pi / p)
        yield Integral(x / (exp(x) + 1), (x, 0, oo)) * p, p * pi**2 / 12
        yield Integral(1 / sp.cosh(p * x) ** 2, (x, -oo, oo)), Rational(2, p)
        yield Integral(sp.Abs(x - p), (x, 0, 2 * p)), Integer(p * p)
        yield Integral(1 / x ** (p + 1), (x, 1, oo)), Rational(1, p)
        yield Integral(1 / sqrt(x), (x, 0, p)), 2 * sqrt(p)
        yield Integral(sin(p * x) / x, (x, 0, oo)), pi / 2
        yield Integral(log(1 + p / x**2), (x, 0, oo)), pi * sqrt(p)
        yield Integral(1 / (1 + x**4), (x, 0, oo)) * p, p * pi / (2 * sqrt(2))
        yield Integral(log(x) / (1 + x) ** 2, (x, 0, 1)) * p, -p * log(2)
        yield Integral(cos(p * x) / (1 + x**2), (x, -oo, oo)), pi * exp(-p)
        yield (
            Integral(x ** Rational(1, 3) * (1 - x) ** Rational(1, 2), (x, 0, 1)) * p,
            p * sp.gamma(Rational(4, 3)) * sp.gamma(Rational(3, 2)) / sp.gamma(Rational(17, 6)),
        )


def integrals_with_parameters() -> Iterator[Row]:
    yield Integral(exp(-a * x), (x, 0, oo)), 1 / a
    yield Integral(x * exp(-a * x**2), (x, 0, oo)), 1 / (2 * a)
    yield Integral(1 / (x**2 + a**2) ** 2, (x, 0, oo)), pi / (4 * a**3)
    yield Integral(exp(-a * x) * cos(b * x), (x, 0, oo)), a / (a**2 + b**2)
    yield Integral(1 / (x**2 + a**2) ** Rational(3, 2), (x, -oo, oo)), 2 / a**2
    yield Integral(sqrt(a**2 - x**2), (x, -a, a)), pi * a**2 / 2
    yield Integral(1 / sqrt(a**2 - x**2), (x, -a, a)), pi
    yield Integral(log(x), (x, 0, a)), a * log(a) - a
    yield Integral(1 / (x * (x + a)), (x, a, oo)), log(2) / a
    yield Integral((exp(-a * x) - exp(-b * x)) / x, (x, 0, oo)), log(b / a)
    yield Integral(x ** (a - 1) * (1 - x) ** (b - 1), (x, 0, 1)), sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b)
    yield Integral(x ** (a - 1) * exp(-b * x), (x, 0, oo)), sp.gamma(a) / b**a
    yield Integral(sin(x) ** 2, (x, 0, a)), a / 2 - sin(2 * a) / 4
    yield Integral(exp(-(x**2) / (2 * a**2)) / (a * sqrt(2 * pi)), (x, -oo, oo)), Integer(1)
    yield Integral(x**2 * exp(-a * x**2), (x, -oo, oo)), sqrt(pi) / (2 * a ** Rational(3, 2))


def sums() -> Iterator[Row]:
    for p in SMALL:
        yield Sum(1 / (k * (k + p)), (k, 1, oo)), sp.harmonic(p) / p
        yield Sum(k ** Integer(p) / 2**k, (k, 1, oo)), {1: 2, 2: 6, 3: 26, 5: 1082}[p]
        yield Sum(1 / Integer(p + 1) ** k, (k, 0, oo)), Rational(p + 1, p)
        yield Sum((-1) ** k / (2 * k + 1), (k, 0, oo)) * p, p * pi / 4
        yield Sum(1 / (k**2 + p**2), (k, 1, oo)), (pi * p * sp.coth(pi * p) - 1) / (2 * p**2)
        yield Sum(t**k / sp.factorial(k), (k, 0, oo)) ** p, exp(p * t)
        yield Sum(k ** Integer(p), (k, 1, n)), sp.factor((sp.bernoulli(p + 1, n + 1) - sp.bernoulli(p + 1)) / (p + 1))
        yield Sum(sp.binomial(n, k) * p**k, (k, 0, n)), Integer(p + 1) ** n
        yield Sum(k * sp.binomial(n, k), (k, 0, n)) * p, p * n * 2 ** (n - 1)
        yield Sum(sp.binomial(n, k) ** 2, (k, 0, n)) * p, p * sp.binomial(2 * n, n)
        yield Sum(k * sp.factorial(k), (k, 1, n)) + p, sp.factorial(n + 1) + p - 1
        yield Sum((-1) ** (k + 1) / k**p, (k, 1, oo)), sp.dirichlet_eta(p).rewrite(sp.zeta) if p > 1 else log(2)
        yield Sum(log(1 + Integer(1) / k), (k, 1, n)) * p, p * log(n + 1)
        yield Sum(1 / k ** (2 * p), (k, 1, oo)), sp.zeta(2 * p)
    yield Sum(u**k, (k, 0, oo)), 1 / (1 - u), (u < 1,)
    yield Sum(k * u**k, (k, 1, oo)), u / (1 - u) ** 2, (u < 1,)
    yield Sum(u**k / k, (k, 1, oo)), -log(1 - u), (u < 1,)
    yield Sum(k / ((k + 2) * (k + 4) * (k + 8)), (k, 1, oo)), Rational(4, 35)
    yield Sum(sp.binomial(2 * k, k) / 8**k, (k, 0, oo)), sqrt(2)
    yield Sum((-1) ** k * t ** (2 * k) / sp.factorial(2 * k), (k, 0, oo)), cos(t)


def algebra() -> Iterator[Row]:
    for p in SMALL:
        yield sqrt(p + 1 + 2 * sqrt(p)), 1 + sqrt(p)
        yield (z**p - 1) * (z + 1), z ** (p + 1) + z**p - z - 1
        yield cos(p * y) ** 2 + sin(p * y) ** 2, Integer(1)
        yield sin(y + p * z) - sin(y - p * z), 2 * cos(y) * sin(p * z)
        yield (exp(p * y) - exp(-p * y)) / 2, sp.sinh(p * y)
        yield tan(t / 2) * p, p * sin(t) / (1 + cos(t)), (t < pi,)
        yield log(tan(t / 2 + pi / 4)), sp.asinh(tan(t)), (t < pi / 2,)
        yield 1 / (exp(p * t) - 1), (sp.coth(p * t / 2) - 1) / 2
        yield sp.gamma(t + p) / sp.gamma(t + p - 1), t + p - 1
        yield (
            (2 ** Rational(1, 3) + 4 ** Rational(1, 3)) ** 3 * p,
            p * (6 + 6 * (2 ** Rational(1, 3) + 4 ** Rational(1, 3))),
        )
        yield sp.Derivative(sp.erf(p * y), y), 2 * p * exp(-(p**2) * y**2) / sqrt(pi)
        yield sp.Derivative(exp(p * sin(y)), y), p * cos(y) * exp(p * sin(y))


FAMILIES: tuple[Callable[[], Iterator[Row]], ...] = (
    limits_at_a_point,
    limits_at_infinity,
    limits_of_sequences,
    limits_with_parameters,
    branches,
    cases,
    functions,
    improper_integrals,
    integrals_with_parameters,
    sums,
    algebra,
)


def corpus() -> list[Claim]:
    """Every claim of every family, in order; built once in each process."""
    import power_calculus  # after the guard above is in place
    import power_functions
    import power_tables

    claims: dict[Any, Claim] = {}
    for family in (*FAMILIES, *power_tables.FAMILIES, *power_calculus.FAMILIES, *power_functions.FAMILIES):
        name = family.__name__.replace("_", " ")
        for turn, (lhs, rhs, *where) in enumerate(family()):
            right = sp.sympify(rhs)
            if lhs != right:  # SymPy has seen to the others
                claim = Claim(name, lhs, right, spoiled(right, turn), where[0] if where else ())
                claims.setdefault((claim.lhs, claim.rhs, claim.where), claim)
    return list(claims.values())


CORPUS = corpus()
