"""Does an expression grow beyond every bound at a place?

With x = place + 1/s the question is about s → ∞, where `verify.limits` knows certain
limits by theorems.  +∞ proves the claim, a finite limit or −∞ refutes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from verify.decide import Finding, undecided
from verify.facts import Facts
from verify.limits import limit_at_infinity
from verify.statements_special import Diverges
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import name, words

if TYPE_CHECKING:
    from verify.judge import Settings


def check(statement: Diverges, facts: Facts, settings: Settings) -> Finding:
    far = sympy.Dummy("s", positive=True)
    expression = facts.parametrisation.apply(statement.expression)
    limit = limit_at_infinity(expression.subs(statement.variable, statement.place + 1 / far), far)
    where = f"{name(statement.variable)} → {words(statement.place)} from above"
    if limit is None:
        return undecided(f"no rule gives the limit for {where}")
    detail = f"For {where} the expression tends to {words(limit)}."
    if limit == sympy.oo:
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence("limit", detail))
    counterexample = Counterexample(((name(statement.variable), where),), words(limit), "∞")
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("limit", detail, counterexample, residual=f"limit {limit}"))
