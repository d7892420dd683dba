"""For which values of a parameter has a curve a zero inside an interval?

Where its numerator is A(x) + c B(x), linear in the parameter c, and its denominator has no zero
inside, `verify.orders.families` decides it for all values of a range at once.  Refutations exhibit
one rational c, for which Sturm's theorem counts the zeros.  An endless interval is run through by t/(1 - t).  Other curves are
enclosed over boxes of x and c (`verify.calculus.families`), and refuted at one c by `verify.calculus.roots`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar

import sympy

from verify.calculus.families import always, never
from verify.calculus.roots import study
from verify.deciding.finding import Finding, failing, undecided
from verify.deciding.function_premises import FunctionFacts
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.kinds.curves import (
    BEYOND,
    UNCLEAR,
    CurveOverInterval,
    Range,
    ends_reached,
    fraction,
    interval,
    is_endless,
    kept,
    label,
    open_interval,
    place_of,
    premises_of,
    quantity,
    shifted,
)
from verify.kinds.enclosed import CERTIFIED
from verify.kinds.kind import Kind, Spoiled, proved, refuted
from verify.orders.families import Family, family_of, shares
from verify.orders.rational_curves import simplest_between
from verify.orders.reach import Reach, reach
from verify.premises.facts import Facts
from verify.quantities.digits import printed
from verify.regularity.conditions import must_not_vanish
from verify.terms.requirements import Requirement
from verify.verdicts import Reason
from verify.vocabulary.statement import ABOVE, BELOW, ROUNDED, Number
from verify.vocabulary.statements import plain_symbol
from verify.wording import decimal_of, name

STURM = "Sturm's theorem"
HALF = Fraction(1, 2)
SIMPLE = 1000
MOST_TRIED = 24


@dataclass(frozen=True)
class RootsFor(CurveOverInterval):
    """Between first and last, the curve has no zero inside for a parameter below the interval, and one for any above it.

    The interval is (first, first) if there is a zero for all of them, (last, last) if there is none, and
    else what rounds to the printed threshold: of the parameters in it nothing is said.
    """

    parameter: sympy.Symbol
    first: sympy.Rational
    last: sympy.Rational
    interval: tuple[sympy.Rational, sympy.Rational]

    @property
    def exist(self) -> bool:
        return bool(self.interval[0] == self.first)

    @property
    def parts(self) -> tuple[RootsFor, ...]:
        """What it says of one range each."""
        low, high = self.interval
        none, one = replace(self, last=low, interval=(low, low)), replace(self, first=high, interval=(high, high))
        return tuple(part for part in (none, one) if part.first < part.last)

    noun: ClassVar[str] = "roots"

    def numbers(self) -> tuple[Number, ...]:
        if len(self.parts) == 2:
            return (Number(self.parameter, ROUNDED, sum(self.interval) / 2),)
        return Number(self.parameter, ABOVE, self.first), Number(self.parameter, BELOW, self.last)

    def ranges(self) -> tuple[Range, ...]:
        return *super().ranges(), (self.parameter, self.first, self.last)


def has_roots(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    *,
    parameter: sympy.Symbol,
    between: tuple[Any, Any],
    exist: bool = True,
    scale: sympy.Symbol | None = None,
    called: str | None = None,
) -> tuple[RootsFor]:
    """For every parameter between the two values there is a zero inside; with exist=False there is none."""
    own = _range(parameter, unknown, scale, between)
    border = own[1] if exist else own[2]
    return RootsFor.stated(expression, unknown, low, high, *own, (border, border), scale=scale, called=called)


def threshold(
    expression: Any,
    unknown: sympy.Symbol,
    low: Any,
    high: Any,
    number: str,
    *,
    parameter: sympy.Symbol,
    between: tuple[Any, Any],
    scale: sympy.Symbol | None = None,
    called: str | None = None,
) -> tuple[RootsFor]:
    """Zeros inside appear as the parameter rises through the printed number."""
    own, rounding = _range(parameter, unknown, scale, between), printed(number).interval
    if not own[1] < rounding[0] <= rounding[1] < own[2]:
        raise ClaimError(f"threshold: {number} against the range from {own[1]} to {own[2]}; expected it inside")
    return RootsFor.stated(expression, unknown, low, high, *own, rounding, scale=scale, called=called)


def _range(parameter: Any, unknown: Any, scale: Any, between: tuple[Any, Any]) -> Range:
    if plain_symbol(parameter, "parameter") in (unknown, scale):
        raise ClaimError(f"parameter={parameter} is the unknown or its scale; expected a symbol of its own")
    return parameter, *open_interval(*between)


def check(statement: RootsFor, facts: Facts, settings: Settings) -> Finding:
    """No zero below the threshold, and one for every parameter above it."""
    findings = [_check_part(part, facts) for part in statement.parts]
    if (failed := failing(findings)) is not None:
        return failed
    if len(findings) == 1:
        return findings[0]
    detail = " ".join(dict.fromkeys(finding.evidence.detail for finding in findings))
    return proved("Sturm's theorem on both sides of the threshold", detail)


def _check_part(statement: RootsFor, facts: Facts) -> Finding:
    """Zeros for every parameter of the range that is admitted, or for none."""
    given = premises_of(facts, statement)
    curves = _family(statement, given)
    if curves is None:
        return _of_enclosed(statement, given)
    if not curves.slope:
        return undecided(f"{BEYOND}, linear in the parameter", Reason.UNSUPPORTED)
    admitted = reach(statement.parameter, None, fraction(statement.first), fraction(statement.last))
    if admitted is None:
        return undecided(UNCLEAR.format(name(statement.parameter)))
    if admitted.numbers is not None:
        return kept(_for_numbers(curves, statement, admitted.numbers), given, statement)
    return kept(_for_the_range(curves, statement, admitted), given, statement)


def _family(statement: RootsFor, given: FunctionFacts) -> Family | None:
    """The curves as functions of a letter between finite ends."""
    x = sympy.Dummy("x", real=True)
    place, way = place_of(statement), x
    if place is not None and is_endless(statement):
        ends = ends_reached(statement)
        if ends is None:
            return None
        way, place = _way(*ends, x), Reach(Fraction(-1) if ends == (-sympy.oo, sympy.oo) else Fraction(0), Fraction(1))
    inside = way * statement.scale if statement.scale is not None else way
    written = given.apply(statement.expression).subs(statement.unknown, inside)
    lost = given.lost_in(lambda part: part.subs(statement.unknown, inside))
    return None if place is None else family_of(written, lost, x, statement.parameter, place)


def _way(low: sympy.Expr, high: sympy.Expr, t: sympy.Symbol) -> sympy.Expr:
    """An endless interval, run through once as t goes from 0 to 1, or from -1 to 1."""
    if low.is_infinite and high.is_infinite:
        return t / (1 - t**2)
    return low + t / (1 - t) if high.is_infinite else high - t / (1 - t)


def _of_enclosed(statement: RootsFor, given: FunctionFacts) -> Finding:
    """Of curves that are not rational, or not linear in the parameter: by enclosures over boxes, and refuted at single parameters."""
    ends = ends_reached(statement)
    admitted = reach(statement.parameter, None, fraction(statement.first), fraction(statement.last))
    if ends is None or admitted is None or admitted.numbers is not None or admitted.ends or admitted.without_zero:
        return undecided(UNCLEAR.format(name(statement.unknown if ends is None else statement.parameter)))
    x, c = sympy.Dummy("x", real=True), sympy.Dummy("c", real=True)
    put = {statement.unknown: x * statement.scale if statement.scale is not None else x, statement.parameter: c}
    f = given.apply(statement.expression).subs(put, simultaneous=True)
    lost = tuple(given.lost_in(lambda part: part.subs(put, simultaneous=True)))
    if f.free_symbols != {x, c}:
        return undecided(BEYOND, Reason.UNSUPPORTED)
    range_ = tuple(sympy.Rational(end.numerator, end.denominator) for end in (admitted.low, admitted.high))
    words = f"for every {name(statement.parameter)} from {range_[0]} to {range_[1]}"
    try:
        if statement.exist and not lost and always(f, x, ends, c, (range_[0], range_[1])):
            detail = (
                f"{quantity(statement)} changes its sign on {interval(statement)} {words}, and is continuous between."
            )
            return kept(proved(CERTIFIED, detail), given, statement)
        if not statement.exist and never(f, x, ends, c, (range_[0], range_[1]), lost):
            detail = (
                f"{quantity(statement)} has no zero on {interval(statement)} {words}: its enclosures leave out zero."
            )
            return kept(proved(CERTIFIED, detail), given, statement)
        for value in _a_few(admitted):
            member = f.subs(c, sympy.Rational(value.numerator, value.denominator))
            holes = _holes((*lost, *must_not_vanish((f,))), member, c, value)
            if holes is None:
                continue
            found = study(member, x, *ends, holes)
            if (not found.zeros and not found.open) if statement.exist else found.zeros:
                return kept(_counted(statement, value, len(found.zeros)), given, statement)
    except GiveUp as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)
    return undecided("no parameter among those tried contradicts the claim, and no enclosure covers all of them")


def _holes(needs: Iterable[Any], member: sympy.Expr, c: sympy.Symbol, value: Fraction) -> list[Any] | None:
    """What must not vanish in the family and does not show in a member, as in c²/x at c = 0; None where that cannot be told."""
    shown, found = set(must_not_vanish((member,))), list[Any]()
    for need in needs:
        if isinstance(need, Requirement):
            if need.free_symbols & {c}:
                return None
            continue
        there = need.subs(c, sympy.Rational(value.numerator, value.denominator))
        if there == 0:
            return None
        if there.free_symbols and there not in shown:
            found.append(there)
    return found


def _a_few(admitted: Reach) -> list[Fraction]:
    """Candidates from all over the range."""
    found = sorted({c for c in _candidates(admitted.low, admitted.high) if admitted.has(c)})
    return found[:: max(1, len(found) // MOST_TRIED)]


def _counted(statement: RootsFor, c: Fraction, zeros: int) -> Finding:
    words = "no zero" if not zeros else "a zero" if zeros == 1 else f"{zeros} zeros"
    detail = f"{quantity(statement)} has {words} on {interval(statement)} at {name(statement.parameter)} = {c}, by enclosures with slopes."
    claimed = "a zero" if statement.exist else "none"
    return refuted(CERTIFIED, detail, ((name(statement.parameter), str(c)),), words, claimed)


def _for_numbers(curves: Family, statement: RootsFor, numbers: tuple[Fraction, ...]) -> Finding:
    """Whole parameters, one by one."""
    for c in numbers:
        zeros = curves.zeros(c)
        if zeros is None:
            return undecided(f"at {name(statement.parameter)} = {c} it vanishes throughout")
        if (zeros > 0) is not statement.exist:
            return _contradicted(statement, c, zeros, "")
    return proved("Sturm's theorem for every parameter", f"Counted for each of the {len(numbers)} admitted parameters.")


def _for_the_range(curves: Family, statement: RootsFor, admitted: Reach) -> Finding:
    first, last = admitted.low, admitted.high
    c, exact = name(statement.parameter), "" if curves.ends else _exact_range(curves, statement)
    if statement.exist:
        found = curves.always(first, last)
        if found is not None:
            near = f"{label(statement)} = {' and '.join(_shown(_placed(statement, place)) for place in found)}"
            detail = (
                f"{quantity(statement)} changes its sign between {near} for every {c} from {first} to {last}: "
                f"it is linear in {c}, and the signs are exact at both ends.{exact}"
            )
            return proved("change of sign for every parameter", detail)
        return _counterexample(curves, statement, admitted, 0, exact)
    if curves.never(first, last) and all(curves.zeros(end) == 0 for end in admitted.ends):
        detail = (
            f"{quantity(statement)} has no zero on {interval(statement)} for {first} < {c} < {last} "
            f"(Sturm's theorem on both ends of the range).{exact}"
        )
        return proved("Sturm's theorem for every parameter", detail)
    return _counterexample(curves, statement, admitted, 1, exact)


def _placed(statement: RootsFor, t: Fraction) -> Fraction:
    """The place of the interval at which the letter of the family is t."""
    ends = ends_reached(statement) if is_endless(statement) else None
    if ends is None:
        return t
    x = sympy.Dummy("x")
    return fraction(_way(*ends, x).subs(x, sympy.Rational(t.numerator, t.denominator)))


def _shown(x: Fraction) -> str:
    """A simple fraction as it stands, another one in decimals."""
    exact = sympy.Rational(x.numerator, x.denominator)
    return str(x) if x.denominator < SIMPLE else decimal_of(exact, 8)


def _counterexample(curves: Family, statement: RootsFor, admitted: Reach, wanted: int, exact: str) -> Finding:
    """An admitted parameter of the range with no zero (wanted = 0) or with one (wanted = 1)."""
    for c in (c for c in (*_candidates(admitted.low, admitted.high), *admitted.ends) if admitted.has(c)):
        zeros = curves.zeros(c)
        if zeros is not None and min(zeros, 1) == wanted:
            return _contradicted(statement, c, zeros, exact)
    return undecided("no parameter among those tried contradicts the claim, and no argument covers all of them")


def _contradicted(statement: RootsFor, c: Fraction, zeros: int, exact: str) -> Finding:
    words = {0: "no zero", 1: "a zero"}.get(zeros, f"{zeros} zeros")
    detail = (
        f"{quantity(statement)} has {words} on {interval(statement)} at {name(statement.parameter)} = {c}, "
        f"counted by Sturm's theorem.{exact}"
    )
    claimed = "a zero" if statement.exist else "none"
    return refuted(STURM, detail, ((name(statement.parameter), str(c)),), words, claimed)


def _candidates(first: Fraction, last: Fraction) -> list[Fraction]:
    """Simple parameters strictly inside the range: evenly spaced, and more towards both ends."""
    width = last - first
    gaps = [(t - t / 4, t + t / 4) for t in reversed(shares()) if t <= HALF]
    low = [simplest_between(first + a * width, first + b * width) for a, b in gaps]
    high = [simplest_between(last - b * width, last - a * width) for a, b in gaps]
    return [c for pair in zip(low, high, strict=True) for c in pair]


def _exact_range(curves: Family, statement: RootsFor) -> str:
    """The exact range of the parameter with a zero inside, in words, where it is known."""
    limits, c = curves.limits(), name(statement.parameter)
    if limits is None:
        return ""
    low, high = limits
    return f" Exactly: there is one for {f'{c} > {low}' if high is None else f'{low} < {c} < {high}'}."


def _spoil(statement: RootsFor) -> Spoiled:
    if len(statement.parts) == 2:
        yield from shifted(statement)
        return
    border = statement.last if statement.exist else statement.first
    yield "'none' for 'one', or 'one' for 'none'", replace(statement, interval=(border, border))
    if statement.exist:
        opposite = statement.expression.subs(statement.parameter, -statement.parameter)
        yield "sign of the parameter", replace(statement, expression=opposite)


KINDS = (
    Kind(
        RootsFor,
        check,
        spoil=_spoil,
        constructors=(has_roots, threshold),
        debt="the same for every value of a parameter",
    ),
)
