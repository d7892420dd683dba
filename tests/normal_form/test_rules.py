"""Each rule of the normal form makes an identity provable, and leaves its false twin alone; a rule without a case is noticed."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Expr, Rational

from verify.errors import GiveUp
from verify.normal_form.normaliser import CORE, Normaliser
from verify.normal_form.rules import RULES, is_zero

x, y = sp.symbols("x y", positive=True)
u = sp.Symbol("u", real=True)
n, k = sp.symbols("n k", integer=True, positive=True)
d = sp.Dummy("d", positive=True)
z = sp.Symbol("z")
f = sp.Function("f")
m = x / (1 + x)

IDENTITIES: dict[type, tuple[Expr, Expr]] = {
    sp.Symbol: ((x + y) ** 2, x**2 + 2 * x * y + y**2),
    sp.Dummy: ((d + x) ** 2, d**2 + 2 * d * x + x**2),
    sp.Add: (1 / (x + y) + 1 / (x - y), 2 * x / (x**2 - y**2)),
    sp.Mul: ((x + 1) * (y + 1), x * y + x + y + 1),
    sp.Pow: (sp.sqrt(x**2 + 2 * x + 1), x + 1),
    sp.exp: (sp.exp(2 * u), sp.exp(u) ** 2),
    sp.log: (sp.log(x**2 * y), 2 * sp.log(x) + sp.log(y)),
    type(sp.I): (1 / (x + sp.I), (x - sp.I) / (x**2 + 1)),
    type(sp.E): (sp.E * (x + sp.E), sp.E * x + sp.E**2),
    sp.Derivative: (sp.Derivative(f(u), u) + sp.Derivative(f(u), u), 2 * sp.Derivative(f(u), u)),
    sp.Integral: (2 * sp.Integral(f(u), (u, 0, x)), sp.Integral(f(u), (u, 0, x)) + sp.Integral(f(u), (u, 0, x))),
    sp.Sum: (2 * sp.Sum(f(k), (k, 1, n)), sp.Sum(f(k), (k, 1, n)) + sp.Sum(f(k), (k, 1, n))),
    sp.Product: (2 * sp.Product(f(k), (k, 1, n)), sp.Product(f(k), (k, 1, n)) + sp.Product(f(k), (k, 1, n))),
    sp.Subs: (
        2 * sp.Subs(sp.Derivative(f(u), u), u, 1),
        sp.Subs(sp.Derivative(f(u), u), u, 1) + sp.Subs(sp.Derivative(f(u), u), u, 1),
    ),
    sp.Piecewise: (2 * sp.Piecewise((u, u > 1), (2, True)), sp.Piecewise((u, u > 1), (2, True)) * 3 - sp.Piecewise((u, u > 1), (2, True))),
    sp.Max: ((sp.Max(u, 1) + 1) ** 2, sp.Max(u, 1) ** 2 + 2 * sp.Max(u, 1) + 1),
    sp.Min: ((sp.Min(u, 1) + 1) ** 2, sp.Min(u, 1) ** 2 + 2 * sp.Min(u, 1) + 1),
    sp.sin: (sp.sin(2 * u), 2 * sp.sin(u) * sp.cos(u)),
    sp.cos: (sp.cos(2 * u), 1 - 2 * sp.sin(u) ** 2),
    sp.tan: (sp.tan(u) * sp.cos(u), sp.sin(u)),
    sp.cot: (sp.cot(u) * sp.sin(u), sp.cos(u)),
    sp.sec: (sp.sec(u) * sp.cos(u), sp.Integer(1)),
    sp.csc: (sp.csc(u) * sp.sin(u), sp.Integer(1)),
    sp.sinh: (sp.sinh(2 * u), 2 * sp.sinh(u) * sp.cosh(u)),
    sp.cosh: (sp.cosh(u) ** 2, 1 + sp.sinh(u) ** 2),
    sp.tanh: (sp.tanh(u) * sp.cosh(u), sp.sinh(u)),
    sp.coth: (sp.coth(u) * sp.sinh(u), sp.cosh(u)),
    sp.sech: (sp.sech(u) * sp.cosh(u), sp.Integer(1)),
    sp.csch: (sp.csch(u) * sp.sinh(u), sp.Integer(1)),
    sp.sinc: (x * sp.sinc(x), sp.sin(x)),
    sp.acos: (sp.acos(x) + sp.asin(x), sp.pi / 2),
    sp.erfc: (sp.erfc(x) + sp.erf(x), sp.Integer(1)),
    sp.asinh: (sp.exp(sp.asinh(u)), u + sp.sqrt(u**2 + 1)),
    sp.acosh: (sp.acosh(x + 1), sp.log(x + 1 + sp.sqrt(x) * sp.sqrt(x + 2))),
    sp.atanh: (2 * sp.atanh(1 / (1 + x)), sp.log((2 + x) / x)),
    sp.Abs: (sp.Abs(z) ** 2, z * sp.conjugate(z)),
    sp.conjugate: (sp.conjugate(u * z, evaluate=False), u * sp.conjugate(z)),
    sp.re: (sp.re(z) + sp.I * sp.im(z), z),
    sp.im: (sp.im(z), (z - sp.conjugate(z)) / (2 * sp.I)),
    sp.gamma: (sp.gamma(x + 1), x * sp.gamma(x)),
    sp.factorial: (sp.factorial(n + 1), (n + 1) * sp.factorial(n)),
    sp.binomial: (sp.binomial(n + 1, k), sp.binomial(n, k) + sp.binomial(n, k - 1)),
    sp.RisingFactorial: (sp.RisingFactorial(x, 3), x * (x + 1) * (x + 2)),
    sp.FallingFactorial: (sp.FallingFactorial(x, 3), x * (x - 1) * (x - 2)),
    sp.beta: (sp.beta(x, y), sp.gamma(x) * sp.gamma(y) / sp.gamma(x + y)),
    sp.polygamma: (sp.polygamma(0, x + 1), sp.polygamma(0, x) + 1 / x),
    sp.airybiprime: (sp.airyai(u) * sp.airybiprime(u), sp.airyaiprime(u) * sp.airybi(u) + 1 / sp.pi),
    sp.elliptic_e: (sp.elliptic_e(m) * sp.elliptic_k(1 - m) + sp.elliptic_e(1 - m) * sp.elliptic_k(m), sp.elliptic_k(m) * sp.elliptic_k(1 - m) + sp.pi / 2),
    sp.besselj: (sp.besselj(0, x) + sp.besselj(2, x), 2 * sp.besselj(1, x) / x),
    sp.bessely: (sp.bessely(0, x) + sp.bessely(2, x), 2 * sp.bessely(1, x) / x),
    sp.besseli: (sp.besseli(0, x) - sp.besseli(2, x), 2 * sp.besseli(1, x) / x),
    sp.besselk: (sp.besselk(2, x) - sp.besselk(0, x), 2 * sp.besselk(1, x) / x),
    sp.legendre: (3 * sp.legendre(n + 1, u) * (n + 1) / 3, (2 * n + 1) * u * sp.legendre(n, u) - n * sp.legendre(n - 1, u)),
    sp.hermite: (sp.hermite(n + 1, u), 2 * u * sp.hermite(n, u) - 2 * n * sp.hermite(n - 1, u)),
    sp.laguerre: ((n + 1) * sp.laguerre(n + 1, u), (2 * n + 1 - u) * sp.laguerre(n, u) - n * sp.laguerre(n - 1, u)),
    sp.chebyshevt: (sp.chebyshevt(n + 1, u), 2 * u * sp.chebyshevt(n, u) - sp.chebyshevt(n - 1, u)),
    sp.chebyshevu: (sp.chebyshevu(n + 1, u), 2 * u * sp.chebyshevu(n, u) - sp.chebyshevu(n - 1, u)),
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
