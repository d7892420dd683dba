"""How deep a difference may be hidden: functions of every kind, high Fourier coefficients, several whole numbers at once."""

from __future__ import annotations

import math

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import I, Integral, Rational, S, binomial, cos, exp, hyper, polygamma

from tests.common.examples import examples
from verify.balls import enclose
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.refuting.hidden import NO_EXPONENTIALS, SIZES, needed_bits
from verify.refuting.sequences import values_needed
from verify.verdicts import Outcome

p = sp.Symbol("p", positive=True)
t = sp.Symbol("t", real=True)
i, j = sp.symbols("i j", integer=True, nonnegative=True)


def outcome(lhs, rhs):
    lhs, rhs = sp.sympify(lhs), sp.sympify(rhs)
    return decide(lhs, rhs, Domain.of(lhs, rhs, ())).outcome


def bits_of(value):
    """How small a number is, in bits."""
    ball = enclose(value, {}, 4096)
    return -float(abs(ball).log() / math.log(2))


@pytest.mark.parametrize("shift", [1000, 10**4, 10**6])
def test_exponentials_of_hypergeometric_functions_are_counted(shift):
    z = p + shift
    assert outcome(hyper([1], [3], -z), 2 * (z - 1) / z**2) is not Outcome.CORROBORATED
    assert outcome(hyper([2], [4], -z) * z**2 / 6, 1 - 2 / z) is not Outcome.CORROBORATED


@pytest.mark.parametrize(
    ("side", "small"),
    [
        (sp.re(polygamma(1, S.Half + 80 * I)), sp.pi**2 / 2 / sp.cosh(80 * sp.pi) ** 2),
        (sp.im(sp.digamma(S.Half + 60 * I)), 1 - sp.tanh(60 * sp.pi)),
        (sp.log(sp.besseli(S.Half, 90)), exp(-180)),
        (hyper([1], [3], -100), 2 * exp(-100) / 10**4),
        (Integral(cos(20 * t) * cos(cos(t) / 10**6), (t, 0, 2 * sp.pi)), sp.besselj(20, Rational(1, 10**6))),
        (Integral(cos(9 * t) / (1000 + cos(t)), (t, 0, 2 * sp.pi)), Rational(1, 2001) ** 9),
    ],
    ids=str,
)
def test_the_depth_reaches_what_is_known_to_be_small(side, small):
    assert needed_bits((side, S.Zero), {}) > bits_of(small)


@settings(max_examples=examples(30), deadline=None)
@given(st.integers(1, 30), st.integers(1, 12))
def test_a_fourier_coefficient_of_any_order_is_counted(order, digits):
    """∫ cos(Nt) exp(cos(t)/s) dt over a period is 2π I_N(1/s)."""
    s = 10**digits
    coefficient = Integral(cos(order * t) * exp(cos(t) / s), (t, 0, 2 * sp.pi))
    assert needed_bits((coefficient, S.Zero), {}) > bits_of(2 * sp.pi * sp.besseli(order, Rational(1, s)))


def test_a_function_without_a_row_is_no_evidence():
    for function in (sp.lerchphi(p, 2, 1), sp.meijerg([[1], []], [[1], [0]], p), sp.Function("f")(p)):
        assert type(function) not in SIZES
        assert not isinstance(function, NO_EXPONENTIALS)
        assert needed_bits((function, S.Zero), {p: S.One}) == math.inf
    assert needed_bits((sp.log(p) + sp.atan(p), S.Zero), {p: S.One}) < 1000


def test_two_whole_numbers_at_once_need_all_values_of_both():
    far = binomial(i, 24) * binomial(i - 24, 24) * binomial(j, 24) * binomial(j - 24, 24)
    for lhs, rhs in [(far, 0), (2**i * 3**j + far, 2**i * 3**j), (binomial(i + j, i) * (1 + far), binomial(i + j, j))]:
        assert outcome(lhs, rhs) is not Outcome.CORROBORATED


@pytest.mark.parametrize("letter", ["j", "k", "m", "n"])
def test_numbers_that_are_not_multiplied_out_are_numbers(letter):
    n = sp.Symbol(letter, integer=True, nonnegative=True)
    hidden = binomial(n, sp.Mul(4, 24, evaluate=False))
    assert values_needed((hidden,), n) is None
    assert outcome(binomial(p, 2 * n) * (1 + hidden), binomial(p, 2 * n)) is not Outcome.CORROBORATED
