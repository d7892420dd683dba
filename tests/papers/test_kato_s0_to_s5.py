"""Kato, abstract to section V: the verdicts of the audit, and second routes that use nothing of `verify`.

The routes write the geometry, the four energies and Boltzmann's probabilities down again, in numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

SECTIONS = ("Abstract", "I", "II", "III", "IV", "V")
POSTULATES = {"t4", "u1", "u5", "u7", "u8", "u9"}
FOLLOW = {"t4-s", "t3b", "u2", "u3", "u4", "u10", "t6", "t9", "t10", "t12", "t13c", "t16", "u15"}
RECONSTRUCTED = {"u6", "u11", "u12", "u13", "u14"}
FAILS = {"t1", "t13", "t15", "t15b", "t17"}
PROSE = {"t2", "t2b", "t0", "t5", "t11", "t19", "t20"}
KETS = {"u5", "u6", "u7", "u8", "u13", "u14"}


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return {label: claim for label, claim in shipped_audit("kato").items() if claim.where in SECTIONS}


def labels_with(audit: dict[str, ClaimAudit], result: Result) -> set[str]:
    return {label for label, claim in audit.items() if claim.result is result and not label.startswith("x.")}


def test_verdicts(audit: dict[str, ClaimAudit]) -> None:
    assert labels_with(audit, Result.GIVEN) == POSTULATES
    assert labels_with(audit, Result.PASS) == FOLLOW
    assert labels_with(audit, Result.PASS_IF) == RECONSTRUCTED | {"t14", "t18"}
    assert labels_with(audit, Result.FAIL) == FAILS
    assert labels_with(audit, Result.PROSE) == PROSE
    assert labels_with(audit, Result.OPEN) == set()


def test_what_was_extracted_fails_and_what_has_a_radical_holds(audit: dict[str, ClaimAudit]) -> None:
    for label in RECONSTRUCTED:
        first, second = (read.outcome for read in audit[label].readings)
        assert second is Outcome.PROVED
        assert first is (Outcome.UNDECIDED if label == "u6" else Outcome.REFUTED)  # u6 is said of every temperature


def test_kets_are_all_that_is_not_compared(audit: dict[str, ClaimAudit]) -> None:
    assert {label for label, claim in audit.items() if claim.transcription not in ("agrees", "words")} <= KETS


def test_corrections_hold(audit: dict[str, ClaimAudit]) -> None:
    for label in ("t1", "t15", "t15b", "t17"):
        assert audit[label].readings[-1].outcome is Outcome.PROVED


# --- second routes -------------------------------------------------------------------------------

CLOCKWISE, COUNTER = "k", "-k"
STATES = list(product((CLOCKWISE, COUNTER), ("up", "down")))
MU_B, K_B = 9.2740100657e-24, 1.380649e-23
E_CHARGE, MASS, MU_0, EPS_0 = 1.602176634e-19, 9.1093837139e-31, 1.25663706127e-6, 8.8541878188e-12


def up_field(motion: str, angle: float = 0.7) -> float:
    """The sign of E × v at the electron: in its frame the field is −v × E/c², with E from the nucleus outwards."""
    sense = -1 if motion == CLOCKWISE else 1
    outwards = (math.cos(angle), math.sin(angle))
    velocity = (-sense * math.sin(angle), sense * math.cos(angle))
    return math.copysign(1, outwards[0] * velocity[1] - outwards[1] * velocity[0])


def energy(motion: str, moment: str, size: float = 1) -> float:
    return -up_field(motion) * (size if moment == "up" else -size)


def mean_current(size: float, thermal: float) -> float:
    weights = {state: math.exp(-energy(*state, size) / thermal) for state in STATES}
    clockwise = {CLOCKWISE: 1, COUNTER: -1}
    return sum(clockwise[state[0]] * weight for state, weight in weights.items()) / sum(weights.values())


def test_the_field_of_a_clockwise_motion_points_down() -> None:
    """The transformation of the electric field, in place of Biot and Savart."""
    assert all(up_field(CLOCKWISE, angle) == -1 and up_field(COUNTER, angle) == 1 for angle in (0, 1, 2, 3, 4, 5, 6))


def test_the_excited_states() -> None:
    assert [state for state in STATES if energy(*state) > 0] == [(CLOCKWISE, "up"), (COUNTER, "down")]


def test_the_reversal_gains_nothing() -> None:
    """t1 and t15, and t17 in its other sense: before and after have one energy, for every moment."""
    for size in (0, 0.5, 1, 3):
        assert energy(CLOCKWISE, "up", size) == energy(COUNTER, "down", size) == size
    assert energy(CLOCKWISE, "up") - energy(CLOCKWISE, "down") == energy(CLOCKWISE, "up") - energy(COUNTER, "up") == 2


@pytest.mark.parametrize("size", [0, 0.1, 1, 5])
@pytest.mark.parametrize("thermal", [0.2, 1, 100])
def test_the_mean_current_is_zero_with_a_moment_and_without_one(size: float, thermal: float) -> None:
    """t16 and t17."""
    assert mean_current(size, thermal) == pytest.approx(0, abs=1e-12)


def bohr_field(ionisation: float) -> float:
    """By α and the Bohr radius: a circle of n*² Bohr radii is run through with αc/n*."""
    alpha, c, a_0, rydberg = 7.2973525643e-3, 299792458, 5.29177210544e-11, 13.605693
    n = math.sqrt(rydberg / ionisation)
    return MU_0 * E_CHARGE * alpha * c / n / (4 * math.pi * (n**2 * a_0) ** 2)


def test_the_field_in_hydrogen(audit: dict[str, ClaimAudit]) -> None:
    """t13: 12.5 T by another route, an order more than 1 T; and from Newton's second law on the circle."""
    assert bohr_field(13.598) == pytest.approx(12.5, rel=0.002)
    assert math.log10(bohr_field(13.598)) > 1
    radius = mpmath.findroot(
        lambda r: E_CHARGE**2 / (8 * mpmath.pi * EPS_0 * r) - 13.598 * E_CHARGE, (5e-11, 5.5e-11), tol=1e-30
    )
    speed = mpmath.sqrt(E_CHARGE**2 / (4 * mpmath.pi * EPS_0 * MASS * radius))
    assert float(MU_0 * E_CHARGE * speed / (4 * mpmath.pi * radius**2)) == pytest.approx(12.499, rel=1e-3)
    assert "12.499" in audit["t13"].readings[0].evidence.detail


