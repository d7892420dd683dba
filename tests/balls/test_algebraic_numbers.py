"""Roots of polynomials, enclosed as SymPy numbers them."""

from __future__ import annotations

import pytest
import sympy as sp

from verify.balls import enclose
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.verdicts import Outcome

x = sp.Symbol("x")
POLYNOMIALS = [x**5 - x - 1, x**5 - 5 * x + 1, x**3 - x - 1, x**6 + x + 3, 2 * x**7 - 9 * x**3 + 4 * x - 1]


@pytest.mark.parametrize("polynomial", POLYNOMIALS, ids=str)
def test_each_root_is_the_one_that_sympy_means(polynomial):
    for k in range(sp.degree(polynomial, x)):
        root = sp.CRootOf(polynomial, k)
        ball = enclose(root, {}, 128)
        near = complex(root.evalf(15))
        assert ball.is_finite()
        assert abs(complex(ball.mid()) - near) < 1e-12


def test_a_wrong_line_about_roots_is_refuted_and_no_sum_hangs():
    root = sp.CRootOf(POLYNOMIALS[0], 0)
    assert decide(root**5, root + 2, Domain(())).outcome is Outcome.REFUTED
    total = sp.Add(*(sp.CRootOf(POLYNOMIALS[2], k) for k in range(3)))
    assert decide(total, sp.S.Zero, Domain(())).outcome is Outcome.UNDECIDED


def test_complex_values_of_integrals_under_a_maximum_are_no_error():
    t = sp.Symbol("t", real=True)
    line = sp.Max(0, sp.Integral(sp.I * t, (t, 0, 1)))
    assert decide(line, sp.S.Zero, Domain(())).outcome is Outcome.UNDECIDED


def test_a_derivative_of_a_broken_degree_is_no_error():
    y = sp.Symbol("y", real=True)
    line = sp.Derivative(sp.chebyshevt(sp.Rational(1, 2), y), y)
    assert decide(line, sp.sin(y), Domain((y,))).outcome is Outcome.UNDECIDED
