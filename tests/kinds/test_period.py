"""Smallest periods: hand-worked sums of phases, real and integer variables, and searches for a lie."""

from math import gcd, lcm
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, I, Integer, Rational, cos, exp, pi, sin, sqrt, tan

from tests.common.examples import examples
from verify.claims import smallest_period, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.slips.mutants import try_mutants
from verify.theorems.periods import is_irrational
from verify.theorems.periods import smallest_period as period_of
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading

y, b = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "yb")
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True)
a, q = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "aq")
even = symbol("m", "m", "m", DIMENSIONLESS, even=True)
z = symbol("z", "z", "z", DIMENSIONLESS, complex=True)
NOTHING = Facts((), ())


def outcome(expression: Any, variable: Any, period: Any, facts: Facts = NOTHING) -> Outcome:
    (statement,) = smallest_period(expression, variable, period)
    return KINDS[type(statement)].check(statement, facts, Settings()).outcome


PROVED = [
    (exp(4 * pi * I * n / 3), n, 3),
    ((-1) ** n, n, 2),
    (cos(2 * pi * n / 5) + (-1) ** n, n, 10),
    (exp(4 * pi * I * y), y, Rational(1, 2)),
    (-exp(2 * pi * I * y), y, 1),
    (cos(2 * pi * y), y, 1),
    (cos(y / 2), y, 4 * pi),
    (cos(pi * y) ** 2, y, 1),
    (sin(y) * cos(y), y, pi),
    (sin(y) ** 4 + cos(y) ** 4, y, pi / 2),
    (exp(2 * pi * I * y) + exp(3 * pi * I * y), y, 2),
    (cos(y) ** 3 - 3 * cos(y) / 4, y, 2 * pi / 3),
    (a * cos(y) + sin(3 * y), y, 2 * pi),
    (exp(I * a * y) + exp(3 * I * a * y / 2), y, 4 * pi / a),
    (1 / exp(I * y), y, 2 * pi),
]
REFUTED = [
    (exp(4 * pi * I * n / 3), n, Rational(3, 2)),
    (exp(I * n), n, 2 * pi),
    (cos(2 * pi * n / 5) + (-1) ** n, n, 5),
    (exp(6 * pi * I * y), y, 1),
    (exp(2 * pi * I * y), y, -1),
    (cos(2 * pi * y), y, 2),
    (cos(pi * y) ** 2, y, 2),
    (cos(y) ** 3 - 3 * cos(y) / 4, y, 2 * pi),
    (sin(y) ** 2 + cos(y) ** 2, y, 1),
    (cos(y) ** 2 - cos(2 * y) / 2, y, pi),
    (Abs(exp(2 * pi * I * y)), y, 1),
    (cos(y) + cos(sqrt(2) * y), y, 2 * pi),
    (cos(y) + cos(pi * y), y, 2 * pi),
]
OPEN = [
    (tan(y), y, pi),
    (Abs(cos(pi * y)), y, 1),
    (exp(y), y, 1),
    (exp(I * y**2), y, 1),
    (b * cos(y) + cos(2 * y), y, 2 * pi),
    (exp(I * b * y), y, 2 * pi / b),
    (exp(I * y) + exp(I * a * y), y, 2 * pi),
    (exp(pi * I * even / 2), even, 4),
    (exp(2 * pi * I * z), z, 1),
]


@pytest.mark.parametrize("case", PROVED, ids=str)
def test_the_smallest_period_is_proved(case: tuple[Any, Any, Any]) -> None:
    assert outcome(*case) is Outcome.PROVED


@pytest.mark.parametrize("case", REFUTED, ids=str)
def test_another_period_is_refuted(case: tuple[Any, Any, Any]) -> None:
    assert outcome(*case) is Outcome.REFUTED


@pytest.mark.parametrize("case", OPEN, ids=str)
def test_the_rest_stays_open(case: tuple[Any, Any, Any]) -> None:
    assert outcome(*case) is Outcome.UNDECIDED


