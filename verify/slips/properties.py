"""Every claim as a property: a Hypothesis strategy over its domain, and what must hold at each point.

The strategy follows the sampling plan of the domain (`verify.points.domain`), so the points are
admissible by construction: positive symbols are drawn positive, integers as integers,
r < R by drawing r inside its bounds, equations among the facts by solving them first.
Only what no bound expresses is left to rejection.

At a drawn point both sides are compared as in a refutation (`verify.refuting.comparison`): exactly or
in balls, never within a tolerance.  So a property that fails is a certified
counterexample; one that holds at every point drawn is evidence and no proof.

Hypothesis is needed here and nowhere else in `verify`; it comes with the extra `test`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sympy
from hypothesis import HealthCheck, Phase, Verbosity, assume, given, reject, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from verify.balls.decimals import printed
from verify.deciding.settings import Settings
from verify.errors import GiveUp
from verify.kinds.logic import Logic
from verify.kinds.printed_quantity import factor_of as worth_of
from verify.kinds.printed_quantity import interval_of
from verify.orders.ranges import range_of
from verify.points.domain import Domain, EmptyDomain
from verify.points.plan import Plan, Point
from verify.premises.confirmation import full_point, objection
from verify.premises.facts import Facts
from verify.refuting.comparison import Comparison, Finding, Trial
from verify.verdicts import Counterexample, Shape
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation, Value
from verify.wording import names
from verify.wording import point as told

AS_USUAL = Settings()
EXAMPLES = 40
"""Points drawn for each statement unless told otherwise."""
DENOMINATORS = (1, 2, 3, 4, 5, 7, 10, 100, 1000)
PARTS = tuple(dict.fromkeys(sympy.Rational(k, parts) for parts in range(2, 24) for k in range(1, parts)))
"""Shares of an interval that is too narrow for the denominators, the simplest first."""
FRIENDLY = 12
"""Points of the domain's own sampler that are mixed in where conditions are more than bounds."""
NEAR, FAR = 20, 1000
"""How far above a lower bound, or away from zero, values are drawn: mostly near, at times far."""


class NoProperty(Exception):
    """There is nothing to draw for this statement, or no point on its premises is known; the text says why."""


@dataclass(frozen=True)
class Shown:
    """One drawn point, decided: `told` says whether the relation was found true there; `against` refutes it."""

    told: bool
    against: Counterexample | None = None


@dataclass(frozen=True)
class Property:
    """A strategy for points and what must hold at each of them."""

    strategy: st.SearchStrategy[Point]
    at: Callable[[Point], Shown]


@dataclass(frozen=True)
class Drawn:
    """How the properties of a reading fared: the shrunk counterexample, or how many points spoke for it.

    `reasons` tells which statements have no property, and why.
    """

    points: int
    counterexample: Counterexample | None = None
    reasons: tuple[str, ...] = ()


# --- strategies -----------------------------------------------------------------------------------


def points_of(domain: Domain) -> st.SearchStrategy[Point]:
    """Exact points of the domain; each satisfies every assumption and condition, certified.

    They shrink to small integers.  Raises EmptyDomain if no point is found beforehand.
    """
    known = list(domain.points(count=FRIENDLY if _has_more_than_bounds(domain) else 1))
    plan = Plan.of(domain.symbols, domain.conditions)

    @st.composite
    def point(draw: Any) -> Point:
        made: Point = {}
        for step in plan.steps:
            if step.values:
                value = draw(st.sampled_from(step.values))(made)
            else:
                lower = [x for x in (limit(made) for limit in step.above) if x is not None]
                upper = [x for x in (limit(made) for limit in step.below) if x is not None]
                value = draw(values(step.symbol, max(lower, default=None), min(upper, default=None)))
            if value is None:
                reject()
            made[step.symbol] = value
        assume(domain.contains(made))
        return made

    return st.one_of(point(), st.sampled_from(known)) if len(known) > 1 else point()


def _has_more_than_bounds(domain: Domain) -> bool:
    """Conditions such as x² + y² < 1, which may reject most of what is drawn: known points are drawn then as well."""
    return any(
        not isinstance(c, sympy.core.relational.Relational) or not (c.lhs.is_Symbol or c.rhs.is_Symbol)
        for c in domain.conditions
    )


