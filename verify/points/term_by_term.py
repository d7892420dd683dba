"""The sign of an expression on a domain, by an argument that covers every point.

An expression is brought to numerator/denominator form and expanded.  If every term of a
sum has one sign, by the declared assumptions on its factors, so has the sum.  This is a
sufficient test: it returns None rather than guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, count

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.logic.boolalg import Boolean

from verify.balls import sign_at
from verify.errors import GiveUp
from verify.points.domain import Domain
from verify.terms.quotients import in_lowest_terms
from verify.terms.sign_algebra import (
    NONZERO,
    POSITIVE,
    UNKNOWN,
    ZERO,
    Signs,
    admitted,
    margin,
    quotient,
    sign_of_number,
)

BINDING = (sympy.Derivative, sympy.Subs, sympy.Limit, ExprWithLimits, sympy.Piecewise, sympy.Lambda)
MOST_CONDITIONS = 4


def certified_sign(expression: sympy.Expr, domain: Domain) -> Signs | None:
    """The signs that a real expression can have on the domain, or None if they are not evident.

    Why it cannot lie: the conditions of the domain that bound one symbol by zero, or one
    symbol by another, are put in by a substitution that they make exact (x > 0 becomes a
    positive symbol, R > r becomes R = r + positive); after that only products and sums of
    symbols with a declared sign are judged.
    """
    for used in selections(domain.conditions):
        sign = _evident_sign(with_conditions(expression, used))
        if sign is not None:
            return sign
    return None


def selections(conditions: Sequence[Boolean]) -> Iterator[tuple[Boolean, ...]]:
    """All conditions, then fewer of them: what a condition brings in may hide a declared sign.

    A sign that holds on a larger domain holds on the domain.
    """
    few = conditions[:MOST_CONDITIONS]
    for size in range(len(few), -1, -1):
        yield from combinations(few, size)


@lru_cache(maxsize=4096)
def _evident_sign(expression: sympy.Expr) -> Signs | None:
    if expression.free_symbols and not all(s.is_extended_real for s in expression.free_symbols):
        return None
    numerator, denominator = in_lowest_terms(expression)
    above, below = sum_sign(sympy.expand(numerator)), sum_sign(sympy.expand(denominator))
    return None if above is None or below is None else quotient(above, below)


def with_conditions(expression: sympy.Expr, conditions: Iterable[Boolean]) -> sympy.Expr:
    """Puts x > 0 and a > b into the symbols, as far as conditions have this form.

    The new symbol is only known to be positive (not negative, for a weak condition), so that it covers at least the points of
    the domain: a sign that holds for all of them holds on the domain.
    """
    conditions = tuple(conditions)
    for condition in conditions:
        told = margin(condition)
        if told is None or told[1] == ZERO:
            continue
        above = _stand_in(told[1], (expression, *conditions))
        large, small = condition.gts, condition.lts
        if isinstance(large, sympy.Symbol) and large.is_real and not large.is_integer and not small.has(large):
            put = {large: above + small}
        elif isinstance(small, sympy.Symbol) and small.is_real and not small.is_integer and not large.has(small):
            put = {small: large - above}
        else:
            continue
        try:
            rest = [_with(c, put) for c in conditions if c is not condition]
            return with_conditions(_with(expression, put), [c for c in rest if c is not sympy.true])
        except TypeError:  # a case of the expression compares what is not real under the condition
            continue
    return expression


def _with(thing: sympy.Basic, put: dict[sympy.Expr, sympy.Expr]) -> sympy.Basic:
    """SymPy's own way looks for bound variables; where none is, the shorter one gives the same."""
    return thing.subs(put, simultaneous=True) if thing.has(*BINDING) else thing.xreplace(put)


def _stand_in(signs: Signs, spoken: Iterable[sympy.Basic]) -> sympy.Dummy:
    """A symbol that stands nowhere else; the same for the same question, so that an answer can be remembered."""
    taken = set().union(*(thing.free_symbols for thing in spoken))
    return next(s for s in (_above(place, signs) for place in count()) if s not in taken)


@lru_cache(maxsize=64)
def _above(place: int, signs: Signs) -> sympy.Dummy:
    return sympy.Dummy(f"above{place}", **signs.assumptions)


