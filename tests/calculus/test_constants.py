"""Constants of integration: each line that brings one in has one of its own."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Derivative, Integral, cos, sin

from tests.common.asking import read
from verify.claims import Equation, differentiate, equal, follows_from, function, specialise, symbol
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

PROVED, UNDECIDED = Outcome.PROVED, Outcome.UNDECIDED
t, C, D, a, u, v = (symbol(name, name, "a number", DIMENSIONLESS, real=True) for name in "tCDauv")
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


def test_two_statements_of_one_line_with_one_letter() -> None:
    def two(first: Any, second: Any, *premises: Equation) -> Outcome:
        return judge(read((*first, *second), by=follows_from(*premises))).outcome

    assert two(equal(u, C - cos(t)), equal(u, C + 1 - cos(t)), INTEGRALS[0]) is UNDECIDED
    assert two(equal(u, C - cos(t)), equal(v, C + sin(t)), *INTEGRALS) is UNDECIDED
    assert two(equal(u, C - cos(t)), equal(v, D + sin(t)), *INTEGRALS) is PROVED
    assert two(equal(f(t), cos(t) + C), equal(f(t), cos(t) + 1 + C), SLOPES[0]) is UNDECIDED
    assert outcome(equal(u + cos(t), C, v - sin(t)), *INTEGRALS) is UNDECIDED
    assert outcome(equal(f(t), C + cos(t), cos(t) + C), SLOPES[0]) is PROVED


A_CHAIN = Equation("2", u, a * t**2 + C, by=follows_from(Equation("1", u, Integral(2 * a * t, t))))


def test_a_constant_may_be_another_for_each_value_of_a_parameter() -> None:
    """a t² + a³ is an antiderivative of 2 a t by t as well."""
    given = Equation("3", a, v**2)
    for line, premises in [
        (equal(Derivative(u, a), t**2), (A_CHAIN,)),
        (equal(Derivative(u, a, 2), 0), (A_CHAIN,)),
        (equal(Derivative(u, v), 2 * v * t**2), (A_CHAIN, given)),
        (equal(Integral(u, (a, 0, 1)), t**2 / 2 + C), (A_CHAIN,)),
    ]:
        assert outcome(line, *premises) is UNDECIDED
    assert judge(read(equal(Derivative(u, a), t**2), by=differentiate(A_CHAIN, a))).outcome is UNDECIDED
    assert outcome(equal(Derivative(u, t), 2 * a * t), A_CHAIN) is PROVED
    assert outcome(equal(2 * u, 2 * a * t**2 + 2 * C), A_CHAIN) is PROVED


BROKEN = [
    (sympy.Integer(1), t + sympy.sign(t), f(1) - f(-1), 4),
    (1 / t, sympy.log(sympy.Abs(t)), f(1), f(-1)),
    (1 / t**2, -1 / t, f(1) - f(-1), -2),
    (1 / cos(t) ** 2, sympy.tan(t), f(sympy.pi), f(0)),
    (1 / t**2, -1 / t, Integral(f(t), (t, 1, 2)) - Integral(f(t), (t, -2, -1)), -2 * sympy.log(2)),
]


@pytest.mark.parametrize(("integrand", "antiderivative", "lhs", "rhs"), BROKEN, ids=str)
def test_a_constant_may_change_where_the_antiderivative_breaks_off(
    integrand: Any, antiderivative: Any, lhs: Any, rhs: Any
) -> None:
    first = Equation("2", u, antiderivative + C, by=follows_from(Equation("1", u, Integral(integrand, t))))
    second = Equation("4", f(t), antiderivative + C, by=follows_from(first, Equation("3", f(t), u)))
    assert outcome(equal(second.lhs, second.rhs), first, Equation("3", f(t), u)) is PROVED
    assert outcome(equal(lhs, rhs), second) is UNDECIDED
    values = [specialise(second, {t: sympy.Integer(n)}) for n in (1, -1)]
    assert (
        judge(
            read(
                equal(f(1) - f(-1), (antiderivative.subs(t, 1) - antiderivative.subs(t, -1))), by=follows_from(*values)
            )
        ).outcome
        is UNDECIDED
    )


def test_a_constant_may_change_where_an_undefined_function_is_divided() -> None:
    slope = Derivative(g(t) / t, t)
    first = Equation("2", u, g(t) / t + C, by=follows_from(Equation("1", u, Integral(slope, t))))
    for head in (f, function("h", "h", "a function", DIMENSIONLESS, variables=(v,), real=True)):
        second = Equation("4", head(t), g(t) / t + C, by=follows_from(first, Equation("3", head(t), u)))
        assert outcome(equal(head(1) - head(-1), g(1) + g(-1)), second) is UNDECIDED


def test_a_constant_of_a_whole_antiderivative() -> None:
    first = Equation("2", u, t**2 + C, by=follows_from(Equation("1", u, Integral(2 * t, t))))
    second = Equation("4", f(t), t**2 + C, by=follows_from(first, Equation("3", f(t), u)))
    assert outcome(equal(f(2) - f(1), 3), second) is PROVED
    positive = function("h", "h", "a function", DIMENSIONLESS, variables=(P,), real=True)
    first = Equation("2", u, sympy.log(P) + C, by=follows_from(Equation("1", u, Integral(1 / P, P))))
    second = Equation("4", positive(P), sympy.log(P) + C, by=follows_from(first, Equation("3", positive(P), u)))
    assert outcome(equal(positive(2) - positive(1), sympy.log(2)), second) is PROVED


@pytest.mark.parametrize(
    "facts", [{"positive": True}, {"nonzero": True, "real": True}, {"integer": True}, {"irrational": True}], ids=str
)
def test_what_a_function_is_declared_to_be(facts: dict[str, bool]) -> None:
    """f' = 2 t with f(0) = -1 is no function without zeros, and f' = -1 none without a sign."""
    h = function("h", "h", "a function", DIMENSIONLESS, variables=(t,), **facts)
    law, start = Equation("1", Derivative(h(t), t), 2 * t), Equation("2", h(0), sympy.Integer(-1))
    assert outcome(equal(h(t), t**2 - 1), law, start) is UNDECIDED
    assert outcome(equal(h(1), 0), law, start) is UNDECIDED
    falling = Equation("3", Derivative(h(t), t), sympy.Integer(-1))
    assert outcome(equal(h(t), C - t), falling) is UNDECIDED
