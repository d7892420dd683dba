"""Certain signs on the inside of a domain: from the assumptions on its symbols and its linear conditions."""

from __future__ import annotations

from typing import Any

import sympy

from verify.errors import ClaimError
from verify.normal_form.signs import sign_set
from verify.points.domain import Domain
from verify.points.plan import Point
from verify.points.term_by_term import certified_sign
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, POSITIVE, UNKNOWN, Signs

HALVES = {sympy.StrictGreaterThan, sympy.GreaterThan, sympy.StrictLessThan, sympy.LessThan}


class Inside:
    """Signs on the inside of a domain; `put` replaces its symbols by such as stand for the inside of their ranges."""

    def __init__(self, domain: Domain, put: Point | None = None, conditions: tuple[Any, ...] = ()) -> None:
        self.put = {symbol: _inner(symbol) for symbol in domain.symbols} if put is None else put
        linear = tuple(
            half for c in domain.conditions for half in _halves(c) if type(half) in HALVES and is_linear(half)
        )
        self.conditions = conditions or tuple(self._strict(c) for c in linear)

    def _strict(self, condition: Any) -> Any:
        return sympy.StrictGreaterThan(condition.gts.xreplace(self.put), condition.lts.xreplace(self.put))

    def sign(self, expr: Any) -> Signs | None:
        expr = expr.xreplace(self.put)
        found = sign_set(expr)
        if found is None or len(found) == 1 or not self.conditions:
            return found
        symbols = expr.free_symbols.union(*(c.free_symbols for c in self.conditions))
        try:
            certain = certified_sign(
                expr, Domain(tuple(symbols), tuple(c for c in self.conditions if c is not sympy.true))
            )
        except ClaimError:
            return found
        return found if certain is None else certain

    def positive(self, expr: Any) -> bool:
        signs = self.sign(expr)
        if signs == POSITIVE:
            return True
        # Zero is no boundary of the integers; a constant that may be zero is no positive one.
        whole = bool(expr.free_symbols) and all(symbol.is_integer for symbol in expr.free_symbols)
        return whole and signs is not None and signs <= NONNEGATIVE

    def nonzero(self, expr: Any) -> bool:
        return self.sign(expr) in (POSITIVE, NEGATIVE)

    def real(self, expr: Any) -> bool:
        return self.sign(expr) is not None

    def place(self, variable: Any, low: Any, whole: bool) -> Any:
        """A bound variable with the assumptions that its lower limit gives; 0 is inside for an integer."""
        signs = UNKNOWN if low.is_infinite else self.sign(low) or UNKNOWN
        inside = signs + (NONNEGATIVE if whole else POSITIVE)
        return sympy.Dummy(variable.name, integer=whole or None, **inside.assumptions)


def _inner(symbol: Any) -> Any:
    """A symbol that stands for the inside of the range of a real one, holes filled; other symbols as they are."""
    if not symbol.is_real or symbol.is_integer or symbol.is_zero:
        return symbol
    if symbol.is_nonnegative:
        return sympy.Dummy(symbol.name, positive=True)
    return sympy.Dummy(symbol.name, negative=True) if symbol.is_nonpositive else sympy.Dummy(symbol.name, real=True)


def with_end(place: Any) -> Any:
    """A symbol for the same range with the end at 0."""
    if place.is_integer:
        return place
    return sympy.Dummy(place.name, nonnegative=True) if place.is_positive else place


def is_linear(condition: Any) -> bool:
    gap = condition.lhs - condition.rhs
    return bool(gap.is_polynomial(*gap.free_symbols)) and (
        not gap.free_symbols or sympy.Poly(gap, *gap.free_symbols).total_degree() <= 1
    )


def _halves(condition: Any) -> list[Any]:
    """|r| < c for a real r as the two conditions that it is."""
    if isinstance(condition, (sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)) and isinstance(condition.lts, sympy.Abs):
        (inside,) = condition.lts.args
        if inside.is_real:
            return [sympy.StrictGreaterThan(condition.gts, inside), sympy.StrictGreaterThan(inside, -condition.gts)]
    return [condition]
