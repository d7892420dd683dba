"""What a value makes vanish was part of the line: 0 times a divergent integral is not 0, and nothing is divided by a hidden zero."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import (
    Abs,
    Eq,
    Integral,
    Piecewise,
    Rational,
    S,
    Sum,
    Symbol,
    binomial,
    exp,
    gamma,
    oo,
    polygamma,
    symbols,
)

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

b, t, u, x = symbols("b t u x", real=True)
k, n = symbols("k n", integer=True)
K = Symbol("K", integer=True, nonnegative=True)
N = Symbol("N", integer=True, positive=True)

DIVERGENT = Integral(1 / u, (u, 0, 1))
ALTERNATING = Sum((-1) ** k, (k, 0, oo))
ODD = Integral(t, (t, -1, 1))
"""Nothing, by an antiderivative."""
SHORT = Sum(k, (k, -1, 1))
"""Nothing, written out."""
GAMMA = Integral(exp(-t), (t, 0, oo)) - 1
TRIANGLE = N * (N + 1) / 2
UNKNOWN = Integral(exp(-x * u), (u, 0, oo))


def outcome(lhs: Any, rhs: Any, *conditions: Any, rel: str = "==") -> tuple[Outcome, tuple[str, ...]]:
    found = decide(lhs, rhs, Domain.of(lhs, rhs, conditions), rel)
    return found.outcome, found.evidence.conditions


@pytest.mark.parametrize("nothing", [ODD, SHORT, GAMMA])
@pytest.mark.parametrize("undefined", [DIVERGENT, ALTERNATING, gamma(-(n**2)), Sum(1 / N, (N, 1, oo))])
def test_nothing_times_what_does_not_exist(nothing: Any, undefined: Any) -> None:
    for line in ((nothing * undefined, S.Zero), (x**2 + nothing * undefined, x**2), (undefined**nothing, S.One)):
        assert outcome(*line)[0] is Outcome.UNDECIDED, line


@pytest.mark.parametrize("nothing", [ODD, SHORT, GAMMA])
def test_what_exists_somewhere_is_told(nothing: Any) -> None:
    for factor in (Sum(b**k, (k, 0, oo)), Piecewise((1, x > 0)), gamma(n)):
        found, conditions = outcome(nothing * factor, S.Zero)
        assert found is Outcome.UNDECIDED or conditions, factor


@pytest.mark.parametrize("factor", [gamma(n), UNKNOWN])
def test_nothing_is_refuted_where_the_line_is_undefined(factor: Any) -> None:
    symbol = n if factor.has(n) else x
    assert outcome(ODD * factor + Abs(symbol), symbol)[0] is not Outcome.REFUTED


def test_whole_numbers_that_are_all_poles() -> None:
    assert outcome(gamma(1 - TRIANGLE), -TRIANGLE * gamma(-TRIANGLE))[0] is Outcome.UNDECIDED
    assert outcome(polygamma(1, 1 - TRIANGLE) - polygamma(1, -TRIANGLE), -1 / TRIANGLE**2)[0] is Outcome.UNDECIDED
    assert outcome(binomial(-TRIANGLE, K), binomial(-TRIANGLE, -K - TRIANGLE))[0] is not Outcome.PROVED
    assert outcome(gamma(x + 1), x * gamma(x), Eq(x, -N))[0] is Outcome.UNDECIDED


def test_what_was_lost_may_be_a_hidden_zero() -> None:
    hidden = (b + x) ** 2 - b**2 - 2 * b * x - x**2
    found = decide(S.Zero, S.Zero, Domain((b, x)), lost=(hidden,))
    assert found.outcome is not Outcome.PROVED


TRUE = [
    (ODD + x, x),
    (GAMMA + x, x),
    (SHORT + x, x),
    (gamma(n + 1), n * gamma(n)),
    (gamma(x + 1), x * gamma(x)),
    (Integral(x, (x, 0, 1)) * b, b * Rational(1, 2)),
    (GAMMA * Sum(b**k / 2**k, (k, 0, 3)), S.Zero),
]


@pytest.mark.parametrize("line", TRUE)
def test_what_is_defined_is_still_proved(line: tuple[Any, Any]) -> None:
    assert outcome(*line)[0] is Outcome.PROVED
