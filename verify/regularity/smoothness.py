"""Where a derivative exists, by all that is known: the signs of expressions, and the rule of Leibniz.

Under the sign of an integral or a sum `verify.terms.differentiability` knows nothing; here it is asked whether
the rule of Leibniz applies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy

from verify.normal_form.signs import sign_set
from verify.regularity.analytic import is_continuous
from verify.regularity.side_conditions import as_conditions
from verify.terms.differentiability import UNKNOWN, Differentiability
from verify.terms.singular import needed


class _Smoothness(Differentiability):
    def is_real(self, expr: Any) -> bool:
        return super().is_real(expr) or sign_set(expr) is not None

    def of_bound(self, part: Any, variables: set[Any]) -> Iterator[Any]:
        """Nothing, where the rule of Leibniz certainly applies to the integral or the sum; else UNKNOWN.

        The range is finite, the integrand or term is smooth in its own variable and in those of the derivative
        together, wherever they are, and defined there; an integral runs along the real line, or its
        integrand is entire, so that its path does not matter.
        """
        inner, places = part.function, set(variables)
        whole = not isinstance(part, sympy.Integral)
        for variable, *ends in part.limits:
            endless = len(ends) != 2 or any(end.is_infinite for end in ends)
            if endless or (whole and any(end.free_symbols & variables for end in ends)):
                yield UNKNOWN
                return
            place = sympy.Dummy("k", integer=True) if whole else self._place(ends)
            inner = inner.xreplace({variable: place})
            places |= set() if whole else {place}
        if (
            not inner.free_symbols & variables
            and len(part.limits) == 1
            and place.is_real
            and is_continuous(inner, place)
        ):
            return
        found = list(self.where_smooth(inner, places))
        if UNKNOWN in found or as_conditions((*found, *needed((inner,), self.where_differentiable))):
            yield UNKNOWN

    def _place(self, ends: list[Any]) -> Any:
        """A variable for all that may lie between the ends."""
        for fact in ("positive", "nonnegative"):
            if all(getattr(end, f"is_{fact}") for end in ends):
                return sympy.Dummy("x", **{fact: True})
        return sympy.Dummy("x", real=True) if all(map(self.is_real, ends)) else sympy.Dummy("z")


where_smooth = _Smoothness().where_smooth
where_differentiable = _Smoothness().where_differentiable
