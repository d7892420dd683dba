"""The proof "equal derivatives, equal at one point", and derivatives of integrals by Leibniz's rule (DLMF 1.5.22).

If F is analytic on a connected range, its derivative vanishes there, and F vanishes at
one point of it, then F is zero on the range.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.balls.derivatives import differentiated
from verify.errors import GiveUp
from verify.proofs.proof import Proof
from verify.regularity.analytic import MAX_OPERATIONS, POINTS, is_analytic, is_entire
from verify.regularity.conditions import must_not_vanish
from verify.solving.integrals_of_functions import (
    SMOOTH,
    has_integral_of_a_function,
    prove_sum_of_integrals,
    with_leibniz,
)
from verify.solving.jets import with_jets, without_jets
from verify.terms.survey import by_name


def prove_by_derivative(lhs: Any, rhs: Any, prove: Callable[[Any, Any], Proof | None]) -> tuple[Any, Any, Proof] | None:
    """(symbol, point, proof at the point) if d/ds(lhs - rhs) = 0 and both sides agree at a point; else None.

    `prove` proves the derivative to be zero (on a dense set, which by continuity is all of
    the range) and the equation at the point, in one symbol less.  What the other symbols alone must
    meet for the derivative to be zero is an exception of the whole.
    """
    difference = lhs - rhs
    if difference.count_ops() > MAX_OPERATIONS:
        return None
    for symbol in sorted(difference.free_symbols, key=by_name):
        for wide in _ranges(symbol):
            moved = difference.xreplace({symbol: wide})
            if not is_analytic(moved, wide):
                continue
            flat = prove(moved.diff(wide), sympy.S.Zero)
            if flat is None:
                break
            elsewhere = tuple(part for part in (*flat.nonzero, *flat.exceptions) if wide not in part.free_symbols)
            for point in POINTS:
                if point == 0 and wide.is_positive:
                    continue
                at_point = prove(lhs.xreplace({symbol: point}), rhs.xreplace({symbol: point}))
                if at_point is not None:
                    stated = set(must_not_vanish((lhs, rhs)))
                    more = tuple(part for part in elsewhere if part not in stated)
                    return symbol, point, replace(at_point, exceptions=(*at_point.exceptions, *more))
    return None


def _ranges(symbol: Any) -> list[Any]:
    """Wider real ranges that contain the symbol's own, widest first; none for a complex symbol."""
    if not symbol.is_extended_real or symbol.is_nonpositive:
        return []
    wide = [sympy.Dummy("s", real=True)]
    if symbol.is_nonnegative:
        wide.append(sympy.Dummy("s", nonnegative=True))
    if symbol.is_positive:
        wide.append(sympy.Dummy("s", positive=True))
    return wide


# --- undefined functions ----------------------------------------------------------------------


def prove_for_functions(
    lhs: Any, rhs: Any, prove: Callable[[Any, Any], Proof | None], deeper: Callable[[Any, Any], Proof | None]
) -> Proof | None:
    """A proof for all undefined functions: the chain rule at any place, and the rules for their integrals; else None.

    What has to hold for the sides as they are written to be defined is left to whoever asks.
    """
    if not (lhs.has(AppliedUndef) or rhs.has(AppliedUndef)):
        return None
    if not has_integral_of_a_function(lhs, rhs):
        return _by_chain_rule(lhs, rhs, prove)
    left, right = with_leibniz(lhs), with_leibniz(rhs)
    proof = None if (left, right) == (lhs, rhs) else prove(left, right)
    more: tuple[Any, ...] = ()
    smooth = (left, right) != (lhs, rhs)
    if proof is None:
        found = prove_sum_of_integrals(left, right, prove, deeper)
        if found is None:
            return None
        proof, more, parts = found
        smooth = smooth or parts
    detail = "Integrals of undefined functions are joined by the rules that hold for all of these (linearity, parts, Leibniz)."
    return Proof(SMOOTH if smooth else "linearity of integrals", detail, proof.nonzero, (*proof.exceptions, *more))


def _by_chain_rule(lhs: Any, rhs: Any, prove: Callable[[Any, Any], Proof | None]) -> Proof | None:
    if not (lhs.has(sympy.Subs, sympy.Derivative) or rhs.has(sympy.Subs, sympy.Derivative)):
        return None
    try:
        left, right = with_jets(lhs), with_jets(rhs)
    except GiveUp:
        return None
    proof = None if (left, right) == (lhs, rhs) else prove(left, right)
    if proof is None:
        return None
    nonzero, exceptions = (tuple(map(without_jets, parts)) for parts in (proof.nonzero, proof.exceptions))
    return replace(proof, nonzero=nonzero, exceptions=exceptions)


# --- derivatives of integrals -----------------------------------------------------------------


def differentiate_integrals(expr: sympy.Expr) -> Any:
    """d/dx of an integral whose limits alone contain x: integrand at the ends times their derivatives.

    For real ends the integrand must be analytic on the whole real line, so that the fundamental theorem
    applies (DLMF 1.4.28); for others it must be entire, so that the path does not matter.  That
    the ends are differentiable is a condition of the derivative (`verify.regularity.smoothness`).
    """
    if not expr.has(sympy.Derivative):
        return expr
    if isinstance(expr, sympy.Derivative) and isinstance(expr.expr, sympy.Integral):
        return _leibniz(expr)
    if isinstance(expr, sympy.Derivative):
        return expr
    args = [differentiate_integrals(arg) if isinstance(arg, sympy.Expr) else arg for arg in expr.args]
    return expr.func(*args)


def _leibniz(derivative: Any) -> Any:
    integral = derivative.expr
    if len(derivative.variable_count) != 1 or derivative.variable_count[0][1] != 1 or len(integral.limits) != 1:
        return derivative
    x = derivative.variables[0]
    limit = integral.limits[0]
    if len(limit) != 3 or x in integral.function.free_symbols - {limit[0]} or x == limit[0]:
        return derivative
    variable, low, high = limit
    if low.is_infinite or high.is_infinite or x.is_integer:
        return derivative  # it may diverge
    if not _is_analytic_on_paths(integral.function, variable, low, high):
        return derivative
    ends = [(end, sign) for end, sign in ((high, 1), (low, -1)) if x in end.free_symbols]
    slopes = [differentiated(end, x) for end, _ in ends]
    if None in slopes:
        return derivative
    values = [sign * integral.function.subs(variable, end) for end, sign in ends]
    return sympy.Add(*[value * slope for value, slope in zip(values, slopes, strict=True)])


def _is_analytic_on_paths(integrand: sympy.Expr, variable: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> bool:
    wide = sympy.Dummy("x", real=True)
    if low.is_extended_real and high.is_extended_real:
        return is_analytic(integrand.xreplace({variable: wide}), wide)
    return is_entire(integrand, variable)
