"""The moves `by_parts` and `change_variable`: the integrals of an equation rewritten by a rule that holds for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy

from verify.calculus.integration import by_parts, for_a_new_variable, with_new_variable
from verify.errors import GiveUp
from verify.solving.equations import solve_unique
from verify.terms.requirements import outermost
from verify.vocabulary.moves import Equation

Rule = Callable[[Any], Any]
RULES = ("by_parts", "change_variable")


def rewritten(sides: tuple[Any, Any], rule: str, data: tuple[Any, ...]) -> tuple[tuple[Any, Any], str | None, bool]:
    """Both sides with the rule applied to each integral to which it applies, why to none, and whether there is one over a variable of the data.

    Where nothing is shown the sides are as they were.
    """
    spoken = set().union(*(part.free_symbols for part in data))
    integrals = [
        part
        for part in dict.fromkeys(part for side in sides for part in outermost(side))
        if isinstance(part, sympy.Integral) and spoken & set(part.variables)
    ]
    values: dict[Any, Any] = {}
    reasons: list[str] = []
    for integral in sorted(integrals, key=sympy.default_sort_key):
        try:
            values[integral] = _rule(rule, data, integral)(integral)
        except GiveUp as problem:
            reasons.append(str(problem))
        except (TypeError, ValueError, NotImplementedError):  # SymPy has no value for a part of a candidate
            reasons.append("a part of it could not be computed")
    if not values:
        return sides, reasons[-1] if reasons else None, bool(integrals)
    left, right = (side.xreplace(values) for side in sides)
    return (left, right), None, True


def _rule(rule: str, data: tuple[Any, ...], integral: Any) -> Rule:
    if rule == "by_parts":
        return partial(by_parts, u=data[0], v=data[1])
    letter, expression, *ends = data
    if letter not in integral.variables:
        if ends:
            raise GiveUp(f"the ends of {letter} follow from those of the integral")
        return partial(for_a_new_variable, u=letter, h=expression)
    new = sorted(expression.free_symbols - integral.free_symbols - {letter}, key=str)
    if len(new) != 1:
        raise GiveUp(f"which letter of {expression} is the new variable is not clear")
    return partial(with_new_variable, g=expression, t=new[0], ends=tuple(ends) or _ends(integral, expression, new[0]))


def _ends(integral: Any, g: Any, t: Any) -> tuple[Any, Any]:
    """The ends of the new variable, where these are the only solutions: a candidate, as all ends are."""
    found = []
    for end in integral.limits[0][1:]:
        solution = None if end.is_infinite else solve_unique(Equation("end", g, end), t)
        if solution is None:
            raise GiveUp(f"the ends of {t} are not known; expected between=(from, to)")
        found.append(solution.value)
    return found[0], found[1]
