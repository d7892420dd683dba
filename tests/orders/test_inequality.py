"""Signs that hold at every point, and signs that must not be claimed."""

from __future__ import annotations

import pytest
import sympy
from sympy import Rational, sqrt

from verify.balls.core import work
from verify.deciding.decide import decide
from verify.orders.provisos import implied
from verify.outcomes import Outcome
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.refuting.hunt import MAX_STEPS

a, b = sympy.symbols("a b", positive=True)
u, w = sympy.symbols("u w", real=True)
s = sympy.Symbol("s", nonnegative=True)
z = sympy.Symbol("z")


def signs(expression: sympy.Expr, *conditions: sympy.Basic) -> set[int] | None:
    symbols = (
        expression.free_symbols.union(*(c.free_symbols for c in conditions)) if conditions else expression.free_symbols
    )
    found = certified_sign(expression, Domain(tuple(symbols), conditions))
    return None if found is None else set(found)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (a + b, {1}),
        (-a - b, {-1}),
        (a - b, None),
        (u, None),
        (u**2, {0, 1}),
        (u**2 + 1, {1}),
        (-(u**2) - a, {-1}),
        (s, {0, 1}),
        (s + a, {1}),
        (a / (b + s), {1}),
        (1 / u**2, {1}),
        (1 / u, None),
        (z**2 + 1, None),
        (sqrt(a) + sqrt(b), {1}),
        (sqrt(u), None),
        (a * (sqrt(2) - 1), {1}),
        (a * (sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6)) - Rational(1, 10**40)), {-1}),
        (sympy.Integer(0) * a, {0}),
        # a number outweighs sines and cosines of what is certainly real
        (2 - 2 * sympy.cos(u - w), {0, 1}),
        (-3 + 2 * sympy.cos(u) + sympy.sin(u * w), {-1, 0}),
        (-4 + 2 * sympy.cos(u) + sympy.sin(u * w), {-1}),
        (2 + sympy.cos(u) ** 3 * sympy.sin(w) + a, {1}),
        (2 - sympy.cos(u) - u**2, None),
        (1 - 2 * sympy.cos(u), None),
        (2 + sympy.cos((-1) ** Rational(1, 3) * u), None),
        (2 + sympy.cos(sqrt(u)), None),
        (2 + sympy.cos(sympy.log(u)), None),
        (2 + sympy.cos(1 / u), None),
        (2 - 2 / sympy.cos(u), None),
        (2 - a * sympy.cos(u), None),
        (2 - sympy.cos(z), None),
    ],
    ids=str,
)
def test_signs(expression: sympy.Expr, expected: set[int] | None) -> None:
    assert signs(expression) == expected


def test_conditions() -> None:
    assert signs(a - b, a > b) == {1}
    assert signs(u - w, u > w) == {1}
    assert signs(u, u > 0) == {1}
    assert signs(u + w, u > 0, w > 0) == {1}
    assert signs(a - b, a > 2 * b) == {1}
    assert signs(b - a, a > 2 * b) == {-1}
    assert signs(a - 3 * b, a > 2 * b) is None
    assert signs(a - b, a >= b) == {0, 1}
    assert signs(a**4 - b**4, a <= b) == {-1, 0}
    assert signs(u, u >= 0) == {0, 1}
    assert signs(a * u, u > 0, a < 1) == {1}


def test_a_number_too_close_to_zero_is_not_judged() -> None:
    assert signs(a * (sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6)))) in (None, {0})


def test_an_even_power_of_what_is_not_zero_is_positive_beside_other_factors() -> None:
    s, a, b = sympy.Symbol("s", real=True, nonzero=True), *sympy.symbols("a b", positive=True)
    assert str(certified_sign(a * s**2 / b, Domain((a, b, s), ()))) == "positive"
    assert certified_sign(a * s**3, Domain((a, s), ())) != certified_sign(a * s**2, Domain((a, s), ()))


def test_reciprocals_and_one_more_than_a_square_root_are_nowhere_zero() -> None:
    b, x = sympy.Symbol("b", real=True), sympy.Symbol("x", complex=True)
    domain = Domain((b, x), ())
    for shown in (1 / sqrt(1 - b**2), 1 + sqrt(1 - b**2), 2 + 3 * sqrt(x), 1 / b**3):
        assert implied(sympy.Ne(shown, 0, evaluate=False), domain), shown
    for open_ in (1 - sqrt(1 - b**2), sqrt(x), 1 + b * sqrt(x), 1 + sqrt(x) * sqrt(b), b + sqrt(x)):
        assert not implied(sympy.Ne(open_, 0, evaluate=False), domain), open_


def test_turning_points_are_sought_within_the_budget_of_the_search() -> None:
    costly = sympy.Integral(sympy.sign(sympy.binomial(-sympy.asin(2), sympy.sin(2))), (u, a, 2))
    wide = sympy.atan2(w, -2)
    before = work.steps
    found = decide(costly, wide, Domain.of(costly, wide, ()), "<")
    assert found.outcome is Outcome.UNDECIDED
    assert work.steps - before <= 2 * MAX_STEPS
