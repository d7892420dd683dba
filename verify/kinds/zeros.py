"""Has a curve exactly one zero in an interval, and does it round to the printed number?

Zeros are isolated by Sturm's theorem; an exact value is proved to be the one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import sympy

from verify.balls import sign_at
from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.grammar.parser import Relation as Printed
from verify.kinds.curves import (
    BEYOND,
    HOLE,
    UNCLEAR,
    Curve,
    about,
    admitted_zeros,
    fraction,
    interval,
    kept,
    label,
    name_of,
    open_interval,
    premises_of,
    printed_curve,
    proved,
    quantity,
    refuted,
    scale_of,
    shifted,
    simplest_in,
    unknown_of,
)
from verify.kinds.kind import Kind, Mended, Spoiled
from verify.kinds.printed import same_kind
from verify.orders.rational_curves import RationalCurve
from verify.orders.reach import Reach, reach
from verify.orders.sturm import Bracket, at, count_roots
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.quantities.digits import decimal, in_digits_of, printed
from verify.quantities.exact import exact
from verify.terms.slips import slips
from verify.verdicts import Reason
from verify.vocabulary.statement import ROUNDED, Number
from verify.wording import name


@dataclass(frozen=True)
class OnlyRoot(Curve):
    """The expression has exactly one zero with low < unknown/scale < high, and it rounds to the printed number.

    With `exactly`, a real number without symbols, the zero is claimed to be that number.
    """

    low: sympy.Rational
    high: sympy.Rational
    number: str
    interval: tuple[sympy.Rational, sympy.Rational]
    scale: sympy.Symbol | None
    exactly: sympy.Expr | None = None

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
    interval, rounding = open_interval(low, high), printed(number).interval
    scaled = scale_of(scale, unknown)
    return (
        OnlyRoot(
            exact(expression), unknown_of(unknown), *interval, number, rounding, scaled, value, called=name_of(called)
        ),
    )


def check(statement: OnlyRoot, facts: Facts, settings: Settings) -> Finding:
    """Is there exactly one admitted zero inside, and does it round to the printed number?"""
    given = premises_of(facts, statement)
    curve = printed_curve(given, statement)
    if curve is None or not curve.top:
        return undecided(BEYOND, Reason.UNSUPPORTED)
    place = reach(statement.unknown, statement.scale, fraction(statement.low), fraction(statement.high))
    if place is None:
        return undecided(UNCLEAR.format(name(statement.unknown)))
    if curve.holes(place.low, place.high, place.ends):
        return undecided(HOLE)
    return kept(_only_root(statement, curve, place), given, statement)


def _only_root(statement: OnlyRoot, curve: RationalCurve, place: Reach) -> Finding:
    zeros = admitted_zeros(curve, place)
    shown = ", ".join(about(simplest_in(zero, curve)) for zero in zeros) or "none"
    where = f"at {label(statement)} = {shown} and nowhere else" if zeros else "nowhere"
    how = f"{quantity(statement)} vanishes {where} on {interval(statement)}; printed {statement.number}."
    residual = f"computed: {shown}; printed: {statement.number}"
    low, high = (fraction(end) for end in statement.interval)
    if len(zeros) == 1 and _lies_in(zeros[0], curve, low, high):
        unique = proved("roots isolated by Sturm's theorem", how, residual)
        return unique if statement.exactly is None else _exactly(statement, curve, unique, place)
    point = ((label(statement), shown),)
    return refuted(how, point, shown, statement.number, residual)


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
        return refuted(f"{how} lies outside.", point, "outside", interval(statement))
    if sign_at(value, {}) in (-1, 1):
        return refuted(f"{how} is no zero: there the sign is certified.", point, "not zero", "0")
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


def _spoil(statement: OnlyRoot) -> Spoiled:
    yield from shifted(statement)
    if statement.exactly is None:
        return
    for slip in slips(statement.exactly, most=2):
        if slip.result.is_number and slip.result.is_real:
            yield f"{slip.says} in the exact value", replace(statement, exactly=slip.result)


def _mend(statement: OnlyRoot, facts: Facts, settings: Settings) -> Mended:
    if (zero := _only_zero(statement, facts)) is not None:
        yield zero, "number", f"to its digits the zero is {zero.number}"


def _only_zero(statement: OnlyRoot, facts: Facts) -> OnlyRoot | None:
    """The claim with the zero that the curve has inside, in the digits of the print; None if it has none or several.

    Only a candidate, as for a value; an exact value stays as it is.
    """
    try:
        curve = printed_curve(premises_of(facts, statement), statement)
    except ClaimError:
        return None
    zeros = [] if curve is None else curve.zeros(fraction(statement.low), fraction(statement.high))
    if len(zeros) != 1:
        return None
    middle = (zeros[0][0] + zeros[0][1]) / 2
    text = in_digits_of(sympy.Rational(middle.numerator, middle.denominator), statement.number)
    return None if text is None else replace(statement, number=text, interval=printed(text).interval)


KINDS = (Kind(OnlyRoot, check, gives=_gives, spoil=_spoil, mend=_mend, constructors=(only_root,)),)
