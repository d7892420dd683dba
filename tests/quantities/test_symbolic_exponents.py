"""Dimensions with symbolic exponents: K = P/ρ^(1+1/n) has one for every n, and what agrees for some n only is not known."""

import pickle

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from verify.errors import ClaimError
from verify.quantities.dimension import PURE, DimensionError, UnitSystem, UnknownDimension, differ, exact_power
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, MASS, PRESSURE, TIME, UNKNOWN
from verify.quantities.dimension_of import check_equation, dimension_of
from verify.quantities.symbols import symbol

SI = UnitSystem.SI
DENSITY = MASS / LENGTH**3
n = symbol("n", "n", "polytropic index", DIMENSIONLESS, positive=True)
m = symbol("m", "m", "another number", DIMENSIONLESS, positive=True)
P = symbol("P", "P", "pressure", PRESSURE, positive=True)
rho = symbol("rho", r"\rho", "density", DENSITY, positive=True)
K = symbol("K", "K", "polytropic constant", PRESSURE / DENSITY ** (1 + 1 / n), positive=True)
x = symbol("x", "x", "place", LENGTH, positive=True)
t = symbol("t", "t", "time", TIME, positive=True)


@pytest.mark.parametrize(
    ("lhs", "rhs"),
    [
        (P, K * rho ** (1 + 1 / n)),
        (P**n, K**n * rho ** (n + 1)),
        (P / rho, K * rho ** (1 / n)),
        (sympy.Derivative(K * rho ** (1 + 1 / n), rho), P / rho),
        ((x / t) ** n * t**n, x**n),
        (x ** ((n**2 - 1) / (n - 1)), x * x**n),
    ],
)
def test_what_agrees_for_every_exponent_agrees(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    check_equation(lhs, rhs, SI)
    check_equation(lhs, rhs, UnitSystem.GAUSSIAN)


@pytest.mark.parametrize(
    ("lhs", "rhs"), [(P, K * rho**2), (x**n, x**m), (x**n, x), (P, K * rho ** (1 + 2 / n)), (x**n, sympy.Integer(1))]
)
def test_what_may_agree_for_some_is_not_known(lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    with pytest.raises(UnknownDimension):
        check_equation(lhs, rhs, SI)


def test_what_differs_for_every_exponent_differs() -> None:
    with pytest.raises(DimensionError):
        check_equation(P * t, K * rho ** (1 + 1 / n), SI)
    with pytest.raises(DimensionError):
        check_equation(x**n, x**n * t, SI)


@pytest.mark.parametrize(
    "expression",
    [
        sympy.Sum(x**n, (n, 0, 3)),
        sympy.Derivative(x**n, n),
        sympy.Integral(x**n, (n, 0, 1)),
        x ** sympy.sqrt(n),
        x ** sympy.Function("f")(n),
        x ** ((n + m + 1) ** 50),
        sympy.Mul(*(x ** (1 / (n + k)) for k in range(30))),
        ((((x ** (1 / (n + 1))) ** (1 / (n + 2))) ** (1 / (n + 3))) ** (1 / (n + 4))) ** (m / (n + 5))
        / x ** (1 / (m + 7)),
    ],
)
def test_an_exponent_that_runs_or_is_no_rational_function_has_no_dimension(expression: sympy.Expr) -> None:
    with pytest.raises(UnknownDimension):
        dimension_of(expression, SI)


@pytest.mark.parametrize(
    "exponent", [sympy.Symbol("k"), x, symbol("u", "u", "?", UNKNOWN, real=True), sympy.sqrt(n), 1.5]
)
def test_what_is_no_pure_number_is_no_exponent(exponent: object) -> None:
    with pytest.raises((ClaimError, TypeError)):
        LENGTH**exponent  # type: ignore[operator]


def test_a_symbolic_dimension_is_shown_sorted_and_pickled() -> None:
    assert str(LENGTH**n) == "L^(n)"
    assert LENGTH**n / LENGTH**n == DIMENSIONLESS
    assert sorted([LENGTH**n, LENGTH, LENGTH**m], key=lambda one: one.key)
    assert pickle.loads(pickle.dumps(K)) == K
    assert sympy.expand(K * (K + P)).has(K)


RATIONAL = st.fractions(min_value=-5, max_value=5, max_denominator=6)


@given(a=RATIONAL, b=RATIONAL, c=RATIONAL, d=RATIONAL)
def test_a_difference_holds_wherever_the_exponents_are_filled_in(a: object, b: object, c: object, d: object) -> None:
    one, other = (exact_power(sympy.Rational(p) + sympy.Rational(q) * n) for p, q in ((a, b), (c, d)))
    left, right = (PURE / (LENGTH**one).vector(SI)) ** -1, (LENGTH**other).vector(SI)
    try:
        apart = differ(left, right)
    except UnknownDimension:
        assert b != d
        return
    assert apart == (a != c)
    assert b == d


def test_the_dimension_of_a_power_is_that_of_its_value() -> None:
    assert dimension_of(x**n, SI) == (LENGTH**n).vector(SI)
    assert dimension_of(rho ** (1 + 1 / n), SI).letters == {n}
