"""For which values of a parameter has a curve a zero inside an interval?

The numerator is A(x) + c B(x), linear in the parameter c, and the denominator has no
zero inside.  *None* for first < c < last: at each x the numerator is linear in c, so it
vanishes for no such c exactly if its values at c = first and c = last are not of opposite
sign and not both zero; both are polynomials in x, and their product is judged by Sturm's
theorem.  *One for every c*: at two points of the interval the numerator has opposite
signs for both ends of the range, hence, being linear in c, for every c between them.
Refutations exhibit one rational c, for which Sturm's theorem counts the zeros.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import sympy

from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.kinds.curve import BEYOND, UNCLEAR, fraction, interval, kept, label, premises_of, proved, quantity, refuted
from verify.orders.rational_curves import numerator_and_denominator, simplest_between, written_divisors
from verify.orders.reach import Reach, reach
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
from verify.premises.facts import Facts
from verify.verdicts import Outcome, Reason
from verify.vocabulary.curves import RootsFor, Threshold
from verify.wording import decimal_of, name

HALF = Fraction(1, 2)
SIMPLE = 1000
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
        """Evenly spaced points, and more towards both ends, where zeros leave the interval."""
        shares = {Fraction(k, STEPS) for k in range(1, STEPS)} | {Fraction(1, 2**k) for k in range(1, 24)}
        return sorted(self.low + (self.high - self.low) * t for share in shares for t in (share, 1 - share))

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

    def limits(self) -> tuple[Fraction, Fraction] | None:
        """Infimum and supremum of the c with a zero inside, where c(x) = -A/B is monotone; else None."""
        common = gcd(self.constant, self.slope)
        top, bottom = divided(self.constant, common)[0], divided(self.slope, common)[0]
        turning = add(times(derivative(top), bottom), scaled(times(top, derivative(bottom)), Fraction(-1)))
        ends = (self.low, self.high)
        if not turning or count_roots(turning, *ends) or count_roots(bottom, *ends):
            return None
        if count_roots(common, *ends) if len(common) > 1 else False:
            return None
        values = [-at(top, x) / at(bottom, x) if at(bottom, x) != 0 else None for x in ends]
        known = [v for v in values if v is not None]
        if len(known) == 2:
            return min(known), max(known)
        return None


def family(statement: RootsFor | Threshold, facts: Facts) -> Family | None:
    """The numerators of the curve as such a family, or None if it has another form.

    Its interval is what the unknown reaches of the printed one.  None, too, where the curve
    as it is written divides by something that vanishes there, or that depends on the parameter.
    """
    x = sympy.Dummy("x", real=True)
    inside = x * statement.scale if statement.scale is not None else x
    given = premises_of(facts, statement)
    written = given.apply(statement.expression).subs(statement.unknown, inside)
    lost = (part.subs(statement.unknown, inside) for part in given.lost_of_arguments)
    parts, divisors = numerator_and_denominator(written), written_divisors(written, lost)
    place = reach(statement.unknown, statement.scale, fraction(statement.low), fraction(statement.high))
    if parts is None or divisors is None or place is None or place.numbers is not None or place.without_zero:
        return None
    above = _in_x_and_c(parts[0], x, statement.parameter)
    below = [_in_x_and_c(part, x, statement.parameter) for part in (parts[1], *divisors)]
    if above is None or any(part is None or part[1] or _vanishes(part[0], place) for part in below):
        return None
    return Family(above[0], above[1], place.low, place.high, place.ends)


def _vanishes(divisor: Poly, place: Reach) -> bool:
    return count_roots(divisor, place.low, place.high) > 0 or any(at(divisor, end) == 0 for end in place.ends)


def _in_x_and_c(part: sympy.Expr, x: sympy.Symbol, c: sympy.Symbol) -> tuple[Poly, Poly] | None:
    """(A, B) of A(x) + c B(x), a common factor of positive or negative symbols left out; None for another form."""
    others = sorted(part.free_symbols - {x, c}, key=lambda s: s.name)
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
        table[powers[1]][powers[0]] += fraction(k)
    return polynomial(table[0]), polynomial(table[1])


def check_roots_for(statement: RootsFor, facts: Facts, settings: Settings) -> Finding:
    """Zeros for every parameter of the range that is admitted, or for none."""
    given = premises_of(facts, statement)
    curves = family(statement, facts)
    if curves is None or not curves.slope:
        return undecided(f"{BEYOND}, linear in the parameter", Reason.UNSUPPORTED)
    admitted = reach(statement.parameter, None, fraction(statement.first), fraction(statement.last))
    if admitted is None:
        return undecided(UNCLEAR.format(name(statement.parameter)))
    if admitted.numbers is not None:
        return kept(_for_numbers(curves, statement, admitted.numbers), given, statement)
    return kept(_for_the_range(curves, statement, admitted), given, statement)


def _for_numbers(curves: Family, statement: RootsFor, numbers: tuple[Fraction, ...]) -> Finding:
    """Whole parameters, one by one."""
    for c in numbers:
        zeros = curves.zeros(c)
        if zeros is None:
            return undecided(f"at {name(statement.parameter)} = {c} it vanishes throughout")
        if (zeros > 0) is not statement.exist:
            return _contradicted(statement, c, zeros, "")
    return proved("Sturm's theorem for every parameter", f"Counted for each of the {len(numbers)} admitted parameters.")


def _for_the_range(curves: Family, statement: RootsFor, admitted: Reach) -> Finding:
    first, last = admitted.low, admitted.high
    c, exact = name(statement.parameter), "" if curves.ends else _exact_range(curves, statement)
    if statement.exist:
        found = curves.always(first, last)
        if found is not None:
            near = f"{label(statement)} = {_shown(found[0])} and {_shown(found[1])}"
            detail = (
                f"{quantity(statement)} changes its sign between {near} for every {c} from {first} to {last}: "
                f"it is linear in {c}, and the signs are exact at both ends.{exact}"
            )
            return proved("change of sign for every parameter", detail)
        return _counterexample(curves, statement, admitted, 0, exact)
    if curves.never(first, last) and all(curves.zeros(end) == 0 for end in admitted.ends):
        detail = (
            f"{quantity(statement)} has no zero on {interval(statement)} for {first} < {c} < {last} "
            f"(Sturm's theorem on both ends of the range).{exact}"
        )
        return proved("Sturm's theorem for every parameter", detail)
    return _counterexample(curves, statement, admitted, 1, exact)


def _shown(x: Fraction) -> str:
    """A simple fraction as it stands, another one in decimals."""
    exact = sympy.Rational(x.numerator, x.denominator)
    return str(x) if x.denominator < SIMPLE else decimal_of(exact, 8)


def _counterexample(curves: Family, statement: RootsFor, admitted: Reach, wanted: int, exact: str) -> Finding:
    """An admitted parameter of the range with no zero (wanted = 0) or with one (wanted = 1)."""
    for c in (c for c in (*_candidates(admitted.low, admitted.high), *admitted.ends) if admitted.has(c)):
        zeros = curves.zeros(c)
        if zeros is not None and min(zeros, 1) == wanted:
            return _contradicted(statement, c, zeros, exact)
    return undecided("no parameter among those tried contradicts the claim, and no argument covers all of them")


def _contradicted(statement: RootsFor, c: Fraction, zeros: int, exact: str) -> Finding:
    words = {0: "no zero", 1: "a zero"}.get(zeros, f"{zeros} zeros")
    detail = (
        f"{quantity(statement)} has {words} on {interval(statement)} at {name(statement.parameter)} = {c}, "
        f"counted by Sturm's theorem.{exact}"
    )
    claimed = "a zero" if statement.exist else "none"
    return refuted(detail, ((name(statement.parameter), str(c)),), words, claimed)


def _candidates(first: Fraction, last: Fraction) -> list[Fraction]:
    """Simple parameters strictly inside the range: evenly spaced, and more towards both ends."""
    shares = {Fraction(k, STEPS) for k in range(1, STEPS)} | {Fraction(1, 2**k) for k in range(1, 24)}
    width = last - first
    gaps = [(t - t / 4, t + t / 4) for t in sorted(shares, reverse=True) if t <= HALF]
    low = [simplest_between(first + a * width, first + b * width) for a, b in gaps]
    high = [simplest_between(last - b * width, last - a * width) for a, b in gaps]
    return [c for pair in zip(low, high, strict=True) for c in pair]


def check_threshold(statement: Threshold, facts: Facts, settings: Settings) -> Finding:
    """Does the parameter at which zeros appear round to the printed number?"""
    low, high = statement.interval
    without = RootsFor(*_common(statement), statement.first, low, False, statement.scale, called=statement.called)
    with_ = RootsFor(*_common(statement), high, statement.last, True, statement.scale, called=statement.called)
    findings = [check_roots_for(part, facts, settings) for part in (without, with_)]
    for outcome in (Outcome.REFUTED, Outcome.UNDECIDED):
        for finding in findings:
            if finding.outcome is outcome:
                return finding
    detail = " ".join(dict.fromkeys(finding.evidence.detail for finding in findings))
    return proved("Sturm's theorem on both sides of the threshold", detail)


def _common(statement: Threshold) -> tuple[sympy.Expr, sympy.Symbol, sympy.Rational, sympy.Rational, sympy.Symbol]:
    return statement.expression, statement.unknown, statement.low, statement.high, statement.parameter


def _exact_range(curves: Family, statement: RootsFor) -> str:
    """The exact range of the parameter with a zero inside, in words, where it is known."""
    limits = curves.limits()
    if limits is None:
        top = _infimum_only(curves)
        return f" Exactly: there is one for {name(statement.parameter)} > {top}." if top is not None else ""
    return f" Exactly: there is one for {limits[0]} < {name(statement.parameter)} < {limits[1]}."


def _infimum_only(curves: Family) -> Fraction | None:
    """The infimum where c(x) falls monotonically from +∞ at `low` to its value at `high`, or rises from there."""
    common = gcd(curves.constant, curves.slope)
    if len(common) > 1 and count_roots(common, curves.low, curves.high):
        return None
    top, bottom = divided(curves.constant, common)[0], divided(curves.slope, common)[0]
    turning = add(times(derivative(top), bottom), scaled(times(top, derivative(bottom)), Fraction(-1)))
    ends = (curves.low, curves.high)
    if not turning or count_roots(turning, *ends) or count_roots(bottom, *ends):
        return None
    finite = [x for x in ends if at(bottom, x) != 0]
    if len(finite) != 1:
        return None
    middle = (curves.low + curves.high) / 2
    value, inside = -at(top, finite[0]) / at(bottom, finite[0]), -at(top, middle) / at(bottom, middle)
    return value if inside > value else None
