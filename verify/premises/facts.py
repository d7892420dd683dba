"""What a reading may take as true: its premises, its conditions, and the domain that they leave."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any
from weakref import ref

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.closed_forms.values import proved_value
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.premises.execution import arrive, facts, integrated
from verify.premises.generality import MoveError
from verify.premises.held import (
    behind,
    held_constant_earlier,
    held_constant_here,
    keeps_what_depends,
    labels_of,
    linked_with,
    takes_what_moves,
    tied_by,
)
from verify.premises.known import conditions_of, stated_beside, unspoken
from verify.premises.special_cases import check_compared, check_places
from verify.proofs.definedness import dropped, with_values_of_limits
from verify.proofs.equality import closed_forms, prove_equal
from verify.solving.equations import nonzero
from verify.solving.replacement import put_in_condition, relation
from verify.solving.systems import Parametrisation, parametrise
from verify.terms.admissible import Admissible, defined_where
from verify.terms.dependence import Dependence, changing_with
from verify.terms.openness import is_open, linked, plain, ties
from verify.terms.requirements import BOUND
from verify.terms.survey import by_name, free_symbols
from verify.verdicts import Ground
from verify.vocabulary.moves import NOT_PRINTED, Equation, Move
from verify.vocabulary.moves_in_words import in_words
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement

MANY = 500
"""So many readings have their facts kept at a time."""
_HAVE_FACTS: deque[ref[Reading]] = deque()
CONDITION, CASE = NOT_PRINTED


@dataclass(frozen=True)
class Facts:
    """The equations and conditions of a reading, and the route that its moves take.

    Equations among the conditions (n = 2) are facts like premises; they carry the label
    `condition`.  `handed_on` are those of the conditions that come from the premises, and are told: a
    premise is known only where its own conditions hold, so what follows from it holds there.
    """

    equations: tuple[Equation, ...]
    conditions: tuple[Boolean, ...]
    route: Move | None = None
    handed_on: tuple[Boolean, ...] = ()
    fixed: frozenset[sympy.Symbol] = frozenset()
    """Symbols that have values already: the equations are solved for others."""
    put_in: tuple[str, ...] = ()
    """Labels of premises that have been put into the others (`verify.premises.function_values`)."""
    also: tuple[sympy.Expr, ...] = ()
    """What a point has to have values for, besides the symbols of the line."""
    doubtful: tuple[str, ...] = ()
    """Labels of premises that held something constant which the others do not: they prove nothing, and without them nothing is refuted."""
    stated: tuple[Boolean, ...] = ()
    """The conditions of the reading itself, before the halves x ≤ y and x ≥ y of two of them met."""

    behind: tuple[Dependence, ...] = ()
    """What the lines from which the premises follow say of changes: no facts here, but what they tie is no constant."""
    ancestors: tuple[Equation, ...] = ()
    """The premises as they are printed, and these lines themselves, with the members of chains."""

    @classmethod
    def of(cls, reading: Reading) -> Facts:
        """The facts of a reading, made once: its line, its premises and its mutants are asked about the same ones.

        Kept with this very object: equal readings may have premises that come from elsewhere (`verify.vocabulary.moves`).  Those of
        readings that nobody has asked about for long are made again, so that a paper of ten thousand lines does not hold them all.
        """
        kept = vars(reading)
        if "_facts" not in kept:
            kept["_facts"] = cls._made_of(reading)
            _HAVE_FACTS.append(ref(reading))
            if len(_HAVE_FACTS) > MANY and (oldest := _HAVE_FACTS.popleft()()) is not None:
                forget(oldest)
        made: Facts = kept["_facts"]
        return made

    @classmethod
    def _made_of(cls, reading: Reading) -> Facts:
        route, premises, demanded = reading.by, tuple[Equation, ...](), tuple[Boolean, ...]()
        beside: tuple[Boolean, ...] = ()
        partial: set[Equation] = set()
        if route is not None:
            premises = facts(route)
            check_places(route, reading.statements, reading.where, reading.ground is Ground.CONVENTION)
            demanded, beside = _demanded(route, reading), stated_beside(route)
            tied = tied_by(plain((*reading.where, *demanded)))
            closed = [c.free_symbols for c in plain((*reading.where, *demanded)) if not is_open(c)]
            check_compared(route, premises, closed)
            arrive(route)  # a route that is told is taken, whether the line needs it or not
            partial = {
                *keeps_what_depends(route, premises, tied),
                *held_constant_earlier(route, premises, tied),
                *held_constant_here(route, premises, tied),
            }
            route = None if partial or takes_what_moves(route, premises, tied) else route
            premises = tuple(eq for eq in premises if eq not in partial)
        together = plain((*reading.where, *demanded))
        equations = tuple(Equation(CONDITION, c.lhs, c.rhs) for c in together if isinstance(c, sympy.Eq))
        others = tuple(c for c in together if not isinstance(c, sympy.Eq))
        conditions = (*others, *(c for c in beside if c not in others))
        doubtful = tuple(dict.fromkeys(label for eq in partial for label in labels_of(eq)))
        behind_them = () if reading.by is None else tuple(behind(reading.by, ()))
        quiet = unspoken(reading.by) if reading.by is not None and demanded else set[Boolean]()
        return cls(
            (*premises, *equations),
            conditions,
            route,
            tuple(c for c in demanded if c not in quiet),
            doubtful=doubtful,
            stated=plain(reading.where),
            behind=behind_them,
            ancestors=() if reading.by is None else tuple(e for eq in reading.by.lines for e in (eq, *eq.members)),
        )

    @property
    def labels(self) -> tuple[str, ...]:
        own = [label for eq in self.equations if eq.label != CASE for label in labels_of(eq)]
        return tuple(dict.fromkeys((*self.put_in, *own)))

    def without(self, label: str) -> Facts:
        """The same facts less one premise and the conditions that only it hands on; the printed route no longer applies."""
        left = tuple(eq for eq in self.equations if label not in (eq.label, *labels_of(eq)))
        elsewhere = {c for eq in left for c in eq.where}
        gone = {c for eq in self.equations if eq not in left for c in eq.where} - elsewhere
        handed_on = tuple(c for c in self.handed_on if c not in gone)
        together = plain((*self.stated, *handed_on))  # of two halves one may be gone
        left = tuple(eq for eq in left if eq.label != CONDITION or _condition_of(eq) in together)
        halves = (c for c in together if not isinstance(c, sympy.Eq))
        kept = (c for c in self.conditions if c not in gone or c not in self.handed_on)
        conditions = tuple(dict.fromkeys((*kept, *halves)))
        return Facts(
            left,
            conditions,
            None,
            handed_on,
            doubtful=self.doubtful,
            stated=self.stated,
            behind=self.behind,
            ancestors=self.ancestors,
        )

    def without_conditions(self, gone: Iterable[Boolean]) -> Facts:
        """The same facts less these conditions."""
        return replace(self, conditions=tuple(c for c in self.conditions if c not in set(gone)))

    def narrowed(self, equations: Iterable[Equation] = (), conditions: Iterable[Boolean] = ()) -> Facts:
        """The same facts in a case, in which more is known."""
        more = (*equations, *self.equations), (*self.conditions, *conditions)
        return replace(self, equations=more[0], conditions=more[1])

    def moving_with(
        self, variables: Iterable[sympy.Symbol], held: Container[sympy.Symbol] = ()
    ) -> frozenset[sympy.Symbol]:
        """What changes with the variables by lines that no premise shows; nothing where the premises are all there is."""
        shown = (Dependence.of(eq.lhs, eq.rhs) for eq in self.equations if not isinstance(eq.lhs, AppliedUndef))
        return changing_with(set(variables), [*self.behind, *shown], held) if self.behind else frozenset()

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What others have worked out of these facts, for the next who asks: a line and its mutants share one."""
        return {}

    def latest(self, what: str, statement: Statement, work: Callable[[Any, Facts], Any]) -> Any:
        """What is worked out of these facts for a statement, once for all who ask in a row about the same one."""
        last = self.worked_out.get(what)
        if last is None or last[0] is not statement:
            last = self.worked_out[what] = (statement, work(statement, self))
        return last[1]

    @cached_property
    def parametrisation(self) -> Parametrisation:
        in_a_case = any(eq.label == CASE for eq in self.equations)
        own = Domain(_symbols((), self.conditions), self.conditions)
        return parametrise(self.equations, prove_equal if in_a_case else None, partial(implied, domain=own), self.fixed)

    @cached_property
    def arrivals(self) -> tuple[Equation, ...]:
        """The equations at which the printed route arrives."""
        return arrive(self.route)[0] if self.route is not None else ()

    @cached_property
    def integrated(self) -> Facts | None:
        """The same facts with integrals as moves of the route leave them, which is another way to say them; None without such moves."""
        new = {} if self.route is None else integrated(self.route)
        equations = tuple(new.get(eq, eq) for eq in self.equations)
        return replace(self, equations=equations) if equations != self.equations else None

    def arrives_everywhere(self) -> bool:
        """Is every solution on the printed route unique, wherever the facts hold?"""
        return self.route is None or all(map(self.implies, arrive(self.route)[1]))

    @cached_property
    def clash(self) -> Equation | None:
        """An equation that the others turn into one that no admissible value satisfies, if there is one."""
        for residual in self.parametrisation.residuals:
            sign = certified_sign(residual.lhs - residual.rhs, self.domain(residual.lhs, residual.rhs))
            if sign is not None and 0 not in sign:
                return residual
        return None

    @cached_property
    def may_hold(self) -> bool:
        """False if a premise is perhaps defined nowhere, also where putting them into each other hides it: anything would follow."""
        sides = [side for eq in self.equations for side in (eq.lhs, eq.rhs) if side.args]
        return dropped(sides, self.parametrisation.apply, self, shown=()) is not None

    @cached_property
    def open_conditions(self) -> tuple[Boolean, ...]:
        """Conditions of uniqueness that the facts do not imply: where one fails there may be other points."""
        return tuple(dict.fromkeys(self.parametrisation.told(c) for c in self._certain[1]))

    @cached_property
    def _certain(self) -> tuple[dict[sympy.Symbol, sympy.Expr], tuple[Boolean, ...]]:
        """The values that hold whatever else, and the conditions of uniqueness that are open.

        From the first solution on whose condition is not implied, what is solved says nothing where that fails.
        """
        values, found = None, list[Boolean]()
        for conditions, before in self.parametrisation.steps:
            known = self._known_by(before if values is None else values)
            moved = [(c, put_in_condition(c, before if values is None else values)) for c in conditions]
            left = [c for c, there in moved if there is not sympy.true and not implied(there, known)]
            found += left
            values = before if left and values is None else values
        return (self.parametrisation.values if values is None else values), tuple(found)

    def _known_by(self, values: dict[sympy.Symbol, sympy.Expr]) -> Domain:
        """The conditions that need no more than these values."""
        conditions = [put_in_condition(c, values) for c in (*self.conditions, *self._defined)]
        return Domain(_symbols((), conditions), _open(conditions))

    @cached_property
    def _defined(self) -> tuple[Boolean, ...]:
        """That the premises are defined: where they are not they do not hold."""
        sides = [side for eq in self.equations for side in (eq.lhs, eq.rhs)]
        return tuple(dict.fromkeys(c for side in sides for d in defined_where(side) for c in nonzero(d.lhs)))

    def implies(self, condition: Boolean) -> bool:
        """Does the condition certainly hold wherever the facts do?"""
        values, left = self._certain
        moved = put_in_condition(condition, values)
        return moved is sympy.true or implied(moved, self._known_by(values) if left else self.domain())

    def conditions_handed_on(self) -> tuple[Boolean, ...]:
        """The conditions of the premises that the reading itself does not imply."""
        halves = (c for c in self.stated if not isinstance(c, sympy.Eq))
        own = tuple(dict.fromkeys((*(c for c in self.conditions if c not in self.handed_on), *halves)))
        # What is known only under a condition does not imply it; nor does an equation of which one half is handed on.
        equations = tuple(
            eq for eq in self.equations if not eq.where and (eq.label != CONDITION or _condition_of(eq) in self.stated)
        )
        needed = list(self.handed_on)
        for condition in self.handed_on:
            others = [c for c in needed if c != condition]
            if Facts(equations, (*own, *others)).implies(condition):
                needed = others
        return tuple(needed)

    def domain(self, *expressions: sympy.Expr) -> Domain:
        """The domain of expressions into which the parametrisation has been put.

        One for each set of symbols: a line and its mutants share the points that are drawn of it.
        """
        symbols = self._spoken.union(*map(free_symbols, expressions))
        if symbols not in self._domains:
            self._domains[symbols] = Domain(tuple(sorted(symbols, key=by_name)), self._with_the_values)
        return self._domains[symbols]

    @cached_property
    def _domains(self) -> dict[frozenset[sympy.Symbol], Domain]:
        return {}

    @cached_property
    def _spoken(self) -> frozenset[sympy.Symbol]:
        """The symbols of every domain, whatever the line is."""
        solved = self.parametrisation
        spoken = (*solved.values.values(), *map(solved.apply, self.also), *self._with_the_values)
        return frozenset[sympy.Symbol]().union(*map(free_symbols, spoken))

    @cached_property
    def _with_the_values(self) -> tuple[Boolean, ...]:
        """All conditions, on the symbols that the parametrisation leaves free."""
        solved = self.parametrisation
        conditions = [put_in_condition(c, solved.values) for c in (*self.conditions, *self._defined)]
        conditions += solved.domain_conditions()
        conditions = [_with_values(c) for c in conditions]
        conditions.sort(key=lambda c: isinstance(c, Admissible))  # provers look at the first few
        return _open(conditions)


