"""Integration by parts and its kin take a function to be smooth: nothing else may say what it is, unless that is smooth."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import (
    Abs,
    Derivative,
    Eq,
    Heaviside,
    Integral,
    Piecewise,
    Rational,
    acot,
    atan,
    exp,
    floor,
    log,
    pi,
    sign,
    sin,
    sqrt,
    tan,
)

from tests.common.asking import read
from verify.claims import (
    Equation,
    by_parts,
    change_variable,
    equal,
    follows_from,
    function,
    greater,
    specialise,
    substitute,
    symbol,
)
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

PROVED, UNDECIDED = Outcome.PROVED, Outcome.UNDECIDED
x, t, u, J, K, a = (symbol(name, name, "a number", DIMENSIONLESS, real=True) for name in ("x", "t", "u", "J", "K", "a"))
f, g, h = (function(name, name, "a function", DIMENSIONLESS, variables=(x,), real=True) for name in "fgh")
SLOPE = Integral(Derivative(f(x), x), (x, -1, 1))


def lines(*pairs: Any) -> tuple[Equation, ...]:
    return tuple(Equation(f"{k + 1}", lhs, rhs) for k, (lhs, rhs) in enumerate(pairs))


def by_parts_with(law: Any, says: Any, integral: Any = SLOPE, where: Any = ()) -> Outcome:
    first, *more = lines((J, integral), *law)
    move = by_parts(first, sympy.S.One, f(x))
    return judge(read(says, by=follows_from(move, *more) if more else move, where=where)).outcome


@pytest.mark.parametrize(
    ("law", "jump"),
    [
        (atan(1 / x), pi / 2), (sign(x), 2), (1 / x**2, 0), (Abs(x) / x, 2), (Heaviside(x), 1), (floor(x), 2),
        (Piecewise((0, x < 0), (1, True)), 1), (acot(x), pi / 2), (g(x) / x, g(1) + g(-1)),
    ],
)  # fmt: skip
def test_by_parts_beside_a_law_that_is_not_smooth(law: Any, jump: Any) -> None:
    assert by_parts_with([(f(x), law)], equal(J, jump)) is UNDECIDED


def test_a_sign_by_parts_beside_a_law_that_is_not_smooth() -> None:
    assert by_parts_with([(f(x), atan(1 / x))], greater(J, 0)) is UNDECIDED
    whole = Integral(Derivative(f(x), x), (x, 0, pi))
    assert by_parts_with([(f(x), tan(x))], equal(J, 0), whole) is UNDECIDED


@pytest.mark.parametrize(("law", "jump"), [(sin(x), 2 * sin(1)), (x * exp(-(x**2)), 2 * exp(-1)), (atan(x), pi / 2)])
def test_by_parts_beside_a_smooth_law(law: Any, jump: Any) -> None:
    assert by_parts_with([(f(x), law)], equal(J, jump)) is PROVED


def test_values_at_single_places_leave_a_function_smooth() -> None:
    assert by_parts_with([], equal(J, f(1) - f(-1))) is PROVED
    assert by_parts_with([(f(1), sympy.S.One), (f(-1), -sympy.S.One)], equal(J, 2)) is PROVED


@pytest.mark.parametrize(
    "condition", [Eq(f(x), atan(1 / x)), Eq(x * f(x), 1), Eq(Derivative(f(x), x), -1 / x**2), Eq(x**2 * f(x), 1)]
)
def test_the_fundamental_theorem_under_a_condition_on_the_function(condition: Any) -> None:
    assert judge(read(equal(SLOPE, f(1) - f(-1)))).outcome is PROVED
    assert judge(read(equal(SLOPE, f(1) - f(-1)), where=(condition,))).outcome is UNDECIDED
    assert by_parts_with([], equal(J, f(1) - f(-1)), where=(condition,)) is UNDECIDED


def test_a_product_whose_law_is_singular_at_an_end() -> None:
    product = Integral(f(x) + x * Derivative(f(x), x), (x, 0, 1))
    assert judge(read(equal(product, f(1)))).outcome is PROVED
    assert judge(read(equal(product, f(1)), where=(Eq(f(x), 1 / x),))).outcome is UNDECIDED


def test_a_new_variable_beside_a_law_that_is_not_smooth() -> None:
    def outcome(law: Any) -> Outcome:
        first, *more = lines((J, Integral(x * f(x**2), (x, -1, 1))), *law)
        move = change_variable(first, u, x**2)
        return judge(read(equal(J, 0), by=follows_from(move, *more) if more else move)).outcome

    assert outcome([]) is PROVED
    assert outcome([(f(x), 1 / x)]) is UNDECIDED
    assert outcome([(f(x), log(Abs(x)) / x**2)]) is UNDECIDED


def test_a_law_beside_a_line_that_was_integrated_by_parts() -> None:
    (first,) = lines((J, SLOPE))
    second = Equation("2", J, f(1) - f(-1), by=by_parts(first, sympy.S.One, f(x)))
    law = Equation("3", f(x), sign(x))
    assert judge(read(equal(J, 2), by=follows_from(second, law))).outcome is UNDECIDED


def test_an_integral_that_another_line_names_again() -> None:
    integral = Integral(Derivative(f(x), x), (x, -1, a))
    (first,) = lines((J, integral))
    tied = Equation("2", J, sqrt(a**2) + Rational(1, 2))
    move = follows_from(by_parts(first, sympy.S.One, f(x)), tied)
    assert judge(read(equal(f(a) - f(-1), sqrt(a**2) + Rational(1, 2)), by=move)).outcome is UNDECIDED


def test_what_is_linear_asks_for_nothing_smooth() -> None:
    left, right = Integral(2 * f(x) + x, (x, 0, 1)), 2 * Integral(f(x), (x, 0, 1)) + Rational(1, 2)
    assert judge(read(equal(left, right), where=(f(x) > 0,))).outcome is PROVED


def test_a_law_behind_a_premise_counts_as_well() -> None:
    """J is −π/2, for f = arctan(1/x) of which (4) and (5) show only the values at two places."""

    def outcome(law: Any, value: Any) -> Outcome:
        (first,) = lines((J, SLOPE))
        second = Equation("2", J, f(1) - f(-1), by=follows_from(first))
        third = Equation("3", f(x), law)
        at = [Equation(f"{k + 4}", f(c), law.subs(x, c), by=follows_from(third)) for k, c in enumerate((1, -1))]
        return judge(read(equal(J, value), by=follows_from(second, *at))).outcome

    assert outcome(atan(1 / x), pi / 2) is UNDECIDED
    assert outcome(sign(x), 2) is UNDECIDED
    assert outcome(atan(x), pi / 2) is PROVED


def test_a_law_behind_other_moves_counts_as_well() -> None:
    (first,) = lines((J, SLOPE))
    second = Equation("2", J, f(1) - f(-1), by=follows_from(first))
    third = Equation("3", f(x), sign(x))
    move = substitute(specialise(third, {x: sympy.S.One}), into=second)
    assert judge(read(equal(J, 1 - f(-1)), by=move)).outcome is UNDECIDED


H = Equation("1", h(x), Integral(f(t), (t, -1, x)))
SLOPE_OF_H = Equation("2", Derivative(h(x), x), f(x), by=follows_from(H))


@pytest.mark.parametrize(
    "law", [Piecewise((1, Eq(x, 0)), (0, True)), sign(x), Heaviside(x), 1 / x, floor(x), Abs(x) / x, g(x) / x]
)
def test_the_slope_of_an_integral_beside_a_law_that_is_not_continuous(law: Any) -> None:
    assert judge(read(equal(SLOPE_OF_H.lhs, SLOPE_OF_H.rhs), by=follows_from(H))).outcome is PROVED
    third = Equation("3", f(x), law)
    for says in (equal(Derivative(h(x), x), law), equal(sympy.Subs(Derivative(h(x), x), x, 2), f(2))):
        assert judge(read(says, by=follows_from(SLOPE_OF_H, third))).outcome is UNDECIDED


def test_the_slope_of_an_integral_beside_laws_that_leave_it_continuous() -> None:
    at_two = equal(sympy.Subs(Derivative(h(x), x), x, 2), 4)
    assert judge(read(at_two, by=follows_from(SLOPE_OF_H, Equation("3", f(x), x**2)))).outcome is PROVED
    third = Equation("3", Derivative(h(x), x, 2), Derivative(f(x), x), by=follows_from(SLOPE_OF_H))
    fourth = Equation("4", Derivative(f(x), x), -f(x) * h(x))
    says = equal(Derivative(h(x), x, 2), -f(x) * h(x))
    assert judge(read(says, by=follows_from(third, fourth))).outcome is PROVED


def test_a_law_by_way_of_another_function_or_of_the_integral() -> None:
    given = Equation("3", f(x), g(x)), Equation("4", g(x), sign(x))
    says = equal(sympy.Subs(Derivative(h(x), x), x, 0), 0)
    assert judge(read(says, by=follows_from(SLOPE_OF_H, *given))).outcome is UNDECIDED
    move = follows_from(SLOPE_OF_H, Equation("3", h(x), Abs(x) - 1))
    assert judge(read(equal(f(x), sign(x)), by=move)).outcome is UNDECIDED


@pytest.mark.parametrize("law", [Abs(x) / x, atan(1 / x) + atan(x), sign(x), floor(x)])
def test_a_slope_that_is_zero_shows_no_jumps(law: Any) -> None:
    assert judge(read(equal(Derivative(f(x), x), 0), by=follows_from(*lines((f(x), law))))).outcome is UNDECIDED


def test_a_slope_that_is_zero_beside_laws_without_a_jump() -> None:
    assert judge(read(equal(Derivative(f(x), x), 0), by=follows_from(*lines((f(x), 2 * a))))).outcome is PROVED
    energy, swings = Derivative(f(x) ** 2 + Derivative(f(x), x) ** 2, x), (Derivative(f(x), x, 2), -f(x))
    assert judge(read(equal(energy, 0), by=follows_from(*lines(swings)))).outcome is PROVED


def test_laws_that_ask_for_a_jump_together() -> None:
    """f = x k + 1 and f = 0 leave k = -1/x, of which there is no integral from -1 to x."""
    k = function("k", "k", "a function", DIMENSIONLESS, variables=(x,), real=True)
    first = Equation("1", h(x), Integral(k(t), (t, -1, x)))
    second = Equation("2", Derivative(h(x), x), k(x), by=follows_from(first))
    third, fourth = Equation("3", f(x), x * k(x) + 1), Equation("4", f(x), sympy.S.Zero)
    assert judge(read(equal(x * Derivative(h(x), x), f(x) - 1), by=follows_from(second, third))).outcome is PROVED
    assert judge(read(equal(x * Derivative(h(x), x), -1), by=follows_from(second, third, fourth))).outcome is UNDECIDED


def test_a_law_between_the_ends_of_a_chain() -> None:
    """Of f = arctan(1/x) = g the ends f = g are used, here or behind."""
    for member, outcome in ((sin(x), PROVED), (atan(1 / x), UNDECIDED)):
        ends = Equation("1", f(x), g(x), through=(member,))
        assert judge(read(equal(SLOPE, f(1) - f(-1)), by=follows_from(ends))).outcome is outcome
        value = Equation("3", f(1), g(1), by=follows_from(ends))
        move = follows_from(Equation("2", J, SLOPE), value)
        assert judge(read(equal(J, f(1) - f(-1)), by=move)).outcome is outcome
