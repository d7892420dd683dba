"""What premises and conditions tie to the variable of a sign is no constant under it, whatever the kind of the statement."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Integral, Limit, Product, Subs, Sum, Symbol, log

from tests.common.asking import judged, read
from tests.common.examples import examples
from tests.soundness import steps
from verify.claims import (
    Paper,
    UnitSystem,
    approx,
    as_functions_of,
    contradiction,
    crossing,
    equal,
    expands_to,
    follows_from,
    function,
    greater,
    leading,
    symbol,
)
from verify.judging.judge import judge_claim
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome, Result
from verify.vocabulary.moves import Equation

A, B, U, a, b, c, t, v, w, x = (
    symbol(name, name, name, DIMENSIONLESS, real=True) for name in ("A", "B", "U", "a", "b", "c", "t", "v", "w", "x")
)
k = symbol("k", "k", "k", DIMENSIONLESS, integer=True)
V, T, p, n = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in ("V", "T", "p", "n"))
g = function("g", "g", "g", DIMENSIONLESS, real=True)
PASS, OPEN = Result.PASS, Result.OPEN


def outcome(says: Any, *premises: tuple[Any, Any], where: tuple[Any, ...] = ()) -> Outcome:
    equations = (Equation(str(place), *sides) for place, sides in enumerate(premises, 1))
    return judge(read(says, by=follows_from(*equations) if premises else None, where=where)).outcome


SIGNS = [
    Integral(A, (x, 0, 1)),
    Integral(A * x, (x, 0, x)),
    Derivative(x * A, x),
    Derivative(A, x),
    Limit(A, x, 2),
    Subs(A, x, 2),
]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("number", ["0", "1.0", "2.0", "4.0", "12"])
def test_no_number_is_read_of_what_is_tied(sign: Any, number: str) -> None:
    assert outcome(approx(sign, number), (A, x**2), (x, 2)) is Outcome.UNDECIDED


@pytest.mark.parametrize("sign", [Sum(A, (k, 1, 4)), Product(A, (k, 1, 4))])
def test_nor_under_sums_and_products(sign: Any) -> None:
    assert outcome(approx(sign, "4.0"), (A, k), (k, 1)) is Outcome.UNDECIDED


def test_what_nothing_ties_is_a_constant() -> None:
    assert outcome(approx(Integral(A * t, (t, 0, 1)), "0.50"), (A, 1)) is Outcome.PROVED
    assert outcome(approx(Derivative(b * x**2, x), "2.0"), (x, 1), (b, 1)) is Outcome.PROVED
    assert outcome(approx(Derivative(b * x**2, x), "3.0"), (x, 1), (b, 1)) is Outcome.REFUTED
    assert outcome(equal(Derivative(b * x**2, x), 2), (x, 1), (b, 1)) is Outcome.PROVED
    assert outcome(as_functions_of(equal(x * Integral(A, (t, 0, 1)), x * b**2), x), (A, b**2)) is Outcome.PROVED
    assert outcome(greater(B, b), (A, b), where=(Integral(A, (t, 0, 1)) < B,)) is Outcome.PROVED


@pytest.mark.parametrize(
    ("says", "premises"),
    [
        (as_functions_of(equal(x * Integral(A, (t, 0, 1)), x * t**2), x), [(A, t**2)]),
        (expands_to(x * Integral(A, (t, 0, 1)), x, t * x, order=2), [(A, t)]),
        (leading(x * Integral(A, (t, 0, 1)), x, 1, 1), [(A, t), (t, 1)]),
        (crossing(Integral(A, (x, 0, x)), x, "4.0"), [(A, x**2 - 4 * x)]),
    ],
)
def test_other_kinds_ask_as_well(says: Any, premises: Any) -> None:
    assert outcome(says, *premises) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "lines",
    [
        [(Derivative(A, t), 0), (A, t**2), (t, 1)],
        [(w, Derivative(a * v, v)), (a, 2 * v), (w, 4), (v, 1)],
        [(w, Integral(A, (t, 0, 1))), (A, t), (w, 2), (t, 2)],
    ],
)
def test_what_is_tied_excludes_nothing_and_holds_with_nothing(lines: Any) -> None:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    says = contradiction(*(steps.given(paper, *line) for line in lines))
    assert judge_claim(paper, paper.claim("c", says, where="I", printed="words")).result is OPEN


def test_a_derivation_of_one_excluded_line_holds_nothing_constant() -> None:
    """From w = ∫ A dx and A held constant follows w = A; with A = x this excludes no w = 1/2 at x = 2."""
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    constant = steps.step(paper, (w, A), follows_from(steps.given(paper, w, Integral(A, (x, 0, 1)))))
    others = [steps.given(paper, *line) for line in [(A, x), (w, 2), (x, 2)]]
    says = contradiction(constant, *others)
    assert judge_claim(paper, paper.claim("c", says, where="I", printed="words")).result is OPEN


@pytest.mark.parametrize(
    ("says", "premises", "where"),
    [
        (greater(B, t), [(A, t)], Integral(A, (t, 0, 1)) < B),
        (greater(B, 5), [(A, t**2), (t, 3)], Derivative(A, t) < B),
        (equal(B, t), [(A, t)], Eq(B, Integral(A, (t, 0, 1)))),
        (greater(B, t), [(A, t)], Subs(A, t, 2) < B),
        (greater(B, t), [(A, t)], Limit(A, t, 2) < B),
    ],
)
def test_signs_in_conditions(says: Any, premises: Any, where: Any) -> None:
    assert outcome(says, *premises, where=(where,)) is Outcome.UNDECIDED


@pytest.mark.parametrize("line", [(Subs(A, x, 2), 4), (Subs(A, x, 2), x**2), (Limit(A, x, 2), x**2)])
def test_places(line: Any) -> None:
    assert judged(line, [(A, x**2)]).result is OPEN


def test_a_function_is_not_held_constant_at_a_place() -> None:
    assert judged((Subs(A, x, 2), g(x)), [(A, g(x))]).result is OPEN


@settings(max_examples=examples(20), deadline=None)
@given(st.permutations("abcde"), st.booleans())
def test_the_order_of_names_decides_nothing(names: list[str], swapped: bool) -> None:
    """U = c T and p V = n T: dU/dV is one thing at constant p, another at constant T."""
    C, E, P, M, W = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in names)
    tie = (M * E, P * W) if swapped else (P * W, M * E)
    for line in (0, C * P / M):
        assert judged((Derivative(A, W), line), [(A, C * E), tie]).result is OPEN


@pytest.mark.parametrize(("one", "other"), [(a, b), (b, a)])
def test_nor_does_it_where_a_sum_is_tied(one: Any, other: Any) -> None:
    for says in (x**2 - one, x**2 - other, one, other):
        assert judged((Derivative(A, x), says), [(A, x * one), (one + other, x**2)]).result is OPEN


def test_what_is_defined_through_the_variable_may_stand_in_other_lines() -> None:
    assert judged((Derivative(A, v), p * v), [(A, p * v**2 / 2)]).result is PASS
    assert judged((Derivative(A, v), B), [(A, p * v**2 / 2), (B, p * v)]).result is PASS
    assert judged((Derivative(A, v), 3 * n * v), [(A, B * v**2 / 2), (B, 3 * n)]).result is PASS


@pytest.mark.parametrize("line", [(Derivative(A, p), -A / p), (Integral(A, (p, 1, 2)), a * log(2))])
def test_a_law_behind_a_name_is_a_law(line: Any) -> None:
    """With p g(p) = a for every p the slope of g is -g/p, and A is but a name for g."""
    assert judged(line, [(A, g(p)), (p * g(p), a)]).result is OPEN


def test_no_letter_of_sympy_is_needed() -> None:
    """Bound variables are compared by name: an x of other assumptions is the same letter."""
    other = Symbol("x", positive=True)
    assert judged((Integral(A, (other, 0, 1)), x), [(A, x)]).result is OPEN
