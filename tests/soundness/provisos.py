"""What is nowhere false, but not everywhere defined: f/f, f^0, log f - log f, 0·f, and what diverges."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "definedness"
VANISHING = ("x", "x - y", "x^2 - 1", "sin(x)", "x*y", "log(x)", "cos(2*x)", "x + abs(x)", "exp(x) - 1")
POSITIVE = ("x^2 + 1", "exp(x)", "2 + cos(x)", "1 + x^2*y^2", "cosh(x)", "x^2 + y^2 + 3", "sqrt(1 + x^2)")
DIVERGENT = (
    "sum(1/k, k, 1, oo)", "sum(2^k, k, 0, oo)", "sum(k, k, 1, oo)", "integral(1/x, x, -1, 1)", "integral(1/x, x, 0, 1)",
    "sum(1/(k - 2), k, 0, 5)", "integral(1/(x - 1)^2, x, 0, 2)", "integral(exp(x), x, 0, oo)", "sum(sin(k), k, 1, oo)",
)  # fmt: skip


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from _quotients(rng)
        yield from _divergent(rng)
        yield from _poles(rng)


def _quotients(rng: random.Random) -> Iterator[Case]:
    bad, good, c = rng.choice(VANISHING), rng.choice(POSITIVE), rng.randint(2, 9)
    for part, truth in ((bad, None), (good, True)):
        yield typed(f"({part})/({part}) = 1", "", truth)
        yield typed(f"({part})^0 = 1", "", truth)
        yield typed(f"{c}*({part})/({part}) = {c}", "", truth)
        yield typed(f"log({part}) - log({part}) = 0", "", truth)
        yield typed(f"0*log({part}) = 0", "", truth)
        yield typed(f"0/({part}) = 0", "", truth)
        yield typed(f"1/({part}) = 1/({part})", "", truth)
        yield typed(f"({part})/({part}) = {c}", "", False)
        yield typed(f"1/({part}) - 1/({part}) >= 0", "", truth)


def _divergent(rng: random.Random) -> Iterator[Case]:
    part = rng.choice(DIVERGENT)
    yield typed(f"{part} = {part}", "", None)
    yield typed(f"{part} - {part} = 0", "", None)
    yield typed(f"{part} + x = x + {part}", "", None)
    yield typed(f"0*{part} = 0", "", None)


def _poles(rng: random.Random) -> Iterator[Case]:
    c = rng.randint(1, 4)
    yield typed("binomial(x, x) = 1", "", None)
    yield typed(f"gamma(x + {c}) = gamma(x + {c})", "", None)
    yield typed("gamma(x + 1)/gamma(x) = x", "", None)
    yield typed(f"gamma(x + {c})/gamma(x + {c}) = 1", "x > 0", True)
    yield typed("tan(x)*cot(x) = 1", "", None)
    yield typed("zeta(x) = zeta(x)", "", None)
    yield typed("atan(1/x) + atan(x) = pi/2", "x >= 0", None)
