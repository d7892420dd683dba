"""Numbers beside what no ball encloses: told, with a point, and never a verdict."""

from __future__ import annotations

import pytest
import sympy as sp

from verify.deciding.decide import decide
from verify.deciding.finding import undecided
from verify.points.domain import Domain
from verify.refuting.numeric import told_by_numbers
from verify.verdicts import NUMBERS_AGREE, NUMBERS_DIFFER, Grade, Outcome

x, t = sp.symbols("x t", positive=True)
k = sp.Symbol("k", integer=True, positive=True)
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
    assert (found.outcome, found.grade) == (Outcome.UNDECIDED, Grade.NUMERIC)
    assert found.evidence.method == (NUMBERS_DIFFER if "different" in told else NUMBERS_AGREE)
    assert found.evidence.detail.endswith(told)


@pytest.mark.parametrize(
    ("lhs", "rhs", "told"),
    [
        (sp.Integral(sp.log(1 + sp.exp(-t)), (t, 0, sp.oo)), sp.pi**2 / 12, "numerically equal to 50 digits"),
        (sp.Integral(sp.log(sp.sin(t)), (t, 0, 1)), sp.S.One, "numerically different: -1.05672 against 1.0"),
        (
            sp.Integral(sp.exp(-t) / (x + t), (t, 0, sp.oo)),
            2 / x,
            "numerically different: 0.361329 against 1.0 at x = 2",
        ),
        (sp.Sum(sp.zeta(2 * k) / 4**k, (k, 1, sp.oo)), sp.Rational(1, 2), "numerically equal to 50 digits"),
    ],
    ids=str,
)
def test_integrals_and_sums(lhs: sp.Expr, rhs: sp.Expr, told: str) -> None:
    found = told_by_numbers(lhs, rhs, Domain(tuple(lhs.free_symbols | rhs.free_symbols)))
    assert found is not None
    assert found.told == told


@pytest.mark.parametrize(
    "divergent",
    [
        sp.Integral(1 / t, (t, 0, 1)),
        sp.Integral(1 / t, (t, 1, sp.oo)),
        sp.Integral(sp.sign(t - sp.Rational(1, 3)), (t, 0, 1)),
        sp.Integral(sp.cos(t), (t, 0, sp.oo)),
        sp.Sum((-1) ** k, (k, 1, sp.oo)),
        sp.Sum(1 / k, (k, 1, sp.oo)),
        sp.Product(1 + 1 / k, (k, 1, sp.oo)),
    ],
    ids=str,
)
def test_what_quadrature_does_not_see_has_no_numbers(divergent: sp.Expr) -> None:
    assert told_by_numbers(divergent, sp.S.One, Domain(())) is None


def test_numbers_say_nothing_off_the_premises() -> None:
    told = decide(sp.stieltjes(1), sp.S.Zero, Domain(()))
    assert told.grade is Grade.NUMERIC
    alone = told.without_numbers()
    assert alone == undecided(told.reason)
    assert told.evidence.detail.startswith(f"{told.reason}; ")
    assert alone.without_numbers() is alone


def test_a_small_difference_is_not_called_equal_nor_different() -> None:
    near = EXPONENTIAL * (1 + sp.Rational(1, 10**20))
    assert told_by_numbers(near, sp.exp(-x), Domain((x,))) is None


def test_what_diverges_has_no_numbers() -> None:
    divergent = sp.Integral(sp.exp(x * t), (t, 0, sp.oo))
    assert told_by_numbers(divergent, -1 / x, Domain((x,))) is None
    convergent = sp.Integral(sp.exp(-x * t), (t, 0, sp.oo))
    assert told_by_numbers(convergent, 1 / x, Domain((x,))) is not None


def test_what_cannot_be_computed_is_not_told() -> None:
    assert told_by_numbers(sp.Function("f")(x), x, Domain((x,))) is None
    assert told_by_numbers(sp.Add(*(sp.stieltjes(k) * x**k for k in range(60))), x, Domain((x,))) is None
