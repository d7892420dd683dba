"""Even roots beside moduli, waves of what is not real, and steps inside a function of the grammar.

√x makes x a square in the ring of the normal form, but |x| is not x for x < 0; cos √x is a hyperbolic cosine there;
log(a, b), root(a, n), max and min are made of steps that lose conditions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "roots, moduli and steps inside functions"


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice(MAKERS)(rng)


def moduli(rng: random.Random) -> Iterator[Case]:
    """f(|u|) g(√u) against f(u) g(√u): true for u ≥ 0 alone."""
    u = rng.choice(["x", "x-1", "2*x", "x*y", "x^3", "x-y", "x^2-x"])
    root = rng.choice(["sqrt({})", "({})^(1/4)", "({})^(1/6)", "({})^(3/2)"]).format(u)
    shape = rng.choice(
        [
            "abs({0})+{1} = {0}+{1}",
            "abs({0})*{1} = ({0})*{1}",
            "sqrt(({0})^2)*{1} = ({0})*{1}",
            "exp(abs({0}))*{1} = exp({0})*{1}",
        ]
    )
    yield typed(shape.format(u, root), "x real, y real", False)
    yield typed(
        shape.format(u, root)
        .replace(f"= {u}", f"= abs({u})")
        .replace(f"= ({u})", f"= abs({u})")
        .replace(f"= exp({u})", f"= exp(abs({u}))"),
        "x real, y real",
        True,
    )
    yield typed(f"abs({u})^2+{root} = ({u})^2+{root}", "x real, y real", True)
    if u == "x":
        yield typed(shape.format(u, root), "x > 0", True)


def waves(rng: random.Random) -> Iterator[Case]:
    """|cos u| ≤ 1 for real u alone."""
    wave, k = rng.choice(["sin", "cos"]), rng.randint(2, 5)
    yield typed(f"{k} - cos(sqrt(x)) > 0", "x real", False)
    yield typed(f"{k} - {wave}(acosh(x))^2 != 0", "x real", False)
    yield typed(f"{k} - {wave}(x)^{rng.randint(1, 4)} > 0", "x real", True)
    yield typed(f"{k} - {wave}(sqrt(x)) > 0", "x > 0", True)


def steps(rng: random.Random) -> Iterator[Case]:
    """What a step inside of a function loses is a condition."""
    c = rng.randint(2, 9)
    yield typed("log(x,x) = 1", "x > 0", None)
    yield typed(f"log(1,x)*{c} = 0", "x > 0", None)
    yield typed(f"root(1,x) + {c} = {c + 1}", "x real", None)
    yield typed(f"log({c}^3,{c}) = 3", "", True)
    yield typed(f"max(x^2+{c},-1/y^2) = x^2+{c}", "x real, y real", None)
    yield typed(f"sin(x)*(y-{c})/(y-{c}) = sin(x)", "x real, y real", None)
    yield typed(f"(x^2+{c})*y/y = x^2+{c}", "x real, y real", None)
    yield typed(f"exp(x)+{c}/y-{c}/y = exp(x)", "x real, y real", None)
    yield typed(f"max(sqrt(x),sqrt(x)-{c}) = sqrt(x)", "x real", None)
    yield typed(f"max(x,x-{c}) = x", "x real", True)
    yield typed(f"max(x,x-{c}) = x-{c}", "x real", False)


def derivatives(rng: random.Random) -> Iterator[Case]:
    """A condition at every point of a domain does not make one letter vary with another."""
    c = rng.randint(2, 9)
    yield typed(f"diff({c}*a,b) = {c}", rng.choice(["a < b", "a > b"]), False)
    yield typed(f"diff({c}*a*b,b) = {c}*a", "a < b", True)
    yield typed(f"0^((x-sqrt({c * c + 1}))^2) = 0", "x real", False)


MAKERS = (moduli, moduli, waves, steps, derivatives)
