"""What a relation says of values: of limits, each of which is proved first, and of sides that are real.

A limit with a proved value (`verify.asymptotics`) is that value: the relation with the values put in is the relation, and what
proves or refutes the one does so with the other.  An order relation that is proved of the difference of its sides holds where
they are real (`verify.regularity.reality`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.asymptotics.growth import INFINITE
from verify.asymptotics.limits import Valued, without_limits
from verify.asymptotics.scales import SIGN_OF, sign_by, sign_of_constant
from verify.deciding.finding import Finding, readable, undecided
from verify.errors import GiveUp
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.quantities.symbols import misused_infinity
from verify.regularity.reality import must_be_real
from verify.regularity.side_conditions import as_conditions
from verify.terms.survey import NO_NUMBERS
from verify.verdicts import Counterexample, Evidence, Grade, Outcome, Shape
from verify.wording import words

FIRST_TERMS = "first terms"


def by_limits(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    domain: Domain,
    rel: str,
    decide: Callable[..., Finding],
    lost: tuple[sympy.Expr, ...],
) -> Finding:
    """The relation between the values of its limits."""
    try:
        valued = without_limits((lhs, rhs), sign_by(partial(_sign, domain)))
    except GiveUp as problem:
        return undecided(f"no value of a limit is proved: {problem}")
    left, right = valued.sides
    if left in INFINITE or right in INFINITE:
        return _of_infinity(valued, rel, domain, lost)
    if any(misused_infinity(side, at_top=False) is not None for side in (left, right)):
        return undecided("a limit is infinite, and stands beside something else")
    found = decide(left, right, domain, rel, lost=(*lost, *valued.lost))
    return found if found.outcome is Outcome.UNDECIDED else found.retold(partial(_of_limits, valued))


def _sign(domain: Domain, constant: Any) -> int | None:
    found = sign_of_constant(constant)
    return SIGN_OF.get(certified_sign(constant, domain)) if found is None and domain.conditions else found  # type: ignore[arg-type]


def _of_limits(valued: Valued, told: Evidence) -> Evidence:
    return replace(told, detail=f"{_told(valued)} {told.detail}")


def _told(valued: Valued) -> str:
    """What was put in, in one sentence."""
    shown = "; ".join(f"{words(limit)} = {words(value)}" for limit, value in valued.values[:2])
    return (
        f"By the first terms of its expansion, {shown}." if len(shown) < 200 else "Each limit is replaced by its value."
    )


def _of_infinity(valued: Valued, rel: str, domain: Domain, lost: tuple[sympy.Expr, ...]) -> Finding:
    """lim = oo says that the function grows beyond every bound; beside a finite side, or the other infinity, that is decided."""
    left, right = valued.sides
    if (
        rel != "=="
        or lost
        or any(side not in INFINITE and side.has(*NO_NUMBERS, sympy.Function) for side in (left, right))
    ):
        return undecided("a side is infinite, which this relation says nothing of")
    conditions = readable(as_conditions(valued.lost), domain)
    if left == right:
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence(FIRST_TERMS, _told(valued), conditions=conditions))
    against = Counterexample((), words(left), words(right), Shape.GROWTH)
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence(FIRST_TERMS, _told(valued), against))


def where_real(
    finding: Finding, sides: Iterable[sympy.Expr], domain: Domain, decide: Callable[..., Finding]
) -> Finding:
    """The proof with the conditions under which both sides are real, less those that are proved on the domain."""
    if finding.outcome is not Outcome.PROVED:
        return finding
    asked = dict.fromkeys(c for side in sides for c in must_be_real(side))
    told = readable([c for c in asked if not _is_certain(c, domain, decide)], domain)
    return finding.retold(lambda evidence: evidence.provided(told)) if told else finding


def _is_certain(condition: Boolean, domain: Domain, decide: Callable[..., Finding]) -> bool:
    if implied(condition, domain):
        return True
    if not isinstance(condition, Relational):
        return False
    found = decide(condition.lhs, condition.rhs, domain, condition.rel_op)
    return found.outcome is Outcome.PROVED and not found.evidence.conditions
