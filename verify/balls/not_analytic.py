"""Rules for real and imaginary parts, signs, roundings and cases: functions that are not analytic."""

from __future__ import annotations

from typing import Any

import sympy
from flint import acb, arb

from verify.balls.compiler import Compiler, Rules
from verify.balls.core import NAN, ONE, ZERO, Env, Node, Undefined, is_real, sign_of
from verify.balls.rationals import compile_exact
from verify.errors import GiveUp

UNIT_DISC = acb(arb(0, 1), arb(0, 1))


def _mirror(child: Node) -> Node:
    """conj(f) on the path: z ↦ conj(f(conj z)), which is analytic where f is (Schwarz)."""

    def conjugate(env: Env, analytic: bool) -> acb:
        return child(env.conjugated() if analytic else env, analytic).conjugate()

    return conjugate


def _conjugate(compiler: Compiler, expr: Any) -> Node:
    return _mirror(compiler.node(expr.args[0]))


def _re(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    mirror = _mirror(child)

    def real(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        return (z + mirror(env, True)) / 2 if analytic else acb(z.real)

    return real


def _im(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    mirror = _mirror(child)

    def imaginary(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        return (z - mirror(env, True)) / acb(0, 2) if analytic else acb(z.imag)

    return imaginary


def _abs(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    mirror = _mirror(child)
    real = compiler.real_on_path(expr.args[0])

    def absolute(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        if not analytic:
            return acb(abs(z))
        if real:
            return z.real_abs(analytic=True)
        return (z * mirror(env, True)).sqrt(analytic=True)

    return absolute


def _arg(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])

    def argument(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        return NAN if analytic or not z.is_finite() or z.contains(0) else acb(z.arg())

    return argument


def _sign(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    real = compiler.real_on_path(expr.args[0])

    def sign(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite():
            return NAN
        if analytic and not real:
            return NAN
        if analytic or is_real(z):
            value = sign_of(z.real)
            if value is None or (analytic and value == 0):
                return NAN if analytic else acb(arb(0, 1))
            return acb(value)
        return UNIT_DISC if z.contains(0) else z.sgn()

    return sign


def _heaviside(compiler: Compiler, expr: Any) -> Node:
    child = compiler.node(expr.args[0])
    at_zero = compiler.node(expr.args[1]) if len(expr.args) > 1 else compiler.node(sympy.S.Half)
    real = compiler.real_on_path(expr.args[0])

    def step(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if not z.is_finite() or not (real if analytic else is_real(z)):
            return NAN
        sign = sign_of(z.real)
        if sign in (1, -1):
            return ONE if sign == 1 else ZERO
        if analytic:
            return NAN
        middle = at_zero(env, False)
        return middle if sign == 0 else ZERO.union(ONE).union(middle)

    return step


def _extremum(compiler: Compiler, expr: Any) -> Node:
    children = compiler.nodes(expr.args)
    real = all(compiler.real_on_path(arg) for arg in expr.args)
    largest = isinstance(expr, sympy.Max)

    def extremum(env: Env, analytic: bool) -> acb:
        values = [child(env, analytic) for child in children]
        if not all(z.is_finite() and (analytic or is_real(z)) for z in values) or (analytic and not real):
            return NAN
        best = values[0]
        for z in values[1:]:
            best = best.real_max(z, analytic=analytic) if largest else best.real_min(z, analytic=analytic)
        return best

    return extremum


def _atan2(compiler: Compiler, expr: Any) -> Node:
    y_node, x_node = compiler.nodes(expr.args)

    def angle(env: Env, analytic: bool) -> acb:
        y, x = y_node(env, analytic), x_node(env, analytic)
        if analytic or not (x.is_finite() and y.is_finite() and is_real(x) and is_real(y)):
            return NAN
        if x.contains(0) and y.contains(0):
            return NAN
        return acb(arb.atan2(y.real, x.real))

    return angle


def _rounding(compiler: Compiler, expr: Any) -> Node:
    """floor, ceiling and frac of a real argument; exact for exact rational arguments."""
    child = compiler.node(expr.args[0])
    exact = compile_exact(expr)
    real = compiler.real_on_path(expr.args[0])
    kind = expr.func

    def rounded(env: Env, analytic: bool) -> acb:
        value = exact(env.exact) if exact is not None else None
        if value is not None:
            return acb(value)
        z = child(env, analytic)
        if not z.is_finite() or not (real if analytic else is_real(z)):
            return NAN
        floor = -((-z).real_floor(analytic=analytic)) if kind is sympy.ceiling else z.real_floor(analytic=analytic)
        return z - floor if kind is sympy.frac else floor

    return rounded


def _mod(compiler: Compiler, expr: Any) -> Node:
    """Mod(x, y) = x - y floor(x/y), with the sign of y."""
    top, bottom = compiler.nodes(expr.args)
    exact = compile_exact(expr)

    def mod(env: Env, analytic: bool) -> acb:
        value = exact(env.exact) if exact is not None else None
        if value is not None:
            return acb(value)
        x, y = top(env, analytic), bottom(env, analytic)
        if analytic or not (x.is_finite() and y.is_finite() and is_real(x) and is_real(y)) or y.contains(0):
            return NAN
        return x - y * (x / y).real_floor()

    return mod


def _kronecker(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 2:
        raise GiveUp("no rule encloses KroneckerDelta with a range")
    equal = compiler.relation(sympy.Eq(*expr.args, evaluate=False))

    def delta(env: Env, analytic: bool) -> acb:
        try:
            value = equal(env, analytic)
        except Undefined:
            return NAN
        return NAN if value is None else ONE if value else ZERO

    return delta


def _piecewise(compiler: Compiler, expr: Any) -> Node:
    branches = [(compiler.node(value), compiler.test(condition)) for value, condition in expr.args]

    def piecewise(env: Env, analytic: bool) -> acb:
        hull: acb | None = None
        for value, condition in branches:
            try:
                active = condition(env, analytic)
            except Undefined:
                return NAN
            if active is False:
                continue
            if active is None and analytic:
                return NAN
            ball = value(env, analytic)
            hull = ball if hull is None else hull.union(ball)
            if active or not hull.is_finite():
                return hull if hull.is_finite() else NAN
        return NAN

    return piecewise


RULES: Rules = {
    sympy.conjugate: _conjugate,
    sympy.re: _re,
    sympy.im: _im,
    sympy.Abs: _abs,
    sympy.arg: _arg,
    sympy.sign: _sign,
    sympy.Heaviside: _heaviside,
    sympy.Max: _extremum,
    sympy.Min: _extremum,
    sympy.atan2: _atan2,
    sympy.floor: _rounding,
    sympy.ceiling: _rounding,
    sympy.frac: _rounding,
    sympy.Mod: _mod,
    sympy.KroneckerDelta: _kronecker,
    sympy.Piecewise: _piecewise,
}
