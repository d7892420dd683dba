"""Zeros, poles and signs between two ends: counts that are known, and what must stay open."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, Rational, cos, exp, floor, log, oo, sign, sin, sqrt, tan, tanh

from tests.common.examples import examples
from verify.calculus.one_sign import sign_between
from verify.calculus.roots import study
from verify.orders.ranges import range_of
from verify.points.exact_numbers import certain_sign

x = sympy.Symbol("x", real=True)

COUNTED = [
    (exp(x) - x - 2, -oo, oo, 2, 0),
    (exp(x) - x - 2, 0, oo, 1, 0),
    (sin(x), 0, 7, 2, 0),  # zero at an end
    (sin(x) / x, 0, 10, 3, 0),  # 0/0 at an end
    (1 - cos(x), 0, 6, 0, 0),  # a double zero at an end
    (tan(x) - x, 0, 5, 1, 2),  # a threefold zero at an end
    (tan(x) - x, 1, 9, 2, 3),
    (1 / x - exp(x), -1, 1, 1, 1),
    (sympy.besselj(0, x), 0, 10, 3, 0),
    (log(x) - 1, 0, oo, 1, 0),
    (x * log(x) + Rational(1, 10), 0, 1, 2, 0),
    (sqrt(x) - cos(x), Rational(1, 100), oo, 1, 0),
    (tanh(x) - x / 2, 0, oo, 1, 0),
    (x * exp(-x) - Rational(1, 10), 0, oo, 2, 0),
    (sympy.erf(x) - Rational(1, 2), -oo, oo, 1, 0),
    (floor(x) + 1, 0, 3, 0, 0),  # a jump without a change of sign
]


@pytest.mark.parametrize(("f", "low", "high", "zeros", "poles"), COUNTED)
def test_counts(f: Any, low: Any, high: Any, zeros: int, poles: int) -> None:
    found = study(f, x, sympy.sympify(low), sympy.sympify(high))
    assert (len(found.zeros), len(found.poles), found.open) == (zeros, poles, [])


OPEN = [
    ((x - 1) ** 2 * exp(x), 0, 3),  # a double zero
    (1 - cos(x), -1, 1),
    (floor(x) - Rational(1, 2), 0, 3),  # a jump through zero
    (sign(x - 1), 0, 3),
    (sin(1 / x), 0, 1),  # zeros without end
    (sin(2 * x) / sin(x), Rational(1, 2), 4),  # 0/0 inside
    ((exp(x) - 1) / x, -1, 1),
    (cos(x), 0, oo),  # no sign of the tail
    (sympy.Piecewise((-1, x < 1), (1, True)), 0, 3),
    (exp(1 / (x - 1)) - 1, 0, 3),  # an essential singularity
    (sqrt(x) - cos(x), 0, oo),  # a branch point at an end at which it is not zero
    (Abs(x) - 1, Rational(-1, 2), 3),  # no rule differentiates it
    (tan(x) ** 2, 1, 2),  # a double pole
    (sympy.acot(x), -1, 1),  # its derivative does not jump
]


@pytest.mark.parametrize(("f", "low", "high"), OPEN)
def test_what_is_not_certain_stays_open(f: Any, low: Any, high: Any) -> None:
    assert study(f, x, sympy.sympify(low), sympy.sympify(high)).open


def test_what_has_dropped_out_is_asked() -> None:
    assert study(exp(x), x, sympy.Integer(1), sympy.Integer(3), [x - 2]).open
    assert study(exp(x), x, sympy.Integer(1), sympy.oo, [x - 40]).open
    assert not study(exp(x), x, sympy.Integer(1), sympy.Integer(3), [x - 4]).open


def test_an_enclosure_that_may_be_complex_is_none() -> None:
    assert range_of(log(x) ** 2 + 1, {x: (Rational(-1), Rational(-1, 2))}) is None
    assert study(log(x) ** 2 + 1, x, sympy.Integer(-1), sympy.Integer(3)).open


def test_a_pole_is_narrowed() -> None:
    ((low, high),) = study(exp(x) / (exp(x) - 200), x, sympy.Integer(1), sympy.Integer(9)).poles
    assert certain_sign(log(200) - low) == certain_sign(high - log(200)) == 1
    assert high - low < Rational(1, 10**9)


def test_a_tail_with_a_pole_has_no_sign() -> None:
    found = study(exp(-x) / (x - 50) ** 2, x, sympy.Integer(0), sympy.oo)
    assert found.open or found.poles


@pytest.mark.parametrize(
    ("g", "low", "high", "wanted"),
    [
        (cos(x), -sympy.pi / 2, sympy.pi / 2, 1),
        (cos(x), 0, sympy.pi, None),
        (exp(x) - 1 - x, 0, oo, 1),
        (-1 / x, oo, 1, -1),  # ends in any order
        (sin(x), 2, 1, 1),
        (x**3, -1, 1, None),
        (x**2, -1, 1, 1),  # but for single zeros
        (x, 1, 1, None),
    ],
)
def test_one_sign(g: Any, low: Any, high: Any, wanted: int | None) -> None:
    assert sign_between(g, x, sympy.sympify(low), sympy.sympify(high)) == wanted


def test_one_sign_without_zeros() -> None:
    assert sign_between(x**2, x, sympy.Integer(-1), sympy.Integer(1), with_zeros=False) is None


PLACES = st.lists(st.integers(-4, 4).map(lambda n: Rational(n, 2)), max_size=3)


@settings(max_examples=examples(40), deadline=None)
@given(zeros=PLACES, poles=PLACES, rate=st.sampled_from([-1, 1]), ends=st.tuples(st.integers(-6, 0), st.integers(1, 6)))
def test_known_zeros_and_poles(zeros: list[Any], poles: list[Any], rate: int, ends: tuple[int, int]) -> None:
    """A product of exp(r) - exp(x) over exp(p) - exp(x): what is counted is there, and nothing is left out if nothing is open."""
    poles = [place for place in poles if place not in zeros]
    f = (2 + sin(x)) * sympy.Mul(*(exp(rate * x) - exp(rate * r) for r in zeros))
    f = f / sympy.Mul(*(exp(x) - exp(p) for p in poles))
    low, high = (Rational(end, 2) for end in ends)
    found = study(f, x, low, high)
    inside = {kind: Counter(p for p in places if low < p < high) for kind, places in (("0", zeros), ("x", poles))}
    for kind, brackets in (("0", found.zeros), ("x", found.poles)):
        held = [[p for p in inside[kind] if a < p < b] for a, b in brackets]
        assert all(len(one) == 1 for one in held)
        assert len({one[0] for one in held}) == len(held)
        if not found.open:
            assert len(held) == len(inside[kind])
    for (a, b), its_sign in found.signs:
        middle = a + (b - a) * Rational(17, 40)
        own = [rate * (middle - r) for r in zeros] + [middle - p for p in poles]
        assert sympy.sign(sympy.Mul(*own)) == its_sign
    if not found.open:
        assert max(*inside["0"].values(), *inside["x"].values(), 1, 1) == 1