def values(symbol: sympy.Symbol, lower: Any = None, upper: Any = None) -> st.SearchStrategy[Any]:
    """Exact numbers that a symbol may stand for, strictly between the bounds (integers: from bound to bound)."""
    if symbol.is_zero:
        return st.just(sympy.S.Zero)
    if lower is not None and upper is not None and lower > upper:
        return st.nothing()
    if symbol.is_integer:
        return _integers(symbol, lower, upper)
    if symbol.is_extended_real or lower is not None or upper is not None:
        return _rationals(symbol, lower, upper)
    real: st.SearchStrategy[Any] = st.just(sympy.S.Zero) if symbol.is_imaginary else _rationals(symbol, None, None)
    return st.builds(lambda x, y: x + sympy.I * y, real, _rationals(symbol, None, None))


def _integers(symbol: sympy.Symbol, lower: Any, upper: Any) -> st.SearchStrategy[Any]:
    low = None if lower is None else int(sympy.ceiling(lower))
    high = None if upper is None else int(sympy.floor(upper))
    if low == 0 and symbol.is_nonzero:
        low = 1
    if high == 0 and symbol.is_nonzero:
        high = -1
    if low is None and high is None:
        low, high = -FAR, FAR
    low = high - FAR if low is None and high is not None else low
    high = low + FAR if high is None and low is not None else high
    if low is None or high is None or low > high:
        return st.nothing()
    near = st.integers(low, min(high, low + NEAR)) if low >= 0 else st.integers(max(low, -NEAR), min(high, NEAR))
    drawn = st.one_of(near, st.integers(low, high)) if max(low, -NEAR) <= min(high, NEAR) else st.integers(low, high)
    if symbol.is_even or symbol.is_odd:
        odd = 1 if symbol.is_odd else 0
        drawn = drawn.map(lambda n: n if n % 2 == odd else n + 1 if n < high else n - 1)
    return drawn.map(sympy.Integer)


@st.composite
def _rationals(draw: Any, symbol: sympy.Symbol, lower: Any, upper: Any) -> Any:
    denominator = draw(st.sampled_from(DENOMINATORS))
    span = draw(st.sampled_from((NEAR, FAR))) * denominator
    low = None if lower is None else int(sympy.floor(lower * denominator)) + 1
    high = None if upper is None else int(sympy.ceiling(upper * denominator)) - 1
    if low is not None and high is not None and low > high:
        return lower + (upper - lower) * draw(st.sampled_from(PARTS))
    if low is None and high is None:
        low, high = (1, span) if symbol.is_nonzero else (-span, span)
        sign = draw(st.sampled_from((1, -1))) if symbol.is_nonzero else 1
        return sympy.Rational(sign * draw(st.integers(low, high)), denominator)
    low = high - span if low is None and high is not None else low
    high = min(high, low + span) if high is not None and low is not None else (low or 0) + span
    return sympy.Rational(draw(st.integers(low, high)), denominator)


# --- properties -----------------------------------------------------------------------------------


def property_of(statement: Statement, facts: Facts, context: Settings = AS_USUAL) -> Property:
    """The property of one statement.  Raises NoProperty with the reason, EmptyDomain for an empty domain."""
    maker = PROPERTIES.get(type(statement))
    if maker is None:
        raise NoProperty(f"nothing is drawn for a statement of the kind {type(statement).__name__}")
    return maker(statement, facts, context)


def _of_relation(statement: Relation, facts: Facts, context: Settings) -> Property:
    """The premises are solved first; a point that falsifies is confirmed on all of them, as for a refutation."""
    if statement.arguments:
        raise NoProperty("the line is one between functions, whose derivatives are no values at a point")
    _confirm(facts)
    solved = facts.parametrisation
    lhs, rhs = solved.apply(statement.lhs), solved.apply(statement.rhs)
    domain = facts.domain(lhs, rhs)
    try:
        comparison = Comparison.of(lhs, rhs, statement.rel)
    except GiveUp as problem:
        raise NoProperty(str(problem)) from None

    def at(point: Point) -> Shown:
        trial = comparison.at(point)
        if trial.finding is not Finding.FALSE or (facts.equations and objection(facts, point) is not None):
            return Shown(trial.finding is Finding.HOLDS)
        return Shown(True, _against(point, trial, facts))

    return Property(points_of(domain), at)


def _confirm(facts: Facts) -> None:
    solved = facts.parametrisation
    if solved.residuals:
        labels = ", ".join(f"({eq.label})" for eq in solved.residuals)
        raise NoProperty(f"premise {labels} could not be solved for one of its symbols, so no point on it is known")


