"""Essén (2013): the audit as a whole, and a second route for every FAIL, in plain Python arithmetic.

The second routes share nothing with the engine: integers, fractions and mpmath, written
anew from the page.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import mpmath
import pytest

from derivations.essen import paper
from verify.judge import judge_claim
from verify.verdicts import ClaimAudit, Grade, Outcome, Result

FAILS = {"14", "Levy-N", "43", "IV.B-amnum"}
CHARITABLE = {
    "II.B-IpiR2",
    "16-from14",
    "39-JC",
    "II.B-muB",
    "Levy-Iav",
    "Levy-B0",
    "17-arb",
    "18-14",
    "26-ident",
    "III.A-same",
    "IV.B-T3d",
    "IV.B-log",
    "46",
    "IV.B-7mK",
    "50-30",
    "55",
}
C, E, H, M = 299792458, Fraction("1.602176634e-19"), Fraction("6.62607015e-34"), Fraction("9.1093837139e-31")
A_0, ALPHA = Fraction("5.29177210544e-11"), Fraction("7.2973525643e-3")
HARTREE_IN_K = Fraction("3.1577502480e5")
FERMI = mpmath.mpf("1.8415842761")
"""(9π/4)^(2/3)/2, the Fermi energy of free electrons times r_s² in hartree."""


@pytest.fixture(scope="module")
def audit() -> dict[str, ClaimAudit]:
    return {claim.label: judge_claim(paper, claim) for claim in paper.in_print_order()}


def test_the_results_are_these(audit: dict[str, ClaimAudit]) -> None:
    assert {label for label, claim in audit.items() if claim.result is Result.FAIL} == FAILS
    assert {label for label, claim in audit.items() if claim.result is Result.PASS_IF} == CHARITABLE
    assert {label for label, claim in audit.items() if claim.result is Result.OPEN} == set()


def test_sums_over_particles_are_proved_for_every_number(audit: dict[str, ClaimAudit]) -> None:
    for label in ("3-J", "4", "5", "7", "8", "9", "12", "13", "31", "32", "34", "47", "48", "50"):
        verdict = audit[label].literal
        assert (verdict.outcome, verdict.grade) == (Outcome.PROVED, Grade.EXACT), label
        assert "every N" in verdict.evidence.detail


def test_the_leading_logarithm_is_no_equality_and_only_corroborated(audit: dict[str, ClaimAudit]) -> None:
    literal, leading = audit["46"].readings
    assert literal.outcome is Outcome.REFUTED
    assert "0.250 at q = 100" in literal.evidence.detail
    assert (leading.outcome, leading.grade) == (Outcome.CORROBORATED, Grade.BALL)


def test_dimensions_differ_where_the_print_is_wrong(audit: dict[str, ClaimAudit]) -> None:
    odd = {label for label, claim in audit.items() if claim.dimension.startswith("mismatch")}
    assert odd == {"II.B-muB", "39-JC"}, odd


def test_the_corrections(audit: dict[str, ClaimAudit]) -> None:
    assert audit["14"].correction is not None
    assert audit["14"].correction.startswith(r"I_\Phi = - ")
    assert audit["43"].correction is not None
    assert "2 \\mathcal{E}_F" in audit["43"].correction
    assert audit["II.B-IpiR2"].premises == ("14", "15", "x.h", "14 (sign)")


def test_no_print_differs_from_its_encoding(audit: dict[str, ClaimAudit]) -> None:
    assert {claim.transcription for claim in audit.values()} == {"agrees", "none", "not parsed"}


# --- a second route for every FAIL ---------------------------------------------------------------


def current_opposes_flux() -> bool:
    """14: at R = m = c = 1 and J = 0 each of two charges 3 turns with φ̇ = −3Φ/2π: I = 2·3·φ̇/2π = −18Φ/4π² < 0 for Φ > 0."""
    flux, charge, number = 5, 3, 2
    rate_times_2pi = Fraction(-charge * flux)
    current_times_4pi2 = number * charge * rate_times_2pi
    printed_times_4pi2 = flux * number * charge**2
    return current_times_4pi2 == -printed_times_4pi2 != printed_times_4pi2


def sign_of_sixteen() -> bool:
    """16-from14: Φ = BπR² in the printed (14) gives +NBe²/(4πm) in SI, +2.242 nA/T; (16) has the minus sign."""
    per_tesla = mpmath.mpf(E.numerator) / E.denominator
    per_tesla = per_tesla**2 / (4 * mpmath.pi * (mpmath.mpf(M.numerator) / M.denominator))
    return mpmath.mpf("2.2415e-9") < per_tesla < mpmath.mpf("2.2425e-9")


def twelve_electrons() -> bool:
    """Levy-N: 0.36/(2.242·0.013) = 12.35; with any rounding, and half the field, below 26: not 100, nor half a decade below."""
    most = Fraction("0.365") / (Fraction("2.2415") * Fraction("0.0125"))
    least = Fraction("0.355") / (Fraction("2.2425") * Fraction("0.0135"))
    return 11 < least < most < Fraction("13.1") and 2 * most < Fraction("31.6") < Fraction("99.5")


def derivative_by_the_velocity() -> bool:
    """39-JC: without interaction H = mR²φ̇_C² + …: ∂H/∂φ̇_C = 2mR²φ̇_C = J_C; at m = R = φ̇_C = 1 it is 2, while J̇_C = 0."""
    step = Fraction(1, 1000)

    def energy(rate: Fraction) -> Fraction:
        return rate**2 + Fraction(1, 4) * 3**2

    slope = (energy(1 + step) - energy(1 - step)) / (2 * step)
    return slope == 2 != 0


def two_fermi_energies() -> bool:
    """43: two electrons, m = 2, R = 3, v_F = 5: J_C = 2·mRv = 60, J_F = 30, J_F²/(mR²) = 50, twice ½mv² = 25."""
    mass, ring, speed = 2, 3, 5
    total = 2 * mass * ring * speed
    fermi = Fraction(mass * speed**2, 2)
    return Fraction((total // 2) ** 2, mass * ring**2) == 2 * fermi != fermi


def bohr_radius_of_the_pair() -> bool:
    """IV.B-amnum: 2/(E_F/mc²) = 2·137.036²/1.8416 = 2.04·10⁴; with twice E_F 1.02·10⁴; neither is 1.52·10⁴."""
    assert abs((9 * mpmath.pi / 4) ** (mpmath.mpf(2) / 3) / 2 - FERMI) < mpmath.mpf("1e-9")
    inverse_alpha = mpmath.mpf(ALPHA.denominator) / ALPHA.numerator
    single, double = (2 * inverse_alpha**2 / (times * FERMI) for times in (1, 2))
    return 20390 < single < 20400 and 10195 < double < 10200 and not any(15150 < v < 15250 for v in (single, double))


ROUTES: dict[str, Callable[[], bool]] = {
    "14": current_opposes_flux,
    "Levy-N": twelve_electrons,
    "43": two_fermi_energies,
    "IV.B-amnum": bohr_radius_of_the_pair,
}


@pytest.mark.parametrize("label", sorted(FAILS))
def test_second_route_for_every_fail(label: str) -> None:
    assert ROUTES[label]()


# --- a second route where the literal reading is refuted -----------------------------------------


def magneton_has_a_c() -> bool:
    """II.B-muB: in Gaussian units eħ/2m is 4.80320·10⁻¹⁰·1.05457·10⁻²⁷/(2·9.10938·10⁻²⁸) = 2.78·10⁻¹⁰, c times 9.274·10⁻²¹ erg/G."""
    without = Fraction("4.80320e-10") * Fraction("1.05457e-27") / (2 * Fraction("9.10938e-28"))
    return abs(without / (C * 100) / Fraction("9.27401e-21") - 1) < Fraction(1, 10**5)


def average_current() -> bool:
    """Levy-Iav: 3·10⁻³·e·(1.92/2.67)αc/2.2 μm = 0.344 nA; with 3.2·10⁻³, which prints as 3·10⁻³, 0.367 nA."""
    speed = Fraction("1.92") / Fraction("2.67") * ALPHA * C
    unit = E * speed / Fraction("2.2e-6") * 10**9
    return (
        Fraction("0.34") < Fraction("3e-3") * unit < Fraction("0.355") < Fraction("3.15e-3") * unit < Fraction("0.365")
    )


def field_of_one_quantum() -> bool:
    """Levy-B0: h/e over ℓ²/4π is 1.03 to 1.12·10⁻² T for ℓ = 2.15 to 2.25 μm; over (ℓ/4)² at ℓ = 2.25 μm it is 1.307·10⁻² T."""
    quantum = H / E
    pi = Fraction(314159265, 10**8)
    circles = [quantum * 4 * pi / Fraction(length) ** 2 for length in ("2.25e-6", "2.15e-6")]
    square = quantum * 16 / Fraction("2.25e-6") ** 2
    return circles[1] < Fraction("1.25e-2") <= square <= Fraction("1.35e-2") and circles[0] < circles[1]


def relative_velocity_turns() -> bool:
    """17-arb: particles at rest at x = 1 and x = −1 have the relative velocity 2Ω in a frame that turns."""
    turning = 3
    seen = (turning * 1 - turning * -1) ** 2
    return seen != 0


def larmor_against_fourteen() -> bool:
    """18-14: with B = Φ/πR² the Larmor current is −Φ/π · N e²/(4πmc R²): the magnitude of (14) and the other sign."""
    flux, ring, number, charge, mass = 2, 3, 5, 7, 11
    larmor_times_pi2 = -Fraction(flux, ring**2) / 4 * number * charge**2 / mass
    printed_times_pi2 = Fraction(flux, 4 * ring**2) * number * charge**2 / mass
    return larmor_times_pi2 == -printed_times_pi2


def a_wave_for_one_condition_only() -> bool:
    """26-ident: at n_φ = 0, ψ' = e^{iφ/2} returns after 4π, not after 2π, where it is −1."""
    after_2pi, after_4pi = (mpmath.expj(turns * mpmath.pi) for turns in (1, 2))
    return mpmath.almosteq(after_4pi, 1) and mpmath.almosteq(after_2pi, -1)


