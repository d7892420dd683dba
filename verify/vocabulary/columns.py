"""Statements about columns of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.quantities.digits import decimal
from verify.quantities.exact import exact
from verify.vocabulary.statements import SpecialStatement

KINDS = ("Pearson", "Spearman")


@dataclass(frozen=True)
class Correlation(SpecialStatement):
    """The correlation coefficient of two columns is at least `least`.

    `kind` is "Pearson" (of the numbers) or "Spearman" (of their ranks).  The entries are
    exact rational numbers.
    """

    kind: str
    xs: tuple[sympy.Rational, ...]
    ys: tuple[sympy.Rational, ...]
    least: sympy.Rational
    at_most: bool = False

    def expressions(self) -> tuple[sympy.Basic, ...]:
        return (*self.xs, *self.ys)

    def sides(self) -> tuple[tuple[sympy.Expr, sympy.Expr], ...]:
        return ()


def correlated(kind: str, xs: Iterable[Any], ys: Iterable[Any], *, at_least: str) -> tuple[Correlation]:
    """The two columns correlate at least that strongly, and positively."""
    if kind not in KINDS:
        raise ClaimError(f"kind={kind!r}; expected one of {', '.join(KINDS)}")
    columns = tuple(tuple(_number(x) for x in column) for column in (xs, ys))
    if len(columns[0]) != len(columns[1]) or len(columns[0]) < 3:
        raise ClaimError(
            f"columns of {len(columns[0])} and {len(columns[1])} numbers; expected two of the same length, at least 3"
        )
    for name, column in zip(("first", "second"), columns, strict=True):
        if len(set(column)) == 1:
            raise ClaimError(f"correlated: the {name} column is {column[0]} throughout; expected numbers that differ")
    return (Correlation(kind, columns[0], columns[1], _number(at_least)),)


def _number(thing: Any) -> sympy.Rational:
    value = decimal(thing) if isinstance(thing, str) else exact(thing)
    if not value.is_Rational:
        raise ClaimError(f"{thing!s} is no rational number; expected one")
    return value
