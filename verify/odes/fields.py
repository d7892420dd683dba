"""Expressions in the variable of differential equations and in their functions, evaluated with Taylor models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sympy
from flint import acb, arb, arb_series, ctx

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


NEAR = arb(2) ** -18
"""Of its size at the start of the solution: what is smaller may be followed to its zero."""


@dataclass
class Ending:
    """Where a broken power ends a solution: at the zero of its base, beyond which nothing is real.

    y^(3/2) has no series at y = 0.  On a last step the power counts as any number from 0 to its largest value, with
    0 for a base below zero: a continuous equation, Lipschitz for exponents from 1 on, whose one solution is that of the page up to
    the zero, and means nothing beyond.
    """

    size: arb | None = None
    reach: arb | None = None
    """How far away the zero is at the most, as the slope at the start of the step tells; None where it is not near."""
    base: sympy.Expr | None = None

    def look(self, base: sympy.Expr, model: Model) -> None:
        """What the series at the start of a step tells of the base."""
        value, slope = model.coefficient(0), model.coefficient(1)
        self.size = abs(value).upper() if self.size is None else self.size
        if self.base is None and value > 0 and slope < 0 and value < NEAR * self.size:
            self.base, self.reach = base, (2 * value / -slope).upper()

    def power(self, base: sympy.Expr, model: Model, exponent: arb) -> Model:
        if base != self.base or not exponent >= 1:
            raise GiveUp("the base of a power that is no whole number is not known to be positive along the solution")
        largest = model.range().upper()
        return model.step.constant(arb(0).union(largest**exponent if largest > 0 else arb(0)))


def field(expression: sympy.Expr, parameters: Mapping[sympy.Symbol, acb], ending: Ending | None = None) -> Node:
    """The expression as a function of models, one for each of its other symbols.  Raises GiveUp."""
    if not expression.free_symbols - set(parameters):
        return _constant(expression, parameters)
    if expression.is_Symbol:
        return lambda step, values: values[expression]
    if expression.is_Add or expression.is_Mul:
        parts = [field(arg, parameters, ending) for arg in expression.args]
        return _summed(parts) if expression.is_Add else _multiplied(parts)
    if expression.is_Pow:
        return _power(expression, parameters, ending)
    function = FUNCTIONS.get(expression.func)
    if function is None:
        raise GiveUp(f"no Taylor model is known for {words(expression)}")
    inside = field(expression.args[0], parameters, ending)
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


def _power(expression: Any, parameters: Mapping[sympy.Symbol, acb], ending: Ending | None) -> Node:
    base, exponent = expression.args
    if exponent.is_Integer:
        below, times = field(base, parameters, ending), int(exponent)
        return lambda step, values: below(step, values).power(times)
    if not base.free_symbols - set(parameters) or exponent.free_symbols - set(parameters):
        return field(sympy.exp(exponent * sympy.log(base), evaluate=False), parameters, ending)
    below, above = field(base, parameters, ending), _constant(exponent, parameters)

    def power(step: Step, values: Values) -> Model:
        model, number = below(step, values), above(step, values).coefficient(0)
        if ending is None or not base.is_Symbol:
            return model.composed(raised(number))
        if not step.h:
            ending.look(base, model)
        elif not model.range() > 0:
            return ending.power(base, model, number)
        return model.composed(raised(number))

    return power
