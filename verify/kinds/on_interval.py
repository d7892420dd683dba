"""Has an expression one sign over an interval?

For a rational function the zeros of numerator and denominator are isolated by Sturm's
theorem (`verify.orders.sturm`), and the sign is computed exactly at one point of every piece
between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from typing import Any

import sympy

from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds.curves import (
    ALLOWED,
    BEYOND,
    HOLE,
    RELATIONS,
    REVERSED,
    SIGN_WORDS,
    SIGNS_OF,
    UNCLEAR,
    Curve,
    about,
    at_root,
    fraction,
    interval,
    kept,
    label,
    left_out,
    name_of,
    open_interval,
    premises_of,
    printed_curve,
    proved,
    quantity,
    refuted,
    scale_of,
    unknown_of,
)
from verify.kinds.kind import Kind, Mended, Spoiled
from verify.orders.rational_curves import RationalCurve
from verify.orders.reach import Reach, reach
from verify.premises.facts import Facts
from verify.quantities.exact import exact
from verify.verdicts import Reason
from verify.vocabulary.statement import ABOVE, BELOW, Number
from verify.wording import name


@dataclass(frozen=True)
class OnInterval(Curve):
    """`expression rel 0` wherever low < unknown/scale < high."""

    rel: str
    low: sympy.Rational
    high: sympy.Rational
    scale: sympy.Symbol | None

    def numbers(self) -> tuple[Number, ...]:
        scale = self.scale or sympy.S.One
        return Number(self.unknown, ABOVE, self.low, scale), Number(self.unknown, BELOW, self.high, scale)


def on_interval(
    expression: Any,
    rel: str,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    *,
    scale: sympy.Symbol | None = None,
    called: str | None = None,
) -> tuple[OnInterval]:
    """expression rel 0 for every unknown between low and high (times scale), the ends not included.

    `called` names the expression for the reader: "the slope of E(r)".
    """
    if rel not in RELATIONS:
        raise ClaimError(f"rel={rel!r}; expected one of {', '.join(RELATIONS)}")
    interval, scaled = open_interval(low, high), scale_of(scale, unknown)
    return (OnInterval(exact(expression), unknown_of(unknown), rel, *interval, scaled, called=name_of(called)),)


def check(statement: OnInterval, facts: Facts, settings: Settings) -> Finding:
    """Is the sign the claimed one wherever the unknown is admitted on the open interval?"""
    given = premises_of(facts, statement)
    curve = printed_curve(given, statement)
    if curve is None:
        return undecided(BEYOND, Reason.UNSUPPORTED)
    place = reach(statement.unknown, statement.scale, fraction(statement.low), fraction(statement.high))
    if place is None:
        return undecided(UNCLEAR.format(name(statement.unknown)))
    if place.numbers is not None:
        return kept(_on_numbers(statement, curve, place.numbers), given, statement)
    if curve.holes(place.low, place.high, place.ends):
        return undecided(HOLE)
    return kept(_on_pieces(statement, curve, place), given, statement)


def _on_numbers(statement: OnInterval, curve: RationalCurve, numbers: tuple[Fraction, ...]) -> Finding:
    """Whole numbers, one by one."""
    for x in numbers:
        if curve.is_hole(x):
            return undecided(HOLE)
        found = curve.sign_at(x)
        if found is None:
            detail = f"{quantity(statement)} has a pole at {label(statement)} = {x}."
            return refuted(detail, ((label(statement), str(x)),), "not defined", f"{statement.rel} 0")
        if found not in ALLOWED[statement.rel]:
            return _wrong_sign(statement, x, found)
    detail = f"{quantity(statement)} is {SIGNS_OF[statement.rel]}, in exact arithmetic, at each of the {len(numbers)} admitted numbers."
    return proved("every number of the interval", detail)


def _on_pieces(statement: OnInterval, curve: RationalCurve, place: Reach) -> Finding:
    allowed = ALLOWED[statement.rel]
    ends = [(x, curve.sign_at(x)) for x in place.ends]
    for x, found in [*((x, curve.sign_at(x)) for x in curve.samples(place.low, place.high)), *ends]:
        if found is not None and found not in allowed:
            return _wrong_sign(statement, _beside_zero(x, found, curve, place), found)
    poles = [*curve.poles(place.low, place.high), *((x, x) for x, found in ends if found is None)]
    for pole in (bracket for bracket in poles if not left_out(bracket, curve.bottom, place)):
        detail = f"{quantity(statement)} has a pole at {at_root(statement, pole)}, inside the interval."
        return refuted(detail, ((label(statement), about(pole)),), "not defined", f"{statement.rel} 0")
    zeros = [zero for zero in curve.zeros(place.low, place.high) if not left_out(zero, curve.top, place)]
    if zeros and 0 not in allowed:
        detail = f"{quantity(statement)} is zero at {at_root(statement, zeros[0])}."
        return refuted(detail, ((label(statement), about(zeros[0])),), "0", f"{statement.rel} 0")
    pieces = f"{len(zeros)} zeros and no pole" if zeros else "neither zeros nor poles"
    detail = (
        f"{quantity(statement)} has {pieces} on {interval(statement)} (Sturm's theorem), and is "
        f"{SIGNS_OF[statement.rel]} there, by its exact sign at {'a point of each piece between them' if zeros else 'one point'}."
    )
    return proved("Sturm's theorem", detail)


def _beside_zero(x: Fraction, found: int, curve: RationalCurve, place: Reach) -> Fraction:
    """The sample, or one of the same sign beside it where the sample is zero and the symbol may not be."""
    if place.has(x):
        return x
    near: Iterator[Fraction] = (end / 2**k for k in count(1) for end in (place.low, place.high))
    return next(y for y in near if place.has(y) and curve.sign_at(y) == found)


def _wrong_sign(statement: OnInterval, x: Fraction, found: int) -> Finding:
    detail = (
        f"{quantity(statement)} is {SIGN_WORDS[found]} at {label(statement)} = {x}, inside {interval(statement)}, "
        f"in exact arithmetic; claimed: {statement.rel} 0."
    )
    return refuted(detail, ((label(statement), str(x)),), SIGN_WORDS[found], f"{statement.rel} 0")


def _spoil(statement: OnInterval) -> Spoiled:
    yield "inequality reversed", replace(statement, rel=REVERSED[statement.rel])
    yield "wrong sign", replace(statement, expression=-statement.expression)


def _mend(statement: OnInterval, facts: Facts, settings: Settings) -> Mended:
    yield replace(statement, rel=REVERSED[statement.rel]), "opposite", "the opposite holds on the whole interval"


KINDS = (Kind(OnInterval, check, spoil=_spoil, mend=_mend, constructors=(on_interval,)),)
