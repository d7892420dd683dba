"""Cases that conditions leave empty or single, conditions on functions that say nothing, and functions with a power of another."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from sympy import Derivative, Eq, Integral, Ne, Rational, cos, pi, sin, tan

from tests.common.asking import read
from verify.claims import equal, follows_from, function, symbol
from verify.judging.verdict_on import judge
from verify.points.domain import EmptyDomain
from verify.units import DIMENSIONLESS
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation

PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
x = symbol("x", "x", "angle", DIMENSIONLESS, real=True)
a, K, n, r, s = (symbol(name, name, "number", DIMENSIONLESS, positive=True) for name in "aKnrs")
f, g = (function(name, name, "any function", DIMENSIONLESS, variables=(r,), real=True) for name in "fg")
P, rho, theta = (
    function(name, name, "positive function", DIMENSIONLESS, variables=(v,), positive=True)
    for name, v in (("P", r), ("rho", r), ("theta", s))
)
h = function("h", "h", "a function of which no variable is told", DIMENSIONLESS, real=True)


def outcome(lhs: Any, rhs: Any, *premises: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Outcome:
    given = [Equation(f"E{k}", *sides) for k, sides in enumerate(premises)]
    by = follows_from(*given) if given else None
    return judge(read(equal(lhs, rhs), by=by, where=where)).outcome


SINE, HALF = (sin(x), 0), (sin(x), Rational(1, 2))


@pytest.mark.parametrize(("lhs", "rhs", "premise", "where", "expected"), [
    (x, pi, SINE, (x > 3, x < 4), PROVED),
    (x, 2 * pi, SINE, (x > 3, x < 4), REFUTED),
    (x, pi, SINE, (x > 3, x < 7), REFUTED),  # 2π
    (x, pi, SINE, (x > 0, x < 2 * pi), PROVED),  # the ends are excluded, which no ball shows
    (x, pi, SINE, (x >= 0, x < 2 * pi), REFUTED),
    (x, pi, SINE, (x >= pi, x < 4), PROVED),
    (x, pi, SINE, (x > pi, x < 4), UNDECIDED),  # there is none
    (x, pi, SINE, (x > 4, x < 5), UNDECIDED),
    (cos(x), -1, SINE, (x > 3, x < 4), PROVED),
    (cos(x), 1, SINE, (x > 3, x < 4), REFUTED),
    (x, pi / 6, HALF, (x > 0, x < 1), PROVED),
    (x, 5 * pi / 6, HALF, (x > 1, x < pi), PROVED),
    (x, pi / 6, HALF, (x > 0, x < pi), REFUTED),
    (x, pi / 4, (tan(x), 1), (x > 0, x < pi / 2), PROVED),
    (x, pi / a, (sin(a * x), 0), (a * x > 3, a * x < 4), PROVED),
    (x, 0, (cos(x), 1), (x > -100, x < 100), REFUTED),
])  # fmt: skip
def test_the_periods_that_conditions_leave(lhs, rhs, premise, where, expected):
    assert outcome(lhs, rhs, premise, where=where) is expected


@pytest.mark.parametrize("where", [(f(r) > 0,), (h(r) > 0,), (h(r) < a, Ne(f(r), 2)), (rho(r) > a,)])
def test_a_condition_on_a_function_of_which_nothing_else_is_said_stands_in_no_way(where):
    area = Integral(x, (x, 0, a))
    assert outcome(area, a**2 / 2, where=where) is PROVED
    assert outcome(area, a**2, where=where) is REFUTED
    assert outcome(Integral(2 * g(r), (r, 0, a)), 2 * Integral(g(r), (r, 0, a)), where=where) is PROVED
    assert outcome(Integral(2 * g(r), (r, 0, a)), 3 * Integral(g(r), (r, 0, a)), where=where) is REFUTED
    assert outcome(a, K + 1, (a, K), where=where) is REFUTED


@pytest.mark.parametrize("where", [
    (h(r) > 0, h(r) < 0), (h(r) > a, h(s) < 0), (rho(r) < a - 5,), (h(r) > f(r), f(r) > h(r)), (h(1 / (r - s)) > 0,), (h(r) > 1 / (a - K),),
])  # fmt: skip
def test_no_line_is_proved_or_refuted_under_conditions_that_may_exclude_each_other(where):
    with contextlib.suppress(EmptyDomain):
        assert outcome(Integral(x, (x, 0, a)), a**2, where=where) is UNDECIDED


def test_a_condition_on_a_function_of_the_line_is_kept():
    assert outcome(Integral(f(r), (r, 0, a)), 0, (f(r), 0), where=(f(r) > 0,)) is not PROVED
    assert outcome(a, 2 * a, (h(r), -1), where=(h(r) > 0,)) is not REFUTED


@pytest.mark.parametrize("power", [Rational(5, 3), Rational(-1, 2), 1 + 1 / n, n, 2, -1])
@pytest.mark.parametrize("function_", [P, f])
def test_functions_that_are_a_power_of_another(power, function_):
    premise = (function_(r), K * rho(r) ** power)
    slope = K * power * rho(r) ** (power - 1) * Derivative(rho(r), r)
    assert outcome(Derivative(function_(r), r), slope, premise) is PROVED
    assert outcome(Derivative(function_(r), r), 3 * slope, premise) is REFUTED
    assert outcome(function_(2), K * rho(2) ** power, premise) is PROVED


def test_powers_of_what_need_not_be_positive_are_no_smooth_functions():
    root = (P(r), f(r) ** Rational(5, 3))
    assert (
        outcome(Derivative(P(r), r), Rational(5, 3) * f(r) ** Rational(2, 3) * Derivative(f(r), r), root) is not REFUTED
    )
    assert outcome(Derivative(P(r), r), 5 * f(r) ** Rational(2, 3) * Derivative(f(r), r), root) is not PROVED
    below = (P(r), -K * rho(r) ** 2)
    assert (
        outcome(Derivative(P(r), r), K * rho(r) * Derivative(rho(r), r), below) is UNDECIDED
    )  # no function P > 0 is that
    assert outcome(Derivative(P(r), r), 2 * K * theta(a), (P(r), K * theta(a) ** r)) is not PROVED  # the exponent moves


@pytest.mark.parametrize(("lhs", "rhs", "premises"), [
    (Integral(Derivative(f(r), r), (r, 0, a)), -Integral(rho(r), (r, 0, a)), [(Derivative(f(r), r), -rho(r))]),
    (Integral(f(r) * r, (r, 0, a)), Integral(r**2 * g(r), (r, 0, a)), [(f(r), r * g(r))]),
    (Integral(Derivative(f(r), r), (r, 0, a)), K * a, [(Derivative(f(r), r), K)]),
    (Integral(f(r), (r, 0, a)), -Integral(Derivative(f(r), r), (r, 0, a)), [(Derivative(f(r), r), -f(r))]),
    (
        Integral(r * Derivative(f(r), r), (r, a, 2 * a)), -Integral(K * g(r) * rho(r) / r, (r, a, 2 * a)),
        [(Derivative(f(r), r), -K * g(r) * rho(r) / r**2)],
    ),
    (
        Integral(Derivative(f(r), r) + Derivative(g(r), r), (r, a, 2 * a)), Integral(rho(r) - K, (r, a, 2 * a)),
        [(Derivative(f(r), r), rho(r)), (Derivative(g(r), r), -K)],
    ),
])  # fmt: skip
def test_a_law_is_put_under_an_integral(lhs, rhs, premises):
    assert outcome(lhs, rhs, *premises) is PROVED
    assert outcome(lhs, rhs + 1, *premises) is not PROVED
    assert outcome(lhs, 2 * rhs, *premises) is not PROVED


@pytest.mark.parametrize(("lhs", "rhs", "premises", "where"), [
    (Integral(Derivative(f(r), r), (r, 0, a)), Integral(g(r), (r, 0, a)), [(Derivative(f(a), a), g(a))], ()),  # at a only
    (Integral(Derivative(f(r), r), (r, 0, a)), K * a, [(Derivative(f(r), r), K), (K, r)], ()),  # K moves
    (Integral(Derivative(f(r), r), (r, 0, a)), Integral(g(r), (r, 0, a)), [(Derivative(f(r), r), g(r))], (Eq(r, 1),)),
    (Integral(Derivative(f(r), r), (r, 0, a)), 5, [(Derivative(f(r), r), rho(r)), (Derivative(f(r), r), -rho(r))], ()),
    (Integral(rho(r), (r, 0, a)), -Integral(g(r), (r, 0, a)), [(rho(r), -g(r)), (g(r), rho(r))], ()),
    (Integral(rho(r), (r, 0, a)), -a, [(rho(r), -1)], ()),  # no positive function is
    (Integral(Derivative(f(r), r), (r, 0, a)), theta(s) * a, [(Derivative(f(r), r), theta(s))], ()),  # s may be r
])  # fmt: skip
def test_what_is_no_law_is_not_put_under_an_integral(lhs, rhs, premises, where):
    with contextlib.suppress(EmptyDomain):
        assert outcome(lhs, rhs, *premises, where=where) is not PROVED
