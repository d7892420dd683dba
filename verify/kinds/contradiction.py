"""Do equations exclude each other?

Refuted by a point that satisfies all of them exactly, and all conditions; proved when all cases of their
solutions are empty (`verify.premises.exclusion`).  What is already contradictory without the equations (conditions
that exclude each other) would prove anything, and leaves the claim undecided.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import sympy
from sympy.core.function import AppliedUndef

from verify.deciding.decide import Finding, decide, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError, UndecidableCondition
from verify.kinds.kind import Kind, Spoiled, proved, refuted
from verify.kinds.under_derivatives import held_in_sides, held_under_a_sign
from verify.points.domain import Domain, EmptyDomain
from verify.premises.confirmation import full_point, objection
from verify.premises.exclusion import Point, common_solution, exclude_each_other
from verify.premises.facts import Facts
from verify.premises.special_cases import check_places
from verify.proofs.definedness import dropped
from verify.quantities.symbols import misused_infinity
from verify.terms.requirements import BOUND
from verify.terms.survey import by_name
from verify.verdicts import Outcome
from verify.vocabulary.moves import Equation, Line, follows_from
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Sides, Statement
from verify.wording import point as told
from verify.wording import relation

NOT_AT_A_POINT = (AppliedUndef, sympy.Derivative, sympy.Subs, sympy.Limit, *BOUND)


@dataclass(frozen=True)
class Contradiction(Statement):
    """The equations cannot hold together for any admissible value of the symbols."""

    equations: tuple[Equation, ...]
    noun: ClassVar[str] = "logic"

    def sides(self) -> Sides:
        return tuple((equation.lhs, equation.rhs) for equation in self.equations)

    def cited(self) -> tuple[Equation, ...]:
        return self.equations

    def spoken_of(self) -> tuple[Equation, ...]:
        return self.equations


def contradiction(*premises: Line) -> tuple[Contradiction]:
    """The printed claim that these equations exclude each other."""
    if not premises:
        raise ClaimError("contradiction: no equation is given; expected those that exclude each other")
    for premise in premises:
        if not isinstance(premise, Line):
            raise ClaimError(f"contradiction: {premise!s:.60} is no claim of this paper and none of its equations")
    return (Contradiction(tuple(eq for premise in premises for eq in premise.equations)),)


def check(statement: Contradiction, facts: Facts, settings: Settings) -> Finding:
    check_places(follows_from(*statement.equations), (), facts.conditions)
    together = _with_what_is_stated(statement, facts)
    held = held_under_a_sign(statement, together)
    if held is not None:
        return undecided(held)
    point = common_point(together, settings.seed)
    if point is not None and together.doubtful:
        return undecided(f"premise ({together.doubtful[0]}) held constant what the others do not")
    if point is not None:
        shown = ", ".join(f"{name} = {value}" for name, value in point)
        detail = f"The equations hold together, for example at {shown}: they do not exclude each other."
        return refuted("common solution", detail, point, "all equations", "satisfied")
    apart = None
    if not exclude_each_other(together) and (apart := _never_equal(together, settings)) is None:
        return undecided("neither a common solution of the equations nor a contradiction among them was found")
    if (facts.equations or facts.conditions) and common_point(facts, settings.seed) is None:
        return undecided("no point was found that satisfies the premises and conditions of the claim themselves")
    return proved("elimination", apart or _why(together))


def _never_equal(facts: Facts, settings: Settings) -> str | None:
    """An equation whose sides are proved to differ wherever the conditions hold, with what the others say put in; in words.

    Without conditions of its own the proof is one for every admissible value, so that no point satisfies the equation.  What is
    put in are the solutions of the others that are unique without conditions.
    """
    if facts.doubtful or any(side.has(*NOT_AT_A_POINT) for eq in facts.equations for side in (eq.lhs, eq.rhs)):
        return None
    for eq in facts.equations:
        others = facts.without(eq.label).parametrisation
        values = {} if others.residuals or others.conditions else others.values
        lhs, rhs = (others.apply(side) if values else side for side in (eq.lhs, eq.rhs))
        if any(misused_infinity(side, at_top=False) is not None for side in (lhs, rhs)):
            continue  # where a side has no value, nothing is said to differ
        if values and dropped((eq.lhs, eq.rhs), others.apply) != ():
            continue
        try:
            # Not where the others have no value: a/b = 0 leaves no b = 0, and says nothing there.
            found = decide(lhs, rhs, Domain.of(lhs, rhs, facts.conditions), "!=", seed=settings.seed, quick=True)
        except (EmptyDomain, UndecidableCondition):
            continue
        if found.outcome is Outcome.PROVED and not found.evidence.conditions:
            turned = (
                f"The others turn ({eq.label}) into {relation(lhs, rhs)}"
                if values
                else f"({eq.label}) says {relation(lhs, rhs)}"
            )
            return f"{turned}, which no admissible value satisfies. {found.evidence.detail}"
    return None


def _with_what_is_stated(statement: Contradiction, facts: Facts) -> Facts:
    """The facts of the claim and the equations together, as if a line followed from all of them."""
    route = () if facts.route is None else (facts.route,)
    together = Facts.of(Reading("", (), by=follows_from(*route, *statement.equations), where=facts.stated))
    return replace(together, equations=tuple(dict.fromkeys((*facts.equations, *together.equations))))


def _why(facts: Facts) -> str:
    clash = facts.clash
    if clash is not None and not facts.parametrisation.conditions:
        turned = relation(clash.lhs, clash.rhs)
        return f"The others turn ({clash.label}) into {turned}, which no admissible value satisfies."
    return "Solved one after the other, with a case for each factor that may vanish, the equations leave no admissible value."


def common_point(facts: Facts, seed: int) -> tuple[tuple[str, str], ...] | None:
    """An admissible point on all the equations and conditions, certified, in words; or None."""
    if held_in_sides([side for eq in facts.equations for side in (eq.lhs, eq.rhs)], facts) is not None:
        return None
    found = common_solution(facts, seed) or _on_the_parametrised_set(facts, seed)
    return None if found is None else told({s: found[s] for s in sorted(found, key=by_name)})


def _on_the_parametrised_set(facts: Facts, seed: int) -> Point | None:
    """A point where the premises, solved one by one, hold identically: for undefined functions, which no point evaluates."""
    solved = facts.parametrisation
    if solved.residuals:
        return None
    symbols = {s for eq in facts.equations for s in eq.lhs.free_symbols | eq.rhs.free_symbols}
    free = sorted(symbols - set(solved.values), key=by_name)
    try:
        point = next(iter(facts.domain(*free).points(seed, count=1)))
    except (EmptyDomain, StopIteration):
        return None
    return full_point(facts, point) if objection(facts, point) is None else None


def _spoil(statement: Contradiction) -> Spoiled:
    for index, equation in enumerate(statement.equations):
        rest = statement.equations[:index] + statement.equations[index + 1 :]
        yield f"({equation.label}) left out", replace(statement, equations=rest)


KINDS = (
    Kind(
        Contradiction,
        check,
        spoil=_spoil,
        constructors=(contradiction,),
    ),
)
