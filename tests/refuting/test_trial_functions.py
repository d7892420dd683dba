"""Concrete functions in place of undefined ones: what fails for one of them fails, and nothing else does."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Abs, Derivative, I, Integral, Ne, Piecewise, Subs, acos, cos

from verify.claims import function
from verify.deciding.decide import decide
from verify.points.domain import Domain
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Outcome

x, y, t = sympy.symbols("x y t", real=True)
z = sympy.Symbol("z")
f, g, q = (function(name, name, name, DIMENSIONLESS, real=True) for name in "fgq")
AT_I = Subs(f(x), x, I)


def outcome(lhs: Any, rhs: Any) -> Outcome:
    return decide(sympy.sympify(lhs), sympy.sympify(rhs), Domain.of(lhs, rhs)).outcome


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (Derivative(x * f(x), x), f(x) + 2 * x * Derivative(f(x), x)),
        (Derivative(f(x * y), x), x * Subs(Derivative(f(t), t), t, x * y)),
        (f(x + y), f(x) + f(y)),
        (f(g(x)), g(f(x))),
    ],
)
def test_what_fails_for_one_function_is_refuted(lhs: Any, rhs: Any) -> None:
    assert outcome(lhs, rhs) is Outcome.REFUTED


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (Derivative(g(x) ** 2, g(x)), 2 * g(x)),
        (Derivative(Derivative(q(t), t) ** 2 / 2, Derivative(q(t), t)), Derivative(q(t), t)),
        (acos(cos(f(z) / (1 + f(z) ** 2))), Abs(f(z) / (1 + f(z) ** 2))),
        (acos(cos(AT_I / (1 + AT_I**2))), Abs(AT_I / (1 + AT_I**2))),
        (Derivative(Piecewise((x, Ne(x, 0)), (0, True)) * f(x), x), Derivative(x * f(x), x)),
        (Derivative(f(x) + Piecewise((x, Ne(x, 1)), (1, True)), x), Derivative(f(x), x) + 1),
        (Subs(Derivative(f(x) + Abs(x), x), x, 0), 1 + Subs(Derivative(f(x), x), x, 0)),
        (Derivative(Integral(f(t) * Piecewise((1, t < x), (0, True)), (t, 0, 1)), x), f(x)),
    ],
)
def test_no_instance_is_made_where_it_would_say_another_thing(lhs: Any, rhs: Any) -> None:
    """True, or without a value: derivatives by functions, real functions at complex places, kinks, jumps."""
    assert outcome(lhs, rhs) is not Outcome.REFUTED
