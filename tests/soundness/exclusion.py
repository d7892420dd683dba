"""Equations that exclude each other or do not, lines that follow in one way only or in several, cases that are complete or not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import sympy
from sympy import Rational

from tests.soundness import Case
from tests.soundness.curves import SIGNS, unknown
from tests.soundness.stating import case, fraction, number, positive
from verify.claims import contradiction, follows_from, logic, only_route
from verify.vocabulary.moves import Equation

KIND = "exclusion"

x, y, u, v, w = (number(name, real=True) for name in "xyuvw")
p, q = (number(name, positive=True) for name in "pq")
a, b, c, d = (number(name, real=True) for name in "abcd")


def claims(rng: random.Random) -> Iterator[Case]:
    makers = (linear, degenerate, bounded, signs, quadratic, impossible, routes, tables)
    while True:
        yield from rng.choice(makers)(rng)


def excluded(shown: str, truth: bool | None, *equations: tuple[Any, Any], **more: Any) -> Case:
    named = [Equation(str(n), sympy.sympify(lhs), sympy.sympify(rhs)) for n, (lhs, rhs) in enumerate(equations)]
    told = ", ".join(f"{lhs} = {rhs}" for lhs, rhs in equations)
    return case(f"{shown}: {told} exclude each other", truth, lambda: contradiction(*named), **more)


def linear(rng: random.Random) -> Iterator[Case]:
    """Two lines: parallel ones do not meet, others do."""
    slope, factor, gap = fraction(rng), fraction(rng) or Rational(1), fraction(rng)
    line = (y, slope * x + 1)
    yield excluded("parallel", gap != 0, line, (factor * y - factor * slope * x, factor * (1 + gap)))
    yield excluded("crossing", False, line, (y, (slope + factor) * x + gap))
    third = fraction(rng)
    yield excluded(
        "a third through the point", third != 0, line, (y, (slope + factor) * x + gap), (factor * x, 1 - gap + third)
    )


def degenerate(rng: random.Random) -> Iterator[Case]:
    """w u = w v holds at w = 0, whatever u and v are."""
    gap, factor = fraction(rng) or Rational(1), rng.choice([w, p, w * p, w**2 + 1, w - fraction(rng)])
    certain = factor in (p, w**2 + 1)
    yield excluded("a factor", certain, (factor * u, factor * v), (u - v, gap))
    yield excluded("a factor, not zero", True, (factor * u, factor * v), (u - v, gap), (factor, positive(rng)))
    yield excluded("a divisor", True, (u / (x - y), v / (x - y)), (u - v, gap))
    yield excluded("a divisor that vanishes", True, (u / (x - y), gap), (x, y))
    yield excluded("a product", False, (u * v, 0), (u, gap))
    yield excluded("a product of three", True, (u * v, 0), (u, gap), (v, gap))


def bounded(rng: random.Random) -> Iterator[Case]:
    """A value, and a condition that admits it or not."""
    value, bound = fraction(rng), fraction(rng)
    where = rng.choice([x < bound, x >= bound, sympy.Ne(x, bound), sympy.Ne(x, value)])
    factor = fraction(rng) or Rational(3)
    yield excluded("a condition", not bool(where.subs(x, value)), (factor * x, factor * value), where=[where])


def signs(rng: random.Random) -> Iterator[Case]:
    """A value that the symbol may not have."""
    kind = rng.choice(list(SIGNS))
    z, value, factor = unknown(kind), fraction(rng), fraction(rng) or Rational(2)
    yield excluded(f"x {kind}", not SIGNS[kind](value), (factor * z, factor * value))
    yield excluded("p = −q", True, (factor * p, -abs(factor) * q * sympy.sign(factor)))
    yield excluded("p = q", False, (factor * p, factor * q))


def quadratic(rng: random.Random) -> Iterator[Case]:
    level, other = fraction(rng), fraction(rng)
    yield excluded("a square", bool(level < 0), (x**2, level))
    yield excluded("a circle and a line", bool(level < other**2), (x**2 + y**2, level), (x, other))
    yield excluded("roots and a bound", bool(max(level, other) <= 1), ((x - level) * (x - other), 0), where=[x > 1])


def impossible(rng: random.Random) -> Iterator[Case]:
    """What excludes itself already would prove anything."""
    bound, value = fraction(rng), fraction(rng)
    yield excluded("an empty condition", None, (x, value), where=[x > bound, x < bound - 1])
    yield excluded("an empty condition elsewhere", None, (x, value), where=[y > bound, y < bound])
    yield excluded("premises", None, (x, value), premises=[(y, bound), (2 * y, 2 * bound + 1)])


def routes(rng: random.Random) -> Iterator[Case]:
    """a = d by a = b = c = d in parts; another way, the same way, a consequence, an idle premise, a condition."""
    f, g = fraction(rng) or Rational(2), fraction(rng) or Rational(3)
    one, two = Equation("1", a, f * b), Equation("2", b, g * c)
    target = Equation("3", a, f * g * c)
    by = [(one.lhs, one.rhs), (two.lhs, two.rhs)]
    rivals = {
        "the same": (True, follows_from(one, two)),
        "a consequence": (True, follows_from(Equation("4", g * a, f * g * b), Equation("5", b + a, g * c + a))),
        "the line itself": (True, follows_from(Equation("6", 2 * a, 2 * f * g * c))),
        "idle": (True, follows_from(one, two, Equation("7", u, v))),
        "not arriving": (True, follows_from(one, Equation("8", u, v))),
        "absurd": (True, follows_from(Equation("9", u, v), Equation("10", u, v + 1))),
        "only where w is not zero": (True, follows_from(Equation("11", w * a, w * f * g * c), Equation("12", u, v))),
        "another way": (False, follows_from(Equation("13", a, f * d), Equation("14", d, g * c))),
        "half another way": (False, follows_from(one, Equation("15", b, d), Equation("16", d, g * c))),
    }
    name = rng.choice(list(rivals))
    truth, move = rivals[name]
    # that there is no other way is never shown: True says that nothing refutes it
    yield case(f"only route to a = {f * g} c, rival {name}", truth, lambda: only_route(target, rival=move), premises=by)


def tables(rng: random.Random) -> Iterator[Case]:
    """Random propositions against their truth table."""
    letters = sympy.symbols("A B C")

    def made(depth: int) -> Any:
        if depth == 0 or rng.random() < 0.2:
            return rng.choice(letters)
        kind = rng.choice([sympy.And, sympy.Or, sympy.Implies, sympy.Equivalent, sympy.Not])
        return kind(made(depth - 1)) if kind is sympy.Not else kind(made(depth - 1), made(depth - 1))

    proposition = made(3)
    if rng.random() < 0.5:
        proposition = sympy.Or(proposition, sympy.Not(proposition, evaluate=False), evaluate=False)
    meanings = {str(s): f"the meaning of {s}" for s in proposition.free_symbols}
    rows = [dict(zip(letters, row, strict=True)) for row in [(k & 1 > 0, k & 2 > 0, k & 4 > 0) for k in range(8)]]
    truth = all(bool(proposition.subs(row)) for row in rows)
    yield case(f"{proposition} is true", truth, lambda: logic(proposition, **meanings))
