"""Functions by their definitions: equal as numbers wherever the rule applies, and left alone elsewhere."""

from __future__ import annotations

import mpmath
import pytest
import sympy as sp

from verify.points.domain import Domain
from verify.regularity.definitions import by_definitions

n = sp.Symbol("n", integer=True, positive=True)
m = sp.Symbol("m", integer=True)
t, u = sp.symbols("t u", positive=True)
y = sp.Symbol("y", real=True)

PLACES = {n: 4, t: sp.Rational(3, 7), u: sp.Rational(5, 2), y: -sp.Rational(4, 3), m: -3}
RULES = [
    sp.RisingFactorial(t, n),
    sp.FallingFactorial(u + n, n),
    sp.harmonic(n),
    sp.harmonic(n, 3),
    sp.catalan(n),
    sp.fibonacci(n),
    sp.fibonacci(m),
    sp.lucas(n),
    sp.lucas(m),
    sp.factorial2(2 * n),
    sp.factorial2(2 * n - 1),
    sp.bernoulli(2 * n),
    sp.bernoulli(n),
    sp.bernoulli(n, t),
    sp.bernoulli(5, y),
    sp.euler(5, y),
    sp.jn(n, t),
    sp.yn(n, t),
    sp.subfactorial(n),
    sp.hankel1(2, t),
    sp.hankel2(u, t),
    sp.dirichlet_eta(t + 1),
    sp.zeta(t + 1, sp.S.Half),
    sp.hyper((), (), y),
    sp.hyper((-3,), (), y),
    sp.hyper((), (sp.S.Half,), t),
    sp.hyper((), (sp.S.Half,), -(y**2)),
    sp.hyper((), (sp.Rational(3, 2),), t),
    sp.hyper((), (sp.Rational(3, 2),), -t),
    sp.hyper((sp.S.Half,), (sp.Rational(3, 2),), t),
    sp.hyper((sp.S.Half,), (sp.Rational(3, 2),), -t),
    sp.hyper((1,), (2,), -t),
]
INSIDE = [
    sp.hyper((u,), (), t),
    sp.hyper((u,), (), -t),
    sp.hyper((1, 1), (2,), t),
    sp.hyper((1, 1), (2,), -t),
    sp.hyper((1, sp.S.Half), (sp.Rational(3, 2),), t),
    sp.hyper((sp.S.Half, 1), (sp.Rational(3, 2),), -t),
    sp.hyper((sp.S.Half, sp.S.Half), (sp.Rational(3, 2),), t),
    sp.hyper((sp.S.Half, sp.S.Half), (sp.Rational(3, 2),), -t),
]


@pytest.mark.parametrize("function", INSIDE, ids=str)
def test_inside_the_circle_of_convergence(function: sp.Expr) -> None:
    assert by_definitions((function,), Domain(tuple(function.free_symbols))) == (function,)
    (defined,) = by_definitions((function,), Domain(tuple(function.free_symbols), (t < 1,)))
    assert not defined.has(sp.hyper)
    assert mpmath.almosteq(*(complex(part.subs(PLACES).evalf(30)) for part in (function, defined)), 1e-12)


@pytest.mark.parametrize("function", RULES, ids=str)
def test_a_definition_has_the_value_of_the_function(function: sp.Expr) -> None:
    (defined,) = by_definitions((function,), Domain(tuple(function.free_symbols)))
    assert type(defined) is not type(function)
    values = [part.subs(PLACES).rewrite(sp.besselj).doit().evalf(30) for part in (function, defined)]
    assert mpmath.almosteq(complex(values[0]), complex(values[1]), 1e-12)


def test_the_two_definitions_of_lerchs_function() -> None:
    (defined,) = by_definitions((sp.lerchphi(t, 3, u),), Domain((t, u), (t < 1,)))
    there = defined.subs({t: sp.Rational(1, 3), u: sp.Rational(5, 2)}).evalf(25)
    assert abs(there - mpmath.lerchphi(mpmath.mpf(1) / 3, 3, mpmath.mpf(5) / 2)) < 1e-15


LEFT_ALONE = [
    sp.RisingFactorial(y, m),
    sp.FallingFactorial(t, n),  # t - n + 1 may be a pole
    sp.harmonic(m),
    sp.catalan(m),
    sp.factorial2(m),
    sp.bernoulli(m),
    sp.bernoulli(n, y),
    sp.jn(n, y),
    sp.lerchphi(t, 3, u),
    sp.subfactorial(m),
    sp.Sum(sp.harmonic(n), (n, 0, 4)),
    sp.hankel1(2, y),
    sp.dirichlet_eta(y),
    sp.zeta(y, sp.S.Half),
    sp.hyper((1,), (2,), y),
    sp.hyper((), (sp.Rational(3, 2),), y),
    sp.hyper((1, 1), (2,), y),
    sp.hyper((1, 2), (2, 3), t),
]


@pytest.mark.parametrize("function", LEFT_ALONE, ids=str)
def test_outside_of_its_range_nothing_is_put_in(function: sp.Expr) -> None:
    assert by_definitions((function,), Domain(tuple(function.free_symbols))) == (function,)
