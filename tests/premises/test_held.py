"""What a line of a derivation held constant stays so further on, whoever brings in what it depends on."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Derivative, Eq, Integral, Limit, Product, Rational, Sum

from tests.common.asking import stepped
from tests.soundness.steps import given, step
from verify.claims import Paper, UnitSystem, follows_from, function, specialise, substitute, symbol
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

A, B, F, G, H, Q, W = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "ABFGHQW")
b, l, m, p, v, w, x = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "blmpvwx")  # noqa: E741 - a length
R, q, r = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "Rqr")
k = symbol("k", "k", "k", DIMENSIONLESS, integer=True)
f = function("f", "f", "f", DIMENSIONLESS, variables=(H,), real=True)
g = function("g", "g", "g", DIMENSIONLESS, real=True)
E = function("E", "E", "E", DIMENSIONLESS, variables=(r,), real=True)
PASS, FAIL, OPEN = Result.PASS, Result.FAIL, Result.OPEN


@pytest.fixture
def paper() -> Paper:
    return Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))


SIGNS = [
    # what is held, its sign, what the sign gives, what is brought in, and what is right then
    (Integral(F, (x, 0, l)), F * l, b * x, b * l**2 / 2),
    (Sum(F, (k, 1, 4)), 4 * F, b * k, 10 * b),
    (Product(F, (k, 1, 2)), F**2, b * k, 2 * b**2),
    (Limit(F, x, 2), F, b * x, 2 * b),
    (Derivative(F * x, x), F, b * x, 2 * b * x),
]


@pytest.mark.parametrize(("sign", "held", "brought", "right"), SIGNS)
def test_what_was_held_under_a_sign_does_not_change_later(
    paper: Paper, sign: Any, held: Any, brought: Any, right: Any
) -> None:
    first = step(paper, (W, held), follows_from(given(paper, W, sign)))
    law = given(paper, F, brought)
    assert stepped(paper, (W, held.subs(F, brought)), follows_from(first, law)).result is OPEN
    assert stepped(paper, (W, right), follows_from(first, law)).result is OPEN
    assert stepped(paper, (W, held.subs(F, brought)), follows_from(first), [Eq(F, brought)]).result is OPEN


@pytest.mark.parametrize(("sign", "held", "brought", "right"), SIGNS)
def test_what_was_held_may_have_a_value(paper: Paper, sign: Any, held: Any, brought: Any, right: Any) -> None:
    first = step(paper, (W, held), follows_from(given(paper, W, sign)))
    assert stepped(paper, (W, held.subs(F, 3 * b)), follows_from(first, given(paper, F, 3 * b))).result is PASS


def test_what_another_line_puts_in_is_held_as_well(paper: Paper) -> None:
    slope, law = given(paper, w, Derivative(A, v)), given(paper, A, p * v**2 / 2)
    first = step(paper, (w, p * v), follows_from(slope, law))
    moving = given(paper, p, m * v)
    assert stepped(paper, (w, m * v**2), follows_from(first, moving)).result is OPEN
    assert stepped(paper, (w, 3 * m * v**2 / 2), follows_from(first, moving)).result is OPEN
    named = given(paper, B, p * v)
    assert stepped(paper, (w, B), follows_from(first, named)).result is PASS
    assert stepped(paper, (w, 2 * B), follows_from(first, named)).result is FAIL
    assert stepped(paper, (A, w * v / 2), follows_from(first, law)).result is PASS


def test_so_it_is_two_lines_further(paper: Paper) -> None:
    """A = B v² and B = p/2: the B of the first line is held constant, and p with it."""
    slope, law, other = given(paper, w, Derivative(A, v)), given(paper, A, B * v**2), given(paper, B, p / 2)
    first = step(paper, (w, 2 * B * v), follows_from(slope, law))
    second = step(paper, (w, p * v), follows_from(first, other))
    moving = given(paper, p, m * v)
    assert stepped(paper, (w, m * v**2), follows_from(second, moving)).result is OPEN


def test_a_law_under_a_sign_holds_its_constants(paper: Paper) -> None:
    law, moving = given(paper, g(x), b * x), given(paper, b, x**2)
    slope = given(paper, W, Derivative(g(x), x))
    first = step(paper, (W, b), substitute(law, into=slope))
    last = step(paper, (G, 2 * b), follows_from(first, given(paper, G, 2 * W)))
    for line in (x**2, 3 * x**2):
        assert stepped(paper, (W, line), follows_from(first, moving)).result is OPEN
        assert stepped(paper, (G, 2 * line), follows_from(last, moving)).result is OPEN


def test_a_law_at_places_and_what_changes_with_its_variable(paper: Paper) -> None:
    """E = k q/r² at R and 2R, with q = ρ r³ brought in from behind another line: E(R) = 0."""
    law, charge = given(paper, E(r), b * q / r**2), given(paper, q, B * r**3)
    quarter = step(paper, (E(2 * R), E(R) / 4), follows_from(law))
    inside = step(paper, (E(r), b * B * r), follows_from(law, charge))
    twice = step(paper, (E(2 * R), 2 * E(R)), follows_from(inside))
    assert stepped(paper, (E(R), 0), follows_from(quarter, twice)).result is OPEN
    assert stepped(paper, (E(2 * R), E(R) / 4), follows_from(quarter)).result is PASS


def test_it_is_so_where_the_charge_has_another_name(paper: Paper) -> None:
    law, renamed, charge = given(paper, E(r), b * q / r**2), given(paper, q, 2 * Q), given(paper, Q, B * r**3)
    two = step(paper, (E(r), 2 * b * Q / r**2), follows_from(law, renamed))
    quarter = step(paper, (E(2 * R), E(R) / 4), follows_from(two))
    inside = step(paper, (E(r), 2 * b * B * r), follows_from(two, charge))
    twice = step(paper, (E(2 * R), 2 * E(R)), follows_from(inside))
    assert stepped(paper, (E(R), 0), follows_from(quarter, twice)).result is OPEN


PUT_IN = [
    # the law, what changes with its variable, the line under a sign, and what the moves make of it
    ((f(H), b), (b, H**2), Integral(f(H), (H, 0, 1)), b),
    ((g(x), b * x), (b, x**2), Derivative(g(x), x), b),
]


@pytest.mark.parametrize(("law", "moving", "sign", "arrives"), PUT_IN)
def test_the_printed_route_holds_constant_what_changes(
    paper: Paper, law: Any, moving: Any, sign: Any, arrives: Any
) -> None:
    premise, tie, line = given(paper, *law), given(paper, *moving), given(paper, A, sign)
    together = follows_from(substitute(premise, into=line), tie)
    assert stepped(paper, (A, arrives), together).result is OPEN
    assert stepped(paper, (A, arrives.subs(*moving)), substitute(premise, tie, into=line)).result is OPEN
    assert stepped(paper, (A, arrives), substitute(premise, into=line)).result is PASS


def test_what_is_put_into_the_law_first_is_no_constant_of_it(paper: Paper) -> None:
    law, tie, line = given(paper, f(H), b), given(paper, b, H**2), given(paper, A, Integral(f(H), (H, 0, 1)))
    assert stepped(paper, (A, Rational(1, 3)), substitute(substitute(tie, into=law), into=line)).result is PASS


def test_a_law_at_a_place_beside_what_changes(paper: Paper) -> None:
    law, tie, value = given(paper, f(H), b * H), given(paper, b, H**2), given(paper, A, f(2))
    route = substitute(specialise(law, {H: 2}), into=value)
    assert stepped(paper, (A, 2 * b), route).result is PASS
    assert stepped(paper, (A, 2 * H**2), follows_from(route, tie)).result is OPEN
