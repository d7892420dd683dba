"""Is this the smallest period?  The smallest is computed (`verify.theorems.periods`) and compared exactly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy

from verify.deciding.decide import Finding, decide, undecided
from verify.deciding.function_premises import FunctionFacts, of_functions
from verify.deciding.settings import Settings
from verify.grammar.parser import Relation as Printed
from verify.kinds.kind import Kind, refuted
from verify.proofs.equality import prove_equal
from verify.quantities.exact import exact
from verify.theorems.periods import periodicity
from verify.verdicts import Outcome, Shape
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import name, words


@dataclass(frozen=True)
class SmallestPeriod(Statement):
    """The expression is unchanged when the variable grows by `period`, and by nothing smaller."""

    expression: sympy.Expr
    variable: sympy.Symbol
    period: sympy.Expr
    slots: ClassVar[tuple[str, ...]] = ("period",)
    noun: ClassVar[str] = "period"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return self.expression, self.variable, self.period

    def sides(self) -> Sides:
        return ((self.expression, self.expression), (self.variable, self.period))


def smallest_period(expression: Any, variable: sympy.Symbol, period: Any) -> tuple[SmallestPeriod]:
    """Smallest, not only a period.

    For a real variable the smallest positive number, for an integer variable the smallest positive whole number.
    """
    return (SmallestPeriod(exact(expression), plain_symbol(variable, "variable"), exact(period)),)


METHOD = "sum of phases"


@of_functions(lambda statement: (statement.variable,))
def check(statement: SmallestPeriod, given: FunctionFacts, settings: Settings) -> Finding:
    """Proved or refuted by comparing with the smallest period; refuted, too, where there is none."""
    variable = statement.variable
    if given.conditions_on([variable]):
        return undecided(f"a condition restricts {name(variable)}, and the period is not sought on a part of the line")
    if given.lost_of_arguments:
        return undecided(f"as printed, the expression is not defined at every {name(variable)}")
    expression, period = given.apply(statement.expression), given.apply(statement.period)
    if period.has(variable):
        return undecided(f"the period depends on {name(variable)}")
    found = periodicity(expression, variable, given.facts.domain(expression).conditions)
    if found.least is None:
        return given.keep(_no_period(statement, found.why))
    domain, lost = given.facts.domain(found.least, period, *given.lost), given.lost
    finding = decide(found.least, period, domain, seed=settings.seed, quick=settings.quick, lost=lost)
    return given.keep(_told(finding, expression, found.least, period, variable))


def _no_period(statement: SmallestPeriod, why: str) -> Finding:
    x, period = name(statement.variable), words(statement.period)
    detail = f"There is no smallest period in {x}: {why}."
    return refuted(METHOD, detail, ((x, f"{x} + {period}"),), "no smallest period", period, why, Shape.CASE)


def _told(
    finding: Finding, expression: sympy.Expr, least: sympy.Expr, period: sympy.Expr, variable: sympy.Symbol
) -> Finding:
    x = name(variable)
    if finding.outcome is Outcome.PROVED:
        detail = f"{words(expression)} repeats in {x} after {words(period)}, and after nothing smaller."
        return finding.retold(lambda told: replace(told, method=METHOD, detail=detail))
    if finding.outcome is Outcome.REFUTED:
        detail = f"The smallest period in {x} is {words(least)}, not {words(period)}."
        return finding.retold(lambda told: replace(told, detail=detail))
    return finding


def _alone(link: Printed, statement: SmallestPeriod) -> bool | None:
    return link.rhs_unit is None and prove_equal(link.rhs, statement.period) is not None


KINDS = (
    Kind(
        SmallestPeriod,
        check,
        alone=_alone,
        constructors=(smallest_period,),
        debt="that no smaller number is a period is said of all numbers at once",
    ),
)
