"""Sign cases with linear switches: what they prove, what they must leave alone, and lattice points as judges."""

import itertools

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.errors import GiveUp
from verify.proofs.equality import by_normal_form
from verify.proofs.linear_sign_cases import Region, is_impossible, linear, prove_by_linear_cases
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, POSITIVE, UNKNOWN, ZERO

s, t, q = sympy.symbols("s t q", real=True)
x, r = sympy.symbols("x r", positive=True)
c = sympy.Symbol("c")


def proved(lhs, rhs, *conditions):
    return prove_by_linear_cases(sympy.sympify(lhs), sympy.sympify(rhs), conditions, by_normal_form) is not None


TRUE = {
    "spread": (sympy.Abs(s - t), sympy.Max(s, t) - sympy.Min(s, t)),
    "three": (sympy.Max(s, t, q) + sympy.Max(-s, -t, -q), sympy.Max(s, t, q) - sympy.Min(s, t, q)),
    "parallelogram": (sympy.Abs(s + t) + sympy.Abs(s - t), 2 * sympy.Max(sympy.Abs(s), sympy.Abs(t))),
    "nested": (sympy.Abs(sympy.Abs(s) - 1), sympy.Max(sympy.Abs(s) - 1, 1 - sympy.Abs(s))),
    "on the boundary": (
        sympy.Piecewise((s * t, sympy.Eq(s, t)), (s + t, True)),
        sympy.Piecewise((s**2, sympy.Eq(t, s)), (t + s, True)),
    ),
    "logic": (sympy.Piecewise((1, sympy.And(s > 0, s < 1)), (0, True)), sympy.Piecewise((1, sympy.Not(sympy.Or(s <= 0, s >= 1))), (0, True))),
    "monomial": (sympy.Abs(s**2 + 1 + x * r), s**2 + 1 + x * r),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_proved(name):
    assert proved(*TRUE[name])


def test_conditions_of_the_domain_are_used():
    assert proved(sympy.Max(s, t), t, s < t)
    assert proved(sympy.Abs(s - q), q - s, s <= t, t <= q)
    assert proved(sympy.sign(s - t), 0, sympy.Eq(s, t))
    assert not proved(sympy.Max(s, t), t, sympy.Ne(s, t))


FALSE = {
    "wrong at a point": (sympy.Piecewise((1, s > 0), (0, True)), sympy.Piecewise((1, s >= 0), (0, True))),
    "wrong on a line": (sympy.sign(s - t) ** 2, 1),
    "wrong at zero only": (
        sympy.Heaviside(s),
        (1 + sympy.sign(s)) / 2 + sympy.Piecewise((1, sympy.Eq(s, 0)), (0, True)),
    ),
    "wrong in one cell": (sympy.Abs(s) + sympy.Abs(t), sympy.Max(s + t, s - t, t - s)),
    "wrong order of branches": (
        sympy.Piecewise((1, s > 0), (2, s > 1), (0, True)),
        sympy.Piecewise((2, s > 1), (1, s > 0), (0, True)),
    ),
    "complex": (sympy.Abs(c) ** 2, c**2),
    "under an integral": (sympy.Integral(sympy.Abs(s), (s, -1, 1)), sympy.Integral(s, (s, -1, 1))),
    "no value": (sympy.Piecewise((s, s > 0)), sympy.Max(s, 0)),
    "undefined on both sides": (1 / (sympy.Abs(s) - s), 5 / (sympy.Abs(s) - s)),
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
    assert region(2 * s < 3 * t, 5 * t < 7 * q).signs(linear(sympy.Rational(10, 21) * s - q)) == NEGATIVE
    assert region(s < t).signs(linear(s + t)) == UNKNOWN
    assert region().signs(linear(s**2)) == NONNEGATIVE
    assert not is_impossible([])


@pytest.mark.parametrize("expr", [sympy.sqrt(x), 1 / x, c, sympy.pi * s, sympy.sin(s), s * sympy.I])
def test_what_is_not_linear_is_given_up(expr):
    with pytest.raises(GiveUp):
        linear(expr)


# --- generated: whatever is proved holds at every point of a lattice, boundaries included ---------

LEAVES = st.sampled_from([s, t, s - t, s + t, s - 1, 2 * s + t, sympy.Integer(1), sympy.Integer(0)])
RELATIONS = st.builds(
    lambda kind, form: kind(form, 0), st.sampled_from([sympy.Gt, sympy.Ge, sympy.Eq, sympy.Ne]), LEAVES
)


def _combine(inner):
    return st.one_of(
        st.builds(sympy.Abs, inner),
        st.builds(sympy.sign, inner),
        st.builds(sympy.Heaviside, inner),
        st.builds(sympy.Max, inner, inner),
        st.builds(sympy.Min, inner, inner),
        st.builds(lambda a, b, k: sympy.Piecewise((a, k), (b, True)), inner, inner, RELATIONS),
        st.builds(lambda a, b: a - b, inner, inner),
        st.builds(lambda a, b: a * b, inner, inner),
    )


SWITCHING = st.recursive(LEAVES, _combine, max_leaves=4)
LATTICE = [
    {s: sympy.Rational(a, 2), t: sympy.Rational(b, 2)} for a, b in itertools.product(range(-4, 5), repeat=2)
]  # fmt: skip


@given(SWITCHING, SWITCHING)
@settings(derandomize=True, deadline=None, max_examples=examples(60))
def test_a_proof_holds_on_the_lattice(one, other):
    pairs = [
        (one, other),
        (sympy.Max(one, other), (one + other + sympy.Abs(one - other)) / 2),
        (one * sympy.sign(one), one),
    ]
    for lhs, rhs in pairs:
        if proved(lhs, rhs):
            assert all(lhs.subs(point) == rhs.subs(point) for point in LATTICE)
