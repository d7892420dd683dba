"""Hirsch, section XI: the verdicts, and a second route for every line that is not simply true.

The second routes use nothing of `verify`: fractions, complex numbers and mpmath, written anew from the page.
"""

from __future__ import annotations

import cmath
import itertools
from collections.abc import Callable
from fractions import Fraction

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

FAILS = {"75b-flux", "83-cost"}
HOLDING_IF = {
    "XI-phase-angle", "79", "XI-competition", "XI-pair", "Fig7-kF", "77", "78", "80", "80-bare", "80-ratio", "80-1e-6", "81", "82", "82-vs-77", "83",
}  # fmt: skip
PASSES = {
    "XI-ref43", "74-Lz", "75b", "Fig7-2lambda-size", "Fig7-spins", "76", "76-lowering", "78-L", "79-minimum",
}  # fmt: skip
GIVENS, PROSE = {"74", "75a"}, {"XI-all-scales", "XI-coherence", "XI-not-2e"}
HBAR, M, C, E, N = (
    mpmath.mpf("1.0546e-27"),
    mpmath.mpf("9.1094e-28"),
    mpmath.mpf("2.9979e10"),
    mpmath.mpf("-4.8032e-10"),
    mpmath.mpf("1e22"),
)
LAMBDA = mpmath.sqrt(M * C**2 / (4 * mpmath.pi * N * E**2))
MAXIMUM = -HBAR * C / (4 * E * LAMBDA**2)
"""E_m by (48)."""
RHO_MINUS = -MAXIMUM / (4 * mpmath.pi * LAMBDA)
SPEED = HBAR / (4 * M * LAMBDA)
CLOSE = mpmath.mpf("1e-12")


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


def test_the_results_are_these(audit: dict[str, ClaimAudit]) -> None:
    printed = {
        label: claim.result
        for label, claim in audit.items()
        if claim.where == "XI" and label[:2] != "x." and label != "54-XI"
    }
    found = {
        result: {label for label, its in printed.items() if its is result}
        for result in (Result.FAIL, Result.PASS_IF, Result.PASS, Result.GIVEN, Result.PROSE, Result.OPEN)
    }
    assert found == {
        Result.FAIL: FAILS, Result.PASS_IF: HOLDING_IF, Result.PASS: PASSES, Result.GIVEN: GIVENS, Result.PROSE: PROSE,
        Result.OPEN: set(),
    }  # fmt: skip


def corrected(audit: dict[str, ClaimAudit], label: str) -> None:
    literal, correction = audit[label].readings[:2]
    assert (literal.outcome, correction.outcome) == (Outcome.REFUTED, Outcome.PROVED)


def test_flux_in_odd_multiples_only(audit: dict[str, ClaimAudit]) -> None:
    """N units hc/2e change the phase of a charge e by Nπ: an odd multiple of π is asked for."""
    corrected(audit, "75b-flux")
    assert audit["75b-flux"].readings[1].fault == "only odd multiples of the unit arise"
    turns = {units: Fraction(units, 2) for units in range(-5, 6)}  # eΦ/(hc)
    allowed = sorted(units for units, turn in turns.items() if (turn - Fraction(1, 2)).denominator == 1)
    assert allowed == [-5, -3, -1, 1, 3, 5]
    assert {turns[b] - turns[a] for a, b in itertools.pairwise(allowed)} == {1}  # hc/e
    assert not any(units % 2 == 0 for units in allowed), "a superconductor without flux would not be allowed"


def test_the_phase_is_not_the_angular_position(audit: dict[str, ClaimAudit]) -> None:
    literal, measure = audit["XI-phase-angle"].readings
    assert (literal.outcome, measure.outcome) == (Outcome.REFUTED, Outcome.PROVED)
    angle = 1.0
    assert cmath.isclose(cmath.phase(cmath.exp(1j * angle / 2)), angle / 2)
    once_around = cmath.exp(1j * (angle + 2 * cmath.pi) / 2) / cmath.exp(1j * angle / 2)
    assert cmath.isclose(once_around, -1)


def test_a_pair_is_single_valued_as_a_whole_only(audit: dict[str, ClaimAudit]) -> None:
    literal, whole = audit["XI-pair"].readings
    assert (literal.outcome, whole.outcome) == (Outcome.REFUTED, Outcome.PROVED)

    def wave(first: float, second: float) -> complex:
        return cmath.exp(1j * first / 2) * cmath.exp(-1j * second / 2)

    turn = 2 * cmath.pi
    assert cmath.isclose(wave(0.3 + turn, 1.1), -wave(0.3, 1.1))
    assert cmath.isclose(wave(0.3 + turn, 1.1 + turn), wave(0.3, 1.1))


