"""Values of undefined functions: what holds for all of them, and what one function refutes."""

from __future__ import annotations

import random
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Integral, Rational, sqrt

from tests.common.asking import read
from tests.common.examples import examples
from verify.claims import (
    ClaimError,
    Equation,
    equal,
    follows_from,
    function,
    greater,
    less,
    specialise,
    symbol,
    unequal,
)
from verify.judging.verdict_on import judge
from verify.premises.facts import Facts
from verify.premises.function_values import function_values
from verify.units import DIMENSIONLESS
from verify.verdicts import Outcome

PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
H = symbol("H", "H", "field", DIMENSIONLESS, nonnegative=True)
H_c = symbol("H_c", "H_c", "critical field", DIMENSIONLESS, positive=True)
x = symbol("x", "x", "place", DIMENSIONLESS, real=True)
u = symbol("u", "u", "place that is not zero", DIMENSIONLESS, real=True, nonzero=True)
a, b = (symbol(letter, letter, "constant", DIMENSIONLESS, positive=True) for letter in "ab")
f, g, F = (function(name, name, "any function", DIMENSIONLESS, variables=(H,), real=True) for name in "fgF")
P = function("P", "P", "positive function", DIMENSIONLESS, variables=(H,), positive=True)
W = function("W", "W", "function without negative values", DIMENSIONLESS, variables=(H,), nonnegative=True)
N = function("N", "N", "function without zeros", DIMENSIONLESS, variables=(H,), real=True, nonzero=True)
k = function("k", "k", "function of a place", DIMENSIONLESS, variables=(x,), real=True)
q = function("q", "q", "function of a place that is not zero", DIMENSIONLESS, variables=(u,), real=True)
SQUARE = Equation("square", F(H), f(H) ** 2 + a * H)
AT_ZERO = Equation("zero", f(0), 1)
FALLS = Derivative(f(H), H) < 0


def outcome(says: Any, *premises: Any, conditions: Any = ()) -> Outcome:
    by = follows_from(*premises) if premises else None
    return judge(read(says, by=by, where=tuple(conditions))).outcome


@pytest.mark.parametrize(
    ("says", "premises", "conditions", "expected"),
    [
        (equal(F(0), 1), (SQUARE, AT_ZERO), (), PROVED),
        (equal(F(H_c), f(H_c) ** 2 + a * H_c), (SQUARE,), (), PROVED),
        (equal(F(H_c), f(H_c) ** 2), (SQUARE,), (), REFUTED),
        (equal(Derivative(F(H), H), 2 * f(H) * Derivative(f(H), H) + a), (SQUARE,), (), PROVED),
        (equal(Derivative(F(H), H), 2 * f(H) * Derivative(f(H), H)), (SQUARE,), (), REFUTED),
        (equal(Derivative(F(H), (H, 2)), 2 * f(H) * Derivative(f(H), (H, 2))), (SQUARE,), (), REFUTED),
        (equal(Derivative(f(2 * H), H), 2 * Derivative(f(H), H).subs(H, 2 * H)), (), (), PROVED),
        (equal(f(H), f(H_c)), (), (), REFUTED),
        (equal(f(H), f(H_c)), (Equation("there", H, H_c),), (), PROVED),
        (less(f(H_c), f(0)), (), (FALLS,), PROVED),
        (less(f(H), f(0)), (), (FALLS, H > 0), UNDECIDED),  # f may rise where H is not positive
        (less(f(H), f(0)), (), (FALLS,), UNDECIDED),  # at H = 0 they are equal
        (less(f(H_c), 0), (AT_ZERO,), (FALLS,), REFUTED),
        (less(f(2 * H_c), f(H_c)), (), (FALLS,), PROVED),
        (greater(P(H), 0), (), (), PROVED),
        (greater(P(H) + P(H_c), P(0)), (), (), REFUTED),
        (unequal(N(H), 0), (), (), PROVED),
        (greater(k(x) ** 2 + 1, 0), (), (), PROVED),
    ],
)
def test_functions_at_places(says: Any, premises: Any, conditions: Any, expected: Outcome) -> None:
    assert outcome(says, *premises, conditions=conditions) is expected


@pytest.mark.parametrize(
    ("says", "premises", "conditions"),
    [
        # What is said of every H and defines nothing: that f has the value there which refutes is not known.
        (equal(f(H_c), 1), (Equation("law", f(H) * (1 + H), 1 + H),), ()),
        (equal(Derivative(f(H), H), 0), (Equation("law", f(H), f(0)),), ()),
        (greater(f(H_c), 0), (), (f(H) > 0,)),
        # The derivative of a premise on one place, or under another condition, says nothing of other places.
        (less(f(H_c), f(0)), (), (FALLS, H_c > H)),
        (less(q(1), q(-1)), (), (Derivative(q(u), u) > 0,)),
        # No function without negative values falls through zero, and none without zeros changes its sign.
        (greater(N(0) * N(H_c), 0), (), ()),
        (equal(Derivative(W(H), H), 1), (Equation("there", W(H_c), 0), Equation("same", H, H_c)), ()),
        # f is negative at no place that H can have: F(-1) is not told.
        (equal(F(-1), f(-1) ** 2 - a), (SQUARE,), ()),
    ],
)
def test_what_is_not_known_of_a_function_decides_nothing(says: Any, premises: Any, conditions: Any) -> None:
    assert outcome(says, *premises, conditions=conditions) is UNDECIDED


