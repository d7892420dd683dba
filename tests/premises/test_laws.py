"""A premise on f(x) may be a law: what one place leaves free, under a derivative the law may fix."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from sympy import Derivative, Eq, Integral, exp, sin

from tests.common.asking import judged
from verify.claims import function, symbol
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.verdicts import Result
from verify.vocabulary.laws import _is_applied

x, t, a, b, h, A, w, z = (symbol(s, s, s, DIMENSIONLESS, real=True) for s in "xtabhAwz")
r = symbol("r", "r", "r", DIMENSIONLESS, positive=True)
f = function("f", "f", "f", DIMENSIONLESS, variables=(x,), real=True)
u, v = (function(s, s, s, DIMENSIONLESS, arguments=(DIMENSIONLESS,) * 2, real=True) for s in "uv")
g = function("g", "g", "g", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)


def result(line: tuple[Any, Any], premises: list[tuple[Any, Any]], conditions: tuple[Any, ...] = ()) -> Result:
    return judged(line, premises, conditions).result


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((Derivative(x * f(x), x), 2 * x), [(x * f(x), x**2)]),
        ((Derivative(exp(x * f(x)), x), 2 * x * exp(x**2)), [(x * f(x), x**2)]),
        ((Derivative(f(x), x), 0), [(x * f(x), 0)]),
        ((Derivative(f(x), x), 0), [(sin(x) * f(x), 0)]),
        ((Derivative(f(x), x), 0), [(x * Derivative(f(x), x), 0)]),
        ((Derivative(f(x), x, 2), 0), [(x * Derivative(f(x), x), 0)]),
        ((Derivative((x - 1) * f(x), x), 1), [((x - 1) * f(x), x - 1)]),
        ((Derivative(u(x, t), x), Derivative(v(x, t), x)), [(x * u(x, t), x * v(x, t))]),
        ((Derivative(g(r), r), -a / r**2), [(r * g(r), a)]),
        ((Derivative(g(t), t), b), [(g(t) - b * t, 0)]),
        ((Derivative(g(t), t), b), [(g(t) - b * t, 0), (Derivative(g(t), t), a)]),
        ((Integral(r * g(r), (r, 1, 2)), a), [(r * g(r), a)]),
        ((Derivative(g(t), t), a * exp(-t)), [(Derivative(g(t), t) + g(t) - g(0), a)]),
        ((Derivative(g(t), t), 0), [(t * Derivative(g(t), t) + g(t), a)]),
        ((Derivative(g(t), t), 2 * b), [(Derivative(g(t), t), b * t + g(t)), (g(0), a)]),
        ((a, 0), [(g(t) - g(0), 2 * a)]),
    ],
)
def test_what_a_law_says_of_every_place_is_not_refuted_at_one(line: Any, premises: Any) -> None:
    assert result(line, premises) is not Result.FAIL


@pytest.mark.parametrize(
    ("line", "premises"),
    [
        ((Derivative(g(t), t), a), [(Derivative(g(t), t) + g(t), b)]),
        ((Derivative(g(r), r), 2 * b), [(r * Derivative(g(r), r), b)]),
    ],
)
def test_a_line_on_slopes_is_refuted_by_a_premise_on_slopes(line: Any, premises: Any) -> None:
    """A differential equation has a solution with whatever lower slopes."""
    assert result(line, premises) is Result.FAIL


@pytest.mark.parametrize("condition", [Eq(r * g(r), a), r * g(r) <= a])
def test_a_condition_on_a_function_may_be_a_law(condition: Any) -> None:
    conditions = (condition,) if isinstance(condition, Eq) else (condition, r * g(r) >= a)
    assert judged((Derivative(g(r), r), -g(r) / r), [], conditions).result is Result.OPEN


@pytest.mark.parametrize(
    ("line", "premises", "conditions"),
    [
        ((Derivative(h * A, h), 2 * h), [(h * A, h**2)], ()),
        ((w + Derivative(A + x, x), z + 1), [((x - 1) * (A - x) + w, z)], (Eq(x, 1),)),
        ((w + Derivative(A + x, x), z + 1), [((x - 1) * (A - x) + w, z), (x, 1)], ()),
        ((w + Derivative(A + x, x), z + 2), [((x - 1) * (A - x) + w, z), (x, 1)], ()),
    ],
)
def test_a_value_does_not_untie_what_a_premise_ties_beside_it(line: Any, premises: Any, conditions: Any) -> None:
    """From x A = x² follows nothing of A at x = 0, and A = x beside it: with dA/dx = 0 or 1 the line says two things."""
    assert result(line, premises, conditions) is Result.OPEN


@pytest.mark.parametrize("name", [r"\bar g", r"\Delta g", "2g", "eg"])
def test_a_quantity_with_an_accent_is_no_operator(name: str) -> None:
    bar = symbol("bar", name, "bar", DIMENSIONLESS, real=True)
    assert result((Derivative(g(r), r), -g(r) / r), [(r * g(r), bar)]) is not Result.FAIL


@pytest.mark.parametrize(
    ("name", "behind", "is_one"),
    [
        (r"H\psi", r"\psi", True),
        (r"H_{kin}\psi", r"\psi", True),
        (r"\hat{H}\psi", r"\psi", True),
        (r"\hat H_0 \psi_n", r"\psi_n", True),
        (r"\mathcal{H}_{\sigma}\Psi", r"\Psi", True),
        ("Hf", "f", False),
        ("PV", "V", False),
        (r"\bar V", "V", False),
        (r"\bar{V}", "V", False),
        (r"\bar\psi", r"\psi", False),
        (r"\hat\psi", r"\psi", False),
        (r"\tilde f", "f", False),
        (r"\Delta f", "f", False),
        (r"\delta V", "V", False),
        ("eV", "V", False),
        ("2f", "f", False),
        (r"2H\psi", r"\psi", False),
        (r"\psi", r"\psi", False),
        (r"E_\psi", r"\psi", False),
        (r"E_{\psi}", r"\psi", False),
        (r"\rho", "o", False),
        ("f", "f", False),
    ],
)
def test_an_operator_with_its_function(name: str, behind: str, is_one: bool) -> None:
    assert _is_applied(SimpleNamespace(latex=name), SimpleNamespace(latex=behind)) is is_one
