"""Statements of analytical mechanics: Hamilton's equations of a printed Hamiltonian, and what its motion conserves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import sympy

from verify.errors import ClaimError
from verify.quantities.dimension_names import DIMENSIONLESS, TIME
from verify.quantities.exact import exact
from verify.quantities.symbols import symbol
from verify.vocabulary.statements import Statement, different_pairs, plain_symbol

Pairs = tuple[tuple[sympy.Expr, sympy.Expr], ...]
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

    def sides(self) -> Pairs:
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

    def sides(self) -> Pairs:
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
