"""Order relations: inequalities that hold by roots, squares, cases or slopes, and false ones that fail by very little."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Abs, E, Heaviside, Max, Min, Piecewise, Rational, atan, cos, exp, log, pi, sin, sinh, sqrt, tanh

from tests.common.examples import examples
from verify.deciding.decide import Finding, decide
from verify.normal_form.signs import sign_set
from verify.orders.line import Line
from verify.orders.squares import rational_sign
from verify.points.domain import Domain
from verify.verdicts import Grade, Outcome

x, y, z = sympy.symbols("x y z", real=True)
p, q, r = sympy.symbols("p q r", positive=True)
n = sympy.Symbol("n", integer=True)
w = sympy.Symbol("w", real=True, nonzero=True)
ratio = sympy.Symbol("ratio", rational=True)
TINY = Rational(1, 10**9)


def ask(lhs: Any, rel: str, rhs: Any, *conditions: Any) -> Finding:
    lhs, rhs = sympy.sympify(lhs), sympy.sympify(rhs)
    return decide(lhs, rhs, Domain.of(lhs, rhs, conditions), rel)


TRUE = [
    (1 / (1 + exp(p * q)), ">", 0),
    (1 / (1 + exp(p * q)), "<", Rational(1, 2)),
    (x**2 + y**2, ">=", 2 * x * y),
    (x**4 - x**2 + Rational(1, 4), ">=", 0),
    (p**3 + q**3 + r**3, ">=", 3 * p * q * r),
    (x**4 * y**2 + x**2 * y**4 + 1, ">=", 3 * x**2 * y**2),
    (x**2 + y**2 + z**2, ">=", x * y + y * z + z * x),
    ((p + q) * (1 / p + 1 / q), ">=", 4),
    ((p + q) / 2, ">=", sqrt(p * q)),
    (2 / (1 / p + 1 / q), "<=", sqrt(p * q)),
    (x**2 + x * y + y**2 + 1, ">", 0),
    (x / (1 + x**2), "<=", Rational(1, 2)),
    (Abs(x) + Abs(y), ">=", Abs(x + y)),
    (Min(x, y), "<=", y),
    (Max(x, y), ">=", (x + y) / 2),
    (Abs(Abs(x) - Abs(y)), "<=", Abs(x - y)),
    (Abs(x**2 - 1), ">=", 1 - x**2),
    (Abs(Abs(x) - 1), "<=", Abs(x) + 1),
    (Piecewise((x**2, x > 0), (-x, True)), ">=", 0),
    (Heaviside(x) * x, ">=", 0),
    (log(p), "<=", p - 1),
    (exp(x), ">=", 1 + x),
    (exp(w), ">", 1 + w),
    (p * log(p), ">=", -1 / E),
    (x * exp(-x), "<=", exp(-1)),
    (sin(p), "<", p),
    (cos(x), ">=", 1 - x**2 / 2),
    (sinh(p), ">", p),
    (tanh(p), "<", p),
    (atan(p), "<", pi / 2),
    (p / (exp(p) - 1), "<", 1),
    (exp(x), ">", 2 * x),
    (sqrt(1 + p), "<=", 1 + p / 2),
    (log(1 + p), ">=", p / (1 + p)),
    (x**2 - 2 * sqrt(2) * x + 2, ">=", 0),
    (n**2, ">=", n),
    (n**2, "!=", 2),
    (ratio**4 - ratio**2 + 1, ">", 0),
]


@pytest.mark.parametrize(("lhs", "rel", "rhs"), TRUE, ids=str)
def test_true(lhs: Any, rel: str, rhs: Any) -> None:
    found = ask(lhs, rel, rhs)
    assert found.outcome is Outcome.PROVED
    assert found.grade is Grade.EXACT


FALSE = [
    ((x**2 - 2) ** 2, ">", 0),
    ((x - pi) ** 2, ">", 0),
    (x**2 + y**2, ">", 2 * x * y),
    (x**2 + x + 1, ">", Rational(3, 4)),
    (n**2 - n + 41, "!=", 1681),
    (x**4 - x**2 + Rational("0.249999999"), ">", 0),
    (Abs(w), ">=", Rational(1, 10**12)),
    (p**3 - 1000 * p**2 + 1000000, ">", 0),
    (sin(p), "<=", Rational(9999, 10000)),
    ((x**5 - x - 1) ** 2, ">", 0),
    (x**2, "!=", 2),
    (x / (1 + x**2), "<", Rational(1, 2)),
    (exp(x), ">", 1 + x),
    (exp(x), ">", E * x),
    (p * log(p), ">", Rational(-3678, 10000)),
    (x**2 + y**2 + z**2, ">", x * y + y * z + z * x),
    (n**2 - 2 * n, ">=", 0),
    ((p + q) / 2, ">", sqrt(p * q)),
    ((p + q) / 2, ">=", sqrt(p * q) * (1 + TINY)),
]


@pytest.mark.parametrize(("lhs", "rel", "rhs"), FALSE, ids=str)
def test_false(lhs: Any, rel: str, rhs: Any) -> None:
    found = ask(lhs, rel, rhs)
    assert found.outcome is Outcome.REFUTED
    assert found.evidence.counterexample is not None


def test_an_exact_root_is_printed_as_such() -> None:
    told = ask((x**2 - 2) ** 2, ">", 0).evidence.counterexample
    assert told is not None
    assert told.point == (("x", "sqrt(2)"),)
    assert (told.lhs, told.rhs) == ("0", "0")


@pytest.mark.parametrize(
    ("lhs", "rel", "rhs", "conditions"),
    [
        (x**2, ">=", 1, (x > 1,)),
        (x**2, ">", 1, (x > 1,)),
        (x**2, "<=", x, (x >= 0, x <= 1)),
        (x**3 - x, "<", 0, (x > 0, x < 1)),
        (x**2, "<", 1, (Abs(x) < 1,)),
        (log(x), ">", 0, (x > 1,)),
        (exp(x), "<", 1 + 2 * x, (x > 0, x < 1)),
        ((x**2 - 2) ** 2, ">", 0, (x**2 > 3,)),
        ((x - pi) ** 2, ">", 0, (x > 4,)),
        (x**2 + y**2, ">", 0, (x > 0,)),
        (n**2, ">=", 2 * n, (n > 1,)),
    ],
)
def test_conditions_count(lhs: Any, rel: str, rhs: Any, conditions: tuple[Any, ...]) -> None:
    assert ask(lhs, rel, rhs, *conditions).outcome is Outcome.PROVED


@pytest.mark.parametrize(
    ("lhs", "rel", "rhs", "conditions"),
    [
        (x**2, ">", 1, (x >= 1,)),
        ((x**2 - 2) ** 2, ">", 0, (x > 1,)),
        ((x - pi) ** 2, ">", 0, (x > 3,)),
        (x**2, "<=", x, (x >= 0, x <= 1 + TINY)),
        (exp(x), "<", 1 + 2 * x, (x >= 0, x < 1)),
    ],
)
def test_a_condition_is_not_more_than_it_says(lhs: Any, rel: str, rhs: Any, conditions: tuple[Any, ...]) -> None:
    assert ask(lhs, rel, rhs, *conditions).outcome is Outcome.REFUTED


@pytest.mark.parametrize(
    ("lhs", "rel", "rhs"),
    [
        ((ratio**2 - 2) ** 2, ">", 0),  # the root is not rational
        ((ratio - pi) ** 2, ">", 0),
        ((n**2 - 2) ** 2, ">", 0),
        (ratio**2, "!=", 2),
    ],
)
def test_an_irrational_root_is_no_counterexample_for_other_kinds_of_numbers(lhs: Any, rel: str, rhs: Any) -> None:
    assert ask(lhs, rel, rhs).outcome is not Outcome.REFUTED


def test_a_pole_is_no_counterexample() -> None:
    assert ask(1 / (x**2 - 2) ** 2, ">", 0).outcome is Outcome.PROVED
    assert ask((x**2 - 2) ** 2 / (x**4 - 4), "!=", 0).outcome is not Outcome.REFUTED


def test_functions_that_are_not_real_everywhere_are_not_proved() -> None:
    assert ask(log(x), "<=", x - 1).outcome is not Outcome.PROVED
    assert ask(sqrt(x), "<=", (1 + x) / 2).outcome is not Outcome.PROVED


def test_the_square_of_a_difference_can_be_zero() -> None:
    assert sign_set((x - pi) ** 2) == {0, 1}
    assert sign_set(x**2 - 2 * x * y + y**2) == {0, 1}
    assert ask(sympy.sign((x - y) ** 2), "==", 1).outcome is not Outcome.PROVED


def test_limits_at_the_ends_are_not_attained() -> None:
    assert ask(tanh(x), "<", 1).outcome is Outcome.PROVED
    assert ask(atan(p), "<", pi / 2 - TINY).outcome is Outcome.REFUTED
    assert ask(exp(-p), ">", 0).outcome is Outcome.PROVED


# --- polynomials that are true by construction, and the same spoiled by very little -----------------

small = st.integers(-4, 4)
linear = st.tuples(small, small, small)


def _polynomial(c: tuple[int, ...], symbols: tuple[Any, ...]) -> Any:
    return sympy.Add(c[0], *[a * v for a, v in zip(c[1:], symbols, strict=False)])


@settings(max_examples=examples(25), deadline=None, derandomize=True)
@given(st.lists(linear, min_size=1, max_size=3), st.sampled_from([0, 1]))
def test_sums_of_squares_are_never_refuted(forms: list[tuple[int, ...]], extra: int) -> None:
    total = sympy.expand(sympy.Add(extra, *[_polynomial(c, (x, y)) ** 2 for c in forms]))
    assert ask(total, ">=", 0).outcome is not Outcome.REFUTED
    assert ask(total, "<", 0).outcome is not Outcome.PROVED
    if extra:
        assert ask(total, ">", 0).outcome is Outcome.PROVED


@settings(max_examples=examples(25), deadline=None, derandomize=True)
@given(st.lists(st.tuples(small, small, st.integers(1, 3)), min_size=1, max_size=3), st.integers(1, 5))
def test_one_variable_is_decided(factors: list[tuple[int, int, int]], lead: int) -> None:
    """Products of (x - a)² and definite quadratics; one root a, if any, makes the strict form false."""
    product = sympy.Integer(lead)
    for a, b, c in factors:
        product *= (x - Rational(a, c)) ** 2 * ((x - b) ** 2 + c)
    product = sympy.expand(product)
    assert ask(product, ">=", 0).outcome is Outcome.PROVED
    assert ask(product, ">", 0).outcome is Outcome.REFUTED
    assert ask(product, ">=", TINY**3).outcome is Outcome.REFUTED
    assert ask(product, ">", -TINY).outcome is Outcome.PROVED


@settings(max_examples=examples(20), deadline=None, derandomize=True)
@given(st.tuples(small, small, small, small), st.sampled_from(["<", "<=", ">", ">=", "!="]), st.sampled_from([x, p, n]))
def test_never_against_a_dense_table(c: tuple[int, ...], rel: str, symbol: Any) -> None:
    """What is proved holds at every point of a table, and what is refuted fails at its own point."""
    value = sympy.Add(*[a * symbol**k for k, a in enumerate(c)])
    if not value.free_symbols:
        return
    found = ask(value, rel, 0)
    assert found.outcome in (Outcome.PROVED, Outcome.REFUTED)
    if found.outcome is Outcome.PROVED:
        table = range(-6, 7) if symbol is n else [Rational(k, 7) for k in range(-40, 41)]
        for point in table:
            if symbol is not p or point > 0:
                assert bool(sympy.Rel(value.subs(symbol, point), 0, rel))


@settings(max_examples=examples(25), deadline=None, derandomize=True)
@given(st.tuples(*[small] * 6))
def test_quadratic_forms_agree_with_their_minors(c: tuple[int, ...]) -> None:
    """Sylvester's criterion decides definiteness of a 3 × 3 form; the completed squares must agree."""
    a, b, d, e, f, g = c
    matrix = sympy.Matrix([[a, e, f], [e, b, g], [f, g, d]])
    vector = sympy.Matrix([x, y, z])
    form = sympy.expand((vector.T * matrix * vector)[0])
    if len(form.free_symbols) < 2:
        return
    minors = [matrix.extract(rows, rows).det() for k in (1, 2, 3) for rows in _subsets(k)]
    nonnegative = all(minor >= 0 for minor in minors)
    found = rational_sign(form)
    if found is not None and found <= {0, 1}:
        assert nonnegative
    outcome = ask(form, ">=", 0).outcome
    assert outcome is not (Outcome.REFUTED if nonnegative else Outcome.PROVED)


