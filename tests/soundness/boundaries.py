"""True inside, false or undefined at a closed end, or at the first whole number."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "closed boundaries"


def claims(rng: random.Random) -> Iterator[Case]:
    cheap = (_steps,) * 6 + (_whole,) * 2 + (_powers,) * 4  # enclosures of integrals and sums take longer
    while True:
        yield from rng.choice((*cheap, _sums, _integrals))(rng)


def _sums(rng: random.Random) -> Iterator[Case]:
    c = rng.randint(1, 3)
    claim = f"sum({c}*x*(1 - {c}*x)^k, k, 0, oo) = 1"
    yield typed(claim, f"x >= 0, x <= 1/{c}", None)
    yield typed("sum(x^2/(1 + x^2)^k, k, 0, oo) = 1 + x^2", "x >= 0", None)


def _integrals(rng: random.Random) -> Iterator[Case]:
    a = rng.randint(1, 4)
    yield typed(f"integral(x/(x^2 + t^2), t, 0, {a}) = pi/2 - atan(x/{a})", "x >= 0", None)
    yield typed(f"integral(x/(x^2 + t^2), t, 0, {a}) = pi/2 - atan(x/{a})", "x > 0", True)
    yield typed(f"integral(sin({a}*x*t)/t, t, 0, oo) = pi/2", "x >= 0", None)
    yield typed(f"integral({a}*x*exp(-{a}*x*t), t, 0, oo) = 1", "x >= 0", None)


def _steps(rng: random.Random) -> Iterator[Case]:
    p, shift = rng.randint(1, 4), rng.randint(1, 9)
    yield typed(f"sign(x^{p} - y^{p}) = 1", "x >= y, y > 0", None)
    yield typed(f"sign(x^{p} - y^{p}) = 1", "x > y, y > 0", True)
    yield typed(f"sign({p}*x - {p * shift}) = 1", f"x >= {shift}", None)
    yield typed(f"Heaviside({p}*x - {p * shift}) = 1", f"x > {shift}", True)
    yield typed(f"floor(x/{shift + 20}) = 0", f"x >= 0, x <= {shift + 20}", None)
    yield typed(f"abs(x - {shift}) = {p}*(x - {shift})/{p}", f"x >= {shift}", True)
    yield typed(f"Heaviside({p}*x - {p}*y) = 1", "x >= y", None)
    yield typed("abs(x - y)/(x - y) = 1", "x >= y", None)
    yield typed("max(x, y) = x", "x >= y", True)
    yield typed(f"abs(x - {p})/(x - {p}) = 1", f"x >= {p}", None)


def _whole(rng: random.Random) -> Iterator[Case]:
    c = rng.randint(1, 4)
    yield typed(f"sum((-{c})^k*{c}^(n - k)*binomial(n, k), k, 0, n) = 0", "n integer, n >= 0", None)
    yield typed(f"sum((-{c})^k*{c}^(n - k)*binomial(n, k), k, 0, n) = 0", "n integer, n >= 1", True)
    yield typed("0^n = 0", "n integer, n >= 0", None)
    yield typed(f"sum(k, k, {c}, n) = n*(n + 1)/2 - {c * (c - 1) // 2}", f"n integer, n >= {c}", True)
    yield typed("integral(x^(n - 1), x, 0, 1) = 1/n", "n integer, n >= 0", None)


def _powers(rng: random.Random) -> Iterator[Case]:
    a = rng.randint(1, 3)
    yield typed(f"x^{a}*x^(-{a}) = 1", "x >= 0", None)
    yield typed(f"log(x^{a})/log(x) = {a}", "x >= 0", None)
    yield typed("sqrt(x)*sqrt(x) = x", "x >= 0", True)
