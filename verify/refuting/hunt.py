"""Tries to refute a relation between two expressions, before anyone tries to prove it.

Soundness of `Refuted`.  The point is exact and certainly satisfies the domain's
assumptions and conditions (`verify.points.domain`).  Both sides are enclosed there by finite
balls that contain SymPy's values (`verify.balls`).  For `==` the balls are disjoint, so
the values differ.  For an order relation both values are certainly real, and every
pair of reals from the two balls violates the relation.  For `!=` the values are equal
by exact rational arithmetic.  So the relation is false at the point.

`Agrees` is evidence only: the enclosures could not be told apart at high precision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

import sympy
from flint import acb, arb

from verify.balls import (
    HEAVY,
    BallFunction,
    Env,
    check_size,
    compile_ball,
    compile_exact,
    environment,
    is_real,
    precision,
    rational,
    work,
)
from verify.balls.decimals import in_print
from verify.errors import GiveUp
from verify.points.domain import SIMPLEST, Domain
from verify.points.plan import Point
from verify.refuting.degenerate_points import special_points
from verify.regularity.written import is_defined
from verify.terms.sign_algebra import TRUE_FOR
from verify.terms.survey import Survey

RELATIONS = tuple(TRUE_FOR)
DIGITS_WANTED = 60
DIGITS_NEEDED = 30
POINTS_NEEDED = 3
FIRST_BITS = 64
CONFIRMING_BITS = 256
MAX_BITS = 2048
DEEP_BITS = 16384
DEEP_BITS_HEAVY = 1024
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


class Finding(Enum):
    """What one point told."""

    FALSE = "false"
    HOLDS = "holds"
    UNDEFINED = "undefined or unknown there"
    ONE_SIDED = "one side is undefined or unknown there, the other is not"
    NOT_REAL = "not certainly real there"
    UNDECIDED = "enclosures too wide there"


@dataclass(frozen=True)
class Trial:
    """One point, decided as far as it goes."""

    finding: Finding
    bits: int
    lhs: acb = None
    rhs: acb = None
    digits: int | None = None


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
        self.problem = ""
        try:
            self.claim = Comparison.of(lhs, rhs, relation, max_bits, lost)
        except GiveUp as problem:
            self.problem = str(problem)

    def glance(self, points: int) -> Refuted | None:
        """One look at low precision at a few points (one, if integrals or sums are to be enclosed), before a proof.

        Raises EmptyDomain if the domain yields no point.
        """
        if self.problem:
            return None
        for point in islice(self._points(), 1 if self.claim.heavy else points):
            trial = self.claim.at(point, max_bits=FIRST_BITS)
            if trial.finding is Finding.FALSE:
                return Refuted(self.claim, self.domain, point, trial)
        return None

    def sampled(self) -> Refuted | None:
        """Tries every sampled point.  Raises EmptyDomain if the domain yields none."""
        if self.problem:
            return None
        for point in self._points():
            trial = self.claim.at(point, self.claim.usual if self.trials else self.claim.deep)
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
        for point in special_points(self.claim.lhs, self.claim.rhs, self.domain, self.seen[0], self.claim.heavy):
            trial = self.claim.at(point, CONFIRMING_BITS)
            if trial.finding is Finding.FALSE:
                return Refuted(self.claim, self.domain, point, trial)
        return None

    def among(self, points: Iterable[Point]) -> Refuted | None:
        """Tries these points, as far as they certainly lie in the domain."""
        if self.problem:
            return None
        for point in points:
            if not self.domain.contains(point):
                continue
            trial = self.claim.at(point, CONFIRMING_BITS)
            if trial.finding is Finding.FALSE:
                return Refuted(self.claim, self.domain, point, trial)
        return None

    def summary(self) -> Agrees | Unknown:
        """What the sampled points amount to, none of which refuted."""
        return Unknown(self.problem) if self.problem else summary(self.trials, bool(self.claim.symbols))


class Comparison:
    """`lhs relation rhs`, compiled for many points: to rational arithmetic at once, to balls when they are needed."""

    def __init__(
        self, lhs: Any, rhs: Any, relation: str, max_bits: int, found: Survey, lost: tuple[Any, ...] = ()
    ) -> None:
        self.lhs, self.rhs, self.lost = lhs, rhs, lost
        self.relation = relation
        self.max_bits = max_bits
        self.symbols = found.symbols
        self.began = work.steps
        self.heavy = found.has(*HEAVY)
        exact = compile_exact(lhs), compile_exact(rhs)
        self.exact = None if exact[0] is None or exact[1] is None else (exact[0], exact[1])

    @classmethod
    def of(cls, lhs: Any, rhs: Any, relation: str, max_bits: int = MAX_BITS, lost: tuple[Any, ...] = ()) -> Comparison:
        """Compiles the two sides; `lost` must be defined and not zero for the claim to say something.  Raises GiveUp."""
        lhs, rhs = sympy.sympify(lhs, strict=True), sympy.sympify(rhs, strict=True)
        claim = cls(lhs, rhs, relation, max_bits, check_size(lhs, rhs), lost)
        if claim.exact is None:
            _ = claim.balls  # raises here, not in the middle of a search
        return claim

    @cached_property
    def balls(self) -> tuple[BallFunction, BallFunction]:
        """Both sides as enclosures.  Raises GiveUp; what has a rational form has one unless its numbers are too big."""
        return compile_ball(self.lhs), compile_ball(self.rhs)

    @cached_property
    def real(self) -> bool:
        """Are both sides real by their symbols' assumptions, so that their order makes sense?"""
        ordered = self.relation not in ("==", "!=")
        return bool(ordered and self.lhs.is_extended_real and self.rhs.is_extended_real)

    def at(self, point: Point, max_bits: int | None = None) -> Trial:
        """Decides the relation at one point, at a precision that rises to `max_bits` (the claim's, unless given).

        Two sides that agree are followed to the last bit, since a difference may be small.
        """
        last = self.max_bits if max_bits is None else max_bits
        if self.lost and not is_defined(self.lost, point, CONFIRMING_BITS):
            return Trial(Finding.UNDEFINED, 0)
        needed = {symbol: point[symbol] for symbol in self.symbols}
        exactly = self.exactly_at(needed)
        if exactly is not None:
            return exactly
        trial = Trial(Finding.UNDEFINED, 0)
        bits = FIRST_BITS
        while bits <= last:
            with precision(bits):
                env = environment(needed)
                try:
                    trial = self.judge(env, bits)
                except GiveUp:  # rational, but too big for exact arithmetic and for balls
                    return Trial(Finding.UNDEFINED, bits)
            if trial.finding in (Finding.FALSE, Finding.NOT_REAL):
                return trial
            if trial.finding is Finding.HOLDS and self.settled(trial, last):
                return trial
            if trial.finding in (Finding.UNDEFINED, Finding.ONE_SIDED) and bits >= CONFIRMING_BITS:
                return trial
            bits *= 2
        return trial

    @property
    def deep(self) -> int:
        """Bits for one point of an equality, where a difference may be hidden far down."""
        if self.relation != "==" or self.max_bits < MAX_BITS:
            return self.max_bits
        return DEEP_BITS_HEAVY if self.heavy else DEEP_BITS

    @property
    def usual(self) -> int:
        """Bits for the other points."""
        return min(CONFIRMING_BITS if self.heavy and self.relation == "==" else MAX_BITS, self.max_bits)

    def settled(self, trial: Trial, last: int) -> bool:
        """May the search stop at an agreement?  An order relation may; an equality wants digits and bits."""
        if self.relation not in ("==",):
            return True
        return trial.digits is not None and trial.digits >= DIGITS_WANTED and trial.bits >= last

    def exactly_at(self, point: Point) -> Trial | None:
        """Decides in rational arithmetic, if both sides are rational there."""
        if self.exact is None or not all(value.is_Rational for value in point.values()):
            return None
        values = {symbol: rational(value) for symbol, value in point.items()}
        left, right = self.exact[0](values), self.exact[1](values)
        if left is None or right is None:
            return None
        finding = Finding.HOLDS if holds(self.relation, (left > right) - (left < right)) else Finding.FALSE
        bits = CONFIRMING_BITS
        while True:
            with precision(bits):
                balls = acb(left), acb(right)
            if left == right or not balls[0].overlaps(balls[1]):
                return Trial(finding, bits, *balls, DIGITS_WANTED)
            bits *= 2  # two rationals that differ can be told apart: their heights are bounded

    def judge(self, env: Env, bits: int) -> Trial:
        """One look at the two enclosures, at the current precision."""
        left, right = (side.at(env) for side in self.balls)
        if not (left.is_finite() and right.is_finite()):
            alone = left.is_finite() or right.is_finite()
            return Trial(Finding.ONE_SIDED if alone else Finding.UNDEFINED, bits)
        if self.relation == "==":
            if not left.overlaps(right):
                return Trial(Finding.FALSE, bits, left, right)
            return Trial(Finding.HOLDS, bits, left, right, agreeing_digits(left, right))
        if self.relation == "!=":
            if not left.overlaps(right):
                return Trial(Finding.HOLDS, bits, left, right)
            same = left.is_exact() and right.is_exact()
            return Trial(Finding.FALSE if same else Finding.UNDECIDED, bits, left, right)
        return self.judge_order(left, right, bits)

    def judge_order(self, left: acb, right: acb, bits: int) -> Trial:
        """<, <=, >, >=: only between values that are certainly real."""
        if not left.imag.contains(0) or not right.imag.contains(0):
            return Trial(Finding.NOT_REAL, bits, left, right)
        certainly = self.real or (is_real(left) and is_real(right))
        if not certainly:
            return Trial(Finding.UNDECIDED, bits, left, right)
        if left.real > right.real:
            sign = 1
        elif left.real < right.real:
            sign = -1
        elif left.real.is_exact() and right.real.is_exact():
            sign = 0
        else:
            return Trial(Finding.UNDECIDED, bits, left, right)
        return Trial(Finding.HOLDS if holds(self.relation, sign) else Finding.FALSE, bits, left, right)


