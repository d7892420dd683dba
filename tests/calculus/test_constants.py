"""Constants of integration: each line that brings one in has one of its own."""

from __future__ import annotations

from typing import Any

import sympy
from sympy import Derivative, Integral, cos, sin

from tests.common.asking import read
from verify.claims import Equation, equal, follows_from, function, symbol
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

PROVED, UNDECIDED = Outcome.PROVED, Outcome.UNDECIDED
t, C, u, v = (symbol(name, name, "a number", DIMENSIONLESS, real=True) for name in ("t", "C", "u", "v"))
P = symbol("P", "P", "a positive number", DIMENSIONLESS, positive=True)
f, g = (function(name, name, "a function", DIMENSIONLESS, variables=(t,), real=True) for name in "fg")
SLOPES = Equation("1", Derivative(f(t), t), -sin(t)), Equation("2", Derivative(g(t), t), cos(t))
F = Equation("3", f(t), cos(t) + C, by=follows_from(SLOPES[0]))
G = Equation("4", g(t), sin(t) + C, by=follows_from(SLOPES[1]))
INTEGRALS = Equation("1", u, Integral(sin(t), t)), Equation("2", v, Integral(cos(t), t))


def outcome(says: Any, *premises: Any) -> Outcome:
    return judge(read(says, by=follows_from(*premises))).outcome


def test_each_line_by_itself() -> None:
    assert outcome(equal(F.lhs, F.rhs), SLOPES[0]) is PROVED
    assert outcome(equal(G.lhs, G.rhs), SLOPES[1]) is PROVED


def test_two_lines_with_one_letter() -> None:
    assert outcome(equal(f(t) - g(t), cos(t) - sin(t)), F, G) is UNDECIDED


def test_a_letter_of_which_another_line_speaks() -> None:
    for value in (sympy.Integer(5), t, f(0)):
        given = Equation("5", C, value)
        assert outcome(equal(f(t), cos(t) + value), F, given) is UNDECIDED


def test_what_follows_from_the_line_may_say_what_the_constant_is() -> None:
    value = Equation("5", C, sympy.Integer(-1), by=follows_from(F, Equation("6", f(0), sympy.S.Zero)))
    assert outcome(equal(f(t), cos(t) - 1), F, value) is PROVED


def test_a_letter_of_which_a_line_behind_speaks() -> None:
    behind = Equation("5", C, sympy.Integer(5)), Equation("6", Derivative(f(t), t), -sin(t) * C / 5)
    slope = Equation("7", Derivative(f(t), t), -sin(t), by=follows_from(*behind))
    assert outcome(equal(f(t), cos(t) + C), slope) is UNDECIDED


def test_integrals_without_ends() -> None:
    first = Equation("3", u, C - cos(t), by=follows_from(INTEGRALS[0]))
    second = Equation("4", v, C + sin(t), by=follows_from(INTEGRALS[1]))
    difference = equal(u - v, -cos(t) - sin(t))
    assert outcome(difference, first, second) is UNDECIDED
    told = judge(read(difference, by=follows_from(*INTEGRALS))).evidence.conditions
    assert told == ("a constant of integration is added",)


def test_what_has_a_sign_is_no_free_constant_of_an_integral() -> None:
    def told(added: Any, *more: Equation) -> tuple[str, ...]:
        return judge(read(equal(u, added - cos(t)), by=follows_from(INTEGRALS[0], *more))).evidence.conditions

    assert told(C) == ()
    assert told(P) == ("a constant of integration is added",)
    assert told(C, Equation("2", C, sympy.Integer(5))) == ("a constant of integration is added",)
