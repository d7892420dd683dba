"""Where a real function of one variable changes its sign in a range, and which sign it has between.

`cut(g, x, low, high, order)` answers places c1 < c2 < ... inside the range and the sign of g on each open piece between them.
Which places are tried does not matter; that g has one sign on each piece is shown in one of two ways:

- g is a quotient of polynomials in x: numerator and denominator are products of factors (multiplied out again to check) that are free of x,
  linear, or quadratic.  x - r has the sign of its side of r; A x² + B x + C has that of A where B² < 4 A C, and otherwise the two zeros
  of the formula.  The places of all zeros, in one order with the ends of the range, are certain, also with parameters.  Poles are
  zeros of the denominator.
- the ends and g are free of parameters, and g is analytic on the closed range: near a place c at which g, ..., g^(k-1) are exactly zero
  and g^(k) has no zero in an enclosure over [c, c + d], g = g^(k)(ξ) (x - c)^k/k! has the sign of g^(k) (Taylor); between such
  neighbourhoods enclosures of g over small intervals have no zero.  Analytic means that the ball rules, on complex balls around the
  intervals, say so: acot jumps, though its derivative does not.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from flint import acb, arb

from verify.balls import RULES, Env, check_size, enclose, is_real, precision, sign_of
from verify.balls.compiler import Compiler
from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.normal_form.signs import is_real as certainly_real
from verify.points.exact_numbers import decide_constant
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, NONPOSITIVE, POSITIVE, ZERO, Signs

BITS = 96
HIGHEST_ORDER = 3
HALVINGS = 10
MOST_BALLS = 400
MOST_PLACES = 40
TURNS = 8
Order = Callable[[Any, Any], "Signs | None"]
"""The signs that the difference of two ends or places may have; None if nothing is known of it."""


@dataclass(frozen=True)
class Cut:
    """`signs[i]` is the sign between `places[i - 1]` and `places[i]`."""

    places: tuple[Any, ...]
    signs: tuple[int, ...]


def cut(g: Any, x: Any, low: Any, high: Any, order: Order) -> Cut | None:
    """The pieces of the range on which g has one sign, and these signs; None if that is not certain.

    >>> x = sympy.Symbol("x", real=True)
    >>> cut(x**2 - 2, x, sympy.S.Zero, sympy.oo, order_of_constants)
    Cut(places=(sqrt(2),), signs=(-1, 1))
    >>> cut(sympy.sin(x), x, sympy.S.Zero, 2 * sympy.pi, order_of_constants)
    Cut(places=(pi,), signs=(1, -1))
    """
    if not certainly_real(g) and g.is_extended_real is not True:
        return None
    if g.is_rational_function(x):
        found = _algebraic(g, x, low, high, order)
        if found is not None:
            return found
    return _analytic(g, x, low, high)


def order_of_constants(a: Any, b: Any) -> Signs | None:
    """The sign of a - b: by enclosures, and as exact numbers where these overlap."""
    if a == b:
        return ZERO
    if a == sympy.oo or b == -sympy.oo:
        return POSITIVE
    if a == -sympy.oo or b == sympy.oo:
        return NEGATIVE
    difference = a - b
    if difference.is_Rational:
        return Signs({int(sympy.sign(difference))})
    if difference.free_symbols:
        return None
    try:
        ball = enclose(difference, {}, BITS)
    except GiveUp:
        return None
    sign = sign_of(ball.real) if ball.is_finite() and is_real(ball) else None
    if sign is None:
        return ZERO if decide_constant(difference) is True else None
    return Signs({sign})


def inside(places: Iterable[Any], low: Any, high: Any, order: Order) -> list[Any] | None:
    """Those between the ends, in order; None if that is not certain.  Between two of them there may be nothing."""
    within: list[Any] = []
    for place in dict.fromkeys(places):
        above, below = order(place, low), order(high, place)
        if above is None or below is None:
            return None
        if above <= NONPOSITIVE or below <= NONPOSITIVE:
            continue
        if not (above <= NONNEGATIVE and below <= NONNEGATIVE):
            return None
        rank = 0
        for other in within:
            where = order(place, other)
            if where is None or not (where <= NONNEGATIVE or where <= NONPOSITIVE):
                return None
            rank += where <= NONNEGATIVE and where != ZERO
            if where == ZERO:
                break
        else:
            within.insert(rank, place)
    return within


# --- quotients of polynomials -----------------------------------------------------------------


def _algebraic(g: Any, x: Any, low: Any, high: Any, order: Order) -> Cut | None:
    sign, roots = 1, list[tuple[Any, int]]()
    parts = sympy.fraction(sympy.together(g))
    for part, turn in zip(parts, (1, -1), strict=True):
        found = _zeros(sympy.expand(part), x, order)
        if found is None:
            return None
        own, zeros = found
        if turn < 0 and inside([place for place, _ in zeros], low, high, order) != []:
            return None  # a pole inside the range
        sign *= own
        roots += zeros
    places = inside([place for place, _ in roots], low, high, order)
    if places is None:
        return None
    ends = [low, *places, high]
    signs = []
    for start, end in itertools.pairwise(ends):
        value = sign
        for place, power in roots:
            side = _side(place, start, end, order)
            if side is None:
                return None
            value *= side**power
        signs.append(value)
    return Cut(tuple(places), tuple(signs))


def _side(place: Any, start: Any, end: Any, order: Order) -> int | None:
    """The sign of x - place for start < x < end."""
    before, after = order(start, place), order(place, end)
    if before is not None and before <= NONNEGATIVE:
        return 1
    return -1 if after is not None and after <= NONNEGATIVE else None


def _zeros(polynomial: Any, x: Any, order: Order) -> tuple[int, list[tuple[Any, int]]] | None:
    """The sign for large x, and the real zeros with their multiplicities."""
    factors = [(polynomial, 1)]
    if polynomial.is_polynomial(x) and polynomial.has(x):
        constant, listed = sympy.factor_list(polynomial)
        factors = [(constant, 1), *listed]
        if sympy.expand(sympy.Mul(*(f**m for f, m in factors)) - polynomial) != 0:
            return None
    sign, zeros = 1, list[tuple[Any, int]]()
    for factor, power in factors:
        coefficients = sympy.Poly(factor, x).all_coeffs() if factor.has(x) else [factor]
        leading = order(coefficients[0], sympy.S.Zero)
        if leading not in (POSITIVE, NEGATIVE):
            return None
        sign *= (1 if leading == POSITIVE else -1) ** power
        if len(coefficients) == 2:
            zeros.append((-coefficients[1] / coefficients[0], power))
        elif len(coefficients) == 3:
            found = _of_quadratic(coefficients, order)
            if found is None:
                return None
            zeros += [(zero, power) for zero in found]
        elif len(coefficients) > 3:
            return None
    return sign, zeros


def _of_quadratic(coefficients: list[Any], order: Order) -> list[Any] | None:
    a, b, c = coefficients
    discriminant = sympy.expand(b**2 - 4 * a * c)
    sign = order(discriminant, sympy.S.Zero)
    if sign == NEGATIVE:
        return []
    if sign is None or not sign <= NONNEGATIVE:
        return None
    root = sympy.sqrt(discriminant)
    return [sympy.expand((-b + turn * root) / (2 * a)) for turn in (1, -1)]


# --- analytic functions without parameters ----------------------------------------------------


def _analytic(g: Any, x: Any, low: Any, high: Any) -> Cut | None:
    if g.free_symbols - {x} or low.free_symbols or high.free_symbols or low.is_infinite or high.is_infinite:
        return None
    places = inside(list(candidates(g, x)), low, high, order_of_constants)
    if places is None or len(places) > MOST_PLACES:
        return None
    try:
        with precision(BITS):
            search = _Signs(g, x)
            ends = [low, *places, high]
            signs = tuple(search.between(a, b) for a, b in itertools.pairwise(ends))
    except GiveUp:
        return None
    return Cut(tuple(places), signs)


class _Signs:
    """The sign of g on open intervals between exact places.  Raises GiveUp where it is not certain."""

    def __init__(self, g: Any, x: Any) -> None:
        self.slopes = [g]
        self.x = x
        self.balls = 0
        self.nodes = [self._compiled(g)]

    def _compiled(self, expr: Any) -> Any:
        check_size(expr)
        compiler = Compiler(RULES)
        compiler.path = frozenset({self.x})
        return compiler.node(expr)

    def _slope(self, k: int) -> Any:
        while len(self.slopes) <= k:
            following = differentiated(self.slopes[-1], self.x)
            if following is None:
                raise GiveUp("a function without a confirmed derivative")
            self.slopes.append(following)
            self.nodes.append(self._compiled(following))
        return self.nodes[k]

    def between(self, a: Any, b: Any) -> int:
        start, end = (acb(enclose(place, {}, BITS)).real for place in (a, b))
        width = end - start
        signs = {self._at_an_end(a, start, width), self._at_an_end(b, end, -width)}
        signs.add(self._throughout(start, width))
        if len(signs) != 1:
            raise GiveUp("a sign that changes")
        return signs.pop()

    def _at_an_end(self, place: Any, ball: arb, width: arb) -> int:
        """The sign on the 1/2^HALVINGS of the way that begins at the place."""
        for k in range(HIGHEST_ORDER + 1):
            self._slope(k)
            if decide_constant(self.slopes[k].subs(self.x, place)) is not True:
                sign = self._sign(k, ball + width * arb(2) ** -HALVINGS * arb(0.5, 0.5))
                return sign * ((-1) ** k if width < 0 else 1)
        raise GiveUp("a zero of high order")

    def _throughout(self, start: arb, width: arb) -> int:
        """The sign on the rest, in halves of halves."""
        tiny = arb(2) ** -HALVINGS
        waiting, signs = [(tiny, 1 - tiny)], set[int]()
        while waiting:
            a, b = waiting.pop()
            middle, radius = (a + b) / 2, (b - a) / 2
            try:
                signs.add(self._sign(0, start + width * arb(middle, radius)))
            except GiveUp:
                if self.balls > MOST_BALLS:
                    raise
                waiting += [(a, middle), (middle, b)]
        if len(signs) != 1:
            raise GiveUp("a sign that changes")
        return signs.pop()

    def _sign(self, k: int, where: arb) -> int:
        """The sign of the k-th derivative on the interval, on which it and g are analytic."""
        self.balls += 1
        around = acb(where, arb(0, where.rad()))
        slope = self._slope(k)
        if not all(node(Env({self.x: around}, {}, (self.x,)), True).is_finite() for node in (self.nodes[0], slope)):
            raise GiveUp("not certainly analytic")
        value = slope(Env({self.x: acb(where)}, {}), False)
        sign = sign_of(value.real) if value.is_finite() and is_real(value) else None
        if not sign:
            raise GiveUp("no certain sign")
        return sign


# --- candidates -------------------------------------------------------------------------------


def candidates(g: Any, x: Any) -> Iterator[Any]:
    """Where g may be zero: by inverse functions, and the formulas for polynomials."""
    for factor in sympy.Mul.make_args(sympy.factor_terms(g)):
        yield from _inverted(factor, sympy.S.Zero, x)


def _inverted(h: Any, value: Any, x: Any) -> Iterator[Any]:
    """Solutions of h(x) = value, as far as they are easily written down."""
    if h == x:
        yield value
    elif x not in h.free_symbols:
        return
    elif h.is_polynomial(x):
        yield from (root for root in sympy.roots(h - value, x) if root.is_extended_real is not False)
    elif h.is_Add:
        yield from _of_sum(h, value, x)
    elif h.is_Mul:
        constant, rest = h.as_independent(x, as_Add=False)
        if value == 0 and rest.is_Mul:
            for factor in rest.args:
                yield from _inverted(factor, value, x)
        elif rest != h:
            yield from _inverted(rest, value / constant, x)
    elif isinstance(h, sympy.exp):
        if value.is_positive:
            yield from _inverted(h.exp, sympy.log(value), x)
    elif h.is_Pow and h.exp.is_Rational and not (value == 0 and h.exp < 0):
        for root in {value ** (1 / h.exp), -(value ** (1 / h.exp))}:
            yield from _inverted(h.base, root, x)
    elif type(h) in _INVERSE:
        for inner in _INVERSE[type(h)](value):
            yield from _inverted(h.args[0], inner, x)


def _of_sum(h: Any, value: Any, x: Any) -> Iterator[Any]:
    constant, rest = h.as_independent(x, as_Add=True)
    if constant != 0:
        yield from _inverted(rest, value - constant, x)
        return
    waves = {type(part): (part.args[0], rest.coeff(part)) for part in rest.atoms(sympy.sin, sympy.cos)}
    if len(waves) == 2 and len({phase for phase, _ in waves.values()}) == 1:
        (phase, p), (_, q) = waves[sympy.sin], waves[sympy.cos]
        if sympy.expand(rest - p * sympy.sin(phase) - q * sympy.cos(phase)) == 0:
            shift, size = sympy.atan2(q, p), sympy.sqrt(p**2 + q**2)
            for angle in _of_sine(value / size):
                yield from _inverted(phase, angle - shift, x)
        return
    factored = sympy.factor(rest - value)
    if factored.is_Mul:
        for factor in factored.args:
            yield from _inverted(factor, sympy.S.Zero, x)


def _of_sine(value: Any) -> list[Any]:
    first = sympy.asin(value)
    return [base + 2 * sympy.pi * turn for base in (first, sympy.pi - first) for turn in range(-TURNS, TURNS + 1)]


def _of_cosine(value: Any) -> list[Any]:
    first = sympy.acos(value)
    return [base + 2 * sympy.pi * turn for base in (first, -first) for turn in range(-TURNS, TURNS + 1)]


def _of_tangent(value: Any) -> list[Any]:
    return [sympy.atan(value) + sympy.pi * turn for turn in range(-2 * TURNS, 2 * TURNS + 1)]


_INVERSE: dict[Any, Callable[[Any], list[Any]]] = {
    sympy.sin: _of_sine,
    sympy.cos: _of_cosine,
    sympy.tan: _of_tangent,
    sympy.log: lambda value: [sympy.exp(value)],
    sympy.sinh: lambda value: [sympy.asinh(value)],
    sympy.tanh: lambda value: [sympy.atanh(value)],
    sympy.atan: lambda value: [sympy.tan(value)],
    sympy.cosh: lambda value: [sympy.acosh(value), -sympy.acosh(value)],
}
