"""What is said of undefined functions beside a rule that takes them to be smooth.

Integration by parts, another variable that folds back, and the fundamental theorem hold for a function of which nothing is said
but that its derivatives are written: such a function is as smooth as these need.  With f = arctan(1/x) beside it, ∫ f' from −1 to 1
is not f(1) − f(−1).  So where such a rule was used, in a line or behind it, nothing else may say what the function is, except

- what its value is at single numbers, or at a place of which the value does not depend: smooth functions have such values;
- what a symbol is, of which nothing else is said, or only what another such symbol is by it; so for a function F(x) that is not taken to be smooth itself;
- a law f(x) = g(x) with g analytic wherever x may be.

Nor is E constant where dE/dt = 0 and a law of a function in E may jump (`_jumping`).

What a line behind took to be smooth is so for all that rests on that line.  So laws that stand behind other premises count as well,
f(1) = π/4 with f = arctan(1/x) behind it; and so do those of a function f of which h = ∫ f was differentiated, or ∫ f' integrated, in a
line behind (`_steps`).  A law that such a line itself cites was heeded there.  A law that is none of the above is left (`_may_be_rough`)
if it gives a function, or its highest derivative, by what is smooth in all that stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.rewriting import RULES
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero
from verify.regularity.analytic import is_analytic
from verify.solving.equations import has_only_a_sign
from verify.solving.integrals_of_functions import SMOOTH
from verify.solving.jets import is_smooth, of_jet, with_jets
from verify.terms.survey import functions_in
from verify.vocabulary.laws import speaking_of
from verify.vocabulary.moves import Equation, Move

SLOPES = (sympy.Derivative, sympy.Subs)
DIFFERENTIATING = ("differentiate", "differentials")


def said_beside(
    statements: Iterable[Any], method: str, by: Move | None, equations: Sequence[Equation], conditions: Sequence[Any]
) -> str | None:
    """What says more of a function than the proof, or a move on the way, takes of it; None where nothing does."""
    heads = set(_in_moves(by))
    if SMOOTH in method:
        sides = (side for eq in equations for side in (eq.lhs, eq.rhs))
        heads |= {head for e in (*statements, *sides) for head in _under_integrals(e)}
    return (
        _jumping(tuple(statements), by, equations)
        or _in_these(heads, equations, conditions)
        or _behind(heads, by, equations, conditions)
    )


def _jumping(sides: tuple[Any, ...], by: Move | None, equations: Sequence[Equation]) -> str | None:
    """Does dE/dt = 0 say that E is constant, while a law in play gives a function in E that may jump?"""
    if len(sides) != 2 or 0 not in sides:
        return None
    heads = functions_in(*(side for side in sides if isinstance(side, sympy.Derivative)))
    laws = dict.fromkeys((*equations, *_with_members(by))) if heads else ()
    for eq in speaking_of(heads, laws, _given_things):
        if any(isinstance(side, AppliedUndef) for side in (eq.lhs, eq.rhs)) and _may_be_rough(eq):
            return f"({eq.label}) gives what may jump, which no derivative shows"
    return None


def _in_these(heads: set[Any], equations: Sequence[Equation], conditions: Sequence[Any]) -> str | None:
    """Do the premises or conditions of the line say more?"""
    if not heads:
        return None
    named = ", ".join(sorted(head.__name__ for head in heads))
    if any(condition.has(*heads) for condition in conditions):
        return f"a condition says more of {named}, taken to be smooth under an integral"
    for eq in _without_definitions(equations, conditions, heads):
        if (eq.lhs.has(*heads) or eq.rhs.has(*heads)) and not _leaves_it_smooth(eq, heads):
            return f"({eq.label}) says more of {named}, taken to be smooth under an integral"
    return None


def _behind(heads: set[Any], by: Move | None, equations: Sequence[Equation], conditions: Sequence[Any]) -> str | None:
    """Does a printed law say more, in the line or behind it, of what the line or one behind it takes to be smooth?"""
    if by is None:
        return None
    printed = tuple(dict.fromkeys(eq for eq in (*equations, *_with_members(by)) if eq.by is None))
    taken = [(heads, tuple(equations))] if heads else []
    for smooth, heeded in (*taken, *_steps(by)):
        named = ", ".join(sorted(head.__name__ for head in smooth))
        if heeded != tuple(equations) and any(condition.has(*smooth) for condition in conditions):
            return f"a condition says more of {named}, taken to be smooth in a line behind"
        rough = _rough_among(speaking_of(smooth, (eq for eq in printed if eq not in heeded), _given_things))
        if rough is not None:
            return f"({rough.label}) says more of {named}, taken to be smooth in a line behind"
    return None


def _with_members(by: Move | None) -> Iterator[Equation]:
    """All lines on which one rests, and the members of chains of which only the ends are used."""
    for line in () if by is None else by.lines:
        yield from (line, *line.members)


def _steps(by: Move) -> Iterator[tuple[set[Any], tuple[Equation, ...]]]:
    """The functions that lines behind, or derivatives on the way, may have taken to be smooth, with the premises that were heeded."""
    for line in (eq for eq in by.lines if eq.by is not None):
        yield from _step(line.by, (line.lhs, line.rhs), bool(line.lhs.has(*SLOPES) or line.rhs.has(*SLOPES)))
    for move in by.ancestry:
        if move.rule in DIFFERENTIATING:
            yield from _step(move, (), True)


def _step(move: Any, shown: tuple[Any, ...], has_slope: bool) -> Iterator[tuple[set[Any], tuple[Equation, ...]]]:
    pairs = [(eq.lhs, eq.rhs) for eq in move.leaves] + ([shown] if shown else [])
    smooth = set[Any]()
    for pair in pairs:
        has_slope = has_slope or any(side.has(*SLOPES) for side in pair)
        if any(True for side in pair for _ in _under_integrals(side)):
            smooth |= functions_in(*pair)
    if has_slope and smooth:
        yield smooth, move.leaves


def _given_things(eq: Equation) -> AbstractSet[Any]:
    """The functions, and the symbols that are no variables of functions."""
    variables = {v for head in eq.functions for v in getattr(head, "variables", None) or ()}
    return eq.functions | {side for side in (eq.lhs, eq.rhs) if side.is_Symbol} - variables


def _rough_among(equations: Iterable[Equation]) -> Equation | None:
    """One that may ask for functions that are not smooth, beside the others: each gives another function by what is smooth.

    f = x k + 1 gives f by k, and f = 0 gives f; together they ask for k = -1/x.
    """
    given: dict[Any, Equation] = {}
    found = {(eq.lhs, eq.rhs): eq for eq in equations}
    options = {eq: _given_by(eq) for eq in found.values()}

    def is_paired(eq: Equation, tried: set[Any]) -> bool:
        for thing in options[eq] or ():
            if thing not in tried:
                tried.add(thing)
                if thing not in given or is_paired(given[thing], tried):
                    given[thing] = eq
                    return True
        return False

    return next((eq for eq, things in options.items() if things is not None and not is_paired(eq, set())), None)


def _may_be_rough(eq: Equation) -> bool:
    """May the equation ask for functions that are not smooth, by itself?"""
    return _rough_among([eq]) is not None


def _given_by(eq: Equation) -> list[Any] | None:
    """The functions and symbols that the equation gives by what is smooth in all that stands in it; None for values at single places."""
    sides = (eq.lhs, eq.rhs)
    if eq.where:
        return []
    places = [part for side in sides for part in _places(side)]
    if places and not any(part.free_symbols for part in (*places, *_integrals(sides))):
        return None
    for one, other in (sides, sides[::-1]):
        if _is_an_analytic_law(one, other):
            return [one.func]
        if _is_a_value(one, other):
            return None
    try:
        left, right = (with_jets(_with_letters(side)) for side in sides)
    except GiveUp:
        return []
    gap = left - right
    parts = [part for part in gap.atoms(AppliedUndef) if part.args] + [s for s in sides if s.is_Symbol]
    named = [part if part.is_Symbol else of_jet(part.func)[0] for part in parts if _gives(part, gap)]
    return sorted(dict.fromkeys(named), key=str)


def _gives(part: Any, gap: Any) -> bool:
    """Is this the highest derivative of its function, and a smooth function of the rest?"""
    letter = sympy.Dummy("given", real=True)
    if part.is_Symbol is not True:
        head, order = of_jet(part.func)
        others = [other for other in gap.atoms(AppliedUndef) if of_jet(other.func)[0] == head and other != part]
        if any(other.args != part.args or of_jet(other.func)[1] > order for other in others):
            return False
        if not all(arg.is_Symbol for arg in part.args):
            return False
    inside = gap.xreplace({part: letter})
    lead = sympy.diff(inside, letter)
    if letter in lead.free_symbols or lead == 0 or not is_nonzero(lead):
        return False
    variables = list(inside.free_symbols - {letter})
    return all(is_smooth(inside, v) or (not inside.has(AppliedUndef) and is_analytic(inside, v)) for v in variables)


def _with_letters(side: Any) -> Any:
    """With a function of its own for every integral: it is as smooth as its integrand."""
    found = {
        part: sympy.Function(f"I{k}")(*sorted(part.free_symbols, key=str)) for k, part in enumerate(_integrals((side,)))
    }
    return side.xreplace(found)


def _integrals(sides: Iterable[Any]) -> list[Any]:
    return sorted({part for side in sides for part in side.atoms(sympy.Integral)}, key=sympy.default_sort_key)


def _without_definitions(equations: Sequence[Equation], conditions: Sequence[Any], smooth: set[Any]) -> list[Equation]:
    """Those that do more than to name what the functions make of a symbol, or of a function, of which nothing else is said."""
    left = list(dict.fromkeys(equations))
    spoken = {name for c in conditions for name in _spoken_of(c)} | smooth
    while True:
        naming = next((eq for eq in left if _names(eq, spoken.union(*(_names_in(e) for e in left if e != eq)))), None)
        if naming is None:
            return left
        left.remove(naming)


def _spoken_of(expression: Any) -> set[Any]:
    """The symbols and the undefined functions."""
    return functions_in(expression).union(expression.free_symbols)


def _names_in(eq: Equation) -> AbstractSet[Any]:
    return eq.symbols | eq.functions


def _names(eq: Equation, elsewhere: set[Any]) -> bool:
    for one, value in ((eq.lhs, eq.rhs), (eq.rhs, eq.lhs)):
        is_function = isinstance(one, AppliedUndef) and all(arg.is_Symbol for arg in one.args)
        name = one.func if is_function else one
        if (is_function or one.is_Symbol) and name not in elsewhere and name not in _spoken_of(value):
            return True
    return False


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
