"""Hirsch, section X: the verdicts, and a second route for every line that is not simply true.

The second routes use nothing of `verify`: complex numbers and mpmath, written anew from the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

HERE = {
    "65", "65-Dirac", "66a", "66b", "66-to-65", "66-quadratic", "X-quadratic-real", "rigid", "67", "67-screened", "68", "69",
    "69-inside", "69-surface", "70", "70-vs-38", "70-holes", "71", "q0", "72", "72-spin-dir", "72-lowering", "73", "73-to-38",
}  # fmt: skip
HOLDING_IF = {"66-quadratic", "72-lowering", "73-to-38"}
PAULI = (((0, 1), (1, 0)), ((0, -1j), (1j, 0)), ((1, 0), (0, -1)))
HBAR, M, C, E, N = (
    mpmath.mpf("1.0546e-27"),
    mpmath.mpf("9.1094e-28"),
    mpmath.mpf("2.9979e10"),
    mpmath.mpf("-4.8032e-10"),
    mpmath.mpf("1e22"),
)
LAMBDA = mpmath.sqrt(M * C**2 / (4 * mpmath.pi * N * E**2))


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


def test_the_results_are_these(audit: dict[str, ClaimAudit]) -> None:
    printed = {label: claim.result for label, claim in audit.items() if claim.where == "X" and label[:2] != "x."}
    assert set(printed) == HERE
    assert {label for label, found in printed.items() if found is Result.PASS_IF} == HOLDING_IF
    assert {label for label, found in printed.items() if found is Result.GIVEN} == {"66a", "q0"}
    assert {label for label, found in printed.items() if found in (Result.FAIL, Result.OPEN)} == set()


def cross(a: Sequence[mpmath.mpf], b: Sequence[mpmath.mpf]) -> list[mpmath.mpf]:
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]


def sigma_cross(v: Sequence[mpmath.mpf]) -> list[mpmath.matrix]:
    s = [mpmath.matrix(entries) for entries in PAULI]
    return [s[1] * v[2] - s[2] * v[1], s[2] * v[0] - s[0] * v[2], s[0] * v[1] - s[1] * v[0]]


def test_the_square_of_the_operator_is_twice_that_of_a_direction(audit: dict[str, ClaimAudit]) -> None:
    literal, direction = audit["66-quadratic"].readings
    assert (literal.outcome, direction.outcome) == (Outcome.REFUTED, Outcome.PROVED)
    radius = mpmath.mpf("1e-6")
    field = [M * C**2 / (2 * E * LAMBDA**2) * radius, mpmath.mpf(0), mpmath.mpf(0)]
    factor = E**2 / (2 * M * C**2) * (HBAR / (4 * M * C)) ** 2
    maximum = -HBAR * C / (4 * E * LAMBDA**2)
    printed = E**2 * maximum**2 / (8 * M * C**2) * radius**2
    operator = factor * sum((part * part for part in sigma_cross(field)), start=mpmath.zeros(2))
    assert mpmath.almosteq(operator[0, 0], 2 * printed, rel_eps=mpmath.mpf("1e-12"))
    assert operator[0, 1] == 0
    vector = cross([mpmath.mpf(0), mpmath.mpf(0), mpmath.mpf(1)], field)
    assert mpmath.almosteq(factor * sum(part**2 for part in vector), printed, rel_eps=mpmath.mpf("1e-12"))


def mean_of_bands(q: mpmath.mpf, radius: mpmath.mpf, dimension: int) -> mpmath.mpf:
    """Energy per carrier in units of ħ²/2m, by summing over states up to one Fermi level, for the carriers of radius k_0."""
    area = (lambda k: 2 * mpmath.pi * k) if dimension == 2 else (lambda k: mpmath.mpf(1))
    low = 0 if dimension == 2 else -10 * radius

    def filled(level: mpmath.mpf) -> tuple[mpmath.mpf, mpmath.mpf]:
        count = energy = mpmath.mpf(0)
        for sigma in (1, -1):
            # k² − σqk < level between two roots
            root = mpmath.sqrt(q**2 / 4 + level)
            first, last = max(sigma * q / 2 - root, low), sigma * q / 2 + root
            count += mpmath.quad(area, [first, last])
            energy += mpmath.quad(lambda k, s=sigma: area(k) * (k**2 - s * q * k), [first, last])
        return count, energy

    wanted = 2 * mpmath.pi * radius**2 if dimension == 2 else 4 * radius
    level = mpmath.findroot(lambda level: filled(level)[0] - wanted, radius**2)
    return filled(level)[1] / wanted


def test_the_mean_lowering_in_one_and_two_dimensions(audit: dict[str, ClaimAudit]) -> None:
    literal, flat_bands = audit["72-lowering"].readings
    assert (literal.outcome, flat_bands.outcome) == (Outcome.REFUTED, Outcome.PROVED)
    q, radius = mpmath.mpf("0.01"), mpmath.mpf(1)
    flat = radius**2 / 2 - mean_of_bands(q, radius, 2)
    line = radius**2 / 3 - mean_of_bands(q, radius, 1)
    # in units of ħ²/2m: q²/2 is ħ²q²/(4m), and q²/4 is ħ²q²/(8m)
    assert mpmath.almosteq(flat, q**2 / 2 * (1 - q**2 / 12), rel_eps=mpmath.mpf("1e-6"))
    assert mpmath.almosteq(line, q**2 / 4, rel_eps=mpmath.mpf("1e-6"))
    lowest = min((k / 1000) ** 2 - q * (k / 1000) for k in range(-100, 100))
    assert mpmath.almosteq(lowest, -(q**2) / 4, rel_eps=mpmath.mpf("1e-9"))


def test_of_p_squared_alone_the_mean_rises_and_of_the_speed_73_it_falls_by_half() -> None:
    """The circles of radius κ ± q/2, in units of ħ²/2m: k² rises by q²/2, (k − σq/2)² falls by q²/4."""
    q, radius = mpmath.mpf("0.01"), mpmath.mpf(1)
    mean_radius = mpmath.sqrt(radius**2 - q**2 / 4)
    ends = [(sigma, mean_radius + sigma * q / 2) for sigma in (1, -1)]
    count = sum(mpmath.quad(lambda k: k, [0, end]) for _, end in ends)
    momentum = sum(mpmath.quad(lambda k: k**3, [0, end]) for _, end in ends) / count
    speed = sum(mpmath.quad(lambda k, s=s: k * (k - s * q / 2) ** 2, [0, end]) for s, end in ends) / count
    assert mpmath.almosteq(momentum - radius**2 / 2, q**2 / 2, rel_eps=mpmath.mpf("1e-3"))
    assert mpmath.almosteq(radius**2 / 2 - speed, q**2 / 4, rel_eps=mpmath.mpf("1e-3"))


def test_in_three_dimensions_the_lowering_is_the_same() -> None:
    """Slices of one momentum along the normal, which the term of the spin leaves alone, up to one Fermi level."""
    q = mpmath.mpf("0.01")

    def slice_of(level: mpmath.mpf) -> tuple[mpmath.mpf, mpmath.mpf]:
        root = mpmath.sqrt(max(q**2 / 4 + level, 0))
        ends = [(s, max(s * q / 2 - root, 0), s * q / 2 + root) for s in (1, -1) if s * q / 2 + root > 0]
        count = sum(last**2 - first**2 for _, first, last in ends)
        energy = sum((last**4 - first**4) / 2 - s * q * (last**3 - first**3) * 2 / 3 for s, first, last in ends)
        return count, energy

    def filled(level: mpmath.mpf) -> tuple[mpmath.mpf, mpmath.mpf]:
        cuts = [0, mpmath.sqrt(level), mpmath.sqrt(level + q**2 / 4)]
        count = 2 * mpmath.quad(lambda k: slice_of(level - k**2)[0], cuts)
        energy = 2 * mpmath.quad(lambda k: slice_of(level - k**2)[1] + k**2 * slice_of(level - k**2)[0], cuts)
        return count, energy

    wanted = mpmath.mpf(8) / 3
    level = mpmath.findroot(lambda level: filled(level)[0] - wanted, (mpmath.mpf("0.999"), mpmath.mpf(1)))
    assert mpmath.almosteq(mpmath.mpf(3) / 5 - filled(level)[1] / wanted, q**2 / 2, rel_eps=mpmath.mpf("1e-3"))


def test_the_speed_is_that_of_38_at_k_zero_only(audit: dict[str, ClaimAudit]) -> None:
    literal, difference = audit["73-to-38"].readings
    assert (literal.outcome, difference.outcome) == (Outcome.REFUTED, Outcome.PROVED)
    q = 1 / (2 * LAMBDA)
    speed = HBAR / (4 * M * LAMBDA)
    for k in (mpmath.mpf(0), q, -3 * q):
        up, down = (HBAR / M * (k - sigma * q / 2) for sigma in (1, -1))
        assert mpmath.almosteq((up - down) / 2, -speed)
    for sigma in (1, -1):
        assert mpmath.almosteq(HBAR / M * (0 - sigma * q / 2), -sigma * speed)
        assert HBAR / M * (sigma * q / 2 - sigma * q / 2) == 0


def test_the_sign_of_the_velocity_needs_a_negative_background() -> None:
    """The Lorentz force of the velocity (67) and the gradient force on the moment, B along z, at the point (2λ, 0, 0)."""
    b, sigma = mpmath.mpf(10), 1
    for density, balanced in ((E * N, True), (-E * N, False)):
        field = [2 * mpmath.pi * density * 2 * LAMBDA, 0, 0]
        velocity = [-E * HBAR / (4 * M**2 * C**2) * part for part in cross([0, 0, sigma], field)]
        lorentz = E / C * cross(velocity, [0, 0, b])[0]
        gradient = E * HBAR / (2 * M * C) * sigma * b / (2 * LAMBDA)
        assert (abs(lorentz + gradient) < abs(gradient) / 10**6) is balanced
        of_london = 2 * gradient  # with the gradient B/λ: the size is another one, the sign the same
        assert (lorentz * of_london < 0) is balanced
        assert (lorentz > 0) is balanced
