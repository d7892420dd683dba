"""The smallest period of a phase factor: exp(i a x), for a real a, repeats after 2π/|a| and not before."""

from __future__ import annotations

import sympy

from verify.exact import prove_equal
from verify.signs import is_nonzero


def smallest_period(expression: sympy.Expr, variable: sympy.Symbol) -> sympy.Expr | None:
    """The smallest positive period in a real variable of c·exp(i(a x + b)); None for any other expression.

    f(x + T) = f(x) for all x means exp(i a T) = 1, that is a T = 2πk with a whole k; for
    real a ≠ 0 the least positive T is 2π/|a|.

    >>> x = sympy.Symbol("x", real=True)
    >>> smallest_period(sympy.exp(4 * sympy.pi * sympy.I * x), x)
    1/2
    """
    logarithmic = sympy.cancel(sympy.diff(expression, variable) / expression)
    rate = sympy.cancel(logarithmic / sympy.I)
    if rate.has(variable) or not rate.is_real or not is_nonzero(rate):
        return None
    if prove_equal(sympy.diff(expression, variable), sympy.I * rate * expression) is None:
        return None
    return 2 * sympy.pi / sympy.Abs(rate)
