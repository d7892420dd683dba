"""`derivations.physics.wave_functions`: hydrogen and an oscillator by hand, and wrong lines that must not pass."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, Ne, Rational, exp, pi, sqrt

from derivations.physics.wave_functions import (
    coulomb_energy,
    is_normalised,
    kinetic_energy,
    laplacian,
    lowest_energy,
    mean,
    mean_square_in_plane,
    minimum_at,
    most_probable,
    no_zero,
    solves,
)
from verify.claims import ClaimError, equal, function, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

r, b, m, h, k, q, u = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("r", "b", "m", "h", "k", "q", "u"))
x, y, z, theta, free = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in ("x", "y", "z", "theta", "w"))
g = function("g", "g", "any function", DIMENSIONLESS, arguments=(DIMENSIONLESS,) * 3, real=True)
HYDROGEN = exp(-r / b) / sqrt(pi * b**3)
GAUSS = exp(-(r**2) / (2 * b**2)) / (pi * b**2) ** Rational(3, 4)
NOTHING = Facts((), ())


def outcomes(statements: tuple[Any, ...], *where: Any) -> list[Outcome]:
    return [KINDS[type(s)].check(s, Facts((), where), Settings()).outcome for s in statements]


def holds(statements: tuple[Any, ...], *where: Any) -> bool:
    return set(outcomes(statements, *where)) == {Outcome.PROVED}


@pytest.mark.parametrize("psi", [HYDROGEN, GAUSS])
def test_the_wave_functions_are_normalised(psi: Any) -> None:
    assert holds(is_normalised(psi, r))
    assert not holds(is_normalised(2 * psi, r))


def test_mean_values_of_hydrogen() -> None:
    """<r> = 3b/2, <r²> = 3b², <1/r> = 1/b, <r_⊥²> = ⅔<r²>, <p²> = ħ²/b² (Landau and Lifshitz, §36)."""
    for power, value in [(1, 3 * b / 2), (2, 3 * b**2), (-1, 1 / b)]:
        assert holds(equal(mean(HYDROGEN, r, r**power), value))
        assert not holds(equal(mean(HYDROGEN, r, r**power), 2 * value))
    assert holds(equal(mean_square_in_plane(HYDROGEN, r, theta), 2 * b**2))
    assert not holds(equal(mean_square_in_plane(HYDROGEN, r, theta), 3 * b**2))
    assert holds(equal(kinetic_energy(HYDROGEN, r, mass=m, hbar=h), h**2 / (2 * m * b**2)))
    assert not holds(equal(kinetic_energy(HYDROGEN, r, mass=m, hbar=h), h**2 / (m * b**2)))
    assert holds(equal(coulomb_energy(HYDROGEN, r, charges=-(q**2)), -(q**2) / b))
    assert not holds(equal(coulomb_energy(HYDROGEN, r, charges=-(q**2)), q**2 / b))


def test_mean_values_of_the_oscillator() -> None:
    """<r²> = 3b²/2 and <T> = 3ħ²/(4mb²): half of 3ħω/2 each, where b² = ħ/(mω)."""
    assert holds(equal(mean(GAUSS, r, r**2), 3 * b**2 / 2))
    assert holds(equal(mean_square_in_plane(GAUSS, r, theta), b**2))
    assert holds(equal(kinetic_energy(GAUSS, r, mass=m, hbar=h), 3 * h**2 / (4 * m * b**2)))


def test_the_laplacian_in_three_dimensions() -> None:
    """∇²r² = 6 and ∇²(1/r) = 0; of a plane it would be 4 and not zero."""
    assert laplacian(r**2, r) == 6
    assert laplacian(1 / r, r) == 0


@pytest.mark.parametrize("psi", [HYDROGEN, GAUSS])
def test_the_most_probable_radius(psi: Any) -> None:
    assert holds(most_probable(psi, r, b, ratio=u), Ne(u, 1))
    for wrong in (2 * b, b / 2):
        assert outcomes(most_probable(psi, r, wrong, ratio=u), Ne(u, 1)) == [Outcome.REFUTED]


def test_a_minimum_is_one_in_all_three_respects() -> None:
    energy = h**2 / (2 * m * b**2) - q**2 / b
    assert holds(minimum_at(energy, b, h**2 / (m * q**2)))
    assert Outcome.REFUTED in outcomes(minimum_at(energy, b, 2 * h**2 / (m * q**2)))
    assert Outcome.REFUTED in outcomes(minimum_at(-energy, b, h**2 / (m * q**2))), "a maximum"


def test_a_minimum_that_is_only_local_is_refuted() -> None:
    """w³ − 3w has slope 0 and second derivative 6 at w = 1, and falls without bound towards −∞."""
    flat, curved, lowest = outcomes(minimum_at(free**3 - 3 * free, free, Rational(1)))
    assert (flat, curved, lowest) == (Outcome.PROVED, Outcome.PROVED, Outcome.REFUTED)


def hydrogen(factor: Any = 1) -> dict[str, Any]:
    return {
        "energy": -factor * h**2 / (2 * m * b**2),
        "potential": -(h**2) / (m * b * r),
        "mass": m,
        "hbar": h,
    }


def test_the_ground_state_of_hydrogen() -> None:
    """V = −q²/r with b = ħ²/(mq²): E = −ħ²/(2mb²)."""
    away = Ne(x**2 + y**2 + z**2, 0)
    assert holds(no_zero(HYDROGEN, r, b, ratio=u))
    assert holds(solves(HYDROGEN, r, **hydrogen()))
    assert holds(lowest_energy(HYDROGEN, r, **hydrogen(), place=(x, y, z), any_function=g(x, y, z)), away)
    assert outcomes(solves(HYDROGEN, r, **hydrogen(2))) == [Outcome.REFUTED]
    wrong = lowest_energy(HYDROGEN, r, **hydrogen(2), place=(x, y, z), any_function=g(x, y, z))
    assert outcomes(wrong, away) == [Outcome.REFUTED]


def test_an_excited_state_solves_the_equation_but_has_a_zero() -> None:
    """The 2s state has a quarter of the energy, and a zero at r = 2b."""
    excited = (2 - r / b) * exp(-r / (2 * b))
    assert holds(solves(excited, r, **hydrogen(Rational(1, 4))))
    assert outcomes(no_zero(excited, r, b, ratio=u)) == [Outcome.REFUTED]


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: mean(exp(-b), r), "does not depend"),
        (lambda: mean(I * HYDROGEN, r), "real"),
        (lambda: mean(HYDROGEN.subs(r, x), x), "positive symbol"),
        (lambda: mean_square_in_plane(HYDROGEN, r, b), "angle of its own"),
        (lambda: most_probable(HYDROGEN, r, x, ratio=u), "positive"),
        (lambda: most_probable(HYDROGEN, r, u * b, ratio=u), "ratio of its own"),
        (lambda: minimum_at(b**2, b, b), "place without it"),
        (lambda: minimum_at(mean(HYDROGEN, r), b, 1), "written out"),
        (lambda: lowest_energy(HYDROGEN, r, **hydrogen(), place=(x, y, z), any_function=x), "declared function"),
        (lambda: mean(0.5 * HYDROGEN, r), "float|exact"),
    ],
)
def test_wrong_input_is_refused(make: Any, why: str) -> None:
    with pytest.raises(ClaimError, match=why):
        make()
