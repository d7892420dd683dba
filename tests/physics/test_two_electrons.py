"""`derivations.physics.two_electrons`: helium-like atoms by hand and by mpmath, and wrong lines that must not pass."""

from __future__ import annotations

from typing import Any

import mpmath
import pytest
from sympy import Rational, exp, pi, sqrt

from derivations.physics.two_electrons import expectation, laplacian, mean_inverse_distance
from verify.claims import ClaimError, equal, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

a, b, r_1, r_2 = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ("a", "b", "r_1", "r_2"))
ONE, TWO = (exp(-r / a) / sqrt(pi * a**3) for r in (r_1, r_2))


def outcomes(statements: tuple[Any, ...]) -> list[Outcome]:
    return [KINDS[type(s)].check(s, Facts((), ()), Settings()).outcome for s in statements]


def holds(statements: tuple[Any, ...]) -> bool:
    return set(outcomes(statements)) == {Outcome.PROVED}


def test_the_product_is_normalised() -> None:
    assert holds(equal(expectation(ONE * TWO, ONE * TWO, r_1, r_2), 1))
    assert not holds(equal(expectation(ONE * TWO, ONE * TWO, r_1, r_2), 2))


def test_two_kinetic_energies_and_two_inverse_distances() -> None:
    """⟨∇²⟩ = −1/a² and ⟨1/r⟩ = 1/a for each electron (Landau and Lifshitz, §36)."""
    both = laplacian(ONE * TWO, r_1, r_2)
    assert holds(equal(expectation(both, ONE * TWO, r_1, r_2), -2 / a**2))
    assert not holds(equal(expectation(both, ONE * TWO, r_1, r_2), 2 / a**2))
    assert holds(equal(expectation(ONE * TWO * (1 / r_1 + 1 / r_2), ONE * TWO, r_1, r_2), 2 / a))
    assert not holds(equal(expectation(ONE * TWO * (1 / r_1 + 1 / r_2), ONE * TWO, r_1, r_2), 1 / a))


def test_the_repulsion_in_helium() -> None:
    """5/8 of 1/a: Unsöld 1927, Hylleraas 1929; not the 1 of two point charges at a, nor the 1/2 of either half."""
    mean = mean_inverse_distance(ONE**2, TWO**2, r_1, r_2)
    assert holds(equal(mean, Rational(5, 8) / a))
    for wrong in (1, Rational(1, 2), Rational(5, 16), Rational(5, 4), -Rational(5, 8)):
        assert not holds(equal(mean, wrong / a))


def test_the_repulsion_by_a_route_of_its_own() -> None:
    """The potential of one density in closed form, 1/r − e^(−2r)(1 + 1/r) with a = 1, and one integral by mpmath."""
    found = mpmath.quad(
        lambda r: 4 * r**2 * mpmath.exp(-2 * r) * (1 / r - mpmath.exp(-2 * r) * (1 + 1 / r)), [0, 1, 10, mpmath.inf]
    )
    assert mpmath.almosteq(found, mpmath.mpf(5) / 8, 1e-12)


def test_bad_input() -> None:
    with pytest.raises(ClaimError, match="expected different symbols"):
        expectation(ONE, ONE, r_1, r_1)
    with pytest.raises(ClaimError, match="expected different symbols"):
        laplacian(ONE)
    with pytest.raises(ClaimError, match="a density in r_1 and one in r_2"):
        mean_inverse_distance(TWO**2, ONE**2, r_1, r_2)
