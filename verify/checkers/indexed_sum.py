"""Does an equation between sums over particles hold for every number of particles?

Refuted at a small N: the sums are written out for N = 2 and 3, and the plain equation is
refuted there (`verify.decide`); a claim for every N is then false.  Proved for every N by
equal summands (`verify.indexed_sums`).  Where that argument does not apply, agreement for
small N is evidence and no more.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import sympy

from verify.decide import Finding, decide, refutation, undecided
from verify.domain import Domain
from verify.facts import CONDITION, Facts
from verify.indexed_sums import NoRegions, equal_in_every_region, regions, slope, written_out
from verify.refute import Refuted, compare
from verify.statements_special import IndexedRelation
from verify.verdicts import Evidence, Grade, Outcome

if TYPE_CHECKING:
    from verify.judge import Settings

COUNTS = (2, 3)
FEW = 3
"""Sample points for each small N."""


def check(statement: IndexedRelation, facts: Facts, settings: Settings) -> Finding:
    solved = facts.parametrisation
    lhs, rhs = solved.apply(statement.lhs), solved.apply(statement.rhs)
    number = statement.number
    free = _free_index(statement, lhs, rhs)
    try:
        if statement.slope is not None:
            lhs = slope(lhs, statement.slope)
        counts = (int(number),) if number.is_Integer else COUNTS
        trials = [(n, k) for n in counts for k in (range(1, n + 1) if free is not None else (1,))]
    except NoRegions as problem:
        return undecided(f"the sums have a form without a rule: {problem}")
    cases = []
    for count, k in trials:
        left, right, domain = _written_out(lhs, rhs, number, count, None if free is None else (free, k), facts)
        cases.append((left, right, domain))
        compared = compare(left, right, domain, seed=settings.seed, points=FEW)
        if isinstance(compared, Refuted):
            return refutation(compared).retold(partial(_for_a_number, count))
    proof = None if number.is_Integer else _for_every_number(lhs, rhs, number, free, facts)
    if proof is not None:
        return proof
    found = [decide(*case, seed=settings.seed, quick=settings.quick) for case in cases]
    if number.is_Integer:
        return next((f for f in found if f.outcome is not Outcome.PROVED), found[0])
    return _evidence(found)


def _free_index(statement: IndexedRelation, lhs: sympy.Expr, rhs: sympy.Expr) -> sympy.Symbol | None:
    """The index that is not summed over: the k of ∂/∂x_k, or the one that both sides leave free."""
    if statement.slope is not None and not isinstance(statement.slope, sympy.Symbol):
        return statement.slope.args[0]
    deltas = (lhs + rhs).atoms(sympy.KroneckerDelta)
    free = {i for d in deltas for i in d.free_symbols} & (lhs.free_symbols | rhs.free_symbols)
    return min(free, key=str, default=None)


def _for_a_number(count: int, told: Evidence) -> Evidence:
    return replace(told, detail=f"For N = {count} particles, written out: {told.detail}")


def _written_out(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    number: sympy.Expr,
    count: int,
    free: tuple[sympy.Symbol, int] | None,
    facts: Facts,
) -> tuple[sympy.Expr, sympy.Expr, Domain]:
    """Both sides for `count` particles, and the domain of what is left."""
    at = {} if free is None else dict([free])
    left, right = (written_out(side, number, count, at) for side in (lhs, rhs))
    return left, right, facts.domain(left, right)


def _for_every_number(
    lhs: sympy.Expr, rhs: sympy.Expr, number: sympy.Expr, free: sympy.Symbol | None, facts: Facts
) -> Finding | None:
    try:
        same = equal_in_every_region(regions(lhs, number, free), regions(rhs, number, free))
    except NoRegions:
        return None
    if not same:
        return None
    named = ", ".join(f"({label})" for label in facts.labels if label != CONDITION)
    source = f"With {named}: " if named else ""
    detail = f"{source}Term by term, the summands of both sides are equal, so the sums are for every N."
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence("equal summands", detail))


def _evidence(found: list[Finding]) -> Finding:
    if all(f.outcome in (Outcome.PROVED, Outcome.CORROBORATED) for f in found):
        detail = "The equation holds for N = 2 and N = 3, written out; for every N it is not proved."
        return Finding(Outcome.CORROBORATED, Grade.BALL, Evidence("a few particles", detail))
    return undecided("neither a proof for every N nor a counterexample at N = 2 or 3 was found")
