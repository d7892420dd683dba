"""One walk over an expression: kinds, free symbols, and limits of size."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.terms.survey import MAX_DEPTH, TooBig, in_order, parts_of, survey

x, y, n = sympy.symbols("x y n")
f = sympy.Function("f")


@pytest.mark.parametrize(
    "expr",
    [
        sympy.Integer(3),
        x * sympy.sin(y) / n,
        sympy.Sum(x**n, (n, 1, sympy.oo)),
        sympy.Integral(sympy.exp(-x * y), (x, 0, y)),
        sympy.Derivative(f(x), x).subs(x, y + 1),
        sympy.Subs(sympy.Derivative(f(x), x), x, 2 * y),
        sympy.Limit(sympy.sin(x) / x, x, 0),
        sympy.Piecewise((x, y > 0), (n, True)),
        sympy.RootSum(x**3 + x + 1, sympy.Lambda(x, sympy.log(y - x))),
        sympy.O(x**2),
    ],
)
def test_free_symbols_are_sympys(expr):
    assert survey(expr).symbols == expr.free_symbols


leaves = st.sampled_from([x, y, n, sympy.Integer(2), sympy.pi])
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        inner.map(sympy.cos),
        inner.map(lambda e: sympy.Integral(e, (x, 0, y))),
        inner.map(lambda e: sympy.Abs(e) ** sympy.Rational(1, 3)),
    ),
    max_leaves=8,
)


@settings(derandomize=True, deadline=None, max_examples=examples(150))
@given(trees, trees)
def test_two_sides_at_once(lhs, rhs):
    found = survey(lhs, rhs)
    assert found.symbols == lhs.free_symbols | rhs.free_symbols
    for head in (sympy.Integral, sympy.cos, sympy.Abs, sympy.Pow, sympy.Float):
        assert found.has(head) == (lhs.has(head) or rhs.has(head))


@settings(derandomize=True, deadline=None, max_examples=examples(150))
@given(trees)
def test_parts_stand_as_sympy_walks(expr):
    for kinds in ((sympy.Symbol,), (sympy.Pow, sympy.cos), (sympy.Integral,), (sympy.Basic,)):
        walked = (part for part in sympy.preorder_traversal(expr) if isinstance(part, kinds))
        assert parts_of(expr, *kinds) == tuple(dict.fromkeys(walked))


def test_a_derived_class_counts():
    assert survey(sympy.Rational(1, 2) + x).has(sympy.Number)
    assert not survey(x).has(sympy.Number)


def test_too_deep_and_too_many():
    deep = x
    for _ in range(MAX_DEPTH):
        deep = sympy.cos(deep)
    with pytest.raises(TooBig, match="nested more than 150 levels"):
        survey(deep)
    wide = x
    for _ in range(15):
        wide = f(wide, wide)
    with pytest.raises(TooBig, match="more than 20000 parts"):
        survey(wide)


def test_what_overflows_while_it_is_sorted_is_sorted_by_name() -> None:
    class Divergent(sympy.Symbol):  # type: ignore[misc]
        def sort_key(self, order: Any = None) -> Any:
            raise OverflowError("int too large to convert to float")

    b, a = Divergent("b"), Divergent("a")
    assert in_order([b, a]) == [a, b]
    x, y = sympy.symbols("x y")
    assert in_order([y, x]) == [x, y]
