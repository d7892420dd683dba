"""Functions of reflected arguments and conjugates: what a computer-algebra system may rewrite while it reads."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.soundness import Case
from tests.soundness.typed import typed

KIND = "automatic evaluation"
ODD = ("sin", "tan", "sinh", "tanh", "atan", "asinh", "erf", "erfi", "Si", "Shi", "fresnels", "fresnelc", "sign")
EVEN = ("cos", "cosh", "abs", "sinc", "sech")
NEITHER = ("exp", "erfc", "airyai", "airybi", "floor", "ceiling", "Heaviside")
REAL_ON_THE_LINE = ("sin", "exp", "atan", "erf", "airyai", "cosh", "sinc", "floor", "abs")
NOT_REAL_EVERYWHERE = ("log", "sqrt", "acosh", "asin", "atanh", "Ci", "Chi", "li")


def claims(rng: random.Random) -> Iterator[Case]:
    while True:
        yield from rng.choice((_parity, _reflected_degree, _conjugates, _inverse, _roots))(rng)


def _argument(rng: random.Random) -> str:
    return rng.choice(("x", "2*x", "x/3", "x*y", "x + y", "x^3"))


def _parity(rng: random.Random) -> Iterator[Case]:
    u = _argument(rng)
    odd, even, other = rng.choice(ODD), rng.choice(EVEN), rng.choice(NEITHER)
    yield typed(f"{odd}(-({u})) = -{odd}({u})", "", True)
    yield typed(f"{even}(-({u})) = {even}({u})", "", True)
    yield typed(f"{even}(-({u})) = -{even}({u})", "", None)
    yield typed(f"{other}(-({u})) = -{other}({u})", "", None)
    yield typed(f"acot(-({u})) = -acot({u})", "", None)


def _reflected_degree(rng: random.Random) -> Iterator[Case]:
    f, sign = rng.choice((("legendre", "(-1)^n"), ("hermite", "(-1)^n"), ("chebyshevt", "(-1)^n")))
    yield typed(f"{f}(n, -x) = {sign}*{f}(n, x)", "n integer, n >= 0", True)
    yield typed("legendre(n, -x) = (-1)^n*legendre(n, x)", "n integer", None)
    yield typed("besselj(-n, x) = (-1)^n*besselj(n, x)", "n integer", True)
    yield typed("besselj(-n, x) = (-1)^n*besselj(n, x)", "n > 0, x > 0", None)


def _conjugates(rng: random.Random) -> Iterator[Case]:
    real, other = rng.choice(REAL_ON_THE_LINE), rng.choice(NOT_REAL_EVERYWHERE)
    yield typed(f"conjugate({real}(x)) = {real}(x)", "", True)
    yield typed(f"conjugate({other}(x)) = {other}(x)", "", None)
    yield typed(f"conjugate({other}(x)) = {other}(x)", "x < -2", False if other in ("log", "sqrt") else None)
    yield typed(f"im({other}(x)) = 0", "", None)


def _inverse(rng: random.Random) -> Iterator[Case]:
    f, g = rng.choice((("sin", "asin"), ("cos", "acos"), ("tan", "atan"), ("exp", "log"), ("cosh", "acosh")))
    u = _argument(rng)
    yield typed(f"{g}({f}({u})) = {u}", "", True if f == "exp" else None)
    yield typed(f"{f}({g}(z)) = z", "z complex", None if f in ("exp", "tan") else True)
    yield typed(f"{g}({f}(z)) = z", "z complex", None)


def _roots(rng: random.Random) -> Iterator[Case]:
    p = rng.choice((2, 4, 6))
    yield typed(f"(x^{p})^(1/{p}) = x", "", None)
    yield typed(f"(x^{p})^(1/{p}) = abs(x)", "", True)
    yield typed("sqrt(x*y) = sqrt(x)*sqrt(y)", "", None)
    yield typed("sqrt(x*y) = sqrt(x)*sqrt(y)", "x >= 0", True)
    yield typed(f"(z^{p})^(1/{p}) = z", "z complex, re(z) >= 0", None)
