"""The certain sign of an expression: which of -1, 0, 1 its value can have at admissible points.

The answer rests on the normal form (`verify.normal_form.normaliser`): a polynomial in kernels whose
terms are all positive is positive, and so on.  "Unknown" is always among the answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import sympy

from verify.errors import GiveUp
from verify.normal_form import rules
from verify.normal_form.kernels import MINUS_ONE, Status, multiply
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, POSITIVE, UNKNOWN, ZERO, Signs, sign_of_number

Fact = tuple[Any, Signs]
SIGNS_OF = {Status.ANY: None, Status.REAL: UNKNOWN, Status.NONNEGATIVE: NONNEGATIVE, Status.POSITIVE: POSITIVE}
"""What a `Status` says: it tells positive numbers from others, so that a negative one is seen in its opposite."""


def sign_set(expr: sympy.Expr, facts: Iterable[Fact] = ()) -> Signs | None:
    """The signs that a real expression can have, or None if it is not certainly real.

    `facts` lists expressions whose signs are known; a certainly positive multiple of one
    of them has the same signs.  Points where a denominator vanishes are left out.

    >>> x, y = sympy.symbols("x y", positive=True)
    >>> sorted(sign_set(x**2 + y)), sorted(sign_set(-x - 1)), sorted(sign_set(x - y))
    ([1], [-1], [-1, 0, 1])
    >>> sorted(sign_set(2 * x - 2 * y, [(y - x, POSITIVE)]))
    [-1]
    """
    signs = _plain_signs(expr)
    if signs != UNKNOWN:
        return signs
    for known, values in facts:
        ratio = _plain_signs(expr / known)
        if ratio == POSITIVE:
            return values
        if ratio == NEGATIVE:
            return -values
    return signs


def is_positive(expr: sympy.Expr) -> bool:
    """True only if the expression is certainly > 0."""
    return sign_set(expr) == POSITIVE


def is_nonnegative(expr: sympy.Expr) -> bool:
    """True only if the expression is certainly ≥ 0."""
    return (sign_set(expr) or UNKNOWN) <= NONNEGATIVE


def is_nonzero(expr: sympy.Expr) -> bool:
    """True only if the expression is real and certainly not 0."""
    return sign_set(expr) in (POSITIVE, NEGATIVE)


def are_compared(condition: Any, facts: Iterable[Fact] = ()) -> bool:
    """Has an order relation sides that are certainly real, given that their difference is?  Where they are not it says nothing.

    >>> x, p = sympy.Symbol("x", real=True), sympy.Symbol("p", positive=True)
    >>> [are_compared(sympy.Gt(sympy.sqrt(s) + 1, sympy.sqrt(s), evaluate=False)) for s in (p, x)]
    [True, False]
    """
    if condition.rel_op in ("==", "!="):
        return True
    return any(sign_set(side, facts) is not None for side in (condition.lhs, condition.rhs))


def is_real(expr: sympy.Expr) -> bool:
    """True only if the expression is certainly real wherever it is defined."""
    return sign_set(expr) is not None


@lru_cache(maxsize=32768)
def _plain_signs(expr: sympy.Expr) -> Signs | None:
    if expr.is_Rational:
        return Signs({sign_of_number(expr.p)})
    expr = expr.xreplace({part: _power_of_what_may_vanish(part) for part in expr.atoms(sympy.Pow) if _may_vanish(part)})
    normaliser = rules.normaliser()
    try:
        node = normaliser.node(expr)
        num, den = normaliser.value(node)
        if normaliser.reduce(num)[0].is_zero():
            return ZERO
        status = normaliser.fraction_status(num, den)
        if status is not Status.REAL:
            return SIGNS_OF[status]
        opposite = normaliser.fraction_status(*normaliser.value(multiply(MINUS_ONE, node)))
    except GiveUp:
        return None
    return -(SIGNS_OF[opposite] or UNKNOWN)


def _may_vanish(power: sympy.Pow) -> bool:
    """A power with a symbolic exponent of what is not certainly different from zero: 0^q is 0, and exp(q log 0) is nothing."""
    if power.exp.is_Rational or power.base is sympy.E:
        return False
    return not is_nonzero(power.base) and not is_nonzero(power.base / sympy.I)


def _power_of_what_may_vanish(power: sympy.Pow) -> sympy.Dummy:
    """A letter for it: not negative if the base is not and the exponent is real; real if the base is, and the exponent whole."""
    if is_nonnegative(power.base) and is_real(power.exp):
        return sympy.Dummy("power", nonnegative=True)
    if is_real(power.base) and power.exp.is_integer:
        return sympy.Dummy("power", **{"nonnegative" if power.exp.is_even else "real": True})
    return sympy.Dummy("power")
