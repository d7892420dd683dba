"""Where a proof has an exception g ≠ 0 although both sides say something there: they agree there by continuity.

Two sides that are equal at all points of a domain D where no exception g vanishes, and continuous where they are
defined, are equal wherever both are defined if such points come arbitrarily close to every point of D.

When they do.  D is given by declared real symbols and by conditions that are open (<, >, ≠) between continuous
sides: so D is an open part of a product of lines, half lines and their closed ends, and every point of D
is a limit of inner ones.  Each g is a polynomial in such symbols, and not zero: finitely many of them vanish
together on no open set.  Symbols outside g, integers too, are held fixed.
An equation among the conditions, a closed condition (≤, ≥), and an integer in g are refused.

What the argument may not be used for: premises.  u x = u y has, beside x = y, a component u = 0 on which
x and y are free, and no point of it is near one with x = y.  Such a case is decided by itself
(`verify.premises.cases`); here D is what is left free once the premises are solved, and nothing links it.

When a side is continuous.  It is built of symbols and numbers by sums, products, whole powers, functions that are
continuous on the whole line, orthogonal polynomials of a given degree, hypergeometric functions off their cut, quotients wherever they are defined, and integrals over finite ranges and finite
sums of integrands for which the same holds and that are defined wherever their variable may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.normal_form.signs import is_positive, is_real
from verify.points.domain import Domain
from verify.solving.equations import has_only_a_sign

OPEN = (sympy.StrictGreaterThan, sympy.StrictLessThan, sympy.Unequality)
ENTIRE = (sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh)
ON_THE_LINE = (sympy.tanh, sympy.atan, sympy.asinh, sympy.Abs, sympy.erf)
"""Continuous at every real number, and there only."""
POLYNOMIALS = (
    sympy.legendre, sympy.chebyshevt, sympy.chebyshevu, sympy.hermite, sympy.laguerre, sympy.assoc_laguerre, sympy.gegenbauer, sympy.jacobi,
)  # fmt: skip
"""Of a given degree, the first argument, polynomials in the others (DLMF 18.5)."""


def extends(lhs: Any, rhs: Any, exceptions: Iterable[Any], domain: Domain) -> bool:
    """Does `lhs = rhs`, shown where no exception is zero, hold on the whole domain, wherever both are defined?

    >>> a, t = sympy.symbols("a t", real=True)
    >>> whole = sympy.Integral(sympy.exp((a**2 - 2) * t), (t, 0, 1))
    >>> extends((a**2 - 2) * whole, sympy.exp(a**2 - 2) - 1, [a**2 - 2], Domain((a,)))
    True
    """
    return (
        all(map(_vanishes_on_no_open_set, exceptions))
        and all(map(_is_open, domain.conditions))
        and all(is_continuous_where_defined(side) for side in (lhs, rhs))
    )


def _vanishes_on_no_open_set(expr: Any) -> bool:
    symbols = expr.free_symbols
    if not symbols or not all(map(_is_of_a_line, symbols)) or not expr.is_polynomial(*symbols):
        return False
    coefficients = sympy.Poly(expr, *symbols).coeffs()
    return all(c.is_Rational for c in coefficients) and any(c != 0 for c in coefficients)


def _is_of_a_line(symbol: Any) -> bool:
    """Is nothing assumed but that it is real, with a sign?"""
    return bool(symbol.is_real) and has_only_a_sign(symbol) and symbol.is_zero is not True


def _is_open(condition: Any) -> bool:
    return isinstance(condition, OPEN) and all(is_continuous_where_defined(side) for side in condition.args)


def is_continuous_where_defined(expr: Any) -> bool:
    """In all symbols together, at every point at which it has a value."""
    if isinstance(expr, sympy.Pow) and expr.exp.is_Integer:
        return is_continuous_where_defined(expr.base)
    if isinstance(expr, (sympy.Add, sympy.Mul, *ENTIRE)):
        return all(map(is_continuous_where_defined, expr.args))
    if isinstance(expr, ON_THE_LINE):
        return is_real(expr.args[0]) and is_continuous_where_defined(expr.args[0])
    if isinstance(expr, POLYNOMIALS) and expr.args[0].is_integer:
        return all(map(is_continuous_where_defined, expr.args[1:]))
    if isinstance(expr, sympy.hyper):
        return _is_off_its_cut(*expr.args) and all(
            map(is_continuous_where_defined, (*expr.ap, *expr.bq, expr.args[-1]))
        )
    return is_continuous(expr)


def _is_off_its_cut(above: Any, below: Any, z: Any) -> bool:
    """Analytic in its parameters and in z (DLMF 16.2.(iii) to (v)), which is certainly below 1 where there is a cut."""
    more = len(above) - len(below)
    return more < 1 or (more == 1 and is_positive(1 - z))


def is_continuous(expr: Any) -> bool:
    """The same, and it has a value at every point."""
    if expr.is_Symbol or expr.is_Rational or expr in (sympy.pi, sympy.E, sympy.I):
        return True
    if isinstance(expr, sympy.Pow) and expr.exp.is_Rational:
        inside = is_continuous(expr.base)
        return inside and (bool(expr.exp.is_Integer and expr.exp > 0) or is_positive(expr.base))
    if isinstance(expr, sympy.log):
        return is_positive(expr.args[0]) and is_continuous(expr.args[0])
    if isinstance(expr, (sympy.Add, sympy.Mul, *ENTIRE)):
        return all(map(is_continuous, expr.args))
    if isinstance(expr, ON_THE_LINE):
        return is_real(expr.args[0]) and is_continuous(expr.args[0])
    return isinstance(expr, (sympy.Integral, sympy.Sum)) and _is_finite(expr) and is_continuous(expr.function)


def _is_finite(part: Any) -> bool:
    """Over one finite range, whose variable is any real number, or any integer, to the function inside."""
    if len(part.limits) != 1 or len(part.limits[0]) != 3:
        return False
    variable, low, high = part.limits[0]
    if not all(is_continuous(end) and end.is_finite for end in (low, high)):
        return False
    kind = low.is_integer and high.is_integer if isinstance(part, sympy.Sum) else _is_of_a_line(variable)
    return bool(kind) and _has_its_sign(variable, low, high)


def _has_its_sign(variable: Any, low: Any, high: Any) -> bool:
    """Does the sign that the variable is declared to have, if any, hold over the whole range?"""
    if variable.is_positive:
        return is_positive(low) and is_positive(high)
    return variable.is_nonnegative is None and variable.is_nonpositive is None and variable.is_zero is None
