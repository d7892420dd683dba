"""The numbers that statements about curves, and the inputs of numbers, share with the print.

`R_c ≈ 0.382 R_b` is the number of the only zero of a curve in units of R_b, `c < 1/6` the
end of a range of a parameter, `R_v > 0.621 R_b` the end of an interval, `R_b = 210 pm` an
input.  Only the number, its scale and the kind of the symbol are compared here: that the
curve is the printed one is not in the number.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from verify.encoding.paper import Paper
from verify.grammar.parser import Relation as Printed
from verify.kinds.printed import same_kind
from verify.kinds.table import KINDS
from verify.page.of_paper import of_paper
from verify.quantities.digits import decimal
from verify.quantities.units import pure_number
from verify.vocabulary.statement import ROUNDED, Number, Statement
from verify.vocabulary.statements import PrintedInput, Value


def says_number(link: Printed, statement: Statement) -> bool:
    """Whether `symbol relation number` of the print is a number of the statement."""
    if link.truncated or link.lhs_unit is not None:
        return False
    return KINDS[type(statement)].gives(link, statement) or any(_is(link, number) for number in statement.numbers())


def printed_inputs(statements: Sequence[Statement]) -> dict[sympy.Symbol, sympy.Expr]:
    """The pure numbers that the page prints as inputs, by the symbols that stand for them."""
    given = [pair for s in statements if isinstance(s, Value) for pair in s.constants]
    return {x: decimal(n.text) for x, n in given if isinstance(n, PrintedInput) and n.unit == pure_number}


def is_a_number(link: Printed, statements: Sequence[Statement]) -> bool:
    """Whether the link prints a number, in the scale of one of the statements, for a symbol of one of them."""
    return any(
        isinstance(link.lhs, sympy.Symbol)
        and same_kind(link.lhs, number.symbol)
        and (link.rhs / number.scale).is_Rational
        and (link.relation in ROUNDED) == ("=" in number.relations)
        for statement in statements
        for number in statement.numbers()
    )


def _is(link: Printed, number: Number) -> bool:
    return (
        link.relation in number.relations
        and isinstance(link.lhs, sympy.Symbol)
        and same_kind(link.lhs, number.symbol)
        and link.rhs_unit is None
        and link.rhs == number.value * number.scale
    )


def is_taken(symbol: object, paper: Paper) -> bool:
    """Whether a line that is taken and not derived gives the symbol a number: then it is no zero of a curve."""
    return any(not s.rhs.free_symbols for _, s in of_paper(paper).taken(symbol))
