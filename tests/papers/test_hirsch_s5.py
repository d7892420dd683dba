"""Hirsch, section V: second routes for its FAIL and for what holds only in a layer, by arithmetic of its own."""

from __future__ import annotations

from collections.abc import Callable

import mpmath
import pytest

from verify.verdicts import ClaimAudit, Outcome, Result

FAILS = {"28"}
PASSES_IF = {
    "27-vs-28", "TF-much-smaller", "29a", "29b", "29c", "30", "30-scaling", "30-within-lambda", "rho-negative-layer", "rho-negative-cylinder",
}  # fmt: skip
PASSES = {
    "23", "23-from-24", "24-covariant", "24-london", "27-covariant", "27-coulomb", "screening", "expelled-sign",
}  # fmt: skip
GIVENS = {"24", "25a", "25b", "26a", "26b", "27", "phi0"}
PROSE = {"V-BCS-rigid", "V-background", "V-general"}


@pytest.fixture(scope="module")
def audit(shipped_audit: Callable[[str], dict[str, ClaimAudit]]) -> dict[str, ClaimAudit]:
    return shipped_audit("hirsch")


@pytest.mark.slow
def test_results(audit: dict[str, ClaimAudit]) -> None:
    for result, labels in (
        (Result.FAIL, FAILS),
        (Result.PASS_IF, PASSES_IF),
        (Result.PASS, PASSES),
        (Result.GIVEN, GIVENS),
        (Result.PROSE, PROSE),
    ):
        assert {label: audit[label].result for label in labels} == dict.fromkeys(labels, result)


def field_27(c: float) -> tuple[float, float, float]:
    """∇·J, ∂ρ/∂t and the left side of (27), at x = 1 and t = 1, of fields that satisfy (23), (24) and (27) with λ = 1.

    A_x = 3xt² and φ = −ct³; by (24) J_x = −cA_x/4π, by (23) ρ − ρ_0 = −(φ − φ_0)/4π.  Differentiated by differences.
    """
    step = 1e-5

    def current(x: float, t: float) -> float:
        return -c * 3 * x * t**2 / (4 * mpmath.pi)

    def density(t: float) -> float:
        return c * t**3 / (4 * mpmath.pi)

    divergence = (current(1 + step, 1) - current(1 - step, 1)) / (2 * step)
    rate = (density(1 + step) - density(1 - step)) / (2 * step)
    gauge = 3 * ((1 + step) - (1 - step)) / (2 * step) - ((1 + step) ** 3 - (1 - step) ** 3) / (2 * step)
    return divergence, rate, gauge


def test_the_charge_of_28_is_not_conserved_with_its_1_over_c() -> None:
    for c in (2, 3, 10):
        divergence, rate, gauge = field_27(c)
        assert abs(gauge) < 1e-8
        assert abs(divergence + rate) < 1e-8
        assert abs(divergence + rate / c) > 0.1


@pytest.mark.slow
def test_28_as_it_was_judged(audit: dict[str, ClaimAudit]) -> None:
    found = audit["28"]
    assert found.dimension == "mismatch"
    assert [verdict.outcome for verdict in found.readings] == [Outcome.REFUTED, Outcome.PROVED]
    assert found.readings[1].name == "without 1/c"


def slope(dimensions: int, u: mpmath.mpf) -> mpmath.mpf:
    """The radial derivative of the regular solution of ∇²f = f."""
    return {
        1: mpmath.sinh(u),
        2: mpmath.besseli(1, u),
        3: mpmath.cosh(u) / u - mpmath.sinh(u) / u**2,
    }[dimensions]


def field(dimensions: int, size: int, r: mpmath.mpf) -> mpmath.mpf:
    """E/(4πρ_0) of a neutral body of this size, in units of λ: (r − R g(r)/g(R))/n, zero at the surface."""
    return (r - size * slope(dimensions, r) / slope(dimensions, size)) / dimensions


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_the_maximum_of_the_screened_field_lies_deeper_than_a_penetration_depth(dimensions: int) -> None:
    """Its depth is about ln(R/λ), and at the depth λ the field is 1 − 1/e of (30), to the leading order."""
    with mpmath.workdps(30):
        for size in (30, 300, 3000):
            places = [size - mpmath.mpf(k) / 10 for k in range(1, 200)]
            highest = max(places, key=lambda r, size=size: field(dimensions, size, r))
            assert abs(size - highest - mpmath.log(size)) < 1.3
            assert size - highest > 2
        e_m = mpmath.mpf(3000) / dimensions
        assert abs(field(dimensions, 3000, mpmath.mpf(2999)) / e_m - (1 - mpmath.exp(-1))) < 0.002


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_the_screened_density_is_negative_in_the_whole_layer(dimensions: int) -> None:
    """Of the cylinder too, rho-negative-cylinder: dρ/dr = (E − E_0)/4πλ², ρ = (1/r^(n−1)) d(r^(n−1)E)/dr over 4π."""
    with mpmath.workdps(30):
        for size in (11, 50, 500):
            for k in range(1, 20):
                r = size - mpmath.mpf(k) / 20
                density = mpmath.diff(lambda s, size=size: s ** (dimensions - 1) * field(dimensions, size, s), r)
                assert density < 0


@pytest.mark.slow
def test_the_maximum_as_it_was_judged(audit: dict[str, ClaimAudit]) -> None:
    literal, layer = audit["30-within-lambda"].readings
    assert (literal.outcome, layer.outcome) == (Outcome.REFUTED, Outcome.PROVED)
    assert "ln(R/(nλ_L))" in (audit["30-within-lambda"].note or "")


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_in_the_model_of_29_the_field_is_largest_at_the_inner_side_of_the_layer(dimensions: int) -> None:
    """Charge shell by shell: ρ_0 = 1 up to R − λ, and in the layer the density that makes the body neutral."""
    size, steps = 50.0, 5000
    layer = -((size - 1) ** dimensions) / (size**dimensions - (size - 1) ** dimensions)
    charge, fields = 0.0, {}
    for step in range(steps):
        r = size * (step + 0.5) / steps
        density = 1.0 if r < size - 1 else layer
        charge += density * r ** (dimensions - 1) * size / steps
        fields[r] = charge / r ** (dimensions - 1)
    assert abs(max(fields, key=lambda r: fields[r]) - (size - 1)) <= 2 * size / steps


@pytest.mark.parametrize(("dimensions", "printed"), [(3, 3), (2, 2), (1, 1)])
def test_29_is_the_leading_order_only(dimensions: int, printed: int) -> None:
    """ρ_0/ρ_- = −(R^n − (R − λ)^n)/(R − λ)^n against −nλ/R (R is half of D): they differ by the order λ/R."""
    for size in (10.0, 100.0, 1000.0):
        exact = (size**dimensions - (size - 1) ** dimensions) / (size - 1) ** dimensions
        assert 0 < exact / (printed / size) - 1 < 3 / size
