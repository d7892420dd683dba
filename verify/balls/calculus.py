"""Rules with bound variables: derivatives, substitutions, integrals, finite sums and products."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import sympy
from flint import acb, arb, ctx
from sympy.core.function import AppliedUndef

from verify.balls.compiler import Compiler, Rules, described
from verify.balls.core import MAX_TERMS, NAN, Env, Node, exact_integer, is_real, work
from verify.balls.derivatives import differentiated
from verify.balls.growth import NOT_SMOOTH
from verify.balls.improper import Improper
from verify.balls.infinite_sums import infinite_sum
from verify.errors import GiveUp
from verify.terms.differentiability import Differentiability
from verify.terms.requirements import IsCount, IsDifferentiable, IsNotAPole, IsOffTheCut, IsReal, Requirement
from verify.terms.survey import hides_its_variable

MAX_INTEGRAND_CALLS = 20_000


def _derivative(compiler: Compiler, expr: Any) -> Node:
    """d/dx by confirmed rules, for smooth parts only: at a kink those rules and the derivative may differ.

    At a point the derivative counts where the function itself is known and every condition of
    `verify.terms.differentiability` certainly holds.  Derivatives inside are carried out first.  They are compiled
    as a part of the function, too, with conditions of their own: these hold around a point at which they certainly
    hold, since nothing that jumps is in them, so that there the function is what it was differentiated as.
    """
    if expr.has(AppliedUndef):
        raise GiveUp("no rule encloses the derivative of an undefined function")
    if hides_its_variable(expr):
        raise GiveUp(f"what {expr.expr} is as a function of {expr.variables[0]} is not known")
    if expr.expr.has(*NOT_SMOOTH):
        raise GiveUp("no rule encloses the derivative of a function with kinks, of an integral or of a sum")
    function = _carried_out(expr.expr)
    done = None if function is None else _differentiated(function, expr)
    if done is None or done.has(sympy.Derivative, sympy.Subs):
        raise GiveUp("no rule encloses an unevaluated Derivative")
    slope, body = compiler.node(done), compiler.node(expr.expr)
    derivatives = dict.fromkeys((expr, sympy.Derivative(function, *expr.variable_count, evaluate=False)))
    asked = (part for derivative in derivatives for part in Differentiability().where_differentiable(derivative))
    tests = [_smooth_test(compiler, part) for part in dict.fromkeys(asked)]

    def derivative(env: Env, analytic: bool) -> acb:
        smooth = body(env, analytic).is_finite() and all(test(env, analytic) for test in tests)
        return slope(env, analytic) if smooth else NAN

    return derivative


def _carried_out(expr: Any) -> Any | None:
    """The expression with every derivative in it carried out, from the inside out; None if one has no confirmed rule."""
    if not expr.has(sympy.Derivative):
        return expr
    args = [_carried_out(arg) for arg in expr.args]
    if None in args:
        return None
    return _differentiated(args[0], expr) if isinstance(expr, sympy.Derivative) else expr.func(*args)


def _differentiated(function: Any, derivative: Any) -> Any | None:
    """The function differentiated by what `derivative` is taken by."""
    for variable, times in derivative.variable_count:
        for _ in range(times):
            function = None if function is None else differentiated(function, variable)
    return function


def _smooth_test(compiler: Compiler, part: Any) -> Callable[[Env, bool], bool]:
    """Does the condition certainly hold there?"""
    if isinstance(part, IsDifferentiable):
        raise GiveUp("no rule tells where the derivative exists")
    value = compiler.node(part.args[0] if isinstance(part, Requirement) else part)

    def holds(env: Env, analytic: bool) -> bool:
        ball = value(env, analytic)
        if not ball.is_finite():
            return False
        if isinstance(part, IsOffTheCut):
            return not ball.imag.contains(0) or bool(ball.real > 0)
        if isinstance(part, (IsNotAPole, IsCount, IsReal)):
            return part.is_met_by(ball)
        if isinstance(part, Requirement):
            return not ball.contains_integer()
        return not ball.contains(0)

    return holds


def _subs(compiler: Compiler, expr: Any) -> Node:
    """Subs(f, x, p): f evaluated where x is p."""
    values = compiler.nodes(expr.point)
    path = compiler.path
    fresh = [sympy.Dummy(**symbol._assumptions_orig) for symbol in expr.variables]
    body_expr = expr.expr.xreplace(dict(zip(expr.variables, fresh, strict=True)))
    # The bound variable follows the path whenever its value does.
    moved = {dummy for dummy, value in zip(fresh, expr.point, strict=True) if value.free_symbols & path}
    if moved:
        raise GiveUp("no rule encloses Subs under an integral over its point")
    body = compiler.node(body_expr)

    def substituted(env: Env, analytic: bool) -> acb:
        balls = dict(env.balls)
        for symbol, value in zip(fresh, values, strict=True):
            balls[symbol] = value(env, analytic)
        return body(Env(balls, env.exact, env.path), analytic)

    return substituted


def _integral(compiler: Compiler, expr: Any) -> Node:
    """A definite integral over real intervals; several limits are nested, the first innermost."""
    limit = expr.limits[-1]
    if len(limit) != 3:
        raise GiveUp("no rule encloses an indefinite Integral")
    variable, lower, upper = limit
    inner = expr.function if len(expr.limits) == 1 else sympy.Integral(expr.function, *expr.limits[:-1])
    place = sympy.Dummy(variable.name, real=True)
    inner = inner.xreplace({variable: place})
    outer_path = compiler.path
    compiler.path = outer_path | {place}
    try:
        body = compiler.node(inner)
    finally:
        compiler.path = outer_path
    if lower.is_infinite or upper.is_infinite:
        return Improper(compiler, inner, place, (lower, upper), body)
    start, end = compiler.nodes((lower, upper))
    proper = _quadrature(body, place, start, end)
    return proper if outer_path else _or_improper(compiler, proper, inner, place, (lower, upper), body)


def _or_improper(
    compiler: Compiler, proper: Node, integrand: Any, place: Any, limits: tuple[Any, Any], body: Node
) -> Node:
    """The proper integral, unless the integrand is undefined at an end or so steep there that the quadrature tells little."""

    @cache
    def improper() -> Node | None:
        try:
            return Improper(compiler, integrand, place, limits, body)
        except GiveUp:
            return None

    ends = compiler.nodes(limits)

    def integral(env: Env, analytic: bool) -> acb:
        singular = False
        for end in ends:
            at = end(env, False)
            singular = (
                singular or not body(Env({**env.balls, place: at}, env.exact, (*env.path, place)), False).is_finite()
            )
        value = NAN if singular else proper(env, analytic)
        if value.is_finite() and arb(value.rad()) < arb(2) ** (-int(ctx.prec) // 2) * (1 + arb(value.abs_lower())):
            return value
        node = None if analytic or work.is_used_up() else improper()
        other = NAN if node is None else node(env, False)
        return other if other.is_finite() else value

    return integral


def _quadrature(body: Node, place: Any, start: Node, end: Node) -> Node:
    """∫ body over the straight path by `acb.integral`.

    With `analytic` set by an integral around this one, the inner integrand must be
    analytic in both variables together, so that the integral is analytic in the outer one.
    """

    def integral(env: Env, analytic: bool) -> acb:
        a, b = start(env, analytic), end(env, analytic)
        if work.is_used_up() or not (a.is_finite() and b.is_finite()) or not (analytic or (is_real(a) and is_real(b))):
            return NAN
        local = Env(dict(env.balls), env.exact, (*env.path, place))

        def integrand(z: acb, inner_analytic: bool) -> acb:
            if not work.go_on():
                return NAN
            local.balls[place] = z
            return body(local, inner_analytic or analytic)

        value = acb.integral(integrand, a, b, eval_limit=MAX_INTEGRAND_CALLS)
        return value if value.is_finite() else NAN

    return integral


def _sum(compiler: Compiler, expr: Any) -> Node:
    if len(expr.limits[-1]) == 3 and expr.limits[-1][2] is sympy.oo:
        return infinite_sum(compiler, expr)
    return _iterated(compiler, expr, lambda total, term: total + term, 0)


def _product(compiler: Compiler, expr: Any) -> Node:
    return _iterated(compiler, expr, lambda total, term: total * term, 1)


def _iterated(compiler: Compiler, expr: Any, join: Callable[[acb, acb], acb], empty: int) -> Node:
    """A finite Sum or Product between integer bounds; several limits are nested, the first innermost."""
    limit = expr.limits[-1]
    if len(limit) != 3:
        raise GiveUp(f"no rule encloses a {described(expr)} without bounds")
    index, lower, upper = limit
    inner = expr.function if len(expr.limits) == 1 else expr.func(expr.function, *expr.limits[:-1])
    if lower.is_infinite or upper.is_infinite:
        raise GiveUp(f"no rule encloses an infinite {described(expr)}")
    place = sympy.Dummy(index.name, integer=True)
    body = compiler.node(inner.xreplace({index: place}))
    start, end = compiler.nodes((lower, upper))

    def iterated(env: Env, analytic: bool) -> acb:
        first, last = exact_integer(start(env, False)), exact_integer(end(env, False))
        # Below first - 1, SymPy's Karr convention and the empty sum of a paper differ.
        if first is None or last is None or last < first - 1 or last - first > MAX_TERMS:
            return NAN
        total = acb(empty)
        for k in range(first, last + 1):
            term = body(env.with_integer(place, k), analytic) if work.go_on() else NAN
            if not term.is_finite():
                return NAN
            total = join(total, term)
        return total

    return iterated


RULES: Rules = {
    sympy.Derivative: _derivative,
    sympy.Subs: _subs,
    sympy.Integral: _integral,
    sympy.Sum: _sum,
    sympy.Product: _product,
}
