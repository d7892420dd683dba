"""Integrals up to ends where the antiderivative has only a limit, and values that computer algebra has got wrong."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Integer, Integral, Rational, cos, exp, log, oo, pi, sqrt

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x = sp.Symbol("x", real=True)
a = sp.Symbol("a", positive=True)


def outcome(lhs: sp.Expr, rhs: sp.Expr) -> Outcome:
    return decide(lhs, rhs, Domain.of(lhs, rhs, ())).outcome


@pytest.mark.parametrize(
    ("integral", "value", "wrong"),
    [
        (Integral(x * log(x), (x, 0, 1)), -Rational(1, 4), -Rational(1, 2)),
        (Integral(log(x), (x, 0, a)), a * log(a) - a, a * log(a) + a),
        (Integral(1 / (x * (a + x)), (x, a, oo)), log(2) / a, log(3) / a),
        (Integral(1 / sqrt(1 - x), (x, 0, 1)), Integer(2), Integer(1)),
        (Integral(x**2 * log(x) ** 2, (x, 0, 1)), Rational(2, 27), Rational(2, 9)),
        (Integral(exp(-1 / x) / x**2, (x, 0, 1)), exp(-1), exp(1)),
        (Integral(log(1 + 3 / x**2), (x, 0, oo)), pi * sqrt(3), pi * sqrt(5)),
    ],
    ids=str,
)
def test_limits_at_the_ends(integral: sp.Expr, value: sp.Expr, wrong: sp.Expr) -> None:
    assert outcome(integral, value) is Outcome.PROVED
    assert outcome(integral, wrong) is Outcome.REFUTED


@pytest.mark.parametrize(
    ("integral", "value"),
    [
        (Integral(1 / x, (x, 0, 1)), Integer(5)),
        (Integral(1 / x, (x, -1, 1)), Integer(0)),  # a principal value is no value
        (Integral(1 / x**2, (x, -1, 1)), Integer(-2)),
        (Integral(1 / (2 - x), (x, 0, 2)), Integer(1)),
        (Integral(log(x - 1), (x, 0, 1)), Integer(-1)),  # not real
        (Integral(cos(x), (x, 0, oo)), Integer(0)),
        (Integral(1 / (x * log(x)), (x, 0, Rational(1, 2))), log(log(2))),
    ],
    ids=str,
)
def test_what_does_not_exist_has_no_value(integral: sp.Expr, value: sp.Expr) -> None:
    assert outcome(integral, value) is not Outcome.PROVED


FALSE_VALUES = [
    (Integral(x ** Rational(1, 3) * sqrt(1 - x), (x, 0, 1)), -2 * sp.hyper((-Rational(1, 3), Rational(3, 2)), (Rational(5, 2),), 1) / 3),
    (Integral(sqrt(2 - x) * sqrt(1 / (2 - x)), (x, 0, 1)), Integer(-1)),
    (Integral(400 * pi**2 * x**2 / (1600 * pi**4 * x**4 - 796 * pi**2 * x**2 + 100), (x, 0, oo)), Integer(5)),
    (Integral(1 / (sqrt(2) + cos(x)), (x, 0, 2 * pi)), Integer(0)),
    (Integral((a / sqrt(x**2 + a**2)) ** 3, (x, -a, a)), Integer(0)),
]  # fmt: skip


@pytest.mark.parametrize(("integral", "value"), FALSE_VALUES, ids=str)
def test_false_values_of_other_systems_do_not_pass(integral: sp.Expr, value: sp.Expr) -> None:
    assert not outcome(integral, value).holds


FALSE_SUMS = [
    (lambda k, n: sp.Sum(k / ((k + 2) * (k + 4) * (k + 8)), (k, 1, oo)), Rational(521, 25200)),
    (lambda k, n: sp.Sum(1 / (2 * k + 1) ** 2, (k, 0, oo)), pi**2 / 24),
    (lambda k, n: sp.Sum(sp.binomial(2, k) * k**2, (k, 0, 1)), Integer(-4)),
    (lambda k, n: sp.Sum(sp.binomial(n, k) * (-1) ** k * sp.binomial(n, n - k), (k, 0, n)), Integer(0)),
]


@pytest.mark.parametrize(("series", "value"), FALSE_SUMS)
def test_false_sums_of_other_systems_do_not_pass(series: object, value: sp.Expr) -> None:
    k, n = sp.symbols("k n", integer=True, positive=True)
    assert not outcome(series(k, n), value).holds  # type: ignore[operator]
