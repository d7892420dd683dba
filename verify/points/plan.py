"""How a point of a domain is drawn: symbols in an order in which their bounds are known, friendly values first.

What comes out is a candidate.  The domain certifies every point before it is used.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.core.relational import Relational

from verify.balls import compile_ball, compile_exact, environment, is_real
from verify.errors import GiveUp
from verify.terms.survey import NO_NUMBERS

# Small values a reader can check by hand; distinct primes first, so that symbols differ from each other.
FRIENDLY_WHOLE = (2, 3, 5, 7, 4, 11, 6, 13, 1, 8, 9, 10)
FRIENDLY = tuple(
    map(sympy.Rational, ["2", "3", "5", "7", "1/2", "3/2", "1/3", "11", "5/3", "2/5", "13", "7/4", "4", "1"])
)
FRACTIONS = tuple(map(sympy.Rational, ["1/2", "1/3", "2/3", "1/4", "3/4", "2/5", "3/5", "1/7", "5/6"]))

Point = dict[Any, Any]
Chance = Callable[[], random.Random]
"""The domain's own random numbers, made when the friendly values are used up."""
UNFORESEEN = -1
"""The turn in which every value has a large denominator of its own, so that no formula vanishes there by design."""
LARGEST_DENOMINATOR = 2**64
MOST_BITS = 1000
LARGEST_DEGREE = 24
"""Of polynomials whose roots are looked for."""


@dataclass(frozen=True)
class Bound:
    """`symbol` lies above (side=+1) or below (side=-1) `limit`, an expression without it."""

    symbol: Any
    side: int
    limit: Any


def symbol_name(symbol: Any) -> str:
    return str(getattr(symbol, "name", ""))


def symbol_order(symbol: Any) -> tuple[str, str, int]:
    assumptions = sorted(getattr(symbol, "assumptions0", {}).items())
    return symbol_name(symbol), str(assumptions), getattr(symbol, "dummy_index", 0)


@dataclass(frozen=True)
class Step:
    """How one symbol gets its value, from values of the symbols before it.

    `values` are those that a condition leaves to the symbol, if it determines it; otherwise it is
    drawn between the bounds, each a function of the point so far.
    """

    symbol: Any
    values: tuple[Callable[[Point], Any], ...]
    above: tuple[Callable[[Point], Any], ...]
    below: tuple[Callable[[Point], Any], ...]


@dataclass(frozen=True)
class Plan:
    """The symbols in an order in which their bounds can be computed."""

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, symbols: tuple[Any, ...], conditions: tuple[Any, ...]) -> Plan:
        if not conditions:
            return cls(tuple(Step(symbol, (), *_sides(symbol)) for symbol in symbols))
        solved = _solved(conditions)
        bounds = _closed(list(_bounds(symbols, conditions)))
        order = _ordered(symbols, solved, bounds)
        steps = []
        for place, symbol in enumerate(order):
            before = set(order[:place])
            usable = [b for b in bounds if b.symbol == symbol and b.limit.free_symbols <= before]
            steps.append(
                Step(
                    symbol,
                    tuple(_exactly(value) for value in solved.get(symbol, ())),
                    tuple(_evaluator(b.limit) for b in usable if b.side > 0),
                    tuple(_evaluator(b.limit) for b in usable if b.side < 0),
                )
            )
        return cls(tuple(steps))

    def candidate(self, turn: int, chance: Chance) -> Point | None:
        """One candidate; None if the values so far leave no room for the next symbol."""
        point: Point = {}
        for place, step in enumerate(self.steps):
            if step.values:
                value = step.values[turn % len(step.values)](point)
            else:
                lower = [x for x in (limit(point) for limit in step.above) if x is not None]
                upper = [x for x in (limit(point) for limit in step.below) if x is not None]
                value = draw(step.symbol, max(lower, default=None), min(upper, default=None), turn, place, chance)
            if value is None:
                return None
            point[step.symbol] = value
        return point


