"""Of what an expression is made: only of what `verify.terms.requirements` knows the places of definedness?

A part that drops out of an expression, as 0 · f(x) does, is asked where it was defined.  Its needs tell that for
the functions named here; of any other they would say that it is defined everywhere, so that nothing may be said.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Equality, Relational, Unequality

from verify.terms.places import COUNTED, EVERYWHERE, is_untold
from verify.terms.requirements import BOUND, IsReal
from verify.terms.singular import SINGULAR

BUILT = (
    sympy.Add, sympy.Mul, sympy.Pow, sympy.log, sympy.Tuple, sympy.Derivative, sympy.Limit, AppliedUndef, *BOUND,
    sympy.And, sympy.Or, sympy.Not, sympy.functions.elementary.piecewise.ExprCondPair,
)  # fmt: skip
"""What has places of its own that are asked for, or none."""
SAME = (Equality, Unequality)


def all_known(
    before: Iterable[Any],
    after: Iterable[Any],
    apply: Callable[[Any], Any] = lambda part: part,
    moving: Container[Any] = (),
) -> bool:
    """Is all that drops out between the two made of functions whose places of definedness are known?

    `apply` is what was done to the one for the other; a function that it replaces by others, under conditions that hold, is
    known by them.  Parts in which one of the `moving` symbols stands are not looked at.

    >>> x, n = sympy.symbols("x n")
    >>> all_known([x * sympy.gamma(n)], [0]), all_known([x * sympy.lerchphi(x, n, 1)], [0])
    (True, False)
    """
    kept = {part for side in after if isinstance(side, sympy.Basic) for part in sympy.preorder_traversal(side)}
    sides = [side for side in before if isinstance(side, sympy.Basic)]
    return all(
        part in kept
        or _is_known(part)
        or _is_replaced(part, apply, kept)
        or any(s in moving for s in part.free_symbols)
        for side in sides
        for part in dict.fromkeys(sympy.preorder_traversal(side))
    )


def _is_known(part: Any) -> bool:
    if isinstance(part, Relational) and not isinstance(part, SAME):
        return all(IsReal(arg).is_certain for arg in part.args)
    return (
        not part.args
        or isinstance(part, (*BUILT, *EVERYWHERE, Relational))
        or type(part) in SINGULAR
        or (isinstance(part, COUNTED) and not is_untold(part))
    )


def _is_replaced(part: Any, apply: Callable[[Any], Any], kept: set[Any]) -> bool:
    if not isinstance(part, (sympy.Expr, Relational)):
        return False
    put_in = apply(part)
    return put_in in kept or (isinstance(part, sympy.Expr) and not put_in.has(type(part)))
