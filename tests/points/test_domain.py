"""verify.points.domain: every point is admissible, reproducible and human-friendly first; empty domains are errors."""

from __future__ import annotations

import os
import pickle
import sys
from itertools import islice

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common import processes
from tests.common.examples import examples
from verify.errors import ClaimError, UndecidableCondition
from verify.points.by_assumptions import allowed
from verify.points.domain import Domain, EmptyDomain

R = sympy.Rational
x, y = sympy.symbols("x y", real=True)
a, b, c = sympy.symbols("a b c", positive=True)
n = sympy.Symbol("n", integer=True, positive=True)
z = sympy.Symbol("z")

DOMAINS = {
    "free": Domain((a, x, n, z)),
    "ordered": Domain((a, b), (a < b,)),
    "chained": Domain((a, b, c), (a < b, b < c, c < 1)),
    "thin": Domain((a, b), (a < b / 1000, b < 1)),
    "transcendental bounds": Domain((x,), (x > sympy.pi, x < R(22, 7))),
    "transcendental": Domain((x, a), (sympy.sin(x) > a,)),
    "excluded": Domain((x,), (sympy.Ne(x, 2), sympy.Ne(x, 3))),
    "either": Domain((x,), (sympy.Or(x < -5, x > R(999, 1000)), x < 1)),
    "negated": Domain((x, y), (sympy.Not(sympy.Eq(x, y)),)),
    "determined": Domain((a, b, c), (sympy.Eq(a, b**2 + c),)),
    "linear": Domain((x, a), (sympy.Eq(x + 2 * a, 3), x > 0)),
    "two equations": Domain((a, b, c), (sympy.Eq(a, 2 * b), sympy.Eq(c, b + 1))),
    "small integers": Domain((n,), (n < 3,)),
    "even": Domain((sympy.Symbol("e", even=True), sympy.Symbol("o", odd=True, positive=True))),
    "even in a range": Domain((sympy.Symbol("e", even=True),), (sympy.Symbol("e", even=True) > 5,)),
    "prime": Domain((sympy.Symbol("p", prime=True),)),
    "negative": Domain((sympy.Symbol("s", negative=True), sympy.Symbol("t", nonpositive=True, integer=True))),
    "imaginary": Domain((sympy.Symbol("w", imaginary=True),)),
    "zero": Domain((sympy.Symbol("o", zero=True), a)),
    "noninteger": Domain((sympy.Symbol("u", real=True, integer=False),)),
}


@pytest.mark.parametrize("name", DOMAINS)
def test_points_are_exact_and_admissible(name):
    domain = DOMAINS[name]
    points = list(domain.points(seed=1, count=8))
    assert len(points) >= (2 if name in ("small integers",) else 4)
    assert len({tuple(point.items()) for point in points}) == len(points)
    for point in points:
        assert set(point) == set(domain.symbols)
        for symbol, value in point.items():
            assert all(part.is_Rational for part in value.as_real_imag())
            assert allowed(symbol, value)
        for condition in domain.conditions:
            assert sympy.simplify(condition.subs(point)) == sympy.true


@pytest.mark.parametrize("k", range(-12, 13))
def test_points_between_irrational_ends(k):
    y = sympy.Symbol("y", real=True)
    low, high = k * sympy.pi / 2, (k + 1) * sympy.pi / 2
    assert all(low < point[y] < high for point in Domain((y,), (y > low, y < high)).points(count=4))


def test_first_point_gives_different_small_values():
    first = next(DOMAINS["free"].points())
    assert len(set(first.values())) == len(first)
    assert all(len(str(value)) <= 8 for value in first.values())


def test_points_depend_only_on_domain_and_seed():
    domain = DOMAINS["free"]
    assert list(domain.points(3, 20)) == list(Domain((z, n, x, a)).points(3, 20))
    assert list(domain.points(3, 20)) != list(domain.points(4, 20))


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 12), st.integers(1, 12)), max_size=8))
def test_points_do_not_depend_on_what_was_asked_before(asked):
    """However many points others have drawn, and wherever they stopped, the next one gets the same."""
    fresh = {seed: list(Domain((a, b, x), (a < b,)).points(seed, 12)) for seed in range(3)}
    shared = Domain((a, b, x), (a < b,))
    for seed, count, taken in asked:
        found = list(islice(shared.points(seed, count), taken))
        assert found == fresh[seed][: min(count, taken)]
        found[0].clear()  # what a caller does with a point is no other's affair


