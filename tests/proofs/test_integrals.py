"""Definite integrals: the table of antiderivatives, and everything that must keep it from proving too much."""

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Integral, Sum, Symbol, exp, oo

from tests.common.examples import examples
from verify.proofs import integrals as calculus
from verify.proofs.antiderivatives import proposals
from verify.proofs.equality import by_normal_form, prove_equal
from verify.regularity.analytic import slope

x, y, a, b = sympy.symbols("x y a b", positive=True)
u, v, w = sympy.symbols("u v w", real=True)
HALF = sympy.Rational(1, 2)

TABLE = [
    (2 * x + 1) ** HALF, 1 / (3 * x + a), x / (a + x**2), x * sympy.exp(-(x**2)), x**3 * sympy.exp(-a * x) * sympy.cos(b * x + 1),
    sympy.sin(a * x) ** 2 * sympy.cos(b * x), sympy.sin(x) ** 3, sympy.exp(-a * x**2 + b * x), x**4 * sympy.exp(-a * x**2),
    x**3 * sympy.exp(-(x**2)), 1 / (a**2 + x**2), sympy.sqrt(a**2 + x**2), 1 / sympy.sqrt(a**2 + b * x**2),
    (a + x**2) ** sympy.Rational(-3, 2), 1 / (a * sympy.exp(b * x) + 1), (1 - x**2) * (1 + 3 * x**2), x * sympy.cosh(a * x),
]  # fmt: skip


@pytest.mark.parametrize("f", TABLE, ids=str)
def test_a_line_of_the_table_differentiates_back(f):
    (found,) = proposals(f, x)
    assert by_normal_form(sympy.diff(found, x), f) is not None


