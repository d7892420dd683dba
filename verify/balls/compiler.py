"""Expressions and conditions to closures, by a table of rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational

from verify.balls.core import Env, Node, Test, Undefined, is_real, sign_of
from verify.balls.rationals import compile_exact
from verify.errors import GiveUp
from verify.terms.survey import Survey, TooBig, survey

Rules: TypeAlias = dict[Any, Callable[["Compiler", Any], Node]]


class Compiler:
    """Turns expressions into nodes by a table of rules: a class of SymPy, and what encloses its instances.

    `path` holds the integration variables of the integrals around the expression at
    hand.  A part that is free of them is a constant there, so it runs in plain mode.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.memo: dict[Any, Node] = {}
        self.path: frozenset[Any] = frozenset()

    def node(self, expr: Any) -> Node:
        key = (expr, self.path)
        known = self.memo.get(key)
        if known is None:
            known = self.memo[key] = self.build(expr)
        return known

    def nodes(self, exprs: Any) -> list[Node]:
        return [self.node(expr) for expr in exprs]

    def build(self, expr: Any) -> Node:
        for kind in type(expr).__mro__:
            rule = self.rules.get(kind)
            if rule is not None:
                break
        else:
            raise GiveUp(f"no rule encloses {described(expr)}")
        node = rule(self, expr)
        if self.path and not (expr.free_symbols & self.path):
            return lambda env, analytic: node(env, False)
        return node

    def real_on_path(self, expr: Any) -> bool:
        """Is the expression real wherever the integration variables are real?"""
        return expr.is_extended_real is True

    # -- conditions

    def test(self, condition: Any) -> Test:
        if condition is sympy.S.true or condition is True:
            return lambda env, analytic: True
        if condition is sympy.S.false or condition is False:
            return lambda env, analytic: False
        if isinstance(condition, sympy.Not):
            inner = self.test(condition.args[0])
            return lambda env, analytic: _negate(inner(env, analytic))
        if isinstance(condition, (sympy.And, sympy.Or)):
            return _combined([self.test(arg) for arg in condition.args], stop=isinstance(condition, sympy.Or))
        if isinstance(condition, Relational):
            return self.relation(condition)
        raise GiveUp(f"no rule decides the condition {described(condition)}")

    def relation(self, condition: Any) -> Test:
        """lhs <op> rhs: in exact rational arithmetic where possible, else by the ball of lhs - rhs."""
        lhs, rhs = self.node(condition.lhs), self.node(condition.rhs)
        exact_lhs, exact_rhs = compile_exact(condition.lhs), compile_exact(condition.rhs)
        decide = SIGN_TESTS[condition.rel_op]
        ordered = condition.rel_op not in ("==", "!=")
        real = self.real_on_path(condition.lhs) and self.real_on_path(condition.rhs)

        def test(env: Env, analytic: bool) -> bool | None:
            if exact_lhs is not None and exact_rhs is not None:
                left, right = exact_lhs(env.exact), exact_rhs(env.exact)
                if left is not None and right is not None:
                    return decide((left > right) - (left < right))
            left_ball, right_ball = lhs(env, analytic), rhs(env, analytic)
            gap = left_ball - right_ball
            if not gap.is_finite():
                raise Undefined
            if not gap.contains(0) and not ordered:
                return decide(1)
            if ordered and not (real or (is_real(left_ball) and is_real(right_ball))):
                return None  # i + 1 and i are not compared, although their difference is real
            if is_real(gap) or (analytic and real):
                sign = sign_of(gap.real)
                # On a complex ball an exact zero real part says nothing about the path.
                if sign is not None and not (analytic and sign == 0):
                    return decide(sign)
            return None

        return test


SIGN_TESTS: dict[str, Callable[[int], bool]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
    "==": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
}


def _negate(value: bool | None) -> bool | None:
    return None if value is None else not value


def _combined(tests: list[Test], stop: bool) -> Test:
    """And (stop at False) or Or (stop at True) in three values."""

    def test(env: Env, analytic: bool) -> bool | None:
        result: bool | None = not stop
        for part in tests:
            value = part(env, analytic)
            if value is stop:
                return stop
            if value is None:
                result = None
        return result

    return test


def described(expr: Any) -> str:
    """A short name of an expression for a message, never its full (perhaps huge) text."""
    if isinstance(expr, AppliedUndef):
        return f"the undefined function {expr.func.__name__}"
    if isinstance(expr, (sympy.Float, sympy.core.numbers.Infinity, sympy.core.numbers.NegativeInfinity)):
        return f"the number {expr}"
    return f"{type(expr).__name__}"


def check_size(*exprs: Any) -> Survey:
    """Surveys what is to be compiled.  Raises GiveUp for what is too big or too deep."""
    try:
        return survey(*exprs)
    except TooBig as problem:
        raise GiveUp(str(problem)) from None
