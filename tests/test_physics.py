"""The constructors of `derivations.physics`: hand-worked cases, and false lines that must not pass."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Integer, Rational, sqrt

from derivations.physics.statistics import pearson, spearman
from verify.claims import ClaimError, at_least, decimal
from verify.judging.verdict_on import judge
from verify.verdicts import Outcome
from verify.vocabulary.readings import Reading


def outcome(statements: tuple[Any, ...]) -> Outcome:
    return judge(Reading("as printed", statements)).outcome


# --- statistics -----------------------------------------------------------------------------------------


def test_pearson_by_hand() -> None:
    """x = 1, 2, 3 and y = 1, 3, 2: Σxy = 1, Σx² = Σy² = 2 about the means, r = 1/2."""
    assert pearson([1, 2, 3], [1, 3, 2]) == Rational(1, 2)
    assert pearson(["1", "2", "3"], ["3.0e5", "2.0e5", "1.0e5"]) == -1
    assert pearson([1, 2, 3], [1, 2, 4]) == 3 / sqrt(Rational(28, 3))


def test_ties_share_their_rank() -> None:
    """Ranks 1, 7/2, 7/2, 2 against 1, 2, 3, 4: Σ = 3/2 about the means, spreads 9/2 and 5."""
    found = spearman([10, 30, 30, 20], [1, 2, 3, 4])
    assert found == pearson([2, 7, 7, 4], [1, 2, 3, 4]) == Rational(3, 2) / sqrt(Rational(45, 2))


@pytest.mark.parametrize(
    ("xs", "ys", "why"),
    [
        ([1, 1, 1], [1, 2, 3], "throughout"),
        (["1", "2", "3"], ["1", "2"], "same length"),
        ([1, 2], [1, 2], "at least 3"),
        ([1, 2, sqrt(2)], [1, 2, 3], "rational"),
        ([1, 2, 0.5], [1, 2, 3], "exact"),
    ],
)
def test_columns_without_a_coefficient_are_refused(xs: list[Any], ys: list[Any], why: str) -> None:
    for coefficient in (pearson, spearman):
        with pytest.raises(ClaimError, match=why):
            coefficient(xs, ys)


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=3, max_size=6))
def test_pearson_against_the_other_formula(pairs: list[tuple[int, int]]) -> None:
    """r² = (n Σxy − Σx Σy)² / ((n Σx² − (Σx)²)(n Σy² − (Σy)²)), with the sign of the numerator."""
    xs, ys = ([Fraction(pair[k]) for pair in pairs] for k in (0, 1))
    if len(set(xs)) == 1 or len(set(ys)) == 1:
        return
    top, across, down = (len(xs) * sum(a * b for a, b in zip(u, v, strict=True)) - sum(u) * sum(v) for u, v in ((xs, ys), (xs, xs), (ys, ys)))  # fmt: skip
    found = pearson([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    assert found**2 == Rational(int(top**2), int(across * down))
    assert (found > 0) == (top > 0)


def test_claims_about_correlation() -> None:
    up, mixed, down = ["1", "2", "3", "4"], ["2", "1", "4", "3"], ["4", "3", "2", "1"]
    assert outcome(at_least(pearson(up, mixed), decimal("0.6"))) is Outcome.PROVED
    assert outcome(at_least(pearson(up, mixed), decimal("0.61"))) is Outcome.REFUTED
    assert outcome(at_least(spearman(up, mixed), decimal("0.6"))) is Outcome.PROVED
    assert outcome(at_least(spearman(up, down), decimal("0.1"))) is Outcome.REFUTED
    nearly = ["1", "2", "3", "4.000000000001"]
    assert outcome(at_least(pearson(up, nearly), Integer(1))) is Outcome.REFUTED
