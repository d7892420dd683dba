"""Signs and zeros of a curve over an interval, which may be endless.

Of a rational one the zeros of numerator and denominator are isolated by Sturm's theorem (`verify.orders.sturm`),
the sign is computed exactly at one point of every piece between them, and an exact
value is proved to be the zero; beyond Cauchy's bound there are none.  Of others `verify.kinds.enclosed` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from typing import Any, ClassVar, TypeVar

import sympy

from verify.balls import sign_at
from verify.deciding.case_by_case import Check
from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.grammar.parser import Relation as Printed
from verify.kinds.curves import (
    BEYOND,
    SIGN_WORDS,
    UNCLEAR,
    CurveOverInterval,
    about,
    fraction,
    interval,
    kept,
    label,
    place_of,
    premises_of,
    quantity,
    shifted,
)
from verify.kinds.enclosed import EnclosedCurve, enclosed_curve, only_zero, sign_of_enclosed, zero_of_enclosed
from verify.kinds.kind import Kind, Mended, Spoiled, proved, refuted
from verify.kinds.printed import TURNED, same_kind
from verify.kinds.zeros_along_solutions import of_zeros_along
from verify.orders.rational_curves import RationalCurve, rational_curve, simplest_between
from verify.orders.reach import Reach
from verify.orders.sturm import Bracket, Poly, at, count_roots
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.quantities.digits import decimal, in_digits_of, printed
from verify.quantities.exact import exact
from verify.terms.sign_algebra import TRUE_FOR
from verify.terms.slips import slips
from verify.verdicts import Fault, FaultKind, Reason, Shape
from verify.vocabulary.statement import ABOVE, BELOW, ROUNDED, Number
from verify.wording import name

HOLE = "as written, it has no value at a place of the interval, where it is 0/0"
STURM = "Sturm's theorem"
RELATIONS = ("<", "<=", ">", ">=")


T = TypeVar("T", bound=CurveOverInterval)


def of_rational_curve(
    check: Callable[[T, RationalCurve, Reach], Finding], otherwise: Callable[[T, EnclosedCurve], Finding]
) -> Check[T]:
    """Makes a checker of one that is handed the curve and what the unknown reaches of the interval, and of one for other curves."""

    def decided(statement: T, facts: Facts, settings: Settings) -> Finding:
        given = premises_of(facts, statement)
        curve = _printed_curve(given, statement)
        if curve is None:
            other = enclosed_curve(given, statement)
            return (
                undecided(other, Reason.UNSUPPORTED)
                if isinstance(other, str)
                else kept(otherwise(statement, other), given, statement)
            )
        place = place_of(statement, max(curve.bound, *map(abs, _named(statement))))
        if place is None:
            return undecided(UNCLEAR.format(name(statement.unknown)))
        if place.numbers is None and curve.holes(place.low, place.high, place.ends):
            return undecided(HOLE)
        return kept(check(statement, curve, place), given, statement)

    return decided


def _named(statement: CurveOverInterval) -> tuple[Fraction, Fraction]:
    """Numbers that an endless interval must not leave out: what the print says of its zero."""
    if not isinstance(statement, OnlyRoot):
        return Fraction(0), Fraction(0)
    return fraction(statement.interval[0]), fraction(statement.interval[1])


def _printed_curve(given: FunctionFacts, statement: CurveOverInterval) -> RationalCurve | None:
    """The curve with the premises in it, and with the places at which it is not defined as printed."""
    expression, lost = given.apply(statement.expression), given.lost_of_arguments
    return rational_curve(expression, statement.unknown, statement.scale, lost)


def _left_out(bracket: Bracket, of: Poly, place: Reach) -> bool:
    """Is the only root in the bracket zero, which the symbol may not be?"""
    return place.without_zero and bracket[0] <= 0 <= bracket[1] and at(of, Fraction(0)) == 0


def _simplest_in(zero: Bracket, curve: RationalCurve) -> Bracket:
    """The bracket, or the simplest number in it if that is the zero: 1 rather than 0.999999999…"""
    simple = simplest_between(*zero) if zero[0] < zero[1] else zero[0]
    return (simple, simple) if at(curve.top, simple) == 0 else zero


def _admitted_zeros(curve: RationalCurve, place: Reach) -> list[Bracket]:
    """Brackets of the zeros that the symbol may have, in order."""
    if place.numbers is not None:
        return [(x, x) for x in place.numbers if curve.sign_at(x) == 0]
    inside = [zero for zero in curve.zeros(place.low, place.high) if not _left_out(zero, curve.top, place)]
    return sorted([*inside, *((end, end) for end in place.ends if curve.sign_at(end) == 0)])


# --- one sign ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OnInterval(CurveOverInterval):
    """`expression rel 0` wherever low < unknown/scale < high."""

    rel: str
    noun: ClassVar[str] = "sign"

    def numbers(self) -> tuple[Number, ...]:
        scale = self.scale or sympy.S.One
        ends = ((ABOVE, self.low), (BELOW, self.high))
        return tuple(Number(self.unknown, where, end, scale) for where, end in ends if end.is_finite)


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
    return OnInterval.stated(expression, unknown, low, high, rel, scale=scale, called=called)


def _rational_sign(statement: OnInterval, curve: RationalCurve, place: Reach) -> Finding:
    """Is the sign the claimed one wherever the unknown is admitted on the open interval?"""
    if place.numbers is not None:
        return _on_numbers(statement, curve, place.numbers)
    allowed = TRUE_FOR[statement.rel]
    ends = [(x, curve.sign_at(x)) for x in place.ends]
    for x, found in [*((x, curve.sign_at(x)) for x in curve.samples(place.low, place.high)), *ends]:
        if found is not None and found not in allowed:
            return _wrong_sign(statement, _beside_zero(x, found, curve, place), found)
    poles = [*curve.poles(place.low, place.high), *((x, x) for x, found in ends if found is None)]
    for pole in (bracket for bracket in poles if not _left_out(bracket, curve.bottom, place)):
        detail = f"{quantity(statement)} has a pole at {label(statement)} = {about(pole)}, inside the interval."
        return refuted(STURM, detail, ((label(statement), about(pole)),), "not defined", f"{statement.rel} 0")
    zeros = [zero for zero in curve.zeros(place.low, place.high) if not _left_out(zero, curve.top, place)]
    if zeros and 0 not in allowed:
        detail = f"{quantity(statement)} is zero at {label(statement)} = {about(zeros[0])}."
        return refuted(STURM, detail, ((label(statement), about(zeros[0])),), "0", f"{statement.rel} 0")
    pieces = f"{len(zeros)} zeros and no pole" if zeros else "neither zeros nor poles"
    detail = (
        f"{quantity(statement)} has {pieces} on {interval(statement)} (Sturm's theorem), and is "
        f"{TRUE_FOR[statement.rel]} there, by its exact sign at {'a point of each piece between them' if zeros else 'one point'}."
    )
    return proved(STURM, detail)


def _on_numbers(statement: OnInterval, curve: RationalCurve, numbers: tuple[Fraction, ...]) -> Finding:
    """Whole numbers, one by one."""
    for x in numbers:
        if curve.is_hole(x):
            return undecided(HOLE)
        found = curve.sign_at(x)
        if found is None:
            detail = f"{quantity(statement)} has a pole at {label(statement)} = {x}."
            return refuted(STURM, detail, ((label(statement), str(x)),), "not defined", f"{statement.rel} 0")
        if found not in TRUE_FOR[statement.rel]:
            return _wrong_sign(statement, x, found)
    detail = f"{quantity(statement)} is {TRUE_FOR[statement.rel]}, in exact arithmetic, at each of the {len(numbers)} admitted numbers."
    return proved("every number of the interval", detail)


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
    fault = Fault(FaultKind.SLOPE, SIGN_WORDS[found]) if quantity(statement).startswith("The slope of ") else None
    return refuted(STURM, detail, ((label(statement), str(x)),), SIGN_WORDS[found], f"{statement.rel} 0", fault=fault)


def _spoil_sign(statement: OnInterval) -> Spoiled:
    yield "inequality reversed", replace(statement, rel=TURNED[statement.rel])
    yield "wrong sign", replace(statement, expression=-statement.expression)


def _mend_sign(statement: OnInterval, facts: Facts, settings: Settings) -> Mended:
    yield replace(statement, rel=TURNED[statement.rel]), "opposite", "the opposite holds on the whole interval"


# --- one zero ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OnlyRoot(CurveOverInterval):
    """The expression has exactly one zero with low < unknown/scale < high, and it rounds to the printed number.

    With `exactly`, a real number without symbols, the zero is claimed to be that number.
    """

    number: str
    interval: tuple[sympy.Rational, sympy.Rational]
    exactly: sympy.Expr | None = None
    noun: ClassVar[str] = "root"

    def numbers(self) -> tuple[Number, ...]:
        return (Number(self.unknown, ROUNDED, decimal(self.number), self.scale or sympy.S.One),)


def only_root(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    number: str,
    *,
    scale: sympy.Symbol | None = None,
    exactly: Any = None,
    called: str | None = None,
) -> tuple[OnlyRoot]:
    """One zero between low and high (times scale); it rounds to the printed number (of scales), and is `exactly` that."""
    value = None if exactly is None else exact(exactly)
    if value is not None and not (value.is_number and value.is_real):
        raise ClaimError(f"exactly={value!s}; expected a real number without symbols")
    own = number, printed(number).interval, value
    return OnlyRoot.stated(expression, unknown, low, high, *own, scale=scale, called=called)


def _rational_zero(statement: OnlyRoot, curve: RationalCurve, place: Reach) -> Finding:
    """Is there exactly one admitted zero inside, and does it round to the printed number?"""
    if not curve.top:
        return undecided(BEYOND, Reason.UNSUPPORTED)
    if place.numbers is not None and curve.holes(place.low, place.high, place.ends):
        return undecided(HOLE)
    zeros = _admitted_zeros(curve, place)
    shown = ", ".join(about(_simplest_in(zero, curve)) for zero in zeros) or "none"
    where = f"at {label(statement)} = {shown} and nowhere else" if zeros else "nowhere"
    how = f"{quantity(statement)} vanishes {where} on {interval(statement)}; printed {statement.number}."
    residual = f"computed: {shown}; printed: {statement.number}"
    low, high = (fraction(end) for end in statement.interval)
    if len(zeros) == 1 and _lies_in(zeros[0], curve, low, high):
        unique = proved("roots isolated by Sturm's theorem", how, residual)
        return unique if statement.exactly is None else _exactly(statement, curve, unique, place)
    point = ((label(statement), shown),)
    return refuted(STURM, how, point, shown, statement.number, residual, Shape.NUMBER)


def _lies_in(zero: Bracket, curve: RationalCurve, low: Fraction, high: Fraction) -> bool:
    """Is the zero of this bracket in the closed interval?  Its bracket holds no other zero."""
    if zero[0] == zero[1]:
        return low <= zero[0] <= high
    low, high = max(low, zero[0]), min(high, zero[1])
    return low <= high and (
        any(at(curve.top, end) == 0 for end in (low, high)) or (low < high and count_roots(curve.top, low, high) > 0)
    )


def _exactly(statement: OnlyRoot, curve: RationalCurve, unique: Finding, place: Reach) -> Finding:
    """Is the only zero the printed exact number?

    That number is a zero if the numerator vanishes at it, which is proved as any equation of
    constants; it is *the* zero if it also lies where the zero was sought, by certified signs.  A
    numerator that is certainly not zero there, or a place outside, refutes the claim.
    """
    root, shown = sympy.sympify(statement.exactly, strict=True), str(statement.exactly)
    value = sympy.Add(*(sympy.Rational(c.numerator, c.denominator) * root**k for k, c in enumerate(curve.top)))
    inside = _is_inside(root, place)
    how = f"{unique.evidence.detail} The exact value {shown}"
    point = ((label(statement), shown),)
    if inside and prove_equal(value, 0) is not None:
        return proved("roots isolated by Sturm's theorem", f"{how} is a zero inside.", unique.evidence.residual)
    if inside is False:
        return refuted(STURM, f"{how} lies outside.", point, "outside", interval(statement))
    if sign_at(value, {}) in (-1, 1):
        return refuted(STURM, f"{how} is no zero: there the sign is certified.", point, "not zero", "0")
    return undecided(f"{how} could not be compared with the zero.")


def _is_inside(root: sympy.Expr, place: Reach) -> bool | None:
    """Is the exact number one that the symbol may have there?  None where no sign is certified."""
    if root.is_Rational or place.numbers is not None:
        return place.has(fraction(root)) if root.is_Rational else None
    low, high = (sympy.Rational(end.numerator, end.denominator) for end in (place.low, place.high))
    signs = sign_at(root - low, {}), sign_at(high - root, {})
    if place.without_zero and sign_at(root, {}) not in (-1, 1):
        return None
    return True if signs == (1, 1) else False if -1 in signs else None


def _gives(link: Printed, statement: OnlyRoot) -> bool:
    """R_c = (3 − √5)/2 R_b of the zero's exact value, or that value ≈ 0.382 R_b, the link that follows it."""
    if link.rhs_unit is not None or statement.exactly is None:
        return False
    scale = statement.scale or sympy.S.One
    value = statement.exactly * scale
    if isinstance(link.lhs, sympy.Symbol) and same_kind(link.lhs, statement.unknown):
        return link.relation in ROUNDED and prove_equal(link.rhs, value) is not None
    rounded = link.relation in ROUNDED and link.rhs == decimal(statement.number) * scale
    return rounded and prove_equal(link.lhs, value) is not None


