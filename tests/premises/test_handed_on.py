"""Conditions of premises that meet those of the reading, premises that are left out, and members of a chain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import sympy
from sympy import Abs, Eq, Integral, Max, Min

from verify.claims import (
    Claim,
    ClaimError,
    Paper,
    UnitSystem,
    add,
    compare_coefficients,
    differentiate,
    follows_from,
    multiply,
    substitute,
    symbol,
)
from verify.deciding.settings import Settings
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import ClaimAudit, Result

a, b, c, d, k, m, p, q, r, u, v, w, z = (
    symbol(name, name, "a number", DIMENSIONLESS, real=True) for name in "abcdkmpqruvwz"
)


@pytest.fixture
def paper() -> Paper:
    return Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))


def given(paper: Paper, lhs: Any, rhs: Any) -> Claim:
    return paper.given(f"{len(paper.claims)}", where="I", printed="words", lhs=lhs, rhs=rhs)


def step(paper: Paper, lhs: Any, rhs: Any, by: Any, conditions: Sequence[Any] = ()) -> Claim:
    label = f"{len(paper.claims)}"
    return paper.step(label, where="I", printed="words", lhs=lhs, rhs=rhs, by=by, conditions=conditions)


def judged(paper: Paper, claim: Claim) -> ClaimAudit:
    return judge_claim(paper, claim, Settings(0))


# --- two halves of an equation


def test_a_half_that_meets_that_of_the_reading_is_told(paper: Paper) -> None:
    """q = u holds for u ≥ 0 only; for u ≤ 0 it holds at 0 alone."""
    first = given(paper, q, Abs(u))
    second = step(paper, q, u, follows_from(first), [u >= 0])
    found = judged(paper, step(paper, q + k, u + k, follows_from(second), [u <= 0]))
    assert found.result is Result.PASS_IF
    assert "u ≥ 0" in (found.literal.condition or "")


def test_halves_of_two_premises_are_told(paper: Paper) -> None:
    larger, smaller = given(paper, q, Max(u, v)), given(paper, r, Min(u, v))
    one = step(paper, q, v, follows_from(larger), [u <= v])
    other = step(paper, r, v, follows_from(smaller), [u >= v])
    found = judged(paper, step(paper, q + r, 2 * v, follows_from(one, other)))
    assert found.result is Result.PASS_IF
    assert "u ≤ v and u ≥ v" in (found.literal.condition or "")


@pytest.mark.parametrize("conditions", [[u <= v, u >= v], [Eq(u, v)], [Eq(u, 3), v <= 3, v >= 3]])
def test_both_halves_of_one_premise_are_told(paper: Paper, conditions: list[Any]) -> None:
    first = given(paper, q, u)
    second = step(paper, q, v, follows_from(first), conditions)
    assert judged(paper, step(paper, 2 * q, 2 * v, follows_from(second))).result is Result.PASS_IF


def test_what_the_reading_states_itself_is_not_told_again(paper: Paper) -> None:
    first = given(paper, q, u)
    second = step(paper, q, v, follows_from(first), [u <= v, u >= v])
    assert judged(paper, step(paper, 2 * q, 2 * v, follows_from(second), [Eq(u, v)])).result is Result.PASS
    assert judged(paper, step(paper, 3 * q, 3 * v, follows_from(second), [u >= v, u <= v])).result is Result.PASS


def test_a_premise_is_used_where_its_half_is(paper: Paper) -> None:
    """Of q = |u| with q = u for u ≥ 0 and q = −u for u ≤ 0 follows q = 0 where both hold."""
    first = given(paper, q, Abs(u))
    right = step(paper, q, u, follows_from(first), [u >= 0])
    left = step(paper, q, -u, follows_from(first), [u <= 0])
    assert judged(paper, step(paper, q, 0, follows_from(right, left))).result is Result.PASS_IF


# --- premises that are left out


def test_what_is_left_out_refutes_nothing(paper: Paper) -> None:
    """m v = b v for every v gives m = b, whatever else names m v."""
    law, name = given(paper, m * v, b * v), given(paper, p, m * v)
    line = step(paper, m + p, b + b * v, follows_from(differentiate(law, v, general=True), name))
    assert judged(paper, line).result is not Result.FAIL


@pytest.mark.parametrize(
    "moved",
    [lambda e, f: multiply(e, c), lambda e, f: add(e, f), lambda e, f: add(e, e)],
    ids=["times", "sum", "twice"],
)
def test_a_law_under_another_move_refutes_nothing(paper: Paper, moved: Any) -> None:
    law, other = given(paper, a * v, b * v), given(paper, d * v, d * v + v - v * z / z)
    line = step(paper, a, b, differentiate(moved(law, other), v, general=True))
    assert judged(paper, line).result is not Result.FAIL


def test_what_was_put_into_a_law_is_known_beside_its_coefficients(paper: Paper) -> None:
    law, value = given(paper, m * v, z * v), given(paper, z, k)
    line = step(paper, m, z, compare_coefficients(substitute(value, into=law), v, general=True))
    assert judged(paper, line).result is Result.PASS
    false = step(paper, m, 2 * z, compare_coefficients(substitute(value, into=law), v, general=True))
    assert judged(paper, false).result is Result.FAIL


# --- members of a chain


def test_the_ends_of_a_chain_need_what_is_between_them(paper: Paper) -> None:
    x = sympy.Dummy("x", real=True)
    through = given(paper, q, (w / k, z))
    assert judged(paper, step(paper, q, z, follows_from(through.ends))).literal.condition == "k ≠ 0"
    beyond = given(paper, r, (w * Integral(x**k, (x, 0, 1)), z))
    with pytest.raises(ClaimError, match="exists"):
        judged(paper, step(paper, r, z, follows_from(beyond.ends)))
