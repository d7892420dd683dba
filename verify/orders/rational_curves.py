"""Curves over an interval: rational functions of one scaled variable, read off an expression.

`rational_curve(d, r, R_b)` writes r = x R_b and d = f · P(x)/Q(x), where P and Q have
rational coefficients and no common factor, and f is a product of powers of symbols whose
sign is declared.  The signs, zeros and poles of d are then those of P/Q, for every value
of the other symbols at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import sympy

from verify.orders.sturm import (
    Bracket,
    Poly,
    at,
    count_roots,
    divided,
    gcd,
    isolate,
    polynomial,
    refined,
    sign,
    squarefree,
    times,
)
from verify.proofs.equality import prove_equal
from verify.regularity.conditions import must_not_vanish
from verify.terms.quotients import in_lowest_terms
from verify.terms.survey import by_name

FINE = Fraction(1, 10**12)
PLACE = sympy.Dummy("x", real=True)
"""The scaled variable of every curve, so that divisors that a line shares with its mutants are read once."""


@dataclass(frozen=True)
class RationalCurve:
    """`direction` · |f| · top(x)/bottom(x), with top and bottom coprime and f never zero.

    `written` are the divisors of the expression as it is written: where one vanishes that
    is no divisor of the reduced fraction, the expression has no value.
    """

    top: Poly
    bottom: Poly
    direction: int
    written: tuple[Poly, ...] = ()

    @property
    def bound(self) -> Fraction:
        """Beyond it, on both sides, there is neither a zero nor a pole, nor a place where it is not defined (Cauchy)."""
        return max((_beyond(p) for p in (self.top, self.bottom, *self.written)), default=Fraction(1))

    def holes(self, low: Fraction, high: Fraction, ends: Iterable[Fraction] = ()) -> bool:
        """Is there a place between (or at one of the ends) where the expression is 0/0 as written?"""
        return any(self._has_hole(w, low, high) or any(self.is_hole(end) for end in ends) for w in self.written)

    def _has_hole(self, divisor: Poly, low: Fraction, high: Fraction) -> bool:
        simple = squarefree(divisor)
        rest = divided(simple, gcd(simple, self.bottom))[0]
        return low < high and count_roots(rest, low, high) > 0

    def is_hole(self, x: Fraction) -> bool:
        return at(self.bottom, x) != 0 and any(at(w, x) == 0 for w in self.written)

    def sign_at(self, x: Fraction) -> int | None:
        """-1, 0 or 1; None where the curve has a pole."""
        below = sign(at(self.bottom, x))
        return None if below == 0 else self.direction * sign(at(self.top, x)) * below

    def zeros(self, low: Fraction, high: Fraction) -> list[Bracket]:
        """Brackets of the zeros inside, narrow enough to be printed."""
        return [refined(self.top, bracket, FINE) for bracket in isolate(self.top, low, high)] if self.top else []

    def poles(self, low: Fraction, high: Fraction) -> list[Bracket]:
        return [refined(self.bottom, bracket, FINE) for bracket in isolate(self.bottom, low, high)]

    def samples(self, low: Fraction, high: Fraction) -> list[Fraction]:
        """One simple point of every piece into which zeros and poles cut the open interval, in order."""
        product = times(self.top, self.bottom) if self.top else self.bottom
        brackets = [_strictly_inside(product, bracket, low, high) for bracket in isolate(product, low, high)]
        edges = [low, *(end for bracket in brackets for end in bracket), high]
        return [_between(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _beyond(p: Poly) -> Fraction:
    return 1 + max((abs(c / p[-1]) for c in p[:-1]), default=Fraction(0)) if p else Fraction(1)


def _strictly_inside(p: Poly, bracket: Bracket, low: Fraction, high: Fraction) -> Bracket:
    """A bracket of the same root that touches neither end, so that something is left on both sides of it."""
    while bracket[0] <= low or bracket[1] >= high:
        bracket = refined(p, bracket, (bracket[1] - bracket[0]) / 2)
    return bracket


def _between(a: Fraction, b: Fraction) -> Fraction:
    """A simple fraction well between a and b; a itself where two brackets touch (their ends are no roots)."""
    return a if a == b else simplest_between(a + (b - a) / 8, b - (b - a) / 8)


def simplest_between(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the smallest denominator in [low, high].

    >>> simplest_between(Fraction(31, 100), Fraction(34, 100))
    Fraction(1, 3)
    """
    whole = -((-low.numerator) // low.denominator)
    if whole <= high:
        return Fraction(whole)
    floor = low.numerator // low.denominator
    return floor + 1 / simplest_between(1 / (high - floor), 1 / (low - floor))


def rational_curve(
    expression: sympy.Expr,
    unknown: sympy.Symbol,
    scale: sympy.Symbol | None,
    lost: Iterable[sympy.Basic] = (),
) -> RationalCurve | None:
    """The expression as such a curve, or None if it is not one.

    `lost` is what must not vanish for the curve as printed to be defined, and is no longer seen in the expression.

    Why it cannot lie: numerator and denominator are SymPy's candidates, and are used only
    if their quotient is proved equal to the expression.  Places at which the
    expression as written is 0/0, but the reduced fraction has a value, are its `holes`.
    """
    x = PLACE
    put = {unknown: x * scale if scale is not None else x}
    inside = expression.subs(put)
    parts = numerator_and_denominator(inside)
    if parts is None:
        return None
    top, bottom = (_one_variable(part, x) for part in parts)
    also = (*lost, *must_not_vanish((expression,)))  # of which nothing may be seen once the letter is in
    written = written_divisors(inside, (part.subs(put) for part in also))
    divisors = None if written is None else [_one_variable(divisor, x) for divisor in written]
    if top is None or bottom is None or divisors is None or None in divisors:
        return None
    return RationalCurve(top[0], bottom[0], top[1] * bottom[1], tuple(d[0] for d in divisors if d is not None))


def written_divisors(expression: sympy.Expr, lost: Iterable[sympy.Basic] = ()) -> list[sympy.Expr] | None:
    """Numerators of everything that the expression, as it is written, divides by; None where one is no rational function.

    What is `lost` (`verify.proofs.definedness`) counts as a divisor.

    The reduced fraction may have lost some of them: (x² − 1)/(x − 1) has no value at x = 1.
    """
    bases = {p.base for p in expression.atoms(sympy.Pow) if p.exp.is_negative} | set(lost)
    if not all(isinstance(base, sympy.Expr) for base in bases):
        return None
    parts = [numerator_and_denominator(base) for base in sorted(bases, key=sympy.default_sort_key)]
    if any(part is None or part[0] == 0 for part in parts):
        return None
    return [part[0] for part in parts if part is not None]


@lru_cache(maxsize=4096)
def numerator_and_denominator(expression: sympy.Expr) -> tuple[sympy.Expr, sympy.Expr] | None:
    """Coprime numerator and denominator of a rational expression, proved to be equal to it; else None."""
    if not expression.is_rational_function(*expression.free_symbols):
        return None
    top, bottom = in_lowest_terms(expression)
    if top == 0:
        return (top, bottom) if prove_equal(expression, sympy.Integer(0)) is not None else None
    return (top, bottom) if prove_equal(expression, top / bottom) is not None else None


def _one_variable(part: sympy.Expr, x: sympy.Symbol) -> tuple[Poly, int] | None:
    """Coefficients in x, and the sign of the factor of other symbols that all terms share."""
    if part == 0:
        return (), 1
    others = sorted(part.free_symbols - {x}, key=by_name)
    try:
        terms = sympy.Poly(part, x, *others).terms()
    except sympy.PolynomialError:
        return None
    if len({powers[1:] for powers, _ in terms}) != 1 or not all(c.is_Rational for _, c in terms):
        return None
    direction = 1
    for symbol, power in zip(others, terms[0][0][1:], strict=True):
        if symbol.is_negative:
            direction *= (-1) ** power
        elif not symbol.is_positive:
            return None
    degree = max(powers[0] for powers, _ in terms)
    coefficients = [Fraction(0)] * (degree + 1)
    for powers, c in terms:
        coefficients[powers[0]] += Fraction(c)
    return polynomial(coefficients), direction
