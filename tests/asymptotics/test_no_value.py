"""Limits that have no value, or one that a careless look would get wrong: each kind with several of its faces."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Abs, Eq, Heaviside, Integral, Limit, Max, Min, Rational, Sum, atan, exp, gamma, log, oo, pi, sign, sin

from verify.asymptotics.limits import value, without_limits
from verify.deciding.decide import decide
from verify.errors import ClaimError, GiveUp
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, y, t, a, b, c = sp.symbols("x y t a b c", real=True)
p = sp.Symbol("p", positive=True)
n = sp.Symbol("n", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
w = sp.Symbol("w", imaginary=True)
z = sp.Symbol("z")

HIDDEN = (a**2 - b**2) / (a - b) - a - b
"""Zero wherever it is defined."""
GAMMAS = gamma(p + 1) / gamma(p) - p
DIVERGENT = Integral(1 / t, (t, 0, 1))
INFINITE = Limit(x, x, oo)


def found(lhs: Any, rhs: Any, *where: Any, rel: str = "==") -> Outcome:
    left, right = sp.sympify(lhs), sp.sympify(rhs)
    return decide(left, right, Domain.of(left, right, where), rel).outcome


def says(lhs: Any, rhs: Any, *where: Any) -> set[Outcome]:
    """What is said of it, and of order relations with the same sides."""
    return {found(lhs, rhs, *where, rel=rel) for rel in ("==", "<=", ">=", "!=")}


@pytest.mark.parametrize("zero", [HIDDEN, GAMMAS, -GAMMAS, HIDDEN * c, Abs(a) / a - a / Abs(a)], ids=str)
@pytest.mark.parametrize(
    ("of", "wrong"),
    [
        (lambda h: Abs(h * x + 1), 0),
        (lambda h: sign(h + 1 / x), 0),
        (lambda h: Heaviside(h * x + 1), Rational(1, 2)),
        (lambda h: Max(h * x + 1, 0), 0),
        (lambda h: sp.Piecewise((5, Eq(h * x + 1, 0)), (7, True)), 5),
        (lambda h: sp.sinc(h * x + pi), 1),
        (lambda h: x * Abs(h - 1 / x), 0),
        (lambda h: atan(h * x + 1), 0),
    ],
)
def test_what_stands_behind_a_hidden_zero_is_not_forgotten(zero: sp.Expr, of: Any, wrong: Any) -> None:
    assert found(Limit(of(zero), x, oo), wrong) is not Outcome.PROVED


def test_a_zero_that_is_seen_by_its_sign_is_passed_over() -> None:
    assert value(Limit(Abs(GAMMAS * x - 3), x, oo)) == 3
    assert value(Limit(x * Abs(GAMMAS - 1 / x), x, oo)) == 1


@pytest.mark.parametrize(
    ("limit", "wrong", "where"),
    [
        (y + Limit(Limit(atan((y - 1) * x), x, oo), y, 0), y + pi / 2, (y > 1,)),
        (x + Limit(Limit(atan(t * x), t, oo), x, -1), x + pi / 2, (x > 0,)),
        (Limit(Limit(sp.tanh(t * (y - a)), t, oo), y, b), 1, (y > a, b < a)),
        (Limit(Limit(exp(-(y - 1) * x), x, oo), y, 0), 0, (y > 1,)),
        (Limit(Limit(t**y, t, oo), y, 1), 0, (y < -2,)),
        (y + Limit(Abs(y) / y, y, 0, "-"), y + 1, (y > 0,)),
    ],
    ids=str,
)
def test_conditions_do_not_speak_of_the_variable_of_a_limit(limit: sp.Expr, wrong: sp.Expr, where: Any) -> None:
    assert found(limit, wrong, *where) is not Outcome.PROVED


def test_a_condition_of_an_inner_limit_on_the_outer_variable() -> None:
    assert found(Limit(Limit((y - 2) * x / (x + 1), x, oo) / (y - 2), y, 3), 1) is Outcome.PROVED
    assert found(Limit(Limit(exp(-x / y**2), x, oo), y, 0), 0) is Outcome.PROVED
    assert found(Limit(Limit(exp(-x / (y - a)), x, oo), y, 0), 0) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (exp(-INFINITE), 0),
        (1 / INFINITE, 0),
        (atan(INFINITE), pi / 2),
        (Min(INFINITE, 3), 3),
        (sp.Piecewise((1, INFINITE > 5), (0, True)), 1),
        (INFINITE + a, INFINITE),
        (INFINITE**2, INFINITE),
        (INFINITE ** Limit(1 / x, x, oo), 1),
        (Limit(exp(-Limit(p * x, x, oo)), p, 0), 0),
        (Limit(Limit(1 / y, y, 0) / x, x, oo), 0),
        (Limit(y, y, INFINITE), INFINITE),
        (sp.erf(INFINITE), 1),
    ],
    ids=str,
)
def test_no_value_is_taken_at_infinity(lhs: sp.Expr, rhs: Any) -> None:
    assert says(lhs, rhs) == {Outcome.UNDECIDED}


@pytest.mark.parametrize(
    "other",
    [Integral(1 / t**2, (t, 0, 1)), DIVERGENT, Sum(1 / k, (k, 0, 3)), sp.Product(n, (n, 1, oo)), 1 / HIDDEN, sp.zoo],
    ids=str,
)
def test_infinite_beside_what_may_be_infinite_is_open(other: sp.Expr) -> None:
    assert found(INFINITE, other) is Outcome.UNDECIDED


def test_infinite_beside_what_is_finite_is_decided_at_a_point_of_the_domain() -> None:
    assert found(INFINITE, a, a > 0) is Outcome.REFUTED
    assert found(INFINITE, sp.cos(a)) is Outcome.REFUTED
    assert found(INFINITE, 1 / (a - b), Eq(a, b)) is Outcome.UNDECIDED
    assert found(Limit(x / (a - b) ** 2, x, oo), INFINITE, Eq(a, b)) is Outcome.UNDECIDED
    assert found(Limit(x / (a - b) ** 2, x, oo), INFINITE) is Outcome.PROVED
    with pytest.raises(ClaimError):
        found(INFINITE, Limit(x**2, x, oo), a > 1, a < 0)


@pytest.mark.parametrize(
    "limit",
    [
        Limit(Abs(w**2) / w**2, w, oo),
        Limit(w, w, 0),
        Limit(exp(-(sp.Symbol("v", real=False) ** 2)), sp.Symbol("v", real=False), oo),
        Limit(p, p, -1),
        Limit(p, p, 0, "+-"),
    ],
    ids=str,
)
def test_a_variable_that_cannot_go_there(limit: sp.Expr) -> None:
    for wrong in (0, 1, -1):
        assert found(limit, wrong) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "function",
    [
        (n - 2 * sp.floor(n / 2)) / (n / 2 - sp.floor(n / 2)) / n,
        (2 * x - 2 * sp.floor(x)) / (x - sp.floor(x)) / x,
        sin(x) / x / (1 + sp.floor(x) - x),
        sin(x) / x / (1 + sp.floor(x) - x - sp.frac(x)),
        sp.cos(x) / (x * (sp.cos(x) + 2)),
    ],
    ids=str,
)
def test_what_oscillates_is_not_divided_by(function: sp.Expr) -> None:
    variable = n if function.has(n) else x
    assert found(Limit(function, variable, oo), 0) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "function",
    [
        Heaviside(-k) * gamma(-k) + 1 / k,
        (1 + (-1) ** k) * gamma(-k) / gamma(k),
        1 / (1 + 1 / (1 - (-1) ** k)),
        Heaviside(-x) * Integral(1 / (x * t), (t, 0, 1)),
        Heaviside(-x) * sp.RisingFactorial(-1, -x),
    ],
    ids=str,
)
def test_what_drops_out_on_the_way_must_be_defined(function: sp.Expr) -> None:
    variable = k if function.has(k) else x
    for wrong in (0, Rational(1, 2)):
        assert found(Limit(function, variable, oo), wrong) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "limit",
    [
        Limit(sp.LambertW(x, -1), x, -1 / sp.E),
        Limit(sp.elliptic_e(x, Rational(1, 2)), x, 0),
        Limit(sp.zeta(x, 2), x, 1),
        Limit(sp.beta(x, x, evaluate=False), x, 1),
        Limit(Heaviside(x * log(x) - 1), x, 0, "-"),
        Limit(sp.Piecewise((x, log(x) > -2), (1, True)), x, -oo),
        Limit(sp.elliptic_k(x, evaluate=False) + sp.elliptic_k(log(6) - log(2) - log(3) + 1 / x), x, oo),
    ],
    ids=str,
)
def test_what_has_no_rule_ends_without_a_value(limit: sp.Expr) -> None:
    try:
        without_limits((limit,))
    except GiveUp:
        return


def test_a_bound_variable_with_the_name_of_the_limit() -> None:
    inside = Integral(x, (x, 0, 1))
    assert found(Limit(x * inside, x, 1), Rational(1, 2)) is Outcome.PROVED
    assert found(Limit(Sum(k, (k, 1, 3)) / k + k / (k + 1), k, oo), 1) is Outcome.PROVED
    assert found(Limit(x * Limit(1 + x, x, 0), x, 5), 5) is Outcome.PROVED
