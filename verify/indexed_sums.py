"""Sums over the particles 1 ... N of indexed quantities, for a number N that stays a letter.

An indexed quantity x_i is an undefined function of the index, made by `indexed`.  The
sums are SymPy's own, built by three constructors:

    over(i, N, f)         Σ_{i=1}^N f
    over_pairs(i, j, N, f)  Σ_{i<j} f
    over_others(j, i, N, f)  Σ_{j≠i} f

`regions` turns an expression into one summand for each region of indices: no index, one
index a, one index b ≠ k (k is a free index), two indices a ≠ b.  The rules are identities
for every N ≥ 2: Σ_{i<j} f = ½ Σ_{i≠j} f for symmetric f (the symmetry is proved),
Σ_i Σ_j f = Σ_{i≠j} f + Σ_i f_ii, and the contraction Σ_a δ_ak f_a = f_k.  If the summands
of two expressions are equal region by region, the expressions are equal for every N.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.exact import prove_equal
from verify.symbols import ClaimError, PhysicalFunction, PhysicalFunctionClass, function
from verify.units import DIMENSIONLESS, Dimension

A, B = sympy.Dummy("a", integer=True, positive=True), sympy.Dummy("b", integer=True, positive=True)
ZERO = sympy.Integer(0)


class NoRegions(Exception):
    """The expression is not built as this module expects; the message says where."""


def indexed(name: str, latex: str, meaning: str, dimension: Dimension, *, indices: int = 1, **assumptions: bool) -> Any:
    """Declares an indexed quantity: `m = indexed("m", ...)` makes m(i) the mass of particle i."""
    made = function(
        name, latex, meaning, dimension, arguments=(DIMENSIONLESS,) * indices, subscripted=True, **assumptions
    )
    assert isinstance(made, PhysicalFunctionClass)
    return made


def over(index: sympy.Symbol, number: Any, summand: Any) -> sympy.Sum:
    """Σ over every particle."""
    return sympy.Sum(summand, (index, 1, number))


def over_pairs(first: sympy.Symbol, second: sympy.Symbol, number: Any, summand: Any) -> sympy.Sum:
    """Σ over every pair, once: first < second."""
    return sympy.Sum(summand, (first, 1, second - 1), (second, 1, number))


def over_others(index: sympy.Symbol, other: sympy.Symbol, number: Any, summand: Any) -> sympy.Sum:
    """Σ over every particle but `other`."""
    return sympy.Sum(summand * (1 - sympy.KroneckerDelta(index, other)), (index, 1, number))


# --- for every N: one summand a region ----------------------------------------------------------


@dataclass(frozen=True)
class Regions:
    """plain + Σ_a single(a) + Σ_{b≠k} others(b) + Σ_{a≠b} pairs(a, b), the last symmetric in a and b."""

    plain: sympy.Expr
    single: sympy.Expr
    others: sympy.Expr
    pairs: sympy.Expr

    def minus(self, other: Regions) -> tuple[sympy.Expr, ...]:
        return (
            self.plain - other.plain,
            self.single - other.single,
            self.others - other.others,
            self.pairs - other.pairs,
        )


def regions(expression: sympy.Expr, number: sympy.Expr, free: sympy.Symbol | None = None) -> Regions:
    """The expression region by region; `free` is an index that is not summed over.  Raises NoRegions."""
    plain, single, once, double = ZERO, ZERO, ZERO, ZERO
    for term in sympy.Add.make_args(sympy.expand(expression, deep=False)):
        for part, one, two, both in _of_term(term, number):
            plain, single, once, double = plain + part, single + one, once + two, double + both
    # split only when all terms are together: f − f cancels on the diagonal before f_ii, which may be infinite, is formed
    diagonal, apart = _split(sympy.expand(double), A, B)
    single, pairs = single + _put(diagonal, B, A), _halved(once) + apart
    if free is None:
        return Regions(plain, single, ZERO, _symmetric(pairs))
    at, off = _split(single, A, free)
    plain, others = plain + _put(at, A, free), _put(off, A, B)
    first, rest = _split(pairs, A, free)
    second, rest = _without(rest, B, free)
    on_first, on_second = first - _without(pairs, A, free)[1], second
    others += _put(_without(on_first, B, free)[1], A, free) + _put(_put(on_second, B, free), A, B)
    return Regions(plain, ZERO, others, _symmetric(rest))


def _of_term(term: sympy.Expr, number: sympy.Expr) -> Iterator[tuple[sympy.Expr, ...]]:
    """(plain, Σ_a, Σ_{a<b}, Σ_a Σ_b) contributions of one term; all but one are zero."""
    sums = [factor for factor in sympy.Mul.make_args(term) if factor.has(sympy.Sum)]
    if not sums:
        yield term, ZERO, ZERO, ZERO
        return
    if len(sums) > 1:
        raise NoRegions("a product of two sums")
    (inner,) = sums
    factor = sympy.Mul(*(f for f in sympy.Mul.make_args(term) if f is not inner))
    if not isinstance(inner, sympy.Sum):
        expanded = sympy.expand(term)
        if expanded == term:
            raise NoRegions(f"a sum inside {type(inner).__name__}")
        for part in sympy.Add.make_args(expanded):
            yield from _of_term(part, number)
        return
    yield from _of_sum(factor, inner, number)


def _halved(once: sympy.Expr) -> sympy.Expr:
    """Σ_{a<b} f = Σ_{a≠b} f/2 if f is symmetric, which all terms together must be."""
    if prove_equal(*_flattened(once, _rename(once, {A: B, B: A}))) is None:
        raise NoRegions("a sum over pairs whose summand is not symmetric")
    return once / 2


def _of_sum(factor: sympy.Expr, found: sympy.Sum, number: sympy.Expr) -> Iterator[tuple[sympy.Expr, ...]]:
    limits = found.limits
    if len(limits) == 2:
        (i, low, high), (j, start, end) = limits
        if (low, high, start, end) == (1, number, 1, number):  # SymPy writes a sum of a sum with two limits
            yield ZERO, ZERO, ZERO, _rename(factor * found.function, {i: A, j: B})
            return
        if (low, high, start, end) != (1, j - 1, 1, number):
            raise NoRegions(f"limits {limits}")
        summand = _rename(factor * found.function, {i: A, j: B})
        yield ZERO, ZERO, summand, ZERO
        return
    ((i, low, high),) = limits
    if (low, high) != (1, number):
        raise NoRegions(f"limits {limits}")
    if not found.function.has(sympy.Sum):
        yield ZERO, _rename(factor * found.function, {i: A}), ZERO, ZERO
        return
    for part in sympy.Add.make_args(sympy.expand(found.function, deep=False)):
        yield from _nested(factor * part, i, number)


def _nested(term: sympy.Expr, i: sympy.Symbol, number: sympy.Expr) -> Iterator[tuple[sympy.Expr, ...]]:
    """Σ_i of a term that may hold one more sum, Σ_j."""
    if not term.has(sympy.Sum):
        yield ZERO, _rename(term, {i: A}), ZERO, ZERO
        return
    inner = [f for f in sympy.Mul.make_args(term) if isinstance(f, sympy.Sum)]
    if len(inner) != 1 or len(inner[0].limits) != 1 or inner[0].function.has(sympy.Sum):
        raise NoRegions("sums nested more than twice")
    ((j, low, high),) = inner[0].limits
    if (low, high) != (1, number):
        raise NoRegions(f"limits {inner[0].limits}")
    factor = sympy.Mul(*(f for f in sympy.Mul.make_args(term) if f is not inner[0]))
    yield ZERO, ZERO, ZERO, _rename(factor * inner[0].function, {i: A, j: B})


def _split(summand: sympy.Expr, index: sympy.Symbol, other: sympy.Symbol) -> tuple[sympy.Expr, sympy.Expr]:
    """(the summand where index = other, where index ≠ other), told apart by its Kronecker deltas alone."""
    delta = sympy.KroneckerDelta(index, other)
    return summand.xreplace({delta: sympy.Integer(1)}), summand.xreplace({delta: ZERO})


def _without(summand: sympy.Expr, index: sympy.Symbol, other: sympy.Symbol) -> tuple[sympy.Expr, sympy.Expr]:
    """(what δ adds where index = other, the summand without it)."""
    at, off = _split(summand, index, other)
    return at - off, off


def _rename(expression: sympy.Expr, names: dict[sympy.Symbol, sympy.Symbol]) -> sympy.Expr:
    return expression.subs(names, simultaneous=True)


def _put(expression: sympy.Expr, index: sympy.Symbol, value: sympy.Expr) -> sympy.Expr:
    return expression if expression == 0 else expression.subs(index, value)


def _symmetric(pairs: sympy.Expr) -> sympy.Expr:
    return (pairs + _rename(pairs, {A: B, B: A})) / 2


# --- derivatives by an indexed quantity ---------------------------------------------------------


def slope(expression: sympy.Expr, variable: sympy.Expr) -> sympy.Expr:
    """∂/∂x_k term by term: every x_i in a summand contributes its derivative times δ_ik.

    For a variable that is a plain symbol this is the derivative of every summand.
    """
    if isinstance(expression, sympy.Sum):
        return sympy.Sum(slope(expression.function, variable), *expression.limits)
    if expression.has(sympy.Sum):
        if expression.is_Add:
            return sympy.Add(*(slope(term, variable) for term in expression.args))
        if not expression.is_Mul:
            raise NoRegions(f"a sum inside {type(expression).__name__}")
        sums = [f for f in expression.args if f.has(sympy.Sum)]
        rest = sympy.Mul(*(f for f in expression.args if not f.has(sympy.Sum)))
        if len(sums) != 1:
            raise NoRegions("a product of two sums")
        return rest * slope(sums[0], variable) + slope(rest, variable) * sums[0]
    if isinstance(variable, sympy.Symbol):
        return sympy.diff(expression, variable)
    (k,) = variable.args
    parts = []
    for applied in sorted(expression.atoms(variable.func), key=str):
        place = sympy.Dummy("x", real=True)
        change = sympy.diff(expression.xreplace({applied: place}), place).xreplace({place: applied})
        parts.append(change * sympy.KroneckerDelta(applied.args[0], k))
    return sympy.Add(*parts)


# --- a few particles, written out ---------------------------------------------------------------


def written_out(expression: sympy.Expr, number: sympy.Expr, count: int, at: dict[sympy.Symbol, int]) -> sympy.Expr:
    """The expression for `count` particles: sums written out, x_1, x_2, ... as plain symbols."""
    values = dict(at) if number.is_Integer else {number: count, **at}
    return _explicit(expression, {s: sympy.Integer(v) for s, v in values.items()})


def _explicit(e: sympy.Expr, values: dict[sympy.Symbol, sympy.Integer]) -> sympy.Expr:
    if isinstance(e, sympy.Sum):
        return _added(e.function, list(e.limits)[::-1], values)
    if e.has(sympy.Sum):
        return e.func(*(_explicit(arg, values) for arg in e.args))
    deltas = {d: sympy.Integer(_at(d.args[0], values) == _at(d.args[1], values)) for d in e.atoms(sympy.KroneckerDelta)}
    e = e.xreplace(deltas)  # first, so that the factor 1 − δ_ij = 0 takes an infinite f_ii with it
    named = {f: _named(f.func, tuple(_at(arg, values) for arg in f.args)) for f in e.atoms(AppliedUndef)}
    return e.xreplace({**values, **named})


def _at(index: sympy.Expr, values: dict[sympy.Symbol, sympy.Integer]) -> sympy.Expr:
    return values.get(index, index)


@lru_cache(maxsize=4096)
def _named(head: PhysicalFunctionClass, args: tuple[sympy.Expr, ...]) -> sympy.Symbol:
    return plain(head(*args))


def _added(summand: sympy.Expr, limits: list[Any], values: dict[sympy.Symbol, sympy.Integer]) -> sympy.Expr:
    """Outermost index first, so that its value is known to the limits inside."""
    if not limits:
        return _explicit(summand, values)
    index, low, high = limits[0]
    ends = [_whole(end.xreplace(values), index) for end in (low, high)]
    parts = (_added(summand, limits[1:], {**values, index: sympy.Integer(n)}) for n in range(ends[0], ends[1] + 1))
    return sympy.Add(*parts)


def _whole(end: sympy.Expr, index: sympy.Symbol) -> int:
    if not end.is_Integer:
        raise ClaimError(f"the sum over {index} has the limit {end}, which is no number for given N: expected 1 and N")
    return int(end)


def _flattened(*expressions: sympy.Expr) -> tuple[sympy.Expr, ...]:
    """Applied quantities x_a as plain symbols with the declared assumptions, the same name everywhere."""
    return tuple(
        e.xreplace(_delta_symbols(e)).xreplace({f: plain(f) for f in e.atoms(AppliedUndef)}) for e in expressions
    )


def _delta_symbols(e: sympy.Expr) -> dict[sympy.Expr, sympy.Symbol]:
    return {d: sympy.Symbol(f"delta_{d.args[0]}{d.args[1]}", real=True) for d in e.atoms(sympy.KroneckerDelta)}


def plain(applied: PhysicalFunction) -> sympy.Symbol:
    """The plain symbol that stands for x_1 or x_a.

    >>> x = indexed("x", "x", "a length", DIMENSIONLESS, positive=True)
    >>> plain(x(2)), plain(x(2)).is_positive
    (x_(2), True)
    """
    name = f"{applied.func.__name__}_({','.join(str(arg) for arg in applied.args)})"
    facts = {fact: True for fact in ("positive", "real", "integer") if getattr(applied, f"is_{fact}")}
    return sympy.Symbol(name, **facts)


def equal_in_every_region(left: Regions, right: Regions) -> bool:
    """Each difference of summands is proved to be zero, with indexed quantities as independent symbols."""
    return all(prove_equal(_flattened(gap)[0], ZERO) is not None for gap in left.minus(right))
