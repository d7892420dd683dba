"""Differential equations as premises: what follows from them, what does not, and what is left open."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sympy import Derivative, Eq, I, Integral, Rational, conjugate, log, pi, sqrt

from tests.common.asking import judged
from tests.soundness import steps
from verify.claims import Paper, follows_from, function, greater, less, symbol
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.units import UnitSystem
from verify.verdicts import Result

r, xi, alpha, K, G, n, m = (
    symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("r", "xi", "alpha", "K", "G", "n", "m")
)
x, t, a, b, C = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "xtabC")


def of(variables: tuple[Any, ...], name: str, **kind: bool) -> Any:
    return function(name, name, name, DIMENSIONLESS, variables=variables, **(kind or {"real": True}))(*variables)


y, z, mass = (of((r,), name) for name in ("y", "z", "mass"))
rho, P = (of((r,), name, positive=True) for name in ("rho", "P"))
theta = of((xi,), "theta", positive=True)
g, V = (of((x,), name) for name in "gV")
p = of((x,), "p", positive=True)
psi = of((x,), "psi", complex=True)
u, v = (of((x, t), name) for name in "uv")
Y = function("Y", "Y", "a function without declared variables", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)(r)


def D(expression: Any, *by: Any) -> Any:
    return Derivative(expression, *by)


OSCILLATOR = [(D(y, r, 2), -y)]
SPHERICAL = [(D(r**2 * D(y, r), r) / r**2, -y)]
LANE_EMDEN = [(D(xi**2 * D(theta, xi), xi) / xi**2, -(theta**n))]
STAR = [(D(P, r), -G * mass * rho / r**2), (D(mass, r), 4 * pi * r**2 * rho)]
POLYTROPE = [(P, K * rho ** (1 + 1 / n))]
PAIR = [(D(y, r, 2), a * y), (D(z, r, 2), a * z)]
CAUCHY_RIEMANN = [(D(u, x), D(v, t)), (D(u, t), -D(v, x))]

FOLLOWS = [
    ((D(y, r, 2) + 2 * D(y, r) / r + y, 0), SPHERICAL),
    ((y + r * D(y, r) - z, 0), [(D(r * y, r), z)]),
    ((D(r * y, r), 2 * y), [(D(y, r), y / r)]),
    ((D(r * y, r), y + r**2 * z), [(D(y, r), r * z)]),
    ((D(r * y, r), y + r**2), [(D(y, r), r)]),
    ((D(r * y, r, 2), -r * y), [(D(y, r, 2), -y - 2 * D(y, r) / r)]),
    ((D(D(y, r) ** 2 + y**2, r), 0), OSCILLATOR),
    ((D(y, r, 4), y), OSCILLATOR),
    ((D(y, r, 2), y), [(D(y, r), y)]),
    ((D(Y, r, 2), Y), [(D(Y, r), Y)]),
    ((D(y * D(z, r) - z * D(y, r), r), 0), PAIR),
    ((D(theta, xi, 2) + 2 / xi * D(theta, xi) + theta**n, 0), LANE_EMDEN),
    ((D(r**2 / rho * D(P, r), r) / r**2, -4 * pi * G * rho), STAR),
    ((D(P, r) / rho, (n + 1) * D(P / rho, r)), POLYTROPE),
    ((D(p, x), -m * D(V, x) / p), [(p**2, 2 * m * (a - V))]),
    ((D(psi, x, 3), -(K**2) * D(psi, x)), [(D(psi, x, 2), -(K**2) * psi)]),
    ((D(u, t, 2), K**2 * D(u, x, 2)), [(D(u, t), K * D(u, x))]),
    ((D(u, t, 2), D(u, x, 4)), [(D(u, t), D(u, x, 2))]),
    ((D(u, x, 2) + D(u, t, 2), 0), CAUCHY_RIEMANN),
    ((D(v, t), -K * D(v, x)), [(v, D(u, x)), (D(u, t), -K * D(u, x))]),
    ((D(y**2, r) + r * D(y, r) ** 2 - r * y, 2 * y * D(y, r)), [(r * D(y, r) ** 2 - r * y, 0)]),
    ((y, D(z, r)), [(D(y, r) - z + I * (y - D(z, r)), 0)]),
    ((C, y), [(D(y, r), y), (C, D(y, r, 2))]),
    ((C, 2 * y**3), [(D(y, r), y**2), (C, D(y, r, 2))]),
    ((C, -(K**2) * D(y, r)), [(D(y, r, 2), -(K**2) * y), (C, D(y, r, 3))]),
    ((C, z), [(D(y, r), z), (D(z, r), y), (C, D(y, r, 3))]),
    ((C, D(u, x, 2)), [(D(u, x), D(u, t)), (C, D(u, t, 2))]),
]


@pytest.mark.parametrize(("line", "premises"), FOLLOWS)
def test_it_follows_from_differential_equations(line: Any, premises: Any) -> None:
    assert judged(line, premises).result is Result.PASS


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((2 * D(y, r), 3 * y), [(D(y, r), y)]),
        ((D(y, r, 2), 2 * y), [(D(y, r), y)]),
        ((D(y, r, 2) + 2 * D(y, r) / r - y, 0), SPHERICAL),
        ((D(r * y, r), y - r**2), [(D(y, r), r)]),
        ((D(D(y, r) ** 2 - y**2, r), 0), OSCILLATOR),
        ((D(y * D(z, r) + z * D(y, r), r), 0), PAIR),
        ((D(r**2 / rho * D(P, r), r) / r**2, 4 * pi * G * rho), STAR),
        ((D(P, r) / rho, n * D(P / rho, r)), POLYTROPE),
        ((D(y, r), y), [(D(y, r) ** 2, y**2)]),
        ((C, 0), [(C, D(y, r) ** 2 + y**2), *OSCILLATOR]),
        ((D(p, x), -2 * m * D(V, x) / p), [(p**2, 2 * m * (a - V))]),
        ((D(psi, x, 3), K**2 * D(psi, x)), [(D(psi, x, 2), -(K**2) * psi)]),
        ((D(u, t, 2), -D(u, x, 4)), [(D(u, t), D(u, x, 2))]),
        ((D(u, x, 2) - D(u, t, 2), 0), CAUCHY_RIEMANN),
        ((C, 2 * y), [(D(y, r), y), (C, D(y, r, 2))]),
        ((C, 2 * y**2), [(D(y, r), y**2), (C, D(y, r, 2))]),
    ],
)
def test_a_solution_speaks_against_it(line: Any, premises: Any) -> None:
    verdict = judged(line, premises)
    assert verdict.result is Result.FAIL
    assert re.search("which exist by|So it is with", verdict.readings[0].evidence.detail)


@pytest.mark.parametrize(
    ("line", "premises", "conditions"),
    [
        # what is known at one place, or ties a variable
        ((D(y, r), 2 * r), [(y, r**2)], (Eq(r, 1),)),
        ((D(rho, r), 0), [(rho, K * theta**2)], ()),
        ((D(rho, r), 0), [(rho, K * theta**2), (r, alpha * xi)], ()),
        ((D(y, r, 2), a * D(y, r)), [(D(y, r), a * y), (a, r**2)], ()),
        ((D(y, r, 2), a * D(y, r)), [(D(y, r), a * y), (a, b), (b, z)], ()),
        # symbols that a line names
        ((D(y, r), 0), [(a * y, b)], ()),
        ((D(y, r, 2), 0), [(D(y, r), a)], ()),
        # constants of integration
        ((D(y, r), C), [(D(y, r, 2), 0)], ()),
        ((D(y, r) ** 2 + y**2, C), OSCILLATOR, ()),
        # laws that force a value where they are singular
        ((D(g, x), 0), [(x * g, x**2)], ()),
        ((g, 0), [(x * D(g, x), -g)], ()),
        # true for all smooth solutions, not for all slopes at one place
        ((D(y, r, 2), y), [(D(y, r) ** 2, y**2)], ()),
        # one complex equation is two for real functions
        ((y, -D(z, r)), [(D(y, r) - z + I * (y - D(z, r)), 0)], ()),
        ((y, 2 * z), [(D(y, r) - z + I * (y - D(z, r)), 0)], ()),
        # a first integral, of which the constant is known by another premise, is no law: its name may change
        ((D(z, r), 0), [(C, z**2), (C, b**2), (D(y, r), z)], ()),
        ((z, b), [(C, z**3 + z), (C, b), (D(y, r), z)], ()),
        # more laws than functions
        ((D(u, x, t), 2), [(D(u, x), t), (D(u, t), x)], ()),
        # nothing is known of the derivative of a conjugate
        ((D(conjugate(psi), x, 2), -conjugate(psi)), [(D(psi, x, 2), -psi)], ()),
    ],
)
def test_what_is_not_known_is_left_open(line: Any, premises: Any, conditions: Any) -> None:
    assert judged(line, premises, conditions).result is Result.OPEN


def test_a_condition_on_a_higher_derivative_is_one_on_what_the_law_makes_of_it() -> None:
    for says, premises, condition, expected in (
        (greater(y, 0), [(D(y, r), y)], D(y, r, 2) > 0, Result.PASS),
        (greater(y, 0), [(D(y, r), z), (D(z, r), y)], D(y, r, 4) > 0, Result.PASS),
        (less(y, 0), [(D(y, r), y)], D(y, r, 2) > 0, Result.FAIL),
    ):
        paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
        by = follows_from(*(steps.given(paper, *premise) for premise in premises))
        assert (
            judge_claim(paper, paper.claim("c", says, by=by, conditions=[condition], **steps.HERE)).result is expected
        )


def test_a_law_with_its_derivative_is_one_law() -> None:
    twice = [(D(y, r), y), (D(y, r, 2), D(y, r))]
    assert judged((D(y, r, 3), 2 * D(y, r)), twice).result is Result.FAIL
    assert judged((y, 1), [(D(y, r), 1), (D(y, r, 2), 1)]).result is Result.OPEN


def test_what_must_not_vanish_is_told() -> None:
    verdict = judged((D(y / z, r), 0), [(D(y, r), a * y), (D(z, r), a * z)])
    assert verdict.result is Result.PASS_IF
    assert verdict.readings[0].evidence.conditions == ("z(r) ≠ 0",)


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((D(y, r, 2), Rational(1, 2)), [(D(y, r), sqrt(y))]),
        ((D(y, r, 2), -y), [(D(y, r), sqrt(1 - y**2))]),
        ((D(y, r, 3), 6), [(D(y, r), 3 * y ** Rational(2, 3))]),
        ((D(y, r) * D(y, r, 2) / y, 2 * D(y, r) / y), [(D(y, r), 2 * sqrt(y))]),
        ((D(z, r) / z, a * D(y, r) / y), [(z, y**a)]),
        ((D(p, x), -m * D(V, x) / p), [(p, sqrt(2 * m * (a - V)))]),
        ((Integral(D(sqrt(y), r), (r, 1, 2)), 1), [(D(y, r), 2 * sqrt(y))]),
        ((Integral(D(y, r) / a, (r, 1, 2)), 1), [(D(y, r), a)]),
        ((Integral(D(y, r) / y, (r, 1, 2)), a), [(D(y, r), a * y)]),
        ((Integral(y / z, (r, 1, 2)), 1), [(y, z)]),
        ((Integral(D(y, r) * log(a), (r, 1, 2)), 0), [(D(y, r), 0)]),
    ],
)
def test_constant_solutions_and_needs_are_not_forgotten(line: Any, premises: Any) -> None:
    """y = 0 solves y' = √y and has no y'' = 1/2; where a law stands in an integral, its divisors are gone."""
    assert judged(line, premises).result is Result.OPEN


@pytest.mark.parametrize(
    ("line", "premises", "needed"),
    [
        ((D(y, r) / D(z, r), a), [(D(y, r), a * D(z, r))], "z'(r) ≠ 0"),
        ((D(y, r) / y, a), [(D(y, r), a * y)], "y(r) ≠ 0"),
        ((D(y, r, 2) / D(y, r), D(z, r, 2) / D(z, r)), [(D(y, r), D(z, r))], "z'(r) ≠ 0"),
    ],
)
def test_what_a_slope_below_needs_is_told(line: Any, premises: Any, needed: str) -> None:
    verdict = judged(line, premises)
    assert verdict.result is Result.PASS_IF
    assert needed in verdict.readings[0].evidence.conditions
