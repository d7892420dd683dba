r"""Proportionality, T ∝ √l: the quotient of the two sides is the same at every two values of the variables.

The constant of proportionality may depend on whatever is no variable.  Both sides are compared at two places, x and x', which
run over all that the assumptions and conditions admit; so a proof needs no derivative, a refutation shows two places, and a side
may jump.  Premises are used as `verify.deciding.function_premises` says: T = 2π √(l/g) makes T a function of l.

Where the right side is zero the quotient says nothing: that it is not zero is a condition of the verdict, told unless it
holds everywhere; a right side that is zero everywhere leaves the line open.  A side with symbols of which none is a variable may
hide what it depends on, so that nothing is decided: that T is a constant, without a premise on T, is no meaning of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean

from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, of_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.grammar.parser import Relation as Printed
from verify.kinds.kind import MOST, Kind, Spoiled
from verify.kinds.printed import same_sides
from verify.points.domain import Domain, EmptyDomain
from verify.premises.facts import Facts
from verify.quantities.dimension import UnitSystem
from verify.quantities.exact import exact
from verify.quantities.symbols import PhysicalSymbol, symbol
from verify.regularity.side_conditions import as_conditions
from verify.solving.replacement import put, put_in_condition
from verify.terms.slips import slips
from verify.terms.survey import by_name
from verify.verdicts import Evidence, Outcome
from verify.vocabulary.moves import Equation
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import plain_symbol
from verify.wording import name, words


@dataclass(frozen=True)
class Proportional(Statement):
    """lhs = C·rhs, with a C that does not depend on the variables."""

    lhs: sympy.Expr
    rhs: sympy.Expr
    variables: tuple[sympy.Symbol, ...]
    slots: ClassVar[tuple[str, ...]] = ("rhs",)
    noun: ClassVar[str] = "proportionality"

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.lhs, self.rhs, *self.variables)

    def sides(self) -> Sides:
        return ((self.lhs, self.lhs), (self.rhs, self.rhs))


def proportional(lhs: Any, rhs: Any, *variables: sympy.Symbol) -> tuple[Proportional]:
    """lhs ∝ rhs as the variables change: lhs = C·rhs with one C for all of their values, wherever rhs is not zero.

    Everything else is the same at all of these values, or given by premises as a function of the variables.
    Raises ClaimError for a variable that neither side shows.
    """
    left, right = exact(lhs), exact(rhs)
    found = tuple(dict.fromkeys(plain_symbol(one, "proportional: a variable") for one in variables))
    if not found:
        raise ClaimError("proportional: no variable is given; expected the symbols that change")
    for one in found:
        if not (left.has(one) or right.has(one)):
            raise ClaimError(f"proportional: {one} stands on neither side; expected the symbols that change")
    return (Proportional(left, right, found),)


def check(statement: Proportional, facts: Facts, settings: Settings) -> Finding:
    """Compares the quotient at two places, with functions that premises define put in."""
    defined = [eq for eq in facts.equations if _defines_a_function(eq)]
    values = {eq.lhs: eq.rhs for eq in defined}
    others = tuple(
        replace(eq, lhs=put(eq.lhs, values), rhs=put(eq.rhs, values)) for eq in facts.equations if eq not in defined
    )
    put_in = replace(statement, lhs=put(statement.lhs, values), rhs=put(statement.rhs, values))
    spoken = (put_in.lhs, put_in.rhs, *(side for eq in others for side in (eq.lhs, eq.rhs)), *facts.conditions)
    if len(values) < len(defined) or any(thing.has(AppliedUndef) for thing in spoken):
        return undecided("no premise says what a function in it is at every place, or several do")
    finding = _between_expressions(put_in, replace(facts, equations=others) if defined else facts, settings)
    undone = finding.outcome is Outcome.UNDECIDED
    return finding if undone else finding.retold(lambda told: _told(told, statement))


def _defines_a_function(eq: Equation) -> bool:
    """Is it f(x) = expression, said of every x?"""
    is_function = isinstance(eq.lhs, AppliedUndef) and getattr(eq.lhs.func, "variables", None) == eq.lhs.args
    return is_function and not eq.rhs.has(AppliedUndef) and not eq.where and tuple(eq.roots) in ((), (eq,))


@of_functions(lambda statement: statement.variables)
def _between_expressions(statement: Proportional, given: FunctionFacts, settings: Settings) -> Finding:
    lhs, rhs = given.apply(statement.lhs), given.apply(statement.rhs)
    for printed, side in ((statement.lhs, lhs), (statement.rhs, rhs)):
        for one in statement.variables:
            if side.free_symbols and not side.has(one):
                return undecided(f"no premise says how {words(printed)} depends on {name(one)}")
    other = {one: _another(one) for one in statement.variables}
    needs = (rhs, *given.lost)
    here = given.facts.domain(lhs, rhs, *needs)
    try:
        if decide(rhs, sympy.S.Zero, here, seed=settings.seed, quick=True).outcome is not Outcome.REFUTED:
            return undecided(f"{words(statement.rhs)} is not known to be other than zero anywhere")
        domain = _at_two_places(here, as_conditions(needs), other, given)
        sides = lhs / rhs, put(lhs / rhs, other)
        finding = decide(*sides, domain, seed=settings.seed, quick=settings.quick, proofs=settings.proofs)
    except EmptyDomain:
        return undecided("no two places are admitted")
    if finding.outcome is Outcome.UNDECIDED:
        return finding
    needed = readable(as_conditions(needs), here)
    return given.keep(finding.retold(lambda told: told.provided(needed)) if finding.outcome.holds else finding)


def _at_two_places(
    here: Domain, needs: Iterable[Boolean], other: dict[sympy.Symbol, sympy.Symbol], given: FunctionFacts
) -> Domain:
    """What is admitted at both, with what the quotient needs."""
    own = (*given.conditions_on(other), *needs)
    more = [*needs, *(put_in_condition(c, other) for c in own)]
    symbols = {s for c in (*here.symbols, *more) for s in c.free_symbols}.union(other.values())
    return Domain(tuple(sorted(symbols, key=by_name)), tuple(dict.fromkeys((*here.conditions, *more))))


def _another(variable: sympy.Symbol) -> sympy.Symbol:
    """Another value of the variable, x'."""
    if not isinstance(variable, PhysicalSymbol):
        return sympy.Dummy(f"{variable.name}'", **variable._assumptions_orig)
    about = f"{variable.name}'", f"{{{variable.latex}}}'", f"another value of {variable.name}"
    return symbol(*about, variable.dimension, **variable._assumptions_orig)


