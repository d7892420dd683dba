"""Premises that may be laws of a function: f(x) = a x says it of every x, or of one.

Which of the two is meant the equation does not tell.  What follows from it at one place follows in both senses; a
point at which f(x) = a x holds for one x only may violate the law, so that it refutes nothing that speaks
of f at another place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import fields
from operator import attrgetter
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.terms.openness import linked
from verify.terms.requirements import BOUND, is_plainly_nonzero
from verify.terms.survey import functions_in, parts_of
from verify.vocabulary.moves import Equation


def law_of_all(statement: Any, equations: Iterable[Equation]) -> str | None:
    """The label of a premise on f(x) that may be a law, if f stands elsewhere with another argument; else None."""
    equations = tuple(equations)
    for equation in equations:
        others = (side for other in equations for side in (other.lhs, other.rhs))
        elsewhere = [(f, e) for e in (*others, *_expressions(statement)) for f in e.atoms(AppliedUndef)]
        for given in equation.lhs.atoms(AppliedUndef) | equation.rhs.atoms(AppliedUndef):
            free = set().union(*(a.free_symbols for a in given.args)) & equation.symbols  # no index of a sum
            if free and any(f.func == given.func and _is_another(f, given, e) for f, e in elsewhere):
                return equation.label
    return None


def speaking_of(
    things: Iterable[Any],
    equations: Iterable[Equation],
    spoken_of: Callable[[Equation], AbstractSet[Any]] = attrgetter("functions"),
) -> list[Equation]:
    """The equations that speak of these things, functions if nothing else is said, or of what others of them link with these."""
    known = [(equation, spoken_of(equation)) for equation in equations]
    together = linked(set(things), (spoken for _, spoken in known))
    return [equation for equation, spoken in known if spoken & together]


def law_under_a_derivative(
    sides: Iterable[sympy.Basic], equations: Iterable[Equation], pinned: Container[Any]
) -> str | None:
    """The label of a premise on f(x) that may be a law of which the slope or the sum of f in the sides tells more than at one place.

    From x f(x) = x² at one x follows nothing of f'(x), from the law f' = 1.  A premise that speaks of slopes itself, of
    as high an order, is another thing: there is a function with these slopes at the place that satisfies it nearby
    (Picard), unless what stands with the highest slope may vanish, or somewhere else does (x y' = -y at 0), another place or a
    second premise speaks of the function, or a value of x is known, at which a factor may have gone.  What only says what H\\psi is, an operator with the function behind it, says nothing of the function.
    """
    equations = tuple(equations)
    named = {side: eq for eq in reversed(equations) for side in (eq.lhs, eq.rhs) if isinstance(side, sympy.Symbol)}
    orders: dict[Any, float] = {}
    for part in (part for side in sides for part in parts_of(side, sympy.Derivative, sympy.Subs, *BOUND, sympy.Limit)):
        for function in functions_in(part):
            known = orders.get(function, 0)
            orders[function] = max(known, _order(part, function) if isinstance(part, sympy.Derivative) else sympy.oo)
    for function, order in orders.items():
        applied = {eq for side, eq in named.items() if _is_applied(side, function)}
        given = [eq for eq in equations if _runs(function, eq) and eq not in applied]
        told = next((eq for eq in given if not _leaves_slopes_free(function, eq, order)), None)
        spoken = [eq for eq in equations if _applications(function, eq) and eq not in applied]
        if told is None and given and len(spoken) > 1:
            told = spoken[1]
        at_a_place = (
            eq for eq in given if any(s in pinned for f in _applications(function, eq) for s in f.free_symbols)
        )
        told = next(at_a_place, None) if told is None else told
        if told is not None:
            return told.label
    return None


_HAMILTONIAN = re.compile(r"(?:\\(?:hat|mathcal|mathrm|mathbf)\s*)?(?:H|\{\s*H\s*\})(?:_(?:\w|\{\\?[\w ]+\}))?")
_WAVE = re.compile(r"\\(?:psi|Psi|phi|Phi|varphi|chi)(?![A-Za-z])")


def _is_applied(name: Any, function: Any) -> bool:
    r"""Is it the name of a Hamiltonian with a wave function behind it, H\psi or \hat{H}_0\psi?

    Of other letters nobody can tell: \bar V and \Delta f are quantities of their own, and eV is a product.
    """
    text, behind = (str(getattr(thing, "latex", thing)).strip() for thing in (name, function))
    before = text.removesuffix(behind)
    return before != text and bool(_WAVE.match(behind) and _HAMILTONIAN.fullmatch(before.strip()))


def _applications(function: Any, equation: Equation) -> list[AppliedUndef]:
    return [f for side in (equation.lhs, equation.rhs) for f in side.atoms(AppliedUndef) if f.func == function]


def _runs(function: Any, equation: Equation) -> bool:
    """Does it speak of the function at a place that a symbol tells?  An index of a sum is none."""
    return any(f.free_symbols & equation.symbols for f in _applications(function, equation))


def _leaves_slopes_free(function: Any, equation: Equation, order: float) -> bool:
    """Is there a function with whatever slopes of lower orders at the place that satisfies it nearby?"""
    if _lone(function, equation) or _slope(function, equation) < order:
        return False
    if len({f.args for f in _applications(function, equation)}) > 1:
        return False
    slopes = {d for side in (equation.lhs, equation.rhs) for d in parts_of(side, sympy.Derivative) if d.has(function)}
    letters = {d: sympy.Dummy() for d in slopes if _order(d, function) == _slope(function, equation)}
    difference = (equation.lhs - equation.rhs).xreplace(letters)
    return any(_is_nowhere_zero(sympy.diff(difference, v)) for d, v in letters.items() if _is_of_one_variable(d))


def _is_of_one_variable(derivative: sympy.Derivative) -> bool:
    """Of the function alone, by one variable: nothing that stands with it is hidden under the sign."""
    return isinstance(derivative.expr, AppliedUndef) and len(derivative.variable_count) == 1


def _is_nowhere_zero(expression: sympy.Expr) -> bool:
    return all(map(is_plainly_nonzero, sympy.Mul.make_args(expression)))


def _lone(function: Any, equation: Equation) -> bool:
    return any(isinstance(side, AppliedUndef) and side.func == function for side in (equation.lhs, equation.rhs))


def _slope(function: Any, equation: Equation) -> int:
    """The highest order of a derivative of the function in the equation."""
    parts = (part for side in (equation.lhs, equation.rhs) for part in parts_of(side, sympy.Derivative))
    return max((_order(part, function) for part in parts), default=0)


def _order(part: sympy.Derivative, function: Any) -> int:
    """How often the function is differentiated in it, at most."""
    inner = [_order(d, function) for d in parts_of(part.expr, sympy.Derivative)]
    own = sum(int(times) if times.is_Integer else 0 for _, times in part.variable_count)
    return own + max(inner, default=0) if part.expr.has(function) else 0


def _is_another(found: AppliedUndef, given: AppliedUndef, where: sympy.Basic) -> bool:
    """With another argument, or with one that runs over a range: the i of a sum is not the i of a premise."""
    return found.args != given.args or not found.free_symbols <= where.free_symbols


def _expressions(thing: Any) -> Iterable[sympy.Basic]:
    """All expressions in the fields of a statement."""
    for part in fields(thing):
        value = getattr(thing, part.name)
        yield from (e for e in (value if isinstance(value, tuple) else (value,)) if isinstance(e, sympy.Basic))
