"""Where an integral or a sum ceases to converge: may a parameter take its powers there?

What is asked of an integrand or term: the parameters are its `outer` symbols, the
`endless` variables have an infinite range.
"""

from __future__ import annotations

from typing import Any

import sympy

from verify.refuting.signs_inside import Inside


def collapses(inside: Inside, expr: Any, outer: set[Any], endless: list[Any]) -> Any | None:
    """A power that may cease to converge just where the rest of the term vanishes, or None.

    u Σ (1+u)^(-k) is 1 + u for u > 0 and 0 at u = 0; so is u ∫ t^(u-1) dt from 0 to 1.  If no other
    factor can vanish, the whole diverges where the power does not converge, and says nothing
    there.  Otherwise the powers must certainly keep off the edge of convergence.
    """
    bound = {limit[0] for limit in expr.limits}
    if not isinstance(expr, sympy.Integral) and not endless:
        return None
    factors = sympy.Mul.make_args(expr.function)
    steep = [factor for factor in factors if _is_steep(factor, bound)]
    rest = [factor for factor in factors if factor not in steep and factor.free_symbols & outer]
    nested = [part for factor in rest for part in sympy.preorder_traversal(factor) if _is_steep(part, bound)]
    alone = [part for part in nested + (steep if nested else []) if part.free_symbols & outer]
    if alone or not any(factor.free_symbols & outer for factor in steep):
        return next((part for part in alone if not _converges(inside, (part,), bound, outer)), None)
    lively = [factor for factor in rest if not inside.nonzero(factor) and not _is_wave(factor, bound)]
    return steep[0] if lively and not _converges(inside, tuple(steep), bound, outer) else None


def _converges(inside: Inside, powers: tuple[Any, ...], bound: set[Any], outer: set[Any]) -> bool:
    """Does a product of powers certainly stay off the edge of convergence, whatever the parameters are?"""
    pairs = [power.as_base_exp() for power in powers]
    fixed = [(b, e) for b, e in pairs if not e.free_symbols & bound]
    exponentials = [e * sympy.log(b) for b, e in pairs if e.free_symbols & bound and b.is_number and b.is_positive]
    moving = [(b, e) for b, e in pairs if e.free_symbols & bound and not (b.is_number and b.is_positive)]
    if len(moving) > 1 or (moving and exponentials):
        return not fixed and _ratio_is_off(inside, pairs, bound)
    return (
        (not fixed or (len(fixed) == 1 and _exponent_is_off(inside, *fixed[0], bound)))
        and (not exponentials or _grows(inside, sympy.Add(*exponentials), bound, outer))
        and all(inside.nonzero(b - 1) and inside.nonzero(b + 1) and _grows(inside, e, bound, outer) for b, e in moving)
    )


def _grows(inside: Inside, exponent: Any, bound: set[Any], outer: set[Any]) -> bool:
    """Has the exponent a leading coefficient that no parameter makes vanish?"""
    if not exponent.free_symbols & outer - bound:
        return True
    variables = exponent.free_symbols & bound
    return all(
        exponent.is_polynomial(variable) and inside.nonzero(sympy.Poly(exponent, variable).LC())
        for variable in variables
    )


def _ratio_is_off(inside: Inside, pairs: list[Any], bound: set[Any]) -> bool:
    """Is the quotient of neighbouring terms, a product of powers with linear exponents, never ±1?"""
    variable, *more = set.union(*(e.free_symbols for _, e in pairs)) & bound
    if more or any(not e.is_polynomial(variable) or sympy.degree(e, variable) != 1 for _, e in pairs):
        return False
    ratio = sympy.Mul(*[b ** e.coeff(variable, 1) for b, e in pairs])
    return inside.nonzero(ratio - 1) and inside.nonzero(ratio + 1)


def _exponent_is_off(inside: Inside, base: Any, exponent: Any, bound: set[Any]) -> bool:
    """b(t)^e converges at a finite end for e > -1 and at infinity for e deg b < -1: is e never at these edges?"""
    variable, *more = base.free_symbols & bound
    if more or not base.is_polynomial(variable):
        return False
    return inside.nonzero(exponent + 1) and inside.nonzero(exponent * sympy.degree(base, variable) + 1)


def fades(inside: Inside, node: Any, variable: Any) -> bool:
    """May the part lose its dependence on the variable where a parameter takes a special value?"""
    if isinstance(node, sympy.exp) or (node.is_Function and len(node.args) == 1):
        argument = node.args[0]
    elif node.is_Pow and variable in node.base.free_symbols and not (node.exp.is_Integer and node.exp > 0):
        argument = node.base
        powers = [p for p in argument.atoms(sympy.Pow) if variable in p.exp.free_symbols]
        if any(p.base.free_symbols and not inside.nonzero(p.base - 1) for p in powers):
            return True
    else:
        return False
    return bool(argument.is_polynomial(variable)) and not inside.nonzero(sympy.Poly(argument, variable).LC())


def _is_steep(node: Any, bound: set[Any]) -> bool:
    """A power or exponential in which a bound variable stands in the exponent, or in the base under a symbolic one."""
    if isinstance(node, sympy.exp):
        return bool(node.exp.free_symbols & bound)
    if not node.is_Pow:
        return False
    return bool(node.exp.free_symbols & bound or (node.base.free_symbols & bound and node.exp.free_symbols))


def _is_wave(factor: Any, bound: set[Any]) -> bool:
    """cos(b t), which is 1 at t = 0 whatever b is."""
    return isinstance(factor, sympy.cos) and factor.args[0].xreplace(dict.fromkeys(bound, sympy.S.Zero)) == 0
