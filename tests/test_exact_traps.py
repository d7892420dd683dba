"""Identities that look true: each is false on an open part of its domain and must never be proved."""

import pytest
import sympy as sp

from verify.exact import prove_equal

x, y = sp.symbols("x y", positive=True)
u, v = sp.symbols("u v", real=True)
c, d = sp.symbols("c d")
n = sp.Symbol("n", integer=True)
HALF = sp.Rational(1, 2)
THIRD = sp.Rational(1, 3)

FALSE = {
    "root of a square, real": (sp.sqrt(u**2), u),
    "root of a square, complex": (sp.sqrt(c**2), c),
    "log of a square, real": (sp.log(u**2), 2 * sp.log(u)),
    "power of a power": ((c**u) ** v, c ** (u * v)),
    "product of roots, real": (sp.sqrt(u) * sp.sqrt(v), sp.sqrt(u * v)),
    "product of roots, complex": (sp.sqrt(c) * sp.sqrt(d), sp.sqrt(c * d)),
    "root of a quotient": (sp.sqrt(1 / c), 1 / sp.sqrt(c)),
    "asin of sin": (sp.asin(sp.sin(u)), u),
    "atan and its reciprocal, real": (sp.atan(u) + sp.atan(1 / u), sp.pi / 2),
    "log of exp, complex": (sp.log(sp.exp(c)), c),
    "log of a negative": (sp.log(-u), sp.log(u) + sp.I * sp.pi),
    "log of a product, complex": (sp.log(c * d), sp.log(c) + sp.log(d)),
    "log of a reciprocal": (sp.log(1 / c), -sp.log(c)),
    "minus one to an even real": ((-1) ** (2 * u), sp.S.One),
    "cos of pi times a real": (sp.cos(sp.pi * u), (-1) ** u),
    "parity forgotten": ((-1) ** n, sp.S.One),
    "cube root of minus eight": (sp.Integer(-8) ** THIRD, sp.Integer(-2)),
    "cube root of a cube, real": ((u**3) ** THIRD, u),
    "modulus squared, complex": (sp.Abs(c) ** 2, c**2),
    "root of an exponential": (sp.sqrt(sp.exp(c)), sp.exp(c / 2)),
    "root of a phase": (sp.sqrt(sp.exp(sp.I * u)), sp.exp(sp.I * u / 2)),
    "conjugate of a complex": (sp.conjugate(c), c),
    "zero to the x": (sp.Pow(0, u, evaluate=False), sp.S.Zero),
    "log of a root's cube": (sp.log(c ** sp.Rational(3, 2)), 3 * sp.log(c) / 2),
    "half angle with a sign lost": (sp.cos(u / 2), sp.sqrt((1 + sp.cos(u)) / 2)),
    "off by 1e-25": ((x + y) ** 2, x**2 + 2 * x * y + y**2 + sp.Rational(1, 10**25)),
    "a float": (x + sp.Float(0.5), x + HALF),
}


@pytest.mark.parametrize("name", FALSE)
def test_falsehood_is_never_proved(name):
    lhs, rhs = FALSE[name]
    assert prove_equal(lhs, rhs) is None
    assert prove_equal(rhs, lhs) is None


TRUE = {
    "coth, where SymPy's equals answers False": (1 / (sp.exp(u) - 1) + HALF, sp.coth(u / 2) / 2),
    "sine of a sum": (sp.sin(u + v), sp.sin(u) * sp.cos(v) + sp.cos(u) * sp.sin(v)),
    "tangent of a sum": (sp.tan(u + v), (sp.tan(u) + sp.tan(v)) / (1 - sp.tan(u) * sp.tan(v))),
    "root of a square, positive": (sp.sqrt(x**2 + 2 * x * y + y**2), x + y),
    "modulus squared, real": (sp.Abs(u + v) ** 2, u**2 + 2 * u * v + v**2),
    "log of a product, positive": (sp.log(x * y**3), sp.log(x) + 3 * sp.log(y)),
    "power of a product, positive": ((x * y) ** u, x**u * y**u),
    "powers of 2 and 4": (sp.Integer(4) ** u, sp.Integer(2) ** (2 * u)),
    "parity": (sp.cos(sp.pi * n) ** 2, sp.S.One),
    "exponential of log": (sp.exp(2 * sp.log(c)), c**2),
    "gamma shift": (sp.gamma(x + 3), x * (x + 1) * (x + 2) * sp.gamma(x)),
    "Bessel recurrence": (sp.besselj(2, x), 2 * sp.besselj(1, x) / x - sp.besselj(0, x)),
    "Bessel of order 1/2": (sp.besselk(HALF, x), sp.sqrt(sp.pi / (2 * x)) * sp.exp(-x)),
    "nested radicals": (sp.sqrt(3 + 2 * sp.sqrt(2)) * x, x + sp.sqrt(2) * x),
    "heptagon": (sum(sp.cos(2 * sp.pi * k / 7) for k in (1, 2, 3)), -HALF),
    "Lorentz factor": (1 / sp.sqrt(1 - u**2 / x**2), x / sp.sqrt(x**2 - u**2)),
    "inverse hyperbolic sine": (sp.asinh(u), sp.log(u + sp.sqrt(u**2 + 1))),
}


@pytest.mark.parametrize("name", TRUE)
def test_identity_is_proved(name):
    lhs, rhs = TRUE[name]
    proof = prove_equal(lhs, rhs)
    assert proof is not None
