"""What a sum, an integral or a function of rare kind needs inside is not forgotten where a condition makes it cancel."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
import sympy as sp
from sympy import (
    Derivative,
    Eq,
    Function,
    Integral,
    Limit,
    Max,
    Product,
    Subs,
    Sum,
    cos,
    cosh,
    digamma,
    floor,
    gamma,
    log,
    oo,
    sin,
)

from referee.check import decide_text
from verify.deciding.decide import decide
from verify.points.domain import Domain, EmptyDomain
from verify.verdicts import Outcome

x, y, q, t, a = sp.symbols("x y q t a", real=True)
p = sp.Symbol("p", positive=True)
z = sp.Symbol("z")
k = sp.Symbol("k", integer=True)
N = sp.Symbol("N", integer=True, positive=True)
f = Function("f", real=True)
ONE = sin(p) ** 2 + cos(p) ** 2

INSIDE: list[tuple[Any, tuple[Any, ...]]] = [
    (Sum(sp.Piecewise((1, k * x < 0)), (k, 1, N)), (x > 0,)),
    (Sum(floor(p) / (k - 2), (k, 0, 4)), (p < 1,)),
    (Sum(floor(p) * log(k), (k, 0, 4)), (p < 1,)),
    (Sum(floor(p) * gamma(-k), (k, 0, N)), (p < 1,)),
    (Sum(floor(p) / (k - 2), (k, 0, oo)), (p < 1,)),
    (Sum((x - y) / (k - 2), (k, 0, 4)), (Eq(x, y),)),
    (Product(gamma(-k), (k, 0, 3)), ()),
    (Integral(log(floor(p) * t), (t, 1, 2)), (p < 1,)),
    (Integral((x - y) * log(floor(t)), (t, 0, 1)), (Eq(x, y),)),
    (Integral((x - y) / (sp.Abs(t) - t), (t, 1, 2)), (Eq(x, y),)),
    (Integral((x - y) * log(floor(a) * t), (a, 0, 1), (t, 1, 2)), (Eq(x, y),)),
    (Sum(f(a) ** 2 + 1, (k, 0, oo)), ()),
    (Integral(f(t) ** 2 + 1, (t, 0, oo)), ()),
    (Integral(1 / t, (t, 0, f(a) ** 2 + 1)), ()),
    (Integral((f(a) ** 2 + 1) / t, (t, 0, 1)), ()),
    (Sum(f(k) / (k - 2), (k, 0, 4)), ()),
]
EXISTING: list[Any] = [
    Sum(p / (k + p), (k, 0, 4)),
    Integral(p * log(p * t), (t, 0, 1)),
    Integral(f(t) * t, (t, 0, 1)),
    Integral(f(t) * t, (t, -oo, oo)),
    Integral(f(t, x) * t, (t, -a, a), (x, 0, 1)),
    Sum(1 / (k + 1) ** 2, (k, 0, oo)),
]
RARE: list[tuple[Any, tuple[Any, ...]]] = [
    (Max(Derivative(sp.sqrt(x), x), 0), (x < 0,)),
    (sp.elliptic_f(3, 1), ()),
    (sp.elliptic_f(x, 1), (x > 2, x < sp.Rational(5, 2))),
    (sp.elliptic_pi(1, 3, -1), ()),
    (Subs(Derivative(y * Derivative(t ** sp.Rational(4, 3), t), t), t, Max(x, 0)), (x < 0,)),
    (digamma(cosh(Max(x, 0) + sp.I) - cos(1)), (x < 0,)),
    (Derivative(floor((2 + sp.I) * x), x), (Eq(x, sp.Rational(1, 2)),)),
    (sp.LambertW(p, sp.Rational(1, 2)), ()),
    (sp.assoc_legendre(N, p, 1), ()),
    (Derivative(sp.sign(z), z), ()),
    (Derivative(Sum(sp.Abs(x - k), (k, 0, 3)), x), (Eq(x, 1),)),
]


@pytest.mark.parametrize(("part", "conditions"), INSIDE, ids=str)
def test_what_a_condition_makes_cancel_inside(part: Any, conditions: tuple[Any, ...]) -> None:
    left, right = (q + 1) * part, q * part + part
    assert decide(left, right, Domain.of(left, right, conditions)).outcome is not Outcome.PROVED
    limit = Limit(x, x, 0)
    assert decide(y + limit * part, y, Domain.of(part, y, conditions)).outcome is not Outcome.PROVED


j = sp.Symbol("j")  # an index without assumptions: it becomes whole, with the sign of its range
NO_TERM: list[Any] = [
    kind(term, (j, low, end))
    for kind in (Sum, Product)
    for low, term in (
        (0, 1 / (sp.Abs(j) - j)),
        (0, log(sp.Abs(j) - j)),
        (0, gamma(j - sp.Abs(j))),
        (0, 1 / (Max(j, 0) - j)),
        (0, sp.Piecewise((1, j < 0))),
        (0, 1 / sp.KroneckerDelta(j, -1)),
        (0, 1 / sin(sp.pi * j)),
        (0, f(j) / (sp.Abs(j) - j)),
        (1, 1 / (sp.sign(j) - 1)),
        (1, 1 / sp.arg(j)),
    )
    for end in (3, N)
]
NO_RANGE: list[Any] = [
    Sum(j, (j, 1, sp.I)),
    Sum(j, (j, sp.pi, 2 * sp.pi)),
    Sum(1 / (2 * j - 1), (j, sp.Rational(1, 2), sp.Rational(5, 2))),
    Sum(1 / j, (j, 2, -2)),
    Product(j, (j, 2, -2)),
]
RANGE_IN_DOUBT: list[Any] = [
    kind(term, (j, 1, end)) for kind in (Sum, Product) for term in (1 / j, f(j) / j) for end in (x, z, N / 2, k)
]


@pytest.mark.parametrize("part", [*NO_TERM, *NO_RANGE], ids=str)
def test_a_sum_without_terms_or_range_is_nothing(part: Any) -> None:
    for left, right in ((part, part), (q * part, part * q), (sp.Mul(ONE - 1, part, evaluate=False), sp.S.Zero)):
        assert decide(left, right, Domain.of(left, right, ())).outcome is not Outcome.PROVED


@pytest.mark.parametrize("part", RANGE_IN_DOUBT, ids=str)
def test_what_a_range_needs_is_told(part: Any) -> None:
    """Ends that may be no whole numbers, and ranges that may run backwards, over a term that is not defined."""
    left, right = sp.Mul(ONE - 1, part, evaluate=False), sp.S.Zero
    found = decide(left, right, Domain.of(left, right, ()))
    assert found.outcome is not Outcome.PROVED or "exists" in " ".join(found.evidence.conditions)


def test_a_sum_up_to_what_is_no_whole_number_has_no_limit() -> None:
    limit, endless = Limit(Sum(1 / j**2, (j, 1, x)), x, oo), Sum(1 / j**2, (j, 1, oo))
    assert decide(limit, endless, Domain.of(limit, endless, ())).outcome is not Outcome.PROVED


@pytest.mark.parametrize("part", EXISTING, ids=str)
def test_what_exists_is_proved_without_a_condition(part: Any) -> None:
    left, right = (q + 1) * part, q * part + part
    found = decide(left, right, Domain.of(left, right, ()))
    assert (found.outcome, found.evidence.conditions) == (Outcome.PROVED, ())


@pytest.mark.parametrize(("part", "conditions"), RARE, ids=str)
def test_rare_functions_where_they_are_not_defined(part: Any, conditions: tuple[Any, ...]) -> None:
    found = decide(ONE * part, part, Domain.of(ONE * part, part, conditions))
    assert found.outcome is not Outcome.PROVED


def test_hermitian_symbols_have_real_values_only() -> None:
    h = sp.Symbol("h", hermitian=True)
    with suppress(EmptyDomain):  # only complex numbers are tried for them
        assert decide(h**2, sp.S.Zero, Domain.of(h**2, sp.S.Zero, ()), ">=").outcome is not Outcome.REFUTED


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("0*limit(sin(t),t,oo) = 0", []),
        ("limit(sin(t),t,oo)-limit(sin(t),t,oo) = 0", []),
        ("x + 0*limit(1/t,t,0) = x", []),
        ("0*limit(limit(sin(t)*u,t,oo),u,0) = 0", []),
        ("integral(0*limit(sin(y),y,oo)+x,x,0,1) = 1/2", []),
        ("max(a,0)*limit(sin(u),u,oo) = 0", ["a < 0"]),
        ("sum(0*limit(1/(t-k),t,1),k,0,3) = 0", []),
        ("sum(0*integral(1/(t+k-2),t,0,1),k,0,5) = 0", []),
        ("k + sum(0*max(sqrt(k-2),1),k,0,5) = k", ["k integer"]),
        ("0*log(floor(x)) + limit(0*log(floor(x)), x, 1/2) = 0", []),
        ("floor(x)/floor(x) + integral(floor(x)/floor(x),x,0,1) = 2", []),
        ("integral(0/(((x+a)^3)^(1/3)-(x+a))+x,x,0,1) = 1/2", ["a > 0"]),
        ("integral(0/(asin(sin(x+a))-(x+a)),x,0,1) = 0", ["0 < a", "a < 1/2"]),
        ("0*integral(log(t*(x-y)),t,1,2) = 0", ["x = y"]),
        ("sum((x-y)*sum(1/j,j,1,oo),k,0,2) = 0", ["x = y"]),
        ("sum(1/(abs(k)-k),k,0,n) = sum(1/(abs(k)-k),k,0,n)", ["n integer", "n > 0"]),
        ("sum(k,k,1,i) = sum(k,k,1,i)", []),
        ("x + sum(k,k,1,x) = sum(k,k,1,x) + x", ["x > 1/4", "x < 3/4"]),
    ],
)
def test_what_drops_out_of_a_text(text: str, where: list[str]) -> None:
    decided = decide_text(text, where)
    assert isinstance(decided, str) or decided[0].outcome == "undecided"


@pytest.mark.parametrize(
    "text", ["x + 0*limit(sin(t)/t,t,0) = x", "0/limit(1+1/t,t,oo) = 0", "sum(0*integral(1/(t+k+1),t,0,1),k,0,3) = 0"]
)
def test_what_drops_out_and_exists(text: str) -> None:
    decided = decide_text(text, [])
    assert not isinstance(decided, str)
    assert decided[0].outcome == "proved"
