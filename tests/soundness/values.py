"""Printed numbers: from inputs and premises, under conditions, for symbols that may not have every value."""

from __future__ import annotations

import random
from collections.abc import Iterator

import sympy
from sympy import Rational

from tests.soundness import Case
from tests.soundness.curves import SIGNS, unknown
from tests.soundness.stating import as_decimal, case, fraction, number, positive
from verify.claims import approx, order_of, printed_number, rounded

KIND = "values"


def claims(rng: random.Random) -> Iterator[Case]:
    makers = (from_a_premise, from_inputs, under_conditions, under_division, somewhere, with_uncertainty, orders)
    while True:
        yield from rng.choice(makers)(rng)


def prints(rng: random.Random, value: sympy.Rational) -> Iterator[tuple[str, bool]]:
    """The value rounded, and another number, each with whether it is right."""
    places = rng.randint(0, 3)
    for claimed in (value, value + fraction(rng)):
        text = as_decimal(claimed, places)
        yield text, bool(abs(value - Rational(text)) <= Rational(1, 2 * 10**places))


def from_a_premise(rng: random.Random) -> Iterator[Case]:
    """a x + b = 0 gives x its value, which it must be able to have."""
    kind = rng.choice(list(SIGNS))
    x, a, b = unknown(kind), fraction(rng) or Rational(2), fraction(rng)
    value = -b / a
    for text, right in prints(rng, value):
        truth = right if SIGNS[kind](value) else None
        yield case(f"approx(x, {text!r}), x {kind}", truth, lambda t=text: approx(x, t), premises=[(a * x + b, 0)])


def from_inputs(rng: random.Random) -> Iterator[Case]:
    """An input that its symbol cannot have leaves nothing to decide."""
    kind = rng.choice(list(SIGNS))
    x, y, given, other = unknown(kind), number("y", real=True), fraction(rng), fraction(rng)
    for text, right in prints(rng, given + other**2):
        truth = right if SIGNS[kind](given) else None
        yield case(
            f"approx(x + y^2, {text!r}), x = {given} {kind}, y = {other}",
            truth,
            lambda t=text: approx(x + y**2, t, constants={x: given, y: other}),
        )


def under_conditions(rng: random.Random) -> Iterator[Case]:
    x, y, value, bound = number("x", real=True), number("y", real=True), fraction(rng), fraction(rng)
    where = rng.choice([x < bound, x >= bound, sympy.And(x > bound, y > x), sympy.Or(x > bound, x < bound - 1)])
    holds = where.subs({x: value}) is not sympy.false
    for text, right in prints(rng, value):
        truth = right if holds else None
        if rng.random() < 0.5:
            yield case(f"approx(x, {text!r})", truth, lambda t=text: approx(x, t), premises=[(x, value)], where=[where])
        else:
            yield case(
                f"approx(x, {text!r}), x = {value}",
                truth,
                lambda t=text: approx(x, t, constants={x: value}),
                where=[where],
            )


def under_division(rng: random.Random) -> Iterator[Case]:
    """u x = v x says nothing of u where x may be zero."""
    sign = rng.choice(["real", "positive", "nonnegative", "negative"])
    u, x, value = number("u", real=True), number("x", **{sign: True}), fraction(rng)
    certain = sign in ("positive", "negative")
    for text, right in prints(rng, value):
        truth = right if certain or not right else None
        yield case(f"approx(u, {text!r}), x {sign}", truth, lambda t=text: approx(u, t), premises=[(u * x, value * x)])


def somewhere(rng: random.Random) -> Iterator[Case]:
    """One in twenty of the inputs that round as printed gives the number, at least."""
    x, places, value = number("x", positive=True), rng.randint(0, 2), positive(rng)
    text = as_decimal(value, places)
    if Rational(text) == 0:
        return
    half, centre, factor = Rational(1, 2 * 10**places), Rational(text), positive(rng)
    low, high = max(centre - half, Rational(0)) * factor, (centre + half) * factor
    for claimed in (value * factor, high + fraction(rng)):
        claim = as_decimal(claimed, 2)
        near = Rational(1, 200)
        overlap = min(high, Rational(claim) + near) - max(low, Rational(claim) - near)
        share = max(overlap, Rational(0)) / (high - low)
        if abs(share - Rational(1, 20)) < Rational(1, 10**6):
            continue
        yield case(
            f"some x ≈ {text}: {factor} x ≈ {claim}",
            bool(share > Rational(1, 20)),
            lambda c=claim: approx(factor * x, c, constants={x: rounded(text)}, somewhere=True),
        )
    exact = printed_number(text)
    for claim, right in prints(rng, centre * factor):
        yield case(
            f"{factor} x ≈ {claim} at x = {text}", right, lambda c=claim: approx(factor * x, c, constants={x: exact})
        )


def with_uncertainty(rng: random.Random) -> Iterator[Case]:
    doubt, value = rng.randint(1, 60), positive(rng)
    for claimed in (value, value + fraction(rng)):
        text = as_decimal(claimed, 2)
        gap = abs(value - Rational(text))
        yield case(
            f"{value} ≈ {text}({doubt})",
            bool(gap <= Rational(doubt, 100)),
            lambda t=text: approx(value, f"{t}({doubt})"),
        )


def orders(rng: random.Random) -> Iterator[Case]:
    value = positive(rng) * Rational(10) ** rng.randint(-6, 6)
    decade = next(k for k in range(-12, 12) if value < Rational(10) ** (k + 1))
    for power in (rng.randint(-7, 7), decade, decade + 1):
        ratio = value / Rational(10) ** power
        yield case(
            f"{value} is of the order of 1e{power}",
            bool(Rational(1, 10) <= ratio**2 <= 10),
            lambda k=power: order_of(value, f"1e{k}"),
        )
