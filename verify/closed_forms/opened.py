"""The integrals of a relation in pieces, its series as functions, and what cancels then.

∫_0^1 ds/|s| - ∫_0^1 ds/s says nothing, but with the first in pieces nothing of it is left.  An integral exists exactly where its pieces do
(`verify.closed_forms.pieces`), so that each piece that no longer shows is asked to exist, and what stood around it, with a letter in
its place, is asked for all that it needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy

from verify.closed_forms.pieces import in_pieces
from verify.closed_forms.series import with_hypergeometric_series
from verify.points.domain import Domain
from verify.proofs.definedness import dropped, open_needs
from verify.regularity.known_functions import all_known
from verify.terms.requirements import BOUND, Exists, outermost
from verify.terms.survey import TooBig, rebuilt, survey

CLOSED = (*BOUND, sympy.Limit, sympy.Derivative, sympy.Subs)


def opened_up(sides: tuple[Any, Any], domain: Domain) -> tuple[tuple[Any, Any], tuple[Any, ...]] | None:
    """Both sides opened up, and what they needed and no longer show; None where that is not known to be met anywhere.

    >>> s, x = sympy.symbols("s x", real=True)
    >>> opened_up((x + sympy.Integral(abs(s), (s, 0, 1)) - sympy.Integral(s, (s, 0, 1)), x), Domain((x,)))
    ((x, x), ())
    >>> opened_up((x + sympy.Integral(1 / abs(s), (s, 0, 1)) - sympy.Integral(1 / s, (s, 0, 1)), x), Domain((x,))) is None
    True
    """
    try:
        if not survey(*sides).has(sympy.Integral, sympy.Sum):
            return sides, ()
    except TooBig:
        return sides, ()
    parts = dict.fromkeys(part for side in sides for part in _bound_parts(side))
    values = {part: with_hypergeometric_series(in_pieces(part, domain), domain) for part in parts}
    values = {part: value for part, value in values.items() if value != part}
    if not values:
        return sides, ()
    letters = {part: sympy.Dummy("part") for part in values}
    known = {letters[part]: value for part, value in values.items()}

    def apply(part: Any) -> Any:
        return part.xreplace(known)

    written = tuple(_put(side, letters) for side in sides)
    found = (_put(sides[0], values), _put(sides[1], values))
    pieces = dict.fromkeys(piece for value in values.values() for piece in outermost(value))
    exist = open_needs((Exists(piece) for piece in pieces if not any(side.has(piece) for side in found)), None)
    gone = dropped(written, apply, shown=found) if all_known(written, found, apply) else None
    return None if exist is None or gone is None else (found, tuple(dict.fromkeys((*gone, *exist))))


def _bound_parts(expr: Any) -> Iterator[Any]:
    """Integrals and sums that stand in nothing that binds a variable."""
    if isinstance(expr, (sympy.Integral, sympy.Sum)):
        yield expr
    elif isinstance(expr, sympy.Expr) and not isinstance(expr, CLOSED):
        for arg in expr.args:
            yield from _bound_parts(arg)


def _put(expr: Any, values: dict[Any, Any]) -> Any:
    if expr in values:
        return values[expr]
    if not isinstance(expr, sympy.Expr) or isinstance(expr, CLOSED) or not expr.has(*values):
        return expr
    return rebuilt(expr, (_put(arg, values) for arg in expr.args))
