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
from sympy.core.function import Application
from sympy.logic.boolalg import BooleanFunction

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
OF_DEGREE = (
    sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu, sympy.gegenbauer, sympy.jacobi, sympy.assoc_legendre,
    sympy.assoc_laguerre, sympy.besselj, sympy.besseli, sympy.jn,
)  # fmt: skip
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
    inside = sum(_depth(arg, point) for arg in expr.args if isinstance(arg, sympy.Basic))
    if inside > TINY and expr.is_Function:
        times = NESTED
    return _own(expr, point) + times * inside


def _own(expr: Any, point: Point) -> float:
    """Of a function of which nobody has said how near it may come to another one nothing is known."""
    if isinstance(expr, sympy.Pow):
        return _power_depth(expr, point)
    if not isinstance(expr, Application) or isinstance(expr, (*NO_EXPONENTIALS, BooleanFunction)):
        return 0.0
    size = SIZES.get(type(expr))
    if size is None:
        return UNDEFINED
    groups = [tuple(arg) if isinstance(arg, sympy.Tuple) else (arg,) for arg in expr.args]
    found = [[_value(arg, point) for arg in group] for group in groups]
    values = [[value for value in group if value is not None] for group in found]
    if values != found:
        return UNDEFINED
    if any(cmath.isinf(value) for group in values for value in group):
        return UNKNOWN
    if isinstance(expr, sympy.hyper):
        return _hypergeometric(values[0], values[1], values[2][0]) / BIT
    return size(*(value for group in values for value in group)) / BIT


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
    if isinstance(expr, sympy.Integral):
        total += _of_waves(expr, places[-1])
    return total + _factors(expr, ends) * deepest


def _of_waves(integral: Any, point: Point) -> float:
    """What an integral hides by being a high Fourier coefficient, or the component along a polynomial of high degree.

    The N-th coefficient of f(t/s) is s^-N/N!, of 1/(s + cos t) it is (2s)^-N, and on an endless range e^(-Ns) for poles at a
    distance s and e^(-N²s/4) for a Gaussian of that width: so N (log s + 2) + N log N bits, with all numbers that scale or shift
    what varies in s, and (N + N²) s on an endless range.
    """
    variables = {limit[0] for limit in integral.limits}
    lengths = [_length(limit, point) for limit in integral.limits]
    turns = [x / (2 * math.pi) for x in lengths if x < UNKNOWN]
    waves = _oscillations(integral.function, variables, point) * max([1.0, *turns])
    if math.isnan(waves) or waves == UNKNOWN:
        return UNKNOWN
    scale = sum(map(math.log2, _scales(integral.function, variables, point)))
    if math.isinf(scale) or math.isnan(scale):
        return UNKNOWN
    bits = waves * (scale + 2) + waves * math.log2(waves + 1)
    frequency = _oscillations(integral.function, variables, point, waves_only=True) if UNKNOWN in lengths else 0.0
    return bits + (frequency + frequency**2) * 2 ** min(scale, 64) * MARGIN


def _length(limit: Any, point: Point) -> float:
    ends = [_value(end, point) for end in limit[1:] if end.is_finite is not False]
    return UNKNOWN if len(ends) < 2 or None in ends else abs(ends[1] - ends[0])  # type: ignore[operator]


def _oscillations(expr: Any, variables: set[Any], point: Point, waves_only: bool = False) -> float:
    """The highest frequency or degree in the variables that a product, power or polynomial may have, no less."""
    if not isinstance(expr, sympy.Basic) or not expr.free_symbols & variables:
        return 0.0
    if expr in variables:
        return 0.0 if waves_only else 1.0
    inside = sum(_oscillations(arg, variables, point, waves_only) for arg in expr.args)
    if isinstance(expr, sympy.Pow) and not expr.exp.free_symbols & variables:
        return inside * max(1.0, _size(expr.exp, point))
    if isinstance(expr, OF_DEGREE):
        return inside * max(1.0, _size(expr.args[0], point))
    if isinstance(expr, (*WAVES, sympy.exp, sympy.sinh, sympy.cosh, sympy.sinc)) or (
        expr.is_Pow and not expr.base.free_symbols & variables
    ):
        slopes = [sympy.diff(expr.exp if expr.is_Pow else expr.args[0], variable) for variable in variables]
        return inside + sum(_size(slope.xreplace(dict.fromkeys(variables, sympy.S.One)), point) for slope in slopes)
    return inside


def _size(expr: Any, point: Point) -> float:
    value = _value(expr, point)
    return UNKNOWN if value is None else abs(value)


def _scales(expr: Any, variables: set[Any], point: Point) -> list[float]:
    """The numbers by which the variables, or what is made of them, are multiplied or shifted, or their reciprocals, whichever is larger."""
    found = []
    for node in dict.fromkeys(sympy.preorder_traversal(expr)):
        if (node.is_Add or node.is_Mul or node.is_Pow) and node.free_symbols & variables:
            constant = node.exp if node.is_Pow else node.as_independent(*variables)[0]
            if constant.free_symbols & variables:
                continue
            size = _size(constant, point)
            found.append(max(size, 1 / size) if size else 1.0)
    return found


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


def _like_gamma(*values: complex) -> float:
    """|z| ln |z|, and off the real line the e^(-2π|Im z|) of its reflection (DLMF 5.5.3)."""
    return sum(_growth(z) + 2 * math.pi * abs(z.imag) for z in values)


