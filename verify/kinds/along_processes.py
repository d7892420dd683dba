"""Relations between differentials: what follows from equations between them, and from those that hold in every state.

At one state, differentials are numbers like others, on which premises may be equations; what is proved of these needs no more.
Everything else is asked along curves (`verify.jets.differentials`, where it says why that cannot lie).  A line is left open whose
premises leave what it speaks of no room to vary, and one that holds only as premises together make a differential zero
which none of them says is zero: of equations that hold along two processes nothing follows that holds along either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import sympy

from verify.deciding.case_by_case import Check
from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.jets.differentials import (
    Process,
    differentials_in,
    may_be_integrated,
    premises_in_differentials,
    said_of_every_state,
    spoken_of,
    what_leaves_no_room,
)
from verify.premises.facts import Facts, tying
from verify.verdicts import Outcome
from verify.vocabulary.differentials import DifferentialSymbol
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation, Value
from verify.wording import words

NO_ROOM = "({}) leaves something that is not declared constant no room to vary, or holds at one place only"

Laws = Callable[[Relation, Facts, Settings], Finding | None]


def of_processes(check: Check[Relation], laws: Laws) -> Check[Relation]:
    """The checker, with lines and premises that have differentials asked along curves where that is needed."""

    def decided(statement: Relation, facts: Facts, settings: Settings) -> Finding:
        spoken = spoken_of(statement, facts)
        if not spoken:
            return check(statement, facts, settings)
        finding = _decided(check, laws, statement, facts, settings)
        if finding.outcome is Outcome.UNDECIDED:
            return finding
        fixed = what_has_no_room(spoken, facts, finding.outcome)
        if fixed is not None:
            return undecided(NO_ROOM.format(fixed))
        if settings.quick or not finding.outcome.holds:
            return finding
        still = _at_rest(check, statement, facts, settings)
        if still is not None:
            return undecided(f"with what is declared constant, the premises leave {words(still.of)} no room to vary")
        empty = _is_empty(check, laws, statement, facts, settings)
        return (
            finding
            if empty is None
            else undecided(f"the premises together say {words(empty)} = 0, which none of them says")
        )

    return decided


def objection_to(statement: Statement, facts: Facts, finding: Finding) -> str | None:
    """Why another statement than a relation is not decided by equations between differentials; None if nothing is said against it.

    A value that premises determine at a state is what they say along every curve, too; a curve or a case that fails may do so where
    no curve passes.
    """
    if isinstance(statement, Relation) or finding.outcome is Outcome.UNDECIDED or not spoken_of(statement, facts):
        return None
    if finding.outcome is Outcome.REFUTED and not isinstance(statement, Value):
        return "it fails at a state, but it is not known that a process passes there"
    fixed = what_has_no_room(spoken_of(statement, facts), facts, finding.outcome)
    return None if fixed is None else NO_ROOM.format(fixed)


def what_has_no_room(spoken: Iterable[DifferentialSymbol], facts: Facts, outcome: Outcome) -> str | None:
    """The label of a premise that leaves what varies no room: against a proof, something of which a differential is spoken."""
    for constants in {one.constants for one in spoken}:
        moving = None if outcome is Outcome.REFUTED else {one.of for one in spoken if one.constants == constants}
        found = what_leaves_no_room(facts, constants, moving)
        if found is not None:
            return found
    return None


def _at_rest(
    check: Check[Relation], statement: Relation, facts: Facts, settings: Settings
) -> DifferentialSymbol | None:
    """A differential of the line that is zero if all that premises say of a state they say of every state."""
    quick = replace(settings, quick=True)
    for one in sorted(differentials_in(statement.expressions()), key=str) if facts.equations else ():
        given = premises_in_differentials(facts, one.constants)
        try:
            if given.equations and check(Relation(one, sympy.S.Zero, "=="), given, quick).outcome.holds:
                return one
        except ClaimError:
            continue
    return None


def _decided(check: Check[Relation], laws: Laws, statement: Relation, facts: Facts, settings: Settings) -> Finding:
    finding = check(statement, facts, settings)
    if finding.outcome.holds:
        return finding
    process = None if statement.arguments else Process.of(statement, facts)
    along = None if process is None else _along(laws, process, statement, facts, settings)
    if along is not None:
        return along
    if finding.outcome is not Outcome.REFUTED or not (facts.equations or tying(facts.conditions)):
        return finding
    return undecided(
        "the sides differ at a state, but the premises may say more of its differentials: differentiate(..., d) says it"
    )


def _along(laws: Laws, process: Process, statement: Relation, facts: Facts, settings: Settings) -> Finding | None:
    """What is found along curves; None where nothing is."""
    found = laws(process.statement(statement), process.facts(facts), settings)
    if found is None:
        return None
    if found.outcome.holds:
        label = said_of_every_state(facts, process)
        said = f"({label}) need not hold in every state: differentiate(..., d, general=True) says that the page means it so"
        return found if label is None else undecided(said)
    against = may_be_integrated(statement, facts)
    if against is not None:
        return undecided(f"the sides differ at a state, but {against}")
    if process.silent:
        fewer = process.with_less_moving
        again = laws(fewer.statement(statement), fewer.facts(facts), settings)
        if again is None or again.outcome is not Outcome.REFUTED:
            names = ", ".join(sorted(s.name for s in process.silent))
            return undecided(
                f"the sides differ at a state, but perhaps not where {names} is constant, which no line says"
            )
    return found


def _is_empty(
    check: Check[Relation], laws: Laws, statement: Relation, facts: Facts, settings: Settings
) -> DifferentialSymbol | None:
    """A differential of the line that the premises together make zero, if the line holds for this reason only."""
    own = differentials_in(statement.expressions())
    if len(own) == 1 and 0 in (statement.lhs, statement.rhs):
        return None  # that it is zero is what the line says
    quick = replace(settings, quick=True)

    def holds(line: Relation, given: Facts) -> bool:
        try:
            return _decided(check, laws, line, given, quick).outcome.holds
        except ClaimError:
            return False

    def vanishing(given: Facts) -> Iterator[DifferentialSymbol]:
        stated = set().union(*map(_stated_to_be_zero, given.equations))
        return (one for one in sorted(own - stated, key=str) if holds(Relation(one, sympy.S.Zero, "=="), given))

    first = next(vanishing(facts), None) if facts.equations else None
    if first is None:
        return None
    labels = {eq.label for eq in facts.equations if differentials_in((eq.lhs, eq.rhs))}
    fewer = (facts.without(label) for label in sorted(labels))
    return None if any(holds(statement, one) and next(vanishing(one), None) is None for one in fewer) else first


def _stated_to_be_zero(eq: Equation) -> Iterable[Any]:
    """The one differential of an equation with zero on a side."""
    found = differentials_in((eq.lhs, eq.rhs))
    return found if len(found) == 1 and 0 in (eq.lhs, eq.rhs) else frozenset()
