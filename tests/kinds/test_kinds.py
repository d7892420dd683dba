"""Kinds of statement where they are tempted to be wrong: by hand, and at random with known truth."""

from __future__ import annotations

import random
from itertools import islice
from types import ModuleType
from typing import Any

import pytest
import sympy
from sympy import Integer, Piecewise, Rational, acot, atan2, exp, floor, pi, sign, sqrt

from derivations.physics.mechanics import conserved
from tests.soundness import curves, dimensions, exclusion, functions, sums, values
from tests.soundness.stating import number
from verify.claims import (
    ClaimError,
    approx,
    contradiction,
    cross,
    crossing,
    entries_equal,
    expands_to,
    figure,
    follows_from,
    leading,
    logic,
    on_interval,
    only_root,
    order,
    order_of,
    soft_ground_state,
    solve_for,
    threshold,
    triple,
)
from verify.judging.verdict_on import judge
from verify.orders.reach import admits, holds_over, reach
from verify.theorems.figures import drawing
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

FAMILIES = (curves, values, sums, exclusion, functions, dimensions)
CASES = 60
SEED = 20260

x, y, u, v, w = (number(name, real=True) for name in "xyuvw")
r, p, q = (number(name, positive=True) for name in "rpq")
n = number("n", integer=True)


def outcome(says: Any, *premises: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Outcome:
    equations = [Equation(str(k), lhs, sympy.sympify(rhs)) for k, (lhs, rhs) in enumerate(premises)]
    by = follows_from(*equations) if equations else None
    return judge(Reading("as printed", tuple(says), by, where)).outcome


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.KIND)
def test_no_wrong_verdict_at_random(family: ModuleType) -> None:
    for case in islice(family.claims(random.Random(SEED)), CASES):
        found = case.decide()
        wrong = {
            True: ("refuted",),
            False: ("proved", "corroborated", "holds-if"),
            None: ("proved", "corroborated"),
        }[case.truth]
        assert found not in wrong, f"{case.shown}: {found}, but it is {case.truth}"


# --- numbers ----------------------------------------------------------------------------------------


def test_a_number_under_a_condition_that_it_violates() -> None:
    assert outcome(approx(x, "5"), (x, 5), where=(x < 3,)) is Outcome.UNDECIDED
    assert outcome(approx(x, "5"), (x, 5), where=(x < 6,)) is Outcome.PROVED
    assert outcome(approx(x, "6"), (x, 5), where=(x < 6,)) is Outcome.REFUTED


def test_a_number_that_its_symbol_may_not_have() -> None:
    assert outcome(approx(r, "-2.0"), (r, -2)) is Outcome.UNDECIDED
    assert outcome(approx(n, "0.5"), (2 * n, 1)) is Outcome.UNDECIDED
    with pytest.raises(ClaimError, match="r as declared cannot be"):
        outcome(approx(r + 1, "0", constants={r: -1}))


def test_a_number_from_a_division_by_what_may_be_zero() -> None:
    assert outcome(approx(u, "1.0"), (u * x, x)) is Outcome.UNDECIDED
    assert outcome(approx(u, "1.0"), (u * p, p)) is Outcome.PROVED
    assert outcome(approx(u, "1.0"), (u * x, x), where=(sympy.Ne(x, 0),)) is Outcome.PROVED


def test_inputs_against_premises_and_other_conditions() -> None:
    assert outcome(approx(x + y, "3", constants={x: 1, y: 2}), (x, 2 * y)) is Outcome.UNDECIDED
    assert outcome(approx(x + y, "3", constants={x: 2, y: 1}), (x, 2 * y)) is Outcome.PROVED
    assert outcome(approx(x, "1", constants={x: 1}), where=(x > y,)) is Outcome.PROVED
    assert outcome(approx(x, "1", constants={x: 1}), where=(y > 0, y < 0)) is Outcome.UNDECIDED


def test_a_printed_uncertainty() -> None:
    assert outcome(approx(pi / 2, "1.57(2)")) is Outcome.PROVED
    assert outcome(approx(pi / 2, "1.55(1)")) is Outcome.REFUTED
    assert outcome(approx(exp(-(Integer(10) ** 300)), "0")) is Outcome.PROVED
    assert outcome(approx(exp(Integer(10) ** 300), "0")) is Outcome.UNDECIDED


# --- curves -----------------------------------------------------------------------------------------


