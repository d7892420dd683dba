"""An order relation that is proved of the difference of its sides holds where they are real (`verify.regularity.reality`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.deciding.finding import Finding, readable
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.regularity.reality import must_be_real
from verify.verdicts import Outcome


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
