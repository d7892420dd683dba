"""What a reading may take as true: its premises, its conditions, and the domain that they leave."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.points.term_by_term import certified_sign
from verify.premises.execution import TOGETHER, MoveError, arrive, derivatives, facts, moves_in
from verify.premises.known import conditions_of, stated_beside
from verify.premises.special_cases import check_compared, check_places
from verify.proofs.definedness import dropped
from verify.proofs.equality import closed_forms, prove_equal
from verify.solving.equations import nonzero
from verify.solving.replacement import put_in_condition, relation
from verify.solving.systems import Parametrisation, parametrise
from verify.terms.admissible import Admissible, defined_where
from verify.terms.dependence import Dependence, changing_with
from verify.terms.openness import is_open, linked, plain, ties
from verify.terms.requirements import BOUND
from verify.terms.survey import by_name, free_symbols, parts_of
from verify.verdicts import Ground
from verify.vocabulary.moves import Equation, Move
from verify.vocabulary.moves_in_words import in_words
from verify.vocabulary.readings import Reading

Tie = frozenset[sympy.Symbol]
LAWS = ("differentiate", "compare_coefficients")
"""Moves that take a line for every value of a symbol."""
CONDITION = "condition"
CASE = "case"
"""Labels of equations that no premise prints."""


@dataclass(frozen=True)
class Facts:
    """The equations and conditions of a reading, and the route that its moves take.

    Equations among the conditions (n = 2) are facts like premises; they carry the label
    `condition`.  `handed_on` are those of the conditions that come from the premises: a
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

    behind: tuple[Dependence, ...] = ()
    """What the lines from which the premises follow say of changes: no facts here, but what they tie is no constant."""

    @classmethod
    def of(cls, reading: Reading) -> Facts:
        route, premises, demanded = reading.by, tuple[Equation, ...](), tuple[Boolean, ...]()
        beside: tuple[Boolean, ...] = ()
        held: set[Equation] = set()
        if route is not None:
            premises = facts(route)
            check_places(route, reading.statements, reading.where, reading.ground is Ground.CONVENTION)
            demanded, beside = _demanded(route, reading), stated_beside(route)
            tied = [*ties(plain((*reading.where, *demanded)))]
            closed = [c.free_symbols for c in plain((*reading.where, *demanded)) if not is_open(c)]
            check_compared(route, premises, closed)
            arrive(route)  # a route that is told is taken, whether the line needs it or not
            held = _held_constant_earlier(route, premises, tied) | _held_constant_here(route, premises, tied)
            partial = _keeps_what_depends(route, premises, tied) | held
            premises = tuple(eq for eq in premises if eq not in partial)
            route = None if partial else route
        together = plain((*reading.where, *demanded))
        equations = tuple(Equation(CONDITION, c.lhs, c.rhs) for c in together if isinstance(c, sympy.Eq))
        others = tuple(c for c in together if not isinstance(c, sympy.Eq))
        conditions = (*others, *(c for c in beside if c not in others))
        doubtful = tuple(dict.fromkeys(label for eq in held for label in _labels(eq)))
        behind = () if reading.by is None else tuple(_behind(reading.by, ()))
        return cls((*premises, *equations), conditions, route, demanded, doubtful=doubtful, behind=behind)

    @property
    def labels(self) -> tuple[str, ...]:
        own = [label for eq in self.equations if eq.label != CASE for label in _labels(eq)]
        return tuple(dict.fromkeys((*self.put_in, *own)))

    def without(self, label: str) -> Facts:
        """The same facts less one premise and the conditions that only it hands on; the printed route no longer applies."""
        left = tuple(eq for eq in self.equations if label not in (eq.label, *_labels(eq)))
        elsewhere = {c for eq in left for c in eq.where}
        gone = {c for eq in self.equations if eq not in left for c in eq.where} - elsewhere
        conditions = tuple(c for c in self.conditions if c not in gone or c not in self.handed_on)
        handed_on = tuple(c for c in self.handed_on if c not in gone)
        return Facts(left, conditions, None, handed_on, doubtful=self.doubtful, behind=self.behind)

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

    @cached_property
    def parametrisation(self) -> Parametrisation:
        in_a_case = any(eq.label == CASE for eq in self.equations)
        own = Domain(_symbols((), self.conditions), self.conditions)
        return parametrise(self.equations, prove_equal if in_a_case else None, partial(implied, domain=own), self.fixed)

    @cached_property
    def arrivals(self) -> tuple[Equation, ...]:
        """The equations at which the printed route arrives."""
        return arrive(self.route)[0] if self.route is not None else ()

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
        own = tuple(c for c in self.conditions if c not in self.handed_on)
        # What is known only under a condition does not imply it.
        equations = tuple(eq for eq in self.equations if not eq.where and _condition_of(eq) not in self.handed_on)
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


def tying(conditions: Iterable[Boolean]) -> tuple[Equation, ...]:
    """Conditions that may tie symbols to each other, as equations of which nothing is known but their symbols."""
    return tuple(Equation(CONDITION, sympy.Add(*tied), sympy.S.Zero) for tied in ties(plain(conditions)))


