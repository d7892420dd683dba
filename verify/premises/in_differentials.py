"""Both sides of an equation that holds in every state, as differentials: p V = n T gives V dp + p dV = n dT.

Equal functions of the state have equal differentials, whatever changes with what.  That the equation holds in every state, and
not at one, is known if a symbol stands alone on the left (p = K ρ^γ defines it), if it holds by itself, or if the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verify.premises.generality import MoveError, holds_by_itself
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.terms.differentiability import UNKNOWN
from verify.vocabulary.differentials import DifferentialSymbol, Differentials
from verify.vocabulary.moves import Equation, Move


def in_differentials(move: Move, equations: Iterable[Equation]) -> list[Equation]:
    """The differentials of equations.  Raises MoveError for one that may hold at single states only, or has none, and ClaimError as `differentials`."""
    return [_in_differentials(move, Differentials(move.data), equation) for equation in equations]


def _in_differentials(move: Move, d: Differentials, eq: Equation) -> Equation:
    if not (move.general or all(is_said_of_every_state(root, d.constants) for root in eq.roots or (eq,))):
        raise MoveError(
            f"differentiate: {eq.label!r} need not hold in every state; expected an equation that defines a symbol, "
            "or general=True where the page states it for every state"
        )
    varying = eq.symbols - set(d.constants)
    parts = [part for side in (eq.lhs, eq.rhs) for part in where_smooth(side, varying)]
    conditions = as_conditions(part for part in parts if part is not UNKNOWN)
    if UNKNOWN in parts or (conditions and any(isinstance(source, Move) for source in move.sources)):
        raise MoveError(f"differentiate: where {eq.label!r} has a differential is not known")
    return replace(eq, lhs=d(eq.lhs), rhs=d(eq.rhs))


def is_said_of_every_state(eq: Equation, constants: Iterable[object]) -> bool:
    """Does it define a symbol that varies, hold by itself, or say something of differentials or of constants only?"""
    varying = eq.symbols - set(constants)
    if not varying or any(isinstance(s, DifferentialSymbol) for s in varying):
        return True
    defines = eq.lhs.is_Symbol and eq.lhs in varying and not eq.rhs.has(eq.lhs) and len(varying) > 1
    return defines or holds_by_itself(eq)
