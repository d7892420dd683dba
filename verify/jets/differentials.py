"""Equations between differentials, as equations between derivatives along a curve.

C dT/T = B dρ/ρ says of every smooth curve of states (T(λ), ρ(λ)), along which the process may run, that C T'/T = B ρ'/ρ.
So each symbol that is not declared constant becomes a function of one parameter λ, its differential the derivative by it,
and the question is one about differential equations (`verify.jets.question`).

Why a proof cannot lie: it holds along every curve on which the premises hold.  A premise without differentials is one of every
state only if it defines a symbol (p = K ρ^γ), holds by itself, or the page says so (`differentiate(..., general=True)`); with
any other one nothing is proved that needs it differentiated.
Why a refutation cannot lie: beside what `verify.jets.question` asks, a line without differentials is not refuted with equations
between them, of which it may be the integral, and neither is a line with a symbol that these do not speak of, which may carry
a constant of integration or an initial value.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.premises.facts import CASE, CONDITION, Facts
from verify.premises.generality import is_said_of_every_state
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.symbols import PhysicalFunction, PhysicalFunctionClass, symbol
from verify.solving.equations import has_only_a_sign
from verify.terms.requirements import BOUND
from verify.vocabulary.differentials import Differentials, DifferentialSymbol
from verify.vocabulary.moves import Equation, moves_in
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

DIFFERENTIALS = "differentials"
PLACE = symbol("lambda", r"\lambda", "parameter of a process", DIMENSIONLESS, real=True)


def differentials_in(expressions: Iterable[Any]) -> frozenset[DifferentialSymbol]:
    """The differentials that stand in expressions."""
    return frozenset(s for e in expressions for s in e.free_symbols if isinstance(s, DifferentialSymbol))


def spoken_of(statement: Statement, facts: Facts) -> frozenset[DifferentialSymbol]:
    """Those of a statement, its premises and its conditions; of these they are kept, as a line and its mutants share them."""
    kept = facts.worked_out
    if DIFFERENTIALS not in kept:
        kept[DIFFERENTIALS] = differentials_in((*sides_of(facts.equations), *facts.conditions))
    found: frozenset[DifferentialSymbol] = kept[DIFFERENTIALS]
    return found | differentials_in(e for e in statement.expressions() if isinstance(e, sympy.Basic))


def sides_of(equations: Iterable[Equation]) -> Iterator[Any]:
    for equation in equations:
        yield from (equation.lhs, equation.rhs)


def everything_in(statement: Relation, facts: Facts) -> tuple[Any, ...]:
    return (*statement.expressions(), *sides_of(facts.equations), *facts.conditions)


@dataclass(frozen=True)
class Process:
    """What is constant in it, and each other symbol as a function along it."""

    constants: frozenset[Any]
    values: Mapping[Any, Any]
    silent: frozenset[Any]
    """What is not declared constant, of which no differential is spoken, and which no premise defines."""

    @classmethod
    def of(cls, statement: Relation, facts: Facts) -> Process | None:
        """The one process of which the line and its premises speak; None where there are several, or where a function stands at a place."""
        everything = everything_in(statement, facts)
        found = differentials_in(everything)
        kinds = {one.constants for one in found}
        if len(kinds) != 1:
            return None
        symbols = {s for e in everything for s in e.free_symbols} | {one.of for one in found}
        constants = frozenset(next(iter(kinds))) | {s for s in symbols if s.is_integer}
        varying = {s for s in symbols - constants if not isinstance(s, DifferentialSymbol)}
        bound = any(e.has(*BOUND, sympy.Limit, sympy.Subs, sympy.Derivative) for e in everything)
        if bound or PLACE in symbols or not all(map(has_only_a_sign, varying)):
            return None
        values = {s: _along(s) for s in varying}
        slopes = {one: sympy.Derivative(values[one.of], PLACE) for one in found}
        return cls(
            constants,
            {**values, **slopes},
            frozenset(varying) - {one.of for one in found} - {eq.lhs for eq in facts.equations},
        )

    @property
    def with_less_moving(self) -> Process:
        """The same with everything constant of which no differential is spoken: somebody may have forgotten to declare it."""
        values = {s: value for s, value in self.values.items() if s not in self.silent}
        return Process(self.constants | self.silent, values, frozenset())

    def put(self, thing: Any) -> Any:
        return thing.xreplace(self.values)

    def statement(self, line: Relation) -> Relation:
        return replace(line, lhs=self.put(line.lhs), rhs=self.put(line.rhs))

    def facts(self, facts: Facts) -> Facts:
        """The premises as laws along the curve; whether they are ones, `said_of_every_state` tells.

        What the lines behind them say is asked for itself (`what_leaves_no_room`): here it is declared what is constant.
        """
        return Facts(
            tuple(self._equation(eq) for eq in facts.equations),
            tuple(map(self.put, facts.conditions)),
            None,
            tuple(map(self.put, facts.handed_on)),
            doubtful=facts.doubtful,
        )

    def _equation(self, eq: Equation) -> Equation:
        where = tuple(map(self.put, eq.where))
        lhs, rhs = self.put(eq.lhs), self.put(eq.rhs)
        if any(side.as_coeff_Mul()[1] in self.constants for side in (lhs, rhs)):
            lhs, rhs = lhs - rhs, sympy.S.Zero  # p V = K with a constant K names no value that may change
        return replace(eq, lhs=lhs, rhs=rhs, where=where, roots=(), by=None, beside=())


def _along(varying: Any) -> Any:
    """The symbol as a function of the parameter, which shows itself under its own name, and its slope as the differential."""
    labels = {
        **{name: getattr(varying, name, "") for name in ("latex", "meaning")},
        "dimension": getattr(varying, "dimension", DIMENSIONLESS),
        "arguments": (DIMENSIONLESS,),
        "variables": (PLACE,),
        "letters": (varying.name, f"d{varying.name}"),
    }
    made = PhysicalFunctionClass(varying.name, (PhysicalFunction,), {}, **labels, **varying._assumptions_orig)
    return made(PLACE)


def said_of_every_state(facts: Facts, process: Process) -> str | None:
    """The label of a premise that need not hold in every state, so that nothing follows from its differential; None if all do."""
    moves = () if facts.route is None else moves_in(facts.route)
    laws = {leaf.label for move in moves if move.rule == "differentials" and move.general for leaf in move.leaves}
    for eq in facts.equations:
        if eq.label in (CONDITION, CASE) or eq.label in laws:
            continue
        for root in eq.roots or (eq,):
            if not is_said_of_every_state(root, process.constants):
                return eq.label
    return None


def what_leaves_no_room(facts: Facts, constants: Iterable[Any], moving: Container[Any] | None = None) -> str | None:
    """The premise by which a symbol that is not declared constant is one, directly or with others; None if no premise says so.

    h = a T with h and a constant leaves T no room; or h is no constant, after all; or T is taken at a place.  A condition says where the line is
    taken, and leaves it what it is.  What the lines behind the premises say counts as well.  `moving` are the symbols that are asked about.
    """
    fixed = set(constants)
    known = [(eq.label, eq.symbols) for eq in facts.equations if eq.label not in (CONDITION, CASE)]
    known += [(", ".join(facts.labels), tie.symbols) for tie in facts.behind]
    waiting = [
        (label, symbols) for label, symbols in known if not any(isinstance(s, DifferentialSymbol) for s in symbols)
    ]
    while found := next(((label, s - fixed) for label, s in waiting if len(s - fixed) == 1), None):
        if moving is None or any(s in moving for s in found[1]):
            return found[0]
        fixed |= found[1]
    return None


def premises_in_differentials(facts: Facts, constants: tuple[Any, ...]) -> Facts:
    """What the premises say of a state, and of its differentials if each of them holds in every state; not what they say of differentials."""
    known = [eq for eq in facts.equations if eq.label not in (CONDITION, CASE)]
    known += [Equation("behind", tie.zero, sympy.S.Zero) for tie in facts.behind if tie.zero is not None]
    states = [eq for eq in known if not differentials_in((eq.lhs, eq.rhs))]
    d, found = Differentials(constants), list(states)
    for eq in states:
        try:
            found.append(Equation(eq.label, d(eq.lhs), d(eq.rhs)))
        except ClaimError:
            continue
    return Facts(tuple(found), facts.conditions)


def may_be_integrated(statement: Relation, facts: Facts) -> str | None:
    """Why a line is not refuted with equations between differentials: what it may owe to an integration; None if nothing."""
    premises = [eq for eq in facts.equations if differentials_in((eq.lhs, eq.rhs))]
    if not premises:
        return None
    own = {s for e in statement.expressions() for s in e.free_symbols if not isinstance(s, DifferentialSymbol)}
    if not differentials_in(statement.expressions()):
        return "it may follow by an integration, with a constant that is known from elsewhere"
    spoken = {s for eq in premises for s in eq.symbols}
    moving = {one.of for one in differentials_in((*statement.expressions(), *sides_of(premises)))}
    constants = {s for one in differentials_in(sides_of(premises)) for s in one.constants}
    while more := {s for eq in facts.equations if eq.symbols & moving for s in eq.symbols} - spoken:
        spoken |= more
        moving |= more - constants
    spoken |= moving
    alone = min(own - spoken, key=lambda s: s.sort_key(), default=None)
    return None if alone is None else f"{alone.name} may come of an integration"
