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

import cmath
import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import sympy

from verify.balls import BallFunction, compile_ball
from verify.errors import GiveUp
from verify.points.plan import Point

BITS = 64
MARGIN = 1.25
SPARE = 96
UNKNOWN = math.inf
UNDEFINED = math.nan
TINY = 64
NESTED = 2
"""Where what stands in a function may be as small as 2^-TINY: functions in functions agree up to powers of it.

tan(sin z) and sin(tan z) differ by z^7/30."""
BIT = math.log(2)
POISSON = 16.0
MOST_PLACES = 60
INSIDE = (sympy.Rational(1, 7), sympy.Rational(6, 7), sympy.Rational(1, 2))
WAVES = (sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc)
FACTORIAL = (sympy.factorial, sympy.gamma, sympy.binomial, sympy.RisingFactorial, sympy.FallingFactorial, sympy.beta)


def needed_bits(sides: tuple[Any, ...], point: Point) -> float:
    """The precision at which agreement at the point begins to count; infinite where no bound is known."""
    depth = sum(_depth(side, point) for side in sides)
    return UNKNOWN if math.isnan(depth) else MARGIN * depth + SPARE


def _depth(expr: Any, point: Point) -> float:
    """The sum over all parts of the bits that each could hide; a number hides as many as it is long."""
    if not expr.args:
        return float(int(expr.p).bit_length() + int(expr.q).bit_length()) if expr.is_Rational else 0.0
    if isinstance(expr, (sympy.Integral, sympy.Sum, sympy.Product)):
        return _bound_depth(expr, point)
    times = abs(int(expr.exp)) if expr.is_Pow and expr.exp.is_Integer else 1
    inside = sum(_depth(arg, point) for arg in expr.args if isinstance(arg, sympy.Expr))
    if inside > TINY and expr.is_Function:
        times = NESTED
    return _own(expr, point) + times * inside


def _own(expr: Any, point: Point) -> float:
    if isinstance(expr, sympy.Pow):
        return _power_depth(expr, point)
    size = SIZES.get(type(expr))
    if size is None:
        return 0.0
    values = [_value(arg, point) for arg in expr.args]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return UNDEFINED
    return UNKNOWN if any(map(cmath.isinf, known)) else size(*known) / BIT


def _power_depth(expr: Any, point: Point) -> float:
    base, exponent = expr.args
    if exponent.is_Rational and abs(exponent) <= 8:
        return 0.0
    z, s = _value(base, point), _value(exponent, point)
    if z is None or s is None:
        return UNDEFINED
    if cmath.isinf(z) or cmath.isinf(s):
        return UNKNOWN
    if base is sympy.E:
        return abs(s.real) / BIT
    return abs(s) * abs(math.log(abs(z))) / BIT if z != 0 else 0.0


def _bound_depth(expr: Any, point: Point) -> float:
    """The most that a term or the integrand hides at the ends of the range and between them.

    A sum has further means to come near to something else: see `_spacing`.  At the end of a
    range an integrand may be undefined; what hides there hides next to it as well.
    """
    total, places = 0.0, [dict(point)]
    for limit in reversed(expr.limits):
        if len(limit) != 3:
            return UNKNOWN
        variable, low, high = limit
        here = places[-1]
        ends = [_whole(_value(end, here)) for end in (low, high) if end.is_finite is not False]
        if None in ends:
            return UNKNOWN
        total += _depth(low, here) + _depth(high, here)
        whole = not isinstance(expr, sympy.Integral)
        total += _spacing(expr.function, variable, here, ends) if whole else 0.0
        places = [{**place, variable: value} for place in places for value in _places(ends, whole)][:MOST_PLACES]
    depths = [_depth(expr.function, place) for place in places]
    deepest = max((depth for depth in depths if not math.isnan(depth)), default=UNKNOWN)
    return total + _factors(expr, ends) * deepest


def _factors(expr: Any, ends: list[Any]) -> float:
    """Each factor of a product hides something; of a sum or an integral the one that hides most counts."""
    return abs(float(ends[1] - ends[0])) + 1 if isinstance(expr, sympy.Product) and len(ends) == 2 else 1


def _places(ends: list[Any], whole: bool) -> list[Any]:
    """Both ends of a range and three places between; of an endless one, the finite end and its neighbourhood."""
    if len(ends) < 2:
        return [end + step for end in ends or [sympy.S.Zero] for step in (0, 1, -1)]
    low, high = ends
    inside = [low + (high - low) * part for part in INSIDE]
    return [low, high, *(map(sympy.floor, inside) if whole else inside)]