def test_a_definition_under_an_integral_refutes() -> None:
    says = equal(Integral(F(H), (H, 0, 1)), Integral(f(H) ** 2, (H, 0, 1)))
    assert outcome(says, SQUARE) is REFUTED


def test_a_value_at_one_place_is_no_law() -> None:
    there = Equation("there", f(H_c), a * H_c)
    assert outcome(equal(f(1), a), there) is REFUTED
    assert outcome(equal(f(H), a * H), there) is REFUTED
    assert outcome(equal(f(1), a), Equation("law", f(H), a * H)) is PROVED
    assert outcome(equal(f(1), a), Equation("law", f(H), a * H), Equation("there", a, 2 * H)) is not PROVED


def test_a_line_that_is_said_of_every_argument_is_specialised() -> None:
    law = Equation("law", F(H), F(0) * g(H))
    at_c = specialise(law, {H: H_c})
    assert outcome(equal(F(H_c), F(0) * g(H_c)), at_c) is PROVED
    with pytest.raises(ClaimError, match="need not hold for every"):
        outcome(equal(f(1), 2), specialise(Equation("there", f(H_c), 2 * H_c), {H_c: 1}))


def test_a_function_that_refutes_is_told() -> None:
    found = judge(read(less(f(H_c), 0), by=follows_from(AT_ZERO), where=(FALLS,)))
    assert "f(H) = 1 - H/2" in found.evidence.detail


def test_definitions_that_lead_back_decide_nothing_wrong() -> None:
    round_ = (Equation("1", f(H), g(H) + 1), Equation("2", g(H), F(H) + 1), Equation("3", F(H), f(H) - 2))
    assert outcome(equal(f(H), g(H) + 1), *round_) is not REFUTED
    assert outcome(equal(f(H), g(H)), *round_) is not PROVED


def test_variables_are_checked() -> None:
    with pytest.raises(ClaimError, match="different symbols"):
        function("f", "f", "a function", DIMENSIONLESS, variables=(H, H), real=True)
    with pytest.raises(ClaimError, match="no arguments="):
        function("f", "f", "a function", DIMENSIONLESS, variables=(H,), arguments=(DIMENSIONLESS,), real=True)


def _random_term(chance: random.Random, functions: list[Any]) -> Any:
    place = chance.choice([H, H_c, sympy.Integer(0), sympy.Integer(1), 2 * H_c, H + 1])
    chosen = chance.choice(functions)
    term = chosen(place)
    if chance.random() < 0.3 and place == H:
        term = Derivative(chosen(H), H)
    return chance.choice([1, -1, 2, Rational(1, 2)]) * term * chance.choice([1, 1, a, H_c])


def _explicit(expression: Any, curves: dict[Any, Any]) -> Any:
    for _ in range(2):
        for one, curve in curves.items():
            expression = expression.replace(one, lambda arg, curve=curve: curve.subs(H, arg))
    return sympy.expand(expression.doit())


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10**9))
def test_what_is_proved_holds_for_polynomials_and_what_is_refuted_fails_for_one(seed: int) -> None:
    chance = random.Random(seed)
    definition = Equation("F", F(H), f(H) * chance.choice([1, H, a]) + chance.choice([0, 1, H**2, g(H)]))
    lhs = sum(_random_term(chance, [f, g, F]) for _ in range(chance.randint(1, 3)))
    rhs = lhs if chance.random() < 0.3 else sum(_random_term(chance, [f, g, F]) for _ in range(chance.randint(0, 2)))
    if chance.random() < 0.5:
        lhs = lhs.subs({F(at): definition.rhs.subs(H, at) for at in (H_c, sympy.Integer(0), sympy.Integer(1))})
    if lhs == rhs or not sympy.sympify(lhs - rhs).has(f, g, F):
        return
    try:
        found = outcome(equal(lhs, sympy.sympify(rhs)), definition)
    except ClaimError:
        return
    holds = []
    for _ in range(8):  # a polynomial may be zero at a place by accident
        curves = {one: sum(chance.randint(-3, 3) * H**n for n in range(5)) + sympy.Integer(0) for one in (f, g)}
        curves[F] = definition.rhs.replace(f, lambda arg, c=curves: c[f].subs(H, arg)).replace(
            g, lambda arg, c=curves: c[g].subs(H, arg)
        )
        holds.append(_explicit(sympy.sympify(lhs - rhs), curves) == 0)
    if found is PROVED:
        assert all(holds)
    if found is REFUTED:
        assert not all(holds)
    if all(holds):
        assert found is not REFUTED


