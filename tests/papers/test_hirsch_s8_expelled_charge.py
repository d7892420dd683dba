"""Hirsch VIII: what the audit says, and second routes that use nothing of `verify`."""

from __future__ import annotations

from collections.abc import Callable

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

PASSES = {"53", "Hc1<=Hc", "x.Hc-Hc1"}
PASSES_IF = {
    "44", "45", "46", "47", "48", "49", "51", "51-1e-6", "52", "Em=Hc1", "52-half", "less-than-half", "54", "54-XI",
}  # fmt: skip
GIVENS = {"50", "Hc1=Hc"}
PROSE = {"VIII-destroyed", "48-covariance"}

CHARGE, MASS, LIGHT, HBAR, DENSITY = map(mpmath.mpf, ("-1.3", "0.7", "2.1", "0.9", "0.4"))
DEPTH = mpmath.sqrt(MASS * LIGHT**2 / (4 * mpmath.pi * DENSITY * CHARGE**2))
SPEED = HBAR / (4 * MASS * DEPTH)
FIELD = -HBAR * LIGHT / (4 * CHARGE * DEPTH**2)
NEAR_SURFACE = CHARGE * DENSITY * SPEED / LIGHT


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


def test_results(audit: dict[str, ClaimAudit]) -> None:
    found = {label: audit[label].result for label in PASSES | PASSES_IF | GIVENS | PROSE}
    assert {label for label, result in found.items() if result is Result.PASS} == PASSES
    assert {label for label, result in found.items() if result is Result.PASS_IF} == PASSES_IF
    assert {label for label, result in found.items() if result is Result.GIVEN} == GIVENS
    assert {label for label, result in found.items() if result is Result.PROSE} == PROSE


def test_the_numbers_of_48_49_51_54() -> None:
    """(30) from (48) and (49), ½nmv² = E²/8π, and (51), in numbers, with e < 0."""
    assert mpmath.almosteq(FIELD, -4 * mpmath.pi * DEPTH * NEAR_SURFACE)
    assert mpmath.almosteq(DENSITY * MASS * SPEED**2 / 2, FIELD**2 / (8 * mpmath.pi))
    condensation = FIELD**2 / (8 * mpmath.pi) / DENSITY
    assert mpmath.almosteq(NEAR_SURFACE, CHARGE * DENSITY * mpmath.sqrt(2 * condensation / (MASS * LIGHT**2)))
    assert NEAR_SURFACE < 0 < FIELD


def test_51_goes_by_the_critical_fields_of_the_page(audit: dict[str, ClaimAudit]) -> None:
    assert {"Em=Hc1", "Hc1=Hc", "50"} <= set(audit["51"].literal.premises)
    assert {inherited.label for inherited in audit["51"].inherits} == {"x.thin", "x.plane", "x.limit", "x.lower"}


def test_44_to_47_from_the_field_in_a_cylinder() -> None:
    """A = λB I_1(R/λ)/I_0(R/λ) in a field along the axis; the current is diamagnetic, and ρ_- moves with Bc/E_m."""
    inside, radius = mpmath.mpf("0.8"), 10**4 * DEPTH
    ratio = mpmath.besseli(1, radius / DEPTH) / mpmath.besseli(0, radius / DEPTH)
    speed = -CHARGE / (MASS * LIGHT) * DEPTH * inside * ratio
    current = DENSITY * CHARGE * speed
    assert speed > 0 > current
    printed = LIGHT / (4 * mpmath.pi * DEPTH) * inside
    assert abs(-current / printed - 1) < mpmath.mpf("1e-4")
    assert abs(current / NEAR_SURFACE / (inside / FIELD * LIGHT) - 1) < mpmath.mpf("1e-4")


def test_52_is_the_limit_of_a_large_cylinder() -> None:
    """With screening, E = E_s (r/R − I_1(r/λ)/I_1(R/λ)): the mean of E²/8π goes to ½E_s²/8π as R grows over λ."""

    def mean(size: int) -> mpmath.mpf:
        def square(share: mpmath.mpf) -> mpmath.mpf:
            left = size * (1 - share)
            tail = mpmath.besseli(1, size * share) / mpmath.besseli(1, size) if left < 60 else mpmath.mpf(0)
            return (share - tail) ** 2 * 2 * share

        edge = 1 - mpmath.mpf(50) / size
        return mpmath.quad(square, [0, edge, (1 + edge) / 2, 1])

    off = [abs(mean(size) - mpmath.mpf("0.5")) for size in (200, 2000)]
    assert off[1] < off[0] / 8 < mpmath.mpf("0.01")


def test_51_in_numbers(audit: dict[str, ClaimAudit]) -> None:
    """ħ/(mc) is 3.8616 mÅ, a quarter of it over λ_L: 6.4·10⁻⁶ and 2.1·10⁻⁶, the first above √10·10⁻⁶ and both below 10⁻⁵."""
    compton = mpmath.mpf("3.8615926744e-3")
    short, long = (compton / 4 / depth for depth in (150, 450))
    assert mpmath.mpf("6.43e-6") < short < mpmath.mpf("6.44e-6")
    assert mpmath.mpf("2.14e-6") < long < mpmath.mpf("2.15e-6") < mpmath.sqrt(10) * mpmath.mpf("1e-6") < short
    assert audit["51-1e-6"].literal.outcome is Outcome.REFUTED
    assert [v.outcome for v in audit["51-1e-6"].readings if v.name == "within a factor of ten"] == [Outcome.PROVED]


def test_at_the_crossover_it_is_half_and_not_less(audit: dict[str, ClaimAudit]) -> None:
    critical = FIELD
    assert mpmath.almosteq(FIELD**2 / (16 * mpmath.pi), critical**2 / (8 * mpmath.pi) / 2)
    assert audit["less-than-half"].literal.outcome is Outcome.REFUTED
    assert [v.outcome for v in audit["less-than-half"].readings if v.name == "away from the crossover"] == [
        Outcome.PROVED
    ]


def test_54_and_the_orbit_of_section_xi() -> None:
    radius = 2 * DEPTH
    kinetic = (HBAR / 2) ** 2 / (2 * MASS * radius**2)
    electric = CHARGE**2 * FIELD**2 / (8 * MASS * LIGHT**2) * radius**2
    assert mpmath.almosteq(kinetic, electric)
    assert mpmath.almosteq(kinetic, MASS * SPEED**2 / 2)
