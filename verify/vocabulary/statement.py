"""What can be true or false, and what the engine may ask of it whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import sympy

from verify.terms.survey import functions_in
from verify.vocabulary.moves import Equation

Sides: TypeAlias = tuple[tuple[sympy.Basic, Any], ...]
"""Pairs that must have the same dimension: two expressions, or a quantity and its unit."""


@dataclass(frozen=True)
class Number:
    """A number that print may show of a statement: `symbol relation value·scale`, for each of the relations."""

    symbol: sympy.Symbol
    relations: frozenset[str]
    value: sympy.Expr
    scale: sympy.Expr = sympy.S.One


ROUNDED = frozenset({"=", "≈", "≃", "~"})


BELOW, ABOVE = frozenset({"<", "<="}), frozenset({">", ">="})


@dataclass(frozen=True)
class Statement:
    """What can be true or false, and what the rest of the engine asks of it without knowing its kind.

    A kind of statement is a subclass with the answers that differ from these, and an entry
    in the table of `verify.kinds`, where it says how it is decided.
    """

    slots: ClassVar[tuple[str, ...]] = ()
    """The fields that a slip of the pen may spoil, each an expression."""
    has_formula: ClassVar[bool] = True
    """Whether print can show it as a formula."""
    noun: ClassVar[str] = "statement"
    """What the report calls such a claim; see `heading`."""

    def heading(self) -> str:
        """What the report calls a claim that makes this statement."""
        return self.noun

    def expressions(self) -> tuple[sympy.Basic, ...]:
        """All expressions, for the check that every symbol is declared."""
        return ()

    def letters(self) -> set[sympy.Symbol | type]:
        """The symbols and undefined functions of all its expressions."""
        found: set[sympy.Symbol | type] = set()
        for expression in self.expressions():
            found |= expression.free_symbols | functions_in(expression)
        return found

    def sides(self) -> Sides:
        """What must have the same dimension."""
        return ()

    def is_leading_term_of(self, other: Statement) -> bool:
        """Does it say of the same formula that it is the leading term, of which the other says that it is the value?"""
        return False

    def cited(self) -> tuple[Equation, ...]:
        """The equations of other lines that it speaks of."""
        return ()

    def spoken_of(self) -> tuple[Equation, ...]:
        """Of these, the ones that the page prints beside it as formulas."""
        return ()

    def written(self) -> tuple[sympy.Expr, ...]:
        """The expressions as the page writes them down, into which it may have put values."""
        return ()

    def numbers(self) -> tuple[Number, ...]:
        """The numbers that print may show for its symbols."""
        return ()

    def is_part_of(self, printed: Statement) -> bool:
        """Whether it is the printed statement on a part of its interval."""
        return False

    def interval_ends(self) -> tuple[sympy.Expr, ...]:
        """The ends of the interval that it speaks of."""
        return ()
