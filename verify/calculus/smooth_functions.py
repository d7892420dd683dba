"""What is said of undefined functions beside a rule that takes them to be smooth.

Integration by parts, another variable that folds back, and the fundamental theorem hold for a function of which nothing is said
but that its derivatives are written: such a function is as smooth as these need.  With f = arctan(1/x) beside it, ∫ f' from −1 to 1
is not f(1) − f(−1).  So where such a rule was used, in a line or behind it, nothing else may say what the function is, except

- what its value is at single numbers, or at a place of which the value does not depend: smooth functions have such values;
- what a symbol is, of which nothing else is said, or only what another such symbol is by it;
- a law f(x) = g(x) with g analytic wherever x may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.rewriting import RULES
from verify.regularity.analytic import is_analytic
from verify.solving.equations import has_only_a_sign
from verify.solving.integrals_of_functions import SMOOTH
from verify.vocabulary.moves import Equation, Move


def said_beside(
    statements: Iterable[Any], method: str, by: Move | None, equations: Sequence[Equation], conditions: Sequence[Any]
) -> str | None:
    """What says more of a function than the proof, or a move on the way, takes of it; None where nothing does."""
    heads = set(_in_moves(by))
    if SMOOTH in method:
        sides = (side for eq in equations for side in (eq.lhs, eq.rhs))
        heads |= {head for e in (*statements, *sides) for head in _under_integrals(e)}
    if not heads:
        return None
    named = ", ".join(sorted(head.__name__ for head in heads))
    if any(condition.has(*heads) for condition in conditions):
        return f"a condition says more of {named}, taken to be smooth under an integral"
    for eq in _without_definitions(equations, conditions):
        if (eq.lhs.has(*heads) or eq.rhs.has(*heads)) and not _leaves_it_smooth(eq, heads):
            return f"({eq.label}) says more of {named}, taken to be smooth under an integral"
    return None


def _without_definitions(equations: Sequence[Equation], conditions: Sequence[Any]) -> list[Equation]:
    """Those that do more than to name what the functions make of a symbol, of which nothing else is said."""
    left, spoken = list(dict.fromkeys(equations)), set().union(*(c.free_symbols for c in conditions))
    while True:
        naming = next((eq for eq in left if _names(eq, spoken.union(*(e.symbols for e in left if e != eq)))), None)
        if naming is None:
            return left
        left.remove(naming)


def _names(eq: Equation, elsewhere: set[Any]) -> bool:
    sides = ((eq.lhs, eq.rhs), (eq.rhs, eq.lhs))
    return any(s.is_Symbol and s not in elsewhere and s not in value.free_symbols for s, value in sides)


def _in_moves(by: Move | None) -> Iterator[Any]:
    """The functions under integrals that moves rewrite, or of whose derivatives a line behind has integrals."""
    for move in by.ancestry if by is not None else ():
        sides = [side for eq in move.leaves for side in (eq.lhs, eq.rhs)]
        if move.rule in RULES:
            spoken = (part for e in move.data if isinstance(e, sympy.Basic) for part in e.atoms(AppliedUndef))
            yield from (part.func for part in spoken)
            yield from (head for side in sides for head in _under_integrals(side))
        elif move is not by:
            yield from (head for side in sides for head in _under_integrals(side, sympy.Derivative))


def _under_integrals(expression: Any, *inside: Any) -> Iterator[Any]:
    for integral in expression.atoms(sympy.Integral) if isinstance(expression, sympy.Basic) else ():
        if not inside or integral.has(*inside):
            yield from (part.func for part in integral.function.atoms(AppliedUndef))


def _leaves_it_smooth(eq: Equation, heads: set[Any]) -> bool:
    """Is there a smooth function of which it holds, whatever the line says?"""
    sides = (eq.lhs, eq.rhs)
    outside = [part for side in sides for part in _places(side) if part.has(*heads)]
    bound = [part for side in sides for part in side.atoms(sympy.Integral) if part.has(*heads)]
    if not any(part.free_symbols for part in (*outside, *bound)):
        return True
    return any(_is_a_value(a, b) or _is_an_analytic_law(a, b) for a, b in (sides, sides[::-1]))


def _places(expression: Any) -> Iterator[Any]:
    """Functions, and their derivatives, that stand under no integral."""
    if isinstance(expression, sympy.Integral):
        for limit in expression.limits:
            for end in limit[1:]:
                yield from _places(end)
    elif isinstance(expression, (AppliedUndef, sympy.Derivative, sympy.Subs)):
        yield expression
    else:
        for arg in expression.args:
            yield from _places(arg)


def _is_a_value(place: Any, value: Any) -> bool:
    """f(a) = c, or f'(a) = c, where c does not hang on a."""
    at_a_place = isinstance(place, (AppliedUndef, sympy.Subs))
    return at_a_place and not value.has(AppliedUndef) and not value.free_symbols & place.free_symbols


def _is_an_analytic_law(applied: Any, value: Any) -> bool:
    if not isinstance(applied, AppliedUndef) or len(applied.args) != 1 or value.has(AppliedUndef):
        return False
    (x,) = applied.args
    if not (x.is_Symbol and x.is_real and has_only_a_sign(x)):
        return False
    known = {sign: True for sign in ("positive", "nonnegative") if getattr(x, f"is_{sign}")}
    declared = getattr(applied.func, "variables", None) == (x,)
    wide = sympy.Dummy("x", **(known if known and declared else {"real": True}))
    return bool(is_analytic(value.xreplace({x: wide}), wide))
