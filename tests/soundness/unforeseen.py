"""Differences that vanish at every likely point, or are deeper than they seem; claims that are not defined as they look."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "points that were foreseen"
CASES = 100
LIKELY = (
    0,
    1,
    -1,
    2,
    3,
    5,
    7,
    4,
    11,
    13,
    *(Fraction(p, q) for p, q in ((1, 2), (3, 2), (1, 3), (5, 3), (2, 5), (7, 4))),
)
DENOMINATORS = (2, 3, 4, 5, 7, 101, 499, 997, 1009)


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_polynomials, _waves, _powers, _even, _defined, _conditions))(rng)


def _polynomials(rng: random.Random) -> Iterator[Case]:
    roots = {*LIKELY, *(Fraction(rng.randint(1, 5000), rng.choice(DENOMINATORS)) for _ in range(4))}
    zero = "*".join(f"({Fraction(root).denominator}*x - ({Fraction(root).numerator}))" for root in roots)
    outside = rng.choice(("{}", "sin(x)*{}", "exp(x)*{}", "x^2*{}"))
    where = rng.choice(("", "x > 0", "x > 1, x < 50"))
    yield typed(f"{outside.format(zero)} = 0", where, False)
    yield typed(f"exp(x) + {outside.format(zero)} = exp(x)", where, False)


def _waves(rng: random.Random) -> Iterator[Case]:
    period = 1
    for bottom in DENOMINATORS:
        period *= bottom
    period *= rng.choice((1, 2, 10, 10**6))
    where = rng.choice(("", "x > 1, x < 50"))
    yield typed(f"sin({period}*pi*x) = 0", where, False)
    yield typed(f"cos({2 * period}*pi*x) = 1", where, False)
    yield typed(f"sin(x)^2 + cos({2 * period}*pi*x)*cos(x)^2 = 1", where, False)


def _powers(rng: random.Random) -> Iterator[Case]:
    order, depth = Fraction(rng.randint(600, 1000) * 2 + 1, 20), rng.randint(50, 120)
    f = rng.choice(("besselj", "besseli", "lowergamma"))
    small = f"{f}({order}, x/10^{depth})"
    yield typed(f"exp({small}) = 1", "x > 0", False)
    yield typed(f"cos(x + {small}) = cos(x)", "x > 0", False)
    yield typed(f"exp(product(x/10^{depth}, k, 1, {rng.randint(100, 300)})) = 1", "x > 0", False)


def _even(rng: random.Random) -> Iterator[Case]:
    p, q = rng.sample((3, 5, 7), 2)
    wave = "(1 + " + " + ".join(f"2*cos({2 * j}*pi*n/{p})" for j in range(1, p // 2 + 1)) + ")"
    other = "(1 + " + " + ".join(f"2*cos({2 * j}*pi*n/{q})" for j in range(1, q // 2 + 1)) + ")"
    yield typed(f"{wave}*{other} = 0", rng.choice(("n even, n > 0", "n odd, n > 0", "n even", "n integer")), False)


def _defined(rng: random.Random) -> Iterator[Case]:
    inside = rng.choice(("z", "2*z", "z + x", "x + I*y"))
    where = "z complex" if "z" in inside else ""
    f = rng.choice(("tanh", "sech", "acot", "Heaviside"))
    yield typed(f"{f}({inside}) = {f}({inside})", where, None)
    yield typed(f"{f}(x) = {f}(x)", "", True)
    yield typed(f"max(sqrt(x), {rng.randint(1, 5)}) = max({rng.randint(1, 5)}, sqrt(x))", "", None)
    yield typed(f"mod(log(x), {rng.randint(2, 5)})*0 = 0", "", None)
    same = rng.choice(("0^x", "expint(1, 0)", "uppergamma(0, 0)", "polylog(0, 1)", "beta(-2, 3)", "polygamma(x, 2)"))
    yield typed(f"{same} = {same}", "", None)


def _conditions(rng: random.Random) -> Iterator[Case]:
    c = rng.randint(1, 9)
    lost = rng.choice((f"y = {c}*x/x", "y > 0, y*x^2/x^2 > 0", f"y + log(x) - log(x) > {c}", f"y + {c}*x^3/x^3 > 0"))
    yield typed("x != 0", lost, True)
    yield typed("abs(x) > 0", lost, True)
    yield typed(f"x > {c}", lost, False if "log" not in lost else None)
