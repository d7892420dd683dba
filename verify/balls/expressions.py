"""Expressions and conditions, compiled by all rules, and points at which they are evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sympy
from flint import acb

from verify.balls import calculus, elementary
from verify.balls.compiler import Compiler, Rules, check_size
from verify.balls.core import NAN, Env, Node, Undefined, precision, rational, sign_of, work
from verify.balls.rationals import compile_exact
from verify.errors import GiveUp
from verify.terms.sign_algebra import sign_of_number

RULES: Rules = elementary.RULES | calculus.RULES
MAX_LOOKS = 200_000
"""Looks at integrands and terms for one value: sums over sums and integrals over integrals multiply."""

HEAVY = (sympy.Integral, sympy.Sum, sympy.Product, sympy.hyper, sympy.polylog, sympy.zeta)


@dataclass(frozen=True)
class BallFunction:
    """A compiled expression.

    Calling it with a point (symbol → Rational, Rational + I*Rational, or acb) and a
    precision returns a ball that contains the value there, or a non-finite ball.  The
    point must respect the symbols' assumptions: they were used when SymPy built the
    expression.  `heavy` says that it holds an integral or a long sum.
    """

    expr: Any
    node: Node
    heavy: bool

    def __call__(self, point: Mapping[Any, Any], bits: int) -> acb:
        with precision(bits):
            return self.at(environment(point))

    def at(self, env: Env) -> acb:
        """The enclosure at the current precision."""
        try:
            if not self.heavy:
                return self.node(env, False)
            with work.looks(MAX_LOOKS):
                return self.node(env, False)
        except KeyError as missing:
            raise ValueError(f"point has no value for symbol {missing.args[0]}; expected one for each") from None
        except (ZeroDivisionError, OverflowError, RecursionError):
            return NAN


def compile_ball(expr: Any) -> BallFunction:
    """Compiles a SymPy expression.  Raises GiveUp, naming what no rule encloses."""
    return compile_balls((expr,))[0]


def compile_balls(exprs: Iterable[Any]) -> list[BallFunction]:
    """The same for several expressions, of which a common part is compiled once."""
    compiler = Compiler(RULES)
    compiled = []
    for expr in exprs:
        expr = sympy.sympify(expr, strict=True)
        found = check_size(expr)
        try:
            compiled.append(BallFunction(expr, compiler.node(expr), found.has(*HEAVY)))
        except RecursionError:
            raise GiveUp("expression is nested too deeply") from None
    return compiled


def enclose(expr: Any, point: Mapping[Any, Any], bits: int) -> acb:
    """A ball that contains the value of `expr` at `point`, or a non-finite ball."""
    return compile_ball(expr)(point, bits)


def sign_at(expr: Any, point: Mapping[Any, Any], max_bits: int = 1024) -> int | None:
    """The certified sign of a real expression at a point: -1, 0, 1, or None when undecided.

    0 is answered only for an exact rational zero or an exact zero ball.
    """
    function = compile_ball(expr)
    exact = compile_exact(function.expr)
    env = environment(point)
    if exact is not None:
        value = exact(env.exact)
        if value is not None:
            return sign_of_number(value)
    bits = 64
    while bits <= max_bits:
        ball = function(point, bits)
        if ball.is_finite() and ball.imag == 0:
            sign = sign_of(ball.real)
            if sign is not None:
                return sign
        bits *= 2
    return None


def compile_condition(condition: Any) -> Callable[[Env], bool | None]:
    """Compiles a relation, or And/Or/Not of relations, to a three-valued test at an Env.

    True and False are certified; None means undecided.  Raises GiveUp.
    """
    check_size(condition)
    test = Compiler(RULES).test(condition)

    def decide(env: Env) -> bool | None:
        try:
            return test(env, False)
        except Undefined:
            return None

    return decide


def environment(point: Mapping[Any, Any]) -> Env:
    """An Env at the current precision from exact (or ball) values: rational numbers, or constants with a finite ball."""
    balls: dict[Any, acb] = {}
    exact: dict[Any, Any] = {}
    for symbol, value in point.items():
        if isinstance(value, acb):
            balls[symbol] = value
        elif value.is_Rational:
            exact[symbol] = number = rational(value)
            balls[symbol] = acb(number)
        else:
            balls[symbol] = _constant(symbol, value)
    return Env(balls, exact)


def _constant(symbol: Any, value: Any) -> acb:
    """The ball of an exact number that is not rational."""
    if value.is_Add or value.is_Mul:
        re, im = value.as_real_imag()
        if re.is_Rational and im.is_Rational:
            return acb(rational(re), rational(im))
    try:
        ball = None if value.free_symbols else compile_ball(value).node(Env({}, {}), False)
    except (GiveUp, ArithmeticError):
        ball = None
    if ball is None or not ball.is_finite():
        raise ValueError(f"{symbol}={value}: expected a number")
    return ball