def _sides(symbol: Any) -> tuple[tuple[Callable[[Point], Any], ...], tuple[Callable[[Point], Any], ...]]:
    """The bounds by the assumed sign: those from below, and those from above."""
    sides = _assumed_sides(symbol)
    return (_nought,) * (1 in sides), (_nought,) * (-1 in sides)


def _assumed_sides(symbol: Any) -> list[int]:
    """On which sides zero bounds the symbol by its assumed sign: 1 from below, -1 from above."""
    return [1] * (symbol.is_extended_nonnegative is True) + [-1] * (symbol.is_extended_nonpositive is True)


def _nought(point: Point) -> Any:
    return sympy.S.Zero


def _bounds(symbols: tuple[Any, ...], conditions: tuple[Any, ...]) -> Iterator[Bound]:
    """Every condition of the form symbol <> expression, read from both sides, and the assumed signs."""
    for condition in conditions:
        if not isinstance(condition, Relational) or condition.rel_op not in ("<", "<=", ">", ">="):
            continue
        side = 1 if condition.rel_op in (">", ">=") else -1
        for symbol, limit, sense in ((condition.lhs, condition.rhs, side), (condition.rhs, condition.lhs, -side)):
            if symbol.is_Symbol and symbol not in limit.free_symbols:
                yield Bound(symbol, sense, limit)
    for symbol in symbols:
        for side in _assumed_sides(symbol):
            yield Bound(symbol, side, sympy.S.Zero)


def _closed(bounds: list[Bound]) -> list[Bound]:
    """Adds what follows by transitivity through bare symbols: a < b and b < 1 give a < 1."""
    known = dict.fromkeys(bounds)
    grown = True
    while grown and len(known) < 500:
        grown = False
        for first in list(known):
            if not first.limit.is_Symbol:
                continue
            for second in list(known):
                if second.symbol == first.limit and second.side == first.side:
                    new = Bound(first.symbol, first.side, second.limit)
                    if first.symbol not in second.limit.free_symbols and new not in known:
                        known[new] = None
                        grown = True
    return list(known)


def _solved(conditions: tuple[Any, ...]) -> dict[Any, tuple[Any, ...]]:
    """Symbols that an equality determines, with all values that it leaves: Eq(x, expr), or linear or quadratic in x."""
    solved: dict[Any, tuple[Any, ...]] = {}
    for condition in conditions:
        if not isinstance(condition, sympy.Eq):
            continue
        for symbol, values in _solutions(condition):
            if symbol not in solved and symbol not in _needed(values, solved):
                solved[symbol] = values
                break
    return solved


def _needed(values: tuple[Any, ...], solved: dict[Any, tuple[Any, ...]]) -> set[Any]:
    """The symbols in terms of which these values are given, directly or through other solved ones."""
    needed: set[Any] = set()
    fresh = set().union(*(value.free_symbols for value in values))
    while fresh:
        needed |= fresh
        fresh = set().union(*(v.free_symbols for s in fresh for v in solved.get(s, ()))) - needed
    return needed


