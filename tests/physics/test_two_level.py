"""`derivations.physics.two_level`: populations and fields by hand and by mpmath, and wrong lines that must not pass."""

from __future__ import annotations

from typing import Any

import mpmath
import pytest
from sympy import Rational, exp, pi

from derivations.physics.two_level import (
    boltzmann_populations,
    boltzmann_probability,
    energy_in_field,
    excited_population,
    gap_in_field,
    ground_population,
    moving_charge_field,
)
from verify.claims import ClaimError, equal, less, symbol, triple
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

gap, T, k_B, mu, B, q, v, r, mu_0 = (
    symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("gap", "T", "k_B", "mu", "B", "q", "v", "r", "mu_0")
)
P = excited_population(gap, T, k_B=k_B)


def holds(statements: tuple[Any, ...]) -> bool:
    found = {KINDS[type(s)].check(s, Facts((), ()), Settings()).outcome for s in statements}
    return found == {Outcome.PROVED}


def test_the_two_populations() -> None:
    lower = ground_population(gap, T, k_B=k_B)
    assert holds(boltzmann_populations(lower, P, gap, T, k_B=k_B))
    assert not holds(boltzmann_populations(P, lower, gap, T, k_B=k_B))
    low = P.subs(gap, k_B * T / 10)
    assert holds(less(low, Rational(1, 2)))
    assert not holds(less(low, Rational(1, 3)))


def test_three_lower_states_for_each_upper_one() -> None:
    """Equal weights of four states at gap zero: one quarter."""
    assert excited_population(0, T, k_B=k_B, ratio=3) == Rational(1, 4)
    assert holds(
        boltzmann_populations(
            ground_population(gap, T, k_B=k_B, ratio=3),
            excited_population(gap, T, k_B=k_B, ratio=3),
            gap,
            T,
            k_B=k_B,
            ratio=3,
        )
    )


def test_four_states_in_two_pairs_are_two_levels() -> None:
    pair = 2 * boltzmann_probability(gap / 2, T, gap / 2, -gap / 2, -gap / 2, k_B=k_B)
    assert holds(equal(pair, P))
    assert not holds(equal(pair / 2, P))


def test_a_number() -> None:
    """k_B T = gap: 1/(1 + e), by mpmath."""
    assert mpmath.almosteq(mpmath.mpf(str(P.subs({gap: 1, T: 1, k_B: 1}).evalf(20))), 1 / (1 + mpmath.e), 1e-15)
    assert P.subs({gap: 1, T: 1, k_B: 1}) == 1 / (1 + exp(1))


def test_parallel_is_low_and_the_gap_is_the_difference() -> None:
    up, down, field = triple(0, 0, mu), triple(0, 0, -mu), triple(0, 0, B)
    assert energy_in_field(up, field) == -mu * B
    assert energy_in_field(down, field) - energy_in_field(up, field) == gap_in_field(mu, B)


def test_the_field_of_a_moving_charge() -> None:
    """A charge at the origin that moves along y: at (r, 0, 0) its field points down, at (−r, 0, 0) up, ahead of it there is none."""
    motion = triple(0, v, 0)
    size = mu_0 * q * v / (4 * pi * r**2)
    assert moving_charge_field(q, motion, triple(r, 0, 0), mu_0=mu_0) == (0, 0, -size)
    assert moving_charge_field(q, motion, triple(-r, 0, 0), mu_0=mu_0) == (0, 0, size)
    assert moving_charge_field(q, motion, triple(0, r, 0), mu_0=mu_0) == (0, 0, 0)


def test_bad_input() -> None:
    with pytest.raises(ClaimError, match="temperature above zero"):
        excited_population(gap, 0, k_B=k_B)
    with pytest.raises(ClaimError, match="ratio=0"):
        excited_population(gap, T, k_B=k_B, ratio=0)
    with pytest.raises(ClaimError, match="no other state"):
        boltzmann_probability(gap, T, k_B=k_B)
    with pytest.raises(ClaimError, match="separation is zero"):
        moving_charge_field(q, triple(0, v, 0), triple(0, 0, 0), mu_0=mu_0)