def centrifugal_rest() -> bool:
    """III.A-same: at rest in the frame at x = 1, Ω = m = 1: Lorentz force −2mΩ²x, centrifugal +mΩ²x, sum −1."""
    return -2 + 1 != 0


def millikelvin() -> bool:
    """IV.B-T3d: Z²/4 hartree = 0.009 mK for Au and 0.015 mK for Cu; four times that with Z from its definition."""
    alpha2 = (mpmath.mpf(ALPHA.numerator) / ALPHA.denominator) ** 2
    kelvin = mpmath.mpf(HARTREE_IN_K.numerator) / HARTREE_IN_K.denominator
    half_decade = mpmath.sqrt(10)
    cold = [(FERMI * alpha2 / r_s**2) ** 2 / 4 * kelvin * 1000 for r_s in (mpmath.mpf("3.01"), mpmath.mpf("2.67"))]
    return all(t < mpmath.mpf("0.1") / half_decade < 4 * t < mpmath.mpf("0.1") * half_decade for t in cold)


def a_power_is_no_logarithm() -> bool:
    """IV.B-log: −2/δ² grows a hundredfold from δ = 1/10 to 1/100, and again to 1/1000; a squared logarithm fourfold, then 9/4."""
    power = [-2 * 10 ** (2 * k) for k in (1, 2, 3)]
    squares = [k**2 for k in (1, 2, 3)]
    return power[2] * power[0] == power[1] ** 2 and Fraction(squares[1], squares[0]) != Fraction(squares[2], squares[1])


