"""Definite integrals: the table of antiderivatives, and everything that must keep it from proving too much."""

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from verify import calculus
from verify.antiderivatives import proposals
from verify.exact import by_normal_form, prove_equal
from verify.regularity import slope

x, y, a, b = sp.symbols("x y a b", positive=True)
u, v, w = sp.symbols("u v w", real=True)
HALF = sp.Rational(1, 2)
oo = sp.oo

TABLE = [
    (2 * x + 1) ** HALF, 1 / (3 * x + a), x / (a + x**2), x * sp.exp(-(x**2)), x**3 * sp.exp(-a * x) * sp.cos(b * x + 1),
    sp.sin(a * x) ** 2 * sp.cos(b * x), sp.sin(x) ** 3, sp.exp(-a * x**2 + b * x), x**4 * sp.exp(-a * x**2),
    x**3 * sp.exp(-(x**2)), 1 / (a**2 + x**2), sp.sqrt(a**2 + x**2), 1 / sp.sqrt(a**2 + b * x**2),
    (a + x**2) ** sp.Rational(-3, 2), 1 / (a * sp.exp(b * x) + 1), (1 - x**2) * (1 + 3 * x**2), x * sp.cosh(a * x),
]  # fmt: skip


@pytest.mark.parametrize("f", TABLE, ids=str)
def test_a_line_of_the_table_differentiates_back(f):
    (found,) = proposals(f, x)
    assert by_normal_form(sp.diff(found, x), f) is not None


TRUE = {
    "even": (sp.Integral(sp.exp(-a * u**2) * u**2, (u, -oo, oo)), sp.sqrt(sp.pi) / (2 * a ** sp.Rational(3, 2))),
    "half circle": (sp.Integral(sp.sqrt(1 - u**2), (u, -1, 1)), sp.pi / 2),
    "singular end": (sp.Integral(1 / sp.sqrt(x), (x, 0, a)), 2 * sp.sqrt(a)),
    "backwards": (sp.Integral(u**2, (u, a, 0)), -(a**3) / 3),
    "from the claim": (sp.Integral(2 * sp.exp(sp.sin(u)) * sp.sin(u) * sp.cos(u), (u, 0, v)),
                       2 * sp.exp(sp.sin(v)) * (sp.sin(v) - 1) + 2),
    "iterated": (sp.Integral(u * v, (u, 0, v), (v, 0, 1)), sp.Rational(1, 8)),
    "a wave in a box": (sp.Integral(sp.sin(sp.pi * x / a) ** 2, (x, 0, a)), a / 2),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_proved(name):
    assert prove_equal(*TRUE[name]) is not None


FALSE = {
    "pole inside": (sp.Integral(1 / u**2, (u, -1, 1)), -2),
    "pole inside, logarithm": (sp.Integral(1 / u, (u, -1, 2)), sp.log(2)),
    "pole inside, odd": (sp.Integral(1 / u**3, (u, -1, 1)), 0),
    "pole at a parameter": (sp.Integral(1 / (u - a), (u, 0, 2 * a)), 0),
    "antiderivative jumps": (sp.Integral(1 / (2 + sp.cos(u)), (u, 0, 2 * sp.pi)), 0),
    "tangent jumps": (sp.Integral(1 / sp.cos(u) ** 2, (u, 0, sp.pi)), 0),
    "kink inside": (sp.Integral(sp.Abs(u), (u, -1, 1)), 0),
    "root of a square": (sp.Integral(sp.sqrt(u**2), (u, -1, 1)), 0),
    "jump inside": (sp.Integral(sp.sign(u), (u, -1, 2)), 3),
    "diverges at the end": (sp.Integral(1 / x, (x, 0, 1)), 0),
    "diverges at infinity": (sp.Integral(sp.cos(u), (u, 0, oo)), 0),
    "growing": (sp.Integral(sp.exp(u * v), (u, 0, oo)), -1 / v),
    "even growing": (sp.Integral(u**2, (u, -oo, oo)), 0),
    "odd is not even": (sp.Integral(u**3 * sp.exp(-(u**2)), (u, -oo, oo)), 1),
    "wrong claim as hint": (sp.Integral(sp.exp(sp.sin(u)), (u, 0, v)), sp.exp(sp.sin(v)) - 1),
    "right derivative, wrong constant": (sp.Integral(2 * u, (u, 0, v)), v**2 + 1),
    "hint with a pole": (sp.Integral(-1 / (u - 1) ** 2, (u, 0, v)), 1 / (v - 1) + 1),
    "a positive symbol that the limits contradict": (sp.Integral(sp.sqrt(x**2 * (1 + x) ** 2), (x, -1, 1)), 1),
    "parameter of unknown sign": (sp.Integral(1 / (u**2 + v), (u, 0, 1)), sp.atan(1 / sp.sqrt(v)) / sp.sqrt(v)),
}  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
def test_never_proved(name):
    assert prove_equal(*map(sp.sympify, FALSE[name])) is None


@pytest.mark.parametrize(
    "wrong", [u**3, u**2 / 2, sp.sign(u) * u**3 / 3, u**3 / 3 + sp.Heaviside(u), sp.Abs(u) ** 3 / 3]
)
def test_a_wrong_line_of_the_table_proves_nothing(monkeypatch, wrong):
    monkeypatch.setattr(calculus, "_candidates", lambda *_: iter(()))
    monkeypatch.setattr(calculus, "proposals", lambda f, place: iter([wrong.xreplace({u: place})]))
    assert calculus.definite(u**2, u, -sp.S.One, sp.S.One, by_normal_form) is None


def test_a_jump_between_the_ends_is_seen_even_where_the_derivative_is_right(monkeypatch):
    monkeypatch.setattr(calculus, "_candidates", lambda *_: iter(()))
    jumping = sp.atan(u) + sp.atan(1 / u)
    monkeypatch.setattr(calculus, "proposals", lambda f, place: iter([jumping.xreplace({u: place})]))
    assert calculus.definite(sp.S.Zero, u, -sp.S.One, sp.S.One, by_normal_form) is None


# --- the derivative by our own rules is SymPy's ------------------------------------------------------

_INNER = st.sampled_from([u, u**2, u * v, u + 1, sp.Integer(3), v])
_OUTER = st.sampled_from([sp.sin, sp.cos, sp.exp, sp.atan, sp.erf, sp.tanh, sp.Abs, sp.sign, sp.sqrt, sp.Function("f")])
SMOOTH = st.recursive(
    _INNER,
    lambda inner: st.one_of(
        st.builds(lambda f, e: f(e), _OUTER, inner),
        st.builds(lambda e, g: e * g, inner, inner),
        st.builds(lambda e, g: e + g, inner, inner),
        st.builds(lambda e, g: e**g, inner, st.sampled_from([sp.Integer(2), -HALF, v, u])),
    ),
    max_leaves=4,
)


@given(SMOOTH)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_slope_is_the_derivative(expr):
    ours, theirs = slope(expr, u), expr.diff(u)
    assert ours == theirs or by_normal_form(ours, theirs) is not None or sp.simplify(ours - theirs) == 0
