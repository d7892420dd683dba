"""Creative telescoping and hypergeometric series: what is decided, and what must not be."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy import Rational, Sum, binomial, factorial, gamma, hyper, oo, pi, sqrt

from verify.closed_forms.creative import prove_by_recurrence
from verify.closed_forms.series import with_hypergeometric_series
from verify.closed_forms.telescopers import telescoper
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

n, N = sp.Symbol("n", integer=True, positive=True), sp.Symbol("N", integer=True, nonnegative=True)
m = sp.Symbol("m", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
a, b, c, u, t, nu = sp.symbols("a b c u t nu", positive=True)
y = sp.Symbol("y", real=True)
rf = sp.RisingFactorial

TRUE = [
    (Sum(binomial(N, k) ** 2, (k, 0, N)), binomial(2 * N, N), ()),
    (Sum((-1) ** k * binomial(2 * n, k) ** 3, (k, 0, 2 * n)), (-1) ** n * factorial(3 * n) / factorial(n) ** 3, ()),
    (Sum(binomial(m, k) * binomial(n, N - k), (k, 0, N)), binomial(m + n, N), ()),
    (Sum((-1) ** k * binomial(n, k) / (k + a), (k, 0, n)), factorial(n) * gamma(a) / gamma(a + n + 1), ()),
    (Sum(binomial(n + k, k) / 2**k, (k, 0, n)), 2**n, ()),
    (Sum(binomial(2 * k, k) * binomial(2 * n - 2 * k, n - k), (k, 0, n)), 4**n, ()),
    (Sum(binomial(n, k) * rf(a, k) * rf(b, n - k), (k, 0, n)), rf(a + b, n), ()),
    (Sum((-1) ** k * binomial(n, k) * binomial(n + k, k) * ((1 - y) / 2) ** k, (k, 0, n)), sp.legendre(n, y), ()),
    (Sum(rf(a, k) * rf(b, k) / (rf(c, k) * factorial(k)) * u**k, (k, 0, oo)), hyper((a, b), (c,), u), (u < 1,)),
    (Sum(binomial(2 * k, k) * u**k, (k, 0, oo)), 1 / sqrt(1 - 4 * u), (4 * u < 1,)),
    (hyper((a, b), (a + b + c,), 1), gamma(a + b + c) * gamma(c) / (gamma(a + c) * gamma(b + c)), ()),
    (hyper((a, 1 - a), (b,), Rational(1, 2)), 2 ** (1 - b) * sqrt(pi) * gamma(b) / (gamma((a + b) / 2) * gamma((b - a + 1) / 2)), (a < 1,)),
    (hyper((a, b), ((a + b + 1) / 2,), Rational(1, 2)), sqrt(pi) * gamma((a + b + 1) / 2) / (gamma((a + 1) / 2) * gamma((b + 1) / 2)), ()),
]  # fmt: skip


@pytest.mark.parametrize(("lhs", "rhs", "where"), TRUE, ids=str)
def test_true_and_spoiled(lhs, rhs, where):
    domain = Domain.of(lhs, rhs, where)
    assert decide(lhs, rhs, domain, quick=True).outcome is Outcome.PROVED
    assert decide(lhs, 2 * rhs, domain, quick=True).outcome is Outcome.REFUTED


def test_saalschuetz_needs_its_balance():
    """The last parameter is 1 + a + b - c - n; with another one there is no such value."""
    value = rf(c - a, n) * rf(c - b, n) / (rf(c, n) * rf(c - a - b, n))
    line = hyper((-n, a, b), (c, 1 + a + b - c - n), 1), value
    assert decide(*line, Domain.of(*line, (c > a + b + n,)), quick=True).outcome is Outcome.PROVED
    line = hyper((-n, a, b), (c, 2 + a + b - c - n), 1), value
    assert decide(*line, Domain.of(*line, (c > a + b + n + 1,)), quick=True).outcome is not Outcome.PROVED


NOT_PROVED = [
    (Sum(binomial(n, k), (k, 0, n - 1)), 2**n),  # the last term is left out
    (Sum(binomial(n, k), (k, 1, n)), 2**n),
    (Sum(binomial(N, k) * k, (k, 0, N)), N * 2 ** (N - 1) + sp.KroneckerDelta(N, 7)),
    (Sum(k * binomial(N, k) ** 2, (k, 0, N)), N * binomial(2 * N, N)),
    (Sum((-1) ** k * binomial(N, k), (k, 0, N)), sp.Integer(0)),  # it is 1 for N = 0
    (Sum(1 / (k - m), (k, 0, n)), Sum(1 / (k - m), (k, 0, n - 1))),
    (Sum(binomial(m, k) * (-1) ** k, (k, 0, n)), (-1) ** n * binomial(m, n)),
    (Sum(1 / binomial(n, k) / (k - m), (k, 0, n)), sp.Integer(0)),
]


@pytest.mark.parametrize(("lhs", "rhs"), NOT_PROVED, ids=str)
def test_what_is_false_at_one_end_or_one_value(lhs, rhs):
    assert prove_by_recurrence(lhs, rhs) is None
    assert decide(lhs, rhs, Domain.of(lhs, rhs), quick=True).outcome is not Outcome.PROVED


def test_a_recurrence_without_its_first_value_proves_nothing():
    """Both sides satisfy the recurrence of binomial(2n, n); one begins with 2."""
    assert prove_by_recurrence(Sum(binomial(N, k) ** 2, (k, 0, N)), 2 * binomial(2 * N, N)) is None


DIVERGENT = [
    Sum(binomial(2 * k, k) * u**k, (k, 0, oo)),  # u may be 1
    Sum(rf(a, k) * u**k, (k, 0, oo)),  # converges nowhere
    Sum(rf(a, k) / rf(y, k) * u**k / factorial(k), (k, 0, oo)),  # y may be -3
    Sum(binomial(k + n, n) * (-1) ** k, (k, 0, oo)),
]


@pytest.mark.parametrize("series", DIVERGENT, ids=str)
def test_what_may_diverge_is_no_function(series):
    assert with_hypergeometric_series(series, Domain(tuple(series.free_symbols))) == series


small = st.integers(-2, 3)


@given(st.integers(0, 2), st.sampled_from([1, 2, -1, Rational(1, 2)]), st.integers(1, 2), st.sampled_from([0, 1, 2]))
def test_the_candidate_telescopes_inside(power, base, exponent, order):
    """Σ a_j F(n + j, k) = G(n, k + 1) - G(n, k), at numbers away from the ends."""
    term = binomial(n, k) ** exponent * k**power * sp.sympify(base) ** k
    found = telescoper(term, n, k, order)
    if found is None:
        return
    weights, certificate = found
    for top, index in ((7, 2), (9, 4), (8, 5)):

        def at(expr, i=0, j=0, top=top, index=index):
            return expr.subs({n: top + j, k: index + i})

        left = sum(at(w) * at(term, 0, j) for j, w in enumerate(weights))
        assert left == at(certificate, 1) * at(term, 1) - at(certificate) * at(term)
