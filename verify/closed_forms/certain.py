"""What is certain on a domain: by the assumptions of the symbols, and by its conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy

from verify.normal_form.signs import sign_set
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.terms.sign_algebra import POSITIVE

Above = Callable[[Any], bool]
"""Is an expression certainly positive?"""


def above_zero(domain: Domain) -> Above:
    """The question for the points of a domain.

    >>> u = sympy.Symbol("u", positive=True)
    >>> above_zero(Domain((u,), (4 * u < 1,)))(1 - 4 * u), above_zero(Domain((u,)))(1 - 4 * u)
    (True, False)
    """

    def above(value: Any) -> bool:
        if POSITIVE in (sign_set(value), certified_sign(value, domain)):
            return True
        known = [c for c in domain.conditions if c.free_symbols & value.free_symbols]
        if any(_says(condition, value) for condition in known):
            return True
        return bool(known) and implied(sympy.Gt(value, 0, evaluate=False), domain)

    return above


def _says(condition: Any, value: Any) -> bool:
    """Is the value a positive multiple of what the condition calls positive?"""
    if not isinstance(condition, (sympy.StrictLessThan, sympy.StrictGreaterThan)):
        return False
    share = sympy.cancel(value / (condition.gts - condition.lts))
    return bool(share.is_Rational and share > 0)
