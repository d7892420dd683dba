"""Derivatives of functions with kinks: their pieces, their joints, and lines that seem to hold on one side only."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import assume, given
from hypothesis import strategies as st
from sympy import Abs, Derivative, Heaviside, Max, Min, Ne, Piecewise, cos, exp, log, sign, sin, sqrt

from verify.closed_forms.derivatives_by_cases import with_derivatives_by_cases
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, y = sp.symbols("x y", real=True)
a = sp.Symbol("a", positive=True)
z = sp.Symbol("z")
SQUARE_THEN_LINE = Piecewise((x**2, x < 1), (2 * x - 1, True))

TRUE = [
    (Abs(x), sign(x)),
    (Max(x, 0), Heaviside(x)),
    (x * Abs(x), 2 * Abs(x)),
    (Abs(x) ** 3, 3 * x * Abs(x)),
    (SQUARE_THEN_LINE, Piecewise((2 * x, x < 1), (2, True))),
    (log(Abs(x)), 1 / x),
    (exp(-a * Abs(x)), -a * sign(x) * exp(-a * Abs(x))),
    (sqrt(1 + Abs(x)), sign(x) / (2 * sqrt(1 + Abs(x)))),
    (Abs(sin(x)), cos(x) * sign(sin(x))),
    (Max(x, y), Heaviside(x - y)),
    (sign(x) * x**2, 2 * Abs(x)),
]
FALSE = [
    (Abs(x), sp.Integer(1)),
    (Abs(x), -sign(x)),
    (Max(x, 0), Heaviside(-x)),
    (x * Abs(x), 2 * x),
    (SQUARE_THEN_LINE, Piecewise((2 * x, x < 1), (3, True))),
    (log(Abs(x)), 1 / Abs(x)),
    (Max(x, y), Heaviside(y - x)),
    (Heaviside(x), sp.Integer(1)),
]


@pytest.mark.parametrize(("function", "slope"), TRUE, ids=str)
def test_true_and_where_it_says_so(function, slope):
    line = Derivative(function, x, evaluate=False)
    found = decide(line, slope, Domain.of(line, slope, ()))
    assert found.outcome is Outcome.PROVED
    assert found.evidence.conditions  # the joints


@pytest.mark.parametrize(("function", "slope"), FALSE, ids=str)
def test_false(function, slope):
    line = Derivative(function, x, evaluate=False)
    assert decide(line, slope, Domain.of(line, slope, ())).outcome is Outcome.REFUTED


def test_on_one_side_it_is_one_piece():
    assert decide(Derivative(Abs(x), x), sp.S.One, Domain.of(x, x, (x > 0,))).outcome is Outcome.PROVED


NOT_KNOWN = [
    Derivative(Abs(z), z),  # no derivative at all
    Derivative(Piecewise((x, sp.Eq(x, 0)), (x**2, True)), x),  # a value at one place
    Derivative(Abs(exp(sp.I * x) + y), x),  # the modulus of what is not real
    Derivative(Piecewise((1, sin(x) < 0), (x, True)), x),
    Derivative(Abs(sp.Function("f", real=True)(2 * x)), x),
    Derivative(Abs(sp.Symbol("n", integer=True) - x), sp.Symbol("n", integer=True)),
]


@pytest.mark.parametrize("derivative", NOT_KNOWN, ids=str)
def test_left_as_it_stands(derivative):
    assert with_derivatives_by_cases(derivative) == derivative


@pytest.mark.parametrize("function", [Abs(x), Max(x, 0), x + sign(x), Min(x, 2 * x)], ids=str)
def test_nothing_is_said_at_a_joint(function):
    """Whatever stands there instead: no derivative exists."""
    line = Derivative(function, x, evaluate=False)
    right = with_derivatives_by_cases(line)
    there = Piecewise((right, Ne(x, 0)), (sp.Integer(7), True))
    assert decide(line, there, Domain.of(line, there, ())).outcome is not Outcome.REFUTED


rationals = st.fractions(-4, 4, max_denominator=4).map(lambda q: sp.Rational(q.numerator, q.denominator))


@given(st.lists(st.tuples(rationals, rationals, st.sampled_from("am")), min_size=1, max_size=4), rationals)
def test_the_slope_of_broken_lines_is_their_quotient_of_differences(corners, place):
    function = sp.Add(*(c * (Abs(x - p) if how == "a" else Max(x, p)) for c, p, how in corners))
    assume(function.has(Abs, Max))
    place += sp.Rational(1, 1000)  # off every corner
    h = sp.Rational(1, 10**6)
    found = with_derivatives_by_cases(Derivative(function, x, evaluate=False))
    quotient = (function.subs(x, place + h) - function.subs(x, place - h)) / (2 * h)
    assert not found.has(Derivative)
    assert found.subs(x, place) == quotient