def _between(z: complex) -> float:
    """How near the place is to 0, 1 and infinity, where what is given by Legendre's or Riemann's equation is singular."""
    return _like_power(z, 1) + _like_power(1 - z, 1)


def _hypergeometric(above: list[complex], below: list[complex], z: complex) -> float:
    """exp(κ z^(1/κ)) for pFq with κ = q + 1 - p > 0 (16.11), z^a (1 - z)^b for κ = 0."""
    order = len(below) + 1 - len(above)
    parameters = sum(_like_gamma(a) + _like_power(z, a) for a in (*above, *below))
    if order > 0:
        return float(parameters + 2 * order * abs(z) ** (1 / order))
    return parameters + sum(abs(a) + 1 for a in (*above, *below)) * _between(z)


NO_EXPONENTIALS = (
    sympy.log, sympy.Abs, sympy.sign, sympy.re, sympy.im, sympy.conjugate, sympy.arg, sympy.atan2, sympy.Max, sympy.Min, sympy.Piecewise,
    sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asec, sympy.acsc, sympy.asinh, sympy.acosh, sympy.atanh, sympy.acoth, sympy.asech,
    sympy.acsch, sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod, sympy.Heaviside, sympy.KroneckerDelta, sympy.LeviCivita, sympy.DiracDelta,
)  # fmt: skip
"""What grows no faster than a power, or is made of logarithms; what stands inside is counted by itself."""
SIZES: dict[Any, Callable[..., float]] = {
    sympy.exp: lambda z: abs(z.real),
    **dict.fromkeys(
        (sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch), lambda z: 2 * abs(z.real)
    ),
    **dict.fromkeys((*WAVES, sympy.sinc), lambda z: 2 * abs(z.imag)),
    **dict.fromkeys((sympy.erf, sympy.erfc, sympy.erfi), lambda z: abs(z) ** 2),
    **dict.fromkeys((sympy.fresnels, sympy.fresnelc), lambda z: math.pi / 2 * abs(z) ** 2),
    **dict.fromkeys(
        (
            sympy.gamma,
            sympy.factorial,
            sympy.loggamma,
            sympy.digamma,
            sympy.trigamma,
            sympy.binomial,
            sympy.beta,
            sympy.RisingFactorial,
            sympy.FallingFactorial,
            sympy.factorial2,
            sympy.subfactorial,
            sympy.catalan,
            sympy.bernoulli,
            sympy.euler,
            sympy.fibonacci,
            sympy.lucas,
        ),
        _like_gamma,
    ),
    sympy.harmonic: lambda n, *m: _like_gamma(n, *m) + sum(_like_power(n + 1, order) for order in m),
    **dict.fromkeys(
        (sympy.airyai, sympy.airybi, sympy.airyaiprime, sympy.airybiprime), lambda z: 4 / 3 * abs(z) ** 1.5
    ),
    **dict.fromkeys((sympy.Ei, sympy.Si, sympy.Ci, sympy.Shi, sympy.Chi, sympy.li), lambda z: 2 * abs(z)),
    **dict.fromkeys(
        (sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk, sympy.hankel1, sympy.hankel2, sympy.jn, sympy.yn),
        lambda n, z: 2 * abs(z) + _growth(n) + _like_power(z, n),
    ),
    sympy.polygamma: lambda n, z: _growth(n) + abs(z) + _like_gamma(z) + _like_power(z, abs(n) + 1),
    **dict.fromkeys(
        (sympy.zeta, sympy.dirichlet_eta),
        lambda s, *a: _like_gamma(s) + sum(abs(b) + _like_gamma(b) + _like_power(b, s) for b in a),
    ),
    sympy.polylog: lambda s, z: abs(s) + abs(z) + _like_power(z, 1),
    **dict.fromkeys(
        (sympy.expint, sympy.uppergamma, sympy.lowergamma),
        lambda s, z: 2 * abs(z) + _growth(s) + _like_power(z, abs(s) + 1),
    ),
    **dict.fromkeys(
        (
            sympy.legendre,
            sympy.laguerre,
            sympy.chebyshevt,
            sympy.chebyshevu,
            sympy.assoc_legendre,
            sympy.assoc_laguerre,
            sympy.gegenbauer,
            sympy.jacobi,
        ),
        lambda n, *a: (
            sum(_growth(b) for b in (n, *a))
            + _like_power(a[-1], n)
            + _like_power(1 - a[-1] ** 2, sum(map(abs, a[:-1])))
        ),
    ),
    sympy.hermite: lambda n, z: _growth(n) + abs(z) ** 2 + _growth(z) + _like_power(z, n),
    **dict.fromkeys(
        (sympy.elliptic_k, sympy.elliptic_e), lambda *a: 4 * _between(a[-1]) + sum(4 * abs(b.imag) for b in a[:-1])
    ),
    sympy.elliptic_f: lambda phi, m: 4 * abs(phi.imag) + 4 * _between(m),
    sympy.elliptic_pi: lambda *a: 4 * sum(abs(b.imag) + _between(b) for b in a),
    sympy.LambertW: lambda z, *branch: abs(z.imag) + _like_power(z, 2) + sum(map(abs, branch)),
    sympy.hyper: lambda *a: UNKNOWN,
}
"""ln of the factor by which a function may come near to another one: DLMF 4.2, 7.12, 5.11, 9.7, 10.40, 25.2."""
