"""Agreement at points counts only where nobody could know the points, and deep enough for what is small there."""

from __future__ import annotations

from itertools import islice

import pytest
import sympy

from referee.check import decide_text
from verify.points.domain import Domain
from verify.refuting.hidden import needed_bits
from verify.refuting.sequences import consecutive

x = sympy.Symbol("x", real=True)
KNOWN = "x*(x^2 - 1)*(x - 2)*(x - 3)*(x - 5)*(x - 7)*(2*x - 1)*(2*x - 3)*(3*x - 1)*(101*x - 623)*(997*x - 4819)"


def verdict(relation: str, where: str = "") -> tuple[str, tuple[str, ...]]:
    links = decide_text(relation, [where] if where else [])
    assert not isinstance(links, str), links
    return links[0].outcome.value, links[0].evidence.conditions


@pytest.mark.parametrize(
    ("relation", "where"),
    [
        ("sin(2009912120*pi*x) = 0", "x > 1, x < 50"),
        ("cos(201394*pi*x) = 1", ""),
        (f"{KNOWN} = 0", "x > 1, x < 50"),
        (f"exp(x) + {KNOWN}*cos(x) = exp(x)", ""),
    ],
)
def test_a_difference_that_vanishes_at_likely_points(relation: str, where: str) -> None:
    assert verdict(relation, where)[0] == "refuted"


def test_unforeseen_points_depend_on_the_claim_alone() -> None:
    domain = Domain((x,), (x > 1, x < 50))
    one, again, other = (list(domain.unforeseen(key, 3)) for key in ("sin(x)", "sin(x)", "sin(x) "))
    assert one == again != other
    assert all(1 < point[x] < 50 and point[x].q > 10**9 for point in one)
    denominators = [int(point[x].q) for point in (*one, *other)]
    assert all(sympy.gcd(a, b) < 10**6 for a in denominators for b in denominators if a != b)


def test_even_numbers_are_as_many_as_others() -> None:
    n = sympy.Symbol("n", even=True, positive=True)
    assert [point[n] for point in consecutive({}, n, 4)] == [2, 4, 6, 8, 10]
    odd = sympy.Symbol("n", odd=True)
    assert [point[odd] for point in islice(consecutive({}, odd, 1), 9)] == [-3, -1, 1]
    waves = "(1 + 2*cos(2*pi*n/5) + 2*cos(4*pi*n/5))*(1 + 2*cos(2*pi*n/7) + 2*cos(4*pi*n/7) + 2*cos(6*pi*n/7))"
    assert verdict(f"{waves} = 0", "n even, n > 0")[0] == "refuted"


@pytest.mark.parametrize(
    "small",
    [
        sympy.besselj(sympy.Rational(993, 10), x / 10**100),
        sympy.lowergamma(sympy.Rational(993, 10), x / 10**100),
        sympy.Product(x / 10**100, (sympy.Symbol("k", integer=True), 1, 100)),
    ],
)
def test_what_is_like_a_power_hides_as_deep(small: sympy.Expr) -> None:
    assert needed_bits((small, sympy.S.Zero), {x: sympy.Rational(7, 5)}) > 9900 * 3.3


def test_functions_in_functions_agree_up_to_powers_of_what_is_small() -> None:
    tiny = sympy.exp(-3000 * x)
    sides = sympy.tan(sympy.sin(tiny)), sympy.sin(sympy.tan(tiny))
    assert needed_bits(sides, {x: sympy.Integer(1)}) > 7 * 3000 / 0.6932


# --- where both sides are defined -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "where", "conditions"),
    [
        ("tanh(z)*cosh(z) = sinh(z)", "z complex", ("cosh(z) ≠ 0",)),
        ("tanh(x)*cosh(x) = sinh(x)", "", ()),
        ("tanh(x/y) = tanh(x/y)", "", ("y ≠ 0",)),
        ("acot(z) = acot(z)", "z complex", ("z - i ≠ 0", "z + i ≠ 0")),
        ("max(sqrt(x), 1) = max(1, sqrt(x))", "", ("sqrt(x) real",)),
        ("max(sqrt(x), 1) = max(1, sqrt(x))", "x >= 0", ()),
        ("Heaviside(z) = Heaviside(z)", "z complex", ("z real",)),
        ("mod(x, 2) = mod(x, 2)", "", ()),
        ("polygamma(x, 1) = polygamma(x, 1)", "", ("x = 0, 1, 2, …",)),
        ("polygamma(n, 1) = polygamma(n, 1)", "n integer, n >= 0", ()),
    ],
)
def test_definedness(relation: str, where: str, conditions: tuple[str, ...]) -> None:
    assert verdict(relation, where) == ("proved", conditions)


@pytest.mark.parametrize(
    "same", ["0^x", "expint(1, 0)", "polylog(0, 1)", "legendre(1/2, -1)", "beta(-1, 2)", "lowergamma(-1, 1)", "acot(I)"]
)
def test_what_is_nowhere_defined_equals_nothing(same: str) -> None:
    assert verdict(f"{same} = {same}")[0] == "undecided"


@pytest.mark.parametrize(
    ("relation", "where"),
    [
        ("x != 0", "y = 2*x/x"),
        ("abs(x) > 0", "y > 0, y*x/x > 0"),
        ("abs(x) > 0", "y + log(x) - log(x) > 0"),
        ("abs(x) > 0", "y*x/x = y*x/x"),
    ],
)
def test_a_condition_holds_only_where_it_is_defined(relation: str, where: str) -> None:
    assert verdict(relation, where)[0] != "refuted"
