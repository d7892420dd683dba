"""Polynomials with a remainder that holds all along a step, of width h: f(s) ∈ a_0 + a_1 s + ... + a_N s^N for 0 ≤ s ≤ h.

The coefficients are balls, and the last one holds the rest of the series.  A model stands for all functions with values
in it, at each s for itself: so sums, products and compositions of functions lie in those of their models, whatever
the functions are, and an integral from 0 lies in that of the model, because each s^i has one sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, arb_poly, arb_series, ctx

from verify.errors import GiveUp

NOT_SMOOTH = "the right sides of the differential equations are not known to be smooth along the solution"
SeriesFunction = Callable[[arb_series], arb_series]


@dataclass(frozen=True)
class Step:
    """A step of the width h ≥ 0, and the order N of its models.  With h = 0 the last coefficient is one of the series."""

    h: Fraction
    order: int

    @property
    def reach(self) -> arb:
        """All s of the step."""
        return ball(Fraction(0), self.h)

    def constant(self, value: arb) -> Model:
        return Model(self, arb_poly([value]))

    def line(self, start: arb, slope: int) -> Model:
        return Model(self, arb_poly([start, arb(slope)]))


@dataclass(frozen=True)
class Model:
    """The functions with values in a polynomial, at each place of its step."""

    step: Step
    poly: arb_poly

    def __add__(self, other: Model) -> Model:
        return Model(self.step, self.poly + other.poly)

    def __mul__(self, other: Model) -> Model:
        return self._shortened(self.poly * other.poly)

    def scaled(self, factor: arb) -> Model:
        return Model(self.step, self.poly * factor)

    def _shortened(self, poly: arb_poly) -> Model:
        """What is beyond the order becomes part of the last coefficient: s^(N+k) is s^N times something of [0, h]^k."""
        order = self.step.order
        if poly.length() <= order + 1:
            return Model(self.step, poly)
        rest = poly.right_shift(order)(self.step.reach)
        return Model(self.step, poly.truncate(order) + arb_poly([rest]).left_shift(order))

    def coefficient(self, k: int) -> arb:
        return self.poly[k]

    def at(self, s: arb) -> arb:
        """The values at a place of the step, or at all places of a ball in it."""
        return self.poly(s)

    def range(self) -> arb:
        return self.poly(self.step.reach)

    def power(self, exponent: int) -> Model:
        if exponent < 0:
            return self.composed(lambda series: series.inv()).power(-exponent)
        found, base = self.step.constant(arb(1)), self
        while exponent:
            found = found * base if exponent % 2 else found
            base, exponent = base * base if exponent > 1 else base, exponent // 2
        return found

    def composed(self, function: SeriesFunction) -> Model:
        """function(f): Taylor's theorem about the value at the start, with Lagrange's rest over all values of f.

        The coefficients at a ball hold those at each of its points; where one is finite, the function is smooth on the ball.
        """
        order = self.step.order
        if not self.step.h:
            with _length(order + 1):
                found = arb_poly(function(arb_series(self.poly.coeffs() or [arb(0)])).coeffs())
            return Model(self.step, found)._checked()
        with _length(order + 1):
            low = function(arb_series([self.poly[0], arb(1)]))
            rest = function(arb_series([self.range(), arb(1)]))[order]
            coefficients = [low[k] for k in range(order)]
        if not all(c.is_finite() for c in (*coefficients, rest)):
            raise GiveUp(NOT_SMOOTH)
        moved = Model(self.step, self.poly.right_shift(1).left_shift(1))
        found = self.step.constant(rest)
        for coefficient in reversed(coefficients):
            found = found * moved + self.step.constant(coefficient)
        return found

    def integrated(self, weight: arb) -> Model:
        """s^-k ∫ s^k f ds from 0, for the weight k ≥ 0."""
        coefficients = self.poly.coeffs()
        return self._shortened(arb_poly([arb(0), *(c / (weight + i + 1) for i, c in enumerate(coefficients))]))

    def contains(self, other: Model) -> bool:
        return all(self.poly[k].contains(other.poly[k]) for k in range(self.step.order + 1))

    def _checked(self) -> Model:
        """Zero times what is not finite would be zero: nothing of that kind is handed on."""
        if not self.is_finite():
            raise GiveUp(NOT_SMOOTH)
        return self

    def is_finite(self) -> bool:
        return all(c.is_finite() for c in self.poly.coeffs())


@contextmanager
def _length(cap: int) -> Iterator[None]:
    former = ctx.cap
    ctx.cap = cap
    try:
        yield
    finally:
        ctx.cap = former


def exactly(number: Fraction) -> arb:
    return arb(number.numerator) / number.denominator


def ball(low: Fraction, high: Fraction) -> arb:
    """A ball that holds the interval."""
    return exactly(low).union(exactly(high))


def sinh(series: arb_series) -> arb_series:
    return (series.exp() - (-series).exp()) / 2


def cosh(series: arb_series) -> arb_series:
    return (series.exp() + (-series).exp()) / 2


def tanh(series: arb_series) -> arb_series:
    doubled = (series * 2).exp()
    return (doubled - 1) / (doubled + 1)


def raised(exponent: arb) -> SeriesFunction:
    """The power of a positive base."""

    def power(series: arb_series) -> arb_series:
        if not series[0] > 0:
            raise GiveUp("the base of a power that is no whole number is not known to be positive along the solution")
        return (series.log() * exponent).exp()

    return power
