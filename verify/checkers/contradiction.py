"""Do equations exclude each other?

Refuted by a point that satisfies all of them; proved when, after solving them one by one
(each solution unique), a remaining one equates two sides whose difference has a certified
sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.decide import Finding, undecided
from verify.domain import EmptyDomain
from verify.exact import prove_equal
from verify.facts import Facts
from verify.statements import Contradiction
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import name, relation, words

if TYPE_CHECKING:
    from verify.judge import Settings


def check(statement: Contradiction, facts: Facts, settings: Settings) -> Finding:
    together = Facts((*facts.equations, *statement.equations), facts.conditions)
    point = common_point(together, settings.seed)
    if point is not None:
        shown = ", ".join(f"{name} = {value}" for name, value in point)
        detail = f"The equations hold together, for example at {shown}: they do not exclude each other."
        counterexample = Counterexample(point, "all equations", "satisfied")
        return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("common solution", detail, counterexample))
    clash = together.clash
    if clash is not None:
        turned = relation(clash.lhs, clash.rhs)
        detail = f"The others turn ({clash.label}) into {turned}, which no admissible value satisfies."
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence("elimination", detail))
    return undecided("neither a common solution of the equations nor a contradiction among them was found")


def common_point(facts: Facts, seed: int) -> tuple[tuple[str, str], ...] | None:
    """An admissible point on all the equations, each of them confirmed identically, or None."""
    solved = facts.parametrisation
    if solved.residuals:
        return None
    for equation in facts.equations:
        lhs, rhs = solved.apply(equation.lhs), solved.apply(equation.rhs)
        if lhs != rhs and prove_equal(lhs, rhs) is None:
            return None
    symbols = {s for eq in facts.equations for s in eq.lhs.free_symbols | eq.rhs.free_symbols}
    free = sorted(symbols - set(solved.values), key=lambda s: s.name)
    try:
        point = next(iter(facts.domain(*free).points(seed, count=1)))
    except (EmptyDomain, StopIteration):
        return None
    full = {s: v.subs(point) for s, v in solved.values.items()} | point
    return tuple((name(s), words(full[s])) for s in sorted(full, key=str))
