"""Logarithms of quantities: one alone has no meaning, ln r_2 - ln r_1 is ln(r_2/r_1), that of a pure number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy

from verify.quantities.dimension import ANY, PURE, AnyDimension, DimensionError, Exponents


def sum_of_terms(expr: Any, scope: Any) -> Any:
    """The dimension of a sum: its terms agree, and logarithms with one factor count together."""
    left: list[Any] = []
    together: dict[Any, Any] = {}
    for term in expr.args:
        factor = _logarithm_of_a_quantity(term, scope)
        if factor is None:
            left.append(term)
            continue
        times, beside = (term / factor).as_coeff_Mul()
        if not times.is_Rational:
            return scope.agreeing(expr.args)
        together[beside] = together.get(beside, PURE) * scope.find(factor.args[0]) ** times
    is_pure = all(found == PURE for found in together.values())
    return scope.agreeing((*left, *together)) if is_pure else scope.agreeing(expr.args)


def _logarithm_of_a_quantity(term: Any, scope: Any) -> Any | None:
    """The one factor that is a logarithm of something with a dimension, if there is one."""
    factors = (f for f in sympy.Mul.make_args(term) if isinstance(f, sympy.log))
    logs = [f for f in factors if scope.find(f.args[0]) not in (ANY, PURE)]
    return logs[0] if len(logs) == 1 else None


def both_sides(sides: Sequence[Any], scope: Any) -> Exponents | AnyDimension:
    """The common dimension of two sides; where each has logarithms of quantities, those of both count together.

    ln L - ln t = ln(L/t) says the same in every unit, as ln L = 2 does not.
    """
    lhs, rhs = sides
    try:
        found: Exponents | AnyDimension = scope.agreeing(sides)
        return found
    except DimensionError:
        if not (lhs.has(sympy.log) and rhs.has(sympy.log)):
            raise
    turned = (sympy.Mul(-1, term) for term in sympy.Add.make_args(rhs))
    found = sum_of_terms(sympy.Add(*sympy.Add.make_args(lhs), *turned, evaluate=False), scope)
    return found


def under_a_derivative(expr: Any, scope: Any) -> Exponents | AnyDimension:
    """The dimension of what is differentiated: the unit of a quantity is a constant beside its logarithm, d ln T/dT = 1/T.

    So it is where the factor of the logarithm is a constant, too: d(T ln T)/dT is another number in every unit.
    """
    terms = []
    for term in sympy.Add.make_args(expr.expr):
        factor = _logarithm_of_a_quantity(term, scope) if term.has(sympy.log) else None
        beside = term if factor is None else term / factor
        variables = {variable for variable, _ in expr.variable_count}
        terms.append(term if beside.free_symbols & variables else beside)
    found: Exponents | AnyDimension = scope.agreeing(terms)
    return found
