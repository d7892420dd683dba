"""Where an expression is defined: asked here by every procedure, and only here.

Definedness is part of an equality, also of one between identical sides.  A proof by normal form holds
everywhere else than where `verify.terms.requirements` says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.points.by_assumptions import holds_somewhere
from verify.regularity.smoothness import where_differentiable
from verify.terms.requirements import Requirement, is_plainly_nonzero
from verify.terms.singular import needed

MAX_CONDITIONS = 40


def must_not_vanish(exprs: Iterable[Any], extra: Iterable[Any] = ()) -> tuple[Any, ...]:
    """Denominators, arguments of logarithms and the like, as they are met: expressions, or Booleans that must hold.

    Cheap, because every proof needs it and few readers do: what is certain is sorted out
    by `as_conditions`, when somebody looks.
    """
    return needed(exprs, where_differentiable, extra)


def not_vacuous(parts: Iterable[Any], identical: bool = False) -> bool:
    """False if one of the parts that must not vanish seems to vanish everywhere, so that the proof would speak of nothing.

    A denominator that is secretly zero (`atan(x) + atan(1/x) - pi/2`) makes any equation
    "true where defined".  Each condition must hold at some sample point, certified by a ball.
    A rational denominator is left out: the normal form itself refuses to divide by one
    that is identically zero; where nothing was divided, because both sides are `identical`, it is not.
    """
    parts = tuple(parts)
    if any(part.is_impossible if isinstance(part, Requirement) else _is_number_zero(part) for part in parts):
        return False
    if any(isinstance(part, sympy.Expr) and part.is_zero for part in parts):
        return False
    suspects = [
        part
        for part in parts
        if not isinstance(part, (Requirement, sympy.exp, sympy.Symbol)) and (identical or not _is_rational(part))
    ]
    return all(is_plainly_nonzero(part) or holds_somewhere(part) for part in suspects[:MAX_CONDITIONS])


def _is_number_zero(part: Any) -> bool:
    """A symbol or a sum that is zero everywhere shows at points; here only what is quickly seen."""
    return bool((part.is_number or part.is_Symbol) and part.is_zero)


def _is_rational(expr: Any) -> bool:
    """True if only +, *, whole powers, symbols and rational numbers occur."""
    if expr.is_Symbol or expr.is_Rational:
        return True
    if expr.is_Pow:
        return bool(expr.exp.is_Integer) and _is_rational(expr.base)
    return bool(expr.is_Add or expr.is_Mul) and all(_is_rational(arg) for arg in expr.args)