def test_the_bare_field_has_the_sign_of_the_electron(audit: dict[str, ClaimAudit]) -> None:
    """By (69) it points inwards, while a density |e|n_s would make it point outwards; (80) does point outwards."""
    for label in ("80-bare", "80-ratio"):
        literal, magnitude = audit[label].readings
        assert (literal.outcome, magnitude.outcome) == (Outcome.REFUTED, Outcome.PROVED)
    radius = LAMBDA / 3
    of_69 = M * C**2 / (2 * E * LAMBDA**2) * radius
    of_ions = 2 * mpmath.pi * abs(E) * N * radius
    screened = 2 * mpmath.pi * abs(RHO_MINUS) * radius
    assert mpmath.almosteq(of_69, -of_ions, rel_eps=CLOSE)
    assert mpmath.almosteq(screened / of_ions, SPEED / C, rel_eps=CLOSE)
    assert mpmath.almosteq(screened / of_69, -SPEED / C, rel_eps=CLOSE)
    assert mpmath.almosteq(screened, MAXIMUM / (2 * LAMBDA) * radius, rel_eps=CLOSE)


def test_the_magnitude_of_80_does_without_the_neutrality_of_a_cylinder_of_two_depths(
    audit: dict[str, ClaimAudit],
) -> None:
    """There (29b) would give −ρ_-, and a layer of the depth λ three times that; (81) to (83) need the size of ρ_- alone."""
    end = 2 * LAMBDA
    layer, core = end**2 - (end - LAMBDA) ** 2, (end - LAMBDA) ** 2
    assert mpmath.almosteq(-RHO_MINUS * layer / core, -3 * RHO_MINUS, rel_eps=CLOSE)
    assert mpmath.almosteq(-2 * LAMBDA / end * RHO_MINUS, -RHO_MINUS, rel_eps=CLOSE)
    for density in (RHO_MINUS, -RHO_MINUS):
        cost = (2 * mpmath.pi * density * end) ** 2 / (8 * mpmath.pi) / N
        assert mpmath.almosteq(cost, MAXIMUM**2 / (8 * mpmath.pi) / N, rel_eps=CLOSE)
    for label in ("81", "82", "83"):
        assert {inherited.label for inherited in audit[label].inherits} == {"x.thin"}, label


def test_the_cost_per_carrier_is_half_of_83(audit: dict[str, ClaimAudit]) -> None:
    """Shell by shell: the energy of the field in a cylinder of radius 2λ and unit height, over the carriers in it."""
    corrected(audit, "83-cost")
    assert audit["83-cost"].literal.premises == ("52",)
    end, shells = 2 * LAMBDA, 20000
    width = end / shells
    radii = [(number + mpmath.mpf(1) / 2) * width for number in range(shells)]
    energy = mpmath.fsum((MAXIMUM * r / end) ** 2 / (8 * mpmath.pi) * 2 * mpmath.pi * r * width for r in radii)
    carriers = N * mpmath.pi * end**2
    printed = MAXIMUM**2 / (8 * mpmath.pi) / N
    assert mpmath.almosteq(energy / carriers, printed / 2, rel_eps=mpmath.mpf("1e-7"))
    volume_52 = MAXIMUM**2 / (16 * mpmath.pi)
    assert mpmath.almosteq(energy / carriers, volume_52 / N, rel_eps=mpmath.mpf("1e-7"))


def test_the_energy_of_an_orbit_is_lowest_at_two_depths() -> None:
    def energy(radius: mpmath.mpf, factor: int = 1) -> mpmath.mpf:
        return HBAR**2 / (8 * M * radius**2) + factor * E**2 * MAXIMUM**2 / (8 * M * C**2) * radius**2

    def lowest(factor: int) -> mpmath.mpf:
        return min((energy(LAMBDA * k / 1000, factor), LAMBDA * k / 1000) for k in range(500, 4000))[1]

    assert lowest(1) == 2 * LAMBDA
    assert abs(lowest(2) / LAMBDA - 2 / mpmath.mpf(2) ** mpmath.mpf("0.25")) < mpmath.mpf(
        "1e-3"
    )  # the square of the operator


def test_sizes() -> None:
    """In Å: ħ/(mc) is 0.003862.  Distances of neighbours from the density of ions: d³n is 1, 3√3/4, √2."""
    ratios = [mpmath.mpf("3.8616e-3") / (4 * depth) / mpmath.mpf("1e-6") for depth in (150, 450)]
    assert ratios[0] > mpmath.sqrt(10) > ratios[1]
    assert all(mpmath.mpf("0.1") < ratio < 10 for ratio in ratios)
    edge = 1 / mpmath.sqrt(10)
    cube, body, face = (
        1 / mpmath.cbrt(3 * mpmath.pi**2 * electrons * packing)
        for electrons, packing in ((1, 1), (1, 3 * mpmath.sqrt(3) / 4), (4, mpmath.sqrt(2)))
    )
    assert cube > edge > body > face > mpmath.mpf("0.1")
