"""Derivatives by the rules of the computer-algebra system, each rule confirmed by balls before it counts.

SymPy's rule for asech is wrong for x < -1, silently.  So the rule f' of a function f is used only if
at many places, in all quadrants and on both axes,

    (f(z + d) - f(z - d)) / 2d  lies in the ball of f' over the segment from z - d to z + d.

For a function that is analytic there this quotient is the mean of f' over the segment, and a
ball is convex: where the two are disjoint the rule is wrong.  A wrong rule is another
formula, wrong on an open set or on a half axis, so that some of these places tell.  Rules for sums,
products, powers and the chain are those of calculus.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import sympy
from flint import acb, arb
from sympy.core.function import AppliedUndef, ArgumentIndexError

from verify.balls import elementary
from verify.balls.compiler import Compiler, check_size
from verify.balls.core import NAN, Env, precision
from verify.errors import GiveUp

BITS = 128
STEP = arb(2) ** -40
ENOUGH = 4
_PARTS = ("0", "1/3", "-1/3", "3/2", "-3/2", "4", "-4")
PLACES = tuple(
    (sympy.Rational(x), sympy.Rational(y))
    for x in _PARTS
    for y in ("0", "2/5", "-2/5", "7/4", "-7/4")
    if (x, y) != ("0", "0")
)
OTHERS = (sympy.Integer(1), sympy.Integer(2), sympy.Rational(1, 3))


@lru_cache(maxsize=4096)
def differentiated(expr: Any, variable: Any) -> Any | None:
    """The derivative by the variable, or None if a function in it has no confirmed rule.

    >>> x = sympy.Symbol("x", real=True)
    >>> differentiated(sympy.asin(2 * x), x), differentiated(sympy.floor(x), x) is None
    (2/sqrt(1 - 4*x**2), True)
    """
    expr = expr.replace(sympy.asech, lambda u: sympy.acosh(1 / u))  # the definition (DLMF 4.37.5)
    for part in expr.atoms(sympy.Function):
        if isinstance(part, (AppliedUndef, sympy.exp, sympy.log)):
            continue
        moving = [place for place, arg in enumerate(part.args, 1) if variable in arg.free_symbols]
        if not all(_is_confirmed(part.func, len(part.args), place) for place in moving):
            return None
    return expr.diff(variable)


@lru_cache(maxsize=512)
def _is_confirmed(head: Any, count: int, place: int) -> bool:
    """Does SymPy's derivative of the function by its argument at `place` survive every place tried?"""
    args = [sympy.Dummy(f"z{k}") for k in range(count)]
    try:
        function = head(*args, evaluate=False)
        rule = function.fdiff(place)
    except (ArgumentIndexError, NotImplementedError, TypeError, ValueError):
        return False
    if not isinstance(rule, sympy.Expr) or rule.has(sympy.Derivative, sympy.Subs, sympy.Integral):
        return False
    others = OTHERS if count > 1 else OTHERS[:1]
    moving = args[place - 1]
    told = [_survives(function, rule, moving, dict.fromkeys(set(args) - {moving}, other)) for other in others]
    return any(told) and None not in told


def _survives(function: Any, rule: Any, z: Any, others: dict[Any, Any]) -> bool | None:
    """True if the rule holds at enough places, False if they are too few, None if it is wrong at one."""
    try:
        value, slope = _compiled(function.xreplace(others), z), _compiled(rule.xreplace(others), z)
    except (GiveUp, ValueError, TypeError):
        return False
    held = 0
    with precision(BITS):
        for x, y in PLACES:
            middle = acb(arb(int(x.p)) / int(x.q), arb(int(y.p)) / int(y.q))
            ahead = acb(0, STEP) if x == 0 else acb(STEP)  # along the axes, where the cuts are
            around = acb(0, arb(0, STEP)) if x == 0 else acb(arb(0, STEP))
            before, after = (value(middle + d) for d in (-ahead, ahead))
            here = slope(middle + around)
            mean = (after - before) / (2 * ahead)
            if mean.is_finite() and here.is_finite():
                if not mean.overlaps(here):
                    return None
                held += 1
    return held >= ENOUGH


def _compiled(expr: Any, z: Any) -> Callable[[acb], acb]:
    """The function of z.  Raises GiveUp for what no rule encloses."""
    check_size(expr)
    node = Compiler(elementary.RULES).node(expr)

    def at(place: acb) -> acb:
        try:
            return node(Env({z: place}, {}), False)
        except (ZeroDivisionError, OverflowError):
            return NAN

    return at
