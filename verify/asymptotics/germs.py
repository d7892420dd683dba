"""A function for large x in the form that `verify.asymptotics.growth` handles, by identities that hold for all large x.

The rules are in `elementary_rules` and `growing_functions`.  Every rule is an identity on the range that the argument certainly has for large x: |g| = -g where g is certainly
negative there, floor(g) = k where k < g < k + 1, a branch of a Piecewise whose condition certainly holds, tanh by
exponentials, Γ by Stirling's formula where its argument grows.  Divisors, bases of roots and arguments of logarithms
get their certain sign here, so that what is returned exists for all large x.  Raises GiveUp where a sign is open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from inspect import signature
from typing import Any

import sympy
from sympy.core.relational import Relational

from verify.asymptotics.analytic_functions import ANALYTIC
from verify.asymptotics.growth import INFINITE, Growth
from verify.errors import GiveUp
from verify.normal_form.signs import is_real
from verify.regularity.side_conditions import is_certain
from verify.terms.requirements import Requirement
from verify.terms.survey import NO_NUMBERS

LARGEST_POWER = 40


@cache
def takes(rule: Callable[..., Any], count: int) -> bool:
    """Is the rule for so many arguments?  SymPy's LambertW has one or two."""
    try:
        signature(rule).bind(None, *range(count))
    except TypeError:
        return False
    return True


class Germs:
    """Rewrites functions of the x of a `Growth`, from the inside out."""

    def __init__(self, growth: Growth, rules: Mapping[Any, Callable[..., Any]]) -> None:
        self.growth, self.x, self.rules = growth, growth.x, rules
        self.known: dict[Any, Any] = {}

    def prepared(self, e: Any) -> Any:
        if self.x not in e.free_symbols:
            if e.has(*NO_NUMBERS):
                raise GiveUp("a part of the function is infinite or undefined")
            return e
        if e not in self.known:
            self.known[e] = self._prepared(e)
        return self.known[e]

    def limit(self, e: Any) -> Any:
        return self.growth.limit(self.prepared(e))

    def _prepared(self, e: Any) -> Any:
        if e == self.x:
            return e
        if e.is_Add or e.is_Mul:
            return e.func(*map(self.prepared, e.args))
        if isinstance(e, sympy.exp):
            return sympy.exp(self.prepared(e.args[0]))
        if e.is_Pow:
            return self._power(e)
        if isinstance(e, sympy.Piecewise):
            return self._piecewise(e)
        rule = self.rules.get(type(e))
        if rule is not None and takes(rule, len(e.args)):
            return rule(self, *map(self.prepared, e.args))
        if type(e) in ANALYTIC:
            return self.analytic(type(e), *map(self.prepared, e.args))
        raise GiveUp(f"{type(e).__name__} of {len(e.args)} argument{'s'[: len(e.args) != 1]} has no rule for its limit")

    def must_not_vanish(self, need: Any) -> None:
        """A part that must not vanish (or a requirement) is certainly met for all large x.  Raises GiveUp."""
        met = is_certain(need) if isinstance(need, Requirement) else self.growth.sign(self.prepared(need)) != 0
        if not met:
            raise GiveUp("a part that drops out of the function is not certainly defined")

    # -- powers and logarithms

    def _power(self, e: Any) -> Any:
        base, r = map(self.prepared, e.args)
        if self.x in r.free_symbols:
            return sympy.exp(r * self.logarithm(base))
        if r.is_Integer and r > 0:
            if r > LARGEST_POWER:
                return sympy.exp(r * self.logarithm(base))
            return base**r
        sign = self.growth.sign(base)
        if sign == 0:
            raise GiveUp("a divisor or a base is zero")
        if sign > 0 or r.is_Integer:
            return base**r
        self.must_be_real(base)
        return (-base) ** r * sympy.exp(sympy.I * sympy.pi * r)

    def logarithm(self, g: Any) -> Any:
        sign = self.growth.sign(g)
        if sign == 0:
            raise GiveUp("the argument of a logarithm is zero")
        if sign > 0:
            return sympy.log(g)
        self.must_be_real(g)
        return sympy.log(-g) + sympy.I * sympy.pi

    def must_be_real(self, g: Any) -> None:
        self.growth.must_be_real(g)

    def real_sign(self, g: Any) -> int:
        self.must_be_real(g)
        return self.growth.sign(g)

    # -- functions of a finite argument

    def analytic(self, kind: Any, *args: Any) -> Any:
        """The function, if it is certainly analytic where its last argument goes."""
        at = self.growth.limit(args[-1])
        if any(self.x in part.free_symbols for part in args[:-1]):
            raise GiveUp(f"the order of {kind.__name__} is not constant")
        if at in INFINITE or not is_real(at) or not ANALYTIC[kind](args, at):
            raise GiveUp(f"{kind.__name__} is not certainly analytic at the limit of its argument")
        return kind(*args)

    # -- cases

    def _piecewise(self, e: Any) -> Any:
        for value, condition in e.args:
            found = self._holds(condition)
            if found:
                return self.prepared(value)
        raise GiveUp("no case of a Piecewise holds")

    def _holds(self, condition: Any) -> bool:
        """Does it hold for all large x, or for none?"""
        if condition in (sympy.true, sympy.false):
            return bool(condition)
        if isinstance(condition, (sympy.And, sympy.Or)):
            parts = [self._holds(part) for part in condition.args]
            return all(parts) if isinstance(condition, sympy.And) else any(parts)
        if not isinstance(condition, Relational):
            raise GiveUp("a condition of a Piecewise has no rule")
        if condition.rel_op not in ("==", "!="):
            self.must_be_real(self.prepared(condition.lhs))
        sign = self.real_sign(self.prepared(condition.lhs - condition.rhs))
        return {
            "<": sign < 0, "<=": sign <= 0, ">": sign > 0, ">=": sign >= 0, "==": sign == 0, "!=": sign != 0,
        }[condition.rel_op]  # fmt: skip
