"""What a strip, a definition or a limit makes vanish must exist: 0 times it is 0 only where it is defined."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Integral, Limit, Piecewise, Sum, asin, exp, floor, gamma, log, oo, sin

from tests.common.examples import examples
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.regularity.known_functions import all_known
from verify.terms.requirements import HasACase
from verify.verdicts import Outcome

y, u, a, b, t = sp.symbols("y u a b t", real=True)
p = sp.Symbol("p", positive=True)
n, k = sp.symbols("n k", integer=True)
q = sp.Symbol("q", integer=True, positive=True)
z = sp.Symbol("z")

ZEROS = [
    floor(p),
    asin(sin(y)) - y,
    sp.acos(sp.cos(p)) - p,
    sp.frac(p) - p,
    log(exp(sp.I * y)) - sp.I * y,
    sp.euler(0, b) - 1,
    sp.harmonic(q) - sp.digamma(q + 1) - sp.EulerGamma,
    Limit(1 / t, t, oo),
    Limit(sin(t) / t, t, oo),
    Limit(sin(t) / t, t, 0) - 1,
    Limit(b * t, t, 0),
]
NOWHERE = [
    Integral(1 / u, (u, 0, 1)),
    Integral(1 / (p * u), (u, 0, 1)),
    Integral(exp(u), (u, 0, oo)),
    Sum(1 / k, (k, 1, oo)),
    Sum(p / k, (k, 0, 3)),
    gamma(-q),
    sp.harmonic(-q),
    sp.Subs(1 / u, u, 0),
    Limit(1 / t, t, 0),
    1 / Limit(1 / t, t, oo),
    Limit(gamma(-q) * t, t, 0),
]
SOMEWHERE = [
    sp.RisingFactorial(q, n),
    sp.factorial2(n),
    sp.catalan(a),
    sp.jn(n, a),
    1 / a,
    log(a),
    gamma(n),
    Piecewise((1, a > 0)),
    sp.Max(z, 1),
    sp.tan(a),
    Integral(exp(a * u), (u, 0, oo)),
    Limit(t / a, t, 0),
]
DRESSES = [lambda e: e, lambda e: e**2, lambda e: exp(e), lambda e: e + a, lambda e: sp.Abs(e) + 1]
LINES = [
    lambda zero, other: (zero * other, sp.S.Zero),
    lambda zero, other: (other**zero, sp.S.One),
    lambda zero, other: (b + zero * other, b),
    lambda zero, other: (exp(zero * other), sp.S.One),
    lambda zero, other: (Limit(zero * other + t, t, 0), sp.S.Zero),
    lambda zero, other: (zero + Limit(other / t, t, oo), sp.S.Zero),
    lambda zero, other: (b ** (zero * other + 1), b),
]


def told(lhs: sp.Expr, rhs: sp.Expr, rel: str = "==") -> tuple[Outcome, tuple[str, ...]]:
    there = [condition for condition in (p < 1, y > 0, y < 1) if condition.free_symbols <= lhs.free_symbols]
    finding = decide(lhs, rhs, Domain.of(lhs, rhs, tuple(there)), rel, quick=True)
    return finding.outcome, finding.evidence.conditions


def is_built_as_said(line: tuple[sp.Expr, sp.Expr], *parts: sp.Expr) -> bool:
    """SymPy may have made it vanish while it was built, and then nobody has been told."""
    return all(part in set(sp.preorder_traversal(line[0])) for part in parts)


choices = (
    st.sampled_from(ZEROS),
    st.sampled_from(DRESSES),
    st.sampled_from(LINES),
    st.sampled_from(["==", "<=", ">="]),
)


@settings(max_examples=examples(40))
@given(st.sampled_from(NOWHERE), *choices)
def test_nothing_is_said_of_what_is_defined_nowhere(
    other: sp.Expr, zero: sp.Expr, dress: Any, line: Any, rel: str
) -> None:
    sides = line(zero, dress(other))
    if is_built_as_said(sides, other):
        assert told(*sides, rel)[0] is Outcome.UNDECIDED


@settings(max_examples=examples(40))
@given(st.sampled_from(SOMEWHERE), *choices)
def test_what_is_defined_somewhere_is_a_condition(
    other: sp.Expr, zero: sp.Expr, dress: Any, line: Any, rel: str
) -> None:
    sides = line(zero, dress(other))
    if is_built_as_said(sides, other):
        outcome, conditions = told(*sides, rel)
        assert outcome is Outcome.UNDECIDED or (outcome is Outcome.PROVED and conditions)


def test_a_pole_refutes_nothing() -> None:
    assert told(floor(p) * gamma(n) + sp.Abs(n), n)[0] is not Outcome.REFUTED
    assert told(floor(p) * gamma(q) + q, q) == (Outcome.PROVED, ())
    assert told(floor(p) * gamma(q) + q, q + 1)[0] is Outcome.REFUTED


@pytest.mark.parametrize(
    "line",
    [
        1 / (1 + 1 / floor(p)),
        y + 1 / (1 + 1 / floor(p)) - y,
        1 / (1 + 1 / (asin(sin(p)) - p)),
        sp.bernoulli(0, gamma(-q)) - 1,
    ],
    ids=str,
)
def test_a_divisor_that_vanishes_ends_it(line: sp.Expr) -> None:
    assert told(line, sp.S.Zero)[0] is Outcome.UNDECIDED


def test_a_proof_provided_that_something_impossible_holds_is_none() -> None:
    hidden = (a + b) ** 2 - a**2 - 2 * a * b - b**2
    for part in (gamma(hidden), Piecewise((1, sp.And(a > 1, a < 0))), log(Integral(u, (u, -1, 1)))):
        assert told(Limit(t * part, t, 0), sp.S.Zero)[0] is Outcome.UNDECIDED
        assert told(floor(p) * part, sp.S.Zero)[0] is Outcome.UNDECIDED


def test_functions_whose_places_nobody_knows() -> None:
    assert all_known([y * gamma(n) + log(y)], [0])
    assert not all_known([y * sp.lerchphi(y, n, 1)], [0])
    assert not all_known([y * sp.Subs(1 / u, u, 0)], [0])
    assert all_known([y * sp.lerchphi(y, n, 1)], [sp.lerchphi(y, n, 1)])
    assert not all_known([Piecewise((1, sp.sqrt(y) > 2), (2, True))], [0])


def test_a_floor_of_whole_terms_ends() -> None:
    whole = floor(n + q, evaluate=False) - n
    assert told(whole, q)[0] is Outcome.PROVED


def test_cases_with_a_value_put_in() -> None:
    assert HasACase(sp.sympify(1)).is_certain
    assert HasACase(a + b).is_certain
    assert not HasACase(sp.nan).is_certain


def test_a_remainder_by_what_is_zero() -> None:
    assert told(sp.Max(y, 1) + floor(p), sp.Max(y, 1))[0] is Outcome.PROVED


def test_what_is_no_number_has_no_powers() -> None:
    for zero in (floor(p), Limit(1 / t, t, oo)):
        assert told(sp.zoo**zero, sp.S.One)[0] is Outcome.UNDECIDED
        assert told(b * oo**zero, b)[0] is Outcome.UNDECIDED
