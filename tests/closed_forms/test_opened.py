"""What cancels once integrals are cut into pieces and series are functions, is asked for all that it needed."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, Add, Integral, Max, Mul, Pow, Sum, exp, gamma, log, oo

from verify.closed_forms.opened import opened_up
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

s, a, b = sp.symbols("s a b", real=True)
x, z = sp.Symbol("x", real=True), sp.Symbol("z")
k = sp.Symbol("k", integer=True)
n = sp.Symbol("n", integer=True, nonpositive=True)
DIVERGENT = Integral(1 / Abs(s), (s, 0, 1)) - Integral(1 / s, (s, 0, 1))


def found(lhs, rhs, rel="=="):
    lhs, rhs = sp.sympify(lhs), sp.sympify(rhs)
    return decide(lhs, rhs, Domain.of(lhs, rhs, ()), rel)


SAYS_NOTHING = [
    (DIVERGENT, 0, "=="),
    (DIVERGENT, 1, "<"),
    (DIVERGENT, 5, "=="),
    (exp(DIVERGENT), 1, "=="),
    (x + x * DIVERGENT, x, "=="),
    (x + Integral(Max(s, 0), (s, 0, oo)) - Integral(s, (s, 0, oo)), x, "=="),
    (Integral(exp(Abs(s)), (s, 0, oo)) / Integral(exp(s), (s, 0, oo)), 1, "=="),
    (Mul(0, Integral(1 / s, (s, 0, 1)), Abs(x), evaluate=False), 0, "=="),
    (Mul(0, Integral(1 / Abs(s), (s, -1, 1)), evaluate=False), 0, "=="),
    (Add(Mul(0, gamma(n), evaluate=False), Sum(k, (k, 1, 3)), evaluate=False), 6, "=="),
    (Add(Mul(0, gamma(n), evaluate=False), Integral(Abs(s), (s, -1, 1)), evaluate=False), 1, "=="),
]


@pytest.mark.parametrize(("lhs", "rhs", "rel"), SAYS_NOTHING, ids=str)
def test_what_exists_nowhere_is_not_decided(lhs, rhs, rel):
    assert found(lhs, rhs, rel).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize("term", [1 / k, gamma(-k), log(k)], ids=str)
def test_an_undefined_sum_does_not_drop_out(term):
    series = Sum(term, (k, 0, 3))
    for lhs, rhs in [
        (Mul(0, series, evaluate=False), 0),
        (Add(series, -series, evaluate=False), 0),
        (Add(series, x, -series, evaluate=False), x),
        (Mul(series, 0, x, evaluate=False), 0),
        (Pow(series, 0, evaluate=False), 1),
    ]:
        assert found(lhs, rhs).outcome is Outcome.UNDECIDED


TOLD = [
    (Integral(exp(a * Abs(s)), (s, 0, oo)) - Integral(exp(a * s), (s, 0, oo)), 0, "converges"),
    (Integral(Abs(s) ** a, (s, 0, 1)) - Integral(s**a, (s, 0, 1)), 0, "exists"),
    (Add(Mul(0, 1 / z, evaluate=False), Sum(1 / k**2, (k, 1, 2)), evaluate=False), sp.Rational(5, 4), "z ≠ 0"),
    (Mul(Sum(k, (k, 1, 3)), Pow(z, 0, evaluate=False), evaluate=False), 6, "z ≠ 0"),
]


@pytest.mark.parametrize(("lhs", "rhs", "condition"), TOLD, ids=str)
def test_what_may_not_exist_is_told(lhs, rhs, condition):
    proof = found(lhs, rhs)
    assert proof.outcome is Outcome.PROVED
    assert any(condition in told for told in proof.evidence.conditions)


def test_what_exists_cancels_without_a_word():
    for lhs, rhs in [
        (x / Integral(Abs(s), (s, 0, 1)) * Integral(s, (s, 0, 1)), x),
        (Integral(exp(-Abs(s)), (s, 0, oo)) - Integral(exp(-s), (s, 0, oo)), 0),
        (Integral(Abs(s - 3), (s, 0, 2)) - Integral(3 - s, (s, 0, 2)), 0),
    ]:
        proof = found(lhs, rhs)
        assert (proof.outcome, proof.evidence.conditions) == (Outcome.PROVED, ())


@given(st.integers(-6, 6), st.sampled_from([Abs, lambda t: Max(t, 0)]))
def test_a_power_cancels_only_where_it_can_be_integrated(power, switch):
    """∫_0^1 s^p ds exists for p > -1 alone."""
    exponent = sp.Rational(2 * power + 1, 4)
    opened = opened_up(
        (x + Integral(switch(s) ** exponent, (s, 0, 1)) - Integral(s**exponent, (s, 0, 1)), x), Domain((x,))
    )
    assert (opened is not None) == (exponent > -1)
