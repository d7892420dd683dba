"""What is put in cancels: lines that are defined only in a part of their domain, which the substituted line no longer shows.

Every maker draws a part that vanishes somewhere and one that does not.  A line that holds wherever it is defined has
the truth None where it must be told with a condition, and comes a second time with the truth True,
because it must not be refuted either.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import sympy
from sympy import Abs, Heaviside, Integral, Limit, Sum, cos, cosh, exp, log, oo, sign, sin, tan

from derivations.physics.mechanics import conserved, hamilton_equations, legendre
from tests.soundness import Case
from tests.soundness.steps import given, letters
from verify.claims import (
    Claim,
    ClaimError,
    Paper,
    UnitSystem,
    approx,
    at_least,
    contradiction,
    crossing,
    diverges,
    equal,
    expands_to,
    follows_from,
    for_every_number,
    indexed,
    leading,
    less,
    on_interval,
    over,
    smallest_period,
    specialise,
    symbol,
)
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result

KIND = "definedness of what is put in"
HERE = {"where": "I", "printed": "as on the page"}
x, y, z, a, b, q, v = letters("x y z a b q v", real=True)
p, k = letters("p k", positive=True)
n = symbol("n", "n", "n", DIMENSIONLESS, integer=True)
N, i = (symbol(name, name, name, DIMENSIONLESS, integer=True, positive=True) for name in "Ni")
t = sympy.Symbol("t", real=True)
X = indexed("X", "X", "X", DIMENSIONLESS, real=True)
VANISHING = (x, x**2, x - 1, x * (x + 2), a * x, sin(x), x + Abs(x), x - a, exp(x) - 1, x**3 - x)
POSITIVE = (x**2 + 1, exp(x), 2 + cos(x), p * cosh(x), p, 1 + a**2 * x**2, Abs(x) + 1)
DIVERGENT = (Integral(exp(t), (t, 0, oo)), Sum(1 / n, (n, 1, oo)), Integral(1 / t, (t, 0, 1)), Limit(1 / t, t, 0))
Premises = Sequence[tuple[Any, Any]]


def claims(rng: random.Random) -> Iterator[Case]:
    """An endless mixture of steps and of all other kinds of statement."""
    while True:
        yield from rng.choice(MAKERS)(rng)


def case(shown: str, truth: bool | None, build: Callable[[Paper], Claim]) -> Case:
    """A claim as a case; a proof that is told with a condition "holds if"."""

    def decide() -> str:
        paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
        try:
            audit = judge_claim(paper, build(paper))
        except ClaimError:
            return "refused"
        told = audit.result is Result.PASS_IF or audit.literal.evidence.conditions
        return "holds-if" if told and audit.literal.holds else str(audit.literal.outcome)

    return Case(shown, truth, decide)


def says(premises: Premises, truth: bool | None, *statements: Any) -> Iterator[Case]:
    """The statements from the premises; what holds wherever it is defined (None) must not be refuted either."""
    known = ", ".join(f"{left} = {right}" for left, right in premises)

    def build(paper: Paper) -> Claim:
        cited = [given(paper, *premise) for premise in premises]
        by = follows_from(*cited) if cited else None
        return paper.value(str(len(paper.claims) + 1), *statements, by=by, **HERE)

    shown = f"{known} ⊢ {'; '.join(str(s) for said in statements for s in said)}"
    for expected in (None, True) if truth is None else (truth,):
        yield case(shown, expected, build)


def _number(rng: random.Random) -> sympy.Integer:
    return sympy.Integer(rng.choice([-1, 1]) * rng.randint(2, 9))


# --- steps ------------------------------------------------------------------------------------------


def quotients(rng: random.Random) -> Iterator[Case]:
    """y = c D gives y/D = c, where D ≠ 0."""
    c = _number(rng)
    for part, truth in ((rng.choice(VANISHING), None), (rng.choice(POSITIVE), True)):
        yield from says([(y, c * part)], truth, equal(y / part, c))
        yield from says([(y, c * part)], False, equal(y / part, c + 1))
        yield from says([(y, part)], truth, at_least(y / part + 1, 2))
        yield from says([(y, part)], truth, less(part / y, 2))
        yield from says([(y, part), (z, part)], truth, equal(log(Abs(y)) - log(Abs(z)), 0))
        yield from says([(y, part)], truth, equal(c * y**3 / part**2, c * part))


def factors_that_are_zero(rng: random.Random) -> Iterator[Case]:
    """0/D = 0 and D^0 = 1, where D ≠ 0."""
    c = _number(rng)
    for part, truth in ((rng.choice(VANISHING), None), (rng.choice(POSITIVE), True)):
        yield from says([(b, 0)], truth, equal(b / part, 0))
        yield from says([(b, 0)], truth, equal(b * log(Abs(part)) + c, c))
        yield from says([(b, 0)], truth, equal((c * part + b) / part, c))
        yield from says([(b, 0)], truth, equal(Abs(part) ** b, 1))
        yield from says([(b, 1)], truth, equal(b ** (1 / part), 1))
        yield from says([(b, 0)], False, equal(b / part, c))


def signs(rng: random.Random) -> Iterator[Case]:
    """Where a side is not defined nothing is refuted: y/x = sign(x)² with y = x."""
    c = _number(rng)
    part = rng.choice((x, x - c, c * x, a * x))
    yield from says([(y, part)], None, equal(y / part, sign(part) ** 2))
    yield from says([(y, c * part)], None, equal(y / part, c * Abs(sign(part))))
    yield from says([(b, 0)], None, equal(b * log(Abs(part)) + 1, sign(part) ** 2))
    yield from says([(y, part)], False, equal(y / part, sign(part)))
    yield from says([(y, part)], None, equal(y / part, Heaviside(Abs(part))))


def solved(rng: random.Random) -> Iterator[Case]:
    """a x = b is solved for x where a ≠ 0; positive factors need no condition."""
    c = _number(rng)
    yield from says([(a * x, c * b)], None, equal(x, c * b / a))
    yield from says([(p * x, c * b)], True, equal(x, c * b / p))
    yield from says([(a * x, b), (c * x, z)], None, equal(z, c * b / a))
    yield from says([(a * p**2, Abs(b))], None, equal(p**2, Abs(b) / a))
    yield from says([(a * x, a * b)], None, equal((x - b) / a, 0))
    yield from says([(a * x, a * b)], None, equal(x / a, b / a))
    yield from says([(x**2, y**2)], None, equal(Abs(x) / Abs(y), 1))


def special_cases(rng: random.Random) -> Iterator[Case]:
    """y = b/D at b = 0 is 0, where the law is defined."""
    c = _number(rng)
    for part, truth in ((rng.choice(VANISHING), None), (rng.choice(POSITIVE), True)):
        yield from _specialised(b / part, {b: 0}, 0, truth)
        yield from _specialised(b * log(Abs(part)) + c, {b: 0}, c, truth)
        yield from _specialised(b / part, {b: c * part}, c, truth)
        yield from _specialised(b / part, {b: c * part}, c + 1, False)


def _specialised(law: Any, values: dict[Any, Any], value: Any, truth: bool | None) -> Iterator[Case]:
    def build(paper: Paper) -> Claim:
        by = specialise(given(paper, y, law), values)
        return paper.step(str(len(paper.claims) + 1), lhs=y, rhs=sympy.sympify(value), by=by, **HERE)

    for expected in (None, True) if truth is None else (truth,):
        yield case(f"y = {law} at {values} ⊢ y = {value}", expected, build)


def divergent(rng: random.Random) -> Iterator[Case]:
    """Zero times what does not exist, in the line or in a premise."""
    part, c = rng.choice(DIVERGENT), _number(rng)
    yield case(f"b = 0 ⊢ b·{part} = 0", None, _step([(b, 0)], b * part, 0))
    yield case(f"b = 0, y = b·{part} + {c} ⊢ y = {c}", None, _step([(b, 0), (y, b * part + c)], y, c))
    converging = Integral(exp(-p * t), (t, 0, oo))
    yield case(f"b = 0 ⊢ b·{converging} = 0", True, _step([(b, 0)], b * converging, 0))
    yield case("b = 0 ⊢ Σ b/(n - 2) = 0", None, _step([(b, 0)], Sum(b / (n - 2), (n, 0, 5)), 0))


def _step(premises: Premises, lhs: Any, rhs: Any) -> Callable[[Paper], Claim]:
    def build(paper: Paper) -> Claim:
        by = follows_from(*(given(paper, *premise) for premise in premises))
        label = str(len(paper.claims) + 1)
        return paper.step(label, lhs=sympy.sympify(lhs), rhs=sympy.sympify(rhs), by=by, **HERE)

    return build


# --- other statements -------------------------------------------------------------------------------


def numbers(rng: random.Random) -> Iterator[Case]:
    c = _number(rng)
    for place, truth in ((sympy.Integer(0), False), (c, True)):
        yield from says([(y, x)], truth, approx(y / x, "1.0", constants={x: place}))
        yield from says([(b, 0)], truth, approx(b * log(Abs(x)) + 3, "3.0", constants={x: place}))
        yield from says([(y, x**2)], truth, approx(y / x - x, "0.0", constants={x: place}))


def curves(rng: random.Random) -> Iterator[Case]:
    c = Abs(_number(rng))
    for low, truth in ((-1, False), (1, True)):
        yield from says([(a, 0)], truth, on_interval(a / x + c, ">", x, low, 2))
        yield from says([(a, x**2)], truth, on_interval(a / x + c, ">", x, low, 2))
    yield from says([(a, b)], None, crossing(x * a / b - 1, x, "1.0"))


def functions(rng: random.Random) -> Iterator[Case]:
    """Parameters that must not vanish: with premises that hide them, and without."""
    c, d = _number(rng), rng.choice((b, b - z, b**2, b * z))
    for premises, one, truth in (([(a, d)], a / d, None), ([], 1, True), ([(a, p)], a / p, True)):
        yield from says(premises, truth, smallest_period(one * sin(x), x, 2 * sympy.pi))
        yield from says(premises, truth, diverges(one / Abs(x), x, 0))
        yield from says(premises, truth, leading(c * one * x, x, 1, c))
        yield from says(premises, truth, for_every_number(over(i, N, one), N, number=N))
    for zero, premises, truth in ((a / d, [(a, 0)], None), (0, [], True), (a / p, [(a, 0)], True)):
        yield from says(premises, truth, expands_to(cos(x) + zero, x, 1 - x**2 / 2, order=4))
        yield from says(premises, truth, hamilton_equations(v**2 / 2 + zero * q, (q, v, v, 0)))
        yield from says(premises, truth, legendre(k * v**2 / 2 + zero, (v, q), hamiltonian=q**2 / (2 * k)))
    yield from says([(a, 0)], None, for_every_number(over(i, N, a / X(i)), 0, number=N))
    yield from says([(a, 0)], None, conserved(v, v**2 / 2 + a / q, (q, v), time=x))


def parameters(rng: random.Random) -> Iterator[Case]:
    c = _number(rng)
    for d, truth in ((rng.choice((b, b - z, b * z)), None), (p, True)):
        yield from says([], truth, expands_to(cos(x) / d, x, 1 / d - x**2 / (2 * d), order=4))
        yield from says([], truth, expands_to(c * sin(x) / d, x, c * x / d, order=3))
        yield from says([], truth, smallest_period(cos(x + c / d), x, 2 * sympy.pi))
        yield from says([], truth, hamilton_equations(v**2 / 2 + c / d, (q, v, v, 0)))
        yield from says([], truth, legendre(v**2 / (2 * d), (v, q), hamiltonian=d * q**2 / 2))


def models(rng: random.Random) -> Iterator[Case]:
    """Where a part of an equation is undefined, it does not hold: no common solution lies there."""
    c = _number(rng)
    for equations, place in (
        ((b * log(x), 0), (x, 0)),
        ((a * tan(b), 0), (b, sympy.pi / 2)),
        ((a * sympy.gamma(b), 0), (b, -Abs(c))),
        ((a * sympy.zeta(b), 0), (b, 1)),
        ((a * b**z, 0), (b, 0)),
    ):
        more = ((z, -Abs(c)),) if equations[0].has(z) else ()
        yield _exclude((equations, place, *more), True)
    yield _exclude(((b * log(x), 0), (x, Abs(c))), False)
    yield _exclude(((a * b**z, 0), (b, 0), (z, Abs(c))), False)


def _exclude(equations: Premises, truth: bool) -> Case:
    shown = ", ".join(f"{left} = {right}" for left, right in equations)

    def build(paper: Paper) -> Claim:
        return paper.logic("9", contradiction(*(given(paper, *equation) for equation in equations)), **HERE)

    return case(f"{shown} exclude each other", truth, build)


MAKERS = (
    quotients, factors_that_are_zero, signs, solved, special_cases, divergent, numbers, curves, functions, parameters,
    models,
)  # fmt: skip
