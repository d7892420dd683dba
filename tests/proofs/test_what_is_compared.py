"""An order relation says nothing between numbers that are not real, although their difference may be: i + 1 > i."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import I, Limit, Piecewise, log, oo, sqrt

from tests.common.examples import examples
from verify.balls.expressions import compile_condition, environment
from verify.deciding.decide import decide
from verify.normal_form.signs import are_compared
from verify.orders.reach import holds_over
from verify.points.domain import Domain
from verify.solving.replacement import relation
from verify.verdicts import Outcome

x, y = sp.symbols("x y", real=True)
p = sp.Symbol("p", positive=True)
HIDDEN = [
    lambda e: I * (e**2 + 1),
    lambda e: sqrt(-(e**2) - 1),
    lambda e: log(-(e**2) - 1),
    lambda e: sp.asin(e**2 + 2),
]


def told(lhs: Any, rhs: Any, *where: Any, rel: str = "==") -> tuple[Outcome, tuple[str, ...]]:
    finding = decide(sp.sympify(lhs), sp.sympify(rhs), Domain.of(sp.sympify(lhs), sp.sympify(rhs), where), rel)
    return finding.outcome, finding.evidence.conditions


def cases(condition: Any) -> Any:
    return Piecewise((1, condition), (2, True), evaluate=False)


@settings(max_examples=examples(40))
@given(
    st.sampled_from(HIDDEN),
    st.sampled_from((sp.Gt, sp.Ge, sp.Lt, sp.Le)),
    st.integers(-3, 3).filter(bool),
    st.sampled_from((1, 2)),
    st.sampled_from(("==", "<=", ">=", "!=")),
)
def test_nothing_is_said_between_numbers_that_are_not_real(
    head: Any, order: Any, gap: int, value: int, rel: str
) -> None:
    condition = order(head(x) + gap, head(x), evaluate=False)
    assert told(cases(condition), value, rel=rel)[0] is Outcome.UNDECIDED
    assert told(Limit(cases(condition), x, oo), value)[0] is Outcome.UNDECIDED


@pytest.mark.parametrize("value", [1, 2])
@pytest.mark.parametrize(
    ("condition", "where"),
    [(sqrt(x) > 2, x < 0), (log(x) > -2, x < 0), (sqrt(x) + 1 > sqrt(x), x < 0), (sqrt(x - y) > 0, x < y)],
    ids=str,
)
def test_what_sympy_refuses_to_compare_is_left_open(condition: Any, where: Any, value: int) -> None:
    assert told(cases(condition), value, where)[0] is Outcome.UNDECIDED
    assert told(cases(condition), cases(condition), where)[0] is Outcome.UNDECIDED


def test_what_is_compared_must_be_real() -> None:
    assert told(cases(sqrt(x) > 2), cases(sqrt(x) > 2)) == (Outcome.PROVED, ("sqrt(x) real",))
    assert told(cases(sqrt(p) > 2), cases(sqrt(p) > 2)) == (Outcome.PROVED, ())
    assert told(cases(sqrt(p) + 1 > sqrt(p)), 1) == (Outcome.PROVED, ())
    assert told(cases(1 / x > 2), 1)[0] is Outcome.REFUTED


def test_of_a_relation() -> None:
    hidden = sp.Gt(sqrt(x) + 1, sqrt(x), evaluate=False)
    assert relation(">", *hidden.args) != sp.true
    assert relation(">", sqrt(p) + 1, sqrt(p)) == sp.true
    assert not are_compared(hidden)
    assert are_compared(sp.Ne(I * x, 1, evaluate=False))
    assert holds_over(hidden, {x: (sp.Integer(1), sp.Integer(2))}) is True
    assert holds_over(sp.Gt(sqrt(x) + 1, sqrt(x), evaluate=False), {x: (sp.Integer(-2), sp.Integer(-1))}) is None


def test_of_balls() -> None:
    test = compile_condition(sp.Gt(sqrt(x) + 1, sqrt(x), evaluate=False))
    assert test(environment({x: sp.Integer(2)})) is True
    assert test(environment({x: sp.Integer(-2)})) is None
