"""How fast a function grows or decays: exp(Σ c x^q) x^p (log x)^k, compared and integrated for all x from a place on.

Everything rests on one number, the steepness of a scale s from T on: an upper bound of x s'(x)/s(x) over all x ≥ T.  Where
it is not positive, s never rises, so that s(x) ≤ s(T).  Where it is -μ, s(x) ≤ s(T) (x/T)^(-μ), and with μ > 1

    ∫_T^∞ s(x) dx  ≤  s(T) T/(μ - 1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from flint import acb, arb

UNIT = acb(arb(0, 1), arb(0, 1))
"""Holds every complex number of modulus at most 1."""
WAVE = acb(arb(0, 1))
_NO_BOUND = arb("inf")


@dataclass(frozen=True)
class Scale:
    """exp(Σ c x^q) x^power (log x)^logs; `exponents` maps q > 0 to the real ball c."""

    exponents: dict[Fraction, arb] = field(default_factory=dict)
    power: arb = field(default_factory=arb)
    logs: arb = field(default_factory=arb)

    def times(self, other: Scale, sign: int = 1) -> Scale:
        """The product, or with sign -1 the quotient."""
        exponents = dict(self.exponents)
        for q, c in other.exponents.items():
            exponents[q] = exponents.get(q, arb(0)) + sign * c
        kept = {q: c for q, c in exponents.items() if not c.is_zero()}
        return Scale(kept, self.power + sign * other.power, self.logs + sign * other.logs)

    def to(self, r: arb) -> Scale:
        """The power with a real exponent."""
        kept = {q: c * r for q, c in self.exponents.items()} if not r.is_zero() else {}
        return Scale(kept, self.power * r, self.logs * r)

    @property
    def is_one(self) -> bool:
        return not self.exponents and bool(self.power == 0) and bool(self.logs == 0)

    def at(self, x: arb) -> arb:
        """Its value."""
        exponent = self.power * x.log() + sum((c * _power(x, q) for q, c in self.exponents.items()), arb(0))
        if not self.logs.is_zero():
            exponent += self.logs * x.log().log()
        return exponent.exp()

    def steepness(self, x: arb) -> arb:
        """An upper bound of y s'(y)/s(y) = Σ q c y^q + power + logs/log y over all y ≥ x > e; infinite where none is known."""
        logs = self.logs.upper()
        slow = self.power.upper() + (logs / x.log() if logs > 0 else arb(0))
        if not self.exponents:
            return slow.upper()
        lead = max(self.exponents)
        rest = [abs(c * _arb(q)) * _power(x, q - lead) for q, c in self.exponents.items() if q != lead]
        bracket = self.exponents[lead] * _arb(lead) + sum(rest, arb(0))
        # With a bracket below zero, bracket · y^lead is largest at y = x.
        return (bracket * _power(x, lead) + slow).upper() if bracket < 0 else _NO_BOUND

    def never_rises(self, x: arb) -> bool:
        return bool(self.steepness(x) <= 0)

    def up_to_its_value(self, x: arb) -> arb:
        """A ball that holds s(y) for all y ≥ x, of a scale that never rises."""
        return arb(1) if self.is_one else arb(0).union(self.at(x))


@dataclass(frozen=True)
class Germ:
    """f(x) = scale(x) β(x) with β(x) in the ball for all x ≥ T; `steady`: β is one constant."""

    scale: Scale
    ball: acb
    steady: bool = False

    def times(self, other: Germ) -> Germ:
        return Germ(self.scale.times(other.scale), self.ball * other.ball, self.steady and other.steady)

    def plus(self, other: Germ, start: arb) -> Germ | None:
        """The sum, on the scale of the part that prevails; None where neither is known to."""
        ratio = other.scale.times(self.scale, -1)
        if ratio.is_one:
            return Germ(self.scale, self.ball + other.ball, self.steady and other.steady)
        if ratio.never_rises(start):
            return Germ(self.scale, self.ball + other.ball * ratio.up_to_its_value(start))
        ratio = self.scale.times(other.scale, -1)
        if ratio.never_rises(start):
            return Germ(other.scale, other.ball + self.ball * ratio.up_to_its_value(start))
        return None

    def values(self, start: arb) -> acb | None:
        """A ball that holds f(x) for all x ≥ start, if the scale never rises."""
        return self.ball * self.scale.up_to_its_value(start) if self.scale.never_rises(start) else None

    def integral(self, start: arb) -> arb | None:
        """A bound of ∫ |f| from the start to infinity; None where none is known, so that it may diverge."""
        steepness = self.scale.steepness(start)
        if not (steepness < -1 and self.ball.is_finite()):
            return None
        bound = (arb(self.ball.abs_upper()) * self.scale.at(start) * start / (-steepness - 1)).upper()
        return bound if bound.is_finite() else None


def _arb(q: Fraction) -> arb:
    return arb(q.numerator) / q.denominator


def _power(x: arb, q: Fraction) -> arb:
    return x ** _arb(q)
