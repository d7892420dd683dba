"""The claims of the benchmark of power are what they are said to be: many, different from their slips, and sayable to Maxima."""

from __future__ import annotations

import pytest
import sympy as sp

from benchmarks.power_claims import CORPUS
from benchmarks.power_maxima import NotTranslated, Printer

x = sp.Symbol("x", real=True)
k = sp.Symbol("k", integer=True)
t = sp.Symbol("t", positive=True)


def test_there_are_enough_of_them() -> None:
    assert len(CORPUS) >= 1500
    assert len({(claim.lhs, claim.rhs, claim.where) for claim in CORPUS}) == len(CORPUS)
    assert all(claim.wrong not in (claim.lhs, claim.rhs) for claim in CORPUS)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        (sp.Limit(sp.sin(x) / x, x, 0), "limit(sin(x)/x,x,0,plus)"),
        (sp.Integral(sp.exp(-x), (x, 0, sp.oo)), "integrate(exp(-x),x,0,inf)"),
        (sp.Sum(1 / k**2, (k, 1, sp.oo)), "sum(((k)^(-2)),k,1,inf)"),
        (sp.polygamma(1, t) + sp.pi / 2, "psi[1](t)+%pi/2"),
        (sp.Derivative(sp.besselj(2, t), t), "diff(bessel_j(2,t),t,1)"),
    ],
    ids=str,
)
def test_what_maxima_is_asked(expression: sp.Expr, said: str) -> None:
    assert Printer().doprint(expression).replace(" ", "") == said


def test_what_maxima_does_not_know_is_not_asked() -> None:
    with pytest.raises(NotTranslated):
        Printer().doprint(sp.meijerg([[], []], [[0], []], x))
