"""Hirsch IX: what the audit says, and second routes that use nothing of `verify`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

GIVENS = {
    "55",
    "56a",
    "56b",
    "57a",
    "57b",
    "58a",
    "58b",
    "59a",
    "59b",
    "60a",
    "60b",
    "61",
    "63",
    "64a",
    "64b",
    "E0-phi0",
}
PASSES = {
    "57-59", "57-59-0", "55-velocity", "61-deep", "62-dispersion", "62-fields", "62-box", "x.58-59-gauge",
    "62a", "62b", "64-24", "64-25a", "64-25b", "64-26a", "60-61",
}  # fmt: skip
PASSES_IF = {"58-59-covariant", "IX-ref29", "49-30", "x.55-38", "64-26b", "64-secV", "E0-Em"}

CHARGE, MASS, LIGHT, HBAR, DENSITY = map(mpmath.mpf, ("-1.3", "0.7", "2.1", "0.9", "0.4"))
DEPTH = mpmath.sqrt(MASS * LIGHT**2 / (4 * mpmath.pi * DENSITY * CHARGE**2))
SPEED = HBAR / (4 * MASS * DEPTH)
FIELD = -HBAR * LIGHT / (4 * CHARGE * DEPTH**2)
NEAR_SURFACE = CHARGE * DENSITY * SPEED / LIGHT


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


def test_results(audit: dict[str, ClaimAudit]) -> None:
    found = {label: audit[label].result for label in GIVENS | PASSES | PASSES_IF}
    assert {label for label, result in found.items() if result is Result.PASS} == PASSES
    assert {label for label, result in found.items() if result is Result.PASS_IF} == PASSES_IF
    assert {label for label, result in found.items() if result is Result.GIVEN} == GIVENS
    assert audit["IX-ref68"].result is Result.PROSE


Triple = tuple[mpmath.mpf, mpmath.mpf, mpmath.mpf]


def crossed(a: Sequence[mpmath.mpf], b: Sequence[mpmath.mpf]) -> list[mpmath.mpf]:
    return [a[i - 2] * b[i - 1] - a[i - 1] * b[i - 2] for i in range(3)]


def lorentz(vector: Sequence[mpmath.mpf], axis: int, beta: mpmath.mpf) -> list[mpmath.mpf]:
    """(a_0, a_x, a_y, a_z) in a frame that moves along an axis."""
    gamma = 1 / mpmath.sqrt(1 - beta**2)
    found = list(vector)
    found[0], found[axis] = (
        gamma * (vector[0] - beta * vector[axis]),
        gamma * (vector[axis] - beta * vector[0]),
    )
    return found


def moving_fields(
    electric: Sequence[mpmath.mpf], magnetic: Sequence[mpmath.mpf], axis: int, beta: mpmath.mpf
) -> tuple[list[mpmath.mpf], list[mpmath.mpf]]:
    gamma = 1 / mpmath.sqrt(1 - beta**2)
    velocity = [beta if place == axis - 1 else mpmath.mpf(0) for place in range(3)]
    electric_there = [a + b for a, b in zip(electric, crossed(velocity, magnetic), strict=True)]
    magnetic_there = [a - b for a, b in zip(magnetic, crossed(velocity, electric), strict=True)]
    return (
        [electric[k] if k == axis - 1 else gamma * electric_there[k] for k in range(3)],
        [magnetic[k] if k == axis - 1 else gamma * magnetic_there[k] for k in range(3)],
    )


def gap(axis: int, signs: tuple[int, int] = (1, -1)) -> mpmath.mpf:
    """How far (σ×E, −σ·B), boosted, is from the same expressions there, the spin along z boosted as a four-vector."""
    electric, magnetic, spin = ([mpmath.mpf(n) for n in row] for row in ([2, 3, 5], [7, -11, 13], [0, 0, 1]))
    beta = mpmath.mpf("0.6")
    space, time = signs

    def potential(s: Sequence[mpmath.mpf], e: Sequence[mpmath.mpf], b: Sequence[mpmath.mpf]) -> list[mpmath.mpf]:
        return [time * mpmath.fdot(s, b), *(space * part for part in crossed(s, e))]

    there = potential(lorentz([mpmath.mpf(0), *spin], axis, beta)[1:], *moving_fields(electric, magnetic, axis, beta))
    boosted = lorentz(potential(spin, electric, magnetic), axis, beta)
    return max(abs(a - b) for a, b in zip(boosted, there, strict=True))


def test_58_59_keep_their_form_across_the_spin_only(audit: dict[str, ClaimAudit]) -> None:
    assert gap(1) < mpmath.mpf("1e-12") > gap(2)
    assert gap(3) > 1
    assert gap(1, signs=(1, 1)) > 1
    literal, kind = audit["58-59-covariant"].readings[:2]
    assert literal.outcome is Outcome.REFUTED
    assert kind.outcome is Outcome.PROVED


def test_55_gives_the_velocity_38_at_the_surface_of_a_real_cylinder() -> None:
    """E = E_m (r/R − I_1(r/λ)/I_1(R/λ)) r̂, so E − E_0 = −E_m there; with e < 0 the spin +1 turns the other way, −v_σ⁰."""
    difference = -LIGHT / (8 * mpmath.pi * DEPTH**2) * DEPTH * (0 - FIELD)
    velocity = difference / (CHARGE * DENSITY / 2)
    assert mpmath.almosteq(velocity, -SPEED)


def test_61_is_49_with_the_density_of_the_interior() -> None:
    assert mpmath.almosteq(-LIGHT / (CHARGE * DENSITY) * NEAR_SURFACE, -SPEED)
    radius = 1000 * DEPTH
    interior = -2 * DEPTH / radius * NEAR_SURFACE
    assert mpmath.almosteq(2 * mpmath.pi * interior * radius, FIELD)


def test_spin_current_of_61_has_no_net_flow() -> None:
    """J = −(c/2)ρ along σ×r̂, with (61) deep inside and (55) near the surface: ∫ J r dr is that of ρ, zero for R much above λ."""
    size = mpmath.mpf(2000)
    inside = -2 / size * NEAR_SURFACE
    deep = -LIGHT / 2 * inside * size**2 / 2
    layer = -LIGHT / 2 * NEAR_SURFACE * size
    assert abs((deep + layer) / layer) < mpmath.mpf("2e-3")


def test_62_from_the_static_fields_of_a_cylinder() -> None:
    """E − E_0 goes with I_1(r/λ): f'' + f'/r − f/r² = f/λ², and φ − φ_0 with I_0(r/λ): f'' + f'/r = f/λ²."""
    depth, at = mpmath.mpf("0.7"), mpmath.mpf("1.3")

    def along_radius(r: mpmath.mpf) -> mpmath.mpf:
        return mpmath.besseli(1, r / depth)

    def scalar(r: mpmath.mpf) -> mpmath.mpf:
        return mpmath.besseli(0, r / depth)

    left = mpmath.diff(along_radius, at, 2) + mpmath.diff(along_radius, at) / at - along_radius(at) / at**2
    assert mpmath.almosteq(left, along_radius(at) / depth**2, 1e-8)
    assert mpmath.almosteq(mpmath.diff(scalar, at, 2) + mpmath.diff(scalar, at) / at, scalar(at) / depth**2, 1e-8)


def test_the_sum_over_both_spins_has_4_pi() -> None:
    """Two spins: −(c/8πλ²)·(A + λσE) + the other sign is −(c/4πλ²)·A, with the potential of the charge half the sum."""
    potential, extra = mpmath.mpf("1.7"), mpmath.mpf("0.3")
    currents = [-LIGHT / (8 * mpmath.pi * DEPTH**2) * (potential + sign * extra) for sign in (1, -1)]
    assert mpmath.almosteq(sum(currents), -LIGHT / (4 * mpmath.pi * DEPTH**2) * potential)
