"""An interval of one variable: what a domain leaves of it, its inside as an expression, and points near its ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sympy

from verify.orders.ranges import range_of
from verify.points.domain import Domain
from verify.points.exact_numbers import certain_sign
from verify.terms.sign_algebra import admitted

NEAR = (0, 1, 3, 10, 30, 100)


@dataclass(frozen=True)
class Range:
    """The open interval (low, high) with its closed ends, and points that are left out."""

    low: Any
    high: Any
    ends: tuple[Any, ...] = ()
    without: tuple[Any, ...] = ()


def range_left(x: Any, domain: Domain) -> Range | None:
    """The interval that the declaration and the conditions x > c leave; other conditions only make it smaller."""
    low, high = -sympy.oo, sympy.oo
    ends: list[tuple[Any, int]] = []
    without: list[Any] = []
    bounds: list[tuple[Any, int, bool]] = []
    signs = admitted(x)
    bounds += [(sympy.S.Zero, -denied, 0 in signs) for denied in (-1, 1) if denied not in signs]
    without += [sympy.S.Zero] if 0 not in signs else []
    for c in domain.conditions:
        if isinstance(c, sympy.Ne) and x in (c.lhs, c.rhs):
            without.append(c.rhs if c.lhs == x else c.lhs)
        if not isinstance(c, (sympy.StrictGreaterThan, sympy.StrictLessThan, sympy.GreaterThan, sympy.LessThan)):
            continue
        closed = isinstance(c, (sympy.GreaterThan, sympy.LessThan))
        if c.gts == x and not c.lts.free_symbols:
            bounds.append((c.lts, 1, closed))
        if c.lts == x and not c.gts.free_symbols:
            bounds.append((c.gts, -1, closed))
    for value, side, closed in bounds:
        now = low if side > 0 else high
        inner = 1 if now.is_infinite else certain_sign((value - now) * side)
        if inner is None:
            return None
        if inner < 0:
            continue
        ends = [e for e in ends if e[1] != side]
        low, high = (value, high) if side > 0 else (low, value)
        if closed and (inner > 0 or any(b[0] == value and b[2] for b in bounds)):
            ends.append((value, side))
        if not closed:
            ends = [e for e in ends if e[1] != side]
    if low.is_finite and high.is_finite and certain_sign(high - low) != 1:
        return None
    return Range(low, high, tuple(value for value, _ in ends), tuple(w for w in without if not w.free_symbols))


def chart(low: Any, high: Any) -> tuple[Any, Any]:
    """The open interval as an expression in a symbol, which is real or positive and nothing else."""
    if low == -sympy.oo and high == sympy.oo:
        x = sympy.Dummy("x", real=True)
        return x, x
    h = sympy.Dummy("h", positive=True)
    if high == sympy.oo:
        return low + h, h
    if low == -sympy.oo:
        return high - h, h
    return (low + high * h) / (1 + h), h


def points_near(left: Any, right: Any, side: int) -> Iterator[Any]:
    """Rational points inside, ever nearer to the left (side = -1) or right end."""
    if left.is_infinite and right.is_infinite:
        yield from (sympy.Integer(side) * sympy.Integer(2) ** (k - 1) for k in (0, 2, 4, 6, 9, 14))
        return
    end, other = (left, right) if side < 0 else (right, left)
    if end.is_infinite:
        start = _rational_near(other) + side
        yield from (start + side * sympy.Integer(2) ** k for k in (0, 2, 4, 6, 9, 14))
        return
    if not end.is_Rational:
        return
    width = sympy.S.One if other.is_infinite else (_rational_near(other) - end) * -side
    for k in NEAR:
        step = width / sympy.Integer(2) ** (k + 1)
        point = end - side * step
        if other.is_infinite or certain_sign((other - point) * -side) == 1:
            yield point


def _rational_near(value: Any) -> Any:
    """A rational number near a constant."""
    if value.is_Rational:
        return value
    found = range_of(value, {})
    return sympy.S.Zero if found is None else sympy.Rational(round(found[0] * 1024), 1024)
