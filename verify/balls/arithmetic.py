"""Rules for numbers, symbols, sums, products, powers and logarithms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy
from flint import acb, arb

from verify.balls.compiler import Compiler, Rules
from verify.balls.core import (
    MAX_EXPONENT_BITS,
    MAX_NUMBER_BITS,
    NAN,
    ONE,
    ZERO,
    Env,
    Node,
    exact_integer,
    is_exactly,
    is_real,
    rational,
)
from verify.balls.functions import UNARY, unary
from verify.errors import GiveUp

CONSTANTS: dict[Any, Callable[[], Any]] = {
    sympy.pi: arb.pi,
    sympy.E: arb.const_e,
    sympy.EulerGamma: arb.const_euler,
    sympy.Catalan: arb.const_catalan,
    sympy.GoldenRatio: lambda: (1 + arb(5).sqrt()) / 2,
}


def _rational(compiler: Compiler, expr: Any) -> Node:
    if int(expr.p).bit_length() + int(expr.q).bit_length() > MAX_NUMBER_BITS:
        raise GiveUp(f"a number has more than {MAX_NUMBER_BITS} bits")
    value = rational(expr)
    return lambda env, analytic: acb(value)


def _float(compiler: Compiler, expr: Any) -> Node:
    raise GiveUp("a Float is not exact; expected an Integer or Rational")


def _infinite(compiler: Compiler, expr: Any) -> Node:
    raise GiveUp(f"no ball encloses the value {expr}")


def _constant(compiler: Compiler, expr: Any) -> Node:
    compute = CONSTANTS[expr]
    return lambda env, analytic: acb(compute())


def _imaginary_unit(compiler: Compiler, expr: Any) -> Node:
    value = acb(0, 1)
    return lambda env, analytic: value


def _symbol(compiler: Compiler, expr: Any) -> Node:
    return lambda env, analytic: env.balls[expr]


def _add(compiler: Compiler, expr: Any) -> Node:
    first, *others = compiler.nodes(expr.args)

    def add(env: Env, analytic: bool) -> acb:
        total = first(env, analytic)
        for other in others:
            total = total + other(env, analytic)
        return total

    return add


def _mul(compiler: Compiler, expr: Any) -> Node:
    factors = compiler.nodes(expr.args)

    def mul(env: Env, analytic: bool) -> acb:
        product = ONE
        for factor in factors:
            value = factor(env, analytic)
            if not value.is_finite():
                return NAN
            product = product * value
        return product

    return mul


def _pow(compiler: Compiler, expr: Any) -> Node:
    base, exponent = expr.base, expr.exp
    if base is sympy.E:
        return unary(UNARY[sympy.exp], compiler.node(exponent))
    if exponent.is_Integer:
        return _integer_power(compiler.node(base), int(exponent))
    if exponent.is_Rational and exponent.q == 2:
        return _half_integer_power(compiler.node(base), int(exponent.p))
    return _general_power(compiler.node(base), compiler.node(exponent))


def _integer_power(base: Node, exponent: int) -> Node:
    if exponent.bit_length() > MAX_EXPONENT_BITS:
        raise GiveUp(f"an exponent has more than {MAX_EXPONENT_BITS} bits")

    def power(env: Env, analytic: bool) -> acb:
        value = base(env, analytic)
        return value**exponent if value.is_finite() else NAN

    return power


def _half_integer_power(base: Node, twice: int) -> Node:
    if twice.bit_length() > MAX_EXPONENT_BITS:
        raise GiveUp(f"an exponent has more than {MAX_EXPONENT_BITS} bits")

    def power(env: Env, analytic: bool) -> acb:
        value = base(env, analytic)
        if not value.is_finite():
            return NAN
        root = value.sqrt(analytic=analytic)
        return root if twice == 1 else root**twice if root.is_finite() else NAN

    return power


def _general_power(base: Node, exponent: Node) -> Node:
    def power(env: Env, analytic: bool) -> acb:
        z, s = base(env, analytic), exponent(env, analytic)
        if not (z.is_finite() and s.is_finite()):
            return NAN
        whole = exact_integer(s)
        if whole is not None:
            return _whole_power(z, whole)
        if z.contains(0):
            return NAN if analytic else _power_near_zero(z, s)
        return z.pow(s, analytic=analytic)

    return power


def _whole_power(z: acb, n: int) -> acb:
    """z**n for an integer n, with SymPy's 0**0 = 1."""
    if n == 0:
        return ONE
    return z**n if abs(n).bit_length() <= MAX_EXPONENT_BITS else NAN


def _power_near_zero(z: acb, s: acb) -> acb:
    """z**s where z may be 0: |z**s| <= max |z|**s for real s > 0, and unknown otherwise."""
    if not (is_real(s) and s.real > 0):
        return NAN
    if is_exactly(z, 0):
        return ZERO
    size = arb(z.abs_upper())
    bound = (size**s.real).upper()
    # |z|**s grows with |z|, and the ball of s is inside the evaluation of size**s.
    return acb(arb(0, bound), arb(0, bound)) if not (is_real(z) and z.real >= 0) else acb(arb(0, bound))


def _log(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 1:
        raise GiveUp("no rule encloses log with two arguments")
    child = compiler.node(expr.args[0])

    def log(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        return z.log(analytic=analytic) if z.is_finite() and not z.contains(0) else NAN

    return log


RULES: Rules = {
    sympy.Rational: _rational,
    sympy.Float: _float,
    sympy.core.numbers.Infinity: _infinite,
    sympy.core.numbers.NegativeInfinity: _infinite,
    sympy.core.numbers.ComplexInfinity: _infinite,
    sympy.core.numbers.NaN: _infinite,
    sympy.core.numbers.ImaginaryUnit: _imaginary_unit,
    **{type(constant): _constant for constant in CONSTANTS},
    sympy.Symbol: _symbol,
    sympy.Add: _add,
    sympy.Mul: _mul,
    sympy.Pow: _pow,
    sympy.log: _log,
}
