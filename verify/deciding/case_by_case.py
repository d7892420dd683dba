"""Decides a statement in every case that its premises leave.

A premise that is solved under a condition (a x = a b gives x = b where a ≠ 0) leaves another
case, in which the line may be false.  A proof needs every case; a counterexample in one
refutes.  A case without admissible points, and one in which the line is not defined and so
says nothing, count neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import sympy
from sympy.core.function import AppliedUndef

from verify.balls import compile_ball
from verify.deciding.finding import Finding, readable, undecided
from verify.deciding.settings import Settings
from verify.errors import GiveUp, UndecidableCondition
from verify.normal_form.signs import sign_set
from verify.points.domain import EmptyDomain
from verify.points.plan import Point
from verify.premises.cases import cases_of, is_impossible
from verify.premises.facts import CASE, Facts
from verify.proofs.definedness import NOWHERE_KNOWN, dropped, factors, moved, moved_needs, needs
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.solving.ideals import vanishes_with
from verify.terms.differentiability import may_jump
from verify.terms.requirements import BOUND, Requirement
from verify.terms.sign_algebra import ZERO
from verify.terms.survey import parts_of
from verify.verdicts import Evidence, Grade, Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.statements import Relation
from verify.wording import condition as in_words
from verify.wording import relation

BITS, POINTS = 128, 24
MOST_COMBINED = 2
"""Premises of which a combination is looked for."""
S = TypeVar("S")
Check = Callable[[S, Facts, "Settings"], Finding]


def in_every_case(check: Check[S]) -> Check[S]:
    """The checker, applied to the facts where their solution is unique, else to each of their cases."""

    def decided(statement: S, facts: Facts, settings: Settings) -> Finding:
        if facts.equations and is_impossible(facts):
            return undecided(_excluded(facts))
        if not facts.may_hold:
            return undecided(NOWHERE_KNOWN)
        first = None if facts.open_conditions else _checked(check, statement, facts, settings)
        if first is not None and not facts.parametrisation.residuals:
            return first
        cases = cases_of(facts)
        if not cases:
            return undecided(_excluded(facts))
        if first is not None and first.outcome is not Outcome.UNDECIDED:
            return first
        if cases == (facts,):
            return first or _checked(check, statement, facts, settings)
        return _together(check, statement, facts, cases, settings)

    return decided


def in_cases_where_needed(check: Check[S]) -> Check[S]:
    """The same for a checker that leaves the statement undecided by itself where its premises have several cases.

    Statements about functions use their premises in a way of their own (`verify.deciding.function_premises`).
    """

    def decided(statement: S, facts: Facts, settings: Settings) -> Finding:
        first = check(statement, facts, settings)
        if first.outcome is not Outcome.UNDECIDED or not facts.open_conditions:
            return first
        cases = cases_of(facts)
        return first if cases in ((), (facts,)) else _together(check, statement, facts, cases, settings)

    return decided


def as_combination(statement: Relation, facts: Facts) -> Finding | None:
    """A proof of an equality whose sides differ by a combination of what its premises, as they are printed, say is zero.

    No premise is solved, so that no case is lost, and nothing is put in: it holds at each point at which they do.
    """
    sides = statement.lhs, statement.rhs
    stated = {*facts.conditions, *facts.handed_on}
    equations = tuple(eq for eq in facts.equations if all(isinstance(c, sympy.Ne) and c in stated for c in eq.where))
    if (
        statement.rel != "=="
        or not 0 < len(equations) <= MOST_COMBINED
        or any(
            parts_of(side, *BOUND, sympy.Limit) for side in (*sides, *(s for eq in equations for s in (eq.lhs, eq.rhs)))
        )
    ):
        return None
    if is_impossible(facts) or not facts.may_hold or not vanishes_with(*sides, equations):
        return None
    if (nowhere := no_point_of(facts)) is not None:
        return undecided(nowhere)
    needed = dropped(sides, lambda side: side, facts)
    if needed is None or not any(_is_defined(statement, case) for case in cases_of(facts)):
        return None
    labels = ", ".join(dict.fromkeys(f"({eq.label})" for eq in equations if eq.label in facts.labels))
    detail = f"The difference of the two sides is a combination of the differences that vanish by {labels}."
    conditions = readable(as_conditions((*must_not_vanish(sides), *needed)), facts.domain(*sides))
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence("division with remainder", detail, conditions=conditions))


def no_point_of(facts: Facts) -> str | None:
    """Why a proof without a point may be vacuous: none was found that meets the conditions and the premises; else None.

    A premise that is a polynomial, or speaks of functions or integrals, is taken to leave points, unless it is known to leave none.
    """
    try:
        domain = facts.domain(*(side for eq in facts.parametrisation.residuals for side in (eq.lhs, eq.rhs)))
        points = list(domain.points(count=POINTS)) if domain.conditions or facts.parametrisation.residuals else []
    except EmptyDomain as problem:
        return f"no point on all premises was found: {problem}"
    except UndecidableCondition:
        return None
    left = next((eq for eq in facts.parametrisation.residuals if not _may_be_met(eq.lhs - eq.rhs, points)), None)
    return None if left is None else f"no point was found at which premise ({left.label}) holds"


def _may_be_met(difference: sympy.Expr, points: Sequence[Point]) -> bool:
    """False where a difference that is no polynomial has one sign at all points, or may jump over zero."""
    symbols = difference.free_symbols
    numerator = sympy.fraction(sympy.together(difference))[0]
    if numerator.is_polynomial(*symbols) or difference.has(
        AppliedUndef, *BOUND, sympy.Limit, sympy.Derivative, sympy.Subs
    ):
        return True
    signs = set[bool]()
    try:
        evaluated = compile_ball(difference)
        for point in (p for p in points if symbols <= p.keys()):
            value = evaluated(point, BITS)
            if value.is_zero() or not value.imag.is_zero():
                return True
            if value.is_finite() and not value.real.contains(0):
                signs.add(bool(value.real > 0))
    except GiveUp:
        return True
    return len(signs) != 1 and not may_jump(difference, symbols)


def _excluded(facts: Facts) -> str:
    if facts.clash is None:
        return "the premises exclude each other: no admissible point satisfies them all"
    turned = relation(facts.clash.lhs, facts.clash.rhs)
    return f"the premises exclude each other: the others turn ({facts.clash.label}) into {turned}"


def _checked(check: Check[S], statement: S, facts: Facts, settings: Settings) -> Finding:
    """The finding; a proof that rests on a solution which is unique only under conditions is none."""
    try:
        finding = check(statement, facts, settings)
    except EmptyDomain as problem:
        if not facts.equations:
            raise
        return undecided(f"no point on all premises was found: {problem}")
    if not finding.outcome.holds or not facts.open_conditions:
        return finding
    known = ", ".join(map(in_words, facts.open_conditions))
    return undecided(f"it is shown where {known}; the other cases are not decided")


def _together(check: Check[S], statement: S, facts: Facts, cases: tuple[Facts, ...], settings: Settings) -> Finding:
    shown: list[tuple[Facts, Finding]] = []
    silent: list[Facts] = []
    open_case: tuple[Facts, str] | None = None
    for case in cases:
        if not _is_defined(statement, case):
            silent.append(case)
            continue
        finding = _checked(check, statement, case, settings)
        if finding.outcome is Outcome.REFUTED:
            return finding.retold(lambda told: _in_the_case(told, case, facts))  # noqa: B023 - returned at once
        if finding.outcome is Outcome.UNDECIDED:
            if settings.only_proofs:
                return finding  # what the other cases say makes no proof of it
            open_case = open_case or (case, finding.evidence.detail)
        else:
            shown.append((case, finding))
    if open_case is not None:
        return undecided(f"in the case {_named(open_case[0], facts)}: {open_case[1]}")
    if not shown:
        return undecided("the premises leave no case in which the line is defined")
    return _all_hold(shown, _not_missed(statement, silent, facts), facts)


def _not_missed(statement: Any, silent: list[Facts], facts: Facts) -> tuple[str, ...]:
    """What excludes the cases in which the line says nothing: the needs that fail there, as they are printed."""
    found: dict[str, None] = {}
    for case in silent:
        put = case.parametrisation.apply
        failing = [f for need in needs(statement.expressions()) if _is_missed(moved(need, put)) for f in factors(need)]
        apart = [relation(eq.lhs, eq.rhs, "!=") for eq in _apart(case, facts)[-1:]]
        found |= dict.fromkeys(readable(as_conditions(failing), facts.domain()) or apart)
    return tuple(found)


def _all_hold(shown: list[tuple[Facts, Finding]], undefined: tuple[str, ...], facts: Facts) -> Finding:
    weakest = next((f for _, f in shown if f.outcome is Outcome.CORROBORATED), shown[0][1])
    names = "; ".join(_named(case, facts) for case, _ in shown)

    def tell(told: Evidence) -> Evidence:
        conditions = dict.fromkeys((*told.conditions, *undefined))
        for _, finding in shown if len(shown) > 1 else ():
            conditions |= dict.fromkeys(c for c in finding.evidence.conditions)
        apart = {in_words(c) for case, _ in shown for c in case.conditions if c not in facts.conditions}
        kept = tuple(c for c in conditions if c in undefined or c not in apart)
        detail = (
            told.detail
            if len(shown) == 1
            else f"It holds in each case that the premises leave ({names}). {told.detail}"
        )
        return replace(told, detail=detail, conditions=kept)

    return weakest.retold(tell)


def _in_the_case(told: Evidence, case: Facts, facts: Facts) -> Evidence:
    return replace(told, detail=f"In the case {_named(case, facts)}: {told.detail[:1].lower()}{told.detail[1:]}")


def _named(case: Facts, facts: Facts) -> str:
    """What is known in the case only: `a = 0`."""
    equations = [relation(eq.lhs, eq.rhs) for eq in _apart(case, facts)]
    conditions = [in_words(c) for c in case.conditions if c not in facts.conditions]
    return ", ".join((*equations, *conditions)) or "at hand"


def _apart(case: Facts, facts: Facts) -> list[Equation]:
    return [eq for eq in case.equations if eq.label == CASE and eq not in facts.equations]


def _is_defined(statement: Any, case: Facts) -> bool:
    """False if a side of the line, as it is printed, is certainly undefined in the whole case."""
    sides, put = statement.expressions(), case.parametrisation.apply
    return not any(_is_undefined(put(side)) for side in sides) and not any(map(_is_missed, moved_needs(sides, put)))


def _is_undefined(expression: sympy.Expr) -> bool:
    return expression.has(sympy.zoo, sympy.nan, sympy.oo, -sympy.oo) and not expression.has(
        sympy.Integral, sympy.Sum, sympy.Limit
    )


def _is_missed(need: sympy.Basic) -> bool:
    """Does what must not vanish do so certainly?"""
    return not isinstance(need, Requirement) and (_is_undefined(need) or sign_set(need) == ZERO)
