"""What agreement may count as evidence: edges of convergence, whole numbers together, ranges, constants inside."""

import pytest
import sympy

from tests.common.asking import told
from verify.points.domain import Domain
from verify.refuting.constants_inside import inside
from verify.refuting.hidden import needed_bits
from verify.refuting.one_piece import doubt

x, y = sympy.symbols("x y", real=True)
s = sympy.Symbol("s", positive=True)
t = sympy.Symbol("t", real=True)
k = sympy.Symbol("k", integer=True)
u = (x - y) ** 2


@pytest.mark.parametrize(
    ("side", "jumps"),
    [
        (sympy.Sum(u * (1 + u) ** -k, (k, 0, sympy.oo)), True),
        (sympy.Sum(u * 2 ** (-k * u), (k, 0, sympy.oo)), True),
        (sympy.Sum(sympy.tanh(x) ** 2 * sympy.sech(x) ** (2 * k), (k, 0, sympy.oo)), True),
        (sympy.Integral(u * t ** (u - 1), (t, 0, 1)), True),
        (sympy.Integral(u * t ** (-1 - u), (t, 1, sympy.oo)), True),
        (sympy.Sum((1 + u) ** -k / sympy.factorial(k), (k, 0, sympy.oo)), False),
        (sympy.Sum((2 + u) ** -k, (k, 0, sympy.oo)), False),
        (sympy.Integral(t ** (s - 1) * sympy.exp(-t), (t, 0, sympy.oo)), False),
        (sympy.Integral(s * t ** (s - 1), (t, 0, 1)), False),
    ],
)
def test_a_series_may_jump_where_it_ceases_to_converge(side, jumps):
    domain = Domain(tuple(sorted(side.free_symbols, key=str)))
    assert (doubt(side, sympy.S.Zero, domain) is not None) == jumps


@pytest.mark.parametrize(("low", "high"), [(-1000, 0), (0, 1000), (-1000, 1000)])
def test_a_long_range_hides_at_either_end(low, high):
    term = 3 ** sympy.Abs(k) if low < 0 < high else 3**k
    assert needed_bits((sympy.Sum(term, (k, low, high)), sympy.S.One), {}) > 1000 * 1.58


def test_a_circle_of_places_hides_a_power():
    circle = sympy.Sum(sympy.exp(s * sympy.cos(2 * sympy.pi * k / 300)), (k, 1, 300))
    assert needed_bits((circle, sympy.S.One), {s: sympy.S.One}) > 2300


def test_equidistant_places_hide_by_poisson():
    """Σ exp(-(k/100)²) over all k is 100 √π up to e^(-98696)."""
    assert (
        needed_bits((sympy.Sum(sympy.exp(-((k / sympy.Integer(100)) ** 2)), (k, 0, sympy.oo)), sympy.S.One), {})
        > 142_000
    )


def test_constants_are_found_inside_functions():
    long = sympy.Sum(2**k, (k, -2000, 0))
    assert list(inside(sympy.exp(x * long) + sympy.sin(x + sympy.log(2)))) == [long]


@pytest.mark.parametrize(
    ("text", "where", "outcomes"),
    [
        ("exp(x*sum(2^k, k, -2000, 0)) = exp(2*x)", "", {"undecided", "refuted"}),
        ("sum((2 + y^2)^k, k, -1000, 0) = (2 + y^2)/(1 + y^2)", "", {"undecided", "refuted"}),
        ("besselj(n, 0)*besselj(m, 0) = 0", "n integer, m integer", {"refuted"}),
        ("binomial(n, m)*binomial(m, p)*binomial(p, n) = 0", "n integer, m integer, p integer, n > 0, m > 0, p > 0", {"refuted"}),
        ("binomial(n + m, n) = binomial(n + m, m)", "n integer, m integer, n >= 0, m >= 0", {"proved", "corroborated"}),
        ("sinc(pi*n) = 0", "n integer", {"refuted"}),
        ("sinc(pi*n)*sinc(pi*m) = 0", "n integer, m integer", {"refuted"}),
        ("sinc(pi*(n - 137)) = 0", "n integer", {"refuted"}),
        ("sinc(pi*n) = 0", "n integer, n > 0", {"proved"}),
        ("x*sinc(x) = sin(x)", "", {"proved"}),
        ("integral(exp(2*pi*I*n*x), x, 0, 1) = sinc(pi*n)", "n integer", {"proved"}),
        ("sum(1/k, k, 1, oo)/sum(1/k, k, 1, oo) = 1", "", {"undecided"}),
        ("sum(0^k, k, 0, n) = 1", "n integer, n >= 0", {"undecided"}),
        ("integral(x, x, oo, oo) = 0", "", {"undecided"}),
        ("sum(hermite(k - 3, x), k, 0, 5) = hermite(0, x)", "", {"undecided"}),
    ],
)  # fmt: skip
def test_claims(text, where, outcomes):
    assert told(text, where)[0] in outcomes


@pytest.mark.parametrize(
    ("where", "text"),
    [("n integer", "sum(abs(k), k, 1, n) = sum(k, k, 1, n)"), ("n even", "hermite(n, -x) = hermite(n, x)")],
)
def test_whole_numbers_at_which_nothing_is_known_are_left_out(where, text):
    assert told(text, where) in (
        ("corroborated", ("n ≥ 0",)),
        ("corroborated", ("n = 0, 1, 2, …",)),
        ("undecided", ()),
    )