def sum_sign(expanded: sympy.Expr) -> Signs | None:
    """The common sign of the terms of a sum: strict if one of them is strict.

    Terms that differ by a number only are taken together first: (√2 − 1) a is one term.  A number takes those
    in sines and cosines with it, as long as it outweighs them: 2 − 2 cos φ is not negative.
    """
    coefficients: dict[sympy.Expr, sympy.Expr] = {}
    for term in sympy.Add.make_args(expanded):
        number, rest = term.as_independent(*term.free_symbols) if term.free_symbols else (term, sympy.Integer(1))
        coefficients[rest] = coefficients.get(rest, sympy.Integer(0)) + number
    waves = {rest: number for rest, number in coefficients.items() if number.is_Rational and _is_wave(rest)}
    constant = coefficients.get(sympy.S.One, sympy.S.Zero)
    left = abs(constant) - sum(map(abs, waves.values())) if waves and constant.is_Rational else None
    others = list(coefficients.items())
    if left is not None and left >= 0:
        others = [item for item in others if item[0] not in (*waves, sympy.S.One)]
    found = [_product_sign((number, *sympy.Mul.make_args(rest))) for rest, number in others]
    if left is not None and left >= 0:
        outweighed = Signs({sign_of_number(constant)})
        found.append(outweighed if left > 0 else outweighed | ZERO)
    known = [signs for signs in found if signs is not None]
    total = sum(known, start=ZERO)
    return total if total and len(known) == len(found) and not total >= NONZERO else None


def _is_wave(term: sympy.Expr) -> bool:
    """A product of powers of sines and cosines of real arguments: between −1 and 1."""
    bases = [factor.as_base_exp() for factor in sympy.Mul.make_args(term)]
    return all(
        isinstance(base, (sympy.sin, sympy.cos)) and power.is_Integer and power > 0 and _is_plainly_real(base.args[0])
        for base, power in bases
    )


def _is_plainly_real(expr: sympy.Expr) -> bool:
    """Sums, products and whole positive powers of real symbols, rational numbers and π."""
    if expr.is_Add or expr.is_Mul:
        return all(map(_is_plainly_real, expr.args))
    if expr.is_Pow:
        return bool(expr.exp.is_Integer and expr.exp > 0) and _is_plainly_real(expr.base)
    return bool(expr.is_Rational or expr == sympy.pi or (expr.is_Symbol and expr.is_real))


def _product_sign(factors: tuple[sympy.Expr, ...]) -> Signs | None:
    """The possible signs of a product: all products of the signs of its factors."""
    signs = POSITIVE
    for factor in factors:
        own = _factor_sign(factor)
        if own is None:
            return None
        signs *= own
    return signs


def _factor_sign(factor: sympy.Expr) -> Signs | None:
    """The possible signs of one factor.

    Numbers are asked of ball arithmetic, not of SymPy, whose assumptions about irrational
    numbers rest on floating point.  A negative power is defined only where its base is not 0.
    """
    if factor.is_number:
        sign = _number_sign(factor)
        return None if sign is None else Signs({sign})
    if isinstance(factor, sympy.Symbol):
        return admitted(factor) if factor.is_real else None
    if isinstance(factor, sympy.exp) and factor.args[0].is_Symbol and factor.args[0].is_real:
        return POSITIVE
    if isinstance(factor, sympy.Pow) and factor.exp.is_Rational:
        base = _factor_sign(factor.base) if factor.base.is_Symbol else sum_sign(sympy.expand(factor.base))
        return _power_sign(base, factor.base, factor.exp)
    return None


def _power_sign(base: Signs | None, expression: sympy.Expr, exponent: sympy.Rational) -> Signs | None:
    if base is None and exponent.is_Integer and exponent % 2 == 0 and is_real_polynomial(expression):
        base = UNKNOWN
    if base is None or (not exponent.is_Integer and -1 in base):
        return None
    if exponent.is_Integer:
        return base ** int(exponent)
    return base if exponent > 0 else base - ZERO


def _number_sign(number: sympy.Expr) -> int | None:
    try:
        return sign_at(number, {})
    except GiveUp:
        return None


def is_real_polynomial(expression: sympy.Expr) -> bool:
    """Is it a polynomial in real symbols with coefficients that are certainly real?  (x + asin(2))² may be negative."""
    symbols = expression.free_symbols
    if not expression.is_polynomial(*symbols) or not all(s.is_real for s in symbols):
        return False
    terms = sympy.Poly(expression, *symbols).coeffs() if symbols else [expression]
    return all(c.is_Rational or _number_sign(c) is not None for c in terms)
