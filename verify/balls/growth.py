"""Bounds of an expression for all values of a variable beyond a place: towards infinity, or towards zero.

An expression is read from the inside out, each part as a germ (`verify.balls.scales`): a scale times a ball that holds the
rest for *all* x ≥ T.  Towards zero, u = 1/x.  A sum takes the scale of the part that prevails, and the others enter its
ball by the largest value of their ratio.  Nothing is divided by a ball that holds zero, and no logarithm taken of it: a pole
anywhere beyond T leaves the part without a germ.

A part that is analytic around u = 0 and whose first m derivatives are exactly zero there is u^m/m! times the mean of its
m-th derivative between 0 and u, which lies in the ball of that derivative (Taylor's formula, remainder as an integral).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import factorial
from typing import Any

import sympy
from flint import acb, arb

from verify.balls.compiler import Compiler
from verify.balls.core import Env, Node, is_exactly, is_real
from verify.balls.derivatives import differentiated
from verify.balls.functions import UNARY, apply_unary
from verify.balls.scales import UNIT, WAVE, Germ, Scale
from verify.errors import GiveUp

ONE = Scale()
MAX_ORDER = 6
NOT_SMOOTH = (
    sympy.Abs, sympy.sign, sympy.Heaviside, sympy.Piecewise, sympy.Max, sympy.Min, sympy.floor, sympy.ceiling, sympy.frac, sympy.Mod,
    sympy.arg, sympy.re, sympy.im, sympy.conjugate, sympy.KroneckerDelta, sympy.Integral, sympy.Sum, sympy.Product,
)  # fmt: skip


class Growth:
    """How an expression grows as its positive variable goes to infinity, or (`at_zero`) to zero.

    `waves` is the greatest argument of a bounded function met: what it takes to follow its oscillations up to T.
    """

    def __init__(self, compiler: Compiler, variable: Any, at_zero: bool) -> None:
        self.compiler = compiler
        self.variable = variable
        self.at_zero = at_zero
        self.known: dict[tuple[Any, bool], Node | None] = {}
        self.waves = arb(0)

    def germ(self, expr: Any, env: Env, start: arb) -> Germ | None:
        """The expression for all x ≥ start > e; None where no rule bounds it.  The balls of `env` are the parameters."""
        if self.variable not in expr.free_symbols:
            node = self._node(expr, False)
            value = None if node is None else node(env, False)
            return Germ(ONE, value, True) if value is not None and value.is_finite() else None
        if expr == self.variable:
            return Germ(Scale(power=arb(-1 if self.at_zero else 1)), acb(1), True)
        if self.at_zero and not (expr.is_Mul or expr.is_Pow):
            found = self._by_taylor(expr, env, start)
            if found is not None:
                return found
        for kind in type(expr).__mro__:
            if kind in RULES:
                found = RULES[kind](self, expr, env, start)
                return found if found is not None and found.ball.is_finite() else None
        return self._of_bounded_argument(expr, env, start)

    def _node(self, expr: Any, moving: bool) -> Node | None:
        """The compiled expression; None if no rule encloses it."""
        key = expr, moving
        if key not in self.known:
            former = self.compiler.path
            self.compiler.path = frozenset({self.variable}) if moving else frozenset()
            try:
                self.known[key] = self.compiler.node(expr)
            except GiveUp:
                self.known[key] = None
            finally:
                self.compiler.path = former
        return self.known[key]

    def _by_taylor(self, expr: Any, env: Env, start: arb) -> Germ | None:
        """u^m/m! times the ball of the m-th derivative between 0 and 1/start, for the first that is not exactly zero at 0."""
        if expr.has(*NOT_SMOOTH):
            return None
        near = self._at(env, acb(arb(0).union(1 / start)))
        there = self._at(env, acb(0))
        found = None
        for order in range(MAX_ORDER + 1):
            node = None if expr is None else self._node(expr, True)
            if node is None:
                return found
            ball = node(near, True)
            if not ball.is_finite():
                return found
            found = Germ(Scale(power=arb(-order)), ball / factorial(order))
            if not ball.contains(0) or not is_exactly(node(there, False), 0):
                return found
            expr = differentiated(expr, self.variable)
        return found

    def _at(self, env: Env, value: acb) -> Env:
        return Env({**env.balls, self.variable: value}, env.exact, (self.variable,))

    def _of_bounded_argument(self, expr: Any, env: Env, start: arb) -> Germ | None:
        """A function of a bounded argument, by the ball of all its values."""
        rule = UNARY.get(expr.func)
        inner = self.germ(expr.args[0], env, start) if rule is not None and len(expr.args) == 1 else None
        values = None if inner is None else inner.values(start)
        if rule is None or values is None:
            return None
        ball = apply_unary(rule, values, False)
        return Germ(ONE, ball) if ball.is_finite() else None


@lru_cache(maxsize=1024)
def _expanded(expr: Any) -> Any:
    return sympy.expand(expr)


def _mul(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    product = Germ(ONE, acb(1), True)
    for factor in expr.args:
        germ = growth.germ(factor, env, start)
        if germ is None:
            return None
        product = product.times(germ)
    return product


def _add(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    spread = _expanded(expr)
    if not spread.is_Add:
        return growth.germ(spread, env, start)
    total = None
    for term in spread.args:
        germ = growth.germ(term, env, start)
        total = germ if total is None or germ is None else total.plus(germ, start)
        if total is None:
            return None
    return total


def _pow(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    base, exponent = expr.args
    if growth.variable in exponent.free_symbols:  # z^s is exp(s log z)
        return _exp_of(growth, exponent * sympy.log(base), env, start)
    power, inner = growth.germ(exponent, env, start), growth.germ(base, env, start)
    if power is None or inner is None or not is_real(power.ball):
        return None
    r, ball = power.ball.real, inner.ball
    small = bool(exponent.is_Integer and abs(exponent) < 2**16)
    if small or (is_real(ball) and ball.real > 0):
        if r < 0 and ball.contains(0):
            return None
        found = ball ** int(exponent) if small else acb(ball.real**r)
        return Germ(inner.scale.to(r), found, inner.steady)
    # |β^r| = |β|^r for real r, whatever the branch
    if r > 0:
        size = arb(ball.abs_upper()) ** r
    elif r < 0 and not ball.contains(0):
        size = arb(ball.abs_lower()) ** r
    else:
        return None
    return Germ(inner.scale.to(r), UNIT * size.upper())


def _exp(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    return _exp_of(growth, expr.args[0], env, start)


def _exp_of(growth: Growth, exponent: Any, env: Env, start: arb) -> Germ | None:
    product = Germ(ONE, acb(1), True)
    for term in sympy.Add.make_args(_expanded(exponent)):
        inner = growth.germ(term, env, start)
        factor = None if inner is None else _exp_of_term(growth, inner, start)
        if factor is None:
            return None
        product = product.times(factor)
    return product


def _exp_of_term(growth: Growth, inner: Germ, start: arb) -> Germ | None:
    scale, ball = inner.scale, inner.ball
    values = inner.values(start)
    if values is not None:
        return Germ(ONE, values.exp(), inner.steady and scale.is_one)
    if not ball.imag.is_zero():
        growth.waves = growth.waves.max((abs(ball.imag) * scale.at(start)).upper())
    q = _plain_power(scale)
    if q is not None:
        if inner.steady:
            kept = {} if ball.real == 0 else {q: ball.real}
            return Germ(Scale(kept), acb(1) if is_real(ball) else UNIT, is_real(ball))
        return Germ(Scale({q: ball.real.upper()}), UNIT)
    if not scale.exponents and scale.power == 0 and scale.logs == 1 and inner.steady and is_real(ball):
        return Germ(Scale(power=ball.real), acb(1), True)
    if not ball.real < 0:
        return Germ(ONE, UNIT) if ball.real == 0 else None
    # s(x) ≥ s(T) (x/T)^q where s rises at least like x^q, so that exp(-b s(x)) ≤ exp(-b s(T) (x/T)^q).
    rises = -ONE.times(scale, -1).steepness(start)
    for q in (Fraction(1), Fraction(1, 2)):
        if rises >= arb(q.numerator) / q.denominator:
            lowest = scale.at(start).lower() / start ** (arb(q.numerator) / q.denominator)
            return Germ(Scale({q: (ball.real.upper() * lowest).upper()}), UNIT)
    return None


def _plain_power(scale: Scale) -> Fraction | None:
    """q > 0 of a scale that is x^q."""
    if scale.exponents or not scale.logs.is_zero() or not scale.power.is_exact() or not 0 < scale.power < 2**16:
        return None
    mantissa, exponent = scale.power.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def _log(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    arg = expr.args[0]
    if arg.is_Add:
        rest = growth.germ(arg - 1, env, start)
        values = None if rest is None else rest.values(start)
        if rest is not None and values is not None and not rest.scale.is_one and arb(values.abs_upper()) < 1:
            # log(1 + r) is r times the mean of 1/(1 + s r) for s between 0 and 1
            return Germ(rest.scale, rest.ball / (1 + values * arb(0).union(1)))
    inner = growth.germ(arg, env, start)
    if inner is None or inner.ball.contains(0):
        return None
    scale, constant = inner.scale, inner.ball.log()
    if scale.is_one:
        return Germ(ONE, constant, inner.steady)
    if not scale.logs.is_zero():
        return None
    if not scale.exponents:
        alone = is_exactly(constant, 0)
        return Germ(Scale(logs=arb(1)), scale.power + constant * arb(0).union(1 / start.log()), alone)
    # log s = c x^q (1 + smaller powers) + p log x, each over the leading x^q
    lead = max(scale.exponents)
    unit = Scale(power=arb(lead.numerator) / lead.denominator)
    total: Germ | None = Germ(unit, acb(scale.exponents[lead]), True)
    rest_of = [
        Germ(Scale(power=arb(q.numerator) / q.denominator), acb(c)) for q, c in scale.exponents.items() if q != lead
    ]
    for part in (*rest_of, Germ(Scale(logs=arb(1)), acb(scale.power)), Germ(ONE, constant)):
        total = None if total is None else total if is_exactly(part.ball, 0) else total.plus(part, start)
    return total


def _sin(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    inner = growth.germ(expr.args[0], env, start)
    values = None if inner is None else inner.values(start)
    if inner is not None and values is not None:
        return Germ(inner.scale, inner.ball * values.sinc()) if not inner.scale.is_one else Germ(ONE, values.sin())
    return _wave(growth, inner, start)


def _cos(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    inner = growth.germ(expr.args[0], env, start)
    values = None if inner is None else inner.values(start)
    return Germ(ONE, values.cos()) if values is not None else _wave(growth, inner, start)


def _wave(growth: Growth, inner: Germ | None, start: arb) -> Germ | None:
    """A function that is real and at most 1 in modulus on the real line."""
    if inner is None or not is_real(inner.ball):
        return None
    growth.waves = growth.waves.max((arb(inner.ball.abs_upper()) * inner.scale.at(start)).upper())
    return Germ(ONE, WAVE)


def _bessel_j(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    """|J_ν(x)| ≤ 1 for real ν ≥ 0 and x ≥ 0 (DLMF 10.14.1)."""
    order, inner = growth.germ(expr.args[0], env, start), growth.germ(expr.args[1], env, start)
    if (
        order is None
        or not order.steady
        or not order.scale.is_one
        or not (is_real(order.ball) and order.ball.real >= 0)
    ):
        return None
    return _wave(growth, inner, start) if inner is not None and inner.ball.real >= 0 else None


def _bounded(largest: Callable[[], arb]) -> Rule:
    """A function that is bounded on the real line: by its largest value, or the ball of a bounded argument."""

    def rule(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
        near = growth._of_bounded_argument(expr, env, start)
        inner = growth.germ(expr.args[0], env, start) if near is None else None
        return near or (Germ(ONE, WAVE * largest()) if inner is not None and is_real(inner.ball) else None)

    return rule


def _abs(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
    inner = growth.germ(expr.args[0], env, start)
    return None if inner is None else Germ(inner.scale, acb(abs(inner.ball)), inner.steady)


def _by_exponentials(function: Callable[[Any, Any], Any]) -> Rule:
    """A hyperbolic function, by its definition."""

    def rule(growth: Growth, expr: Any, env: Env, start: arb) -> Germ | None:
        arg = expr.args[0]
        return growth.germ(function(sympy.exp(arg), sympy.exp(-arg)), env, start)

    return rule


Rule = Callable[[Growth, Any, Env, arb], Germ | None]
RULES: dict[Any, Rule] = {
    sympy.Mul: _mul,
    sympy.Add: _add,
    sympy.Pow: _pow,
    sympy.exp: _exp,
    sympy.log: _log,
    sympy.sin: _sin,
    sympy.cos: _cos,
    sympy.besselj: _bessel_j,
    sympy.erf: _bounded(lambda: arb(1)),
    sympy.atan: _bounded(lambda: arb.pi() / 2),
    sympy.Abs: _abs,
    sympy.sinh: _by_exponentials(lambda up, down: (up - down) / 2),
    sympy.cosh: _by_exponentials(lambda up, down: (up + down) / 2),
    sympy.tanh: _by_exponentials(lambda up, down: (up - down) / (up + down)),
    sympy.coth: _by_exponentials(lambda up, down: (up + down) / (up - down)),
    sympy.sech: _by_exponentials(lambda up, down: 2 / (up + down)),
    sympy.csch: _by_exponentials(lambda up, down: 2 / (up - down)),
}
