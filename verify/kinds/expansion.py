"""Is every printed term of an expansion right, and of what order is what was dropped?

The difference of the function and the printed terms is expanded exactly (`verify.theorems.series`),
for small positive and for small negative values of the variable, as far as its assumptions
and the conditions admit them.  Proved: on each side every coefficient below the stated order
is zero, and that of the stated order is bounded (y⁴ log y is not O(y⁴)).  Refuted: one
of the former is certainly not zero (as a number, or at a point of its symbols by
`verify.deciding.decide`), or the latter is unbounded, so the difference is not of the stated order.

Premises are used as `verify.deciding.function_premises` says: u = y² makes u a function of the variable, and no
premise is solved for the variable.  Terms printed at or beyond the stated order would not be
checked by any of this, so they leave the claim undecided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import sympy

from verify.deciding.decide import Finding, decide, undecided
from verify.deciding.function_premises import FunctionFacts, of_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError, GiveUp
from verify.grammar.parser import Relation as Printed
from verify.kinds.kind import Kind, proved, refuted
from verify.kinds.printed import EQUALITIES, has_units, same_sides
from verify.points.domain import Domain
from verify.quantities.dimension import UnitSystem
from verify.quantities.exact import exact
from verify.theorems.one_sided import OUTSIDE, UNCLEAR, admit
from verify.theorems.series import LOG, Laurent, expand_at_zero, is_bounded
from verify.verdicts import Outcome, Shape
from verify.vocabulary.statement import ROUNDED, Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import brief, name, words


@dataclass(frozen=True)
class Expansion(Statement):
    """`expression = expansion + O(|variable|^order)` as the variable tends to 0 from either side.

    Where the page cuts the expansion and throws a constant away, H = ..., `called` is what it calls the rest, and
    `dropping` the constant: names and words of the page, of which nothing is decided.
    """

    expression: sympy.Expr
    variable: sympy.Symbol
    expansion: sympy.Expr
    order: int
    called: sympy.Expr | None = None
    dropping: sympy.Expr = sympy.S.Zero
    slots: ClassVar[tuple[str, ...]] = ("expansion",)
    noun: ClassVar[str] = "series"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        named = () if self.called is None else (self.called, self.dropping)
        return (self.expression, self.expansion, self.variable, *named)

    def sides(self) -> Sides:
        own = (self.expression, self.expansion)
        dropped = () if self.dropping == 0 else ((self.dropping, self.expression),)
        return (own, *dropped) if self.called is None else (own, *dropped, (self.called, self.expression))


def expands_to(
    expression: Any,
    variable: sympy.Symbol,
    expansion: Any,
    *,
    order: int,
    called: sympy.Expr | None = None,
    dropping: Any = 0,
) -> tuple[Expansion]:
    """The expansion holds up to terms of the given order in |variable|, on every side of 0 that the domain admits.

    Powers of log|variable| may stand in it: write log(x) for a positive x, log(Abs(x)) otherwise.
    A term of the stated order or beyond would not be checked, and leaves the claim undecided.
    """
    if isinstance(order, bool) or not isinstance(order, (int, sympy.Integer)):
        raise ClaimError(f"expands_to: order={order!s}; expected a whole number")
    constant = exact(dropping)
    if constant.has(variable):
        raise ClaimError(f"expands_to: dropping={constant} depends on {variable}; expected a constant")
    own = exact(expression), plain_symbol(variable, "variable"), exact(expansion), int(order)
    return (Expansion(*own, called, constant),)


METHOD = "exact series"
EXTRA = 8
"""Terms beyond the stated order: factors t^v of numerators and denominators use some up."""


@of_functions(lambda statement: (statement.variable,))
def check(statement: Expansion, given: FunctionFacts, settings: Settings) -> Finding:
    if not statement.variable.is_extended_real or statement.variable.is_integer:
        return undecided(f"{name(statement.variable)} is not declared a real number that can tend to 0")
    places = {sign: _place(statement.variable, sign, given) for sign in (1, -1)}
    admitted = {sign: place for sign, place in places.items() if place != OUTSIDE}
    if not admitted:
        return undecided(f"the conditions keep {name(statement.variable)} away from 0")
    gaps = {sign: _difference(statement, given, sign) for sign in admitted}
    for sign, gap in gaps.items():
        finding = _check_side(statement, given, gap, sign, settings)
        if finding is not None and finding.outcome is Outcome.REFUTED and admitted[sign] == UNCLEAR:
            return undecided("it fails close to 0, but whether the conditions admit such values is not known")
        if finding is not None:
            return given.keep(finding)
    unchecked = next(_beyond(statement, given), None)
    if unchecked is not None:
        return undecided(f"nothing checks the printed term {words(unchecked)}: it is of the order that is left out")
    return given.keep(_proved(statement, gaps))


def _place(x: sympy.Symbol, sign: int, given: FunctionFacts) -> str:
    """Do the assumptions and conditions admit values sign·t with small positive t?"""
    if (x.is_nonnegative and sign < 0) or (x.is_nonpositive and sign > 0):
        return OUTSIDE
    return admit(given.conditions_on([x]), x, sympy.Integer(0), sign)


def _difference(statement: Expansion, given: FunctionFacts, sign: int) -> Laurent:
    """Function minus printed terms at x = sign·t, with the logarithm under a name that can be shown.

    The definitions are put in first: they may contain the variable.
    """
    small = sympy.Dummy("t", positive=True)
    put = {statement.variable: sign * small}
    if not given.is_defined_near(statement.variable, sign * small, small):
        raise GiveUp(f"whether what is printed is defined close to {name(statement.variable)} = 0 is not known")
    gap = given.apply(statement.expression).subs(put) - given.apply(statement.expansion).subs(put)
    found = expand_at_zero(gap, small, max(statement.order, 0) + 4 + EXTRA)
    shown = {LOG: sympy.Symbol(f"log|{name(statement.variable)}|", negative=True)}
    if found.end <= statement.order:
        raise GiveUp(f"the term of order {statement.order} was not reached")
    return Laurent(found.valuation, tuple(c.xreplace(shown) for c in found.coefficients))


def _check_side(
    statement: Expansion, given: FunctionFacts, gap: Laurent, sign: int, settings: Settings
) -> Finding | None:
    """A refutation, an undecided finding, or None if the side is as claimed."""
    for order in range(gap.valuation, statement.order):
        c = gap.coefficient(order)
        lost = given.lost_of_parameters
        domain = _domain(statement.variable, given, c, *lost)
        finding = decide(c, sympy.Integer(0), domain, seed=settings.seed, lost=lost)
        if finding.outcome is Outcome.REFUTED:
            return _refuted(statement, c, order, sign, finding)
        if finding.outcome is not Outcome.PROVED:
            return undecided(f"whether the coefficient of order {order} vanishes: {finding.evidence.detail}")
    edge = gap.coefficient(statement.order)
    bounded = is_bounded(_with_log(edge))
    if bounded is None:
        return undecided(f"whether {words(edge)}, the coefficient of order {statement.order}, is bounded is not known")
    return None if bounded else _unbounded(statement, edge)


def _with_log(c: sympy.Expr) -> sympy.Expr:
    return c.xreplace({s: LOG for s in c.free_symbols if s.name.startswith("log|")})


def _domain(x: sympy.Symbol, given: FunctionFacts, *spoken: sympy.Expr) -> Domain:
    """The parameters; the conditions on the variable are those that hold close to 0 (`_place`)."""
    whole = given.facts.domain(*spoken)
    conditions = tuple(condition for condition in whole.conditions if x not in condition.free_symbols)
    symbols = tuple(s for s in whole.symbols if s != x)
    return Domain(symbols, conditions)


def _beyond(statement: Expansion, given: FunctionFacts) -> Iterator[sympy.Expr]:
    """Printed terms c·x^n, with or without a logarithm, of the order that is left out."""
    x = statement.variable
    small = sympy.Dummy("t", positive=True)
    for term in sympy.Add.make_args(sympy.expand(given.apply(statement.expansion))):
        tamed = term.subs({x: small})
        powers = {small, sympy.log(small)}
        if not tamed.subs(dict.fromkeys(powers, 1)).has(small) and tamed.has(small):
            low = expand_at_zero(tamed, small, 2).valuation
            if low >= statement.order:
                yield term


def _refuted(statement: Expansion, off: sympy.Expr, order: int, sign: int, finding: Finding) -> Finding:
    x = name(statement.variable)
    where = f"{x} > 0" if sign > 0 else f"{x} < 0"
    detail = f"The term of order {order} in |{x}| is off by {words(off)} (for {where})."
    counterexample = finding.evidence.counterexample
    point = counterexample.point if counterexample else ()
    residual = f"coefficient {words(off)} instead of 0"
    return refuted(METHOD, detail, (("order", str(order)), *point), words(off), "0", residual, Shape.CASE)


def _unbounded(statement: Expansion, edge: sympy.Expr) -> Finding:
    x, order = name(statement.variable), statement.order
    detail = f"The first term left out, ({words(edge)})·|{x}|^{order}, is larger than the order stated, |{x}|^{order}."
    return refuted(METHOD, detail, (("order", str(order)),), words(edge), "bounded", words(edge), Shape.CASE)


def _proved(statement: Expansion, gaps: dict[int, Laurent]) -> Finding:
    x, order = name(statement.variable), statement.order
    gap = next(iter(gaps.values()))
    first = next((k for k in range(order, gap.end) if gap.coefficient(k) != 0), None)
    left = f"nothing is left out below {_size(x, gap.end)}"
    if first is not None:
        left = f"the first term left out is {_coefficient(gap.coefficient(first))}{_size(x, first)}"
    sides = "of either sign" if len(gaps) == 2 else "above 0" if 1 in gaps else "below 0"
    of = f" of {shown}" if (shown := brief(statement.expression)) else ""
    detail = f"Every term{of} below {_size(x, order)} agrees, for {x} {sides}; {left}."
    return proved(METHOD, detail)


def _size(x: str, power: int) -> str:
    return f"|{x}|" if power == 1 else f"|{x}|^{power}"


def _coefficient(factor: sympy.Expr) -> str:
    return "" if factor == 1 else f"({words(factor)}) · " if factor.is_Add else f"{words(factor)} · "


def _says(link: Printed, statement: Expansion, system: UnitSystem) -> bool:
    """The expansion cut as printed, what the page calls the rest without its constant, or the place x = 0."""
    if (link.lhs, link.rhs, link.relation) == (statement.variable, 0, "="):
        return link.rhs_unit is None
    if link.truncated:
        order = statement.variable**statement.order
        cut = link.relation in EQUALITIES and link.order in (None, order)
        return cut and same_sides(link.lhs, link.rhs, statement.expression, statement.expansion)
    if statement.called is None or link.relation not in ROUNDED or has_units(link):
        return False
    return same_sides(link.lhs, link.rhs, statement.called, statement.expansion - statement.dropping)


def _alone(link: Printed, statement: Expansion) -> bool | None:
    """Whether the expression is one of the terms, up to a number: (v/c)² of 1 + ¾(v/c)²."""
    terms = sympy.Add.make_args(sympy.expand(statement.expansion))
    return link.rhs_unit is None and any((term / link.rhs).is_Rational for term in terms)


KINDS = (
    Kind(
        Expansion,
        check,
        says=_says,
        alone=_alone,
        constructors=(expands_to,),
    ),
)