def test_what_interrupts_the_drawing_is_no_end_of_the_domain(monkeypatch):
    domain = Domain((a, b), (a < b,))
    really = Domain.contains
    calls = []

    def contains(self, point):
        calls.append(point)
        if len(calls) == 3:
            raise UndecidableCondition("not now")
        return really(self, point)

    monkeypatch.setattr(Domain, "contains", contains)
    with pytest.raises(UndecidableCondition):
        list(domain.points(0, 8))
    assert list(domain.points(0, 8)) == list(Domain((a, b), (a < b,)).points(0, 8))


def test_points_do_not_depend_on_the_hash_seed():
    code = (
        "import sympy as s; from verify.points.domain import Domain; x,y=s.symbols('x y',positive=True); z=s.Symbol('z');"
        "print([sorted((str(k),str(v)) for k,v in p.items()) for p in Domain((x,y,z),(x<y,)).points(5,9)])"
    )
    outputs = {
        processes.run(
            [sys.executable, "-c", code], text=False, env={**os.environ, "PYTHONHASHSEED": h}, check=True
        ).stdout
        for h in ("1", "2")
    }
    assert len(outputs) == 1


def test_scales_are_mixed():
    values = [point[a] for point in Domain((a,)).points(0, 60)]
    assert min(values) < R(1, 100)
    assert max(values) > 1000


def test_no_symbols_means_one_empty_point():
    assert list(Domain(()).points()) == [{}]


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        (sympy.Eq(x, sympy.sqrt(2)), sympy.sqrt(2)),
        (sympy.Eq(x, sympy.pi * sympy.Rational(1, 3)), sympy.pi / 3),
        (sympy.Eq(2 * x, sympy.E), sympy.E / 2),
    ],
)
def test_points_may_be_irrational(condition, value):
    assert list(Domain((x,), (condition,)).points()) == [{x: value}]


def test_what_holds_with_exact_equality_is_no_restriction():
    assert len(list(Domain((x,), (sympy.sin(x) ** 2 + sympy.cos(x) ** 2 >= 1,)).points(count=3))) == 3


@pytest.mark.parametrize("domain", [
    Domain((x,), (x < 0, x > 1)),
    Domain((a,), (a < 0,)),
    Domain((), (False,)),
    Domain((n,), (n > 2, n < 3)),
    Domain((x,), (sympy.sin(x) > 2,)),
    Domain((x,), (sympy.Eq(x, 1), sympy.Ne(x, 1))),
    Domain((sympy.Symbol("i", irrational=True),)),
    Domain((x,), (sympy.sin(x) ** 2 + sympy.cos(x) ** 2 >= 2,)),
], ids=str)  # fmt: skip
def test_empty_or_unsampleable_domains_are_errors(domain):
    with pytest.raises(
        EmptyDomain,
        match=r"no point (satisfies|was found that satisfies) .*; expected a (satisfiable domain|domain of which)",
    ):
        list(domain.points())
    assert issubclass(EmptyDomain, ClaimError)


def test_bad_declarations_are_claim_errors():
    with pytest.raises(ClaimError, match="speaks of y"):
        Domain((x,), (x < y,))
    with pytest.raises(ClaimError, match="expected a relation"):
        Domain((x,), (x,))
    with pytest.raises(ClaimError, match="expected a SymPy Symbol"):
        Domain((x + 1,))
    with pytest.raises(ClaimError, match="cannot be decided"):
        list(Domain((x,), (sympy.Function("f")(x) > 0,)).points())


def test_description_is_for_people():
    m = sympy.Symbol("m", positive=True)
    described = Domain((m, n, x, z, a, b), (a < b, sympy.Ne(x, 1))).assumptions_of()
    assert described == "a > 0, b > 0, m > 0, n = 1, 2, 3, …, x real, z complex, a < b, x ≠ 1"
    assert "s = -1, -2, -3, …" in str(Domain((sympy.Symbol("s", negative=True, integer=True),)))
    assert "e = …, -2, 0, 2, …" in str(DOMAINS["even"])


def test_a_used_domain_can_be_sent_to_a_worker():
    domain = DOMAINS["ordered"]
    points = list(domain.points())
    again = pickle.loads(pickle.dumps(domain))
    assert again == domain
    assert list(again.points()) == points


def test_contains_wants_certainty():
    domain = DOMAINS["ordered"]
    assert domain.contains({a: R(1), b: R(2)})
    assert not domain.contains({a: R(2), b: R(2)})
    assert not domain.contains({a: R(-1), b: R(2)})


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(st.fractions(-100, 100), st.fractions(R(1, 10**9), 5), st.integers(0, 10))
def test_thin_intervals_are_sampled_inside(low, width, seed):
    lower, upper = R(low), R(low) + R(width)
    points = list(Domain((x, y), (x > lower, x < upper, y >= x, y <= upper)).points(seed, 6))
    assert len(points) == 6
    assert all(lower < point[x] < upper and point[x] <= point[y] <= upper for point in points)
