"""Inputs that try to end, hang or fill the process that decides them: each must come back with an outcome.

Towers of powers, numbers with thousands of digits, factorials and sums without measure,
integrals without end, nests of functions, texts of a hundred thousand characters, things
that are no expressions at all.  Their truth is known by construction: `e = e + 1` is false
wherever `e` is defined, `e = e` is never false, and so on.  Every one is decided through
`check_identity`, in the warm worker, so that a crash is an undecided claim and not the end
of the run; within a worker (`benchmarks/soundness.py`) it is decided there.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import sympy

from referee import check_identity
from tests.soundness import Case
from verify.errors import ClaimError

KIND = "hostile"
CASES = 100
SECONDS, MEMORY = 1.0, 1024

Claim = tuple[Any, Any, str, str, bool]
"""Left side, right side, conditions, relation, truth."""


def claims(rng: random.Random) -> Iterator[Case]:
    """Cases without end, a family after the other in random order."""
    while True:
        for lhs, rhs, where, rel, truth in rng.choice(FAMILIES)(rng):
            yield _case(lhs, rhs, where, rel, truth)


def _case(lhs: Any, rhs: Any, where: str, rel: str, truth: bool) -> Case:
    def decide() -> str:
        try:
            found = check_identity(lhs, rhs, where, rel=rel, seconds=SECONDS, memory=MEMORY)
        except ClaimError:
            return "refused"
        found.explain(), repr(found)
        return "holds-if" if found and found.evidence.conditions else str(found.outcome)

    return Case(f"{_clipped(lhs)} {rel} {_clipped(rhs)}  [{where}]", truth, decide)


def _clipped(side: Any) -> str:
    if not isinstance(side, str):
        return f"{type(side).__name__} object"
    return side if len(side) < 80 else f"{side[:70]}… ({len(side)} characters)"


# --- numbers ----------------------------------------------------------------------------------------


def towers(rng: random.Random) -> Iterator[Claim]:
    """a^(b^(...^x)) lies above x, for bases from 2 on."""
    tower = "x"
    for _ in range(rng.randint(2, 7)):
        tower = f"{rng.randint(2, 9)}^({tower})"
    yield tower, "x", rng.choice(["", "x > 0", "x integer"]), ">", True
    yield tower, "x", rng.choice(["", "x > 0", "x integer"]), "<", False
    yield tower, f"{tower} + 1", "x > 1", "==", False


def small_differences(rng: random.Random) -> Iterator[Claim]:
    """A term that is there, however small, and one that is not."""
    tiny = f"{rng.randint(1, 9)}*10^(-{rng.choice([50, 400, 3000, 5000, 9000])})"
    side = rng.choice(["x", "x^2 + 1", "exp(x)", "sqrt(x)"])
    yield f"{side} + {tiny}*x^{rng.randint(2, 5)}", side, "x > 0", "==", False
    yield f"{side} + {tiny}*x - {tiny}*x", side, "x > 0", "==", True
    yield f"1 + {tiny}", "1", "", "==", False


def huge_numbers(rng: random.Random) -> Iterator[Claim]:
    """Rationals of thousands of digits, as texts and as objects."""
    digits = rng.choice([100, 4000, 4400, 9000, 50_000])
    big = sympy.Integer(rng.randint(2, 9)) ** digits + rng.randint(0, 9)
    x = sympy.Symbol("x", real=True)
    yield big * x, x, "x > 0", "==", False
    yield big * x + x, (big + 1) * x, "", "==", True
    yield x / big, x / (big + 1), "x > 0", "==", False
    yield f"{rng.randint(2, 9)}^{digits}*x", "x", "x > 0", "==", False


def orders(rng: random.Random) -> Iterator[Claim]:
    """Factorials, binomials and gamma functions of arguments beyond all measure."""
    size = f"10^{rng.choice([3, 6, 9, 30, 300])}"
    yield f"factorial(n + {size})", f"(n + {size})*factorial(n + {size} - 1)", "n integer, n > 0", "==", True
    yield f"factorial(n + {size})", f"(n + {size} + 1)*factorial(n + {size} - 1)", "n integer, n > 0", "==", False
    name = rng.choice(["factorial", "gamma", "loggamma", "digamma", "zeta", "erf", "airyai", "LambertW", "Ci"])
    yield f"{name}({size}*x)", f"{name}({size}*x) + 1", "x > 1", "==", False
    yield f"{name}({size})", f"{name}({size}) + 1", "", "==", False
    two = rng.choice(["binomial", "beta", "besselj", "polylog", "polygamma", "legendre", "hermite", "uppergamma"])
    yield f"{two}({size}, x)", f"{two}({size}, x) + 1", "x > 0, x < 1", "==", False
    yield f"zeta(1/2 + I*{size}*x)", f"zeta(1/2 + I*{size}*x) + x", "x > 1", "==", False


def exponents(rng: random.Random) -> Iterator[Claim]:
    """Powers with exponents beyond a machine word."""
    size = rng.choice([2**16, 2**31 + 1, 2**62, 2**64 - 1, 2**64 + 1, 10**30])
    yield f"(x + 1)^{size}", f"(x + 1)^{size} + 1", "x > 0", "==", False
    yield f"x^{size}*x", f"x^{size + 1}", "x > 0", "==", True
    yield f"((x^{size})^{size})^{size}", f"((x^{size})^{size})^{size} + 1", "x > 1", "==", False
    yield f"(1 + x/{size})^{size}", "exp(x)", "x > 0", "==", False


# --- work without end ---------------------------------------------------------------------------------


def sums(rng: random.Random) -> Iterator[Claim]:
    """Sums of up to 10^30 terms."""
    last = 10 ** rng.choice([2, 5, 9, 30])
    yield f"sum(k, k, 1, {last})", f"{last * (last + 1) // 2}", "", "==", True
    yield f"sum(k, k, 1, {last})", f"{last * (last + 1) // 2 + 1}", "", "==", False
    term = rng.choice(["sin(k^2)", "1/(k^2 + sin(k))", "floor(sqrt(k))", "cos(k*x)/k"])
    yield f"sum({term}, k, 1, {last})", f"sum({term}, k, 1, {last}) + 1", "", "==", False
    yield f"product(1 + {term}/k^2, k, 1, {last})", f"product(1 + {term}/k^2, k, 1, {last}) + 1", "", "==", False


def integrals(rng: random.Random) -> Iterator[Claim]:
    """Integrals that oscillate, nest, or have no closed form."""
    inner = rng.choice(["exp(sin(x*y))", "sin(exp(x)*y)", "cos(1/(x + y))", "abs(sin(50*x*y))", "x^x*y"])
    once = f"integral({inner}, x, 0, {rng.randint(1, 40)})"
    yield once, f"{once} + 1", "y > 0", "==", False
    twice = f"integral({once}, y, 1, 2)"
    yield twice, f"{twice} + 1", "", "==", False
    yield f"integral({twice}*z, z, 0, 1)", f"{twice}/2", "", "==", True
    wild = rng.choice(["sin(1/x)", "exp(-x)*sin(exp(exp(x)))", "1/(x*log(x)^2)", "floor(1/x)"])
    yield f"integral({wild}, x, 0, oo)", f"1 + integral({wild}, x, 0, oo)", "", "==", False


def nests(rng: random.Random) -> Iterator[Claim]:
    """Functions in functions, brackets in brackets."""
    text, depth = "x", rng.choice([10, 60, 140, 400, 3000])
    for _ in range(depth):
        text = f"{rng.choice(['sin', 'cosh', 'sqrt', 'exp', 'log', 'abs', ''])}({text}{rng.choice(['', ' + 1'])})"
    yield text, f"{text} + 1", "x > 5", "==", False
    x = sympy.Symbol("x", real=True)
    nested: Any = x
    for _ in range(depth):
        nested = rng.choice([sympy.sin, sympy.atan, sympy.cosh])(nested, evaluate=False)
    yield nested, nested + 1 if depth < 100 else sympy.Integer(7), "", "==", False
    fraction: Any = x
    for _ in range(min(depth, 100)):
        fraction = 1 / (fraction + 1)
    yield fraction, fraction + 1, "x > 0", "==", False


def long_texts(rng: random.Random) -> Iterator[Claim]:
    """Texts of up to a hundred thousand characters."""
    length = rng.choice([100, 3000, 100_000])
    piece = rng.choice(["x + ", "x*", "sin(x)*", "1/x - ", "2^", "(", "-", "x!", "n, "])
    text = piece * (length // len(piece)) + "x"
    yield text, f"1 + {text}", "x > 0", "==", False
    yield text, text, "x > 0", "==", True
    yield "x", "x + 1", f"x > {'0' * length}", "==", False


# --- what is no formula ---------------------------------------------------------------------------------

WORDS = ["x", "y", "2", "0", "1e5", ".5", "+", "-", "*", "/", "^", "!", "(", ")", ",", "=", "<", "sin", "sqrt", "oo", "I",
         "E", "sum", "integral", "diff", "k", "nan", "\x00", "\n", "∞", "'", "__import__", "lambda", "**", "zeta"]  # fmt: skip


def noise(rng: random.Random) -> Iterator[Claim]:
    """Words of the grammar, and others, in no order."""
    for _ in range(5):
        text = rng.choice(["", " "]).join(rng.choices(WORDS, k=rng.randint(1, 14)))
        yield f"({text})", f"({text}) + 1", "", "==", False


def objects(rng: random.Random) -> Iterator[Claim]:
    """Things that a program may hand over by mistake."""
    x = sympy.Symbol(rng.choice(["x", "x\n", "a b", "", "λ" * 5000, "__class__", "x^2"]))
    thing = rng.choice(
        [
            x,
            sympy.Function("f")(x),
            sympy.Function("f")(x).diff(x),
            sympy.zoo * x,
            sympy.oo,
            sympy.nan,
            sympy.Matrix([[x]]),
            sympy.MatrixSymbol("A", 2, 2),
            sympy.Wild("w"),
            sympy.Symbol("c", commutative=False),
            sympy.Eq(x, 1),
            sympy.true,
            sympy.O(x),
            sympy.Float("0.1") * x,
            sympy.Interval(0, 1),
            sympy.Integral(x, x),
            sympy.RootSum(sympy.Symbol("t") ** 5 - sympy.Symbol("t") + 1),
            0.5,
            True,
            None,
            [],
            {},
            b"x",
            object(),
            lambda: x,
            1 + 2j,
            10**5000,
        ]
    )
    other = thing + 1 if isinstance(thing, sympy.Expr) and not isinstance(thing, sympy.MatrixExpr) else x + 1
    yield thing, other, "", rng.choice(["==", "==", "~"]), False


FAMILIES: tuple[Callable[[random.Random], Iterator[Claim]], ...] = (
    towers,
    small_differences,
    huge_numbers,
    orders,
    exponents,
    sums,
    integrals,
    nests,
    long_texts,
    noise,
    objects,
)
