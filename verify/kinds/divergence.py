"""Does an expression grow beyond every bound at a place?

With x = place + t the question is about t → 0 from above.  The first term of an exact
expansion, with powers of log t, answers it (`verify.theorems.series.limit_at_zero`).  Where there is none:
b^f with a fixed b > 0 is e^{f ln b}, and f may tend to ±∞; and the theorems on limits
of `verify.proofs.limits`, with t = 1/s.  +∞ proves the claim, a finite limit or −∞ refutes it.
Premises are used as `verify.deciding.function_premises` says: R = f(d) makes R a function of d.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy

from verify.deciding.decide import Finding, undecided
from verify.deciding.function_premises import FunctionFacts, of_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds.kind import Kind, Spoiled, proved, refuted
from verify.normal_form.signs import sign_set
from verify.quantities.exact import exact
from verify.solving.charts import Chart, chart_of
from verify.terms.sign_algebra import NEGATIVE, NONNEGATIVE, POSITIVE, ZERO
from verify.theorems.one_sided import INFINITE, INSIDE, OUTSIDE, admit, limit_from_above
from verify.verdicts import Shape
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import name, words


@dataclass(frozen=True)
class Diverges(Statement):
    """The expression grows beyond every bound as the variable tends to `place` from above."""

    expression: sympy.Expr
    variable: sympy.Symbol
    place: sympy.Expr
    slots: ClassVar[tuple[str, ...]] = ("expression",)
    noun: ClassVar[str] = "limit"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return self.expression, self.variable, self.place

    def sides(self) -> Sides:
        return ((self.expression, self.expression), (self.variable, self.place))


def diverges(expression: Any, variable: sympy.Symbol, place: Any) -> tuple[Diverges]:
    """The expression tends to plus infinity as the variable comes down to `place`.

    The expression may be a symbol that a premise gives as a function of the variable (R of d, say).
    """
    if exact(place).has(sympy.oo, -sympy.oo):
        raise ClaimError(f"diverges: place={place}; expected a finite place, which is approached from above")
    return (Diverges(exact(expression), plain_symbol(variable, "variable"), exact(place)),)


@of_functions(lambda statement: (statement.variable,))
def check(statement: Diverges, given: FunctionFacts, settings: Settings) -> Finding:
    x = statement.variable
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
    admitted = admit(map(chart.apply, given.conditions_on([x])), x, chart.apply(place), 1)
    if admitted == OUTSIDE:
        return undecided(f"the conditions exclude {where}")
    return given.keep(_told(chart, limit, x, where, admitted == INSIDE))


def _within_assumptions(x: sympy.Symbol, place: sympy.Expr) -> bool:
    """Does a symbol declared positive (or negative) take the values just above the place?"""
    if x.is_nonnegative:
        return sign_set(place) in (POSITIVE, ZERO, NONNEGATIVE)
    return not x.is_nonpositive or sign_set(place) == NEGATIVE


def _told(chart: Chart, limit: sympy.Expr, x: sympy.Symbol, where: str, admitted: bool) -> Finding:
    limit = limit if limit in INFINITE else sympy.cancel(chart.restore(limit))
    detail = f"For {where} the expression tends to {words(limit)}."
    if limit == sympy.oo:
        return proved("limit", detail)
    if not admitted:
        return undecided(f"{detail} Whether the conditions on {name(x)} admit values so close is not known.")
    return refuted("limit", detail, ((name(x), where),), words(limit), "∞", f"limit {limit}", Shape.GROWTH)


def _tends(statement: Diverges, variable: sympy.Expr, place: sympy.Expr, grows: sympy.Expr) -> bool:
    return (statement.variable, statement.place, statement.expression) == (variable, place, grows)


def _spoil(statement: Diverges) -> Spoiled:
    """Slips that stop the growth; a factor would not, and is no slip here."""
    yield "wrong sign", replace(statement, expression=-statement.expression)
    yield "upside down", replace(statement, expression=1 / statement.expression)
    exponents = [p.exp for p in statement.expression.atoms(sympy.Pow) if p.exp.has(statement.variable)]
    if exponents:
        spoiled = statement.expression.xreplace({exponents[0]: -exponents[0]})
        yield "wrong sign of the exponent", replace(statement, expression=spoiled)


KINDS = (Kind(Diverges, check, tends=_tends, spoil=_spoil, constructors=(diverges,)),)
