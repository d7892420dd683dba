"""Points where identities that hold almost everywhere tend to fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from verify.domain import Domain
from verify.sampling import Point

REAL_TRAPS = (sp.S.Zero, sp.S.One, sp.S.NegativeOne)
COMPLEX_TRAPS = (*REAL_TRAPS, sp.Integer(-4), sp.I, -2 * sp.I)
SWITCHING = (sp.Abs, sp.sign, sp.Heaviside)
MOST_SPECIAL_POINTS = 24


def special_points(lhs: Any, rhs: Any, domain: Domain, base: Point) -> Iterator[Point]:
    """Points where identities that hold almost everywhere tend to fail.

    Zero and one, the negative real axis (the usual branch cut) for complex symbols, and the
    places where a Piecewise, an absolute value, a sign, a maximum or a step changes.  They
    can only refute: that an identity survives them is no further evidence.
    """
    made = 0
    for symbol, value in _special_values(lhs, rhs, domain, base):
        point = {**base, symbol: value}
        if value != base[symbol] and domain.contains(point):
            yield point
            made += 1
        if made == MOST_SPECIAL_POINTS:
            return


def _special_values(lhs: Any, rhs: Any, domain: Domain, base: Point) -> Iterator[tuple[Any, Any]]:
    for symbol in base:
        for value in REAL_TRAPS if symbol.is_real else COMPLEX_TRAPS:
            yield symbol, value
    for switch in _switches(lhs) + _switches(rhs):
        for symbol in sorted(switch.free_symbols & set(base), key=str):
            rest = switch.xreplace({other: base[other] for other in base if other != symbol})
            slope, offset = rest.coeff(symbol, 1), rest.coeff(symbol, 0)
            if (
                slope.is_Rational
                and slope != 0
                and offset.is_Rational
                and sp.expand(rest - slope * symbol - offset) == 0
            ):
                yield symbol, -offset / slope


def _switches(expr: Any) -> list[Any]:
    """Expressions whose sign selects a branch, sums multiplied out."""
    found: set[Any] = {node.args[0] for kind in SWITCHING for node in expr.atoms(kind)}
    for node in expr.atoms(sp.Max, sp.Min):
        found |= {node.args[0] - other for other in node.args[1:]}
    for node in expr.atoms(sp.core.relational.Relational):
        found.add(node.lhs - node.rhs)
    return sorted((sp.expand(switch) for switch in found if switch.is_polynomial()), key=sp.default_sort_key)
