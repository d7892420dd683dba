"""Polynomials A(x) + c B(x) on an interval: for which values of the parameter c is there a zero?

*None* for first < c < last: at each x the value is linear in c, so it vanishes for no such c
exactly if its values at c = first and c = last are not of opposite sign and not both zero; both
are polynomials in x, and their product is judged by Sturm's theorem.  *One for every c*: at two
points of the interval the values have opposite signs for both ends of the range, hence, being
linear in c, for every c between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import sympy

from verify.orders.rational_curves import numerator_and_denominator, written_divisors
from verify.orders.reach import Reach
from verify.orders.sturm import (
    Poly,
    add,
    at,
    count_roots,
    derivative,
    divided,
    gcd,
    isolate,
    polynomial,
    scaled,
    sign,
    times,
)
from verify.terms.survey import by_name

STEPS = 64
"""How many points of the interval, and values of the parameter, are tried for a witness."""


@dataclass(frozen=True)
class Family:
    """The numerators A(x) + c B(x) on the interval from low to high, open but for those of its `ends` that belong to it."""

    constant: Poly
    slope: Poly
    low: Fraction
    high: Fraction
    ends: tuple[Fraction, ...] = ()

    def member(self, c: Fraction) -> Poly:
        return add(self.constant, scaled(self.slope, c))

    def zeros(self, c: Fraction) -> int | None:
        """How many zeros inside; None if the member vanishes identically."""
        member = self.member(c)
        if not member:
            return None
        return count_roots(member, self.low, self.high) + sum(at(member, end) == 0 for end in self.ends)

    def grid(self) -> list[Fraction]:
        """Points of the interval at which a change of sign is looked for."""
        return sorted(self.low + (self.high - self.low) * t for share in shares() for t in (share, 1 - share))

    def never(self, first: Fraction, last: Fraction) -> bool:
        """No zero inside for any c with first < c < last."""
        one, other = self.member(first), self.member(last)
        if any(self._vanishes_at(x, one, other) for x in self.ends):
            return False
        common = gcd(one, other)
        if not common or count_roots(common, self.low, self.high) > 0:
            return False
        product = times(one, other)
        if not product:  # one end of the range is the zero curve; between them only the zeros in common count
            return True
        points = [self.low, *(x for b in isolate(product, self.low, self.high) for x in b), self.high]
        middles = [(a + b) / 2 for a, b in pairwise(points)]
        return all(sign(at(product, x)) >= 0 for x in (*middles, *points[1:-1]))

    def _vanishes_at(self, x: Fraction, one: Poly, other: Poly) -> bool:
        """Does a member between these two vanish at x?"""
        signs = sign(at(one, x)), sign(at(other, x))
        return signs == (0, 0) or signs[0] * signs[1] < 0

    def always(self, first: Fraction, last: Fraction) -> tuple[Fraction, Fraction] | None:
        """Two points between which every member with first ≤ c ≤ last changes its sign, or None."""
        one, other = self.member(first), self.member(last)
        signs = [(x, sign(at(one, x)), sign(at(other, x))) for x in self.grid()]
        positive = [x for x, a, b in signs if a > 0 and b > 0]
        negative = [x for x, a, b in signs if a < 0 and b < 0]
        return (min(positive), max(negative)) if positive and negative else None

    def limits(self) -> tuple[Fraction, Fraction | None] | None:
        """Infimum and supremum (None: there is none) of the c with a zero inside, where c(x) = -A/B is monotone; else None."""
        common = gcd(self.constant, self.slope)
        top, bottom = divided(self.constant, common)[0], divided(self.slope, common)[0]
        turning = add(times(derivative(top), bottom), scaled(times(top, derivative(bottom)), Fraction(-1)))
        ends = (self.low, self.high)
        if not turning or count_roots(turning, *ends) or count_roots(bottom, *ends):
            return None
        if len(common) > 1 and count_roots(common, *ends):
            return None
        middle = (self.low + self.high) / 2
        finite = [x for x in ends if at(bottom, x) != 0]
        inside, *values = (-at(top, x) / at(bottom, x) for x in (middle, *finite))
        if len(values) == 2:
            return min(values), max(values)
        return (values[0], None) if values and inside > values[0] else None


def shares() -> list[Fraction]:
    """Of an interval: evenly spaced, and more towards its ends, where zeros leave it."""
    return sorted({Fraction(k, STEPS) for k in range(1, STEPS)} | {Fraction(1, 2**k) for k in range(1, 24)})


def family_of(
    written: sympy.Expr, lost: Iterable[sympy.Basic], x: sympy.Symbol, c: sympy.Symbol, place: Reach
) -> Family | None:
    """The numerators of the curve as such a family, or None if it has another form.

    None, too, where the curve as it is written divides by something that vanishes at the place, or that depends on c.
    """
    parts, divisors = numerator_and_denominator(written), written_divisors(written, lost)
    if parts is None or divisors is None or place.numbers is not None or place.without_zero:
        return None
    above = _in_x_and_c(parts[0], x, c)
    below = [_in_x_and_c(part, x, c) for part in (parts[1], *divisors)]
    if above is None or any(part is None or part[1] or _vanishes(part[0], place) for part in below):
        return None
    return Family(above[0], above[1], place.low, place.high, place.ends)


def _vanishes(divisor: Poly, place: Reach) -> bool:
    return count_roots(divisor, place.low, place.high) > 0 or any(at(divisor, end) == 0 for end in place.ends)


def _in_x_and_c(part: sympy.Expr, x: sympy.Symbol, c: sympy.Symbol) -> tuple[Poly, Poly] | None:
    """(A, B) of A(x) + c B(x), a common factor of positive or negative symbols left out; None for another form."""
    others = sorted(part.free_symbols - {x, c}, key=by_name)
    if not all(s.is_positive or s.is_negative for s in others):
        return None
    try:
        terms = sympy.Poly(part, x, c, *others).terms()
    except sympy.PolynomialError:
        return None
    if len({powers[2:] for powers, _ in terms}) > 1 or not all(k.is_Rational for _, k in terms):
        return None
    if any(powers[1] > 1 for powers, _ in terms):
        return None
    degree = max(powers[0] for powers, _ in terms)
    table = [[Fraction(0)] * (degree + 1) for _ in range(2)]
    for powers, k in terms:
        table[powers[1]][powers[0]] += Fraction(int(k.p), int(k.q))
    return polynomial(table[0]), polynomial(table[1])
