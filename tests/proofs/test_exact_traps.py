"""Identities that look true: each is false on an open part of its domain and must never be proved."""

import pytest
import sympy

from verify.proofs.equality import prove_equal

x, y = sympy.symbols("x y", positive=True)
u, v = sympy.symbols("u v", real=True)
c, d = sympy.symbols("c d")
n = sympy.Symbol("n", integer=True)
prime, second, m = sympy.Symbol("u'", real=True), sympy.Symbol("u''", real=True), sympy.Symbol("n'", integer=True)
HALF = sympy.Rational(1, 2)
THIRD = sympy.Rational(1, 3)

FALSE = {
    "root of a square, real": (sympy.sqrt(u**2), u),
    "root of a square, complex": (sympy.sqrt(c**2), c),
    "log of a square, real": (sympy.log(u**2), 2 * sympy.log(u)),
    "power of a power": ((c**u) ** v, c ** (u * v)),
    "product of roots, real": (sympy.sqrt(u) * sympy.sqrt(v), sympy.sqrt(u * v)),
    "product of roots, complex": (sympy.sqrt(c) * sympy.sqrt(d), sympy.sqrt(c * d)),
    "root of a quotient": (sympy.sqrt(1 / c), 1 / sympy.sqrt(c)),
    "asin of sin": (sympy.asin(sympy.sin(u)), u),
    "atan and its reciprocal, real": (sympy.atan(u) + sympy.atan(1 / u), sympy.pi / 2),
    "log of exp, complex": (sympy.log(sympy.exp(c)), c),
    "log of a negative": (sympy.log(-u), sympy.log(u) + sympy.I * sympy.pi),
    "log of a product, complex": (sympy.log(c * d), sympy.log(c) + sympy.log(d)),
    "log of a reciprocal": (sympy.log(1 / c), -sympy.log(c)),
    "minus one to an even real": ((-1) ** (2 * u), sympy.S.One),
    "cos of pi times a real": (sympy.cos(sympy.pi * u), (-1) ** u),
    "parity forgotten": ((-1) ** n, sympy.S.One),
    "cube root of minus eight": (sympy.Integer(-8) ** THIRD, sympy.Integer(-2)),
    "cube root of a cube, real": ((u**3) ** THIRD, u),
    "modulus squared, complex": (sympy.Abs(c) ** 2, c**2),
    "root of an exponential": (sympy.sqrt(sympy.exp(c)), sympy.exp(c / 2)),
    "root of a phase": (sympy.sqrt(sympy.exp(sympy.I * u)), sympy.exp(sympy.I * u / 2)),
    "conjugate of a complex": (sympy.conjugate(c), c),
    "zero to the x": (sympy.Pow(0, u, evaluate=False), sympy.S.Zero),
    "log of a root's cube": (sympy.log(c ** sympy.Rational(3, 2)), 3 * sympy.log(c) / 2),
    "half angle with a sign lost": (sympy.cos(u / 2), sympy.sqrt((1 + sympy.cos(u)) / 2)),
    "off by 1e-25": ((x + y) ** 2, x**2 + 2 * x * y + y**2 + sympy.Rational(1, 10**25)),
    "a bound variable, its primed namesake": (u + sympy.Integral(u * prime, (u, 0, 1)), u + THIRD),
    "an index and its primed namesake": (n + sympy.Sum(n * m, (n, 0, 2)), n + 5),
    "three namesakes": (u + sympy.Integral(u * prime + second, (u, 0, 1)), u + sympy.Rational(5, 6)),
    "two bound namesakes": (
        u + prime + sympy.Integral(u * prime**2, (u, 0, 1), (prime, 0, 1)),
        u + prime + sympy.Rational(1, 4),
    ),
    "a float": (x + sympy.Float(0.5), x + HALF),
}


@pytest.mark.parametrize("name", FALSE)
def test_falsehood_is_never_proved(name):
    lhs, rhs = FALSE[name]
    assert prove_equal(lhs, rhs) is None
    assert prove_equal(rhs, lhs) is None


TRUE = {
    "coth, where SymPy's equals answers False": (1 / (sympy.exp(u) - 1) + HALF, sympy.coth(u / 2) / 2),
    "sine of a sum": (sympy.sin(u + v), sympy.sin(u) * sympy.cos(v) + sympy.cos(u) * sympy.sin(v)),
    "tangent of a sum": (sympy.tan(u + v), (sympy.tan(u) + sympy.tan(v)) / (1 - sympy.tan(u) * sympy.tan(v))),
    "root of a square, positive": (sympy.sqrt(x**2 + 2 * x * y + y**2), x + y),
    "modulus squared, real": (sympy.Abs(u + v) ** 2, u**2 + 2 * u * v + v**2),
    "log of a product, positive": (sympy.log(x * y**3), sympy.log(x) + 3 * sympy.log(y)),
    "power of a product, positive": ((x * y) ** u, x**u * y**u),
    "powers of 2 and 4": (sympy.Integer(4) ** u, sympy.Integer(2) ** (2 * u)),
    "parity": (sympy.cos(sympy.pi * n) ** 2, sympy.S.One),
    "exponential of log": (sympy.exp(2 * sympy.log(c)), c**2),
    "gamma shift": (sympy.gamma(x + 3), x * (x + 1) * (x + 2) * sympy.gamma(x)),
    "Bessel recurrence": (sympy.besselj(2, x), 2 * sympy.besselj(1, x) / x - sympy.besselj(0, x)),
    "Bessel of order 1/2": (sympy.besselk(HALF, x), sympy.sqrt(sympy.pi / (2 * x)) * sympy.exp(-x)),
    "nested radicals": (sympy.sqrt(3 + 2 * sympy.sqrt(2)) * x, x + sympy.sqrt(2) * x),
    "heptagon": (sum(sympy.cos(2 * sympy.pi * k / 7) for k in (1, 2, 3)), -HALF),
    "Lorentz factor": (1 / sympy.sqrt(1 - u**2 / x**2), x / sympy.sqrt(x**2 - u**2)),
    "a bound variable beside its primed namesake": (u + sympy.Integral(u * prime, (u, 0, 1)), u + prime / 2),
    "bound variables and their primed namesakes": (
        u + prime + sympy.Integral(u * prime**2, (u, 0, 1), (prime, 0, 1)),
        u + prime + sympy.Rational(1, 6),
    ),
    "inverse hyperbolic sine": (sympy.asinh(u), sympy.log(u + sympy.sqrt(u**2 + 1))),
}


@pytest.mark.parametrize("name", TRUE)
def test_identity_is_proved(name):
    lhs, rhs = TRUE[name]
    proof = prove_equal(lhs, rhs)
    assert proof is not None
