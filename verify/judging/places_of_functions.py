"""What functions need where a line speaks of them, asked before it is decided in any way (`verify.calculus.functions_at_places`).

Whatever decides the line puts definitions in, and computes; or takes f(0) for a number.  Neither may hide that f(x) = 1/x
says nothing of f(0).  So what is not certainly met is told as a condition, a line of which something is met
nowhere is left open, and a refutation is one where all of it is met.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.calculus.functions_at_places import (
    NoValue,
    as_open_conditions,
    asked_at_places,
    asked_of_laws,
    definitions_of,
    runs_over,
)
from verify.deciding.finding import Finding, readable, undecided
from verify.errors import ClaimError
from verify.kinds.under_derivatives import arguments_of
from verify.premises.facts import Facts
from verify.terms.requirements import Requirement
from verify.verdicts import Outcome
from verify.vocabulary.statement import Statement

NO_VALUE = "where a function stands, its definition is not known to have a value"


def asked_of(statement: Statement, facts: Facts) -> tuple[Boolean, ...] | None:
    """The conditions under which the functions of the line have values by their definitions; None where they may have none anywhere.

    What a statement is said of point by point is left to those who look at the points.
    """
    printed = [e for e in statement.expressions() if isinstance(e, sympy.Basic)]
    given = [*(side for eq in facts.equations for side in (eq.lhs, eq.rhs)), *facts.conditions]
    if not any(e.has(AppliedUndef) for e in (*printed, *given)):
        return ()
    definitions = definitions_of(facts.equations)
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
    points = arguments_of(statement)
    return None if asked is None else tuple(c for c in asked if not c.free_symbols & points)


def _without_laws(facts: Facts) -> Facts:
    """What else is known: that a law is defined somewhere is no reason for it to be defined at every place."""
    laws = [eq for eq in facts.equations if runs_over(eq.lhs, eq.rhs)]
    return replace(facts, equations=tuple(eq for eq in facts.equations if eq not in laws)) if laws else facts


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
