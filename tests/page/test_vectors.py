"""Vectors in print: what their components need, their lengths, and what nabla may hold constant."""

from __future__ import annotations

import pytest
import sympy
from sympy import I, Rational, exp, sqrt

from verify.claims import Paper, UnitSystem, components_equal, dot, equal, scaled, symbol, triple, vector
from verify.errors import ClaimError
from verify.judging.judge import judge_claim
from verify.quantities.dimension_names import DIMENSIONLESS
from verify.vocabulary.statements import Relation

x, y, z, k, m = (symbol(name, name, name, DIMENSIONLESS, real=True) for name in "xyzkm")
r, u, q = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "ruq")
a, b = (vector(name, rf"\vec {name}", name, DIMENSIONLESS, real=True) for name in "ab")
w = vector("w", r"\vec w", "w", DIMENSIONLESS, complex=True)
Stated = tuple[Relation, ...]
SAME_M, SAME_B = equal(m, m), components_equal(b, b)
DISTANCE = sqrt(x**2 + y**2 + z**2)


@pytest.fixture
def paper() -> Paper:
    made = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    made.spellings = (
        *((r"\vec a", a), (r"\vec b", b), (r"\vec w", w)),
        (r"\vec d", triple(1 / k, 1 / k, 0)),
        (r"\vec e", triple(1, 0, 0)),
        (r"\vec h", triple(1, 1, 0)),
        (r"\vec p", triple(exp(I * x), 0, 0)),
        (r"\vec f", triple(x / r**3, y / r**3, z / r**3)),
        (r"\vec g", triple(x / u**3, y / u**3, z / u**3)),
    )
    return made


def word(paper: Paper, printed: str, says: Stated) -> tuple[str, str | None, str]:
    audit = judge_claim(paper, paper.claim("1", says, where="I", printed=printed))
    return str(audit.result), audit.literal.condition, audit.transcription


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        (r"\frac{\vec a}{k}\times\frac{\vec a}{k} + \vec b = \vec b", SAME_B),
        (r"\frac{\vec a}{k}\times\vec a + \vec b = \vec b", SAME_B),
        (r"\vec d\times\vec h + \vec b = \vec b", SAME_B),
        (r"\vec d\times\vec e - \vec d\times\vec e + \vec b = \vec b", SAME_B),
        (r"\vec d - \vec d + \vec b = \vec b", SAME_B),
        (r"\frac{\vec a}{k}\cdot(\vec a\times\vec b) + m = m", SAME_M),
        (r"(\frac{\vec a}{k} - \frac{\vec a}{k})^2 + m = m", SAME_M),
        (r"\frac{x+1}{k} - \frac{x}{k} - \frac{1}{k} + m = m", SAME_M),
        (r"\frac{x^2 - 2x}{k}(x(x - 1) - x^2 + x) + m = m", SAME_M),
    ],
)
def test_what_cancels_in_the_components_is_a_condition_of_the_printed_line(
    paper: Paper, printed: str, says: Stated
) -> None:
    paper.given("0", where="I", printed="x = x + k - k", lhs=x * k, rhs=k * x)
    assert word(paper, printed, says) == ("PASS-IF", "k ≠ 0", "agrees")


def test_what_print_shows_is_told_once_where_the_encoding_shows_it_too(paper: Paper) -> None:
    assert (
        word(paper, r"\frac{\vec a}{m}\cdot\vec b = \frac{\vec a\cdot\vec b}{m}", equal(dot(a, b) / m, dot(a, b) / m))[
            1
        ]
        == "m ≠ 0"
    )
    other = Paper("q", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    assert word(other, r"\frac{x^2 - 1}{x - 1} = x + 1", equal(x + 1, x + 1)) == ("PASS-IF", "x - 1 ≠ 0", "agrees")


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        (r"|\vec w|^2 = \vec w^2", equal(dot(w, w), dot(w, w))),
        (r"|\vec w| = m", equal(sqrt(dot(w, w)), m)),
        (r"|\sqrt{k}\vec a|^2 = k\vec a^2", equal(k * dot(a, a), k * dot(a, a))),
        (r"|i\vec a| = |\vec a|", equal(sqrt(-dot(a, a)), sqrt(dot(a, a)))),
        (r"|\vec p| = 1", equal(sqrt(exp(2 * I * x)), 1)),
    ],
)
def test_the_length_of_a_vector_that_may_be_complex_is_no_root_of_its_square(
    paper: Paper, printed: str, says: Stated
) -> None:
    with pytest.raises(ClaimError, match="print and encoding differ"):
        word(paper, printed, says)


