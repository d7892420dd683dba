"""Hirsch VII: what the audit says, and second routes that use nothing of `verify`."""

from __future__ import annotations

import math
from collections.abc import Callable

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

PASSES = {"38-speed", "40-direction", "43"}
PASSES_IF = {"38", "38-cancel", "38-circulation", "41-velocity", "42", "42-stop", "42-Hc1", "Fig6"}
FAILS = {"37", "41", "41-field-gradient"}
GIVENS = {"39", "40"}

CHARGE, MASS, LIGHT, HBAR = -1.3, 0.7, 2.1, 0.9
DENSITY = 0.4
DEPTH = math.sqrt(MASS * LIGHT**2 / (4 * math.pi * DENSITY * CHARGE**2))
MAGNETON = CHARGE * HBAR / (2 * MASS * LIGHT)
SPIN_CURRENT = HBAR / (4 * MASS * DEPTH)


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


def test_results(audit: dict[str, ClaimAudit]) -> None:
    found = {label: audit[label].result for label in PASSES | PASSES_IF | FAILS | GIVENS}
    assert {label for label, result in found.items() if result is Result.PASS} == PASSES
    assert {label for label, result in found.items() if result is Result.PASS_IF} == PASSES_IF
    assert {label for label, result in found.items() if result is Result.FAIL} == FAILS
    assert {label for label, result in found.items() if result is Result.GIVEN} == GIVENS
    assert {audit[label].result for label in ("VII-history", "VII-spin-needed", "41-independent")} == {Result.PROSE}


