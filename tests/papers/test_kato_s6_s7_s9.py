"""Kato, sections VI, VII and IX: the verdicts of the audit, and second routes that use nothing of `verify`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

FOLLOW = {"t21", "t21b", "t22a-weak", "t22a-strong", "t22c", "t22d", "t22", "t26-kinetic", "t28", "t29"}
UNDER_A_CONDITION = {"t22b", "t25", "t26", "t47", "t49"}
FAILS = {"t22a", "t48"}
PROSE = {"t23", "t24", "t27", "t29b"}


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return {label: claim for label, claim in shipped_audit("kato").items() if claim.where in {"VI", "VII", "IX"}}


def labels_with(audit: dict[str, ClaimAudit], result: Result) -> set[str]:
    return {label for label, claim in audit.items() if claim.result is result and not label.startswith("x.")}


def test_verdicts(audit: dict[str, ClaimAudit]) -> None:
    assert labels_with(audit, Result.GIVEN) == {"u16"}
    assert labels_with(audit, Result.PASS) == FOLLOW
    assert labels_with(audit, Result.PASS_IF) == UNDER_A_CONDITION
    assert labels_with(audit, Result.FAIL) == FAILS
    assert labels_with(audit, Result.PROSE) == PROSE
    assert labels_with(audit, Result.OPEN) == set()


def test_print_and_encoding(audit: dict[str, ClaimAudit]) -> None:
    assert {claim.transcription for claim in audit.values()} <= {"agrees", "words"}


@pytest.mark.parametrize("label", sorted(FAILS))
def test_corrections_hold(audit: dict[str, ClaimAudit], label: str) -> None:
    literal, corrected = audit[label].readings
    assert (literal.outcome, corrected.outcome) == (Outcome.REFUTED, Outcome.PROVED)


# --- second routes: four states, with their energies counted ---------------------------------------

MAGNETON_IN_KELVIN = mpmath.mpf("9.2740100657e-24") / mpmath.mpf("1.380649e-23")
"""μ_B/k_B, kelvin in a tesla."""
MOTIONS, SPINS = {"k": -1, "-k": 1}, {"up": 1, "down": -1}
"""The field of each motion, upwards, and the moment of each spin."""


def energies(tesla: float) -> dict[tuple[str, str], mpmath.mpf]:
    """−s·B of the four states, in kelvin."""
    return {(k, s): -MAGNETON_IN_KELVIN * tesla * MOTIONS[k] * SPINS[s] for k, s in product(MOTIONS, SPINS)}


def ground(kelvin: float, tesla: float) -> mpmath.mpf:
    weights = {state: mpmath.exp(-energy / kelvin) for state, energy in energies(tesla).items()}
    return (weights["k", "down"] + weights["-k", "up"]) / sum(weights.values())


def test_more_than_99_percent_fails_in_a_corner_of_the_range(audit: dict[str, ClaimAudit]) -> None:
    assert mpmath.nstr(ground(0.1, 0.1), 3) == "0.793"
    assert all(ground(kelvin, tesla) > 0.99 for kelvin, tesla in ((0.1, 1), (0.01, 0.1), (0.01, 1)))
    assert audit["t22a"].result is Result.FAIL


@pytest.mark.parametrize(("tesla", "kelvin"), [(0.1, "0.0292"), (1, "0.292")])
def test_where_99_percent_are_reached(tesla: float, kelvin: str) -> None:
    found = mpmath.findroot(lambda t: ground(t, tesla) - mpmath.mpf("0.99"), (0.02 * tesla / 0.1, 0.04 * tesla / 0.1))
    assert mpmath.nstr(found, 3) == kelvin
    assert ground(found * 1.01, tesla) < 0.99 < ground(found * 0.99, tesla)


def test_most_without_a_number_says_nothing_of_the_temperature() -> None:
    assert all(ground(kelvin, tesla) > 0.5 for kelvin in (0.01, 0.1, 298, 5000) for tesla in (0.1, 1))


def test_the_reversal_of_an_excited_state_gains_no_energy(audit: dict[str, ClaimAudit]) -> None:
    level = energies(1)
    assert level["k", "up"] == level["-k", "down"] == max(level.values())
    assert level["k", "down"] == level["-k", "up"] == min(level.values())
    assert audit["t48"].result is Result.FAIL


def test_what_70_ev_would_need() -> None:
    rydberg = 13.605693
    assert 2 * rydberg < 28 < 35
    assert 65 < 2 * rydberg * (3.25 / 2) ** 2 < 75
