"""What stands alone in a line of words: a number with its unit, "turns positive at 382 pm", or one expression.

There is no relation that could be compared.  What can be is the number, its digits and its
unit, with the numbers of the statements; and an expression with a side of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from verify.errors import ClaimError
from verify.grammar.parser import ParseError
from verify.grammar.parser import Relation as Printed
from verify.grammar.unit_marks import unit_of
from verify.kinds.kind import Amount
from verify.kinds.printed import may_be_measured_in
from verify.kinds.table import KINDS
from verify.quantities.dimension import UnitSystem
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import pure_number
from verify.vocabulary.statement import ROUNDED, Statement
from verify.vocabulary.statements import Value


def stands_alone(link: Printed, statement: Statement, system: UnitSystem) -> bool:
    """Whether what is printed without a left side is a number of the statement, or a side of it."""
    if link.truncated or link.relation not in ROUNDED:
        return False
    part = KINDS[type(statement)].alone(link, statement)
    if part is not None:
        return part
    try:
        unit = pure_number if link.rhs_unit is None else unit_of(link.rhs_unit)
        worth = unit.worth(system)
    except (ClaimError, ParseError):
        return False
    return any(
        bool(link.rhs == number and worth == factor)
        and (
            dimension == unit.dimension or (dimension is None and _may_be_measured_in(link.rhs_unit, statement, system))
        )
        for number, factor, dimension in _amounts(statement, system)
    )


def _may_be_measured_in(unit: str | None, statement: Statement, system: UnitSystem) -> bool:
    """Whether a bare factor of the encoding, 1000, may be the printed unit: km of a length, of no pure number."""
    if unit is None or not isinstance(statement, Value) or system is UnitSystem.ATOMIC:
        return True
    return may_be_measured_in(unit, statement.quantity, system)


def is_number_of(link: Printed, statement: Value, system: UnitSystem) -> bool:
    """Whether the number alone is the one that the statement claims, and no input of it."""
    bare = Value(statement.quantity, statement.number, statement.interval, statement.unit, (), statement.meaning)
    return link.lhs is None and stands_alone(link, bare, system)


def _amounts(statement: Statement, system: UnitSystem) -> Iterator[Amount]:
    """The numbers of a statement with what they count; a scale such as R_b is part of the number."""
    yield from KINDS[type(statement)].amounts(statement, system)
    for number in statement.numbers():
        yield number.value * number.scale, sympy.S.One, DIMENSIONLESS
        yield number.value, sympy.S.One, DIMENSIONLESS
