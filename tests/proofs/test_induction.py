"""Induction over the upper limit of sums: poles of a term excuse a step, nothing else does."""

from __future__ import annotations

import pytest
import sympy

from verify.proofs.equality import prove_equal
from verify.proofs.sums import _is_pole_of_a_term
from verify.terms.requirements import IsNotAPole

i, N = sympy.symbols("i N", integer=True, nonnegative=True)
a, b, r = sympy.symbols("a b r", positive=True)
own, other = a ** sympy.Mod(i, 2), a ** sympy.Mod(i + 1, 2)
force = own / (2 * i * b + r) ** 2 - other / (2 * (i + 1) * b - r) ** 2
times_r = r * own / (2 * i * b + r) ** 2 - r * other / (2 * (i + 1) * b - r) ** 2


def total(summand: sympy.Expr, low: int = 0) -> sympy.Sum:
    return sympy.Sum(summand, (i, low, N))


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (total(times_r), r * total(force)),
        (total(a / (i - r)), a * total(1 / (i - r))),
        (total(1 / (i - r) - 1 / (i + 1 - r)), -1 / r - 1 / (N + 1 - r)),
        (total(1 / (b - i * r) ** 2, 1) + total(2**i, 1), total(1 / (b - i * r) ** 2 + 2**i, 1)),
    ],
)
def test_a_term_with_a_pole_breaks_no_chain(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
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
        (total(a / (i - r)), a * total(1 / (i - r)) + sympy.KroneckerDelta(N, 3)),
        (total(a / (i - r)), a * total(1 / (i - r)) + sympy.Mod(N, 2)),
        (total(own / (i - r)), a * total(1 / (i - r))),
    ],
)
def test_a_false_sum_is_not_proved(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    assert prove_equal(lhs, rhs) is None


def test_only_a_divisor_of_the_summand_excuses_a_step() -> None:
    here = sympy.Dummy("h", integer=True, nonnegative=True)
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
        sympy.Piecewise((1 / (i - r), i > 2), (0, True)),
        sympy.KroneckerDelta(i, 2) / (i - r),
        sympy.Max(1 / (i - r), 0),
        sympy.Heaviside(i - 2) / (i - r),
    ],
)
def test_a_divisor_behind_a_switch_excuses_nothing(hidden: sympy.Expr) -> None:
    here = sympy.Dummy("h", integer=True, nonnegative=True)
    assert not _is_pole_of_a_term(here - r, [total(hidden)], here)


def test_what_holds_only_off_poles_is_no_divisor_of_a_term() -> None:
    from_one = sympy.Sum(1 / (i + 1), (i, 0, N))
    for requirement in (IsNotAPole(N - 1), IsNotAPole(N + 1)):
        assert not _is_pole_of_a_term(requirement, [from_one], N)
