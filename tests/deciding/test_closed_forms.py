"""Relations between integrals over infinite ranges, which no enclosure reaches: decided by values that are proved."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Integral, S, Sum, Symbol, cos, exp, oo, pi, sqrt

from tests.common.asking import read
from verify.claims import Equation, equal, follows_from, greater, less, symbol
from verify.deciding.decide import decide
from verify.judging.verdict_on import judge
from verify.points.domain import Domain, EmptyDomain
from verify.refuting.comparison import Comparison
from verify.units import DIMENSIONLESS
from verify.verdicts import Outcome

PROVED, REFUTED, UNDECIDED = Outcome.PROVED, Outcome.REFUTED, Outcome.UNDECIDED
b = symbol("b", "b", "a length", DIMENSIONLESS, positive=True)
w = symbol("w", "w", "a rate of either sign", DIMENSIONLESS, real=True)
r = symbol("r", "r", "distance", DIMENSIONLESS, positive=True)
x = symbol("x", "x", "place", DIMENSIONLESS, real=True)
k = symbol("k", "k", "number", DIMENSIONLESS, real=True)
n = symbol("n", "n", "index", DIMENSIONLESS, integer=True, positive=True)
SECOND = Integral(r**2 * exp(-r / b), (r, 0, oo))


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (equal(SECOND, 2 * b**3), PROVED),
        (equal(SECOND, 3 * b**3), REFUTED),
        (equal(b * SECOND, 2 * b**3), REFUTED),
        (greater(SECOND, b**3), PROVED),
        (less(SECOND, b**3), REFUTED),
        (less(Integral(exp(-(x**2) / b**2), (x, -oo, oo)), b * sqrt(pi) / 2), REFUTED),
        (equal(Sum(1 / n**2, (n, 1, oo)), pi**2 / 5), REFUTED),
        # Nothing is said where the integral has no value, or none that is proved for every parameter.
        (equal(Integral(exp(w * r), (r, 0, oo)), -1 / w), UNDECIDED),
        (greater(Integral(exp(w * r), (r, 0, oo)), 0), UNDECIDED),
        (equal(Integral(cos(r), (r, 0, oo)), 1), UNDECIDED),
        (equal(Integral(1 / x, (x, -oo, oo)), 1), UNDECIDED),
    ],
)
def test_relations_between_integrals(says: Any, expected: Outcome) -> None:
    assert judge(read(says)).outcome is expected


def test_that_an_integral_with_a_value_converges_is_no_condition() -> None:
    mean = Integral(4 * r * exp(-2 * r / b) / b**2, (r, 0, oo)) / b
    found = judge(read(equal(k, mean, 1 / b), by=follows_from(Equation("mean", k, mean))))
    assert found.outcome is PROVED
    assert found.evidence.conditions == ()


def test_what_is_proved_of_an_endless_integral_is_not_enclosed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its enclosure takes longer to prepare than the proof."""

    def refuse(*_: Any) -> Any:
        raise AssertionError("the sides were prepared for a comparison at points")

    monkeypatch.setattr(Comparison, "of", refuse)
    gauss = Integral(exp(-(x**2)), (x, -oo, oo))
    assert decide(gauss, sqrt(pi), Domain.of(gauss, sqrt(pi))).outcome is PROVED


def test_conditions_on_an_endless_integral_have_to_leave_a_point() -> None:
    gauss = Integral(exp(-b * x**2), (x, -oo, oo))
    with pytest.raises(EmptyDomain):
        decide(gauss, sqrt(pi) / b, Domain.of(gauss, b, (k > 1, k < 0)))


def test_a_domain_of_one_point_at_which_a_divisor_vanishes_proves_nothing() -> None:
    s = Symbol("s", prime=True, even=True)
    for lhs, rhs in (((s**3 - 8) / (s - 2), s**2 + 2 * s + 4), (x / (s - 2) + x / (2 - s), S.Zero)):
        assert decide(lhs, rhs, Domain.of(lhs, rhs)).outcome is UNDECIDED
