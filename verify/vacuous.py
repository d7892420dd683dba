"""Is a premise the claim itself?  Then the line would pass whatever it says, and nothing is tested.

A premise that the page does not print restates a line if it is the same equation up to distribution or to other
names for the symbols.  (A line that repeats a printed one
says that it is repeated: that is tested.)
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import permutations

import sympy

from verify.readings import Reading
from verify.statements import Equation, Relation

MOST_RENAMED = 3
"""Symbols that may have other names; they must not be more than those that have the same."""


def restating_premise(read: Reading, unprinted: Container[str]) -> str | None:
    """The label of the one unprinted premise that says all that the reading says; None if there is none."""
    if read.by is None or not all(isinstance(s, Relation) and s.rel == "==" for s in read.statements):
        return None
    for equation in read.by.leaves:
        if equation.label in unprinted and all(_says(equation, s) for s in read.statements if isinstance(s, Relation)):
            return equation.label
    return None


def _says(premise: Equation, line: Relation) -> bool:
    """Is the line the premise, perhaps with other letters?"""
    one, other = premise.lhs - premise.rhs, line.lhs - line.rhs
    return any(_same(one.xreplace(dict(names)), other) for names in _renamings(one, other))


def _renamings(one: sympy.Expr, other: sympy.Expr) -> Iterable[tuple[tuple[sympy.Symbol, sympy.Symbol], ...]]:
    """Ways to call the symbols that only the premise has by the names that only the line has."""
    here = sorted(one.free_symbols - other.free_symbols, key=str)
    there = sorted(other.free_symbols - one.free_symbols, key=str)
    shared = len(one.free_symbols & other.free_symbols)
    if len(here) != len(there) or len(here) > min(MOST_RENAMED, shared):
        return ()
    return (tuple(zip(here, order, strict=True)) for order in permutations(there))


def _same(one: sympy.Expr, other: sympy.Expr) -> bool:
    """Are they the same up to their sign, once both are multiplied out?"""
    return bool(sympy.expand(one - other) == 0 or sympy.expand(one + other) == 0)
