"""Sets of signs against arithmetic with numbers: every set, every pair of sets, every relation."""

import operator
from itertools import combinations, product

import pytest
import sympy
from sympy import Rational

from verify.terms import sign_algebra
from verify.terms.sign_algebra import ASSUMED, TRUE_FOR, UNKNOWN, ZERO, Signs, admitted, margin, quotient, signs_between

SETS = [Signs(chosen) for size in range(4) for chosen in combinations((-1, 0, 1), size)]
NUMBERS = {-1: [Rational(-3), Rational(-1, 2)], 0: [Rational(0)], 1: [Rational(1, 2), Rational(3)]}
"""Two numbers of each sign, opposite to each other, so that a sum and a comparison meet every case."""
HOLDS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def numbers(signs):
    return [number for sign in sorted(signs) for number in NUMBERS[sign]]


def signs_of(values):
    return {int(sympy.sign(value)) for value in values}


@pytest.mark.parametrize(("left", "right"), list(product(SETS, SETS)))
def test_two_sets_have_the_signs_of_their_numbers(left, right):
    pairs = list(product(numbers(left), numbers(right)))
    assert left + right == signs_of(a + b for a, b in pairs)
    assert left * right == signs_of(a * b for a, b in pairs)
    assert left / right == signs_of(a / b for a, b in pairs if b != 0)
    assert quotient(left, right) in (None, left / right)
    assert (left | right) == left.union(right)
    assert (left & right) == left.intersection(right)
    assert (left - right) == left.difference(right)


@pytest.mark.parametrize("signs", SETS)
def test_a_set_has_the_signs_of_its_numbers(signs):
    values = numbers(signs)
    assert -signs == signs_of(-value for value in values)
    assert abs(signs) == signs_of(abs(value) for value in values)
    for n in range(-3, 4):
        assert signs**n == signs_of(value**n for value in values if value != 0 or n >= 0)


@pytest.mark.parametrize("relation", TRUE_FOR)
@pytest.mark.parametrize("signs", [signs for signs in SETS if signs])
def test_a_relation_to_zero_holds_as_for_the_numbers(signs, relation):
    found = {bool(HOLDS[relation](value, 0)) for value in numbers(signs)}
    assert signs.satisfy(relation) is (found.pop() if len(found) == 1 else None)


@pytest.mark.parametrize("signs", [signs for signs in SETS if signs])
def test_a_symbol_with_these_signs_admits_just_these(signs):
    symbol = sympy.Dummy(**signs.assumptions)
    assert symbol.is_real
    assert admitted(symbol) == signs
    assert str(signs)


@pytest.mark.parametrize("name", ASSUMED)
def test_an_assumption_names_its_signs(name):
    answers = {sign: getattr(sympy.Integer(sign), f"is_{name}") for sign in (-1, 0, 1)}
    assert ASSUMED[name] == {sign for sign, answer in answers.items() if answer}


def test_what_is_not_declared_is_admitted():
    assert admitted(sympy.Symbol("z")) == admitted(sympy.Symbol("x", real=True)) == UNKNOWN
    assert admitted(sympy.Symbol("z", zero=False)) == UNKNOWN - ZERO
    assert admitted(sympy.Symbol("x", extended_positive=True)) == {1}
    assert admitted(sympy.Symbol("n", integer=True, positive=True)) == {1}


@pytest.mark.parametrize(("low", "high"), [(a, b) for a, b in product(numbers(UNKNOWN), repeat=2) if a <= b])
def test_an_interval_has_the_signs_of_its_numbers(low, high):
    assert signs_between(low, high) == signs_of([low, high, *([0] if low <= 0 <= high else [])])


def test_a_quotient_needs_a_divisor_of_one_sign():
    assert quotient(UNKNOWN, ZERO) is None
    assert quotient(Signs({1}), UNKNOWN) is None
    assert quotient(Signs({1}), Signs({-1, 0})) == {-1}


@pytest.mark.parametrize("relation", TRUE_FOR)
@pytest.mark.parametrize(("a", "b"), list(product(numbers(UNKNOWN), repeat=2)))
def test_a_margin_has_its_signs_just_where_the_condition_holds(relation, a, b):
    x, y = sympy.symbols("x y")
    found = margin(sympy.Rel(x, y, relation))
    if relation == "!=":
        assert found is None
    else:
        excess, signs = found
        assert (sympy.sign(excess.subs({x: a, y: b})) in signs) is bool(HOLDS[relation](a, b))


def test_what_is_no_relation_demands_nothing():
    assert sign_algebra.demanded(sympy.true) is None
    assert sign_algebra.demanded(sympy.Symbol("x") < 1) == {-1}
    assert margin(sympy.true) is None