def test_roots_that_the_symbol_may_not_have() -> None:
    assert outcome(only_root(r + Rational(1, 2), r, -1, 1, "-0.5")) is Outcome.REFUTED
    assert outcome(only_root(x + Rational(1, 2), x, -1, 1, "-0.5")) is Outcome.PROVED
    assert outcome(only_root((r - 1) * (r + 1), r, -2, 2, "1")) is Outcome.PROVED
    assert outcome(only_root(x - Rational(1, 2), x, 0, Rational(2, 5), "0.5")) is Outcome.REFUTED
    with pytest.raises(ClaimError, match="r as declared has no value"):
        outcome(only_root(r, r, -2, -1, "-1.5"))


def test_whole_numbers_are_looked_at_one_by_one() -> None:
    between = (n - Rational(1, 2)) * (n - Rational(3, 4))
    assert outcome(on_interval(between, ">", n, -3, 3)) is Outcome.PROVED
    assert outcome(on_interval(between, ">", x, -3, 3)) is Outcome.UNDECIDED  # in another symbol
    assert outcome(on_interval(n - 1, ">=", n, 0, 3)) is Outcome.PROVED


def test_zero_belongs_to_a_symbol_that_is_not_negative() -> None:
    z, other = number("z", nonnegative=True), number("z", real=True, nonzero=True)
    assert outcome(only_root(z, z, -1, 1, "0")) is Outcome.PROVED
    assert outcome(on_interval(z, ">", z, -1, 1)) is Outcome.REFUTED
    assert outcome(on_interval(other**2, ">", other, -1, 1)) is Outcome.PROVED
    assert outcome(on_interval(x**2, ">", x, -1, 1)) is Outcome.REFUTED


@pytest.mark.parametrize(
    "jump", [acot(x), sign(x) + Rational(1, 9), floor(x) + Rational(1, 2), Piecewise((1, x > 0), (-1, True)), 1 / x]
)
def test_a_jump_is_no_change_of_sign(jump: Any) -> None:
    assert outcome(crossing(jump, x, "0.0")) is Outcome.UNDECIDED
    drawn = figure("a jump", x="x", y="y", variable=x, interval=(-1, Rational(3, 2)), curves={"y": jump})
    assert list(drawing(drawn).marks) == []


def test_a_curve_that_turns_back_is_not_refuted_by_its_ends() -> None:
    assert outcome(crossing(x**2 - Rational(1, 10**4), x, "0.0")) is Outcome.UNDECIDED
    assert outcome(crossing(x**2 + Rational(1, 10**4), x, "0.0")) is Outcome.REFUTED
    assert outcome(crossing(atan2(x, -1), x, "0.0")) is Outcome.UNDECIDED


def test_a_hole_is_no_zero() -> None:
    hole = (x**2 - 1) / (x - 1)
    assert outcome(on_interval(hole, ">", x, 0, 2)) is Outcome.UNDECIDED
    assert outcome(on_interval(hole, ">", x, 2, 3)) is Outcome.PROVED


def test_a_smaller_order_is_no_leading_term() -> None:
    with pytest.raises(ClaimError, match=r"nothing behaves as 0·p\^0"):
        leading(1 / (p + 1), p, 0, 0)
    assert outcome(order(1 / (p + 1), p, 0)) is Outcome.PROVED
    assert outcome(leading(1 / (p + 1), p, 0, 1)) is Outcome.REFUTED
    assert outcome(leading(-x, number("z", negative=True), 1, 1)) is Outcome.UNDECIDED


def test_a_leading_coefficient_that_may_be_zero_is_told_and_one_that_is_zero_leads_nothing() -> None:
    c = number("c", real=True)
    line = leading(c * p**2 + p, p, 2, c)
    told = judge(Reading("as printed", line))
    assert (told.outcome, told.evidence.conditions) == (Outcome.PROVED, ("c ≠ 0",))
    assert outcome(line, where=(sympy.Eq(c, 0),)) is Outcome.UNDECIDED
    assert outcome(line, (c, 0)) is Outcome.UNDECIDED
    held = judge(Reading("as printed", line, None, (c > 0,)))
    assert (held.outcome, held.evidence.conditions) == (Outcome.PROVED, ())


def test_a_figure_over_a_huge_range_ends() -> None:
    wide = figure("wide", x="x", y="y", variable=x, interval=(-(10**90), 10**90), curves={"y": exp(x)})
    assert drawing(wide).curves
    with pytest.raises(ClaimError, match="beyond"):
        figure("wider", x="x", y="y", variable=x, interval=(-(10**300), 10**300), curves={"y": exp(x)})


# --- exclusion --------------------------------------------------------------------------------------


