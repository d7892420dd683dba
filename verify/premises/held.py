"""What the moves of a derivation hold constant, and whether lines make it change with the variable after all."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.constants import ties_of_constants
from verify.premises.execution import derivatives, sources_of
from verify.terms.dependence import SIGNS, Dependence, changing_with, given_through, slopes_of_names
from verify.terms.openness import linked, reached, ties
from verify.terms.survey import functions_in, parts_of, variables_of
from verify.vocabulary.moves import TOGETHER, Equation, Move, ancestry_of, lines_of, moves_in

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
        together = linked_with({variable}, others, [*tied, *_tied_by_slopes(others)])
        if (together - {variable}) & {s for s in source.symbols if s not in (source.lhs, source.rhs)}:
            kept.add(derivative)
    return kept


def held_constant_earlier(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """Those premises in whose own derivation a symbol was held constant that other premises, or conditions, link with the variable.

    From A = a v/2 follows dA/dv = a/2 for a constant a; with a = 2 v it says another thing.  So it is under an integral
    or a sum by v, for coefficients of powers of v, and for a law f(v) = a v; and with whatever follows from these.  What
    the other premises come from counts as far as it makes one symbol change with another (`verify.terms.dependence`), and
    what another line of the derivation has put in is held constant with what it was put in for.
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
        is_law = move.rule in LAWS or (move.rule == "specialise" and any(map(_speaks_of_functions, move.leaves)))
        if is_law and _holds_what_others_move(route, (move,), _labels_of(move.ancestry), found, tied):
            own = {leaf.label for leaf in move.leaves}
            kept |= {eq for eq in found if own & set(labels_of(eq))}
    return kept


def _holds_what_others_move(
    route: Move, moves: Sequence[Move], own: set[str], found: Sequence[Equation], tied: Sequence[Tie]
) -> bool:
    """Does one of the moves hold constant what lines link with its variable that these moves do not use?"""
    earlier = own | _labels_of(moves)
    others = [eq for eq in found if not earlier & set(labels_of(eq))]
    if not (others or tied or any(True for line in route.lines for _ in ties_of_constants(line))):
        return False
    tied = [*tied, *_tied_by_slopes(others)]
    shown = [*(Dependence.of(eq.lhs, eq.rhs) for eq in others), *map(Dependence, tied)]
    everything = [*behind(route, earlier), *shown]
    lines = [leaf for move in moves for leaf in move.leaves]

    def is_law_of_what_moves(variable: sympy.Symbol, inside: set[Any]) -> bool:
        held = _with_what_is_put_in(inside, variable, lines)
        return bool(held & changing_with({variable}, everything, held))

    def is_held_under_a_sign(variable: sympy.Symbol, inside: set[Any], alone: set[Any]) -> bool:
        held = _with_what_is_put_in(inside, variable, lines) - alone
        moved = changing_with({variable}, shown, held) | given_through(variable, everything)
        return bool(held & (moved | linked_with({variable}, (), tied) - {variable}))

    for move in moves:
        laws, constants = list(_laws(move)), list(_held_constant(move))
        at_a_point = () if move.rule == "compare_coefficients" else (*laws, *constants)
        if any(held & linked_with({v}, others, tied) for v, held in at_a_point):
            return True
        if any(is_law_of_what_moves(*law) for law in (*laws, *(constants if move.rule in LAWS else ()))):
            return True
        if any(is_held_under_a_sign(*under) for under in _under_signs(move)):
            return True
    return False


def _with_what_is_put_in(held: set[Any], variable: sympy.Symbol, lines: Sequence[Equation]) -> set[Any]:
    """Symbols and functions that were held constant, and what lines put in for them."""
    known = [(_defined(line), _things(line.lhs, line.rhs)) for line in lines]
    return reached(held, ((defined or things, things - {variable}) for defined, things in known))


def _things(*expressions: sympy.Expr) -> set[Any]:
    """The symbols and the functions of expressions."""
    return functions_in(*expressions).union(*(expression.free_symbols for expression in expressions))


def _defined(line: Equation) -> set[Any]:
    """The symbols and functions that stand alone on a side."""
    sides = (line.lhs, line.rhs)
    return {side for side in sides if side.is_Symbol} | {s.func for s in sides if isinstance(s, AppliedUndef)}


