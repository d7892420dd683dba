"""Is this the smallest period?  The smallest is computed (`verify.periodicity`) and compared exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verify.decide import Finding, decide, undecided
from verify.facts import Facts
from verify.periodicity import smallest_period
from verify.statements_special import SmallestPeriod
from verify.verdicts import Outcome
from verify.wording import name, words

if TYPE_CHECKING:
    from verify.judge import Settings


def check(statement: SmallestPeriod, facts: Facts, settings: Settings) -> Finding:
    solved = facts.parametrisation
    expression, period = solved.apply(statement.expression), solved.apply(statement.period)
    least = smallest_period(expression, statement.variable)
    if least is None:
        return undecided("the expression is no single phase factor in this variable")
    finding = decide(least, period, facts.domain(least, period), seed=settings.seed)
    if finding.outcome is not Outcome.PROVED:
        return finding
    detail = (
        f"{words(expression)} repeats in {name(statement.variable)} after {words(period)}, and after nothing smaller."
    )
    return finding.retold(lambda told: replace(told, method="phase factor", detail=detail))
