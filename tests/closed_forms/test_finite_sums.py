"""Sums between two ends that are not known: values, the ways in which they run backwards, and poles on the way."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy import Ne, Rational, Sum, factorial, oo, pi

from verify.closed_forms.finite_sums import with_finite_sums
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

n, m = sp.symbols("n m", integer=True, positive=True)
i, j, k = sp.symbols("i j k", integer=True)
x = sp.Symbol("x", real=True)
a = sp.Symbol("a", positive=True)


def found(lhs, rhs, *where):
    rhs = sp.sympify(rhs)
    return decide(lhs, rhs, Domain.of(lhs, rhs, where))


TRUE = [
    (Sum(k, (k, i, j)), (j * (j + 1) - i * (i - 1)) / 2, (i <= j,)),
    (Sum(k**3, (k, n, n + m)), ((n + m) * (n + m + 1) / 2) ** 2 - (n * (n - 1) / 2) ** 2, ()),
    (Sum(a**k, (k, n, m)), (a**n - a ** (m + 1)) / (1 - a), (n <= m, Ne(a, 1))),
    (Sum(1 / (k * (k + 1)), (k, n, m)), 1 / n - 1 / (m + 1), (n <= m,)),
    (Sum(k * 2**k, (k, n, m)), (m - 1) * 2 ** (m + 1) - (n - 2) * 2**n, (n <= m,)),
    (Sum(k * factorial(k), (k, n, m)), factorial(m + 1) - factorial(n), (n <= m,)),
    (Sum(1 / k**2, (k, -oo, -1)), pi**2 / 6, ()),
]


@pytest.mark.parametrize(("series", "value", "where"), TRUE, ids=str)
def test_true_and_spoiled(series, value, where):
    assert found(series, value, *where).outcome is Outcome.PROVED
    assert found(series, value + Rational(1, 7), *where).outcome is Outcome.REFUTED


def test_a_sum_that_runs_backwards_has_two_values():
    """Nothing or minus what is between: neither is proved, and neither refuted."""
    for value in (0, -7):
        assert found(Sum(k, (k, 5, 2)), value).outcome is Outcome.UNDECIDED
    for value in (sp.S.Zero, -Sum(k, (k, m + 1, n - 1))):
        assert found(Sum(k, (k, n, m)), value, m < n - 3).outcome is not Outcome.PROVED


UNTOUCHED = [
    Sum(1 / (k * (k + 1)), (k, i, j)),  # the range may hold a pole
    Sum(1 / k, (k, n, m)),  # no sum in closed form
    Sum(sp.Abs(k), (k, i, j)),
    Sum(k, (k, n, m)),  # it may run backwards
    Sum(k, (k, 1, n)),  # the matter of induction
    Sum(k, (k, n, sp.Symbol("y", real=True))),
    Sum(1 / k**2, (k, -oo, oo)),
]


@pytest.mark.parametrize("series", UNTOUCHED, ids=str)
def test_left_as_it_stands(series):
    assert with_finite_sums((series, sp.S.Zero), Domain.of(series, sp.S.Zero, ())) == ((series, sp.S.Zero), ())


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=4), st.integers(-6, 6), st.integers(0, 8))
def test_polynomials_summed_by_hand(coefficients, low, length):
    term = sum(c * k**p for p, c in enumerate(coefficients))
    series = Sum(term, (k, i, j))
    (value, _), _ = with_finite_sums((series, sp.S.Zero), Domain.of(series, sp.S.Zero, (i <= j,)))
    expected = sum(sp.sympify(term).subs(k, at) for at in range(low, low + length + 1))
    if isinstance(value, sp.Expr) and not value.has(Sum):
        assert value.subs({i: low, j: low + length}) == expected
