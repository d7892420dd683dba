"""Four-vectors: boosts by hand, invariants, and false lines that must not pass."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, Integer, Rational, S, simplify

from derivations.physics.four_vectors import (
    boosted,
    covariant,
    divergence_is_invariant,
    four_divergence,
    four_scaled,
    four_total,
    four_vector,
    laplacian,
    wave_operator,
)
from verify.claims import ClaimError, dot, equal, function, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

x, y, z, t = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "xyzt")
c, u = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "cu")
A_1, A_2, A_3, phi = (
    function(s, s, s, DIMENSIONLESS, arguments=(DIMENSIONLESS,) * 4, real=True)(x, y, z, t)
    for s in ("A_1", "A_2", "A_3", "phi")
)
PLACE = (x, y, z)
SLOWER = Facts((), (u < c,))


def outcomes(statements: tuple[Any, ...], facts: Facts = SLOWER) -> set[Outcome]:
    return {KINDS[type(s)].check(s, facts, Settings()).outcome for s in statements}


def test_a_boost_by_hand() -> None:
    """v = 3c/5 along x, γ = 5/4: the event (1, 2, 3, ct = 2) is at x' = 5/4 (1 − 6/5) = −1/4, ct' = 5/4 (2 − 3/5) = 7/4."""
    event = four_vector((1, 2, 3), 2)
    assert boosted(event, (Rational(3, 5), 0, 0), 1) == (Rational(-1, 4), 2, 3, Rational(7, 4) * I)
    assert boosted(event, (0, 0, 0), 1) == event


def test_charge_of_a_moving_body_by_hand() -> None:
    """A body at rest with the density 4: seen from a frame with v = 3c/5 it has the density 5 and the current −3c."""
    assert boosted(four_vector((0, 0, 0), 4), (0, 0, Rational(3, 5)), 1) == (0, 0, -3, 5 * I)


def test_any_boost_keeps_the_square_and_is_undone() -> None:
    velocity = (Rational(2, 7), Rational(3, 7), Rational(-2, 7))
    event = four_vector((1, -4, 2), 5)
    moved = boosted(event, velocity, 1)
    assert simplify(dot(moved, moved) - dot(event, event)) == 0
    assert [simplify(k) for k in boosted(moved, [-v for v in velocity], 1)] == list(event)
    assert four_total(event, four_scaled(-1, event)) == (0, 0, 0, 0)


def test_divergences_by_hand() -> None:
    """∇·(x, 2y, 3z) = 6; of (0, iφ) with φ = t² it is 2t/c, of (0, icρ) with ρ = t² it is 2t."""
    assert four_divergence(four_vector((x, 2 * y, 3 * z), 0), PLACE, t, c).doit() == 6
    assert four_divergence(four_vector((0, 0, 0), t**2), PLACE, t, c).doit() == 2 * t / c
    assert four_divergence(four_vector((0, 0, 0), c * t**2), PLACE, t, c).doit() == 2 * t


def test_wave_operator_by_hand() -> None:
    """(x² + y²) t²: ∇² is 4t², ∂²/∂t² is 2(x² + y²)."""
    field = (x**2 + y**2) * t**2
    assert laplacian(field, PLACE).doit() == 4 * t**2
    assert (wave_operator(field, PLACE, t, c).doit() - 4 * t**2 + 2 * (x**2 + y**2) / c**2).expand() == 0
    assert outcomes(equal(wave_operator((x - c * t) ** 3, PLACE, t, c), 0)) == {Outcome.PROVED}
    assert outcomes(equal(wave_operator((x - 2 * c * t) ** 3, PLACE, t, c), 0)) == {Outcome.REFUTED}


def test_the_divergence_is_invariant_and_only_the_right_one() -> None:
    four = four_vector((A_1, A_2, A_3), phi)
    (line,) = divergence_is_invariant(four, PLACE, t, (u, 0, 0), c)
    assert outcomes((line,)) == {Outcome.PROVED}
    assert outcomes(equal(line.lhs, line.rhs + phi.diff(t))) == {Outcome.REFUTED}


def test_a_relation_of_four_vectors_is_covariant_and_one_of_a_part_is_not() -> None:
    a, b = symbol("a", "a", "a", DIMENSIONLESS, real=True), symbol("b", "b", "b", DIMENSIONLESS, real=True)
    whole = covariant(four_scaled(3, four_vector((a, 0, 0), b)), four_vector((3 * a, 0, 0), 3 * b), (u, 0, 0), c)
    part = covariant(four_scaled(3, four_vector((a, 0, 0), b)), four_vector((3 * a, 0, 0), 2 * b), (u, 0, 0), c)
    assert outcomes(whole) == {Outcome.PROVED}
    assert outcomes(part) == {Outcome.REFUTED}


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: four_vector((x, y), t), "3 components"),
        (lambda: boosted((x, y, z), (u, 0, 0), c), "4 components"),
        (lambda: boosted((x, y, z, t), u, c), "3 components"),
        (lambda: four_total(), "one at least"),
        (lambda: four_divergence((1, 2, 3, 4), PLACE, t, c), "shows"),
        (lambda: four_divergence((x, 0, 0, 0), (x, x, z), t, c), "different symbols"),
        (lambda: four_divergence((x, 0, 0, 0), (x, y, S.One), t, c), "different symbols"),
        (lambda: laplacian(Integer(3), PLACE), "does not show"),
        (lambda: four_scaled(0.5, (x, 0, 0, 0)), "exact"),
    ],
)
def test_bad_input_is_refused(make: Any, why: str) -> None:
    with pytest.raises(ClaimError, match=why):
        make()
