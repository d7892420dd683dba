"""Functions that premises determine: solutions, slopes and integrals put in, and all that looks like it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Abs,
    Derivative,
    Heaviside,
    Integral,
    Limit,
    Max,
    Rational,
    Subs,
    atan,
    cos,
    exp,
    floor,
    log,
    oo,
    pi,
    sign,
    sin,
    sqrt,
    tan,
    tanh,
)  # fmt: skip

from tests.common.asking import judged
from tests.common.examples import examples
from verify.claims import function, symbol
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

x, y, t, A, C = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "y", "t", "A", "C"))
a, b, r, R = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("a", "b", "r", "R"))

n = symbol("n", "n", "n", DIMENSIONLESS, integer=True)


def of(variable: Any, name: str, **kind: bool) -> Any:
    return function(name, name, name, DIMENSIONLESS, variables=(variable,), **(kind or {"real": True}))


f, g, s = of(x, "f"), of(x, "g"), of(t, "s")
p = of(x, "p", positive=True)
m, rho = of(r, "m"), of(r, "rho", positive=True)
D = Derivative
FALLS = (D(f(x), x), -a * f(x))
SWINGS = (D(f(x), x, 2), -(a**2) * f(x))
SLOPE_0 = Subs(D(f(x), x), x, 0)
AT_REST = (SLOPE_0, 0)
BESSEL = (D(x**2 * D(f(x), x), x) / x**2, -f(x))
SHELLS = (D(m(r), r), 4 * pi * r**2 * rho(r))


def outcome(line: Any, premises: Any, conditions: Any = ()) -> Outcome:
    return judged(line, premises, conditions).readings[0].outcome


FOLLOWS = [
    ((f(x), exp(-a * x)), [FALLS, (f(0), 1)]),
    ((f(x), f(0) * exp(-a * x)), [FALLS]),
    ((f(1 / a), exp(-1)), [FALLS, (f(0), 1)]),
    ((f(x + y), f(x) * f(y)), [FALLS, (f(0), 1)]),
    ((Integral(f(x), (x, 0, b)), (f(0) - f(b)) / a), [FALLS]),
    ((Limit(f(x), x, oo), 0), [FALLS]),
    ((f(x), A * cos(a * x)), [SWINGS, (f(0), A), AT_REST]),
    ((f(x), f(0) * cos(a * x) + SLOPE_0 * sin(a * x) / a), [SWINGS]),
    ((f(x) ** 2 + D(f(x), x) ** 2, 1), [(D(f(x), x, 2), -f(x)), (f(0), 1), AT_REST]),
    ((f(x), tanh(x)), [(D(f(x), x), 1 - f(x) ** 2), (f(0), 0)]),
    ((f(x), sin(x) / x), [BESSEL, (f(0), 1), AT_REST]),
    ((s(t), b / a + (s(0) - b / a) * exp(-a * t)), [(D(s(t), t), b - a * s(t))]),
    ((f(x), x**2 + A), [(D(f(x), x), 2 * x), (f(0), A)]),
    ((f(x), x**2 + C), [(D(f(x), x), 2 * x)]),
    ((f(x), A * x**2 + C), [(D(f(x), x), 2 * A * x)]),
    ((f(x), x**2 + C), [(a * D(f(x), x), 2 * a * x)]),
    ((f(x), exp(x) + C), [(exp(x) * D(f(x), x), exp(2 * x))]),
    ((f(x), atan(x) + C), [(D(f(x), x), 1 / (1 + x**2))]),
    ((m(r), log(r) + C), [(D(m(r), r), 1 / r)]),
    ((f(-1), -1), [(D(f(x) - x**2, x), 1), (f(1), 1)]),
    ((f(b) - f(a), Integral(g(x), (x, a, b))), [(D(f(x), x), g(x))]),
    ((f(x) - f(0), Integral(g(t), (t, 0, x))), [(D(f(x), x), g(x))]),
    ((m(R), Integral(4 * pi * r**2 * rho(r), (r, 0, R))), [SHELLS, (m(0), 0)]),
    ((m(b) - m(a), 1 / a - 1 / b), [(D(m(r), r), 1 / r**2)]),
    ((D(f(x), x), g(x)), [(f(x), Integral(g(t), (t, 0, x)))]),
    ((D(f(x), x), x * g(x) + Integral(g(t), (t, 0, x))), [(f(x), Integral(x * g(t), (t, 0, x)))]),
]
DOES_NOT = [
    ((f(x), exp(a * x)), [FALLS, (f(0), 1)]),
    ((f(x), exp(-b * x)), [FALLS, (f(0), 1)]),
    ((f(x), f(0) * exp(a * x)), [FALLS]),
    ((f(1 / a), exp(-2)), [FALLS, (f(0), 1)]),
    ((f(x + y), f(x) + f(y)), [FALLS, (f(0), 1)]),
    ((Integral(f(x), (x, 0, b)), (f(b) - f(0)) / a), [FALLS]),
    ((f(x), A * sin(a * x)), [SWINGS, (f(0), A), AT_REST]),
    ((s(t), b / a + (s(0) - b / a) * exp(a * t)), [(D(s(t), t), b - a * s(t))]),
    ((f(x), 2 * x**2 + A), [(D(f(x), x), 2 * x), (f(0), A)]),
    ((f(x), x**2 / 2 + C), [(D(f(x), x), 2 * x)]),
    ((f(b) - f(a), 2 * Integral(g(x), (x, a, b))), [(D(f(x), x), g(x))]),
    ((m(R), Integral(2 * pi * r**2 * rho(r), (r, 0, R))), [SHELLS, (m(0), 0)]),
    ((m(b) - m(a), 1 / b - 1 / a), [(D(m(r), r), 1 / r**2)]),
    ((D(f(x), x), -g(x)), [(f(x), Integral(g(t), (t, 0, x)))]),
    ((D(f(x), x), x * g(x)), [(f(x), Integral(x * g(t), (t, 0, x)))]),
]


@pytest.mark.parametrize(("line", "premises"), FOLLOWS, ids=str)
def test_what_follows(line, premises):
    assert outcome(line, premises) is Outcome.PROVED


@pytest.mark.parametrize(("line", "premises"), DOES_NOT, ids=str)
def test_what_does_not(line, premises):
    assert outcome(line, premises) is Outcome.REFUTED


OPEN = [
    # more than one solution
    ((f(x), 0), [(D(f(x), x), sqrt(Abs(f(x)))), (f(0), 0)]),
    ((f(x), x**2 / 4), [(D(f(x), x), sqrt(f(x))), (f(0), 0)]),
    ((p(x), x**2 / 4), [(D(p(x), x), sqrt(p(x))), (p(0), 0)]),
    ((f(x), 0), [(D(f(x), x), 3 * f(x) ** Rational(2, 3)), (f(0), 0)]),
    ((f(x), 0), [(D(f(x), x) ** 2, f(x)), (f(0), 0)]),
    ((f(x), x), [(x * D(f(x), x), f(x)), (f(0), 0)]),
    ((f(x), x), [(D(f(x), x), f(x) / x), (f(0), 0)]),
    ((f(x), x**2), [(D(f(x), x, 2), D(f(x), x) / x), (f(0), 0), AT_REST]),
    ((f(x), x**2), [(D(f(x), x, 2), 2 * D(f(x), x) / x - 2 * f(x) / x**2), (f(0), 0), AT_REST]),
    ((f(x), x), [(D(f(x), x, 2), 0), (f(0), 0)]),
    # the solution ends, or jumps over a pole
    ((f(x), 1 / (1 - x)), [(D(f(x), x), f(x) ** 2), (f(0), 1)]),
    ((f(x), tan(x)), [(D(f(x), x), 1 + f(x) ** 2), (f(0), 0)]),
    ((f(1) - f(-1), -2), [(D(f(x), x), 1 / x**2)]),
    ((f(1), f(-1)), [(D(f(x), x), 1 / x)]),
    # what is constant may not be, and premises that exclude each other
    ((f(x), exp(-a * x)), [FALLS, (f(0), 1), (a, x)]),
    ((f(x), exp(-a * x)), [FALLS, (f(0), 1), (a, x**2)]),
    ((p(x), -exp(-a * x)), [(D(p(x), x), -a * p(x)), (p(0), -1)]),
    ((f(x), exp(-a * x)), [FALLS, (f(0), 1), (f(2), 7)]),
    ((f(x), x**2 + C), [(D(f(x), x), 2 * x), (C, x)]),
    ((m(-R), 0), [SHELLS, (m(0), 0)]),
    # the law as it is printed says nothing at 0
    ((f(-1), -1), [(D(f(x), x) + 1 / x, 1 + 1 / x), (f(1), 1)]),
    ((f(1), 2), [(D(f(x), x) + 1 / x, 1 + 1 / x), (f(0), 1)]),
    ((f(-1), 3 * pi / 4), [(D(f(x) - atan(1 / x), x), 0), (f(1), pi / 4)]),
    ((f(-1), -1), [(exp(1 / x) * D(f(x), x), exp(1 / x)), (f(2), 2)]),
    ((f(-1), -1), [(D(f(x), x) + f(x) / x, 1 + f(x) / x), (f(1), 1)]),
    ((f(1) - f(-1), 2), [(D(f(x) + 1 / x, x), 1 - 1 / x**2)]),
    ((f(0), 0), [(f(x) + 1 / x, 1 / x + Integral(g(t), (t, 0, x)))]),
    ((f(0), 1), [(f(x), x * (1 + 1 / x) + Integral(g(t), (t, 0, x)))]),
    # what divides may be zero
    ((f(x), 2 * x + C), [(Heaviside(x) * D(f(x), x), 2 * Heaviside(x))]),
    ((f(x), 2 * x + C), [(floor(x) * D(f(x), x), 2 * floor(x))]),
    ((f(x), 2 * x + C), [(Max(x, 0) * D(f(x), x), 2 * Max(x, 0))]),
    ((f(x), 2 * x + C), [(g(x) * D(f(x), x), 2 * g(x))]),
    ((f(x), 2 * x + C), [(A**2 * D(f(x), x), 2 * A**2)]),
    ((f(x), 2 * x + C), [(f(x) * D(f(x), x), 2 * f(x))]),
    ((f(x), x**2 + C), [(A * D(f(x), x) + b, 2 * A * x + b)]),
    # no one constant for the whole line
    ((f(x), x**2 + sign(x) + C), [(D(f(x), x), 2 * x)]),
    ((f(x), Heaviside(x) + C), [(D(f(x), x), 0)]),
    ((f(x), 2 / sqrt(3) * atan(tan(x / 2) / sqrt(3)) + C), [(D(f(x), x), 1 / (2 + cos(x)))]),
    ((f(x), C - 1 / x), [(D(f(x), x), 1 / x**2)]),
    ((f(x), log(Abs(x)) + C), [(D(f(x), x), 1 / x)]),
    # a symbol that may name what stands on the other side
    ((D(f(x), x, 2), 0), [(D(f(x), x), A)]),
    ((f(x), A * x), [(D(f(x), x), A), (f(0), 0)]),
    ((s(t), b / a + (s(0) - b / a) * exp(-a * t)), [(D(s(t), t) + a * s(t), b)]),
    # a constant of integration, perhaps
    ((f(x), C * exp(-a * x)), [FALLS]),
    ((f(x), f(0) * exp(-a * x) + C), [FALLS]),
    ((f(x), x**2 + C), [(D(f(x), x), 2 * x), (f(0), A)]),
    # a symbol that is no free constant
    ((f(x), x**2 + C), [(D(f(x), x), 2 * x), (C, 3)]),
    ((f(x), cos(x) + n), [(D(f(x), x), -sin(x))]),
    ((f(x), cos(x) + a), [(D(f(x), x), -sin(x))]),
    ((f(x), x**2 + C + C**2), [(D(f(x), x), 2 * x)]),
]


@pytest.mark.parametrize(("line", "premises"), OPEN, ids=str)
def test_what_is_left_open(line, premises):
    assert outcome(line, premises) is Outcome.UNDECIDED


def test_a_law_that_is_said_on_a_part_of_the_line_says_nothing_beyond():
    """Of f' = 0 for x ≠ 0 sign x is a solution as well."""
    for condition in (x > 0, x < 1):
        premises = [(D(f(x), x), 0), (f(1), 1)]
        assert outcome((f(-1), 1), premises, (condition,)) is Outcome.UNDECIDED


def test_the_constant_of_integration_is_told():
    told = judged((f(x), x**2 + C), [(D(f(x), x), 2 * x)]).readings[0].evidence
    assert any("constant of integration" in c for c in told.conditions)


def test_no_step_across_a_pole():
    line = f(b) - f(-b), Integral(1 / x, (x, -b, b))
    assert outcome(line, [(D(f(x), x), 1 / x)]) is Outcome.UNDECIDED


def test_a_constant_of_integration_with_a_condition_of_its_own_is_no_free_constant():
    assert outcome((f(x), cos(x) + C), [(D(f(x), x), -sin(x))], (C > 0,)) is Outcome.UNDECIDED


small = st.integers(-3, 3)


@settings(max_examples=examples(15))
@given(small.filter(bool), small, small, st.booleans())
def test_linear_equations_of_the_first_order(k, q, start, is_spoiled):
    S = -Rational(q, k) + (start + Rational(q, k)) * exp(k * x)
    line = f(x), S + (x if is_spoiled else 0)
    premises = [(D(f(x), x), k * f(x) + q), (f(0), start)]
    assert outcome(line, premises) is (Outcome.REFUTED if is_spoiled else Outcome.PROVED)
