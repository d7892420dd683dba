"""Every kind of statement about functions that premises define: it is decided with their definitions put in (`verify.jets.definitions`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from verify.deciding.case_by_case import Check
from verify.deciding.finding import Finding, readable, undecided
from verify.deciding.sentences import listed
from verify.deciding.settings import Settings
from verify.errors import ClaimError, UndecidableCondition
from verify.jets.definitions import Unfolded, unfolded
from verify.premises.facts import Facts
from verify.premises.function_values import function_values
from verify.verdicts import Evidence, Outcome
from verify.vocabulary.laws import law_of_all
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

CANNOT_BE_ASKED = (ClaimError, ArithmeticError, TypeError, ValueError, AttributeError, LookupError, NotImplementedError)
"""What a checker raises where the statement is none of its kind with the definitions in it."""

AS_THEY_STAND = "As they stand: "


def with_definitions(check: Check[Any]) -> Check[Any]:
    """The checker, asked with definitions of functions put in, and as before where that decides nothing.

    A relation between values of functions is asked as one between numbers first (`verify.premises.function_values`).
    """

    def decided(statement: Any, facts: Facts, settings: Settings) -> Finding:
        put_in = unfolded(statement, facts)
        if put_in is None:
            return check(statement, facts, settings)
        first = check(statement, facts, settings) if knows_values(statement, facts) else None
        if first is not None and first.outcome is not Outcome.UNDECIDED:
            return first
        found = _of_what_is_put_in(check, put_in, settings)
        if found is not None and found.outcome is not Outcome.UNDECIDED:
            return found
        return first or _as_it_stands(check, statement, facts, settings, found)

    return decided


def knows_values(statement: Statement, facts: Facts) -> bool:
    """Is it a relation between values of functions, which heeds of which arguments each premise is said?"""
    return isinstance(statement, Relation) and not statement.arguments and function_values(statement, facts) is not None


def _of_what_is_put_in(check: Check[Any], put_in: Unfolded, settings: Settings) -> Finding | None:
    try:
        found = check(put_in.statement, put_in.facts, settings)
    except CANNOT_BE_ASKED:
        return None
    if found.outcome is Outcome.UNDECIDED:
        return found
    if found.outcome is Outcome.REFUTED:
        law = put_in.law or law_of_all(put_in.statement, put_in.facts.equations)
        if law is not None:
            return undecided(f"the statement fails, but {law} may be said of every argument of a function")
    needed = readable(put_in.needed, put_in.facts.without_conditions(put_in.needed).domain())
    labels = listed([f"({label})" for label in put_in.labels])

    def tell(told: Evidence) -> Evidence:
        told = replace(told, detail=f"With {labels} put in: {told.detail.removeprefix(AS_THEY_STAND)}")
        return told.provided(needed) if found.outcome.holds and needed else told

    return found.retold(tell)


def _as_it_stands(
    check: Check[Any], statement: Statement, facts: Facts, settings: Settings, before: Finding | None
) -> Finding:
    """As without definitions, where a premise on f(x) may be said of one x only; what was left open with them is told."""
    try:
        found = check(statement, facts, settings)
    except ClaimError:
        if before is None:
            raise
        return before
    except UndecidableCondition as problem:
        return before or undecided(str(problem))
    if found.outcome is Outcome.REFUTED and (law := law_of_all(statement, facts.equations)) is not None:
        return before or undecided(f"premise ({law}) may be said of every argument of a function or index")
    return before if before is not None and found.outcome is Outcome.UNDECIDED else found
