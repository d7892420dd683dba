"""What a value makes vanish: 0 by a rounding, a strip, a definition or a limit, beside what is undefined everywhere or somewhere."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "what drops out"
CASES = 40

ZEROS = (
    ("floor(p)", "p > 0, p < 1"),
    ("(ceiling(p) - 1)", "p > 0, p < 1"),
    ("(asin(sin(p)) - p)", "p > 0, p < 1"),
    ("(acos(cos(p)) - p)", "p > 0, p < 1"),
    ("limit(1/t, t, oo)", ""),
    ("limit(sin(t)/t, t, oo)", ""),
    ("(limit(sin(t)/t, t, 0) - 1)", ""),
    ("limit(c*t, t, 0)", ""),
    ("limit(limit(t*s, t, c) - c*s, s, 2)", ""),
)
NOWHERE = (
    ("integral(1/u, u, 0, 1)", ""),
    ("sum(1/k, k, 1, oo)", ""),
    ("sum(1/(k - 2), k, 0, 4)", ""),
    ("integral(exp(u), u, 0, oo)", ""),
    ("gamma(-q)", "q integer, q > 0"),
    ("limit(1/t, t, 0, +)", ""),
    ("limit(sin(t), t, oo)", ""),
)
SOMEWHERE = (
    ("1/a", ""),
    ("log(a)", ""),
    ("gamma(a)", ""),
    ("gamma(n)", "n integer"),
    ("tan(a)", ""),
    ("factorial(n)", "n integer"),
)


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        for parts in (NOWHERE, SOMEWHERE):
            (zero, here), (other, there) = rng.choice(ZEROS), rng.choice(parts)
            where = ", ".join(filter(None, (here, there)))
            other = rng.choice((other, f"({other})^2", f"exp({other})", f"({other} + b)"))
            yield from _lines(rng, zero, other, where)
        yield from _infinite(rng)
        yield from _renamed(rng)


def _lines(rng: random.Random, zero: str, other: str, where: str) -> Iterator[Case]:
    """True where all is defined, which is not everywhere."""
    line = rng.choice(
        (
            f"{zero}*({other}) = 0",
            f"({other})^({zero}) = 1",
            f"b + {zero}*({other}) = b",
            f"exp({zero}*({other}) + b) = exp(b)",
            f"limit({zero}*({other}) + t, t, 0) = 0",
            f"limit(({other})/t, t, oo) + {zero} = 0",
        )
    )
    yield typed(line, where, None)
    b = rng.randint(1, 4)
    yield typed(f"{b} + {zero} = {b}", where.split(", q")[0].split(", n")[0], True)
    yield typed(f"{b} + {zero} = {b + 1}", where.split(", q")[0].split(", n")[0], False)


def _infinite(rng: random.Random) -> Iterator[Case]:
    """oo is no number: whatever it is put into has no value, and 0 or 1 least of all."""
    k = rng.randint(1, 5)
    grows = rng.choice((f"limit(x^{k}, x, oo)", f"limit(exp({k}*x), x, oo)", f"limit(1/x^{k}, x, 0, +)"))
    yield typed(
        rng.choice((f"1/{grows} = 0", f"exp(-{grows}) = 0", f"atan({grows}) = pi/2", f"min({grows}, {k}) = {k}")),
        "",
        None,
    )
    yield typed(f"{grows} = integral(1/u^{k}, u, 0, 1)", "", None)
    yield typed(f"{grows} = {k}", "", False)
    yield typed(f"limit({k}*x/(x + 1), x, oo) = {k}", "", True)


def _renamed(rng: random.Random) -> Iterator[Case]:
    """A condition on y says nothing of the y of a limit."""
    k = rng.randint(1, 4)
    yield typed(f"y + limit(limit(atan((y - {k})*x), x, oo), y, 0) = y + pi/2", f"y > {k}", False)
    yield typed(f"y + limit(limit(tanh((y - {k})*x), x, oo), y, {k}, +) = y - 1", f"y < {k}", False)
    yield typed(f"y + limit(abs(y)/y + {k}, y, 0, -) = y + {k + 1}", "y > 0", False)
    yield typed(f"y + limit(abs(y)/y + {k}, y, 0, -) = y + {k - 1}", "y > 0", True)
