"""The sign of a rational function of one real variable, everywhere on the line, exactly.

All polynomials that matter (numerators, denominators, what stands inside |·|, max, min,
sign or the conditions of a Piecewise, the conditions of the domain) have rational
coefficients.  Their real roots, isolated by Sturm's theorem (`verify.orders.sturm`), cut the line
into *places*: the roots themselves and the open pieces between them.

Why it cannot lie: on an open piece no polynomial of the list vanishes, so that each keeps
the sign that it has at one rational sample.  At a root r of the squarefree product q a
polynomial p vanishes exactly if gcd(p, q) has a root in the bracket of r; otherwise the
bracket is narrowed until p has no root in it, and any point of it has the sign of p(r).
An expression has a sign at a place only if its numerator and denominator are on the list;
one that is not on it is put there, and the line is cut anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Not, Or

from verify.errors import GiveUp
from verify.normal_form.signs import are_compared
from verify.orders.rational_curves import numerator_and_denominator, simplest_between
from verify.orders.sturm import (
    Bracket,
    Poly,
    at,
    count_roots,
    gcd,
    isolate,
    polynomial,
    refined,
    sign,
    squarefree,
    times,
)
from verify.proofs.sign_cases import SWITCHED
from verify.terms.sign_algebra import demanded

MAX_DEGREE = 14
MAX_FULL_DEGREE = 40
"""Of a polynomial before multiple roots are made simple, which takes long."""
MAX_ROUNDS = 8
MAX_BITS = 600
"""Size of the largest coefficient."""


class _NotOnTheList(Exception):
    def __init__(self, missing: list[Poly]) -> None:
        super().__init__()
        self.missing = missing


@dataclass(frozen=True)
class Place:
    """A root in its bracket (`root`), or the open piece between two roots; None is the end of the line."""

    low: Fraction | None
    high: Fraction | None
    root: bool

    @property
    def bracket(self) -> Bracket:
        if self.low is None or self.high is None:
            raise ValueError(f"place={self}; expected a root, which has a bracket")
        return self.low, self.high

    def samples(self) -> Iterator[Fraction]:
        """Simple rational points of an open piece; of a root, itself if it is rational."""
        low, high = self.low, self.high
        if self.root:
            if low is not None and low == high:
                yield low
        elif low is None or high is None:
            edge = low if low is not None else high
            away = Fraction(-1 if low is None else 1)
            if edge is None:
                yield Fraction(0)
            else:
                yield Fraction(floor(edge) + 1 if away > 0 else ceil(edge) - 1)
                yield edge + away / 1024 if edge.denominator < 1024 else edge + away
        elif low == high:
            yield low
        else:
            step = (high - low) / 8
            yield simplest_between(low + step, high - step)
            yield simplest_between(low + step / 8, low + step)
            yield simplest_between(high - step, high - step / 8)


class Line:
    """The real line, cut at the roots of the polynomials on its list."""

    def __init__(self, x: Any) -> None:
        self.x = x
        self.polynomials: list[Poly] = []
        self.product: Poly = polynomial([1])
        self.places: list[Place] = [Place(None, None, False)]
        self._fractions: dict[Any, tuple[Poly, Poly]] = {}

    # --- cutting

    def settle(self, question: Callable[[], Any]) -> Any:
        """The answer of `question`, for which the line is cut as often as it takes.  Raises GiveUp."""
        for _ in range(MAX_ROUNDS):
            try:
                return question()
            except _NotOnTheList as need:
                self._cut(need.missing)
        raise GiveUp

    def _cut(self, missing: list[Poly]) -> None:
        self.polynomials += [p for p in missing if p not in self.polynomials]
        product = polynomial([1])
        for p in self.polynomials:
            if len(p) - 1 > MAX_FULL_DEGREE:
                raise GiveUp
            if len(p) > 1:
                product = squarefree(times(product, squarefree(p)))
            if len(product) - 1 > MAX_DEGREE or any(c.numerator.bit_length() > MAX_BITS for c in product):
                raise GiveUp
        self.product = product
        roots = sorted(self._roots())
        edges: list[Fraction | None] = [None, *(end for bracket in roots for end in bracket), None]
        self.places = []
        for k in range(0, len(edges), 2):
            self.places.append(Place(edges[k], edges[k + 1], False))
            if k + 2 < len(edges):
                self.places.append(Place(edges[k + 1], edges[k + 2], True))

    def _roots(self) -> list[Bracket]:
        """Brackets of all real roots, which are less than 1 + max |c_k/c_n| in size (Cauchy); exact if rational."""
        if len(self.product) < 2:
            return []
        bound = 1 + max(abs(c / self.product[-1]) for c in self.product[:-1])
        brackets = isolate(self.product, -bound, bound)
        rational = [r for r in rational_roots(self.product, self.x) if at(self.product, r) == 0]
        found = []
        for low, high in brackets:
            exact = next((r for r in rational if low <= r <= high), None)
            found.append((low, high) if exact is None else (exact, exact))
        return found

    # --- asking

    def sign(self, expr: Any, place: Place) -> int | None:
        """The sign of the expression at a place; None where a denominator vanishes.

        Raises GiveUp; `settle` catches what else is raised here.
        """
        plain = self.resolved(expr, place)
        if plain is None:
            return None
        top, bottom = self.fraction(plain)
        missing = [p for p in (top, bottom) if len(p) > 1 and p not in self.polynomials]
        if missing:
            raise _NotOnTheList(missing)
        below = self._sign_of(bottom, place)
        return None if below == 0 else self._sign_of(top, place) * below

    def _sign_of(self, p: Poly, place: Place) -> int:
        if len(p) < 2:
            return sign(p[0]) if p else 0
        if not place.root:
            return sign(at(p, next(place.samples())))
        low, high = place.bracket
        if low == high:
            return sign(at(p, low))
        common = gcd(p, self.product)
        if len(common) > 1 and count_roots(common, low, high) > 0:
            return 0
        while count_roots(p, low, high) > 0:
            low, high = refined(self.product, (low, high), (high - low) / 2)
            if low == high:
                return sign(at(p, low))
        return sign(at(p, (low + high) / 2))

    def fraction(self, plain: Any) -> tuple[Poly, Poly]:
        """Numerator and denominator of a rational function without switches, proved equal to it.  Raises GiveUp."""
        if plain not in self._fractions:
            parts = (plain, sympy.S.One) if plain.is_polynomial(self.x) else numerator_and_denominator(plain)
            if parts is None or plain.free_symbols - {self.x}:
                raise GiveUp
            self._fractions[plain] = (_coefficients(parts[0], self.x), _coefficients(parts[1], self.x))
        return self._fractions[plain]

    def resolved(self, expr: Any, place: Place) -> Any | None:
        """The rational function that the expression is at this place; None where it is undefined."""
        if not expr.has(*SWITCHED):
            return expr
        if isinstance(expr, sympy.Piecewise):
            return self._branch(expr, place)
        args: list[Any] = [self.resolved(arg, place) for arg in expr.args]
        if None in args:
            return None
        if isinstance(expr, (sympy.Max, sympy.Min)):
            return self._extreme(args, place, 1 if isinstance(expr, sympy.Max) else -1)
        if isinstance(expr, (sympy.Abs, sympy.sign, sympy.Heaviside)):
            own = self.sign(args[0], place)
            if own is None:
                return None
            if isinstance(expr, sympy.Abs):
                return own * args[0]
            if isinstance(expr, sympy.sign):
                return sympy.Integer(own)
            return args[1] if own == 0 else sympy.Integer((own + 1) // 2)
        return expr.func(*args)

    def _extreme(self, args: list[Any], place: Place, direction: int) -> Any | None:
        best = args[0]
        for other in args[1:]:
            larger = self.sign(other - best, place)
            if larger is None:
                return None
            best = other if larger == direction else best
        return best

    def _branch(self, expr: Any, place: Place) -> Any | None:
        """The value of the first branch whose condition is true there."""
        for value, condition in expr.args:
            truth = self.truth(condition, place)
            if truth is None:
                return None
            if truth:
                return self.resolved(value, place)
        return None

    def truth(self, condition: Any, place: Place) -> bool | None:
        """Is the condition true at the place?  None where one of its sides is undefined.  Raises GiveUp."""
        if condition in (sympy.true, sympy.false):
            return bool(condition)
        if isinstance(condition, Relational):
            wanted = demanded(condition)
            if wanted is None:
                raise GiveUp
            if not are_compared(condition):
                raise GiveUp
            own = self.sign(condition.lhs - condition.rhs, place)
            return None if own is None else own in wanted
        parts = [self.truth(part, place) for part in condition.args]
        if None in parts:
            return None
        if isinstance(condition, Not):
            return not parts[0]
        if isinstance(condition, (And, Or)):
            return any(parts) if isinstance(condition, Or) else all(parts)
        raise GiveUp

    def defined(self, expr: Any, place: Place) -> bool:
        """Is no divisor, as the expression or condition is written, zero at the place?

        Asked part by part: where |u| is 0, SymPy drops a factor 1/u beside it.
        """
        if isinstance(expr, sympy.Piecewise):
            for value, condition in expr.args:
                if not self.defined(condition, place):
                    return False
                if self.truth(condition, place):
                    return self.defined(value, place)
            return False
        if not all(self.defined(arg, place) for arg in expr.args):
            return False
        return not (expr.is_Pow and expr.exp.is_negative) or bool(self.sign(expr.base, place))

    # --- whole numbers

    def whole(self, place: Place) -> list[int]:
        """Some integers at the place, the smallest in size first; none only if there is none."""
        if place.root:
            low, high = self._without_integers(place.bracket)
            return [int(low)] if low == high and low.denominator == 1 else []
        k = self.places.index(place)
        first = None if place.low is None else floor(self._without_integers(self.places[k - 1].bracket)[1]) + 1
        last = None if place.high is None else ceil(self._without_integers(self.places[k + 1].bracket)[0]) - 1
        if first is not None and last is not None and first > last:
            return []
        nearest = max(first if first is not None else min(0, last or 0), min(0, last if last is not None else 0))
        near = {nearest + step for step in (0, 1, 2, -1, -2)}
        inside = [m for m in near if (first is None or m >= first) and (last is None or m <= last)]
        return sorted(inside, key=lambda m: (abs(m), m))

    def _without_integers(self, bracket: Bracket) -> Bracket:
        """A bracket of the same root: exact if the root is an integer, without an integer in it otherwise."""
        low, high = bracket
        while low != high and ceil(low) <= floor(high):
            middle = Fraction(ceil(low))
            if at(self.product, middle) == 0 and low < middle < high:
                return middle, middle
            low, high = refined(self.product, (low, high), (high - low) / 2)
        return low, high


def _coefficients(part: Any, x: Any) -> Poly:
    try:
        terms = sympy.Poly(part, x).all_coeffs()
    except sympy.PolynomialError:
        raise GiveUp from None
    if not all(c.is_Rational for c in terms):
        raise GiveUp
    return polynomial(Fraction(c) for c in reversed(terms))


def as_expression(p: Poly, x: Any) -> Any:
    """The polynomial as SymPy writes it."""
    return sympy.Add(*[sympy.Rational(c) * x**k for k, c in enumerate(p)])


def factors(p: Poly, x: Any) -> list[Any]:
    """Irreducible factors over the rationals, as SymPy polynomials: candidates, to be checked where it matters."""
    return [factor for factor, _ in sympy.Poly(as_expression(p, x), x, domain=sympy.QQ).factor_list()[1]]


def rational_roots(p: Poly, x: Any) -> list[Fraction]:
    """Candidates for the rational roots, from the linear factors."""
    linear = [factor.all_coeffs() for factor in factors(p, x) if factor.degree() == 1]
    return [Fraction(-b / a) for a, b in linear]


def exact_root(p: Poly, bracket: Bracket, x: Any) -> Any | None:
    """The root in the bracket as an exact number: in square roots if it can be, else by its place among the roots."""
    low, high = bracket
    for factor in factors(p, x):
        own = _coefficients(factor.as_expr(), x)
        if count_roots(own, low, high) == 1:
            if factor.degree() == 2:
                return _in_square_roots(own, low, high)
            bound = 1 + max(abs(c / own[-1]) for c in own[:-1])
            below = count_roots(own, -bound, low) if low > -bound else 0
            return sympy.CRootOf(factor.as_expr(), x, below, radicals=False)
    return None


def _in_square_roots(p: Poly, low: Fraction, high: Fraction) -> Any:
    """(-b ± √(b² - 4ac))/2a; which one it is, the middle -b/2a of the two tells."""
    c, b, a = (sympy.Rational(value) for value in p)
    centre = Fraction(-p[1], 2 * p[2])
    while low < centre < high:
        low, high = refined(p, (low, high), (high - low) / 2)
    root = sympy.sqrt(b**2 - 4 * a * c) / (2 * abs(a))
    return sympy.expand(-b / (2 * a) + (root if low >= centre else -root))
