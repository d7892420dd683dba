"""A limit is one of a real variable that can go where it is sent: a complex one would come from all sides."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from verify.asymptotics.limits import value
from verify.errors import GiveUp

z = sp.Symbol("z")
k = sp.Symbol("k", integer=True)


@pytest.mark.parametrize("function", [sp.conjugate(z) / z, sp.re(z) / z, sp.exp(-1 / z**2), sp.sqrt(z - 1)], ids=str)
def test_a_complex_variable_comes_from_all_sides(function: Any) -> None:
    with pytest.raises(GiveUp):
        value(sp.Limit(function, z, 0))


@pytest.mark.parametrize("sign", [{"negative": True}, {"zero": True}, {"imaginary": True}, {"real": False}])
def test_the_variable_of_an_endless_sum_goes_there(sign: dict[str, bool]) -> None:
    m = sp.Symbol("m", **sign)
    with pytest.raises(GiveUp):
        value(sp.Limit(sp.Sum(2**-k, (k, 0, m)), m, sp.oo))
