"""Does an expression grow beyond every bound at a place?

With x = place + t the question is about t → 0 from above.  The first term of an exact
expansion, with powers of log t, answers it (`verify.theorems.series.limit_at_zero`).  Where there is none:
b^f with a fixed b > 0 is e^{f ln b}, and f may tend to ±∞; and the theorems on limits
of `verify.proofs.limits`, with t = 1/s.  +∞ proves the claim, a finite limit or −∞ refutes it.
Premises are used as `verify.deciding.function_premises` says: R = f(d) makes R a function of d.
"""

from __future__ import annotations

import sympy

from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import about_functions
from verify.deciding.settings import Settings
from verify.normal_form.signs import sign_set
from verify.premises.facts import Facts
from verify.solving.charts import Chart, chart_of
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, POSITIVE, ZERO
from verify.theorems.one_sided import INFINITE, INSIDE, OUTSIDE, admits, limit_from_above
from verify.verdicts import Counterexample, Evidence, Grade, Outcome
from verify.vocabulary.special import Diverges
from verify.wording import name, words


def check(statement: Diverges, facts: Facts, settings: Settings) -> Finding:
    x = statement.variable
    given = about_functions(facts, [x], statement, definitions=True)
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    where = f"{name(x)} → {words(statement.place)} from above"
    expression, place = given.apply(statement.expression), given.apply(statement.place)
    if not x.is_extended_real or x.is_integer or place.has(x):
        return undecided(f"{name(x)} is not declared a real number that can tend to {words(statement.place)}")
    if not _within_assumptions(x, place):
        return undecided(f"{name(x)} is not declared to reach {words(place)}")
    conditions = given.facts.domain(expression).conditions
    chart = chart_of(c for c in conditions if x not in c.free_symbols)
    near = sympy.Dummy("t", positive=True)
    if not given.is_defined_near(x, given.apply(statement.place) + near, near):
        return undecided(f"whether the expression as printed is defined for {where} is not known")
    limit = limit_from_above(chart.apply(expression).subs(x, chart.apply(place) + near), near)
    if limit is None:
        return undecided(f"no rule gives the limit for {where}")
    places = {admits(chart.apply(c), x, chart.apply(place), 1) for c in given.conditions_on([x])}
    if OUTSIDE in places:
        return undecided(f"the conditions exclude {where}")
    return given.keep(_told(chart, limit, x, where, places <= {INSIDE}))


def _within_assumptions(x: sympy.Symbol, place: sympy.Expr) -> bool:
    """Does a symbol declared positive (or negative) take the values just above the place?"""
    if x.is_nonnegative:
        return sign_set(place) in (POSITIVE, ZERO, NONNEGATIVE)
    return not x.is_nonpositive or sign_set(place) == NEGATIVE


def _told(chart: Chart, limit: sympy.Expr, x: sympy.Symbol, where: str, admitted: bool) -> Finding:
    limit = limit if limit in INFINITE else sympy.cancel(chart.restore(limit))
    detail = f"For {where} the expression tends to {words(limit)}."
    if limit == sympy.oo:
        return Finding(Outcome.PROVED, Grade.EXACT, Evidence("limit", detail))
    if not admitted:
        return undecided(f"{detail} Whether the conditions on {name(x)} admit values so close is not known.")
    counterexample = Counterexample(((name(x), where),), words(limit), "∞")
    return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("limit", detail, counterexample, residual=f"limit {limit}"))
