"""Constants are compared by certified balls, functions of them are confirmed, and infinity is never a value."""

from __future__ import annotations

import pytest
import sympy

from referee.check import decide_text
from verify.errors import ClaimError
from verify.points import evaluation
from verify.points.comparing import sign_of_constant
from verify.quantities.exact import exact
from verify.quantities.symbols import check_exact, misused_infinity

evaluation.install()

x = sympy.Symbol("x", real=True)
z = sympy.Symbol("z", complex=True)
PEAK = "integral(exp(-(t - 333)^2), t, 0, 1000)"
"""√π = 1.77..., which a quadrature in floating point takes for 0: it misses the peak."""
TINY = "10^(-90)"


def verdict(relation: str, where: str = "", latex: bool = False) -> str:
    links = decide_text(relation, [where] if where else [], latex)
    return "refused" if isinstance(links, str) else links[0].outcome.value


# --- which of two constants is larger -------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "where", "said"),
    [
        (f"max(1, {PEAK}) = 1", "", "refuted"),
        (f"max(1, {PEAK}) = {PEAK}", "", "proved"),
        (f"min(1, {PEAK}) = {PEAK}", "", "refuted"),
        (f"x*max(1, {PEAK}) = x", "", "refuted"),
        (f"max(x + 1, {PEAK} + x) = x + 1", "", "refuted"),
        (f"min(x, max(1, {PEAK})) <= 1", "x > 0", "refuted"),
        ("max(1, sum(exp(-(k - 333)^2), k, 0, 1000)) = 1", "", "refuted"),
        ("x <= 1", f"x <= max(1, {PEAK})", "refuted"),
        ("x > 1", f"x >= max(1, {PEAK})", "undecided"),
        ("max(2, pi) = pi", "", "proved"),
        ("min(x, 2, sqrt(5)) = min(x, 2)", "", "proved"),
        ("abs(1 - sqrt(2)) = sqrt(2) - 1", "", "proved"),
    ],
)  # fmt: skip
def test_maxima_of_constants(relation: str, where: str, said: str) -> None:
    assert verdict(relation, where) == said


def test_a_condition_between_constants_is_not_decided_by_a_quadrature() -> None:
    assert verdict(r"x = 2x \quad (\int_0^{1000} e^{-(t-333)^2}dt < 1)", latex=True) == "refused"
    assert verdict(r"x = 2x \quad (\int_0^{1000} e^{-(t-333)^2}dt > 1)", latex=True) == "refuted"


def test_a_sign_is_certain_or_unknown() -> None:
    t = sympy.Symbol("t", real=True)
    assert sign_of_constant(sympy.Integral(sympy.exp(-((t - 333) ** 2)), (t, 0, 1000)) - 1) == 1
    assert sign_of_constant(sympy.erf(200) - 1) is None
    assert sign_of_constant(sympy.Integral(t, (t, 2, sympy.oo))) is None
    assert (sympy.erf(200) < 1) not in (sympy.true, sympy.false)
    assert sympy.Max(1, sympy.erf(200)).args


# --- whole parts and inverse functions of constants -----------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (sympy.floor(sympy.cos(sympy.Rational(1, 10**30))), 0),
        (sympy.floor(sympy.pi), 3),
        (sympy.ceiling(-sympy.pi), -3),
        (sympy.asin(sympy.sin(2)), sympy.pi - 2),
        (sympy.log(sympy.exp(7 * sympy.I)), 7 * sympy.I - 2 * sympy.pi * sympy.I),
    ],
)
def test_what_balls_tell_is_evaluated(written: sympy.Expr, value: sympy.Expr) -> None:
    assert written == value


@pytest.mark.parametrize(
    ("relation", "where"),
    [
        ("floor(erf(200)) = 1", ""),
        ("floor(tanh(3000)) = 1", ""),
        (f"ceiling(-cos({TINY})) = -1", ""),
        ("frac(erf(200)) = erf(200) - 1", ""),
        (f"binomial(5, floor(cos({TINY}))) = 5", ""),
        (f"floor(n + cos({TINY})) = n + 1", "n integer"),
        ("floor(erf(x)) = 1", "x = 200"),
        (f"asin(sin(pi/2 + {TINY})) = pi/2 + {TINY}", ""),
        (f"log(exp(I*(pi + 1 - cos({TINY})))) = I*(pi + 1 - cos({TINY}))", ""),
    ],
)
def test_next_to_a_jump_no_value_is_taken_from_an_overlap(relation: str, where: str) -> None:
    assert verdict(relation, where) in ("refuted", "undecided")


@pytest.mark.parametrize("power", [2, 4, -2])
def test_powers_of_signs(power: int) -> None:
    assert verdict(f"sign(z)^({power}) = 1", "z complex, z != 0") == "refuted"
    assert verdict(f"sign(x + I)^({power}) = 1") == "refuted"
    assert verdict(f"sign(x)^({power}) = 1", "x > 0") == "proved"
    assert sympy.sign(z) ** power != 1
    assert sympy.Abs(x) ** 2 == x**2


# --- infinity -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "latex"),
    [
        ("cos(oo) = sin(oo)", False),
        ("x/oo = 0", False),
        ("0^oo = 0", False),
        ("max(x, -oo) = x", False),
        ("exp(-atanh(1)) = 0", False),
        ("1/Ei(0) = 0", False),
        ("1/loggamma(0) = 0", False),
        ("integral(x, x, 0, 1/oo) = 0", False),
        (r"\cos\infty = \sin\infty", True),
        (r"\frac{x}{\infty} = 0", True),
        (r"\sqrt[\infty]{2} = 1", True),
    ],
)
def test_infinity_is_no_value(relation: str, latex: bool) -> None:
    assert verdict(relation, latex=latex) == "refused"


@pytest.mark.parametrize("relation", ["1/atanh(x) = 0", "exp(-atanh(x)) = 0", "cos(atanh(x)) = sin(atanh(x))"])
def test_nor_is_it_where_a_condition_leads_to_it(relation: str) -> None:
    assert verdict(relation, "x = 1") == "undecided"


def test_infinity_ends_ranges() -> None:
    assert verdict("integral(exp(-t^2), t, -oo, oo) = sqrt(pi)") == "proved"
    assert verdict("sum(1/k^2, k, 1, oo) = pi^2/6") == "proved"
    assert verdict(r"\int_{-\infty}^\infty e^{-t^2}dt = \sqrt\pi", latex=True) == "proved"
    assert verdict("x^2 >= 0", "x < oo") == "proved"


def test_expressions_of_ones_own() -> None:
    for side in (sympy.oo, -sympy.oo, sympy.cos(sympy.oo)):
        with pytest.raises(ClaimError):
            exact(side)
    for wrong in (
        sympy.cos(sympy.oo),
        x + sympy.AccumBounds(0, 1),
        sympy.Max(x, sympy.zoo, evaluate=False),
        sympy.Pow(2, sympy.oo, evaluate=False),
    ):
        with pytest.raises(ClaimError):
            check_exact(wrong)
    assert misused_infinity(sympy.Limit(1 / x, x, sympy.oo)) is None
    assert misused_infinity(sympy.Integral(sympy.exp(-x), (x, 0, sympy.oo))) is None