def _spoil_zero(statement: OnlyRoot) -> Spoiled:
    yield from shifted(statement)
    if statement.exactly is None:
        return
    for slip in slips(statement.exactly, most=2):
        if slip.result.is_number and slip.result.is_real:
            yield f"{slip.says} in the exact value", replace(statement, exactly=slip.result)


def _mend_zero(statement: OnlyRoot, facts: Facts, settings: Settings) -> Mended:
    """The only zero that the curve has inside, in the digits of the print; an exact value stays as it is."""
    try:
        given = premises_of(facts, statement)
    except ClaimError:
        return
    middle = _middle_of_the_zero(statement, given)
    text = None if middle is None else in_digits_of(middle, statement.number)
    if text is not None:
        rounds = replace(statement, number=text, interval=printed(text).interval)
        yield rounds, "number", f"to its digits the zero is {text}"


def _middle_of_the_zero(statement: OnlyRoot, given: FunctionFacts) -> sympy.Rational | None:
    curve = _printed_curve(given, statement)
    if curve is None:
        other = enclosed_curve(given, statement)
        return None if isinstance(other, str) else only_zero(other)
    place = place_of(statement, curve.bound)
    zeros = [] if place is None else curve.zeros(place.low, place.high)
    if len(zeros) != 1:
        return None
    middle = (zeros[0][0] + zeros[0][1]) / 2
    return sympy.Rational(middle.numerator, middle.denominator)


check_sign = of_rational_curve(_rational_sign, sign_of_enclosed)
check_zero = of_rational_curve(_rational_zero, zero_of_enclosed)

KINDS = (
    Kind(OnInterval, check_sign, spoil=_spoil_sign, mend=_mend_sign, constructors=(on_interval,)),
    Kind(
        OnlyRoot,
        of_zeros_along(check_zero),
        gives=_gives,
        spoil=_spoil_zero,
        mend=_mend_zero,
        constructors=(only_root,),
        debt="how many zeros there are in an interval is said of all its points at once",
    ),
)
