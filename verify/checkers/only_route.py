"""Is there another way to a line that is said to have one way only?

A rival refutes the word *only* if its premises can hold together (a common point is
exhibited) and imply the line.  The absence of a rival among those tried proves nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verify.checkers import equality
from verify.checkers.contradiction import common_point
from verify.decide import Finding, undecided
from verify.facts import Facts
from verify.moves import in_words
from verify.readings import Reading
from verify.statements import OnlyRoute, Relation
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import relation, words

if TYPE_CHECKING:
    from verify.judge import Settings


def check(statement: OnlyRoute, facts: Facts, settings: Settings) -> Finding:
    target = Relation(statement.target.lhs, statement.target.rhs)
    for name, move in statement.rivals:
        own = Facts.of(Reading(name, (target,), by=move))
        point = common_point(own, settings.seed)
        if point is None:
            continue
        finding = equality.check(target, own, replace(settings, quick=True))
        if finding.outcome is Outcome.PROVED:
            return _refuted(statement, name, in_words(move), point)
    tried = len(statement.rivals)
    return undecided(f"{tried} other ways were tried and none arrives; that there is no other is not shown by this")


def _refuted(statement: OnlyRoute, name: str, route: str, point: tuple[tuple[str, str], ...]) -> Finding:
    line = relation(statement.target.lhs, statement.target.rhs)
    detail = f"{line} also follows another way ({name}): {route}."
    counterexample = Counterexample(point, words(statement.target.lhs), words(statement.target.rhs))
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("another derivation", detail, counterexample))
