"""Differences too small to see: functions far out on an asymptote, long sums, wide integrals."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "differences too small to see"


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_constants, _far_out, _long, _nearly_whole, _narrow, _lower_end, _disguised))(rng)


def _large(rng: random.Random) -> int:
    return int(10 ** rng.uniform(1.3, 4.5))


def _constants(rng: random.Random) -> Iterator[Case]:
    c = _large(rng)
    near = rng.choice(
        (f"erf({c})", f"tanh({c})", f"coth({c})", f"1 + exp(-{c})", f"sqrt(1 + exp(-{c}))", f"cosh(1/10^{c % 90 + 10})")
    )
    yield typed(f"{near} = 1", "", False)
    yield typed(f"log(exp({c}) + 1) = {c}", "", False)
    yield typed(f"erf({c}) + erfc({c}) = 1", "", True)
    yield typed(f"sqrt({c}^2 + 1/10^{rng.randint(20, 80)}) = {c}", "", False)


def _far_out(rng: random.Random) -> Iterator[Case]:
    c = _large(rng)
    f = rng.choice(("erf(x + {c})", "tanh(x + {c})", "tanh({c}*x)", "1 - exp(-x - {c})", "erf({c}*x)", "coth(x + {c})"))
    yield typed(f"{f.format(c=c)} = 1", "x > 1", False)
    yield typed(f"{f.format(c=1)} = 1", f"x > {c}", False)
    yield typed(f"log(exp(x + {c}) + exp(-x)) = x + {c}", "x > 1", False)
    yield typed(f"log(exp(x + {c})*exp(-x)) = {c}", "x real", True)


def _long(rng: random.Random) -> Iterator[Case]:
    q, n = rng.randint(2, 6), rng.randint(300, 2500)
    yield typed(f"sum(1/{q}^k, k, 1, {n}) = 1/{q - 1}", "", False)
    yield typed(f"sum(1/{q}^k, k, 1, oo) = 1/{q - 1}", "", True)
    yield typed(f"sum(x^k, k, 0, {n}) = 1/(1 - x)", "x > 0, x < 1/4", False)
    c = rng.randint(12, 40)
    yield typed(f"integral(exp(-x^2), x, -{c}, {c}) = sqrt(pi)", "", False)
    yield typed(f"integral(exp(-a*x^2), x, -{c}, {c}) = sqrt(pi/a)", "a > 1", False)


def _nearly_whole(rng: random.Random) -> Iterator[Case]:
    yield typed("exp(pi*sqrt(163)) = 640320^3 + 744", "", False)
    k = rng.randint(60, 400)
    yield typed(f"sin(pi*(1 + 1/10^{k})) = 0", "", False)
    yield typed(f"(1 + 1/10^{k})^2 = 1 + 2/10^{k} + 1/10^{2 * k}", "", True)
    yield typed(f"exp(1/10^{k}) = 1 + 1/10^{k}", "", False)


def _narrow(rng: random.Random) -> Iterator[Case]:
    far = rng.randint(200, 5000)
    yield typed(f"abs(x - {far}) = {far} - x", "", None)
    yield typed(f"max(x, {far}) = {far}", "x > 0", None)
    yield typed(f"floor(x/{far}) = 0", "x > 0", None)
    yield typed(f"Heaviside({far} - x) = 1", "x > 0", None)
    yield typed(f"sum(cos(2*pi*{far}*k/n), k, 1, n) = 0", f"n integer, n > {far}", True)
    yield typed(f"sum(cos(2*pi*{far}*k/n), k, 1, n) = 0", "n integer, n > 1", None)


def _lower_end(rng: random.Random) -> Iterator[Case]:
    """What is cut off stands at the lower end, or on a circle."""
    a, n = rng.randint(2, 5), rng.randint(250, 1500)
    base = f"({a} + y^2)"
    yield typed(f"sum({base}^k, k, -{n}, 0)*({a - 1} + y^2) = {base}", "", False)
    yield typed(f"sum(exp({base}*k), k, -{n}, 0) = 1/(1 - exp(-{base}))", "", False)
    yield typed(
        f"product(1 + {base}^k, k, -{n}, 0) = product(1 + {base}^k, k, -{n + rng.randint(1, 50)}, 0)", "", False
    )
    yield typed(f"sum(exp(x*cos(2*pi*k/{n})), k, 1, {n}) = {n}*besseli(0, x)", "x > 0, x < 1", False)


def _disguised(rng: random.Random) -> Iterator[Case]:
    n, f = rng.randint(120, 2000), rng.choice(("exp", "cos", "sinh", "erf"))
    yield typed(f"{f}(x*sum(2^k, k, -{n}, 0)) = {f}(2*x)", "x > 0", False)
    yield typed(f"{f}(x*integral(exp(t), t, -{n}, 0)) = {f}(x)", "x > 0", False)
    yield typed(f"{f}(x*sum(2^k, k, -3, 0)) = {f}(15*x/8)", "x > 0", True)
