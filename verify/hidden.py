"""How far down a difference may be hidden: the size of the exponentials in an expression at a point.

erf(x + 200) and 1 agree to seventeen thousand digits, log(exp(x) + 1) and x to 0.43 x digits.
Agreement of enclosures is therefore evidence only below the depth at which an exponential
of the expression, or a number in it, could still make a difference: e^(-u) where exp(u) occurs, e^(-z²)
for erf z, r^n for a sum of n terms r^k, 10^(-6000) for exp(x/10^6000).  The argument is the one behind witness conjectures for
constants given by exponentials and logarithms (Richardson 1994, van der Hoeven 1997): apart
from the sizes of its exponentials, an expression of a few dozen symbols has no means to be small and
not zero.  It is an argument for evidence, not a theorem; no proof rests on it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import sympy as sp

from verify.balls import Unsupported, compile_ball
from verify.sampling import Point

BITS = 64
MARGIN = 1.25
SPARE = 96
UNKNOWN = math.inf
TINY = 64
NESTED = 2
"""Where what stands in a function may be as small as 2^-TINY: functions in functions agree up to powers of it.

tan(sin z) and sin(tan z) differ by z^7/30."""
BIT = math.log(2)


def needed_bits(sides: tuple[Any, ...], point: Point) -> float:
    """The precision at which agreement at the point begins to count; infinite where no bound is known."""
    return MARGIN * sum(_depth(side, point) for side in sides) + SPARE


def _depth(expr: Any, point: Point) -> float:
    """The sum over all parts of the bits that each could hide; a number hides as many as it is long."""
    if not expr.args:
        return float(int(expr.p).bit_length() + int(expr.q).bit_length()) if expr.is_Rational else 0.0
    if isinstance(expr, (sp.Integral, sp.Sum, sp.Product)):
        return _bound_depth(expr, point)
    times = abs(int(expr.exp)) if expr.is_Pow and expr.exp.is_Integer else 1
    inside = sum(_depth(arg, point) for arg in expr.args if isinstance(arg, sp.Expr))
    if inside > TINY and expr.is_Function:
        times = NESTED
    return _own(expr, point) + times * inside


def _own(expr: Any, point: Point) -> float:
    if isinstance(expr, sp.Pow):
        return _power_depth(expr, point)
    size = SIZES.get(type(expr))
    if size is None:
        return 0.0
    values = [_value(arg, point) for arg in expr.args]
    return UNKNOWN if any(value is None for value in values) else size(*values) / BIT


def _power_depth(expr: Any, point: Point) -> float:
    base, exponent = expr.args
    if exponent.is_Rational and abs(exponent) <= 8:
        return 0.0
    z, s = _value(base, point), _value(exponent, point)
    if z is None or s is None:
        return UNKNOWN
    if base is sp.E:
        return abs(s.real) / BIT
    return abs(s) * abs(math.log(abs(z))) / BIT if z != 0 else 0.0


def _bound_depth(expr: Any, point: Point) -> float:
    """The most that a term or the integrand hides at the ends of the range and in its middle."""
    function, here = expr.function, dict(point)
    total = 0.0
    for limit in reversed(expr.limits):
        if len(limit) != 3:
            return UNKNOWN
        variable, low, high = limit
        total += _depth(low, here) + _depth(high, here)
        ends = [_whole(_value(end, here)) for end in (low, high) if end.is_finite is not False]
        place = ends[-1] if ends else sp.S.One
        if place is None or None in ends:
            return UNKNOWN
        here[variable] = place
        total += _count(expr, ends)
    others = [{**here, expr.limits[0][0]: here[expr.limits[0][0]] / 2}]
    return total + _factors(expr, ends) * max(_depth(function, there) for there in (here, *others))


def _factors(expr: Any, ends: list[Any]) -> float:
    """Each factor of a product hides something; of a sum or an integral the one that hides most counts."""
    return abs(float(ends[1] - ends[0])) + 1 if isinstance(expr, sp.Product) and len(ends) == 2 else 1


def _count(expr: Any, ends: list[Any]) -> float:
    """A long sum or product may cancel in more ways: a bit for a doubling of its length."""
    if isinstance(expr, sp.Integral) or len(ends) < 2:
        return 0.0
    return math.log2(abs(float(ends[1] - ends[0])) + 2)


def _whole(value: complex | None) -> Any:
    return None if value is None or value.imag else sp.Rational(value.real)


def _value(expr: Any, point: Point) -> complex | None:
    try:
        ball = compile_ball(expr)({s: point[s] for s in expr.free_symbols}, BITS)
    except (Unsupported, KeyError, ValueError):
        return None
    if not ball.is_finite() or not abs(ball) < 10**12:
        return None
    return complex(float(ball.real.mid()), float(ball.imag.mid()))


def _growth(z: complex) -> float:
    return abs(z) * math.log(abs(z) + 2)


def _like_power(z: complex, order: complex) -> float:
    """|order · ln z|, for functions that behave like z^order near 0 or far out."""
    return abs(order) * abs(math.log(abs(z))) if z else 0.0


SIZES: dict[Any, Callable[..., float]] = {
    sp.exp: lambda z: abs(z.real),
    **dict.fromkeys((sp.sinh, sp.cosh, sp.tanh, sp.coth, sp.sech, sp.csch), lambda z: 2 * abs(z.real)),
    **dict.fromkeys((sp.sin, sp.cos, sp.tan, sp.cot, sp.sec, sp.csc), lambda z: 2 * abs(z.imag)),
    **dict.fromkeys((sp.erf, sp.erfc, sp.erfi, sp.fresnels, sp.fresnelc), lambda z: abs(z) ** 2),
    **dict.fromkeys((sp.gamma, sp.factorial, sp.loggamma, sp.digamma), _growth),
    **dict.fromkeys((sp.airyai, sp.airybi, sp.airyaiprime, sp.airybiprime), lambda z: abs(z) ** 1.5),
    **dict.fromkeys((sp.Ei, sp.Si, sp.Ci, sp.Shi, sp.Chi, sp.li), abs),
    **dict.fromkeys(
        (sp.besselj, sp.bessely, sp.besseli, sp.besselk), lambda n, z: abs(z) + _growth(n) + _like_power(z, n)
    ),
    sp.binomial: lambda n, k: _growth(n) + _growth(k),
    sp.beta: lambda a, b: _growth(a) + _growth(b),
    sp.polygamma: lambda n, z: _growth(n) + abs(z) + _like_power(z, abs(n) + 1),
    sp.zeta: lambda s, *a: abs(s) + sum(abs(b) + _like_power(b, s) for b in a),
    sp.polylog: lambda s, z: abs(s) + abs(z) + _like_power(z, 1),
    **dict.fromkeys(
        (sp.expint, sp.uppergamma, sp.lowergamma), lambda s, z: abs(z) + _growth(s) + _like_power(z, abs(s) + 1)
    ),
    **dict.fromkeys(
        (sp.legendre, sp.hermite, sp.laguerre, sp.chebyshevt, sp.chebyshevu),
        lambda n, z: _growth(n) + _growth(z) + _like_power(z, n),
    ),
}
"""ln of the factor by which a function may come near to another one: DLMF 4.2, 7.12, 5.11, 9.7, 10.40, 25.2."""