@pytest.mark.parametrize(("ionisation", "field"), [(5.392, 1.24), (5.139, 1.10), (4.341, 0.72)])
def test_the_fields_in_alkali_metals(ionisation: float, field: float) -> None:
    assert bohr_field(ionisation) == pytest.approx(field, abs=0.006)


@pytest.mark.parametrize("field", [0.1, 0.3, 1])
def test_half_of_the_electrons_are_excited(field: float) -> None:
    """t12, by tanh: (1 − tanh(μB/k_B T))/2; at 12.5 T it would be 49 %."""
    assert 49.5 < 50 * (1 - math.tanh(MU_B * field / (K_B * 298))) < 50
    assert 48.5 < 50 * (1 - math.tanh(MU_B * 12.5 / (K_B * 298))) < 49.5


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_norms(share: float) -> None:
    """u6 and u11 to u14: with radicals one, without them less."""
    assert (1 - share) + share == pytest.approx(1)
    assert (1 - share) ** 2 + share**2 < 0.9
    assert 2 * 0.5**2 == 0.5
    assert 2 * math.sqrt(0.5) ** 2 == pytest.approx(1)


def test_the_resonance_state_has_no_field_in_the_mean_and_one_in_each_measurement() -> None:
    """t18: (|k↑⟩ + |−k↓⟩)/√2 has the two fields with the probability one half each."""
    fields = [up_field(CLOCKWISE), up_field(COUNTER)]
    assert sum(fields) / 2 == 0
    assert sum(field**2 for field in fields) / 2 == 1
