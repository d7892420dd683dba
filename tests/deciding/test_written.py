"""Claims as they are written: what evaluation drops, what a closed form leaves out, what agreement cannot show."""

from __future__ import annotations

import pytest
import sympy

from referee.check import decide_text
from verify.deciding.agreement import CONSTANTS
from verify.grammar.shell import parse_text
from verify.refuting.hidden import needed_bits
from verify.refuting.sequences import values_needed
from verify.regularity.conditions import must_not_vanish
from verify.regularity.existence import existence
from verify.regularity.side_conditions import as_conditions
from verify.regularity.written import noticing

x, y = sympy.symbols("x y", real=True)
n = sympy.Symbol("n", integer=True)
k = sympy.Symbol("k", integer=True)


def verdict(relation: str, where: str = "") -> tuple[str, tuple[str, ...]]:
    """(outcome, conditions) of a relation with one link."""
    links = decide_text(relation, [where] if where else [])
    assert not isinstance(links, str), links
    (link,) = links
    return link.outcome.value, link.evidence.conditions


def detail(relation: str, where: str = "") -> str:
    links = decide_text(relation, [where] if where else [])
    assert not isinstance(links, str), links
    return links[0].evidence.detail


# --- closed forms carry their exceptions ----------------------------------------------------------

INTEGERS = "n integer, m integer, n > 0, m > 0"


@pytest.mark.parametrize(
    ("relation", "where", "outcome"),
    [
        ("integral(cos(n*x)*cos(m*x), x, 0, 2*pi) = 0", INTEGERS, "refuted"),
        ("integral(cos(n*x)*cos(m*x), x, 0, 2*pi) = 0", f"{INTEGERS}, n != m", "proved"),
        ("integral(cos(n*x)*cos(m*x), x, 0, 2*pi) = 0", "n integer, m integer, n != m", "refuted"),
        ("integral(sin(n*pi*x)^2, x, 0, 1) = 1/2", "n integer", "refuted"),
        ("integral(sin(n*pi*x)^2, x, 0, 1) = 1/2", "n integer, n > 0", "proved"),
        ("integral(exp(I*(n - m)*x), x, 0, 2*pi) = 0", "n integer, m integer", "refuted"),
        ("integral(cos(pi*k*x/10), x, 0, 1) = 0", "k even, k > 0", "refuted"),
        ("sum(1/((k + a)*(k + a + 1)), k, 0, oo) = 1/a", "a > 0", "proved"),
        ("sum(k/2^k, k, 1, oo) = 2", "", "proved"),
    ],
)
def test_exceptions_are_looked_at(relation: str, where: str, outcome: str) -> None:
    assert verdict(relation, where) == (outcome, ())


def test_a_refutation_on_an_exception_tells_where_the_proof_holds() -> None:
    assert "It is proved where n ≠ 0." in detail("integral(sin(n*pi*x)^2, x, 0, 1) = 1/2", "n integer")


def test_an_exception_that_cannot_be_tried_restricts() -> None:
    (link,) = decide_text("integral(a/(a^2 + x^2), x, -oo, oo) = pi", ["a >= 0"])
    assert (link.outcome.value, link.evidence.restrictions) == ("proved", ("a ≠ 0",))


def test_where_a_side_is_undefined_nothing_is_restricted() -> None:
    (link,) = decide_text("integral(exp(a*x), x, 0, 1) = (exp(a) - 1)/a", [])
    assert (link.outcome.value, link.evidence.conditions, link.evidence.restrictions) == ("proved", ("a ≠ 0",), ())


# --- conditions speak of the right symbols --------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "where", "outcome"),
    [
        ("conjugate(z) = z", "z complex, re(z) >= 0", "refuted"),
        ("sqrt(z^2) = z", "z complex, re(z) >= 0", "refuted"),
        ("x^2 = 2", "x = sqrt(2)", "proved"),
        ("cos(x) = cos(pi*y)", "x = pi*y", "proved"),
        ("h/(2*pi) = hbar", "h = 2*pi*hbar", "proved"),
        ("a^2 = 3", "a = b, b = sqrt(3)", "proved"),
        ("x = sqrt(2)", "x^2 = 2", "refuted"),
        ("x*y = 1", "x = exp(t), y = exp(-t)", "proved"),
    ],
)
def test_conditions(relation: str, where: str, outcome: str) -> None:
    assert verdict(relation, where)[0] == outcome


# --- evaluation -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "where", "outcomes"),
    [
        ("sin(pi*k/10) = 0", "k even", {"refuted"}),
        ("sin(pi*k/10)^2 + cos(pi*k/10)^2 = 1", "k even", {"proved"}),
        ("mod(8*mod(n, 4), 64) = 8*mod(n, 4)", "n integer", {"proved", "undecided"}),
        ("conjugate(li(x)) = li(x)", "", {"refuted", "undecided"}),
        ("legendre(n, -x) = (-1)^n*legendre(n, x)", "n integer", {"refuted"}),
        ("legendre(n, -x) = (-1)^n*legendre(n, x)", "n integer, n >= 0", {"proved"}),
        ("acot(-x) = -acot(x)", "", {"refuted"}),
        ("acot(-x) = -acot(x)", "x > 0", {"proved", "corroborated"}),
    ],
)
def test_evaluation(relation: str, where: str, outcomes: set[str]) -> None:
    assert verdict(relation, where)[0] in outcomes


