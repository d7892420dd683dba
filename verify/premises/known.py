"""Where an equation is known to hold: its own conditions, and those of the moves by which it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import (
    COMPUTATION_FAILED,
    NoValue,
    as_open_conditions,
    asked_at_places,
    asked_of_laws,
    both_ways,
    definitions_of,
    runs_over,
    slopes_are_known,
)
from verify.errors import ClaimError
from verify.proofs.definedness import dropped, moved, needs
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.equations import assumption_conditions, nonzero
from verify.solving.replacement import put, put_in_condition
from verify.terms.admissible import defined_where
from verify.terms.differentiability import UNKNOWN
from verify.terms.openness import inside, plain
from verify.terms.requirements import Requirement
from verify.vocabulary.moves import Equation, Line, Move, moves_in
from verify.wording import relation

CONDITIONS, LAWS_BEHIND, NEEDS_BEHIND = "conditions", "laws behind", "needs behind"


def known(line: Line) -> tuple[Equation, ...]:
    """The equations that a line states, each with all the conditions under which it is known."""
    return tuple(map(known_equation, line.equations))


def known_equation(equation: Equation) -> Equation:
    handed = conditions_of(equation.by) if equation.by is not None else ()
    handed += _of_the_laws_behind(equation) + _of_its_premises(equation)
    where = dict.fromkeys((*equation.where, *handed, *as_conditions(needs(equation.through))))
    return replace(equation, where=tuple(where), by=None, through=())


def _of_the_laws_behind(equation: Equation) -> tuple[Boolean, ...]:
    """What a line about f(x) or f(t) is not said of: f' = -1/(1 + x²), which follows from f(x) = arctan(1/x), says nothing of x = 0."""
    applied = (part for side in (equation.lhs, equation.rhs) for part in side.atoms(AppliedUndef))
    variables = set[sympy.Symbol]().union(*(part.free_symbols for part in applied))
    if equation.by is None or not variables:
        return ()
    kept = equation.by.worked_out.setdefault(LAWS_BEHIND, {})
    sides = (equation.lhs, equation.rhs)
    if sides not in kept:
        asked = asked_of_a_line(sides, equation.by.leaves, variables) or ()
        kept[sides] = tuple(c for c in asked if not isinstance(c, Requirement))  # `is_law_throughout` asks for those
    found: tuple[Boolean, ...] = kept[sides]
    return found


def _of_its_premises(equation: Equation) -> tuple[Boolean, ...]:
    """What the lines that it follows from need in order to be defined, and it does not: u = sign x, from u = d|x|/dx, says nothing of x = 0.

    A special case is asked for what its law needs as it is made (`where_still_defined`).
    """
    by = equation.by
    if by is None or any(move.rule == "specialise" for move in moves_in(by)):
        return ()
    kept, sides = by.worked_out.setdefault(NEEDS_BEHIND, {}), (equation.lhs, equation.rhs)
    if sides not in kept:
        kept[sides] = _needed_behind(equation, by)
    found: tuple[Boolean, ...] = kept[sides]
    return found


def _needed_behind(equation: Equation, by: Move) -> tuple[Boolean, ...]:
    given = [side for eq in by.leaves for side in (eq.lhs, eq.rhs)]
    asked, laws = (*needs(given), *_of_places(given, by.leaves)), runs_over(*given)
    own = [need for need in asked if need.free_symbols and need.free_symbols & laws <= equation.symbols]
    left = [need for need in own if not _is_met_by(need, by.leaves)]
    found = as_open_conditions(left, (equation.lhs, equation.rhs)) if left else ()
    return tuple(c for c in found or () if not isinstance(c, Requirement))  # no point tells whether these are met


def unspoken(move: Move) -> set[Boolean]:
    """Those conditions that only say that lines behind are defined: a line holds under them without telling, as one that cites these does."""
    found = {c for line in move.lines for c in _of_its_premises(line)}
    if not found:
        return found
    told = {
        c for line in move.lines for c in (*line.where, *as_conditions(needs(line.through)), *_of_the_laws_behind(line))
    }
    rules = (other for other in move.ancestry if other.rule not in ("follows_from", "specialise"))
    return found - told - {c for other in rules for c in conditions_of(other)}


def _is_met_by(need: Any, lines: Sequence[Equation]) -> bool:
    """Is it certain with the values that the lines give to symbols?  What these need in turn is asked of the lines."""
    values = {eq.lhs: eq.rhs for eq in lines if eq.lhs.is_Symbol and not eq.rhs.has(eq.lhs)}
    for _ in range(len(values)):
        if not need.free_symbols & values.keys():
            break
        need = moved(need, lambda part: put(part, values))
    return not as_conditions((need,))


def _of_places(given: Sequence[sympy.Basic], laws: Sequence[Equation]) -> tuple[Any, ...]:
    """What the functions in these lines need where they stand, by their definitions."""
    try:
        return asked_at_places(given, definitions_of(both_ways(laws))).found
    except NoValue:
        return ()


def asked_of_a_line(
    printed: Sequence[sympy.Basic], laws: Sequence[Equation], variables: set[sympy.Symbol]
) -> tuple[Boolean, ...] | None:
    """The conditions on the variables under which the laws say a line about f(x), less those that it shows; None where none can be told."""
    definitions = definitions_of(both_ways(laws))
    try:
        found = (*asked_at_places(printed, definitions).found, *asked_of_laws(variables, laws, definitions))
    except NoValue:
        return None
    return as_open_conditions((need for need in found if need.free_symbols & variables), printed)