def _subsets(size: int) -> list[list[int]]:
    return [list(c) for c in combinations(range(3), size)]


def test_signs_at_roots_that_lie_close_together() -> None:
    line = Line(x)
    near = (x**2 - 2) * (x**2 - 2 - TINY)

    def ask_line() -> list[int | None]:
        return [line.sign(near, place) for place in line.places if line.truth(x > 0, place)]

    assert line.settle(ask_line) == [1, 0, -1, 0, 1]
    assert all(isinstance(end, Fraction) for place in line.places if place.root for end in place.bracket)


# --- points where a side is not defined, and coefficients that are not real -------------------------


@pytest.mark.parametrize(
    ("lhs", "rel", "rhs", "conditions"),
    [
        (Abs(x**2 - 2) / (x**2 - 2), "!=", 0, ()),  # SymPy makes 0 of |u|/u at a root of u
        (Abs(x**2 - 2) / (x**2 - 2) ** 2, ">", 0, ()),
        ((x**2 - 2) ** 2, ">", 0, (Abs(x**2 - 2) / (x**2 - 2) >= 0,)),
        ((x**2 - 2) ** 2, ">", 0, (Max(x**2 - 2, x - 5) / (x**2 - 2) >= 0,)),
    ],
)
def test_equality_where_a_divisor_vanishes_is_no_counterexample(
    lhs: Any, rel: str, rhs: Any, conditions: tuple[Any, ...]
) -> None:
    assert ask(lhs, rel, rhs, *conditions).outcome is not Outcome.REFUTED


