"""A printed number of what its premises say only the other way round."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Rational

from tests.common.asking import read
from verify.claims import Equation, approx, follows_from, printed_number, symbol
from verify.judging.verdict_on import judge
from verify.units import ACCELERATION, LENGTH, TIME, VELOCITY, metre, second
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
