"""What lines behind a premise need goes with it: where a line is no longer known it proves nothing, and refutes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, Derivative, Heaviside, Integer, Integral, Max, cos, cot, exp, log, sign, sin, sqrt, tan

from verify.claims import Claim, Paper, UnitSystem, equal, follows_from, function, specialise, symbol
from verify.judging.inheritance import inherit
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

x, t, u, v, w = (symbol(name, name, "a number", DIMENSIONLESS, real=True) for name in "xtuvw")
f = function("f", "f", "a function", DIMENSIONLESS, variables=(x,), real=True)
rising = function("p", "p", "a positive function", DIMENSIONLESS, variables=(x,), positive=True)
falling = function("n", "n", "a negative function", DIMENSIONLESS, variables=(x,), negative=True)
OPEN, PASS, PASS_IF, FAIL = Result.OPEN, Result.PASS, Result.PASS_IF, Result.FAIL


@pytest.fixture
def paper() -> Paper:
    return Paper(id="behind", title="t", citation="c", units=UnitSystem.SI, sections=("I",))


def given(paper: Paper, label: str, lhs: Any, rhs: Any) -> Claim:
    return paper.given(label, where="I", printed="words", lhs=lhs, rhs=rhs)


def step(paper: Paper, label: str, lhs: Any, rhs: Any, *premises: Any, conditions: Any = ()) -> Claim:
    by = premises[0] if len(premises) == 1 and not isinstance(premises[0], Claim) else follows_from(*premises)
    return paper.step(label, where="I", printed="words", lhs=lhs, rhs=rhs, by=by, conditions=conditions)


def result(paper: Paper, line: Claim) -> Result:
    return judge_claim(paper, line).result


BECOMES_A_LAW = [
    ((x**2 - 1) / (x - 1), x + 1, 1),
    (x * (1 + 1 / x), x + 1, 0),
    (Derivative(Abs(x), x), sign(x), 0),
    (cot(x) * tan(x), Integer(1), 0),
    (Derivative(log(x), x) * x, Integer(1), 0),
]


@pytest.mark.parametrize(("made_of", "value", "place"), BECOMES_A_LAW, ids=str)
def test_a_name_that_becomes_a_law(paper: Paper, made_of: Any, value: Any, place: int) -> None:
    """f(x) = u says nothing of f where what u was made of has no value, whatever is printed in between."""
    made, name = given(paper, "1", u, made_of), given(paper, "3", f(x), u)
    short = step(paper, "2", u, value, made)
    law = step(paper, "4", f(x), value, short, name)
    assert result(paper, short) in (PASS, PASS_IF)
    assert result(paper, law) in (PASS, PASS_IF)
    assert result(paper, step(paper, "5", f(place), value.subs(x, place), law)) is OPEN


def test_a_name_that_becomes_a_law_of_every_number(paper: Paper) -> None:
    made, name = given(paper, "1", u, exp(x) * exp(x)), given(paper, "3", f(x), u)
    law = step(paper, "4", f(x), exp(2 * x), step(paper, "2", u, exp(2 * x), made), name)
    assert result(paper, law) is PASS
    assert result(paper, step(paper, "5", f(0), Integer(1), law)) is PASS


TRUE_WHERE_KNOWN = [
    ((u, Derivative(Abs(x), x)), (u, sign(x)), (u**2, Integer(1))),
    ((u, Derivative(Max(x, 0), x)), (u, Heaviside(x)), (u**2, u)),
    ((rising(x), x), (rising(t), Abs(t)), (rising(t), t)),
    ((rising(x), x), (rising(t) ** 2, t**2), (rising(t), t)),
    ((f(x), sqrt(x)), (f(t), sqrt(Abs(t))), (f(t) ** 2, t)),
]


@pytest.mark.parametrize(("first", "second", "third"), TRUE_WHERE_KNOWN, ids=str)
def test_nothing_is_refuted_where_a_line_behind_has_no_value(paper: Paper, first: Any, second: Any, third: Any) -> None:
    line = step(paper, "2", *second, given(paper, "1", *first))
    assert result(paper, line) is PASS_IF
    assert result(paper, step(paper, "3", *third, line)) is PASS_IF
    assert result(paper, step(paper, "4", third[0] + 1, third[1], line)) is FAIL


def test_two_lines_that_are_known_at_no_common_point(paper: Paper) -> None:
    up = step(paper, "3", rising(t), Abs(t), given(paper, "1", rising(x), x))
    down = step(paper, "4", falling(t), -Abs(t), given(paper, "2", falling(x), x))
    assert result(paper, step(paper, "5", rising(t) + falling(t), Integer(0), up, down)) is OPEN
    assert result(paper, step(paper, "7", rising(t), Integer(1), up, given(paper, "6", t, Integer(-1)))) is OPEN
    slope = step(paper, "9", u, sign(x), given(paper, "8", u, Derivative(Abs(x), x)))
    assert result(paper, step(paper, "10", u, Integer(0), slope, given(paper, "x", x, Integer(0)))) is OPEN


def test_two_statements_that_hold_at_no_common_point(paper: Paper) -> None:
    law = given(paper, "1", f(x), sqrt(x))
    both = paper.claim(
        "2", equal(f(t) ** 2, t), equal(f(-1 - t) ** 2, -1 - t), where="I", printed="words", by=follows_from(law)
    )
    assert result(paper, both) is OPEN
    some = paper.claim(
        "3", equal(f(t) ** 2, t), equal(f(1 - t) ** 2, 1 - t), where="I", printed="words", by=follows_from(law)
    )
    assert result(paper, some) is PASS_IF


def test_what_a_function_between_needs(paper: Paper) -> None:
    """With f real, u = f(x)² = x says x ≥ 0, which u = x alone does not."""
    line = step(paper, "3", u, x, given(paper, "1", f(x), sqrt(x)), given(paper, "2", u, f(x) ** 2))
    assert result(paper, line) is PASS
    assert result(paper, step(paper, "5", u, Integer(-2), line, given(paper, "4", x, Integer(-2)))) is OPEN
    assert result(paper, step(paper, "7", u, Integer(2), line, given(paper, "6", x, Integer(2)))) is PASS


def test_a_place_of_a_law_needs_nothing_of_its_variable(paper: Paper) -> None:
    law = given(paper, "1", f(x), 1 / x)
    assert result(paper, step(paper, "2", f(2), Integer(1) / 2, law)) is PASS
    assert (
        result(
            paper, step(paper, "4", v, 2 * f(2), given(paper, "3", v, 1), step(paper, "5", f(2), Integer(1) / 2, law))
        )
        is PASS
    )


def test_a_constant_left_out_is_used_as_it_stands(paper: Paper) -> None:
    first = given(paper, "1", u, Integral(sin(x), x))
    second = step(paper, "2", u, -cos(x), first)
    third = step(paper, "3", u**2, cos(x) ** 2, second)
    found = inherit([judge_claim(paper, claim) for claim in (first, second, third)])
    assert found["2"].decisive.evidence.conditions == ("a constant of integration is added",)
    assert [need.condition for need in found["3"].inherits] == ["the constant of integration that (2) leaves out is 0"]


def test_a_special_case_is_asked_where_it_is_made(paper: Paper) -> None:
    slope = step(paper, "2", u, sign(x), given(paper, "1", u, Derivative(Abs(x), x)))
    assert result(paper, step(paper, "3", u, Integer(1), specialise(slope, {x: Integer(2)}))) in (PASS, PASS_IF)
    assert result(paper, step(paper, "4", w, u, given(paper, "5", w, sign(x)), slope)) is PASS_IF


def test_conditions_behind_are_not_told_and_close_nothing(paper: Paper) -> None:
    """(1) w = k/a has no value at a = 0, and that need not be said of each line that rests on it."""
    one = given(paper, "1", w, t / v)
    two = step(paper, "2", v * w, t, one)
    for number, (lhs, rhs) in enumerate([(w, t / v), (v**2 * w**2, t**2), (u * v * w, u * t)]):
        line = step(paper, f"3.{number}", lhs, rhs, two)
        assert judge_claim(paper, line).literal.evidence.conditions == ()
        assert result(paper, line) is PASS
    assert result(paper, step(paper, "4", v * w, 2 * t, two)) is FAIL
    law = step(paper, "6", v * f(x), t * x, given(paper, "5", f(x), t * x / v))
    assert result(paper, step(paper, "7", f(x), t * x / v, law)) in (PASS, PASS_IF)
    assert result(paper, step(paper, "8", v * f(x) ** 2, t * x * f(x), law)) is PASS
