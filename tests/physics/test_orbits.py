"""Orbits and moments: hand-worked cases, and false lines that must not pass."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import cos, diff, pi, sin

from derivations.physics.orbits import (
    gradient_force,
    lorentz_force,
    orbit_directions,
    orbital_moment,
    spin_moment,
    spin_orbit_momentum,
)
from verify.claims import ClaimError, components_equal, cross, dot, scaled, symbol, triple
from verify.deciding.settings import Settings
from verify.judging.verdict_on import judge
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading

q, v, B, E, s, x, y, z, angle = (
    symbol(k, k, k, DIMENSIONLESS, real=True) for k in ["q", "v", "B", "E", "s", "x", "y", "z", "angle"]
)
m, c, h, r = (symbol(k, k, k, DIMENSIONLESS, positive=True) for k in ["m", "c", "h", "r"])
UP, AROUND, OUT = triple(0, 0, 1), triple(0, 1, 0), triple(1, 0, 0)


def outcome(left: Any, right: Any) -> Outcome:
    return judge(Reading("as printed", components_equal(left, right)), Settings()).outcome


def test_a_negative_charge_that_turns_counterclockwise_is_pulled_inward() -> None:
    force = lorentz_force(q, scaled(v, AROUND), scaled(B, UP), c=c)
    assert outcome(force, scaled(q * v * B / c, OUT)) is Outcome.PROVED
    assert force[0].subs({q: -1, v: 1, B: 1, c: 1}) == -1


def test_the_lorentz_force_with_the_wrong_sign_is_refuted() -> None:
    force = lorentz_force(q, scaled(v, AROUND), scaled(B, UP), c=c)
    assert outcome(force, scaled(-q * v * B / c, OUT)) is Outcome.REFUTED


def test_the_lorentz_force_does_no_work() -> None:
    force = lorentz_force(q, triple(x, y, z), triple(B, E, s), c=c)
    assert dot(force, triple(x, y, z)).expand() == 0


def test_the_moment_of_an_orbit_is_its_current_times_its_area() -> None:
    current, area = q * v / (2 * pi * r), pi * r**2
    assert outcome(orbital_moment(q, scaled(r, OUT), scaled(v, AROUND), c=c), scaled(current * area / c, UP)) is (
        Outcome.PROVED
    )


def test_the_moment_of_an_orbit_without_the_half_is_refuted() -> None:
    assert outcome(orbital_moment(q, scaled(r, OUT), scaled(v, AROUND), c=c), scaled(q * r * v / c, UP)) is (
        Outcome.REFUTED
    )


def test_a_spin_has_twice_the_moment_of_an_orbit_with_its_angular_momentum() -> None:
    orbit = orbital_moment(q, scaled(r, OUT), scaled(h / 2 / (m * r), AROUND), c=c)
    assert outcome(spin_moment(q, m, UP, hbar=h, c=c), scaled(2, orbit)) is Outcome.PROVED
    assert outcome(spin_moment(q, m, UP, hbar=h, c=c), orbit) is Outcome.REFUTED


def test_the_force_on_a_moment_is_that_of_its_two_poles() -> None:
    field = triple(0, 0, B * x**2 + E * y * z)
    assert gradient_force(triple(0, 0, s), field, x, y, z) == (2 * B * s * x, E * s * z, E * s * y)
    assert outcome(gradient_force(triple(0, 0, s), field, x, y, z), (-2 * B * s * x, -E * s * z, -E * s * y)) is (
        Outcome.REFUTED
    )


def test_spin_orbit_momentum_is_the_vector_potential_of_hirsch_and_of_textbooks() -> None:
    field = triple(E, B, 0)
    potential = scaled(h / (4 * m * c), cross(UP, field))
    moment = spin_moment(q, m, UP, hbar=h, c=c)
    assert outcome(spin_orbit_momentum(moment, field, c=c), scaled(q / c, potential)) is Outcome.PROVED
    assert outcome(spin_orbit_momentum(moment, field, c=c), scaled(-q / c, potential)) is Outcome.REFUTED


def test_spin_orbit_momentum_follows_from_the_energy_of_a_moving_moment() -> None:
    """L = −(1/2c) μ·(v × E): its derivative by the velocity is what is added to m v."""
    moment, velocity, field = triple(0, 0, s), triple(x, y, z), triple(E, B, q)
    energy = dot(moment, cross(velocity, field)) / (2 * c)
    added = spin_orbit_momentum(moment, field, c=c)
    assert all((diff(-energy, axis) - part).expand() == 0 for axis, part in zip(velocity, added, strict=True))


def test_directions_of_an_orbit() -> None:
    out, along = orbit_directions(angle)
    assert (out, along) == ((cos(angle), sin(angle), 0), (-sin(angle), cos(angle), 0))
    assert outcome(cross(out, along), UP) is Outcome.PROVED


@pytest.mark.parametrize(
    "make",
    [
        lambda: lorentz_force(q, OUT, UP, c=0),
        lambda: orbital_moment(q, OUT, UP, c=0),
        lambda: spin_moment(q, 0, UP, hbar=h, c=c),
        lambda: spin_orbit_momentum(UP, OUT, c=0),
        lambda: lorentz_force(q, (1, 2), UP, c=c),
        lambda: gradient_force(scaled(x, UP), scaled(x, UP), x, y, z),
        lambda: gradient_force(scaled(s, UP), scaled(B, UP), x, y, z),
        lambda: gradient_force(scaled(s, UP), scaled(x, OUT), x, y, z),
        lambda: gradient_force(scaled(s, UP), scaled(x, UP), x, y),
        lambda: gradient_force(scaled(s, UP), scaled(x, UP), x, x, y),
    ],
)
def test_bad_input_is_refused(make: Any) -> None:
    with pytest.raises(ClaimError):
        make()
