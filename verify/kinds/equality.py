"""Does a relation follow from its premises?

The premises are solved for their dependent symbols (each solution unique, see
`verify.premises.execution`), so the printed relation becomes one in free symbols, on the domain that
the assumptions and conditions leave.  There it is refuted or proved.  Without premises
this is the plain identity.

Why a refutation cannot lie: besides the certified gap, the point is put into the premises
as they are written, and confirmed there (`verify.premises.confirmation`); and the line as it is printed is
defined there (`verify.proofs.definedness`).
Why a proof cannot lie: every admissible point of the premises is of the substituted form,
in one of the cases that `verify.deciding.case_by_case` goes through; what the printed line needs in
order to be defined, and the substituted one no longer shows, is told as a condition.

A relation between functions of its arguments is decided for all of their values, and its premises
are put in for parameters only (`verify.deciding.function_premises`, where it says why that cannot lie).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import sympy

from verify.deciding.case_by_case import as_combination, in_cases_where_needed, in_every_case, no_point_of
from verify.deciding.decide import Finding, decide, readable, refutation, undecided
from verify.deciding.function_premises import about_functions
from verify.deciding.sentences import BOTH, both_brief, factor_between, listed, they_differ, told_factor, values_of
from verify.deciding.settings import Settings
from verify.errors import UndecidableCondition
from verify.grammar.parser import Relation as Printed
from verify.jets.question import InJets, in_jets
from verify.kinds.along_processes import of_processes
from verify.kinds.kind import Kind, Mended, Spoiled
from verify.kinds.laws_in_play import Opaque, as_laws_leave, before_values
from verify.kinds.printed import is_relation
from verify.kinds.under_derivatives import (
    all_sides,
    between_slopes,
    derivative_of_two_meanings,
    held_under_a_sign,
    law_of,
    of_the_one_function,
    with_laws_under_integrals,
)
from verify.points.domain import Domain, EmptyDomain
from verify.points.plan import Point
from verify.premises.confirmation import full_point, objection
from verify.premises.facts import CONDITION, Facts
from verify.premises.function_values import function_values
from verify.premises.interpolation import FunctionValues, without_idle_conditions
from verify.proofs.definedness import NOWHERE, dropped
from verify.proofs.equality import prove_equal
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.ideals import vanishes_with
from verify.terms.survey import by_name, parts_of
from verify.verdicts import Counterexample, Evidence, Fault, Grade, Outcome
from verify.vocabulary.statements import Relation
from verify.wording import brief, words
from verify.wording import point as told_point

REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "!=": "=="}


ARTICLES = ("The", "Every", "Both", "Sums", "Integrals", "Minus")
"""Words that begin a sentence about both sides; a symbol keeps its capital letter."""


@as_laws_leave
def _by_premises(statement: Relation, facts: Facts, settings: Settings) -> Finding:
    """Follows from its premises, or, with arguments, for all functions that these leave."""
    of_slopes = between_slopes(statement, facts, lambda line, given: check(line, given, settings))
    if of_slopes is not None:
        return of_slopes
    try:
        finding = _checked(statement, facts, settings)
    except UndecidableCondition:  # on derivatives, which have no values before they are letters
        with_laws = _with_laws(statement, facts, settings) or of_the_one_function(statement, facts, settings, check)
        if with_laws is None:
            raise
        return with_laws
    if finding.outcome is not Outcome.UNDECIDED:
        return finding
    if facts.integrated is not None and not statement.arguments:
        again = _checked(statement, facts.integrated, settings)
        if again.outcome is Outcome.PROVED:
            return again
    return _with_laws(statement, facts, settings) or of_the_one_function(statement, facts, settings, check) or finding


def _with_laws(statement: Relation, facts: Facts, settings: Settings) -> Finding | None:
    """What follows from differential equations, if anything does (`verify.jets.question`)."""
    jets = in_jets(statement, facts)
    if jets is None:
        return None
    finding = _between_values_of_functions(jets, replace(settings, only_proofs=False))
    return None if finding.outcome is Outcome.UNDECIDED else finding


check = of_processes(_by_premises, _with_laws)
"""The same, with differentials as what they are along curves."""


def _checked(statement: Relation, facts: Facts, settings: Settings) -> Finding:
    """The same without the derivatives of what the premises say."""
    if statement.arguments:
        return _between_functions(statement, facts, settings)
    facts = without_idle_conditions(statement, facts)
    values = function_values(statement, facts)
    if values is None:
        finding = _by_laws_under_integrals(statement, facts, settings) or _between_values(statement, facts, settings)
    else:
        finding = _between_values_of_functions(values, replace(settings, only_proofs=False))
    if finding.outcome is not Outcome.UNDECIDED or settings.quick:
        return finding
    if held_under_a_sign(statement, facts) is not None:
        return finding
    return as_combination(statement, facts) or finding


def _by_laws_under_integrals(statement: Relation, facts: Facts, settings: Settings) -> Finding | None:
    """A proof with what premises say of every place put under the integrals of the line, and with no premise elsewhere."""
    put = with_laws_under_integrals(statement, facts) if facts.equations and statement.rel == "==" else None
    if put is None:
        return None
    finding = _between_values(put, replace(facts, equations=(), route=None, behind=()), settings)
    return _with_premises(finding, statement, facts) if finding.outcome is Outcome.PROVED else None


def _between_values_of_functions(values: FunctionValues | InJets, settings: Settings) -> Finding:
    """As between numbers, for all functions with such values (`verify.premises.function_values`, `verify.jets`)."""
    finding = _between_values(values.statement, values.facts, settings)
    if finding.outcome is not Outcome.REFUTED:
        needed = readable(values.hidden, values.facts.without_conditions(values.hidden).domain())
        return finding.retold(lambda told: told.provided(needed)) if finding.outcome.holds and needed else finding
    if finding.refuted is None:
        return undecided(
            "the sides differ, but not at a point of which it is known that functions have such values there"
        )
    against = values.objection(finding.point)
    if against is not None and values.apart:
        try:
            finding = _between_values(values.statement, values.facts.narrowed(conditions=values.apart), settings)
        except EmptyDomain:
            return undecided(f"the sides differ, but {against}")
        if finding.outcome is Outcome.REFUTED and finding.refuted is not None:
            against = values.objection(finding.point)
    if against is not None:
        return undecided(f"the sides differ, but {against}")
    return finding.retold(partial(_with_an_example, values, finding.point))


def _with_an_example(values: FunctionValues | InJets, point: Point, told: Evidence) -> Evidence:
    example = values.example(point)
    return replace(told, detail=f"{told.detail} So it is with {example}.") if example else told


@in_cases_where_needed
def _between_functions(statement: Relation, facts: Facts, settings: Settings) -> Finding:
    given = about_functions(facts, statement.arguments, statement, definitions=False, pointwise=True)
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    sides = statement.lhs, statement.rhs
    lhs, rhs = (carried_out(given.apply(side), statement.arguments) for side in sides)
    lost = dropped(sides, given.apply, given.facts, (lhs, rhs))
    if lost is None:
        return undecided(NOWHERE)
    finding = decide(
        lhs,
        rhs,
        given.facts.domain(lhs, rhs, *lost),
        statement.rel,
        seed=settings.seed,
        quick=settings.quick,
        proofs=settings.proofs,
        lost=lost,
    )
    kept = given.keep(finding)
    is_changed = (lhs, rhs) != tuple(carried_out(side, statement.arguments) for side in sides)
    return _with_premises(kept, statement, given.facts) if is_changed and kept.outcome is Outcome.PROVED else kept


def carried_out(side: sympy.Expr, arguments: Iterable[sympy.Symbol]) -> sympy.Expr:
    """The derivatives by the arguments taken: what does not show an argument does not depend on it.

    A premise that links the two has left the relation undecided.  Where the derivatives exist is asked of the side
    as it is printed.
    """
    known = set(arguments)

    def is_taken(part: sympy.Basic) -> bool:
        return isinstance(part, sympy.Derivative) and known.issuperset(part.variables)

    def is_empty(part: sympy.Basic) -> bool:
        return isinstance(part, sympy.Subs) and not part.expr.free_symbols & set(part.variables)

    # At once, from the inside out: SymPy cannot compare the places that are left without a variable.
    if not parts_of(side, sympy.Derivative, sympy.Subs):
        return side
    return side.replace(
        lambda part: is_taken(part) or is_empty(part),
        lambda part: sympy.diff(part.expr, *part.variable_count) if is_taken(part) else part.expr,
    )


@in_every_case
def _between_values(statement: Relation, facts: Facts, settings: Settings) -> Finding:
    held = held_under_a_sign(statement, facts)
    if held is not None:
        unclear = derivative_of_two_meanings(all_sides(statement, facts), facts)
        found = None if unclear is None else _by_the_printed_route(statement, facts, unclear)
        return found or undecided(held)
    printed = statement
    statement = replace(statement, lhs=before_values(statement.lhs, facts), rhs=before_values(statement.rhs, facts))
    solved = facts.parametrisation
    lhs, rhs = solved.apply(statement.lhs), solved.apply(statement.rhs)
    lost = dropped((printed.lhs, printed.rhs), solved.apply, facts, (lhs, rhs)) if facts.equations else ()
    if lost is None:
        return undecided(NOWHERE)
    finding = decide(
        lhs,
        rhs,
        facts.domain(lhs, rhs, *lost),
        statement.rel,
        seed=settings.seed,
        quick=settings.quick,
        proofs=settings.proofs,
        lost=lost,
    )
    if not facts.equations:
        return finding
    if finding.outcome is Outcome.REFUTED:
        law = law_of(all_sides(statement, facts), facts)
        if law is not None:
            more = f"{'a condition' if law == CONDITION else f'({law})'} may be said of every argument, and a derivative or an integral of the function stands here"
            return _by_the_printed_route(statement, facts) or undecided(more)
        if settings.only_proofs and not solved.residuals:  # with residuals, another route may still prove it
            return undecided("the sides differ at a point that the premises may exclude")
        return _at_a_point_on_the_premises(finding, statement, facts, lost, settings)
    if finding.outcome is Outcome.PROVED:
        return _with_premises(finding, statement, facts)
    finding = finding.without_numbers() if solved.residuals or facts.open_conditions else finding
    return _by_the_printed_route(statement, facts) or _modulo_the_premises(statement, facts, lost) or finding


def _with_premises(finding: Finding, statement: Relation, facts: Facts) -> Finding:
    """The proof, told with its premises.

    What solving them asked for is no condition of the line.  That a solution is unique is implied by the facts, or
    nothing is proved (`verify.deciding.case_by_case`); what a solution demands, its equation says itself.
    """
    named = _named(facts)

    def tell(told: Evidence) -> Evidence:
        return replace(told, detail=_after(named, told.detail, statement) if named else told.detail)

    return finding.retold(tell)


def _named(facts: Facts) -> str:
    """The premises by their labels, `(7), (8) and (x.E2)`; nothing for conditions alone."""
    labels = [f"({label})" for label in facts.labels if label != CONDITION]
    return listed(labels) if labels else ""


def _after(named: str, detail: str, statement: Relation) -> str:
    """`Both sides are X.` becomes `With (7) and (8), both sides become X.`, or `Y becomes X.` where only Y is changed."""
    if detail.startswith(BOTH):
        result = detail.removeprefix(BOTH)
        for kept, turned in ((statement.lhs, statement.rhs), (statement.rhs, statement.lhs)):
            if f"{brief(kept)}." == result and brief(turned):
                return f"With {named}, {brief(turned)} becomes {result}"
        return f"With {named}, both sides become {result}"
    first, _, rest = detail.partition(" ")
    return f"With {named}: {first.lower() if first in ARTICLES else first} {rest}"


def _at_a_point_on_the_premises(
    finding: Finding, statement: Relation, facts: Facts, lost: tuple[sympy.Expr, ...], settings: Settings
) -> Finding:
    """Keeps the refutation only if every premise is shown to hold on the parametrised set.

    Where nobody asks for the simplest point, the first will do, at which other mutants of the line were looked at as well.
    """
    solved = facts.parametrisation
    if solved.residuals:
        labels = ", ".join(f"({eq.label})" for eq in solved.residuals)
        shown = _by_the_printed_route(statement, facts) or _modulo_the_premises(statement, facts, lost)
        return shown or undecided(
            f"premise {labels} could not be solved for one of its symbols, so no point on all premises is known"
        )
    if settings.quick and finding.refuted is not None and not facts.also:
        first = refutation(finding.refuted.as_found())
        if objection(facts, first.point) is None:
            return first
    against = objection(facts, finding.point)
    if against is not None:
        return undecided(f"the sides differ, but {against}")

    def tell(told: Evidence) -> Evidence:
        point = full_point(facts, finding.point)
        pairs = told_point({s: point[s] for s in sorted(point, key=by_name) if not isinstance(s, sympy.Dummy)})
        assert told.counterexample is not None
        detail, fault = _not_from_the_premises(statement, facts, pairs, told.counterexample)
        shown = replace(told.counterexample, point=pairs, sides=both_brief(statement.lhs, statement.rhs))
        return replace(told, detail=detail, counterexample=shown, fault=fault if statement.rel == "==" else told.fault)

    return finding.retold(tell)


def _not_from_the_premises(
    statement: Relation, facts: Facts, point: tuple[tuple[str, str], ...], found: Counterexample
) -> tuple[str, Fault | None]:
    """The refutation as a sentence for a physicist: what the premises make of both sides, or what these are at a point."""
    named = _named(facts)
    several = " and " in named
    does_not = f"It does not follow from {named or 'its conditions'}"
    after = facts.parametrisation.apply(statement.lhs), facts.parametrisation.apply(statement.rhs)
    apart = factor_between(*after) if statement.rel == "==" and named else None
    if apart is not None:
        turn = "turn" if several else "turns"
        sides = f"{words(after[0])} and {words(after[1])}"
        return f"{does_not}, which {turn} its sides into {sides}: {told_factor(apart)}.", apart
    values = values_of(point)
    where = f"with {values}" if values else "at the counterexample"
    sides = they_differ((statement.lhs, statement.rhs), (found.lhs, found.rhs), statement.rel)
    hold = "they all hold" if several else "it holds" if named else "these hold"
    return f"{does_not}: {where} {hold}, and {sides}.", None


def _by_the_printed_route(statement: Relation, facts: Facts, unclear: sympy.Derivative | None = None) -> Finding | None:
    """The line that the moves arrive at is this line, side by side, and no solution on the way loses a case.

    A derivative of two meanings is not carried out to compare them, unless a move of the page has done so; nor is a
    derivative, an integral or a sum of a function of which a line in play says more than that it is smooth.
    """
    if statement.rel != "==" or not facts.arrives_everywhere():
        return None
    for arrival in facts.arrivals:
        letters = Opaque(statement, arrival, facts, unclear)
        if not letters.may_be_compared:
            continue
        both = (arrival.lhs, statement.lhs), (arrival.rhs, statement.rhs)
        proofs = [prove_equal(letters.put(a), letters.put(b)) for a, b in both]
        if None not in proofs:
            if no_point_of(facts) is not None:
                return None
            known = Domain.of(statement.lhs, statement.rhs, facts.conditions)
            conditions = readable((c for proof in proofs if proof is not None for c in proof.conditions), known)
            detail = "The moves arrive at this line, and both sides are identical to it."
            return Finding(Outcome.PROVED, Grade.EXACT, Evidence("the printed route", detail, conditions=conditions))
    return None


def _modulo_the_premises(statement: Relation, facts: Facts, lost: tuple[sympy.Expr, ...]) -> Finding | None:
    """The difference of the sides is a combination of those of the premises that could not be solved."""
    solved = facts.parametrisation
    lhs, rhs = solved.apply(statement.lhs), solved.apply(statement.rhs)
    if statement.rel != "==" or not solved.residuals or not vanishes_with(lhs, rhs, solved.residuals):
        return None
    if nowhere := no_point_of(facts):
        return undecided(nowhere)
    labels = ", ".join(dict.fromkeys(f"({eq.label})" for eq in facts.equations if eq.label in facts.labels))
    detail = f"The difference of the two sides is a combination of the differences that vanish by {labels}."
    conditions = readable(as_conditions((*must_not_vanish((lhs, rhs)), *lost)), facts.domain(lhs, rhs))
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence("division with remainder", detail, conditions=conditions))


def _alone(link: Printed, statement: Relation) -> bool | None:
    if link.rhs_unit is not None:
        return None
    sides = (statement.lhs, statement.rhs)
    if statement.rel not in ("==", "!="):  # a few ev_F/(2πR)
        return any((side / link.rhs).is_Rational for side in sides)
    return any(prove_equal(link.rhs, side) is not None for side in sides)


def _spoil(relation: Relation) -> Spoiled:
    if relation.rel in REVERSED:
        yield "inequality reversed", replace(relation, rel=REVERSED[relation.rel])
    if relation.rel not in ("==", "!="):
        yield "equality instead of inequality", replace(relation, rel="==")


def _mend(statement: Relation, facts: Facts, settings: Settings) -> Mended:
    if statement.rel in REVERSED and statement.rel not in ("==", "!="):
        yield replace(statement, rel=REVERSED[statement.rel]), "reversal", "the inequality should be reversed"


KINDS = (Kind(Relation, check, says=is_relation, alone=_alone, spoil=_spoil, mend=_mend),)
