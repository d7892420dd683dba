"""Is a correlation as strong as claimed?  Exact: r² and its bound are rational numbers.

The exact two-sided permutation p-value is told, and decides nothing: *strong* is a claim
about the coefficient.
"""

from __future__ import annotations

from fractions import Fraction

import sympy

from verify.deciding.decide import Finding
from verify.deciding.settings import Settings
from verify.kinds.curve import fraction, proved, refuted
from verify.premises.facts import Facts
from verify.theorems.correlation import permutation_p, ranks, signed_square
from verify.vocabulary.columns import Correlation


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
    return refuted(how, (("rows", str(len(xs))),), value, claimed, value, method="exact correlation")


def _root(signed: Fraction) -> str:
    root = sympy.sqrt(sympy.Rational(abs(signed.numerator), signed.denominator))
    return f"{'-' if signed < 0 else ''}{sympy.N(root, 4)}"


def _plain(value: Fraction) -> str:
    return str(sympy.N(sympy.Rational(value.numerator, value.denominator), 3))
