"""What an encoding may contain: exact expressions, no floats."""

from __future__ import annotations

from typing import Any

import sympy

from verify.errors import ClaimError
from verify.quantities.symbols import check_exact


def exact(thing: Any) -> sympy.Expr:
    """A Python int or SymPy expression, never a float, never a relation that has collapsed to True."""
    if isinstance(thing, bool) or not isinstance(thing, (int, sympy.Basic)):
        shown = f"{type(thing).__name__} {thing!r}"
        raise ClaimError(
            f"{shown} in a claim: expected an exact SymPy expression, or decimal('0.1') for printed digits"
        )
    expression = sympy.sympify(thing, strict=True) if isinstance(thing, int) else thing
    if not isinstance(expression, sympy.Expr):
        raise ClaimError(f"{expression!s} in a claim is a {type(expression).__name__}: expected an expression")
    check_exact(expression)
    if expression is sympy.oo or expression is sympy.S.NegativeInfinity:
        raise ClaimError(f"{expression!s} in a claim: infinity is no number, expected a finite expression")
    return expression
