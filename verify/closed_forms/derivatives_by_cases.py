"""Derivatives of functions with kinks, on the open pieces between their joints.

Where no joint is, |u|, max(u, v) and a function by cases are, near the place, one of their pieces, and so are their derivatives:

    |u|' = sign(u) u',   sign(u)' = θ(u)' = 0                                   where u ≠ 0
    max(u, v, ...)' = Σ u' θ(u - v) ..., min(u, v, ...)' = Σ u' θ(v - u) ...    where no two are equal
    (log |u|)' = u'/u                                                           where u ≠ 0
    {u if c, v otherwise}' = {u' if c, v' otherwise}                            where no condition is about to change

These places are what the derivative needs in order to exist (`verify.terms.differentiability`): whoever asks tells them as
conditions, and refutes nothing at a joint.  u, v, ... are real, and the conditions of cases compare what is continuous and defined.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Equality, Relational, Unequality
from sympy.logic.boolalg import And, Boolean, Not, Or

from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.normal_form.signs import is_real
from verify.regularity.analytic import slope
from verify.regularity.smoothness import where_differentiable
from verify.terms.requirements import BOUND, Requirement
from verify.terms.survey import rebuilt

CORNERED = (sympy.Abs, sympy.sign, sympy.Heaviside, sympy.Max, sympy.Min, sympy.Piecewise)
NOT_HERE = (*BOUND, sympy.Subs, sympy.Limit)
NOT_INSIDE = (*NOT_HERE, sympy.Derivative, sympy.DiracDelta, sympy.KroneckerDelta)


def with_derivatives_by_cases(expr: Any) -> Any:
    """The expression with the derivatives of functions with kinks carried out.

    >>> x = sympy.Symbol("x", real=True)
    >>> with_derivatives_by_cases(sympy.Derivative(x * abs(x), x))
    x*sign(x) + Abs(x)
    """
    if not isinstance(expr, sympy.Expr) or not expr.has(sympy.Derivative) or isinstance(expr, NOT_HERE):
        return expr
    if isinstance(expr, sympy.Derivative):
        found = _carried_out(expr)
        return expr if found is None else found
    return rebuilt(expr, map(with_derivatives_by_cases, expr.args))


@lru_cache(maxsize=1024)
def _carried_out(derivative: Any) -> Any | None:
    body = with_derivatives_by_cases(derivative.expr)
    if not body.has(*CORNERED) or body.has(*NOT_INSIDE):
        return None
    if any(isinstance(need, Requirement) and not need.is_certain for need in where_differentiable(derivative)):
        return None
    try:
        for variable, times in derivative.variable_count:
            if not times.is_Integer or not variable.is_Symbol or not variable.is_real or variable.is_integer:
                return None
            for _ in range(int(times)):
                if body.has(sympy.Derivative):
                    return None
                body = slope(body, variable, _of_function)
    except GiveUp:
        return None
    return body


def _of_function(expr: Any, x: Any) -> Any:
    if isinstance(expr, AppliedUndef):
        if not all(arg.is_Symbol for arg in expr.args):
            raise GiveUp("an undefined function at a place")
        return sympy.Derivative(expr, x)
    if isinstance(expr, sympy.Piecewise):
        for _, condition in expr.args:
            _ask_for_joints(condition, x)
        return sympy.Piecewise(*((slope(value, x, _of_function), condition) for value, condition in expr.args))
    if isinstance(expr, CORNERED):
        if not all(map(is_real, expr.args[:1] if isinstance(expr, sympy.Heaviside) else expr.args)):
            raise GiveUp("an argument that may not be real")
        if isinstance(expr, (sympy.sign, sympy.Heaviside)):
            return sympy.S.Zero
        if isinstance(expr, sympy.Abs):
            return sympy.sign(expr.args[0]) * slope(expr.args[0], x, _of_function)
        return sympy.Add(*(_of_the_greatest(expr, place, x) for place in range(len(expr.args))))
    if isinstance(expr, sympy.log) and isinstance(expr.args[0], sympy.Abs) and is_real(expr.args[0].args[0]):
        return slope(expr.args[0].args[0], x, _of_function) / expr.args[0].args[0]
    inside = {arg: sympy.Dummy("u", real=True) for arg in expr.args if arg.has(*CORNERED)}
    if not inside:
        found = differentiated(expr, x)
        if found is None or found.has(*NOT_INSIDE):
            raise GiveUp("a function without a rule for its derivative")
        return found
    outside = expr.xreplace(inside)
    slopes = [differentiated(outside, u) for u in inside.values()]
    fixed = differentiated(outside, x)
    if fixed is None or None in slopes or any(s.has(*NOT_INSIDE) for s in (fixed, *slopes)):
        raise GiveUp("a function without a rule for its derivative")
    total = fixed + sympy.Add(*(s * slope(arg, x, _of_function) for s, arg in zip(slopes, inside, strict=True)))
    return total.xreplace({u: arg for arg, u in inside.items()})


def _of_the_greatest(expr: Any, place: int, x: Any) -> Any:
    """One argument's share in the derivative of a maximum or minimum: its slope where it is the greatest, or least."""
    own, sign = expr.args[place], 1 if isinstance(expr, sympy.Max) else -1
    slope_here = slope(own, x, _of_function)
    if slope_here == 0:
        return sympy.S.Zero
    others = (other for k, other in enumerate(expr.args) if k != place)
    return sympy.Mul(slope_here, *(sympy.Heaviside(sign * (own - other)) for other in others))


def _ask_for_joints(condition: Boolean, x: Any) -> None:
    """Does the condition change only where the two sides of a relation meet?  Raises GiveUp."""
    if x not in condition.free_symbols:
        return
    if isinstance(condition, (And, Or, Not)):
        for part in condition.args:
            _ask_for_joints(part, x)
        return
    if not isinstance(condition, Relational) or isinstance(condition, (Equality, Unequality)):
        raise GiveUp("cases that are told by something else than an order")
    gap = condition.lhs - condition.rhs
    if gap.has(*CORNERED, *NOT_INSIDE) or not gap.is_polynomial(x) or not is_real(gap):
        raise GiveUp("cases whose joints are not known")
