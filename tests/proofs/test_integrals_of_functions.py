"""Integrals and derivatives of undefined functions: rules that hold for all of these, and lines that no rule may prove."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Derivative as D
from sympy import I, Integral, Rational, Subs, cos, exp, log, pi, sin

from tests.common.asking import read
from tests.common.examples import examples
from verify.claims import equal, function, symbol
from verify.errors import GiveUp
from verify.judging.verdict_on import judge
from verify.points.domain import Domain
from verify.proofs.equality import prove_equal
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import compare
from verify.refuting.trial_functions import instances
from verify.solving.jets import jet, with_jets, without_jets
from verify.units import DIMENSIONLESS
from verify.verdicts import Outcome


def positive(name: str) -> Any:
    return symbol(name, name, "number", DIMENSIONLESS, positive=True)


def real(name: str) -> Any:
    return symbol(name, name, "number", DIMENSIONLESS, real=True)


r, R, alpha, xi, K, n, h = (positive(name) for name in ("r", "R", "alpha", "xi", "K", "n", "h"))
s, t, u, a, b, c = (real(name) for name in "stuabc")
y, z = (function(name, name, "any function", DIMENSIONLESS, variables=(r,), real=True) for name in "yz")
P = function("P", "P", "positive function", DIMENSIONLESS, variables=(r,), positive=True)
th = function("th", r"\theta", "positive function", DIMENSIONLESS, variables=(xi,), positive=True)
p, q = (function(name, name, "any function", DIMENSIONLESS, variables=(u,), real=True) for name in "pq")
w = function("w", "w", "positive function", DIMENSIONLESS, variables=(u,), positive=True)
free = sympy.Function("free")

f = th(r / alpha)
phase = Integral(p(t), (t, a, u))
TRUE = [
    (Integral(2 * y(r), (r, 0, R)), 2 * Integral(y(r), (r, 0, R))),
    (Integral(K * y(r), (r, 0, R)), K * Integral(y(r), (r, 0, R))),
    (Integral(y(r) + z(r), (r, 0, R)), Integral(y(r), (r, 0, R)) + Integral(z(r), (r, 0, R))),
    (Integral(r * y(r), (r, 0, R)), Integral(xi * y(xi), (xi, 0, R))),
    (Integral(D(y(r), r), (r, R, 2 * R)), y(2 * R) - y(R)),
    (Integral(D(y(r), r, 2), (r, R, 2 * R)), Subs(D(y(r), r), r, 2 * R) - Subs(D(y(r), r), r, R)),
    (Integral(r * D(y(r), r), (r, R, 2 * R)), 2 * R * y(2 * R) - R * y(R) - Integral(y(r), (r, R, 2 * R))),
    (
        Integral(z(r) * D(y(r), r), (r, R, 2 * R)),
        (y(2 * R) * z(2 * R) - y(R) * z(R)) - Integral(y(r) * D(z(r), r), (r, R, 2 * R)),
    ),
    (Integral(D(P(r), r) + r, (r, R, 2 * R)), P(2 * R) - P(R) + Rational(3, 2) * R**2),
    (Integral(w(t) ** n * D(w(t), t), (t, a, u)), (w(u) ** (n + 1) - w(a) ** (n + 1)) / (n + 1)),
    (Integral(y(r), (r, R, 2 * R)) + Integral(y(r), (r, 2 * R, 3 * R)), Integral(y(r), (r, R, 3 * R))),
    (Integral(p(t), (t, a, b)) + Integral(p(t), (t, b, c)), -Integral(p(t), (t, c, a))),
    (Integral(y(r / alpha), (r, R, 2 * R)), alpha * Integral(y(r), (r, R / alpha, 2 * R / alpha))),
    (Integral(p(a - t), (t, 0, a)), Integral(p(t), (t, 0, a))),
    (D(phase, u), p(u)),
    (D(phase, a), -p(a)),
    (D(exp(I * phase / h), u), I * p(u) / h * exp(I * phase / h)),
    (D(phase, u, 2), D(p(u), u)),
    (D(Integral(y(r) * R, (r, 0, R)), R), R * y(R) + Integral(y(r), (r, 0, R))),
    (D(Integral(p(t), (t, u, u**2)), u), 2 * u * p(u**2) - p(u)),
    (D(Integral(p(t) * sin(t * u), (t, a, u)), u), p(u) * sin(u**2) + Integral(t * p(t) * cos(t * u), (t, a, u))),
    (Integral(free(t) + pi, (t, a, b)), Integral(free(t), (t, a, b)) + pi * (b - a)),
    (D(f ** (n + 1), r), (n + 1) * f**n * D(f, r)),
    (D(r**2 * D(f, r), r), 2 * r * D(f, r) + r**2 * D(f, r, 2)),
    (D(r**2 / f**n * D(f ** (n + 1), r), r), (n + 1) * (2 * r * D(f, r) + r**2 * D(f, r, 2))),
    (D(f, r), Subs(D(th(xi), xi), xi, r / alpha) / alpha),
    (D(r**2 * D(f, r), r), Subs(D(xi**2 * D(th(xi), xi), xi), xi, r / alpha)),
    (D(p(sin(u)), u), cos(u) * Subs(D(p(u), u), u, sin(u))),
    (Subs(D(p(u), u), u, a), D(p(a), a)),
]


@pytest.mark.parametrize(("lhs", "rhs"), TRUE)
def test_rules_that_hold_for_all_functions(lhs, rhs):
    proof = prove_equal(lhs, rhs)
    assert proof is not None
    assert not proof.conditions
    assert judge(read(equal(lhs, rhs))).outcome is Outcome.PROVED


FALSE = [
    (Integral(2 * y(r), (r, 0, R)), 3 * Integral(y(r), (r, 0, R))),
    (Integral(r * y(r), (r, 0, R)), R * Integral(y(r), (r, 0, R))),
    (Integral(y(r), (r, 0, R)), R * y(R)),
    (Integral(p(t) ** 2, (t, 0, 1)), Integral(p(t), (t, 0, 1)) ** 2),
    (Integral(p(t) * q(t), (t, 0, 1)), Integral(p(t), (t, 0, 1)) * Integral(q(t), (t, 0, 1))),
    (Integral(D(y(r), r), (r, R, 2 * R)), y(2 * R) + y(R)),
    (Integral(D(y(r), r) * D(z(r), r), (r, R, 2 * R)), y(2 * R) * z(2 * R) - y(R) * z(R)),
    (Integral(D(y(r), r) ** 2, (r, R, 2 * R)), y(2 * R) ** 2 - y(R) ** 2),
    (Integral(p(t) ** 2 * D(p(t), t), (t, a, b)), (p(b) ** 3 - p(a) ** 3) / 2),
    (Integral(y(r), (r, R, 2 * R)) + Integral(y(r), (r, 2 * R, 3 * R)), Integral(y(r), (r, R, 4 * R))),
    (Integral(y(r / alpha), (r, R, 2 * R)), Integral(y(r), (r, R / alpha, 2 * R / alpha))),
    (Integral(p(a - t), (t, 0, a)), -Integral(p(t), (t, 0, a))),
    (D(phase, u), 2 * p(u)),
    (D(exp(I * phase / h), u), -I * p(u) / h * exp(I * phase / h)),
    (D(Integral(y(r) * R, (r, 0, R)), R), R * y(R)),
    (D(Integral(p(t), (t, u, u**2)), u), p(u**2) - p(u)),
    (D(Integral(p(t) * sin(t * u), (t, a, u)), u), p(u) * sin(u**2)),
    (D(f ** (n + 1), r), n * f**n * D(f, r)),
]


@pytest.mark.parametrize(("lhs", "rhs"), FALSE)
def test_lines_that_fail_for_a_function(lhs, rhs):
    assert prove_equal(lhs, rhs) is None
    assert judge(read(equal(lhs, rhs))).outcome is Outcome.REFUTED


OPEN = [
    (Integral(D(y(r), r), (r, 0, R)), y(R) - y(0)),  # of y nothing is said at 0
    (Integral(D(r * y(r), r), (r, 0, R)), R * y(R)),  # y = 1/r
    (D(Integral(y(r) * sin(r * R), (r, 0, R)), R), y(R) * sin(R**2) + Integral(r * y(r) * cos(r * R), (r, 0, R))),
    (Integral(D(p(t) / t, t), (t, -1, 1)), p(1) + p(-1)),  # p = 1
    (Integral(D(p(t) / t**2, t), (t, -1, 1)), p(1) - p(-1)),
    (Integral(p(t) / (2 * t), (t, -1, 1)), Rational(1, 2) * Integral(p(t) / t, (t, -1, 1)) + 0 * a),
    (D(Integral(p(t) / (t - u), (t, a, u)), u), Integral(p(t) / (t - u) ** 2, (t, a, u))),
    (D(Integral(log(t) * p(t), (t, 0, u)), u), log(u) * p(u)),
    (D(Integral(p(t) * abs(t - u), (t, 0, 1)), u), -Integral(p(t) * sympy.sign(t - u), (t, 0, 1))),
    (Integral(D(sympy.Heaviside(t) * p(t), t), (t, -1, 1)), p(1)),
    (Integral(sympy.Heaviside(t) * D(p(t), t), (t, -1, 1)), p(1) - p(-1)),
    (Integral(D(p(t), t), (t, -sympy.oo, sympy.oo)), 0),
    (Integral(p(t) * D(p(t), t) ** -1, (t, a, b)), Integral(p(t), (t, a, b)) / (p(b) - p(a))),
    (Integral(p(t) ** -1 * D(p(t), t), (t, a, b)), log(p(b)) - log(p(a))),  # p < 0, or with a zero
    (Integral(p(u * t), (t, 0, 1)), Integral(p(t), (t, 0, u)) / u),  # u = 0
    (D(phase, t), p(t)),
    (Subs(D(free(t, u), t), t, u), D(free(u, u), u)),
    (D(free(sympy.Abs(u)), u), Subs(D(free(t), t), t, sympy.Abs(u))),
]


@pytest.mark.parametrize(("lhs", "rhs"), OPEN)
def test_what_need_not_hold_is_not_proved_without_a_condition(lhs, rhs):
    proof = prove_equal(lhs, rhs)
    assert proof is None or proof.conditions


def test_the_coefficient_of_a_divergent_integral_is_looked_at():
    """K ∫ with K = 0: both sides exist, or the right one does not; where they exist they are equal."""
    k = real("k")
    assert prove_equal(Integral(k * p(t), (t, a, b)), k * Integral(p(t), (t, a, b))) is not None
    assert prove_equal(Integral(p(t) / k, (t, a, b)), Integral(p(t), (t, a, b)) / k).conditions == (sympy.Ne(k, 0),)


INTEGRANDS = st.sampled_from([
    p(t), q(t), t * p(t), p(t) * q(t), D(p(t), t), D(q(t), t), t * D(p(t), t), p(t) * D(q(t), t), q(t) * D(p(t), t),
    p(t) * D(p(t), t), D(p(t), t, 2), D(p(t), t) ** 2, p(2 * t), p(1 - t), t**2 * D(p(t), t, 2), D(p(t) * q(t), t), p(t) ** 2 * D(p(t), t),
    D(p(t) ** 2, t), w(t) ** 2 * D(w(t), t), 1, t, p(t) * q(t) * D(p(t), t),
])  # fmt: skip
ENDS = st.sampled_from([sympy.S.Zero, sympy.S.One, sympy.S(2), a, b, -a, 1 - b])
TERMS = st.builds(
    lambda k, g, low, high: k * Integral(g, (t, low, high)), st.sampled_from([1, -1, 2, a]), INTEGRANDS, ENDS, ENDS
)
VALUES = st.sampled_from(
    [p(a), p(b), q(1) * p(1), p(a) * q(a), p(1) ** 2, p(0) ** 2 / 2, b * p(b), a * p(1), sympy.S.Zero]
)
SIDES = st.builds(
    lambda terms, values: sympy.Add(*terms, *values),
    st.lists(TERMS, min_size=1, max_size=3),
    st.lists(VALUES, max_size=2),
)


@settings(max_examples=examples(60), deadline=None)
@given(SIDES, SIDES)
def test_what_is_proved_holds_for_polynomials(lhs, rhs):
    if prove_equal(lhs, rhs) is not None:
        assert_no_instance_differs(lhs, rhs)


@settings(max_examples=examples(25), deadline=None)
@given(st.lists(TERMS, min_size=1, max_size=2), st.data())
def test_what_follows_by_parts_is_proved_and_a_slip_is_not(terms, data):
    """Each term turned around, its range cut in two, or its variable renamed; then one coefficient changed."""
    turned = []
    for term in terms:
        integral = next(iter(term.atoms(Integral)), None)
        if integral is None:
            turned.append(term)
            continue
        (v, low, high), k = integral.limits[0], term / integral
        middle = data.draw(ENDS)
        cut = Integral(integral.function, (v, low, middle)) - Integral(
            integral.function.xreplace({v: s}), (s, high, middle)
        )
        turned.append(k * cut)
    lhs, rhs = sympy.Add(*terms), sympy.Add(*turned)
    if lhs != 0 and lhs.has(sympy.core.function.AppliedUndef):
        assert prove_equal(lhs, rhs) is not None
        assert_no_instance_differs(lhs, rhs)
        if prove_equal(lhs, rhs + p(1) / 7) is not None:
            raise AssertionError("a slip is proved")


def assert_no_instance_differs(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    for left, right in instances(lhs, rhs):
        found = compare(left, right, Domain.of(left, right), seed=1, points=4)
        assert not isinstance(found, Refuted), (lhs, rhs)


@pytest.mark.parametrize("expr", [D(r * f, r), D(f, r, 2), Subs(D(p(u), u), u, 2 * a), D(p(u) * exp(q(u)), u)])
def test_jets_are_the_derivatives_that_the_chain_rule_gives(expr):
    ((left, right), *_) = instances(expr, without_jets(with_jets(expr)))
    assert sympy.simplify(left - right) == 0


@pytest.mark.parametrize("expr", [D(free(t, u), u), D(p(u), a), D(sympy.floor(u) * p(u), u), D(phase, u)])
def test_what_has_no_jet(expr):
    with pytest.raises(GiveUp):
        with_jets(expr)


def test_a_jet_is_no_function_that_a_page_names():
    """Nor is it one for having the same name."""
    first = sympy.Function("p_1", real=True)
    assert with_jets(D(sympy.Function("p", real=True)(t), t)) not in (first(t), sympy.Function("p^(1)", real=True)(t))
    assert prove_equal(Integral(D(p(t), t), (t, 0, 1)), Integral(first(t), (t, 0, 1))) is None
    named = sympy.Function(jet(p, 1).__name__, real=True)
    assert prove_equal(Integral(D(p(t), t), (t, 0, 1)), Integral(named(t), (t, 0, 1))) is None
    assert jet(p, 1) == jet(p, 1) != jet(q, 1)
