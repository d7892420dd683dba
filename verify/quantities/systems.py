"""From one unit system into another: each symbol times the factor of its dimension."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import ClaimError
from verify.quantities.dimension import Dimension, UnknownDimension
from verify.quantities.dimension_of import Lookup, declared, readable


def to_gaussian(expr: Any, lookup: Lookup = declared, *, c: Any, epsilon_0: Any, mu_0: Any = None) -> Any:
    """An SI expression in Gaussian quantities, to be used on a whole equation.

    Each symbol q_SI becomes q_G / factor.  The speed of light and ε₀ stay; μ₀, where the
    expression has one, becomes 1/(ε₀c²).  Apply it to lhs/rhs or lhs - rhs: ε₀ then cancels,
    because an equation that holds in SI holds whatever ε₀ is.  `c` and `epsilon_0` must be
    positive, or their roots would not combine.  Raises UnknownDimension where a quantity that
    changes is a variable of integration or differentiation, or an argument of an undefined function.
    """
    return _convert(expr, lookup, c, epsilon_0, mu_0, power=-1)


def to_si(expr: Any, lookup: Lookup = declared, *, c: Any, epsilon_0: Any) -> Any:
    """A Gaussian expression in SI quantities: each symbol q_G becomes factor · q_SI.  See `to_gaussian`."""
    return _convert(expr, lookup, c, epsilon_0, None, power=1)


def gaussian_factor(dimension: Dimension, *, c: Any, epsilon_0: Any) -> Any:
    """The factor (4π)^a ε₀^b c^d in q_Gaussian = factor · q_SI, as an exact expression."""
    powers = ((4 * sympy.pi, dimension.four_pi), (epsilon_0, dimension.epsilon_0), (c, dimension.c))
    return sympy.Mul(
        *(base ** (sympy.Rational(power) if isinstance(power, Fraction) else power) for base, power in powers)
    )


def _convert(expr: Any, lookup: Lookup, c: Any, epsilon_0: Any, mu_0: Any, power: int) -> Any:
    for name, constant in (("c", c), ("epsilon_0", epsilon_0)):
        if not constant.is_positive:
            raise ClaimError(f"{name} is {constant}, expected a symbol or number declared positive=True")
    expr = sympy.sympify(expr, strict=True)
    rule = {} if mu_0 is None else {mu_0: 1 / (epsilon_0 * c**2)}
    for thing in _quantities(expr) - {c, epsilon_0, mu_0}:
        factor = gaussian_factor(lookup(thing), c=c, epsilon_0=epsilon_0)
        if factor != 1:
            rule[thing] = thing * factor**power
    _check_replaceable(expr, set(rule))
    return expr.xreplace(rule)


def _quantities(expr: Any) -> set[Any]:
    """Every symbol and applied function that stands for a quantity; indices of sums do not."""
    bound = {limit[0] for node in expr.atoms(sympy.Integral) for limit in node.limits}
    bound |= {variable for node in expr.atoms(sympy.Subs) for variable in node.variables}
    bound |= {node.args[1] for node in expr.atoms(sympy.Limit)}
    return set(expr.free_symbols | bound | expr.atoms(AppliedUndef))


def _check_replaceable(expr: Any, changing: set[Any]) -> None:
    for node in expr.atoms(sympy.Integral, sympy.Derivative, sympy.Subs, sympy.Limit, AppliedUndef):
        if isinstance(node, AppliedUndef):
            fixed = node.args
        elif isinstance(node, sympy.Limit):
            fixed = node.args[1:2]
        else:
            fixed = node.variables
        stuck = changing & {part for item in fixed for part in sympy.preorder_traversal(item)}
        if stuck:
            raise UnknownDimension(
                f"{min(map(str, stuck))} changes between SI and Gaussian units and is a variable in {readable(node)}, "
                "which cannot be rewritten symbol by symbol"
            )
