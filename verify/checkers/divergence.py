"""Does an expression grow beyond every bound at a place?

With x = place + 1/s the question is about s → ∞, where `verify.limits` knows certain
limits by theorems.  +∞ proves the claim, a finite limit or −∞ refutes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from verify.charts import chart_of
from verify.decide import Finding, undecided
from verify.facts import Facts
from verify.limits import limit_at_infinity
from verify.signs import NEGATIVE, POSITIVE, sign_set
from verify.statements_special import Diverges
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import name, words

if TYPE_CHECKING:
    from verify.judge import Settings


def _limit(expression: sympy.Expr, far: sympy.Symbol, facts: Facts) -> sympy.Expr | None:
    """The limit for far → ∞; a power b^f of a fixed base b > 0 is e^{f ln b}, and f may tend to ±∞."""
    rest, moving = expression.as_independent(far, as_Add=False)
    if not moving.is_Pow or far in moving.base.free_symbols:
        return limit_at_infinity(expression, far)
    exponent = limit_at_infinity(moving.exp, far)
    signs = sign_set(chart_of(facts.conditions).apply(moving.base - 1))
    if exponent not in (sympy.oo, -sympy.oo) or signs not in (POSITIVE, NEGATIVE) or sign_set(moving.base) != POSITIVE:
        return None
    if (signs == POSITIVE) != (exponent == sympy.oo):
        return sympy.Integer(0)
    direction = sign_set(rest)
    return sympy.oo if direction == POSITIVE else -sympy.oo if direction == NEGATIVE else None


def check(statement: Diverges, facts: Facts, settings: Settings) -> Finding:
    far = sympy.Dummy("s", positive=True)
    expression = facts.parametrisation.apply(statement.expression)
    limit = _limit(expression.subs(statement.variable, statement.place + 1 / far), far, facts)
    where = f"{name(statement.variable)} → {words(statement.place)} from above"
    if limit is None:
        return undecided(f"no rule gives the limit for {where}")
    detail = f"For {where} the expression tends to {words(limit)}."
    if limit == sympy.oo:
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence("limit", detail))
    counterexample = Counterexample(((name(statement.variable), where),), words(limit), "∞")
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("limit", detail, counterexample, residual=f"limit {limit}"))
