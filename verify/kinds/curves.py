"""What statements about curves share: signs, zeros and crossings over an interval, for all its points at once.

An interval is open and given in units of `scale`: `on_interval(d, ">", r, 0, 1, scale=R_b)`
says d > 0 for every r with 0 < r < R_b.  The expression may contain no further symbol
except as an overall factor of declared sign; an end may be infinite.  Only what the unknown and the parameter may be counts: a
positive r has no zero at −1/2, and an integer n is looked at in whole numbers only (`verify.orders.reach`).

For a rational function the zeros of numerator and denominator are isolated by Sturm's
theorem (`verify.orders.sturm`), and the sign is computed exactly at one point of every piece
between them.  That decides the claim: between neighbouring zeros and poles a continuous
function keeps its sign, so no pole and no dip can hide between sample points.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Self, TypeAlias

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.sentences import listed
from verify.errors import ClaimError
from verify.kinds.kind import Spoiled
from verify.orders.provisos import implied
from verify.orders.reach import Reach, admits, reach
from verify.orders.sturm import Bracket
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.quantities.digits import decimal, in_decimal
from verify.quantities.exact import exact
from verify.terms.survey import by_name
from verify.verdicts import Outcome
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import brief, name

SIGN_WORDS = {-1: "negative", 0: "zero", 1: "positive"}
UNCLEAR = "which values {} may have in the interval is not a matter of its sign"
BEYOND = "the curve is not a function of one variable, up to a factor of known sign, that is rational or has enclosures"

Range: TypeAlias = tuple[sympy.Symbol, sympy.Expr, sympy.Expr]


@dataclass(frozen=True)
class Curve(Statement):
    """What all statements about a curve share: the expression that is drawn over the unknown.

    `called` is its name for the reader, such as "the slope of E(r)"; without one, a short expression names itself.
    """

    expression: sympy.Expr
    unknown: sympy.Symbol
    called: str | None = field(default=None, kw_only=True, compare=False)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return self.expression, self.unknown

    def sides(self) -> Sides:
        """The expression with itself, so that its own terms must be of one dimension."""
        return ((self.expression, self.expression),)

    def written(self) -> tuple[sympy.Expr, ...]:
        return (self.expression,)

    def ranges(self) -> tuple[Range, ...]:
        """The symbols of all of whose values in a range something is claimed, as far as the ends are known."""
        return ()


@dataclass(frozen=True)
class CurveOverInterval(Curve):
    """The curve where low < unknown/scale < high."""

    low: sympy.Expr
    high: sympy.Expr
    scale: sympy.Symbol | None

    @classmethod
    def stated(
        cls, expression: Any, unknown: Any, low: Any, high: Any, *own: Any, scale: Any, called: Any
    ) -> tuple[Self]:
        """The statement of a paper, with its `own` further fields.  Raises ClaimError for what no curve has."""
        if scale is not None and plain_symbol(scale, "scale") == unknown_of(unknown):
            raise ClaimError(f"scale={scale} is the unknown itself; expected another symbol")
        return (cls(exact(expression), unknown_of(unknown), *ends_of(low, high), scale, *own, called=name_of(called)),)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        own = super().expressions()
        return own if self.scale is None else (*own, self.scale)

    def sides(self) -> Sides:
        own = super().sides()
        return own if self.scale is None else (*own, (self.unknown, self.scale))

    def interval_ends(self) -> tuple[sympy.Expr, ...]:
        return tuple(end for end in (self.low, self.high) if end.is_finite)

    def ranges(self) -> tuple[Range, ...]:
        scale = sympy.S.One if self.scale is None else self.scale
        return ((self.unknown, self.low * scale, self.high * scale),) if scale.is_positive else ()

    def is_part_of(self, printed: Statement) -> bool:
        if not isinstance(printed, type(self)):
            return False
        wider = replace(self, low=printed.low, high=printed.high)
        return bool(wider == printed and printed.low <= self.low and self.high <= printed.high)


def unknown_of(thing: Any) -> sympy.Symbol:
    return plain_symbol(thing, "unknown")


def name_of(name: Any) -> str | None:
    if name is not None and not (isinstance(name, str) and name.strip()):
        raise ClaimError(f"called={name!r}; expected words for the reader, such as 'the slope of E(r)'")
    return name


def open_interval(low: Any, high: Any) -> tuple[sympy.Rational, sympy.Rational]:
    a, b = rational(low), rational(high)
    if a >= b:
        raise ClaimError(f"interval from {a} to {b}; expected low < high")
    return a, b


def ends_of(low: Any, high: Any) -> tuple[sympy.Expr, sympy.Expr]:
    """The ends of an open interval, which may be infinite."""
    a, b = (end if end in (sympy.oo, -sympy.oo) else rational(end) for end in (low, high))
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
    for x, low, high in statement.ranges():
        ends += [sympy.Gt(x, low, evaluate=False)] if not low.is_infinite else []
        ends += [sympy.Lt(x, high, evaluate=False)] if not high.is_infinite else []
    return Domain(tuple(condition.free_symbols.union(*(end.free_symbols for end in ends))), tuple(ends))


def place_of(statement: CurveOverInterval, bound: Fraction = Fraction(0)) -> Reach | None:
    """What the unknown reaches of the interval, up to the bound where this has no end; None if that is no matter of its sign."""
    finite = [abs(fraction(end)) for end in statement.interval_ends()]
    far = max((bound, *finite)) + 1
    low = -far if statement.low.is_infinite else fraction(statement.low)
    high = far if statement.high.is_infinite else fraction(statement.high)
    found = reach(statement.unknown, statement.scale, low, high)
    return None if found is not None and found.numbers is not None and is_endless(statement) else found


def ends_reached(statement: CurveOverInterval) -> tuple[sympy.Expr, sympy.Expr] | None:
    """The ends between which the unknown has all numbers, and none else; None where it has others, or not all."""
    place = place_of(statement)
    if place is None or place.numbers is not None or place.without_zero or place.ends:
        return None
    return _end(place.low, statement.low), _end(place.high, statement.high)


def _end(reached: Fraction, stated: sympy.Expr) -> sympy.Expr:
    """The end, unless the sign of the unknown makes the interval end before it."""
    exact_end = sympy.Rational(reached.numerator, reached.denominator)
    return stated if stated.is_infinite and exact_end != 0 else exact_end


def is_endless(statement: CurveOverInterval) -> bool:
    return len(statement.interval_ends()) < 2


def variables_of(statement: Curve) -> list[sympy.Symbol]:
    return [statement.unknown, *(x for x, _, _ in statement.ranges() if x != statement.unknown)]


def kept(finding: Finding, given: FunctionFacts, statement: Curve) -> Finding:
    """The finding, unless the premises leave no point, or a refutation may lie where they do not hold."""
    values = (*given.facts.parametrisation.values.items(), *given.definitions.items())
    for symbol, value in values:
        if admits(symbol, value) is False:
            return undecided(f"the premises give {name(symbol)} a value that it cannot have")
    if finding.outcome is Outcome.REFUTED and given.conditions_on(variables_of(statement)):
        return undecided("the premises restrict the variable, so that no counterexample is known to be admitted")
    return given.keep(finding)


# --- words ------------------------------------------------------------------------------------------


def fraction(number: sympy.Rational) -> Fraction:
    return Fraction(int(number.p), int(number.q))


def about(bracket: Bracket) -> str:
    """A root in print: exact where it is, else the digits on which the ends of its bracket agree."""
    low, high = bracket
    if low == high:
        return str(low)
    return f"{_decimal((low + high) / 2)}…"


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
        others = [name(s) for s in sorted(statement.expression.free_symbols - {statement.unknown}, key=by_name)]
        return f"The expression in {listed([name(statement.unknown), *others])}"
    return f"The {called[4:]}" if called.startswith("the ") else called


def label(statement: CurveOverInterval) -> str:
    unknown = name(statement.unknown)
    return f"{unknown}/{name(statement.scale)}" if statement.scale is not None else unknown


def interval(statement: CurveOverInterval) -> str:
    if statement.low.is_infinite and statement.high.is_infinite:
        return f"the whole line of {label(statement)}"
    if statement.high.is_infinite:
        return f"{label(statement)} > {plain(statement.low)}"
    if statement.low.is_infinite:
        return f"{label(statement)} < {plain(statement.high)}"
    return f"{plain(statement.low)} < {label(statement)} < {plain(statement.high)}"


def shifted(statement: Any) -> Spoiled:
    """The printed number off by one in its last digit."""
    low, high = statement.interval
    for what, digit in (("last digit too high", high - low), ("last digit too low", low - high)):
        yield what, replace(statement, interval=(low + digit, high + digit))