TRUE = {
    "even": (sympy.Integral(sympy.exp(-a * u**2) * u**2, (u, -oo, oo)), sympy.sqrt(sympy.pi) / (2 * a ** sympy.Rational(3, 2))),
    "half circle": (sympy.Integral(sympy.sqrt(1 - u**2), (u, -1, 1)), sympy.pi / 2),
    "singular end": (sympy.Integral(1 / sympy.sqrt(x), (x, 0, a)), 2 * sympy.sqrt(a)),
    "backwards": (sympy.Integral(u**2, (u, a, 0)), -(a**3) / 3),
    "from the claim": (sympy.Integral(2 * sympy.exp(sympy.sin(u)) * sympy.sin(u) * sympy.cos(u), (u, 0, v)),
                       2 * sympy.exp(sympy.sin(v)) * (sympy.sin(v) - 1) + 2),
    "iterated": (sympy.Integral(u * v, (u, 0, v), (v, 0, 1)), sympy.Rational(1, 8)),
    "a wave in a box": (sympy.Integral(sympy.sin(sympy.pi * x / a) ** 2, (x, 0, a)), a / 2),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_proved(name):
    assert prove_equal(*TRUE[name]) is not None


FALSE = {
    "pole inside": (sympy.Integral(1 / u**2, (u, -1, 1)), -2),
    "pole inside, logarithm": (sympy.Integral(1 / u, (u, -1, 2)), sympy.log(2)),
    "pole inside, odd": (sympy.Integral(1 / u**3, (u, -1, 1)), 0),
    "pole at a parameter": (sympy.Integral(1 / (u - a), (u, 0, 2 * a)), 0),
    "antiderivative jumps": (sympy.Integral(1 / (2 + sympy.cos(u)), (u, 0, 2 * sympy.pi)), 0),
    "tangent jumps": (sympy.Integral(1 / sympy.cos(u) ** 2, (u, 0, sympy.pi)), 0),
    "kink inside": (sympy.Integral(sympy.Abs(u), (u, -1, 1)), 0),
    "root of a square": (sympy.Integral(sympy.sqrt(u**2), (u, -1, 1)), 0),
    "jump inside": (sympy.Integral(sympy.sign(u), (u, -1, 2)), 3),
    "diverges at the end": (sympy.Integral(1 / x, (x, 0, 1)), 0),
    "diverges at infinity": (sympy.Integral(sympy.cos(u), (u, 0, oo)), 0),
    "growing": (sympy.Integral(sympy.exp(u * v), (u, 0, oo)), -1 / v),
    "even growing": (sympy.Integral(u**2, (u, -oo, oo)), 0),
    "odd is not even": (sympy.Integral(u**3 * sympy.exp(-(u**2)), (u, -oo, oo)), 1),
    "wrong claim as hint": (sympy.Integral(sympy.exp(sympy.sin(u)), (u, 0, v)), sympy.exp(sympy.sin(v)) - 1),
    "right derivative, wrong constant": (sympy.Integral(2 * u, (u, 0, v)), v**2 + 1),
    "hint with a pole": (sympy.Integral(-1 / (u - 1) ** 2, (u, 0, v)), 1 / (v - 1) + 1),
    "a positive symbol that the limits contradict": (sympy.Integral(sympy.sqrt(x**2 * (1 + x) ** 2), (x, -1, 1)), 1),
    "parameter of unknown sign": (sympy.Integral(1 / (u**2 + v), (u, 0, 1)), sympy.atan(1 / sympy.sqrt(v)) / sympy.sqrt(v)),
}  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
def test_never_proved(name):
    assert prove_equal(*map(sympy.sympify, FALSE[name])) is None


@pytest.mark.parametrize(
    "wrong", [u**3, u**2 / 2, sympy.sign(u) * u**3 / 3, u**3 / 3 + sympy.Heaviside(u), sympy.Abs(u) ** 3 / 3]
)
def test_a_wrong_line_of_the_table_proves_nothing(monkeypatch, wrong):
    monkeypatch.setattr(calculus, "candidates", lambda *_: iter(()))
    monkeypatch.setattr(calculus, "proposals", lambda f, place: iter([wrong.xreplace({u: place})]))
    assert calculus.definite(u**2, u, -sympy.S.One, sympy.S.One, by_normal_form) is None


def test_a_jump_between_the_ends_is_seen_even_where_the_derivative_is_right(monkeypatch):
    monkeypatch.setattr(calculus, "candidates", lambda *_: iter(()))
    jumping = sympy.atan(u) + sympy.atan(1 / u)
    monkeypatch.setattr(calculus, "proposals", lambda f, place: iter([jumping.xreplace({u: place})]))
    assert calculus.definite(sympy.S.Zero, u, -sympy.S.One, sympy.S.One, by_normal_form) is None


# --- the derivative by our own rules is SymPy's ------------------------------------------------------

_INNER = st.sampled_from([u, u**2, u * v, u + 1, sympy.Integer(3), v])
_OUTER = st.sampled_from(
    [
        sympy.sin,
        sympy.cos,
        sympy.exp,
        sympy.atan,
        sympy.erf,
        sympy.tanh,
        sympy.Abs,
        sympy.sign,
        sympy.sqrt,
        sympy.Function("f"),
    ]
)
SMOOTH = st.recursive(
    _INNER,
    lambda inner: st.one_of(
        st.builds(lambda f, e: f(e), _OUTER, inner),
        st.builds(lambda e, g: e * g, inner, inner),
        st.builds(lambda e, g: e + g, inner, inner),
        st.builds(lambda e, g: e**g, inner, st.sampled_from([sympy.Integer(2), -HALF, v, u])),
    ),
    max_leaves=4,
)


@given(SMOOTH)
@settings(derandomize=True, deadline=None, max_examples=examples(60))
def test_slope_is_the_derivative(expr):
    ours, theirs = slope(expr, u), expr.diff(u)
    assert ours == theirs or by_normal_form(ours, theirs) is not None or sympy.simplify(ours - theirs) == 0


@pytest.mark.parametrize("low", [-1, 0])
def test_what_is_declared_of_a_bound_variable_and_not_of_its_range_is_not_used(low: int) -> None:
    x, k, u = Symbol("x", real=True), Symbol("k", integer=True, positive=True), Symbol("u", positive=True)
    inner = Integral(k * exp(-k * x), (x, 0, oo))
    n = Symbol("n", integer=True, positive=True)
    assert prove_equal(Sum(inner, (k, low, n)), n - low + 1) is None  # the term of 0 is 0, that of -1 diverges
    assert prove_equal(Sum(inner, (k, 1, n)), n) is not None
    double = Integral(u * exp(-u * x), (x, 0, oo), (u, low, 1))
    assert (prove_equal(double, 1 - low) is not None) == (low == 0)
    assert prove_equal(Integral(u * exp(-u * x), (x, 0, oo), (u, 1, -1)), -2) is None


def test_an_inner_range_speaks_of_the_outer_variable_as_it_runs() -> None:
    """∫ exp(-y²) ∫_0^y |x| dx dy over all y is 0, the inner integral being odd in y, whatever is declared of y."""
    x, y = Symbol("x", real=True), Symbol("y", positive=True)
    odd = Integral(exp(-(y**2)) * sympy.Abs(x), (x, 0, y), (y, -oo, oo))
    assert prove_equal(odd, sympy.sqrt(sympy.pi) / 4) is None


def test_a_letter_in_an_outer_end_is_not_the_inner_variable() -> None:
    x, y = sympy.symbols("x y", real=True)
    found = prove_equal(Integral(x * exp(-(x**2)), (x, 0, oo), (y, 0, x)), x / 2)
    assert found is not None
    assert prove_equal(Integral(x * exp(-(x**2)), (x, 0, oo), (y, 0, x)), sympy.Abs(x) / 2) is None


def test_an_integral_is_worked_out_once_whatever_it_is_said_to_equal():
    integral = Integral(exp(-3 * u) * sympy.cos(2 * u), (u, 0, 1))
    before = calculus._value_of.cache_info().misses
    values = [calculus.evaluate_integrals(integral, by_normal_form, [], hint) for hint in (v, v**2, None)]
    assert len(set(values)) == 1
    assert not values[0].has(Integral)
    assert calculus._value_of.cache_info().misses == before + 1
