"""Side conditions: where a generic equality may fail, said to people as briefly as is true.

An expression is undefined where a denominator or the argument of a logarithm vanishes.
A proof by normal form holds everywhere else; what the symbols' assumptions already
exclude is not repeated.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

_POLES = {sp.tan: sp.cos, sp.sec: sp.cos, sp.cot: sp.sin, sp.csc: sp.sin, sp.coth: sp.sinh, sp.csch: sp.sinh}
_CLOSED = {sp.Integral, sp.Sum, sp.Product, sp.Derivative, sp.Subs}
"""What stands inside these is no condition on the symbols outside."""
MAX_CONDITIONS = 40


def as_conditions(parts: Iterable[Any]) -> list[Any]:
    """Relations `part != 0`, sorted, one for a part and its negative, without those that are certain.

    >>> x, p = sp.Symbol("x", real=True), sp.Symbol("p", positive=True)
    >>> as_conditions(must_not_vanish([1 / (x * p), sp.log(x - 1)]))
    [Ne(x, 0), Ne(x - 1, 0)]
    """
    found: dict[Any, None] = {}
    for part in parts:
        for factor in sp.Mul.make_args(part):
            base = factor.base if factor.is_Pow else factor
            if _is_certainly_nonzero(base):
                continue
            found[-base if base.could_extract_minus_sign() else base] = None
    return sorted((sp.Ne(part, 0, evaluate=False) for part in found), key=sp.default_sort_key)


def must_not_vanish(exprs: Iterable[Any], extra: Iterable[Any] = ()) -> tuple[Any, ...]:
    """Denominators, arguments of logarithms and the like, as they are met.

    Cheap, because every proof needs it and few readers do: what is certain is sorted out
    by `as_conditions`, when somebody looks.
    """
    found: dict[Any, None] = {}
    for part in extra:
        _require(part, found)
    seen: set[Any] = set()
    stack = list(exprs)
    while stack:
        expr = stack.pop()
        args = expr.args
        if not args or expr in seen:
            continue
        seen.add(expr)
        kind = type(expr)
        if kind is sp.Pow:
            base, exponent = args
            if not (exponent.is_Rational and exponent.p > 0) and base is not sp.E:
                _require(base, found)
        elif kind is sp.log:
            _require(args[0], found)
        elif kind in _POLES:
            _require(_POLES[kind](args[0]), found)
        if kind not in _CLOSED:
            stack.extend(args)
    return tuple(found)


def _require(expr: Any, found: dict[Any, None]) -> None:
    if expr.is_Rational and not expr.is_zero:
        return
    if expr.is_Symbol and expr.is_zero is False:
        return
    found[expr] = None


def _is_certainly_nonzero(expr: Any) -> bool:
    if expr.is_number and expr.is_zero is not True:
        return bool(expr.is_Rational or expr.is_zero is False)
    if isinstance(expr, (sp.exp, sp.Symbol)):
        return isinstance(expr, sp.exp) or expr.is_zero is False
    return bool(expr.is_positive or expr.is_negative)


def not_vacuous(parts: Iterable[Any]) -> bool:
    """False if one of the parts that must not vanish seems to vanish everywhere, so that the proof would speak of nothing.

    A denominator that is secretly zero (`atan(x) + atan(1/x) - pi/2`) makes any equation
    "true where defined".  Each condition must hold at some sample point, certified by a ball.
    A rational denominator is left out: the normal form itself refuses to divide by one
    that is identically zero.
    """
    from verify.samples import holds_somewhere

    suspects = [part for part in parts if not _is_rational(part) and not isinstance(part, sp.exp)]
    return all(holds_somewhere(part) or _is_certainly_nonzero(part) for part in suspects[:MAX_CONDITIONS])


def _is_rational(expr: Any) -> bool:
    """True if only +, *, whole powers, symbols and rational numbers occur."""
    if expr.is_Symbol or expr.is_Rational:
        return True
    if expr.is_Pow:
        return bool(expr.exp.is_Integer) and _is_rational(expr.base)
    return bool(expr.is_Add or expr.is_Mul) and all(_is_rational(arg) for arg in expr.args)
