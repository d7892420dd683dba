"""Expressions in the variable of differential equations and in their functions, evaluated with Taylor models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sympy
from flint import acb, arb_series, ctx

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.odes.taylor_models import Model, SeriesFunction, Step, cosh, raised, sinh, tanh
from verify.wording import words

Values = Mapping[sympy.Symbol, Model]
Node = Callable[[Step, Values], Model]

FUNCTIONS: dict[type, SeriesFunction] = {
    sympy.exp: arb_series.exp,
    sympy.log: arb_series.log,
    sympy.sin: arb_series.sin,
    sympy.cos: arb_series.cos,
    sympy.tan: arb_series.tan,
    sympy.atan: arb_series.atan,
    sympy.asin: arb_series.asin,
    sympy.acos: arb_series.acos,
    sympy.erf: arb_series.erf,
    sympy.sinh: sinh,
    sympy.cosh: cosh,
    sympy.tanh: tanh,
}
"""Each finite only where it is smooth."""


def field(expression: sympy.Expr, parameters: Mapping[sympy.Symbol, acb]) -> Node:
    """The expression as a function of models, one for each of its other symbols.  Raises GiveUp."""
    if not expression.free_symbols - set(parameters):
        return _constant(expression, parameters)
    if expression.is_Symbol:
        return lambda step, values: values[expression]
    if expression.is_Add or expression.is_Mul:
        parts = [field(arg, parameters) for arg in expression.args]
        return _summed(parts) if expression.is_Add else _multiplied(parts)
    if expression.is_Pow:
        return _power(expression, parameters)
    function = FUNCTIONS.get(expression.func)
    if function is None:
        raise GiveUp(f"no Taylor model is known for {words(expression)}")
    inside = field(expression.args[0], parameters)
    return lambda step, values: inside(step, values).composed(function)


def _constant(expression: sympy.Expr, parameters: Mapping[sympy.Symbol, acb]) -> Node:
    compiled = compile_ball(expression)

    def constant(step: Step, values: Values) -> Model:
        value = compiled({s: b for s, b in parameters.items() if s in expression.free_symbols}, ctx.prec)
        if not value.is_finite() or not value.imag == 0:
            raise GiveUp(f"{words(expression)} has no real value")
        return step.constant(value.real)

    return constant


def _summed(parts: list[Node]) -> Node:
    def total(step: Step, values: Values) -> Model:
        found = parts[0](step, values)
        for part in parts[1:]:
            found = found + part(step, values)
        return found

    return total


def _multiplied(parts: list[Node]) -> Node:
    def product(step: Step, values: Values) -> Model:
        found = parts[0](step, values)
        for part in parts[1:]:
            found = found * part(step, values)
        return found

    return product


def _power(expression: Any, parameters: Mapping[sympy.Symbol, acb]) -> Node:
    base, exponent = expression.args
    if exponent.is_Integer:
        below, times = field(base, parameters), int(exponent)
        return lambda step, values: below(step, values).power(times)
    if not base.free_symbols - set(parameters) or exponent.free_symbols - set(parameters):
        return field(sympy.exp(exponent * sympy.log(base), evaluate=False), parameters)
    below, above = field(base, parameters), _constant(exponent, parameters)
    return lambda step, values: below(step, values).composed(raised(above(step, values).coefficient(0)))
