"""Functions that no ball encloses by themselves, by those that define them, where the definition certainly applies.

Nothing is put in under a sign that binds a variable, whose assumptions may not hold for all of its values.  Each rule is an equation of the NIST Digital Library of Mathematical Functions, with the range on which it is used:

    (a)_n = Γ(a + n)/Γ(a)                        5.2.5     a > 0, a + n > 0
    a falling n = Γ(a + 1)/Γ(a - n + 1)                    a + 1 > 0, a - n + 1 > 0
    H_n = ψ(n + 1) + γ,  H_n^(s) = ζ(s) - ζ(s, n + 1)      5.4.14, 25.11.4; n > -1, whole s > 1
    C_n = binomial(2n, n)/(n + 1)                26.5.1    n ≥ 0
    F_n = (φ^n - (-φ)^(-n))/√5, L_n = φ^n + (-φ)^(-n)      whole n (Binet)
    (2m)!! = 2^m m!,  (2m - 1)!! = 2^m Γ(m + 1/2)/√π       5.4.2; whole m ≥ 0
    B_n = -n ζ(1 - n),  B_n(x) = -n ζ(1 - n, x)  25.6.3, 25.11.14; whole n ≥ 1, x > 0 (B_1 = +1/2 as in SymPy)
    B_n(x) = Σ binomial(n, k) B_k x^(n-k)        24.2.5    given n
    E_n(x) = 2 (B_{n+1}(x) - 2^(n+1) B_{n+1}(x/2))/(n + 1)  24.4.22; given n
    j_n(z) = √(π/2z) J_{n+1/2}(z), y_n likewise  10.47.3, 10.47.4; z > 0
    Φ(z, s, a) = Σ z^k/(a + k)^s                 25.14.1   0 < z < 1, a > 0
    !n = n! Σ (-1)^k/k!, 0 ≤ k ≤ n               26.13.4   whole n ≥ 0
    H_ν^(1)(z) = J_ν(z) + i Y_ν(z), H_ν^(2)(z) = J_ν(z) - i Y_ν(z)   10.4.3; z > 0
    η(s) = (1 - 2^(1-s)) ζ(s)                    25.2.3    s > 1 or s < 1
    ζ(s, 1/2) = (2^s - 1) ζ(s)                   25.11.11  s > 1

Elementary cases of the hypergeometric function are in `hypergeometric`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import sympy

from verify.normal_form.signs import sign_set
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.regularity.hypergeometric import hypergeometric
from verify.regularity.principal_values import BINDING
from verify.terms.sign_algebra import NONNEGATIVE, POSITIVE
from verify.terms.survey import TooBig, survey

LARGEST_DEGREE = 40
HALF = sympy.Rational(1, 2)
PHI = (1 + sympy.sqrt(5)) / 2
Test = Callable[[Any, bool], bool]
"""Is an expression certainly positive (or, with True, not negative)?"""


def by_definitions(sides: tuple[Any, ...], domain: Domain) -> tuple[Any, ...]:
    """The sides in functions that can be enclosed, as far as their definitions certainly apply.

    >>> n = sympy.Symbol("n", integer=True, positive=True)
    >>> by_definitions((sympy.catalan(n),), Domain((n,)))
    (binomial(2*n, n)/(n + 1),)
    """
    try:
        if not survey(*sides).has(*RULES):
            return sides
    except TooBig:
        return sides

    def above(value: Any, closed: bool = False) -> bool:
        wanted = NONNEGATIVE if closed else POSITIVE
        known = (sign_set(value), certified_sign(value, domain))
        return any(signs is not None and signs <= wanted for signs in known)

    def walk(expr: Any) -> Any:
        if not isinstance(expr, sympy.Expr) or not expr.has(*RULES) or isinstance(expr, BINDING):
            return expr
        args = [walk(arg) for arg in expr.args]
        rebuilt = expr if tuple(args) == expr.args else expr.func(*args)
        rule = RULES.get(type(rebuilt))
        found = None if rule is None else rule(above, *rebuilt.args)
        return rebuilt if found is None else found

    return tuple(map(walk, sides))


def _rising(above: Test, a: Any, n: Any) -> Any | None:
    return sympy.gamma(a + n) / sympy.gamma(a) if above(a, False) and above(a + n, False) else None


def _falling(above: Test, a: Any, n: Any) -> Any | None:
    top, bottom = a + 1, a - n + 1
    return sympy.gamma(top) / sympy.gamma(bottom) if above(top, False) and above(bottom, False) else None


def _harmonic(above: Test, n: Any, order: Any = sympy.S.One) -> Any | None:
    if not above(n + 1, False):
        return None
    if order == 1:
        return sympy.digamma(n + 1) + sympy.EulerGamma
    return sympy.zeta(order) - sympy.zeta(order, n + 1) if order.is_Integer and order > 1 else None


def _catalan(above: Test, n: Any) -> Any | None:
    return sympy.binomial(2 * n, n) / (n + 1) if above(n, True) else None


def _fibonacci(above: Test, n: Any, *x: Any) -> Any | None:
    return (PHI**n - (-1) ** n * PHI**-n) / sympy.sqrt(5) if n.is_integer and not x else None


def _lucas(above: Test, n: Any) -> Any | None:
    return PHI**n + (-1) ** n * PHI**-n if n.is_integer else None


def _double_factorial(above: Test, n: Any) -> Any | None:
    if (n / 2).is_integer and above(n, True):
        return 2 ** (n / 2) * sympy.factorial(n / 2)
    m = sympy.expand((n + 1) / 2)
    return 2**m * sympy.gamma(m + HALF) / sympy.sqrt(sympy.pi) if m.is_integer and above(m, True) else None


@lru_cache(maxsize=LARGEST_DEGREE + 2)
def _number(n: int) -> Any:
    """B_n with B_1 = -1/2, by Σ binomial(n + 1, k) B_k = 0 (DLMF 24.5.3)."""
    if n == 0:
        return sympy.S.One
    return -sum((sympy.binomial(n + 1, k) * _number(k) for k in range(n)), sympy.S.Zero) / (n + 1)


def _bernoulli_polynomial(n: int, x: Any) -> Any:
    return sympy.Add(*(sympy.binomial(n, k) * _number(k) * x ** (n - k) for k in range(n + 1)))


def _bernoulli(above: Test, n: Any, *x: Any) -> Any | None:
    if x and n.is_Integer and 0 <= n <= LARGEST_DEGREE:
        return _bernoulli_polynomial(int(n), x[0])
    if not (n.is_integer and above(n, False)) or (x and not above(x[0], False)):
        return None
    return -n * sympy.zeta(1 - n, *x)


def _euler(above: Test, n: Any, *x: Any) -> Any | None:
    if not (x and n.is_Integer and 0 <= n <= LARGEST_DEGREE):
        return None
    halved = _bernoulli_polynomial(int(n) + 1, x[0] / 2)
    return 2 * (_bernoulli_polynomial(int(n) + 1, x[0]) - 2 ** (n + 1) * halved) / (n + 1)


def _spherical(kind: Any) -> Callable[..., Any]:
    def spherical(above: Test, n: Any, z: Any) -> Any | None:
        return sympy.sqrt(sympy.pi / (2 * z)) * kind(n + HALF, z) if above(z, False) else None

    return spherical


def _lerch(above: Test, z: Any, s: Any, a: Any) -> Any | None:
    if not (above(z, False) and above(1 - z, False) and above(a, False)):
        return None
    k = sympy.Dummy("k", integer=True, nonnegative=True)
    return sympy.Sum(z**k * (a + k) ** -s, (k, 0, sympy.oo))


def _hankel(sign: int) -> Callable[..., Any]:
    def hankel(above: Test, nu: Any, z: Any) -> Any | None:
        return sympy.besselj(nu, z) + sign * sympy.I * sympy.bessely(nu, z) if above(z, False) else None

    return hankel


def _eta(above: Test, s: Any, *a: Any) -> Any | None:
    return (1 - 2 ** (1 - s)) * sympy.zeta(s) if not a and (above(s - 1, False) or above(1 - s, False)) else None


def _zeta(above: Test, s: Any, *a: Any) -> Any | None:
    return (2**s - 1) * sympy.zeta(s) if a == (HALF,) and above(s - 1, False) else None


def _subfactorial(above: Test, n: Any) -> Any | None:
    k = sympy.Dummy("k", integer=True, nonnegative=True)
    if not n.is_integer or not above(n, True):
        return None
    return sympy.factorial(n) * sympy.Sum((-1) ** k / sympy.factorial(k), (k, 0, n))


RULES: dict[Any, Callable[..., Any]] = {
    sympy.RisingFactorial: _rising,
    sympy.FallingFactorial: _falling,
    sympy.harmonic: _harmonic,
    sympy.catalan: _catalan,
    sympy.fibonacci: _fibonacci,
    sympy.lucas: _lucas,
    sympy.factorial2: _double_factorial,
    sympy.bernoulli: _bernoulli,
    sympy.euler: _euler,
    sympy.jn: _spherical(sympy.besselj),
    sympy.yn: _spherical(sympy.bessely),
    sympy.lerchphi: _lerch,
    sympy.subfactorial: _subfactorial,
    sympy.hankel1: _hankel(1),
    sympy.hankel2: _hankel(-1),
    sympy.dirichlet_eta: _eta,
    sympy.zeta: _zeta,
    sympy.hyper: hypergeometric,
}
