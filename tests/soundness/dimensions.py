"""Dimensions: every place of a claim at which an expression may stand, with one that fits and one that does not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import sympy

from derivations.physics.mechanics import conserved
from tests.soundness import Case
from verify.claims import (
    AMBIGUITY,
    CODATA_2022,
    ClaimError,
    Paper,
    UnitSystem,
    approx,
    contradiction,
    crossing,
    diverges,
    equal,
    expands_to,
    follows_from,
    leading,
    on_interval,
    only_root,
    only_route,
    printed_number,
    reading,
    smallest_period,
    symbol,
)
from verify.judging import dimension
from verify.quantities.dimension_names import ENERGY, LENGTH, MASS, TIME, VELOCITY
from verify.quantities.units import kilogram, metre, second
from verify.vocabulary.moves import Equation

KIND = "dimensions"

DIMENSIONS = {"length": LENGTH, "time": TIME, "mass": MASS, "velocity": VELOCITY, "energy": ENERGY}
UNITS = {"length": metre, "time": second, "mass": kilogram}
HERE: dict[str, Any] = {"where": "I", "printed": "the line"}


def quantity(name: str, kind: str) -> Any:
    return symbol(name, name, f"a {kind}", DIMENSIONS[kind], positive=True)


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        kind, other = rng.choice(list(DIMENSIONS)), rng.choice(list(DIMENSIONS))
        yield from places(kind, other, rng)


def places(kind: str, other: str, rng: random.Random) -> Iterator[Case]:
    """The same claim with two quantities of one kind each, in every kind of statement."""
    a, b, c = quantity("a", kind), quantity("b", other), quantity("c", kind)
    n, same = rng.randint(2, 5), kind == other
    one, two = Equation("1", a, n * c), Equation("1", a, n * b)
    unknown = symbol("u", "u", "an unknown", DIMENSIONS[kind], real=True)
    makers: dict[str, Callable[[Paper], Any]] = {
        "a condition": lambda paper: paper.identity("2", lhs=a, rhs=a, conditions=[a < b], **HERE),
        "a joined condition": lambda paper: paper.identity(
            "2", lhs=a, rhs=a, conditions=[sympy.Or(a < c, n * b < c)], **HERE
        ),
        "a charitable reading": lambda paper: paper.identity(
            "2",
            lhs=a,
            rhs=a,
            readings=[reading("another", equal(a + b, b + a), ground=AMBIGUITY, of="line", condition="so")],
            **HERE,
        ),
        "the condition of a reading": lambda paper: paper.identity(
            "2",
            lhs=a,
            rhs=a,
            readings=[reading("another", equal(a, c), where=[a < b], ground=AMBIGUITY, of="line", condition="so")],
            **HERE,
        ),
        "an equation of a contradiction": lambda paper: paper.logic("2", contradiction(one, two), **HERE),
        "the only way": lambda paper: paper.uniqueness("2", only_route(two, rival=follows_from(one)), **HERE),
        "a rival": lambda paper: paper.uniqueness("2", only_route(one, rival=follows_from(two)), **HERE),
        "growth": lambda paper: paper.value("2", diverges(1 / (unknown - a) + 1 / (unknown - b), unknown, a), **HERE),
        "the place of growth": lambda paper: paper.value("2", diverges(1 / (unknown - a), unknown, b), **HERE),
        "a period": lambda paper: paper.value("2", smallest_period(sympy.cos(unknown / b), unknown, a), **HERE),
        "a scale": lambda paper: paper.value("2", on_interval(unknown * c, ">", unknown, 0, 1, scale=b), **HERE),
        "a root": lambda paper: paper.value("2", only_root(unknown - b, unknown, 0, 1, "0.5", scale=a), **HERE),
        "a crossing": lambda paper: paper.value("2", crossing(unknown - b, unknown, "0.5"), **HERE),
        "an expansion": lambda paper: paper.value("2", expands_to(a + unknown, unknown, b + unknown, order=2), **HERE),
        "a leading term": lambda paper: paper.value("2", leading(a * c, c, 1, b), **HERE),
    }
    name = rng.choice(list(makers))
    yield told(f"{name}: {kind} against {other}", same, makers[name])
    yield from inputs(kind, other, rng)
    yield from motion(kind, rng)


def inputs(kind: str, other: str, rng: random.Random) -> Iterator[Case]:
    if kind not in UNITS or other not in UNITS:
        return
    a = quantity("a", kind)
    given = printed_number(str(rng.randint(1, 9)), UNITS[other])
    yield told(
        f"an input: {kind} in {UNITS[other]}",
        kind == other,
        lambda paper: paper.value("2", approx(2 * a, "3", unit=UNITS[kind], constants={a: given}), **HERE),
    )
    yield told(
        f"an electron mass for a {kind}",
        kind == "mass",
        lambda paper: paper.value("2", approx(2 * a, "3", unit=UNITS[kind], constants={a: CODATA_2022.m_e}), **HERE),
    )


def motion(kind: str, rng: random.Random) -> Iterator[Case]:
    """Coordinate times momentum is energy times time."""
    x, m = quantity("x", "length"), quantity("m", "mass")
    p = symbol("p", "p", "a momentum", MASS * VELOCITY, real=True)
    v = symbol("v", "v", "a velocity", VELOCITY, real=True)
    t = quantity("t", "time")
    right = rng.random() < 0.5
    own = (p, p**2 / (2 * m)) if right else (v, m * v**2 / 2)
    yield told(
        f"a constant of the motion with {own[0]}",
        right,
        lambda paper: paper.value("2", conserved(own[1], own[1], (x, own[0]), time=t), **HERE),
    )


def told(shown: str, truth: bool, make: Callable[[Paper], Any]) -> Case:
    def decide() -> str:
        paper = Paper("p", "title", "citation", UnitSystem.SI, ("I",))
        a = symbol("z", "z", "a length", LENGTH, positive=True)
        paper.given("1", lhs=a, rhs=a, **HERE)
        try:
            words = [dimension.of_reading(read, paper.units) for read in make(paper).readings]
        except ClaimError:
            return "refused"
        if any(word.startswith("mismatch") for word in words):
            return "refuted"
        return "proved" if set(words) == {"ok"} else "undecided"

    return Case(shown, truth, decide)