def is_at_a_place(variables: set[sympy.Symbol], held: set[sympy.Symbol], known: Iterable[Equation]) -> bool:
    """Does a condition that is an equation say where, of the variables or of what changes with them, things are that are held constant?

    R = r says where a derivative by r is taken, and is no definition of R: ∂(r²/R³)/∂r is one thing, the slope of 1/r
    another.  A premise that is known at such a place only has no derivative there.
    """
    known = list(known)
    places = [eq.symbols for eq in known if eq.label in (CONDITION, CASE)]
    premises = [eq for eq in known if eq.label not in (CONDITION, CASE)]
    restricted = [(eq, c.free_symbols) for eq in premises for c in plain(eq.where) if isinstance(c, sympy.Eq)]
    if not (places or restricted):
        return False
    laws = [Dependence.of(eq.lhs, eq.rhs) for eq in premises]
    starts, moved = set(variables), set(variables)
    while more := linked(moved | changing_with(starts, laws), places) - moved:
        moved |= more
        starts |= more - changing_with(starts, laws)
    support = linked_with(held, premises)
    told = {s for place in places if place & moved for s in place} - variables
    return bool(told & support) or any(where & moved and eq.symbols & support for eq, where in restricted)


def tying(conditions: Iterable[Boolean]) -> tuple[Equation, ...]:
    """Conditions that may tie symbols to each other, as equations of which nothing is known but their symbols."""
    return tuple(Equation(CONDITION, sympy.Add(*tied), sympy.S.Zero) for tied in ties(plain(conditions)))