def _spacing(term: Any, variable: Any, point: Point, ends: list[Any]) -> float:
    """What a sum over equidistant places may hide by being nearly an integral, or nearly a longer sum.

    By Poisson's formula Σ f(k) and ∫ f differ by the Fourier transform of f at whole frequencies: e^(-2πa) for
    1/(k² + a²), e^(-π²/h) for exp(-h k²); so `POISSON` bits for each unit of the largest number, or
    reciprocal of one, that scales the variable.  N places on a circle, as in cos(2πk/N), tell apart
    what differs only in the N-th power of what is summed: N digits in base N.
    """
    size = _scale(term, variable, point)
    if len(ends) < 2:
        return POISSON * size
    count = abs(float(ends[1] - ends[0])) + 2
    signs = term.has(*WAVES, sympy.I) or not all(power.base.is_nonnegative for power in term.atoms(sympy.Pow))
    return POISSON * size + math.log2(count) * (count if signs else 1) + (count * (math.log2(size) + 1) if signs else 0)


def _scale(term: Any, variable: Any, point: Point) -> float:
    """The largest number that multiplies or shifts the variable inside a function, power or fraction, or its reciprocal."""
    most = 1.0
    inner = [node for node in sympy.preorder_traversal(term) if node.is_Pow or node.is_Function]
    for node in (
        part for outer in inner if not isinstance(outer, FACTORIAL) for part in sympy.preorder_traversal(outer)
    ):
        if (node.is_Add or node.is_Mul) and variable in node.free_symbols:
            value = _value(node.as_independent(variable)[0], point)
            if value:
                most = max(most, abs(value), 1 / abs(value))
    return most


def _whole(value: complex | None) -> Any:
    return None if value is None or value.imag else sympy.Rational(value.real)


def _value(expr: Any, point: Point) -> complex | None:
    """The value, infinite where it is huge; None where it is undefined or unknown."""
    try:
        ball = _compiled(expr)({s: point[s] for s in expr.free_symbols}, BITS)
    except (GiveUp, KeyError, ValueError):
        return None
    if not ball.is_finite():
        return None
    if not abs(ball) < 10**12:
        return complex(math.inf)
    return complex(float(ball.real.mid()), float(ball.imag.mid()))


@lru_cache(maxsize=4096)
def _compiled(expr: Any) -> BallFunction:
    return compile_ball(expr)


def _growth(z: complex) -> float:
    return abs(z) * math.log(abs(z) + 2)


def _like_power(z: complex, order: complex) -> float:
    """|order · ln z|, for functions that behave like z^order near 0 or far out."""
    return abs(order) * abs(math.log(abs(z))) if z else 0.0


SIZES: dict[Any, Callable[..., float]] = {
    sympy.exp: lambda z: abs(z.real),
    **dict.fromkeys(
        (sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch), lambda z: 2 * abs(z.real)
    ),
    **dict.fromkeys((sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc), lambda z: 2 * abs(z.imag)),
    **dict.fromkeys((sympy.erf, sympy.erfc, sympy.erfi, sympy.fresnels, sympy.fresnelc), lambda z: abs(z) ** 2),
    **dict.fromkeys((sympy.gamma, sympy.factorial, sympy.loggamma, sympy.digamma), _growth),
    **dict.fromkeys((sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime), lambda z: abs(z) ** 1.5),
    **dict.fromkeys((sympy.Ei, sympy.Si, sympy.Ci, sympy.Shi, sympy.Chi, sympy.li), abs),
    **dict.fromkeys(
        (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk),
        lambda n, z: abs(z) + _growth(n) + _like_power(z, n),
    ),
    sympy.binomial: lambda n, k: _growth(n) + _growth(k),
    sympy.beta: lambda a, b: _growth(a) + _growth(b),
    sympy.polygamma: lambda n, z: _growth(n) + abs(z) + _like_power(z, abs(n) + 1),
    sympy.zeta: lambda s, *a: abs(s) + sum(abs(b) + _like_power(b, s) for b in a),
    sympy.polylog: lambda s, z: abs(s) + abs(z) + _like_power(z, 1),
    **dict.fromkeys(
        (sympy.expint, sympy.uppergamma, sympy.lowergamma),
        lambda s, z: abs(z) + _growth(s) + _like_power(z, abs(s) + 1),
    ),
    **dict.fromkeys(
        (sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu),
        lambda n, z: _growth(n) + _growth(z) + _like_power(z, n),
    ),
}
"""ln of the factor by which a function may come near to another one: DLMF 4.2, 7.12, 5.11, 9.7, 10.40, 25.2."""