def is_law_throughout(equation: Equation, variable: sympy.Symbol) -> bool:
    """Do the lines at the bottom of its derivation say a line about f(x) for every x, as far as they are defined and smooth?"""
    if not equation.roots or variable not in runs_over(equation.lhs, equation.rhs):
        return True
    sides, definitions = (equation.lhs, equation.rhs), definitions_of(both_ways(equation.roots))
    given = [side for root in equation.roots for side in (root.lhs, root.rhs)]
    if asked_of_a_line(sides, equation.roots, {variable}) != ():
        return False
    try:
        return slopes_are_known((*sides, *given), definitions)
    except (NoValue, *COMPUTATION_FAILED):
        return False


def conditions_of(move: Move) -> tuple[Boolean, ...]:
    """Under which conditions what the move arrives at is known: those of its premises, and its own.

    A division says that the divisor does not vanish, a multiplication that the factor is defined, a special
    case that the law is defined there; a derivative asks for room around the place.  Raises ClaimError where that is not known, or cannot be said.

    Kept with the move itself: a move equals another whose lines follow by other moves, or through other members of a
    chain (`Equation.by`, `Equation.through`), and so need other conditions.
    """
    if CONDITIONS not in move.worked_out:
        for earlier in reversed(move.ancestry):  # from the bottom: a chain may have thousands of lines
            if CONDITIONS not in earlier.worked_out:
                earlier.worked_out[CONDITIONS] = _conditions_of(earlier)
    found: tuple[Boolean, ...] = move.worked_out[CONDITIONS]
    return found


def _conditions_of(move: Move) -> tuple[Boolean, ...]:
    found = [c for source in move.sources for c in _handed_on(source)]
    if move.rule == "specialise":
        values = dict(move.data)
        found = [put_in_condition(c, values) for c in found]
        found += [c for symbol, value in move.data for c in assumption_conditions(symbol, value)]
        found += [c for equation in move.leaves for c in where_still_defined(equation, values)]
    elif move.rule in ("divide", "multiply"):
        found += _where_the_factor_is_defined(move)
    elif move.rule in ("differentiate", "differentials"):
        variables = _variables(move)
        found = [inside(c) if c.free_symbols & variables else c for c in plain(found)]
        if sympy.false in found:
            names = ", ".join(sorted(map(str, variables)))
            raise ClaimError(f"differentiate: the line is known at single values of {names} only")
        found += _where_there_is_a_derivative(move)
    return tuple(dict.fromkeys(c for c in found if c is not sympy.true))


def stated_beside(move: Move) -> tuple[Boolean, ...]:
    """The inequalities that the lines at the bottom of the move state together with their equations."""
    found = [
        c for source in move.sources for c in (stated_beside(source) if isinstance(source, Move) else _beside(source))
    ]
    values = dict(move.data) if move.rule == "specialise" else {}
    return tuple(dict.fromkeys(put_in_condition(c, values) for c in found))


def _beside(line: Line) -> tuple[Boolean, ...]:
    return tuple(condition for equation in line.equations for condition in equation.beside)


def _handed_on(source: Line | Move) -> tuple[Boolean, ...]:
    if isinstance(source, Move):
        return conditions_of(source)
    return tuple(condition for equation in known(source) for condition in equation.where)


def _variables(move: Move) -> set[sympy.Symbol]:
    """What a line is differentiated by: for differentials all that is not said to be constant."""
    if move.rule == "differentiate":
        return set(move.data)
    return set().union(*(eq.symbols for eq in move.leaves)) - set(move.data)


def _where_there_is_a_derivative(move: Move) -> Iterator[Boolean]:
    """Of the premises themselves; of what other moves arrive at, `verify.premises.execution` asks that nothing is needed."""
    variables = _variables(move)
    for equation in (eq for source in move.sources if not isinstance(source, Move) for eq in source.equations):
        parts = [part for side in (equation.lhs, equation.rhs) for part in where_smooth(side, variables)]
        conditions = as_conditions(part for part in parts if part is not UNKNOWN)
        yield from (c for c in conditions if isinstance(c, sympy.Ne))


def _where_the_factor_is_defined(move: Move) -> Iterable[Boolean]:
    (factor,) = move.data
    divisor = nonzero(factor) if move.rule == "divide" else ()
    return (*divisor, *(c for d in defined_where(factor) for c in nonzero(d.lhs)))


def where_still_defined(equation: Equation, values: dict[sympy.Symbol, sympy.Expr]) -> Iterator[Boolean]:
    """Where a law is defined at these values, whether or not its special case still shows it: F = k/r at k = 0 needs r ≠ 0.

    Of what the special case shows, what is no divisor is asked where that is used.
    """
    sides, put_in = (equation.lhs, equation.rhs), lambda part: put(part, values)
    hidden, all_of_it = dropped(sides, put_in), dropped(sides, put_in, shown=())
    unseen = (sympy.false,) if hidden is None or all_of_it is None else as_conditions(hidden)
    if not all(isinstance(condition, sympy.Ne) for condition in unseen):
        given = ", ".join(relation(key, value) for key, value in values.items())
        raise ClaimError(f"specialise: whether ({equation.label}) is defined for {given} is not known")
    yield from (c for c in as_conditions(all_of_it or ()) if isinstance(c, sympy.Ne))
