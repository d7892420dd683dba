"""Hirsch, section II.A, abstract and introduction: second routes in plain arithmetic, and the audit's own verdicts.

The second routes use nothing of `verify` or of the encoding: mpmath, the formulas written down again from the page
(ħ = m_e = c = 1, and a charge e of −1).
"""

from __future__ import annotations

from functools import cache

import mpmath
import pytest

from derivations.hirsch import paper
from verify.deciding.settings import Settings
from verify.judging.judge import judge_claim
from verify.slips.mutants import try_mutants
from verify.verdicts import ClaimAudit, Outcome, Result

E_CHARGE = mpmath.mpf(-1)
FIELD = mpmath.mpf(1)
ALL_SPACE = [0, 1, 5, 20, mpmath.inf]


@cache
def audited(label: str) -> ClaimAudit:
    return judge_claim(paper, paper.claims[label])


def density(r: mpmath.mpf, b: mpmath.mpf) -> mpmath.mpf:
    return mpmath.exp(-2 * r / b) / (mpmath.pi * b**3)


def centre_by_shells(b: mpmath.mpf) -> mpmath.mpf:
    """Each shell of the charge turns with −eB/2mc; inside a turning shell the field is uniform, 2qω/(3cs)."""
    omega = -E_CHARGE * FIELD / 2
    return mpmath.quad(
        lambda s: 4 * mpmath.pi * s**2 * density(s, b) * 2 * E_CHARGE * omega / (3 * s), [b * x for x in ALL_SPACE]
    )


def centre_by_rings(b: mpmath.mpf) -> mpmath.mpf:
    """Rings at the distance s and the angle θ: the field of a ring on its axis is 2πIρ²/(c s³)."""

    def ring(s: mpmath.mpf, theta: mpmath.mpf) -> mpmath.mpf:
        rho = s * mpmath.sin(theta)
        speed = -E_CHARGE * FIELD * rho / 2
        current = E_CHARGE * density(s, b) * speed * s
        return 2 * mpmath.pi * current * rho**2 / s**3

    with mpmath.workdps(12):
        return mpmath.quad(ring, [0, b, 5 * b, 40 * b], [0, mpmath.pi])


def moment(b: mpmath.mpf) -> mpmath.mpf:
    """−(e²/6mc²)<r²>B, by (5a)."""
    square = mpmath.quad(lambda r: 4 * mpmath.pi * r**4 * density(r, b), [b * x for x in ALL_SPACE])
    return -(E_CHARGE**2) / 6 * square * FIELD


def test_the_field_in_the_centre_falls_while_the_moment_grows() -> None:
    """6-field: opposite to the applied field, −(e²/3mc²)B/r̄ by two routes, and half of it for twice the length."""
    small, large = mpmath.mpf(1), mpmath.mpf(2)
    for b in (small, large):
        assert mpmath.almosteq(centre_by_shells(b), -1 / (3 * b), 1e-10)
        assert mpmath.almosteq(centre_by_rings(b), -1 / (3 * b), 1e-6)
    assert abs(moment(large)) > abs(moment(small))
    assert abs(centre_by_shells(large)) < abs(centre_by_shells(small))
    found = audited("6-field")
    assert found.result is Result.FAIL
    assert found.literal.outcome is Outcome.REFUTED
    assert found.literal.evidence.counterexample is not None
    assert [(r.name, r.outcome) for r in found.readings[1:]] == [("the mean field of many orbits", Outcome.PROVED)]


def test_the_classical_orbit_and_the_wave_function_differ_by_the_meaning_of_their_length() -> None:
    """14-vs-6: with the r̄ of (2), (6) is twice (14); with radii whose squares are the mean squares they agree."""
    first, last = mpmath.mpf(1), mpmath.mpf(3)
    by_6 = moment(last) - moment(first)
    by_14 = -(last**2 - first**2) / 4
    assert mpmath.almosteq(by_6, 2 * by_14, 1e-10)
    assert mpmath.almosteq(by_6, -(2 * last**2 - 2 * first**2) / 4, 1e-10)
    assert audited("14-vs-6").result is Result.PASS_IF


def test_mean_values_by_quadrature() -> None:
    """(3a), (3b) and <r_⊥²>, for r̄ = 3/2 and Z = 2."""
    b, z = mpmath.mpf(3) / 2, 2
    cuts = [b * x for x in ALL_SPACE]
    gradient = mpmath.quad(lambda r: 4 * mpmath.pi * r**2 * density(r, b) / b**2 / 2, cuts)
    attraction = mpmath.quad(lambda r: -4 * mpmath.pi * r * z * density(r, b), cuts)
    assert mpmath.almosteq(gradient, 1 / (2 * b**2), 1e-10)
    assert mpmath.almosteq(attraction, -z / b, 1e-10)
    for label in ("3a", "3b"):
        assert audited(label).literal.outcome is Outcome.PROVED


def test_an_orbit_that_is_integrated_step_by_step() -> None:
    """(12) along a motion that a radial force of any strength drives: here one that grows with the time."""

    def pushed(t: mpmath.mpf, y: list[mpmath.mpf]) -> list[mpmath.mpf]:
        x, z, v, w = y
        strength = 1 + t
        return [v, w, E_CHARGE * w * FIELD + strength * x, -E_CHARGE * v * FIELD + strength * z]

    motion = mpmath.odefun(pushed, 0, [1, 0, mpmath.mpf("0.3"), mpmath.mpf("0.2")])
    (x, z, v, w), (x1, z1, v1, w1) = motion(0), motion(1)
    gained = (x1 * w1 - z1 * v1) - (x * w - z * v)
    assert mpmath.almosteq(gained, -E_CHARGE / 2 * ((x1**2 + z1**2) - (x**2 + z**2)) * FIELD, 1e-8)
    assert gained > 0, "with a negative charge the electron gains a rotation counterclockwise about the field"
    assert audited("12").result is Result.PASS_IF


@pytest.mark.parametrize("label", ["1", "5a", "6", "7", "9", "10", "10-bac", "11", "13", "BCS-kinetic"])
def test_no_slip_survives(label: str) -> None:
    assert audited(label).result is Result.PASS
    mutants = try_mutants(paper.claims[label].literal, Settings(units=paper.units))
    assert mutants.made > 0
    assert mutants.killed == mutants.made


def test_definitions_and_prose() -> None:
    results = {
        label: audited(label).result
        for label in (
            "2",
            "a0",
            "5b",
            "8",
            "abs-claims",
            "abs-predictions",
            "I-exp",
            "I-London",
            "I-BCS-Meissner",
            "II.A-anions",
        )
    }
    given, prose = Result.GIVEN, Result.PROSE
    assert results == {
        "2": given, "a0": given, "5b": given, "8": given, "abs-claims": prose, "abs-predictions": prose, "I-exp": prose, "I-London": prose,
        "I-BCS-Meissner": prose, "II.A-anions": prose,
    }  # fmt: skip
