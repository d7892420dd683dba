"""Correlation of two short columns of numbers, in exact rational arithmetic.

Pearson's r is algebraic; what is returned is r² with the sign of r.  Spearman's ρ is
Pearson's r of the ranks, ties sharing their mean rank.  The p-value is exact: the share
of the n! pairings of the columns whose |r| is at least as large as the one found (two-sided
permutation test).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial, lcm

LONGEST = 9
"""Columns up to this length get an exact p-value; 9! = 362,880 pairings."""


def signed_square(xs: Sequence[Fraction], ys: Sequence[Fraction]) -> Fraction:
    """r·|r| for Pearson's r.  Raises ValueError for columns of different length or without spread.

    >>> signed_square([Fraction(1), Fraction(2)], [Fraction(5), Fraction(3)])
    Fraction(-1, 1)
    """
    if len(xs) != len(ys) or len(xs) < 2:
        raise ValueError(f"columns of {len(xs)} and {len(ys)} numbers; expected two equally long ones")
    a, b = centred(xs), centred(ys)
    spread = sum(x * x for x in a) * sum(y * y for y in b)
    if spread == 0:
        raise ValueError("a column is constant; expected numbers that differ")
    product = Fraction(sum(x * y for x, y in zip(a, b, strict=True)))
    return product * abs(product) / spread


def centred(xs: Sequence[Fraction]) -> list[Fraction]:
    mean = sum(xs, Fraction(0)) / len(xs)
    return [x - mean for x in xs]


def ranks(xs: Sequence[Fraction]) -> list[Fraction]:
    """1 for the smallest; equal numbers share the mean of their ranks."""
    return [Fraction(sum(y < x for y in xs)) + Fraction(sum(y == x for y in xs) + 1, 2) for x in xs]


def permutation_p(xs: Sequence[Fraction], ys: Sequence[Fraction]) -> Fraction | None:
    """The share of all pairings whose |Σ (x - x̄)(y - ȳ)| reaches the one found; None for long columns."""
    if len(xs) > LONGEST:
        return None
    a, b = _whole(centred(xs)), _whole(centred(ys))
    reached = abs(sum(x * y for x, y in zip(a, b, strict=True)))
    return Fraction(_count(a, 0, b, 0, reached), factorial(len(a)))


def _whole(xs: list[Fraction]) -> list[int]:
    """The same numbers times their common denominator."""
    common = lcm(*(x.denominator for x in xs))
    return [int(x * common) for x in xs]


def _count(a: list[int], k: int, rest: list[int], total: int, reached: int) -> int:
    """How many ways to pair a[k:] with `rest` bring the total to at least `reached` in modulus."""
    if len(rest) == 1:
        return int(abs(total + a[k] * rest[0]) >= reached)
    x = a[k]
    return sum(_count(a, k + 1, rest[:i] + rest[i + 1 :], total + x * y, reached) for i, y in enumerate(rest))
