"""One walk over an expression: kinds, free symbols, and limits of size."""

from __future__ import annotations

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.survey import MAX_DEPTH, TooBig, survey

x, y, n = sp.symbols("x y n")
f = sp.Function("f")


@pytest.mark.parametrize(
    "expr",
    [
        sp.Integer(3),
        x * sp.sin(y) / n,
        sp.Sum(x**n, (n, 1, sp.oo)),
        sp.Integral(sp.exp(-x * y), (x, 0, y)),
        sp.Derivative(f(x), x).subs(x, y + 1),
        sp.Subs(sp.Derivative(f(x), x), x, 2 * y),
        sp.Limit(sp.sin(x) / x, x, 0),
        sp.Piecewise((x, y > 0), (n, True)),
        sp.RootSum(x**3 + x + 1, sp.Lambda(x, sp.log(y - x))),
        sp.O(x**2),
    ],
)
def test_free_symbols_are_sympys(expr):
    assert survey(expr).symbols == expr.free_symbols


leaves = st.sampled_from([x, y, n, sp.Integer(2), sp.pi])
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        inner.map(sp.cos),
        inner.map(lambda e: sp.Integral(e, (x, 0, y))),
        inner.map(lambda e: sp.Abs(e) ** sp.Rational(1, 3)),
    ),
    max_leaves=8,
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(trees, trees)
def test_two_sides_at_once(lhs, rhs):
    found = survey(lhs, rhs)
    assert found.symbols == lhs.free_symbols | rhs.free_symbols
    for head in (sp.Integral, sp.cos, sp.Abs, sp.Pow, sp.Float):
        assert found.has(head) == (lhs.has(head) or rhs.has(head))


def test_a_derived_class_counts():
    assert survey(sp.Rational(1, 2) + x).has(sp.Number)
    assert not survey(x).has(sp.Number)


def test_too_deep_and_too_many():
    deep = x
    for _ in range(MAX_DEPTH):
        deep = sp.cos(deep)
    with pytest.raises(TooBig, match="nested more than 150 levels"):
        survey(deep)
    wide = x
    for _ in range(15):
        wide = f(wide, wide)
    with pytest.raises(TooBig, match="more than 20000 parts"):
        survey(wide)
