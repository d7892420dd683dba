"""Proportionality: what is the same multiple everywhere, what is not, and what is left open."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, Eq, Gt, Rational, factorial, pi, sin, sqrt
from sympy import cos as cosine

from tests.common.asking import judge_claim
from tests.soundness import steps
from verify.claims import ClaimError, Paper, follows_from, function, proportional, symbol
from verify.kinds.proportional import Proportional
from verify.kinds.table import KINDS
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, TIME
from verify.units import UnitSystem
from verify.verdicts import ClaimAudit, Result

T, l, g, F, m, M, r, a, G, k, c = (  # noqa: E741  (the letter of the page)
    symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ["T", "l", "g", "F", "m", "M", "r", "a", "G", "k", "c"]
)
x, y, alpha = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "y", "alpha"))
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True, positive=True)
f = function("f", "f", "f", DIMENSIONLESS, variables=(x,), real=True)
PENDULUM = [(T, 2 * pi * sqrt(l / g))]
GRAVITY = [(F, m * a), (a, G * M / r**2)]


def asked(statement: Any, premises: Any = (), conditions: Any = (), printed: str = "in words") -> ClaimAudit:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    lines = [steps.given(paper, *premise) for premise in premises]
    by = {"by": follows_from(*lines)} if lines else {}
    return judge_claim(paper, paper.claim("9", statement, where="I", printed=printed, conditions=conditions, **by))


@pytest.mark.parametrize(
    ("statement", "premises", "conditions"),
    [
        (proportional(T, sqrt(l), l), PENDULUM, ()),
        (proportional(T, 1 / sqrt(g), g), PENDULUM, ()),
        (proportional(T, sqrt(l / g), l, g), PENDULUM, ()),
        (proportional(F, 1 / r**2, r), GRAVITY, ()),
        (proportional(F, m, m), [(F, m * a)], (Gt(m, 2),)),
        (proportional(c * l / (l + m), 1 / (1 / m + 1 / l), l), (), ()),
        (proportional(factorial(n + 1), factorial(n) * (n + 1), n), (), ()),
        (proportional(Abs(x), x, x), (), (Gt(x, 0),)),
    ],
)
def test_it_is_the_same_multiple(statement: Any, premises: Any, conditions: Any) -> None:
    assert asked(statement, premises, conditions).result is Result.PASS


@pytest.mark.parametrize(
    ("statement", "premises"),
    [
        (proportional(T, l, l), PENDULUM),
        (proportional(T, sqrt(l * g), l, g), PENDULUM),
        (proportional(F, 1 / r, r), GRAVITY),
        (proportional(x + 1, x, x), ()),
        (proportional(Abs(x), x, x), ()),
        (proportional(n**2, n * (n + 1), n), ()),
        (proportional(l**k, l**c, l), ()),
        (proportional(m * c, m, m), [(c, m * a)]),
        (proportional(f(x), x**3, x), [(f(x), 3 * c * x**2)]),
    ],
)
def test_two_places_speak_against_it(statement: Any, premises: Any) -> None:
    found = asked(statement, premises).readings[0].evidence
    assert asked(statement, premises).result is Result.FAIL
    assert found.counterexample is not None
    assert any("'" in name for name, _ in found.counterexample.point)


@pytest.mark.parametrize(
    ("statement", "premises", "told"),
    [
        (proportional(3 * x**2, x**2, x), (), ("x ≠ 0",)),
        (proportional(x, alpha * x, x), (), ("α ≠ 0", "x ≠ 0")),
        (proportional(sin(x) ** 2, 1 - cosine(2 * x), x), (), ("cos(2·x) - 1 ≠ 0",)),
        (proportional(f(x), x**2, x), [(f(x), 3 * c * x**2)], ("x ≠ 0",)),
    ],
)
def test_that_the_right_side_is_not_zero_is_told(statement: Any, premises: Any, told: Any) -> None:
    found = asked(statement, premises)
    assert found.result is Result.PASS_IF
    assert found.readings[0].evidence.conditions == told


@pytest.mark.parametrize(
    ("statement", "premises", "conditions"),
    [
        (proportional(T, sqrt(l), l), (), ()),  # no premise says what T is
        (proportional(x * y, x, x, y), (), ()),  # nor how x depends on y
        (proportional(f(x), x**3, x), (), ()),
        (proportional(x, 0 * y, x), (), ()),  # zero everywhere
        (proportional(F, m, m), [(F * c, m * a)], ()),
        (proportional(m * c, m, m), [(c**2, m * a)], ()),
        (proportional(m * c, m, m), (), (Eq(m, 2),)),
        (proportional(m * c, m, m), (), (Eq(c**2, m),)),
        (proportional(T, l, l), [*PENDULUM, (g, l)], ()),
    ],
)
def test_it_is_left_open(statement: Any, premises: Any, conditions: Any) -> None:
    assert asked(statement, premises, conditions).result is not Result.PASS
    if (statement, premises) != (proportional(T, l, l), [*PENDULUM, (g, l)]):
        assert asked(statement, premises, conditions).result is Result.OPEN


def test_the_print_is_compared_with_its_sign() -> None:
    assert asked(proportional(T, sqrt(l), l), PENDULUM, printed=r"T \propto \sqrt{l}").transcription == "agrees"
    assert asked(proportional(T, sqrt(l), l), PENDULUM, printed=r"T \propto l^2").transcription != "agrees"


def test_the_sides_may_have_different_dimensions_but_each_its_own() -> None:
    time, length = symbol("t", "t", "a time", TIME, positive=True), symbol("s", "s", "a length", LENGTH, positive=True)
    assert asked(proportional(time, sqrt(length), length), [(time, sqrt(length))]).dimension != "mismatch"
    assert asked(proportional(time + length, length, length)).dimension == "mismatch"


def test_bad_input_is_refused() -> None:
    with pytest.raises(ClaimError, match="no variable is given"):
        proportional(T, l)
    with pytest.raises(ClaimError, match="g stands on neither side"):
        proportional(T, l, g)


def test_slips_are_none_that_change_the_constant_only() -> None:
    (statement,) = proportional(T, 3 * l**2 / (l + m), l)
    spoiled = [one for _, one in KINDS[Proportional].spoil(statement)]
    assert spoiled
    assert all((one.rhs / statement.rhs).simplify().has(l) for one in spoiled)


powers = st.fractions(min_value=-3, max_value=3, max_denominator=3)


@given(powers, powers)
def test_two_powers_are_proportional_if_they_are_the_same(one: Any, other: Any) -> None:
    found = asked(proportional(k * l ** Rational(one), l ** Rational(other), l)) if one and other else None
    assert found is None or found.result is (Result.PASS if one == other else Result.FAIL)