# --- agreement ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "where"),
    [
        ("erf(200) = 1", ""),
        ("log(exp(20000) + 1) = 20000", ""),
        ("sum(1/2^k, k, 1, 1100) = 1", ""),
        ("integral(exp(-x^2), x, -27, 27) = sqrt(pi)", ""),
        ("log(exp(x + 20000) + 1) = x + 20000", "x > 0"),
        ("exp(x/10^600) = 1", ""),
        ("exp(pi*sqrt(163)) = 640320^3 + 744", ""),
        ("sign(x^2 - y^2) = 1", "x >= y, y > 0"),
        ("sum(binomial(n, k)*(-1)^k, k, 0, n) = 0", "n integer, n >= 0"),
    ],
)
def test_small_differences_are_seen(relation: str, where: str) -> None:
    assert verdict(relation, where)[0] == "refuted"


@pytest.mark.parametrize("where", ["x > 0", "x real"])
def test_what_is_too_small_is_no_evidence(where: str) -> None:
    assert verdict("erf(x + 3000) = 1", "x > 0")[0] == "undecided"
    assert verdict("Ei(2) + li(3) = li(3) + Ei(2)", "")[0] == "proved"


def test_constants_that_agree_are_open() -> None:
    assert CONSTANTS in detail("integral(log(1 + x)/x, x, 1, 2) = integral(log(1 + 2*x)/x, x, 1/2, 1)")


@pytest.mark.parametrize(
    "relation", ["gamma(1/3)*gamma(2/3) = 2*pi/sqrt(3)", "gamma(7/4)*gamma(5/4) = 3*pi*sqrt(2)/16"]
)
def test_instances_of_the_reflection_formula_are_proved(relation: str) -> None:
    assert verdict(relation)[0] == "proved"


@pytest.mark.parametrize(
    ("relation", "where"),
    [
        ("sum(x*(1 - x)^k, k, 0, oo) = 1", "x >= 0, x <= 1"),
        ("integral(x/(x^2 + t^2), t, 0, 1) = pi/2 - atan(x)", "x >= 0"),
    ],
)
def test_closed_ends_are_left_out_where_they_cannot_be_tried(relation: str, where: str) -> None:
    outcome, conditions = verdict(relation, where)
    assert outcome == "refuted" or "x ≠ 0" in conditions


def test_depth() -> None:
    point = {x: sympy.Integer(10)}
    assert needed_bits((sympy.sin(x), sympy.Integer(0)), point) < 200
    assert needed_bits((sympy.exp(1000 * x), sympy.Integer(0)), point) > 10_000 / sympy.log(2)
    assert needed_bits((sympy.erf(20 * x),), point) > 40_000
    assert needed_bits((x / sympy.Integer(10) ** 6000,), point) > 19_000


@pytest.mark.parametrize(
    ("expr", "answer"),
    [
        (sympy.binomial(2 * n, n) / 4**n, True),
        (sympy.Sum(sympy.binomial(n, k) ** 2, (k, 0, n)), True),
        (sympy.legendre(n, x), True),
        (sympy.cos(14 * sympy.pi / n), False),
        (sympy.floor(n / 50), False),
        (sympy.sqrt(n), False),
        (n**n, False),
        (1 / (n - 57), False),
    ],
)
def test_sequences(expr: sympy.Expr, answer: bool) -> None:
    assert (values_needed((expr,), n) is not None) is answer


# --- definedness ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "relation",
    [
        "x/x = 1", "x^0 = 1", "log(x) - log(x) = 0", "0*log(x) = 0", "1/x = 1/x", "0/x = 0", "x/x > 0",
        "1/x - 1/x >= 0", "1/(1/x) = x",
    ],
)  # fmt: skip
def test_definedness_is_part_of_equality(relation: str) -> None:
    assert verdict(relation) == ("proved", ("x ≠ 0",))


def test_where_the_claim_is_undefined_it_is_not_refuted() -> None:
    assert verdict("x/x + 1/x = 1/x + 1") == ("proved", ("x ≠ 0",))
    assert verdict("binomial(x, x) = 1")[1] == ("x + 1 ≠ 0, -1, -2, …",)


@pytest.mark.parametrize(
    "part", ["sum(1/k, k, 1, oo)", "integral(1/x, x, -1, 1)", "sum(1/(k - 2), k, 0, 5)", "sum(2^k, k, 0, oo)"]
)
def test_what_diverges_equals_nothing(part: str) -> None:
    for relation in (f"{part} = {part}", f"{part} - {part} = 0"):
        outcome, conditions = verdict(relation)
        assert outcome == "undecided" or conditions


