"""The sign of an expression on a domain, by an argument that covers every point.

An expression is brought to numerator/denominator form and expanded.  If every term of a
sum has one sign, by the declared assumptions on its factors, so has the sum.  This is a
sufficient test: it returns None rather than guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sympy
from sympy.logic.boolalg import Boolean

from verify.domain import Domain


@dataclass(frozen=True)
class Sign:
    """The signs (−1, 0, 1) that the expression can have on the domain, and why."""

    values: frozenset[int]
    detail: str
    conditions: tuple[Boolean, ...] = ()


def certified_sign(expression: sympy.Expr, domain: Domain) -> Sign | None:
    """The sign of a real expression at every point of the domain, or None if it is not evident.

    Why it cannot lie: the conditions of the domain that bound one symbol by zero, or one
    symbol by another, are put in by a substitution that they make exact (x > 0 becomes a
    positive symbol, R > r becomes R = r + positive); after that only products and sums of
    symbols with a declared sign are judged.
    """
    expression = _with_conditions(expression, domain.conditions)
    if expression.free_symbols and not all(s.is_extended_real for s in expression.free_symbols):
        return None
    numerator, denominator = sympy.fraction(sympy.cancel(sympy.together(expression)))
    above, below = _sum_sign(sympy.expand(numerator)), _sum_sign(sympy.expand(denominator))
    if above is None or below is None or 0 in below:
        return None
    (direction,) = below
    values = frozenset(direction * sign for sign in above)
    words = {frozenset({1}): "positive", frozenset({-1}): "negative", frozenset({0}): "zero"}
    shown = words.get(values, "not of the wrong sign")
    return Sign(values, f"Every term of the difference of the two sides has the same sign: it is {shown} on the domain.")


def _with_conditions(expression: sympy.Expr, conditions: Iterable[Boolean]) -> sympy.Expr:
    """Puts x > 0 and a > b into the symbols, as far as conditions have this form.

    The new symbol is only known to be positive, so that it covers at least the points of
    the domain: a sign that holds for all of them holds on the domain.
    """
    for condition in conditions:
        if not isinstance(condition, (sympy.StrictGreaterThan, sympy.StrictLessThan)):
            continue
        large, small = condition.gts, condition.lts
        above = sympy.Dummy("above", positive=True)
        if isinstance(large, sympy.Symbol) and large.is_real and not large.is_integer and not small.has(large):
            put = {large: above + small}
        elif isinstance(small, sympy.Symbol) and small.is_real and not small.is_integer and not large.has(small):
            put = {small: large - above}
        else:
            continue
        rest = [c.subs(put, simultaneous=True) for c in conditions if c is not condition]
        return _with_conditions(expression.subs(put, simultaneous=True), [c for c in rest if c is not sympy.true])
    return expression


def _sum_sign(expanded: sympy.Expr) -> frozenset[int] | None:
    """The common sign of the terms of a sum."""
    strict: set[int] = set()
    weak: set[int] = set()
    for term in sympy.Add.make_args(expanded):
        if term.is_positive:
            strict.add(1)
        elif term.is_negative:
            strict.add(-1)
        elif term.is_zero:
            continue
        elif term.is_nonnegative:
            weak.add(1)
        elif term.is_nonpositive:
            weak.add(-1)
        else:
            return None
    if len(strict | weak) > 1:
        return None
    if strict:
        return frozenset(strict)
    return frozenset(weak | {0})