def test_a_condition_decides_a_frequency_and_one_on_the_variable_nothing() -> None:
    assert outcome(exp(I * b * y), y, 2 * pi / b, Facts((), (b > 0,))) is Outcome.PROVED
    assert outcome(exp(2 * pi * I * y), y, 1, Facts((), (y < 0,))) is Outcome.UNDECIDED


def test_premises_are_used_but_not_solved_for_the_variable() -> None:
    assert (
        outcome(exp(2 * pi * I * a * y), y, Rational(1, 2), Facts((Equation("p", a, Integer(2)),), ()))
        is Outcome.PROVED
    )
    linked = Facts((Equation("p", 2 * a, y),), ())
    assert outcome(exp(2 * pi * I * a * y), y, 1 / a, linked) is Outcome.UNDECIDED


def test_mutants_are_killed() -> None:
    tried = try_mutants(Reading("as printed", smallest_period(cos(2 * pi * y) + sin(6 * pi * y), y, 1)), Settings())
    assert tried.made == tried.killed > 3


def test_irrational_only_if_certain() -> None:
    assert all(map(is_irrational, (sqrt(2), 1 / pi, 3 * pi, sqrt(2) * pi)))
    assert not any(map(is_irrational, (Rational(1, 3), sqrt(4), a, pi - pi, sympy.E + pi, sympy.EulerGamma)))


frequencies = st.lists(st.tuples(st.integers(-6, 6), st.integers(1, 4)), min_size=1, max_size=3, unique=True)


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(frequencies, st.lists(st.integers(1, 3), min_size=3, max_size=3))
def test_against_the_definition_in_exact_arithmetic(pairs: list[tuple[int, int]], weights: list[int]) -> None:
    """Σ w exp(2πi f y) with rational f: T is a period if every f T is whole; positive weights cannot cancel."""
    rates = [Rational(*pair) for pair in pairs]
    wave = sum((w * exp(2 * pi * I * f * y) for f, w in zip(rates, weights, strict=False)), Integer(0))
    moving = [f for f in rates if f != 0]
    expected = None
    if moving:
        expected = Rational(lcm(*(int(f.q) for f in moving)), gcd(*(int(f.p) for f in moving)))
    assert period_of(wave, y) == expected


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(st.lists(st.tuples(st.integers(0, 11), st.sampled_from([2, 3, 4, 6, 12])), min_size=1, max_size=3))
def test_integer_periods_by_trying_them_all(pairs: list[tuple[int, int]]) -> None:
    """The sequence over one full cycle of 12, as exact cyclotomic sums."""
    turns = [Rational(*pair) for pair in pairs]
    wave = sum((exp(2 * pi * I * t * n) for t in turns), Integer(0))
    counted = {t % 1 for t in turns}
    expected = next(k for k in range(1, 13) if all((t * k).is_Integer for t in counted))
    assert (period_of(wave, n) or 1) == expected


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4))
def test_what_cancels_does_not_count(low: int, high: int, factor: int) -> None:
    hidden = factor * cos(low * y) - factor * (exp(I * low * y) + exp(-I * low * y)) / 2
    assert period_of(hidden + cos(high * y), y) == 2 * pi / high


def test_a_premise_that_links_the_variable_with_a_phase() -> None:
    """b − y = q: with a constant q, e^{2πi b} has the period 1; with a constant b it has none."""
    wave = exp(2 * pi * I * b)
    for premise in ((b - y, q), (q, b - y), (y, b - q), (b - y - q, Integer(0))):
        linked = Facts((Equation("p", *premise),), ())
        assert outcome(wave, y, 1, linked) is outcome(wave, y, 2, linked) is Outcome.UNDECIDED
    for premise in ((b, 2 * y), (b, y + q), (b, a * y)):
        given_by = Facts((Equation("p", *premise),), ())
        period = 1 / premise[1].diff(y)
        assert outcome(wave, y, period, given_by) is Outcome.PROVED
        assert outcome(wave, y, 3 * period, given_by) is Outcome.REFUTED
    whole = Facts((Equation("p", n, y),), ())
    assert outcome(exp(2 * pi * I * n), y, 1, whole) is Outcome.UNDECIDED
