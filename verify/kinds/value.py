"""Does a quantity lie where the printed number says that it lies?

Every constant ranges over its value and one standard uncertainty on either side, so the
enclosure of the quantity holds for whatever the constant is.  Before that, everything that is assumed is
asked of these ranges: the quantity as printed must be defined there (`verify.proofs.definedness`), the symbols must be able to have the values (of inputs and of premises), the conditions
and those under which premises were solved must hold, and a premise must agree with the inputs that it
links.  What certainly does not hold leaves nothing to decide; what is not known to hold leaves it undecided.  Inside the printed interval
proves the claim, outside refutes it, and across its border leaves it undecided.  The
number is computed a second time, by mpmath at 50 digits, and the two must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import sympy
from sympy.logic.boolalg import Boolean

from verify import wording
from verify.closed_forms.values import proved_value
from verify.deciding.case_by_case import in_every_case
from verify.deciding.decide import Finding, readable, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.grammar.parser import Relation as Printed
from verify.kinds import rounded_inputs
from verify.kinds.along_solutions import of_solutions
from verify.kinds.kind import Amount, Kind, proved
from verify.kinds.other_numbers import mend, spoil
from verify.kinds.printed import is_input, is_value
from verify.kinds.printed_quantity import Enclosed, Question, factor_of, interval_of
from verify.kinds.under_derivatives import held_under_a_sign
from verify.orders.ranges import MOST_BITS, Interval, met_over, range_of, tight_range
from verify.orders.reach import admits, admits_range, admits_signs_of, holds_over, some_point
from verify.points.term_by_term import certified_sign
from verify.premises.facts import Facts
from verify.proofs.definedness import NOWHERE, dropped
from verify.quantities.digits import decimal
from verify.quantities.digits import printed as digits_of
from verify.quantities.dimension import Dimension, UnitSystem
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.units import Unit
from verify.regularity.side_conditions import as_conditions
from verify.solving.replacement import put
from verify.terms.requirements import BOUND
from verify.terms.survey import parts_of
from verify.verdicts import Counterexample, Evidence, Fault, FaultKind, Grade, Outcome, Reason, Shape
from verify.vocabulary.statements import PrintedInput, Value
from verify.wording import name

SECOND_OPINION_DIGITS = 50
AGREEMENT = sympy.Rational(1, 10**40)


def check(statement: Value, facts: Facts, settings: Settings) -> Finding:
    facts = _solved_for_others(statement, facts)
    asked = _question(statement, facts, settings)
    if isinstance(asked, Finding):
        return asked
    if statement.somewhere and _has_rounded_inputs(statement):
        return _with_conditions(rounded_inputs.decided([asked], facts, settings.units), asked.conditions)
    finding = _with_conditions(_compare(asked), asked.conditions)
    rounding = _rounding(statement, asked.quantity, settings.units)
    return (
        finding if rounding is None else finding.retold(lambda told: replace(told, detail=f"{told.detail} {rounding}"))
    )


def _solved_for_others(statement: Value, facts: Facts) -> Facts:
    """The premises solved for what has no value: with h and g given, h = g t²/2 says what t is."""
    given = frozenset(symbol for symbol, _ in statement.constants)
    solved = {s: v for s, v in facts.parametrisation.values.items() if s not in given}
    return replace(facts, fixed=given) if put(statement.quantity, solved).free_symbols - given else facts


def _with_conditions(finding: Finding, conditions: tuple[str, ...]) -> Finding:
    """A number that holds is told with what must not vanish and has no value given."""
    if finding.outcome is not Outcome.PROVED or not conditions:
        return finding
    return finding.retold(lambda told: told.provided(conditions))


def check_together(statements: Sequence[Value], facts: Facts, settings: Settings) -> Finding:
    """Several numbers, each of which some inputs give: do enough of the inputs give them all?

    An input that is printed once has one value: two numbers that need different ones do not hold together.
    """
    asked: list[Question] = []
    for statement in filter(_has_rounded_inputs, statements):
        question = _question(statement, _solved_for_others(statement, facts), settings)
        if isinstance(question, Finding):
            return question
        asked.append(question)
    return rounded_inputs.decided(asked, facts, settings.units)


def _has_rounded_inputs(statement: Value) -> bool:
    """Without them the inputs are a single point, and there is nothing to choose."""
    return any(rounded_inputs.varies(given) for _, given in statement.constants)


def _question(statement: Value, facts: Facts, settings: Settings) -> Question | Finding:
    held = held_under_a_sign(statement, facts)  # also as they are solved for what has no value
    if held is not None:
        return undecided(held)
    intervals = {s: interval_of(c, settings.units) for s, c in statement.constants}
    dependent = {s: v for s, v in facts.parametrisation.values.items() if s not in intervals}
    quantity = put(statement.quantity, dependent) / factor_of(statement.unit, settings.units)
    unknown = quantity.free_symbols - set(intervals)
    if unknown:
        names = ", ".join(sorted(map(str, unknown)))
        return undecided(f"no value is given for {names}, so the number cannot be computed")
    lost = _lost(statement, dependent, facts, quantity)
    if lost is None:
        return undecided(NOWHERE)
    try:
        objection = _objection(facts, intervals, settings.seed)
        if objection is not None:
            return undecided(objection)
        valued, found = _enclosed(quantity, intervals)
        low, high = range_of(statement.interval[0], {}), range_of(statement.interval[1], {})
    except GiveUp as problem:
        return undecided(str(problem), Reason.UNSUPPORTED)
    if found is None or low is None or high is None:
        return undecided("the quantity has no finite real enclosure")
    if valued != quantity:
        quantity, lost = valued, _lost(statement, dependent, facts, valued)
    if lost is None:
        return undecided(NOWHERE)
    lost = tuple(need for need in lost if not need.free_symbols & _variables_of_limits(statement.quantity))
    unknown_ones = tuple(need for need in lost if need.free_symbols - set(intervals))
    if not met_over((need for need in lost if need not in unknown_ones), intervals):
        return undecided("the quantity as printed is not known to be defined for the given numbers")
    told = readable(as_conditions(unknown_ones), facts.domain())
    asked = Question(statement, quantity, intervals, found, low, high, told)
    if not _second_opinion_agrees(asked.central):
        return undecided("two computations of the number, by Arb and by mpmath, disagree")
    return asked


def _lost(
    statement: Value, dependent: dict[sympy.Symbol, sympy.Expr], facts: Facts, shown: sympy.Expr
) -> tuple[sympy.Expr, ...] | None:
    """What the print needs and the expression that is enclosed does not show; None if that may hold nowhere."""
    return dropped((statement.quantity,), lambda part: put(part, dependent), facts, (shown,))


def _variables_of_limits(quantity: sympy.Expr) -> set[sympy.Symbol]:
    """What a limit needs of its variable is met on the way to a value that is proved; no other enclosure of one is known."""
    variables = {part.args[1] for part in parts_of(quantity, sympy.Limit)}
    return {v for v in variables if v not in quantity.free_symbols}


def _enclosed(quantity: sympy.Expr, intervals: dict[sympy.Symbol, Interval]) -> tuple[sympy.Expr, Interval | None]:
    """The quantity with an enclosure, if need be by the proved values of its integrals, series and limits.  Raises GiveUp."""
    try:
        found = tight_range(quantity, intervals)
    except GiveUp:
        valued = proved_value(quantity)
        if valued is None or valued == quantity:
            raise
        return valued, tight_range(valued, intervals)
    valued = proved_value(quantity) if found is None else quantity
    if valued is None or valued == quantity:
        return quantity, found
    return valued, tight_range(valued, intervals)


def _objection(facts: Facts, intervals: dict[sympy.Symbol, Interval], seed: int) -> str | None:
    """Why the inputs, the premises and the conditions are not known to go together; None if they do.

    Raises ClaimError for an input that its symbol cannot have.
    """
    for symbol, interval in intervals.items():
        if admits_range(symbol, interval) is False:
            raise ClaimError(
                f"{name(symbol)} = {sympy.N(interval[0], 6)} is given, which {name(symbol)} as declared cannot be; "
                "expected an admitted value"
            )
    if facts.clash is not None:
        return f"the premises exclude each other at ({facts.clash.label})"
    for symbol, value in facts.parametrisation.values.items():
        objection = _wrong_value(symbol, value, intervals)
        if objection is not None:
            return objection
    for equation in facts.parametrisation.residuals:
        gap = equation.lhs - equation.rhs
        if not gap.free_symbols & set(intervals) and gap.free_symbols:
            return f"premise ({equation.label}) could not be solved for one of its symbols"
        if gap.free_symbols <= set(intervals) and not _may_vanish(gap, intervals):
            return f"premise ({equation.label}) does not hold for the given numbers"
    return _solving_objection(facts, intervals) or _conditions_objection(facts, intervals, seed)


def _solving_objection(facts: Facts, intervals: dict[sympy.Symbol, Interval]) -> str | None:
    """u x = x gives u = 1 only where x ≠ 0: the condition of a solution must be certain."""
    solved = facts.parametrisation
    known = {*facts.conditions, *(c.subs(solved.values) for c in facts.conditions)}
    for condition in solved.conditions:
        there = condition.subs(solved.values)
        if there is sympy.true or {condition, there} & known or _is_nonzero(there, facts):
            continue
        if not there.free_symbols <= set(intervals) or holds_over(there, intervals) is not True:
            return f"the premises give the number only where {wording.condition(condition)}"
    return None


def _is_nonzero(condition: Boolean, facts: Facts) -> bool:
    """Is the condition e ≠ 0, and does no factor of e vanish, by its sign or by a condition of the claim?"""
    if not isinstance(condition, sympy.Ne):
        return False
    known = {c.lhs - c.rhs for c in facts.conditions if isinstance(c, sympy.Ne)}
    factors = (f.as_base_exp()[0] for f in sympy.Mul.make_args(sympy.factor(condition.lhs - condition.rhs)))
    return all({factor, -factor} & known or _has_a_sign(factor, facts) for factor in factors)


def _has_a_sign(factor: sympy.Expr, facts: Facts) -> bool:
    sign = certified_sign(factor, facts.domain(factor))
    return sign is not None and 0 not in sign


def _wrong_value(symbol: sympy.Symbol, value: sympy.Expr, intervals: dict[sympy.Symbol, Interval]) -> str | None:
    """A premise gives the symbol a value: may it have that, and is it the input where one is given?"""
    if not value.free_symbols <= set(intervals):
        return None  # what has no value can be chosen so that it fits
    value, found = _enclosed(value, intervals)
    if found is None:
        return f"the premises give {name(symbol)} no finite real value"
    exact = value if not value.free_symbols and not value.has(*BOUND) else None
    may = admits(symbol, exact) if exact is not None else admits_range(symbol, found)
    if may is False:
        return f"the premises give {name(symbol)} a value that it cannot have"
    if may is None and not admits_signs_of(symbol, found):
        return f"whether {name(symbol)} may have the value that the premises give it is not known"
    if symbol in intervals and (found[1] < intervals[symbol][0] or found[0] > intervals[symbol][1]):
        return f"a premise gives {name(symbol)} another value than the one that is put in"
    return None


def _may_vanish(gap: sympy.Expr, intervals: dict[sympy.Symbol, Interval]) -> bool:
    found = range_of(gap, intervals)
    return found is not None and found[0] <= 0 <= found[1]


def _conditions_objection(facts: Facts, intervals: dict[sympy.Symbol, Interval], seed: int) -> str | None:
    """Conditions that speak of inputs alone must hold over their whole ranges; the others must leave a point."""
    others: list[Boolean] = []
    for condition in facts.domain().conditions:
        if condition.free_symbols <= set(intervals):
            truth = holds_over(condition, intervals)
            if truth is not True:
                certain = "does not hold" if truth is False else "is not known to hold"
                return f"the condition {wording.condition(condition)} {certain} for the given numbers"
        else:
            others.append(condition)
    middle = {s: (low + high) / 2 for s, (low, high) in intervals.items()}
    there = [condition.subs(middle) for condition in others]
    symbols = set().union(*(c.free_symbols for c in there))
    if sympy.false in there or not some_point(symbols, there, seed):
        return "no point was found that satisfies the conditions, with the given numbers"
    return None


def _rounding(statement: Value, quantity: sympy.Expr, system: UnitSystem) -> str | None:
    """What the number may be if the printed inputs were rounded to their digits: a verdict should not hang on that."""
    wide = statement.with_rounded_inputs()
    if wide == statement or any(isinstance(given, Enclosed) for _, given in statement.constants):
        return None  # a value along a solution was enclosed with the inputs as they are printed
    found = tight_range(quantity, {s: interval_of(c, system) for s, c in wide.constants})
    if found is None:
        return None
    ends = f"{wording.decimal_of(found[0])} to {wording.decimal_of(found[1])}"
    return f"With the printed inputs anywhere within their rounding: {ends}."


def _second_opinion_agrees(central: sympy.Expr) -> bool:
    exact = range_of(central, {})
    if exact is None:
        return False
    shown = sympy.N(central, SECOND_OPINION_DIGITS)
    if not shown.is_Float and not shown.is_Rational:
        return False
    if shown.is_Float and shown != 0 and sum(shown._mpf_[2:]) < -MOST_BITS:  # as good as zero, for both or for neither
        return bool(max(abs(end) for end in exact) <= sympy.Rational(1, 2 ** (MOST_BITS - 1)))
    second = sympy.Rational(str(shown))
    slack = AGREEMENT * max(abs(second), abs(exact[0]), abs(exact[1]))
    return bool(exact[0] - slack <= second <= exact[1] + slack)


def _compare(asked: Question) -> Finding:
    statement, central, found, low, high = asked.statement, asked.central, asked.found, asked.low, asked.high
    shown = _shown(central)
    from_print = statement.meaning.startswith((statement.number, "of the order of"))
    against = f", printed {statement.number}" if from_print else ""
    how = f"{_subject(statement)} {shown}{_in_units(statement)}{against}; {statement.meaning}."
    ratio = _ratio(central, statement.number) if from_print else None
    told = f"computed/printed = {ratio}" if ratio else None
    within = rounded_inputs.is_within(found, low, high)
    if within:
        return proved("enclosure inside the printed interval", how, told)
    if within is False:
        against = "printed" if from_print else "expected"
        counterexample = Counterexample(
            (("computed", shown), (against, statement.number)), shown, statement.number, Shape.NUMBER
        )
        fault = Fault(FaultKind.NUMBER, ratio) if ratio else None
        evidence = Evidence("enclosure outside the printed interval", how, counterexample, residual=told, fault=fault)
        return Finding(Outcome.REFUTED, Grade.BALL, evidence)
    return undecided(f"{how} The uncertainty of the constants reaches across the border of that interval.")


def _subject(statement: Value) -> str:
    """`e^2/(4·π·m) =`, in the symbols of the page, or the word for a number that is too long a formula."""
    quantity = wording.brief(statement.quantity) if statement.quantity.free_symbols else None
    return f"{quantity} =" if quantity else "Computed"


def _shown(central: sympy.Expr) -> str:
    """Twelve digits, or the number itself if it has fewer."""
    text = str(sympy.N(central, 12))
    exact = wording.value(central) if central.is_Integer else text
    return exact if len(exact) < len(text) else text


def _in_units(statement: Value) -> str:
    unit = str(statement.unit) if isinstance(statement.unit, Unit) else "1"
    return "" if unit == "1" else f" {unit}"


def _ratio(central: sympy.Expr, number: str) -> str | None:
    printed = digits_of(number).value
    if printed == 0:
        return None
    return str(sympy.N(central / printed, 6))


def _amounts(statement: Value, system: UnitSystem) -> Iterator[Amount]:
    yield decimal(statement.number), *_counted(statement.unit, system)
    for _, given in statement.constants:
        if isinstance(given, PrintedInput):
            yield decimal(given.text), *_counted(given.unit, system)


def _counted(unit: object, system: UnitSystem) -> tuple[sympy.Expr, Dimension | None]:
    """What a unit is worth, and its dimension; a bare factor other than 1 may stand for any unit."""
    if isinstance(unit, Unit):
        return unit.worth(system), unit.dimension
    return sympy.sympify(unit, strict=True), DIMENSIONLESS if unit == 1 else None


def _gives(link: Printed, statement: Value) -> bool:
    return any(is_input(link, symbol, given) for symbol, given in statement.constants)


KINDS = (
    Kind(
        Value, of_solutions(in_every_case(check)), says=is_value, gives=_gives, amounts=_amounts, spoil=spoil, mend=mend
    ),
)