def azimuthal_velocity(background: float, spin: int) -> tuple[float, float]:
    """The equation of motion of an orbit that starts small, step by step: the radius and the azimuthal velocity at its end.

    The moment μ = μ_B σ moves in the field 2πρr; the force is (1/c) v × curl ½(μ × E), Thomas's half included, and a force
    along the radius drives the expansion.
    """
    step = 1e-4
    x, y, v_x, v_y = 1e-3, 0.0, 1.0, 0.0
    effective = 2 * math.pi * background * MAGNETON * spin / LIGHT

    def rates(at: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        px, py, ux, uy = at
        distance = math.hypot(px, py)
        push = 0.3 / distance
        return ux, uy, (effective * uy + push * px) / MASS, (-effective * ux + push * py) / MASS

    at = (x, y, v_x, v_y)
    for _ in range(20_000):
        k1 = rates(at)
        k2 = rates(tuple(a + step / 2 * k for a, k in zip(at, k1, strict=True)))  # type: ignore[arg-type]
        k3 = rates(tuple(a + step / 2 * k for a, k in zip(at, k2, strict=True)))  # type: ignore[arg-type]
        k4 = rates(tuple(a + step * k for a, k in zip(at, k3, strict=True)))  # type: ignore[arg-type]
        at = tuple(  # type: ignore[assignment]
            a + step / 6 * (p + 2 * q + 2 * s + u) for a, p, q, s, u in zip(at, k1, k2, k3, k4, strict=True)
        )
    px, py, ux, uy = at
    distance = math.hypot(px, py)
    return distance, (px * uy - py * ux) / distance


@pytest.mark.parametrize("spin", [1, -1])
def test_the_background_of_the_ions_turns_electrons_the_other_way(audit: dict[str, ClaimAudit], spin: int) -> None:
    radius, found = azimuthal_velocity(abs(CHARGE) * DENSITY, spin)
    printed = -math.pi * CHARGE * DENSITY * MAGNETON / (MASS * LIGHT) * spin * radius
    assert math.isclose(found, -printed, rel_tol=1e-3)
    at, of_holes = azimuthal_velocity(CHARGE * DENSITY, spin)
    in_print = -math.pi * CHARGE * DENSITY * MAGNETON / (MASS * LIGHT) * spin * at
    assert math.isclose(of_holes, in_print, rel_tol=1e-3)
    assert math.copysign(1, in_print) == math.copysign(1, printed)
    assert audit["37"].result is Result.FAIL
    assert audit["37"].readings[1].name == "background"
    assert audit["37"].readings[1].outcome.holds


def test_what_rests_on_37_takes_the_other_background(audit: dict[str, ClaimAudit]) -> None:
    """(38) and its directions need it; the speed, the field that stops the current and the comparison with (70) do not."""
    for label in ("38", "38-circulation", "Fig6"):
        assert {inherited.label for inherited in audit[label].inherits} == {"37"}, label
    for label in ("38-speed", "42", "42-stop", "43", "70-vs-38", "73-to-38"):
        assert "37" not in {inherited.label for inherited in audit[label].inherits}, label
    assert not any("as printed" in condition for label in ("38", "Fig6") for condition in audit[label].conditions)


@pytest.mark.parametrize("background", [CHARGE * DENSITY, -CHARGE * DENSITY])
def test_the_field_42_stops_one_component_in_either_background(background: float) -> None:
    """The velocities of both spins at 2λ from the field of the background, and the Meissner current of (44) in the field (42)."""
    field = -HBAR * LIGHT / (4 * CHARGE * DEPTH**2)
    meissner = -CHARGE * DEPTH * field / (MASS * LIGHT)
    up, down = (
        -CHARGE * HBAR / (4 * MASS**2 * LIGHT**2) * spin * 2 * math.pi * background * 2 * DEPTH for spin in (1, -1)
    )
    assert math.isclose(up, -down)
    assert math.isclose(abs(up), SPIN_CURRENT)
    assert min(abs(meissner + up), abs(meissner + down)) < 1e-12


def test_67_of_the_page_has_the_direction_of_the_second_route() -> None:
    field = 2 * math.pi * abs(CHARGE) * DENSITY * 2 * DEPTH
    assert math.isclose(-CHARGE * HBAR / (4 * MASS**2 * LIGHT**2) * field, SPIN_CURRENT, rel_tol=1e-12)


@pytest.mark.parametrize("spin", [1, -1])
def test_forces_that_are_equal_do_not_compensate_each_other(audit: dict[str, ClaimAudit], spin: int) -> None:
    field, gradient = 1.7, 1.7 / (2 * DEPTH)
    on_moment = MAGNETON * spin * gradient
    velocity = -SPIN_CURRENT * spin
    lorentz = CHARGE / LIGHT * velocity * field
    assert abs(lorentz + on_moment) < 1e-12 < abs(lorentz - on_moment)
    assert audit["41"].result is Result.FAIL
    assert audit["41-velocity"].readings[0].outcome.holds


def test_the_gradient_of_londons_field(audit: dict[str, ClaimAudit]) -> None:
    """The exact field in a cylinder, I_0(r/λ): its slope at the surface over B/λ, for radii of 10 to 10⁴ penetration depths."""
    slopes = [mpmath.besseli(1, size) / mpmath.besseli(0, size) for size in (10, 100, 10_000)]
    assert all(mpmath.mpf("0.94") < slope < 1 for slope in slopes)
    assert abs(slopes[-1] - 1) < mpmath.mpf("1e-4")
    assert audit["41-field-gradient"].result is Result.FAIL


def test_with_londons_gradient_the_velocity_is_twice_that_of_38() -> None:
    velocity = -MAGNETON / DEPTH * LIGHT / CHARGE
    assert math.isclose(abs(velocity), 2 * SPIN_CURRENT, rel_tol=1e-12)


def test_the_directions_of_figure_6(audit: dict[str, ClaimAudit]) -> None:
    for spin, lorentz_inward in ((-1, True), (1, False)):
        velocity = -SPIN_CURRENT * spin
        assert (CHARGE / LIGHT * velocity < 0) is lorentz_inward
        assert (MAGNETON * spin > 0) is lorentz_inward
    assert audit["Fig6"].readings[0].outcome.holds


def test_the_lower_critical_field_has_a_logarithm(audit: dict[str, ClaimAudit]) -> None:
    quantum = 2 * math.pi * HBAR * LIGHT / (2 * abs(CHARGE))
    stopping = -HBAR * LIGHT / (4 * CHARGE * DEPTH**2)
    assert math.isclose(stopping, quantum / (4 * math.pi * DEPTH**2), rel_tol=1e-12)
    assert math.isclose(-CHARGE * DEPTH * stopping / (MASS * LIGHT), SPIN_CURRENT, rel_tol=1e-12)
    assert audit["42-Hc1"].readings[0].outcome is Outcome.REFUTED
    assert audit["42-Hc1"].readings[1].outcome.holds
