"""A factor of an integrand without the variable of integration may vanish, and then the integral does not exist."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Integral, floor, log, sqrt

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

t = sp.Symbol("t", real=True)
p = sp.Symbol("p", positive=True)
n = sp.Symbol("n", integer=True)


def told(integrand: Any) -> tuple[Outcome, tuple[str, ...]]:
    part = Integral(integrand, (t, 1, 2))
    lhs, rhs = (p + 1) * part, p * part + part
    finding = decide(lhs, rhs, Domain.of(lhs, rhs), quick=True)
    return finding.outcome, finding.evidence.conditions


@pytest.mark.parametrize(
    "integrand", [log(n * t), log(floor(p) * t), 1 / sqrt(t * floor(p)), abs(t * floor(p)) ** -1], ids=str
)
def test_it_may_vanish(integrand: Any) -> None:
    outcome, conditions = told(integrand)
    assert outcome is Outcome.UNDECIDED or conditions


def test_it_cannot_vanish() -> None:
    assert told(log(p * t)) == (Outcome.PROVED, ())
