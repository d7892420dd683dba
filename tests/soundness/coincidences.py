"""Whole numbers that coincide: sinc at 0, and what is zero unless several numbers are equal."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "coincidences of whole numbers"
CASES = 150


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_sinc, _products, _backwards))(rng)


def _sinc(rng: random.Random) -> Iterator[Case]:
    c, d = rng.randint(-300, 300), rng.randint(2, 60)
    whole = rng.choice((f"n - {c}", f"{d}*n*m", f"n^2 - {d}*m^2 - 1", f"n + {c}*m", "floor(x)", f"floor({d}*x)"))
    shape = rng.choice(
        ("sinc(pi*({u})) = 0", "x*sinc(pi*({u})) = 0", "x + sinc(pi*({u})) = x", "cos(sinc(pi*({u}))) = 1")
    )
    yield typed(shape.format(u=whole), "n integer, m integer", None)
    yield typed("sinc(pi*(n - m))*sinc(pi*(n - p)) = 0", "n integer, m integer, p integer", None)
    yield typed(f"sinc(pi*n/{d})*n*pi = {d}*sin(pi*n/{d})", "n integer", True)
    yield typed(f"x*sinc({d}*x) = sin({d}*x)/{d}", "", True)


def _products(rng: random.Random) -> Iterator[Case]:
    c, where = rng.randint(0, 6), "n integer, m integer, n >= 0, m >= 0"
    yield typed("besselj(n, 0)*besselj(m, 0) = 0", "n integer, m integer", None)
    yield typed("binomial(0, n)*binomial(0, m) = 0", where, None)
    yield typed(f"binomial(n + {c}, m)*binomial(m, n + {c}) = 0", where, None)
    names = rng.sample(("n", "m", "p", "q"), rng.randint(2, 4))
    ring = "*".join(f"binomial({a}, {b})" for a, b in zip(names, names[1:] + names[:1], strict=True))
    yield typed(f"{ring} = 0", ", ".join(f"{name} integer, {name} > 0" for name in names), None)
    yield typed("binomial(n + m, n) = binomial(n + m, m)", where, True)


def _backwards(rng: random.Random) -> Iterator[Case]:
    c = rng.randint(1, 5)
    yield typed(f"sum({c}*abs(k), k, 1, n) = sum({c}*k, k, 1, n)", "n integer", None)
    yield typed(f"sum({c}*abs(k), k, 1, n) = {c}*n*(n + 1)/2", "n integer", None)
    yield typed(f"sum({c}*k, k, 1, n) = {c}*n*(n + 1)/2", "n integer, n > 0", True)