def _told(told: Evidence, statement: Proportional) -> Evidence:
    lhs, rhs, names = words(statement.lhs), words(statement.rhs), " and ".join(map(name, statement.variables))
    if told.counterexample is not None:
        return replace(told, detail=f"{lhs} is not the same multiple of {rhs} at every {names}. {told.detail}")
    return replace(told, detail=f"{lhs} is the same multiple of {rhs} at every {names}.")


def _says(link: Printed, statement: Proportional, system: UnitSystem) -> bool:
    """The printed T ∝ √l, with both sides as they are written down."""
    if link.relation != "∝" or link.truncated or link.lhs_unit or link.rhs_unit:
        return False
    return same_sides(link.lhs, link.rhs, statement.lhs, statement.rhs)


def _spoil(statement: Proportional) -> Spoiled:
    """Slips that change how a side depends on the variables; a factor would not, and is no slip here."""
    for slip in slips(statement.rhs, MOST):
        if _depends(slip.result / statement.rhs, statement.variables):
            yield f"{slip.says} in {words(statement.rhs)}", replace(statement, rhs=slip.result)


def _depends(quotient: sympy.Expr, variables: Iterable[sympy.Symbol]) -> bool:
    return bool(sympy.powsimp(quotient, force=True).has(*variables)) and bool(sympy.cancel(quotient).has(*variables))


KINDS = (
    Kind(
        Proportional,
        check,
        says=_says,
        spoil=_spoil,
        constructors=(proportional,),
        debt="the constant is any function of everything else, of which no relation between the symbols of the page speaks",
    ),
)
