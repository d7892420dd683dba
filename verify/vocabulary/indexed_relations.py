"""Equations between sums over indexed quantities, for every number of particles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, ClassVar

import sympy

from verify.errors import ClaimError
from verify.quantities.exact import exact
from verify.vocabulary.indexed_sums import apart, free_indices, is_indexed
from verify.vocabulary.statement import Sides, Statement


@dataclass(frozen=True)
class IndexedRelation(Statement):
    """`lhs = rhs` for every number of particles `number`, both built from sums over indexed quantities.

    An index over which no sum runs may have any value from 1 to N.  With `slope`, an
    indexed quantity x(k) or a plain symbol, the left side is differentiated with respect to
    it first, as it is printed: ∂lhs/∂x_k = rhs for every k.  Of the premises only definitions
    through that variable (B = 2S) are put in before.  `called` is what the page calls the left side, by a definition
    (J_i ≡ ∂L/∂φ̇_i), an earlier line or Hamilton's equations (φ̇_i = ∂H/∂J_i): a name, of which nothing is decided.  `number` is a
    symbol that is declared an integer, or a whole number; then the claim is made for that number alone.
    Raises ClaimError for anything else.
    """

    lhs: sympy.Expr
    rhs: sympy.Expr
    number: sympy.Expr
    slope: sympy.Expr | None = None
    called: sympy.Expr | None = None
    slots: ClassVar[tuple[str, ...]] = ("rhs", "lhs")
    noun: ClassVar[str] = "sum over particles"

    def __post_init__(self) -> None:
        number, slope = self.number, self.slope
        if self.called is not None and not (self.called.is_Symbol or is_indexed(self.called)):
            raise ClaimError(f"called={self.called}; expected an indexed quantity or a symbol")
        counts = number.is_integer and number.is_nonnegative and (number.is_Symbol or number.is_Integer)
        if not counts:
            raise ClaimError(f"number={number}; expected a symbol for a positive integer, or a positive integer")
        if slope is None:
            return
        if not (slope.is_Symbol or is_indexed(slope)) or slope == number:
            raise ClaimError(
                f"slope={slope}; expected an indexed quantity such as x(k), or a symbol other than {number}"
            )

    def expressions(self) -> tuple[sympy.Basic, ...]:
        more = tuple(e for e in (self.slope, self.called) if e is not None)
        return (self.lhs, self.rhs, self.number, *more)

    def sides(self) -> Sides:
        own = (self.lhs if self.slope is None else self.lhs / self.slope, self.rhs)
        return (own,) if self.called is None else (own, (self.called, self.rhs))


def for_every_number(
    lhs: Any, *rhs: Any, number: sympy.Expr, slope: sympy.Expr | None = None, called: sympy.Expr | None = None
) -> tuple[IndexedRelation, ...]:
    """The chain lhs = rhs[0] = ... for every number of particles; `slope` differentiates the first member.

    `called` is the name that the page gives the first member.
    """
    members = [exact(term) for term in rhs]
    if not members:
        raise ClaimError("for_every_number needs a right-hand side; found none")
    first = IndexedRelation(exact(lhs), members[0], exact(number), slope, called)
    later = (IndexedRelation(a, b, exact(number)) for a, b in pairwise(members))
    return (first, *later)


def with_its_indices(statement: IndexedRelation, link: Any) -> IndexedRelation:
    """The statement with the letter that the print uses for the one index over which no sum runs."""
    own = free_indices(statement.number, apart(statement.lhs), apart(statement.rhs))
    theirs = free_indices(statement.number, apart(link.lhs), apart(link.rhs))
    return statement if len(own) != 1 or len(theirs) != 1 else with_letters(statement, {own[0]: theirs[0]})


def with_letters(statement: IndexedRelation, letters: dict[sympy.Expr, sympy.Expr]) -> IndexedRelation:
    """Other letters for indices; the sums get indices of their own first, so that none is captured."""
    lhs, rhs = (apart(side).xreplace(letters) for side in (statement.lhs, statement.rhs))
    called = None if statement.called is None else statement.called.xreplace(letters)
    slope = None if statement.slope is None else statement.slope.xreplace(letters)
    return replace(statement, lhs=lhs, rhs=rhs, called=called, slope=slope)
