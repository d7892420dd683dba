"""Bound variables out of the way of free ones: the x of ∫ c e^(-x) dx is not the x of c = x.

Whatever is put in for a free symbol afterwards (a condition, a sign case, an exception) speaks of
free symbols only, so that no bound variable can capture it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.terms.requirements import BOUND


def apart(exprs: Iterable[Any], free: Iterable[Any] = ()) -> tuple[Any, ...]:
    """The expressions with those bound variables renamed that are free in one of them, or among `free`.

    >>> x, c = sympy.symbols("x c")
    >>> apart([sympy.Integral(c * sympy.exp(-x), (x, 0, 1))], {x})
    (Integral(c*exp(-x'), (x', 0, 1)),)
    """
    sides = tuple(exprs)
    if not any(side.has(*BOUND) for side in sides):
        return sides
    taken = set(free).union(*(side.free_symbols for side in sides))
    return tuple(_renamed(side, taken) for side in sides)


def _renamed(expr: Any, taken: set[Any]) -> Any:
    if not expr.has(*BOUND):
        return expr
    args = [_renamed(arg, taken) if isinstance(arg, sympy.Expr) else arg for arg in expr.args]
    expr = expr.func(*args) if tuple(args) != expr.args else expr
    if not isinstance(expr, BOUND):
        return expr
    for place, limit in enumerate(expr.limits):
        if limit[0] in taken:
            expr = _with_another_name(expr, place)
    return expr


def _with_another_name(bound: Any, place: int) -> Any:
    """One limit's variable renamed: in the function, and in the limits of the variables inside it."""
    variable = bound.limits[place][0]
    other = sympy.Symbol(f"{variable.name}'", **variable._assumptions_orig)
    limits = [
        (
            other if index == place else limit[0],
            *(end.xreplace({variable: other}) if index < place else end for end in limit[1:]),
        )
        for index, limit in enumerate(bound.limits)
    ]
    return bound.func(bound.function.xreplace({variable: other}), *limits)
