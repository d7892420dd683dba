"""Do the two sides of every relation have the same dimension, in the paper's own unit system?"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from verify.claims import Claim, Reading, Relation, Value
from verify.units import DimensionError, UnitSystem, UnknownDimension, check_equation, dimension_of

OK, NONE = "ok", "none"


def check(claim: Claim, system: UnitSystem) -> str:
    """'ok', 'none' (nothing to compare), or one sentence: 'mismatch: ...' or 'unknown: ...'."""
    pairs = list(_sides(claim.literal))
    if not pairs:
        return NONE
    for lhs, rhs in pairs:
        try:
            if rhs is None:
                dimension_of(lhs, system)
            else:
                check_equation(lhs, rhs, system)
        except DimensionError as error:
            return f"mismatch: {error}"
        except UnknownDimension as error:
            return f"unknown: {error}"
    return OK


def _sides(read: Reading) -> Iterator[tuple[sympy.Expr, sympy.Expr | None]]:
    for statement in read.statements:
        if isinstance(statement, Relation):
            yield statement.lhs, statement.rhs
        elif isinstance(statement, Value):
            yield statement.quantity, None
