"""What the moves of a derivation hold constant, and whether lines make it change with the variable after all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

import sympy
from sympy.core.function import AppliedUndef

from verify.premises.execution import derivatives, moves_in
from verify.terms.dependence import Dependence, changing_with
from verify.terms.openness import linked
from verify.terms.requirements import BOUND
from verify.terms.survey import parts_of
from verify.vocabulary.moves import TOGETHER, Equation, Move

Tie = frozenset[sympy.Symbol]
LAWS = ("differentiate", "compare_coefficients")
"""Moves that take a line for every value of a symbol."""


def labels_of(equation: Equation) -> list[str]:
    """The labels of the printed equations that it was made of."""
    return equation.label.split(TOGETHER)


def keeps_what_depends(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """Those derivatives in which a symbol was kept constant that other premises, or conditions, link with the variable.

    With A = p v²/2 and p = m v, the p in A is no constant.
    """
    kept: set[Equation] = set()
    for source, derivative, variable in derivatives(route):
        others = [eq for eq in found if (eq.lhs, eq.rhs) != (source.lhs, source.rhs) and eq != derivative]
        together = linked_with({variable}, others, tied)
        if (together - {variable}) & {s for s in source.symbols if s not in (source.lhs, source.rhs)}:
            kept.add(derivative)
    return kept


def held_constant_earlier(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """Those premises in whose own derivation a symbol was held constant that other premises, or conditions, link with the variable.

    From A = a v/2 follows dA/dv = a/2 for a constant a; with a = 2 v it says another thing.  So it is under an integral
    or a sum by v, for coefficients of powers of v, and for a law f(v) = a v; and with whatever follows from these.  What
    the other premises come from counts as far as it makes one symbol change with another (`verify.terms.dependence`).
    """
    kept: set[Equation] = set()
    for leaf in route.leaves:
        moves = () if leaf.by is None else leaf.by.ancestry
        if _holds_what_others_move(route, moves, {leaf.label}, found, tied):
            kept |= {eq for eq in found if leaf.label in labels_of(eq)}
    return kept


def held_constant_here(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """The same of the moves of this very route: what the other premises come from may tie what these hold constant."""
    kept: set[Equation] = set()
    for move in moves_in(route):
        if move.rule in LAWS and _holds_what_others_move(route, (move,), _labels_of(move.ancestry), found, tied):
            own = {leaf.label for leaf in move.leaves}
            kept |= {eq for eq in found if own & set(labels_of(eq))}
    return kept


def _holds_what_others_move(
    route: Move, moves: Sequence[Move], own: set[str], found: Sequence[Equation], tied: Sequence[Tie]
) -> bool:
    """Does one of the moves hold constant what lines link with its variable that these moves do not use?"""
    earlier = own | _labels_of(moves)
    others = [eq for eq in found if not earlier & set(labels_of(eq))]
    if not (others or tied):
        return False
    directed = [*behind(route, earlier), *(Dependence.of(eq.lhs, eq.rhs) for eq in others), *map(Dependence, tied)]
    return any(
        (move.rule != "compare_coefficients" and held & linked_with({v}, others, tied))
        or (move.rule in LAWS and held & changing_with({v}, directed, held))
        for move in moves
        for v, held in _held_constant(move)
    )


def _labels_of(moves: Iterable[Move]) -> set[str]:
    return {line.label for move in moves for line in move.leaves}


def behind(route: Move, earlier: Container[str]) -> Iterator[Dependence]:
    """What the lines behind the premises say of changes, other than those `earlier` ones and laws that hold for every value."""
    moves = [move for other in route.leaves if other.by is not None for move in other.by.ancestry]
    laws = {line.label for move in moves if move.rule == "compare_coefficients" for line in move.leaves}
    for line in dict.fromkeys(line for move in moves for line in move.leaves):
        if line.label not in earlier and line.label not in laws and not isinstance(line.lhs, AppliedUndef):
            yield Dependence.of(line.lhs, line.rhs)


def _held_constant(move: Move) -> Iterator[tuple[sympy.Symbol, set[sympy.Symbol]]]:
    """The variables of a move and of the lines that it uses, each with the symbols that were constants to it."""
    for leaf in move.leaves:
        sides = (leaf.lhs, leaf.rhs)
        constants = set(leaf.symbols) - {side for side in sides if side.is_Symbol}
        if move.rule == "differentiate":
            yield from ((v, constants - {v}) for v in move.data)
        elif move.rule == "compare_coefficients":
            yield from ((v, set(leaf.symbols) - {v}) for v in move.data)
        for part in (part for side in sides for part in parts_of(side, sympy.Derivative, *BOUND)):
            if not part.args[0].is_Symbol:
                yield from ((v, part.args[0].free_symbols - {v}) for v in part.variables)
        for part in (part for side in sides for part in parts_of(side, AppliedUndef)):
            own = set(getattr(part.func, "variables", None) or ())
            yield from ((v, constants - own) for v in own & part.free_symbols)


def linked_with(
    symbols: set[sympy.Symbol], equations: Iterable[Equation], tied: Iterable[Tie] = ()
) -> set[sympy.Symbol]:
    """The symbols that equations, or conditions that tie symbols, link with these, directly or through others."""
    return linked(symbols, [*(eq.symbols for eq in equations), *tied])
