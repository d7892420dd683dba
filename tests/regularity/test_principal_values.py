"""Inverse functions on their strips: true on the whole domain, or left alone."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy import I, acos, asin, atan, cos, exp, log, pi, sin, tan

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.regularity.principal_values import with_principal_values
from verify.verdicts import Outcome

y, c = sp.symbols("y c", real=True)
t = sp.Symbol("t", positive=True)
z = sp.Symbol("z")
m = sp.Symbol("m", integer=True)

HEADS = {
    "asin": lambda g: asin(sin(g)),
    "acos": lambda g: acos(cos(g)),
    "atan": lambda g: atan(tan(g)),
    "asin cos": lambda g: asin(cos(g)),
    "acos sin": lambda g: acos(sin(g)),
    "log": lambda g: log(exp(I * g)),
    "log with a part": lambda g: log(exp(2 + I * g)),
    "arg": lambda g: sp.arg(3 * exp(I * g)),
    "atan2": lambda g: sp.atan2(2 * sin(g), 2 * cos(g)),
    "floor": lambda g: sp.floor(g),
    "ceiling": lambda g: sp.ceiling(g),
}


@given(st.sampled_from(sorted(HEADS)), st.integers(-12, 12), st.integers(1, 8), st.integers(1, 3))
def test_what_is_put_in_is_true_in_the_whole_interval(head: str, low: int, width: int, slope: int) -> None:
    start, end = sp.Rational(low, 4), sp.Rational(low + width, 4)
    whole = HEADS[head](slope * y)
    (found,) = with_principal_values((whole,), Domain((y,), (y > start, y < end)))
    for share in (1, 13, 50, 87, 99):
        there = start + (end - start) * sp.Rational(share, 100)
        assert abs(complex((found - whole).subs(y, there).evalf(20))) < 1e-12


@pytest.mark.parametrize(
    ("lhs", "rhs", "where"),
    [
        (asin(sin(y)), y, (y > -pi / 2, y < pi)),
        (asin(sin(y)), y, (y > pi / 2, y < pi)),
        (acos(cos(y)), y, (y > -pi, y < pi)),
        (atan(tan(y)), y, (y > 0, y < pi)),
        (log(exp(I * y)), I * y, (y > 0, y < 6)),
        (log(exp(I * y)), I * y, ()),
        (sp.acosh(sp.cosh(y)), y, ()),
        (sp.floor(2 * y), 2 * sp.floor(y), ()),
        (sp.floor(-y), -sp.floor(y), ()),
        (sp.floor(m / sp.Integer(2)), m / sp.Integer(2), ()),
    ],
    ids=str,
)
def test_what_fails_on_a_part_of_the_domain_is_refuted(lhs: sp.Expr, rhs: sp.Expr, where: tuple[sp.Basic, ...]) -> None:
    assert decide(lhs, rhs, Domain.of(lhs, rhs, where)).outcome is Outcome.REFUTED


@pytest.mark.parametrize(
    ("lhs", "rhs", "where"),
    [
        (asin(sin(y)), pi - y, (y >= pi / 2, y <= 3 * pi / 2)),
        (acos(cos(y)), -y, (y > -pi, y < 0)),
        (atan(tan(y + c)), y + c, (y > 0, y < pi / 4, c > 0, c < pi / 4)),
        (log(exp(c + I * y)), c + I * y, (y > -pi, y < pi)),
        (sp.floor(y + m), sp.floor(y) + m, ()),
        (sp.frac(y) + sp.floor(y), y, ()),
        (sp.floor(m / sp.Integer(2)) + sp.ceiling(m / sp.Integer(2)), m, ()),
        (sp.acosh(sp.cosh(3 * y)), 3 * sp.Abs(y), ()),
    ],
    ids=str,
)
def test_what_holds_on_the_whole_domain_is_proved(lhs: sp.Expr, rhs: sp.Expr, where: tuple[sp.Basic, ...]) -> None:
    assert decide(lhs, rhs, Domain.of(lhs, rhs, where)).outcome is Outcome.PROVED


@pytest.mark.parametrize(
    "whole",
    [asin(sin(z)), log(exp(z)), sp.acosh(sp.cosh(z)), sp.floor(z), sp.Integral(sp.floor(t), (t, 0, 2))],
    ids=str,
)
def test_complex_arguments_and_bound_variables_are_left_alone(whole: sp.Expr) -> None:
    assert with_principal_values((whole,), Domain(tuple(whole.free_symbols))) == (whole,)


def test_a_remainder_in_an_exponent_keeps_its_sign() -> None:
    power = c ** sp.Mod(m, 2)
    assert with_principal_values((power,), Domain((c, m))) == (power,)
