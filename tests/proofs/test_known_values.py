"""Sums and integrals whose values are theorems, and slips that must not pass for them."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Catalan,
    Integral,
    Rational,
    Sum,
    binomial,
    cos,
    cosh,
    coth,
    exp,
    factorial,
    gamma,
    log,
    oo,
    pi,
    sin,
    sinh,
    sqrt,
    tanh,
    zeta,
)

from tests.common.examples import examples
from verify.balls import enclose
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.proofs.equality import by_normal_form, prove_equal
from verify.proofs.known_values import with_known_values
from verify.verdicts import Grade, Outcome

k = sympy.Symbol("k", integer=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)
x, a, b, s = sympy.symbols("x a b s", positive=True)
t, u = sympy.symbols("t u", real=True)


def over(term: Any, low: Any = 1, high: Any = oo) -> Any:
    return Sum(term, (k, low, high))


TRUE: list[tuple[Any, Any, tuple[Any, ...]]] = [
    (over(1 / k**2), pi**2 / 6, ()),
    (over(1 / k**4), pi**4 / 90, ()),
    (over(6 / k**4), pi**4 / 15, ()),
    (over(1 / k**3), zeta(3), ()),
    (over(k ** (-s)), zeta(s), (s > 1,)),
    (over(1 / k**2, 2), pi**2 / 6 - 1, ()),
    (over(1 / (k + 1) ** 2, 0), pi**2 / 6, ()),
    (over((-1) ** (k + 1) / k), log(2), ()),
    (over((-1) ** (k + 1) / k**2), pi**2 / 12, ()),
    (over((-1) ** k / k**4), -7 * pi**4 / 720, ()),
    (over((-1) ** k / (2 * k + 1), 0), pi / 4, ()),
    (over((-1) ** k / (2 * k + 1) ** 3, 0), pi**3 / 32, ()),
    (over((-1) ** k / (2 * k + 1) ** 2, 0), Catalan, ()),
    (over(1 / (2 * k - 1) ** 2), pi**2 / 8, ()),
    (over(1 / (2 * k + 1) ** 4, 0), pi**4 / 96, ()),
    (over(1 / (4 * k**2 - 4 * k + 1)), pi**2 / 8, ()),
    (over(1 / (k**2 + a**2)), pi * coth(pi * a) / (2 * a) - 1 / (2 * a**2), ()),
    (over(1 / (k**2 + a**2), -oo), pi * coth(pi * a) / a, ()),
    (over(1 / (k**2 + a**2), 0), pi * coth(pi * a) / (2 * a) + 1 / (2 * a**2), ()),
    (over((-1) ** k / (k**2 + a**2)), pi / (2 * a * sinh(pi * a)) - 1 / (2 * a**2), ()),
    (over(4 * x / ((2 * k - 1) ** 2 * pi**2 + x**2)), tanh(x / 2), ()),
    (over(1 / ((2 * k + 1) ** 2 + a**2), 0), pi * tanh(pi * a / 2) / (4 * a), ()),
    (over(binomial(n, k), 0, n), 2**n, ()),
    (over(k**2, 1, n), n * (n + 1) * (2 * n + 1) / 6, ()),
    (over(k**3, 1, n) - over(k, 1, n) ** 2, sympy.Integer(0), ()),
    (over(a * k + u * n, 0, n - 1), a * n * (n - 1) / 2 + u * n**2, ()),
    (over(2 * k - 1, -2, n + 1), (n + 1) ** 2 - 9, ()),
    (over(binomial(n, k) * (-1) ** k * 3**k, 0, n), (-2) ** n, ()),
    (over(a**k / factorial(k), 0), exp(a), ()),
    (exp(-a) * over(a**k / factorial(k), 0), sympy.Integer(1), ()),
    (Integral(x**3 / (exp(x) - 1), (x, 0, oo)), pi**4 / 15, ()),
    (Integral(x ** (s - 1) / (exp(x) - 1), (x, 0, oo)), gamma(s) * zeta(s), (s > 1,)),
    (Integral(x**3 / (exp(a * x) - 1), (x, 0, oo)), pi**4 / (15 * a**4), ()),
    (Integral(x**2 / (2 * exp(x / b) - 2), (x, 0, oo)), b**3 * zeta(3), ()),
    (Integral(x**3 * exp(-x) / (1 - exp(-x)), (x, 0, oo)), pi**4 / 15, ()),
    (Integral(1 / (exp(x) + 1), (x, 0, oo)), log(2), ()),
    (Integral(x / (exp(x) + 1), (x, 0, oo)), pi**2 / 12, ()),
    (Integral(x**4 * exp(x) / (exp(x) - 1) ** 2, (x, 0, oo)), 4 * pi**4 / 15, ()),
    (Integral(x**2 * exp(x) / (exp(x) + 1) ** 2, (x, 0, oo)), pi**2 / 6, ()),
    (Integral(x**2 / sinh(x) ** 2, (x, 0, oo)), pi**2 / 6, ()),
    (Integral(x**2 / cosh(x) ** 2, (x, 0, oo)), pi**2 / 12, ()),
    (Integral(1 / (2 + cos(t)), (t, 0, 2 * pi)), 2 * pi / sqrt(3), ()),
    (Integral(1 / (a + b * cos(t)), (t, 0, 2 * pi)), 2 * pi / sqrt(a**2 - b**2), (a > b,)),
    (Integral(1 / (a + b * sin(t)), (t, -pi, pi)), 2 * pi / sqrt(a**2 - b**2), (a > b,)),
    (Integral(1 / (2 + cos(t)), (t, 0, pi)), pi / sqrt(3), ()),
    (Integral(1 / (2 + cos(t)) ** 2, (t, 0, 2 * pi)), 4 * pi / (3 * sqrt(3)), ()),
    (Integral(t ** (2 * n) * exp(-a * t**2), (t, -oo, oo)), gamma(n + Rational(1, 2)) / a ** (n + Rational(1, 2)), ()),
    (Integral(x ** (s - 1) * exp(-a * x), (x, 0, oo)), gamma(s) / a**s, ()),
    (Integral(t**3 * exp(-(t**4)), (t, -oo, oo)), sympy.Integer(0), ()),
    (Integral(sin(a * x) / x, (x, 0, oo)), pi / 2, ()),
    (Integral(sin(a * t) / t, (t, -oo, oo)), pi, ()),
]


@pytest.mark.parametrize(("lhs", "rhs", "where"), TRUE, ids=str)
def test_proved(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> None:
    assert prove_equal(lhs, rhs, Domain.of(lhs, rhs, where)) is not None


@pytest.mark.parametrize(("lhs", "rhs", "where"), TRUE, ids=str)
def test_slips_of_the_value_are_not_proved(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> None:
    slips = (2 * rhs, -rhs, rhs + 1, rhs * pi) if rhs != 0 else (sympy.Integer(1),)
    for slip in slips:
        assert prove_equal(lhs, slip, Domain.of(lhs, slip, where)) is None


SLIPS = [
    (over(1 / k**2, 2), pi**2 / 6),
    (over(1 / k**2, 0), pi**2 / 6),
    (over(1 / k**3), pi**2 / 6),
    (over((-1) ** k / k), log(2)),
    (over((-1) ** (k + 1) / k, 2), log(2)),
    (over((-1) ** k / (2 * k + 1), 1), pi / 4),
    (over((-1) ** k / (2 * k - 1), 0), pi / 4),
    (over(1 / (2 * k + 1) ** 2), pi**2 / 8),
    (over(1 / (k**2 - a**2)), pi * coth(pi * a) / (2 * a) - 1 / (2 * a**2)),
    (over(1 / (k**2 + a)), pi * coth(pi * a) / (2 * a) - 1 / (2 * a**2)),
    (over(k / (k**2 + a**2)), pi * coth(pi * a) / (2 * a) - 1 / (2 * a**2)),
    (over(1 / (k**2 + a**2) ** 2), pi * coth(pi * a) / (2 * a) - 1 / (2 * a**2)),
    (over(4 * x / ((2 * k - 1) ** 2 * pi**2 + x**2), 0), tanh(x / 2)),
    (over(4 * x / ((2 * k + 1) ** 2 * pi**2 + x**2)), tanh(x / 2)),
    (over(4 * x / ((2 * k) ** 2 * pi**2 + x**2)), tanh(x / 2)),
    (over(binomial(n, k), 1, n), 2**n),
    (over(k, 1, n - 1), n * (n - 1) / 2 + sympy.KroneckerDelta(n, 0)),
    (over(k, 2, n), n * (n + 1) / 2 - 1),
    (over(k, 1, n / 2), n * (n + 2) / 8),
    (over(k**2, 1, n), n * (n + 1) * (2 * n + 1) / 6 + n**9),
    (over(sympy.floor(k / 2), 1, n), n * (n + 1) / 4),
    (over(binomial(n, k), 0, n - 1), 2**n),
    (over(binomial(n + 1, k), 0, n), 2**n),
    (over(k * binomial(n, k), 0, n), 2**n),
    (over(a**k / factorial(k)), exp(a)),
    (over(a**k / factorial(k + 1), 0), exp(a)),
    (over(1 / k), zeta(1)),
    (Integral(x**2 / (exp(x) - 1), (x, 0, oo)), pi**4 / 15),
    (Integral(x**3 / (exp(x) - 1), (x, 1, oo)), pi**4 / 15),
    (Integral(x**3 / (exp(x) + 1), (x, 0, oo)), pi**4 / 15),
    (Integral(x**3 / (exp(x) - 2), (x, 0, oo)), pi**4 / 15),
    (Integral(x**3 / (exp(2 * x) - 1), (x, 0, oo)), pi**4 / 15),
    (Integral(x**3 * exp(x) / (exp(x) - 1), (x, 0, oo)), pi**4 / 15),
    (Integral(x**3 / (exp(-x) - 1), (x, 0, oo)), pi**4 / 15),
    (Integral(1 / (exp(x) - 1), (x, 0, oo)), zeta(1)),
    (Integral(1 / (2 + cos(t)), (t, 0, pi)), 2 * pi / sqrt(3)),
    (Integral(1 / (2 + sin(t)), (t, 0, pi)), pi / sqrt(3)),
    (Integral(1 / (2 + cos(t)), (t, pi / 2, 3 * pi / 2)), pi / sqrt(3)),
    (Integral(1 / (2 + cos(2 * t)), (t, 0, pi / 3)), pi / sqrt(3)),
    (Integral(1 / (1 + 2 * cos(t)), (t, 0, 2 * pi)), 2 * pi / sqrt(-3)),
    (Integral(1 / (a + b * cos(t)), (t, 0, 2 * pi)), 2 * pi / sqrt(a**2 - b**2)),
    (Integral(t**4 * exp(-a * t**2), (t, -oo, oo)), sqrt(pi) / (2 * a ** Rational(3, 2))),
    (Integral(t**2 * exp(a * t**2), (t, -oo, oo)), sqrt(pi) / (2 * a ** Rational(3, 2))),
    (Integral(t**3 * exp(-(t**3)), (t, -oo, oo)), sympy.Integer(0)),
    (Integral(sin(u * x) / x, (x, 0, oo)), pi / 2),
    (Integral(sin(a * x) / x, (x, 1, oo)), pi / 2),
    (Integral(sin(a * x) / x**2, (x, 0, oo)), pi / 2),
    (Integral(cos(a * x) / x, (x, 0, oo)), pi / 2),
]


@pytest.mark.parametrize(("lhs", "rhs"), SLIPS, ids=str)
def test_slips_of_the_sum_or_integral_are_not_proved(lhs: Any, rhs: Any) -> None:
    assert prove_equal(lhs, rhs, Domain.of(lhs, rhs)) is None


def test_what_may_diverge_is_left_alone() -> None:
    diverging = Integral(x / (exp(x) - 1) ** 2, (x, 0, oo))
    for part in (diverging, over(k ** (-s)), Integral(x ** (s - 1) / (exp(x) - 1), (x, 0, oo)), over(k ** (-u))):
        assert with_known_values(part, by_normal_form) == (part, ())


def test_grade_and_source() -> None:
    lhs, rhs = over(1 / k**2), pi**2 / 6
    found = decide(lhs, rhs, Domain.of(lhs, rhs))
    assert (found.outcome, found.grade) == (Outcome.PROVED, Grade.EXACT)
    assert "DLMF 25.2.1" in found.evidence.detail


@settings(max_examples=examples(60), deadline=None, derandomize=True)
@given(st.lists(st.fractions(-3, 3, max_denominator=4), min_size=1, max_size=7), st.integers(-5, 3), st.integers(-1, 3))
def test_polynomials_against_their_terms(coefficients: list[Any], low: int, more: int) -> None:
    """From a sum without a term on, with coefficients that are numbers and with one that is not."""
    term = sum((Rational(c) * k**m * (a if m == 3 else 1) for m, c in enumerate(coefficients)), sympy.S.Zero)
    series = over(term, low, n + low + more)
    value, sources = with_known_values(series, by_normal_form)
    if not isinstance(series, Sum) or k not in term.free_symbols:
        return
    assert sources == ("DLMF 24.4.1",)
    for place in range(3):
        terms = [term.subs(k, j) for j in range(low, place + low + more + 1)]
        assert sympy.expand(value.subs(n, place) - sympy.Add(*terms)) == 0


@settings(max_examples=examples(40), deadline=None, derandomize=True)
@given(st.integers(1, 4), st.integers(-3, 3), st.integers(1, 5), st.integers(0, 3), st.booleans())
def test_powers_against_enclosures(step: int, shift: int, power: int, low: int, turning: bool) -> None:
    """Each value against a certified enclosure of the sum itself."""
    term = ((-1) ** k if turning else 1) / (step * k + shift) ** power
    if step * low + shift <= 0:
        return
    series = over(term, low)
    value, sources = with_known_values(series, by_normal_form)
    if sources and not turning:
        assert enclose(value, {}, 128).overlaps(enclose(series, {}, 128))
    if sources and turning:
        partial = sympy.Add(*[term.subs(k, low + j) for j in range(41)])
        later = partial + term.subs(k, low + 41)
        low_end, high_end = sorted((partial, later))
        ball = enclose(value, {}, 128)
        assert enclose(low_end, {}, 128).real < ball.real < enclose(high_end, {}, 128).real


@settings(max_examples=examples(25), deadline=None, derandomize=True)
@given(st.integers(1, 3), st.integers(-3, 3), st.integers(1, 9), st.integers(-2, 3), st.booleans())
def test_lorentzians_against_partial_sums(step: int, twice: int, width: int, low: int, turning: bool) -> None:
    """Σ ±1/((step k + twice/2)² + width): the tail after N terms is less than 1/(step² (N - 6))."""
    bottom = (step * k + Rational(twice * step, 2)) ** 2 + width
    term = ((-1) ** k if turning else 1) / bottom
    value, sources = with_known_values(over(term, low), by_normal_form)
    if sources:
        partial = sympy.Add(*[term.subs(k, low + j) for j in range(60)])
        gap = enclose(value - partial, {}, 128)
        assert abs(gap.real) < enclose(Rational(1, 50), {}, 128).real


def test_a_pole_between_a_shifted_period_and_the_real_line() -> None:
    """For a large imaginary shift the integral tends to 0, not to 2π/√3."""
    z = sympy.Symbol("z")
    for integral in (Integral(1 / (2 + cos(t + z)), (t, 0, 2 * pi)), Integral(1 / (2 + cos(t)), (t, z, z + 2 * pi))):
        assert with_known_values(integral, by_normal_form) == (integral, ())
    shifted = Integral(1 / (2 + cos(t + u)), (t, u, u + 2 * pi))
    assert with_known_values(shifted, by_normal_form)[0] == 2 * pi / sqrt(3)
