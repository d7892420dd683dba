"""Conditions: what they say of whom, and points with irrational coordinates."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "conditions"
ODDS = (2, 3, 5, 6, 7, 10)


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_of_parts, _irrational, _linked, _roots))(rng)


def _of_parts(rng: random.Random) -> Iterator[Case]:
    part, sign = rng.choice(("re", "im")), rng.choice((">=", ">", "<", "<="))
    where = f"z complex, {part}(z) {sign} 0"
    yield typed("conjugate(z) = z", where, None)
    yield typed("abs(z)^2 = z*conjugate(z)", where, True)
    yield typed("abs(z) = z", where, None)
    yield typed("sqrt(z^2) = z", where, None if (part, sign) != ("re", ">") else True)
    yield typed("abs(x) = x", "x*y > 0, y > 0" if sign == ">" else "x + y > 0, y > 0", True if sign == ">" else None)


def _irrational(rng: random.Random) -> Iterator[Case]:
    c, p = rng.choice(ODDS), rng.randint(1, 4)
    yield typed(f"x^2 = {c}", f"x = sqrt({c})", True)
    yield typed(f"x^2 = {c + 1}", f"x = sqrt({c})", False)
    yield typed(f"cos(x) = cos({p}*pi*y)", f"x = {p}*pi*y", True)
    yield typed(f"sin(x) = cos({p}*pi*y)", f"x = {p}*pi*y", None)
    yield typed(f"h/({2 * p}*pi) = hbar", f"h = {2 * p}*pi*hbar", True)
    yield typed(f"h/({2 * p + 1}*pi) = hbar", f"h = {2 * p}*pi*hbar, hbar > 0", False)
    yield typed(f"log(x) = {p}", f"x = exp({p})", True)


def _linked(rng: random.Random) -> Iterator[Case]:
    c = rng.randint(2, 6)
    yield typed("sin(x) = 0", f"x = {c}*pi*n, n integer", True)
    yield typed("cos(x) = 1", f"x = {c}*pi*n, n integer", True if c % 2 == 0 else None)
    yield typed("x^2 + y^2 = 1", "x = cos(t), y = sin(t)", True)
    yield typed(f"x^2 + y^2 = {c}", "x = cos(t), y = sin(t)", False)
    yield typed("x = y", "x^2 = y^2", None)


def _roots(rng: random.Random) -> Iterator[Case]:
    c = rng.choice(ODDS)
    yield typed(f"x = sqrt({c})", f"x^2 = {c}", None)
    yield typed(f"x = sqrt({c})", f"x^2 = {c}, x > 0", True)
    yield typed(f"x^4 = {c * c}", f"x^2 = {c}", True)
    yield typed(f"x^3 = {c}", f"x^2 = {c}", False)
