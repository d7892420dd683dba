"""Limits of functions made at random, against enclosures of the functions far out: no value is proved from which they stay away."""

from __future__ import annotations

import random

import pytest
import sympy as sp

from verify.asymptotics.limits import value
from verify.balls import enclose
from verify.errors import GiveUp

x = sp.Symbol("x", positive=True)
LEAVES = (x, x, x, 1 / x, sp.log(x), sp.sqrt(x), sp.exp(-x), sp.pi, sp.Rational(1, 2), *map(sp.Integer, (1, 2, 3, -1)))
HEADS = (
    sp.exp, sp.log, sp.sin, sp.cos, sp.tanh, sp.atan, sp.sqrt, sp.Abs, sp.floor, sp.sinh, sp.asinh, sp.erf, sp.gamma,
    sp.tan, sp.sign, sp.digamma, sp.acosh, sp.asin, sp.coth, sp.erfc, sp.atanh, sp.ceiling, sp.LambertW, sp.acos,
    lambda e: 1 / e, lambda e: e**2, lambda e: e ** sp.Rational(-1, 3),
)  # fmt: skip
FAR = (4, 16, 64, 256, 1024)
"""Powers of 2: logarithms grow fourfold from one to the next."""
EACH = 30


def made(source: random.Random, depth: int) -> sp.Expr:
    if depth == 0:
        return source.choice(LEAVES)
    kind = source.random()
    one = made(source, depth - 1)
    if kind < 0.4:
        return source.choice(HEADS)(one)
    other = made(source, depth - 1)
    if kind < 0.7:
        return one + source.choice((1, -1)) * other
    if kind < 0.93:
        return one * other if kind < 0.85 else one / other
    return sp.Max(one, other) if kind < 0.97 else one**other


def far_out(function: sp.Expr, place: sp.Expr, side: int) -> list[sp.Expr]:
    """What the function is at places further and further out, as far as enclosures tell."""
    found = []
    for power in FAR:
        t = sp.Integer(2) ** power
        at = t if place == sp.oo else place + side / t
        ball = enclose(function, {x: at}, 4096)
        if ball.is_finite() and ball.rad() < 1e-3:
            found.append(complex(float(ball.real.mid()), float(ball.imag.mid())))
    return [v for v in found if abs(v) < 1e300]


def is_possible(limit: sp.Expr, values: list[complex]) -> bool:
    """Do the values come closer to the limit, or are they there; or do they grow in its direction?"""
    if len(values) < 3:
        return True
    first, last = values[0], values[-1]
    if limit in (sp.oo, -sp.oo):
        sign = 1 if limit == sp.oo else -1
        return sign * last.real > max(sign * first.real, 0) and abs(last.imag) < 1e-3 * abs(last)
    errors = [abs(v - complex(limit)) for v in values]
    return errors[-1] < 1e-2 or errors[-1] < 0.7 * errors[0]


@pytest.mark.parametrize("seed", range(8))
def test_values_that_are_proved_are_approached(seed: int) -> None:
    source, proved = random.Random(seed), 0
    for _ in range(EACH):
        try:
            function = made(source, source.choice((2, 3, 3)))
        except ValueError:  # a maximum of what is not real
            continue
        place = source.choice((sp.oo, sp.oo, sp.S.Zero, sp.S.One))
        side = source.choice((1, -1)) if place == 1 else 1
        if not function.has(x) or function.has(sp.zoo, sp.nan, sp.oo, -sp.oo, sp.AccumBounds):
            continue
        try:
            limit = value(sp.Limit(function, x, place, "+" if side == 1 else "-"))
            values = far_out(function, place, side)
        except GiveUp:
            continue
        proved += 1
        assert is_possible(limit, values), (function, place, side, limit, values)
    assert proved > EACH // 6
