"""What functions need where a line speaks of them, asked before it is decided in any way (`verify.calculus.functions_at_places`).

Whatever decides the line puts definitions in, and computes; or takes f(0) for a number.  Neither may hide that f(x) = 1/x
says nothing of f(0).  So what is not certainly met is told as a condition, a line of which something is met
nowhere is left open, and a refutation is one where all of it is met.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import (
    NoValue,
    as_open_conditions,
    asked_at_places,
    asked_of_laws,
    both_ways,
    definitions_of,
    runs_over,
)
from verify.deciding.finding import Finding, readable, undecided
from verify.errors import ClaimError, UndecidableCondition
from verify.kinds.under_derivatives import arguments_of
from verify.points.domain import EmptyDomain
from verify.premises.facts import Facts
from verify.terms.requirements import Requirement
from verify.verdicts import Outcome
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

NO_VALUE = "where a function stands, its definition is not known to have a value"


def asked_of(statement: Statement, facts: Facts) -> tuple[Boolean, ...] | None:
    """The conditions under which the functions of the line have values by their definitions; None where they may have none anywhere.

    What a statement is said of point by point is left to those who look at the points.
    """
    printed = [e for e in statement.expressions() if isinstance(e, sympy.Basic)]
    given = [*(side for eq in facts.equations for side in (eq.lhs, eq.rhs)), *facts.conditions]
    if not any(e.has(AppliedUndef) for e in (*printed, *given)):
        return ()
    definitions = definitions_of(both_ways(facts.equations))
    variables = runs_over(*printed)
    try:
        at_places, of_premises = asked_at_places(printed, definitions), asked_at_places(given, definitions)
        found = (*at_places.found, *asked_of_laws(variables, facts.equations, definitions))
    except NoValue:
        return None
    granted = dict.fromkeys((*at_places.alike, *of_premises.found, *of_premises.alike))
    if not found and not granted:
        return ()
    known = _without_laws(facts)
    apply = known.parametrisation.apply
    if as_open_conditions(granted, (), known, apply) is None:
        return None
    asked = as_open_conditions(dict.fromkeys(found), printed, known, apply)
    points = _points_of(statement)
    return None if asked is None else tuple(c for c in asked if not c.free_symbols & points)


def _points_of(statement: Statement) -> set[sympy.Symbol]:
    """The symbols of which it is said for every value, or of which it says where they are."""
    named = () if isinstance(statement, Relation) else (getattr(statement, field.name) for field in fields(statement))
    return {*arguments_of(statement), *(thing for thing in named if isinstance(thing, sympy.Symbol))}


def _without_laws(facts: Facts) -> Facts:
    """What else is known: that a law is defined somewhere is no reason for it to be defined at every place."""
    laws = [eq for eq in facts.equations if runs_over(eq.lhs, eq.rhs)]
    return replace(facts, equations=tuple(eq for eq in facts.equations if eq not in laws)) if laws else facts


def exclude_each_other(asked: tuple[Boolean, ...], facts: Facts) -> bool:
    """Is there no point at which the functions have values and the conditions of the line are met?"""
    relations = tuple(c for c in asked if not isinstance(c, Requirement))
    try:
        next(_without_laws(facts).narrowed(conditions=relations).domain().points(count=1), None)
    except EmptyDomain:
        return True
    except (ClaimError, UndecidableCondition):
        pass
    return False


def heeding(finding: Finding, asked: tuple[Boolean, ...], facts: Facts, again: Callable[[Facts], Finding]) -> Finding:
    """The finding with what was asked: told of what holds, and met where the line is refuted."""
    if not asked or finding.outcome is Outcome.UNDECIDED:
        return finding
    if finding.outcome.holds:
        needed = readable(asked, _without_laws(facts).domain())
        return finding.retold(lambda told: told.provided(needed)) if needed else finding
    if any(isinstance(c, Requirement) for c in asked):
        return undecided(NO_VALUE)
    try:
        return again(facts.narrowed(conditions=asked))
    except ClaimError:
        return undecided(NO_VALUE)