def whittaker_by_mpmath() -> bool:
    """46: the root of W'_{1/κ,1/2}(2κ/100) lies near κ = 4.607; (4.607/(2 ln 100))² = 0.250."""

    def slope(kappa: mpmath.mpf) -> mpmath.mpf:
        return mpmath.diff(lambda z: mpmath.whitw(1 / kappa, mpmath.mpf(1) / 2, z), 2 * kappa / 100)

    with mpmath.workdps(30):
        kappa = mpmath.findroot(slope, mpmath.mpf("4.6"))
        quotient = (kappa / (2 * mpmath.log(100))) ** 2
        return abs(kappa - mpmath.mpf("4.60726305340379")) < mpmath.mpf("1e-12") and quotient < mpmath.mpf("0.26")


def two_of_seven() -> bool:
    """IV.B-7mK: 7/2 = 3.5 is more than √10, and less than ten."""
    return Fraction(7, 2) ** 2 > 10 and Fraction(7, 1) < 10


def three_is_not_one() -> bool:
    """50-30: (30) says 3; within half a decade of 1, because 3² < 10."""
    return 3 != 1 and 3**2 < 10


def seven_nanometres() -> bool:
    """55: a_0/α = 7.25 nm: outside 9.5 to 10.5 nm, inside 5 to 15 nm."""
    size = A_0 / ALPHA * 10**9
    return 5 < size < Fraction("9.5")


