"""Tries to refute a relation between two expressions, before anyone tries to prove it.

Soundness of `Refuted`.  The point is exact and certainly satisfies the domain's
assumptions and conditions (`verify.points.domain`), and the relation is certainly false
there (`verify.refuting.comparison`).

`Agrees` is evidence only: the enclosures could not be told apart at high precision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from verify.balls.core import work
from verify.errors import GiveUp
from verify.points.domain import Domain
from verify.points.plan import Point
from verify.refuting.comparison import CONFIRMING_BITS, FIRST_BITS, MAX_BITS, RELATIONS, Comparison, Finding, Trial
from verify.refuting.counterexample import Refuted
from verify.refuting.degenerate_points import special_points

DIGITS_NEEDED = 30
POINTS_NEEDED = 3
MAX_STEPS = 1_000_000
"""What a search may cost in integrals and sums, see `verify.balls.core.Work`: then it ends as unknown."""


@dataclass(frozen=True)
class Agrees:
    """The relation held as far as enclosures can tell, at `points` points.

    For `==`, `digits` is the least number of decimal digits to which the sides agreed:
    relative to the larger side, or absolute where both may be zero.  For the other
    relations every point was certified, and `digits` is None.
    """

    points: int
    digits: int | None


@dataclass(frozen=True)
class Unknown:
    """Nothing could be said; `reason` tells why."""

    reason: str


def compare(
    lhs: Any,
    rhs: Any,
    domain: Domain,
    relation: str = "==",
    seed: int = 0,
    points: int = 8,
    max_bits: int = MAX_BITS,
    special: bool = True,
    lost: tuple[Any, ...] = (),
) -> Refuted | Agrees | Unknown:
    """Looks for a point of `domain` at which `lhs relation rhs` is certainly false.

    `special` also tries the points where identities tend to break (see `special_points`);
    where one of the `lost` parts is not certainly met, nothing is false.
    Raises ValueError for an unknown relation, EmptyDomain if the domain yields no point.
    """
    hunt = Hunt(lhs, rhs, domain, relation, seed, points, max_bits, lost)
    return hunt.sampled() or (hunt.special() if special else None) or hunt.summary()


class Hunt:
    """The search for a counterexample, which can pause for a proof and go on where it stopped.

    Raises ValueError for an unknown relation.
    """

    def __init__(
        self,
        lhs: Any,
        rhs: Any,
        domain: Domain,
        relation: str = "==",
        seed: int = 0,
        points: int = 8,
        max_bits: int = MAX_BITS,
        lost: tuple[Any, ...] = (),
    ) -> None:
        if relation not in RELATIONS:
            raise ValueError(f"relation={relation!r}; expected one of {', '.join(RELATIONS)}")
        self.domain = domain
        self.sides = lhs, rhs
        self.seed = seed
        self.lost = lost
        self.trials: list[Trial] = []
        self.seen: list[Point] = []
        self.unseen = domain.points(seed, points)
        self.steps = MAX_STEPS
        self.relation, self.max_bits = relation, max_bits
        self.enclosed = False
        """Whether both sides were enclosed at a point that was glanced at."""

    @cached_property
    def _compiled(self) -> Comparison | str:
        """Both sides as they are compared, or why they are not; a proof may come first, and then nobody asks."""
        try:
            return Comparison.of(*self.sides, self.relation, self.max_bits, self.lost)
        except GiveUp as problem:
            return str(problem)

    @property
    def problem(self) -> str:
        """Why nothing can be compared; empty where it can."""
        return self._compiled if isinstance(self._compiled, str) else ""

    @property
    def claim(self) -> Comparison:
        """What is compared.  Nobody asks where there is a problem."""
        assert isinstance(self._compiled, Comparison)
        return self._compiled

    def glance(self, points: int) -> Refuted | None:
        """One look at low precision at a few points (one, if integrals or sums are to be enclosed), before a proof.

        Raises EmptyDomain if the domain yields no point.
        """
        if self.problem:
            return None
        return self._first_false(islice(self._points(), 1 if self.claim.heavy else points), FIRST_BITS)

    def sampled(self) -> Refuted | None:
        """Tries every sampled point.  Raises EmptyDomain if the domain yields none."""
        if self.problem:
            return None
        for point in self._points():
            trial = self.at(point, self.claim.usual if self.trials else self.claim.deep)
            if trial.finding is Finding.FALSE:
                return Refuted(self.claim, self.domain, point, trial)
            self.trials.append(trial)
        return None

    def _points(self) -> Iterator[Point]:
        """All points from the first, each drawn once."""
        yield from tuple(self.seen)
        for point in self.unseen:
            self.seen.append(point)
            yield point

    def special(self) -> Refuted | None:
        """Tries the points where identities tend to break."""
        if self.problem:
            return None
        points = special_points(self.claim.lhs, self.claim.rhs, self.domain, self.seen[0], self.claim.heavy)
        return self._first_false(points, CONFIRMING_BITS)

    def among(self, points: Iterable[Point]) -> Refuted | None:
        """Tries these points, as far as they certainly lie in the domain."""
        if self.problem:
            return None
        return self._first_false(filter(self.domain.contains, points), CONFIRMING_BITS)

    def _first_false(self, points: Iterable[Point], bits: int) -> Refuted | None:
        for point in points:
            trial = self.at(point, bits)
            self.enclosed = self.enclosed or trial.finding not in (Finding.UNDEFINED, Finding.ONE_SIDED)
            if trial.finding is Finding.FALSE:
                return Refuted(self.claim, self.domain, point, trial)
        return None

    def at(self, point: Point, bits: int) -> Trial:
        """One point, at a cost that the search has left."""
        with self.budget():
            return self.claim.at(point, bits)

    @contextmanager
    def budget(self) -> Iterator[None]:
        """Inside the block enclosures cost what the search has left, and it is used up by them."""
        before = work.steps
        try:
            with work.budget(self.steps):
                yield
        finally:
            self.steps -= work.steps - before

    def summary(self) -> Agrees | Unknown:
        """What the sampled points amount to, none of which refuted."""
        return Unknown(self.problem) if self.problem else summary(self.trials, bool(self.claim.symbols))


def summary(trials: list[Trial], has_symbols: bool) -> Agrees | Unknown:
    """Evidence from points that did not refute."""
    held = [trial for trial in trials if trial.finding is Finding.HOLDS]
    good = [trial for trial in held if trial.digits is None or trial.digits >= DIGITS_NEEDED]
    wanted = min(POINTS_NEEDED, len(trials)) if has_symbols else 1
    lame = any(trial.finding is Finding.ONE_SIDED for trial in trials)
    if good and len(good) >= wanted and not lame:
        digits = [trial.digits for trial in good if trial.digits is not None]
        return Agrees(len(good), min(digits) if digits else None)
    findings = [trial.finding for trial in trials if trial.finding is not Finding.HOLDS] or [Finding.UNDECIDED]
    commonest = max(set(findings), key=lambda finding: (findings.count(finding), finding.value))
    return Unknown(f"{len(good)} of {len(trials)} points agreed, expected {wanted}; most others: {commonest.value}")


# ---------------------------------------------------------------- a counterexample for a human
