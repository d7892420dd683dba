"""Values that the print names and the encoding has put in: "when c = 1/3", "for R_b = 1000 pm", d = 2.

A curve is drawn for one value of a parameter, and the symbol is gone from the encoded
expression.  Such a value is found again where it is certain: the encoded expression is an
expression of the paper, or its derivative, with just the printed values put in; or a
move of the derivation puts the value in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import sympy

from verify.encoding.paper import Paper
from verify.errors import ClaimError
from verify.grammar.parser import ParseError
from verify.grammar.parser import Relation as Printed
from verify.grammar.unit_marks import unit_of
from verify.page.of_paper import of_paper
from verify.quantities.dimension import UnitSystem
from verify.quantities.units import pure_number
from verify.vocabulary.moves import Move
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement

Values = dict[sympy.Symbol, sympy.Expr]


def values_put_in(links: Sequence[Printed], read: Reading, paper: Paper) -> list[Printed]:
    """The links `symbol = number` that the encoding has put in."""
    named = {link: value for link in links if (value := _value(link, paper.units)) is not None}
    if not named:
        return []
    moved = set(_moved(read.by)) if read.by is not None else set()
    values: Values = {}
    for link, value in named.items():
        if link.lhs in values and values[link.lhs] != value:  # two values of one symbol: each may belong elsewhere
            return [one for one, number in named.items() if _stands_for(one, number, moved, read, paper)]
        values[link.lhs] = value
    used = {symbol for e in _encoded(read.statements) for symbol in _used(e, values, paper)}
    return [link for link, value in named.items() if link.lhs in used or (link.lhs, value) in moved]


def _stands_for(
    link: Printed, value: sympy.Expr, moved: set[tuple[sympy.Symbol, sympy.Expr]], read: Reading, paper: Paper
) -> bool:
    alone = {link.lhs: value}
    return (link.lhs, value) in moved or any(_used(e, alone, paper) for e in _encoded(read.statements))


def _value(link: Printed, system: UnitSystem) -> sympy.Expr | None:
    """The number that the link gives a symbol, in base units; None if it gives none."""
    if link.relation != "=" or link.truncated or link.lhs_unit is not None:
        return None
    if not isinstance(link.lhs, sympy.Symbol) or not link.rhs.is_Rational:
        return None
    try:
        unit = pure_number if link.rhs_unit is None else unit_of(link.rhs_unit)
        known = getattr(link.lhs, "dimension", unit.dimension) == unit.dimension
        return link.rhs * unit.worth(system) if known else None
    except (ClaimError, ParseError):
        return None


def _moved(move: Move) -> Iterator[tuple[sympy.Symbol, sympy.Expr]]:
    """The values that the moves of a derivation give to symbols."""
    if move.rule == "specialise":
        yield from move.data
    for source in move.sources:
        if isinstance(source, Move):
            yield from _moved(source)


def _encoded(statements: Sequence[Statement]) -> Iterator[sympy.Expr]:
    """The expressions of statements, with derivatives by the unknown taken back where a curve is one."""
    for statement in statements:
        yield from statement.written()


def _used(expression: sympy.Expr, values: Values, paper: Paper) -> set[sympy.Symbol]:
    """The symbols whose values turn an expression of the paper into this one, or into minus this one."""
    letters = expression.free_symbols
    for written in of_paper(paper).written:
        known = written.free_symbols
        here = {symbol: value for symbol, value in values.items() if symbol in known}
        if not letters <= known or not here or here.keys() & letters:
            continue
        specialised = written.subs(here)
        forms = itertools.chain([specialised], (specialised.diff(symbol) for symbol in sorted(letters, key=str)))
        if any(expression in (form, -form) for form in forms):
            return set(here)
    return set()
