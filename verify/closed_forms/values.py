"""Numbers that are written as integrals, series, products and limits, by their proved values.

An enclosure reaches few endless ranges; a confirmed closed form and a proved limit are the same number wherever the
number exists, so that what is shown of the one holds of the other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sympy

from verify.proofs.definedness import with_values_of_limits
from verify.proofs.equality import closed_forms, no_longer_shown
from verify.terms.requirements import BOUND
from verify.terms.survey import NO_NUMBERS


@lru_cache(maxsize=4096)
def proved_value(expr: Any) -> Any | None:
    """The expression with proved values for all its integrals, series and limits; None where one has none without exceptions.

    That they exist, where their values do not show it, is asked for here: 0 times what diverges is not 0.

    >>> t, a = sympy.symbols("t a", positive=True)
    >>> proved_value(sympy.Integral(sympy.exp(-a * t), (t, 0, sympy.oo)))
    1/a
    >>> proved_value(sympy.Integral(1 / t, (t, 0, 1))) is None
    True
    """
    if not expr.has(*BOUND, sympy.Limit):
        return expr
    valued = with_values_of_limits(expr)
    if not isinstance(valued, sympy.Expr) or valued.has(sympy.Limit):
        return None
    found, _, exceptions, _ = closed_forms(valued, sympy.S.Zero)
    if exceptions or found.has(*BOUND, *NO_NUMBERS):
        return None
    return None if no_longer_shown((valued,), (found,)) != () else found
