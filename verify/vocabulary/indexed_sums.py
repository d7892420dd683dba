"""Sums over the particles 1 ... N of indexed quantities, for a number N that stays a letter.

An indexed quantity x_i is an undefined function of the index, made by `indexed`.  The
sums are SymPy's own, built by three constructors:

    over(i, N, f)         Σ_{i=1}^N f
    over_pairs(i, j, N, f)  Σ_{i<j} f
    over_others(j, i, N, f)  Σ_{j≠i} f

An index stands in an *index position* if it is an argument of an indexed quantity or of a
Kronecker delta; elsewhere it is a number like any other.  Here sums
get indices of their own (`apart`), are differentiated (`slope`) and written out for a few
particles (`written_out`); `verify.theorems.particle_induction` goes from a few to every N.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.errors import ClaimError, GiveUp
from verify.points.by_assumptions import CHECKED
from verify.quantities.dimension import Dimension
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.quantities.symbols import PhysicalFunction, PhysicalFunctionClass, function

ZERO = sympy.Integer(0)
Values = dict[sympy.Symbol, sympy.Integer]


def indexed(name: str, latex: str, meaning: str, dimension: Dimension, *, indices: int = 1, **assumptions: bool) -> Any:
    """Declares an indexed quantity: `m = indexed("m", ...)` makes m(i) the mass of particle i."""
    arguments = (DIMENSIONLESS,) * indices
    made = function(
        name, latex, meaning, dimension, arguments=arguments, variables=None, subscripted=True, **assumptions
    )
    assert isinstance(made, PhysicalFunctionClass)
    return made


def over(index: sympy.Symbol, number: Any, summand: Any) -> sympy.Sum:
    """Σ over every particle."""
    return sympy.Sum(summand, (index, 1, number))


def over_pairs(first: sympy.Symbol, second: sympy.Symbol, number: Any, summand: Any) -> sympy.Sum:
    """Σ over every pair, once: first < second.  Raises ClaimError if the two are one index."""
    _check_two(first, second)
    return sympy.Sum(summand, (first, 1, second - 1), (second, 1, number))


def over_others(index: sympy.Symbol, other: sympy.Symbol, number: Any, summand: Any) -> sympy.Sum:
    """Σ over every particle but `other`.  Raises ClaimError if the two are one index."""
    _check_two(index, other)
    return sympy.Sum(summand * (1 - sympy.KroneckerDelta(index, other)), (index, 1, number))


def _check_two(first: Any, second: Any) -> None:
    if first == second:
        raise ClaimError(f"the sum over {first} leaves out {second}, the same index; expected two indices")


# --- indices ------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def apart(expression: sympy.Basic) -> sympy.Basic:
    """The same expression, every summation index replaced by one that occurs nowhere else.

    After this no derivative and no value that is put in can be captured by a sum.
    """
    return expression.xreplace({found: _renamed(found) for found in outer_sums(expression)})


def _renamed(found: sympy.Sum) -> sympy.Sum:
    names: dict[sympy.Basic, sympy.Basic] = {}
    limits: list[tuple[Any, ...]] = []
    for index, low, high in reversed(found.limits):  # outermost first: it binds the limits inside
        own = sympy.Dummy(index.name, **index.assumptions0)
        limits.insert(0, (own, low.xreplace(names), high.xreplace(names)))
        names[index] = own
    return sympy.Sum(apart(found.function).xreplace(names), *limits)


def outer_sums(expression: sympy.Basic) -> list[sympy.Sum]:
    """The sums that stand in no other sum, in a fixed order."""
    if isinstance(expression, sympy.Sum):
        return [expression]
    return list(dict.fromkeys(s for arg in expression.args for s in outer_sums(arg)))


def summation_indices(expression: sympy.Basic) -> set[sympy.Symbol]:
    return {limit[0] for found in expression.atoms(sympy.Sum) for limit in found.limits}


def index_positions(expression: sympy.Basic) -> Iterator[sympy.Expr]:
    """What stands in the arguments of indexed quantities and of Kronecker deltas; not the limits of sums."""
    for found in expression.atoms(AppliedUndef, sympy.KroneckerDelta):
        if is_indexed(found) or isinstance(found, sympy.KroneckerDelta):
            yield from found.args


def is_indexed(expression: sympy.Basic) -> bool:
    return isinstance(expression, AppliedUndef) and getattr(expression.func, "subscripted", False)


def free_indices(number: sympy.Expr, *expressions: sympy.Basic) -> tuple[sympy.Symbol, ...]:
    """The indices that no sum runs over (the k of ∂/∂x_k), by name; the expressions are `apart`.

    A symbol that is a limit and stands in no index position is none: it may be another number of particles.
    """
    found: set[sympy.Symbol] = set()
    for expression in expressions:
        for place in index_positions(expression):
            found |= place.free_symbols
        found -= summation_indices(expression)
    return tuple(sorted(found - number.free_symbols, key=lambda index: index.name))


# --- derivatives by an indexed quantity ---------------------------------------------------------


@lru_cache(maxsize=256)
def slope(expression: sympy.Expr, variable: sympy.Expr) -> sympy.Expr:
    """∂/∂x_k: every x_i in a summand contributes its derivative times δ_ik (δ_ik δ_jl for M_ij by M_kl).

    For a variable that is a plain symbol this is the derivative of every summand.  By the
    chain rule a sum inside a function is a variable of that function.  Raises GiveUp where
    the derivative is that of an undefined function of x_k.
    """
    return _slope(apart(expression), variable)


def _slope(expression: sympy.Expr, variable: sympy.Expr) -> sympy.Expr:
    if isinstance(expression, sympy.Sum):
        return sympy.Sum(_slope(expression.function, variable), *expression.limits)
    if isinstance(expression, sympy.Add):
        return sympy.Add(*(_slope(term, variable) for term in expression.args))
    hidden = {
        s: sympy.Dummy("S", **({"real": True} if s.is_real else {"complex": True})) for s in outer_sums(expression)
    }
    shown = {dummy: s for s, dummy in hidden.items()}
    masked = expression.xreplace(hidden)
    inside = (sympy.diff(masked, dummy).xreplace(shown) * _slope(s, variable) for s, dummy in hidden.items())
    return sympy.Add(_direct(masked, variable).xreplace(shown), *inside)


def _direct(expression: sympy.Expr, variable: sympy.Expr) -> sympy.Expr:
    if isinstance(variable, sympy.Symbol):
        return sympy.diff(expression, variable)
    parts = []
    for applied in sorted(expression.atoms(variable.func), key=str):
        place = sympy.Dummy("x", **_facts(applied))
        change = sympy.diff(expression.xreplace({applied: place}), place)
        if any(d.has(place) for d in change.atoms(sympy.Derivative, sympy.Subs)):
            raise GiveUp(f"the derivative of an undefined function of {applied}")
        same = (sympy.KroneckerDelta(i, k) for i, k in zip(applied.args, variable.args, strict=True))
        parts.append(change.xreplace({place: applied}) * sympy.Mul(*same))
    return sympy.Add(*parts)


# --- a few particles, written out ---------------------------------------------------------------


def written_out(
    expression: sympy.Basic, number: sympy.Expr, count: int, at: dict[sympy.Symbol, int] | None = None
) -> Any:
    """The expression for `count` particles: sums written out, x_1, x_2, ... as plain symbols.

    `at` are the values of the free indices.  Every index position is worked out to a whole
    number (k + 1 and N + 1 too), so that δ is 0 or 1 and x_{k+1} is the x_3 that it is; a
    sum whose upper limit is below the lower one is empty.  Raises GiveUp where an index has
    no value, ClaimError where the limit of a sum has none.
    """
    values = {} if number.is_Integer else {number: count}
    return _explicit(expression, {s: sympy.Integer(v) for s, v in {**values, **(at or {})}.items()})


def _explicit(e: sympy.Basic, values: Values) -> Any:
    if isinstance(e, sympy.Sum):
        return _added(e.function, list(e.limits)[::-1], values)
    if e.has(sympy.Sum):
        return e.func(*(_explicit(arg, values) for arg in e.args))
    if e.has(sympy.Product) or any(v in values for found in e.atoms(sympy.Integral) for v in found.variables):
        raise GiveUp("a product or an integral over an index")
    deltas = {d: _delta(d, values) for d in e.atoms(sympy.KroneckerDelta)}
    e = e.xreplace(deltas)  # first, so that the factor 1 − δ_ij = 0 takes an infinite f_ii with it
    quantities = {f: _letter(f, values) for f in e.atoms(AppliedUndef) if is_indexed(f)}
    return e.xreplace({**values, **quantities})


def _delta(delta: sympy.KroneckerDelta, values: Values) -> sympy.Expr:
    if len(delta.args) != 2:
        raise GiveUp(f"{delta} has a range of its own")
    left, right = (_whole_index(arg, delta, values) for arg in delta.args)
    return sympy.Integer(left == right)


def _letter(applied: PhysicalFunction, values: Values) -> sympy.Symbol:
    return _named(applied.func, tuple(_whole_index(arg, applied, values) for arg in applied.args))


def _whole_index(index: sympy.Expr, place: sympy.Expr, values: Values) -> sympy.Integer:
    value = index.xreplace(values)
    if not value.is_Integer:
        raise GiveUp(f"the index {index} of {place} is no whole number")
    return value


@lru_cache(maxsize=4096)
def _named(head: PhysicalFunctionClass, args: tuple[sympy.Integer, ...]) -> sympy.Symbol:
    return plain(head(*args))


def _added(summand: sympy.Expr, limits: list[Any], values: Values) -> sympy.Expr:
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


def plain(applied: PhysicalFunction) -> sympy.Symbol:
    """The plain symbol that stands for x_1, with the declared assumptions.

    >>> x = indexed("x", "x", "a length", DIMENSIONLESS, positive=True)
    >>> plain(x(2)), plain(x(2)).is_positive
    (x_(2), True)
    """
    return sympy.Symbol(f"{applied.func.__name__}_({','.join(str(arg) for arg in applied.args)})", **_facts(applied))


def _facts(applied: PhysicalFunction) -> dict[str, bool]:
    """Everything that is known of the value, so that a letter in its place may be no more and no less."""
    facts = {fact: getattr(applied, f"is_{fact}") for fact in CHECKED}
    return {fact: value for fact, value in facts.items() if value is not None}
