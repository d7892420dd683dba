"""An equation between sums over particles, written out for a number of them: both sides, the domain, and what conditions admit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.deciding.indexed_premises import as_function
from verify.errors import ClaimError, GiveUp
from verify.points.by_assumptions import allowed
from verify.points.domain import Domain, EmptyDomain
from verify.premises.facts import Facts, tying
from verify.proofs.definedness import NOWHERE, dropped, moved
from verify.terms.differentiability import KINKED
from verify.terms.openness import conjuncts
from verify.terms.requirements import HasNoZero, Requirement
from verify.theorems.particle_induction import is_place
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.indexed_sums import apart, free_indices, slope, written_out
from verify.wording import condition

MOST_TRIED = 20
MOST_PLACES = 3000
"""Numbers of particles, and of places, at which conditions on indices are looked for."""

Place = tuple[int, tuple[int, ...]]
"""A number of particles, and the values of the free indices."""


@dataclass(frozen=True)
class Instance:
    """Both sides written out for one number of particles, and the domain of what is left."""

    left: sympy.Expr
    right: sympy.Expr
    domain: Domain
    lost: tuple[Any, ...] = ()

    @property
    def is_defined(self) -> bool:
        return 0 not in self.lost and not any(side.has(sympy.zoo, sympy.nan) for side in (self.left, self.right))


@dataclass(frozen=True)
class Question:
    """lhs = rhs with the derivative taken, the premises put in, and every summation index its own.

    `lost` is what the printed sides need in order to be defined, and no longer show (`verify.proofs.definedness`).
    """

    lhs: sympy.Expr
    rhs: sympy.Expr
    number: sympy.Expr
    free: tuple[sympy.Symbol, ...]
    facts: Facts
    lost: tuple[Any, ...] = ()
    known: dict[Place, Instance] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, statement: IndexedRelation, facts: Facts) -> Question:
        """Raises GiveUp, and ClaimError for a derivative by an index."""
        lhs, rhs = apart(statement.lhs), apart(statement.rhs)
        if statement.slope is not None:
            if statement.slope in free_indices(statement.number, lhs):
                raise ClaimError(f"slope={statement.slope} is an index; expected a quantity")
            if lhs.has(*KINKED):
                raise GiveUp("a function with kinks or jumps is differentiated")
            lhs = slope(
                as_function(lhs, statement.slope, statement, (*facts.equations, *tying(facts.conditions))),
                statement.slope,
            )
        for derivative in lhs.atoms(sympy.Derivative) | rhs.atoms(sympy.Derivative):
            for variable in derivative.variables:  # what is put in below stands under the derivative sign
                as_function(derivative.expr, variable, statement, (*facts.equations, *tying(facts.conditions)))
        if facts.equations:  # whose values may bring sums of their own
            lhs, rhs = (apart(facts.parametrisation.apply(side)) for side in (lhs, rhs))
        by = () if statement.slope is None else (statement.slope,)
        lost = _lost(statement, (lhs, rhs), facts)
        free = free_indices(statement.number, lhs, rhs, *(need for need in lost if isinstance(need, sympy.Expr)), *by)
        settled = [s for s in (*free, *statement.number.free_symbols) if s in facts.parametrisation.values]
        if settled:
            raise GiveUp(f"a premise settles {', '.join(map(str, settled))}")
        return cls(lhs, rhs, statement.number, free, facts, lost)

    def places(self, count: int) -> Iterator[Place]:
        """Every value of the free indices for so many particles."""
        return ((count, at) for at in product(range(1, count + 1), repeat=len(self.free)))

    def instance(self, place: Place) -> Instance:
        """Raises GiveUp."""
        if place not in self.known:
            self.known[place] = self._instance(place)
        return self.known[place]

    def _instance(self, place: Place) -> Instance:
        left, right = self._written(self.lhs, place), self._written(self.rhs, place)
        lost = tuple(part for need in self.lost for part in self._needs_at(need, place))
        domain = self.facts.domain(left, right, *lost)
        conditions = tuple(self._written(condition, place) for condition in domain.conditions)
        symbols = {s for thing in (left, right, *lost, *domain.symbols, *conditions) for s in thing.free_symbols}
        return Instance(left, right, Domain(tuple(symbols - {self.number, *self.free}), conditions), lost)

    def _needs_at(self, need: Any, place: Place) -> Iterator[Any]:
        """What is needed for so many particles: of every particle, where it is needed of each."""
        if isinstance(need, HasNoZero):
            expr, index, *ends = need.args
            low, high = (int(self._written(end, place)) for end in ends)
            yield from (self._written(expr.subs(index, k), place) for k in range(low, high + 1))
        else:
            yield moved(need, lambda part: self._written(part, place))

    @property
    def single_conditions(self) -> tuple[Boolean, ...]:
        """The conditions, each part of an *and* by itself."""
        return tuple(p for c in self.facts.conditions for p in conjuncts(c))

    def reject_if_empty(self) -> None:
        """Raises EmptyDomain if the conditions leave no index and no number of particles of which the claim speaks.

        Every order of p indices is met among N = p particles, those beyond are tried for conditions such as k > 5.
        """
        linked = {self.number, *self.free}
        own = [c for c in self.single_conditions if c.free_symbols and c.free_symbols <= linked]
        counts = [int(self.number)] if self.number.is_Integer else range(1, MOST_TRIED + 1)
        if not own:
            return
        total = 0
        for count in counts:
            total += count ** len(self.free)
            if total > MOST_PLACES:
                break
            for place in self.places(count):
                if self.admits(place) and all(self._written(c, place) is sympy.true for c in own):
                    return
        listed = " and ".join(condition(c) for c in own)
        raise EmptyDomain(f"no index satisfies {listed}; expected conditions that leave something to decide")

    @property
    def least(self) -> int:
        """The number from which on conditions N ≥ n or N > n admit every N."""
        found = [1]
        for c in self.single_conditions:
            canonical = c.canonical if isinstance(c, (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)) else c
            if (
                isinstance(canonical, (sympy.Ge, sympy.Gt))
                and canonical.lhs == self.number
                and canonical.rhs.is_Integer
            ):
                found.append(int(canonical.rhs) + int(isinstance(canonical, sympy.Gt)))
        return max(found)

    @property
    def most(self) -> int | None:
        """The largest number that conditions N ≤ n or N < n admit, if there is one."""
        found = [_largest(c, self.number) for c in self.single_conditions]
        return min((n for n in found if n is not None), default=None)

    @property
    def between(self) -> tuple[Relational, ...]:
        """Conditions on the order of particles that can be named: k ≠ l, k < l, k > 2, k < N."""
        return tuple(
            c
            for c in self.single_conditions
            if isinstance(c, Relational)
            and c.free_symbols & set(self.free)
            and all(is_place(side, self.number, self.free) for side in c.args)
        )

    def excludes(self, place: Place) -> bool:
        """Does a condition on the order of named particles leave these values out?"""
        return any(self._written(c, place) is sympy.false for c in self.between)

    def unlinked(self, instance: Instance) -> Domain:
        """The domain without the conditions that speak of N, of an index or of an indexed quantity.

        A proof for every N may not use those: they may leave out particles on which its argument calls.
        """
        linked = {self.number, *self.free}
        conditions = self.facts.domain(instance.left, instance.right).conditions
        kept = tuple(c for c in conditions if not (c.free_symbols & linked or c.has(AppliedUndef, sympy.Sum)))
        return Domain(instance.domain.symbols, kept)

    def _written(self, thing: sympy.Basic, place: Place) -> Any:
        return written_out(thing, self.number, place[0], dict(zip(self.free, place[1], strict=True)))

    def admits(self, place: Place) -> bool:
        """Do the assumptions on N and on the free indices allow these numbers?"""
        count, at = place
        pairs = list(zip(self.free, at, strict=True))
        if not self.number.is_Integer:
            pairs.append((self.number, count))
        return all(allowed(symbol, sympy.Integer(value)) for symbol, value in pairs)


def _lost(statement: IndexedRelation, shown: tuple[sympy.Expr, ...], facts: Facts) -> tuple[Any, ...]:
    """What the premises cancel of it, and what a derivative leaves out.  Raises GiveUp for what may be defined nowhere."""
    printed, put = (statement.lhs, statement.rhs), facts.parametrisation.apply
    found = dropped(printed, put, facts), dropped(printed, put, facts, shown)
    if None in found:
        raise GiveUp(NOWHERE)
    by_premises, in_all = (each or () for each in found)
    constant = (part for part in in_all if not isinstance(part, Requirement) and not part.has(AppliedUndef))
    return tuple(dict.fromkeys((*by_premises, *constant)))


def _largest(c: Boolean, number: sympy.Expr) -> int | None:
    if not isinstance(c, (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)):
        return None
    if c.lts != number or not c.gts.is_Rational:
        return None
    strict = isinstance(c, (sympy.Gt, sympy.Lt)) and c.gts.is_Integer
    return int(sympy.floor(c.gts)) - int(strict)
