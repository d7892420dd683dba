"""Does an expression grow beyond every bound at a place?

With x = place + t the question is about t → 0 from above.  The first term of an exact
expansion, with powers of log t, answers it (`verify.series.limit_at_zero`).  Where there is none:
b^f with a fixed b > 0 is e^{f ln b}, and f may tend to ±∞; and the theorems on limits
of `verify.limits`, with t = 1/s.  +∞ proves the claim, a finite limit or −∞ refutes it.
Premises are used as `verify.arguments` says: R = f(d) makes R a function of d.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from verify.arguments import about_functions
from verify.charts import Chart, chart_of
from verify.decide import Finding, undecided
from verify.facts import Facts
from verify.limits import limit_at_infinity
from verify.series import NoExpansion, limit_at_zero
from verify.signs import NEGATIVE, POSITIVE, sign_set
from verify.statements_special import Diverges
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.wording import name, words

if TYPE_CHECKING:
    from verify.judge import Settings

INFINITE = (sympy.oo, -sympy.oo)


def check(statement: Diverges, facts: Facts, settings: Settings) -> Finding:
    x = statement.variable
    given = about_functions(facts, [x], statement, definitions=True)
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    where = f"{name(x)} → {words(statement.place)} from above"
    expression, place = given.apply(statement.expression), given.apply(statement.place)
    if not x.is_extended_real or x.is_integer or place.has(x):
        return undecided(f"{name(x)} is not declared a real number that can tend to {words(statement.place)}")
    conditions = given.facts.domain(expression).conditions
    chart = chart_of(c for c in conditions if x not in c.free_symbols)
    near = sympy.Dummy("t", positive=True)
    limit = limit_from_above(chart.apply(expression).subs(x, chart.apply(place) + near), near)
    if limit is None:
        return undecided(f"no rule gives the limit for {where}")
    return given.keep(_told(chart, limit, x, where, bool(given.conditions_on([x]))))


def limit_from_above(expression: sympy.Expr, near: sympy.Symbol) -> sympy.Expr | None:
    """The limit for near → 0 from above, or None if no rule applies.

    A product of b^f, with f → ±∞, and of factors with a finite limit that is not 0 tends to 0 or
    to ±∞ by the signs of ln b, f and the factors.
    """
    try:
        return limit_at_zero(expression, near)
    except NoExpansion:
        pass
    rest, moving = expression.as_independent(near, as_Add=False)
    steep = [f for f in sympy.Mul.make_args(moving) if _steepness(f, near) in INFINITE]
    if len(steep) == 1:
        return _with_steep_factor(rest * moving / steep[0], steep[0], near)
    far = sympy.Dummy("s", positive=True)
    return limit_at_infinity(expression.subs(near, 1 / far), far)


def _steepness(power: sympy.Expr, near: sympy.Symbol) -> sympy.Expr | None:
    """The limit of f ln b for a power b^f with a fixed b > 0, if that is infinite."""
    base, exponent = power.as_base_exp()
    if not (power.is_Pow or isinstance(power, sympy.exp)) or near in base.free_symbols:
        return None
    try:
        limit = limit_at_zero(exponent, near)
    except NoExpansion:
        return None
    growth = POSITIVE if base == sympy.E else sign_set(base - 1)
    if sign_set(base) != POSITIVE or growth not in (POSITIVE, NEGATIVE) or limit not in INFINITE:
        return None
    return limit if growth == POSITIVE else -limit


def _with_steep_factor(others: sympy.Expr, steep: sympy.Expr, near: sympy.Symbol) -> sympy.Expr | None:
    try:
        limit = limit_at_zero(others, near)
    except NoExpansion:
        return None
    if _steepness(steep, near) == -sympy.oo:
        return None if limit in INFINITE else sympy.Integer(0)
    signs = POSITIVE if limit == sympy.oo else NEGATIVE if limit == -sympy.oo else sign_set(limit)
    return sympy.oo if signs == POSITIVE else -sympy.oo if signs == NEGATIVE else None


def _told(chart: Chart, limit: sympy.Expr, x: sympy.Symbol, where: str, restricted: bool) -> Finding:
    limit = limit if limit in INFINITE else chart.restore(limit)
    detail = f"For {where} the expression tends to {words(limit)}."
    if limit == sympy.oo:
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence("limit", detail))
    if restricted:
        return undecided(f"{detail} Whether the conditions on {name(x)} admit values so close is not known.")
    counterexample = Counterexample(((name(x), where),), words(limit), "∞")
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("limit", detail, counterexample, residual=f"limit {limit}"))
