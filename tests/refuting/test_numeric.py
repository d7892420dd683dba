"""Numbers beside what no ball encloses: told, with a point, and never a verdict."""

from __future__ import annotations

import pytest
import sympy as sp

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.refuting.numeric import told_by_numbers
from verify.verdicts import Outcome

x = sp.Symbol("x", positive=True)
EXPONENTIAL = sp.meijerg([[], []], [[0], []], x)


@pytest.mark.parametrize(
    ("lhs", "rhs", "told"),
    [
        (EXPONENTIAL, sp.exp(-x), "numerically equal to 50 digits at 8 points"),
        (EXPONENTIAL, sp.exp(-2 * x), "numerically different: 0.135335 against 0.0183156 at x = 2"),
        (sp.stieltjes(0), sp.EulerGamma, "numerically equal to 50 digits"),
        (sp.stieltjes(1), sp.S.Zero, "numerically different: -0.0728158 against 0.0"),
    ],
    ids=str,
)
def test_what_is_told_decides_nothing(lhs: sp.Expr, rhs: sp.Expr, told: str) -> None:
    found = decide(lhs, rhs, Domain.of(lhs, rhs, ()))
    assert found.outcome is Outcome.UNDECIDED
    assert found.evidence.detail.endswith(told)


def test_a_small_difference_is_not_called_equal_nor_different() -> None:
    near = EXPONENTIAL * (1 + sp.Rational(1, 10**20))
    assert told_by_numbers(near, sp.exp(-x), Domain((x,))) is None


def test_what_diverges_has_no_numbers() -> None:
    t = sp.Symbol("t", real=True)
    divergent = sp.Integral(sp.exp(x * t), (t, 0, sp.oo))
    assert told_by_numbers(divergent, -1 / x, Domain((x,))) is None
    convergent = sp.Integral(sp.exp(-x * t), (t, 0, sp.oo))
    assert told_by_numbers(convergent, 1 / x, Domain((x,))) is not None


def test_what_cannot_be_computed_is_not_told() -> None:
    assert told_by_numbers(sp.Function("f")(x), x, Domain((x,))) is None
    assert told_by_numbers(sp.Add(*(sp.stieltjes(k) * x**k for k in range(60))), x, Domain((x,))) is None
