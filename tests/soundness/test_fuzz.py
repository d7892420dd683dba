"""More than ten thousand random claims, true and spoiled, and not one wrong verdict.

A true claim is a random expression and a rewriting of it by SymPy; a spoiled one adds a
difference as small as 1e-25.  True claims must never be refuted, spoiled ones never
proved (nor corroborated).  SymPy's rewriting is not trusted blindly: where the engine
refutes a "true" claim, mpmath at 60 digits is asked who is right.
"""

from __future__ import annotations

import random

import mpmath
import pytest
import sympy
from sympy import (
    Abs,
    E,
    I,
    Integer,
    Max,
    Rational,
    acos,
    asin,
    atan,
    cos,
    cosh,
    exp,
    log,
    pi,
    sign,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

from verify.deciding.decide import decide
from verify.points.domain import Domain, EmptyDomain
from verify.verdicts import Outcome

CHUNKS = 50
CLAIMS_PER_CHUNK = 300

x, y, z = sympy.symbols("x y z", positive=True)
u, w = sympy.symbols("u w", real=True)
n = sympy.Symbol("n", integer=True)


def leaf(rng: random.Random) -> sympy.Expr:
    return rng.choice(
        [
            x,
            y,
            z,
            u,
            w,
            x,
            u,
            Integer(rng.randint(-4, 4)),
            Rational(rng.randint(1, 5), rng.randint(2, 7)),
            sqrt(2),
            sqrt(x),
            pi,
        ]
    )


def expression(rng: random.Random, depth: int) -> sympy.Expr:
    if depth == 0:
        return leaf(rng)
    kind = rng.randint(0, 12)
    one = expression(rng, depth - 1)
    if kind <= 2:
        return one + expression(rng, depth - 1)
    if kind <= 5:
        return one * expression(rng, depth - 1)
    if kind == 6:
        return one / (1 + expression(rng, depth - 1) ** 2)
    if kind == 7:
        return rng.choice([sin, cos, exp, tanh, sinh, cosh, tan])(
            rng.choice([x, u, x + u, 2 * u, x - y, u * w, n * pi])
        )
    if kind == 8:
        return sqrt(1 + one**2)
    if kind == 9:
        return rng.choice([atan, log, lambda a: asin(a / (1 + a**2)), lambda a: acos(1 / (1 + a**2))])(
            rng.choice([x, x * y, 1 + x])
        )
    if kind == 10:
        return rng.choice([Abs, sign, lambda a: Max(a, 0)])(rng.choice([u, u - w, u * w, x - y]))
    if kind == 11:
        return (1 + x) ** rng.choice([Rational(1, 3), Rational(3, 2), -Rational(1, 2), y])
    return one ** rng.choice([2, 2, 3, -1])


REWRITINGS = (
    sympy.expand,
    sympy.together,
    sympy.factor,
    lambda e: e.rewrite(exp),
    lambda e: sympy.expand(e, trig=True),
    lambda e: sympy.expand_log(e),
    lambda e: sympy.powsimp(sympy.expand_power_exp(e)),
    lambda e: e.rewrite(sympy.Piecewise),
    lambda e: sympy.collect(sympy.expand(e), x),
)


def claims(seed: int) -> list[tuple[bool, sympy.Expr, sympy.Expr]]:
    """Pairs of sides, with whether they are meant to be equal."""
    rng = random.Random(seed)
    found: list[tuple[bool, sympy.Expr, sympy.Expr]] = []
    while len(found) < CLAIMS_PER_CHUNK:
        original = expression(rng, rng.randint(1, 3))
        if original.has(sympy.nan, sympy.zoo) or original.is_number or sympy.count_ops(original) > 60:
            continue
        rewritten = rng.choice(REWRITINGS)(original)
        if rewritten.has(sympy.nan, sympy.zoo):
            continue
        size = Rational(1, 10 ** rng.choice([0, 3, 12, 25]))
        spoil = rng.choice([1, -1]) * size * rng.choice([Integer(1), x, 1 + u**2, x * y, exp(u), E])
        found.append((True, original, rewritten))
        found.append((False, original, rewritten + spoil))
    return found


def truly_differ(lhs: sympy.Expr, rhs: sympy.Expr, point: dict[sympy.Symbol, sympy.Expr]) -> bool:
    """mpmath's opinion at 60 digits, asked only where the engine contradicts SymPy's rewriting."""
    with mpmath.workdps(60):
        left, right = (mpmath.mpmathify(sympy.N(side.subs(point), 60)) for side in (lhs, rhs))
        return abs(left - right) > mpmath.mpf(10) ** -40 * (1 + abs(left))


@pytest.mark.parametrize("chunk", [pytest.param(c, marks=pytest.mark.slow if c else ()) for c in range(CHUNKS)])
def test_no_wrong_verdict(chunk: int) -> None:
    wrong = []
    decided = 0
    for true, lhs, rhs in claims(1000 + chunk):
        domain = Domain(tuple(lhs.free_symbols | rhs.free_symbols))
        try:
            finding = decide(lhs, rhs, domain, quick=True)
        except EmptyDomain:
            continue
        decided += finding.outcome is not Outcome.UNDECIDED
        if true and finding.outcome is Outcome.REFUTED:
            assert finding.point is not None
            if not truly_differ(lhs, rhs, finding.point):
                wrong.append((lhs, rhs, finding))
        if not true and finding.outcome in (Outcome.PROVED, Outcome.CORROBORATED):
            wrong.append((lhs, rhs, finding))
    assert wrong == []
    assert decided > CLAIMS_PER_CHUNK // 2


DIGITS_FOR_SMALL_PARTS = 200
"""With 60 digits mpmath loses an imaginary part of 1e-26 beside a real part of order one."""

TRAPS_TRUE = [
    (1 / (exp(x) - 1) + Rational(1, 2), sympy.coth(x / 2) / 2),
    (sqrt(x) * sqrt(y), sqrt(x * y)),
    (Max(u, -u), Abs(u)),
    (log(x * y), log(x) + log(y)),
    (atan(x) + atan(1 / x), pi / 2),
    (cos(pi * n), (-1) ** n),
    (exp(I * pi / 3), Rational(1, 2) + sqrt(3) / 2 * I),
    (4 * atan(Rational(1, 5)) - atan(Rational(1, 239)), pi / 4),
    (sqrt(5 + 2 * sqrt(6)), sqrt(2) + sqrt(3)),
]
TRAPS_FALSE = [
    (sqrt(u**2), u),
    (log(u**2), 2 * log(u)),
    (sqrt(u * w), sqrt(u) * sqrt(w)),
    (atan(u) + atan(1 / u), pi / 2),
    (asin(sin(x)), x),
    (sqrt((u - 1) ** 2), u - 1),
    (Abs(u + w), Abs(u) + Abs(w)),
    (sin(x), x - x**3 / 6),
    ((u**2) ** Rational(1, 2) / u, Integer(1)),
    (cos(2 * u), 2 * cos(u)),
    (x, x + Rational(1, 10**60)),
]


@pytest.mark.parametrize(("lhs", "rhs"), TRAPS_TRUE, ids=str)
def test_true_traps_are_not_refuted(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    finding = decide(lhs, rhs, Domain(tuple(lhs.free_symbols | rhs.free_symbols)))
    assert finding.outcome in (Outcome.PROVED, Outcome.CORROBORATED)


@pytest.mark.parametrize(("lhs", "rhs"), TRAPS_FALSE, ids=str)
def test_false_traps_are_refuted(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    finding = decide(lhs, rhs, Domain(tuple(lhs.free_symbols | rhs.free_symbols)))
    assert finding.outcome is Outcome.REFUTED


@pytest.mark.parametrize(
    "offset", [Rational(0), Rational(1, 10**25), -Rational(1, 10**25)], ids=["on", "above", "below"]
)
@pytest.mark.parametrize(
    "function", [log, sqrt, asin, acos, atan, sympy.acosh, sympy.atanh, sympy.LambertW], ids=lambda f: f.__name__
)
@pytest.mark.parametrize("real", [Rational(-2), Rational(-1, 2), Rational(2), Rational(1)], ids=str)
def test_on_and_near_branch_cuts_values_are_never_contradicted(
    function: type[sympy.Function], real: sympy.Rational, offset: sympy.Rational
) -> None:
    """f(a) against SymPy's own 200-digit value of it, rounded: close to it, never refuted by more than rounding."""
    argument = real + I * offset
    value = function(argument)
    if value.has(sympy.zoo, sympy.nan, sympy.oo):
        return
    re, im = (sympy.Rational(str(part)) for part in sympy.N(value, DIGITS_FOR_SMALL_PARTS).as_real_imag())
    # Unevaluated, because SymPy 1.14 evaluates im(atan(-2 + 1e-25 i)) to 0.
    for side, exact in ((sympy.re(value, evaluate=False), re), (sympy.im(value, evaluate=False), im)):
        finding = decide(side, exact + 1, Domain(()), quick=True)
        assert finding.outcome in (Outcome.REFUTED, Outcome.UNDECIDED)
        near = decide(Abs(side - exact), Rational(1, 10**50), Domain(()), "<", quick=True)
        assert near.outcome is not Outcome.REFUTED