def excluding(*equations: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Outcome:
    named = [Equation(str(k), lhs, sympy.sympify(rhs)) for k, (lhs, rhs) in enumerate(equations)]
    return outcome(contradiction(*named), where=where)


def test_a_solution_where_a_factor_vanishes_is_not_forgotten() -> None:
    assert excluding((w * u, w * v), (u - v, 1)) is Outcome.REFUTED
    assert excluding((p * u, p * v), (u - v, 1)) is Outcome.PROVED
    assert excluding((w * u, w * v), (u - v, 1), where=(sympy.Ne(w, 0),)) is Outcome.PROVED
    assert excluding((u / (x - y), 1), (x, y)) is Outcome.PROVED


def test_exclusion_by_squares_signs_and_conditions() -> None:
    assert excluding((x**2 + y**2, -1)) is Outcome.PROVED
    assert excluding((x**2, 2)) is Outcome.REFUTED
    assert excluding((x**2, 2), (x, 1)) is Outcome.PROVED
    assert excluding((p, -q)) is Outcome.PROVED
    assert excluding((x, 5), where=(x < 3,)) is Outcome.PROVED
    assert excluding((x, 5), where=(x < 3, x > 4)) is Outcome.UNDECIDED
    assert excluding((n, Rational(1, 2))) is Outcome.PROVED
    assert excluding((x + y + w, 1), (x - y, 2), (x * w, 0)) is Outcome.REFUTED


# --- what is refused --------------------------------------------------------------------------------

P = number("P", real=True)
REFUSED = {
    "two letters with one meaning": lambda: logic(sympy.And(*sympy.symbols("a b")), a="so", b="so"),
    "no letters in logic": lambda: logic(sympy.Not(sympy.false, evaluate=False)),
    "a comparison in logic": lambda: logic(sympy.Symbol("a") > 0, a="so"),
    "half an order": lambda: expands_to(exp(x), x, 1 + x, order=Rational(1, 2)),  # type: ignore[arg-type]
    "a ratio of zero": lambda: soft_ground_state(sympy.log(p), p, at=(0,)),
    "no ratio": lambda: soft_ground_state(sympy.log(p), p, at=()),
    "to solve for a number": lambda: solve_for(3, Equation("1", x, y)),  # type: ignore[arg-type]
    "a fourth component": lambda: cross((1, 2, 3, 4), triple(1, 2, 3)),  # type: ignore[arg-type]
    "two components": lambda: cross((1, 2), (3, 4)),  # type: ignore[arg-type]
    "shapes of matrices": lambda: entries_equal(sympy.ones(1, 4), sympy.ones(2, 2)),
    "a threshold outside": lambda: threshold(u * x - 1, x, 0, 1, "3", parameter=u, between=(0, 1)),
    "a pair twice": lambda: conserved(P, P**2, (x, P), (x, P), time=y),
    "no unit": lambda: approx(x, "1", unit=0),
    "no order of magnitude": lambda: order_of(x, "0"),
    "a float among the inputs": lambda: approx(x, "1", constants={x: 0.5}),  # type: ignore[dict-item]
    "no equation": lambda: contradiction(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(ClaimError) as error:
        REFUSED[name]()
    assert "\n" not in str(error.value)


def test_a_value_given_by_an_endless_sum_or_integral_is_admissible() -> None:
    k = sympy.Symbol("k", integer=True)
    for value in (sympy.Sum(1 / k**3, (k, 1, sympy.oo)), sympy.Integral(sympy.exp(-(x**2)), (x, 0, sympy.oo))):
        assert excluding((u, value), (v**2, 2 * v)) is not Outcome.PROVED
        assert excluding(((u - value) * (u - 2 * value), 0), (v, u)) is not Outcome.PROVED
        assert excluding((u**2, value**2), (v, 1)) is not Outcome.PROVED


# --- what symbols may be ----------------------------------------------------------------------------


def test_admitted_values() -> None:
    assert admits(r, sqrt(2)) is True
    assert admits(n, sqrt(2)) is None
    assert admits(r, -sqrt(2)) is False
    assert admits(x, sympy.zoo) is False
    assert admits(x, sympy.oo) is False
    k = sympy.Symbol("k", integer=True)
    for endless in (sympy.Sum(1 / k**3, (k, 1, sympy.oo)), sympy.Integral(sympy.exp(-(x**2)), (x, 0, sympy.oo))):
        assert admits(x, endless) is not False, "the end of a range is no part of the value"
    assert holds_over(sympy.And(x > 0, x < 2), {x: (Integer(1), Integer(3))}) is None
    assert holds_over(sympy.Or(x > 0, x < -5), {x: (Integer(1), Integer(3))}) is True


def test_what_a_scaled_symbol_reaches() -> None:
    negative = number("R", negative=True)
    from fractions import Fraction

    found = reach(r, negative, Fraction(-2), Fraction(3))
    assert found is not None
    assert (found.low, found.high, found.closed) == (-2, 0, (False, False))
    assert reach(r, number("R", real=True), Fraction(-2), Fraction(3)) is None
