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
from verify.page.links import may_be_measured_in
from verify.page.numbers import ROUNDED, numbers_of
from verify.proofs.equality import prove_equal
from verify.quantities.digits import decimal
from verify.quantities.dimension import Dimension, UnitSystem
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import Unit, pure_number
from verify.vocabulary.curves import Crossing, Leading
from verify.vocabulary.special import Expansion, IndexedRelation, SmallestPeriod
from verify.vocabulary.statements import PrintedInput, Relation, Statement, Value


def stands_alone(link: Printed, statement: Statement, system: UnitSystem) -> bool:
    """Whether what is printed without a left side is a number of the statement, or a side of it."""
    if link.truncated or link.relation not in ROUNDED:
        return False
    if isinstance(statement, Expansion):
        return link.rhs_unit is None and _is_term(link.rhs, statement.expansion)
    if isinstance(statement, Leading):
        grows = statement.variable**statement.exponent
        law = grows if link.relation == "~" else (statement.coefficient or 0) * grows
        return link.rhs_unit is None and bool(link.rhs == law)
    if isinstance(statement, SmallestPeriod):
        return link.rhs_unit is None and prove_equal(link.rhs, statement.period) is not None
    if link.rhs_unit is None and isinstance(statement, (Relation, IndexedRelation)):
        sides = (statement.lhs, statement.rhs)
        if isinstance(statement, Relation) and statement.rel not in ("==", "!="):  # a few ev_F/(2πR)
            return any((side / link.rhs).is_Rational for side in sides)
        return any(prove_equal(link.rhs, side) is not None for side in sides)
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


def _is_term(printed: sympy.Expr, expansion: sympy.Expr) -> bool:
    """Whether the expression is one of the terms, up to a number: (v/c)² of 1 + ¾(v/c)²."""
    terms = sympy.Add.make_args(sympy.expand(expansion))
    return any((term / printed).is_Rational for term in terms)


def is_number_of(link: Printed, statement: Value, system: UnitSystem) -> bool:
    """Whether the number alone is the one that the statement claims, and no input of it."""
    bare = Value(statement.quantity, statement.number, statement.interval, statement.unit, (), statement.meaning)
    return link.lhs is None and stands_alone(link, bare, system)


Amount = tuple[sympy.Expr, sympy.Expr, Dimension | None]


def _amounts(statement: Statement, system: UnitSystem) -> Iterator[Amount]:
    """The numbers of a statement, what each of them counts in base units, and of which dimension that is, if it is known.

    A scale such as R_b is part of the number.
    """
    if isinstance(statement, Value):
        yield decimal(statement.number), *_counted(statement.unit, system)
        for _, given in statement.constants:
            if isinstance(given, PrintedInput):
                yield decimal(given.text), *_counted(given.unit, system)
    elif isinstance(statement, Crossing):
        yield decimal(statement.number), statement.unit, getattr(statement.unknown, "dimension", None)
    for _, _, number, scale in numbers_of(statement):
        yield number * scale, sympy.S.One, DIMENSIONLESS
        yield number, sympy.S.One, DIMENSIONLESS


def _counted(unit: object, system: UnitSystem) -> tuple[sympy.Expr, Dimension | None]:
    """What a unit is worth, and its dimension; a bare factor other than 1 may stand for any unit."""
    if isinstance(unit, Unit):
        return unit.worth(system), unit.dimension
    return sympy.sympify(unit, strict=True), DIMENSIONLESS if unit == 1 else None
