"""Is every printed term of an expansion right, and of what order is what was dropped?

The difference of the function and the printed terms is expanded exactly (`verify.series`),
for small positive and for small negative values of the variable.  Proved: every
coefficient below the stated order is zero on both sides.  Refuted: one of them is
certainly not zero (as a number, or at a point of its symbols by `verify.decide`), so the
difference is not of the stated order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from verify.decide import Finding, decide, undecided
from verify.facts import Facts
from verify.series import Laurent, NoExpansion, expand_at_zero
from verify.statements_special import Expansion
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import name, words

if TYPE_CHECKING:
    from verify.judge import Settings

EXTRA = 8
"""Terms beyond the stated order: factors t^v of numerators and denominators use some up."""


def check(statement: Expansion, facts: Facts, settings: Settings) -> Finding:
    sides = [_difference(statement, sign) for sign in (1, -1)]
    for sign, side in zip((1, -1), sides, strict=True):
        if isinstance(side, str):
            return undecided(side)
        for order in range(side.valuation, statement.order):
            finding = decide(side.coefficient(order), sympy.Integer(0), facts.domain(side.coefficient(order)))
            if finding.outcome is Outcome.REFUTED:
                return _refuted(statement, side, order, sign, finding)
            if finding.outcome is not Outcome.PROVED:
                return undecided(f"whether the coefficient of order {order} vanishes: {finding.evidence.detail}")
    assert isinstance(sides[0], Laurent)
    return _proved(statement, sides[0])


def _difference(statement: Expansion, sign: int) -> Laurent | str:
    small = sympy.Dummy("t", positive=True)
    put = {statement.variable: sign * small}
    gap = statement.expression.subs(put) - statement.expansion.subs(put)
    try:
        return expand_at_zero(gap, small, _terms(statement) + EXTRA)
    except NoExpansion as problem:
        return str(problem)


def _terms(statement: Expansion) -> int:
    return max(statement.order, 0) + 4


def _refuted(statement: Expansion, side: Laurent, order: int, sign: int, finding: Finding) -> Finding:
    off = words(side.coefficient(order))
    x = name(statement.variable)
    where = "x > 0" if sign > 0 else "x < 0"
    detail = f"The term of order {order} in |{x}| is off by {off} (for {where.replace('x', x)})."
    point = finding.evidence.counterexample.point if finding.evidence.counterexample else ()
    counterexample = Counterexample((("order", str(order)), *point), off, "0")
    evidence = Evidence("exact series", detail, counterexample, residual=f"coefficient {off} instead of 0")
    return Finding(Outcome.REFUTED, Grade.EXACT, evidence)


def _proved(statement: Expansion, side: Laurent) -> Finding:
    x = name(statement.variable)
    first = next(k for k in range(statement.order, side.end) if side.coefficient(k) != 0 or k == side.end - 1)
    dropped = words(side.coefficient(first))
    detail = (
        f"Every term below |{x}|^{statement.order} agrees, for {x} of either sign; "
        f"the first term left out is {dropped} · |{x}|^{first}."
    )
    return Finding(Outcome.PROVED, Grade.EXACT, Evidence("exact series", detail))
