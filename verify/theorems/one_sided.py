"""Close to a place: one-sided limits, and whether a condition admits values there."""

from __future__ import annotations

from collections.abc import Iterable

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.errors import GiveUp
from verify.normal_form.signs import sign_set
from verify.proofs.limits import limit_at_infinity
from verify.terms.sign_algebra import NEGATIVE, POSITIVE
from verify.theorems.series import limit_at_zero

INFINITE = (sympy.oo, -sympy.oo)
INSIDE, OUTSIDE, UNCLEAR = "inside", "outside", "unclear"


def limit_from_above(expression: sympy.Expr, near: sympy.Symbol) -> sympy.Expr | None:
    """The limit for near → 0 from above, or None if no rule applies.

    A product of b^f, with f → ±∞, and of factors with a finite limit that is not 0 tends to 0 or
    to ±∞ by the signs of ln b, f and the factors.
    """
    try:
        return limit_at_zero(expression, near)
    except GiveUp:
        pass
    rest, moving = expression.as_independent(near, as_Add=False)
    steep = [f for f in sympy.Mul.make_args(moving) if _steepness(f, near) in INFINITE]
    if len(steep) == 1:
        return _with_steep_factor(rest * moving / steep[0], steep[0], near)
    far = sympy.Dummy("s", positive=True)
    return limit_at_infinity(expression.subs(near, 1 / far), far)


def _steepness(power: sympy.Expr, near: sympy.Symbol) -> sympy.Expr | None:
    """The limit of f ln b for a power b^f with a fixed b > 0, if that is infinite."""
    base, exponent = power.as_base_exp()
    if not (power.is_Pow or isinstance(power, sympy.exp)) or near in base.free_symbols:
        return None
    try:
        limit = limit_at_zero(exponent, near)
    except GiveUp:
        return None
    growth = POSITIVE if base == sympy.E else sign_set(base - 1)
    if sign_set(base) != POSITIVE or growth not in (POSITIVE, NEGATIVE) or limit not in INFINITE:
        return None
    return limit if growth == POSITIVE else -limit


def _with_steep_factor(others: sympy.Expr, steep: sympy.Expr, near: sympy.Symbol) -> sympy.Expr | None:
    try:
        limit = limit_at_zero(others, near)
    except GiveUp:
        return None
    if _steepness(steep, near) == -sympy.oo:
        return None if limit in INFINITE else sympy.Integer(0)
    signs = POSITIVE if limit == sympy.oo else NEGATIVE if limit == -sympy.oo else sign_set(limit)
    return sympy.oo if signs == POSITIVE else -sympy.oo if signs == NEGATIVE else None


def admits(condition: Boolean, x: sympy.Symbol, place: sympy.Expr, side: int) -> str:
    """Does the condition hold for all x = place + side·t with small t > 0 (INSIDE), or for none of them (OUTSIDE)?

    By the sign of (greater − lesser side) there: its limit, or the limit of its reciprocal if that is 0.
    """
    if not isinstance(condition, Relational) or isinstance(condition, sympy.Eq):
        return UNCLEAR
    near = sympy.Dummy("t", positive=True)
    upper, lower = (condition.lhs, condition.rhs) if isinstance(condition, sympy.Ne) else (condition.gts, condition.lts)
    margin = (upper - lower).subs(x, place + side * near)
    limit = limit_from_above(margin, near)
    if limit == 0:
        limit = limit_from_above(1 / margin, near)
    if limit is None:
        return UNCLEAR
    signs = POSITIVE if limit == sympy.oo else NEGATIVE if limit == -sympy.oo else sign_set(limit)
    if isinstance(condition, sympy.Ne):
        return INSIDE if signs in (POSITIVE, NEGATIVE) else UNCLEAR
    return INSIDE if signs == POSITIVE else OUTSIDE if signs == NEGATIVE else UNCLEAR


def admit(conditions: Iterable[Boolean], x: sympy.Symbol, place: sympy.Expr, side: int) -> str:
    """The same of all the conditions together."""
    verdicts = {admits(condition, x, place, side) for condition in conditions}
    return OUTSIDE if OUTSIDE in verdicts else UNCLEAR if UNCLEAR in verdicts else INSIDE


def admits_large(conditions: Iterable[Boolean], x: sympy.Symbol) -> bool:
    """Do the conditions hold for every large enough x?  With x = 1/t, for t → 0 from above."""
    near = sympy.Dummy("t", positive=True)
    far = (condition.subs(x, 1 / near) for condition in conditions)
    return admit((c for c in far if c is not sympy.true), near, sympy.Integer(0), 1) == INSIDE
