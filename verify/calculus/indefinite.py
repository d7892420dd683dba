"""Indefinite integrals: ∫ f dx = F + C says that F + C is an antiderivative of f, and so that d/dx (F + C) = f.

A line that is linear in integrals without ends, with factors that do not contain x, is asked as the equation of the derivatives
of its sides, in which each integral is its integrand.  It is said of every interval on which both sides are defined.

Why a proof cannot lie: what has this derivative on an interval is an antiderivative there, whatever constant C is.  Where no
symbol stands for a constant (one that is added on and stands nowhere else), two antiderivatives differ by one, and the line is
proved up to it: that is told as a condition, also for ∫ f dx = ∫ f dx.
Why a refutation cannot lie: where f is continuous, each of its antiderivatives has the slope f, so that sides with different
slopes at one place differ by no constant.  Where f may jump, its value at one place says nothing, and nothing is refuted.

What may be tied to x by a condition is no constant: then, and for several variables, for x inside a factor, and for integrals
inside something else, nothing is said.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean

from verify.errors import GiveUp
from verify.orders.provisos import implied
from verify.points.domain import Domain
from verify.solving.equations import assumption_conditions
from verify.terms.differentiability import may_jump
from verify.terms.openness import is_open, plain
from verify.terms.requirements import BOUND

MEANING = "Both sides have the same derivative by {}, on every interval on which they are defined; what they leave free is a constant."


@dataclass(frozen=True)
class Slopes:
    """The derivatives of both sides of a line with indefinite integrals."""

    lhs: Any
    rhs: Any
    variable: Any
    has_constant: bool
    may_jump: bool


def is_indefinite(part: Any) -> bool:
    """An integral with a variable and no ends?"""
    return isinstance(part, sympy.Integral) and any(len(limit) != 3 for limit in part.limits)


def has_indefinite(*sides: Any) -> bool:
    """Does an indefinite integral stand in one of them?"""
    return any(
        is_indefinite(part) for side in sides if isinstance(side, sympy.Basic) for part in side.atoms(sympy.Integral)
    )


def is_a_free_number(symbol: Any) -> bool:
    """May it be every real number, as a constant of integration is?

    >>> is_a_free_number(sympy.Symbol("C", real=True)), is_a_free_number(sympy.Symbol("n", integer=True))
    (True, False)
    """
    return bool(symbol.is_Symbol) and assumption_conditions(symbol, sympy.Dummy(real=True)) == ()


def slopes(lhs: Any, rhs: Any, conditions: Iterable[Boolean] = (), said: Container[Any] = ()) -> Slopes:
    """The line between the derivatives of its sides; symbols of which more is `said` are no constants of integration.  Raises GiveUp where the line has no such meaning, or it is not known.

    >>> x, C = sympy.symbols("x C", real=True)
    >>> found = slopes(sympy.Integral(2 * x, x), x**2 + C)
    >>> found.lhs, found.rhs, found.has_constant
    (2*x, Derivative(C + x**2, x), True)
    """
    sides = [_linear(sympy.expand_mul(side, deep=False)) for side in (lhs, rhs)]
    integrals = [integral for parts, _ in sides for integral, _ in parts]
    variables = {limit[0] for integral in integrals for limit in integral.limits}
    if len(variables) != 1:
        raise GiveUp("indefinite integrals over several variables")
    (x,) = variables
    if x.is_integer or any(len(integral.limits) != 1 or len(integral.limits[0]) != 1 for integral in integrals):
        raise GiveUp("an indefinite integral of a form that is not known")
    if any(x in factor.free_symbols for parts, _ in sides for _, factor in parts):
        raise GiveUp("an indefinite integral with its variable outside of it")
    if any(x in condition.free_symbols and not is_open(condition) for condition in plain(conditions)):
        raise GiveUp(f"a condition may tie something to {x}, the variable of an indefinite integral")
    left, right = (_slope(parts, rest, x) for parts, rest in sides)
    known = partial(implied, domain=Domain.of(lhs, rhs, tuple(conditions)))
    jumps = any(may_jump(integral.function, {x}, known) for integral in integrals)
    has_constant = any(_has_constant(side, sides, integrals, x, said) for side in sides)
    return Slopes(left, right, x, has_constant, jumps)


def _slope(parts: list[tuple[Any, Any]], rest: Any, x: Any) -> Any:
    moving = sympy.Derivative(rest, x) if x in rest.free_symbols else sympy.S.Zero
    return sympy.Add(moving, *(factor * integral.function for integral, factor in parts))


def _linear(side: Any) -> tuple[list[tuple[Any, Any]], Any]:
    """The indefinite integrals of a sum with their factors, and the rest."""
    found, rest = list[tuple[Any, Any]](), list[Any]()
    for term in sympy.Add.make_args(side):
        if not has_indefinite(term):
            rest.append(term)
            continue
        factors = sympy.Mul.make_args(term)
        own = [factor for factor in factors if has_indefinite(factor)]
        if len(own) != 1 or not is_indefinite(own[0]) or has_indefinite(own[0].function) or own[0].function.has(*BOUND):
            raise GiveUp("an indefinite integral inside something else")
        found.append((own[0], sympy.Mul(*(factor for factor in factors if factor is not own[0]))))
    return found, sympy.Add(*rest)


def _has_constant(
    side: tuple[Any, Any], sides: list[tuple[Any, Any]], integrals: list[Any], x: Any, said: Container[Any]
) -> bool:
    """Is a symbol that may be every number, or a multiple of one, added on, which stands nowhere else in the line?"""
    for term in sympy.Add.make_args(side[1]):
        number, symbol = term.as_coeff_Mul()
        if not is_a_free_number(symbol) or symbol == x or symbol in said or number == 0:
            continue
        others = [t for _, rest in sides for t in sympy.Add.make_args(rest) if t is not term]
        others += list(integrals) + [factor for parts, _ in sides for _, factor in parts]
        if not any(symbol in other.free_symbols for other in others):
            return True
    return False
