"""A closed form with a divisor that may vanish stands for an integral or a sum that does not mind."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "closed forms and their exceptions"


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_orthogonal, _squared, _lorentzian, _exponential, _power, _wave, _geometric, _phases))(
            rng
        )


def _multiple(rng: random.Random, name: str) -> str:
    factor = rng.randint(1, 4)
    return name if factor == 1 else f"{factor}*{name}"


def _orthogonal(rng: random.Random) -> Iterator[Case]:
    n, m = _multiple(rng, "n"), _multiple(rng, "m")
    f = rng.choice(("cos", "sin"))
    claim = f"integral({f}({n}*x)*{f}({m}*x), x, 0, 2*pi)"
    whole = "n integer, m integer, n > 0, m > 0"
    yield typed(f"{claim} = 0", whole, None)
    yield typed(f"{claim} = 0", f"{whole}, {n} != {m}", True)
    yield typed(f"{claim} = 0", f"n integer, m integer, {n} != {m}", None)
    yield typed(f"{claim} = {rng.randint(1, 5)}", f"{whole}, {n} != {m}", False)
    yield typed(f"integral(sin({n}*x)*cos({m}*x), x, 0, 2*pi) = 0", "n integer, m integer", True)


def _squared(rng: random.Random) -> Iterator[Case]:
    n, f = _multiple(rng, "n"), rng.choice(("sin", "cos"))
    claim = f"integral({f}({n}*pi*x)^2, x, 0, 1) = 1/2"
    yield typed(claim, "n integer", None)
    yield typed(claim, "n integer, n > 0", True)
    yield typed(claim, "n integer, n != 0", True)
    yield typed(claim.replace("1/2", "2/3"), "n integer, n > 0", False)


def _lorentzian(rng: random.Random) -> Iterator[Case]:
    a, c = _multiple(rng, "a"), rng.randint(1, 5)
    claim = f"integral({c}*{a}/(({a})^2 + x^2), x, -oo, oo) = {c}*pi"
    yield typed(claim, "a >= 0", None)
    yield typed(claim, "a > 0", True)
    yield typed(claim, "a real", None)
    yield typed(claim, "a < 0", False)


def _exponential(rng: random.Random) -> Iterator[Case]:
    a, end = _multiple(rng, "a"), rng.randint(1, 4)
    claim = f"integral(exp({a}*x), x, 0, {end}) = (exp({end}*{a}) - 1)/({a})"
    yield typed(claim, "a real", None)
    yield typed(claim, "a > 0", True)
    yield typed(claim.replace("- 1", "+ 1"), "a > 0", False)


def _power(rng: random.Random) -> Iterator[Case]:
    end, shift = rng.randint(2, 5), rng.randint(-3, 3)
    claim = f"integral(x^(a + {shift}), x, 1, {end}) = ({end}^(a + {shift + 1}) - 1)/(a + {shift + 1})"
    yield typed(claim, "a real", None)
    yield typed(claim, f"a > {abs(shift) + 1}", True)


def _wave(rng: random.Random) -> Iterator[Case]:
    a, end = _multiple(rng, "a"), rng.randint(1, 3)
    yield typed(f"integral(cos({a}*x), x, 0, {end}) = sin({end}*{a})/({a})", "", None)
    yield typed(f"integral({a}*cos({a}*x), x, 0, {end}) = sin({end}*{a})", "", True)
    yield typed("integral(x*sin(n*x), x, 0, pi) = -pi*(-1)^n/n", "n integer, n > 0", True)
    yield typed("integral(x*sin(n*x), x, 0, pi) = -pi*(-1)^n/n", "n integer", None)


def _geometric(rng: random.Random) -> Iterator[Case]:
    start = rng.randint(0, 3)
    claim = f"sum(r^k, k, {start}, n) = (r^{start} - r^(n + 1))/(1 - r)"
    yield typed(claim, f"n integer, n >= {start + 1}, r real", None)
    yield typed(claim, f"n integer, n >= {start + 1}, r > 1", True)
    yield typed(f"sum(a*r^k, k, {start}, oo) = a*r^{start}/(1 - r)", "a real, r > 0, r < 1", True)


def _phases(rng: random.Random) -> Iterator[Case]:
    p = rng.randint(1, 3)
    yield typed(f"integral(exp({p}*I*(n - m)*x), x, 0, 2*pi) = 0", "n integer, m integer", None)
    yield typed(f"integral(exp({p}*I*(n - m)*x), x, 0, 2*pi) = 0", "n integer, m integer, n != m", True)
    yield typed(f"integral(exp({p}*I*n*x), x, 0, 2*pi) = 2*pi", "n integer", None)
