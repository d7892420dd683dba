"""Bound variables out of the way of free ones: the x of ∫ c e^(-x) dx is not the x of c = x.

Whatever is put in for a free symbol afterwards (a condition, a sign case, an exception) speaks of
free symbols only, so that no bound variable can capture it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.solving.equations import has_only_a_sign
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
    others = _others(sides, taken)
    return tuple(_renamed(side, others) for side in sides) if others else sides


def _others(sides: tuple[Any, ...], taken: set[Any]) -> dict[Any, Any]:
    """Another name for each bound variable that is free as well: one that nothing has, free or bound.

    >>> x, prime = sympy.symbols("x x'")
    >>> _others((sympy.Integral(x * prime, (x, 0, 1)),), {x})
    {x: x''}
    """
    bound = {limit[0] for side in sides for part in side.atoms(*BOUND) for limit in part.limits}
    names = {symbol.name for symbol in taken.union(*(side.atoms(sympy.Symbol) for side in sides))}
    others: dict[Any, Any] = {}
    for variable in sorted(bound & taken, key=sympy.default_sort_key):
        name = f"{variable.name}'"
        while name in names:
            name += "'"
        names.add(name)
        others[variable] = sympy.Symbol(name, **variable._assumptions_orig)
    return others


def _renamed(expr: Any, others: dict[Any, Any]) -> Any:
    if not expr.has(*BOUND):
        return expr
    args = [_renamed(arg, others) if isinstance(arg, sympy.Expr) else arg for arg in expr.args]
    expr = expr.func(*args) if tuple(args) != expr.args else expr
    if not isinstance(expr, BOUND):
        return expr
    for place, limit in enumerate(expr.limits):
        if limit[0] in others:
            expr = _with_another_name(expr, place, others[limit[0]])
    return expr


def _with_another_name(bound: Any, place: int, other: Any) -> Any:
    """One limit's variable renamed: in the function, and in the limits of the variables inside it."""
    variable = bound.limits[place][0]
    limits = [
        (
            other if index == place else limit[0],
            *(end.xreplace({variable: other}) if index < place else end for end in limit[1:]),
        )
        for index, limit in enumerate(bound.limits)
    ]
    return bound.func(bound.function.xreplace({variable: other}), *limits)


def runs_beyond(part: Any, of_functions: Iterable[Any] = ()) -> bool:
    """Has a variable of an integral, sum, limit or derivative values there, or beside them, which its declaration excludes?

    What is declared is used as soon as an expression in the variable is built: |p| is p for a positive p, and sin πk is 0
    for a whole k.  Where it runs from -1 to 1, or through the numbers between, that is false.  A variable that is one
    `of_functions` may end at 0: they have no values beyond.
    """
    if isinstance(part, sympy.Derivative):
        return any(_has_no_neighbours(variable, of_functions) for variable in part.variables)
    if isinstance(part, BOUND):
        return not all(_runs_as_declared(part, *limit) for limit in part.limits)
    return isinstance(part, sympy.Limit) and not _is_of_the_line(part.args[1])


def _is_of_the_line(variable: Any) -> bool:
    return bool(variable.is_Symbol and has_only_a_sign(variable))


def _has_no_neighbours(variable: Any, of_functions: Iterable[Any]) -> bool:
    has_an_end = (variable.is_nonnegative or variable.is_nonpositive) and not variable.is_nonzero
    return not _is_of_the_line(variable) or bool(has_an_end and variable not in of_functions)


def _runs_as_declared(part: Any, variable: Any, *ends: Any) -> bool:
    """Is all that is declared of the variable true throughout the range?  The ends of an integral do not matter."""
    if len(ends) != 2:
        return False
    if not isinstance(part, sympy.Integral):
        facts = {
            name: True for name in ("positive", "nonnegative") if all(getattr(e, f"is_extended_{name}") for e in ends)
        }
        known = sympy.Dummy(integer=True, **facts)
        return all(known.assumptions0.get(name) is truth for name, truth in variable.assumptions0.items())
    if not variable.is_real or not _is_of_the_line(variable):
        return False
    for sign in ("nonnegative", "nonpositive"):
        if getattr(variable, f"is_{sign}"):
            return all(getattr(end, f"is_extended_{sign}") for end in ends)
    return not variable.is_nonzero
