"""Pearson's and Spearman's coefficients and exact permutation p-values, against hand-worked cases."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.claims import ClaimError, correlated
from verify.judging.verdict_on import judge
from verify.theorems.correlation import permutation_p, ranks, signed_square
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading


def fractions(*numbers: int) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


def test_pearson_by_hand() -> None:
    """x = 1, 2, 3 and y = 1, 3, 2: Σxy = 1, Σx² = Σy² = 2 about the means, r = 1/2."""
    assert signed_square(fractions(1, 2, 3), fractions(1, 3, 2)) == Fraction(1, 4)
    assert signed_square(fractions(1, 2, 3), fractions(3, 2, 1)) == -1


def test_ties_share_their_rank() -> None:
    assert ranks(fractions(10, 30, 30, 20)) == [1, Fraction(7, 2), Fraction(7, 2), 2]


def test_a_constant_column_is_refused() -> None:
    with pytest.raises(ValueError, match="constant"):
        signed_square(fractions(1, 1, 1), fractions(1, 2, 3))
    with pytest.raises(ValueError, match="equally long"):
        signed_square(fractions(1, 2), fractions(1, 2, 3))
    with pytest.raises(ClaimError, match="same length"):
        correlated("Pearson", ["1", "2", "3"], ["1", "2"], at_least="0.7")
    with pytest.raises(ClaimError, match="kind="):
        correlated("Kendall", ["1", "2", "3"], ["1", "2", "3"], at_least="0.7")


def test_p_value_of_a_perfect_order() -> None:
    """Of the 24 pairings of four numbers with themselves only the straight and the reversed one reach |r| = 1."""
    assert permutation_p(fractions(1, 2, 3, 4), fractions(1, 2, 3, 4)) == Fraction(2, 24)
    assert permutation_p(fractions(*range(10)), fractions(*range(10))) is None


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.lists(st.integers(-9, 9), min_size=3, max_size=5, unique=True))
def test_p_value_against_brute_force(xs: list[int]) -> None:
    ys = [x * x - 3 * x for x in xs]
    if len(set(ys)) == 1:
        return
    a, b = fractions(*xs), fractions(*ys)
    found = abs(signed_square(a, b))
    every = [abs(signed_square(a, list(p))) >= found for p in permutations(b)]
    assert permutation_p(a, b) == Fraction(sum(every), len(every))


def test_claims_about_correlation() -> None:
    up, mixed = ["1", "2", "3", "4"], ["2", "1", "4", "3"]
    assert judge(Reading("as printed", correlated("Pearson", up, mixed, at_least="0.6"))).outcome is Outcome.PROVED
    assert judge(Reading("as printed", correlated("Pearson", up, mixed, at_least="0.61"))).outcome is Outcome.REFUTED
    assert judge(Reading("as printed", correlated("Spearman", up, mixed, at_least="0.6"))).outcome is Outcome.PROVED
    down = ["4", "3", "2", "1"]
    assert judge(Reading("as printed", correlated("Spearman", up, down, at_least="0.1"))).outcome is Outcome.REFUTED
