"""What the rules on assumptions conclude, against values at random points; and what SymPy's own got wrong."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
import sympy

from verify.balls import compile_ball
from verify.errors import GiveUp
from verify.points import evaluation

evaluation.install()

BITS = 256
SYMBOLS = (
    sympy.Symbol("x"),
    sympy.Symbol("r", real=True),
    sympy.Symbol("p", positive=True),
    sympy.Symbol("q", nonnegative=True),
    sympy.Symbol("w", negative=True),
    sympy.Symbol("n", integer=True),
    sympy.Symbol("k", even=True),
    sympy.Symbol("o", odd=True),
    sympy.Symbol("m", integer=True, positive=True),
    sympy.Symbol("i", imaginary=True),
    sympy.Symbol("u", rational=True),
    sympy.Symbol("v", nonzero=True, real=True),
)
FUNCTIONS = (
    sympy.sin, sympy.cos, sympy.tan, sympy.exp, sympy.log, sympy.Abs, sympy.re, sympy.im, sympy.conjugate, sympy.sign, sympy.floor, sympy.ceiling, sympy.atan,
    sympy.sqrt, sympy.factorial, sympy.gamma, sympy.asin, sympy.acos, sympy.tanh, sympy.erf, sympy.arg, sympy.coth, sympy.acot, sympy.asinh, sympy.sinc,
)  # fmt: skip
FACTS = (
    "integer", "even", "odd", "noninteger", "real", "imaginary", "positive", "negative", "nonnegative", "nonpositive",
    "zero", "nonzero",
)  # fmt: skip


def value(rng: random.Random, symbol: sympy.Symbol) -> sympy.Expr:
    while True:
        number = (
            sympy.Integer(rng.randint(-9, 9))
            if symbol.is_integer
            else sympy.Rational(rng.randint(-9, 9), rng.choice((1, 2, 3)))
        )
        if symbol.is_imaginary or (symbol.is_complex is None and rng.random() < 0.3):
            number = number * sympy.I
        if all(getattr(number, f"is_{fact}") in (truth, None) for fact, truth in symbol.assumptions0.items()):
            return number


def expression(rng: random.Random, depth: int) -> sympy.Expr:
    if depth == 0:
        return (
            rng.choice(SYMBOLS)
            if rng.random() < 0.75
            else sympy.Rational(rng.randint(-6, 6), rng.choice((1, 2, 3, 6, 10)))
        )
    one = expression(rng, depth - 1)
    kind = rng.randint(0, 6)
    if kind <= 1:
        return one + expression(rng, depth - 1)
    if kind <= 3:
        return one * expression(rng, depth - 1)
    if kind == 4:
        return one ** rng.choice((2, 3, -1, -2, sympy.Rational(1, 2), sympy.Rational(1, 3), rng.choice(SYMBOLS)))
    if kind == 5:
        return rng.choice(FUNCTIONS)(one)
    return sympy.Mod(one, rng.choice((2, 3, 4))) if one.is_real else one / rng.choice((2, 3, 5, 10))


def truths(ball: object) -> dict[str, bool]:
    """What a ball certainly says of the value in it."""
    found: dict[str, bool] = {}
    if not ball.imag.contains(0):
        return dict.fromkeys(("integer", "even", "odd", "real", "positive", "negative", "zero"), False)
    if ball.imag != 0:
        return {}
    found["real"] = True
    for fact, holds in (("positive", ball.real > 0), ("negative", ball.real < 0)):
        if holds:
            found |= {fact: True, "zero": False, "nonzero": True, "non" + fact: True}
            found |= {("nonpositive", "nonnegative")[fact == "negative"]: False}
    if not ball.real.contains_integer():
        found |= {"integer": False, "even": False, "odd": False, "noninteger": True}
    elif ball.is_exact() and ball.real.is_integer():
        parity = int(ball.real.unique_fmpz()) % 2
        found |= {"integer": True, "noninteger": False, "even": parity == 0, "odd": parity == 1}
        found |= {"zero": bool(ball == 0)}
    return found


@pytest.mark.parametrize("seed", range(8))
def test_no_conclusion_is_wrong(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(350):
        try:
            built = expression(rng, rng.choice((1, 2, 2, 3)))
            ball = compile_ball(built)
        except (GiveUp, ValueError, TypeError):
            continue
        said = {fact: getattr(built, f"is_{fact}") for fact in FACTS}
        for _ in range(4):
            point = {s: value(rng, s) for s in built.free_symbols}
            found = ball(point, BITS)
            if not found.is_finite():
                continue
            for fact, truth in truths(found).items():
                assert said.get(fact) in (truth, None), f"{built}.is_{fact} is {said[fact]} at {point}"


@pytest.mark.parametrize("seed", range(4))
def test_no_evaluation_is_wrong(seed: int) -> None:
    rng = random.Random(100 + seed)
    two: tuple[Callable[..., sympy.Expr], ...] = (sympy.Pow, sympy.Mul, sympy.Add)
    for _ in range(400):
        head = rng.choice((*two, *FUNCTIONS))
        try:
            args = tuple(expression(rng, rng.choice((0, 1, 2))) for _ in range(2 if head in two else 1))
            evaluated, written = head(*args), head(*args, evaluate=False)
            sides = compile_ball(evaluated), compile_ball(written)
        except (GiveUp, ValueError, TypeError, AttributeError):
            continue
        for _ in range(4):
            point = {s: value(rng, s) for s in evaluated.free_symbols | written.free_symbols}
            left, right = (side(point, BITS) for side in sides)
            if left.is_finite() and right.is_finite():
                assert left.overlaps(right), f"{written} is evaluated to {evaluated}, which differs at {point}"


K, N, O, I = (next(s for s in SYMBOLS if s.name == name) for name in "knoi")  # noqa: E741


@pytest.mark.parametrize(
    ("expr", "fact", "answer"),
    [
        (K / 10, "integer", None),
        (K / 2, "integer", True),
        (K**3 / 8, "integer", True),
        (K**3 / 1000, "integer", None),
        (K / 3, "integer", None),
        (K / 3, "zero", None),
        (O / 2, "integer", False),
        (5 * K / 6 + O, "integer", None),
        (sympy.floor(I), "real", None),
        (sympy.atan(K) / 30, "zero", None),
        (sympy.gamma(O + sympy.Rational(1, 3)), "positive", None),
        (I**4, "even", None),
        (sympy.pi - sympy.Rational(355, 113), "negative", True),
        (sympy.exp(sympy.pi) - sympy.pi - 20, "negative", True),
        (N * K, "even", True),
        (N * (N + 1) / 2, "integer", None),
    ],
)
def test_conclusions(expr: sympy.Expr, fact: str, answer: bool | None) -> None:
    assert getattr(expr, f"is_{fact}") is answer


R = next(s for s in SYMBOLS if s.name == "r")
M = sympy.Symbol("m", integer=True, nonnegative=True)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (lambda: sympy.sin(sympy.pi * K / 10), sympy.sin(sympy.pi * K / 10, evaluate=False)),
        (lambda: sympy.legendre(N, -R), sympy.legendre(N, -R, evaluate=False)),
        (lambda: sympy.legendre(M, -R), (-1) ** M * sympy.legendre(M, R)),
        (lambda: sympy.acot(-R), sympy.acot(-R, evaluate=False)),
        (lambda: sympy.conjugate(sympy.li(R)), sympy.conjugate(sympy.li(R), evaluate=False)),
        (lambda: sympy.Mod(8 * sympy.Mod(N, 4), 64), sympy.Mod(8 * sympy.Mod(N, 4), 64, evaluate=False)),
        (lambda: sympy.binomial(R, R), sympy.binomial(R, R, evaluate=False)),
        (lambda: sympy.sin(-R), -sympy.sin(R)),
        (lambda: sympy.cos(sympy.pi * N), (-1) ** N),
        (lambda: sympy.tan(R + sympy.pi / 2), -sympy.cot(R)),
        (lambda: sympy.gamma(sympy.Rational(5, 2)), 3 * sympy.sqrt(sympy.pi) / 4),
        (lambda: sympy.zeta(2), sympy.pi**2 / 6),
        (lambda: sympy.log(sympy.exp(R)), R),
        (lambda: sympy.atan(sympy.tan(R)), sympy.atan(sympy.tan(R), evaluate=False)),
        (lambda: sympy.erf(sympy.oo), sympy.S.One),
    ],
)
def test_evaluation_counts_if_it_is_confirmed(written: Callable[[], sympy.Expr], kept: sympy.Expr) -> None:
    assert written() == kept
