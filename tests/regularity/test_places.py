"""Where functions are defined: each has its places, or stands among those without, or that it is defined is told."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import cos, sin

from verify.balls import expressions
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.regularity.known_functions import BUILT
from verify.terms.places import COUNTED, EVERYWHERE, is_untold
from verify.terms.singular import SINGULAR
from verify.verdicts import Outcome

x, t = sp.symbols("x t", real=True)
p = sp.Symbol("p", positive=True)
n = sp.Symbol("n", integer=True)
N = sp.Symbol("N", integer=True, positive=True)
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


def test_each_function_with_an_enclosure_has_its_places() -> None:
    told = {*SINGULAR, *EVERYWHERE, *COUNTED, *BUILT, sp.Subs}
    functions = {head for head in expressions.RULES if isinstance(head, type) and issubclass(head, sp.Function)}
    assert functions
    assert not functions - told
    assert not {*SINGULAR} & {*EVERYWHERE, *COUNTED}


@pytest.mark.parametrize("head", EVERYWHERE, ids=lambda head: head.__name__)
def test_nothing_is_told_of_what_is_defined_everywhere(head: Any) -> None:
    assert not issubclass(head, sp.Function) or not is_untold(sp.Basic.__new__(head, n, n))


@pytest.mark.parametrize("function", [sp.trigamma(-N), sp.trigamma(-N - 1)], ids=str)
def test_a_pole_at_every_point(function: Any) -> None:
    assert told(ONE * function, function)[0] is Outcome.UNDECIDED


def test_index_that_counts() -> None:
    count = sp.Symbol("c", integer=True, nonnegative=True)
    assert told(ONE * sp.euler(count), sp.euler(count)) == (Outcome.PROVED, ())
    assert told(ONE * sp.fibonacci(n), sp.fibonacci(n)) == (Outcome.PROVED, ())


@pytest.mark.parametrize("pole", [sp.sin(x) ** -2, 2], ids=str)
def test_poles_of_an_elliptic_integral_with_an_amplitude(pole: Any) -> None:
    outcome, conditions = told(ONE * sp.elliptic_pi(pole, x, p), sp.elliptic_pi(pole, x, p))
    assert outcome is Outcome.UNDECIDED or any("sin(x)" in condition for condition in conditions)


@pytest.mark.parametrize("part", [sp.re(z), sp.conjugate(z), z * sp.conjugate(z), sp.Abs(z), sp.arg(z)], ids=str)
def test_what_has_no_complex_derivative(part: Any) -> None:
    derivative = sp.Derivative(part, z)
    assert told((ONE - 1) * derivative, 0)[0] is Outcome.UNDECIDED
    assert told(derivative, derivative)[0] is Outcome.UNDECIDED


def test_real_functions_keep_their_derivatives() -> None:
    for part in (sp.re(x), sp.conjugate(x) * x, sp.Abs(p), sp.Abs(sp.Function("f", real=True)(x))):
        derivative = sp.Derivative(part, x if part.has(x) else p)
        assert told((ONE - 1) * derivative, 0)[0] is Outcome.PROVED
