"""Lines in play that say more of an undefined function than that it is smooth.

The functions of a page are as smooth as their derivatives and integrals need.  That is an assumption of its own: where
f(x) = floor(x) is in play, be it put into something by a move, f' and ∫ f' are no longer those of a smooth function.  So
what such a line speaks of is not carried out to compare a line with that at which moves arrive, and what is left of a
law by `specialise` alone neither refutes what it says elsewhere nor proves it where it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.calculus.functions_at_places import both_ways
from verify.deciding.decide import Finding, readable, undecided
from verify.deciding.settings import Settings
from verify.kinds.under_derivatives import all_sides, held_beside_a_slope, law_of
from verify.points.domain import Domain
from verify.premises.facts import Facts
from verify.regularity.conditions import must_not_vanish
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.replacement import put
from verify.terms.dependence import SIGNS
from verify.terms.differentiability import UNKNOWN
from verify.terms.survey import NO_NUMBERS, free_symbols, hides_its_variable, parts_of, rebuilt
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation, moves_in
from verify.vocabulary.statements import Relation

Check = Callable[[Relation, Facts, Settings], Finding]
CONSUMING = ("specialise", "compare_coefficients")
"""Moves that leave a special case in the place of what they are applied to."""


class Opaque:
    """Letters for what is not carried out where a line is compared with that at which the moves arrive.

    A derivative of two meanings is carried out only by a variable by which a move of the page differentiates.
    """

    def __init__(self, statement: Relation, arrival: Equation, facts: Facts, unclear: sympy.Derivative | None) -> None:
        moves = () if facts.route is None else tuple(moves_in(facts.route))
        self.differentiated = {v for move in moves if move.rule == "differentiate" for v in move.data}
        self.is_unclear = unclear is not None
        in_play = replace(facts, equations=_in_play(facts))
        self.has_law = law_of((*all_sides(statement, in_play), arrival.lhs, arrival.rhs), in_play) is not None
        shown = arrival.lhs.has(unclear) or arrival.rhs.has(unclear) if unclear is not None else True
        self.may_be_compared = bool(shown or self.differentiated)
        self.letters: dict[Any, sympy.Symbol] = {}

    def put(self, side: Any) -> Any:
        """The side with a letter for every sign that is not carried out."""
        if self._is_kept(side):
            return self.letters.setdefault(side, sympy.Dummy("sign", complex=True))
        return rebuilt(side, map(self.put, side.args)) if side.args else side

    def _is_kept(self, part: Any) -> bool:
        if self.has_law and isinstance(part, SIGNS) and part.has(AppliedUndef):
            return True
        return self.is_unclear and isinstance(part, sympy.Derivative) and not self.differentiated & set(part.variables)


def as_laws_leave(check: Check) -> Check:
    """The checker for lines in which nothing is held constant that changes, and whose findings leave the laws in play."""

    def decided(statement: Relation, facts: Facts, settings: Settings) -> Finding:
        held = held_beside_a_slope(all_sides(statement, facts), facts, statement.arguments)
        return (
            undecided(held)
            if held is not None
            else _with_laws_in_play(check(statement, facts, settings), statement, facts)
        )

    return decided


def _with_laws_in_play(finding: Finding, statement: Relation, facts: Facts) -> Finding:
    """The finding, unless it rests on what a line in play says of a function, and on what that line does not leave."""
    if finding.outcome is Outcome.UNDECIDED or not any(side.has(AppliedUndef) for side in all_sides(statement, facts)):
        return finding
    if finding.outcome is Outcome.REFUTED:
        label = _said_elsewhere(statement, facts)
        return finding if label is None else undecided(f"({label}) is said of every argument of a function")
    label = _taken_for_smooth(statement, facts, finding.evidence.conditions)
    if label is not None:
        return undecided(f"({label}) gives a function of which a derivative stands here, and is not smooth")
    values = list(_of_consumed_laws(statement, facts))
    if any(value.has(*NO_NUMBERS) for _, value in values):
        label = next(label for label, value in values if value.has(*NO_NUMBERS))
        return undecided(f"a function stands at a place at which ({label}) says nothing of it")
    needed = as_conditions(need for _, value in values for need in must_not_vanish((value,)))
    known = Domain.of(statement.lhs, statement.rhs, facts.conditions) if needed else None
    return finding if known is None else finding.retold(lambda told: told.provided(readable(needed, known)))


def _in_play(facts: Facts) -> tuple[Equation, ...]:
    return tuple(dict.fromkeys((*facts.equations, *(() if facts.route is None else facts.route.leaves))))


def _consumed(facts: Facts) -> list[Equation]:
    """The lines that a move has left a special case of only."""
    moves = [] if facts.route is None else [move for move in moves_in(facts.route) if move.rule in CONSUMING]
    return list(dict.fromkeys(eq for move in moves for eq in move.leaves if eq not in facts.equations))


def _applications(sides: Iterable[sympy.Basic]) -> set[Any]:
    return {part for side in sides for part in parts_of(side, AppliedUndef)}


def _said_elsewhere(statement: Relation, facts: Facts) -> str | None:
    """The label of a consumed law of a function that stands in the line at a place of which the special case says nothing."""
    known = _applications(side for eq in facts.equations for side in (eq.lhs, eq.rhs))
    elsewhere = {part.func for part in _applications(statement.expressions()) - known}
    signs = (part for side in statement.expressions() for part in parts_of(side, *SIGNS))
    elsewhere |= {part.func for part in _applications(signs)}
    laws = ((eq.label, _applications((eq.lhs, eq.rhs))) for eq in _consumed(facts))
    return next((label for label, parts in laws if any(part.func in elsewhere for part in parts)), None)


def _laws(equations: Iterable[Equation]) -> Iterator[tuple[str, Any, sympy.Expr]]:
    """f(x) = e as a law of every x."""
    for eq in both_ways(equations):
        if isinstance(eq.lhs, AppliedUndef) and all(arg.is_Symbol for arg in eq.lhs.args):
            yield eq.label, eq.lhs, eq.rhs


def _taken_for_smooth(statement: Relation, facts: Facts, told: Iterable[str]) -> str | None:
    """The label of a law in play that is not smooth where a slope of its function stands in the line.

    It is where the conditions that are told, or the facts, keep away from where it is not.
    """
    slopes = [part for side in statement.expressions() for part in parts_of(side, sympy.Derivative)]
    for label, one, other in _laws(_in_play(facts)) if slopes else ():
        for part in (part for part in _applications(slopes) if part.func == one.func):
            there = put(other, dict(zip(one.args, part.args, strict=True)))
            rough = list(where_smooth(there, set(free_symbols(part))))
            asked = [c for c in as_conditions(p for p in rough if p is not UNKNOWN) if not facts.implies(c)]
            if UNKNOWN in rough or not set(readable(asked, facts.domain(there))) <= set(told):
                return label
    return None


def _of_consumed_laws(statement: Relation, facts: Facts) -> Iterator[tuple[str, sympy.Expr]]:
    """What consumed laws say of the functions that stand in the line."""
    spoken = _applications(statement.expressions())
    for label, one, other in _laws(_consumed(facts)):
        for part in spoken:
            if part.func == one.func and len(part.args) == len(one.args):
                yield label, put(other, dict(zip(one.args, part.args, strict=True)))


def before_values(side: sympy.Expr, facts: Facts) -> sympy.Expr:
    """Derivatives with respect to symbols that get values, carried out before they do."""

    def is_fixed(part: sympy.Expr) -> bool:
        with_respect_to = {v for v, _ in part.variable_count} if isinstance(part, sympy.Derivative) else set()
        known = bool(with_respect_to & set(facts.parametrisation.values)) and not part.has(AppliedUndef)
        return known and not hides_its_variable(part)

    return side.replace(is_fixed, lambda part: part.doit()) if parts_of(side, sympy.Derivative) else side
