"""The table of the normal form: which rule reads which class of SymPy."""

from __future__ import annotations

from typing import Any

from verify.errors import GiveUp
from verify.normal_form import rules_elementary
from verify.normal_form import rules_special_functions as rules_special
from verify.normal_form.kernels import Form
from verify.normal_form.normaliser import CORE, Normaliser, Rules

RULES: Rules = {**CORE, **rules_elementary.RULES, **rules_special.RULES}


def normaliser(exceptions: list[Form] | None = None) -> Normaliser:
    """One with all rules; into `exceptions` it may note where a rule fails."""
    return Normaliser(RULES, exceptions)


def is_zero(expr: Any) -> bool:
    """True only if the expression is zero wherever it is defined and no denominator vanishes.

    >>> x = sympy.Symbol("x", positive=True)
    >>> is_zero(sympy.sqrt(x**2 + 2 * x + 1) - x - 1), is_zero(sympy.sqrt(x**2) - 1)
    (True, False)
    """
    try:
        return normaliser().is_zero(expr)
    except GiveUp:
        return False
