"""What laws of functions hold constant, beside derivatives in hand, under signs of its own, and in differentials."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Derivative, Eq, Integral, Limit, Subs, Sum, Symbol, cos, exp, sin

from tests.common.asking import judged, read
from verify.claims import Equation, differentials, equal, follows_from, function, symbol
from verify.judging.verdict_on import judge
from verify.kinds.held_in_laws import held_in_a_law
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

x, z, a, b, c, u, v, w = (symbol(name, name, "a number", DIMENSIONLESS, real=True) for name in "xzabcuvw")
f, g = (function(name, name, "a function", DIMENSIONLESS, variables=(x,), real=True) for name in "fg")
D = Derivative
LINEAR = (f(x), a * x)
GROWS = [(D(f(x), x), f(x)), (f(0), b)]
RISES = [(D(f(x), x), 2 * a * x), (f(0), 0)]
INTEGRAL = [(f(x), Integral(a * sin(z), (z, 0, x)))]


def outcome(line: Any, premises: Any, conditions: Any = ()) -> Outcome:
    return judged(line, premises, conditions).readings[0].outcome


UNDER_ITS_OWN_SIGN = [
    ((D(f(1), b), exp(1)), GROWS),
    ((D(f(1) ** 2, b), 2 * b * exp(2)), GROWS),
    ((D(b * f(1), b), b * exp(1)), GROWS),
    ((D(b * f(1), b), 2 * b * exp(1)), GROWS),
    ((Subs(b * f(1), b, 3), 9 * exp(1)), GROWS),
    ((D(a * f(2), a), 4 * a), RISES),
    ((D(a * f(2), a), 8 * a), RISES),
    ((D(a * D(f(x), x), a), 2 * a * x), RISES[:1]),
    ((D(a * f(x), a), a * (1 - cos(x))), INTEGRAL),
    ((D(a * f(x), a), 2 * a * (1 - cos(x))), INTEGRAL),
    ((D(f(2) ** 2, a), 0), [LINEAR]),
    ((D(f(2) ** 2, a) * u, 0), [LINEAR, (u, f(2))]),
    ((Integral(f(2), (a, 0, 1)), f(2)), RISES),
    ((Limit(f(2), a, 0), f(2)), RISES),
    ((Sum(f(2), (a, 1, 2)), 2 * f(2)), [LINEAR]),
    ((D(a * f(2), a), 2 * a * w), [(f(x), w * x), (w, a**2)]),
    ((D(a * f(2), a), f(2)), [(f(x), g(x)), (g(x), a * x)]),
]


@pytest.mark.parametrize(("line", "premises"), UNDER_ITS_OWN_SIGN, ids=str)
def test_a_parameter_of_a_law_under_a_sign_of_its_own(line, premises):
    assert outcome(line, premises) is Outcome.UNDECIDED


VALUES = [(f(x), w * x), (w, g(a))]
BY_A_FUNCTION = [
    ((D(a * f(2), a), f(2)), VALUES),
    ((D(f(2), a), 0), VALUES),
    ((Integral(f(2), (a, 0, 1)), f(2)), VALUES),
    ((Sum(f(2), (a, 1, 2)), 2 * f(2)), VALUES),
    ((Limit(f(2), a, 0), f(2)), VALUES),
    ((D(a * f(2), a), f(2)), [(f(x), w * x), (2 * w, g(a))]),
    ((D(a * f(2), a), f(2)), [(D(f(x), x), w), (f(0), 0), (w, g(a))]),
    ((D(a * f(2), a), f(2)), [*GROWS, (b, g(a))]),
    ((Sum(f(2), (Symbol("a", integer=True), 1, 2)), 2 * f(2)), [(f(x), w * x), (w, a**2)]),
]


@pytest.mark.parametrize(("line", "premises"), BY_A_FUNCTION, ids=str)
def test_a_parameter_of_a_law_that_a_value_of_a_function_gives(line, premises):
    """g may be any function, the a² that is put in for g(a) included."""
    assert outcome(line, premises) is Outcome.UNDECIDED


def test_values_of_functions_that_say_nothing_of_the_variable():
    for variable in (a, x):
        slope = D(variable * f(2), variable)
        assert outcome((slope, 2 * w), [(f(x), w * x)]) is Outcome.PROVED
        assert outcome((slope, 2 * g(2)), [(f(x), w * x), (w, g(2))]) is Outcome.PROVED
        assert outcome((slope + u, 2 * w + g(a)), [(f(x), w * x), (u, g(a))]) is Outcome.PROVED
        assert outcome((slope, w), [(f(x), w)]) is Outcome.PROVED


MOVED = [LINEAR, (a, w * v), (b, f(2))]
BY_LAWS_OF_FUNCTIONS = [
    ((D(b * v, v), b), MOVED),
    ((Integral(b * v, (v, 0, 1)), b / 2), MOVED),
    ((D(b**2, v), 0), MOVED),
    ((D(f(v), v), a), MOVED[:2]),
    ((D(b * v, v), b), [(f(x), g(x)), (g(x), a * x), (a**3 + a, v), (b, f(2))]),
    ((D(b * v, v), b), [*RISES, (a, w * v), (b, f(2))]),
    ((Sum(b, (v, 1, 2)), 2 * b), MOVED),
    ((Integral(f(2), (v, 0, 1)), f(2)), [(b, f(x)), (b, w * v)]),
]


@pytest.mark.parametrize(("line", "premises"), BY_LAWS_OF_FUNCTIONS, ids=str)
def test_what_a_function_gives_moves_with_its_parameters(line, premises):
    given = [Equation(str(number), *pair) for number, pair in enumerate(premises)]
    assert judge(read(equal(*line), by=follows_from(*given))).outcome is Outcome.UNDECIDED


def test_what_a_function_gives_is_constant_where_its_parameters_are():
    given = [Equation("1", *LINEAR), Equation("2", b, f(2)), Equation("3", c, w * v)]
    assert judge(read(equal(D(b * v, v), b), by=follows_from(*given[:2]))).outcome is Outcome.PROVED
    assert judge(read(equal(D(b * v, v), b), by=follows_from(*given))).outcome is Outcome.PROVED


def test_a_name_for_a_function_under_a_sign_of_its_own():
    given = [Equation("1", b, f(x)), Equation("2", f(x), a * x)]
    reading = read(equal(Integral(f(x), (x, 0, 2)), 2 * a), by=follows_from(*given))
    assert held_in_a_law(reading.statements[0], Facts.of(reading)) is None


def test_laws_behind_a_law():
    """f = w v x and a = w v give f = a x, whose a is no constant beside a slope by v."""
    behind = Equation("1", f(x), w * v * x), Equation("2", a, w * v)
    law = Equation("3", f(x), a * x, by=follows_from(*behind))
    for line in [
        (D(v * f(2), v), 2 * a),
        (D(v * f(2), v), 4 * a),
        (D(f(2), v), 0),
        (D(f(v), v), a),
        (Integral(f(v), (v, 0, 1)), a / 2),
        (Limit(f(1) / v, v, sympy.oo), 0),
    ]:
        assert judge(read(equal(*line), by=follows_from(law))).outcome is Outcome.UNDECIDED
    assert judge(read(equal(f(2), 2 * a), by=follows_from(law))).outcome is Outcome.PROVED


BESIDE_A_SLOPE = [
    ((D(f(x), x) + c, a + D(a, x)), [LINEAR, (c, D(a, x))]),
    ((D(f(x), x) * D(a, x), a * D(a, x)), [LINEAR]),
    ((D(a, x) * f(x), D(a, x) * a * x**2), RISES),
    ((f(1) * D(a, x), a * D(a, x)), [LINEAR]),
    ((f(2) + D(w, x), 2 * w + D(w, x)), [(f(x), a * x), (w, a)]),
]


@pytest.mark.parametrize(("line", "premises"), BESIDE_A_SLOPE, ids=str)
def test_a_slope_in_hand_of_what_a_law_holds_constant(line, premises):
    assert outcome(line, premises) is Outcome.UNDECIDED


def test_a_slope_in_a_condition_of_what_a_law_holds_constant():
    assert outcome((f(2), 2 * a), [LINEAR], (Eq(D(a, x), 1),)) is Outcome.UNDECIDED


def test_what_no_slope_speaks_of_is_constant():
    assert outcome((f(2), 2 * a), [LINEAR]) is Outcome.PROVED
    assert outcome((D(f(x), x) + D(b, x), a + D(b, x)), [LINEAR]) is Outcome.PROVED
    assert outcome((f(1), b * exp(1)), GROWS) is Outcome.PROVED
    assert outcome((Integral(f(x), (x, 0, 2)), 2 * a), [LINEAR]) is Outcome.PROVED


d, d_a = differentials(constants=()), differentials(constants=(a,))


@pytest.mark.parametrize("line", [(d(f(v)), a * d(v)), (d(f(v)), d(a * v)), (d(f(v)) / f(v), d(v) / v)], ids=str)
def test_a_differential_of_a_function_with_a_parameter_that_is_not_declared_constant(line):
    assert outcome(line, [LINEAR]) is Outcome.UNDECIDED
    assert outcome(line, [(f(x), g(x)), (g(x), a * x)]) is Outcome.UNDECIDED


def test_a_differential_of_a_function_whose_law_has_declared_constants():
    assert outcome((d_a(f(v)), a * d_a(v)), [LINEAR]) is Outcome.PROVED
    assert outcome((d(u), a * d(v) + v * d(a)), [(u, f(v)), LINEAR]) is Outcome.PROVED
    assert outcome((d(u), 3 * v**2 * d(v)), [(u, f(v)), (f(x), x**3)]) is Outcome.PROVED