@pytest.mark.parametrize(
    ("printed", "says", "result"),
    [
        (r"|\vec a|^2 = \vec a^2", equal(dot(a, a), dot(a, a)), "PASS"),
        (r"|-2\vec a| = 2|\vec a|", equal(sqrt(4 * dot(a, a)), 2 * sqrt(dot(a, a))), "PASS"),
        (r"|k\vec a| = k|\vec a|", equal(sqrt(dot(scaled(k, a), scaled(k, a))), k * sqrt(dot(a, a))), "FAIL"),
        (r"|\vec w|^2 = m", equal(sum(sympy.Abs(part) ** 2 for part in w), m), "FAIL"),
        (r"|\sqrt{k}\vec a|^2 = k\vec a^2", equal(sympy.Abs(k) * dot(a, a), k * dot(a, a)), "FAIL"),
    ],
)
def test_the_length_of_a_vector_is_made_of_the_moduli_of_its_components(
    paper: Paper, printed: str, says: Stated, result: str
) -> None:
    assert word(paper, printed, says)[::2] == (result, "agrees")


def divergence(of: sympy.Symbol) -> Stated:
    slopes = (sympy.Derivative(axis / of**3, axis) for axis in (x, y, z))
    return equal(sympy.Add(*slopes), 3 / of**3)


@pytest.mark.parametrize(
    ("lhs", "rhs", "read"),
    [
        (u, DISTANCE, "not parsed"),
        (u**2, DISTANCE**2, "not parsed"),
        (q * u, x, "not parsed"),
        (u**2 * 3, x * u + y, "not parsed"),
        (u + 0, q * Rational(2), "agrees"),
        (q, u * x, "agrees"),
        (m, m * u, "agrees"),
    ],
)
def test_what_a_line_links_with_the_place_is_no_constant_under_nabla(
    paper: Paper, lhs: sympy.Expr, rhs: sympy.Expr, read: str
) -> None:
    paper.given("0", where="I", printed="in words", lhs=lhs, rhs=rhs)
    assert word(paper, r"\nabla\cdot\vec g = \frac{3}{u^3}", divergence(u))[2] == read


def test_links_with_the_place_go_through_other_lines_conditions_and_spellings(paper: Paper) -> None:
    paper.given("0", where="I", printed="q is the distance", lhs=q, rhs=DISTANCE)
    paper.given("00", where="I", printed="u is twice that", lhs=u, rhs=2 * q)
    assert word(paper, r"\nabla\cdot\vec g = \frac{3}{u^3}", divergence(u))[2] == "not parsed"
    back = Paper("back", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
    back.spellings = paper.spellings
    back.given("0", where="I", printed="q is the distance", lhs=q, rhs=DISTANCE)
    back.given("00", where="I", printed="it is twice u", lhs=q, rhs=2 * u)
    assert word(back, r"\nabla\cdot\vec g = \frac{3}{u^3}", divergence(u))[2] == "not parsed"
    for changed in (True, False):
        other = Paper(f"q{changed}", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
        other.spellings = (*paper.spellings, *(((r"u", DISTANCE),) if changed else ()))
        read = word(other, r"\nabla\cdot\vec g = \frac{3}{u^3}", divergence(u))[2]
        assert read == ("not parsed" if changed else "agrees")


def test_a_distance_is_no_constant_under_nabla_although_no_line_says_what_it_is(paper: Paper) -> None:
    assert word(paper, r"\nabla\cdot\vec f = \frac{3}{r^3}", divergence(r))[2] == "not parsed"


def test_a_line_that_says_what_a_slope_is_links_no_constant_with_the_place(paper: Paper) -> None:
    gradient = components_equal((sympy.Derivative(k * x * y, x), sympy.Derivative(k * x * y, y), 0), (k * y, k * x, 0))
    paper.given("0", where="I", printed="in words", lhs=z + m, rhs=2 * z)
    read = word(paper, r"\nabla(k x y) = k y\,\vec e + k x(\vec h - \vec e)", gradient)
    assert read == ("PASS", None, "agrees")


def test_of_several_that_may_change_none_is_a_constant_if_all_are_held(paper: Paper) -> None:
    """k m u = x + y: one of the three changes, and all stand under nabla."""
    printed, says = r"\nabla\cdot\vec v = k m u", equal(sympy.Derivative(k * m * u * x, x), k * m * u)
    spellings = (*paper.spellings, (r"\vec v", triple(k * m * u * x, 0, 0)))
    for tied, read in ((k * m * q, "agrees"), (k * m * u, "not parsed")):
        other = Paper(f"q{read[:3]}", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
        other.spellings = spellings
        other.given("0", where="I", printed="in words", lhs=tied, rhs=x + y + z)
        assert word(other, printed, says)[2] == read
