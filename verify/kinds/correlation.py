"""Is a correlation as strong as claimed?  Exact: r² and its bound are rational numbers.

The exact two-sided permutation p-value is told, and decides nothing: *strong* is a claim
about the coefficient.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import sympy

from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds.curves import fraction
from verify.kinds.kind import Kind, Spoiled, proved, refuted
from verify.premises.facts import Facts
from verify.quantities.digits import decimal
from verify.quantities.exact import exact
from verify.theorems.correlation import permutation_p, ranks, signed_square
from verify.vocabulary.statement import Statement

COEFFICIENTS = ("Pearson", "Spearman")


@dataclass(frozen=True)
class Correlation(Statement):
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
    if kind not in COEFFICIENTS:
        raise ClaimError(f"kind={kind!r}; expected one of {', '.join(COEFFICIENTS)}")
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


def check(statement: Correlation, facts: Facts, settings: Settings) -> Finding:
    xs, ys = ([fraction(x) for x in column] for column in (statement.xs, statement.ys))
    if statement.kind == "Spearman":
        xs, ys = ranks(xs), ranks(ys)
    found = signed_square(xs, ys)
    least = fraction(statement.least)
    letter = "ρ" if statement.kind == "Spearman" else "r"
    value = f"{letter} = {_root(found)}"
    claimed = f"{letter} {'<' if statement.at_most else '≥'} {_plain(least)}"
    p = None if settings.quick else permutation_p(xs, ys)
    chance = "" if p is None else f", exact two-sided permutation p = {_plain(p)}"
    how = f"{statement.kind}'s coefficient of the {len(xs)} rows is {value}{chance}; claimed {claimed}."
    if (found < least * abs(least)) == statement.at_most:
        return proved("exact correlation", how, value)
    return refuted("exact correlation", how, (("rows", str(len(xs))),), value, claimed, value)


def _root(signed: Fraction) -> str:
    root = sympy.sqrt(sympy.Rational(abs(signed.numerator), signed.denominator))
    return f"{'-' if signed < 0 else ''}{sympy.N(root, 4)}"


def _plain(value: Fraction) -> str:
    return str(sympy.N(sympy.Rational(value.numerator, value.denominator), 3))


def _spoil(statement: Correlation) -> Spoiled:
    yield "weak for strong", replace(statement, at_most=not statement.at_most)
    yield "second column with the wrong sign", replace(statement, ys=tuple(-y for y in statement.ys))


KINDS = (Kind(Correlation, check, spoil=_spoil, constructors=(correlated,)),)