def takes_what_moves(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> bool:
    """Does a move put a law f(x) = b under a sign, of which other premises or conditions make a constant change with x?

    With b = x², the slope of f is no longer b' x + b with a b' = 0.
    """
    for move in moves_in(route):
        if move.rule != "substitute":
            continue
        *givens, target = (equation for source in sources_of(move) for equation in source)
        signs = [part for side in (target.lhs, target.rhs) for part in parts_of(side, *SIGNS)]
        for given in givens:
            if not isinstance(given.lhs, AppliedUndef) or not any(part.has(given.lhs.func) for part in signs):
                continue
            others = [eq for eq in found if given.label not in labels_of(eq)]
            ties = [
                *behind(route, {given.label}),
                *(Dependence.of(eq.lhs, eq.rhs) for eq in others),
                *map(Dependence, tied),
            ]
            variables = given.lhs.free_symbols
            if changing_with(variables, ties) & given.rhs.free_symbols:
                return True
    return False


def _labels_of(moves: Iterable[Move]) -> set[str]:
    return {line.label for move in moves for line in move.leaves}


def behind(route: Move, earlier: Container[str]) -> Iterator[Dependence]:
    """What lines behind the premises say of changes, other than `earlier` ones and laws that hold for every value.

    So do the members of a chain of which only the ends are used.
    """
    moves = ancestry_of(line.by for line in route.leaves if line.by is not None)
    laws = _labels_of(move for move in moves if move.rule == "compare_coefficients")
    lines = lines_of(moves)
    for line in (*route.leaves, *lines):
        yield from ties_of_constants(line)
    members = (member for line in (*route.leaves, *lines) for member in line.members)
    for line in (*lines, *members):
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
        for part in (part for side in sides for part in parts_of(side, *SIGNS)):
            if not part.args[0].is_Symbol:
                yield from ((v, part.args[0].free_symbols - {v}) for v in variables_of(part))


def _laws(move: Move) -> Iterator[tuple[sympy.Symbol, set[sympy.Symbol]]]:
    """The variables of functions of which a line that a move uses is said at every place, and what was constant to them."""
    for leaf in move.leaves:
        sides = (leaf.lhs, leaf.rhs)
        constants = set(leaf.symbols) - {side for side in sides if side.is_Symbol}
        for part in (part for side in sides for part in parts_of(side, AppliedUndef)):
            own = set(getattr(part.func, "variables", None) or ())
            if move.rule == "specialise":
                own |= {s for s, _ in move.data if s in part.free_symbols}
            yield from ((v, constants - own) for v in own & part.free_symbols)


def _under_signs(move: Move) -> Iterator[tuple[sympy.Symbol, set[Any], set[Any]]]:
    """The variables of signs in the lines of a move, what stands under them, and what of it may well change: the A of dA/dv."""
    for part in (part for leaf in move.leaves for side in (leaf.lhs, leaf.rhs) for part in parts_of(side, *SIGNS)):
        is_name = isinstance(part, sympy.Derivative) and part.expr.is_Symbol
        for v in variables_of(part):
            yield v, _things(part.args[0]) - {v}, {part.expr} if is_name else set()


def _speaks_of_functions(line: Equation) -> bool:
    return bool(line.lhs.has(AppliedUndef) or line.rhs.has(AppliedUndef))


def linked_with(
    symbols: set[sympy.Symbol], equations: Iterable[Equation], tied: Iterable[Tie] = ()
) -> set[sympy.Symbol]:
    """The symbols that equations, or conditions that tie symbols, link with these, directly or through others."""
    return linked(symbols, [*(eq.symbols for eq in equations), *tied])


def tied_by(conditions: Sequence[Boolean]) -> list[Tie]:
    """The symbols that conditions may tie to each other, the A and the x of dA/dx among them."""
    return [*ties(conditions), *(law.symbols for law in slopes_of_names(conditions))]


def _tied_by_slopes(equations: Iterable[Equation]) -> list[Tie]:
    return [law.symbols for law in slopes_of_names([side for eq in equations for side in (eq.lhs, eq.rhs)])]
