"""Side conditions as they are told: in factors, without those that are certain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy

from verify.normal_form.signs import is_nonzero, is_positive
from verify.terms.requirements import MOST_OPERATIONS, IsOffTheCut, Requirement, is_plainly_nonzero


def as_conditions(parts: Iterable[Any]) -> list[Any]:
    """Relations `part != 0`, sorted, one for a part and its negative, without those that are certain.

    >>> x, p = sympy.Symbol("x", real=True), sympy.Symbol("p", positive=True)
    >>> as_conditions([x * p, x - 1])
    [Ne(x, 0), Ne(x - 1, 0)]
    """
    found: dict[Any, None] = {}
    spoken = []
    for part in parts:
        if isinstance(part, Requirement):
            spoken += [] if is_certain(part) or part in spoken else [part]
            continue
        for factor in sympy.Mul.make_args(part):
            base = factor.base if factor.is_Pow else factor
            if is_plainly_nonzero(base) or _has_a_sign(base):
                continue
            found[-base if base.could_extract_minus_sign() else base] = None
    return sorted((sympy.Ne(part, 0, evaluate=False) for part in found), key=sympy.default_sort_key) + spoken


def is_certain(requirement: Requirement) -> bool:
    """Do the assumptions, or the signs that follow from them, say that it holds?"""
    if not isinstance(requirement, IsOffTheCut):
        return bool(requirement.is_certain)
    (place,) = requirement.args
    if place.count_ops() > MOST_OPERATIONS:
        return False
    real, imaginary = place.as_real_imag()
    return is_positive(real) or is_nonzero(imaginary)


def _has_a_sign(expr: sympy.Expr) -> bool:
    """Certainly positive or certainly negative, by the signs of `verify.normal_form.signs`; or its real or imaginary part is."""
    complex_ = isinstance(expr, sympy.Expr) and expr.has(sympy.I) and expr.count_ops() <= MOST_OPERATIONS
    parts = expr.as_real_imag() if complex_ else (expr,)
    return bool(expr.args) and any(is_nonzero(part) for part in parts)
