"""A printed number of what its premises say only the other way round."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Rational

from tests.common.asking import read
from verify.claims import Equation, approx, follows_from, printed_number, symbol
from verify.judging.verdict_on import judge
from verify.units import ACCELERATION, DIMENSIONLESS, LENGTH, TIME, VELOCITY, metre, second
from verify.verdicts import Outcome

h = symbol("h", "h", "height", LENGTH, positive=True)
g = symbol("g", "g", "acceleration", ACCELERATION, positive=True)
t = symbol("t", "t", "time", TIME, positive=True)
s = symbol("s", "s", "time, before or after", TIME, real=True)
v = symbol("v", "v", "speed", VELOCITY, positive=True)
GIVEN = {h: printed_number("2.0", metre), g: printed_number("9.81", metre / second**2)}
FALL = Equation("fall", h, g * t**2 / 2)


def outcome(quantity: Any, number: str, *premises: Equation, constants: Any = GIVEN, unit: Any = second) -> Outcome:
    says = approx(quantity, number, unit=unit, constants=constants)
    return judge(read(says, by=follows_from(*premises))).outcome


@pytest.mark.parametrize(
    "fall",
    [
        FALL,
        Equation("fall", g * t**2 / 2, h),
        Equation("fall", t**2, 2 * h / g),
        Equation("fall", h / t, g * t / 2),
    ],
)
def test_the_premise_is_solved_for_what_has_no_value(fall: Equation) -> None:
    assert outcome(t, "0.64", fall) is Outcome.PROVED
    assert outcome(t, "0.65", fall) is Outcome.REFUTED
    assert outcome(2 * t, "1.28", fall) is Outcome.PROVED


def test_through_another_premise() -> None:
    speed = Equation("speed", v, g * t)
    assert outcome(v, "6.3", FALL, speed, unit=metre / second) is Outcome.PROVED
    assert outcome(v, "6.4", speed, FALL, unit=metre / second) is Outcome.REFUTED


def test_two_solutions_give_no_number() -> None:
    assert outcome(s, "0.64", Equation("fall", h, g * s**2 / 2)) is Outcome.UNDECIDED


def test_inputs_that_contradict_the_premises_give_no_number() -> None:
    all_given = {**GIVEN, t: printed_number("3.0", second)}
    twice = Equation("twice", v, g * t)
    assert outcome(v, "29.4", FALL, twice, constants=all_given, unit=metre / second) is not Outcome.PROVED


def test_a_symbol_that_nothing_says_anything_of() -> None:
    assert outcome(v * t / t, "6.3", FALL, unit=metre / second) is Outcome.UNDECIDED
    assert outcome(t * Rational(1, 2), "0.32", FALL) is Outcome.PROVED


def pure(name: str, **assumptions: bool) -> Any:
    return symbol(name, name, name, DIMENSIONLESS, **assumptions)


a, b, p = (pure(name, positive=True) for name in "abp")
x, y, n = pure("x", real=True), pure("y", negative=True), pure("n", integer=True)
A, B = {a: printed_number("2.5")}, {b: printed_number("4.0")}


@pytest.mark.parametrize(
    ("quantity", "number", "premises", "constants"),
    [
        (n, "2.5", [(a, n)], A),  # no whole number
        (x, "2.5", [(a, abs(x))], A),  # two of them
        (x, "1.58", [(a, x**2)], A),
        (y, "-2.5", [(a, y)], A),  # none that is negative
        (p, "1.58", [(a, p**2), (b, 2 * p)], A | B),  # the second premise fails
        (p, "1.58", [(a, p**2), (a, b)], A | B),
        (p, "2.5", [(a * x, p * x)], A),  # any p where x = 0
    ],
)
def test_what_is_no_number(quantity: Any, number: str, premises: list[tuple[Any, Any]], constants: Any) -> None:
    equations = [Equation(f"p{k}", *pair) for k, pair in enumerate(premises)]
    assert outcome(quantity, number, *equations, constants=constants, unit=1) is Outcome.UNDECIDED


def test_the_only_root_that_the_symbol_may_have() -> None:
    assert outcome(p, "1.58", Equation("1", a, p**2), constants=A, unit=1) is Outcome.PROVED
    assert outcome(y, "-2.5", Equation("1", a, -y), constants=A, unit=1) is Outcome.PROVED
    assert outcome(p, "1.59", Equation("1", a, p**2), constants=A, unit=1) is Outcome.REFUTED