def holds(relation: str, sign: int) -> bool:
    """Does the relation hold, given the sign of lhs - rhs?"""
    return sign in TRUE_FOR[relation]


def agreeing_digits(left: acb, right: acb) -> int:
    """Decimal digits to which two overlapping balls pin down one common value.

    The values differ by at most 2 (r_left + r_right); the digits are those of that
    bound, relative to the size of the sides where they are certainly not zero.
    """
    slack = 2 * (left.rad() + right.rad())
    size = arb(max(left.abs_lower(), right.abs_lower()))
    if size > 0:
        slack = slack / size
    slack = slack.upper()
    if slack == 0:
        return DIGITS_WANTED
    digits = (-slack.log() / arb(10).log()).floor().lower().floor().unique_fmpz()
    return max(0, int(digits)) if digits is not None else 0


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


def simplest_counterexample(
    claim: Comparison, domain: Domain, point: Point, trial: Trial, steps: int = SIMPLIFY_STEPS
) -> tuple[Point, Trial]:
    """Replaces coordinates by the simplest ones, one at a time, as long as the claim stays refuted.

    Words never cost more than the verdict: after `steps` steps in integrals and sums the
    plainest point so far is told.
    """
    with work.budget(steps):
        return _simplest(claim, domain, point, trial)


def _simplest(claim: Comparison, domain: Domain, point: Point, trial: Trial) -> tuple[Point, Trial]:
    tries = SIMPLIFY_TRIES_HEAVY if claim.heavy else SIMPLIFY_TRIES
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
