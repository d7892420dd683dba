"""More claims for the benchmark of power: antiderivatives, definite integrals, limits and sums as textbooks have them.

Antiderivatives of the kinds on which rule-based integrators are tried stand as derivatives: F' = f.  Each family yields
rows as in `power_claims.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy as sp
from power_letters import FOUR, HALF, Row, a, b, k, n, t, u, x, y
from sympy import (
    Derivative,
    Integer,
    Integral,
    Limit,
    Rational,
    Sum,
    cos,
    cosh,
    exp,
    log,
    oo,
    pi,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)


def algebraic_antiderivatives() -> Iterator[Row]:
    for p in FOUR:
        yield Derivative(log(t**2 + p * p) / 2, t), t / (t**2 + p * p)
        yield Derivative(sp.atan((t + 1) / p) / p, t), 1 / (t**2 + 2 * t + 1 + p * p)
        yield Derivative(log((t + p) / (t + p + 1)), t), 1 / ((t + p) * (t + p + 1))
        yield Derivative(t / (p * p * sqrt(t**2 + p * p)), t), (t**2 + p * p) ** Rational(-3, 2)
        yield Derivative(t * sqrt(t**2 + p) / 2 + p * log(t + sqrt(t**2 + p)) / 2, t), sqrt(t**2 + p)
        yield Derivative(sp.asin(u / p), u), 1 / sqrt(p * p - u**2), (u < p,)
        yield Derivative(-sqrt(p * p - u**2), u), u / sqrt(p * p - u**2), (u < p,)
        yield Derivative(u * sqrt(p * p - u**2) / 2 + p * p * sp.asin(u / p) / 2, u), sqrt(p * p - u**2), (u < p,)
        yield Derivative(Rational(2, 3) * (t + p) ** Rational(3, 2) - 2 * p * sqrt(t + p), t), t / sqrt(t + p)
        yield Derivative(2 * sqrt(t) - 2 * sqrt(p) * sp.atan(sqrt(t / p)), t), sqrt(t) / (t + p)
        yield Derivative(t - p * log(t + p), t), t / (t + p)
        yield (
            Derivative(1 / (p * (1 - p) * (t + 1) ** p) if p > 1 else log(t + 1), t),
            (1 / ((p - 1) * (t + 1) ** (p + 1)) if p > 1 else 1 / (t + 1)),
        )
        yield Derivative(sp.asinh(t / p), t), 1 / sqrt(t**2 + p * p)
        yield Derivative(-log((p + sqrt(t**2 + p * p)) / t) / p, t), 1 / (t * sqrt(t**2 + p * p))
        yield Derivative(t**a / (p * (1 + t**a)), t), a * t ** (a - 1) / (p * (1 + t**a) ** 2)


def transcendental_antiderivatives() -> Iterator[Row]:
    for p in FOUR:
        yield Derivative(exp(p * x) * (p * x - 1) / p**2, x), x * exp(p * x)
        yield Derivative(exp(x) * (sin(p * x) - p * cos(p * x)) / (1 + p * p), x), exp(x) * sin(p * x)
        yield Derivative(t ** (p + 1) * (log(t) / (p + 1) - Rational(1, (p + 1) ** 2)), t), t**p * log(t)
        yield Derivative(log(t) ** (p + 1) / (p + 1), t), log(t) ** p / t
        yield Derivative(log(log(t + p)), t), 1 / ((t + p) * log(t + p)), (t > 1,)
        yield Derivative(-log(cos(p * y)) / p, y), tan(p * y), (y > 0, y < pi / (2 * p))
        yield Derivative(x / 2 - sin(2 * p * x) / (4 * p), x), sin(p * x) ** 2
        yield Derivative(-cos(p * x) / p + cos(p * x) ** 3 / (3 * p), x), sin(p * x) ** 3
        yield Derivative(tan(p * x) / p - x, x), tan(p * x) ** 2
        yield Derivative(log(tan(p * y / 2)) / p, y), 1 / sin(p * y), (y > 0, y < pi / p)
        yield Derivative(x * sin(p * x) / p + cos(p * x) / p**2, x), x * cos(p * x)
        yield Derivative(x * sp.atan(p * x) - log(1 + p * p * x**2) / (2 * p), x), sp.atan(p * x)
        yield Derivative(u * sp.asin(u / p) + sqrt(p * p - u**2), u), sp.asin(u / p), (u < p,)
        yield Derivative(x - log(1 + exp(p * x)) / p, x), 1 / (1 + exp(p * x))
        yield (
            Derivative(2 / sqrt(Integer(p * p + 2 * p)) * sp.atan(sqrt(Rational(p, p + 2)) * tan(u / 2)), u),
            (1 / (p + 1 + cos(u))),
            (u < pi,),
        )
        yield Derivative(sp.atan(sinh(p * x)) / p, x), 1 / cosh(p * x)
        yield Derivative(x - tanh(p * x) / p, x), tanh(p * x) ** 2
        yield Derivative(x * sp.erf(p * x) + exp(-((p * x) ** 2)) / (p * sqrt(pi)), x), sp.erf(p * x)
        yield Derivative(t * sp.Ei(p * t) - exp(p * t) / p, t), sp.Ei(p * t)
        yield Derivative(-sp.polylog(2, u / p), u), log(1 - u / p) / u, (u < p,)
        yield Derivative(t * sp.Si(p * t) + cos(p * t) / p, t), sp.Si(p * t)
        yield Derivative(exp(sin(p * x)) * (sin(p * x) - 1) / p, x), exp(sin(p * x)) * sin(p * x) * cos(p * x)


def definite_integrals() -> Iterator[Row]:
    for p in FOUR:
        yield Integral(sin(x) ** (2 * p), (x, 0, pi / 2)), pi * sp.binomial(2 * p, p) / 2 ** (2 * p + 1)
        yield Integral(x**p * (1 - x) ** p, (x, 0, 1)), sp.factorial(p) ** 2 / sp.factorial(2 * p + 1)
        yield Integral(1 / (p + 1 + cos(x)), (x, 0, pi)), pi / sqrt(Integer(p * p + 2 * p))
        yield Integral(x * sin(p * x), (x, 0, pi)), (-1) ** (p + 1) * pi / p
        yield Integral(sin(p * x) * sin((p + 1) * x), (x, 0, pi)), Integer(0)
        yield Integral(exp(-p * x), (x, 0, a)), (1 - exp(-p * a)) / p
        yield Integral(x / (x**2 + p), (x, 0, a)), log(1 + a**2 / p) / 2
        yield Integral(1 / (x**2 + p * p), (x, 0, a)), sp.atan(a / p) / p
        yield Integral(log(x), (x, p, p + 1)), (p + 1) * log(p + 1) - p * log(p) - 1 if p > 1 else 2 * log(2) - 1
        yield Integral(sp.Abs(sin(p * x)), (x, 0, pi)), Integer(2)
        yield Integral(x * exp(-x / p), (x, 0, oo)), Integer(p * p)
        yield Integral(1 / (1 + x**2) ** (p + 1), (x, -oo, oo)), pi * sp.binomial(2 * p, p) / 4**p
        yield Integral(x**2 * exp(-p * x**2), (x, -oo, oo)), sqrt(pi) / (2 * p ** Rational(3, 2))
        yield Integral(exp(-x) * cos(p * x), (x, 0, oo)), Rational(1, 1 + p * p)
        yield Integral(exp(-p * x) * sin(x) / x, (x, 0, oo)), sp.atan(Rational(1, p))
        yield Integral(log(x) ** 2 * x ** (p - 1), (x, 0, 1)), Rational(2, p**3)
        yield Integral(sqrt(x) / (x + p) ** 2, (x, 0, oo)), pi / (2 * sqrt(Integer(p)))
        yield Integral(x**3 / (exp(p * x) - 1), (x, 0, oo)), pi**4 / (15 * p**4)
        yield Integral(sp.Max(x, p), (x, 0, 2 * p)), Rational(5 * p * p, 2)
        yield Integral(sp.floor(x), (x, 0, p + 1)), Rational(p * (p + 1), 2)
        yield (
            Integral(cos(x) ** 2 * exp(-a * x), (x, 0, p * pi)),
            ((1 - exp(-p * pi * a)) * (a**2 + 2) / (a * (a**2 + 4))),
        )


def integrals_with_a_number_and_a_parameter() -> Iterator[Row]:
    for p in FOUR:
        yield Integral(exp(-p * a * x), (x, 0, oo)), 1 / (p * a)
        yield Integral(x**p * exp(-a * x), (x, 0, oo)), sp.factorial(p) / a ** (p + 1)
        yield Integral(cos(p * x) * exp(-a * x), (x, 0, oo)), a / (a**2 + p * p)
        yield Integral(1 / (x**2 + a**2 * p**2), (x, -oo, oo)), pi / (a * p)
        yield Integral(x**p, (x, 0, a)), a ** (p + 1) / (p + 1)
        yield Integral(exp(p * x), (x, a, b)), (exp(p * b) - exp(p * a)) / p
        yield Integral(1 / x, (x, a, (p + 1) * a)), log(p + 1)
        yield Integral(sin(p * x) ** 2, (x, 0, a)), a / 2 - sin(2 * p * a) / (4 * p)
        yield Integral(x * (a - x) ** p, (x, 0, a)), a ** (p + 2) / ((p + 1) * (p + 2))
        yield Integral(1 / sqrt(a**2 * p**2 - x**2), (x, 0, a * p)), pi / 2
        yield Integral(log(p * x), (x, 0, a)), a * log(p * a) - a
        yield Integral(tanh(p * x), (x, 0, a)), log(cosh(p * a)) / p
        yield Integral(x ** (a - 1), (x, 0, p)), Integer(p) ** a / a
        yield Integral(1 / (x + a) ** (p + 1), (x, 0, oo)), 1 / (p * a**p)
        yield Integral(x * exp(-p * a * x**2), (x, 0, oo)), 1 / (2 * p * a)


def limits_of_textbooks() -> Iterator[Row]:
    for p in FOUR:
        yield Limit((x ** (p + 1) - 1) / (x**2 - 1), x, 1), Rational(p + 1, 2)
        yield Limit((sqrt(x + p * p) - p) / x, x, 0), Rational(1, 2 * p)
        yield Limit((exp(p * x) - exp(-x)) / sin(x), x, 0), Integer(p + 1)
        yield Limit((x - sp.atan(p * x) / p) / x**3, x, 0), Rational(p * p, 3)
        yield Limit((log(1 + x) - x + x**2 / 2) / x**3 * p, x, 0), Rational(p, 3)
        yield Limit((cos(p * x) - sqrt(1 - p * p * x**2)) / x**4, x, 0), Rational(p**4, 6)
        yield Limit((1 - cos(x) * cos(p * x)) / x**2, x, 0), Rational(1 + p * p, 2)
        yield Limit(x * sp.cot(p * x), x, 0), Rational(1, p)
        yield Limit((tan(x) / x) ** (p / x**2), x, 0), exp(Rational(p, 3))
        yield Limit((cosh(x)) ** (p / x**2), x, 0), exp(Rational(p, 2))
        yield Limit((x**x - 1) * p / log(x), x, 0), Integer(0)
        yield Limit(sin(pi * x) / (x - p), x, p), (-1) ** p * pi
        yield Limit((x - p) / (log(x) - log(p)), x, p), Integer(p)
        yield Limit(x ** (1 / (p * (1 - x))), x, 1), exp(-Rational(1, p))
        yield Limit(((x + p) / (x - p)) ** x, x, oo), exp(2 * p)
        yield Limit((x**p + 3**x) ** (1 / x), x, oo), Integer(3)
        yield Limit(x ** (p + 1) * (exp(1 / x ** (p + 1)) - 1), x, oo), Integer(1)
        yield Limit(sqrt(x) * (sqrt(x + p) - sqrt(x)), x, oo), Rational(p, 2)
        yield Limit((x**3 + p * x**2) ** Rational(1, 3) - x, x, oo), Rational(p, 3)
        yield Limit(log(1 + exp(p * x)) / x, x, oo), Integer(p)
        yield Limit(x**p / exp(sqrt(x)), x, oo), Integer(0)
        yield Limit(exp(p / x), x, 0, "-"), Integer(0)
        yield Limit(exp(p / x), x, 0, "+"), oo
        yield Limit(tan(x), x, pi / 2, "-"), oo
        yield Limit((a**x - 1) / (p * x), x, 0), log(a) / p
        yield Limit((sin(y + p * x) - sin(y)) / x, x, 0), p * cos(y)
        yield Limit((log(t + p * x) - log(t)) / x, x, 0), p / t
        yield Limit((1 + 1 / n) ** (p * n), n, oo), exp(p)
        yield Limit((2**n + p**n) ** (1 / n), n, oo), Integer(max(2, p))
        yield Limit(n * (p ** (1 / n) - 1) + 1, n, oo), log(p) + 1
        yield Limit(sp.besselj(p, x) / x**p, x, 0), 1 / (2**p * sp.factorial(p))
        yield Limit(x * sp.digamma(p * x), x, 0), -Rational(1, p)


def finite_sums() -> Iterator[Row]:
    for p in FOUR:
        yield Sum(k * (k + p), (k, 1, n)), n * (n + 1) * (2 * n + 1 + 3 * p) / 6
        yield Sum(1 / ((k + p) * (k + p + 1)), (k, 1, n)), n / ((p + 1) * (n + p + 1))
        yield Sum(Integer(p + 1) ** k, (k, 0, n)), (Integer(p + 1) ** (n + 1) - 1) / p
        yield (
            Sum(k * Integer(p + 1) ** k, (k, 1, n)),
            ((p + 1) * (1 - (n + 1) * Integer(p + 1) ** n + n * Integer(p + 1) ** (n + 1)) / Integer(p) ** 2),
        )
        yield Sum((-1) ** k * sp.binomial(n, k) * p, (k, 0, n)), Integer(0)
        yield Sum(sp.binomial(k + p, p), (k, 0, n)), sp.binomial(n + p + 1, p + 1)
        yield Sum(k**2 * sp.binomial(n, k), (k, 0, n)) * p, p * n * (n + 1) * 2 ** (n - 2)
        yield Sum((2 * k - 1) * p, (k, 1, n)), p * n**2
        yield Sum(k**3, (k, 1, n)) * p, p * n**2 * (n + 1) ** 2 / 4
        yield Sum(sp.fibonacci(k), (k, 1, n)) + p, sp.fibonacci(n + 2) + p - 1
        yield Sum(u**k / p, (k, 0, n)), (1 - u ** (n + 1)) / (p * (1 - u)), (u < 1,)
        yield Sum(cos(k * t), (k, 1, p)), sin((2 * p + 1) * t / 2) / (2 * sin(t / 2)) - HALF, (t < pi,)
        yield Sum(1 / (k * (k + 1) * (k + 2)), (k, 1, oo)) * p, Rational(p, 4)
        yield Sum(1 / (4 * k**2 - 1), (k, 1, oo)) * p, Rational(p, 2)
        yield Sum(Rational(p) ** k / sp.factorial(k), (k, 0, oo)), exp(p)
        yield Sum(k * Rational(1, p + 1) ** k, (k, 1, oo)), Rational(p + 1, p * p)
        yield Sum((-1) ** (k + 1) / k * Rational(1, p) ** k, (k, 1, oo)), log(1 + Rational(1, p))
        yield Sum(1 / (2 * k - 1) ** (2 * p), (k, 1, oo)), (1 - Rational(1, 4**p)) * sp.zeta(2 * p)


FAMILIES: tuple[Callable[[], Iterator[Row]], ...] = (
    algebraic_antiderivatives,
    transcendental_antiderivatives,
    definite_integrals,
    integrals_with_a_number_and_a_parameter,
    limits_of_textbooks,
    finite_sums,
)
