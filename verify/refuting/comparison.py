"""A relation between two expressions at one exact point: true, false, or not to be told there.

Soundness of `Finding.FALSE`.  Both sides are enclosed at the point by finite balls that
contain SymPy's values (`verify.balls`).  For `==` the balls are disjoint, so the values
differ.  For an order relation both values are certainly real, and every pair of reals from
the two balls violates the relation.  For `!=` the values are equal by exact rational
arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

import sympy
from flint import acb, arb

from verify.balls import (
    HEAVY,
    BallFunction,
    Env,
    Exact,
    check_size,
    compile_balls,
    compile_exact,
    environment,
    is_exact,
    is_real,
    precision,
    rational,
    work,
)
from verify.errors import GiveUp
from verify.points.plan import Point
from verify.regularity.written import is_defined
from verify.terms.sign_algebra import TRUE_FOR
from verify.terms.survey import Survey

RELATIONS = tuple(TRUE_FOR)
DIGITS_WANTED = 60
FIRST_BITS = 64
CONFIRMING_BITS = 256
MAX_BITS = 2048
DEEP_BITS = 16384
DEEP_BITS_HEAVY = 1024


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
        self.exact = _in_rational_arithmetic(lhs, rhs) if is_exact(found.kinds) else None

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
        left, right = compile_balls((self.lhs, self.rhs))
        return left, right

    @cached_property
    def real(self) -> bool:
        """Are both sides real by their symbols' assumptions, so that their order makes sense?"""
        ordered = self.relation not in ("==", "!=")
        return bool(ordered and self.lhs.is_extended_real and self.rhs.is_extended_real)

    def at(self, point: Point, max_bits: int | None = None) -> Trial:
        """Decides the relation at one point, at a precision that rises to `max_bits` (the claim's, unless given).

        Two sides that agree are followed to the last bit at which both are enclosed, since a difference may be small.
        """
        last = self.max_bits if max_bits is None else max_bits
        if self.lost and not is_defined(self.lost, point, CONFIRMING_BITS):
            return Trial(Finding.UNDEFINED, 0)
        needed = {symbol: point[symbol] for symbol in self.symbols}
        exactly = self.exactly_at(needed)
        if exactly is not None:
            return exactly
        trial, held = Trial(Finding.UNDEFINED, 0), None
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
                return held or trial
            held = trial if trial.finding is Finding.HOLDS and bits >= CONFIRMING_BITS else held
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
        if self.relation != "==":
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


def _in_rational_arithmetic(lhs: Any, rhs: Any) -> tuple[Exact, Exact] | None:
    left, right = compile_exact(lhs), compile_exact(rhs)
    return None if left is None or right is None else (left, right)


def holds(relation: str, sign: int) -> bool:
    """Does the relation hold, given the sign of lhs - rhs?"""
    return sign in TRUE_FOR[relation]


def agreeing_digits(left: acb, right: acb) -> int:
    """Decimal digits to which two overlapping balls pin down one common value.

    The values differ by at most 2 (r_left + r_right); the digits are those of that
    bound, relative to the size of the sides where they are certainly not zero.
    """
    with precision(FIRST_BITS):  # of an error a few digits are enough
        return _digits(left, right)


def _digits(left: acb, right: acb) -> int:
    slack = 2 * (left.rad() + right.rad())
    size = arb(max(left.abs_lower(), right.abs_lower()))
    if size > 0:
        slack = slack / size
    slack = slack.upper()
    if slack == 0:
        return DIGITS_WANTED
    digits = (-slack.log() / arb(10).log()).floor().lower().floor().unique_fmpz()
    return max(0, int(digits)) if digits is not None else 0
