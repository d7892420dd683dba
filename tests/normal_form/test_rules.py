"""Each rule of the normal form makes an identity provable, and leaves its false twin alone; a rule without a case is noticed."""

from __future__ import annotations

import pytest
import sympy
from sympy import Expr, Rational

from verify.errors import GiveUp
from verify.normal_form.normaliser import CORE, Normaliser
from verify.normal_form.rules import RULES, is_zero

x, y = sympy.symbols("x y", positive=True)
s = sympy.Symbol("s", positive=True)
u = sympy.Symbol("u", real=True)
n, k = sympy.symbols("n k", integer=True, positive=True)
d = sympy.Dummy("d", positive=True)
z = sympy.Symbol("z")
f = sympy.Function("f")
m = x / (1 + x)

IDENTITIES: dict[type, tuple[Expr, Expr]] = {
    sympy.Symbol: ((x + y) ** 2, x**2 + 2 * x * y + y**2),
    sympy.Dummy: ((d + x) ** 2, d**2 + 2 * d * x + x**2),
    sympy.Add: (1 / (x + y) + 1 / (x - y), 2 * x / (x**2 - y**2)),
    sympy.Mul: ((x + 1) * (y + 1), x * y + x + y + 1),
    sympy.Pow: (sympy.sqrt(x**2 + 2 * x + 1), x + 1),
    sympy.exp: (sympy.exp(2 * u), sympy.exp(u) ** 2),
    sympy.log: (sympy.log(x**2 * y), 2 * sympy.log(x) + sympy.log(y)),
    type(sympy.I): (1 / (x + sympy.I), (x - sympy.I) / (x**2 + 1)),
    type(sympy.E): (sympy.E * (x + sympy.E), sympy.E * x + sympy.E**2),
    sympy.Derivative: (sympy.Derivative(f(u), u) + sympy.Derivative(f(u), u), 2 * sympy.Derivative(f(u), u)),
    sympy.Integral: (2 * sympy.Integral(f(u), (u, 0, x)), sympy.Integral(f(u), (u, 0, x)) + sympy.Integral(f(u), (u, 0, x))),
    sympy.Sum: (2 * sympy.Sum(f(k), (k, 1, n)), sympy.Sum(f(k), (k, 1, n)) + sympy.Sum(f(k), (k, 1, n))),
    sympy.Product: (2 * sympy.Product(f(k), (k, 1, n)), sympy.Product(f(k), (k, 1, n)) + sympy.Product(f(k), (k, 1, n))),
    sympy.Subs: (
        2 * sympy.Subs(sympy.Derivative(f(u), u), u, 1),
        sympy.Subs(sympy.Derivative(f(u), u), u, 1) + sympy.Subs(sympy.Derivative(f(u), u), u, 1),
    ),
    sympy.Piecewise: (2 * sympy.Piecewise((u, u > 1), (2, True)), sympy.Piecewise((u, u > 1), (2, True)) * 3 - sympy.Piecewise((u, u > 1), (2, True))),
    sympy.Max: ((sympy.Max(u, 1) + 1) ** 2, sympy.Max(u, 1) ** 2 + 2 * sympy.Max(u, 1) + 1),
    sympy.Min: ((sympy.Min(u, 1) + 1) ** 2, sympy.Min(u, 1) ** 2 + 2 * sympy.Min(u, 1) + 1),
    sympy.sin: (sympy.sin(2 * u), 2 * sympy.sin(u) * sympy.cos(u)),
    sympy.cos: (sympy.cos(2 * u), 1 - 2 * sympy.sin(u) ** 2),
    sympy.tan: (sympy.tan(u) * sympy.cos(u), sympy.sin(u)),
    sympy.cot: (sympy.cot(u) * sympy.sin(u), sympy.cos(u)),
    sympy.sec: (sympy.sec(u) * sympy.cos(u), sympy.Integer(1)),
    sympy.csc: (sympy.csc(u) * sympy.sin(u), sympy.Integer(1)),
    sympy.sinh: (sympy.sinh(2 * u), 2 * sympy.sinh(u) * sympy.cosh(u)),
    sympy.cosh: (sympy.cosh(u) ** 2, 1 + sympy.sinh(u) ** 2),
    sympy.tanh: (sympy.tanh(u) * sympy.cosh(u), sympy.sinh(u)),
    sympy.coth: (sympy.coth(u) * sympy.sinh(u), sympy.cosh(u)),
    sympy.sech: (sympy.sech(u) * sympy.cosh(u), sympy.Integer(1)),
    sympy.csch: (sympy.csch(u) * sympy.sinh(u), sympy.Integer(1)),
    sympy.sinc: (x * sympy.sinc(x), sympy.sin(x)),
    sympy.acos: (sympy.acos(x) + sympy.asin(x), sympy.pi / 2),
    sympy.erfc: (sympy.erfc(x) + sympy.erf(x), sympy.Integer(1)),
    sympy.asinh: (sympy.exp(sympy.asinh(u)), u + sympy.sqrt(u**2 + 1)),
    sympy.acosh: (sympy.acosh(x + 1), sympy.log(x + 1 + sympy.sqrt(x) * sympy.sqrt(x + 2))),
    sympy.atanh: (2 * sympy.atanh(1 / (1 + x)), sympy.log((2 + x) / x)),
    sympy.Abs: (sympy.Abs(z) ** 2, z * sympy.conjugate(z)),
    sympy.conjugate: (sympy.conjugate(u * z, evaluate=False), u * sympy.conjugate(z)),
    sympy.re: (sympy.re(z) + sympy.I * sympy.im(z), z),
    sympy.im: (sympy.im(z), (z - sympy.conjugate(z)) / (2 * sympy.I)),
    sympy.gamma: (sympy.gamma(x + 1), x * sympy.gamma(x)),
    sympy.factorial: (sympy.factorial(n + 1), (n + 1) * sympy.factorial(n)),
    sympy.binomial: (sympy.binomial(n + 1, k), sympy.binomial(n, k) + sympy.binomial(n, k - 1)),
    sympy.RisingFactorial: (sympy.RisingFactorial(x, n + 1), (x + n) * sympy.RisingFactorial(x, n)),
    sympy.FallingFactorial: (sympy.FallingFactorial(x, n + 1), (x - n) * sympy.FallingFactorial(x, n)),
    sympy.zeta: (sympy.zeta(2, x) - sympy.zeta(2, x + 1), 1 / x**2),
    sympy.beta: (sympy.beta(x, y), sympy.gamma(x) * sympy.gamma(y) / sympy.gamma(x + y)),
    sympy.polygamma: (sympy.polygamma(0, x + 1), sympy.polygamma(0, x) + 1 / x),
    sympy.airybiprime: (sympy.airyai(u) * sympy.airybiprime(u), sympy.airyaiprime(u) * sympy.airybi(u) + 1 / sympy.pi),
    sympy.elliptic_e: (sympy.elliptic_e(m) * sympy.elliptic_k(1 - m) + sympy.elliptic_e(1 - m) * sympy.elliptic_k(m), sympy.elliptic_k(m) * sympy.elliptic_k(1 - m) + sympy.pi / 2),
    sympy.besselj: (sympy.besselj(0, x) + sympy.besselj(2, x), 2 * sympy.besselj(1, x) / x),
    sympy.bessely: (sympy.bessely(0, x) + sympy.bessely(2, x), 2 * sympy.bessely(1, x) / x),
    sympy.besseli: (sympy.besseli(0, x) - sympy.besseli(2, x), 2 * sympy.besseli(1, x) / x),
    sympy.besselk: (sympy.besselk(2, x) - sympy.besselk(0, x), 2 * sympy.besselk(1, x) / x),
    sympy.legendre: (3 * sympy.legendre(n + 1, u) * (n + 1) / 3, (2 * n + 1) * u * sympy.legendre(n, u) - n * sympy.legendre(n - 1, u)),
    sympy.hermite: (sympy.hermite(n + 1, u), 2 * u * sympy.hermite(n, u) - 2 * n * sympy.hermite(n - 1, u)),
    sympy.laguerre: ((n + 1) * sympy.laguerre(n + 1, u), (2 * n + 1 - u) * sympy.laguerre(n, u) - n * sympy.laguerre(n - 1, u)),
    sympy.chebyshevt: (sympy.chebyshevt(n + 1, u), 2 * u * sympy.chebyshevt(n, u) - sympy.chebyshevt(n - 1, u)),
    sympy.chebyshevu: (sympy.chebyshevu(n + 1, u), 2 * u * sympy.chebyshevu(n, u) - sympy.chebyshevu(n - 1, u)),
}  # fmt: skip
"""For each class that a rule reads, an identity that needs it."""


