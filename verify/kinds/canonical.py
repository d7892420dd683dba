"""Are these Hamilton's equations of the printed Hamiltonian, and is this a constant of the motion?

Both are identities in phase space after differentiating what is printed, so `verify.deciding.decide` refutes
them at a point of phase space or proves them exactly.  Coordinates and momenta are
arguments: a premise that contains one is not put in (`verify.deciding.function_premises`).

A quantity F is constant along every solution of Hamilton's equations exactly if
{F, H} + ∂F/∂t = 0 everywhere: that is dF/dt, and through every point of phase space there is a
solution.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.case_by_case import in_cases_where_needed
from verify.deciding.decide import Finding, decide, readable, undecided
from verify.deciding.function_premises import FunctionFacts, about_functions
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.grammar.parser import Relation as Printed
from verify.kinds.kind import Kind, Spoiled
from verify.kinds.printed import EQUALITIES
from verify.orders.provisos import implied
from verify.points.domain import certainly_holds
from verify.premises.facts import Facts
from verify.quantities.dimension import UnitSystem
from verify.quantities.dimension_names import DIMENSIONLESS, TIME
from verify.quantities.exact import exact
from verify.quantities.symbols import symbol
from verify.regularity.side_conditions import as_conditions
from verify.regularity.smoothness import where_smooth
from verify.solving.replacement import put_in_condition
from verify.terms.differentiability import UNKNOWN, may_jump
from verify.theorems.mechanics import poisson_bracket
from verify.verdicts import Outcome
from verify.vocabulary.statement import Sides, Statement
from verify.vocabulary.statements import different_pairs, plain_symbol
from verify.wording import name, words

CLOCK = symbol("clock", "t", "the time that passes during the motion", TIME, real=True)


@dataclass(frozen=True)
class CanonicalRate(Statement):
    """`rate` = sign · ∂hamiltonian/∂slope: one of Hamilton's equations.

    `canonical` lists all coordinates and momenta, the arguments of the Hamiltonian; `called` is what the page prints
    for the velocity or force itself, a name of which nothing is decided.
    """

    hamiltonian: sympy.Expr
    slope: sympy.Symbol
    sign: int
    rate: sympy.Expr
    canonical: tuple[sympy.Symbol, ...]
    called: sympy.Symbol | None = None
    slots: ClassVar[tuple[str, ...]] = ("rate",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.hamiltonian, self.rate, *self.canonical, *(() if self.called is None else (self.called,)))

    def sides(self) -> Sides:
        return () if self.rate == 0 else ((self.hamiltonian / self.slope, self.rate),)


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


def hamilton_equations(
    hamiltonian: Any,
    *rates: tuple[sympy.Symbol, sympy.Symbol, Any, Any],
    called: Mapping[sympy.Symbol, sympy.Symbol] | None = None,
) -> tuple[CanonicalRate, ...]:
    """Hamilton's equations as printed: each of `rates` is (q, p, what the page prints for q̇, and for ṗ).

    Decided: q̇ = ∂H/∂p and ṗ = −∂H/∂q of the Hamiltonian as it is printed, at every point of phase
    space.  `called` names what the page prints for the rate of a coordinate or momentum.  Give all pairs that the Hamiltonian contains: a premise on one of them is not put in.

        hamilton_equations(p**2 / (2 * m) + k * q**2 / 2, (q, p, p / m, -k * q))
    """
    if not rates:
        raise ClaimError("hamilton_equations needs (q, p, q̇, ṗ); found none")
    if any(not isinstance(rate, tuple) or len(rate) != 4 for rate in rates):
        raise ClaimError("hamilton_equations: each line needs (q, p, q̇, ṗ); expected four members")
    coordinates, momenta = different_pairs("hamilton_equations", [(q, p) for q, p, _, _ in rates])
    canonical = tuple(member for pair in zip(coordinates, momenta, strict=True) for member in pair)
    h = exact(hamiltonian)
    found: list[CanonicalRate] = []
    names = dict(called or {})
    for q, p, velocity, force in rates:
        found.append(CanonicalRate(h, p, 1, exact(velocity), canonical, names.get(q)))
        found.append(CanonicalRate(h, q, -1, exact(force), canonical, names.get(p)))
    return tuple(found)


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


def _says(link: Printed, statement: CanonicalRate, system: UnitSystem) -> bool:
    """q̇ = ∂H/∂p, with the name of the rate, or ∂H/∂p = what the page finds for it."""
    taken = statement.sign * sympy.Derivative(statement.hamiltonian, statement.slope)
    chain = ((statement.called, taken), (taken, statement.rate))
    return link.relation in EQUALITIES and any(link.lhs == a and link.rhs == b for a, b in chain)


def _spoil_conserved(statement: Conserved) -> Spoiled:
    """A coordinate or momentum that moves is added: if F is conserved, F + q is not.

    Slips in the quantity would not do: a multiple, and often a term alone, is conserved as well.
    """
    pairs = zip(statement.coordinates, statement.momenta, strict=True)
    for moving, partner in (both for q, p in pairs for both in ((q, p), (p, q))):
        if sympy.diff(statement.hamiltonian, partner) != 0:
            added = replace(statement, quantity=statement.quantity + moving)
            yield f"{words(moving)} added to {words(statement.quantity)}", added


KINDS = (
    Kind(CanonicalRate, in_cases_where_needed(check_rate), says=_says, constructors=(hamilton_equations,)),
    Kind(Conserved, in_cases_where_needed(check_conserved), spoil=_spoil_conserved, constructors=(conserved,)),
)
