"""`derivations.physics.lattice`: anticommutators, one electron and two by hand, and wrong identities that must be refuted."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Integer, eye, zeros

from derivations.physics.lattice import (
    Site,
    bond_interaction,
    bond_operator,
    correlated_hopping,
    created,
    electron_hole,
    element,
    exchange,
    hopping,
    neighbours,
    occupation,
    on_site,
    orbitals,
    pair_hopping,
    sites,
    unit,
)
from verify.claims import ClaimError, entries_equal, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

U, V, D, J, T = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in "UVDJT")
i, j = BOND = sites(2)
HOLES = electron_hole(i, j)
FULL = created(i.up, i.down, j.up, j.down)


def outcomes(statements: tuple[Any, ...]) -> set[Outcome]:
    return {KINDS[type(s)].check(s, Facts((), ()), Settings()).outcome for s in statements}


def modes(*places: Site) -> list[Any]:
    return [c for site in places for c in site.spins]


@pytest.mark.parametrize("places", [BOND, HOLES, orbitals(i, j)], ids=["sites", "holes", "orbitals"])
def test_what_annihilates_anticommutes(places: tuple[Site, ...]) -> None:
    for a in modes(*places):
        for b in modes(*places):
            assert (a * b + b * a).expand() == zeros(16, 16)
            assert (a * b.T + b.T * a).expand() == (eye(16) if a == b else zeros(16, 16))


def test_one_electron_and_one_hole_hop() -> None:
    """⟨j|H|i⟩ is the amplitude of the electron, and minus it for a hole where the sign of a sublattice is left out."""
    assert element(created(j.up), hopping(T, i, j), created(i.up)) == T
    assert (
        element(created(i.up, on=FULL.as_mutable() * 0 + created(j.down)), hopping(T, i, j), created(j.up, j.down)) == T
    )
    assert element(created(HOLES[1].up, on=FULL), hopping(T, i, j), created(HOLES[0].up, on=FULL)) == T


def test_occupations_of_states() -> None:
    assert element(FULL, occupation(i, j), FULL) == 4
    bonding, antibonding = orbitals(i, j)
    for orbital, sign in ((bonding, 1), (antibonding, -1)):
        pair = created(orbital.up, orbital.down)
        assert element(pair, occupation(i), pair) == 1
        assert element(pair, bond_operator(i, j), pair) == 2 * sign
        assert element(pair, on_site(U, i, j), pair) == U / 2


def test_two_electrons_of_parallel_and_opposite_spin() -> None:
    """The exchange integral lowers parallel spins, V − J, against V (Heisenberg 1928)."""
    parallel, opposite = created(i.up, j.up), created(i.up, j.down)
    whole = bond_interaction(i, j, on_site=U, neighbours=V, correlated_hopping=D, exchange=J)
    assert element(parallel, whole, parallel) == V - J
    assert element(opposite, whole, opposite) == V
    double_i, double_j = created(i.up, i.down), created(j.up, j.down)
    assert element(double_i, whole, double_i) == U
    assert element(double_i, whole, double_j) == J
    assert element(double_i, whole, created(j.up, i.down)) == D


def test_the_terms_of_two_sites_are_all() -> None:
    whole = bond_interaction(i, j, on_site=U, neighbours=V, correlated_hopping=D, exchange=J)
    terms = on_site(U, i, j) + neighbours(V, i, j) + correlated_hopping(D, i, j) + exchange(J, i, j)
    assert outcomes(entries_equal(whole, terms + pair_hopping(J, i, j))) == {Outcome.PROVED}
    assert Outcome.REFUTED in outcomes(entries_equal(whole, terms))
    assert Outcome.REFUTED in outcomes(entries_equal(whole, terms - pair_hopping(J, i, j)))


def test_electrons_and_holes() -> None:
    number, one = occupation(i, j), unit(i)
    right = entries_equal(on_site(U, *HOLES), on_site(U, i, j) + 2 * U * one - U * number)
    wrong = entries_equal(on_site(U, *HOLES), on_site(U, i, j) + 2 * U * one + U * number)
    assert outcomes(right) == {Outcome.PROVED}
    assert Outcome.REFUTED in outcomes(wrong)
    asymmetric = entries_equal(correlated_hopping(D, *HOLES), correlated_hopping(D, i, j))
    assert Outcome.REFUTED in outcomes(asymmetric)
    turned = hopping(2 * D, i, j) - correlated_hopping(D, i, j)
    assert outcomes(entries_equal(correlated_hopping(D, *HOLES), turned)) == {Outcome.PROVED}


def test_bad_input() -> None:
    for number in (0, 4, Integer(2)):
        with pytest.raises(ClaimError, match="from 1 to 3"):
            sites(number)  # type: ignore[arg-type]
    with pytest.raises(ClaimError, match="one site twice"):
        hopping(T, i, i)
    with pytest.raises(ClaimError, match="the same electron twice"):
        created(i.up, i.up)
    with pytest.raises(ClaimError, match="expected the annihilators"):
        created()
    with pytest.raises(ClaimError, match="of length 1"):
        element(FULL + FULL, unit(i), FULL)
    with pytest.raises(ClaimError, match="different sizes"):
        occupation(i, *sites(1))