def test_roots_may_be_places() -> None:
    zero = Equation("zero", f(H_c), H_c**2 * b - 2)
    assert outcome(equal(f(H_c), 0), zero) is REFUTED
    assert outcome(equal(f(sqrt(2)), 0), Equation("there", f(sqrt(2)), 0)) is PROVED


def test_a_condition_that_is_an_equation_is_one_of_a_place() -> None:
    assert outcome(equal(f(H), 1), conditions=(Eq(f(0), 1),)) is REFUTED


f2 = function("f2", "f_2", "function of two places", DIMENSIONLESS, variables=(x, u), real=True)
TIED = (Equation("1", f(H), a), Equation("2", a, 2 * b), Equation("3", b, H))
NOT_DEFINED = [
    (equal(1 / k(1), 0), (Equation("pole", k(x), 1 / (x - 1)),)),
    (equal(k(1) / k(1), 2), (Equation("pole", k(x), 1 / (x - 1)),)),
    (equal(f(0), a), TIED),
    (equal(f(1), a), (Equation("1", f(H), a * H), Equation("2", a, g(H)))),
    (equal(Derivative(a * f(b), a), f(b)), (Equation("1", f(b), a * b),)),
    (greater(g(0) * g(1), 0), (Equation("1", P(H), g(H)),)),
    (greater(a, b), (Equation("1", f(H), sqrt(a - b - 1)),)),
    (equal(f(2), 4), (Equation("1", f(2 * H), 4 * H**2),)),
    (equal(f2(3, u), 9), (Equation("1", f2(x, u), k(x)), Equation("2", k(x), f2(x, 1)))),
]


@pytest.mark.parametrize(("says", "premises", "told"), [
    (equal(Derivative(sympy.Abs(k(x)), x), sympy.sign(k(x)) * Derivative(k(x), x)), (), "k(x) ≠ 0"),
    (equal(Derivative(k(x), x), sympy.sign(x)), (Equation("kink", k(x), sympy.Abs(x)),), "x ≠ 0"),
])  # fmt: skip
def test_a_kink_is_told(says: Any, premises: tuple[Equation, ...], told: str) -> None:
    found = judge(read(says, by=follows_from(*premises) if premises else None))
    assert found.outcome is PROVED
    assert found.evidence.conditions == (told,)


@pytest.mark.parametrize(("says", "premises"), NOT_DEFINED)
def test_what_attackers_found_is_open(says: Any, premises: tuple[Equation, ...]) -> None:
    assert outcome(says, *premises) is UNDECIDED


def test_a_divisor_that_the_line_no_longer_shows_is_told() -> None:
    found = judge(read(equal(Derivative(f(H) ** 2, H) / f(H), 2 * Derivative(f(H), H))))
    assert (found.outcome, found.evidence.conditions) == (PROVED, ("f(H) ≠ 0",))


def test_a_line_and_its_mutants_share_their_facts_in_numbers() -> None:
    law = Equation("1", f(H), a * H)
    reading = read(equal(f(a), a**2), by=follows_from(law))
    facts = Facts.of(reading)
    first, second = (function_values(equal(f(a), value)[0], facts) for value in (a**2, 2 * a**2))
    assert first is not None
    assert second is not None
    assert first.facts is second.facts


j = function("j", "j", "another function of a place", DIMENSIONLESS, variables=(x,), real=True)
SLOPE = Derivative(j(x), x)


@pytest.mark.parametrize(
    ("lhs", "rhs", "needed"),
    [
        (Derivative(k(x), x) / SLOPE, 2 * j(x), {"j'(x) ≠ 0"}),
        (k(x) * Derivative(k(x), x) / SLOPE, 2 * j(x) * k(x), {"j'(x) ≠ 0"}),
        (1 / Derivative(k(x), x), 1 / (2 * j(x) * SLOPE), {"j'(x) ≠ 0", "j(x) ≠ 0"}),
        (k(x) * sympy.log(SLOPE), j(x) ** 2 * sympy.log(SLOPE), {"d/dx(j(x)) ≠ 0"}),
        (x * Derivative(k(x) / j(x), x).subs(x, 0) / SLOPE.subs(x, 0), x, {"j'(0) ≠ 0", "j(0) ≠ 0"}),
    ],
)
def test_a_divisor_that_is_a_slope_is_told_as_such(lhs: Any, rhs: Any, needed: set[str]) -> None:
    """k = j^2 with a constant j makes k'/j' no number, whatever j is."""
    found = judge(read(equal(lhs, rhs), by=follows_from(Equation("square", k(x), j(x) ** 2))))
    assert found.outcome is PROVED
    assert set(found.evidence.conditions) == needed
