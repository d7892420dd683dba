r"""Derivatives of a named quantity in print, J_i = \partial L/\partial\dot\varphi_i = ..., and the sums that are differentiated.

The page writes L, the encoding differentiates what L is by an earlier line.  The print agrees
where that line states it: the encoded expression is the printed multiple of what some claim
equates with L, the variable is the printed one, and so is what the derivative is said
to be.  The index that no sum runs over may have another letter.

\nabla holds every symbol constant but x, y and z.  A symbol that a line, a premise, a condition or a spelling of the
paper links with them, such as r = \sqrt{x^2 + y^2 + z^2}, is none: such print is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeGuard

import sympy

from verify.encoding.paper import Paper
from verify.grammar.names import SLOPE
from verify.grammar.parser import Relation as Printed
from verify.latex.vectors import AXES
from verify.page.of_paper import latex_of, of_paper
from verify.proofs.equality import prove_equal
from verify.quantities.constants import Constant
from verify.terms.dependence import Dependence, changing_with, given_through
from verify.vocabulary.indexed_relations import IndexedRelation, with_letters
from verify.vocabulary.indexed_sums import apart, is_indexed
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation, Value

EQUALITIES = {"=", "≡"}
NABLA = r"\nabla"
FEW = 2
"""So many symbols beside x, y and z in an equation change together, as far as others are concerned."""


def says_slope(link: Printed, statement: IndexedRelation, paper: Paper) -> bool:
    """Whether the link equates a multiple of the derivative with what the statement says, or calls, it."""
    if statement.slope is None or link.relation not in EQUALITIES or link.lhs_unit or link.rhs_unit or link.truncated:
        return False
    left, right = link.lhs, link.rhs
    sides = ((left, right), (right, left)) if not (left.has(SLOPE) and right.has(SLOPE)) else ()
    return any(side.has(SLOPE) and _is_said(side, other, statement, paper) for side, other in sides)


def _is_said(side: sympy.Expr, other: sympy.Expr, statement: IndexedRelation, paper: Paper) -> bool:
    slopes = side.atoms(SLOPE)
    if len(slopes) != 1:
        return False
    (found,) = slopes
    quantity, variable = found.args
    named = _renamed(statement, variable)
    factor = side / found
    if named is None or factor.has(SLOPE) or factor.has(variable):
        return False
    if named.called is not None and factor == 1 and other == named.called:
        return True
    if not _same(named.rhs, other):
        return False
    values = (value for value in values_of(quantity, paper) if not _holds_what_changes(value, variable, paper))
    return any(_same(named.lhs, factor * value) for value in values)


def derivatives_taken(link: Printed, paper: Paper) -> Iterator[Printed]:
    """The link with the one derivative in it taken of what claims equate with its quantity, as far as that contains the variable."""
    slopes = {found for side in (link.lhs, link.rhs) for found in side.atoms(SLOPE)}
    if len(slopes) != 1:
        return
    (found,) = slopes
    quantity, variable = found.args
    for value in values_of(quantity, paper) if variable.is_Symbol else ():
        if value.has(variable) and not value.has(sympy.Sum) and not _holds_what_changes(value, variable, paper):
            put = {found: value.diff(variable)}
            yield replace(link, lhs=link.lhs.xreplace(put), rhs=link.rhs.xreplace(put))


def _holds_what_changes(value: sympy.Expr, variable: sympy.Expr, paper: Paper) -> bool:
    """Do lines of the paper give something in it by the variable, one by the other?  With a = J, d(a J²)/dJ is not 2 a J."""
    return bool(value.free_symbols & given_through(variable, _known_ties(paper)))


def _renamed(statement: IndexedRelation, variable: sympy.Expr) -> IndexedRelation | None:
    """The statement with the printed index in place of its own; None if it is about another variable."""
    slope: Any = statement.slope
    if slope == variable:
        return statement
    if not (is_indexed(slope) and is_indexed(variable) and slope.func == variable.func):
        return None
    return with_letters(statement, dict(zip(slope.args, variable.args, strict=True)))


def values_of(quantity: sympy.Symbol, paper: Paper) -> list[sympy.Expr]:
    """What the claims of the paper equate with the quantity, in one chain or in several."""
    of_paper(paper).look_at_all()
    found: list[sympy.Expr] = []
    for claim in paper.claims.values():
        equal = {quantity}
        for statement in claim.literal.statements:
            if _states_equality(statement) and statement.lhs in equal:
                equal.add(statement.rhs)
        found += sorted(equal - {quantity, *found}, key=str)
    return found


def _states_equality(statement: Statement) -> TypeGuard[Relation | IndexedRelation]:
    if isinstance(statement, IndexedRelation):
        return statement.slope is None
    return isinstance(statement, Relation) and statement.rel == "=="


def _same(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Equal as the core proves it, sums with the letters of their indices left out of account."""
    first, second = (sympy.expand(apart(side).as_dummy()) for side in (one, other))
    return first == second or (not one.has(sympy.Sum) and prove_equal(one, other) is not None)


