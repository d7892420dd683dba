"""That a sum or integral exists is told also where a condition of the line became a letter of the proof."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Integral, Product, Sum

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

k = sp.Symbol("k", integer=True)
N, M = sp.symbols("N M", integer=True, positive=True)
r, R, t = sp.symbols("r R t", positive=True)
ZERO = sp.sin(r) ** 2 + sp.cos(r) ** 2 - 1
SUM = Sum(1 / (k - M), (k, 1, N))


@pytest.mark.parametrize("where", [M <= N, M < N], ids=str)
@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [(SUM, Sum(-1 / (M - k), (k, 1, N))), (ZERO * SUM, sp.S.Zero), (ZERO * Product(1 / (k - M), (k, 1, N)), sp.S.Zero)],
    ids=str,
)
def test_a_term_that_is_undefined_throughout_a_condition(where: Any, lhs: Any, rhs: Any) -> None:
    finding = decide(lhs, rhs, Domain.of(lhs, rhs, (where,)), quick=True)
    told = finding.evidence.conditions
    assert finding.outcome is Outcome.UNDECIDED or (
        finding.outcome is Outcome.PROVED and any("exists" in c for c in told)
    )


def test_what_exists_for_certain_in_the_region_is_not_told() -> None:
    integral, value = Integral(1 / (2 * R - t) ** 2, (t, r, R)), 1 / R - 1 / (2 * R - r)
    finding = decide(integral, value, Domain.of(integral, value, (r < R,)), quick=True)
    assert (finding.outcome, finding.evidence.conditions) == (Outcome.PROVED, ())
