"""Is a Hamiltonian the exact Legendre transform of a Lagrangian?  See `verify.mechanics`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sympy

from verify.decide import Finding, decide, readable, undecided
from verify.facts import Facts
from verify.mechanics import transform
from verify.statements_special import Legendre
from verify.verdicts import Outcome
from verify.wording import words

if TYPE_CHECKING:
    from verify.judge import Settings


def check(statement: Legendre, facts: Facts, settings: Settings) -> Finding:
    """Refuted or proved by comparing the printed Hamiltonian with the transform, in momenta and coordinates."""
    solved = facts.parametrisation
    found = transform(solved.apply(statement.lagrangian), statement.velocities, statement.momenta)
    if found is None:
        return undecided("the momenta are not linear in the velocities, or cannot be solved for them")
    printed = solved.apply(statement.hamiltonian)
    domain = facts.domain(found.hamiltonian, printed)
    finding = decide(found.hamiltonian, printed, domain, seed=settings.seed, quick=settings.quick)
    if finding.outcome is not Outcome.PROVED:
        return finding
    speeds = "; ".join(f"{words(v)} = {words(value)}" for v, value in found.velocities.items())
    detail = f"The momenta are solved for the velocities, {speeds}; Σ p v − L is then the printed Hamiltonian."
    regular = readable([sympy.Ne(found.hessian, 0)])
    return finding.retold(
        lambda told: replace(told, detail=detail, conditions=tuple(dict.fromkeys((*told.conditions, *regular))))
    )
