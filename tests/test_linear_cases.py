"""Sign cases with linear switches: what they prove, what they must leave alone, and lattice points as judges."""

import itertools

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.errors import GiveUp
from verify.exact import by_normal_form
from verify.linear_cases import Region, is_impossible, linear, prove_by_linear_cases
from verify.signs import NEGATIVE, NONNEGATIVE, POSITIVE, UNKNOWN, ZERO

s, t, q = sp.symbols("s t q", real=True)
x, r = sp.symbols("x r", positive=True)
c = sp.Symbol("c")


def proved(lhs, rhs, *conditions):
    return prove_by_linear_cases(sp.sympify(lhs), sp.sympify(rhs), conditions, by_normal_form) is not None


TRUE = {
    "spread": (sp.Abs(s - t), sp.Max(s, t) - sp.Min(s, t)),
    "three": (sp.Max(s, t, q) + sp.Max(-s, -t, -q), sp.Max(s, t, q) - sp.Min(s, t, q)),
    "parallelogram": (sp.Abs(s + t) + sp.Abs(s - t), 2 * sp.Max(sp.Abs(s), sp.Abs(t))),
    "nested": (sp.Abs(sp.Abs(s) - 1), sp.Max(sp.Abs(s) - 1, 1 - sp.Abs(s))),
    "on the boundary": (
        sp.Piecewise((s * t, sp.Eq(s, t)), (s + t, True)),
        sp.Piecewise((s**2, sp.Eq(t, s)), (t + s, True)),
    ),
    "logic": (sp.Piecewise((1, sp.And(s > 0, s < 1)), (0, True)), sp.Piecewise((1, sp.Not(sp.Or(s <= 0, s >= 1))), (0, True))),
    "monomial": (sp.Abs(s**2 + 1 + x * r), s**2 + 1 + x * r),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_proved(name):
    assert proved(*TRUE[name])


def test_conditions_of_the_domain_are_used():
    assert proved(sp.Max(s, t), t, s < t)
    assert proved(sp.Abs(s - q), q - s, s <= t, t <= q)
    assert proved(sp.sign(s - t), 0, sp.Eq(s, t))
    assert not proved(sp.Max(s, t), t, sp.Ne(s, t))


FALSE = {
    "wrong at a point": (sp.Piecewise((1, s > 0), (0, True)), sp.Piecewise((1, s >= 0), (0, True))),
    "wrong on a line": (sp.sign(s - t) ** 2, 1),
    "wrong at zero only": (sp.Heaviside(s), (1 + sp.sign(s)) / 2 + sp.Piecewise((1, sp.Eq(s, 0)), (0, True))),
    "wrong in one cell": (sp.Abs(s) + sp.Abs(t), sp.Max(s + t, s - t, t - s)),
    "wrong order of branches": (
        sp.Piecewise((1, s > 0), (2, s > 1), (0, True)),
        sp.Piecewise((2, s > 1), (1, s > 0), (0, True)),
    ),
    "complex": (sp.Abs(c) ** 2, c**2),
    "under an integral": (sp.Integral(sp.Abs(s), (s, -1, 1)), sp.Integral(s, (s, -1, 1))),
    "no value": (sp.Piecewise((s, s > 0)), sp.Max(s, 0)),
    "undefined on both sides": (1 / (sp.Abs(s) - s), 5 / (sp.Abs(s) - s)),
}


@pytest.mark.parametrize("name", FALSE)
def test_never_proved(name):
    lhs, rhs = FALSE[name]
    assert not proved(lhs, rhs)
    assert not proved(rhs, lhs)


def test_elimination_keeps_strictness():
    def region(*conditions):
        found = Region(())
        for condition in conditions:
            found = found.told(condition)
        return found

    assert region(s >= 0, t >= 0).signs(linear(s + t)) == NONNEGATIVE
    assert region(s >= 0, t > 0).signs(linear(s + t)) == POSITIVE
    assert region(s <= t, t <= s).signs(linear(2 * s - 2 * t)) == ZERO
    assert region(2 * s < 3 * t, 5 * t < 7 * q).signs(linear(sp.Rational(10, 21) * s - q)) == NEGATIVE
    assert region(s < t).signs(linear(s + t)) == UNKNOWN
    assert region().signs(linear(s**2)) == NONNEGATIVE
    assert not is_impossible([])


@pytest.mark.parametrize("expr", [sp.sqrt(x), 1 / x, c, sp.pi * s, sp.sin(s), s * sp.I])
def test_what_is_not_linear_is_given_up(expr):
    with pytest.raises(GiveUp):
        linear(expr)


# --- generated: whatever is proved holds at every point of a lattice, boundaries included ---------

LEAVES = st.sampled_from([s, t, s - t, s + t, s - 1, 2 * s + t, sp.Integer(1), sp.Integer(0)])
RELATIONS = st.builds(lambda kind, form: kind(form, 0), st.sampled_from([sp.Gt, sp.Ge, sp.Eq, sp.Ne]), LEAVES)


def _combine(inner):
    return st.one_of(
        st.builds(sp.Abs, inner),
        st.builds(sp.sign, inner),
        st.builds(sp.Heaviside, inner),
        st.builds(sp.Max, inner, inner),
        st.builds(sp.Min, inner, inner),
        st.builds(lambda a, b, k: sp.Piecewise((a, k), (b, True)), inner, inner, RELATIONS),
        st.builds(lambda a, b: a - b, inner, inner),
        st.builds(lambda a, b: a * b, inner, inner),
    )


SWITCHING = st.recursive(LEAVES, _combine, max_leaves=4)
LATTICE = [
    {s: sp.Rational(a, 2), t: sp.Rational(b, 2)} for a, b in itertools.product(range(-4, 5), repeat=2)
]  # fmt: skip


@given(SWITCHING, SWITCHING)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_a_proof_holds_on_the_lattice(one, other):
    pairs = [(one, other), (sp.Max(one, other), (one + other + sp.Abs(one - other)) / 2), (one * sp.sign(one), one)]
    for lhs, rhs in pairs:
        if proved(lhs, rhs):
            assert all(lhs.subs(point) == rhs.subs(point) for point in LATTICE)
