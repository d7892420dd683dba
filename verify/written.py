"""What evaluation drops from a claim as it was written: x/x, x^0, 0·log x, log x - log x.

SymPy makes 1, 1, 0 and 0 of these, and where they are undefined nobody would know.  While a text is
read, every node goes through `kept`; what an evaluated node no longer shows of its arguments'
conditions of definedness (`verify.conditions`) is remembered, and belongs to the claim: it is
undefined there, so that no point is a counterexample and no proof is without the condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import sympy as sp

from verify.conditions import BOUND, Exists, IsNotAPole, Requirement, must_not_vanish, outermost

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
def binding(variable: Any) -> Iterator[None]:
    """Inside, the variable is bound: what is lost at single values of it is no condition outside."""
    outer = _LOST.get()
    if outer is None:
        yield
        return
    before = dict(outer)
    yield
    inner = [part for part in outer if part not in before and variable in part.free_symbols]
    for part in inner:
        del outer[part]


def kept(value: Any, arguments: Sequence[Any], zero_power: bool = False) -> Any:
    """The value itself; what it has lost of its arguments is remembered.  `zero_power`: it was written b^0."""
    lost = _LOST.get()
    if lost is None or not isinstance(value, sp.Expr):
        return value
    written = [arg for arg in arguments if isinstance(arg, sp.Expr) and arg.args]
    if zero_power:
        lost[arguments[0]] = None
    if written and not isinstance(value, BOUND) and not set(written) <= set(value.args) and value not in written:
        shown = set(must_not_vanish((value,)))
        lost.update(dict.fromkeys(part for part in must_not_vanish(written) if part not in shown))
        here = set(outermost(value))
        lost.update(dict.fromkeys(Exists(part) for arg in written for part in outermost(arg) if part not in here))
    return value


def is_defined(parts: Sequence[Any], point: dict[Any, Any], bits: int) -> bool:
    """Is every part certainly not zero at the point, so that what was written is defined there?"""
    from verify.balls import Unsupported, enclose

    for part in parts:
        expr = part.args[0] if isinstance(part, Requirement) else part
        forbidden = isinstance(part, IsNotAPole)
        try:
            ball = enclose(expr, {s: point[s] for s in expr.free_symbols}, bits)
        except (Unsupported, KeyError):
            return False
        if not ball.is_finite() or (ball.contains_integer() if forbidden else ball.contains(0) and expr is part):
            return False
    return True
