"""Rules for special functions of several arguments."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy
from flint import acb, arb, fmpz_poly
from sympy.polys.rootisolation import RealInterval

from verify.balls.compiler import Compiler, Rules, described
from verify.balls.core import NAN, Env, Node, exact_integer, is_real
from verify.balls.functions import Unary, off_lambert_cut, off_negative_axis, off_right_ray, unary
from verify.errors import GiveUp

MAX_POLYNOMIAL_DEGREE = 10_000
MAX_HEIGHT = 10**4
"""Zeta functions far up the critical strip, and polylogarithms of such orders, take Arb for ever."""


def _guarded(compiler: Compiler, expr: Any, compute: Callable[..., acb]) -> Node:
    """A node that hands finite balls (and the analytic flag) to `compute`."""
    children = compiler.nodes(expr.args)

    def apply(env: Env, analytic: bool) -> acb:
        values = [child(env, analytic) for child in children]
        for value in values:
            if not value.is_finite():
                return NAN
        return compute(*values, analytic=analytic)

    return apply


def _several(compute: Callable[..., acb], arity: int) -> Callable[[Compiler, Any], Node]:
    def rule(compiler: Compiler, expr: Any) -> Node:
        if len(expr.args) != arity:
            raise GiveUp(f"no rule encloses {described(expr)} with {len(expr.args)} arguments")
        return _guarded(compiler, expr, compute)

    return rule


def _degree(n: acb) -> int | None:
    """A polynomial degree: an exact integer from 0 to a sane limit."""
    whole = exact_integer(n)
    return whole if whole is not None and 0 <= whole <= MAX_POLYNOMIAL_DEGREE else None


def _binomial(n: acb, k: acb, analytic: bool) -> acb:
    """n(n-1)...(n-k+1)/k! for an integer k >= 0, else by gamma functions (DLMF 1.2.6)."""
    count = exact_integer(k)
    if count is not None and 0 <= count <= 1000:
        return (n - count + 1).rising(count) / acb(count + 1).gamma()
    if count is not None:
        return NAN
    return (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma()


def _beta(a: acb, b: acb, analytic: bool) -> acb:
    return a.gamma() * b.gamma() * (a + b).rgamma()


def _algebraic(compiler: Compiler, expr: Any) -> Node:
    """The root that SymPy means, the only one in its isolating interval or rectangle, among certified ones."""
    polynomial, interval = expr.poly, expr._get_interval()
    if not all(c.is_Integer for c in polynomial.all_coeffs()):
        raise GiveUp("no rule encloses a root of a polynomial without whole coefficients")
    whole = fmpz_poly([int(c) for c in reversed(polynomial.all_coeffs())])
    if isinstance(interval, RealInterval):
        sides = [(interval.a, interval.b), (0, 0)]
    else:
        sides = [(interval.ax, interval.bx), (interval.ay, interval.by)]
    box = acb(*(_between(*map(_fraction, side)) for side in sides))

    def root(env: Env, analytic: bool) -> acb:
        near = [ball for ball, _ in whole.complex_roots() if ball.overlaps(box)]
        return near[0] if len(near) == 1 else NAN

    return root


def _fraction(end: Any) -> Fraction:
    return Fraction(int(end.numerator), int(end.denominator)) if end else Fraction(0)


def _between(low: Fraction, high: Fraction) -> arb:
    ends = [arb(end.numerator) / end.denominator for end in (low, high)]
    return ends[0].union(ends[1])


def _rising(a: acb, n: acb, analytic: bool) -> acb:
    """a(a+1)...(a+n-1) for an integer n >= 0, else by gamma functions (DLMF 5.2.5)."""
    count = exact_integer(n)
    return a.rising(count) if count is not None and 0 <= count <= 1000 else (a + n).gamma() * a.rgamma()


def _falling(a: acb, n: acb, analytic: bool) -> acb:
    """a(a-1)...(a-n+1) for an integer n >= 0, else by gamma functions."""
    count = exact_integer(n)
    if count is not None and 0 <= count <= 1000:
        return (a - count + 1).rising(count)
    return (a + 1).gamma() * (a - n + 1).rgamma()


def _polygamma(n: acb, z: acb, analytic: bool) -> acb:
    order = _degree(n)
    if order is None or order > 1000:
        return NAN
    return z.digamma() if order == 0 else z.polygamma(acb(order))


def _bessel(method: Callable[..., acb], entire_for_integers: bool) -> Callable[..., acb]:
    """Bessel functions: cut along (-∞, 0], but J_n and I_n of integer order are entire (DLMF 10.2)."""

    def bessel(order: acb, z: acb, analytic: bool) -> acb:
        entire = entire_for_integers and exact_integer(order) is not None
        return method(z, order) if entire or off_negative_axis(z) else NAN

    return bessel


def _polynomial(method: Callable[..., acb]) -> Callable[..., acb]:
    """Orthogonal polynomials: an exact integer degree n >= 0; middle arguments are parameters."""

    def polynomial(n: acb, *rest: acb, analytic: bool) -> acb:
        degree = _degree(n)
        return NAN if degree is None else method(rest[-1], acb(degree), *rest[:-1])

    return polynomial


def _legendre(n: acb, z: acb, analytic: bool) -> acb:
    """P_n for every integer n: P_{-n-1} = P_n (DLMF 14.9.5)."""
    whole = exact_integer(n)
    if whole is not None and whole < 0:
        n = acb(-whole - 1)
    degree = _degree(n)
    return NAN if degree is None else z.legendre_p(acb(degree))


def _assoc_legendre(n: acb, m: acb, z: acb, analytic: bool) -> acb:
    """P_n^m on the real interval (-1, 1), with the Condon-Shortley phase (DLMF 14.3.1)."""
    degree, order = _degree(n), exact_integer(m)
    if analytic or degree is None or order is None or not 0 <= order <= degree:
        return NAN
    if not (is_real(z) and z.real > -1 and z.real < 1):
        return NAN
    return z.legendre_p(acb(degree), acb(order))


def _riemann(s: acb, analytic: bool) -> acb:
    return NAN if s.contains(1) or _is_high(s) else s.zeta()


def _hurwitz(s: acb, a: acb, analytic: bool) -> acb:
    return s.zeta(a) if a.real > 0 and not s.contains(1) and not _is_high(s, a) else NAN


def _is_high(*values: acb) -> bool:
    """May one of the values be beyond MAX_HEIGHT in its imaginary part?"""
    return not all(abs(value.imag) < MAX_HEIGHT for value in values)


def _zeta(compiler: Compiler, expr: Any) -> Node:
    return _guarded(compiler, expr, _riemann if len(expr.args) == 1 else _hurwitz)


def _polylog(s: acb, z: acb, analytic: bool) -> acb:
    small = bool(abs(s.real) < MAX_HEIGHT) and not _is_high(s)
    return z.polylog(s) if small and off_right_ray(z) else NAN


def _lambertw(compiler: Compiler, expr: Any) -> Node:
    """W_k: the principal branch off (-∞, -1/e]; W_{-1} on the real interval (-1/e, 0); others off (-∞, 0]."""
    child = compiler.node(expr.args[0])
    branch = expr.args[1] if len(expr.args) > 1 else sympy.S.Zero
    if not (branch.is_Integer and abs(int(branch)) < 1000):
        raise GiveUp("no rule encloses LambertW with a symbolic branch")
    k = int(branch)

    def lambert(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        if k == 0:
            return z.lambertw(0) if off_lambert_cut(z) else NAN
        real_branch = k == -1 and not analytic and is_real(z) and z.real < 0 and off_lambert_cut(z)
        return z.lambertw(k) if real_branch or off_negative_axis(z) else NAN

    return lambert


def _expint(order: acb, z: acb, analytic: bool) -> acb:
    return z.expint(order) if off_negative_axis(z) else NAN


def _upper_gamma(s: acb, z: acb, analytic: bool) -> acb:
    return z.gamma_upper(s) if off_negative_axis(z) else NAN


def _lower_gamma(s: acb, z: acb, analytic: bool) -> acb:
    return z.gamma_lower(s) if off_negative_axis(z) else NAN


def _ei(compiler: Compiler, expr: Any) -> Node:
    """Ei off (-∞, 0], and its real value (DLMF 6.2.5) for a certainly real negative argument."""
    child = compiler.node(expr.args[0])

    def ei(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        negative = not analytic and is_real(z) and z.real < 0
        return z.ei() if negative or off_negative_axis(z) else NAN

    return ei


def _elliptic_e(compiler: Compiler, expr: Any) -> Node:
    """E(m) off [1, ∞), or the incomplete E(φ|m); the parameter is m = k² as in SymPy and Arb."""
    if len(expr.args) == 2:
        return _guarded(compiler, expr, _incomplete(acb.elliptic_e_inc))
    return unary(Unary(acb.elliptic_e, off_right_ray, (1,)), compiler.node(expr.args[0]))


def _incomplete(method: Callable[..., acb]) -> Callable[..., acb]:
    """F(φ|m) and E(φ|m) for real -π/2 < φ < π/2 and real m < 1, where no branch is in doubt."""

    def incomplete(phi: acb, m: acb, analytic: bool) -> acb:
        half_pi = arb.pi() / 2
        if analytic or not (is_real(phi) and is_real(m) and m.real < 1 and abs(phi.real) < half_pi):
            return NAN
        return method(phi, m)

    return incomplete


def _elliptic_pi(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 2:
        raise GiveUp("no rule encloses the incomplete elliptic_pi")

    def complete(n: acb, m: acb, analytic: bool) -> acb:
        real = is_real(n) and is_real(m) and n.real < 1 and m.real < 1
        return acb.elliptic_pi(n, m) if real and not analytic else NAN

    return _guarded(compiler, expr, complete)


def _hyper(compiler: Compiler, expr: Any) -> Node:
    """pFq with p <= q (entire in z) or p = q + 1 (cut [1, ∞)); DLMF 16.2."""
    tops, bottoms = compiler.nodes(expr.ap), compiler.nodes(expr.bq)
    child = compiler.node(expr.argument)
    if len(tops) > len(bottoms) + 1:
        raise GiveUp("no rule encloses a divergent hypergeometric series")
    has_cut = len(tops) == len(bottoms) + 1

    def hyper(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        above = [node(env, analytic) for node in tops]
        below = [node(env, analytic) for node in bottoms]
        if not all(value.is_finite() for value in (z, *above, *below)):
            return NAN
        if (has_cut and not off_right_ray(z)) or any(_may_be_pole(value) for value in below):
            return NAN
        return z.hypgeom(above, below)

    return hyper


def _may_be_pole(b: acb) -> bool:
    """May the ball hold one of 0, -1, -2, ...?"""
    return not (b.real > 0) and bool(b.contains_integer())


RULES: Rules = {
    sympy.CRootOf: _algebraic,
    sympy.binomial: _several(_binomial, 2),
    sympy.RisingFactorial: _several(_rising, 2),
    sympy.FallingFactorial: _several(_falling, 2),
    sympy.beta: _several(_beta, 2),
    sympy.polygamma: _several(_polygamma, 2),
    sympy.besselj: _several(_bessel(acb.bessel_j, True), 2),
    sympy.besseli: _several(_bessel(acb.bessel_i, True), 2),
    sympy.bessely: _several(_bessel(acb.bessel_y, False), 2),
    sympy.besselk: _several(_bessel(acb.bessel_k, False), 2),
    sympy.legendre: _several(_legendre, 2),
    sympy.hermite: _several(_polynomial(acb.hermite_h), 2),
    sympy.laguerre: _several(_polynomial(acb.laguerre_l), 2),
    sympy.assoc_laguerre: _several(_polynomial(acb.laguerre_l), 3),
    sympy.chebyshevt: _several(_polynomial(acb.chebyshev_t), 2),
    sympy.chebyshevu: _several(_polynomial(acb.chebyshev_u), 2),
    sympy.gegenbauer: _several(_polynomial(acb.gegenbauer_c), 3),
    sympy.jacobi: _several(_polynomial(acb.jacobi_p), 4),
    sympy.assoc_legendre: _several(_assoc_legendre, 3),
    sympy.zeta: _zeta,
    sympy.polylog: _several(_polylog, 2),
    sympy.LambertW: _lambertw,
    sympy.expint: _several(_expint, 2),
    sympy.uppergamma: _several(_upper_gamma, 2),
    sympy.lowergamma: _several(_lower_gamma, 2),
    sympy.Ei: _ei,
    sympy.elliptic_e: _elliptic_e,
    sympy.elliptic_f: _several(_incomplete(acb.elliptic_f), 2),
    sympy.elliptic_pi: _elliptic_pi,
    sympy.hyper: _hyper,
}
