"""Rational functions over the rational numbers, compared without a greatest common divisor.

Most equations between rational functions have few divisors, and these are written on both sides: a fraction keeps its
denominator in the factors that it was divided by, so that a common denominator is read off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import sympy

from verify.errors import GiveUp
from verify.normal_form.field import Field, ring_of
from verify.normal_form.kernels import Poly, fmpq

Factors: TypeAlias = dict[int, int]
"""How often each divisor occurs, by its number."""
Quotient: TypeAlias = tuple[Poly, Factors]
PRIME, MULTIPLIER, INCREMENT = 2**61 - 1, 6364136223846793005, 1442695040888963407
MOST_TERMS = 2_000
"""Of a numerator: what has grown so far is better cancelled on the way."""


class RationalFunctions(Field):
    """The field Q(symbols): each symbol is a generator, and no relation holds between them."""

    def __init__(self, symbols: Sequence[Any]) -> None:
        super().__init__()
        self.ring, self.one, self.gens = ring_of((1,) * len(symbols))
        self.divisors: list[Poly] = []
        self.known: dict[Any, Quotient] = {symbol: (gen, {}) for symbol, gen in zip(symbols, self.gens, strict=False)}

    def quotient(self, expr: Any) -> Quotient:
        """The expression over a product of monic factors.  Raises GiveUp beyond the limits and for a division by zero."""
        found = self.known.get(expr)
        if found is None:
            found = self.known[expr] = self._quotient(expr)
            if len(found[0]) > MOST_TERMS:
                raise GiveUp("a numerator with many terms")
        return found

    def _quotient(self, expr: Any) -> Quotient:
        kind = type(expr)
        if kind is sympy.Add:
            return self.total([self.quotient(part) for part in expr.args])
        if kind is sympy.Mul:
            return self._product_of([self.quotient(part) for part in expr.args])
        if kind is sympy.Pow:
            base, exponent = expr.args
            return self._power_of(self.quotient(base), int(exponent))
        return self.ring.constant(fmpq(int(expr.p), int(expr.q))), {}

    def total(self, parts: list[Quotient]) -> Quotient:
        """The sum, over the least product of the factors that each denominator divides."""
        common: Factors = {}
        for _, factors in parts:
            for factor, times in factors.items():
                if times > common.get(factor, 0):
                    common[factor] = times
        num = self.ring.constant(0)
        for part, factors in parts:
            for factor, times in common.items():
                missing = times - factors.get(factor, 0)
                if missing:
                    part = self._times(part, self._raise(self.divisors[factor], missing))
            num = num + part
        return num, common

    def _product_of(self, parts: list[Quotient]) -> Quotient:
        num, factors = parts[0]
        for n, more in parts[1:]:
            num = self._times(num, n)
            if more:
                factors = {factor: factors.get(factor, 0) + more.get(factor, 0) for factor in (*factors, *more)}
        return num, factors

    def _power_of(self, base: Quotient, exponent: int) -> Quotient:
        num, factors = base
        if exponent >= 0:
            return self._raise(num, exponent), {factor: exponent * times for factor, times in factors.items()}
        if num.is_zero():
            raise GiveUp("a division by an expression that is identically zero")
        lead = num.leading_coefficient()
        top = self.ring.constant(1 / lead**-exponent)
        for factor, times in factors.items():
            top = self._times(top, self._raise(self.divisors[factor], -exponent * times))
        return top, {} if num.is_constant() else {self._number_of(num / lead): -exponent}

    def _number_of(self, divisor: Poly) -> int:
        if divisor not in self.divisors:
            self.divisors.append(divisor)
        return self.divisors.index(divisor)


def _differ_at_a_point(lhs: Any, rhs: Any, symbols: tuple[Any, ...]) -> bool:
    """Do their values in the field of PRIME elements differ at one point?  Then they are not equal: where no divisor is 0 there,
    it is an image of the rational functions.
    """
    known, value = dict[Any, int](), 0
    for symbol in symbols:
        value = known[symbol] = (MULTIPLIER * value + INCREMENT) % PRIME
    try:
        return _residue(lhs, known) != _residue(rhs, known)
    except ValueError:  # a divisor is 0 there
        return False


def _residue(expr: Any, known: dict[Any, int]) -> int:
    value = known.get(expr)
    if value is not None:
        return value
    kind = type(expr)
    if kind is sympy.Add:
        value = sum([_residue(part, known) for part in expr.args]) % PRIME
    elif kind is sympy.Mul:
        value = 1
        for part in expr.args:
            value = value * _residue(part, known) % PRIME
    elif kind is sympy.Pow:
        base, exponent = expr.args
        value = pow(_residue(base, known), int(exponent), PRIME)
    else:
        value = int(expr.p) * pow(int(expr.q), -1, PRIME) % PRIME
    known[expr] = value
    return value


def are_equal(lhs: Any, rhs: Any, symbols: Iterable[Any]) -> bool | None:
    """Are the two the same element of Q(symbols), with no divisor that is zero there?  None beyond the limits.

    >>> x, y = sympy.symbols("x y")
    >>> are_equal((x**2 - y**2) / (x - y), x + y, (x, y)), are_equal(1 / (x - y), 1 / (y - x), (x, y))
    (True, False)
    """
    symbols = tuple(symbols)
    if any(symbol.is_zero or symbol.is_infinite or not symbol.is_commutative for symbol in symbols):
        return None
    if _differ_at_a_point(lhs, rhs, symbols):
        return False
    field = RationalFunctions(symbols)
    try:
        left, (num, factors) = field.quotient(lhs), field.quotient(rhs)
        return bool(field.total([left, (-num, factors)])[0].is_zero())
    except GiveUp:
        return None
