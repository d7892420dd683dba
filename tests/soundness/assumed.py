"""Even, odd and whole numbers under divisions, remainders, roundings and waves: truth by trying a whole period."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "assumptions on whole numbers"
PERIODS = range(-420, 421)
KINDS = {"even": lambda k: k % 2 == 0, "odd": lambda k: k % 2 == 1, "integer": lambda k: True}


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_waves, _remainders, _roundings, _signs))(rng)


def _truth(values: list[bool]) -> bool | None:
    return True if all(values) else None if any(values) else False


def _waves(rng: random.Random) -> Iterator[Case]:
    p, q = rng.randint(1, 12), rng.choice((1, 2, 3, 4, 5, 6, 8, 10, 12))
    for word, fits in KINDS.items():
        turns = [Fraction(p * k, q) for k in PERIODS if fits(k)]
        yield typed(f"sin(pi*{p}*k/{q}) = 0", f"k {word}", _truth([t.denominator == 1 for t in turns]))
        yield typed(f"cos(pi*{p}*k/{q})^2 = 1", f"k {word}", _truth([t.denominator == 1 for t in turns]))
        yield typed(f"exp(I*pi*{p}*k/{q}) = 1", f"k {word}", _truth([t.denominator == 1 and t % 2 == 0 for t in turns]))
        yield typed(f"sin(pi*{p}*k/{q})^2 + cos(pi*{p}*k/{q})^2 = 1", f"k {word}", True)


def _remainders(rng: random.Random) -> Iterator[Case]:
    a, b, c, d = (rng.randint(1, 9) for _ in range(4))
    m = rng.choice((2, 3, 4, 5, 6, 8, 12))
    inner = f"mod({a}*n + {b}, {m})"
    for word, fits in KINDS.items():
        values = [(c * ((a * n + b) % m)) % (d * m) for n in PERIODS if fits(n)]
        plain = [c * ((a * n + b) % m) for n in PERIODS if fits(n)]
        same = [x == y for x, y in zip(values, plain, strict=True)]
        yield typed(f"mod({c}*{inner}, {d * m}) = {c}*{inner}", f"n {word}", _truth(same))
        zero = [value == 0 for value in values]
        yield typed(f"mod({c}*{inner}, {d * m}) = 0", f"n {word}", _truth(zero))


def _roundings(rng: random.Random) -> Iterator[Case]:
    p, q, s = rng.randint(1, 9), rng.choice((2, 3, 4, 5, 10)), rng.randint(-3, 3)
    for word, fits in KINDS.items():
        exact = [floor(Fraction(p * n, q) + s) == Fraction(p * n, q) + s for n in PERIODS if fits(n)]
        yield typed(f"floor({p}*n/{q} + {s}) = {p}*n/{q} + {s}", f"n {word}", _truth(exact))
        whole = [floor(Fraction(p * n, q)) + s == floor(Fraction(p * n, q) + s) for n in PERIODS if fits(n)]
        yield typed(f"floor({p}*n/{q}) + {s} = floor({p}*n/{q} + {s})", f"n {word}", _truth(whole))


def _signs(rng: random.Random) -> Iterator[Case]:
    a, b, c = rng.randint(1, 6), rng.randint(0, 5), rng.randint(1, 4)
    for word, fits in KINDS.items():
        powers = [(a * n + b) % 2 == 0 for n in PERIODS if fits(n)]
        yield typed(f"(-1)^({a}*n + {b}) = 1", f"n {word}", _truth(powers))
        triangle = [(n * (n + c)) % 2 == 0 for n in PERIODS if fits(n)]
        yield typed(f"(-1)^(n*(n + {c})) = 1", f"n {word}", _truth(triangle))
