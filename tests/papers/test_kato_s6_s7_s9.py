"""Kato, sections VI, VII and IX: the verdicts of the audit, and second routes that use nothing of `verify`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

FOLLOW = {"t21", "t22", "t22c", "t22d", "t22e", "t23b", "t28", "t47"}
UNDER_A_CONDITION = {"t22a", "t22b", "t25", "t47b"}
GIVEN = {"u16", "t26", "t29"}
PROSE = {
    "t21b", "t22f", "t22g", "t23", "t24", "t25b", "t27", "t27b", "t27c", "t28-i", "t29b", "t48b", "t48c", "t49", "t50",
}  # fmt: skip


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return {label: claim for label, claim in shipped_audit("kato").items() if claim.where in {"VI", "VII", "IX"}}


def labels_with(audit: dict[str, ClaimAudit], result: Result) -> set[str]:
    return {label for label, claim in audit.items() if claim.result is result and not label.startswith("x.")}


def test_verdicts(audit: dict[str, ClaimAudit]) -> None:
    assert labels_with(audit, Result.GIVEN) == GIVEN
    assert labels_with(audit, Result.PASS) == FOLLOW
    assert labels_with(audit, Result.PASS_IF) == UNDER_A_CONDITION
    assert labels_with(audit, Result.FAIL) == {"t48"}
    assert labels_with(audit, Result.PROSE) == PROSE
    assert labels_with(audit, Result.OPEN) == set()


def test_print_and_encoding(audit: dict[str, ClaimAudit]) -> None:
    assert {claim.transcription for claim in audit.values()} <= {"agrees", "words"}


@pytest.mark.parametrize("label", sorted(UNDER_A_CONDITION))
def test_the_printed_line_fails_where_a_reading_holds(audit: dict[str, ClaimAudit], label: str) -> None:
    literal, *charitable = audit[label].readings
    assert literal.outcome is Outcome.REFUTED
    assert {read.outcome for read in charitable} == {Outcome.PROVED}


# --- second routes: four states, with their energies counted ---------------------------------------

MAGNETON_IN_KELVIN = mpmath.mpf("9.2740100657e-24") / mpmath.mpf("1.380649e-23")
"""μ_B/k_B, kelvin in a tesla."""
MOTIONS, SPINS = {"k": -1, "-k": 1}, {"up": 1, "down": -1}
"""The field of each motion, upwards, and the moment of each spin."""


def energies(tesla: float) -> dict[tuple[str, str], mpmath.mpf]:
    """−s·B of the four states, in kelvin."""
    return {(k, s): -MAGNETON_IN_KELVIN * tesla * MOTIONS[k] * SPINS[s] for k, s in product(MOTIONS, SPINS)}


def probabilities(kelvin: float, tesla: float) -> dict[tuple[str, str], mpmath.mpf]:
    weights = {state: mpmath.exp(-energy / kelvin) for state, energy in energies(tesla).items()}
    return {state: weight / sum(weights.values()) for state, weight in weights.items()}


def ground(kelvin: float, tesla: float) -> mpmath.mpf:
    found = probabilities(kelvin, tesla)
    return found["k", "down"] + found["-k", "up"]


def test_more_than_99_percent_fails_in_a_corner_of_the_range(audit: dict[str, ClaimAudit]) -> None:
    assert mpmath.nstr(ground(0.1, 0.1), 3) == "0.793"
    assert all(ground(kelvin, tesla) > 0.99 for kelvin, tesla in ((0.1, 1), (0.01, 0.1), (0.01, 1)))
    assert audit["t22a"].readings[0].outcome is Outcome.REFUTED


# CODATA 2022: e, m_e, ε_0, μ_0
CHARGE, MASS, EPSILON, MU = map(
    mpmath.mpf, ("1.602176634e-19", "9.1093837139e-31", "8.8541878188e-12", "1.25663706127e-6")
)


def circle(electronvolts: float) -> mpmath.mpf:
    """The field at the electron of a classical circle with this ionisation energy, tesla."""
    energy = electronvolts * CHARGE
    radius = CHARGE**2 / (8 * mpmath.pi * EPSILON * energy)
    speed = mpmath.sqrt(CHARGE**2 / (4 * mpmath.pi * EPSILON * radius * MASS))
    return MU * CHARGE * speed / (4 * mpmath.pi * radius**2)


def test_the_fields_of_the_four_atoms_reach_99_percent(audit: dict[str, ClaimAudit]) -> None:
    fields = [circle(energy) for energy in (13.598, 5.392, 5.139, 4.341)]
    assert [round(float(field), 2) for field in fields] == [12.5, 1.24, 1.1, 0.72]
    assert all(ground(0.1, field) > 0.9999 for field in fields)
    assert 2 * MAGNETON_IN_KELVIN * fields[-1] / 0.1 > 9.6
    assert ground(0.2, fields[-1]) > 0.99 > ground(0.22, fields[-1])
    assert audit["t22a"].result is Result.PASS_IF


def test_one_state_has_at_most_one_half() -> None:
    """t22b, and the measures of t22e: the current of one measurement, and in the mean, at low and at high temperatures."""
    for kelvin, tesla in product((0.01, 0.1, 298), (0.1, 1, 12.5)):
        found = probabilities(kelvin, tesla)
        assert found["k", "down"] <= 0.5
        signs = {state: -MOTIONS[state[0]] for state in found}
        assert abs(sum(p * signs[state] for state, p in found.items())) < 1e-12
        assert abs(sum(p * signs[state] ** 2 for state, p in found.items()) - 1) < 1e-12


@pytest.mark.parametrize(("tesla", "kelvin"), [(0.1, "0.0292"), (1, "0.292")])
def test_where_99_percent_are_reached(tesla: float, kelvin: str) -> None:
    found = mpmath.findroot(lambda t: ground(t, tesla) - mpmath.mpf("0.99"), (0.02 * tesla / 0.1, 0.04 * tesla / 0.1))
    assert mpmath.nstr(found, 3) == kelvin
    assert ground(found * 1.01, tesla) < 0.99 < ground(found * 0.99, tesla)


def test_most_without_a_number_says_nothing_of_the_temperature() -> None:
    assert all(ground(kelvin, tesla) > 0.5 for kelvin in (0.01, 0.1, 298, 5000) for tesla in (0.1, 1))


def test_a_clockwise_current_at_low_temperatures_has_its_spin_down() -> None:
    """t22b, of an electron that moves clockwise: the weakest field of the atoms, and 0.1 T where it fails; t22e and t22d hold in both."""
    for tesla, holds in ((circle(4.341), True), (0.1, False)):
        found = probabilities(0.1, tesla)
        clockwise = found["k", "up"] + found["k", "down"]
        assert abs(clockwise - 0.5) < 1e-12
        assert (found["k", "up"] / clockwise < 0.01) == holds
        assert found["k", "down"] > found["k", "up"]
        assert found["-k", "up"] > found["-k", "down"]


def test_the_most_stable_states_have_a_field_and_their_resonance_has_none_in_the_mean() -> None:
    """t23b where the symmetry is broken, and its note on where it is not."""
    level = energies(1)
    lowest = [state for state in level if level[state] == min(level.values())]
    assert lowest == [("k", "down"), ("-k", "up")]
    assert all(MOTIONS[motion] != 0 for motion, _ in lowest)
    assert sum(MOTIONS[motion] for motion, _ in lowest) == 0


def test_the_reversal_of_an_excited_state_gains_no_energy(audit: dict[str, ClaimAudit]) -> None:
    level = energies(1)
    assert level["k", "up"] == level["-k", "down"] == max(level.values())
    assert level["k", "down"] == level["-k", "up"] == min(level.values())
    literal, conversion = audit["t48"].readings
    assert literal.outcome is Outcome.REFUTED
    assert "E_ccw_down = 1 is not less than E_cw_up = 1" in literal.evidence.detail
    assert conversion.outcome is Outcome.PROVED
    found = probabilities(0.1, 1)
    assert found["k", "up"] == found["-k", "down"]


def test_both_bands_are_partially_occupied_unless_one_is_emptied_or_filled(audit: dict[str, ClaimAudit]) -> None:
    """t25, with up to three orbitals in each band; no place of the audit's counterexample is less than none."""
    detail = audit["t25"].readings[0].evidence.detail
    assert "= 0 is not greater than 0" in detail
    for valence, conduction in product(range(1, 4), repeat=2):
        for promoted in range(1, min(2 * valence, 2 * conduction) + 1):
            places = (2 * valence - promoted, promoted, promoted, 2 * conduction - promoted)
            assert all(number > 0 for number in places) == (promoted < min(2 * valence, 2 * conduction))


def test_what_gives_70_ev() -> None:
    rydberg = 13.605693
    assert 2 * rydberg < 28 < 35
    assert 65 < 2 * rydberg * (3.25 / 2) ** 2 < 75