def _solutions(equation: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    for symbol, value in ((equation.lhs, equation.rhs), (equation.rhs, equation.lhs)):
        if symbol.is_Symbol and symbol not in value.free_symbols:
            yield symbol, (value,)
    gap = equation.lhs - equation.rhs
    for symbol in sorted(gap.free_symbols, key=symbol_order):
        slope = sympy.diff(gap, symbol)
        if slope != 0 and symbol not in slope.free_symbols:
            yield symbol, (-gap.xreplace({symbol: sympy.S.Zero}) / slope,)
    for symbol in sorted(gap.free_symbols, key=symbol_order):
        values = _roots(gap, symbol)
        if values:
            yield symbol, values


def _roots(gap: Any, symbol: Any) -> tuple[Any, ...]:
    """Roots of a polynomial equation, as far as square and higher roots write them: candidates, which the domain checks."""
    if not gap.is_polynomial(symbol):
        return ()
    polynomial = sympy.Poly(gap, symbol)
    if not 2 <= polynomial.degree() <= LARGEST_DEGREE:
        return ()
    factors = [polynomial]
    if polynomial.degree() > 2 and all(c.is_Rational for c in polynomial.all_coeffs()):
        factors = [factor for factor, _ in polynomial.factor_list()[1]]
    return tuple(dict.fromkeys(root for factor in factors for root in _roots_of_factor(factor)))


def _roots_of_factor(factor: Any) -> tuple[Any, ...]:
    """Those of a x + b, of a x² + b x + c, and of either in x^k."""
    (power,), factor = factor.deflate() if factor.degree() > 2 else ((1,), factor)
    coefficients = factor.all_coeffs()
    if len(coefficients) == 2:
        a, b = coefficients
        values: tuple[Any, ...] = (-b / a,)
    elif len(coefficients) == 3:
        a, b, c = coefficients
        root = sympy.sqrt(b**2 - 4 * a * c)
        values = ((-b + root) / (2 * a), (-b - root) / (2 * a))
    else:
        return ()
    if power == 1:
        return values
    part = sympy.Rational(1, int(power))
    return tuple(x for y in values for x in (y**part, -(y**part) if power % 2 == 0 else -((-y) ** part)))


def _ordered(symbols: tuple[Any, ...], solved: dict[Any, tuple[Any, ...]], bounds: list[Bound]) -> list[Any]:
    """Symbols after those that determine them, and, where possible, after those in their compound bounds."""
    needs: dict[Any, set[Any]] = {symbol: set() for symbol in symbols}
    for bound in bounds:
        if bound.symbol not in solved and not bound.limit.is_Symbol:
            needs[bound.symbol] |= bound.limit.free_symbols
    must = {symbol: set().union(*(value.free_symbols for value in values)) for symbol, values in solved.items()}
    for symbol, others in must.items():
        needs[symbol] = set(others)
    order: list[Any] = []
    left = list(symbols)
    while left:
        ready = [s for s in left if not needs[s] & set(left)]
        # A cycle of compound bounds: take one that no equality determines, and let rejection do the rest.
        pick = ready[0] if ready else next((s for s in left if s not in must), left[0])
        order.append(pick)
        left.remove(pick)
    return order


def _exactly(expr: Any) -> Callable[[Point], Any]:
    """The exact value of an expression at a (partial) point, rational or not (π y); None where it is no finite number."""
    exact = compile_exact(expr)

    def value(point: Point) -> Any:
        found = None if exact is None else exact(environment(point).exact)
        if found is not None:
            return sympy.Rational(int(found.p), int(found.q))
        put = sympy.expand(expr.xreplace(point))
        return None if put.free_symbols or put.has(*NO_NUMBERS) else put

    return value


def _evaluator(expr: Any) -> Callable[[Point], Any]:
    """A rational number at or near the value of an expression at a (partial) point, or None.

    It only guides the sampling; every point is checked afterwards.
    """
    if expr.is_Rational:
        return lambda point: expr
    exact = compile_exact(expr)
    if exact is not None:

        def rational_value(point: Point) -> Any:
            value = exact(environment(point).exact)
            return None if value is None else sympy.Rational(int(value.p), int(value.q))

        return rational_value
    try:
        function = compile_ball(expr)
    except GiveUp:
        return lambda point: None

    def nearby(point: Point) -> Any:
        ball = function(point, 64)
        if not ball.is_finite() or not is_real(ball) or not abs(ball.real) < 2**60:
            return None
        mantissa, exponent = (int(part) for part in ball.real.mid().man_exp())
        shift = exponent + 40
        return sympy.Rational(mantissa << shift if shift >= 0 else mantissa >> min(-shift, MOST_BITS), 2**40)

    return nearby


# ---------------------------------------------------------------- drawing one value


def draw(symbol: Any, lower: Any, upper: Any, turn: int, place: int, chance: Chance) -> Any:
    """A value for one symbol between its bounds: friendly in the first turns, then random; None if no room.

    `place` shifts the friendly list, so that in one turn different symbols get different values.
    """
    if symbol.is_zero:
        return sympy.S.Zero
    if lower is not None and upper is not None and lower > upper:
        return None
    if turn == UNFORESEEN and not symbol.is_integer:
        return _draw_unforeseen(symbol, lower, upper, chance())
    if symbol.is_integer:
        return _draw_integer(symbol, lower, upper, turn, place, chance)
    if symbol.is_extended_real or lower is not None or upper is not None:
        return _draw_real(lower, upper, turn, place, chance)
    real = sympy.S.Zero if symbol.is_imaginary else _draw_real(None, None, turn, place, chance)
    return real + sympy.I * _draw_real(None, None, turn, place + 1, chance)


def _draw_unforeseen(symbol: Any, lower: Any, upper: Any, chance: random.Random) -> Any:
    if not (symbol.is_extended_real or symbol.is_imaginary or lower is not None or upper is not None):
        return _unforeseen(None, None, chance) + sympy.I * _unforeseen(None, None, chance)
    value = _unforeseen(lower, upper, chance)
    return sympy.I * value if symbol.is_imaginary else value


def _unforeseen(lower: Any, upper: Any, chance: random.Random) -> Any:
    """A rational number of order one, or between the bounds, of which nobody knows the denominator."""
    bottom = chance.randrange(LARGEST_DENOMINATOR // 2, LARGEST_DENOMINATOR)
    part = sympy.Rational(chance.randrange(1, bottom), bottom)
    if lower is not None and upper is not None:
        return lower + (upper - lower) * part
    if lower is None and upper is None:
        return chance.choice((1, -1)) * 4 * part
    return upper - 4 * part if lower is None else lower + 4 * part


def _draw_integer(symbol: Any, lower: Any, upper: Any, turn: int, place: int, chance: Chance) -> Any:
    low = None if lower is None else -(-lower.p // lower.q)
    high = None if upper is None else upper.p // upper.q
    friendly = 0 <= turn < 4
    size = FRIENDLY_WHOLE[(turn + place) % len(FRIENDLY_WHOLE)] if friendly else chance().randint(0, _whole_scale(turn))
    if low is not None and high is not None:
        value = chance().randint(low, high) if low <= high else None
        if friendly and low <= size <= high:
            value = size
    elif low is not None:
        value = size if friendly and size >= low else low + size
    elif high is not None:
        value = size if friendly and size <= high else high - size
    else:
        value = size if friendly and turn < 2 else chance().choice((1, -1)) * size
    if value is None:
        return None
    if symbol.is_even or symbol.is_odd:
        value += (value % 2) != (1 if symbol.is_odd else 0)
        if high is not None and value > high:
            value -= 2
    return sympy.Integer(value)


def _whole_scale(turn: int) -> int:
    return (6, 12, 12, 40, 6, 12, 100)[turn % 7]


def _draw_real(lower: Any, upper: Any, turn: int, place: int, chance: Chance) -> Any:
    if lower is not None and upper is not None:
        if lower == upper:
            return lower
        for value in FRIENDLY[turn + place : turn + place + 3] if turn < 4 else ():
            if lower < value < upper:
                return value
        part = FRACTIONS[(turn + place) % len(FRACTIONS)] if turn < 4 else sympy.Rational(chance().randint(1, 996), 997)
        return lower + (upper - lower) * part
    size = FRIENDLY[(turn + place) % len(FRIENDLY)] if turn < 4 else _random_size(turn, chance)
    if lower is not None:
        return size if turn < 4 and size > lower else lower + size
    if upper is not None:
        return size if turn < 4 and size < upper else upper - size
    return size if turn < 2 else chance().choice((1, -1)) * size


def _random_size(turn: int, chance: Chance) -> Any:
    """A positive rational: usually of order one, at times from 1e-6 to 1e6."""
    style = turn % 6
    if style in (0, 3):
        return chance().choice(FRIENDLY) * chance().choice(FRIENDLY)
    if style == 5:
        return sympy.Rational(chance().randint(1, 999), 101) * sympy.Rational(10) ** chance().randint(-6, 6)
    return sympy.Rational(chance().randint(1, 5000), chance().choice((101, 499, 997, 1009)))
