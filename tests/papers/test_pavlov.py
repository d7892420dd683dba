"""The audit of Pavlov (2025): every inventory label once, and a second route for every FAIL.

The second routes use nothing of `verify`: plain fractions and integers, the equations
written down again from the page.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

LABELS = (
    [f"t{i}" for i in range(1, 35) if i not in (12,)]
    + [f"u{i}" for i in range(1, 15) if i != 13]
    + ["u6b", "u13a", "u13b", "u13c"]
    + [str(i) for i in range(1, 8)]
)
FAILS = {"t7", "t17", "t21", "u7", "u8", "u11"}


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("pavlov")


def test_every_label_of_the_page_is_there_once(audit: dict[str, ClaimAudit]) -> None:
    assert set(LABELS) <= set(audit)
    assert {label for label in audit if not label.startswith("x.")} == set(LABELS)


def test_nothing_is_open_and_the_fails_are_these(audit: dict[str, ClaimAudit]) -> None:
    assert {label for label, claim in audit.items() if claim.result is Result.FAIL} == FAILS
    assert {label for label, claim in audit.items() if claim.result is Result.OPEN} == set()


def test_every_formula_has_dimensions(audit: dict[str, ClaimAudit]) -> None:
    odd = {label: claim.dimension_detail or "" for label, claim in audit.items() if claim.dimension == "mismatch"}
    assert set(odd) == {"u11"}
    assert "L³" in odd["u11"]
    assert "L²" in odd["u11"]


def test_the_print_agrees_with_the_encoding_wherever_it_is_a_formula(audit: dict[str, ClaimAudit]) -> None:
    words = {label for label, claim in audit.items() if "$" not in claim.printed and "\\" not in claim.printed}
    assert {label for label, claim in audit.items() if claim.transcription != "agrees"} <= words
    assert {claim.transcription for claim in audit.values()} == {"agrees", "words"}


def test_the_cube_is_mended_to_the_square(audit: dict[str, ClaimAudit]) -> None:
    assert audit["u11"].correction == r"r_{\text{He}}^{2} = \frac{\hbar^{2}}{4 m_e^{2} v^{2}}"
    assert audit["u12"].premises == ("7", "u10")
    assert audit["u12"].result is Result.PASS


# --- second routes -------------------------------------------------------------------------------


def cube_against_square() -> bool:
    """u11 at m = 1, v = 1, ħ = 4: (6) gives 2·r = 4, r = 2; the line says r³ = 16/4 = 4, but 2³ = 8."""
    mass, speed, action = 1, 1, 4
    radius = Fraction(action, 2 * mass * speed)
    assert 4 * mass**2 * speed**2 * radius**2 == action**2  # u10 holds
    return radius**3 != Fraction(action**2, 4 * mass**2 * speed**2)


def value_three_without_inverses() -> bool:
    """t17: 2 m v R = ħ in Φ = 2πRmv/e. With h = 2πħ in units of π: Φ/(h/e) = 2Rmv/(2ħ) = 1/2."""
    mass, speed, ring = 3, 5, 7
    action = 2 * mass * speed * ring
    flux_over_pi = Fraction(2 * ring * mass * speed)
    planck_over_pi = 2 * action
    return flux_over_pi == Fraction(planck_over_pi, 2)


def one_letter_for_four_values() -> bool:
    """t21: in units of h/e the four lines say 1/2, 1/n, 1/4, 1/n²: no n makes all equal."""
    return all(len({Fraction(1, 2), Fraction(1, n), Fraction(1, 4), Fraction(1, n * n)}) > 1 for n in range(1, 1000))


def the_half_is_no_contradiction() -> bool:
    """t7: fluxes of 3 and 2 add up to 5, half of a London quantum of 10: the equations have a model."""
    one, other, pair, london = 3, 2, 5, 10
    return one + other == pair and Fraction(pair, london) == Fraction(1, 2)


def a_quarter_is_no_half() -> bool:
    """u7 and u8: with h = e = 1 the letter that (3) makes 1/2 is no 1/4; that of (5), 1/n, is 1/n² for n = 1 only."""
    return Fraction(1, 2) != Fraction(1, 4) and all(Fraction(1, n) != Fraction(1, n * n) for n in range(2, 1000))


def two_electrons_by_energy() -> bool:
    """u6, its note: E₂ = 2·mv²/2 = I₂Φ₂/2 with I₂ = 2e/T gives Φ₂ = 2πRmv/e, the flux of one electron."""
    mass, speed, charge, ring = 2, 3, 5, 7
    period_over_pi = Fraction(2 * ring, speed)
    flux_of_one = 2 * Fraction(mass * speed**2, 2) / (charge / period_over_pi)
    flux_of_two = 2 * (2 * Fraction(mass * speed**2, 2)) / (2 * charge / period_over_pi)
    return flux_of_one == flux_of_two


@pytest.mark.parametrize(
    "route",
    [
        cube_against_square,
        value_three_without_inverses,
        one_letter_for_four_values,
        the_half_is_no_contradiction,
        a_quarter_is_no_half,
        two_electrons_by_energy,
    ],
)
def test_route_worked_by_hand(route: Callable[[], bool]) -> None:
    assert route()


def pair_at_half_speed() -> bool:
    """t14: with one ħ for the pair the speed halves; 2e/(2T) = e/T, so the current does not double."""
    charge, period = 5, 7
    return Fraction(charge, 2 * period) * 2 == Fraction(charge, period)


def two_unlike_times() -> bool:
    """t14, its counterexample: e/T + e/(2T) is 1.5 times e/T."""
    return Fraction(1, 1) + Fraction(1, 2) == Fraction(3, 2) * Fraction(1, 1)


def bohr_radius_digits() -> bool:
    """u14: 5.29177210544 rounds to 5.2917721054 at ten decimals, CODATA 2010's 5.2917721092 is what is printed."""
    return round(Fraction("5.29177210544"), 10) != Fraction("5.2917721092")


def helium_ratio() -> bool:
    """t27: 31/7.56 is above four, even with 30.5 over 7.565."""
    return Fraction("30.5") / Fraction("7.565") > 4


def helium_radius() -> bool:
    """t28: 52.9177/1.75 = 30.24 pm: not 31 to its digits, but within five per cent of it, and of 30.1."""
    radius = Fraction("52.9177") / Fraction("1.75")
    near = all(abs(radius - table) < Fraction(5, 100) * table for table in (31, Fraction("30.1")))
    return radius < Fraction("30.5") and near


@pytest.mark.parametrize(
    ("label", "route"),
    [
        ("t14", pair_at_half_speed),
        ("t14", two_unlike_times),
        ("u14", bohr_radius_digits),
        ("t27", helium_ratio),
        ("t28", helium_radius),
    ],
)
def test_second_route_where_the_literal_reading_fails(
    audit: dict[str, ClaimAudit], label: str, route: Callable[[], bool]
) -> None:
    assert route()
    assert audit[label].result is (Result.FAIL if label in FAILS else Result.PASS_IF)
    assert audit[label].literal.outcome is Outcome.REFUTED
