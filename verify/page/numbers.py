"""The numbers that statements about curves, and the inputs of numbers, share with the print.

`R_c ≈ 0.382 R_b` is the number of the only zero of a curve in units of R_b, `c < 1/6` the
end of a range of a parameter, `R_v > 0.621 R_b` the end of an interval, `R_b = 210 pm` an
input.  Only the number, its scale and the kind of the symbol are compared here: that the
curve is the printed one is not in the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import sympy

from verify.grammar.parser import ParseError
from verify.grammar.parser import Relation as Printed
from verify.grammar.unit_marks import common_unit
from verify.proofs.equality import prove_equal
from verify.quantities.digits import decimal
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import Unit, pure_number
from verify.vocabulary.curves import Crossing, Curve, OnInterval, OnlyRoot, RootsFor, Threshold
from verify.vocabulary.readings import Claim
from verify.vocabulary.statements import PrintedInput, Relation, Statement, Value

ROUNDED = {"=", "≈", "≃", "~"}
PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
BELOW, ABOVE = {"<", "<="}, {">", ">="}


def says_number(link: Printed, statement: Statement) -> bool:
    """Whether `symbol relation number` of the print is a number of the statement."""
    if link.truncated or link.lhs_unit is not None:
        return False
    if isinstance(statement, Value):
        return any(_is_input(link, symbol, given) for symbol, given in statement.constants)
    if isinstance(statement, OnlyRoot) and statement.exactly is not None and _is_exact(link, statement):
        return True
    return any(_is(link, *number) for number in numbers_of(statement))


def _is_exact(link: Printed, statement: OnlyRoot) -> bool:
    """R_c = (3 − √5)/2 R_b of the zero's exact value, or that value ≈ 0.382 R_b, the link that follows it."""
    if link.rhs_unit is not None:
        return False
    scale = statement.scale or sympy.S.One
    value = statement.exactly * scale
    if isinstance(link.lhs, sympy.Symbol) and _same_kind(link.lhs, statement.unknown):
        return link.relation in ROUNDED and prove_equal(link.rhs, value) is not None
    rounded = link.relation in ROUNDED and link.rhs == decimal(statement.number) * scale
    return rounded and prove_equal(link.lhs, value) is not None


def printed_inputs(statements: Sequence[Statement]) -> dict[sympy.Symbol, sympy.Expr]:
    """The pure numbers that the page prints as inputs, by the symbols that stand for them."""
    given = [pair for s in statements if isinstance(s, Value) for pair in s.constants]
    return {x: decimal(n.text) for x, n in given if isinstance(n, PrintedInput) and n.unit == pure_number}


def is_a_number(link: Printed, statements: Sequence[Statement]) -> bool:
    """Whether the link prints a number, in the scale of one of the statements, for a symbol of one of them."""
    curves = [s for s in statements if isinstance(s, Curve)]
    return any(
        isinstance(link.lhs, sympy.Symbol)
        and _same_kind(link.lhs, symbol)
        and (link.rhs / scale).is_Rational
        and (link.relation in ROUNDED) == ("=" in relations)
        for curve in curves
        for symbol, relations, _, scale in numbers_of(curve)
    )


def numbers_of(statement: Statement) -> list[tuple[sympy.Symbol, set[str], sympy.Expr, sympy.Expr]]:
    """(symbol, relations, number, scale) for each number that print may show of the statement."""
    if isinstance(statement, OnlyRoot):
        return [(statement.unknown, ROUNDED, decimal(statement.number), statement.scale or sympy.S.One)]
    if isinstance(statement, Crossing) and statement.unit == 1:
        return [(statement.unknown, ROUNDED, decimal(statement.number), sympy.S.One)]
    if isinstance(statement, Threshold):
        return [(statement.parameter, ROUNDED, decimal(statement.number), sympy.S.One)]
    if isinstance(statement, RootsFor):
        ends = ((ABOVE, statement.first), (BELOW, statement.last))
        return [(statement.parameter, relations, end, sympy.S.One) for relations, end in ends]
    if isinstance(statement, OnInterval):
        scale = statement.scale or sympy.S.One
        return [(statement.unknown, ABOVE, statement.low, scale), (statement.unknown, BELOW, statement.high, scale)]
    return []


def _is(link: Printed, symbol: sympy.Symbol, relations: set[str], number: sympy.Expr, scale: sympy.Expr) -> bool:
    return (
        link.relation in relations
        and isinstance(link.lhs, sympy.Symbol)
        and _same_kind(link.lhs, symbol)
        and link.rhs_unit is None
        and link.rhs == number * scale
    )


def _same_kind(one: sympy.Symbol, other: sympy.Symbol) -> bool:
    """The same symbol, or one of the same dimension: R_c and R_v are values of the orbital radius r.

    Pure numbers are of no kind: a z of the page is not the x at which a curve is zero.
    """
    if one == other:
        return True
    dimensions = [getattr(symbol, "dimension", None) for symbol in (one, other)]
    return dimensions[0] not in (None, DIMENSIONLESS) and dimensions[0] == dimensions[1]


def is_taken(symbol: object, lines: Iterable[Claim]) -> bool:
    """Whether a line that is taken and not derived gives the symbol a number: then it is no zero of a curve."""
    taken = (s for line in lines if line.basis is not None for s in line.literal.statements)
    return any(isinstance(s, Relation) and s.lhs == symbol and not s.rhs.free_symbols for s in taken)


def _is_unit(text: str | None, unit: Unit) -> bool:
    """Whether a printed unit, none for a pure number, is the given one, however it is spelled: µm, W/m^2, W m^-2."""
    if (text or "1") == _typed(unit):
        return True
    try:
        factors = common_unit(text or "1", _typed(unit))
    except ParseError:
        return False
    return bool(factors[0] == factors[1])


def _typed(unit: Unit) -> str:
    """A unit as the grammar of the page gives it back: W m^-2."""
    return re.sub("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda power: "^" + power.group().translate(PLAIN), str(unit))


def _is_input(link: Printed, symbol: sympy.Symbol, given: object) -> bool:
    """`R_b = 210 pm`, with the digits and the unit of the input; an exact number may stand as well."""
    if link.lhs != symbol or link.relation not in ROUNDED:
        return False
    if isinstance(given, PrintedInput):
        return link.rhs == decimal(given.text) and _is_unit(link.rhs_unit, given.unit)
    return isinstance(given, sympy.Rational) and link.rhs_unit is None and link.rhs == given
