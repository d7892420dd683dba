"""Pictures of refuted lines: where they are false, and that none is drawn where there is nothing to draw."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from tests.kinds.test_figures import x
from verify.claims import equal, less, on_interval
from verify.judging.residuals import residual
from verify.verdicts import Drawing
from verify.vocabulary.readings import Reading


def reading(*statements: Any, where: tuple[Any, ...] = ()) -> Reading:
    return Reading("as printed", statements, where=where)


def drawn(*statements: Any, where: tuple[Any, ...] = (), point: tuple[tuple[str, str], ...] = ()) -> Drawing:
    found = residual(reading(*statements, where=where), point)
    assert found is not None
    return found


@given(st.integers(1, 8), st.integers(1, 8))
def test_the_line_is_false_in_the_stretches_that_are_shaded_and_true_outside(a: int, b: int) -> None:
    low, high = sorted((Fraction(a, 9), Fraction(b, 9)))
    expression = (x - sympy.Rational(low)) * (x - sympy.Rational(high))
    found = residual(reading(*on_interval(expression, ">", x, 0, 1)), ())
    if low == high:
        assert found is None or len(found.failing) == 0
        return
    assert found is not None
    ((first, last),) = found.failing
    assert abs(Fraction(first) - low) < Fraction(1, 10**4)
    assert abs(Fraction(last) - high) < Fraction(1, 10**4)
    for at, value in found.curves[0].points:
        inside = low < Fraction(at) < high
        assert value is not None
        assert (Fraction(value) < 0) == inside or Fraction(at) in (low, high)


def test_an_inequality_is_drawn_between_its_bounds() -> None:
    found = drawn(*less(x**2, x**4), where=(x < 3, x > sympy.Rational(1, 2)), point=(("x", "3/4"),))
    assert found.title == "left side less right side"
    assert (found.x_label, found.y_label) == ("x", "should be < 0")
    ((low, high),) = found.failing
    assert (Fraction(low) > Fraction(1, 2), abs(Fraction(high) - 1) < Fraction(1, 10**4)) == (True, True)


def test_without_bounds_it_is_drawn_round_the_counterexample() -> None:
    found = drawn(*less(2, x), point=(("x", "1"),))
    assert Fraction(found.curves[0].points[-1][0]) <= 2


@pytest.mark.parametrize(
    ("statements", "point"),
    [
        (less(1, 2), ()),
        (equal(x, 2 * x), (("x", "1"),)),
        (less(x, 1), ()),
        (on_interval(x, ">", x, 0, 1), ()),
    ],
    ids=["no parameter", "an equation", "no place", "nowhere false"],
)
def test_nothing_is_drawn(statements: tuple[Any, ...], point: tuple[tuple[str, str], ...]) -> None:
    assert residual(reading(*statements), point) is None
