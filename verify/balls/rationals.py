"""Exact rational arithmetic, where an expression allows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any

import sympy
from flint import fmpq

from verify.balls.core import MAX_NUMBER_BITS, Exact, rational
from verify.terms.sign_algebra import sign_of_number


def compile_exact(expr: Any) -> Exact | None:
    """A closure that computes `expr` in exact rational arithmetic from {symbol: fmpq}, or None.

    The closure answers None where a symbol has no rational value, at a division by
    zero, and where the numbers would get too big.
    """
    compute = _exact_node(expr)
    if compute is None:
        return None

    def value(values: Mapping[Any, Any]) -> Any:
        try:
            return compute(values)
        except (KeyError, ZeroDivisionError, OverflowError, NotExact):
            return None

    return value


def is_exact(kinds: Iterable[type]) -> bool:
    """May what has parts of these classes only be computed in rational arithmetic?"""
    return all(kind in EXACT_RULES or issubclass(kind, (sympy.Symbol, sympy.Rational)) for kind in kinds)


class NotExact(ArithmeticError):
    """Rational arithmetic ends here: an irrational power, or numbers that grow too big."""


def _exact_node(expr: Any) -> Exact | None:
    if expr.is_Rational:
        value = rational(expr)
        return lambda values: value
    if expr.is_Symbol:
        return itemgetter(expr)
    if expr.is_Pow and expr.exp.is_Integer:
        base = _exact_node(expr.base)
        return None if base is None else _exact_whole_power(base, int(expr.exp))
    rule = EXACT_RULES.get(expr.func)
    if rule is None:
        return None
    parts = []
    for arg in expr.args:
        part = _exact_node(arg)
        if part is None:
            return None
        parts.append(part)
    return lambda values: rule([part(values) for part in parts])


def _exact_sum(numbers: list[Any]) -> Any:
    total = numbers[0]
    for number in numbers[1:]:
        total = _small(total + number)
    return total


def _exact_product(numbers: list[Any]) -> Any:
    product = numbers[0]
    for number in numbers[1:]:
        product = _small(product * number)
    return product


def _small(number: Any) -> Any:
    """The number itself.  Raises NotExact for one that has grown too big."""
    if number.height_bits() > MAX_NUMBER_BITS:
        raise NotExact
    return number


def _exact_whole_power(base: Exact, exponent: int) -> Exact:
    size = abs(exponent)

    def power(values: Mapping[Any, Any]) -> Any:
        value = base(values)
        if size > 1 and value.height_bits() * size > MAX_NUMBER_BITS:
            raise NotExact
        return value**exponent

    return power


def _exact_power(numbers: list[Any]) -> Any:
    base, exponent = numbers
    if exponent.q != 1:
        raise NotExact
    return _exact_whole_power(lambda values: base, int(exponent.p))({})


def _exact_floor(number: Any) -> Any:
    return fmpq(int(number.p) // int(number.q))


def _exact_mod(numbers: list[Any]) -> Any:
    top, bottom = numbers
    return top - bottom * _exact_floor(top / bottom)


def _exact_sign(number: Any) -> Any:
    return fmpq(sign_of_number(number))


EXACT_RULES: dict[Any, Callable[[list[Any]], Any]] = {
    sympy.Add: _exact_sum,
    sympy.Mul: _exact_product,
    sympy.Pow: _exact_power,
    sympy.Abs: lambda n: abs(n[0]),
    sympy.sign: lambda n: _exact_sign(n[0]),
    sympy.floor: lambda n: _exact_floor(n[0]),
    sympy.ceiling: lambda n: -_exact_floor(-n[0]),
    sympy.frac: lambda n: n[0] - _exact_floor(n[0]),
    sympy.Mod: _exact_mod,
    sympy.Max: max,
    sympy.Min: min,
    sympy.re: lambda n: n[0],
    sympy.im: lambda n: fmpq(0),
    sympy.conjugate: lambda n: n[0],
}