def not_constant(formula: str, links: Iterable[Printed], paper: Paper) -> str:
    r"""The name of a symbol under \nabla that the paper links with x, y and z, or nothing."""
    if NABLA not in formula:
        return ""
    sides = [side for link in links for side in (link.lhs, link.rhs) if side is not None]
    slopes = {slope for side in sides for slope in side.atoms(sympy.Derivative)}
    axes = {v for slope in slopes for v in slope.variables if latex_of(v) in AXES}
    held = {symbol for slope in slopes if axes & {*slope.variables} for symbol in slope.expr.free_symbols} - axes
    changing = _changing(axes, held, paper) if held else set()
    return next((latex_of(symbol) for symbol in sorted(held & changing, key=latex_of)), "")


def _changing(axes: set[sympy.Symbol], held: set[sympy.Symbol], paper: Paper) -> set[sympy.Symbol]:
    """What changes for certain with x, y and z, or may as one of two; and of several if none but what is held is left to change.

    What is only one of several makes nothing else change: laws of nature would make everything do so.
    """
    ties, constants = _known_ties(paper), _constants(paper)
    axes = axes | {symbol for tie in ties for symbol in tie.symbols if latex_of(symbol) in AXES}
    left = [tie.symbols - axes for tie in ties if tie.symbols & axes and not tie.defined]
    both = {s for rest in left if len(rest) <= FEW for s in rest}
    alone = {s for rest in left if rest - constants <= held for s in rest - constants}
    return {*both, *alone, *changing_with({*axes, *both, *alone}, ties, certain=True)}


def _known_ties(paper: Paper) -> list[Dependence]:
    known = of_paper(paper)
    known.look_at_all()
    if known.ties is None:
        known.ties = list(_ties(paper))
    return known.ties


def _constants(paper: Paper) -> set[sympy.Symbol]:
    """The symbols for which a line takes the value of a constant of nature."""
    values = (
        s for claim in paper.claims.values() for read in claim.readings for s in read.statements if isinstance(s, Value)
    )
    return {symbol for value in values for symbol, given in value.constants if isinstance(given, Constant)}


def _ties(paper: Paper) -> Iterator[Dependence]:
    """What the lines, conditions and spellings of the paper say of changes; the place itself is defined by none."""
    for claim in paper.claims.values():
        for read in claim.readings:
            stated = [(s.lhs, s.rhs) for s in read.statements if isinstance(s, (Relation, IndexedRelation))]
            stated += [(c.lhs, c.rhs) for c in read.where if isinstance(c, sympy.Eq)]
            for lhs, rhs in stated:
                slopes = lhs.atoms(sympy.Derivative) | rhs.atoms(sympy.Derivative)
                if any(slope.expr.has(v) for slope in slopes for v in slope.variables if latex_of(v) in AXES):
                    continue  # it says what the slope is, as ∂(cxy)/∂x = cy does
                said = Dependence.of(lhs, rhs)
                yield replace(said, defined=frozenset(s for s in said.defined if latex_of(s) not in AXES))
    for spelling, meaning in paper.spellings:
        if not isinstance(meaning, tuple):
            named = frozenset(symbol for symbol in paper.letters if latex_of(symbol) == spelling)
            yield Dependence(named | meaning.free_symbols, named)
