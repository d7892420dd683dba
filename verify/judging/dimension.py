"""Do all expressions of a claim have consistent dimensions, in the paper's own unit system?

Asked of everything that stands in it: both sides of every relation, the equations of a contradiction
and of an only way, each input against the symbol that it stands for, and every condition.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from verify.quantities.dimension import PURE, AnyDimension, DimensionError, UnitSystem, UnknownDimension, differ
from verify.quantities.dimension_of import check_condition, check_equation, declared, dimension_of
from verify.quantities.units import Unit
from verify.vocabulary.readings import Claim, Reading

OK, NONE = "ok", "none"


def check(claim: Claim, system: UnitSystem) -> str:
    """'ok', 'none' (nothing to compare), or one sentence: 'mismatch: ...' or 'unknown: ...', of the printed line."""
    return of_reading(claim.literal, system)


def of_reading(read: Reading, system: UnitSystem) -> str:
    """The same of any reading."""
    return told(read, system)[0]


def told(read: Reading, system: UnitSystem) -> tuple[str, tuple[str, str] | None]:
    """The same, and the two dimensions that differ, where there are two."""
    compared = False
    unknown: str | None = None
    for lhs, rhs in _sides(read):
        compared = True
        try:
            if rhs is None:
                check_condition(lhs, system)
            elif isinstance(rhs, sympy.Expr):
                check_equation(lhs, rhs, system)
            else:
                _check_unit(lhs, rhs, system)
        except DimensionError as error:
            return f"mismatch: {error}", error.two
        except UnknownDimension as error:
            unknown = unknown or f"unknown: {error}"
    return unknown or (OK if compared else NONE), None


def _sides(read: Reading) -> Iterator[tuple[sympy.Basic, object]]:
    """What must agree, in pairs: two expressions, a quantity and its unit, or a condition and None."""
    for statement in read.statements:
        yield from statement.sides()
    yield from ((condition, None) for condition in read.where)


def _check_unit(quantity: sympy.Expr, unit: object, system: UnitSystem) -> None:
    """The quantity has the dimension of the unit behind the printed number; a bare number is dimensionless."""
    found = declared(quantity).vector(system) if isinstance(quantity, sympy.Symbol) else dimension_of(quantity, system)
    expected = unit.dimension.vector(system) if isinstance(unit, Unit) else PURE
    if not isinstance(found, AnyDimension) and differ(found, expected):
        words = f"{quantity} has dimension {found}, but the printed number has {expected}"
        raise DimensionError(words, (str(found), str(expected)))
