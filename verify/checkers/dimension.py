"""Do the two sides of every relation have the same dimension, in the paper's own unit system?"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from verify.readings import Claim, Reading
from verify.statements import Relation, SpecialStatement, Value
from verify.units import ANY, PURE, DimensionError, Unit, UnitSystem, UnknownDimension, check_equation, dimension_of

OK, NONE = "ok", "none"


def check(claim: Claim, system: UnitSystem) -> str:
    """'ok', 'none' (nothing to compare), or one sentence: 'mismatch: ...' or 'unknown: ...'."""
    pairs = list(_sides(claim.literal))
    if not pairs:
        return NONE
    for lhs, rhs in pairs:
        try:
            if isinstance(rhs, sympy.Expr):
                check_equation(lhs, rhs, system)
            else:
                _check_unit(lhs, rhs, system)
        except DimensionError as error:
            return f"mismatch: {error}"
        except UnknownDimension as error:
            return f"unknown: {error}"
    return OK


def _sides(read: Reading) -> Iterator[tuple[sympy.Expr, object]]:
    for statement in read.statements:
        if isinstance(statement, Relation):
            yield statement.lhs, statement.rhs
        elif isinstance(statement, Value):
            yield statement.quantity, statement.unit
        elif isinstance(statement, SpecialStatement):
            yield from statement.sides()


def _check_unit(quantity: sympy.Expr, unit: object, system: UnitSystem) -> None:
    """The quantity has the dimension of the unit behind the printed number; a bare number is dimensionless."""
    found = dimension_of(quantity, system)
    expected = unit.dimension.vector(system) if isinstance(unit, Unit) else PURE
    if found not in (ANY, expected):
        raise DimensionError(f"{quantity} has dimension {found}, but the printed number has {expected}")
