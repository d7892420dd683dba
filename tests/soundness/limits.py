"""Limits and strips of known truth: deep cancellations, oscillation, negative bases, signs that nobody told, steps, branches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from math import floor, pi

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "limits and principal values"
CASES = 60


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_cancelling, _oscillating, _bases, _signs, _steps, _powers, _strips, _classes))(rng)


def _twins(function: str, end: str, value: str, wrong: str, where: str = "") -> Iterator[Case]:
    yield typed(f"limit({function}, x, {end}) = {value}", where, True)
    yield typed(f"limit({function}, x, {end}) = {wrong}", where, False)


def _number(rng: random.Random, low: int = -5, high: int = 5) -> Fraction:
    return Fraction(rng.choice([k for k in range(low, high + 1) if k]), rng.randint(1, 3))


def _cancelling(rng: random.Random) -> Iterator[Case]:
    """Taylor polynomials taken away: the next term tells."""
    a, order = _number(rng), rng.randint(2, 5)
    rest, factorial = f"exp(({a})*x)", 1
    for k in range(order):
        factorial *= max(k, 1)
        rest += f" - ({a**k / factorial})*x^{k}"
    value = a**order / (factorial * order)
    yield from _twins(f"({rest})/x^{order}", "0", f"{value}", f"{-value}")
    yield from _twins(f"({rest})/x^{order - 1} + 1", "0", "1", "2")
    yield from _twins(f"exp(x)*(exp(({a})/x + exp(-x)) - exp(({a})/x))", "oo", "1", "0")
    yield from _twins(f"x*((1 + 1/x)^(({a})*x) - exp({a}))", "oo", f"-({a / 2})*exp({a})", "0")


def _oscillating(rng: random.Random) -> Iterator[Case]:
    p, q = rng.randint(1, 3), rng.randint(1, 3)
    wave = rng.choice(("sin", "cos"))
    yield from _twins(f"{wave}(x^{q})/x^{p} + {q}", "oo", f"{q}", f"{q + 1}")
    yield from _twins(f"({q}*x + {wave}(x))/(x)", "oo", f"{q}", f"{q + 1}")
    for value in ("0", "1", f"{q}"):
        yield typed(f"limit(x^{p}*{wave}(x), x, oo) = {value}", "", False)
        yield typed(f"limit({wave}({q}*x), x, oo) = {value}", "", False)
        yield typed(f"limit(tan(x)*exp(-x), x, oo) = {value}", "", False)
        yield typed(f"limit({wave}({q}/x), x, 0) = {value}", "", False)
    yield typed(f"limit(x^{p}*{wave}({q}/x), x, 0) = 0", "", True)


def _bases(rng: random.Random) -> Iterator[Case]:
    """Powers of negative numbers turn round."""
    p, q = rng.randint(1, 4), rng.randint(1, 3)
    for value in ("0", "1", "exp(-1)"):
        yield typed(f"limit((1 - {p}*x)^({q}*x), x, oo) = {value}", "", False)
        yield typed(f"limit((-x/(x + {p}))^(x), x, oo) = {value}", "", False)
        yield typed(f"limit((-n/(n + {p}))^n, n, oo) = {value}", "n integer, n > 0", False)
    yield typed(f"limit((-1)^n*n^{q}/{p + 1}^n, n, oo) = 0", "n integer, n > 0", True)
    yield typed(f"limit(abs((-n/(n + {p}))^n), n, oo) = exp(-{p})", "n integer, n > 0", True)


def _signs(rng: random.Random) -> Iterator[Case]:
    p = rng.randint(1, 4)
    yield typed("limit(exp(c*x), x, oo) = 0", "", False)
    yield typed("limit(exp(c*x), x, oo) = 0", "c < 0", True)
    yield typed("limit(exp(c*x), x, oo) = 0", "c < 1", False)
    yield typed(f"limit(x^{p}*a^x, x, oo) = 0", "a > 0, a < 1", True)
    yield typed(f"limit(x^{p}*a^x, x, oo) = 0", "a > 0, a < 2", False)
    yield typed(f"limit(tanh(c*x) + {p}, x, oo) = {p + 1}", "", False)
    yield typed(f"limit(tanh((c - d)*x) + {p}, x, oo) = {p + 1}", "c > d", True)
    yield typed("limit(sqrt(x^2 + c*x) - x, x, oo) = c/2", "", True)
    yield typed("limit(sqrt(x^2 + c*x) + x, x, -oo) = c/2", "", False)


def _steps(rng: random.Random) -> Iterator[Case]:
    a, k = _number(rng), rng.randint(1, 4)
    there = floor(k * a)
    yield from _twins(f"floor({k}*x)", f"{a}, +", f"{there}", f"{there + 1}")
    below = there - 1 if k * a == there else there
    yield from _twins(f"floor({k}*x)", f"{a}, -", f"{below}", f"{below + 1}")
    yield from _twins(f"abs(x - ({a}))/(x - ({a}))", f"{a}, -", "-1", "1")
    yield typed(f"limit(abs(x - ({a}))/(x - ({a})), x, {a}) = 1", "", False)
    yield typed(f"limit(exp({k}/(x - ({a}))), x, {a}) = 0", "", False)
    yield from _twins(f"exp({k}/(x - ({a})))", f"{a}, -", "0", "1")
    yield from _twins(f"floor({k}*x)/x", "oo", f"{k}", f"{k + 1}")


def _powers(rng: random.Random) -> Iterator[Case]:
    a, b = rng.randint(1, 5), rng.randint(1, 5)
    yield from _twins(f"(1 + {a}/x)^({b}*x)", "oo", f"exp({a * b})", f"exp({a + b + a * b})")
    yield from _twins(f"({a + 1}^x + {a + b + 1}^x)^(1/x)", "oo", f"{a + b + 1}", f"{a + 1}")
    yield from _twins(f"gamma(x + {Fraction(a, 2)})/(gamma(x)*x^({Fraction(a, 2)}))", "oo", "1", f"{a + 1}")
    yield from _twins(f"x^({a}/log(x))", "0, +", f"exp({a})", "1")


def _classes(rng: random.Random) -> Iterator[Case]:
    """Growths that are hard to tell apart, and exponentials that SymPy takes apart."""
    a, b = rng.randint(1, 4), rng.randint(1, 4)
    yield from _twins(f"log(x)^{a}/x^(1/{b})", "oo", "0", "1")
    yield from _twins(f"x^{a}/exp(sqrt(log(x))*log(x))", "oo", "0", "1")
    yield from _twins(f"exp(sqrt(x + {a}) - sqrt(x))", "oo", "1", f"exp({a})")
    yield from _twins(f"exp({b}*log(x + {a}) - {b}*log(x))", "oo", "1", "0")
    yield from _twins(f"(log(E0 + 1/x) - log(E0))^(1 - sqrt(1 + {a}/x))", "oo", "1", "0", "E0 > 1")
    yield from _twins(f"exp(x + exp(-{a}*x)*log(x)) - exp(x) + {b}", "oo", f"{b}", f"{b + 1}") if a > 1 else iter(())
    yield from _twins(f"exp({a}*x*log(1 + 1/x) - {a})", "oo", "1", "0")


def _strips(rng: random.Random) -> Iterator[Case]:
    """asin(sin x) and its kin between fractions, by the strips that these meet."""
    low = Fraction(rng.randint(-40, 40), 8)
    high = low + Fraction(rng.randint(1, 16), 8)
    where = f"x > {low}, x < {high}"
    first, last = floor(float(low) / pi + 0.5), floor(float(high) / pi + 0.5)
    for k in {first, last}:
        sign = "-" if k % 2 else ""
        yield typed(f"asin(sin(x)) = {sign}(x - {k}*pi)", where, first == last)
        yield typed(f"atan(tan(x)) = x - {k}*pi", where, first == last)
    first, last = floor(float(low) / pi), floor(float(high) / pi)
    for k in {first, last}:
        value = f"{k + 1}*pi - x" if k % 2 else f"x - {k}*pi"
        yield typed(f"acos(cos(x)) = {value}", where, first == last)
    first, last = floor(low), floor(high) - (high == floor(high))
    yield typed(f"floor(x) = {first}", where, first == last)
    yield typed("floor(x) + ceiling(-x) = 0", where, True)
