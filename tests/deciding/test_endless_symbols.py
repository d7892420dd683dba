"""A symbol that may be infinite is no number: nothing is decided of it."""

from __future__ import annotations

import pytest
import sympy as sp

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

EXTENDED = ["extended_real", "extended_positive", "extended_nonnegative", "extended_nonzero", "infinite"]


@pytest.mark.parametrize("assumption", EXTENDED)
def test_what_may_be_infinite_is_open(assumption):
    x, y = sp.Symbol("x", **{assumption: True}), sp.Symbol("y", real=True)
    for lhs, rhs, rel in [(x + 1, x, ">"), (sp.Add(x, -x, evaluate=False), 0, "=="), (y * x, x * y, "==")]:
        lhs, rhs = sp.sympify(lhs), sp.sympify(rhs)
        assert decide(lhs, rhs, Domain((x, y)), rel).outcome is Outcome.UNDECIDED


def test_finite_ones_are_decided():
    for x in (
        sp.Symbol("x", real=True),
        sp.Symbol("x", extended_real=True, finite=True),
        sp.Symbol("x", positive=True),
    ):
        assert decide(x + 1, x, Domain((x,)), ">").outcome is Outcome.PROVED
    z = sp.Symbol("z")
    assert decide((z + 1) ** 2, z**2 + 2 * z + 1, Domain((z,))).outcome is Outcome.PROVED