def test_every_rule_has_its_identity() -> None:
    assert set(IDENTITIES) == set(RULES)


@pytest.mark.parametrize("kind", IDENTITIES, ids=lambda kind: kind.__name__)
def test_the_identity_is_made_provable_and_no_slip_in_it(kind: type) -> None:
    lhs, rhs = IDENTITIES[kind]
    assert lhs.has(kind) or rhs.has(kind), "the example does not have what the rule reads"
    assert is_zero(lhs - rhs)
    for false in (lhs + rhs, lhs - 2 * rhs, lhs - rhs - Rational(1, 10**9), (lhs - rhs) + (lhs - rhs).subs(u, u) + x):
        assert not is_zero(false), false


def without(kind: type, difference: Expr) -> bool:
    """Is it zero by all other rules?"""
    try:
        return Normaliser({other: rule for other, rule in RULES.items() if other is not kind}).is_zero(difference)
    except GiveUp:
        return False


@pytest.mark.parametrize("kind", [kind for kind in IDENTITIES if kind not in CORE], ids=lambda kind: kind.__name__)
def test_the_identity_needs_the_rule(kind: type) -> None:
    lhs, rhs = IDENTITIES[kind]
    assert not without(kind, lhs - rhs)


@pytest.mark.parametrize(
    ("power", "value", "wrong"),
    [
        ((y * x ** (1 / s)) ** (1 / s), x ** (1 / s**2) * y ** (1 / s), x * y ** (1 / s)),
        ((y * x ** (1 / s)) ** s, x * y**s, x ** (s**2) * y**s),
        ((y * x ** (2 / s)) ** (3 / s), x ** (6 / s**2) * y ** (3 / s), x**6 * y ** (3 / s)),
        ((y * x ** (x / s)) ** (s / x), x * y ** (s / x), x ** (s**2 / x**2) * y ** (s / x)),
    ],
)
def test_an_exponent_below_stays_below(power: Expr, value: Expr, wrong: Expr) -> None:
    """What stands in exp(log x / s) has a negative power of s, of which a polynomial keeps no sign."""
    assert is_zero(power - value)
    assert not is_zero(power - wrong)
