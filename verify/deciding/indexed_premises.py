"""What depends on the variable of a derivative of an indexed sum: which premises are put in before it is taken.

A symbol that a premise defines through the variable, B = 2S, is a function of it; any other premise
that links the variable with what is differentiated does not tell what is held fixed (`verify.kinds.indexed_sum`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.deciding.function_premises import needed_for
from verify.errors import GiveUp
from verify.terms.survey import by_name, functions_in
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.indexed_sums import apart, free_indices, is_indexed
from verify.vocabulary.moves import Equation


def as_function(
    lhs: sympy.Expr, variable: sympy.Expr, statement: IndexedRelation, equations: tuple[Equation, ...]
) -> sympy.Expr:
    """The expression with everything put in that premises define through the variable of the derivative.

    Raises GiveUp where another premise links the variable with what the expression contains.
    """
    number = statement.number
    head = variable.func if is_indexed(variable) else variable
    moving, needed = {head}, needed_for(statement.lhs.free_symbols | statement.rhs.free_symbols, equations)
    values: dict[sympy.Symbol, sympy.Expr] = {}
    pending, linking = list(equations), list[Equation]()
    while touching := [eq for eq in pending if moving & _quantities(number, eq.lhs, eq.rhs)]:
        for equation in touching:
            pending.remove(equation)
            found = None if equation.lhs in moving else _function_of(equation, values, number)
            if found is None or found[0] not in needed:
                linking.append(equation)
                continue
            symbol, value = found
            values = {s: old.subs(symbol, value) for s, old in values.items()} | {symbol: value}
            moving.add(symbol)
    put = apart(lhs.subs(values, simultaneous=True)) if values else lhs
    held = _quantities(number, lhs, put) - {head}
    for equation in linking:
        for thing in sorted(held & _linked(equation, head, equations, number), key=by_name):
            raise GiveUp(f"premise ({equation.label}) links {thing} with the variable of the derivative, {variable}")
    return put


def _quantities(number: sympy.Expr, *expressions: sympy.Basic) -> set[Any]:
    """Symbols, and the heads of functions and indexed quantities; no indices, and not the number of particles."""
    own = [apart(e) for e in expressions]
    found = functions_in(*own)
    found.update(*(e.free_symbols for e in own))
    found.difference_update(free_indices(number, *own), number.free_symbols)
    return found


def _function_of(
    equation: Equation, values: dict[sympy.Symbol, sympy.Expr], number: sympy.Expr
) -> tuple[sympy.Symbol, sympy.Expr] | None:
    """The symbol on the left and its value, earlier definitions put in.

    None where that leads back to the symbol, has an index of its own (B = x_k says it of every k), or where
    the symbol is an index or has whole values only.
    """
    symbol, value = equation.lhs, apart(equation.rhs.subs(values, simultaneous=True))
    taken = not symbol.is_Symbol or symbol.is_rational is not None
    if taken or value.has(symbol) or free_indices(number, value):
        return None
    return symbol, value


def _linked(equation: Equation, but_not: Any, equations: Iterable[Equation], number: sympy.Expr) -> set[Any]:
    """What the equation contains besides this variable, and what further premises link with that."""
    each = [_quantities(number, other.lhs, other.rhs) - {but_not} for other in equations]
    reached: set[Any] = _quantities(number, equation.lhs, equation.rhs) - {but_not}
    for _ in each:  # as often as there are equations, so nothing that can be reached is left out
        reached.update(*(there for there in each if there & reached))
    return reached
