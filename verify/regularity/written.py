"""What evaluation drops from a claim as it was written: x/x, x^0, 0·log x, log x - log x.

SymPy makes 1, 1, 0 and 0 of these, and where they are undefined nobody would know.  While a text is
read, every node goes through `kept`; what an evaluated node no longer shows of its arguments'
conditions of definedness (`verify.regularity.conditions`) is remembered, and belongs to the claim: it is
undefined there, so that no point is a counterexample and no proof is without the condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import sympy

from verify.balls import enclose
from verify.errors import GiveUp
from verify.points.by_assumptions import holds_somewhere
from verify.regularity.analytic import is_analytic
from verify.regularity.conditions import must_not_vanish
from verify.terms.openness import plain, ties
from verify.terms.requirements import (
    MAY_NOT_EXIST,
    SINGULAR,
    Exists,
    HasNoZero,
    IsNotAPole,
    IsNoWholeNumber,
    IsOffTheCut,
    Requirement,
    Varies,
    may_be_at_an_end,
    outermost,
)
from verify.terms.survey import by_name

MOST_PARTS = 10
WAVES = (sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sinh, sympy.cosh, sympy.tanh)

_LOST: ContextVar[dict[Any, None] | None] = ContextVar("lost", default=None)


@contextmanager
def noticing() -> Iterator[dict[Any, None]]:
    """Collects what is lost inside the block, as parts that must not vanish (or requirements)."""
    lost: dict[Any, None] = {}
    token = _LOST.set(lost)
    try:
        yield lost
    finally:
        _LOST.reset(token)


@contextmanager
def binding(variable: Any) -> Iterator[list[Any]]:
    """Inside, the variable is bound: what is lost of it there is collected for `bound`, or forgotten.

    At single values of the variable an integral does not mind.
    """
    inner: list[Any] = []
    outer = _LOST.get()
    if outer is None:
        yield inner
        return
    before = dict(outer)
    outer.clear()  # what stands outside may speak of another thing of this name
    try:
        yield inner
    finally:
        inside = [*outer]
        outer.clear()
        outer.update(before)
    inner += [part for part in inside if variable in part.free_symbols]
    outer.update((part, None) for part in inside if part not in inner)


def bound(lost: Sequence[Any], index: Any, low: Any, high: Any) -> None:
    """What was lost in the terms of a sum or product: there a single index is a term, and must be defined."""
    outer = _LOST.get()
    if outer is None:
        return
    for part in lost:
        if isinstance(part, Exists):
            outer[Exists(sympy.Sum(part.args[0], (index, low, high)))] = None
            continue
        expr = sympy.gamma(part.args[0]) ** -1 if isinstance(part, IsNotAPole) else part
        if isinstance(expr, sympy.Expr):
            outer.update(dict.fromkeys(_one_by_one(HasNoZero(expr, index, low, high))))
        else:
            outer.update(dict.fromkeys(_of_each_value(part, index, low, high)))


def _one_by_one(need: HasNoZero) -> Sequence[Any]:
    """1 - x ≠ 0, 2 - x ≠ 0 and 3 - x ≠ 0 for k - x ≠ 0 at k = 1, 2, 3, so that a condition on x reaches them."""
    values = need.values
    return (
        values
        if values is not None and need.args[0].free_symbols - {need.args[1]} and len(values) <= MOST_PARTS
        else [need]
    )


def _of_each_value(need: Any, index: Any, low: Any, high: Any) -> Sequence[Any]:
    """√(k - x) real for k = 1, 2, 3, one by one; of a range that is long or not known it is not known to be met."""
    if need.is_certain:
        return ()
    if not (low.is_Integer and high.is_Integer and high - low < MOST_PARTS):
        return (sympy.S.Zero,)
    values = ({index: sympy.Integer(k)} for k in range(int(low), int(high) + 1))
    return [need.func(*(arg.xreplace(each) for arg in need.args)) for each in values]


def on_the_way(lost: Sequence[Any], variable: Any) -> bool:
    """What was lost in a function of which a limit is taken matters only where it vanishes all the way.

    x a is zero for every x where a is: that factor is remembered.  x - a is zero at one x.  False where it is not clear.
    """
    for part in lost:
        if part.free_symbols <= {variable}:
            if not vanishes_at_single_places(part, variable):
                return False
            continue
        if not isinstance(part, sympy.Expr) or isinstance(part, Requirement):
            return False
        for factor in sympy.Mul.make_args(sympy.factor(part)):
            base = factor.base if factor.is_Pow else factor
            if variable not in base.free_symbols:
                remember((base,))
            elif not base.is_polynomial(variable) or not any(
                c.is_number and c.is_zero is False for c in sympy.Poly(base, variable).all_coeffs()
            ):
                return False
    return True


def vanishes_at_single_places(part: Any, variable: Any) -> bool:
    """Is what must not vanish, and speaks of the variable alone, zero at isolated places only?  floor x and |x| - x are not.

    >>> x = sympy.Symbol("x", real=True)
    >>> vanishes_at_single_places(sympy.sin(x) * (x - 1), x), vanishes_at_single_places(sympy.floor(x), x)
    (True, False)
    """
    if isinstance(part, Requirement):
        return bool(part.is_certain)
    if variable not in part.free_symbols:
        return bool(part.is_nonzero)
    if part.is_polynomial(variable):
        return has_a_number(part, variable)
    if variable.is_integer:
        return False  # every one counts, and (-1)^n - 1 vanishes again and again
    if part.is_Mul or (part.is_Pow and part.exp.is_Rational) or isinstance(part, (sympy.Abs, sympy.exp)):
        return isinstance(part, sympy.exp) or all(
            vanishes_at_single_places(arg, variable) for arg in part.args if arg.free_symbols or part.is_Mul
        )
    if isinstance(part, WAVES) and part.args[0].is_polynomial(variable):
        return _moves(part.args[0], variable)
    return is_analytic(part, variable) and holds_somewhere(part)


def has_a_number(polynomial: Any, variable: Any) -> bool:
    """Is a coefficient a number, so that it is not zero throughout, whatever the values of other symbols?"""
    return any(c.is_Rational and c != 0 for c in sympy.Poly(polynomial, variable).all_coeffs())


def _moves(argument: Any, variable: Any) -> bool:
    """Is the polynomial no constant, whatever the values of other symbols?"""
    coefficients = sympy.Poly(argument, variable).all_coeffs()[:-1]
    return any(c.is_number and c.is_zero is False for c in coefficients)


def under_an_integral(lost: Sequence[Any], variable: Any) -> bool:
    """May what was lost in an integrand be forgotten, as it matters at single places only?  False where it is not clear.

    Factors without the variable are remembered.
    """
    for part in lost:
        if isinstance(part, Requirement):
            place = part.args[0]
            certain = bool(part.is_certain)
            if not certain and not (
                isinstance(part, IsNotAPole) and place.is_polynomial(variable) and _moves(place, variable)
            ):
                return False
        elif part.free_symbols <= {variable}:
            if not vanishes_at_single_places(part, variable):
                return False
        elif not (_is_analytic_in_all(part) and holds_somewhere(part)):
            return False
        else:
            bases = (f.base if f.is_Pow else f for f in sympy.Mul.make_args(sympy.factor(part)))
            remember(base for base in bases if variable not in base.free_symbols)
    return True


def _is_analytic_in_all(part: Any) -> bool:
    """Analytic in each of its symbols together, so that it vanishes almost nowhere or everywhere; asin(sin u) - u is not."""
    return all(is_analytic(part, symbol) for symbol in part.free_symbols)


def remember(parts: Iterable[Any]) -> None:
    """Counts these parts among what is lost."""
    outer = _LOST.get()
    if outer is not None:
        outer.update(dict.fromkeys(parts))


def differentiated(variable: Any) -> None:
    """At a closed end of its variable a derivative does not exist, although evaluation may have made |x| an x."""
    outer = _LOST.get()
    if outer is not None:
        outer[Varies(variable)] = None
        if may_be_at_an_end(variable):
            outer[variable] = None


def tied_variable(lost: Iterable[Any], conditions: Iterable[Any], symbols: set[Any]) -> tuple[Any, Any] | None:
    """A variable of a derivative and another symbol of the line that a condition may tie to it, if there are such."""
    varied = {part.args[0] for part in lost if isinstance(part, Varies)}
    for tied in ties(plain(conditions)):
        for variable in sorted(tied & varied, key=by_name):
            for other in sorted((tied - {variable}) & symbols, key=by_name):
                return variable, other
    return None


def kept(value: Any, arguments: Sequence[Any], zero_power: bool = False, head: Any = None) -> Any:
    """The value itself; what it has lost of its arguments, and of the head it was written with, is remembered.

    `zero_power`: it was written b^0.
    """
    lost = _LOST.get()
    if lost is None or not isinstance(value, sympy.Expr):
        return value
    written = [arg for arg in arguments if isinstance(arg, sympy.Expr) and arg.args and arg != value]
    if zero_power:
        lost[arguments[0]] = None
    if head in SINGULAR and not isinstance(value, head):
        lost.update(dict.fromkeys(part for part in SINGULAR[head](*arguments) if isinstance(part, Requirement)))
    if written and not isinstance(value, MAY_NOT_EXIST) and not set(written) <= set(value.args):
        lost.update(dict.fromkeys(_dropped(written, value)))
    return value


def _dropped(written: Sequence[Any], value: Any) -> Iterator[Any]:
    """What the arguments need and the value does not show; a limit is a number here, which must exist."""
    limits = {limit: sympy.Dummy("limit") for each in (*written, value) for limit in outermost(each, (sympy.Limit,))}
    numbers = {number: limit for limit, number in limits.items()}
    shown = set(must_not_vanish((value.xreplace(limits),)))
    needed = must_not_vanish([arg.xreplace(limits) for arg in written])
    yield from (part.xreplace(numbers) for part in needed if part not in shown)
    here = set(outermost(value, MAY_NOT_EXIST))
    yield from (Exists(part) for arg in written for part in outermost(arg, MAY_NOT_EXIST) if part not in here)


def is_defined(parts: Sequence[Any], point: dict[Any, Any], bits: int) -> bool:
    """Is every part certainly not zero (every requirement certainly met) at the point?"""
    return all(_is_met(part, point, bits) for part in parts)


def _is_met(part: Any, point: dict[Any, Any], bits: int) -> bool:
    if isinstance(part, HasNoZero):
        return _has_no_zero(part, point)
    ball = _enclosed(part.args[0] if isinstance(part, Requirement) else part, point, bits)
    if ball is None or not ball.is_finite():
        return False
    if isinstance(part, IsOffTheCut):
        return not ball.imag.contains(0) or bool(ball.real > 0)
    if isinstance(part, IsNoWholeNumber):
        return not ball.contains_integer()
    return part.is_met_by(ball) if isinstance(part, Requirement) else not ball.contains(0)


def _has_no_zero(part: HasNoZero, point: dict[Any, Any]) -> bool:
    """For a polynomial in the index: none of its roots is a whole number of the range."""
    index = part.args[1]
    expr, low, high = (arg.xreplace(point) for arg in (part.args[0], *part.args[2:]))
    if not expr.is_polynomial(index) or expr.free_symbols != {index}:
        return False
    poly = sympy.Poly(expr, index)
    if not all(c.is_Rational for c in poly.all_coeffs()):
        return False
    roots = [root for root in poly.ground_roots() if root.is_Integer]
    return not any((low <= root) is sympy.true and (root <= high) is sympy.true for root in roots)


def _enclosed(expr: Any, point: dict[Any, Any], bits: int) -> Any | None:
    try:
        return enclose(expr, {s: point[s] for s in expr.free_symbols}, bits)
    except (GiveUp, KeyError):
        return None
