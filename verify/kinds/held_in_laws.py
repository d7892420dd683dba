"""What a law of a function holds constant, and the line or its premises change.

y(t) = a t is put in with an a that is the same for every t, and so is the y of y' = 2 a t.  With da/dt in hand it is not: the line
is open, as it is for v = a t with symbols.  And the y(2) of ∂(a y(2))/∂a, in which no a shows, is no constant: a law of y speaks of a.  So is the b of ∂(b v)/∂v with b = y(2) and a = k v.
So does d(f(v)) = f'(v) dv hide that of f(x) = a x, where a is not declared constant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import sympy
from sympy.core.function import AppliedUndef

from verify.kinds.under_derivatives import all_sides, arguments_of, laws_without_slopes
from verify.premises.facts import Facts
from verify.terms.dependence import SIGNS, held_beside
from verify.terms.openness import plain, reached, ties
from verify.terms.survey import by_name, functions_in, hides_its_variable, parts_of, variables_of
from verify.vocabulary.differentials import DifferentialSymbol
from verify.vocabulary.laws import speaking_of
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.wording import words


def held_in_a_law(statement: Statement, facts: Facts) -> str | None:
    """Why the line has no single meaning: a law of a function holds constant what changes; None if none does."""
    laws = [eq for eq in facts.equations if eq.functions]
    if not laws and not any(eq.functions for eq in facts.ancestors):
        return None
    others = [eq for eq in facts.equations if eq not in laws]
    sides = all_sides(statement, facts)
    ties = laws_without_slopes(facts, others)
    for eq in laws:
        variables = _variables(eq)
        held = held_beside(variables, _parameters(eq, variables), sides, ties, arguments_of(statement))
        if held is not None:
            return f"({eq.label}) holds {words(held)} constant, and a derivative in hand says that it changes"
    for side in sides:
        for sign in parts_of(side, *SIGNS):
            for variable in (v for v in variables_of(sign) if v.is_Symbol):
                held = (thing for thing in _held_under(sign, variable) if _moves(thing, variable, facts))
                if (thing := next(held, None)) is not None:
                    return f"by the laws of functions {words(thing)} changes with {words(variable)}, which {words(sign)} does not show"
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


def _held_under(sign: Any, variable: Any) -> Iterator[Any]:
    """What stands under a sign: symbols, which it holds constant, and functions; but the slope dA/dx of a name says that A changes."""
    inside = sign.args[0]
    if isinstance(sign, sympy.Derivative) and inside.is_Symbol:
        return
    yield from sorted(inside.free_symbols - {variable}, key=by_name)
    yield from sorted(inside.atoms(AppliedUndef), key=sympy.default_sort_key)


def _node(thing: Any) -> str:
    """The name of a symbol or function; bound variables are known by their names, whatever is assumed of them."""
    return f"{thing.func.__name__}()" if isinstance(thing, AppliedUndef) else str(thing.name)


Arrow: TypeAlias = tuple[set[str], set[str], frozenset[tuple[str, str]]]
"""What makes what change, and which functions stand at which symbols in the equation that says so."""


def _moves(thing: Any, variable: Any, facts: Facts) -> bool:
    """Is it a function of which a law speaks of the variable, or of what changes with it, or what such functions give in turn?

    The lines behind the premises count; from v = a³ + a it is a that changes with v.  What changes with it by lines without
    functions is looked at elsewhere.  What a line says of f(v) itself, as f(v) = 0 does, makes f(v) change in a way that it shows.
    """
    kept = facts.worked_out.setdefault("arrows", {})
    if not kept:
        lines = [(eq.functions, _arrows(eq)) for eq in (*facts.equations, *facts.ancestors)]
        tied = [
            (names, names, frozenset[Any]())
            for tie in ties(plain(facts.conditions))
            if (names := {s.name for s in tie})
        ]
        kept["all"] = [*tied, *(arrow for _, arrows in lines for arrow in arrows)]
        kept["plain"] = [*tied, *(arrow for functions, arrows in lines if not functions for arrow in arrows)]
    shown = (_node(thing), variable.name)
    by_all, by_plain = (reached({variable.name}, _open_to(variable.name, shown, arrows)) for arrows in kept.values())
    return shown[0] in by_all - by_plain


def _open_to(variable: str, shown: tuple[str, str], arrows: Iterable[Arrow]) -> Iterator[tuple[set[str], set[str]]]:
    for start, end, at in arrows:
        if shown not in at:
            yield start, end
            if end == {variable}:
                yield end, start


def _arrows(eq: Equation) -> list[Arrow]:
    """What makes what change, as far as an equation says.

    It gives a symbol alone on a side, and the functions of which it speaks at their own variables or by a slope; f(0) = b and
    b = f(0) give each by the other, and so does E = f(k).  Where it gives nothing, all of it may change with the rest.
    """
    sides = (eq.lhs, eq.rhs)
    applied = [part for side in sides for part in side.atoms(AppliedUndef)]
    at = frozenset((_node(part), arg.name) for part in applied for arg in part.args if arg.is_Symbol)
    slopes = [part for side in sides for d in side.atoms(sympy.Derivative) for part in d.expr.atoms(AppliedUndef)]
    own = [part for part in applied if part.args == (getattr(part.func, "variables", None) or part.args)]
    at_variables = [part for part in own if all(arg.is_Symbol for arg in part.args)]
    defined = [side for side in sides if side in at_variables]
    alone = {_node(side) for side in sides if side.is_Symbol} - {arg.name for part in defined for arg in part.args}
    laws = set() if alone and not slopes else {_node(part) for part in (*at_variables, *slopes)}
    variables = {arg.name for part in at_variables for arg in part.args} if not alone or slopes else set[str]()
    variables |= {v.name for v in _variables(eq)} if laws else set()
    things = ({s.name for s in _parameters(eq, set())} | {_node(part) for part in applied}) - variables
    given = (alone | laws) & things
    arrows = [(things - {one}, {one}, at) for one in sorted(given)]
    elsewhere = {_node(part) for part in applied if part not in at_variables or part in defined} - given
    if elsewhere and alone:
        arrows.append((alone, elsewhere, at))
    return arrows or [(things, things, at)]


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
