"""Indefinite integrals: a constant, no constant, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, Derivative, Eq, Integral, asinh, atan, cos, exp, log, sign, sin, sqrt, tan

from tests.common.asking import judged, said
from verify.claims import function, symbol
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import UP_TO_A_CONSTANT, Outcome

x, y, C = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "y", "C"))
a, r = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("a", "r"))
n = sp.Symbol("n", integer=True, positive=True)
f, g = (function(s, s, s, DIMENSIONLESS, variables=(x,), real=True)(x) for s in "fg")
p = function("p", "p", "p", DIMENSIONLESS, variables=(x,), positive=True)(x)


def found(lhs: Any, rhs: Any, *where: Any) -> Any:
    return decide(lhs, rhs, Domain.of(lhs, rhs, where))


TRUE = [
    (x * exp(x), x, (x - 1) * exp(x)),
    (1 / (x**2 + a**2), x, atan(x / a) / a),
    (1 / r, r, log(r)),
    (1 / r**2, r, -1 / r),
    (1 / x, x, log(Abs(x))),
    (sign(x), x, Abs(x)),
    (1 / sqrt(r**2 + a**2), r, asinh(r / a)),
    (1 / sqrt(r**2 + a**2), r, log(r + sqrt(r**2 + a**2))),
    (1 / (2 + cos(x)), x, 2 / sqrt(3) * atan(tan(x / 2) / sqrt(3))),
]


@pytest.mark.parametrize(("integrand", "by", "antiderivative"), TRUE, ids=str)
def test_with_and_without_a_constant(integrand, by, antiderivative):
    with_one = found(Integral(integrand, by), antiderivative + C)
    assert with_one.outcome is Outcome.PROVED
    assert UP_TO_A_CONSTANT not in with_one.evidence.conditions
    without = found(Integral(integrand, by), antiderivative)
    assert without.outcome is Outcome.PROVED
    assert UP_TO_A_CONSTANT in without.evidence.conditions
    if integrand.has(sign):
        return
    for false in (2 * antiderivative, antiderivative + by, C * antiderivative):
        assert found(Integral(integrand, by), false).outcome is Outcome.REFUTED


def test_two_of_them_are_equal_up_to_a_constant_only():
    for line in ((Integral(x, x), Integral(x, x)), (Integral(x * exp(x), x), x * exp(x) - Integral(exp(x), x))):
        told = found(*line)
        assert told.outcome is Outcome.PROVED
        assert UP_TO_A_CONSTANT in told.evidence.conditions
    assert found(Integral(x * exp(x), x), x * exp(x) + Integral(exp(x), x)).outcome is Outcome.REFUTED


def test_a_jump_beside_an_antiderivative_is_told():
    told = found(Integral(2 * x, x), x**2 + sign(x) + C)
    assert told.outcome is not Outcome.PROVED or any("x" in c for c in told.evidence.conditions)


OPEN = [
    (x * Integral(x, x), x**3 / 2),
    (sin(Integral(x, x)), sin(x**2 / 2)),
    (Integral(x, x, y), x**2 * y / 2),
    (Integral(x, x) + Integral(y, y), x**2 / 2 + y**2 / 2),
    (Integral(n, n), n**2 / 2),
    (Integral(sign(x), x), 2 * Abs(x)),  # false, but what an integrand is at a jump decides nothing
    (Integral(x, (x, a)), a**2 / 2),
    (Integral(x, x) ** 2, x**4 / 4),
]


@pytest.mark.parametrize(("lhs", "rhs"), OPEN, ids=str)
def test_what_has_no_such_meaning_is_left_open(lhs, rhs):
    assert found(lhs, rhs).outcome is Outcome.UNDECIDED


def test_a_constant_that_a_condition_or_a_premise_ties_to_the_variable_is_none():
    line = Integral(x, x), x**2 / 2 + C
    assert found(*line, Eq(C, x)).outcome is Outcome.UNDECIDED
    for premises in ([(C, x)], [(x, 2 * C)], [(y, x), (y, C)]):
        assert judged(line, premises).readings[0].outcome is Outcome.UNDECIDED
    tied = judged((Integral(a * x, x), a * x**2 / 2 + C), [(a, x**2)])
    assert tied.readings[0].outcome is Outcome.UNDECIDED


STEPS = [
    ((y, x**2 + C), [(y, Integral(2 * x, x))], Outcome.PROVED),
    ((y, x**3 + C), [(y, Integral(2 * x, x))], Outcome.REFUTED),
    ((y, x**2 + C), [(y, Integral(2 * x, x)), (y, x)], Outcome.UNDECIDED),
    ((Integral(g, x), f + C), [(Derivative(f, x), g)], Outcome.PROVED),
    ((Integral(Derivative(f, x), x), f + C), [], Outcome.PROVED),
    ((Integral(Derivative(p, x) / p, x), log(p) + C), [], Outcome.PROVED),
    ((Integral(Derivative(p, x) / p, x), 2 * log(p) + C), [], Outcome.REFUTED),
    ((Integral(Derivative(f, x) / f, x), log(Abs(f)) + C), [], Outcome.PROVED),
    ((Integral(f * Derivative(f, x), x), f**2 + C), [], Outcome.REFUTED),
    ((Integral(x * Derivative(f, x), x), x * f - Integral(f, x)), [], Outcome.PROVED),
]


@pytest.mark.parametrize(("line", "premises", "outcome"), STEPS, ids=str)
def test_as_steps(line, premises, outcome):
    assert judged(line, premises).readings[0].outcome is outcome


def test_in_a_shell():
    assert said(r"\int x e^{x} dx = (x-1)e^{x}+C") == "proved"
    assert said(r"\int \frac{dr}{r^2} = \frac1r+C") == "refuted"


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=5), st.integers(-2, 2))
def test_polynomials(coefficients, wrong):
    F = sum(c * x**k for k, c in enumerate(coefficients, 1))
    told = found(Integral(sp.diff(F, x), x), F + wrong * x + C)
    assert told.outcome is (Outcome.REFUTED if wrong else Outcome.PROVED)
