"""What a law of a function holds constant, and the line or its premises change.

y(t) = a t is put in with an a that is the same for every t, and so is the y of y' = 2 a t.  With da/dt in hand it is not: the line
is open, as it is for v = a t with symbols.  And the y(2) of ∂(a y(2))/∂a, in which no a shows, is no constant: a law of y speaks of a.
So does d(f(v)) = f'(v) dv hide that of f(x) = a x, where a is not declared constant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.kinds.under_derivatives import all_sides, arguments_of, laws_without_slopes
from verify.premises.facts import Facts
from verify.terms.dependence import SIGNS, Dependence, changing_with, held_beside
from verify.terms.survey import by_name, functions_in, hides_its_variable, parts_of, variables_of
from verify.vocabulary.differentials import DifferentialSymbol
from verify.vocabulary.laws import speaking_of
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.wording import words


def held_in_a_law(statement: Statement, facts: Facts) -> str | None:
    """Why the line has no single meaning: a law of a function holds constant what changes; None if none does."""
    laws = [eq for eq in facts.equations if eq.functions]
    if not laws:
        return None
    others = [eq for eq in facts.equations if eq not in laws]
    sides = all_sides(statement, facts)
    ties = laws_without_slopes(facts, others)
    for eq in laws:
        variables = _variables(eq)
        held = held_beside(variables, _parameters(eq, variables), sides, ties, arguments_of(statement))
        if held is not None:
            return f"({eq.label}) holds {words(held)} constant, and a derivative in hand says that it changes"
    ties = laws_without_slopes(facts, filter(_says_what_a_symbol_is, facts.equations))
    for side in sides:
        for sign in parts_of(side, *SIGNS):
            for variable, application in _unshown(sign):
                label = _label_of_a_law(application.func, variable, laws, ties)
                if label is not None:
                    return f"({label}) makes {words(application)} depend on {words(variable)}, which is not written in {words(sign)}"
    return _hidden_in_a_differential(statement, facts, laws)


def _variables(eq: Equation) -> set[Any]:
    return {v for function in eq.functions for v in getattr(function, "variables", None) or ()}


def _parameters(eq: Equation, variables: set[Any]) -> set[Any]:
    """The symbols of a law that are no variables; a slope in it holds nothing constant."""
    found = set[Any]()
    for side in (eq.lhs, eq.rhs):
        slopes = {d: sympy.Dummy() for d in parts_of(side, sympy.Derivative) if hides_its_variable(d)}
        found |= side.xreplace(slopes).free_symbols - set(slopes.values())
    return found - variables


def _says_what_a_symbol_is(eq: Equation) -> bool:
    """No law of a function: without functions, by values of functions at places, or by its name on the left."""
    applied = (part for side in (eq.lhs, eq.rhs) for part in side.atoms(AppliedUndef))
    return eq.lhs.is_Symbol or not any(part.args == getattr(part.func, "variables", part.args) for part in applied)


def _unshown(sign: Any) -> Iterator[tuple[Any, Any]]:
    """A variable of a derivative, an integral, a sum, a limit or a place, and a function inside that does not show it."""
    for variable in variables_of(sign):
        if variable.is_Symbol:
            for application in sorted(sign.args[0].atoms(AppliedUndef), key=sympy.default_sort_key):
                if variable.name not in {s.name for s in application.free_symbols}:
                    yield variable, application


def _label_of_a_law(function: Any, variable: Any, laws: list[Equation], ties: list[Dependence]) -> str | None:
    """The label of a law of the function, or of one by which it is given, that speaks of the variable or of what changes with it."""
    for eq in speaking_of({function}, laws):
        names = {s.name: s for s in _parameters(eq, _variables(eq))}
        own = {variable, *(s for tie in ties for s in tie.symbols if s.name == variable.name)}
        own.add(names.get(variable.name, variable))
        if (own | changing_with(own, ties)) & set(names.values()):
            return eq.label
    return None


def _hidden_in_a_differential(statement: Statement, facts: Facts, laws: list[Equation]) -> str | None:
    """d(f(v)) = f'(v) dv holds constant whatever else is in a law of f: it must be declared so."""
    given = [(eq.lhs, eq.rhs) for eq in facts.equations]
    for sides in ((e for e in statement.expressions() if isinstance(e, sympy.Basic)), *given):
        whole = sympy.Tuple(*sides)
        constants = {symbol.constants for symbol in whole.atoms(DifferentialSymbol)}
        sloped = functions_in(*whole.atoms(sympy.Derivative, sympy.Subs))
        for eq in speaking_of(sloped, laws) if constants else ():
            varying = _parameters(eq, _variables(eq)) - {eq.lhs}
            if _is_said_throughout(eq) and any(varying - set(kept) for kept in constants):
                named = words(min(varying.difference(*constants) or varying, key=by_name))
                return f"({eq.label}) makes a function depend on {named}, which is not declared constant in its differential"
    return None


def _is_said_throughout(eq: Equation) -> bool:
    """Is it a law of a function at its variable, and no equation between differentials?"""
    if eq.lhs.has(DifferentialSymbol) or eq.rhs.has(DifferentialSymbol):
        return False
    applied = [part for side in (eq.lhs, eq.rhs) for part in side.atoms(AppliedUndef)]
    return any(part.args == getattr(part.func, "variables", None) for part in applied)
