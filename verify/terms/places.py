"""Functions that are defined for all numbers, each with its reason; those defined with exceptions stand in `verify.terms.requirements`.

Of a function of SymPy that stands in neither of them nothing is known: that it is defined is a condition.
"""

from __future__ import annotations

from typing import Any

import sympy

ENTIRE = (
    sympy.exp, sympy.sin, sympy.cos, sympy.sinc, sympy.sinh, sympy.cosh, sympy.erf, sympy.erfc, sympy.erfi, sympy.erf2, sympy.airyai, sympy.airybi,
    sympy.airyaiprime, sympy.airybiprime, sympy.fresnels, sympy.fresnelc, sympy.Si, sympy.Shi, sympy.riemann_xi, sympy.mathieus, sympy.mathieuc,
    sympy.mathieusprime, sympy.mathieucprime,
)  # fmt: skip
"""Power series that converge for all numbers (DLMF 4.14, 7.2, 6.2, 9.2, 25.4, 28.2)."""
IN_BOTH = (sympy.laguerre,)
"""L_n(z) = ₁F₁(-n; 1; z), entire in n and z (DLMF 18.11)."""
FINITE_ON_CUTS = (
    sympy.asin, sympy.acos, sympy.asinh, sympy.acosh, sympy.chebyshevt, sympy.elliptic_e,
)  # fmt: skip
"""They have cuts, with a value on them and at their ends: T_n(z) = cos(n arccos z), and E with its integrand √(1 - m sin²θ)."""
STEPS = (
    sympy.Abs, sympy.sign, sympy.re, sympy.im, sympy.conjugate, sympy.floor, sympy.ceiling, sympy.frac, sympy.KroneckerDelta, sympy.LeviCivita,
    sympy.transpose, sympy.adjoint,
)  # fmt: skip
"""By definition one value for each number."""
RECURSIVE = (sympy.fibonacci, sympy.lucas)
"""Defined for all indices by powers of the golden ratio, and polynomials in the second argument."""
EVERYWHERE: tuple[Any, ...] = (*ENTIRE, *IN_BOTH, *FINITE_ON_CUTS, *STEPS, *RECURSIVE)
"""Defined for all numbers, real and complex."""
COUNTED = (
    sympy.bernoulli, sympy.euler, sympy.genocchi, sympy.bell, sympy.motzkin, sympy.tribonacci, sympy.partition,
    sympy.subfactorial,
)  # fmt: skip
"""Defined for the index 0, 1, 2, ..., whatever their polynomials have for an argument."""
_EVERYWHERE = frozenset(EVERYWHERE)


def is_untold(expr: Any) -> bool:
    """Is it a function of SymPy of which it is not known that it is defined everywhere?

    >>> x = sympy.Symbol("x")
    >>> is_untold(sympy.sin(x)), is_untold(sympy.erfinv(x)), is_untold(sympy.bell(x)), is_untold(sympy.Function("f")(x))
    (False, True, True, False)
    """
    kind = type(expr)
    if not issubclass(kind, sympy.Function) or not str(kind.__module__).startswith("sympy."):
        return False
    if kind in COUNTED:
        return not (expr.args[0].is_integer and expr.args[0].is_nonnegative)
    return kind not in _EVERYWHERE and not (kind is sympy.dirichlet_eta and len(expr.args) == 1)
