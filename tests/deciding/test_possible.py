"""A proof provided that something holds, which the conditions of the line exclude, is none."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Piecewise, Sum, im, log, oo, re, sqrt

from tests.common.examples import examples
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x, b = sp.symbols("x b", real=True)
k = sp.Symbol("k", integer=True)
z = sp.Symbol("z")
EXCLUDED = [
    (sp.Max(z, 1), im(z) > 1),
    (sp.Heaviside(z), im(z) > 1),
    (sp.atan2(z, 1), im(z) < -2),
    (Piecewise((1, z > 2), (2, True)), im(z) > 1),
    (Piecewise((1, sqrt(x) > 2), (2, True)), x < 0),
    (Piecewise((1, log(x) > 2), (2, True)), x < -1),
    (Sum(b**k, (k, 0, oo)), b > 2),
]
LINES: list[Any] = [
    lambda e: (2 * e, e + e / 1),
    lambda e: (sp.sin(e) ** 2 + sp.cos(e) ** 2, sp.S.One),
    lambda e: (e, e),
    lambda e: ((e + 1) ** 2, e**2 + 2 * e + 1),
]


@settings(max_examples=examples(40))
@given(st.sampled_from(EXCLUDED), st.sampled_from(LINES), st.sampled_from(("==", "<=", ">=")))
def test_what_the_conditions_exclude_proves_nothing(part: tuple[Any, Any], line: Any, rel: str) -> None:
    lhs, rhs = line(part[0])
    assert decide(lhs, rhs, Domain.of(lhs, rhs, (part[1],)), rel).outcome is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("part", "where"),
    [(sp.Max(z, 1), re(z) > 1), (Sum(b**k, (k, 0, oo)), b > 0), (sp.Heaviside(z), sp.Ne(z, 1))],
    ids=str,
)
def test_what_they_leave_possible_is_told(part: Any, where: Any) -> None:
    found = decide(2 * part, part + part, Domain.of(part, part, (where,)))
    assert found.outcome is Outcome.PROVED
    assert found.evidence.conditions
