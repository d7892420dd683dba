"""Constants in disguise: does an agreement of functions hang on the value of a constant inside them?

exp(x Σ 2^k) and exp(2x) agree to as many digits as the finite sum and 2 do.  So the constants that no
elementary formula gives (sums, integrals, special functions at numbers) are let vary: if the
two sides still agree, with a free parameter in place of each constant, they agree for all its values; if
they differ, agreement is one of constants, which is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy

from verify.points.domain import Domain, EmptyDomain
from verify.refuting.hunt import Agrees, Hunt, compare
from verify.terms.requirements import BOUND

ELEMENTARY = (
    sympy.exp,
    sympy.log,
    sympy.sin,
    sympy.cos,
    sympy.tan,
    sympy.sinh,
    sympy.cosh,
    sympy.tanh,
    sympy.asin,
    sympy.acos,
    sympy.atan,
    sympy.Abs,
)


def hangs_on_constants(hunt: Hunt, seed: int) -> bool:
    """Is there a constant without an elementary formula on whose value the agreement depends?"""
    claim, domain = hunt.claim, hunt.domain
    constants = {part for side in (claim.lhs, claim.rhs) for part in inside(side)}
    if not constants:
        return False
    free = {part: sympy.Dummy("c", **_sign(part)) for part in sorted(constants, key=sympy.default_sort_key)}
    wide = Domain((*domain.symbols, *free.values()), domain.conditions)
    try:
        found = compare(claim.lhs.xreplace(free), claim.rhs.xreplace(free), wide, seed=seed, special=False)
    except EmptyDomain:
        return True
    return not isinstance(found, Agrees)


def inside(expr: Any) -> Iterator[Any]:
    """The outermost parts without symbols that are sums, integrals or special functions.

    >>> x, k = sympy.symbols("x k")
    >>> list(inside(sympy.exp(x * sympy.Sum(2**k, (k, 0, 3))) + sympy.sin(x + sympy.log(2))))
    [Sum(2**k, (k, 0, 3))]
    """
    special = isinstance(expr, (*BOUND, sympy.Function)) and not isinstance(expr, ELEMENTARY)
    if special and not expr.free_symbols:
        yield expr
    elif not isinstance(expr, BOUND) or expr.free_symbols:
        for arg in expr.args:
            if isinstance(arg, sympy.Expr):
                yield from inside(arg)


def _sign(constant: Any) -> dict[str, bool]:
    if constant.is_positive:
        return {"positive": True}
    return {"real": True} if constant.is_extended_real or isinstance(constant, BOUND) else {}
