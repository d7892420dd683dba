"""Printed differentials against their encoding."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import log

from tests.common.asking import judge_claim
from verify.claims import ClaimError, Paper, differentials, symbol
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.units import UnitSystem

B, C, L, n, R = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ["B", "C", "L", "n", "R"])
T, p, V, U, S = (symbol(s, s, s, DIMENSIONLESS, positive=True) for s in ["T", "p", "V", "U", "S"])
rho, gamma = (symbol(s, rf"\{s}", s, DIMENSIONLESS, positive=True) for s in ["rho", "gamma"])
distance = symbol("d", "d", "a distance", DIMENSIONLESS, positive=True)
d = differentials(constants=(B, C, L, n, R, gamma))


def compared(printed: str, lhs: Any, rhs: Any) -> str:
    paper = Paper(id="t", title="t", citation="t", units=UnitSystem.SI, sections=("I",))
    return judge_claim(paper, paper.given("1", where="I", printed=printed, lhs=lhs, rhs=rhs)).transcription


@pytest.mark.parametrize(
    ("printed", "lhs", "rhs"),
    [
        (r"C\frac{dT}{T} = B\frac{d\rho}{\rho}", C * d(T) / T, B * d(rho) / rho),
        (r"C\,dT/T = B\,d\rho/\rho", C * d(T) / T, B * d(rho) / rho),
        (r"dU = T\,dS - p\,dV", d(U), T * d(S) - p * d(V)),
        (r"dU = TdS - pdV", d(U), T * d(S) - p * d(V)),
        (r"\frac{dp}{dT} = \frac{L}{T V}", d(p) / d(T), L / (T * V)),
        (r"dp/dT = L/(TV)", d(p) / d(T), L / (T * V)),
        (r"\frac{d\ln T}{d\ln\rho} = \frac{B}{C}", d(log(T)) / d(log(rho)), B / C),
        (r"d\ln p = \gamma\,d\ln\rho", d(log(p)), gamma * d(log(rho))),
        (r"d(pV) = 0", d(p * V), 0),
        (r"p\,dV + V\,dp = n R\,dT", d(p * V), d(n * R * T)),
    ],
)
def test_it_is_read_as_it_is_printed(printed: str, lhs: Any, rhs: Any) -> None:
    assert compared(printed, lhs, rhs) == "agrees"


@pytest.mark.parametrize(
    ("printed", "lhs", "rhs"),
    [
        (r"dU = T\,dS + p\,dV", d(U), T * d(S) - p * d(V)),
        (r"\frac{d\ln T}{d\ln\rho} = \frac{C}{B}", d(log(T)) / d(log(rho)), B / C),
        (r"d(pV) = 0", d(p / V), 0),
    ],
)
def test_another_print_differs(printed: str, lhs: Any, rhs: Any) -> None:
    with pytest.raises(ClaimError, match="print and encoding differ"):
        compared(printed, lhs, rhs)


def test_beside_a_quantity_d_it_is_no_name() -> None:
    assert compared("dT = d", d(T), distance) == "not parsed"
    assert compared("V = dT", V, distance * T) == "agrees"
