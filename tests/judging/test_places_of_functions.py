"""What definitions of functions need where the functions stand, and at which values laws about them hold."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
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
    Sum,
    atan,
    cos,
    cot,
    exp,
    floor,
    gamma,
    log,
    pi,
    sign,
    sqrt,
    tan,
)

from tests.common.examples import examples
from tests.soundness.stating import number
from verify import units
from verify.claims import Paper, UnitSystem, equal, follows_from, function, less
from verify.judging.judge import judge_claim
from verify.judging.verdict_on import judge
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
x, y, z, t, a, b, c = (number(name, real=True) for name in "xyztabc")
n = number("n", integer=True, positive=True)
f, g, h = (function(name, name, "a function", units.DIMENSIONLESS, variables=(x,), real=True) for name in "fgh")
p = function("p", "p", "a function", units.DIMENSIONLESS, variables=(x,), positive=True)
E = function("E", "E", "of two", units.DIMENSIONLESS, variables=(x, y), real=True)
CLIPPED = (E(x, y), Max(x, 0) / Max(y, 0))


def found(says: Any, *premises: tuple[Any, Any], where: tuple[Any, ...] = ()) -> tuple[Outcome, tuple[str, ...]]:
    equations = [Equation(str(k), lhs, sympy.sympify(rhs)) for k, (lhs, rhs) in enumerate(premises)]
    verdict = judge(Reading("as printed", tuple(says), follows_from(*equations), where))
    return verdict.outcome, verdict.evidence.conditions


NO_VALUE_THERE = [
    (equal(f(g(2)), 0), (f(x), 1 / x), (g(x), 1 / (x - 2))),
    (equal(f(0), 0), (f(x), 1 / log(x))),
    (equal(f(0), 0), (f(x), 1 / (1 + 1 / x))),
    (equal(f(0), 0), (f(x), 1 / gamma(x))),
    (equal(f(0), 0), (f(x), 1 / (2 + cot(x)))),
    (equal(f(pi / 2), 0), (f(x), 1 / (1 + tan(x)))),
    (equal(f(f(f(2))), Rational(1, 2)), (f(x), 1 / (2 - x))),
    (equal(f(c), 0), (f(x), 1 / (1 + 1 / (x - c)))),
    (less(f(0), 1), (f(x), 1 / (1 + 1 / x))),
    (equal(Integral(f(0) * z, (z, 0, 1)), 0), (f(x), 1 / (1 + 1 / x))),
    (equal(Limit(f(0) * z, z, 1), 0), (f(x), 1 / (1 + 1 / x))),
    (equal(a, b), (f(x), 1 / (1 + 1 / x)), (a, b + f(0))),
    (equal(b * f(0), 0), (f(x), 1 / x), (b, 0)),
    (equal(E(b, b), 1), (E(x, y), x / y), (b, 0)),
    (equal(Subs(Derivative(f(x), x), x, g(2)), 0), (f(x), 1 / x), (g(x), 1 / (x - 2))),
    (equal(f(-1) ** 2, -1), (f(x), sqrt(x))),
    (equal(Integral(E(z, z), (z, -1, 1)), 2), CLIPPED),
    (equal(Sum(E(n, n), (n, 1, 3)), 3), (E(x, y), (x - 1) / (y - 1))),
    (equal(Limit(E(z, z), z, -1), 1), CLIPPED),
]


@pytest.mark.parametrize("case", NO_VALUE_THERE, ids=str)
def test_a_definition_is_asked_as_it_is_written(case: Any) -> None:
    says, *premises = case
    assert found(says, *premises)[0] is UNDECIDED


@pytest.mark.parametrize(("says", "premises", "told"), [
    (equal(f(c), 0), [(f(x), (x - c) / (Abs(x) + x))], "c + |c| ≠ 0"),
    (equal(E(t, t), 0), [(E(x, y), (x - y) / floor(x))], "floor(t) ≠ 0"),
    (equal(E(t, t), 1), [CLIPPED], "Max(0, t) ≠ 0"),
    (equal(Derivative(t * E(t, t), t), 1), [CLIPPED], "Max(0, t) ≠ 0"),
    (equal(E(a, a), 1), [(E(x, y), f(x) / f(y))], "f(a) ≠ 0"),
    (equal(E(b, b), 1), [(E(x, y), x / y)], "b ≠ 0"),
    (equal(f(t) + Abs(t), f(t) + t), [(f(x), sqrt(x))], "t ≥ 0"),
    (equal(exp(f(t)), t), [(f(x), log(x))], "t > 0"),
    (equal(Abs(t), p(t)), [(p(x), x)], "t > 0"),
    (equal(Derivative(f(x), x), -1 / (1 + x**2)), [(f(x), atan(1 / x))], "x ≠ 0"),
    (equal(Derivative(f(x), x), 2 * x), [(Derivative(f(x), x) / x, 2)], "x ≠ 0"),
    (equal(f(x), h(x) * (x - a)), [(h(x), f(x) / (x - a))], "a - x ≠ 0"),
    (equal(f(x), x + 1), [(f(x), (x**2 - 1) / (x - 1))], "x - 1 ≠ 0"),
], ids=str)  # fmt: skip
def test_what_is_not_certainly_met_is_told(says: Any, premises: Any, told: str) -> None:
    assert found(says, *premises) == (PROVED, (told,))


def test_conditions_under_which_a_function_has_no_value_leave_its_line_open() -> None:
    assert found(equal(f(c), 0), (f(x), (x - c) / (Abs(x) + x)), where=(c < 0,))[0] is UNDECIDED
    assert found(equal(f(t) + Abs(t), f(t) + t), (f(x), sqrt(x)), where=(t < 0,))[0] is UNDECIDED


@pytest.mark.parametrize("case", [
    (equal(f(2), Rational(1, 2)), (f(x), 1 / x)),
    (equal(f(x) + 1, 1 / x + 1), (f(x), 1 / x)),
    (equal(f(1), 1 / b), (f(x), x / b)),
    (equal(g(2), 5), (f(x), x**2), (g(x), f(x) + 1)),
    (equal(Derivative(f(x), x), 2 * x), (f(x), x**2)),
], ids=str)  # fmt: skip
def test_what_is_certain_or_printed_or_alike_at_every_place_is_not_told(case: Any) -> None:
    says, *premises = case
    assert found(says, *premises) == (PROVED, ())


def test_a_refutation_is_one_where_the_functions_have_values() -> None:
    halves = ((f(x), (x - c) / (Abs(x) + x)), (g(x), 2 * f(x)))
    assert found(equal(g(c), 1), *halves)[0] is REFUTED
    assert found(equal(g(c), 1), *halves, where=(c < 0,))[0] is UNDECIDED


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=3), st.integers(-3, 3), st.booleans())
@settings(max_examples=examples(40), deadline=None)
def test_a_rational_function_has_a_value_where_no_divisor_vanishes(poles: list[int], k: int, inside: bool) -> None:
    """1/(1 + Σ 1/(x - r)) is computed to be 0 at each r, where it has no value."""
    together = sympy.Add(1, *(1 / (x - r) for r in poles))
    body = 1 / together if inside else together
    at_k = None if k in poles else sympy.Add(1, *(Rational(1, k - r) for r in poles))
    if at_k is None or (inside and at_k == 0):
        assert found(equal(b * f(k), 0), (f(x), body), (b, 0))[0] is UNDECIDED
    else:
        value = 1 / at_k if inside else at_k
        assert found(equal(f(k), value), (f(x), body)) == (PROVED, ())
        assert found(equal(f(k), value + 1), (f(x), body))[0] is not PROVED


def chain(*lines: Any) -> list[Outcome]:
    """Premises as pairs of sides, and claims as statements with the numbers of the lines that they follow from."""
    paper = Paper(id="p", title="t", citation="c", units=UnitSystem.SI, sections=("I",))
    made: list[Any] = []
    outcomes = []
    for k, (first, second) in enumerate(lines):
        if isinstance(second, list):
            by = follows_from(*(made[j - 1] for j in second))
            made.append(paper.claim(str(k), first, where="I", printed="w", by=by))
            outcomes.append(judge_claim(paper, made[-1]).readings[0].outcome)
        else:
            made.append(paper.given(str(k), where="I", printed="w", lhs=first, rhs=sympy.sympify(second)))
    return outcomes


SLOPE = Derivative(f(x), x)


@pytest.mark.parametrize("lines", [
    [(f(x), atan(1 / x)), (equal(SLOPE, -1 / (1 + x**2)), [1]), (equal(f(1) - f(-1), -pi / 2), [2])],
    [(SLOPE / x, 2), (equal(SLOPE, 2 * x), [1]), (f(1), 1), (equal(f(-3), 9), [2, 3])],
    [(h(x), f(x) / (x - a)), (equal(f(x), h(x) * (x - a)), [1]), (f(x), cos(x)), (equal(f(a), 0), [2])],
    [(h(x), f(x) / x), (equal(f(x), x * h(x)), [1]), (equal(f(0), 0), [2])],
    [(h(x), f(x) / g(x)), (equal(f(x), g(x) * h(x)), [1]), (g(0), 0), (equal(f(0), 0), [2, 3])],
    [(f(x), (x**2 - 1) / (x - 1)), (equal(f(x), x + 1), [1]), (equal(f(1), 2), [2])],
], ids=str)  # fmt: skip
def test_a_line_is_no_law_where_its_premises_say_nothing(lines: Any) -> None:
    assert chain(*lines) == [PROVED, UNDECIDED]


@pytest.mark.parametrize("body", [Abs(x) / x, sign(x), Heaviside(x)], ids=str)
def test_what_may_jump_is_not_constant(body: Any) -> None:
    """Its slope is zero where it has one, which says nothing of two places."""
    lines = [(f(x), body), (equal(SLOPE, 0), [1]), (equal(f(1), f(-1)), [2])]
    assert chain(*lines) == [UNDECIDED, UNDECIDED]


def test_a_line_is_a_law_where_its_premises_are_defined_throughout() -> None:
    square = [(f(x), x**2), (equal(SLOPE, 2 * x), [1]), (f(0), 0), (equal(f(2), 4), [2, 3])]
    assert chain(*square) == [PROVED, PROVED]
    assert chain((f(x), 1 / (1 + x**2)), (equal(f(x) * (1 + x**2), 1), [1])) == [PROVED]


def test_definitions_that_lead_back_by_way_of_others() -> None:
    """f = g, g = h and h = f + c: the last one defines nothing, and is a premise as any other."""
    circle = [(f(x), g(x)), (g(x), h(x))]
    assert found(equal(f(1), h(1)), *circle, (h(x), f(x))) == (PROVED, ())
    assert found(equal(f(1), 2 * h(1)), *circle, (h(x), f(x)))[0] is UNDECIDED
    assert found(equal(f(1), 7), *circle, (h(x), f(x) + 1))[0] is UNDECIDED
