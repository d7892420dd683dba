"""Undefined functions of one variable with their derivatives at a place, each one function of that place: y, y', y'', ...

f(r/α) and its derivatives by r are told by the chain rule through y, y', ... at r/α.  A function of a page is as smooth
as the derivatives that are written of it need.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef, UndefinedFunction

from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.normal_form.signs import is_nonzero
from verify.solving.equations import has_only_a_sign
from verify.terms.requirements import BOUND
from verify.terms.survey import hides_its_variable, rebuilt

WHOLE = (sympy.sin, sympy.cos, sympy.exp, sympy.sinh, sympy.cosh)
"""Functions that are defined and smooth for every number."""


@lru_cache(maxsize=4096)
def jet(function: Any, order: int) -> Any:
    """The derivative of that order as a function; the function itself for order 0.

    It is equal to no function that a page names: what it is the derivative of is part of it.
    """
    if order == 0:
        return function
    return UndefinedFunction(f"{function.__name__}^({order})", _jet_of=(function, order), **_reality(function))


def _reality(function: Any) -> dict[str, bool]:
    value = function(sympy.Dummy("x", real=True))
    return {"real": True} if value.is_extended_real else {}


def of_jet(head: Any) -> tuple[Any, int]:
    """The function of which it is a derivative, and the order."""
    return getattr(head, "_jet_of", (head, 0))


def with_jets(expr: Any) -> Any:
    """Every derivative of an undefined function of one variable as a jet.  Raises GiveUp where one cannot be carried out.

    >>> x, a = sympy.symbols("x a", positive=True)
    >>> f = sympy.Function("f")
    >>> with_jets(sympy.Derivative(x * f(x / a), x))
    f(x/a) + x*f^(1)(x/a)/a
    """
    if not isinstance(expr, sympy.Basic) or not expr.has(AppliedUndef) or not expr.has(sympy.Derivative, sympy.Subs):
        return expr
    if isinstance(expr, sympy.Derivative):
        if hides_its_variable(expr):
            raise GiveUp("what is differentiated does not show the variable")
        if not all(v.is_Symbol and has_only_a_sign(v) for v in expr.variables):  # the k of f(k), k = 1, 2, ...
            raise GiveUp("no derivative by this variable")
        done = with_jets(expr.expr)
        for variable, times in expr.variable_count:
            for _ in range(int(times)):
                done = total_derivative(done, variable)
        return done
    if isinstance(expr, sympy.Subs):
        inside = with_jets(expr.expr)
        if inside.has(sympy.Derivative, sympy.Subs, *BOUND):
            raise GiveUp("a place within a place")
        return inside.subs(dict(zip(expr.variables, map(with_jets, expr.point), strict=True)), simultaneous=True)
    if isinstance(expr, (*BOUND, sympy.Limit)):
        raise GiveUp("a variable of its own")
    return rebuilt(expr, map(with_jets, expr.args))


def without_jets(expr: Any) -> Any:
    """The jets as derivatives again, at places that are no variable as `Subs`."""
    jets = [part for part in expr.atoms(AppliedUndef) if of_jet(part.func)[1]]
    return expr.xreplace({part: _written(part) for part in jets})


def _written(part: Any) -> Any:
    function, order = of_jet(part.func)
    (place,) = part.args
    if place.is_Symbol:
        return sympy.Derivative(function(place), (place, order))
    declared = getattr(function, "variables", None)
    variable = declared[0] if declared else sympy.Symbol("x_", real=True)
    return sympy.Subs(sympy.Derivative(function(variable), (variable, order)), variable, place)


def total_derivative(expr: Any, variable: Any) -> Any:
    """d/dvariable of an expression in jets: by confirmed rules, and by the chain rule for the functions in it."""
    if variable not in expr.free_symbols:
        return sympy.S.Zero
    if expr.has(sympy.Derivative, sympy.Subs, *BOUND):
        raise GiveUp("a derivative that is not carried out")
    moving = [part for part in _outermost(expr) if variable in part.free_symbols]
    letters = {part: sympy.Dummy(f"w{k}", **_facts(part)) for k, part in enumerate(moving)}
    plain = expr.xreplace(letters)
    slope = differentiated(plain, variable)
    if slope is None:
        raise GiveUp("no rule differentiates a function in it")
    for part, letter in letters.items():
        if len(part.args) != 1:
            raise GiveUp("a function of several variables")
        outside = differentiated(plain, letter)
        if outside is None:
            raise GiveUp("no rule differentiates a function of it")
        function, order = of_jet(part.func)
        slope += outside * jet(function, order + 1)(part.args[0]) * total_derivative(part.args[0], variable)
    back = {letter: part for part, letter in letters.items()}
    return slope.xreplace(back)


def _facts(part: Any) -> dict[str, bool]:
    facts = ("positive", "negative", "nonnegative", "nonpositive", "real")
    return {fact: True for fact in facts if getattr(part, f"is_{fact}")}


def _outermost(expr: Any) -> Iterator[Any]:
    """The functions that stand in no other one, each once."""
    seen: dict[Any, None] = {}
    stack = [expr]
    while stack:
        part = stack.pop()
        if isinstance(part, AppliedUndef):
            seen[part] = None
        else:
            stack.extend(part.args)
    return iter(sorted(seen, key=sympy.default_sort_key))


def is_smooth(expr: Any, variable: Any) -> bool:
    """Has it every derivative by the variable wherever that may be, if its functions have: sums, products, divisors without a zero."""
    if variable not in expr.free_symbols or expr.is_Symbol:
        return True
    if isinstance(expr, (AppliedUndef, *WHOLE)) or expr.is_Add or expr.is_Mul:
        return all(is_smooth(arg, variable) for arg in expr.args)
    if not expr.is_Pow or variable in expr.exp.free_symbols or not is_smooth(expr.base, variable):
        return False
    if expr.exp.is_Integer:
        return bool(expr.exp > 0) or is_nonzero(expr.base)
    return bool(expr.base.is_positive)