def test_existence() -> None:
    assert existence(sympy.Sum(1 / k**2, (k, 1, sympy.oo)), sympy.Integral(sympy.exp(-(x**2)), (x, 0, 1))) == ()
    assert existence(sympy.Sum(1 / k, (k, 1, sympy.oo))) is None
    (condition,) = existence(sympy.Sum(y**k, (k, 0, sympy.oo))) or ()
    assert str(condition) == "Sum(y**k, (k, 0, oo)) converges"


def test_poles_are_named() -> None:
    p = sympy.Symbol("p", positive=True)
    assert as_conditions(must_not_vanish([sympy.gamma(p) + sympy.atan(x)])) == []
    assert [str(c) for c in as_conditions(must_not_vanish([sympy.gamma(x)]))] == ["x ≠ 0, -1, -2, …"]


def test_what_is_lost_inside_a_sum_is_lost_there() -> None:
    with noticing() as lost:
        parse_text("integral(x/x, x, 1, 3)")
    assert lost == {}
    with noticing() as lost:
        parse_text("sum(k/k, k, 0, 3)")
    assert [str(part) for part in lost] == ["k ≠ 0 for every k from 0 to 3"]
    with noticing() as lost:
        parse_text("y/y + integral(x/x, t, 1, 3)", {"x": x, "y": y})
    assert set(lost) == {x, y}


# --- a condition for every term of a known range ------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "where"),
    [
        ("sum(k/k, k, 0, 5) = 6", ""),
        ("sum((k-2)/(k-2), k, 1, 3) = 3", ""),
        ("sum(k/k, k, -1, 1) = 3", ""),
        ("sum(log(k-2)/log(k-2), k, 1, 3) = 3", ""),
        ("sum((k-x)/(k-x), k, 1, 3) = 3", "x = 2"),
        ("sum(k/k, k, 0, n) = n + 1", "n integer, n >= 0"),
        ("sum((k-1)/(k-1), k, 1, n) = n", "n integer, n > 0"),
        ("sum((k-n)/(k-n), k, 1, n) = n", "n integer, n > 0"),
        ("sum((k^2-k)/(k^2-k), k, 0, n) = n + 1", "n integer, n > 0"),
        ("sum((k-7)/(2^k*(k-7)), k, 1, oo) = 1", ""),
    ],
)
def test_a_sum_with_an_undefined_term_is_proved_by_no_condition(relation: str, where: str) -> None:
    assert verdict(relation, where) == ("undecided", ())


@pytest.mark.parametrize(
    ("relation", "where", "conditions"),
    [
        ("sum(k/k, k, 1, 5) = 5", "", ()),
        ("sum((k-7)/(k-7), k, 1, 6) = 6", "", ()),
        ("sum((2*k-1)/(2*k-1), k, 0, 3) = 4", "", ()),
        ("sum(k/k, k, 1, n) = n", "n integer, n > 0", ()),
        ("sum((k-x)/(k-x), k, 1, 3) = 3", "", ("x - 3 ≠ 0", "x - 2 ≠ 0", "x - 1 ≠ 0")),
        ("sum((k-x)/(k-x), k, 1, 3) = 3", "x > 3", ()),
        ("sum((k-3)/(k-3), k, 1, n) = n", "n integer, n > 0", ("k - 3 ≠ 0 for every k from 1 to n",)),
    ],
)
def test_a_condition_on_the_terms_is_told_where_it_can_hold(
    relation: str, where: str, conditions: tuple[str, ...]
) -> None:
    assert verdict(relation, where) == ("proved", conditions)
    assert verdict(f"{relation}+1", where)[0] == "refuted"


@pytest.mark.parametrize(
    ("inner", "enough"),
    [
        (sympy.cos(3 * sympy.Symbol("x", real=True)) ** 2, True),
        (sympy.sin(8 * sympy.cos(15 * sympy.Symbol("x", real=True)) ** 4), False),
        (
            4 * sympy.cos(20 * sympy.Symbol("x", real=True)) ** 3 - 3 * sympy.cos(20 * sympy.Symbol("x", real=True)),
            False,
        ),
        (sympy.cosh(sympy.cos(13 * sympy.Symbol("x", real=True))), False),
    ],
)
def test_what_an_integrand_has_without_n_counts(inner: sympy.Expr, enough: bool) -> None:
    """4 cos³20x − 3 cos 20x is cos 60x: with cos nx its integral is zero for all n below 60."""
    n, x = sympy.Symbol("n", integer=True, nonnegative=True), sympy.Symbol("x", real=True)
    integral = sympy.Integral(sympy.cos(n * x) * inner, (x, 0, sympy.pi))
    assert (values_needed((integral, sympy.S.Zero), n) is not None) is enough


def test_a_summand_with_moving_ends_is_a_sequence() -> None:
    n, k = sympy.symbols("n k", integer=True, nonnegative=True)
    assert values_needed((sympy.Sum(sympy.cos(k), (k, n, n)), sympy.S.Zero), n) is not None
    assert values_needed((sympy.Sum(sympy.floor(k / 20), (k, n, n)), sympy.S.Zero), n) is None
