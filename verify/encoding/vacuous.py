"""Is a premise the claim itself?  Then the line would pass whatever it says, and nothing is tested.

A premise that the page does not print restates a line if it is the same equation up to distribution, under sums
too, to other names for the symbols, or to a number before the quantity that the line gives.  (A line that repeats a printed one says that it is repeated: that is tested.)
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import permutations

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from verify.points.by_assumptions import varies
from verify.terms.openness import plain
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.moves import Equation
from verify.vocabulary.readings import Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation

MOST_RENAMED = 3
"""Symbols that may have other names; they must not be more than those that have the same."""


def restating_premise(read: Reading, unprinted: Container[str]) -> str | None:
    """The label of the one unprinted premise that says all that the reading says; None if there is none."""
    lines = [_difference(statement) for statement in read.statements]
    gives = any(isinstance(s, Relation) and (s.lhs.is_Symbol or s.rhs.is_Symbol) for s in read.statements)
    if read.by is None or None in lines:
        return None
    for equation in read.by.leaves:
        if equation.label in unprinted and all(_says(equation, line, gives) for line in lines if line is not None):
            return equation.label
    return None


def restating_condition(read: Reading) -> Boolean | None:
    """A condition of the reading that says what one of its statements says; None if there is none."""
    for condition in plain(read.where):
        for said in read.statements:
            if isinstance(said, Relation) and isinstance(condition, Relational) and is_the_same(said, condition):
                return condition
    return None


def is_the_same(said: Relation, condition: Relational) -> bool:
    """The same two sides up to a numerical factor, whichever is written first; of equations also when terms change sides."""
    for known in (condition, condition.reversed):
        pairs = ((said.lhs, known.lhs), (said.rhs, known.rhs))
        if known.rel_op != said.rel or any((one == 0) != (other == 0) for one, other in pairs):
            continue
        factors = {_number_between(one, other) for one, other in pairs if other != 0}
        factor = factors.pop() if len(factors) == 1 else None
        if factor is not None and factor.is_positive:
            return True
    linked = len(condition.free_symbols) > 1  # i = 20 puts a number in
    if not linked or said.rel != "==" or condition.rel_op != "==" or condition.lhs == condition.rhs:
        return False
    ratio = _number_between(said.lhs - said.rhs, condition.lhs - condition.rhs)
    return ratio is not None and ratio != 0


def _number_between(one: sympy.Expr, other: sympy.Expr) -> sympy.Expr | None:
    """The number that one is of the other; None if it is none, which two points mostly show."""
    ratio = one / other
    if varies(ratio):
        return None
    ratio = sympy.cancel(ratio)
    return ratio if ratio.is_number else None


def _difference(line: Statement) -> sympy.Expr | None:
    """What the line says is zero; None for a line that is no equation."""
    if isinstance(line, Relation) and line.rel == "==":
        return line.lhs - line.rhs
    return line.lhs - line.rhs if isinstance(line, IndexedRelation) and line.slope is None else None


def _says(premise: Equation, line: sympy.Expr, scaled: bool) -> bool:
    """Is the line the premise, perhaps with other letters, or `scaled` by a number?"""
    one = premise.lhs - premise.rhs
    return any(_same(one.xreplace(dict(names)), line, scaled) for names in _renamings(one, line))


def _renamings(one: sympy.Expr, other: sympy.Expr) -> Iterable[tuple[tuple[sympy.Symbol, sympy.Symbol], ...]]:
    """Ways to call the symbols that only the premise has by the names that only the line has."""
    here = sorted(one.free_symbols - other.free_symbols, key=str)
    there = sorted(other.free_symbols - one.free_symbols, key=str)
    shared = len(one.free_symbols & other.free_symbols)
    if len(here) != len(there) or len(here) > min(MOST_RENAMED, shared):
        return ()
    return (tuple(zip(here, order, strict=True)) for order in permutations(there))


def _same(one: sympy.Expr, other: sympy.Expr, scaled: bool) -> bool:
    """Are they the same up to their sign, or to a number, once both are multiplied out?"""
    left, right = _spread(one), _spread(other)
    if sympy.expand(left - right) == 0 or sympy.expand(left + right) == 0:
        return True
    terms = [
        part.as_independent(*part.free_symbols, as_Add=False)
        for e in (left, right)
        for part in sympy.Add.make_args(e)[:1]
    ]
    number = terms[0][0] / terms[1][0] if scaled and terms[1][0] != 0 else sympy.S.Zero
    return bool(number != 0 and any(sympy.expand(left - sign * number * right) == 0 for sign in (1, -1)))


def _spread(expression: sympy.Expr) -> sympy.Expr:
    """Multiplied out, with one sum for each addend, before it what does not depend on the index."""
    return sympy.expand(expression.replace(lambda part: isinstance(part, sympy.Sum), _spread_sum))


def _spread_sum(found: sympy.Sum) -> sympy.Expr:
    indices = [limit[0] for limit in found.limits]
    parts = [part.as_independent(*indices, as_Add=False) for part in sympy.Add.make_args(sympy.expand(found.function))]
    return sympy.Add(*(before * sympy.Sum(under, *found.limits) for before, under in parts))
