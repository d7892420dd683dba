"""First integrals: what does not change along the solutions of equations of motion, and what does."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, Derivative, Rational, Subs, cos, log, sign, sin

from derivations.physics.mechanics import constant_along
from tests.common.asking import judge_claim
from tests.soundness import steps
from verify.claims import ClaimError, Paper, follows_from, function, symbol
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.units import UnitSystem
from verify.verdicts import ClaimAudit, Result

D = Derivative
m, k, omega, rho, g, G, M, c = (
    symbol(n, n, n, DIMENSIONLESS, positive=True) for n in ["m", "k", "omega", "rho", "g", "G", "M", "c"]
)
t, s, X, Y = (symbol(n, n, n, DIMENSIONLESS, real=True) for n in "tsXY")


def of(name: str, *variables: Any, **kind: bool) -> Any:
    return function(name, name, name, DIMENSIONLESS, variables=variables, **(kind or {"real": True}))


x, y = of("x", t)(t), of("y", t)(t)
r = of("r", t, positive=True)(t)
phi = of("phi", t)(t)
v, p, h = of("v", s)(s), of("p", s)(s), of("h", s)(s)
V, W = of("V", X), of("W", X)
SPRING = [(m * D(x, t, 2), -k * x)]
PENDULUM = [(D(x, t, 2), -(omega**2) * sin(x))]
ANY_FORCE = [(m * D(x, t, 2), -D(V(x), x))]
AT_A_PLACE = [(m * D(x, t, 2), -Subs(D(V(X), X), X, x))]
CENTRAL = [(D(x, t, 2), -k * x), (D(y, t, 2), -k * y)]
KEPLER = [(D(r, t, 2), r * D(phi, t) ** 2 - G * M / r**2), (r * D(phi, t, 2), -2 * D(r, t) * D(phi, t))]
EULER = [(rho * v * D(v, s), -D(p, s) - rho * g * D(h, s))]


def asked(quantity: Any, variable: Any, premises: Any) -> ClaimAudit:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    by = follows_from(*(steps.given(paper, *premise) for premise in premises))
    return judge_claim(paper, paper.claim("9", constant_along(quantity, variable), where="I", printed="words", by=by))


@pytest.mark.parametrize(
    ("quantity", "variable", "premises"),
    [
        (m * D(x, t) ** 2 / 2 + k * x**2 / 2, t, SPRING),
        (D(x, t) ** 2 / 2 - omega**2 * cos(x), t, PENDULUM),
        (m * D(x, t) ** 2 / 2 + V(x), t, ANY_FORCE),
        (m * D(x, t) ** 2 / 2 + V(x), t, AT_A_PLACE),
        (V(x) ** 2 + m * V(x) * D(x, t) ** 2 + m**2 * D(x, t) ** 4 / 4, t, ANY_FORCE),
        (x * D(y, t) - y * D(x, t), t, CENTRAL),
        (r**2 * D(phi, t), t, KEPLER[1:]),
        (D(r, t) ** 2 / 2 + r**2 * D(phi, t) ** 2 / 2 - G * M / r, t, KEPLER),
        (v**2 / 2 + p / rho + g * h, s, EULER),
    ],
)
def test_it_is_constant(quantity: Any, variable: Any, premises: Any) -> None:
    assert asked(quantity, variable, premises).result in (Result.PASS, Result.PASS_IF)


@pytest.mark.parametrize(
    ("quantity", "variable", "premises"),
    [
        (m * D(x, t) ** 2 / 2 - k * x**2 / 2, t, SPRING),
        (m * D(x, t) ** 2 / 2 + V(x) / 2, t, ANY_FORCE),
        (m * D(x, t) ** 2 / 2 - V(x), t, AT_A_PLACE),
        (x * D(y, t) + y * D(x, t), t, CENTRAL),
        (r * D(phi, t), t, KEPLER[1:]),
        (D(r, t) ** 2 / 2 + r**2 * D(phi, t) ** 2 / 2 + G * M / r, t, KEPLER),
        (v**2 + p / rho + g * h, s, EULER),
    ],
)
def test_it_changes_along_a_solution(quantity: Any, variable: Any, premises: Any) -> None:
    assert asked(quantity, variable, premises).result is Result.FAIL


@pytest.mark.parametrize(
    ("quantity", "premises"),
    [
        (m * D(x, t) ** 2 / 2 + W(x), ANY_FORCE),  # another function, which no premise speaks of
        (V(x) + V(y), [(D(x, t), -D(y, t))]),  # one function at two places
        (D(x, t), [(V(x), c)]),  # a level may be reached at one place, or V be constant
        (V(x), [(V(x), c * x), (D(x, t), x)]),  # what a premise says of V on the way
        (V(2 * x), ANY_FORCE),
    ],
)
def test_it_is_left_open(quantity: Any, premises: Any) -> None:
    assert asked(quantity, t, premises).result is not Result.PASS
    assert asked(quantity, t, premises).result is Result.OPEN or premises[0][0] == V(x)


def test_bad_input_is_refused() -> None:
    with pytest.raises(ClaimError, match="has no function of t"):
        constant_along(m * c**2, t)
    with pytest.raises(ClaimError, match="expected a symbol"):
        constant_along(x, x)
    with pytest.raises(ClaimError, match="may jump"):
        constant_along(sign(x), t)
    assert constant_along(Abs(x) + log(r) * Rational(1, 2), t)