def _against(point: Point, trial: Trial, facts: Facts) -> Counterexample:
    """The point in the paper's own symbols, those that the premises determine included."""
    full = full_point(facts, point)
    pairs = told({s: full[s] for s in sorted(full, key=str) if not isinstance(s, sympy.Dummy)})
    return Counterexample(pairs, printed(trial.lhs), printed(trial.rhs))


def _of_value(statement: Value, facts: Facts, context: Settings) -> Property:
    """The constants anywhere within their uncertainties."""
    if getattr(statement, "somewhere", False):
        raise NoProperty("the number is claimed for some of the inputs that round as printed, not for all")
    intervals = {s: interval_of(c, context.units) for s, c in statement.constants}
    dependent = {s: v for s, v in facts.parametrisation.values.items() if s not in intervals}
    quantity = statement.quantity.subs(dependent, simultaneous=True) / worth_of(statement.unit, context.units)
    if unknown := quantity.free_symbols - set(intervals):
        raise NoProperty(f"no value is given for {', '.join(sorted(map(str, unknown)))}")
    ends = [range_of(end, {}) for end in statement.interval]
    if None in ends:
        raise NoProperty("the printed interval has no finite ends")
    low, high = ends

    def at(point: Point) -> Shown:
        found = range_of(quantity.subs(point), {})
        if found is None or low is None or high is None:
            return Shown(False)
        if found[1] < low[0] or found[0] > high[1]:
            named = names(point)
            pairs = tuple((named[s], str(sympy.N(value, 12))) for s, value in sorted(point.items(), key=str))
            computed = str(sympy.N((found[0] + found[1]) / 2, 12))
            return Shown(True, Counterexample(pairs, computed, statement.number, Shape.NUMBER))
        return Shown(bool(low[1] <= found[0] and found[1] <= high[0]))

    return Property(st.fixed_dictionaries({s: _between(*ends) for s, ends in intervals.items()}), at)


def _between(low: Any, high: Any) -> st.SearchStrategy[Any]:
    """Rationals from end to end, the ends included."""
    if low == high:
        return st.just(low)
    return st.integers(0, 64).map(lambda part: low + (high - low) * sympy.Rational(part, 64))


def _of_logic(statement: Logic, facts: Facts, context: Settings) -> Property:
    """Truth values of the letters."""
    meanings = dict(statement.meanings)

    def at(point: Point) -> Shown:
        if statement.proposition.subs(point) is sympy.true:
            return Shown(True)
        pairs = tuple((meanings[letter], "true" if truth else "false") for letter, truth in point.items())
        return Shown(True, Counterexample(pairs, "the proposition", "false", Shape.CASE))

    return Property(st.fixed_dictionaries({letter: st.booleans() for letter in meanings}), at)


PROPERTIES: dict[type, Callable[[Any, Facts, Settings], Property]] = {
    Relation: _of_relation,
    Value: _of_value,
    Logic: _of_logic,
}
"""How a statement becomes a property, by its type."""


# --- testing --------------------------------------------------------------------------------------


class _Falsified(Exception):
    """Raised inside a property; carries what Hypothesis has shrunk."""

    def __init__(self, against: Counterexample) -> None:
        super().__init__("falsified")
        self.against = against


def try_properties(reading: Reading, context: Settings = AS_USUAL, examples: int = EXAMPLES) -> Drawn:
    """Draws points for every statement of a reading and stops at the first that is falsified.

    The draws depend on the reading, the seed and the version of Hypothesis only.  Raises
    ClaimError (EmptyDomain) if the encoding is at fault.
    """
    facts = Facts.of(reading)
    points = 0
    reasons: list[str] = []
    for statement in reading.statements:
        try:
            found = _tried(property_of(statement, facts, context), context.seed, examples)
        except NoProperty as why:
            reasons.append(str(why))
            continue
        if isinstance(found, Counterexample):
            return Drawn(points, found, tuple(reasons))
        points += found
    return Drawn(points, None, tuple(reasons))


def _tried(tested: Property, chance: int, examples: int) -> Counterexample | int:
    """The shrunk counterexample, or the number of points at which the statement was found to hold."""
    told: set[tuple[Any, ...]] = set()

    @seed(chance)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(tested.strategy)
    def holds(point: Point) -> None:
        shown = tested.at(point)
        if shown.against is not None:
            raise _Falsified(shown.against)
        if shown.told:
            told.add(tuple(sorted((str(symbol), str(value)) for symbol, value in point.items())))

    try:
        holds()
    except _Falsified as found:
        return found.against
    except Unsatisfiable:
        raise EmptyDomain("no point of the domain was drawn; expected conditions that can be met") from None
    return len(told)
