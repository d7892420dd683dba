"""Correlation of two columns of a table, as the exact algebraic number that it is."""

from collections.abc import Iterable
from typing import Any

from sympy import Add, Expr, Integer, Rational, sqrt

from verify.claims import ClaimError, decimal, exact


def pearson(xs: Iterable[Any], ys: Iterable[Any]) -> Expr:
    """Pearson's coefficient, Σ (x − x̄)(y − ȳ) over the root of Σ (x − x̄)² Σ (y − ȳ)², from −1 to 1.

    The columns are printed decimals ("1.5e3") or exact rational numbers, three or more, in any
    units: the coefficient has none.  Raises ClaimError for a column without spread, which has no
    coefficient.

    >>> pearson(["1", "2", "3"], ["1", "3", "2"])
    1/2
    """
    return _coefficient(*_columns("pearson", xs, ys))


def spearman(xs: Iterable[Any], ys: Iterable[Any]) -> Expr:
    """Spearman's coefficient: Pearson's of the ranks, where equal numbers share the mean of their ranks.

    >>> spearman(["10", "20", "3000"], ["1", "2", "3"])
    1
    """
    return _coefficient(*(_ranks(column) for column in _columns("spearman", xs, ys)))


def _columns(where: str, *columns: Iterable[Any]) -> list[list[Rational]]:
    found = [[_number(where, entry) for entry in column] for column in columns]
    lengths = [len(column) for column in found]
    if len(set(lengths)) > 1 or min(lengths) < 3:
        listed = " and ".join(map(str, lengths))
        raise ClaimError(f"{where}: columns of {listed} numbers; expected two of the same length, at least 3")
    for column in found:
        if len(set(column)) == 1:
            raise ClaimError(f"{where}: a column is {column[0]} throughout; expected numbers that differ")
    return found


def _number(where: str, entry: Any) -> Rational:
    value = decimal(entry) if isinstance(entry, str) else exact(entry)
    if not isinstance(value, Rational):
        raise ClaimError(f"{where}: {entry!s} is no rational number; expected printed decimals or exact rational ones")
    return value


def _coefficient(xs: list[Rational], ys: list[Rational]) -> Expr:
    a, b = (_about_the_mean(column) for column in (xs, ys))
    return _product(a, b) / sqrt(_product(a, a) * _product(b, b))


def _about_the_mean(column: list[Rational]) -> list[Expr]:
    mean = Add(*column) / len(column)
    return [entry - mean for entry in column]


def _product(a: list[Expr], b: list[Expr]) -> Expr:
    return Add(*(x * y for x, y in zip(a, b, strict=True)))


def _ranks(column: list[Rational]) -> list[Rational]:
    return [Integer(sum(bool(y < x) for y in column)) + Rational(column.count(x) + 1, 2) for x in column]
