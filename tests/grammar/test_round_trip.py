"""What SymPy's LaTeX printer writes is read back as the same expression, or refused; never as another one."""

import random

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.round_trip import NAMES, F, expression, read_back
from tests.common.examples import examples
from verify.grammar.parser import ParseError
from verify.latex.reader import parse_latex_expression


@settings(max_examples=examples(100), deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 4))
def test_what_sympy_prints_is_never_misread(seed: int, depth: int) -> None:
    made = expression(random.Random(seed), depth)
    if made.has(sympy.zoo, sympy.nan, sympy.oo):
        return
    try:
        found = parse_latex_expression(sympy.latex(made), NAMES, {"f": F})
    except ParseError:
        return
    assert found == made or sympy.simplify(found - made) == 0


def test_nearly_all_of_it_is_read() -> None:
    same, wrong, _ = read_back(seed=2, number=300)
    assert not wrong
    assert same >= 297


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (r"f{\left(x \right)}", "f(x)"),
        (r"f^{3}{\left(x \right)}", "f(x)**3"),
        (r"2 f{\left(x + y \right)} a", "2*a*f(x + y)"),
    ],
)
def test_calls_as_computers_print_them(printed: str, read: str) -> None:
    assert str(parse_latex_expression(printed, NAMES, {"f": F})) == read


@pytest.mark.parametrize(
    "printed",
    [
        r"f^{-1}{\left(x \right)}",
        r"\frac{d}{d x} f{\left(x \right)} \frac{d}{d x} f{\left(x \right)}",
        r"f{\left(x \right)",
    ],
)
def test_what_may_mean_two_things_is_refused(printed: str) -> None:
    with pytest.raises(ParseError):
        parse_latex_expression(printed, NAMES, {"f": F})


def test_a_derivative_of_a_product_with_a_derivative_is_read() -> None:
    printed = r"\frac{d}{d x} x^2 \frac{d}{d x} f{\left(x \right)}"
    x = NAMES["x"]
    assert parse_latex_expression(printed, NAMES, {"f": F}) == sympy.Derivative(x**2 * sympy.Derivative(F(x), x), x)
