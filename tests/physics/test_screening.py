"""Layers and screened solutions: cases by hand and by mpmath, and false lines that must not pass."""

from __future__ import annotations

from typing import Any

import mpmath
import pytest
from sympy import Rational, lambdify, pi

from derivations.physics.screening import (
    DIMENSIONS,
    content,
    field_in_layer,
    field_of,
    field_of_uniform,
    gauss_law,
    layered_charge,
    neutralising_density,
    screened_density,
    screened_field,
    screening_law,
    surface,
)
from verify.claims import ClaimError, equal, expands_to, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

r, R, d, q, p = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "rRdqp")


def outcomes(statements: tuple[Any, ...], *where: Any) -> set[Outcome]:
    return {KINDS[type(s)].check(s, Facts((), where), Settings()).outcome for s in statements}


def test_a_layer_by_hand() -> None:
    """R = 2, layer of thickness 1 and density −1: contents 7/3·4π, 3π, 2 outside contents 4π/3, π, 2 of the inside."""
    assert [neutralising_density(g, 2, 1, -1) for g in ("sphere", "cylinder", "slab")] == [7, 3, 1]
    assert [
        layered_charge(g, 2, 1, interior=q, layer=-1).subs(q, n)
        for g, n in zip(("sphere", "cylinder", "slab"), (7, 3, 1), strict=True)
    ] == [0, 0, 0]
    assert [surface(g, 3) for g in ("sphere", "cylinder", "slab")] == [36 * pi, 6 * pi, 2]
    assert [field_of_uniform(g, 1, 3) for g in ("sphere", "cylinder", "slab")] == [4 * pi, 6 * pi, 12 * pi]
    assert field_of("sphere", 5, 2) == 5 * Rational(1, 4)


@pytest.mark.parametrize("geometry", DIMENSIONS)
def test_the_field_of_a_neutral_layer_ends_at_the_surface(geometry: str) -> None:
    inside = neutralising_density(geometry, R, d, -q)
    assert outcomes(equal(field_in_layer(geometry, R, d, R, interior=inside, layer=-q), 0), d < R) == {Outcome.PROVED}
    edge = field_in_layer(geometry, R, d, R - d, interior=inside, layer=-q)
    assert outcomes(equal(edge, field_of_uniform(geometry, inside, R - d)), d < R) == {Outcome.PROVED}


@pytest.mark.parametrize(("geometry", "number"), DIMENSIONS.items())
def test_thin_layers(geometry: str, number: int) -> None:
    inside = neutralising_density(geometry, R, d, -q)
    assert outcomes(expands_to(inside, d, number * d * q / R, order=2), d < R) == {Outcome.PROVED}
    assert outcomes(expands_to(inside, d, (number + 1) * d * q / R, order=2), d < R) == {Outcome.REFUTED}
    assert outcomes(equal(inside, number * d * q / R), d < R) == {Outcome.REFUTED}


@pytest.mark.parametrize("geometry", DIMENSIONS)
def test_screened_solutions_solve_both_equations_and_no_others(geometry: str) -> None:
    field = screened_field(geometry, R, d, r, interior=q)
    density = screened_density(geometry, R, d, r, interior=q)
    assert outcomes(gauss_law(geometry, field, density, r), r < R) == {Outcome.PROVED}
    assert outcomes(screening_law(geometry, field, density, d, r, interior=q), r < R) == {Outcome.PROVED}
    assert outcomes(gauss_law(geometry, field, 2 * density, r), r < R) == {Outcome.REFUTED}
    assert outcomes(screening_law(geometry, field, density, 2 * d, r, interior=q), r < R) == {Outcome.REFUTED}
    assert field.subs(r, R) == 0


@pytest.mark.parametrize(("geometry", "number"), DIMENSIONS.items())
def test_screened_bodies_are_neutral_and_agree_with_a_thin_layer(geometry: str, number: int) -> None:
    """By quadrature: no charge at all; at the surface the density is −ρ_0 R/(nλ), to the leading order."""
    density = lambdify((r, R), screened_density(geometry, R, 1, r, interior=1), "mpmath")
    with mpmath.workdps(30):
        for size in (5, 20):
            charge = mpmath.quad(lambda s, size=size: density(s, size) * s ** (number - 1), mpmath.linspace(0, size, 9))
            assert abs(charge) < mpmath.mpf("1e-12") * size**number
        for size in (100, 1000):
            assert abs(density(mpmath.mpf(size), mpmath.mpf(size)) * number / size + 1) < mpmath.mpf(4) / size


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: content("cube", R), "expected one of"),
        (lambda: screened_field("cube", R, d, r, interior=q), "expected one of"),
        (lambda: gauss_law("slab", r, q, r**2), "expected the symbol"),
        (lambda: screening_law("slab", r, q, d, r**2, interior=q), "expected the symbol"),
        (lambda: content("slab", 0.5), "exact"),
    ],
)
def test_bad_input_is_refused(make: Any, why: str) -> None:
    with pytest.raises(ClaimError, match=why):
        make()