@pytest.mark.parametrize("number", [sympy.asin(2), (-1) ** Rational(1, 3), sympy.acosh(Rational(1, 2)), sympy.I])
def test_a_square_with_complex_coefficients_is_not_called_positive(number: Any) -> None:
    for form in (x + number * y, x + number):
        square = sympy.expand(form**2)
        assert rational_sign(square) is None
        assert ask(square, ">=", 0).outcome is not Outcome.PROVED


def test_equality_at_an_irrational_number_refutes_for_a_positive_symbol() -> None:
    assert ask((p - pi) ** 2, ">", 0).outcome is Outcome.REFUTED
    assert ask((p + pi) ** 2, ">", 0).outcome is Outcome.PROVED


def test_high_powers_are_given_up() -> None:
    assert ask((x + 1) ** 300 + 5, ">=", x**2).outcome is not Outcome.REFUTED


def test_large_polynomials_with_irrational_coefficients_are_given_up() -> None:
    u, v = sqrt(2) + sqrt(3) - p, Rational(5, 2) - q
    assert rational_sign(sympy.expand(u**4 * v**2 + u**2 * v**4 + 1 - 2 * u**2 * v**2)) is None


def test_a_condition_may_speak_of_symbols_that_stand_in_no_side() -> None:
    """1/(1 + exp(-x/q)) > 1/2 for p/100 ≤ x ≤ p/10: true, and p stands in the conditions alone."""
    found = ask(1 / (1 + exp(-x / q)), ">", Rational(1, 2), p / 100 <= x, x <= p / 10)
    assert found.outcome is not Outcome.REFUTED
    assert ask(1 / (1 + exp(-x / q)), "<", Rational(1, 2), p / 100 <= x, x <= p / 10).outcome is Outcome.REFUTED


