"""The proof "equal derivatives, equal at one point".

If F is analytic on a connected range, its derivative vanishes there, and F vanishes at
one point of it, then F is zero on the range.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sympy

from verify.proofs.proof import Proof
from verify.regularity.analytic import MAX_OPERATIONS, POINTS, is_analytic
from verify.regularity.conditions import must_not_vanish
from verify.terms.survey import by_name


def prove_by_derivative(lhs: Any, rhs: Any, prove: Callable[[Any, Any], Proof | None]) -> tuple[Any, Any, Proof] | None:
    """(symbol, point, proof at the point) if d/ds(lhs - rhs) = 0 and both sides agree at a point; else None.

    `prove` proves the derivative to be zero (on a dense set, which by continuity is all of
    the range) and the equation at the point, in one symbol less.  What the other symbols alone must
    meet for the derivative to be zero is an exception of the whole.
    """
    difference = lhs - rhs
    if difference.count_ops() > MAX_OPERATIONS:
        return None
    for symbol in sorted(difference.free_symbols, key=by_name):
        for wide in _ranges(symbol):
            moved = difference.xreplace({symbol: wide})
            if not is_analytic(moved, wide):
                continue
            flat = prove(moved.diff(wide), sympy.S.Zero)
            if flat is None:
                break
            elsewhere = tuple(part for part in (*flat.nonzero, *flat.exceptions) if wide not in part.free_symbols)
            for point in POINTS:
                if point == 0 and wide.is_positive:
                    continue
                at_point = prove(lhs.xreplace({symbol: point}), rhs.xreplace({symbol: point}))
                if at_point is not None:
                    stated = set(must_not_vanish((lhs, rhs)))
                    more = tuple(part for part in elsewhere if part not in stated)
                    return symbol, point, replace(at_point, exceptions=(*at_point.exceptions, *more))
    return None


def _ranges(symbol: Any) -> list[Any]:
    """Wider real ranges that contain the symbol's own, widest first; none for a complex symbol."""
    if not symbol.is_extended_real or symbol.is_nonpositive:
        return []
    wide = [sympy.Dummy("s", real=True)]
    if symbol.is_nonnegative:
        wide.append(sympy.Dummy("s", nonnegative=True))
    if symbol.is_positive:
        wide.append(sympy.Dummy("s", positive=True))
    return wide
