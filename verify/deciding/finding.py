"""What a decision found, and how a counterexample and the conditions of a proof are put into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from sympy.logic.boolalg import Boolean

from verify import wording
from verify.deciding import sentences
from verify.orders.provisos import without_needless
from verify.orders.settle import EqualSides
from verify.points.domain import Domain
from verify.points.plan import Point
from verify.proofs.equality import has_a_value
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import Hunt
from verify.refuting.numeric import told_by_numbers
from verify.terms.requirements import BOUND, Exists
from verify.verdicts import (
    NUMBERS_AGREE,
    NUMBERS_DIFFER,
    Counterexample,
    Evidence,
    Fault,
    FaultKind,
    Grade,
    Outcome,
    Reason,
)


@dataclass(frozen=True)
class Finding:
    """An outcome with its grade and evidence.

    What takes longer to say than to find (the conditions of a proof, a counterexample in
    simple numbers) is put into words by `tell`, when somebody reads `evidence`.
    """

    outcome: Outcome
    grade: Grade | None
    tell: Evidence | Callable[[], Evidence]
    refuted: Refuted | None = None
    reason: str = ""
    """Why a line is open of which numbers are told, without these."""

    @cached_property
    def evidence(self) -> Evidence:
        return self.tell() if callable(self.tell) else self.tell

    @property
    def point(self) -> Point:
        """The exact counterexample, for further use.  Raises ValueError where there is none."""
        if self.refuted is None:
            raise ValueError(f"outcome={self.outcome}: there is no counterexample; expected a refutation at a point")
        return dict(self.refuted.point)

    def retold(self, tell: Callable[[Evidence], Evidence]) -> Finding:
        """The same finding in other words, which `tell` makes of these."""
        return replace(self, tell=lambda: tell(self.evidence))

    def without_numbers(self) -> Finding:
        """What is open, without the numbers: at points at which the premises need not hold they say nothing."""
        return undecided(self.reason) if self.grade is Grade.NUMERIC else self


def failing(findings: Iterable[Finding]) -> Finding | None:
    """The first refutation, or else the first finding that is undecided; None where all hold."""
    found = tuple(findings)
    return next((f for o in (Outcome.REFUTED, Outcome.UNDECIDED) for f in found if f.outcome is o), None)


def undecided(detail: str, reason: Reason = Reason.UNKNOWN) -> Finding:
    return Finding(Outcome.UNDECIDED, None, Evidence("none", detail, reason=reason))


def with_numbers(reason: str, hunt: Hunt, lost: tuple[Any, ...]) -> Finding:
    """Why nothing was decided; of what no ball encloses, what mpmath says of it, which decides nothing."""
    asked = not lost and (hunt.problem or any(side.has(*BOUND) for side in hunt.sides))
    numbers = told_by_numbers(*hunt.sides, hunt.domain, hunt.seed) if asked else None
    if numbers is None:
        return undecided(reason)
    method = NUMBERS_DIFFER if numbers.differ else NUMBERS_AGREE
    evidence = Evidence(method, f"{reason}; {numbers.told}", reason=Reason.UNKNOWN)
    return Finding(Outcome.UNDECIDED, Grade.NUMERIC, evidence, reason=reason)


def refutation(found: Refuted) -> Finding:
    exactly = isinstance(found, EqualSides)
    tell = partial(_of_equal_sides if exactly else _of_refuted, found)
    return Finding(Outcome.REFUTED, Grade.EXACT if exactly else Grade.BALL, tell, refuted=found)


def _of_refuted(found: Refuted) -> Evidence:
    point = wording.point(dict(found.point))
    counterexample = Counterexample(point, found.lhs, found.rhs, sides=sentences.both_brief(*found.sides))
    numbers = (found.lhs, found.rhs)
    detail = f"{sentences.at_a_point(point)}: {sentences.they_differ(found.sides, numbers, found.relation)}."
    fault = sentences.factor_between(*found.sides) if found.relation == "==" else order_of(found.relation)
    if fault is not None and fault.kind is not FaultKind.ORDER:
        detail = f"{detail[:-1]}; {sentences.told_factor(fault)}."
    certain = f"certified at {found.bits} bits"
    residual = f"both sides are equal, {certain}" if found.gap == "0" else f"|lhs − rhs| ≥ {found.gap}, {certain}"
    return Evidence("counterexample in ball arithmetic", detail, counterexample, residual=residual, fault=fault)


def order_of(relation: str) -> Fault | None:
    """That an inequality does not hold; None for other relations."""
    return Fault(FaultKind.ORDER, relation) if relation in sentences.FALSE_ORDER else None


def _of_equal_sides(found: Refuted) -> Evidence:
    """An irrational point, at which equality is exact: no distance is to be certified."""
    point = wording.point(dict(found.point))
    counterexample = Counterexample(point, found.lhs, found.rhs)
    detail = f"At the counterexample, an exact root, the two sides are equal: both are {found.lhs}."
    return Evidence("counterexample at an exact root", detail, counterexample)


def readable(conditions: Iterable[Boolean], domain: Domain) -> tuple[str, ...]:
    """Conditions that the domain does not already imply, each once, as text; an integral with a value exists."""
    left = [c for c in without_needless(conditions, domain) if not (isinstance(c, Exists) and has_a_value(c.args[0]))]
    return tuple(dict.fromkeys(map(wording.condition, left)))
