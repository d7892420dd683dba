"""Conditions that say where a line holds: they define nothing for derivatives, and what is known at one place stands under no integral."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, Derivative, Eq, Expr, Integral, Sum

from tests.common.asking import stepped
from tests.soundness import steps
from tests.soundness.steps import given
from verify.claims import ClaimError, Paper, contradiction, differentiate, expands_to, follows_from, specialise, symbol
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

E, a, b, q, t, v, w = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "Eabqtvw")
R, r, s, k = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "Rrsk")
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True, positive=True)
PASS, OPEN = Result.PASS, Result.OPEN

AT_R = [
    [Eq(R, r)],
    [Eq(R - r, 0)],
    [Eq(R / r, 1)],
    [Eq(R**2, r**2)],
    [r <= R, r >= R],
    [Abs(R - r) <= 0],
    [Eq(R, s), Eq(s, r)],
]


@pytest.mark.parametrize("conditions", AT_R)
@pytest.mark.parametrize("slope", [k / R**2, -k / (2 * R**2)])
@pytest.mark.parametrize("move", [follows_from, lambda law: differentiate(law, r)])
def test_a_condition_is_not_put_in_before_a_derivative(paper: Paper, conditions: Any, slope: Any, move: Any) -> None:
    law = given(paper, w, k * r**2 / (2 * R**3))
    assert stepped(paper, (Derivative(w, r), slope), move(law), conditions).result is OPEN


def test_a_condition_on_what_is_held_constant(paper: Paper) -> None:
    law = given(paper, E, a * t**2 / 2 + b * t)
    for slope in (0, -a * t):
        assert stepped(paper, (Derivative(E, t), slope), follows_from(law), [Eq(b, -a * t)]).result is OPEN


def test_a_condition_that_a_premise_hands_on(paper: Paper) -> None:
    at_the_surface = steps.step(
        paper, (w, k / (2 * r)), follows_from(given(paper, w, k * r**2 / (2 * R**3))), [Eq(R, r)]
    )
    assert stepped(paper, (Derivative(w, r), -k / (2 * r**2)), follows_from(at_the_surface)).result is OPEN


def test_conditions_on_parameters_leave_slopes_alone(paper: Paper) -> None:
    parabola, square = given(paper, E, a * t**2), given(paper, w, k * r**2)
    assert stepped(paper, (Derivative(E, t), 4 * t), follows_from(parabola), [Eq(a, 2)]).result is PASS
    assert stepped(paper, (Derivative(w, r), 2 * k * R), follows_from(square), [Eq(R, r)]).result is PASS


@pytest.mark.parametrize("line", [(Integral(E, (v, 0, 1)), 4 * a), (Integral(E * v, (v, 0, 1)), 2 * a)])
def test_a_value_at_a_place_is_not_under_an_integral(paper: Paper, line: Any) -> None:
    law = given(paper, E, a * v**2)
    at_2 = steps.step(paper, (E, 4 * a), specialise(law, {v: 2}))
    for by in (follows_from(at_2), follows_from(specialise(law, {v: 2}))):
        with pytest.raises(ClaimError, match="expected another name for E"):
            stepped(paper, line, by)
    for by in (follows_from(at_2, given(paper, w, line[0])), follows_from(at_2, given(paper, w, line[0] * E / E))):
        with pytest.raises(ClaimError, match="expected another name for E"):
            stepped(paper, (w, line[1]), by)


def test_a_value_at_a_place_is_not_in_a_sum(paper: Paper) -> None:
    at_2 = steps.step(paper, (E, 4 * a), specialise(given(paper, E, a * n**2), {n: 2}))
    with pytest.raises(ClaimError, match="expected another name for E"):
        stepped(paper, (Sum(E, (n, 1, 3)), 12 * a), follows_from(at_2))


def test_a_value_at_a_place_by_another_name(paper: Paper) -> None:
    law, name = given(paper, E, a * v**2), given(paper, q, E)
    at_2 = steps.step(paper, (q * E, 16 * a**2), follows_from(specialise(law, {v: 2}), name))
    with pytest.raises(ClaimError, match="expected another name for q"):
        stepped(paper, (E * Integral(q, (v, 0, 1)), 16 * a**2), follows_from(at_2))


def test_a_value_that_is_known_under_a_condition(paper: Paper) -> None:
    at_2 = steps.step(paper, (E, 4 * a), follows_from(given(paper, E, a * v**2)), [Eq(v, 2)])
    total = given(paper, w, Integral(E, (v, 0, 1)))
    assert stepped(paper, (w, 4 * a), follows_from(at_2, total)).result is OPEN


def test_a_value_with_a_name_of_its_own_is_a_constant(paper: Paper) -> None:
    at_2 = steps.step(paper, (w, 4 * a), specialise(given(paper, E, a * v**2), {E: w, v: 2}))
    assert stepped(paper, (Integral(a * v**2 + w, (v, 0, 1)), a / 3 + 4 * a), follows_from(at_2)).result is PASS


def at(paper: Paper, number: int, how: str, name: Expr = E) -> Any:
    """The energy where v is the number, as a page may say so."""
    law = given(paper, name, a * v**2)
    line = (name, number**2 * a)
    if how == "specialised":
        return steps.step(paper, line, specialise(law, {v: number}))
    if how == "given":
        return steps.step(paper, line, follows_from(law, given(paper, v, number)))
    where = {"condition": [Eq(v, number)], "zero": [Eq(2 * v - 2 * number, 0)], "between": [v <= number, v >= number]}
    return steps.step(paper, line, follows_from(law), where[how])


@pytest.mark.parametrize("how", ["given", "condition", "zero", "between"])
@pytest.mark.parametrize("other", ["given", "condition", "specialised"])
def test_a_law_at_two_places(paper: Paper, how: str, other: str) -> None:
    lines = at(paper, 2, how), at(paper, 3, other)
    with pytest.raises(ClaimError, match=r"expected a(nother)? name"):
        stepped(paper, (a, 0), follows_from(*lines))
    with pytest.raises(ClaimError, match=r"expected a(nother)? name"):
        judge_claim(paper, paper.logic("last", contradiction(*lines), where="I", printed="as on the page"))


def test_a_place_that_is_given_and_a_name_for_the_other(paper: Paper) -> None:
    far = steps.step(paper, (w, 9 * a), specialise(given(paper, E, a * v**2), {v: 3, E: w}))
    assert stepped(paper, (9 * E, 4 * w), follows_from(at(paper, 2, "given"), far)).result is PASS
    motion = given(paper, v, q * t)
    assert stepped(paper, (q, 5), follows_from(specialise(motion, {t: 1}), given(paper, v, 5))).result is PASS


@pytest.mark.parametrize("side", [Integral(E, (v, 0, 1)), Derivative(E * v, v)])
def test_what_is_known_at_a_given_place_is_no_function(paper: Paper, side: Any) -> None:
    at_2 = at(paper, 2, "given")
    with pytest.raises(ClaimError, match="a single value"):
        stepped(paper, (side, 4 * a), follows_from(at_2))
    with pytest.raises(ClaimError, match="a single value"):
        stepped(paper, (w, 4 * a), follows_from(at_2, given(paper, w, side)))
    assert stepped(paper, (Derivative(E, a), 4), follows_from(at_2)).result is PASS


def test_what_is_known_at_a_given_place_is_not_expanded(paper: Paper) -> None:
    by = follows_from(at(paper, 2, "given"))
    line = paper.value("9", expands_to(E * v, v, 4 * a * v, order=1), by=by, where="I", printed="as on the page")
    with pytest.raises(ClaimError, match="a single value"):
        judge_claim(paper, line)
