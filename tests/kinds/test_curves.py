"""Sturm's theorem, curves over an interval, thresholds in a parameter, and orders."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.claims import (
    ClaimError,
    crossing,
    decimal,
    equal,
    has_roots,
    leading,
    on_interval,
    only_root,
    order,
    symbol,
    threshold,
)
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.kinds.table import KINDS
from verify.orders.rational_curves import rational_curve, simplest_between
from verify.orders.sturm import (
    at,
    count_roots,
    derivative,
    divided,
    gcd,
    isolate,
    polynomial,
    refined,
    squarefree,
    times,
)
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH
from verify.slips.mutants import try_mutants
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement

r = symbol("r", r"r", "a length", LENGTH, positive=True)
R = symbol("R", r"R", "another length", LENGTH, positive=True)
c = symbol("c", r"c", "a parameter", DIMENSIONLESS, real=True)
n = symbol("n", r"n", "a number", DIMENSIONLESS, integer=True, positive=True)
x = symbol("x", r"x", "a number", DIMENSIONLESS, real=True)
small = st.integers(-6, 6)


def outcome(*says: tuple[Statement, ...]) -> Outcome:
    return judge(Reading("as printed", tuple(s for group in says for s in group))).outcome


def from_roots(roots: list[Fraction]) -> tuple[Fraction, ...]:
    product = polynomial([1])
    for root in roots:
        product = times(product, polynomial([-root, 1]))
    return product


# --- Sturm ------------------------------------------------------------------------------------------


def test_division_and_gcd_by_hand() -> None:
    p, q = polynomial([-1, 0, 1]), polynomial([1, 1])
    assert divided(p, q) == (polynomial([-1, 1]), ())
    assert gcd(p, times(q, q)) == q
    assert squarefree(times(p, q)) == polynomial([-1, 0, 1])
    assert derivative(polynomial([5, 3, 2])) == polynomial([3, 4])
    with pytest.raises(ZeroDivisionError):
        divided(p, ())


def test_roots_at_the_ends_are_not_inside() -> None:
    p = from_roots([Fraction(0), Fraction(1, 2), Fraction(1)])
    assert count_roots(p, Fraction(0), Fraction(1)) == 1
    assert isolate(p, Fraction(0), Fraction(1)) == [(Fraction(1, 2), Fraction(1, 2))]


def test_no_interval_and_no_polynomial_are_refused() -> None:
    with pytest.raises(ValueError, match="expected low < high"):
        count_roots(polynomial([1, 1]), Fraction(1), Fraction(1))
    with pytest.raises(ValueError, match="infinitely many"):
        count_roots((), Fraction(0), Fraction(1))


@pytest.mark.slow
@settings(derandomize=True, deadline=None)
@given(st.lists(st.fractions(-4, 4, max_denominator=9), min_size=1, max_size=5), small, small)
def test_count_agrees_with_the_roots_that_were_put_in(roots: list[Fraction], a: int, b: int) -> None:
    low, high = Fraction(min(a, b)), Fraction(max(a, b) + 1)
    p = times(from_roots(roots), polynomial([1, 0, 1]))  # x² + 1 adds none
    inside = sorted({root for root in roots if low < root < high})
    assert count_roots(p, low, high) == len(inside)
    brackets = isolate(p, low, high)
    assert len(brackets) == len(inside)
    for root, bracket in zip(inside, brackets, strict=True):
        near = refined(p, bracket, Fraction(1, 1000))
        assert near[0] <= root <= near[1]
        assert near[1] - near[0] <= Fraction(1, 1000)


@settings(derandomize=True, deadline=None)
@given(st.fractions(-3, 3, max_denominator=50), st.fractions(0, 2, max_denominator=50))
def test_simplest_fraction_lies_between(low: Fraction, width: Fraction) -> None:
    found = simplest_between(low, low + width)
    assert low <= found <= low + width
    assert all(not _has_fraction(low, low + width, q) for q in range(1, found.denominator))


def _has_fraction(low: Fraction, high: Fraction, q: int) -> bool:
    first = -((-low.numerator * q) // low.denominator)
    return Fraction(first, q) <= high


# --- curves -----------------------------------------------------------------------------------------


def test_a_curve_is_read_off_up_to_a_factor_of_known_sign() -> None:
    curve = rational_curve(1 / r - 1 / R, r, R)
    assert curve is not None
    assert [curve.sign_at(Fraction(k, 2)) for k in (1, 2, 3)] == [1, 0, -1]
    assert curve.sign_at(Fraction(0)) is None
    assert rational_curve(sympy.exp(x), x, None) is None
    assert rational_curve(r - 1, r, R) is None
    negative = symbol("e", r"e", "a negative charge", DIMENSIONLESS, negative=True)
    turned = rational_curve(negative * (1 / r - 1 / R), r, R)
    assert turned is not None
    assert turned.sign_at(Fraction(1, 2)) == -1


def test_samples_stand_on_every_piece() -> None:
    curve = rational_curve((x - 1) * (x - 2) / (x - 3), x, None)
    assert curve is not None
    found = curve.samples(Fraction(0), Fraction(4))
    assert [curve.sign_at(s) for s in found] == [-1, 1, -1, 1]


@pytest.mark.parametrize(
    ("expression", "rel", "expected"),
    [
        (x**2 + 1, ">", Outcome.PROVED),
        (x**2, ">=", Outcome.PROVED),
        (x**2, ">", Outcome.REFUTED),  # touches zero at 0
        ((x - sympy.Rational(1, 3)) ** 2, ">", Outcome.REFUTED),
        (1 / (x - sympy.Rational(1, 1000)), "<", Outcome.REFUTED),  # a pole far from any obvious sample
        (1 / (x - sympy.Rational(1, 7)) ** 2, ">", Outcome.REFUTED),  # not defined at 1/7
        ((x - 1) / (x - 1) ** 2, "<", Outcome.PROVED),  # the pole is at the end
        (-(10**6) * (x - sympy.Rational(1, 2)) ** 2 + sympy.Rational(1, 10**9), "<", Outcome.REFUTED),  # a needle
    ],
)
def test_on_interval(expression: sympy.Expr, rel: str, expected: Outcome) -> None:
    assert outcome(on_interval(expression, rel, x, -1, 1)) is expected


def test_conditions_are_refused_where_the_interval_says_where() -> None:
    read = Reading("as printed", on_interval(x, ">", x, 0, 1), where=(2 * x > 1,))
    with pytest.raises(ClaimError, match="takes no conditions"):
        judge(read)
    for expression, expected in ((x, Outcome.PROVED), (2 * x - 1, Outcome.REFUTED)):
        same = Reading("as printed", on_interval(expression, ">", x, 0, 1), where=(x > 0, x < 2))
        assert judge(same).outcome is expected
    with pytest.raises(ClaimError, match="low < high"):
        on_interval(x, ">", x, 1, 0)
    with pytest.raises(ClaimError, match="rel="):
        on_interval(x, "==", x, 0, 1)


@pytest.mark.parametrize(
    ("number", "expected"),
    [("1.414", Outcome.PROVED), ("1.415", Outcome.REFUTED), ("1.4", Outcome.PROVED), ("1", Outcome.PROVED)],
)
def test_only_root_against_printed_digits(number: str, expected: Outcome) -> None:
    assert outcome(only_root(x**2 - 2, x, 0, 3, number)) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (sympy.sqrt(2), Outcome.PROVED),
        (sympy.sqrt(8) / 2, Outcome.PROVED),
        (sympy.sqrt(3 + 2 * sympy.sqrt(2)) - 1, Outcome.PROVED),
        (-sympy.sqrt(2), Outcome.REFUTED),  # a zero, but not inside
        (sympy.sqrt(2) + sympy.Rational(1, 10**40), Outcome.REFUTED),
        (sympy.Rational(1414, 1000), Outcome.REFUTED),
        (sympy.Integer(3), Outcome.REFUTED),
    ],
)
def test_the_only_root_is_an_exact_number(value: sympy.Expr, expected: Outcome) -> None:
    assert outcome(only_root(x**2 - 2, x, 0, 3, "1.414", exactly=value)) is expected
    assert outcome(only_root(x**2 - 2, x, -3, 3, "1.414", exactly=value)) is Outcome.REFUTED


@pytest.mark.parametrize("value", [x, sympy.sqrt(-2), c * 2])
def test_an_exact_root_is_a_real_number(value: sympy.Expr) -> None:
    with pytest.raises(ClaimError, match="exactly="):
        only_root(x**2 - 2, x, 0, 3, "1.414", exactly=value)


def test_two_roots_are_not_the_only_one() -> None:
    assert outcome(only_root(x**2 - 2, x, -3, 3, "1.414")) is Outcome.REFUTED


def test_crossing_has_a_sense() -> None:
    assert outcome(crossing(x**2 - 2, x, "1.414")) is Outcome.PROVED
    assert outcome(crossing(x**2 - 2, x, "1.414", rising=False)) is Outcome.REFUTED
    assert outcome(crossing(sympy.exp(x) - 2, x, "0.693")) is Outcome.PROVED
    assert outcome(crossing(sympy.exp(x) - 2, x, "0.694")) is Outcome.REFUTED
    assert outcome(crossing(x - c, x, "1")) is Outcome.UNDECIDED


def test_a_pole_is_no_crossing() -> None:
    assert outcome(crossing(1 / x, x, "0")) is Outcome.UNDECIDED
    assert outcome(crossing(1 / (x - sympy.Rational(1, 3)), x, "0.3")) is Outcome.UNDECIDED
    assert outcome(crossing(sympy.tan(x), x, "1.57", rising=False)) is not Outcome.PROVED


# --- parameters -------------------------------------------------------------------------------------

line = x - c


def test_zeros_for_every_parameter_or_none() -> None:
    assert outcome(has_roots(line, x, 0, 1, parameter=c, between=("0.1", "0.9"))) is Outcome.PROVED
    assert outcome(has_roots(line, x, 0, 1, parameter=c, between=("0.1", "1.9"))) is Outcome.REFUTED
    assert outcome(has_roots(line, x, 0, 1, parameter=c, between=(1, 2), exist=False)) is Outcome.PROVED
    assert outcome(has_roots(line, x, 0, 1, parameter=c, between=("0.9", 2), exist=False)) is Outcome.REFUTED


def test_a_zero_that_all_members_share_counts() -> None:
    shared = (x - sympy.Rational(1, 2)) * (x - c)
    assert outcome(has_roots(shared, x, 0, 1, parameter=c, between=(2, 3), exist=False)) is Outcome.REFUTED


def test_not_linear_in_the_parameter_is_left_open() -> None:
    assert outcome(has_roots(x - c**2, x, 0, 1, parameter=c, between=(0, 1))) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("number", "expected"), [("0.25", Outcome.PROVED), ("0.26", Outcome.REFUTED), ("0.24", Outcome.REFUTED)]
)
def test_threshold(number: str, expected: Outcome) -> None:
    """x² - x + 1/4 - (c - 1/4) = 0 has a root inside (0, 1) for 1/4 < c < 1/2; without its double root at c = 1/4."""
    curve = x**2 - x + sympy.Rational(1, 2) - c
    said = threshold(curve, x, 0, 1, number, parameter=c, between=(0, sympy.Rational(2, 5)))
    assert outcome(said) is expected


def test_a_threshold_is_no_zero_below_and_one_above() -> None:
    (said,) = threshold(c * x - 1, x, 0, 1, "0.2", parameter=c, between=(0, "0.4"))
    low, high = sympy.Rational(3, 20), sympy.Rational(1, 4)
    assert [(part.first, part.last, part.exist) for part in said.parts] == [
        (0, low, False),
        (high, sympy.Rational(2, 5), True),
    ]
    assert [number.value for number in said.numbers()] == [sympy.Rational(1, 5)]


# --- orders -----------------------------------------------------------------------------------------


def test_orders_of_rational_functions() -> None:
    assert outcome(order(r / (n * R + r) ** 2, n, -2)) is Outcome.PROVED
    assert outcome(order(r / (n * R + r) ** 2, n, -1)) is Outcome.PROVED
    assert outcome(order(r / (n * R + r) ** 2, n, -3)) is Outcome.REFUTED
    assert outcome(leading(r / (n * R + r) ** 2, n, -2, r / R**2)) is Outcome.PROVED
    assert outcome(leading(r / (n * R + r) ** 2, n, -2, R / r**2)) is Outcome.REFUTED
    assert outcome(order(sympy.exp(-x * n), n, -2)) is Outcome.UNDECIDED


def test_cancellation_raises_the_order() -> None:
    assert outcome(leading(1 / n - 1 / (n + 1), n, -2, 1)) is Outcome.PROVED


# --- premises ---------------------------------------------------------------------------------------


k, h = (symbol(s, s, "a parameter", DIMENSIONLESS, real=True) for s in "kh")
a = symbol("a", "a", "a parameter", DIMENSIONLESS, positive=True)
grown = symbol("t", "t", "what grows", DIMENSIONLESS, positive=True)


def with_premises(
    says: tuple[Statement, ...], *premises: tuple[sympy.Expr, sympy.Expr], where: tuple[Any, ...] = ()
) -> Outcome:
    (statement,) = says
    facts = Facts(tuple(Equation(f"p{number}", *pair) for number, pair in enumerate(premises)), where)
    return KINDS[type(statement)].check(statement, facts, Settings()).outcome


def test_a_coefficient_that_a_premise_links_with_what_grows_is_none() -> None:
    """h = k − t: k or h is the constant.  k = 3t: k t grows as 3t²."""
    line, wrong = leading(k * grown, grown, 1, k), leading(k * grown, grown, 1, 2 * k)
    assert with_premises(line) is Outcome.PROVED
    assert with_premises(wrong) is Outcome.REFUTED
    for premise in ((h, k - grown), (k - grown, h), (grown * h, k), (grown, k + h), (grown, sympy.Integer(5))):
        assert with_premises(line, premise) is with_premises(wrong, premise) is Outcome.UNDECIDED
    assert with_premises(leading(k * grown, grown, 2, 3), (k, 3 * grown)) is Outcome.PROVED
    assert with_premises(line, (k, 3 * grown)) is Outcome.REFUTED
    assert with_premises(leading(k * grown, grown, 1, 2 * h), (k, 2 * h)) is Outcome.PROVED
    assert with_premises(line, (h, 3 * grown)) is Outcome.PROVED


def test_conditions_must_admit_what_grows() -> None:
    line, wrong = leading(k * grown, grown, 1, k), leading(k * grown, grown, 1, 2 * k)
    assert with_premises(line, where=(grown > 10,)) is Outcome.PROVED
    assert with_premises(wrong, where=(grown > 10,)) is Outcome.REFUTED
    assert with_premises(line, where=(grown < 10,)) is with_premises(wrong, where=(grown < 10,)) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    "premises",
    [
        ((x, a),),  # x is not positive throughout
        ((a * a, x),),
        ((k, sympy.Integer(3)), (k, x**2)),
        ((k, h + x), (h, k - x)),
        ((h, k - x),),
        ((a, x),),
    ],
)
def test_premises_on_the_unknown_of_a_curve_are_no_encoding(
    premises: tuple[tuple[sympy.Expr, sympy.Expr], ...],
) -> None:
    for rel in "<>":
        with pytest.raises(ClaimError, match="premise"):
            with_premises(on_interval(x * a**2 + k * x, rel, x, -1, 1), *premises)


def test_premises_that_give_numbers_or_functions_of_the_unknown() -> None:
    assert with_premises(on_interval(x + k, ">", x, -1, 1), (k, sympy.Integer(3))) is Outcome.PROVED
    assert with_premises(on_interval(x + k, ">", x, -1, 1), (k, sympy.Rational(1, 2))) is Outcome.REFUTED
    assert with_premises(on_interval(k, ">=", x, -1, 1), (k, h + 1), (h, x)) is Outcome.PROVED
    assert with_premises(on_interval(k, ">=", x, -1, 1), (k, h), (h, x)) is Outcome.REFUTED


# --- mutants ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "says",
    [
        on_interval(x**2 + 1, ">", x, -1, 1),
        only_root(x**2 - 2, x, 0, 3, "1.414"),
        only_root(x**2 - 2, x, 0, 3, "1.414", exactly=sympy.sqrt(2)),
        crossing(x**2 - 2, x, "1.414"),
        has_roots(line, x, 0, 1, parameter=c, between=("0.1", "0.9")),
        threshold(line, x, 0, 1, "0.00", parameter=c, between=("-0.5", "0.5")),
        leading(1 / n - 1 / (n + 1), n, -2, 1),
    ],
)
def test_every_mutant_is_killed(says: tuple[Statement, ...]) -> None:
    read = Reading("as printed", says)
    assert judge(read).outcome is Outcome.PROVED
    mutants = try_mutants(read, Settings())
    assert mutants.made > 0
    assert mutants.killed == mutants.made


def test_statements_combine_with_others() -> None:
    assert outcome(equal(x + x, 2 * x), on_interval(x, ">", x, 0, decimal("0.5"))) is Outcome.PROVED


def test_horner() -> None:
    assert at(polynomial([1, 2, 3]), Fraction(2)) == 17
