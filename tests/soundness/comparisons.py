"""Constants next to each other, next to a jump, and at infinity; powers of signs."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "comparisons of constants"
CASES = 100
POLES = ("atanh(1)", "Ei(0)", "loggamma(0)", "besselk(0, 0)", "atanh(-1)", "loggamma(-2)")
BOUNDED = ("sin({})", "cos({})", "1/{}", "x/{}", "atan({})", "exp(-{})", "tanh({})", "erf({})", "(1/2)^{}")


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_peaks, _jumps, _infinity, _signs, _branches, _not_real))(rng)


def _peaks(rng: random.Random) -> Iterator[Case]:
    """∫ of a narrow peak is √π times its height, and a sum of narrow terms is larger than the largest."""
    centre, height = rng.randint(100, 900), rng.choice((1, 2, 3))
    peak = rng.choice(
        (
            f"integral({height}*exp(-(t - {centre})^2), t, 0, 1000)",
            f"sum({height}*exp(-(k - {centre})^2), k, 0, 1000)",
        )
    )
    yield typed(f"max(1, {peak}) = 1", "", False)
    yield typed(f"max(1, {peak}) = {peak}", "", True)
    yield typed(f"min(1, {peak}) = {peak}", "", False)
    yield typed(f"max(x + 1, x + {peak}) = x + 1", "", False)
    yield typed(f"max(x, 1, {peak}) = max(x, 1)", "", None)
    yield typed("x <= 1", f"x <= max(1, {peak})", None)
    yield typed("x > 3/2", f"x >= max(1, {peak})", True)


def _jumps(rng: random.Random) -> Iterator[Case]:
    """A constant just below 1."""
    tiny = f"10^(-{rng.randint(40, 150)})"
    one = rng.choice((f"cos({tiny})", f"erf({rng.randint(20, 300)})", f"tanh({rng.randint(50, 400)})", f"(1 - {tiny})"))
    whole = rng.randint(-3, 3)
    yield typed(f"floor({whole} + {one}) = {whole + 1}", "", False)
    yield typed(f"floor({whole} + {one}) = {whole}", "", True)
    yield typed(f"ceiling({whole} - {one}) = {whole - 1}", "", False)
    yield typed(f"floor(n + {one}) = n + 1", "n integer", False)
    yield typed(f"frac({one}) = {one} - 1", "", False)
    yield typed(f"abs({one} - 1) = {one} - 1", "", False)
    yield typed(f"max(x, {one}) = max(x, 1)", "", None)
    yield typed(f"mod({one}, 1) = {one} - 1", "", False)


def _infinity(rng: random.Random) -> Iterator[Case]:
    pole = rng.choice(("oo", "(-oo)", *POLES))
    shape, other = rng.sample(BOUNDED, 2)
    yield typed(f"{shape.format(pole)} = {other.format(pole)}", "", None)
    yield typed(f"{shape.format(pole)} = {rng.choice(('0', '1', 'pi/2'))}", "", None)
    yield typed(f"x + {shape.format(pole)} = x", "", None)
    yield typed(f"1/atanh(x) = {rng.choice(('0', '1'))}", "x = 1", None)


def _signs(rng: random.Random) -> Iterator[Case]:
    power = rng.choice((2, 4, 6, -2, -4))
    inside = rng.choice(("z", "x + I", "2 + I", "1 + I*x", "exp(I*x)", "z - 3"))
    where = "z complex" if "z" in inside else ""
    yield typed(f"sign({inside})^({power}) = 1", where, False if "x" not in inside and "z" not in inside else None)
    yield typed(f"(sign({inside})/2)^2 = 1/4", where, None if where or "x" in inside else False)
    yield typed(f"sign(x)^({power}) = 1", "x != 0", True)
    yield typed("sign(x)^3 = sign(x)", "", True)


def _branches(rng: random.Random) -> Iterator[Case]:
    tiny, turns = f"10^(-{rng.randint(40, 150)})", 2 * rng.randint(-3, 3)
    yield typed(f"asin(sin(pi/2 + {tiny} + {turns}*pi)) = pi/2 + {tiny}", "", False)
    yield typed(f"asin(sin(pi/2 - {tiny} + {turns}*pi)) = pi/2 - {tiny}", "", True)
    yield typed(f"acos(cos(-{tiny} + {turns}*pi)) = -{tiny}", "", False)
    yield typed(f"atan(tan(pi/2 + {tiny} + {turns}*pi)) = pi/2 + {tiny}", "", False)
    yield typed(f"log(exp(I*(pi + {tiny}))) = I*(pi + {tiny})", "", False)


def _not_real(rng: random.Random) -> Iterator[Case]:
    """f + 1 > f where f is real, which is beyond all sampled points."""
    far, k = rng.randint(300, 5000), rng.randint(1, 4)
    shape = rng.choice(
        ("sqrt({})", "log({})", "({})^(1/3)", "acosh({})", "exp(sqrt({}))", "besselk(0, {})", "abs(x)*sqrt({})")
    )
    inside = rng.choice((f"x + {far}", f"{far} - x", f"x^3 + {far}^3", f"x*y + {far}"))
    side = shape.format(inside)
    yield typed(f"{side} + {k} > {side}", "", None)
    yield typed(f"{side} - {k} < {side}", "", None)
    yield typed(f"{side} + {k} > {side}", f"{inside} > 1", True)
    even = shape.format(f"x^2 + {far}")
    yield typed(f"{even} + {k} > {even}", "", True)
