"""Is a premise the claim itself?  Then the line would pass whatever it says, and nothing is tested.

A premise that the page does not print restates a line if it is the same equation up to distribution, under sums
too, to other names for the symbols, or to a number before the quantity that the line gives.  (A line that repeats a printed one says that it is repeated: that is tested.)
It is the same equation, too, if exponentials, logarithms or powers of both sides are: exp u = exp v for u = v.  Conditions
restate a line together if it is their sum with numbers before them, as a = b and b = c are a = c.  Several premises do not:
each names the law, or the words of the page, on which it stands, and what these give together is a derivation.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache
from itertools import permutations, product

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

Sides = tuple[sympy.Expr, sympy.Expr]
Terms = dict[sympy.Expr, sympy.Expr]
MOST_PEELED = 5
MOST_RENAMED = 3
"""Symbols that may have other names; they must not be more than those that have the same."""


def restating_premise(read: Reading, unprinted: Container[str]) -> str | None:
    """The label of the one unprinted premise that says all that the reading says; None if there is none."""
    lines = [_differences(statement) for statement in read.statements]
    gives = any(isinstance(s, Relation) and (s.lhs.is_Symbol or s.rhs.is_Symbol) for s in read.statements)
    if read.by is None or () in lines:
        return None
    for equation in read.by.leaves:
        if equation.label in unprinted and all(_says(equation, line, gives) for line in lines):
            return equation.label
    return None


def repeated_premise(read: Reading) -> str | None:
    """The label of a premise that is one of the equations of the reading as they stand, once both are multiplied out.

    So it is asked of a step that stands alone, with premises that somebody says: to take a root of one is a step then.
    """
    lines = [said.lhs - said.rhs for said in read.statements if isinstance(said, Relation) and said.rel == "=="]
    leaves = () if read.by is None else read.by.leaves
    same = (eq.label for line in lines for eq in leaves if _same(eq.lhs - eq.rhs, line, scaled=False))
    return next(same, None)


def restating_condition(read: Reading) -> Boolean | None:
    """A condition of the reading, or several, that say what one of its statements says; None if there is none."""
    conditions = plain(read.where)
    for said in (s for s in read.statements if isinstance(s, Relation)):
        for condition in conditions:
            if isinstance(condition, Relational) and is_the_same(said, condition):
                return condition
        linking = [c for c in conditions if isinstance(c, sympy.Eq) and len(c.free_symbols) > 1]
        if said.rel == "==" and is_sum_of([(c.lhs, c.rhs) for c in linking], (said.lhs, said.rhs)):
            return sympy.And(*linking)
    return None


def is_sum_of(known: Iterable[Sides], said: Sides) -> bool:
    """Is a form of the line a sum of forms of at least two equations, with numbers before them?

    >>> a, b, c = sympy.symbols("a b c")
    >>> is_sum_of([(a, b), (c, b)], (a, c)), is_sum_of([(a, b * c), (c, b)], (a, c)), is_sum_of([(a, b)], (b, a))
    (True, False, False)
    """
    columns = [list(map(_terms, _forms(*sides))) for sides in known]
    if len(columns) < 2:
        return False
    given = [form for forms in columns for form in forms]
    return any(line and _is_combination(given, line) for line in map(_terms, _forms(*said)))


def _is_combination(given: list[Terms], line: Terms) -> bool:
    parts = sorted({part for terms in (*given, line) for part in terms}, key=sympy.default_sort_key)
    rows = sympy.Matrix([[terms.get(part, 0) for terms in (*given, line)] for part in parts])
    return bool(rows[:, :-1].rank() == rows.rank())


def _terms(expression: sympy.Expr) -> Terms:
    """The rational number before each product of an expression that is multiplied out."""
    found: Terms = {}
    for term in sympy.Add.make_args(sympy.expand(expression)):
        number, part = term.as_coeff_Mul(rational=True)
        if number != 0:
            found[part] = found.get(part, sympy.S.Zero) + number
    return found


@lru_cache(maxsize=2048)
def _forms(lhs: sympy.Expr, rhs: sympy.Expr) -> tuple[sympy.Expr, ...]:
    """What the equation says is zero: as it stands, and without the exponentials, logarithms and powers around a side."""
    forms = (lhs - rhs, _bared(lhs, rhs), _bared(rhs, lhs))
    return tuple(dict.fromkeys(form for form in forms if form.is_finite is not False))


def _bared(side: sympy.Expr, other: sympy.Expr) -> sympy.Expr:
    for _ in range(MOST_PEELED):
        number, inside = side.as_coeff_Mul()
        if isinstance(inside, sympy.exp):
            side, other = inside.args[0], sympy.expand_log(sympy.log(other / number), force=True)
        elif isinstance(inside, sympy.log):
            side, other = inside.args[0], sympy.exp(other / number)
        elif inside.is_Pow and inside.exp.is_Rational and inside.base.free_symbols:
            side, other = inside.base, sympy.powdenest((other / number) ** (1 / inside.exp), force=True)
        else:
            break
    return side - other


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
    forms = product(_forms(said.lhs, said.rhs), _forms(condition.lhs, condition.rhs))
    return any(_number_between(one, other) not in (None, 0) for one, other in forms if other != 0)


def _number_between(one: sympy.Expr, other: sympy.Expr) -> sympy.Expr | None:
    """The number that one is of the other; None if it is none, which two points mostly show."""
    ratio = one / other
    if varies(ratio):
        return None
    ratio = sympy.cancel(ratio)
    return ratio if ratio.is_number else None


def _differences(line: Statement) -> tuple[sympy.Expr, ...]:
    """What the line says is zero, in each of its forms; nothing for a line that is no equation."""
    if isinstance(line, Relation) and line.rel == "==":
        return _forms(line.lhs, line.rhs)
    return (line.lhs - line.rhs,) if isinstance(line, IndexedRelation) and line.slope is None else ()


def _says(premise: Equation, line: Iterable[sympy.Expr], scaled: bool) -> bool:
    """Is the line the premise, perhaps with other letters, or `scaled` by a number, in one of their forms?"""
    forms = product(_forms(premise.lhs, premise.rhs), line)
    return any(
        _same(one.xreplace(dict(names)), other, scaled) for one, other in forms for names in _renamings(one, other)
    )


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
