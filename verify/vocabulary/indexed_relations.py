"""Statements that say more than "left equals right": sums for every N, expansions, Legendre transforms, periods.

Each is frozen data that tells the rest of the engine what it needs to know of it: its
expressions (for undeclared symbols), the pairs of equal dimension, and the fields that a
slip of the pen could spoil.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

import sympy

from verify.errors import ClaimError
from verify.points.domain import allowed
from verify.quantities.digits import decimal
from verify.quantities.exact import exact
from verify.vocabulary.indexed_sums import is_indexed
from verify.vocabulary.statements import Statement, different_pairs, plain_symbol

Pairs = tuple[tuple[sympy.Expr, sympy.Expr], ...]


@dataclass(frozen=True)
class IndexedRelation(Statement):
    """`lhs = rhs` for every number of particles `number`, both built from sums over indexed quantities.

    An index over which no sum runs may have any value from 1 to N.  With `slope`, an
    indexed quantity x(k) or a plain symbol, the left side is differentiated with respect to
    it first, as it is printed: ∂lhs/∂x_k = rhs for every k.  Of the premises only definitions
    through that variable (B = 2S) are put in before.  `called` is what the page calls the left side, by a definition
    (J_i ≡ ∂L/∂φ̇_i), an earlier line or Hamilton's equations (φ̇_i = ∂H/∂J_i): a name, of which nothing is decided.  `number` is a
    symbol that is declared an integer, or a whole number; then the claim is made for that number alone.
    Raises ClaimError for anything else.
    """

    lhs: sympy.Expr
    rhs: sympy.Expr
    number: sympy.Expr
    slope: sympy.Expr | None = None
    called: sympy.Expr | None = None
    slots: ClassVar[tuple[str, ...]] = ("rhs", "lhs")

    def __post_init__(self) -> None:
        number, slope = self.number, self.slope
        if self.called is not None and not (self.called.is_Symbol or is_indexed(self.called)):
            raise ClaimError(f"called={self.called}; expected an indexed quantity or a symbol")
        counts = number.is_integer and number.is_nonnegative and (number.is_Symbol or number.is_Integer)
        if not counts:
            raise ClaimError(f"number={number}; expected a symbol for a positive integer, or a positive integer")
        if slope is None:
            return
        if not (slope.is_Symbol or is_indexed(slope)) or slope == number:
            raise ClaimError(
                f"slope={slope}; expected an indexed quantity such as x(k), or a symbol other than {number}"
            )

    def expressions(self) -> tuple[sympy.Basic, ...]:
        more = tuple(e for e in (self.slope, self.called) if e is not None)
        return (self.lhs, self.rhs, self.number, *more)

    def sides(self) -> Pairs:
        own = (self.lhs if self.slope is None else self.lhs / self.slope, self.rhs)
        return (own,) if self.called is None else (own, (self.called, self.rhs))


@dataclass(frozen=True)
class Expansion(Statement):
    """`expression = expansion + O(|variable|^order)` as the variable tends to 0 from either side.

    Where the page cuts the expansion and throws a constant away, H = ..., `called` is what it calls the rest, and
    `dropping` the constant: names and words of the page, of which nothing is decided.
    """

    expression: sympy.Expr
    variable: sympy.Symbol
    expansion: sympy.Expr
    order: int
    called: sympy.Expr | None = None
    dropping: sympy.Expr = sympy.S.Zero
    slots: ClassVar[tuple[str, ...]] = ("expansion",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        named = () if self.called is None else (self.called, self.dropping)
        return (self.expression, self.expansion, self.variable, *named)

    def sides(self) -> Pairs:
        own = (self.expression, self.expansion)
        dropped = () if self.dropping == 0 else ((self.dropping, self.expression),)
        return (own, *dropped) if self.called is None else (own, *dropped, (self.called, self.expression))


@dataclass(frozen=True)
class Legendre(Statement):
    """`hamiltonian` is the Legendre transform of `lagrangian` with momenta p_i = ∂L/∂v_i, without approximation."""

    lagrangian: sympy.Expr
    velocities: tuple[sympy.Symbol, ...]
    momenta: tuple[sympy.Symbol, ...]
    hamiltonian: sympy.Expr
    slots: ClassVar[tuple[str, ...]] = ("hamiltonian",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.lagrangian, self.hamiltonian, *self.velocities, *self.momenta)

    def sides(self) -> Pairs:
        pairs = zip(self.velocities, self.momenta, strict=True)
        return ((self.lagrangian, self.hamiltonian), *((self.lagrangian, v * p) for v, p in pairs))


@dataclass(frozen=True)
class SmallestPeriod(Statement):
    """The expression is unchanged when the variable grows by `period`, and by nothing smaller."""

    expression: sympy.Expr
    variable: sympy.Symbol
    period: sympy.Expr
    slots: ClassVar[tuple[str, ...]] = ("period",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return self.expression, self.variable, self.period

    def sides(self) -> Pairs:
        return ((self.expression, self.expression), (self.variable, self.period))


@dataclass(frozen=True)
class Diverges(Statement):
    """The expression grows beyond every bound as the variable tends to `place` from above."""

    expression: sympy.Expr
    variable: sympy.Symbol
    place: sympy.Expr
    slots: ClassVar[tuple[str, ...]] = ("expression",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return self.expression, self.variable, self.place

    def sides(self) -> Pairs:
        return ((self.expression, self.expression), (self.variable, self.place))


def for_every_number(
    lhs: Any, *rhs: Any, number: sympy.Expr, slope: sympy.Expr | None = None, called: sympy.Expr | None = None
) -> tuple[IndexedRelation, ...]:
    """The chain lhs = rhs[0] = ... for every number of particles; `slope` differentiates the first member.

    `called` is the name that the page gives the first member.
    """
    members = [exact(term) for term in rhs]
    if not members:
        raise ClaimError("for_every_number needs a right-hand side; found none")
    first = IndexedRelation(exact(lhs), members[0], exact(number), slope, called)
    later = (IndexedRelation(a, b, exact(number)) for a, b in pairwise(members))
    return (first, *later)


def expands_to(
    expression: Any,
    variable: sympy.Symbol,
    expansion: Any,
    *,
    order: int,
    called: sympy.Expr | None = None,
    dropping: Any = 0,
) -> tuple[Expansion]:
    """The expansion holds up to terms of the given order in |variable|, on every side of 0 that the domain admits.

    Powers of log|variable| may stand in it: write log(x) for a positive x, log(Abs(x)) otherwise.
    A term of the stated order or beyond would not be checked, and leaves the claim undecided.
    """
    if isinstance(order, bool) or not isinstance(order, (int, sympy.Integer)):
        raise ClaimError(f"expands_to: order={order!s}; expected a whole number")
    constant = exact(dropping)
    if constant.has(variable):
        raise ClaimError(f"expands_to: dropping={constant} depends on {variable}; expected a constant")
    own = exact(expression), plain_symbol(variable, "variable"), exact(expansion), int(order)
    return (Expansion(*own, called, constant),)


def legendre(lagrangian: Any, *pairs: tuple[sympy.Symbol, sympy.Symbol], hamiltonian: Any) -> tuple[Legendre]:
    """`pairs` are (velocity, momentum).

    The Lagrangian is differentiated as it is written here: symbols that depend on a velocity must be written
    out, and premises with a velocity or momentum are not put in.
    """
    velocities, momenta = different_pairs("legendre", pairs)
    return (Legendre(exact(lagrangian), velocities, momenta, exact(hamiltonian)),)


def smallest_period(expression: Any, variable: sympy.Symbol, period: Any) -> tuple[SmallestPeriod]:
    """Smallest, not only a period.

    For a real variable the smallest positive number, for an integer variable the smallest positive whole number.
    """
    return (SmallestPeriod(exact(expression), plain_symbol(variable, "variable"), exact(period)),)


def diverges(expression: Any, variable: sympy.Symbol, place: Any) -> tuple[Diverges]:
    """The expression tends to plus infinity as the variable comes down to `place`.

    The expression may be a symbol that a premise gives as a function of the variable (R of d, say).
    """
    if exact(place).has(sympy.oo, -sympy.oo):
        raise ClaimError(f"diverges: place={place}; expected a finite place, which is approached from above")
    return (Diverges(exact(expression), plain_symbol(variable, "variable"), exact(place)),)


@dataclass(frozen=True)
class SoftGroundState(Statement):
    """κ² of the ground state of −1/(|x| + 1/ratio), with E = −κ²/2 in units of the Coulomb problem, is `formula`.

    `ratio` is Bohr radius over softening length; `energy` the printed symbol and factor of κ², of which nothing is decided.  Equality is meant at every value of
    `at`; with `leading` only that the formula is real there, and that formula and exact value
    have the ratio 1 in the limit of a large ratio; with `between` only that exact value over
    formula lies between two numbers at every value of `at`.
    """

    formula: sympy.Expr
    ratio: sympy.Symbol
    at: tuple[sympy.Rational, ...]
    leading: bool = False
    between: tuple[sympy.Rational, sympy.Rational] | None = None
    energy: tuple[sympy.Expr, sympy.Expr] | None = None
    slots: ClassVar[tuple[str, ...]] = ("formula",)

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (self.formula, self.ratio, *(self.energy or ()))

    def sides(self) -> Pairs:
        return ((self.formula, sympy.Integer(1)),)


def soft_ground_state(
    formula: Any,
    ratio: sympy.Symbol,
    *,
    at: tuple[Any, ...],
    leading: bool = False,
    between: tuple[str, str] | None = None,
    energy: tuple[Any, Any] | None = None,
) -> tuple[SoftGroundState]:
    """The formula gives κ² of the softened Coulomb potential at these ratios, or in the limit (`leading`).

    `between=("0.9", "1.1")` says instead that exact value over formula is at least 0.9 and at most 1.1 there.
    `energy` is the symbol that the page prints for the energy, and what κ² is multiplied by to give it.
    """
    places = tuple(exact(value) for value in at)
    for place in places:
        if not (place.is_Rational and place.is_positive and allowed(ratio, place)):
            raise ClaimError(f"soft_ground_state: at={place}; expected positive ratios that {ratio} may have")
    if not places and not leading:
        raise ClaimError("soft_ground_state: at=(); expected a ratio at which the formula is compared")
    ends = None if between is None else (decimal(between[0]), decimal(between[1]))
    if ends is not None and (leading or ends[0] > ends[1]):
        raise ClaimError(f"soft_ground_state: between={between}; expected the lower end first, and no limit")
    named = None if energy is None else (exact(energy[0]), exact(energy[1]))
    return (SoftGroundState(exact(formula), plain_symbol(ratio, "ratio"), places, leading, ends, named),)
