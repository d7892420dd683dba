"""Induction over the upper limit of sums: poles of a term excuse a step, nothing else does."""

from __future__ import annotations

import pytest
import sympy as sp

from verify.exact import prove_equal
from verify.sums import _is_pole_of_a_term

i, N = sp.symbols("i N", integer=True, nonnegative=True)
a, b, r = sp.symbols("a b r", positive=True)
own, other = a ** sp.Mod(i, 2), a ** sp.Mod(i + 1, 2)
force = own / (2 * i * b + r) ** 2 - other / (2 * (i + 1) * b - r) ** 2
times_r = r * own / (2 * i * b + r) ** 2 - r * other / (2 * (i + 1) * b - r) ** 2


def total(summand: sp.Expr, low: int = 0) -> sp.Sum:
    return sp.Sum(summand, (i, low, N))


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (total(times_r), r * total(force)),
        (total(a / (i - r)), a * total(1 / (i - r))),
        (total(1 / (i - r) - 1 / (i + 1 - r)), -1 / r - 1 / (N + 1 - r)),
        (total(1 / (b - i * r) ** 2, 1) + total(i, 1), total(1 / (b - i * r) ** 2 + i, 1)),
    ],
)
def test_a_term_with_a_pole_breaks_no_chain(lhs: sp.Expr, rhs: sp.Expr) -> None:
    """Wherever a term is undefined the whole sum is, and the equation says nothing."""
    proof = prove_equal(lhs, rhs)
    assert proof is not None
    assert proof.method == "induction"


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (total(times_r), r * total(force) + r / (N * b + r)),
        (total(times_r), b * total(force)),
        (total(a / (i - r)), a * total(1 / (i - r), 1)),
        (total(a / (i - r)), a * total(1 / (i - r)) + sp.KroneckerDelta(N, 3)),
        (total(a / (i - r)), a * total(1 / (i - r)) + sp.Mod(N, 2)),
        (total(own / (i - r)), a * total(1 / (i - r))),
    ],
)
def test_a_false_sum_is_not_proved(lhs: sp.Expr, rhs: sp.Expr) -> None:
    assert prove_equal(lhs, rhs) is None


def test_only_a_divisor_of_the_summand_excuses_a_step() -> None:
    here = sp.Dummy("h", integer=True, nonnegative=True)
    pole = here - r
    assert _is_pole_of_a_term(pole, [total(1 / (i - r))], here)
    assert _is_pole_of_a_term(-pole, [total(a / (i - r) ** 2)], here)
    assert _is_pole_of_a_term(pole, [total(i), total(1 / (i - r))], here)
    assert not _is_pole_of_a_term(pole, [total(i - r)], here)
    assert not _is_pole_of_a_term(pole, [total(1 / (i - a))], here)
    assert not _is_pole_of_a_term(pole, [total(1 / ((i - r) ** 2 + 1))], here)


@pytest.mark.parametrize(
    "hidden",
    [
        sp.Piecewise((1 / (i - r), i > 2), (0, True)),
        sp.KroneckerDelta(i, 2) / (i - r),
        sp.Max(1 / (i - r), 0),
        sp.Heaviside(i - 2) / (i - r),
    ],
)
def test_a_divisor_behind_a_switch_excuses_nothing(hidden: sp.Expr) -> None:
    here = sp.Dummy("h", integer=True, nonnegative=True)
    assert not _is_pole_of_a_term(here - r, [total(hidden)], here)
