"""Where functions and derivatives are defined, and what cancels under a sign that binds: nothing is forgotten that vanishes all along."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Integral, Limit, Sum, cos, sin

from referee.check import decide_text
from verify.asymptotics.limits import value
from verify.deciding.decide import decide
from verify.errors import GiveUp
from verify.points.domain import Domain
from verify.regularity.written import vanishes_at_single_places
from verify.verdicts import Outcome

x, t = sp.symbols("x t", real=True)
p = sp.Symbol("p", positive=True)
n, k = sp.symbols("n k", integer=True)
N, M = sp.symbols("N M", integer=True, positive=True)
z = sp.Symbol("z")
ONE = sin(p) ** 2 + cos(p) ** 2


def told(lhs: Any, rhs: Any, *where: Any) -> tuple[Outcome, tuple[str, ...]]:
    finding = decide(lhs, sp.sympify(rhs), Domain.of(lhs, sp.sympify(rhs), where), quick=True)
    return finding.outcome, finding.evidence.conditions


@pytest.mark.parametrize(
    "function",
    [
        sp.hankel1(1, n),
        sp.hn1(1, x),
        sp.Li(x),
        sp.trigamma(n),
        sp.DiracDelta(x),
        sp.appellf1(1, 1, 1, n, x, x),
        sp.betainc(n, 1, 0, x),
        sp.lerchphi(x, 1, n),
        sp.chebyshevu(p, x),
        sp.jacobi(n, 1, 1, x),
        sp.elliptic_pi(2, x, p),
        sp.Subs(sp.gamma(t), t, n),
    ],
    ids=str,
)
def test_that_a_function_is_defined_is_told(function: Any) -> None:
    outcome, conditions = told(ONE * function, function)
    assert outcome is Outcome.UNDECIDED or (outcome is Outcome.PROVED and conditions)


@pytest.mark.parametrize("function", [sp.hyper((1, 2), (), p), sp.hyper((1, 2, 3), (4,), x)], ids=str)
def test_a_series_that_diverges_everywhere(function: Any) -> None:
    assert told(ONE * function, function)[0] is Outcome.UNDECIDED


@pytest.mark.parametrize("part", [sp.re(z), sp.conjugate(z), z * sp.conjugate(z), sp.Abs(z), sp.arg(z)], ids=str)
def test_what_has_no_complex_derivative(part: Any) -> None:
    derivative = sp.Derivative(part, z)
    assert told((ONE - 1) * derivative, 0)[0] is Outcome.UNDECIDED
    assert told(derivative, derivative)[0] is Outcome.UNDECIDED


def test_a_term_that_is_undefined_throughout_a_condition() -> None:
    for where in (M <= N, M < N):
        outcome, conditions = told(Sum(1 / (k - M), (k, 1, N)), Sum(-1 / (M - k), (k, 1, N)), where)
        assert outcome is Outcome.UNDECIDED or conditions


@pytest.mark.parametrize(
    "part",
    [
        Integral(sp.log(n * t), (t, 1, 2)),
        Integral(sp.log(sp.floor(p) * t), (t, 1, 2)),
        Integral(1 / sp.sqrt(t * sp.floor(p)), (t, 1, 2)),
    ],
    ids=str,
)
def test_a_factor_without_the_variable_of_integration(part: Any) -> None:
    outcome, conditions = told((p + 1) * part, p * part + part)
    assert outcome is Outcome.UNDECIDED or conditions


@pytest.mark.parametrize("function", [sp.conjugate(z) / z, sp.re(z) / z, sp.exp(-1 / z**2), sp.sqrt(z - 1)], ids=str)
def test_a_complex_variable_comes_from_all_sides(function: Any) -> None:
    with pytest.raises(GiveUp):
        value(Limit(function, z, 0))


@pytest.mark.parametrize("sign", [{"negative": True}, {"zero": True}, {"imaginary": True}, {"real": False}])
def test_the_variable_of_an_endless_sum_goes_there(sign: dict[str, bool]) -> None:
    m = sp.Symbol("m", **sign)
    with pytest.raises(GiveUp):
        value(Limit(Sum(2**-k, (k, 0, m)), m, sp.oo))


@pytest.mark.parametrize("part", [sp.Max(3, 1 / (sp.Abs(x) - x)), sp.Mod(p, sp.Abs(x) - x)], ids=str)
def test_what_sympy_refuses_to_build_is_left_open(part: Any) -> None:
    assert told(part, 3, x > 0)[0] is Outcome.UNDECIDED


def test_zeros_at_single_places() -> None:
    for part in (x - 1, sin(x), sp.exp(x), sp.sqrt(x**2 + 1), sp.Abs(x - 2) * x, sp.tan(x)):
        assert vanishes_at_single_places(part, x)
    for part in (sp.floor(x), sp.Abs(x) - x, sin(x) ** 2 + cos(x) ** 2 - 1, sp.tan(x) * cos(x) - sin(x)):
        assert not vanishes_at_single_places(part, x)
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
