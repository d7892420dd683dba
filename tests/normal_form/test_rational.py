"""Rational functions compared without a normal form: the same answer as SymPy's cancellation, and no division by zero."""

from __future__ import annotations

import sympy
from hypothesis import given
from hypothesis import strategies as st

from verify.normal_form.rational import are_equal
from verify.normal_form.rules import is_zero
from verify.proofs.equality import by_normal_form

X, Y, Z = sympy.symbols("x y z")
ATOMS = st.sampled_from([X, Y, Z, sympy.Integer(2), sympy.Rational(-3, 7), sympy.Integer(1)])


def _combined(parts):
    return st.one_of(
        st.builds(lambda a, b: a + b, parts, parts),
        st.builds(lambda a, b: a - b, parts, parts),
        st.builds(lambda a, b: a * b, parts, parts),
        st.builds(lambda a, b: a if b == 0 else a / b, parts, parts),
        st.builds(lambda a, k: a if a == 0 else a**k, parts, st.sampled_from([-2, -1, 2, 3])),
    )


RATIONAL = st.recursive(ATOMS, _combined, max_leaves=8)


def _reduced(expr):
    """The difference as SymPy cancels it, or None where a divisor is zero."""
    found = sympy.cancel(sympy.together(expr))
    return None if found.has(sympy.zoo, sympy.nan, sympy.oo) else found


@given(RATIONAL, RATIONAL)
def test_it_agrees_with_cancellation(lhs, rhs):
    if lhs.has(sympy.zoo, sympy.nan) or rhs.has(sympy.zoo, sympy.nan):
        return
    found = are_equal(lhs, rhs, (X, Y, Z))
    if found is not None:
        assert found is (_reduced(lhs - rhs) == 0)


@given(RATIONAL)
def test_another_form_of_the_same_is_equal(expr):
    if expr.has(sympy.zoo, sympy.nan):
        return
    other = sympy.factor(expr)
    assert are_equal(expr, other, (X, Y, Z)) in (True, None)
    assert are_equal(expr, other + sympy.Rational(1, 10**9), (X, Y, Z)) in (False, None)


def test_a_hidden_division_by_zero_is_no_equality():
    gap = (X + Y) ** 2 - X**2 - 2 * X * Y - Y**2
    assert are_equal(1 / gap, 1 / gap, (X, Y)) is None
    assert are_equal(X + 1 / gap, X + 1 / gap, (X, Y)) is None
    assert by_normal_form(Z / gap, 2 * Z / gap) is None
    assert not is_zero(1 / gap - 1 / gap + Z - Z + 1 / gap)


def test_symbols_that_are_no_ordinary_numbers_are_left_to_others():
    nought, endless = sympy.Symbol("o", zero=True), sympy.Symbol("w", infinite=True)
    a, b = sympy.symbols("a b", commutative=False)
    assert are_equal(nought + X, X, (nought, X)) is None
    assert are_equal(endless, endless + 1, (endless,)) is None
    assert are_equal(a * b, b * a, (a, b)) is None


def test_numbers_that_vanish_in_the_finite_field_are_no_zeros():
    prime = 2**61 - 1
    assert are_equal(X * prime, sympy.S.Zero, (X,)) is False
    assert are_equal(X / prime, X * 2 / (2 * sympy.Integer(prime)), (X,)) is True
    assert are_equal(1 / (X + prime) - 1 / X, -prime / (X * (X + prime)), (X,)) is True


def test_what_grows_beyond_the_limit_is_left_to_others():
    large = sum(sympy.Symbol(f"s{k}") for k in range(30)) ** 20
    assert are_equal(large, large + 0 * X, tuple(large.free_symbols)) in (True, None)
    assert are_equal(large * X - large * X + large, large * (X + 1) - X * large, (*large.free_symbols, X)) is None
