"""Kato, abstract to section V: the verdicts of the audit, and second routes that use nothing of `verify`.

The routes write the geometry, the four energies and Boltzmann's probabilities down again, in numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product

import mpmath
import pytest

from derivations.kato import paper
from verify.deciding.settings import Settings
from verify.slips.mutants import try_mutants
from verify.verdicts import ClaimAudit, Outcome, Result

SECTIONS = ("Abstract", "I", "II", "III", "IV", "V")
POSTULATES = {"t4", "u1", "u2", "u3", "u5", "u7", "u8", "u9", "u10"}
FOLLOW = {"t3b", "u3-i", "u4", "t6", "t9", "t10", "t12", "t13c"}
MODELS = {
    "t13": {"u2", "x.charge", "x.speed", "x.radius", "x.angular-momentum", "x.mean-distance"},
    "t14": {"u2", "x.nucleus", "x.speed", "x.radius"},
}
AMBIGUOUS = {"t1", "t14", "t15-s", "t15b", "t16", "t18"}
IN_SOME_SENSE = {"t13": ["undecided", "refuted", "refuted", "proved"], "t17": ["refuted", "proved", "proved"]}
RECONSTRUCTED = {"u6", "u11", "u12", "u13", "u14"}
PROSE = {"t2", "t2b", "t0", "t0-I", "t0-V", "t2-V", "t5", "t11", "t19", "t20"}
KETS = {"u5", "u6", "u7", "u8", "u13", "u14"}


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return {label: claim for label, claim in shipped_audit("kato").items() if claim.where in SECTIONS}


def labels_with(audit: dict[str, ClaimAudit], result: Result) -> set[str]:
    return {label for label, claim in audit.items() if claim.result is result and not label.startswith("x.")}


def test_verdicts(audit: dict[str, ClaimAudit]) -> None:
    assert labels_with(audit, Result.GIVEN) == POSTULATES
    assert labels_with(audit, Result.PASS) == FOLLOW
    assert labels_with(audit, Result.PASS_IF) == RECONSTRUCTED | AMBIGUOUS | set(IN_SOME_SENSE) | {"u15"}
    assert labels_with(audit, Result.FAIL) == {"t15"}
    assert labels_with(audit, Result.PROSE) == PROSE
    assert labels_with(audit, Result.OPEN) == set()


def test_what_was_extracted_fails_and_what_has_a_radical_holds(audit: dict[str, ClaimAudit]) -> None:
    for label in RECONSTRUCTED:
        assert [read.outcome for read in audit[label].readings] == [Outcome.REFUTED, Outcome.PROVED]


def test_a_slip_in_the_reconstruction_of_the_state_is_seen() -> None:
    mutants = try_mutants(paper.claims["u6"].readings[1], Settings(units=paper.units))
    assert mutants.killed == mutants.made > 0


def test_kets_are_all_that_is_not_compared(audit: dict[str, ClaimAudit]) -> None:
    assert {label for label, claim in audit.items() if claim.transcription not in ("agrees", "words")} <= KETS


def test_no_state_is_put_into_a_line_that_names_none(audit: dict[str, ClaimAudit]) -> None:
    assert "|" not in audit["t15b"].printed


def test_what_a_condition_carries_is_refuted_without_it(audit: dict[str, ClaimAudit]) -> None:
    for label in AMBIGUOUS | {"t15"}:
        assert [read.outcome for read in audit[label].readings] == [Outcome.REFUTED, Outcome.PROVED]
    for label, outcomes in IN_SOME_SENSE.items():
        assert [str(read.outcome) for read in audit[label].readings] == outcomes


def test_the_model_of_the_field_is_a_condition(audit: dict[str, ClaimAudit]) -> None:
    for label, premises in MODELS.items():
        assert set(audit[label].premises) == premises
        assert audit[label].inherits


def test_the_share_at_room_temperature_needs_no_model(audit: dict[str, ClaimAudit]) -> None:
    assert audit["t12"].premises == ("x.P",)
    assert not audit["t12"].inherits


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


def mean_current(size: float, thermal: float, power: int = 1) -> float:
    weights = {state: math.exp(-energy(*state, size) / thermal) for state in STATES}
    clockwise = {CLOCKWISE: 1, COUNTER: -1}
    return sum(clockwise[state[0]] ** power * weight for state, weight in weights.items()) / sum(weights.values())


def test_the_field_of_a_clockwise_motion_points_down() -> None:
    """The transformation of the electric field, in place of Biot and Savart."""
    assert all(up_field(CLOCKWISE, angle) == -1 and up_field(COUNTER, angle) == 1 for angle in (0, 1, 2, 3, 4, 5, 6))


def test_the_states_below_an_excited_one() -> None:
    """t1, of the excited states: below each lies a ground state of the other direction, which has the same moment."""
    for motion, moment, other in ((CLOCKWISE, "up", COUNTER), (COUNTER, "down", CLOCKWISE)):
        assert energy(motion, moment) > 0 > energy(other, moment)
        assert energy(motion, moment, 0) == energy(other, moment, 0) == 0  # t17: without a moment nothing is gained


def test_the_excited_states() -> None:
    assert [state for state in STATES if energy(*state) > 0] == [(CLOCKWISE, "up"), (COUNTER, "down")]


def test_one_of_the_clockwise_states_is_lowered() -> None:
    """t1: of the states with clockwise motion the field raises one, and the other is not above any counter-clockwise one."""
    assert sorted(energy(CLOCKWISE, moment) for moment in ("up", "down")) == [-1, 1]
    assert all(energy(CLOCKWISE, "down") <= energy(COUNTER, moment) for moment in ("up", "down"))


def test_in_the_field_before_the_change_the_motion_gains_nothing() -> None:
    """t15: −μ·B with the field that points down is lower for a moment down, whichever motion is to follow."""
    before = up_field(CLOCKWISE)
    assert [-before * moment for moment in (1, -1)] == [energy(CLOCKWISE, "up"), energy(CLOCKWISE, "down")]


def test_a_conversion_reverses_the_angular_momentum() -> None:
    """The note of t15b: orbit and spin (opposite to the moment) point the same way in |k↑⟩, and both turn in |−k↓⟩."""
    angular = {CLOCKWISE: -1, COUNTER: 1}
    spin = {"up": -1, "down": 1}
    assert angular[CLOCKWISE] + spin["up"] == -(angular[COUNTER] + spin["down"]) == -2


def test_the_reversal_gains_nothing(audit: dict[str, ClaimAudit]) -> None:
    """t15, t15b, and the note of t17: before and after have one energy, for every moment, in either direction."""
    for label in ("t15", "t15b"):
        assert audit[label].readings[0].outcome is Outcome.REFUTED
        evidence = audit[label].readings[0].evidence
        assert evidence.residual.startswith("both sides are equal")
        assert "E_cw_up = 0.5" in evidence.detail
        assert "E_ccw_down = 0.5" in evidence.detail
    assert energy(CLOCKWISE, "up", 0.5) == energy(COUNTER, "down", 0.5) == 0.5
    for size in (0, 0.5, 1, 3):
        assert energy(CLOCKWISE, "up", size) == energy(COUNTER, "down", size) == size
    assert energy(CLOCKWISE, "up") - energy(CLOCKWISE, "down") == energy(CLOCKWISE, "up") - energy(COUNTER, "up") == 2


@pytest.mark.parametrize("thermal", [0.2, 1, 100])
def test_both_states_of_a_level_are_equally_probable(thermal: float) -> None:
    """t15, t15b in the sense of IV; the ground states, too."""
    weights = {state: math.exp(-energy(*state) / thermal) for state in STATES}
    assert weights[CLOCKWISE, "up"] == weights[COUNTER, "down"] < weights[CLOCKWISE, "down"] == weights[COUNTER, "up"]


@pytest.mark.parametrize("size", [0, 0.1, 1, 5])
@pytest.mark.parametrize("thermal", [0.2, 1, 100])
def test_the_mean_current_is_zero_with_a_moment_and_without_one(size: float, thermal: float) -> None:
    """t16 and t17; the mean square, which a single measurement finds, is that of one electron with a moment and without one."""
    assert mean_current(size, thermal) == pytest.approx(0, abs=1e-12)
    assert mean_current(size, thermal, 2) == pytest.approx(1)


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
    assert "12.499" in audit["t13"].readings[1].evidence.detail


def test_another_model_for_hydrogen(audit: dict[str, ClaimAudit]) -> None:
    """t13: ħ at 1.5 Bohr radii, by B ∝ L/r³ from Bohr's own circle; within half an order of 1 T is less than √10 T."""
    field = bohr_field(13.605693) / 1.5**3
    assert field == pytest.approx(3.7, abs=0.05)
    assert field / 2 == pytest.approx(1.9, abs=0.05)
    assert field > math.sqrt(10) > field / 2
    found = [read.evidence.detail for read in audit["t13"].readings[2:]]
    assert ["3.70868" in found[0], "1.85434" in found[1]] == [True, True]


