"""What SymPy refuses to build, once values are put in, is left open."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x = sp.Symbol("x", real=True)
p = sp.Symbol("p", positive=True)


@pytest.mark.parametrize("part", [sp.Max(3, 1 / (sp.Abs(x) - x)), sp.Mod(p, sp.Abs(x) - x)], ids=str)
def test_no_remainder_by_zero_and_no_order_of_infinities(part: Any) -> None:
    finding = decide(part, sp.Integer(3), Domain.of(part, sp.Integer(3), (x > 0,)), quick=True)
    assert finding.outcome is Outcome.UNDECIDED
