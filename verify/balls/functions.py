"""Rules for analytic functions of one argument, each with its branch cuts.

A test `off_...` is True only if the ball certainly avoids a closed set that holds the cut
and its branch points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy
from flint import acb, arb

from verify.balls.compiler import Compiler, Rules, described
from verify.balls.core import NAN, Env, Node, is_exactly
from verify.errors import GiveUp


def off_negative_axis(z: acb) -> bool:
    """z avoids (-∞, 0]."""
    return bool(z.real > 0) or not z.imag.contains(0)


def off_right_ray(z: acb) -> bool:
    """z avoids [1, ∞)."""
    return bool(z.real < 1) or not z.imag.contains(0)


def off_left_ray(z: acb) -> bool:
    """z avoids (-∞, 1]."""
    return bool(z.real > 1) or not z.imag.contains(0)


def off_real_rays(z: acb) -> bool:
    """z avoids (-∞, -1] and [1, ∞)."""
    return (bool(z.real < 1) and bool(z.real > -1)) or not z.imag.contains(0)


def off_minus_one_ray(z: acb) -> bool:
    """z avoids (-∞, -1]."""
    return bool(z.real > -1) or not z.imag.contains(0)


def off_imaginary_rays(z: acb) -> bool:
    """z avoids ±i[1, ∞)."""
    return (bool(z.imag < 1) and bool(z.imag > -1)) or not z.real.contains(0)


def off_lambert_cut(z: acb) -> bool:
    """z avoids (-∞, -1/e], the cut of the principal branch."""
    return off_minus_one_ray(z * acb(arb.const_e()))


@dataclass(frozen=True)
class Unary:
    """A function of one argument: how Arb computes it, where it is analytic, and the exact
    points of the cut at which SymPy and Arb agree."""

    compute: Callable[[acb], acb]
    clear: Callable[[acb], bool] | None = None
    agreed: tuple[int, ...] = ()


UNARY: dict[Any, Unary] = {
    # entire and meromorphic: Arb answers a non-finite ball at a pole
    sympy.exp: Unary(acb.exp),
    sympy.sin: Unary(acb.sin),
    sympy.cos: Unary(acb.cos),
    sympy.tan: Unary(acb.tan),
    sympy.cot: Unary(acb.cot),
    sympy.sec: Unary(acb.sec),
    sympy.csc: Unary(acb.csc),
    sympy.sinc: Unary(acb.sinc),
    sympy.sinh: Unary(acb.sinh),
    sympy.cosh: Unary(acb.cosh),
    sympy.tanh: Unary(acb.tanh),
    sympy.coth: Unary(acb.coth),
    sympy.sech: Unary(acb.sech),
    sympy.csch: Unary(acb.csch),
    sympy.gamma: Unary(acb.gamma),
    sympy.factorial: Unary(lambda z: (z + 1).gamma()),
    sympy.digamma: Unary(acb.digamma),
    sympy.erf: Unary(acb.erf),
    sympy.erfc: Unary(acb.erfc),
    sympy.erfi: Unary(acb.erfi),
    sympy.Si: Unary(acb.si),
    sympy.Shi: Unary(acb.shi),
    sympy.fresnels: Unary(acb.fresnel_s),
    sympy.fresnelc: Unary(acb.fresnel_c),
    sympy.airyai: Unary(lambda z: z.airy_ai()),
    sympy.airybi: Unary(lambda z: z.airy_bi()),
    sympy.airyaiprime: Unary(lambda z: z.airy_ai(derivative=1)),
    sympy.airybiprime: Unary(lambda z: z.airy_bi(derivative=1)),
    # with branch cuts, DLMF 4.23, 4.37, 5.2, 6.2, 19.2
    sympy.asin: Unary(acb.asin, off_real_rays, (-1, 1)),
    sympy.acos: Unary(acb.acos, off_real_rays, (-1, 1)),
    sympy.atan: Unary(acb.atan, off_imaginary_rays),
    sympy.asinh: Unary(acb.asinh, off_imaginary_rays),
    sympy.acosh: Unary(acb.acosh, off_left_ray, (1,)),
    sympy.atanh: Unary(acb.atanh, off_real_rays),
    sympy.loggamma: Unary(acb.lgamma, off_negative_axis),
    sympy.Ci: Unary(acb.ci, off_negative_axis),
    sympy.Chi: Unary(acb.chi, off_negative_axis),
    sympy.li: Unary(acb.li, off_left_ray),
    sympy.elliptic_k: Unary(acb.elliptic_k, off_right_ray),
}


# f(z) = g(1/z): SymPy defines the reciprocal inverses so, acot included.
RECIPROCAL: dict[Any, Any] = {
    sympy.acot: sympy.atan,
    sympy.asec: sympy.acos,
    sympy.acsc: sympy.asin,
    sympy.acoth: sympy.atanh,
    sympy.asech: sympy.acosh,
    sympy.acsch: sympy.asinh,
}


def apply_unary(rule: Unary, z: acb, analytic: bool) -> acb:
    if not z.is_finite():
        return NAN
    if (rule.clear is not None and not rule.clear(z)) and (
        analytic or not any(is_exactly(z, value) for value in rule.agreed)
    ):
        return NAN
    return rule.compute(z)


def unary(rule: Unary, child: Node) -> Node:
    if rule.clear is None:
        compute = rule.compute

        def plain(env: Env, analytic: bool) -> acb:
            z = child(env, analytic)
            return compute(z) if z.is_finite() else NAN

        return plain
    return lambda env, analytic: apply_unary(rule, child(env, analytic), analytic)


def _table_function(compiler: Compiler, expr: Any) -> Node:
    if len(expr.args) != 1:
        raise GiveUp(f"no rule encloses {described(expr)} with {len(expr.args)} arguments")
    return unary(UNARY[expr.func], compiler.node(expr.args[0]))


def _reciprocal(compiler: Compiler, expr: Any) -> Node:
    rule = UNARY[RECIPROCAL[expr.func]]
    child = compiler.node(expr.args[0])
    has_value_at_zero = expr.func is sympy.acot

    def apply(env: Env, analytic: bool) -> acb:
        z = child(env, analytic)
        if has_value_at_zero and not analytic and is_exactly(z, 0):
            return acb(arb.pi() / 2)
        return apply_unary(rule, 1 / z, analytic) if z.is_finite() and not z.contains(0) else NAN

    return apply


RULES: Rules = {
    **dict.fromkeys(UNARY, _table_function),
    **dict.fromkeys(RECIPROCAL, _reciprocal),
}
