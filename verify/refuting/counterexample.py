"""A point at which a relation is certainly false, made simple for a human, with numbers that can be told apart."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

import sympy

from verify.balls import work
from verify.balls.decimals import in_print
from verify.points.domain import SIMPLEST, Domain
from verify.points.plan import Point
from verify.refuting.comparison import FIRST_BITS, Comparison, Finding, Trial

LONG_BITS = 10_000
SIMPLIFY_TRIES = 40
SIMPLIFY_TRIES_HEAVY = 6
SIMPLIFY_STEPS = 20_000
"""Steps (see `verify.balls.core.Work`) that a simpler counterexample may always cost."""


class Refuted:
    """The relation is false at `point` (symbol → exact value, in the domain's order).

    `lhs` and `rhs` are the two sides there, rounded so that they can be told apart;
    `gap` is a certified lower bound on |lhs - rhs|, `relative` one on that distance over
    the larger side; `bits` is the precision that decided.  A violated `!=` has gap "0".

    The refutation stands as soon as one point is found; a simpler point and numbers in
    print are sought when somebody reads them, which a spoiled claim in a test never needs.
    """

    def __init__(self, claim: Comparison, domain: Domain, point: Point, trial: Trial) -> None:
        self._found = claim, domain, point, trial
        self._cost = work.steps - claim.began
        self.relation = claim.relation
        self.sides = claim.lhs, claim.rhs

    def __repr__(self) -> str:
        return f"Refuted(point={self.point}, lhs={self.lhs}, rhs={self.rhs}, gap={self.gap}, bits={self.bits})"

    def as_found(self) -> Refuted:
        """The same refutation at the point at which it was found, where nobody asks for a simpler one."""
        claim, domain, point, trial = self._found
        same = Refuted(claim, domain, point, trial)
        same._simplest = point, trial
        return same

    @cached_property
    def _simplest(self) -> tuple[Point, Trial]:
        return simplest_counterexample(*self._found, max(self._cost, SIMPLIFY_STEPS))

    @property
    def point(self) -> tuple[tuple[Any, Any], ...]:
        domain, point = self._found[1], self._simplest[0]
        return tuple((symbol, point[symbol]) for symbol in domain.symbols if symbol in point)

    @property
    def bits(self) -> int:
        return self._simplest[1].bits

    @property
    def lhs(self) -> str:
        return self._numbers[0]

    @property
    def rhs(self) -> str:
        return self._numbers[1]

    @property
    def gap(self) -> str:
        return self._numbers[2]

    @property
    def relative(self) -> str:
        return self._numbers[3]

    @cached_property
    def _numbers(self) -> tuple[str, str, str, str]:
        trial = self._simplest[1]
        return in_print(trial.lhs, trial.rhs, max(trial.bits, FIRST_BITS))


def simplest_counterexample(
    claim: Comparison, domain: Domain, point: Point, trial: Trial, steps: int
) -> tuple[Point, Trial]:
    """Replaces coordinates by the simplest ones, one at a time, as long as the claim stays refuted.

    Words never cost more than the verdict: after `steps` steps in integrals and sums the
    plainest point so far is told.
    """
    tries = SIMPLIFY_TRIES_HEAVY if claim.heavy else SIMPLIFY_TRIES
    with work.budget(steps):
        for symbol in domain.symbols:
            for value in SIMPLEST:
                if tries == 0 or work.is_used_up() or cost(value) >= cost(point[symbol]):
                    break
                simpler = {**point, symbol: value}
                if not domain.contains(simpler):
                    continue
                tries -= 1
                found = claim.at(simpler)
                if found.finding is Finding.FALSE:
                    point, trial = simpler, found
                    break
    return point, trial


@lru_cache(maxsize=65536)
def cost(value: Any) -> tuple[int, int]:
    """How hard a number is on the reader: its place in the list of the simplest, then its length."""
    if value in SIMPLEST:
        return (SIMPLEST.index(value), 0)
    return (len(SIMPLEST), _length(value))


def _length(value: Any) -> int:
    """The length of a number in print; of one with thousands of digits, its bits."""
    if any(max(abs(part.p), part.q).bit_length() > LONG_BITS for part in value.atoms(sympy.Rational)):
        return sum(abs(part.p).bit_length() + part.q.bit_length() for part in value.atoms(sympy.Rational))
    return len(str(value))
