"""Real roots of polynomials with rational coefficients, counted by Sturm's theorem.

A polynomial is a tuple of Fractions, the constant term first, without zeros at the end;
the zero polynomial is the empty tuple.  Everything is exact rational arithmetic: nothing
here can round.

Sturm (1829): for a squarefree p that vanishes neither at a nor at b > a, the number of
real roots between a and b is V(a) - V(b), where V counts the changes of sign in the chain
p, p', -rem(p, p'), ...
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

Poly = tuple[Fraction, ...]
Bracket = tuple[Fraction, Fraction]
"""A closed interval with exactly one root in it; both ends are equal where the root is known exactly."""

HALF = Fraction(1, 2)


def polynomial(coefficients: Iterable[Fraction | int]) -> Poly:
    """The coefficients, constant term first, without leading zeros."""
    found = [Fraction(c) for c in coefficients]
    while found and found[-1] == 0:
        found.pop()
    return tuple(found)


def at(p: Poly, x: Fraction) -> Fraction:
    """The value of p at x, by Horner's rule."""
    value = Fraction(0)
    for coefficient in reversed(p):
        value = value * x + coefficient
    return value


def add(p: Poly, q: Poly) -> Poly:
    length = max(len(p), len(q))
    return polynomial(_coefficient(p, k) + _coefficient(q, k) for k in range(length))


def times(p: Poly, q: Poly) -> Poly:
    if not p or not q:
        return ()
    product = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            product[i + j] += a * b
    return polynomial(product)


def scaled(p: Poly, factor: Fraction) -> Poly:
    return polynomial(factor * c for c in p)


def derivative(p: Poly) -> Poly:
    return polynomial(k * c for k, c in enumerate(p) if k > 0)


def divided(p: Poly, q: Poly) -> tuple[Poly, Poly]:
    """Quotient and remainder of p by q.  Raises ZeroDivisionError for q = 0."""
    if not q:
        raise ZeroDivisionError("division by the zero polynomial")
    rest = list(p)
    quotient = [Fraction(0)] * max(0, len(p) - len(q) + 1)
    for shift in range(len(p) - len(q), -1, -1):
        factor = rest[shift + len(q) - 1] / q[-1]
        quotient[shift] = factor
        for k, c in enumerate(q):
            rest[shift + k] -= factor * c
    return polynomial(quotient), polynomial(rest)


def gcd(p: Poly, q: Poly) -> Poly:
    """The greatest common divisor with leading coefficient 1; () if both are zero."""
    while q:
        p, q = q, divided(p, q)[1]
    return scaled(p, 1 / p[-1]) if p else ()


@lru_cache(maxsize=256)
def squarefree(p: Poly) -> Poly:
    """The polynomial with the same roots, each simple."""
    return divided(p, gcd(p, derivative(p)))[0] if len(p) > 1 else p


def count_roots(p: Poly, low: Fraction, high: Fraction) -> int:
    """The number of different real roots x with low < x < high.

    Raises ValueError for the zero polynomial, which has every number as a root, and for
    an empty interval.
    """
    if not p:
        raise ValueError("the zero polynomial has infinitely many roots")
    if low >= high:
        raise ValueError(f"low={low} and high={high}; expected low < high")
    simple = squarefree(p)
    for end in (low, high):
        if at(simple, end) == 0:
            simple = divided(simple, polynomial([-end, 1]))[0]
    chain = _chain(simple)
    return _variations(chain, low) - _variations(chain, high)


@lru_cache(maxsize=256)
def _chain(simple: Poly) -> tuple[Poly, ...]:
    """The chain of a polynomial, asked for again at each place at which roots are counted."""
    chain = [simple, derivative(simple)]
    while chain[-1]:
        chain.append(scaled(divided(chain[-2], chain[-1])[1], Fraction(-1)))
    return tuple(chain)


def isolate(p: Poly, low: Fraction, high: Fraction) -> list[Bracket]:
    """The roots between low and high, in order, each in a bracket of its own.

    Brackets are disjoint, and none of their ends is a root unless both are equal.
    """
    roots = count_roots(p, low, high)
    if roots == 0:
        return []
    middle = (low + high) * HALF
    exact = at(p, middle) == 0
    if roots == 1:
        if exact:
            return [(middle, middle)]
        if at(p, low) != 0 and at(p, high) != 0:
            return [(low, high)]
    here: list[Bracket] = [(middle, middle)] if exact else []
    return [*isolate(p, low, middle), *here, *isolate(p, middle, high)]


def refined(p: Poly, bracket: Bracket, width: Fraction) -> Bracket:
    """A bracket of the same root, no wider than `width`: without repeated roots the sign changes there, and nowhere else."""
    low, high = bracket
    if high - low <= width:
        return bracket
    simple = squarefree(p)
    below = sign(at(simple, low))
    while high - low > width:
        middle = (low + high) * HALF
        here = sign(at(simple, middle))
        if here == 0:
            return middle, middle
        low, high = (middle, high) if here == below else (low, middle)
    return low, high


def sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _coefficient(p: Poly, k: int) -> Fraction:
    return p[k] if k < len(p) else Fraction(0)


def _variations(chain: Iterable[Poly], x: Fraction) -> int:
    signs = [s for s in (sign(at(p, x)) for p in chain) if s != 0]
    return sum(a != b for a, b in pairwise(signs))
