"""Numbers put into an expression, unless that makes numbers of an absurd size.

SymPy multiplies integer powers out as they arise: 8^(7^(5^x)) at x = 6 is a number that no
memory holds.  What is too big to be computed decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy

from verify.terms.survey import TooBig

MAX_BITS = 200_000


def with_values(expr: Any, values: Mapping[Any, Any]) -> Any:
    """The same as `expr.xreplace(values)`.  Raises TooBig before a rational power of more than MAX_BITS bits is computed.

    >>> x = sympy.Symbol("x")
    >>> with_values(2**x + x, {x: sympy.Integer(3)})
    11
    """
    return _with_values(expr, values, {})


def _with_values(expr: Any, values: Mapping[Any, Any], done: dict[Any, Any]) -> Any:
    if expr in values:
        return values[expr]
    if not isinstance(expr, sympy.Basic) or not expr.args:
        return expr
    if expr not in done:
        args = [_with_values(arg, values, done) for arg in expr.args]
        changed = any(new is not old for new, old in zip(args, expr.args, strict=True))
        if changed and expr.is_Pow:
            _check_power(*args)
        done[expr] = _rebuilt(expr, args) if changed else expr
    return done[expr]


def _rebuilt(expr: Any, args: list[Any]) -> Any:
    try:
        return expr.func(*args)
    except (ValueError, TypeError):  # d/dx at a number in the place of x
        raise TooBig(f"a value cannot be put into a {type(expr).__name__}") from None


def _check_power(base: Any, exponent: Any) -> None:
    if base.is_Rational and exponent.is_Rational:
        bits = max(abs(int(base.p)).bit_length(), int(base.q).bit_length())
        if bits > 1 and bits * abs(int(exponent.p)) > MAX_BITS * int(exponent.q):
            raise TooBig(f"a power has more than {MAX_BITS} bits")
