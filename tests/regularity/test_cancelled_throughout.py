"""What cancels under a limit or an integral in text and print, and may vanish all along, is not forgotten."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import cos, sin

from referee.check import decide_text
from verify.regularity.written import vanishes_at_single_places

x = sp.Symbol("x", real=True)
n = sp.Symbol("n", integer=True)


def test_zeros_at_single_places() -> None:
    for part in (x - 1, sin(x), sp.exp(x), sp.sqrt(x**2 + 1), sp.Abs(x - 2) * x, sp.tan(x)):
        assert vanishes_at_single_places(part, x)
    for part in (sp.floor(x), sp.Abs(x) - x, sin(x) ** 2 + cos(x) ** 2 - 1, sp.tan(x) * cos(x) - sin(x)):
        assert not vanishes_at_single_places(part, x)
    assert not vanishes_at_single_places(sin((x + 1) ** 2 - x**2 - 2 * x - 1), x)
    assert not vanishes_at_single_places(1 - (-1) ** n, n)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("limit(0/((x+1)^2-x^2-2*x-1), x, 2) = 0", []),
        ("limit(floor(x)/floor(x), x, 1/2) = 1", []),
        ("limit((abs(x)-x)/(abs(x)-x), x, 1) = 1", []),
        ("limit(0*gamma(floor(x)), x, -1/2) = 0", []),
        ("limit(0*gamma(-n), n, oo) = 0", ["n integer"]),
        ("limit(0/(1-(-1)^n), n, oo) = 0", ["n integer"]),
        ("limit(0*integral(1/t,t,0,x)+x, x, 1) = 1", []),
        ("integral(floor(x)/floor(x), x, 0, 1) = 1", []),
        ("integral(0*log(floor(x))+x, x, 0, 1) = 1/2", []),
        ("integral(0*gamma((x+1)^2-x^2-2*x-2), x, 0, 1) = 0", []),
        ("integral(0/(sin(x)^2+cos(x)^2-1), x, 0, 1) = 0", []),
    ],
)
def test_what_cancels_and_vanishes_all_along(text: str, where: list[str]) -> None:
    decided = decide_text(text, where)
    assert isinstance(decided, str) or decided[0].outcome == "undecided"


@pytest.mark.parametrize("text", ["integral(x*x/x, x, 0, 1) = 1/2", "limit((x^2-x)/x*(x/x), x, 0) = -1"])
def test_what_cancels_at_single_places(text: str) -> None:
    decided = decide_text(text, [])
    assert not isinstance(decided, str)
    assert decided[0].outcome == "proved"


def test_latex_integrands_that_cancel() -> None:
    assert isinstance(decide_text(r"\int_0^1 \frac{|x|-x}{|x|-x}\,dx = 1", [], latex=True), str)
    assert not isinstance(decide_text(r"\int_0^1 \frac{x^2}{x}\,dx = \frac{1}{2}", [], latex=True), str)


def test_a_factor_without_the_variable_of_integration_is_remembered() -> None:
    decided = decide_text("integral(0/(a*x), x, 1, 2) = 0", [])
    assert isinstance(decided, str) or decided[0].outcome == "undecided" or decided[0].evidence.conditions
