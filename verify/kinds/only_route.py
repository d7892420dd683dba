"""Is there another way to a line that is said to have one way only?

A rival refutes the word *only* if its premises can hold together (a common point is
exhibited) and imply the line, and if it is another way: each of its premises is needed (without it
the line is refuted at a point that satisfies the others), and not all of them follow from the line itself
and from the premises of its printed derivation (one is refuted at a point that satisfies those).
The absence of a rival among those tried proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds import equality
from verify.kinds.contradiction import common_point
from verify.kinds.kind import Kind, refuted
from verify.points.domain import EmptyDomain
from verify.premises.facts import Facts
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation, Line, Move
from verify.vocabulary.moves_in_words import in_words
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import Relation
from verify.wording import relation, words


@dataclass(frozen=True)
class OnlyRoute(Statement):
    """`target` follows in no other way than the printed one.

    Refuted by any of `rivals`: a derivation from other premises, which can hold
    together, that arrives at the same equation.  `own` are the premises of its printed derivation, as
    far as the paper gives one.  Never proved.
    """

    target: Equation
    rivals: tuple[tuple[str, Move], ...]
    own: tuple[Equation, ...] = ()
    noun: ClassVar[str] = "uniqueness"

    def sides(self) -> Sides:
        return tuple((equation.lhs, equation.rhs) for equation in self.cited())

    def cited(self) -> tuple[Equation, ...]:
        return (self.target, *(leaf for _, move in self.rivals for leaf in move.leaves))

    def spoken_of(self) -> tuple[Equation, ...]:
        return (self.target,)


def only_route(target: Line, **rivals: Move) -> tuple[OnlyRoute]:
    """The printed claim that `target` can be reached in one way only, with the rivals that we know."""
    for rival, move in rivals.items():
        if not isinstance(move, Move):
            raise ClaimError(
                f"only_route: {rival} is a {type(move).__name__}; expected a move such as follows_from(a, b)"
            )
    named = tuple((name.replace("_", " "), move) for name, move in rivals.items())
    return (OnlyRoute(target.equations[0], named, target.rests_on),)


def check(statement: OnlyRoute, facts: Facts, settings: Settings) -> Finding:
    target = Relation(statement.target.lhs, statement.target.rhs)
    printed = Facts((*facts.equations, *statement.own, statement.target), facts.conditions)
    for name, move in statement.rivals:
        rival = Facts.of(Reading(name, (target,), by=move, where=facts.conditions))
        point = common_point(rival, settings.seed)
        if (
            point is not None
            and not rival.conditions_handed_on()  # what holds in a case only is no way to the line
            and _arrives(target, rival, settings)
            and _is_another_way(target, rival, printed, settings)
        ):
            return _refuted(statement, name, in_words(move), point)
    tried = len(statement.rivals)
    return undecided(f"{tried} other ways were tried and none arrives; that there is no other is not shown by this")


def _arrives(target: Relation, rival: Facts, settings: Settings) -> bool:
    """Do the premises imply the line wherever they hold, not only where something does not vanish?"""
    finding = equality.check(target, rival, replace(settings, quick=True))
    return finding.outcome is Outcome.PROVED and not finding.evidence.conditions


def _is_another_way(target: Relation, rival: Facts, printed: Facts, settings: Settings) -> bool:
    for equation in rival.equations:
        others = Facts(tuple(eq for eq in rival.equations if eq != equation), rival.conditions)
        if not _is_refuted(target, others, settings):
            return False
    return any(_is_refuted(Relation(eq.lhs, eq.rhs), printed, settings) for eq in rival.equations)


def _is_refuted(line: Relation, facts: Facts, settings: Settings) -> bool:
    try:
        return equality.check(line, facts, replace(settings, quick=True)).outcome is Outcome.REFUTED
    except EmptyDomain:
        return False


def _refuted(statement: OnlyRoute, name: str, route: str, point: tuple[tuple[str, str], ...]) -> Finding:
    line = relation(statement.target.lhs, statement.target.rhs)
    detail = f"{line} also follows another way ({name}): {route}."
    return refuted("another derivation", detail, point, words(statement.target.lhs), words(statement.target.rhs))


KINDS = (Kind(OnlyRoute, check, constructors=(only_route,), debt="speaks of derivations, not of values"),)
