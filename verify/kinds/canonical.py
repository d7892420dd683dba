"""Are these Hamilton's equations of the printed Hamiltonian, and is this a constant of the motion?

Both are identities in phase space after differentiating what is printed, so `verify.deciding.decide` refutes
them at a point of phase space or proves them exactly.  Coordinates and momenta are
arguments: a premise that contains one is not put in (`verify.deciding.function_premises`).

A quantity F is constant along every solution of Hamilton's equations exactly if
{F, H} + ∂F/∂t = 0 everywhere: that is dF/dt, and through every point of phase space there is a
solution.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.settings import Settings
from verify.orders.provisos import implied
from verify.points.domain import certainly_holds
from verify.premises.facts import Facts
from verify.quantities.dimension_names import TIME
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.replacement import put_in_condition
from verify.terms.differentiability import UNKNOWN, may_jump
from verify.theorems.mechanics import poisson_bracket
from verify.verdicts import Outcome
from verify.vocabulary.mechanics import CanonicalRate, Conserved
from verify.wording import name, words


def check_rate(statement: CanonicalRate, facts: Facts, settings: Settings) -> Finding:
    """One of Hamilton's equations: the printed rate against the derivative of the printed Hamiltonian."""
    given = about_functions(facts, statement.canonical, statement, definitions=False, pointwise=True)
    own = given.apply(statement.sign * sympy.diff(statement.hamiltonian, statement.slope))
    needed = _where_smooth([statement.hamiltonian], [statement.slope], given)
    if needed is None:
        return undecided(f"where the Hamiltonian has a derivative by {name(statement.slope)} is not known")
    finding = _where(_decided(own, given.apply(statement.rate), given, settings), needed, given)
    minus = "−" if statement.sign < 0 else ""
    detail = f"{minus}∂H/∂{name(statement.slope)} is the printed rate {words(statement.rate)}."
    return _told(finding, "Hamilton's equations", detail)


def check_conserved(statement: Conserved, facts: Facts, settings: Settings) -> Finding:
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
    """Does the counterexample certainly meet the condition?"""
    return finding.refuted is not None and certainly_holds(put_in_condition(condition, finding.point))


def _decided(lhs: sympy.Expr, rhs: sympy.Expr, given: FunctionFacts, settings: Settings) -> Finding:
    if given.facts.clash is not None:
        return undecided(f"the premises exclude each other at ({given.facts.clash.label})")
    domain = given.facts.domain(lhs, rhs, *given.lost)
    return given.keep(decide(lhs, rhs, domain, seed=settings.seed, quick=settings.quick, lost=given.lost))


def _told(finding: Finding, method: str, detail: str) -> Finding:
    if finding.outcome is not Outcome.PROVED:
        return finding
    return finding.retold(lambda told: replace(told, method=f"{method}, {told.method}", detail=detail))
