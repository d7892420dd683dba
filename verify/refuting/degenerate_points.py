"""Points where identities that hold almost everywhere tend to fail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product
from typing import Any

import sympy

from verify.points.domain import Domain
from verify.points.plan import Point
from verify.terms.survey import by_name

REAL_TRAPS = (sympy.S.Zero, sympy.S.One, sympy.S.NegativeOne)
COMPLEX_TRAPS = (*REAL_TRAPS, sympy.Integer(-4), sympy.I, -2 * sympy.I)
QUADRANTS = (-3 + 2 * sympy.I, -1 - 2 * sympy.I, 2 - 3 * sympy.I)
SCALES = tuple(sympy.Integer(10) ** power for power in (3, -3, 6, -6, 12, -12))
SWITCHING = (sympy.Abs, sympy.sign, sympy.Heaviside)
MOST_SPECIAL_POINTS = 80
MOST_FOR_HEAVY = 24
MOST_PAIRS = 6


def special_points(lhs: Any, rhs: Any, domain: Domain, base: Point, heavy: bool = False) -> Iterator[Point]:
    """Points where identities that hold almost everywhere tend to fail, most often the first ones.

    Zero and one, the negative real axis (the usual branch cut) and the other quadrants for
    complex symbols; the places where a Piecewise, an absolute value, a maximum, a root or a
    logarithm changes, and both sides of them; numbers far from one.  They can only refute:
    that an identity survives them is no further evidence.
    """
    candidates = ({**base, **change} for change in _changes(lhs, rhs, base))
    allowed = (point for point in candidates if point != base and domain.contains(point))
    yield from islice(allowed, MOST_FOR_HEAVY if heavy else MOST_SPECIAL_POINTS)


def _changes(lhs: Any, rhs: Any, base: Point) -> Iterator[Point]:
    yield from _one_by_one(base, {symbol: REAL_TRAPS if symbol.is_real else COMPLEX_TRAPS for symbol in base})
    yield from _coincidences(base)
    yield from _beyond_switches(_switches(lhs) + _switches(rhs), base)
    yield from _together([symbol for symbol in base if not symbol.is_real and not symbol.is_imaginary])
    wide = {symbol: [s * size for size in SCALES for s in (1, -1)] for symbol in base if symbol.is_real}
    yield from _one_by_one(base, wide)


def _coincidences(base: Point) -> Iterator[Point]:
    """All at once at a degenerate value; then two symbols at the same one."""
    for value in REAL_TRAPS[: 2 if len(base) > 1 else 0]:
        yield dict.fromkeys(base, value)
    for one, other in islice(combinations(base, 2), MOST_PAIRS):
        yield {other: base[one]}


def _one_by_one(base: Point, values: dict[Any, Any]) -> Iterator[Point]:
    return ({symbol: value} for symbol in values for value in values[symbol] if value != base[symbol])


def _together(symbols: list[Any]) -> Iterator[Point]:
    """Complex symbols in the quadrants: two factors can leave the principal branch together."""
    for values in product(QUADRANTS, repeat=min(len(symbols), 2)):
        yield dict(zip(symbols, values, strict=False))


def _beyond_switches(switches: list[Any], base: Point) -> Iterator[Point]:
    """Where a switching expression vanishes, as far as it is linear in a symbol, and on both sides of that."""
    for switch in switches:
        for symbol in sorted(switch.free_symbols & set(base), key=by_name):
            rest = switch.xreplace({other: base[other] for other in base if other != symbol})
            slope, offset = rest.coeff(symbol, 1), rest.coeff(symbol, 0)
            linear = slope.is_Rational and slope != 0 and offset.is_Rational
            if linear and sympy.expand(rest - slope * symbol - offset) == 0:
                place = -offset / slope
                for value in (place, 2 * place, place / 2, place + 1, place - 1):
                    yield {symbol: value}


def _switches(expr: Any) -> list[Any]:
    """Expressions whose sign selects a branch: their factors, sums multiplied out."""
    found: set[Any] = {node.args[0] for kind in SWITCHING for node in expr.atoms(kind)}
    for node in expr.atoms(sympy.Max, sympy.Min):
        found |= {node.args[0] - other for other in node.args[1:]}
    for node in expr.atoms(sympy.core.relational.Relational):
        found.add(node.lhs - node.rhs)
    radicands = {node.base for node in expr.atoms(sympy.Pow) if not node.exp.is_Integer and node.base.free_symbols}
    inside = radicands | {node.args[0] for node in expr.atoms(sympy.log)}
    found |= {factor.base if factor.is_Pow else factor for part in inside for factor in sympy.Mul.make_args(part)}
    return sorted((sympy.expand(switch) for switch in found if switch.is_polynomial()), key=sympy.default_sort_key)
