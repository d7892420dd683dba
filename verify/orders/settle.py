"""Order relations that neither a sampled point nor the signs of the terms decide.

Tried in this order, each only where the one before says nothing:

1. rational functions of one variable, also with |·|, max, min, sign, Piecewise: decided
   on the whole line (`verify.orders.line`);
2. |·|, max, min, ... in several variables: cases (`verify.proofs.sign_cases`), each for itself;
3. polynomials in several variables: completed squares (`verify.orders.squares`);
4. analytic functions of one variable: certified slopes (`verify.orders.slopes`);
5. points where a counterexample would be, if there is one: the pieces, roots and
   stationary points along every coordinate, and equal values of all symbols.

A counterexample at a rational point is certified by the same enclosures as every other
(`verify.refuting.hunt`).  Where a strict relation fails only by equality at an irrational root,
the certificate is exact: see `EqualSides`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import combinations, islice
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.balls import enclose
from verify.balls.decimals import printed
from verify.errors import GiveUp
from verify.orders.line import Line, Place, exact_root
from verify.orders.slopes import exact_zeros, proved_by_slope
from verify.orders.squares import range_conditions, rational_sign
from verify.orders.sturm import refined
from verify.orders.turning_points import turning_points
from verify.points.by_assumptions import allowed
from verify.points.domain import Domain, certainly_holds
from verify.points.exact_numbers import certain_sign
from verify.points.plan import Point
from verify.points.term_by_term import selections, sum_sign, with_conditions
from verify.proofs.proof import Proof
from verify.proofs.sign_cases import SWITCHED, prove_by_cases
from verify.refuting.counterexample import Refuted
from verify.refuting.hunt import Hunt
from verify.solving.putting import with_values
from verify.solving.replacement import put_in_condition
from verify.terms.sign_algebra import TRUE_FOR, Signs
from verify.terms.survey import TooBig, by_name

MAX_OPERATIONS = 200
MOST_POINTS = 60
MOST_BASES = 2
PRINT_BITS = 128
FINE = Fraction(1, 2**100)


class EqualSides(Refuted):
    """A strict relation is false at `point`, an exact irrational point, because both sides are equal there.

    Why it cannot lie: see `_equal_at_a_number` for numbers such as π.  Otherwise the point
    is a root of a polynomial with rational coefficients, held in a bracket.  That the numerator of lhs - rhs vanishes there, that no divisor does,
    and that every condition holds, is read off polynomials (`verify.orders.line`).
    """

    def __init__(self, relation: str, point: tuple[tuple[Any, Any], ...], value: str) -> None:
        self.relation = relation
        self._point = point
        self._value = value

    def as_found(self) -> EqualSides:
        return self

    @property
    def point(self) -> tuple[tuple[Any, Any], ...]:
        return self._point

    @property
    def bits(self) -> int:
        return 0

    @property
    def lhs(self) -> str:
        return self._value

    @property
    def rhs(self) -> str:
        return self._value

    @property
    def gap(self) -> str:
        return "0"

    @property
    def relative(self) -> str:
        return "0"


def settle_order(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, rel: str, hunt: Hunt) -> Proof | Refuted | None:
    """A proof of `lhs rel rhs` on the domain, a counterexample, or None.

    `hunt` has looked at sampled points before.  Raises ValueError for an unknown relation.
    """
    try:
        return _settled(lhs, rhs, domain, rel, hunt)
    except TooBig:  # a number arose that no memory holds
        return None


def _settled(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, rel: str, hunt: Hunt) -> Proof | Refuted | None:
    if (lhs - rhs).count_ops() > MAX_OPERATIONS:
        return None
    symbols = sorted((lhs - rhs).free_symbols, key=by_name)
    if not symbols or not all(symbol.is_real for symbol in symbols):
        return None
    if len(symbols) == 1:
        return _of_one_symbol(lhs, rhs, symbols[0], domain, rel, hunt)
    return _of_several(lhs, rhs, domain, rel) or hunt.among(_along_coordinates(lhs, rhs, symbols, domain, rel, hunt))


def _of_one_symbol(
    lhs: sympy.Expr, rhs: sympy.Expr, x: sympy.Symbol, domain: Domain, rel: str, hunt: Hunt
) -> Proof | Refuted | None:
    try:
        found = _Axis(lhs, rhs, x, domain, rel).look()
    except GiveUp:
        shown = proved_by_slope(lhs - rhs, x, domain, TRUE_FOR[rel])
        if shown is not None:
            return Proof("certified slope", shown)
        near = (
            {**base, x: value} for base in hunt.seen[:1] for value in turning_points(lhs - rhs, x, base, hunt.budget)
        )
        return hunt.among(near) or _equal_at_a_number(lhs, rhs, x, domain, rel, hunt)
    if not found.wrong:
        detail = f"The difference of the two sides has the same sign between any two neighbouring roots: {found.shown}."
        return Proof("all real roots", detail) if found.right else None
    base = hunt.seen[0] if hunt.seen else {}
    points = ({**base, x: value} for place in found.wrong for value in found.samples(place))
    return hunt.among(points) or found.equal_sides(base)


def _equal_at_a_number(
    lhs: sympy.Expr, rhs: sympy.Expr, x: sympy.Symbol, domain: Domain, rel: str, hunt: Hunt
) -> Refuted | None:
    """A strict relation that fails by equality at an exact number such as π.

    Why it cannot lie: both sides are finite and real there, their difference is zero as an
    exact number (`verify.points.exact_numbers`), and the number has the sign that x is declared to
    have and meets every condition on x with a certain sign of its own.
    """
    if 0 in TRUE_FOR[rel] or not hunt.seen:
        return None
    for value in exact_zeros(lhs - rhs, x, domain):
        place = sympy.Dummy("x", real=True)  # a condition on x itself its declaration would settle
        put = {x: value, place: value}
        told = [*range_conditions(x, place), *(c for c in domain.conditions if x in c.free_symbols)]
        if not _is_admissible(x, value) or not all(
            certainly_holds(put_in_condition(condition, put)) for condition in told
        ):
            continue
        left, right = with_values(lhs, put), with_values(rhs, put)
        if certain_sign(left) is None or certain_sign(right) is None or certain_sign(left - right) != 0:
            continue
        point = {**hunt.seen[0], x: value}
        shown = "0" if certain_sign(left) == 0 else printed(enclose(left, {}, PRINT_BITS))
        return EqualSides(rel, tuple((s, point[s]) for s in domain.symbols if s in point), shown)
    return None


def _is_admissible(x: sympy.Symbol, value: sympy.Expr) -> bool:
    """May the number be a value of the symbol, as far as its kind goes?  An irrational one only if nothing is asked."""
    if value.is_Rational:
        return allowed(x, value)
    return all(kind is None for kind in (x.is_integer, x.is_rational, x.is_algebraic))


# --- one variable, rational ---------------------------------------------------------------


@dataclass
class _Axis:
    """`lhs rel rhs` along one symbol, all places at which it certainly holds or may fail."""

    lhs: sympy.Expr
    rhs: sympy.Expr
    symbol: sympy.Symbol
    domain: Domain
    rel: str

    def look(self) -> _Axis:
        """Fills in `right` and `wrong`: places of the domain by the sign of the difference there.  Raises GiveUp."""
        self.x = sympy.Dummy("x", real=True)
        self.put = {self.symbol: self.x}
        self.line = Line(self.x)
        self.conditions, self.dropped = self._conditions()
        self.difference = (self.lhs - self.rhs).xreplace(self.put)
        self.right, self.wrong, self.equal = self.line.settle(self._sorted)
        return self

    def _conditions(self) -> tuple[list[Any], list[Any]]:
        """What the line can judge, and the conditions on this symbol that it cannot.

        A condition that is left out makes the range larger, which only asks for more of a proof.
        """
        kept, dropped = range_conditions(self.symbol, self.x), []
        for condition in self.domain.conditions:
            if self.symbol not in condition.free_symbols:
                continue
            moved = with_values(condition, self.put)
            try:
                trial = Line(self.x)
                trial.settle(partial(_truths, trial, moved))
                kept.append(moved)
            except GiveUp:
                dropped.append(condition)
        return kept, dropped

    def _sorted(self) -> tuple[list[Place], list[Place], list[Place]]:
        right: list[Place] = []
        wrong: list[Place] = []
        equal: list[Place] = []
        for place in self.line.places:
            truths = [self.line.truth(condition, place) for condition in self.conditions]
            if False in truths or (self.symbol.is_integer and not self.line.whole(place)):
                continue
            sign = self.line.sign(self.difference, place)
            if sign is None:
                continue
            (right if sign in TRUE_FOR[self.rel] else wrong).append(place)
            if sign == 0 and place.root and all(truths) and self._is_defined(place):
                self.line.sign(with_values(self.lhs, self.put), place)  # on the list, for `_value_at`
                equal.append(place)
        return right, wrong, equal

    def _is_defined(self, place: Place) -> bool:
        sides = (with_values(side, self.put) for side in (self.lhs, self.rhs))
        return all(self.line.defined(part, place) for part in (*sides, *self.conditions))

    @property
    def shown(self) -> str:
        count = sum(place.root for place in self.line.places)
        return f"{count} real roots and poles are isolated" if count else "it has no real root or pole"

    def samples(self, place: Place) -> Iterator[Any]:
        if self.symbol.is_integer:
            return (sympy.Integer(m) for m in self.line.whole(place))
        return (sympy.Rational(value) for value in place.samples())

    def equal_sides(self, base: Point) -> Refuted | None:
        """The certificate that both sides are equal at an irrational point of the domain."""
        unknown = (self.symbol.is_integer, self.symbol.is_rational, self.symbol.is_algebraic)
        if self.dropped or any(answer is not None for answer in unknown) or 0 in TRUE_FOR[self.rel]:
            return None
        for place in reversed(self.equal):  # a positive root reads better
            if place.low != place.high:
                root = exact_root(self.line.product, place.bracket, self.x)
                if root is not None:
                    point = {**base, self.symbol: root}
                    return EqualSides(
                        self.rel,
                        tuple((s, point[s]) for s in self.domain.symbols if s in point),
                        self._value_at(place),
                    )
        return None

    def _value_at(self, place: Place) -> str:
        """The common value of both sides, rounded for reading; zero is exact."""
        if self.line.sign(with_values(self.lhs, self.put), place) == 0:
            return "0"
        low, high = refined(self.line.product, place.bracket, FINE)
        middle = (low + high) / 2
        value = sympy.Rational(middle)
        try:
            plain = self.line.resolved(with_values(self.lhs, self.put), place)
            return printed(enclose(plain, {self.x: value}, PRINT_BITS))
        except GiveUp:
            return "the same value"


def _truths(line: Line, condition: Boolean) -> list[bool | None]:
    return [line.truth(condition, place) for place in line.places]


# --- several variables --------------------------------------------------------------------


def _of_several(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, rel: str) -> Proof | None:
    wanted = TRUE_FOR[rel]
    if (lhs - rhs).has(*SWITCHED):
        return _by_cases(lhs, rhs, domain, wanted)
    for used in selections(domain.conditions):
        difference = _without_square_roots(with_conditions(lhs - rhs, used))
        if not difference.is_rational_function(*difference.free_symbols):
            continue
        signs = rational_sign(difference)
        if signs is not None and signs <= wanted:
            return Proof("completed squares", "The difference of the two sides is split into factors and squares.")
    return None


def _without_square_roots(expr: sympy.Expr) -> Any:
    """√p for a positive p becomes a symbol of its own: p = q² with q > 0 reaches every p."""
    rooted = {power.base for power in expr.atoms(sympy.Pow) if power.exp.is_Rational and power.exp.q == 2}
    put = {s: sympy.Dummy(s.name, positive=True) ** 2 for s in rooted if s.is_Symbol and s.is_positive}
    return with_values(expr, put)


def _by_cases(lhs: sympy.Expr, rhs: sympy.Expr, domain: Domain, wanted: Signs) -> Proof | None:
    """Every region of the switches for itself; conditions are in the coordinates of each."""

    def holds(left: sympy.Expr, right: sympy.Expr) -> Proof | None:
        difference = left - right
        signs = sum_sign(sympy.expand(difference)) if difference.is_polynomial() else None
        if signs is None or not signs <= wanted:
            signs = rational_sign(difference)
        return Proof("certified sign", "") if signs is not None and signs <= wanted else None

    found = prove_by_cases(lhs, rhs, tuple(domain.conditions), holds)
    if found is None:
        return None
    return Proof("sign cases", f"{found[1]} cases cover the domain; the sign of the difference is certain in each.")


# --- where a counterexample would be ------------------------------------------------------


def _along_coordinates(
    lhs: sympy.Expr, rhs: sympy.Expr, symbols: list[Any], domain: Domain, rel: str, hunt: Hunt
) -> Iterator[Point]:
    """Points worth a look: equal values of some symbols, then along each coordinate through a sampled point."""
    return islice(_candidates(lhs, rhs, symbols, domain, rel, hunt), MOST_POINTS)


def _candidates(
    lhs: sympy.Expr, rhs: sympy.Expr, symbols: list[Any], domain: Domain, rel: str, hunt: Hunt
) -> Iterator[Point]:
    for base in hunt.seen[:MOST_BASES]:
        for size in range(len(symbols), 1, -1):
            for equal in combinations(symbols, size):
                for value in (base[equal[0]], sympy.S.One):  # roots of 1 are exact
                    yield {**base, **dict.fromkeys(equal, value)}
        for symbol in symbols:
            others = {s: value for s, value in base.items() if s != symbol}
            left, right = (with_values(side, others) for side in (lhs, rhs))
            try:
                there = Domain((symbol,), tuple(c.xreplace(others) for c in domain.conditions))
                axis = _Axis(left, right, symbol, there, rel).look()
            except GiveUp:
                found = turning_points(left - right, symbol, {}, hunt.budget)
                yield from ({**base, symbol: value} for value in found)
                continue
            for place in axis.wrong:
                yield from ({**base, symbol: value} for value in axis.samples(place))
