"""`derivations.physics.states`: states of two and four amplitudes by hand, and wrong lines that must not pass."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import I, Matrix, Rational, eye, sqrt

from derivations.physics.states import (
    basis,
    expectation,
    inner,
    normalised,
    observable,
    orthogonal,
    overlaps,
    probability,
    product,
    superposition,
)
from verify.claims import ClaimError, equal, symbol
from verify.deciding.settings import Settings
from verify.kinds.table import KINDS
from verify.premises.facts import Facts
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

c = symbol("c", "c", "an amplitude", DIMENSIONLESS, real=True)
UP, DOWN = basis(2)


def holds(statements: tuple[Any, ...]) -> bool:
    found = {KINDS[type(s)].check(s, Facts((), ()), Settings()).outcome for s in statements}
    return found == {Outcome.PROVED}


def test_norms() -> None:
    root = 1 / sqrt(2)
    assert holds(normalised(superposition((root, UP), (root, DOWN))))
    assert holds(normalised(superposition((root, UP), (-I * root, DOWN))))
    assert not holds(normalised(superposition((Rational(1, 2), UP), (Rational(1, 2), DOWN))))
    assert holds(equal(inner(superposition((c, UP)), superposition((c, UP))), c**2))


def test_the_first_factor_is_conjugated() -> None:
    turned = superposition((1, UP), (I, DOWN))
    assert inner(turned, DOWN) == -I
    assert inner(DOWN, turned) == I
    assert holds(orthogonal(turned, superposition((1, UP), (-I, DOWN))))
    assert not holds(orthogonal(turned, turned))


def test_probabilities_and_means() -> None:
    state = superposition((Rational(3, 5), UP), (Rational(4, 5) * I, DOWN))
    assert probability(UP, state) == Rational(9, 25)
    assert probability(DOWN, state) == Rational(16, 25)
    assert expectation(observable(2, -1), state) == Rational(2, 25)
    assert expectation(Matrix([[0, 1], [1, 0]]), state) == 0
    assert expectation(Matrix([[0, -I], [I, 0]]), state) == Rational(24, 25)


def test_products_of_bases_are_orthonormal() -> None:
    four = [product(first, second) for first in (UP, DOWN) for second in (UP, DOWN)]
    assert four == list(basis(4))
    assert overlaps(*four) == eye(4)
    assert overlaps(*four[:3], four[0]) != eye(4)


def test_bad_input() -> None:
    with pytest.raises(ClaimError, match="at least two states"):
        basis(1)
    with pytest.raises(ClaimError, match="different sizes"):
        superposition((1, UP), (1, basis(4)[0]))
    with pytest.raises(ClaimError, match="different sizes"):
        inner(UP, basis(4)[0])
    with pytest.raises(ClaimError, match="no terms"):
        superposition()
    with pytest.raises(ClaimError, match="no state"):
        probability(UP, 1)
    with pytest.raises(ClaimError, match="size of the state"):
        expectation(observable(1, 2, 3), UP)
    with pytest.raises(ClaimError, match="one for each state"):
        observable(1)
