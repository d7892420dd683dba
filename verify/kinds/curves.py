"""What statements about curves share: signs, zeros and crossings over an interval, for all its points at once.

An interval is open and given in units of `scale`: `on_interval(d, ">", r, 0, 1, scale=R_b)`
says d > 0 for every r with 0 < r < R_b.  The expression may contain no further symbol
except as an overall factor of declared sign.  Only what the unknown and the parameter may be counts: a
positive r has no zero at −1/2, and an integer n is looked at in whole numbers only (`verify.orders.reach`).

For a rational function the zeros of numerator and denominator are isolated by Sturm's
theorem (`verify.orders.sturm`), and the sign is computed exactly at one point of every piece
between them.  That decides the claim: between neighbouring zeros and poles a continuous
function keeps its sign, so no pole and no dip can hide between sample points.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.sentences import listed
from verify.errors import ClaimError
from verify.kinds.kind import Spoiled
from verify.orders.provisos import implied
from verify.orders.rational_curves import RationalCurve, rational_curve, simplest_between
from verify.orders.reach import Reach, admits
from verify.orders.sturm import Bracket, Poly, at
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.quantities.digits import decimal, in_decimal, printed
from verify.quantities.exact import exact
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import brief, name

RELATIONS = ("<", "<=", ">", ">=")


ALLOWED = {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}}


SIGNS_OF = {"<": "negative", "<=": "never positive", ">": "positive", ">=": "never negative"}


SIGN_WORDS = {-1: "negative", 0: "zero", 1: "positive"}


UNCLEAR = "which values {} may have in the interval is not a matter of its sign"


HOLE = "as written, it has no value at a place of the interval, where it is 0/0"


BEYOND = "the curve is not a rational function of one variable, up to a factor of known sign"


REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class Curve(Statement):
    """What all statements about a curve share: the expression that is drawn over the unknown.

    `called` is its name for the reader, such as "the slope of E(r)"; without one, a short expression names itself.
    """

    expression: sympy.Expr
    unknown: sympy.Symbol
    called: str | None = field(default=None, kw_only=True, compare=False)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        scale: sympy.Symbol | None = getattr(self, "scale", None)
        return (self.expression, self.unknown) if scale is None else (self.expression, self.unknown, scale)

    def sides(self) -> Sides:
        """The expression with itself, so that its own terms must be of one dimension."""
        scale: sympy.Symbol | None = getattr(self, "scale", None)
        own = ((self.expression, self.expression),)
        return own if scale is None else (*own, (self.unknown, scale))

    def written(self) -> tuple[sympy.Expr, ...]:
        return (self.expression,)

    def interval_ends(self) -> tuple[sympy.Expr, ...]:
        low, high = getattr(self, "low", None), getattr(self, "high", None)
        return () if low is None or high is None else (low, high)

    def range_of_parameter(self) -> tuple[sympy.Symbol, sympy.Expr, sympy.Expr] | None:
        """The parameter and the ends of its range, where something is claimed of all its values."""
        return None

    def is_part_of(self, printed: Statement) -> bool:
        if type(printed) is not type(self) or not self.interval_ends():
            return False
        (low, high), ends = printed.interval_ends(), self.interval_ends()
        return bool(replace(self, low=low, high=high) == printed and low <= ends[0] and ends[1] <= high)  # type: ignore[call-arg]


def unknown_of(thing: Any) -> sympy.Symbol:
    return plain_symbol(thing, "unknown")


def scale_of(scale: Any, unknown: sympy.Symbol) -> sympy.Symbol | None:
    if scale is None:
        return None
    if plain_symbol(scale, "scale") == unknown:
        raise ClaimError(f"scale={scale} is the unknown itself; expected another symbol")
    return scale


def parameter_of(parameter: Any, unknown: sympy.Symbol, scale: Any) -> sympy.Symbol:
    if plain_symbol(parameter, "parameter") in (unknown, scale):
        raise ClaimError(f"parameter={parameter} is the unknown or its scale; expected a symbol of its own")
    return parameter


def name_of(name: Any) -> str | None:
    if name is not None and not (isinstance(name, str) and name.strip()):
        raise ClaimError(f"called={name!r}; expected words for the reader, such as 'the slope of E(r)'")
    return name


def open_interval(low: Any, high: Any) -> tuple[sympy.Rational, sympy.Rational]:
    a, b = rational(low), rational(high)
    if a >= b:
        raise ClaimError(f"interval from {a} to {b}; expected low < high")
    return a, b


def rational(number: Any) -> sympy.Rational:
    value = decimal(number) if isinstance(number, str) else exact(number)
    if not value.is_Rational:
        raise ClaimError(f"{number!s} is no rational number; expected one")
    return value


def premises_of(facts: Facts, statement: Curve) -> FunctionFacts:
    """The premises sorted as `verify.deciding.function_premises` says: what they link with the unknown is no number.

    A condition that holds on all of the interval restricts nothing, and is left out.
    Raises ClaimError for other conditions and for premises that this kind cannot use.
    """
    given = about_functions(facts, variables_of(statement), statement, definitions=True)
    if given.facts.conditions and all(implied(c, _where(statement, c)) for c in given.facts.conditions):
        given = replace(given, facts=replace(given.facts, conditions=()))
    solved = given.facts.parametrisation
    if given.facts.conditions or given.aside or solved.residuals or solved.conditions or solved.demanded:
        raise ClaimError(
            "a statement about a curve takes no conditions, and no premise that links its variable with a number; "
            "expected its interval to say where it holds"
        )
    return given


def _where(statement: Curve, condition: Boolean) -> Domain:
    """Where a statement speaks: on the interval of its unknown, and on that of its parameter."""
    ends: list[Boolean] = []
    scale = getattr(statement, "scale", None) or sympy.S.One
    if statement.interval_ends() and scale.is_positive:
        low, high = statement.interval_ends()
        ends += _between(statement.unknown, low * scale, high * scale)
    if (span := statement.range_of_parameter()) is not None:
        ends += _between(*span)
    return Domain(tuple(condition.free_symbols.union(*(end.free_symbols for end in ends))), tuple(ends))


def _between(x: sympy.Symbol, low: sympy.Expr, high: sympy.Expr) -> tuple[Boolean, Boolean]:
    return sympy.Gt(x, low, evaluate=False), sympy.Lt(x, high, evaluate=False)


def printed_curve(given: FunctionFacts, statement: Any) -> RationalCurve | None:
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


def left_out(bracket: Bracket, of: Poly, place: Reach) -> bool:
    """Is the only root in the bracket zero, which the symbol may not be?"""
    return place.without_zero and bracket[0] <= 0 <= bracket[1] and at(of, Fraction(0)) == 0


def simplest_in(zero: Bracket, curve: RationalCurve) -> Bracket:
    """The bracket, or the simplest number in it if that is the zero: 1 rather than 0.999999999…"""
    simple = simplest_between(*zero) if zero[0] < zero[1] else zero[0]
    return (simple, simple) if at(curve.top, simple) == 0 else zero


def admitted_zeros(curve: RationalCurve, place: Reach) -> list[Bracket]:
    """Brackets of the zeros that the symbol may have, in order."""
    if place.numbers is not None:
        return [(x, x) for x in place.numbers if curve.sign_at(x) == 0]
    inside = [zero for zero in curve.zeros(place.low, place.high) if not left_out(zero, curve.top, place)]
    return sorted([*inside, *((end, end) for end in place.ends if curve.sign_at(end) == 0)])


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


def plain(end: sympy.Rational) -> str:
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


def label(statement: Any) -> str:
    unknown = name(statement.unknown)
    return f"{unknown}/{name(statement.scale)}" if statement.scale is not None else unknown


def interval(statement: Any) -> str:
    return f"{plain(statement.low)} < {label(statement)} < {plain(statement.high)}"


def at_root(statement: Any, bracket: Bracket) -> str:
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


def shifted(statement: Any) -> Spoiled:
    """The printed number off by one in its last digit."""
    digit = printed(statement.number).last_digit
    for what, shift in (("last digit too high", 1), ("last digit too low", -1)):
        low, high = (end + shift * digit for end in statement.interval)
        yield what, replace(statement, interval=(low, high))
