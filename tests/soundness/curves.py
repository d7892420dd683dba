"""Curves over an interval: what the symbols may be, ends, poles, holes and jumps."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import sympy
from sympy import Rational

from tests.soundness import Case
from tests.soundness.stating import as_decimal, case, fraction, number, positive
from verify.claims import crossing, has_roots, leading, on_interval, only_root, order, threshold

KIND = "curves"

SIGNS = {
    "real": lambda v: True,
    "positive": lambda v: v > 0,
    "negative": lambda v: v < 0,
    "nonnegative": lambda v: v >= 0,
    "nonpositive": lambda v: v <= 0,
    "nonzero": lambda v: v != 0,
    "integer": lambda v: v.is_Integer,
}
TESTS = {"<": lambda s: s < 0, "<=": lambda s: s <= 0, ">": lambda s: s > 0, ">=": lambda s: s >= 0}


def unknown(kind: str):
    return number("x", **({"real": True, "nonzero": True} if kind == "nonzero" else {kind: True}))


def claims(rng: random.Random) -> Iterator[Case]:
    makers = (signs, roots, crossings, jumps, parameters, thresholds, orders, holes, scales)
    while True:
        yield from rng.choice(makers)(rng)


def ends(rng: random.Random) -> tuple[sympy.Rational, sympy.Rational]:
    low = fraction(rng)
    return low, low + positive(rng)


def polynomial(rng: random.Random) -> tuple[list[sympy.Rational], sympy.Rational]:
    return sorted(
        {fraction(rng, 3, 3) for _ in range(rng.randint(1, 3))} | ({Rational(0)} if rng.random() < 0.3 else set())
    ), fraction(rng) or Rational(1)


def breaks(kind: str, roots: list[sympy.Rational], low: sympy.Rational, high: sympy.Rational) -> list[sympy.Rational]:
    """Admitted points that decide a sign: all roots, and a point between any two and the ends."""
    if kind == "integer":
        first, last = int(sympy.floor(low)) + 1, int(sympy.ceiling(high)) - 1
        return [sympy.Integer(k) for k in range(first, last + 1)]
    cuts = sorted({low, high, *(r for r in [*roots, Rational(0)] if low < r < high)})
    middles = [(a + b) / 2 for a, b in pairwise(cuts)]
    return [p for p in (*cuts, *middles) if low < p < high and SIGNS[kind](p)]


def signs(rng: random.Random) -> Iterator[Case]:
    """P(x) rel 0 on an interval, the symbol of one kind or another; poles at some roots."""
    kind = rng.choice(list(SIGNS))
    x, (low, high), (roots_, factor) = unknown(kind), ends(rng), polynomial(rng)
    poles = [r for r in roots_ if rng.random() < 0.25]
    expression = factor * sympy.Mul(*((x - r) ** (-1 if r in poles else rng.randint(1, 2)) for r in roots_))
    points = breaks(kind, roots_, low, high)
    for rel in (rng.choice(["<", "<="]), rng.choice([">", ">="])):
        values = [expression.subs(x, p) for p in points]
        truth = None if not points else all(v is not sympy.zoo and TESTS[rel](v) for v in values)
        yield case(
            f"on_interval({expression}, {rel}, {low}, {high}), x {kind}",
            truth,
            lambda e=expression, r=rel: on_interval(e, r, x, low, high),
        )


def roots(rng: random.Random) -> Iterator[Case]:
    kind = rng.choice(list(SIGNS))
    x, (low, high), (roots_, factor) = unknown(kind), ends(rng), polynomial(rng)
    expression = factor * sympy.Mul(*((x - r) ** rng.randint(1, 2) for r in roots_))
    inside = [r for r in roots_ if low < r < high and SIGNS[kind](r)]
    places = rng.randint(0, 2)
    half = Rational(1, 2 * 10**places)
    for claimed in {rng.choice(roots_), inside[0] if inside else fraction(rng), fraction(rng)}:
        text = as_decimal(claimed, places)
        printed = Rational(text)
        truth = len(inside) == 1 and abs(inside[0] - printed) <= half
        if not breaks(kind, roots_, low, high):
            truth = None
        yield case(
            f"only_root({expression}, {low}, {high}, {text!r}), x {kind}",
            truth,
            lambda t=text: only_root(expression, x, low, high, t),
        )


def crossings(rng: random.Random) -> Iterator[Case]:
    """a f(x − r) with an increasing f: one crossing, at r."""
    kind = rng.choice(["real", "positive", "integer"])
    x, at, slope = unknown(kind), fraction(rng), fraction(rng) or Rational(1)
    y = x - at
    expression = slope * rng.choice([y, y**3, sympy.exp(y) - 1, sympy.atan(y), sympy.sinh(y), y + sympy.sin(y) / 2])
    places = rng.randint(0, 2)
    half = Rational(1, 2 * 10**places)
    for claimed in (at, fraction(rng)):
        text = as_decimal(claimed, places)
        for rising in (True, False):
            right = bool(slope > 0) is rising
            truth = right and abs(at - Rational(text)) <= half
            if kind == "integer" or (kind == "positive" and Rational(text) - half <= 0):
                continue  # what a crossing is among such values is a matter of taste
            yield case(
                f"crossing({expression}, {text!r}, rising={rising}), x {kind}",
                truth,
                lambda t=text, r=rising: crossing(expression, x, t, rising=r),
            )


def jumps(rng: random.Random) -> Iterator[Case]:
    """No passage through zero: the sign jumps, or there is a pole."""
    x, at = unknown("real"), rng.choice([Rational(0), fraction(rng, 2, 2)])
    y = x - at
    jump = rng.choice(
        [
            sympy.acot(y),
            1 / y,
            sympy.sign(y) + Rational(1, 7),
            sympy.floor(y) + Rational(1, 3),
            sympy.Piecewise((Rational(1), y > 0), (Rational(-1), True)),
            sympy.Heaviside(y) - Rational(1, 3),
            sympy.tan(y + sympy.pi / 2) * -1,
            y / sympy.Abs(y),
            sympy.cot(y),
            sympy.atan(1 / y),
            sympy.coth(y),
        ]
    )
    text = as_decimal(at, 1)
    if Rational(text) == at:
        yield case(f"crossing({jump}, {text!r})", False, lambda: crossing(jump, x, text))
        yield case(f"crossing({y}, {text!r})", True, lambda: crossing(y, x, text))


def parameters(rng: random.Random) -> Iterator[Case]:
    """(x − c)·s has its zero at c: inside (low, high) for all c of a range, or for none."""
    kind, which = rng.choice(["real", "positive", "nonnegative"]), rng.choice(["real", "positive", "integer"])
    x, c = unknown(kind), number("c", **{which: True})
    (low, high), (first, last) = ends(rng), ends(rng)
    values = breaks(which, [low, high, Rational(0)], first, last)
    inside = [low < v < high and bool(SIGNS[kind](v)) for v in values]
    expression = (x - c) * (fraction(rng) or 1)
    possible = bool(values) and bool(breaks(kind, [], low, high))
    for exist in (True, False):
        truth = (all(inside) if exist else not any(inside)) if possible else None
        yield case(
            f"has_roots({expression}, {low}, {high}, c in {first}, {last}, exist={exist}), x {kind}, c {which}",
            truth,
            lambda e=exist: has_roots(expression, x, low, high, parameter=c, between=(first, last), exist=e),
        )


def thresholds(rng: random.Random) -> Iterator[Case]:
    """c x − 1 vanishes at 1/c, which is inside (0, b) exactly for c > 1/b."""
    x, c, b = unknown("positive"), number("c", real=True), positive(rng)
    places = rng.randint(1, 2)
    half = Rational(1, 2 * 10**places)
    for claimed in (1 / b, positive(rng)):
        text = as_decimal(claimed, places)
        last = max(1 / b, Rational(text)) + 1
        truth = abs(1 / b - Rational(text)) <= half
        yield case(
            f"threshold(c x - 1, 0, {b}, {text!r}, c in 0, {last})",
            truth,
            lambda t=text, m=last: threshold(c * x - 1, x, 0, b, t, parameter=c, between=(0, m)),
        )


def orders(rng: random.Random) -> Iterator[Case]:
    n = number("n", integer=True, positive=True)
    top, bottom = rng.randint(0, 3), rng.randint(0, 3)
    a, b = fraction(rng) or Rational(1), positive(rng)
    expression = (a * n**top + rng.choice([0, 1]) * n ** max(top - 1, 0)) / (b * n**bottom + 1)
    exponent = top - bottom
    own = a / b if bottom else a / (b + 1)
    if top == 0:
        own = expression.subs(n, 1) if bottom == 0 else sympy.expand(expression * (b * n**bottom + 1)) / b
    for claimed in (exponent - 1, exponent, exponent + 1):
        yield case(f"order({expression}, {claimed})", claimed >= exponent, lambda k=claimed: order(expression, n, k))
        yield case(
            f"leading({expression}, {claimed}, {own})",
            claimed == exponent,
            lambda k=claimed: leading(expression, n, k, own),
        )
    for coefficient in (own, own + 1):
        yield case(
            f"leading({expression}, {exponent}, {coefficient})",
            coefficient == own,
            lambda c=coefficient: leading(expression, n, exponent, c),
        )


def holes(rng: random.Random) -> Iterator[Case]:
    """(x − h)(...)/(x − h) has no value at h, and so no zero there."""
    x, h, low = unknown("real"), fraction(rng), positive(rng)
    expression = sympy.expand((x - h) * (x - h + 1)) / (x - h) - 1
    yield case(
        f"only_root({expression}) around {h}",
        False,
        lambda: only_root(expression, x, h - low, h + low, as_decimal(h, 3)),
    )
    yield case(
        f"on_interval({expression**2}, >=) around {h}",
        False,
        lambda: on_interval(expression**2, ">=", x, h - low, h + low),
    )


def scales(rng: random.Random) -> Iterator[Case]:
    """r/R between two numbers, with R of one sign or the other: r keeps what is declared of it."""
    sign, kind = rng.choice(["positive", "negative"]), rng.choice(["real", "positive", "negative"])
    r, scale, at = number("r", **{kind: True}), number("R", **{sign: True}), fraction(rng)
    low, high = at - positive(rng), at + positive(rng)
    admitted = SIGNS[kind](at if sign == "positive" else -at)
    some = breaks(kind, [], *((low, high) if sign == "positive" else (-high, -low)))
    text = as_decimal(at, 3)
    near = abs(at - Rational(text)) <= Rational(1, 2000)
    yield case(
        f"only_root(r - {at} R, {low}, {high}, {text!r}), r {kind}, R {sign}",
        bool(admitted and near) if some else None,
        lambda: only_root(r - at * scale, r, low, high, text, scale=scale),
    )