def _condition_of(equation: Equation) -> Boolean | None:
    return sympy.Eq(equation.lhs, equation.rhs) if equation.label == CONDITION else None


def _demanded(route: Move, reading: Reading) -> tuple[Boolean, ...]:
    """The conditions of the premises, less those that the reading states.

    Raises MoveError for a condition that no value meets: the premise is not known where it is used.
    """
    demanded = tuple(c for c in conditions_of(route) if c not in reading.where)
    if sympy.false in demanded:
        raise MoveError(f"{in_words(route)}: a premise is used where its own conditions exclude it")
    return demanded


def _with_values(condition: Boolean) -> Boolean:
    """The condition with proved values for its integrals and series, of which no point over an infinite range is known."""
    if not isinstance(condition, (Relational, Admissible)) or not condition.has(*BOUND, sympy.Limit):
        return condition
    if isinstance(condition, Admissible):
        value = proved_value(condition.value)
        return condition if value is None else Admissible(value, *condition.demands)
    left, right, exceptions, _ = closed_forms(*map(with_values_of_limits, (condition.lhs, condition.rhs)))
    if exceptions or left.has(*BOUND) or right.has(*BOUND):
        return condition
    return relation(condition.rel_op, left, right)


def _symbols(expressions: Iterable[sympy.Basic], conditions: Iterable[Boolean]) -> tuple[sympy.Symbol, ...]:
    found: set[sympy.Symbol] = set()
    for thing in (*expressions, *conditions):
        found |= free_symbols(thing)
    return tuple(sorted(found, key=by_name))


def _open(conditions: Iterable[Boolean]) -> tuple[Boolean, ...]:
    return tuple(dict.fromkeys(c for c in conditions if c is not sympy.true))


def forget(reading: Reading) -> None:
    """Gives up what was worked out of a reading: its facts, what is behind it, and what SymPy has found of its expressions."""
    vars(reading).pop("_facts", None)
    if reading.by is not None:
        reading.by.forget()
    for expression in (e for said in reading.statements for e in said.expressions()):
        for node in sympy.preorder_traversal(expression):
            if type(node) in (sympy.Add, sympy.Mul, sympy.Pow):
                node._assumptions = node.default_assumptions  # as SymPy makes it