def _labels(equation: Equation) -> list[str]:
    """The labels of the printed equations that it was made of."""
    return equation.label.split(TOGETHER)


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


def _keeps_what_depends(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """Those derivatives in which a symbol was kept constant that other premises, or conditions, link with the variable.

    With A = p v²/2 and p = m v, the p in A is no constant.
    """
    kept: set[Equation] = set()
    for source, derivative, variable in derivatives(route):
        others = [eq for eq in found if (eq.lhs, eq.rhs) != (source.lhs, source.rhs) and eq != derivative]
        together = linked_with({variable}, others, tied)
        if (together - {variable}) & {s for s in source.symbols if s not in (source.lhs, source.rhs)}:
            kept.add(derivative)
    return kept


def _held_constant_earlier(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """Those premises in whose own derivation a symbol was held constant that other premises, or conditions, link with the variable.

    From A = a v/2 follows dA/dv = a/2 for a constant a; with a = 2 v it says another thing.  So it is under an integral
    or a sum by v, for coefficients of powers of v, and for a law f(v) = a v; and with whatever follows from these.  What
    the other premises come from counts as far as it makes one symbol change with another (`verify.terms.dependence`).
    """
    kept: set[Equation] = set()
    for leaf in route.leaves:
        moves = () if leaf.by is None else leaf.by.ancestry
        if _holds_what_others_move(route, moves, {leaf.label}, found, tied):
            kept |= {eq for eq in found if leaf.label in _labels(eq)}
    return kept


def _held_constant_here(route: Move, found: Sequence[Equation], tied: Sequence[Tie]) -> set[Equation]:
    """The same of the moves of this very route: what the other premises come from may tie what these hold constant."""
    kept: set[Equation] = set()
    for move in moves_in(route):
        if move.rule in LAWS and _holds_what_others_move(route, (move,), _labels_of(move.ancestry), found, tied):
            own = {leaf.label for leaf in move.leaves}
            kept |= {eq for eq in found if own & set(_labels(eq))}
    return kept


def _holds_what_others_move(
    route: Move, moves: Sequence[Move], own: set[str], found: Sequence[Equation], tied: Sequence[Tie]
) -> bool:
    """Does one of the moves hold constant what lines link with its variable that these moves do not use?"""
    earlier = own | _labels_of(moves)
    others = [eq for eq in found if not earlier & set(_labels(eq))]
    if not (others or tied):
        return False
    directed = [*_behind(route, earlier), *(Dependence.of(eq.lhs, eq.rhs) for eq in others), *map(Dependence, tied)]
    return any(
        (move.rule != "compare_coefficients" and held & linked_with({v}, others, tied))
        or (move.rule in LAWS and held & changing_with({v}, directed, held))
        for move in moves
        for v, held in _held_constant(move)
    )


def _labels_of(moves: Iterable[Move]) -> set[str]:
    return {line.label for move in moves for line in move.leaves}


def _behind(route: Move, earlier: Container[str]) -> Iterator[Dependence]:
    """What the lines behind the premises say of changes, other than those `earlier` ones and laws that hold for every value."""
    moves = [move for other in route.leaves if other.by is not None for move in other.by.ancestry]
    laws = {line.label for move in moves if move.rule == "compare_coefficients" for line in move.leaves}
    for line in dict.fromkeys(line for move in moves for line in move.leaves):
        if line.label not in earlier and line.label not in laws and not isinstance(line.lhs, AppliedUndef):
            yield Dependence.of(line.lhs, line.rhs)


def _held_constant(move: Move) -> Iterator[tuple[sympy.Symbol, set[sympy.Symbol]]]:
    """The variables of a move and of the lines that it uses, each with the symbols that were constants to it."""
    for leaf in move.leaves:
        sides = (leaf.lhs, leaf.rhs)
        constants = set(leaf.symbols) - {side for side in sides if side.is_Symbol}
        if move.rule == "differentiate":
            yield from ((v, constants - {v}) for v in move.data)
        elif move.rule == "compare_coefficients":
            yield from ((v, set(leaf.symbols) - {v}) for v in move.data)
        for part in (part for side in sides for part in parts_of(side, sympy.Derivative, *BOUND)):
            if not part.args[0].is_Symbol:
                yield from ((v, part.args[0].free_symbols - {v}) for v in part.variables)
        for part in (part for side in sides for part in parts_of(side, AppliedUndef)):
            own = set(getattr(part.func, "variables", None) or ())
            yield from ((v, constants - own) for v in own & part.free_symbols)


def linked_with(
    symbols: set[sympy.Symbol], equations: Iterable[Equation], tied: Iterable[Tie] = ()
) -> set[sympy.Symbol]:
    """The symbols that equations, or conditions that tie symbols, link with these, directly or through others."""
    return linked(symbols, [*(eq.symbols for eq in equations), *tied])


def _with_values(condition: Boolean) -> Boolean:
    """The condition with proved values for its integrals and series, of which no point over an infinite range is known."""
    if not isinstance(condition, Relational) or not condition.has(*BOUND):
        return condition
    left, right, exceptions, _ = closed_forms(condition.lhs, condition.rhs)
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