@pytest.mark.parametrize(
    ("ionisation", "atomic", "field", "bare", "momentum"),
    [(5.392, 3, 1.24, 3.7, 1.59), (5.139, 11, 1.10, 12.1, 1.63), (4.341, 19, 0.72, 13.7, 1.77)],
)
def test_the_fields_in_alkali_metals(
    audit: dict[str, ClaimAudit], ionisation: float, atomic: int, field: float, bare: float, momentum: float
) -> None:
    """t14: with the charge of the nucleus alone none is within half an order of the printed range."""
    assert "3.713" in audit["t14"].readings[0].evidence.detail
    assert 3 * bohr_field(5.392) == pytest.approx(3.713, rel=0.001)
    assert bohr_field(ionisation) == pytest.approx(field, abs=0.006)
    assert bare > 3.2
    assert atomic * bohr_field(ionisation) == pytest.approx(bare, abs=0.06)
    assert math.sqrt(13.605693 / ionisation) == pytest.approx(momentum, abs=0.006)


@pytest.mark.parametrize(("n", "field"), [(2, 0.39), (3, 0.052), (4, 0.012)])
def test_the_fields_of_bohr(n: int, field: float) -> None:
    assert bohr_field(13.605693 / n**2) == pytest.approx(field, rel=0.03)


@pytest.mark.parametrize(
    ("field", "share"), [(0.1, 49.99), (1, 49.89), (0.72, 49.92), (1.10, 49.88), (1.24, 49.86), (12.5, 48.59)]
)
def test_half_of_the_electrons_are_excited(field: float, share: float) -> None:
    """t12, by tanh: (1 − tanh(μB/k_B T))/2; 45 % at 44.5 T."""
    assert 50 * (1 - math.tanh(MU_B * 44.5 / (K_B * 298))) == pytest.approx(45, abs=0.06)
    assert 50 * (1 - math.tanh(MU_B * field / (K_B * 298))) == pytest.approx(share, abs=0.006)


@pytest.mark.parametrize("field", [0.1, 1])
def test_the_doublet_of_the_spectrum(field: float) -> None:
    """t5, in eV and in GHz, from the gyromagnetic ratio of 28.025 GHz/T."""
    assert 2 * MU_B * field / E_CHARGE == pytest.approx(1.158e-4 * field, rel=1e-3)
    assert 2 * MU_B * field / 6.62607015e-34 == pytest.approx(28e9 * field, rel=1e-3)


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
