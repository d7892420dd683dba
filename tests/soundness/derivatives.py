"""Derivatives where there is none: kinks, jumps, cuts that a real variable crosses through a complex argument."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "places without a derivative"
CASES = 150
KINKED = (
    "sign({u})", "floor({u})", "mod({u}, {c})", "acot({u})", "abs({u})", "max({u}, {c}, y)", "Heaviside({u})", "frac({u})",
)  # fmt: skip
SMOOTH = ("sin({u})", "exp({u})", "atan({u})", "asinh({u})", "tanh({u})", "sqrt(1 + ({u})^2)", "log(2 + sin({u}))")


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_same, _crossing, _limits, _paths))(rng)


def _line(rng: random.Random) -> str:
    return f"{rng.randint(1, 9)}*x + {rng.randint(-20, 20)}"


def _same(rng: random.Random) -> Iterator[Case]:
    line, c = _line(rng), rng.randint(2, 9)
    for shape, truth in ((rng.choice(KINKED), None), (rng.choice(SMOOTH), True)):
        f = shape.format(u=line, c=c)
        yield typed(f"diff({f}, x) = diff({f}, x)", "", truth)
        yield typed(f"{c}*diff({f}, x) - {c}*diff({f}, x) = 0", "", truth)


def _crossing(rng: random.Random) -> Iterator[Case]:
    a, b, c = rng.randint(1, 9), rng.randint(-9, 9), rng.randint(1, 9)
    real = f"({a}*x + {b})"
    yield typed(f"diff(log(-{c} + I*{real}), x) = {a}*I/(-{c} + I*{real})", "", None)
    yield typed(f"diff(log({c} + I*{real}), x) = {a}*I/({c} + I*{real})", "", True)
    yield typed(f"diff(log(exp({a}*I*x)), x) = {a}*I", "", None)
    yield typed(f"diff(exp({a}*I*x), x) = {a}*I*exp({a}*I*x)", "", True)
    yield typed(f"diff(sqrt(-{c} + I*{real}), x) = {a}*I/(2*sqrt(-{c} + I*{real}))", "", None)
    yield typed(f"diff(asin({c + 1} + I*{real}), x) = {a}*I/sqrt(1 - ({c + 1} + I*{real})^2)", "", None)
    yield typed(f"diff(atan({c + 1}*I + {real}), x) = {a}/(1 + ({c + 1}*I + {real})^2)", "", None)
    yield typed(f"diff(atan({real}), x) = {a}/(1 + {real}^2)", "", True)
    yield typed(f"diff(acot({real}), x) = -{a}/(1 + {real}^2)", "", None)


def _limits(rng: random.Random) -> Iterator[Case]:
    a = rng.randint(1, 9)
    f, g = rng.choice((("1", "1"), ("exp(t)", "exp({u})"), ("cos({a}*t)", "cos({a}*{u})")))
    f = f.format(a=a)
    yield typed(
        f"diff(integral({f}, t, 0, log(exp({a}*I*x))), x) = {a}*I*{g.format(u=f'log(exp({a}*I*x))', a=a)}", "", None
    )
    yield typed(f"diff(integral({f}, t, 0, acot(x)), x) = -{g.format(u='acot(x)', a=a)}/(1 + x^2)", "", None)
    yield typed(f"diff(integral({f}, t, 0, {a}*x), x) = {a}*{g.format(u=f'({a}*x)', a=a)}", "", True)
    yield typed(f"diff(integral(1, t, 0, asech(x/{a})), x) = -{a}/(x*sqrt({a * a} - x^2))", f"x < -{a}", False)


def _paths(rng: random.Random) -> Iterator[Case]:
    a = rng.randint(1, 9)
    yield typed(f"diff(integral(1/({a}^2 + t^2), t, 0, I*x), x) = I/({a}^2 - x^2)", "", None)
    yield typed(f"diff(integral(1/(1 + exp({a}*t)), t, 0, I*x), x) = I/(1 + exp({a}*I*x))", "", None)
    yield typed(f"diff(integral(exp({a}*t), t, 0, I*x), x) = I*exp({a}*I*x)", "", True)
    yield typed(f"integral(1/({a}^2 + t^2), t, 0, z) = integral(1/({a}^2 + t^2), t, 0, z)", "z complex", None)
    yield typed(f"atan(I*x/{a}) = atan(I*x/{a})", "", None)
    yield typed(f"atan(x/{a}) = atan(x/{a})", "", True)
