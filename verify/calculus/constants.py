"""Constants of integration: each line that brings one in has one of its own.

From y' = -sin t a line says y = cos t + C.  That holds for one number C, of which nothing is said.  So a line that rests on two
such lines with the same letter, or on one and on another line that says what the letter is, follows for no reason: y = cos t + C
and C = 5 do not give y = cos t + 5.  Nor do two statements of one line have the same one.  What follows from the line that
brought it in may be said of its C, if that is one number there: it may be another for each value of a parameter (`ties_of_constants`),
and on both sides of a place at which cos t + C breaks off (`differs_between_places`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.indefinite import has_indefinite, is_indefinite
from verify.regularity.analytic import is_analytic
from verify.solving.jets import is_smooth
from verify.terms.dependence import Dependence, given_through
from verify.terms.openness import linked
from verify.terms.requirements import BOUND
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


def said_twice(statements: Iterable[Any], by: Move | None, beside: Iterable[Iterable[Any]] = ()) -> str | None:
    """Why lines do not go together: something else is said of a constant of integration; None if nothing is.

    `beside` are the other statements of the same line.
    """
    if by is None:
        return None
    own = tuple(statements)
    if len(own) == 2:
        here = _brought_in((own[0], own[1]), by)
        twice = (_brought_in((e[0], e[1]), by) & here for e in map(tuple, beside) if len(e) == 2)
        for symbol in sorted(set[Any]().union(*twice), key=by_name):
            return f"{symbol} is the constant of integration of two statements, each of which has one of its own"
        behind = {s for eq in by.lines for s in eq.symbols}
        for symbol in sorted(here & behind, key=by_name):
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


def may_be_renamed(expressions: Iterable[Any], by: Move | None) -> Any:
    """A symbol of which nothing else is said, added on in a line that rests on a constant of integration: x² + 2x + D for (x + 1)² + C."""
    sides = tuple(expressions)
    if by is None or len(sides) != 2 or not any(_brought_in((eq.lhs, eq.rhs), eq.by) for eq in by.lines):
        return None
    said = set[Any]().union(*(eq.symbols for eq in by.leaves))
    return min(_added((sides[0], sides[1]), said), key=by_name, default=None)


def ties_of_constants(line: Equation) -> Iterator[Dependence]:
    """What a constant of integration of a line may depend on: all of which it and its premises speak, but what changes with the variable.

    From u = ∫ 2 a x dx follows u = a x² + C with a C for each a, so that du/da may be anything.
    """
    if line.by is None:
        return
    for symbol in _brought_in((line.lhs, line.rhs), line.by):
        lines = (line, *line.by.leaves)
        moving = _variables(line)
        laws = [Dependence.of(eq.lhs, eq.rhs) for eq in lines]
        moving |= {s for variable in moving for s in given_through(variable, laws)} - {symbol}
        given = frozenset[Any]().union(*(eq.symbols for eq in lines)) - moving
        yield Dependence(given, frozenset({symbol}))


def differs_between_places(expressions: Iterable[Any], is_pointwise: bool, by: Move | None) -> str | None:
    """Why a line speaks of several places, between which a constant of integration may change; None where it does not.

    -1/x + C is an antiderivative on each side of 0, with a C of its own: nothing is said of f(1) - f(-1).
    """
    for line in () if by is None else by.lines:
        if not _brought_in((line.lhs, line.rhs), line.by):
            continue
        for x in _variables(line):
            if any(_breaks(side, x) for side in (line.lhs, line.rhs)) and (
                not is_pointwise or _speaks_of_places(expressions, by, x)
            ):
                return f"the constant of integration of ({line.label}) may change where the antiderivative breaks off"
    return None


def _speaks_of_places(expressions: Iterable[Any], by: Any, x: Any) -> bool:
    """Does a line, or one that it rests on, speak of other places than x: by a function elsewhere, or under a sign with ends?"""
    if any(move.rule == "specialise" and x in dict(move.data) for move in by.ancestry):
        return True
    whole = sympy.Tuple(
        *(e for e in expressions if isinstance(e, sympy.Basic)), *(side for eq in by.lines for side in (eq.lhs, eq.rhs))
    )
    bound = (part for part in whole.atoms(*BOUND) if not is_indefinite(part))
    if whole.has(sympy.Subs, sympy.Limit) or any(x in part.free_symbols or x in part.bound_symbols for part in bound):
        return True
    at: dict[Any, set[Any]] = {}
    for applied in whole.atoms(AppliedUndef):
        declared = getattr(applied.func, "variables", None)
        at.setdefault(applied.func, {declared} if declared else set()).add(applied.args)
    return any(len(places) > 1 and any(x in place for place in places) for places in at.values())


def _variables(line: Equation) -> set[Any]:
    """Of the integrals without ends, and of the functions with a slope, of what the line follows from."""
    sides = [side for eq in line.by.leaves for side in (eq.lhs, eq.rhs)] if line.by is not None else []
    parts = [part for side in sides for part in side.atoms(sympy.Integral) if is_indefinite(part)]
    slopes = (slope for side in sides for slope in side.atoms(sympy.Derivative))
    return {limit[0] for part in parts for limit in part.limits} | {v for slope in slopes for v in slope.variables}


def _breaks(side: Any, x: Any) -> bool:
    """May it be undefined, or not smooth, at a value that x may have?"""
    sign = {fact: True for fact in ("positive", "negative", "nonnegative", "nonpositive") if getattr(x, f"is_{fact}")}
    place = sympy.Dummy("x", real=True, **sign)
    rest = sympy.Add(*(term for term in sympy.Add.make_args(side) if not is_indefinite(term)))
    there = rest.xreplace({x: place})
    return not is_smooth(there, place) and (rest.has(AppliedUndef) or not is_analytic(there, place))


def _brought_in(sides: tuple[Any, Any], by: Move | None) -> set[Any]:
    """The symbols that a line adds on to a side, and that no premise speaks of, where one has a slope or an integral without ends."""
    given = [side for eq in by.leaves for side in (eq.lhs, eq.rhs)] if by is not None else []
    if not (has_indefinite(*given) or any(side.has(sympy.Derivative, sympy.Subs) for side in given)):
        return set()
    said = set[Any]().union(*(side.free_symbols for side in given))
    return _added(sides, said)


def _added(sides: tuple[Any, Any], said: Container[Any]) -> set[Any]:
    terms = [term for side in sides for term in sympy.Add.make_args(side)]
    symbols = (term.as_coeff_Mul()[1] for term in terms)
    return {s for s in symbols if s.is_Symbol and s not in said and sum(s in term.free_symbols for term in terms) == 1}
