"""Series and integrals that jump where they cease to converge and the rest of their terms vanishes."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "jumps at the edge of convergence"
CASES = 25
DEAR = 0.1
"""The share of the integrals, which take a thousand times as long as the series."""


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        u = _square(rng)
        power = rng.choice((f"/(1 + {u})^k", f"*(1 + {u})^(-k)"))
        yield typed(f"sum({u}{power}, k, 0, oo) = 1 + {u}", "", None)
        yield typed(f"sum(1/(2 + {u})^k, k, 0, oo) = (2 + {u})/(1 + {u})", "", True)
        line = _line(rng)
        yield typed(f"sum(tanh({line})^2*sech({line})^(2*k), k, 0, oo) = 1", "", None)
        if rng.random() < DEAR:
            yield typed(f"integral({u}*t^({u} - 1), t, 0, 1) = 1", "", None)
            yield typed(f"(1 + {u})*integral(t^{u}, t, 0, 1) = 1", "", True)


def _line(rng: random.Random) -> str:
    a, b = rng.randint(1, 9), rng.randint(1, 30)
    return rng.choice((f"({a}*x - {b})", f"(x - {a}*y)", f"({a}*x - {b}*y)", f"(x - {b}/{a + 30})"))


def _square(rng: random.Random) -> str:
    return f"{_line(rng)}^2"
