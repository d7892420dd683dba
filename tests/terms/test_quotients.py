"""Common factors cancelled by FLINT: the same answers as SymPy's."""

from __future__ import annotations

import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.terms.quotients import cancelled, in_lowest_terms

a, b = sympy.symbols("a b")
x = sympy.Symbol("x10", positive=True)
y = sympy.Dummy("x2", real=True)
leaves = st.one_of(
    st.sampled_from([a, b, x, y, sympy.pi]),
    st.fractions(-5, 5, max_denominator=6).map(lambda q: sympy.Rational(q.numerator, q.denominator)),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        st.tuples(inner, st.sampled_from([-2, -1, 2, 3])).map(lambda pair: pair[0] ** pair[1]),
    ),
    max_leaves=9,
)


@settings(derandomize=True, deadline=None, max_examples=examples(200))
@given(trees)
def test_rational_functions_as_sympy_has_them(expr):
    assume(not expr.has(sympy.zoo, sympy.nan))
    try:
        expected = sympy.cancel(expr)
    except ZeroDivisionError:
        assume(False)
    assert cancelled(expr) == expected
    assert in_lowest_terms(expr) == sympy.fraction(sympy.cancel(sympy.together(expr)))


def test_what_is_no_rational_function_is_sympys():
    for expr in (sympy.sin(a) ** 2 / sympy.sin(a), sympy.sqrt(a) / a, (a**b + a ** (2 * b)) / a**b, sympy.I * a / a**2):
        assert cancelled(expr) == sympy.cancel(expr)


def test_two_symbols_of_one_name_and_long_powers():
    other = sympy.Symbol("a", positive=True)
    for expr in ((a**2 - other**2) / (a - other), (a**300 - b) / (a**300 - b) ** 2):
        assert cancelled(expr) == sympy.cancel(expr)
