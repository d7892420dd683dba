"""Signs, zeros and crossings of a curve over an interval, decided for all its points at once.

For a rational function the zeros of numerator and denominator are isolated by Sturm's
theorem (`verify.sturm`), and the sign is computed exactly at one point of every piece
between them.  That decides the claim: between neighbouring zeros and poles a continuous
function keeps its sign, so no pole and no dip can hide between sample points.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from verify.arguments import about_functions
from verify.balls import Unsupported, sign_at
from verify.curves import RationalCurve, rational_curve
from verify.decide import Finding, undecided
from verify.exact import prove_equal
from verify.facts import Facts
from verify.ranges import range_of
from verify.statements_curves import Crossing, Curve, OnInterval, OnlyRoot
from verify.sturm import Bracket, at, count_roots
from verify.symbols import ClaimError
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Reason
from verify.wording import name

if TYPE_CHECKING:
    from verify.judge import Settings

ALLOWED = {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}}
SIGN_WORDS = {-1: "negative", 0: "zero", 1: "positive"}
PIECES = 4
BEYOND = "the curve is not a rational function of one variable, up to a factor of known sign"


def only_premises(facts: Facts, statement: Curve) -> sympy.Expr:
    """The expression with the premises put in, as `verify.arguments` says: what they link with the unknown is no number.

    Raises ClaimError for conditions and for premises that this kind cannot use.
    """
    parameter = getattr(statement, "parameter", None)
    variables = [statement.unknown] if parameter is None else [statement.unknown, parameter]
    given = about_functions(facts, variables, statement, definitions=True)
    solved = given.facts.parametrisation
    if given.facts.conditions or given.aside or solved.residuals or solved.conditions or solved.demanded:
        raise ClaimError(
            "a statement about a curve takes no conditions, and no premise that links its variable with a number; "
            "expected its interval to say where it holds"
        )
    return given.apply(statement.expression)


def check_on_interval(statement: OnInterval, facts: Facts, settings: Settings) -> Finding:
    """Is the sign the claimed one on the whole open interval?"""
    curve = rational_curve(only_premises(facts, statement), statement.unknown, statement.scale)
    if curve is None:
        return undecided(BEYOND, Reason.UNSUPPORTED)
    low, high = fraction(statement.low), fraction(statement.high)
    allowed = ALLOWED[statement.rel]
    for x in curve.samples(low, high):
        found = curve.sign_at(x)
        assert found is not None
        if found not in allowed:
            return _wrong_sign(statement, x, found)
    poles = curve.poles(low, high)
    if poles:
        detail = f"The curve has a pole at {place(statement, poles[0])}, inside the interval."
        return refuted(detail, ((label(statement), about(poles[0])),), "not defined", f"{statement.rel} 0")
    zeros = curve.zeros(low, high)
    if zeros and 0 not in allowed:
        detail = f"The curve touches zero at {place(statement, zeros[0])}."
        return refuted(detail, ((label(statement), about(zeros[0])),), "0", f"{statement.rel} 0")
    pieces = f"{len(zeros)} zeros and no pole" if zeros else "neither zeros nor poles"
    detail = (
        f"On {interval(statement)} the curve has {pieces} (Sturm), and its exact sign between them is the claimed one."
    )
    return proved("Sturm's theorem", detail)


def _wrong_sign(statement: OnInterval, x: Fraction, found: int) -> Finding:
    detail = (
        f"At {label(statement)} = {x}, inside {interval(statement)}, the curve is {SIGN_WORDS[found]}, "
        f"in exact arithmetic; claimed: {statement.rel} 0."
    )
    return refuted(detail, ((label(statement), str(x)),), SIGN_WORDS[found], f"{statement.rel} 0")


def check_only_root(statement: OnlyRoot, facts: Facts, settings: Settings) -> Finding:
    """Is there exactly one zero inside, and does it round to the printed number?"""
    curve = rational_curve(only_premises(facts, statement), statement.unknown, statement.scale)
    if curve is None or not curve.top:
        return undecided(BEYOND, Reason.UNSUPPORTED)
    zeros = curve.zeros(fraction(statement.low), fraction(statement.high))
    shown = ", ".join(about(zero) for zero in zeros) or "none"
    how = f"Zeros of the curve with {interval(statement)}: {shown}; printed {statement.number}."
    residual = f"computed: {shown}; printed: {statement.number}"
    low, high = (fraction(end) for end in statement.interval)
    inside = count_roots(curve.top, low, high) + sum(at(curve.top, end) == 0 for end in (low, high))
    if len(zeros) == 1 and inside == 1 and _inside(zeros[0], low, high):
        unique = proved("roots isolated by Sturm's theorem", how, residual)
        return unique if statement.exactly is None else _exactly(statement, curve, unique)
    point = ((label(statement), shown),)
    return refuted(how, point, shown, statement.number, residual)


def _exactly(statement: OnlyRoot, curve: RationalCurve, unique: Finding) -> Finding:
    """Is the only zero the printed exact number?

    That number is a zero if the numerator vanishes at it, which is proved as any equation of
    constants; it is *the* zero if it also lies inside the interval, by certified signs.  A
    numerator that is certainly not zero there, or a place outside, refutes the claim.
    """
    root, shown = sympy.sympify(statement.exactly, strict=True), str(statement.exactly)
    value = sympy.Add(*(sympy.Rational(c.numerator, c.denominator) * root**k for k, c in enumerate(curve.top)))
    found = sign_at(root - statement.low, {}), sign_at(statement.high - root, {})
    how = f"{unique.evidence.detail} The exact value {shown}"
    point = ((label(statement), shown),)
    if found == (1, 1) and prove_equal(value, 0) is not None:
        return proved("roots isolated by Sturm's theorem", f"{how} is a zero inside.", unique.evidence.residual)
    if -1 in found:
        return refuted(f"{how} lies outside.", point, "outside", interval(statement))
    if sign_at(value, {}) in (-1, 1):
        return refuted(f"{how} is no zero: the curve has a certified sign there.", point, "not zero", "0")
    return undecided(f"{how} could not be compared with the zero.")


def _inside(zero: Bracket, low: Fraction, high: Fraction) -> bool:
    """The only zero is the one that was counted in the printed interval."""
    return zero[1] >= low and zero[0] <= high


def check_crossing(statement: Crossing, facts: Facts, settings: Settings) -> Finding:
    """Has the curve opposite signs, in the claimed order, at the two ends of the printed interval?

    Opposite signs of a continuous curve mean a zero in between; a pole is excluded by an
    enclosure of the curve over the whole interval.  Equal signs at both ends, or the opposite
    order, contradict *turns positive here*.
    """
    expression = only_premises(facts, statement)
    if expression.free_symbols - {statement.unknown}:
        return undecided("the curve contains a symbol without a value")
    try:
        signs = [sign_at(expression.subs(statement.unknown, end * statement.unit), {}) for end in statement.interval]
    except Unsupported as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)
    if None in signs:
        return undecided("the sign at an end of the printed interval could not be certified")
    ends = [f"{SIGN_WORDS[s or 0]} at {sympy.N(end, 6)}" for s, end in zip(signs, statement.interval, strict=True)]
    how = f"Certified signs at the ends of what {statement.number} allows: {ends[0]}, {ends[1]}."
    wanted = [-1, 1] if statement.rising else [1, -1]
    if signs == wanted:
        if not _bounded(expression, statement, PIECES):
            return undecided(f"{how} That there is no pole between them could not be shown.")
        return proved("certified change of sign", how)
    point = tuple(
        (f"{name(statement.unknown)} = {end}", SIGN_WORDS[s or 0])
        for s, end in zip(signs, statement.interval, strict=True)
    )
    found, claimed = (" then ".join(SIGN_WORDS[s or 0] for s in order) for order in (signs, wanted))
    return refuted(how, point, found, claimed, method="certified signs")


def _bounded(expression: sympy.Expr, statement: Crossing, pieces: int) -> bool:
    """Is the curve enclosed on every one of so many pieces of the printed interval?

    A finite enclosure over a piece means that the curve is defined at all its points, so
    that it has no pole there.
    """
    low, high = (end * statement.unit for end in statement.interval)
    step = (high - low) / pieces
    parts = ((low + k * step, low + (k + 1) * step) for k in range(pieces))
    return all(range_of(expression, {statement.unknown: part}) is not None for part in parts)


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


def label(statement: OnInterval | OnlyRoot) -> str:
    unknown = name(statement.unknown)
    return f"{unknown}/{name(statement.scale)}" if statement.scale is not None else unknown


def interval(statement: OnInterval | OnlyRoot) -> str:
    return f"{statement.low} < {label(statement)} < {statement.high}"


def place(statement: OnInterval | OnlyRoot, bracket: Bracket) -> str:
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
