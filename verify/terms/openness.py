"""Conditions that leave room, and conditions that tie a variable down.

What is said of functions (a derivative, an expansion, a conserved quantity) is said of every value of a variable near a
place.  A condition that holds on an open set (x < y between continuous sides) leaves that room; an equation, or a
relation that may hold on its border only (x ≤ y with x ≥ y, |x| ≤ 0), may tie the variable to other quantities.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.terms.differentiability import may_jump
from verify.terms.survey import by_name

STRICT = (sympy.Ne, sympy.Lt, sympy.Gt)
INSIDE = {sympy.Ge: sympy.Gt, sympy.Le: sympy.Lt}


def conjuncts(condition: Boolean) -> tuple[Boolean, ...]:
    """The parts of an *and*, in an order that does not hang on hashes, as that of `And.make_args` does."""
    return condition.args if isinstance(condition, sympy.And) else (condition,)


def plain(conditions: Iterable[Boolean]) -> tuple[Boolean, ...]:
    """The conditions one by one, without `And`; x ≤ y and x ≥ y together as x = y.

    >>> x, y = sympy.symbols("x y", real=True)
    >>> plain([sympy.And(sympy.Eq(x, 1), y > 0), x <= y, x >= y]) == (*sympy.And(sympy.Eq(x, 1), y > 0).args, sympy.Eq(x, y))
    True
    """
    parts = dict.fromkeys(p for c in conditions for p in conjuncts(c))
    borders = {p: p.lhs - p.rhs if isinstance(p, sympy.Le) else p.rhs - p.lhs for p in parts if type(p) in INSIDE}
    found: dict[Boolean, None] = {}
    for part in parts:
        opposite = next((p for p in borders if part in borders and sympy.expand(borders[p] + borders[part]) == 0), None)
        equal = part if opposite is None else sympy.Eq(borders[part], 0)
        found[_solved(equal) if opposite is not None else part] = None
    return tuple(found)


def _solved(equation: Boolean) -> Boolean:
    """a − b = 0 as a = b where a is a symbol."""
    if not isinstance(equation, sympy.Eq):
        return equation
    difference = equation.lhs - equation.rhs
    for symbol in sorted(difference.free_symbols, key=by_name):
        if difference.coeff(symbol) in (1, -1) and not (difference - difference.coeff(symbol) * symbol).has(symbol):
            return sympy.Eq(symbol, -(difference - difference.coeff(symbol) * symbol) / difference.coeff(symbol))
    return equation


def is_open(condition: Boolean) -> bool:
    """Does it certainly hold on an open set of the values of its symbols, and nowhere else?"""
    if isinstance(condition, (sympy.And, sympy.Or)):
        return all(map(is_open, condition.args))
    return isinstance(condition, STRICT) and not any(
        may_jump(side, condition.free_symbols) for side in (condition.lhs, condition.rhs)
    )


def inside(condition: Boolean) -> Boolean:
    """The part of a condition around each point of which it holds too; False where there may be none.

    >>> x = sympy.Symbol("x", real=True)
    >>> inside(sympy.And(x >= 0, x < 3)), inside(sympy.Eq(x, 1)), inside(sympy.Ge(sympy.floor(x), 1))
    ((x > 0) & (x < 3), False, False)
    """
    if isinstance(condition, (sympy.And, sympy.Or)):
        return condition.func(*map(inside, condition.args))
    if type(condition) in INSIDE:
        condition = INSIDE[type(condition)](condition.lhs, condition.rhs)
    return condition if condition in (sympy.true, sympy.false) or is_open(condition) else sympy.false


def ties(conditions: Iterable[Boolean]) -> Iterator[frozenset[sympy.Symbol]]:
    """The symbols that each condition which is not open may tie to each other."""
    for condition in conditions:
        if not is_open(condition) and len(condition.free_symbols) > 1:
            yield frozenset(condition.free_symbols)


def linked(things: set[Any], groups: Iterable[AbstractSet[Any]]) -> set[Any]:
    """What stands in a group with one of these things, directly or through other groups; the things included."""
    return reached(things, ((group, group) for group in groups))


def reached(things: Iterable[Any], arrows: Iterable[tuple[AbstractSet[Any], Iterable[Any]]]) -> set[Any]:
    """What arrows lead to that start at one of these things, directly or through others; the things included.

    >>> sorted(reached("a", [({"b"}, "cd"), ({"a", "e"}, "b"), ({"f"}, "g")]))
    ['a', 'b', 'c', 'd']
    """
    found, arrows = set(things), list(arrows)
    while more := {thing for start, end in arrows if found & start for thing in end} - found:
        found |= more
    return found