SECOND: dict[str, Callable[[], bool]] = {
    "II.B-IpiR2": current_opposes_flux,
    "16-from14": sign_of_sixteen,
    "39-JC": derivative_by_the_velocity,
    "II.B-muB": magneton_has_a_c,
    "Levy-Iav": average_current,
    "Levy-B0": field_of_one_quantum,
    "17-arb": relative_velocity_turns,
    "18-14": larmor_against_fourteen,
    "26-ident": a_wave_for_one_condition_only,
    "III.A-same": centrifugal_rest,
    "IV.B-T3d": millikelvin,
    "IV.B-log": a_power_is_no_logarithm,
    "46": whittaker_by_mpmath,
    "IV.B-7mK": two_of_seven,
    "50-30": three_is_not_one,
    "55": seven_nanometres,
}


@pytest.mark.parametrize("label", sorted(CHARITABLE))
def test_second_route_where_the_literal_reading_fails(audit: dict[str, ClaimAudit], label: str) -> None:
    assert SECOND[label]()
    assert audit[label].literal.outcome is Outcome.REFUTED


# --- sums, written out by hand -------------------------------------------------------------------


def test_pairs_counted_once_and_twice() -> None:
    """34: Σ_{i<j} f_ij = ½ Σ_{i≠j} f_ij for a symmetric table of whole numbers."""
    table = [[0, 2, 5, 7], [2, 0, 11, 13], [5, 11, 0, 17], [7, 13, 17, 0]]
    once = sum(table[i][j] for j in range(4) for i in range(j))
    assert 2 * once == sum(map(sum, table))


def test_series_of_the_angular_potential() -> None:
    """42: V_φ − 1/φ + φ/3 − 97φ³/5760 is of fifth order: halving φ divides it by 32."""
    with mpmath.workdps(60):
        rest = [
            (1 + 3 * mpmath.cos(x)) / (8 * mpmath.sin(x / 2)) - 1 / x + x / 3 - mpmath.mpf(97) / 5760 * x**3
            for x in (mpmath.mpf(1) / 1000, mpmath.mpf(1) / 2000)
        ]
        assert abs(rest[0] / rest[1] - 32) < mpmath.mpf("1e-4")


def test_flux_of_the_sphere_and_the_number_of_electrons() -> None:
    """29, 30: 8πσR/3 with σ = N/(4πR²) is 2N/(3R); equal to 2/r_e in units e = m = c = 1 for N = 3R/r_e."""
    number, ring = 3 * 7, 7
    assert Fraction(8, 3) * Fraction(number, 4 * ring**2) * ring == Fraction(2 * number, 3 * ring) == 2
