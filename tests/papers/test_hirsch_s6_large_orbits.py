"""Hirsch VI: what the audit says, and second routes that use nothing of `verify`."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product

import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

PASSES = {"31-layer", "32-factors", "33", "34", "35", "35-Landau", "36", "kF-order", "VI-overlap"}
PASSES_IF = {"31", "31-factors", "32", "32-cancel", "34-requires"}
GIVENS = {"36-defs", "36-muB"}

E_CHARGE, MASS, LIGHT, HBAR = 4.80320471e-10, 9.1093837e-28, 2.99792458e10, 1.054571817e-27


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


def test_results(audit: dict[str, ClaimAudit]) -> None:
    found = {label: audit[label].result for label in PASSES | PASSES_IF | GIVENS}
    assert {label for label, result in found.items() if result is Result.PASS} == PASSES
    assert {label for label, result in found.items() if result is Result.PASS_IF} == PASSES_IF
    assert {label for label, result in found.items() if result is Result.GIVEN} == GIVENS


def flow_at(depth: float, steps: int = 1200) -> float:
    """The mean of the velocity along the surface near a depth, of points on orbits of radius 2 (λ_L = 1) below it."""
    found = 0.0
    for i, k in product(range(steps), range(steps)):
        centre = 2 + 8 * (i + 0.5) / steps
        angle = 2 * math.pi * (k + 0.5) / steps
        if abs(centre - 2 * math.cos(angle) - depth) < 0.05:
            found += math.cos(angle)
    return found / steps


def test_equal_orbits_flow_to_four_penetration_depths(audit: dict[str, ClaimAudit]) -> None:
    near, middle, inside = flow_at(0.5), flow_at(2.0), flow_at(5.0)
    assert middle > near > 100 * abs(inside)
    literal = audit["32-cancel"].readings[0]
    assert literal.outcome is Outcome.REFUTED


def test_landau_is_larmor_at_the_fermi_wave_number() -> None:
    k_fermi = 0.7e8
    density = k_fermi**3 / (3 * math.pi**2)
    larmor = -density * E_CHARGE**2 / (4 * MASS * LIGHT**2) / k_fermi**2
    landau = -(E_CHARGE**2) * k_fermi / (12 * math.pi**2 * MASS * LIGHT**2)
    magneton, level = E_CHARGE * HBAR / (2 * MASS * LIGHT), HBAR**2 * k_fermi**2 / (2 * MASS)
    pauli = magneton**2 * 3 * density / (2 * level)
    assert math.isclose(larmor, landau, rel_tol=1e-12)
    assert math.isclose(larmor, -pauli / 3, rel_tol=1e-12)


@pytest.mark.parametrize("depth_in_angstrom", [200, 500, 1000])
def test_fermi_wave_number_of_several_hundred_angstrom(depth_in_angstrom: float) -> None:
    depth = depth_in_angstrom * 1e-8
    density = MASS * LIGHT**2 / (4 * math.pi * E_CHARGE**2 * depth**2)
    k_fermi = (3 * math.pi**2 * density) ** (1 / 3) * 1e-8
    assert 10**-0.5 < k_fermi < 10**0.5
    assert 2 / k_fermi < (density * 1e-24) ** (-1 / 3) < 4 * depth_in_angstrom / 100
