"""Signs, zeros and crossings of a curve over an interval, decided for all its points at once.

For a rational function the zeros of numerator and denominator are isolated by Sturm's
theorem (`verify.orders.sturm`), and the sign is computed exactly at one point of every piece
between them.  That decides the claim: between neighbouring zeros and poles a continuous
function keeps its sign, so no pole and no dip can hide between sample points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import count

import sympy
from sympy.logic.boolalg import Boolean

from verify.balls import sign_at
from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.sentences import listed
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.orders.provisos import implied
from verify.orders.ranges import Interval, is_unbroken, met_over, range_of
from verify.orders.rational_curves import RationalCurve, rational_curve, simplest_between
from verify.orders.reach import Reach, admits, admits_range, is_of_the_line, reach
from verify.orders.sturm import Bracket, Poly, at, count_roots
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.proofs.equality import prove_equal
from verify.quantities.digits import in_decimal
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Reason
from verify.vocabulary.curves import Crossing, Curve, OnInterval, OnlyRoot, RootsFor
from verify.wording import brief, name

ALLOWED = {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}}
SIGNS_OF = {"<": "negative", "<=": "never positive", ">": "positive", ">=": "never negative"}
SIGN_WORDS = {-1: "negative", 0: "zero", 1: "positive"}
MOST_HALVINGS = 7
UNCLEAR = "which values {} may have in the interval is not a matter of its sign"
HOLE = "as written, it has no value at a place of the interval, where it is 0/0"
BEYOND = "the curve is not a rational function of one variable, up to a factor of known sign"


def premises_of(facts: Facts, statement: Curve) -> FunctionFacts:
    """The premises sorted as `verify.deciding.function_premises` says: what they link with the unknown is no number.

    A condition that holds on all of the interval restricts nothing, and is left out.
    Raises ClaimError for other conditions and for premises that this kind cannot use.
    """
    given = about_functions(facts, variables_of(statement), statement, definitions=True)
    if given.facts.conditions and all(implied(c, _interval_of(statement, c)) for c in given.facts.conditions):
        given = replace(given, facts=replace(given.facts, conditions=()))
    solved = given.facts.parametrisation
    if given.facts.conditions or given.aside or solved.residuals or solved.conditions or solved.demanded:
        raise ClaimError(
            "a statement about a curve takes no conditions, and no premise that links its variable with a number; "
            "expected its interval to say where it holds"
        )
    return given


def _interval_of(statement: Curve, condition: Boolean) -> Domain:
    """Where a statement speaks: on the interval of its unknown, and on that of its parameter."""
    ends: list[Boolean] = []
    scale = getattr(statement, "scale", None) or sympy.S.One
    if isinstance(statement, (OnInterval, OnlyRoot, RootsFor)) and scale.is_positive:
        ends += _between(statement.unknown, statement.low * scale, statement.high * scale)
    if isinstance(statement, RootsFor):
        ends += _between(statement.parameter, statement.first, statement.last)
    return Domain(tuple(condition.free_symbols.union(*(end.free_symbols for end in ends))), tuple(ends))


def _between(x: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> tuple[Boolean, Boolean]:
    return sympy.Gt(x, low, evaluate=False), sympy.Lt(x, high, evaluate=False)


def printed_curve(given: FunctionFacts, statement: OnInterval | OnlyRoot) -> RationalCurve | None:
    """The curve with the premises in it, and with the places at which it is not defined as printed."""
    expression, lost = given.apply(statement.expression), given.lost_of_arguments
    return rational_curve(expression, statement.unknown, statement.scale, lost)


def variables_of(statement: Curve) -> list[sympy.Symbol]:
    parameter = getattr(statement, "parameter", None)
    return [statement.unknown] if parameter is None else [statement.unknown, parameter]


def kept(finding: Finding, given: FunctionFacts, statement: Curve) -> Finding:
    """The finding, unless the premises leave no point, or a refutation may lie where they do not hold."""
    values = (*given.facts.parametrisation.values.items(), *given.definitions.items())
    for symbol, value in values:
        if admits(symbol, value) is False:
            return undecided(f"the premises give {name(symbol)} a value that it cannot have")
    if finding.outcome is Outcome.REFUTED and given.conditions_on(variables_of(statement)):
        return undecided("the premises restrict the variable, so that no counterexample is known to be admitted")
    return given.keep(finding)


def check_on_interval(statement: OnInterval, facts: Facts, settings: Settings) -> Finding:
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
    for pole in (bracket for bracket in poles if not _left_out(bracket, curve.bottom, place)):
        detail = f"{quantity(statement)} has a pole at {at_root(statement, pole)}, inside the interval."
        return refuted(detail, ((label(statement), about(pole)),), "not defined", f"{statement.rel} 0")
    zeros = [zero for zero in curve.zeros(place.low, place.high) if not _left_out(zero, curve.top, place)]
    if zeros and 0 not in allowed:
        detail = f"{quantity(statement)} is zero at {at_root(statement, zeros[0])}."
        return refuted(detail, ((label(statement), about(zeros[0])),), "0", f"{statement.rel} 0")
    pieces = f"{len(zeros)} zeros and no pole" if zeros else "neither zeros nor poles"
    detail = (
        f"{quantity(statement)} has {pieces} on {interval(statement)} (Sturm's theorem), and is "
        f"{SIGNS_OF[statement.rel]} there, by its exact sign at {'a point of each piece between them' if zeros else 'one point'}."
    )
    return proved("Sturm's theorem", detail)


def _left_out(bracket: Bracket, of: Poly, place: Reach) -> bool:
    """Is the only root in the bracket zero, which the symbol may not be?"""
    return place.without_zero and bracket[0] <= 0 <= bracket[1] and at(of, Fraction(0)) == 0


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


def check_only_root(statement: OnlyRoot, facts: Facts, settings: Settings) -> Finding:
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
    shown = ", ".join(about(_exact(zero, curve)) for zero in zeros) or "none"
    where = f"at {label(statement)} = {shown} and nowhere else" if zeros else "nowhere"
    how = f"{quantity(statement)} vanishes {where} on {interval(statement)}; printed {statement.number}."
    residual = f"computed: {shown}; printed: {statement.number}"
    low, high = (fraction(end) for end in statement.interval)
    if len(zeros) == 1 and _lies_in(zeros[0], curve, low, high):
        unique = proved("roots isolated by Sturm's theorem", how, residual)
        return unique if statement.exactly is None else _exactly(statement, curve, unique, place)
    point = ((label(statement), shown),)
    return refuted(how, point, shown, statement.number, residual)


def _exact(zero: Bracket, curve: RationalCurve) -> Bracket:
    """The bracket, or the simplest number in it if that is the zero: 1 rather than 0.999999999…"""
    simple = simplest_between(*zero) if zero[0] < zero[1] else zero[0]
    return (simple, simple) if at(curve.top, simple) == 0 else zero


def admitted_zeros(curve: RationalCurve, place: Reach) -> list[Bracket]:
    """Brackets of the zeros that the symbol may have, in order."""
    if place.numbers is not None:
        return [(x, x) for x in place.numbers if curve.sign_at(x) == 0]
    inside = [zero for zero in curve.zeros(place.low, place.high) if not _left_out(zero, curve.top, place)]
    return sorted([*inside, *((end, end) for end in place.ends if curve.sign_at(end) == 0)])


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


def check_crossing(statement: Crossing, facts: Facts, settings: Settings) -> Finding:
    """Has the curve opposite signs, in the claimed order, at the two ends of the printed interval?

    Opposite signs of a continuous curve mean a zero in between; that there is neither a pole nor a jump is
    shown by enclosures of the whole interval (`verify.orders.ranges.is_unbroken`).  Other signs at the ends contradict *turns
    positive here* only if no piece of the interval holds such a crossing (`_never`): the curve may cross twice.
    The unknown must be able to have every number of the interval.
    """
    given = premises_of(facts, statement)
    expression = given.apply(statement.expression)
    if expression.free_symbols - {statement.unknown}:
        return undecided("it contains a symbol without a value")
    span = (statement.interval[0] * statement.unit, statement.interval[1] * statement.unit)
    if not (admits_range(statement.unknown, span) and is_of_the_line(statement.unknown)):
        return undecided(
            f"{name(statement.unknown)} as declared may not have every value that the printed number allows"
        )
    if not met_over(given.lost_of_arguments, {statement.unknown: span}):
        return undecided("the curve as printed is not known to be defined all over the interval")
    try:
        signs = [sign_at(expression.subs(statement.unknown, end), {}) for end in span]
    except GiveUp as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)
    if None in signs:
        return undecided("the sign at an end of the printed interval could not be certified")
    return kept(_crossing(statement, expression, signs, span), given, statement)


def _crossing(
    statement: Crossing, expression: sympy.Expr, signs: list[int | None], span: tuple[sympy.Rational, sympy.Rational]
) -> Finding:
    x = name(statement.unknown)
    ends = [f"{SIGN_WORDS[s or 0]} at {x} = {_plain(end)}" for s, end in zip(signs, statement.interval, strict=True)]
    how = f"{quantity(statement)} is {ends[0]} and {ends[1]}, the ends of what {statement.number} allows (certified signs)."
    wanted = [-1, 1] if statement.rising else [1, -1]
    if signs == wanted:
        if not is_unbroken(expression, statement.unknown, span):
            return undecided(f"{how} That there is neither a pole nor a jump between them could not be shown.")
        return proved("certified change of sign", how)
    if not _never(expression, statement, span):
        return undecided(f"{how} That it does not cross zero between them was not shown.")
    point = tuple(
        (f"{name(statement.unknown)} = {end}", SIGN_WORDS[s or 0])
        for s, end in zip(signs, statement.interval, strict=True)
    )
    found, claimed = (" then ".join(SIGN_WORDS[s or 0] for s in order) for order in (signs, wanted))
    return refuted(how, point, found, claimed, method="certified signs")


def _never(expression: sympy.Expr, statement: Crossing, span: Interval, depth: int = MOST_HALVINGS) -> bool:
    """Does the curve certainly not pass zero in the claimed direction, at no place of the closed interval?

    Over a piece whose enclosure leaves out zero it does not; nor where it is strictly
    monotone (its derivative has one sign, and it is unbroken) and the signs at both ends, none of them zero, are not
    those of the crossing.
    """
    x, (low, high) = statement.unknown, span
    try:
        found = range_of(expression, {x: span})
        if found is not None and not found[0] <= 0 <= found[1]:
            return True
        slope = range_of(sympy.diff(expression, x), {x: span})
        if slope is not None and not slope[0] <= 0 <= slope[1] and is_unbroken(expression, x, span, depth=0):
            ends = {sign_at(expression.subs(x, end), {}) for end in span}
            if bool(slope[0] > 0) is not statement.rising or ends in ({1}, {-1}):
                return True
    except GiveUp:
        return False
    middle = (low + high) / 2
    halves = ((low, middle), (middle, high))
    return depth > 0 and all(_never(expression, statement, half, depth - 1) for half in halves)


# --- words ------------------------------------------------------------------------------------------


def fraction(number: sympy.Rational) -> Fraction:
    return Fraction(int(number.p), int(number.q))


def about(bracket: Bracket) -> str:
    """A root in print: exact where it is, else the digits on which the ends of its bracket agree."""
    low, high = bracket
    if low == high:
        return str(low)
    text = _decimal((low + high) / 2)
    return f"{text}…"


def _decimal(value: Fraction, digits: int = 9) -> str:
    """Rounded towards zero to so many decimals, so that the digits shown are the digits of the root."""
    scaled = abs(value.numerator) * 10**digits // value.denominator
    whole, rest = divmod(scaled, 10**digits)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{digits}d}"


def _plain(end: sympy.Rational) -> str:
    try:
        return in_decimal(end)
    except ClaimError:
        return str(end)


def quantity(statement: Curve) -> str:
    """What the statement is about, at the beginning of a sentence: by its name, or as a short formula."""
    called = statement.called or brief(statement.expression)
    if called is None:
        others = [name(s) for s in sorted(statement.expression.free_symbols - {statement.unknown}, key=str)]
        return f"The expression in {listed([name(statement.unknown), *others])}"
    return f"The {called[4:]}" if called.startswith("the ") else called


def label(statement: OnInterval | OnlyRoot | RootsFor) -> str:
    unknown = name(statement.unknown)
    return f"{unknown}/{name(statement.scale)}" if statement.scale is not None else unknown


def interval(statement: OnInterval | OnlyRoot | RootsFor) -> str:
    return f"{_plain(statement.low)} < {label(statement)} < {_plain(statement.high)}"


def at_root(statement: OnInterval | OnlyRoot, bracket: Bracket) -> str:
    return f"{label(statement)} = {about(bracket)}"


def proved(method: str, detail: str, residual: str | None = None) -> Finding:
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence(method, detail, residual=residual))


def refuted(
    detail: str,
    point: tuple[tuple[str, str], ...],
    found: str,
    claimed: str,
    residual: str | None = None,
    method: str = "Sturm's theorem",
) -> Finding:
    evidence = Evidence(method, detail, Counterexample(point, found, claimed), residual=residual)
    return Finding(Outcome.REFUTED, Grade.EXACT, evidence)
