"""Executes the moves of a derivation.

A move turns printed equations into a new one.  What a step *claims* is decided from its `facts` (see `verify.solving.systems`): the
moves say which route the page takes, the facts say what the premises imply.  A wrong move therefore cannot make a wrong line pass; it can only fail to arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.rewriting import RULES as INTEGRATIONS
from verify.calculus.rewriting import rewritten
from verify.premises.generality import (
    MoveError,
    check_defined,
    check_free,
    check_value,
    coefficients,
    defines_another,
    defines_as_a_function,
    definitions,
    holds_by_itself,
    in_differentials,
    is_general,
    may_hold_for_every,
    takes_many_values,
)
from verify.premises.known import conditions_of, known, where_still_defined
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.bound_names import runs_beyond
from verify.solving.equations import Solution, assumption_conditions, solve_unique
from verify.solving.replacement import out_of_the_way, put, put_in_condition
from verify.terms.differentiability import UNKNOWN
from verify.vocabulary.moves import TOGETHER, Equation, Move, moves_in
from verify.wording import condition as in_words
from verify.wording import relation, words

# --- what the premises say --------------------------------------------------------------------


def facts(move: Move) -> tuple[Equation, ...]:
    """The equations that may be taken as true where the move is used and its conditions hold.

    The printed leaves; under `specialise` their special case (the general line holds for every value of the symbol, so it says nothing
    about the symbol itself); under `compare_coefficients` the coefficients, for the same reason, and the lines without the symbols
    that were put into the law; under `differentiate` the derivative or differential as well, which is no algebraic consequence, unless the line defines a symbol: with its value in place, a derivative of it needs no fact of its own.
    """
    found: list[Equation] = []
    for source in move.sources:
        found += facts(source) if isinstance(source, Move) else known(source)
    if move.rule == "compare_coefficients":
        beside = (equation for equation in found if not equation.symbols & set(move.data))
        return tuple(dict.fromkeys((*_compare_coefficients(move), *beside)))
    if move.rule == "specialise":
        found = [_special_case(move, equation) for equation in found]
    elif move.rule == "differentiate":
        found += [new for _, new, _ in _derivatives_by(move) if not _is_of_a_symbol(new)]
    elif move.rule == "differentials":
        found += in_differentials(move, equations_of(move))
    return tuple(dict.fromkeys(found))


def derivatives(move: Move) -> Iterator[tuple[Equation, Equation, sympy.Symbol]]:
    """Every differentiated equation of a derivation, its derivative, and the variable."""
    for source in moves_in(move):
        if source.rule == "differentiate":
            yield from _derivatives_by(source)


def _derivatives_by(move: Move) -> Iterator[tuple[Equation, Equation, sympy.Symbol]]:
    (variable,) = move.data
    for equation in equations_of(move):
        yield equation, _derivative(move, equation, variable), variable


def _is_of_a_symbol(equation: Equation) -> bool:
    return any(isinstance(s, sympy.Derivative) and s.expr.is_Symbol for s in (equation.lhs, equation.rhs))


# --- executing a move -------------------------------------------------------------------------


def execute(move: Move) -> tuple[Equation, ...]:
    """The equations at which the move arrives.

    Raises MoveError if a premise is not used by it, or if it cannot be executed.
    """
    return arrive(move)[0]


def arrive(move: Move) -> tuple[tuple[Equation, ...], tuple[Boolean, ...]]:
    """The equations at which the move arrives, and the conditions under which the solutions on the way are unique.

    Those of `verify.premises.known` come on top.  Raises MoveError as `execute`.
    """
    noted: list[Boolean] = []
    for source in move.sources:
        if isinstance(source, Move):
            noted += arrive(source)[1]
    rule = RULES.get(move.rule)
    if rule is None:
        raise MoveError(f"move {move.rule!r} is unknown; expected one of {', '.join(sorted(RULES))}")
    found = tuple(rule(move))
    if move.rule == "eliminate":
        equations = equations_of(move)
        for unknown in move.data:
            solution, equations = _without(unknown, equations)
            noted += solution.conditions
    elif move.rule == "solve_for":
        noted += _solution_for(move)[1].conditions
    elif move.rule in INTEGRATIONS and not_shown(move) is not None:
        noted.append(sympy.false)
    return found, tuple(dict.fromkeys(noted))


def sources_of(move: Move) -> list[tuple[Equation, ...]]:
    return [execute(s) if isinstance(s, Move) else known(s) for s in move.sources]


def equations_of(move: Move) -> list[Equation]:
    return [equation for source in sources_of(move) for equation in source]


def _single(move: Move, equations: tuple[Equation, ...]) -> Equation:
    if len(equations) != 1:
        raise MoveError(
            f"{move.rule}: {equations[0].label!r} is a chain of {len(equations)} equations; name one with .link(i) or .ends"
        )
    return equations[0]


def _substitute(move: Move) -> list[Equation]:
    *givens, target = (_single(move, source) for source in sources_of(move))
    lhs, rhs = target.lhs, target.rhs
    for given in givens:
        new = _replaced(lhs, given), _replaced(rhs, given)
        if new == (lhs, rhs):
            raise MoveError(
                f"substitute: premise {given.label!r} is not used, because {words(given.lhs)} does not occur in {relation(lhs, rhs)}"
            )
        lhs, rhs = new
    return [replace(target, lhs=lhs, rhs=rhs)]


def _replaced(side: sympy.Expr, given: Equation) -> sympy.Expr:
    """The left side of the given equation replaced; what an integral or sum binds is another variable."""
    if isinstance(given.lhs, AppliedUndef):  # f(x) = x² is said of every x
        under = side.atoms(sympy.Derivative, sympy.Integral, sympy.Subs, sympy.Sum)
        under = {part for part in under if part.has(given.lhs.func)}
        own = getattr(given.lhs.func, "variables", None) or given.lhs.args
        if under and not all(is_general(given, s) for s in given.lhs.free_symbols):
            raise MoveError(f"substitute: {given.label!r} tells {given.lhs} at one place, not under a derivative")
        if any(runs_beyond(part, own) for part in under if part.has(given.lhs)):
            raise MoveError(f"substitute: {given.lhs} stands where its variable has values that are not declared")
        if any(part.has(*given.lhs.args) for part in under):
            side = out_of_the_way(side, given.rhs.free_symbols - given.lhs.free_symbols)
        return side.subs(given.lhs, given.rhs)
    return out_of_the_way(side, given.lhs.free_symbols | given.rhs.free_symbols).subs(given.lhs, given.rhs)


def _eliminate(move: Move) -> list[Equation]:
    equations = equations_of(move)
    for unknown in move.data:
        _, equations = _without(unknown, equations)
    return equations


def _without(unknown: sympy.Symbol, equations: list[Equation]) -> tuple[Solution, list[Equation]]:
    for index, equation in enumerate(equations):
        solution = solve_unique(equation, unknown)
        if solution is not None:
            rest = equations[:index] + equations[index + 1 :]
            if not any(eq.lhs.has(unknown) or eq.rhs.has(unknown) for eq in rest):
                raise MoveError(
                    f"eliminate: premise {equation.label!r} is not used, no other equation contains {unknown}"
                )
            value = {unknown: solution.value}
            return solution, [replace(eq, lhs=put(eq.lhs, value), rhs=put(eq.rhs, value)) for eq in rest]
    labels = ", ".join(eq.label for eq in equations)
    raise MoveError(f"eliminate: none of {labels} has a unique solution for {unknown}")


def _solve_for(move: Move) -> list[Equation]:
    equation, solution = _solution_for(move)
    return [replace(equation, lhs=move.data[0], rhs=solution.value)]


def _solution_for(move: Move) -> tuple[Equation, Solution]:
    equation = _single(move, sources_of(move)[0])
    (target,) = move.data
    unknown = target
    if not isinstance(target, sympy.Symbol):
        base, exponent = target.as_base_exp()
        if not isinstance(base, sympy.Symbol) or not base.is_positive:
            raise MoveError(f"solve_for: {target} is neither a symbol nor a power of a positive symbol")
        unknown = sympy.Dummy("u", positive=True)
        root = {base: unknown ** (1 / exponent)}
        equation = replace(equation, lhs=equation.lhs.subs(root), rhs=equation.rhs.subs(root))
    solution = solve_unique(equation, unknown)
    if solution is None:
        raise MoveError(
            f"solve_for: {equation.label!r} has no unique solution for {target} that elementary algebra gives"
        )
    return equation, solution


# --- an equation for other values, or all values, of a symbol ---------------------------------


def _specialise(move: Move) -> list[Equation]:
    return [_special_case(move, equation) for equation in sources_of(move)[0]]


def _special_case(move: Move, equation: Equation) -> Equation:
    """The equation with the values in it, each of which its symbol may have.

    An equation between symbols holds for *every* value of one of them only if it defines
    another one, or by itself, or if the page says so: x² + y² = 1 at x = 0 says nothing of y.
    """
    values = dict(move.data)
    if not move.general:
        check_defined(equation, values)
    if not any(equation.lhs.has(symbol) or equation.rhs.has(symbol) for symbol in values):
        raise MoveError(f"specialise: {equation.label!r} contains none of {', '.join(map(str, values))}")
    for symbol, value in values.items():
        check_value(symbol, value)
    if not (move.general or defines_another(equation, values) or holds_by_itself(equation)):
        names = ", ".join(map(str, values))
        raise MoveError(
            f"specialise: {equation.label!r} need not hold for every {names}; expected an equation that defines "
            "another symbol, or general=True where the page states it for every value"
        )
    handed_on = (put_in_condition(c, values) for c in equation.where)
    guards = (c for symbol, value in values.items() for c in assumption_conditions(symbol, value))
    where = dict.fromkeys((*handed_on, *guards, *where_still_defined(equation, values)))
    return Equation(equation.label, put(equation.lhs, values), put(equation.rhs, values), tuple(where))


def _derivative(move: Move, equation: Equation, variable: sympy.Symbol) -> Equation:
    """Both sides differentiated, where the equation holds for every value of the variable.

    A symbol that it defines is no constant: A = p v²/2 gives dA/dv = p v, not 0 = p v.
    """
    if move.general:
        check_free(move)
    for symbol, value in definitions(equation):
        if symbol != variable and value.has(variable) and not value.has(symbol) and _holds_for_all(move, equation):
            _check_smooth(move, equation, variable, (value,))
            slopes = sympy.Derivative(symbol, variable), sympy.diff(value, variable)
            lhs, rhs = slopes if symbol == equation.lhs else reversed(slopes)
            return replace(equation, lhs=lhs, rhs=rhs)
    if not (move.general or holds_by_itself(equation)):
        raise MoveError(
            f"differentiate: {equation.label!r} need not hold for every {variable}; expected an equation that defines "
            f"a symbol as a function of {variable}, or general=True where the page states it for every value"
        )
    if defines_as_a_function(equation, {variable}):
        raise MoveError(
            f"differentiate: {equation.label!r} gives something as a function of {variable}, which is no constant; expected "
            "that as a symbol alone on a side, or a side that is zero"
        )
    if not may_hold_for_every(equation, (variable,)) or not takes_many_values(variable):
        raise MoveError(f"differentiate: {equation.label!r} cannot hold for every {variable}")
    _check_smooth(move, equation, variable, (equation.lhs, equation.rhs))
    return replace(equation, lhs=sympy.diff(equation.lhs, variable), rhs=sympy.diff(equation.rhs, variable))


def _check_smooth(move: Move, equation: Equation, variable: sympy.Symbol, sides: Iterable[sympy.Expr]) -> None:
    """Raises MoveError where the sides may have no derivative, unless that is a condition that the move hands on."""
    parts = [part for side in sides for part in where_smooth(side, {variable})]
    conditions = as_conditions(part for part in parts if part is not UNKNOWN)
    told = not any(isinstance(source, Move) for source in move.sources)
    if UNKNOWN in parts or not all(told and isinstance(c, sympy.Ne) for c in conditions):
        raise MoveError(f"differentiate: where {equation.label!r} has a derivative by {variable} is not known")


def _holds_for_all(move: Move, equation: Equation) -> bool:
    return move.general or all(is_general(equation, variable) for variable in move.data)


def _compare_coefficients(move: Move) -> list[Equation]:
    """The coefficients of each equation, under the labels of all that it was made of."""
    labels = TOGETHER.join(dict.fromkeys(equation.label for equation in move.leaves))
    found = [c for equation in equations_of(move) for c in _coefficients(move, equation)]
    return [replace(equation, label=labels, where=conditions_of(move)) for equation in found]


def _coefficients(move: Move, equation: Equation) -> tuple[Equation, ...]:
    """Raises MoveError unless the equation holds for every value of the symbols, of each on its own, and is a polynomial."""
    names = ", ".join(map(str, move.data))
    _check_for_every(move, equation, names)
    for symbol in move.data:
        if not (takes_many_values(symbol) and equation.symbols & {symbol}):
            raise MoveError(
                f"compare_coefficients: {equation.label!r} does not contain {symbol}, or it has one value only"
            )
    if not may_hold_for_every(equation, move.data):
        raise MoveError(f"compare_coefficients: {equation.label!r} cannot hold for every {names}")
    check_free(move)
    found = coefficients(equation, move.data)
    if found is None:
        raise MoveError(f"compare_coefficients: {equation.label!r} is no polynomial in {names}")
    return found


def _check_for_every(move: Move, equation: Equation, names: str) -> None:
    """Raises MoveError where the page does not state the equation, or states it for some values of the symbols only."""
    if not (move.general or holds_by_itself(equation)):
        raise MoveError(
            f"compare_coefficients: {equation.label!r} need not hold for every {names}; expected general=True where the "
            "page states it for every value"
        )
    if defines_as_a_function(equation, set(move.data)):
        raise MoveError(
            f"compare_coefficients: {equation.label!r} defines a symbol as a function of {names}; expected an equation "
            "whose other symbols are the same for every value"
        )
    solved = [c for source in move.sources if isinstance(source, Move) for c in arrive(source)[1]]
    spoken = [c for c in (*conditions_of(move), *solved) if c.free_symbols & set(move.data)]
    if solved or spoken:
        known = " and ".join(map(in_words, (*solved, *spoken)))
        raise MoveError(f"compare_coefficients: {equation.label!r} is known where {known}; expected no such condition")


def _both_sides(change: Callable[[sympy.Expr, sympy.Expr], sympy.Expr]) -> Callable[[Move], list[Equation]]:
    def rule(move: Move) -> list[Equation]:
        (operand,) = move.data
        return [replace(eq, lhs=change(eq.lhs, operand), rhs=change(eq.rhs, operand)) for eq in sources_of(move)[0]]

    return rule


def _rewritten(move: Move) -> tuple[list[Equation], str | None]:
    """The equations with their integrals as the move leaves them; as they are, and why, where that is not shown."""
    if move.rule not in move.worked_out:
        equations = equations_of(move)
        found = [rewritten((eq.lhs, eq.rhs), move.rule, move.data) for eq in equations]
        if not any(met for _, _, met in found):
            raise MoveError(
                f"{move.rule}: {equations[0].label!r} has no integral over a variable that {move.rule} speaks of"
            )
        changed = [replace(eq, lhs=lhs, rhs=rhs) for eq, ((lhs, rhs), _, _) in zip(equations, found, strict=True)]
        move.worked_out[move.rule] = changed, next((why for _, why, _ in found if why is not None), None)
    result: tuple[list[Equation], str | None] = move.worked_out[move.rule]
    return result


def integrated(move: Move) -> dict[Equation, Equation]:
    """What printed lines say when a move of the route has rewritten their integrals, if all of these rules hold."""
    found = [one for one in moves_in(move) if one.rule in INTEGRATIONS and not isinstance(one.sources[0], Move)]
    pairs = (pair for one in found for pair in zip(equations_of(one), _rewritten(one)[0], strict=True))
    return {} if not_shown(move) is not None else {old: new for old, new in pairs if old != new}


def not_shown(move: Move) -> str | None:
    """Why a rule for integrals is not known to hold, of this move or of one inside it."""
    reasons = (_rewritten(one)[1] for one in moves_in(move) if one.rule in INTEGRATIONS)
    return next((reason for reason in reasons if reason is not None), None)


def _power(side: sympy.Expr, exponent: sympy.Expr) -> sympy.Expr:
    if not (exponent.is_Integer and exponent > 0):
        raise MoveError(f"power: exponent {exponent} is not a positive integer")
    return side**exponent


def _add(move: Move) -> list[Equation]:
    equations = [_single(move, source) for source in sources_of(move)]
    lhs = sympy.Add(*(eq.lhs for eq in equations))
    return [Equation(TOGETHER.join(eq.label for eq in equations), lhs, sympy.Add(*(eq.rhs for eq in equations)))]


RULES: dict[str, Callable[[Move], list[Equation]]] = {
    "substitute": _substitute,
    "eliminate": _eliminate,
    "solve_for": _solve_for,
    "specialise": _specialise,
    "multiply": _both_sides(lambda side, factor: side * factor),
    "divide": _both_sides(lambda side, divisor: side / divisor),
    "power": _both_sides(_power),
    "differentiate": lambda move: [derivative for _, derivative, _ in _derivatives_by(move)],
    "differentials": lambda move: in_differentials(move, equations_of(move)),
    "compare_coefficients": _compare_coefficients,
    **dict.fromkeys(INTEGRATIONS, lambda move: _rewritten(move)[0]),
    "add": _add,
    "follows_from": equations_of,
}
