"""Definitions f(x) = expression put in wherever their functions stand: every kind of statement, and where they may not be."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Derivative, Eq, Integral, Limit, Rational, Subs, Sum, exp, log, pi, sin, sqrt

from tests.common.examples import examples
from tests.soundness.stating import number
from verify.claims import (
    approx,
    crossing,
    equal,
    expands_to,
    follows_from,
    function,
    less,
    on_interval,
    only_root,
    smallest_period,
    units,
)
from verify.judging.verdict_on import judge
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

x, y, t, b, c = (number(name, real=True) for name in "xytbc")
a, r, R = (number(name, positive=True) for name in "arR")
n = number("n", integer=True, positive=True)
f, g, h = (function(name, name, "a function", units.DIMENSIONLESS, variables=(x,), real=True) for name in "fgh")
p = function("p", "p", "a function", units.DIMENSIONLESS, variables=(x,), positive=True)
m, rho = (function(name, name, "of r", units.DIMENSIONLESS, variables=(r,), real=True) for name in ("m", "rho"))

SQUARE = (f(x), x**2 + 1)
DECAY = (f(x), x**2 * exp(-x))
PROFILE = (rho(r), a * exp(-r / R))
MASS = (m(r), Integral(4 * pi * x**2 * a, (x, 0, r)))


def outcome(says: Any, *premises: tuple[Any, Any], where: tuple[Any, ...] = ()) -> tuple[Outcome, tuple[str, ...]]:
    equations = [Equation(str(k), lhs, sympy.sympify(rhs)) for k, (lhs, rhs) in enumerate(premises)]
    found = judge(Reading("as printed", tuple(says), follows_from(*equations) if equations else None, where))
    return found.outcome, found.evidence.conditions


TRUE = [
    (approx(f(3), "10.0"), SQUARE),
    (approx(y, "10.0"), SQUARE, (y, f(3))),
    (approx(c, "0.333"), (c, Integral(f(x), (x, 0, 1))), (f(x), x**2)),
    (approx(Integral(f(x), (x, 0, 1)), "0.1606"), DECAY),
    (expands_to(f(x), x, x**2 - x**3, order=4), DECAY),
    (equal(Limit(f(x) / x**2, x, 0), 1), DECAY),
    (on_interval(f(x), ">", x, 0, 5), SQUARE),
    (only_root(f(x) - 5, x, 0, 5, "2.00"), SQUARE),
    (crossing(f(x) - 5, x, "2.00"), SQUARE),
    (smallest_period(f(x), x, 2 * pi), (f(x), sin(x))),
    (equal(Sum(f(n), (n, 1, 3)), 17), SQUARE),
    (equal(sqrt(f(x) - 1), sympy.Abs(x)), SQUARE),
    (equal(log(f(x)), log(x**2 + 1)), SQUARE),
    (equal(f(f(x)), (x**2 + 1) ** 2 + 1), SQUARE),
    (equal(Derivative(log(rho(r)), r), -1 / R), PROFILE),
    (equal(Integral(f(x), (x, 0, 1)), Rational(4, 3)), SQUARE),
    (equal(Subs(Derivative(f(x), x), x, 2), 0), DECAY),
    (equal(m(R), 4 * pi * a * R**3 / 3), MASS),
    (equal(b, sqrt(2)), (f(x), b * exp(-(x**2))), (Integral(f(x), (x, -sympy.oo, sympy.oo)), sqrt(2 * pi))),
    (equal(Integral(f(x) * g(x), (x, 0, 1)), Integral((x**2 + 1) * g(x), (x, 0, 1))), SQUARE),
]
FALSE = [
    (approx(f(3), "11.0"), SQUARE),
    (approx(y, "11.0"), SQUARE, (y, f(3))),
    (approx(c, "0.343"), (c, Integral(f(x), (x, 0, 1))), (f(x), x**2)),
    (approx(Integral(f(x), (x, 0, 1)), "0.1706"), DECAY),
    (expands_to(f(x), x, x**2 + x**3, order=4), DECAY),
    (equal(Limit(f(x) / x**2, x, 0), 2), DECAY),
    (on_interval(f(x), "<", x, 0, 5), SQUARE),
    (only_root(f(x) - 5, x, 0, 5, "2.10"), SQUARE),
    (crossing(f(x) - 5, x, "2.10"), SQUARE),
    (smallest_period(f(x), x, pi), (f(x), sin(x))),
    (equal(Sum(f(n), (n, 1, 3)), 18), SQUARE),
    (equal(sqrt(f(x) - 1), x), SQUARE),
    (equal(log(f(x)), 2 * log(sympy.Abs(x) + 1)), SQUARE),
    (equal(f(f(x)), (x**2 + 1) ** 2), SQUARE),
    (equal(Derivative(log(rho(r)), r), 1 / R), PROFILE),
    (equal(Integral(f(x), (x, 0, 1)), 1), SQUARE),
    (equal(Integral(f(x), (x, 0, 1)), 2 - 4 / sympy.E), DECAY),
    (equal(Subs(Derivative(f(x), x), x, 1), 0), DECAY),
    (equal(m(R), 2 * pi * a * R**3 / 3), MASS),
    (equal(Integral(f(x) * g(x), (x, 0, 1)), Integral((x**2 - 1) * g(x), (x, 0, 1))), SQUARE),
]


@pytest.mark.parametrize("case", TRUE, ids=lambda case: str(case[0][0])[:60])
def test_what_follows_is_proved(case: Any) -> None:
    says, *premises = case
    assert outcome(says, *premises) == (Outcome.PROVED, ())


@pytest.mark.parametrize("case", FALSE, ids=lambda case: str(case[0][0])[:60])
def test_what_does_not_follow_is_refuted(case: Any) -> None:
    says, *premises = case
    assert outcome(says, *premises)[0] is Outcome.REFUTED


UNCLEAR = [
    (equal(Integral(x * f(x), (x, -1, 1)), 2), (f(x), 1 / x)),
    (equal(Integral(f(x) ** 2, (x, -1, 0)), -Rational(1, 2)), (f(x), sqrt(x))),
    (equal(Integral(x**2 * f(x) * g(x), (x, -1, 1)), 2), (f(x), 1 / x), (g(x), 1 / x)),
    (equal(Integral(rho(x), (x, -1, 1)), 0), (rho(r), r)),
    (equal(Integral(rho(r), (r, -1, 1)), 0), (rho(r), r)),
    (equal(rho(-1), -1), (rho(r), r)),
    (equal(Derivative(f(x), x), b), (f(x), b * x), (b, g(x))),
    (equal(Integral(f(x), (x, 0, 1)), b / 2), (f(x), b * x), (b, 2 * x)),
    (equal(Derivative(f(b), b), b), (f(x), b * x)),
    (equal(Integral(f(t), (t, 0, 1)), t / 2), (f(x), b * x), (b, t)),
    (equal(f(2), 5), (f(x), 2 * x), (f(x), x**2)),
    (approx(f(3), "1.0"), (f(x), 1), (f(3), 2)),
    (equal(p(1), 1), (p(x), b * x**2)),
    (equal(Integral(f(x), (x, 0, 1)), 0), (f(x), g(x)), (g(x), h(x)), (h(x), f(x))),
    (equal(b * m(R), 0), (m(r), Integral(a / x, (x, 0, r))), (b, 0)),
]


@pytest.mark.parametrize("case", UNCLEAR, ids=lambda case: str(case[0][0])[:60])
def test_what_a_definition_does_not_say_stays_open(case: Any) -> None:
    says, *premises = case
    assert outcome(says, *premises)[0] is Outcome.UNDECIDED


def test_a_condition_on_the_function_bears_no_refutation() -> None:
    line = (f(x), b * x)
    assert outcome(less(b, 0), line, where=(f(x) > 0,))[0] is Outcome.UNDECIDED
    assert outcome(equal(Derivative(f(x), x), 2 * x), line, where=(Eq(b, x),))[0] is Outcome.UNDECIDED


def test_what_is_needed_is_told() -> None:
    assert outcome(equal((x - 1) * f(x), a), (f(x), a / (x - 1))) == (Outcome.PROVED, ("x - 1 ≠ 0",))
    assert outcome(equal(Limit(f(x) / b, x, 0), 0), DECAY) == (Outcome.PROVED, ("b ≠ 0",))


@settings(deadline=None, max_examples=examples(15))
@given(st.lists(st.integers(-3, 3), min_size=2, max_size=4), st.integers(-2, 2), st.integers(1, 3), st.booleans())
def test_integrals_of_polynomials(coefficients: list[int], low: int, width: int, spoiled: bool) -> None:
    """Against the antiderivative, computed here."""
    value = sum(Rational(k, i + 1) * ((low + width) ** (i + 1) - low ** (i + 1)) for i, k in enumerate(coefficients))
    definition = (f(x), sum(k * x**i for i, k in enumerate(coefficients)))
    says = equal(Integral(f(t), (t, low, low + width)), value + int(spoiled))
    assert outcome(says, definition)[0] is (Outcome.REFUTED if spoiled else Outcome.PROVED)
