"""How an expression behaves as one variable grows: order and leading coefficient of a rational function.

Numerator P and denominator Q are polynomials in the variable n, and P/Q is proved equal to
the expression.  Then P/Q · n^(deg Q - deg P) tends to the quotient of the leading
coefficients, wherever that of Q is not zero (a theorem on limits; nothing is sampled).  Where the leading coefficient itself
is zero the expression does not behave as that power: that it is not is told, unless it is certain.

Premises are used as `verify.deciding.function_premises` says: what they link with the variable is no coefficient.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy

from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, of_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.grammar.parser import Relation as Printed
from verify.kinds.curves import unknown_of
from verify.kinds.kind import Kind, Spoiled, proved, refuted
from verify.orders.rational_curves import numerator_and_denominator
from verify.orders.reach import is_of_the_line
from verify.points.domain import EmptyDomain
from verify.quantities.exact import exact
from verify.theorems.one_sided import admits_large
from verify.verdicts import Outcome, Reason, Shape
from verify.vocabulary.statement import Statement
from verify.wording import brief, name, words

METHOD = "degrees in the variable"


@dataclass(frozen=True)
class Leading(Statement):
    """As the variable grows, expression/variable^exponent tends to the coefficient.

    With `coefficient` None only the order is claimed: the quotient stays bounded.
    """

    expression: sympy.Expr
    variable: sympy.Symbol
    exponent: int
    coefficient: sympy.Expr | None
    noun: ClassVar[str] = "leading order"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.expression, *(() if self.coefficient is None else (self.coefficient,)))

    def sides(self) -> tuple[tuple[sympy.Expr, sympy.Expr], ...]:
        law = self.expression if self.coefficient is None else self.coefficient * self.variable**self.exponent
        return ((self.expression, law),)


def leading(expression: Any, variable: sympy.Symbol, exponent: int, coefficient: Any) -> tuple[Leading]:
    """expression ~ coefficient · variable^exponent, with a coefficient that is not zero."""
    number = exact(coefficient)
    if number.is_zero:
        raise ClaimError(
            f"coefficient={number}: nothing behaves as 0·{variable}^{exponent}; expected one that is not zero, or order(...)"
        )
    return (Leading(exact(expression), unknown_of(variable), _whole(exponent), number),)


def order(expression: Any, variable: sympy.Symbol, exponent: int) -> tuple[Leading]:
    """expression = O(variable^exponent)."""
    return (Leading(exact(expression), unknown_of(variable), _whole(exponent), None),)


def _whole(exponent: Any) -> int:
    if isinstance(exponent, bool) or not isinstance(exponent, (int, sympy.Integer)):
        raise ClaimError(f"exponent={exponent!s}; expected a whole number")
    return int(exponent)


@of_functions(lambda statement: (statement.variable,))
def check(statement: Leading, given: FunctionFacts, settings: Settings) -> Finding:
    n = statement.variable
    if given.facts.parametrisation.residuals:
        return undecided("a premise could not be solved for one of its symbols")
    if not _can_grow(n):
        return undecided(f"{name(n)} as declared is not known to grow beyond every bound")
    if not admits_large(given.conditions_on([n]), n):
        return undecided(f"the conditions are not known to admit every large {name(n)}")
    near = sympy.Dummy("t", positive=True)
    if not given.is_defined_near(n, 1 / near, near):
        return undecided(f"whether the expression as printed is defined for every large {name(n)} is not known")
    return given.keep(_decided(statement, given, settings))


def _decided(statement: Leading, given: FunctionFacts, settings: Settings) -> Finding:
    n, facts = statement.variable, given.facts
    found = leading_term(given.apply(statement.expression), n)
    if found is None:
        return undecided("the expression is not a rational function of the variable", Reason.UNSUPPORTED)
    coefficient, exponent, bottom = found
    conditions = readable([sympy.Ne(bottom, 0)], facts.domain(bottom))
    behaves = f"{brief(statement.expression) or 'the expression'} behaves as {_power(coefficient, n, exponent)}"
    if exponent > statement.exponent:
        return _too_large(statement, coefficient, exponent, given, settings)
    if statement.coefficient is None:
        detail = f"As {name(n)} grows, {behaves}, which is O({_power(sympy.S.One, n, statement.exponent)})."
        return proved(METHOD, detail, conditions=conditions)
    claimed = given.apply(statement.coefficient)
    if claimed.has(n):
        return undecided(f"the coefficient {words(claimed)} depends on {name(n)}")
    if exponent < statement.exponent:
        coefficient = sympy.Integer(0)  # divided by the claimed power, it tends to zero
    lost = given.lost_of_parameters
    domain = facts.domain(coefficient, claimed, *lost)
    same = decide(coefficient, claimed, domain, seed=settings.seed, quick=settings.quick, lost=lost)
    if same.outcome is not Outcome.PROVED:
        return same
    if decide(coefficient, sympy.S.Zero, domain, seed=settings.seed, lost=lost).outcome is not Outcome.REFUTED:
        return undecided("the leading coefficient could not be shown to be different from zero")
    conditions = readable([sympy.Ne(bottom, 0), sympy.Ne(coefficient, 0)], facts.domain(bottom, coefficient))
    return proved(METHOD, f"As {name(n)} grows, {behaves}.", conditions=conditions)


def _power(coefficient: sympy.Expr, n: sympy.Symbol, exponent: int) -> str:
    """`c/(8·R_b)·j^-2`; no power for a constant."""
    if exponent == 0:
        return words(coefficient)
    factor = "" if coefficient == 1 else f"({words(coefficient)})·" if coefficient.is_Add else f"{words(coefficient)}·"
    return f"{factor}{name(n)}^{exponent}" if exponent != 1 else f"{factor}{name(n)}"


def _can_grow(n: sympy.Symbol) -> bool:
    """Does the symbol run over the numbers above any bound, or over the whole ones?"""
    special = (n.is_prime, n.is_composite, n.is_irrational, n.is_noninteger)
    wide = is_of_the_line(n) or (n.is_integer and not any(fact is True for fact in special))
    return bool(wide) and not n.is_nonpositive


def leading_term(expression: sympy.Expr, n: sympy.Symbol) -> tuple[sympy.Expr, int, sympy.Expr] | None:
    """(coefficient, exponent, leading coefficient of the denominator), or None if this is not rational in n."""
    parts = numerator_and_denominator(expression)
    if parts is None or parts[0] == 0:
        return None
    top, bottom = (sympy.Poly(part, n) for part in parts)
    if any(c.has(n) for c in (*top.all_coeffs(), *bottom.all_coeffs())):
        return None
    coefficient = sympy.factor(top.LC() / bottom.LC())
    return coefficient, int(top.degree() - bottom.degree()), bottom.LC()


def _too_large(
    statement: Leading, coefficient: sympy.Expr, exponent: int, given: FunctionFacts, settings: Settings
) -> Finding:
    """Refuted where the leading coefficient is certainly not zero."""
    n, x = name(statement.variable), statement.variable
    try:
        lost = given.lost_of_parameters
        domain = given.facts.domain(coefficient, *lost)
        certain = decide(coefficient, sympy.Integer(0), domain, seed=settings.seed, lost=lost)
    except EmptyDomain:
        return undecided("no point for the leading coefficient was found")
    if certain.outcome is not Outcome.REFUTED:
        return undecided("the leading coefficient could not be shown to be different from zero")
    law, said = _power(coefficient, x, exponent), _power(sympy.S.One, x, statement.exponent)
    detail = f"As {n} grows, {brief(statement.expression) or 'the expression'} behaves as {law}, not as {said}."
    point = certain.evidence.counterexample.point if certain.evidence.counterexample else ()
    residual = f"exponent {exponent}, claimed {statement.exponent}"
    return refuted(METHOD, detail, point, law, f"O({n}^{statement.exponent})", residual, Shape.GROWTH)


def _alone(link: Printed, statement: Leading) -> bool | None:
    grows = statement.variable**statement.exponent
    law = grows if link.relation == "~" else (statement.coefficient or 0) * grows
    return link.rhs_unit is None and bool(link.rhs == law)


def _power_claimed(statement: Leading) -> int | None:
    return statement.exponent


def _spoil(statement: Leading) -> Spoiled:
    yield "order too small", replace(statement, exponent=statement.exponent - 1)
    if statement.coefficient is not None:
        yield "coefficient doubled", replace(statement, coefficient=2 * statement.coefficient)
        yield "wrong sign", replace(statement, coefficient=-statement.coefficient)


KINDS = (
    Kind(
        Leading,
        check,
        alone=_alone,
        power=_power_claimed,
        spoil=_spoil,
        constructors=(leading, order),
    ),
)
