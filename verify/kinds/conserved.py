"""Is this a constant of the motion?

It is an identity in phase space after differentiating what is printed, so `verify.deciding.decide` refutes
it at a point of phase space or proves it exactly.  Coordinates and momenta are
arguments: a premise that contains one is not put in (`verify.deciding.function_premises`).

A quantity F is constant along every solution of Hamilton's equations exactly if
{F, H} + ∂F/∂t = 0 everywhere: that is dF/dt, and through every point of phase space there is a
solution.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.case_by_case import in_cases_where_needed
from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds.kind import Kind, Spoiled
from verify.orders.provisos import implied
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS, TIME
from verify.quantities.exact import exact
from verify.quantities.symbols import symbol
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.terms.differentiability import UNKNOWN, may_jump
from verify.theorems.mechanics import poisson_bracket
from verify.verdicts import Outcome
from verify.vocabulary.statements import Sides, Statement, different_pairs, plain_symbol
from verify.wording import name, words

CLOCK = symbol("clock", "t", "the time that passes during the motion", TIME, real=True)


@dataclass(frozen=True)
class Conserved(Statement):
    """`quantity` keeps its value during the motion of `hamiltonian`: {F, H} + ∂F/∂t = 0 at every point of phase space."""

    quantity: sympy.Expr
    hamiltonian: sympy.Expr
    coordinates: tuple[sympy.Symbol, ...]
    momenta: tuple[sympy.Symbol, ...]
    time: sympy.Symbol | None = None

    def expressions(self) -> tuple[sympy.Basic, ...]:
        clock = () if self.time is None else (self.time,)
        return (self.quantity, self.hamiltonian, *self.coordinates, *self.momenta, *clock)

    def sides(self) -> Sides:
        """Coordinate times momentum is an action, energy times time; in reduced units the time of the motion is a number, too."""
        clock = CLOCK if self.time is None else self.time
        own = (self.quantity, self.quantity), (self.hamiltonian, self.hamiltonian)
        reduced = all(getattr(s, "dimension", None) == DIMENSIONLESS for s in (*self.coordinates, *self.momenta))
        if reduced and self.time is None:
            return own
        actions = (q * p for q, p in zip(self.coordinates, self.momenta, strict=True))
        return (*own, *((self.hamiltonian * clock, action) for action in actions if self.hamiltonian != 0))


def conserved(
    quantity: Any, hamiltonian: Any, *pairs: tuple[sympy.Symbol, sympy.Symbol], time: sympy.Symbol | None = None
) -> tuple[Conserved]:
    """The quantity is a constant of the motion; `pairs` are all (q, p) on which quantity or Hamiltonian depend.

    `time` is the symbol on which they depend explicitly, if they do.  Any other symbol is a constant; one that
    is a time itself must be told from the time of the motion, so name that one.

        conserved(x * p_y - y * p_x, (p_x**2 + p_y**2) / (2 * m) + V(x**2 + y**2), (x, p_x), (y, p_y))
    """
    coordinates, momenta = different_pairs("conserved", pairs)
    if time is not None and plain_symbol(time, "time") in (*coordinates, *momenta):
        raise ClaimError(f"conserved: time={time} is one of the pairs; expected a symbol of its own")
    return (Conserved(exact(quantity), exact(hamiltonian), coordinates, momenta, time),)


def check(statement: Conserved, facts: Facts, settings: Settings) -> Finding:
    """The Poisson bracket with the Hamiltonian, and the explicit change in time, against zero."""
    clock = () if statement.time is None else (statement.time,)
    arguments = (*statement.coordinates, *statement.momenta, *clock)
    given = about_functions(facts, arguments, statement, definitions=False, pointwise=True)
    functions, canonical = (statement.quantity, statement.hamiltonian), set(arguments)
    if any(may_jump(given.apply(f), canonical, facts.implies) for f in functions):
        return undecided("the quantity or the Hamiltonian may jump, which no derivative shows")
    needed = _where_smooth(functions, arguments, given)
    if needed is None:
        return undecided("where the quantity and the Hamiltonian have derivatives is not known")
    moving = _other_times(statement, given)
    if moving and statement.time is None:
        return undecided(
            f"whether {name(moving[0])} is the time of the motion or a constant is not said; expected time=... to tell"
        )
    bracket = poisson_bracket(statement.quantity, statement.hamiltonian, statement.coordinates, statement.momenta)
    if statement.time is not None:
        bracket += sympy.diff(statement.quantity, statement.time)
    finding = _where(_decided(given.apply(bracket), sympy.Integer(0), given, settings), needed, given)
    detail = f"The Poisson bracket of {words(statement.quantity)} with the Hamiltonian vanishes identically."
    return _told(finding, "Poisson bracket", detail)


def _other_times(statement: Conserved, given: FunctionFacts) -> list[sympy.Symbol]:
    """Symbols on which quantity or Hamiltonian depend and which may be the time, by dimension, name or meaning."""
    spoken = given.apply(statement.quantity).free_symbols | given.apply(statement.hamiltonian).free_symbols
    others = spoken - {*statement.coordinates, *statement.momenta}
    return sorted((s for s in others if _may_be_time(s)), key=str)


def _may_be_time(symbol: sympy.Symbol) -> bool:
    meaning = str(getattr(symbol, "meaning", "")).lower().replace(",", " ").split()
    dimension = getattr(symbol, "dimension", None)
    return symbol.name == "t" or "time" in meaning or (dimension is not None and dimension.key == TIME.key)


def _where_smooth(
    functions: Iterable[sympy.Expr], variables: Iterable[sympy.Symbol], given: FunctionFacts
) -> tuple[Boolean, ...] | None:
    """The conditions under which the functions have derivatives, those that the domain implies left out; None if unknown."""
    own = [given.apply(f) for f in functions]
    parts = [part for f in own for part in where_smooth(f, set(variables))]
    if UNKNOWN in parts:
        return None
    domain = given.facts.domain(*own)
    return tuple(c for c in as_conditions(dict.fromkeys(parts)) if not implied(c, domain))


def _where(finding: Finding, needed: tuple[Boolean, ...], given: FunctionFacts) -> Finding:
    """An identity of derivatives is one where they exist; a point where one does not exist refutes nothing."""
    if not needed or finding.outcome is Outcome.UNDECIDED:
        return finding
    if finding.outcome is Outcome.REFUTED:
        return (
            finding
            if all(_holds_at(c, finding) for c in needed)
            else undecided("it fails where a derivative may not exist")
        )
    told = readable(needed, given.facts.domain())
    return finding.retold(
        lambda e: replace(
            e, conditions=tuple(dict.fromkeys((*e.conditions, *told))), restrictions=(*e.restrictions, *told)
        )
    )


def _holds_at(condition: Boolean, finding: Finding) -> bool:
    """Does the counterexample meet the condition?  Its values are told as text, so that only rational ones are used."""
    point = finding.evidence.counterexample
    if point is None:
        return False
    names = {name(s): s for s in condition.free_symbols}
    try:
        values = {names[key]: sympy.Rational(value) for key, value in point.point if key in names}
    except (TypeError, ValueError):
        return False
    return set(values) == set(names.values()) and condition.subs(values) is sympy.true


def _decided(lhs: sympy.Expr, rhs: sympy.Expr, given: FunctionFacts, settings: Settings) -> Finding:
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    domain = given.facts.domain(lhs, rhs, *given.lost)
    return given.keep(decide(lhs, rhs, domain, seed=settings.seed, quick=settings.quick, lost=given.lost))


def _told(finding: Finding, method: str, detail: str) -> Finding:
    if finding.outcome is not Outcome.PROVED:
        return finding
    return finding.retold(lambda told: replace(told, method=f"{method}, {told.method}", detail=detail))


def _spoil(statement: Conserved) -> Spoiled:
    """A coordinate or momentum that moves is added: if F is conserved, F + q is not.

    Slips in the quantity would not do: a multiple, and often a term alone, is conserved as well.
    """
    pairs = zip(statement.coordinates, statement.momenta, strict=True)
    for moving, partner in (both for q, p in pairs for both in ((q, p), (p, q))):
        if sympy.diff(statement.hamiltonian, partner) != 0:
            added = replace(statement, quantity=statement.quantity + moving)
            yield f"{words(moving)} added to {words(statement.quantity)}", added


KINDS = (Kind(Conserved, in_cases_where_needed(check), spoil=_spoil, constructors=(conserved,)),)
