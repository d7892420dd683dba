"""From a few particles to every N: how many values of N prove an equation between indexed sums.

The argument.  Let E(S) be the difference of the two sides for a finite ordered set S of
particles: N is the number of them, an index that stands as a number is the rank of its
particle, the x_i are independent letters.  Split off what each set of particles
contributes beyond its subsets,

    E(S) = Σ_{A⊆S} F(A),    F(A) = Σ_{B⊆A} (−1)^|A∖B| E(B),

which is induction on N with the last particle split off, done all at once: E for N + 1
particles less E for N of them is the sum of F(A) over the sets A that hold the last one.
Say that E has degree d if F(A) = 0 for every A of more than d particles.

- What holds neither sums, nor N, nor the rank of a particle has degree 0.  Whether two
  indices are equal, or in which order, is a matter of these particles alone (degree 0).
- N = Σ_j 1 and the rank Σ_j [j ≤ i] have degree 1.
- F of a product lives on unions of the sets of its factors, so degrees add; those of a sum
  of terms are at most the largest.
- Σ_i f(i) has degree at most 1 + that of f, because F lives on {i} ∪ A.

If E has degree d and vanishes identically for every S of at most d particles, then all
F(A) are zero, hence E is zero for every N.  It is enough that E vanishes for d + 1
successive numbers n, ..., n + d of particles, then it does for every N ≥ n: hold any n
particles fixed, and let A be made of the others.  (N = 0, where every sum is empty, may be
among them.)

Particles that are named, such as a free index k, the first, the last, or k + 1 (the next
one, or the one after the last), are held fixed as well; every coincidence and order of
them is met among the values 1 ... N of the free indices, and with P of them the numbers
from 1 to P + d are enough.  A summand in which an index occurs only as i + s is
renumbered, Σ_{i=1}^N f(i+s) = Σ_{i=1+s}^{N+s} f(i), which names particles at the ends.
Denominators that are linear in N are multiplied out; they must not vanish from the first
number on.

The degree is read off the expression by these rules (`bound`), so it is an upper bound.
Where no rule fits (2^N, 1/i, exp Σ x_i, neighbours x_i x_{i+1}) there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import GiveUp
from verify.terms.survey import by_name
from verify.vocabulary.indexed_sums import index_positions, is_indexed, summation_indices


@dataclass(frozen=True)
class Bound:
    """The equation holds for every N ≥ `first` if it does for first, ..., last, at all values of the free indices."""

    first: int
    last: int
    degree: int
    named: int
    """How many particles are held fixed at most."""

    def starting(self, least: int) -> Bound:
        """The bound for a claim that is made for N ≥ `least` only."""
        if least <= 1:
            return self
        first = max(self.first, least)
        return Bound(first, max(first, self.named) + self.degree, self.degree, self.named)


@dataclass
class _Named:
    """How many particles are held fixed: by number from the first, from the last, beside the free indices."""

    low: int = 0
    high: int = 0
    before: dict[sympy.Symbol, int] = field(default_factory=dict)
    after: dict[sympy.Symbol, int] = field(default_factory=dict)

    def note(self, base: sympy.Expr, shift: int, number: sympy.Expr) -> None:
        if base == 0:
            self.low = max(self.low, shift)
        elif base == number:
            self.high = max(self.high, 1 - shift)
        else:
            self.before[base] = max(self.before.get(base, 0), -shift)
            self.after[base] = max(self.after.get(base, 0), shift)

    def count(self, free: tuple[sympy.Symbol, ...]) -> int:
        beside = sum(1 + self.before.get(k, 0) + self.after.get(k, 0) for k in free)
        return self.low + self.high + beside


Growth = tuple[int, int]
"""(degree, power of the common denominator): what a polynomial in N over that power contributes."""


def bound(
    lhs: sympy.Expr,
    rhs: sympy.Expr,
    number: sympy.Symbol,
    free: tuple[sympy.Symbol, ...],
    places: Iterable[sympy.Expr] = (),
) -> Bound:
    """The values of N that decide lhs = rhs, whose summation indices are `apart`.  Raises GiveUp if there is no bound.

    `places` are named besides, such as the 3 and the k + 1 of a condition k + 1 > 3.
    """
    degrees = _Degrees(lhs, rhs, number, free)
    degree, _ = degrees.common([degrees.of(lhs), degrees.of(rhs)])
    for base, shift in map(degrees._split, places):
        degrees.named.note(base, shift, number)
    fixed = degrees.named.count(free)
    first = max([min(fixed, 1), *(_after_zero(base, number) for base in degrees.denominators)])
    return Bound(first, max(first, fixed) + degree, degree, fixed)


def is_place(expression: sympy.Expr, number: sympy.Expr, free: tuple[sympy.Symbol, ...]) -> bool:
    """Is this a particle that can be named: 3, N, N − 1, a free index k, k + 1?"""
    shift, base = expression.as_coeff_Add()
    return bool(shift.is_Integer and (base == 0 or base == number or base in free))


def _denominators(number: sympy.Symbol, *sides: sympy.Expr) -> tuple[sympy.Expr, ...]:
    """The bases a N + b that stand below a line, each once."""
    powers = (p for side in sides for p in side.atoms(sympy.Pow) if p.exp.is_Integer and p.exp.is_negative)
    found = {p.base for p in powers if p.base.free_symbols == {number} and _is_linear(p.base, number)}
    return tuple(sorted(found, key=by_name))


def _is_linear(base: sympy.Expr, number: sympy.Symbol) -> bool:
    if not base.is_polynomial(number):
        return False
    return bool(
        sympy.degree(base, number) == 1 and base.coeff(number, 1).is_Rational and base.coeff(number, 0).is_Rational
    )


def _after_zero(base: sympy.Expr, number: sympy.Symbol) -> int:
    """The first number from which on a N + b does not vanish."""
    return int(sympy.floor(-base.coeff(number, 0) / base.coeff(number, 1))) + 1


class _Degrees:
    """Reads degrees off expressions by the rules above, and notes the particles that are named on the way."""

    def __init__(self, lhs: sympy.Expr, rhs: sympy.Expr, number: sympy.Symbol, free: tuple[sympy.Symbol, ...]) -> None:
        self.number, self.free = number, free
        self.summed = summation_indices(lhs) | summation_indices(rhs)
        self.denominators = _denominators(number, lhs, rhs)
        self.named = _Named()

    def common(self, parts: list[Growth]) -> Growth:
        """Terms brought to one denominator, which is the product of all `denominators` to some power."""
        power = max(over for _, over in parts)
        return max(degree + len(self.denominators) * (power - over) for degree, over in parts), power

    def of(self, e: sympy.Expr) -> Growth:
        if isinstance(e, sympy.Sum):
            return self._of_sum(e)
        if not e.has(sympy.Sum):
            self._note(e)
            if not self._counts(e):
                return 0, 0
        if e.is_Symbol:
            return 1, 0
        if e.is_Add:
            return self.common([self.of(term) for term in e.args])
        if e.is_Mul:
            parts = [self.of(factor) for factor in e.args]
            return sum(degree for degree, _ in parts), sum(over for _, over in parts)
        if e.is_Pow and e.exp.is_Integer:
            if e.exp.is_positive:
                degree, over = self.of(e.base)
                return degree * int(e.exp), over * int(e.exp)
            if e.base in self.denominators:
                return (len(self.denominators) - 1) * -int(e.exp), -int(e.exp)
        raise GiveUp(f"{type(e).__name__} of N, of an index or of a sum")

    def _counts(self, e: sympy.Expr) -> bool:
        """Does N, or an index as a number, occur outside the index positions?"""
        if e.has(sympy.Product, sympy.Integral, sympy.Derivative, sympy.Subs):
            raise GiveUp("an operator with a variable of its own")
        placed = {f: sympy.Dummy() for f in e.atoms(AppliedUndef, sympy.KroneckerDelta) if _has_positions(f)}
        return bool(e.xreplace(placed).free_symbols & {self.number, *self.free, *self.summed})

    def _note(self, e: sympy.Expr) -> None:
        """The particles that an expression without sums names."""
        for base, shift in map(self._split, index_positions(e)):
            if base not in self.summed:
                self.named.note(base, shift, self.number)

    def _split(self, place: sympy.Expr) -> tuple[sympy.Expr, int]:
        """k + 1 → (k, 1), N → (N, 0), 3 → (0, 3).  Raises GiveUp for anything else."""
        shift, base = place.as_coeff_Add()
        if not (shift.is_Integer and (base == 0 or base == self.number or base in self.free or base in self.summed)):
            raise GiveUp(f"the index {place}")
        return base, int(shift)

    def _of_sum(self, e: sympy.Sum) -> Growth:
        """The outermost index, with the sum over the others as its summand."""
        *inner, (index, low, high) = e.limits
        body = sympy.Sum(e.function, *inner) if inner else e.function
        terms = (body,) if len(self._shifts(body, index)) < 2 else _terms(body)
        parts = []
        for term in terms:
            shifts = self._shifts(term, index)
            if len(shifts) > 1:
                raise GiveUp(f"neighbours of the index {index.name}")
            self._limits(low, high, next(iter(shifts), 0))
            parts.append(self.of(term))
        degree, power = self.common(parts)
        return degree + 1, power

    def _shifts(self, term: sympy.Expr, index: sympy.Symbol) -> set[int]:
        """Every s of an i + s in an index position of the term; the limits of inner sums count as 0."""
        found = {shift for base, shift in map(self._split, index_positions(term)) if base == index}
        inner = (end for s in term.atoms(sympy.Sum) for limit in s.limits for end in limit[1:])
        return found | {0 for end in inner if end.has(index)}

    def _limits(self, low: sympy.Expr, high: sympy.Expr, moved: int) -> None:
        """Notes the particles at the ends of low + moved ... high + moved.  Raises GiveUp for limits that it cannot place.

        Between i and another index only <, ≤, > and ≥ are matters of these two particles;
        a larger step from a free index names the particles in between.
        """
        for end, strict in ((low, 1), (high, -1)):
            base, shift = self._split(end)
            if base in self.summed or base in self.free:
                if moved or (base in self.summed and shift not in (0, strict)):
                    raise GiveUp(f"the limit {end}")
                if shift not in (0, strict):
                    self.named.note(base, shift, self.number)
            else:
                # just outside: the sum from 1 to N names nobody
                self.named.note(base, shift + moved - strict, self.number)


def _has_positions(e: sympy.Basic) -> bool:
    return is_indexed(e) or isinstance(e, sympy.KroneckerDelta)


def _terms(body: sympy.Expr) -> tuple[sympy.Expr, ...]:
    return sympy.Add.make_args(sympy.expand(body, power_base=False, power_exp=False, log=False))  # type: ignore[no-any-return]