@pytest.mark.parametrize("power", [p, Rational(1, 3) * p, sqrt(2)])
def test_a_power_of_what_may_vanish_is_not_positive(power: Any) -> None:
    """|x − √2|^p is 0 at x = √2, a point that no sample hits."""
    gap = Abs(x - sqrt(2)) ** power
    assert ask(gap, ">=", 0).outcome is Outcome.PROVED
    for lhs, rel, rhs in ((gap, ">", 0), (gap, "!=", 0), (exp(-gap), "<", 1)):
        assert ask(lhs, rel, rhs).outcome is not Outcome.PROVED
    assert sign_set(gap) != {1}


PARTLY_REAL = [
    (sqrt(x + 1000), "x + 1000 ≥ 0"),
    ((x**3 + 1000) ** Rational(1, 3), "x^3 + 1000 ≥ 0"),
    (sympy.asin(x), "x ≤ 1"),
    (sympy.acosh(x + 1000), "x + 1000 ≥ 1"),
    (log(x + 1000), "x + 1000 ≥ 0"),
    (sympy.besselj(Rational(1, 2), x + 1000), "x + 1000 ≥ 0"),
]


@pytest.mark.parametrize(("side", "condition"), PARTLY_REAL)
def test_an_order_relation_says_nothing_where_a_side_is_not_real(side: Any, condition: str) -> None:
    """The difference is 1 everywhere; at x = -2000 neither side can be compared."""
    found = ask(side + 1, ">", side)
    assert condition in found.evidence.conditions or found.outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("side", "conditions"),
    [
        (sqrt(x**4 - x + 5), ()),
        (sqrt(p + 1000), ()),
        (sqrt(x + 1000), (x > 3,)),
        (sqrt(1 - x**2), (x**2 < Rational(1, 2),)),
        (sympy.asin(tanh(x)), ()),
        (sympy.Integral(exp(-(x**2) * p), (p, 0, 1)), ()),
    ],
)
def test_sides_that_are_real_throughout_need_no_condition(side: Any, conditions: tuple[Any, ...]) -> None:
    found = ask(side + 1, ">", side, *conditions)
    assert (found.outcome, found.evidence.conditions) == (Outcome.PROVED, ())


def test_sides_that_differ_need_not_be_real() -> None:
    found = ask(sqrt(x + 1000) + 1, "!=", sqrt(x + 1000))
    assert (found.outcome, found.evidence.conditions) == (Outcome.PROVED, ())
