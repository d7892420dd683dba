"""Premises that may be laws of a function: f(x) = a x says it of every x, or of one.

Which of the two is meant the equation does not tell.  What follows from it at one place follows in both senses; a
point at which f(x) = a x holds for one x only may violate the law, so that it refutes nothing that speaks
of f at another place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.vocabulary.moves import Equation


def law_of_all(statement: Any, equations: Iterable[Equation]) -> str | None:
    """The label of a premise on f(x) that may be a law, if f stands elsewhere with another argument; else None."""
    equations = tuple(equations)
    for equation in equations:
        others = (side for other in equations if other != equation for side in (other.lhs, other.rhs))
        elsewhere = [(f, e) for e in (*others, *_expressions(statement)) for f in e.atoms(AppliedUndef)]
        for given in equation.lhs.atoms(AppliedUndef) | equation.rhs.atoms(AppliedUndef):
            free = set().union(*(a.free_symbols for a in given.args)) & equation.symbols  # no index of a sum
            if free and any(f.func == given.func and _is_another(f, given, e) for f, e in elsewhere):
                return equation.label
    return None


def _is_another(found: AppliedUndef, given: AppliedUndef, where: sympy.Basic) -> bool:
    """With another argument, or with one that runs over a range: the i of a sum is not the i of a premise."""
    return found.args != given.args or not found.free_symbols <= where.free_symbols


def _expressions(thing: Any) -> Iterable[sympy.Basic]:
    """All expressions in the fields of a statement."""
    for part in fields(thing):
        value = getattr(thing, part.name)
        yield from (e for e in (value if isinstance(value, tuple) else (value,)) if isinstance(e, sympy.Basic))
