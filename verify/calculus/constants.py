"""Constants of integration: each line that brings one in has one of its own.

From y' = -sin t a line says y = cos t + C.  That holds for one number C, of which nothing is said.  So a line that rests on two
such lines with the same letter, or on one and on another line that says what the letter is, follows for no reason: y = cos t + C
and C = 5 do not give y = cos t + 5.  What follows from the line that brought it in may be said of its C.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.indefinite import has_indefinite
from verify.terms.openness import linked
from verify.terms.survey import by_name
from verify.vocabulary.moves import NOT_PRINTED, Equation, Move


def added_to(sides: tuple[Any, Any], equations: Iterable[Equation]) -> Any:
    """A symbol that is added on to a side, and that no law with a slope of a function speaks of, nor what is tied to such a law.

    It may be a constant of integration, whatever else is said of it: y' = 0 and C > 0 do not refute y = C.  What comes of an
    integration has lower slopes than the laws, so that y' + y = b refutes y' = C.
    """
    pairs = [(eq.lhs, eq.rhs) for eq in equations if eq.label not in NOT_PRINTED]
    laws = [pair for pair in pairs if any(side.has(AppliedUndef) for side in pair)]
    order = _order(side for pair in laws for side in pair)
    if order == 0 or _order(sides) >= order:
        return None
    variables = {v for pair in laws for side in pair for f in side.atoms(AppliedUndef) for v in f.args}
    groups = [(a.free_symbols | b.free_symbols) - variables for a, b in pairs]
    said = linked({s for a, b in laws for s in a.free_symbols | b.free_symbols} - variables, groups)
    return min(_added(sides, said | variables), key=by_name, default=None)


def _order(sides: Iterable[Any]) -> int:
    """The highest order of a slope."""
    slopes = (slope for side in sides for slope in side.atoms(sympy.Derivative))
    return max((sum(int(times) for _, times in slope.variable_count) for slope in slopes), default=0)


def said_twice(statements: Iterable[Any], by: Move | None) -> str | None:
    """Why lines do not go together: something else is said of a constant of integration; None if nothing is."""
    if by is None:
        return None
    own = tuple(statements)
    if len(own) == 2:
        behind = {s for eq in by.lines for s in eq.symbols}
        for symbol in _brought_in((own[0], own[1]), by) & behind:
            return f"a line behind speaks of {symbol}, which is no constant of integration of its own"
    for line in (eq for eq in by.lines if eq.by is not None):
        for symbol in _brought_in((line.lhs, line.rhs), line.by):
            if any(symbol in condition.free_symbols for condition in line.where):
                continue
            other = next((eq for eq in by.lines if symbol in eq.symbols and not _rests_on(eq, line)), None)
            if other is not None:
                return f"({other.label}) speaks of {symbol}, too, a constant of integration of ({line.label}) alone"
    return None


def _rests_on(eq: Equation, line: Equation) -> bool:
    """Is it another link of the line, or does it follow from that?"""
    behind = () if eq.by is None else eq.by.lines
    return any(one.label == line.label for one in (eq, *behind))


def _brought_in(sides: tuple[Any, Any], by: Any) -> set[Any]:
    """The symbols that a line adds on to a side, and that no premise speaks of, where one has a slope or an integral without ends."""
    given = [side for eq in by.leaves for side in (eq.lhs, eq.rhs)]
    if not (has_indefinite(*given) or any(side.has(sympy.Derivative, sympy.Subs) for side in given)):
        return set()
    said = set[Any]().union(*(side.free_symbols for side in given))
    return _added(sides, said)


def _added(sides: tuple[Any, Any], said: Container[Any]) -> set[Any]:
    terms = [term for side in sides for term in sympy.Add.make_args(side)]
    found = set[Any]()
    for term in terms:
        symbol = term.as_coeff_Mul()[1]
        if (
            symbol.is_Symbol
            and symbol not in said
            and not any(symbol in t.free_symbols for t in terms if t is not term)
        ):
            found.add(symbol)
    return found
