"""Signs and zeros of curves over an interval that are not rational: what enclosures with derivatives certify (`verify.calculus.roots`).

A sign is claimed of every place: one piece with another sign refutes it, as a pole or a zero does; it is proved if nothing is left open.
One zero is claimed: two of them, or one that does not round to the print, refute it, whatever is left open; that there is none, or no
other, needs all of the interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy

from verify.calculus.roots import Study, narrowed, study
from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts
from verify.errors import GiveUp
from verify.kinds.curves import (
    BEYOND,
    SIGN_WORDS,
    UNCLEAR,
    CurveOverInterval,
    about,
    ends_reached,
    fraction,
    interval,
    label,
    quantity,
)
from verify.kinds.kind import proved, refuted
from verify.normal_form.signs import sign_set
from verify.orders.rational_curves import simplest_between
from verify.points.exact_numbers import certain_sign, decide_constant
from verify.proofs.equality import prove_equal
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.terms.sign_algebra import NEGATIVE, POSITIVE, TRUE_FOR
from verify.verdicts import Shape
from verify.wording import name

PLACE = sympy.Dummy("x", real=True)
CERTIFIED = "certified enclosures"
STEPS = 60


@dataclass(frozen=True)
class EnclosedCurve:
    """A function of one letter, and what is certain of it between the ends; `direction` is the sign of a factor of other symbols."""

    function: Any
    found: Study
    direction: int
    low: Any
    high: Any


def enclosed_curve(given: FunctionFacts, statement: CurveOverInterval) -> EnclosedCurve | str:
    """The curve with the premises in it, or why nothing is known of it."""
    ends = ends_reached(statement)
    if ends is None:
        return UNCLEAR.format(name(statement.unknown))
    inside = PLACE * statement.scale if statement.scale is not None else PLACE
    put = {statement.unknown: inside}
    lost = given.lost_in(lambda part: part.subs(put))
    expression = given.apply(statement.expression).subs(put)
    direction, function = 1, expression
    if expression.free_symbols != {PLACE}:
        factor, function = sympy.factor_terms(expression).as_independent(PLACE, as_Add=False)
        signs = sign_set(factor)
        proof = prove_equal(expression, factor * function)
        if signs not in (POSITIVE, NEGATIVE) or function.free_symbols != {PLACE} or proof is None:
            return BEYOND
        direction = 1 if signs == POSITIVE else -1
        lost += must_not_vanish((expression,))
    if any(c.free_symbols - {PLACE} for c in as_conditions(lost)):
        return BEYOND
    lost = [part for part in lost if PLACE in part.free_symbols]
    try:
        return EnclosedCurve(function, study(function, PLACE, *ends, lost), direction, *ends)
    except GiveUp as problem:
        return f"{BEYOND}: {problem}"


def sign_of_enclosed(statement: Any, curve: EnclosedCurve) -> Finding:
    """Is the sign the claimed one wherever the unknown is admitted on the open interval?"""
    allowed, where = TRUE_FOR[statement.rel], f"inside {interval(statement)}"
    wrong = [
        (_simple(piece), sign * curve.direction)
        for piece, sign in curve.found.signs
        if sign * curve.direction not in allowed
    ]
    if wrong:
        place, found = min(wrong, key=lambda pair: (pair[0].denominator, abs(pair[0])))
        at = f"{label(statement)} = {place}, {where}"
        detail = f"{quantity(statement)} is {SIGN_WORDS[found]} at {at}; claimed: {statement.rel} 0."
        return refuted(CERTIFIED, detail, ((label(statement), str(place)),), SIGN_WORDS[found], f"{statement.rel} 0")
    zeros, poles = ([_shown(bracket) for bracket in found] for found in (curve.found.zeros, curve.found.poles))
    if poles:
        detail = f"{quantity(statement)} has a pole at {label(statement)} = {poles[0]}, {where}."
        return refuted(CERTIFIED, detail, ((label(statement), poles[0]),), "not defined", f"{statement.rel} 0")
    if curve.found.open:
        return undecided(_open(statement, curve))
    if zeros and 0 not in allowed:
        detail = f"{quantity(statement)} is zero at {label(statement)} = {zeros[0]}."
        return refuted(CERTIFIED, detail, ((label(statement), zeros[0]),), "0", f"{statement.rel} 0")
    detail = f"{quantity(statement)} is {statement.rel} 0 on {interval(statement)}, by enclosures of it and of its derivatives over all of it."
    return proved(CERTIFIED, detail)


def zero_of_enclosed(statement: Any, curve: EnclosedCurve) -> Finding:
    """Is there exactly one zero inside, and does it round to the printed number?"""
    allowed = statement.interval
    zeros = [narrowed(curve.function, PLACE, zero, allowed, STEPS) for zero in curve.found.zeros]
    shown = ", ".join(map(_shown, zeros)) or "none"
    residual = f"computed: {shown}; printed: {statement.number}"
    where = f"at {label(statement)} = {shown}" if zeros else "nowhere"
    how = f"{quantity(statement)} vanishes {where} on {interval(statement)}"
    point = ((label(statement), shown),)
    other = any(high <= allowed[0] or low >= allowed[1] for low, high in zeros)
    if len(zeros) > 1 or other or not (zeros or curve.found.open):
        more = f"; printed {statement.number}."
        return refuted(CERTIFIED, how + more, point, shown, statement.number, residual, Shape.NUMBER)
    if curve.found.open:
        return undecided(_open(statement, curve))
    if not all(allowed[0] <= low and high <= allowed[1] for low, high in zeros):
        return undecided(f"{how}, which could not be compared with {statement.number}")
    detail = (
        f"{how} and nowhere else: enclosures of it and of its slope cover the interval; printed {statement.number}."
    )
    unique = proved(CERTIFIED, detail, residual)
    return unique if statement.exactly is None else _exactly(statement, curve, unique)


def _exactly(statement: Any, curve: EnclosedCurve, unique: Finding) -> Finding:
    """Is the only zero the printed exact number?  It is if the curve is proved to vanish there, and it lies inside."""
    root = statement.exactly
    how, point = f"{unique.evidence.detail} The exact value {root}", ((label(statement), str(root)),)
    value = curve.function.subs(PLACE, root)
    ends = [
        1 if end.is_infinite else certain_sign((root - end) * way) for end, way in ((curve.low, 1), (curve.high, -1))
    ]
    if ends == [1, 1] and (decide_constant(value) is True or prove_equal(value, sympy.S.Zero) is not None):
        return proved(CERTIFIED, f"{how} is a zero inside.", unique.evidence.residual)
    if -1 in ends or 0 in ends:
        return refuted(CERTIFIED, f"{how} lies outside.", point, "outside", interval(statement))
    if certain_sign(value) in (-1, 1):
        return refuted(CERTIFIED, f"{how} is no zero: there the sign is certified.", point, "not zero", "0")
    return undecided(f"{how} could not be compared with the zero.")


def only_zero(curve: EnclosedCurve) -> Any | None:
    """A number very near to the only zero that it has; None if it has others, or may have."""
    if len(curve.found.zeros) != 1 or curve.found.open:
        return None
    low, high = narrowed(curve.function, PLACE, curve.found.zeros[0], (), STEPS)
    return (low + high) / 2


def _simple(piece: tuple[Any, Any]) -> Fraction:
    """A simple fraction well inside."""
    low, high = map(fraction, piece)
    return simplest_between(low + (high - low) / 8, high - (high - low) / 8)


def _shown(bracket: tuple[Any, Any]) -> str:
    low, high = map(fraction, bracket)
    return about((low, high))


def _open(statement: CurveOverInterval, curve: EnclosedCurve) -> str:
    low, high = curve.found.open[0]
    between = (
        f"near {label(statement)} = {about((fraction(low), fraction(high)))}"
        if low.is_finite and high.is_finite
        else "far out"
    )
    return f"{between} neither its sign nor that it passes zero once could be certified"
