"""Of what is defined nowhere on its domain nothing is proved: at one point all must be met that a line needs."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import (
    Abs,
    Eq,
    Heaviside,
    Integral,
    Max,
    Piecewise,
    Sum,
    acosh,
    asin,
    besselk,
    cos,
    exp,
    gamma,
    li,
    log,
    oo,
    pi,
    sin,
    tan,
)

from verify.deciding.decide import decide
from verify.deciding.somewhere import is_somewhere_defined
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, y, s = sp.symbols("x y s", real=True)
p, q = sp.symbols("p q", positive=True)
n, m, k = sp.symbols("n m k", integer=True)
N = sp.Symbol("N", integer=True, positive=True)
z = sp.Symbol("z")
f = sp.Function("f", real=True)
ONE = sin(p) ** 2 + cos(p) ** 2
HIDDEN = (x + y) ** 2 - x**2 - 2 * x * y - y**2
"""Zero everywhere."""

NOWHERE: list[tuple[Any, tuple[Any, ...]]] = [
    (1 / HIDDEN, ()),
    (log(HIDDEN), ()),
    (besselk(0, HIDDEN), ()),
    (li(1 + HIDDEN), ()),
    (1 / (x - y), (Eq(x, y),)),
    ((x - y) ** -2, (x <= y, x >= y)),
    (1 / y**2, (Eq(y, 0),)),
    (tan(pi * n / 2) + sp.cot(pi * n / 2), ()),
    (gamma(n) + gamma(1 - n), ()),
    (1 / Max(x, 0) + 1 / Max(-x, 0), ()),
    (log(x + Abs(x)) + log(Abs(x) - x), ()),
    (1 / Heaviside(x) + 1 / Heaviside(-x), ()),
    (Piecewise((1, p > 2)), (p < 1,)),
    (Piecewise((1, x > 0)) + Piecewise((1, x < 0)), ()),
    (sp.hermite(n, x), (n < 0,)),
    (1 / Sum(k, (k, -N, N)), ()),
    (Sum(1 / k, (k, n, m)), (n < 0, m > 0)),
    (Sum(x**k, (k, 0, oo)), (x > 1,)),
    (Sum(k**-x, (k, 1, oo)), (x < 1,)),
    (Integral(exp(-x * s), (s, 0, oo)), (x < 0,)),
    (1 / (Abs(p * f(x)) - p * Abs(f(x))), ()),
]
NOT_REAL: list[tuple[Any, tuple[Any, ...]]] = [
    (asin(p + 1), ()),
    (acosh(cos(x) - 1), ()),
    (asin(x), (x > 2,)),
    (besselk(1, -p), ()),
    (sp.atanh(p + 1), ()),
]
SOMEWHERE: list[tuple[Any, tuple[Any, ...]]] = [
    (1 / (x - y), ()),
    (log(x) + log(p - x), ()),
    (gamma(n), ()),
    (1 / Max(x, 0), ()),
    (Max(z, 1), ()),
    (1 / f(x), ()),
    (1 / sp.Derivative(f(x), x), ()),
    (1 / Integral(f(s), (s, 0, p)), ()),
    (Sum(x**k, (k, 0, oo)), ()),
    (Piecewise((1, x > 0)), ()),
]


@pytest.mark.parametrize(("part", "conditions"), NOWHERE, ids=str)
@pytest.mark.parametrize("rel", ["==", "<", "!="])
def test_nothing_is_proved_of_what_is_defined_nowhere(part: Any, conditions: tuple[Any, ...], rel: str) -> None:
    left, right = (ONE * part, part) if rel == "==" else (part, part + 1)
    assert decide(left, right, Domain.of(left, right, conditions), rel).outcome is not Outcome.PROVED


@pytest.mark.parametrize(("part", "conditions"), NOT_REAL, ids=str)
def test_no_order_is_proved_of_what_is_real_nowhere(part: Any, conditions: tuple[Any, ...]) -> None:
    assert decide(part + 1, part, Domain.of(part, part, conditions), ">").outcome is not Outcome.PROVED


@pytest.mark.parametrize(("part", "conditions"), SOMEWHERE, ids=str)
def test_what_is_defined_somewhere_is_proved_under_its_conditions(part: Any, conditions: tuple[Any, ...]) -> None:
    left = ONE * part
    assert decide(left, part, Domain.of(left, part, conditions), "==").outcome is Outcome.PROVED


def test_needs_are_asked_together() -> None:
    domain = Domain((x,), ())
    assert is_somewhere_defined([Max(x, 0)], domain)
    assert is_somewhere_defined([Max(-x, 0)], domain)
    assert not is_somewhere_defined([Max(x, 0), Max(-x, 0)], domain)


def test_conditions_narrow_the_domain() -> None:
    domain = Domain((x,), (x > 2,))
    assert is_somewhere_defined([x - 3], domain, also=[x < 4])
    assert not is_somewhere_defined([x - 3], domain, also=[x < 1])
