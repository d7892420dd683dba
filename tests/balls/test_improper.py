"""Integrals over endless ranges and up to singular ends: enclosed where a bound of the rest is certain, and nowhere else."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
import sympy
from flint import acb, arb
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.common.examples import examples
from verify.balls import enclose
from verify.balls.compiler import Compiler
from verify.balls.core import Env
from verify.balls.expressions import RULES
from verify.balls.growth import Growth
from verify.balls.scales import Scale
from verify.points import evaluation

evaluation.install()

x = sympy.Symbol("x", real=True)
a, b = sympy.symbols("a b", positive=True)
s = sympy.Symbol("s", real=True)
oo, exp, log, sin, cos, sqrt, pi = sympy.oo, sympy.exp, sympy.log, sympy.sin, sympy.cos, sympy.sqrt, sympy.pi
POINT = {a: sympy.Rational(1, 3), b: sympy.Rational(5, 7), s: sympy.Rational(1, 4)}
KNOWN = [
    (x**2 * exp(x) / (exp(x) + 1) ** 2, -oo, oo, pi**2 / 3),
    (log(1 + exp(-x)), 0, oo, pi**2 / 12),
    (log(1 - exp(-x)), 0, oo, -(pi**2) / 6),
    (exp(-x) / (1 + x), 0, oo, sympy.E * sympy.expint(1, 1)),
    (x / sympy.sinh(x), -oo, oo, pi**2 / 2),
    (exp(-x) * log(x), 0, oo, -sympy.EulerGamma),
    (exp(-a * sympy.cosh(x)), 0, oo, sympy.besselk(0, a)),
    (sympy.besselj(0, b * x) * exp(-a * x), 0, oo, 1 / sqrt(a**2 + b**2)),
    (exp(-(x**2) - a**2 / x**2), 0, oo, sqrt(pi) / 2 * exp(-2 * a)),
    (exp(-a * x) * sin(b * x) / x, 0, oo, sympy.atan(b / a)),
    (log(x) / (x**2 + a**2), 0, oo, pi * log(a) / (2 * a)),
    (x ** (s - 1) / (1 + x), 0, oo, pi / sin(pi * s)),
    (log(x) / (1 - x), 0, 1, -(pi**2) / 6),
    (log(1 + x) / x, 0, 1, pi**2 / 12),
    ((1 - exp(-x)) / x, 0, 1, sympy.EulerGamma + sympy.expint(1, 1)),
    (log(sin(x)), 0, pi, -pi * log(2)),
    (1 / sqrt(x * (a - x)), 0, a, pi),
    (1 / sqrt(1 - x**4), 0, 1, sympy.gamma(sympy.Rational(1, 4)) ** 2 / (4 * sqrt(2 * pi))),
    (exp(-sympy.Abs(x - b)), -oo, oo, sympy.Integer(2)),
    (exp(-sqrt(x)), 0, oo, sympy.Integer(2)),
]
NOWHERE = [
    (1 / x, 0, 1), (1 / x, 1, oo), (1 / (x * log(x)), 2, oo), (exp(x) / x, 1, oo), (sin(x), 0, oo), (x * sin(x**2), 0, oo),
    (1 / (x - 1), 0, oo), (1 / (x - 1000), 0, oo), (1 / (x - 1000) ** 2, 0, oo), (exp(-x) / (x - 40), 0, oo), (1 / x**2, -oo, oo),
    (x, -oo, oo), (1 / (1 + x**2) / sin(x), 1, oo), (sympy.tan(x) * exp(-x), 0, oo), (exp(-x) / cos(x) ** 2, 0, oo), (x ** (-1 - s), 1, 0),
    (sympy.S.One, 0, oo), (1 / x - 1 / sin(2 * x), 0, 1), (1 / (1 - cos(x)), 0, 1), (log(x) / x, 0, 1), (1 / (sqrt(x) * sin(x)), 0, 1),
    (exp(x**2 - x), 0, oo), (exp(1 / x), 0, 1), (exp(-x) * exp(exp(-x) + x), 0, oo), (1 / (exp(x) - exp(40)), 0, oo), (1 / (x - a), a, 1),
]  # fmt: skip


def _enclosed(integrand: sympy.Expr, low: object, high: object, bits: int = 64, at: dict | None = None) -> acb:
    whole = sympy.Integral(integrand, (x, low, high))
    point = POINT if at is None else at
    return enclose(whole, {symbol: point[symbol] for symbol in whole.free_symbols}, bits)


@pytest.mark.parametrize("bits", [64, 256])
@pytest.mark.parametrize(("integrand", "low", "high", "value"), KNOWN)
def test_known_values_lie_in_narrow_balls(integrand, low, high, value, bits):
    found = _enclosed(integrand, low, high, bits)
    expected = enclose(value, {symbol: POINT[symbol] for symbol in value.free_symbols}, bits)
    assert found.is_finite()
    assert found.overlaps(expected)
    assert found.rad() < arb(2) ** (16 - bits)


def test_a_real_integral_has_a_certain_order():
    found = _enclosed(log(1 + exp(-x)), 0, oo)
    assert found.imag == 0
    assert found.real < 2


@pytest.mark.parametrize(("integrand", "low", "high"), NOWHERE)
def test_what_diverges_has_no_enclosure(integrand, low, high):
    assert not _enclosed(integrand, low, high).is_finite()


@pytest.mark.parametrize("power", ["-1", "-2", "-1000001/1000000"])
def test_at_and_beyond_the_edge_of_convergence_nothing_is_enclosed(power):
    at = {s: sympy.Rational(power)}
    assert not _enclosed(x**s, 0, 1, at=at).is_finite()
    assert not _enclosed(x ** (-2 - s), 1, oo, at=at).is_finite()
    assert not _enclosed(x**s * exp(-x), 0, oo, at=at).is_finite()


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(st.fractions(Fraction(-4, 5), 3, max_denominator=20), st.fractions(Fraction(1, 5), 4, max_denominator=9))
def test_powers_and_exponentials_have_the_value_of_gamma(power, rate):
    at = {s: sympy.Rational(power.numerator, power.denominator), a: sympy.Rational(rate.numerator, rate.denominator)}
    found = _enclosed(x**s * exp(-a * x), 0, oo, at=at)
    assert found.is_finite()
    assert found.overlaps(enclose(sympy.gamma(s + 1) / a ** (s + 1), at, 128))


FACTORS = st.sampled_from(
    [
        1 / (1 + x**2),
        1 / (1 + x),
        exp(-x),
        exp(-(x**2)),
        log(x),
        log(1 + x),
        1 / sqrt(x),
        sin(x),
        cos(2 * x),
        1 / sympy.cosh(x),
        sympy.atan(x),
        sqrt(x),
        1 / x,
        (1 - exp(-x)),
        exp(-1 / x),
        sympy.tanh(x),
    ]
)


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(st.lists(FACTORS, min_size=1, max_size=4), st.booleans())
def test_what_is_enclosed_is_what_mpmath_finds(factors, endless):
    integrand = sympy.Mul(*factors)
    found = _enclosed(integrand, 0, oo if endless else 1)
    assume(found.is_finite())
    function = sympy.lambdify(x, integrand, "mpmath")
    with mpmath.workdps(30):
        ends = [0, mpmath.mpf("0.01"), 1, 4, 12, 40, 120, 1200, mpmath.inf] if endless else [0, mpmath.mpf("0.01"), 1]
        expected = complex(mpmath.quad(function, ends))
    assert abs(complex(float(found.real.mid()), float(found.imag.mid())) - expected) < 1e-5 * (1 + abs(expected))


PARTS = st.recursive(
    st.sampled_from([x, x + 2, exp(-x), exp(x), log(x), sympy.Integer(3), sqrt(x)]),
    lambda inner: st.one_of(
        st.builds(lambda p, q: p + q, inner, inner),
        st.builds(lambda p, q: p * q, inner, inner),
        st.builds(lambda p: 1 / p, inner),
        st.builds(lambda p: log(1 + p**2), inner),
        st.builds(lambda p: sin(p), inner),
    ),
    max_leaves=5,
)


@settings(derandomize=True, deadline=None, max_examples=examples(80))
@given(PARTS, st.integers(2, 7), st.integers(0, 200), st.booleans())
def test_a_germ_holds_at_every_place_beyond_its_start(expr, far, more, at_zero):
    """f(x)/scale(x) lies in the ball, for places beyond T, towards infinity and towards zero."""
    moving = sympy.Symbol("v", positive=True)
    expr = expr.xreplace({x: moving})
    growth = Growth(Compiler(RULES), moving, at_zero)
    start = arb(2) ** far
    germ = growth.germ(expr, Env({}, {}), start)
    assume(germ is not None and not expr.has(sympy.zoo, sympy.nan))
    place = sympy.Integer(2**far) + sympy.Rational(more**2, 7)
    value = enclose(expr, {moving: 1 / place if at_zero else place} if moving in expr.free_symbols else {}, 4096)
    assume(value.is_finite())
    assert germ is not None
    assert value.overlaps(germ.ball * germ.scale.at(arb(int(place.p)) / int(place.q)))


@settings(derandomize=True, deadline=None, max_examples=examples(100))
@given(
    st.dictionaries(st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(2)]), st.integers(-3, 3)),
    st.integers(-4, 4),
    st.integers(-2, 2),
    st.integers(2, 6),
    st.integers(1, 50),
)
def test_no_scale_is_steeper_than_its_bound(exponents, power, logs, far, more):
    """s(x) ≤ s(T) (x/T)^steepness."""
    scale = Scale({q: arb(c) for q, c in exponents.items() if c}, arb(power), arb(logs))
    start, place = arb(2) ** far, arb(2) ** far + more
    steepness = scale.steepness(start)
    assume(steepness.is_finite())
    assert not scale.at(place) > scale.at(start) * (place / start) ** steepness
