"""Functions by their definitions and recurrences: gamma, Bessel, Airy, elliptic, orthogonal polynomials."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form.kernels import MINUS_ONE, ONE, QUARTER, Form, Node, Status, add, fmpq, multiply, number, power
from verify.normal_form.normaliser import Normaliser
from verify.normal_form.readback import integer_form

MAX_SHIFT = 60


def _factorial(nf: Normaliser, expr: Any) -> Node:
    """n! = Γ(n+1) (DLMF 5.4.1).

    >>> n = sympy.Symbol("n", integer=True, nonnegative=True)
    >>> is_zero(sympy.factorial(n + 1) - (n + 1) * sympy.factorial(n))
    True
    """
    return gamma(nf, add(nf.node(expr.args[0]), ONE))


def _binomial(nf: Normaliser, expr: Any) -> Node:
    """C(n,k) = Γ(n+1)/(Γ(k+1) Γ(n-k+1)) (DLMF 1.2.6), for n that is no negative integer.

    >>> n = sympy.Symbol("n", integer=True, nonnegative=True)
    >>> is_zero(sympy.binomial(n + 1, 3) - sympy.binomial(n, 3) - sympy.binomial(n, 2))
    True
    """
    n, k = expr.args
    if k.is_Integer and 0 <= k <= MAX_SHIFT:
        steps = [add(nf.node(n), number(-step)) for step in range(int(k))]
        return multiply(number(Fraction(1, int(sympy.factorial(k)))), *steps)
    if n.is_integer is not False and not n.is_nonnegative and n.is_integer is not None:
        return nf.function(expr)
    top, low = nf.node(n), nf.node(k)
    below = add(top, multiply(MINUS_ONE, low), ONE)
    return multiply(gamma(nf, add(top, ONE)), power(gamma(nf, add(low, ONE)), -1), power(gamma(nf, below), -1))


def _rising(nf: Normaliser, expr: Any) -> Node:
    """(x)_n = Γ(x+n)/Γ(x) (DLMF 5.2.5), for x that is no integer ≤ 0.

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.rf(x, 3) - x * (x + 1) * (x + 2))
    True
    """
    x, n = expr.args
    if x.is_integer and not x.is_positive:
        return nf.function(expr)
    base = nf.node(x)
    return multiply(gamma(nf, add(base, nf.node(n))), power(gamma(nf, base), -1))


def _falling(nf: Normaliser, expr: Any) -> Node:
    """x(x-1)...(x-n+1) = Γ(x+1)/Γ(x-n+1), for x that is no negative integer.

    >>> x, n = sympy.symbols("x n", positive=True)
    >>> is_zero(sympy.ff(x, n + 1) - (x - n) * sympy.ff(x, n))
    True
    """
    x, n = expr.args
    if x.is_integer and not x.is_nonnegative:
        return nf.function(expr)
    base = add(nf.node(x), ONE)
    below = add(base, multiply(MINUS_ONE, nf.node(n)))
    return multiply(gamma(nf, base), power(gamma(nf, below), -1))


def _beta(nf: Normaliser, expr: Any) -> Node:
    """B(a,b) = Γ(a)Γ(b)/Γ(a+b) (DLMF 5.12.1).

    >>> a, b = sympy.symbols("a b", positive=True)
    >>> is_zero(sympy.beta(a + 1, b) + sympy.beta(a, b + 1) - sympy.beta(a, b))
    True
    """
    a, b = (nf.node(arg) for arg in (expr.args if len(expr.args) == 2 else expr.args * 2))
    return multiply(gamma(nf, a), gamma(nf, b), power(gamma(nf, add(a, b)), -1))


def _gamma(nf: Normaliser, expr: Any) -> Node:
    return gamma(nf, nf.node(expr.args[0]))


def gamma(nf: Normaliser, argument: Node) -> Node:
    """Γ(z+n) = z(z+1)...(z+n-1) Γ(z) (DLMF 5.5.1), with the constant part of z in (0, 1].

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.gamma(x + 2) - x * (x + 1) * sympy.gamma(x))
    True
    """
    base, shift = shifted(nf, argument, above_zero=True)
    rational = base.rational()
    if rational is None and _is_reflected(nf, base):
        return _reflected_gamma(nf, argument)
    if rational is not None and fmpq(1, 2) < rational < 1:
        mirrored = _reflected_gamma(nf, ("f", base))
        return multiply(mirrored, *_steps(nf, base, shift))
    half = _half_of(nf, base)
    if half is not None:
        return _doubled_gamma(nf, add(half, number(Fraction(shift, 2))))
    if rational is not None and rational == 1:
        if shift < 0:
            raise GiveUp("the gamma function at a pole")
        return number(sympy.factorial(shift))
    return multiply(_gamma_kernel(nf, base, rational), *_steps(nf, base, shift))


def _steps(nf: Normaliser, base: Form, shift: int) -> list[Node]:
    """The factors between Γ(base) and Γ(base + shift)."""
    factors = []
    for step in range(min(shift, 0), max(shift, 0)):
        factor = add(("f", base), number(step))
        nf.assumed_nonzero.append(nf.form(factor))
        factors.append(power(factor, 1 if shift > 0 else -1))
    return factors


def _is_reflected(nf: Normaliser, base: Form) -> bool:
    """True for a polynomial that starts with a minus sign, like 1 - z, and is not integer-valued."""
    whole = all(nf.kernels[k].integer for k in base.kernels())
    return base.is_polynomial and base.num[0][1] < 0 and not whole


def _reflected_gamma(nf: Normaliser, argument: Node) -> Node:
    """Γ(z) = π / (sin(πz) Γ(1-z)) (DLMF 5.5.3).

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.gamma(x) * sympy.gamma(1 - x) - sympy.pi / sympy.sin(sympy.pi * x))
    True
    """
    circle = nf.node(sympy.pi)
    wave = nf.exponential(nf.form(multiply(nf.turn(QUARTER), circle, argument)))
    twice_sine = multiply(add(wave, multiply(MINUS_ONE, power(wave, -1))), power(nf.turn(QUARTER), -1))
    other = gamma(nf, add(ONE, multiply(MINUS_ONE, argument)))
    return multiply(number(2), circle, power(twice_sine, -1), power(other, -1))


def _half_of(nf: Normaliser, base: Form) -> Node | None:
    """z for base = 2z + c, where every coefficient of z is whole; None for other forms."""
    varying = [(monomial, c) for monomial, c in base.num if monomial]
    if not varying or not base.is_polynomial or any(c.q != 1 or c.p % 2 for _, c in varying):
        return None
    return multiply(number(Fraction(1, 2)), ("f", base))


def _doubled_gamma(nf: Normaliser, half: Node) -> Node:
    """Γ(2z) = 2^(2z-1) π^(-1/2) Γ(z) Γ(z+1/2) (DLMF 5.5.5).

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(2 ** (2 * x - 1) * sympy.gamma(x) * sympy.gamma(x + sympy.S.Half) - sympy.sqrt(sympy.pi) * sympy.gamma(2 * x))
    True
    """
    two = nf.logarithm(integer_form(2))
    exponent = add(multiply(number(2), half), MINUS_ONE)
    outer = multiply(nf.exponential(nf.form(multiply(exponent, two))), nf.node(1 / sympy.sqrt(sympy.pi)))
    return multiply(outer, gamma(nf, half), gamma(nf, add(half, number(Fraction(1, 2)))))


def _gamma_kernel(nf: Normaliser, base: Form, rational: Any | None) -> Node:
    if rational is not None and rational == fmpq(1, 2):
        return nf.node(sympy.sqrt(sympy.pi))
    positive = nf.fraction_status(*nf.form_value(base)) is Status.POSITIVE
    return nf.function_kernel(sympy.gamma, (base,), Status.POSITIVE if positive else Status.ANY)


def shifted(nf: Normaliser, argument: Node, above_zero: bool = False) -> tuple[Form, int]:
    """argument = base + n with an integer n, so that arguments that differ by integers share the base.

    The constant part of the base is in [0, 1), or in (0, 1] if `above_zero`.
    """
    num, den = nf.value(argument)
    quotient = num / den.leading_coefficient() if den.is_constant() else divmod(num, den)[0]
    constant = quotient.to_dict().get((0,) * max(len(nf.roots), 1), fmpq(0))
    shift = int(constant.ceil()) - 1 if above_zero else int(constant.floor())
    if abs(shift) > MAX_SHIFT:
        raise GiveUp("a shift of the argument beyond the limit")
    return nf.form(add(argument, number(-shift))), shift


def _polygamma(nf: Normaliser, expr: Any) -> Node:
    """ψ⁽ᵐ⁾(z+1) = ψ⁽ᵐ⁾(z) + (-1)^m m! z^(-m-1) (DLMF 5.5.2, 5.15.5).

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.digamma(x + 1) - sympy.digamma(x) - 1 / x)
    True
    """
    order = expr.args[0]
    if not (order.is_Integer and 0 <= order <= MAX_SHIFT):
        return nf.function(expr)
    m = int(order)
    base, shift = shifted(nf, nf.node(expr.args[1]), above_zero=True)
    parts = [nf.function_kernel(sympy.polygamma, (integer_form(m), base), Status.ANY)]
    weight = number((-1) ** m * sympy.factorial(m) * (1 if shift > 0 else -1))
    for step in range(min(shift, 0), max(shift, 0)):
        parts.append(multiply(weight, power(add(("f", base), number(step)), -m - 1)))
    return add(*parts)


def _hurwitz(nf: Normaliser, expr: Any) -> Node:
    """ζ(s, a) = (-1)^s ψ^(s-1)(a)/(s-1)! for whole s > 1 (DLMF 25.11.12), here for a > 0.

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.zeta(2, x) - sympy.polygamma(1, x)), is_zero(sympy.zeta(3, x) - sympy.zeta(3, x + 1) - x**-3)
    (True, True)
    """
    if len(expr.args) != 2 or not (
        expr.args[0].is_Integer and 1 < expr.args[0] <= MAX_SHIFT and expr.args[1].is_positive
    ):
        return nf.function(expr)
    s, a = expr.args
    value = _polygamma(nf, sympy.polygamma(s - 1, a, evaluate=False))
    return multiply(number(Fraction((-1) ** int(s), int(sympy.factorial(s - 1)))), value)


def _bessel(nf: Normaliser, expr: Any) -> Node:
    """Orders that differ by integers come down to two neighbours (DLMF 10.6.1, 10.29.1).

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.besselk(2, x) - sympy.besselk(0, x) - 2 * sympy.besselk(1, x) / x)
    True
    """
    order, argument = (nf.node(arg) for arg in expr.args)
    base, shift = shifted(nf, order)
    kind = type(expr)
    point = nf.form(argument)
    if base.rational() == fmpq(1, 2):
        base, shift = nf.form(number(Fraction(-1, 2))), shift + 1
        nf.assumed_nonzero.append(point)
        first, second = (_half_bessel(nf, kind, expr.args[1], step) for step in (0, 1))
    else:
        first = nf.function_kernel(kind, (base, point), Status.ANY)
        second = _upper_bessel(nf, kind, base, point)
    return _climb(nf, kind, ("f", base), power(("f", point), -1), (first, second), shift)


def _upper_bessel(nf: Normaliser, kind: Any, base: Form, point: Form) -> Node:
    """The function of order base + 1; through its companion's Wronskian, if both orders of that are in use.

    J₁Y₀ - J₀Y₁ = 2/(πz) for orders ν, ν+1 (DLMF 10.5.2); I₀K₁ + I₁K₀ = 1/z (10.28.2).
    """
    up = nf.form(add(("f", base), ONE))
    companion = {
        sympy.besselj: sympy.bessely,
        sympy.bessely: sympy.besselj,
        sympy.besseli: sympy.besselk,
        sympy.besselk: sympy.besseli,
    }[kind]
    in_use = [("function", companion, (order, point)) in nf.index for order in (base, up)]
    if not all(in_use) or ("function", kind, (up, point)) in nf.index:
        return nf.function_kernel(kind, (up, point), Status.ANY)
    other, other_up = (nf.function_kernel(companion, (order, point), Status.ANY) for order in (base, up))
    mine = nf.function_kernel(kind, (base, point), Status.ANY)
    inverse = power(("f", point), -1)
    if kind in (sympy.besseli, sympy.besselk):
        wronskian, sign = inverse, -1
    else:
        wronskian = multiply(number(-2 if kind is sympy.bessely else 2), inverse, power(nf.node(sympy.pi), -1))
        sign = 1
    return multiply(add(wronskian, multiply(number(sign), mine, other_up)), power(other, -1))


def _climb(nf: Normaliser, kind: Any, base: Node, inverse: Node, pair: tuple[Node, Node], shift: int) -> Node:
    """From the orders base and base+1 to base+shift by the three-term recurrence."""
    # C[k+1] = a·(2k/z)·C[k] + b·C[k-1], and the same read downwards
    slope, tail = {sympy.besseli: (-1, 1), sympy.besselk: (1, 1)}.get(kind, (1, -1))
    low, high = pair
    if shift == 0:
        return low
    for step in range(1, shift):
        ratio = multiply(number(2 * slope), add(base, number(step)), inverse)
        low, high = high, add(multiply(ratio, high), multiply(number(tail), low))
    for step in range(0, shift, -1):
        ratio = multiply(number(-2 * slope * tail), add(base, number(step)), inverse)
        low, high = add(multiply(ratio, low), multiply(number(tail), high)), low
    return high if shift > 0 else low


def _half_bessel(nf: Normaliser, kind: Any, z: Any, step: int) -> Node:
    """Orders -1/2 (step 0) and 1/2 (step 1) in elementary functions (DLMF 10.16.1, 10.39.1, 10.39.2).

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.besselj(sympy.S.Half, x) - sympy.sqrt(2 / (sympy.pi * x)) * sympy.sin(x))
    True
    """
    outer = sympy.sqrt(2 / sympy.pi) * z ** sympy.Rational(-1, 2)
    table = {
        sympy.besselj: (outer * sympy.cos(z), outer * sympy.sin(z)),
        sympy.bessely: (outer * sympy.sin(z), -outer * sympy.cos(z)),
        sympy.besseli: (outer * sympy.cosh(z), outer * sympy.sinh(z)),
        sympy.besselk: (sympy.pi / 2 * outer * sympy.exp(-z), sympy.pi / 2 * outer * sympy.exp(-z)),
    }
    return nf.node(table[kind][step])


def _airy_prime(nf: Normaliser, expr: Any) -> Node:
    """Bi' = (1/π + Ai' Bi)/Ai (DLMF 9.2.7).

    >>> x = sympy.Symbol("x", real=True)
    >>> is_zero(sympy.airyai(x) * sympy.airybiprime(x) - sympy.airyaiprime(x) * sympy.airybi(x) - 1 / sympy.pi)
    True
    """
    z = expr.args[0]
    ai, ai_prime, bi = (nf.node(f(z)) for f in (sympy.airyai, sympy.airyaiprime, sympy.airybi))
    return multiply(add(power(nf.node(sympy.pi), -1), multiply(ai_prime, bi)), power(ai, -1))


def _elliptic_e(nf: Normaliser, expr: Any) -> Node:
    """E(m); Legendre's relation E K' + E' K - K K' = π/2 (DLMF 19.7.1) gives E(1-m) from E(m), 0 < m < 1."""
    if len(expr.args) != 1:
        return nf.function(expr)
    m = nf.form_of_expr(expr.args[0])
    rest = nf.form(add(ONE, multiply(MINUS_ONE, ("f", m))))
    inside = min(nf.fraction_status(*nf.form_value(form)) for form in (m, rest)) is Status.POSITIVE
    mine, partner = (("function", sympy.elliptic_e, (form,)) for form in (m, rest))
    if not inside or mine in nf.index or partner not in nf.index:
        return nf.function(expr)
    k, k_rest = (nf.function_kernel(sympy.elliptic_k, (form,), Status.POSITIVE) for form in (m, rest))
    e_rest = nf.function_kernel(sympy.elliptic_e, (rest,), Status.ANY)
    half_circle = multiply(number(Fraction(1, 2)), nf.node(sympy.pi))
    total = add(half_circle, multiply(k, k_rest), multiply(MINUS_ONE, e_rest, k))
    return multiply(total, power(k_rest, -1))


def _orthogonal(nf: Normaliser, expr: Any) -> Node:
    """Degrees that differ by integers come down to two neighbours (DLMF 18.9.1, table 18.9.1).

    >>> n, x = sympy.symbols("n x", positive=True)
    >>> is_zero(sympy.hermite(n + 1, x) - 2 * x * sympy.hermite(n, x) + 2 * n * sympy.hermite(n - 1, x))
    True
    """
    base, shift = shifted(nf, nf.node(expr.args[0]))
    point = nf.form_of_expr(expr.args[1])
    if base.is_zero or len(expr.args) != 2:
        return nf.function(expr)
    up = nf.form(add(("f", base), ONE))
    low, high = (nf.function_kernel(expr.func, (order, point), Status.ANY) for order in (base, up))
    if shift == 0:
        return low
    for step in range(1, shift):
        lead, slope, tail = _three_terms(nf, expr.func, base, step, ("f", point))
        rising = multiply(add(multiply(slope, high), multiply(MINUS_ONE, tail, low)), power(lead, -1))
        low, high = high, rising
    for step in range(0, shift, -1):
        lead, slope, tail = _three_terms(nf, expr.func, base, step, ("f", point))
        falling = multiply(add(multiply(slope, low), multiply(MINUS_ONE, lead, high)), power(tail, -1))
        low, high = falling, low
    return high if shift > 0 else low


def _three_terms(nf: Normaliser, kind: Any, base: Form, step: int, x: Node) -> tuple[Node, Node, Node]:
    """(a, b, c) in a·p[n+1] = b·p[n] - c·p[n-1] for n = base + step."""
    n = add(("f", base), number(step))
    double = multiply(number(2), n)
    table: dict[Any, Callable[[], tuple[Node, Node, Node]]] = {
        sympy.legendre: lambda: (add(n, ONE), multiply(add(double, ONE), x), n),
        sympy.hermite: lambda: (ONE, multiply(number(2), x), double),
        sympy.laguerre: lambda: (add(n, ONE), add(double, ONE, multiply(MINUS_ONE, x)), n),
        sympy.chebyshevt: lambda: (ONE, multiply(number(2), x), ONE),
        sympy.chebyshevu: lambda: (ONE, multiply(number(2), x), ONE),
    }
    return table[kind]()


RULES: dict[type, Callable[[Normaliser, Any], Node]] = {
    sympy.gamma: _gamma,
    sympy.factorial: _factorial,
    sympy.binomial: _binomial,
    sympy.RisingFactorial: _rising,
    sympy.FallingFactorial: _falling,
    sympy.beta: _beta,
    sympy.polygamma: _polygamma,
    sympy.zeta: _hurwitz,
    sympy.airybiprime: _airy_prime,
    sympy.elliptic_e: _elliptic_e,
    **dict.fromkeys((sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk), _bessel),
    **dict.fromkeys((sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu), _orthogonal),
}
