"""The printed LaTeX against the encoding: slips on either side are noticed."""

from __future__ import annotations

import pytest
import sympy
from sympy import Rational

from verify.checkers.transcription import alike, check
from verify.claims import (
    Claim,
    Paper,
    UnitSystem,
    approx,
    at_most,
    decimal,
    expands_to,
    function,
    greater,
    has_roots,
    indexed,
    less,
    on_interval,
    only_root,
    printed_number,
    symbol,
)
from verify.units import DIMENSIONLESS, LENGTH, ampere, metre, micro, nano, pico

a, b = (symbol(name, name, name, DIMENSIONLESS, positive=True) for name in "ab")
r = symbol("r_He", r"r_{\text{He}}", "radius", LENGTH, positive=True)
v = symbol("v", "v", "speed on the ring", DIMENSIONLESS, positive=True)
v_He = symbol("v_He", "v", "speed in helium", DIMENSIONLESS, positive=True)


@pytest.fixture
def paper() -> Paper:
    return Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I", "II"))


def identity(paper: Paper, printed: str, lhs: sympy.Expr, *rhs: sympy.Expr, where: str = "I") -> Claim:
    return paper.identity(str(len(paper.claims)), where=where, printed=printed, lhs=lhs, rhs=rhs)


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"\frac{a}{b} = 2", "agrees"),
        (r"words with a formula: $a/b = 2$", "agrees"),
        (r"\frac{a}{b} = 3", "differs"),
        (r"\frac{b}{a} = 2", "differs"),
        (r"\frac{a}{b} < 2", "differs"),
        (r"\frac{a}{b} = 2 = 4/2", "agrees"),
        (r"\frac{a}{q} = 2", "not parsed"),
        (r"\frac{a}{b = 2", "not parsed"),
        ("only words", "none"),
    ],
)
def test_words(paper: Paper, printed: str, word: str) -> None:
    claim = identity(paper, printed, a / b, sympy.Integer(2), *([Rational(4, 2)] if printed.count("=") == 2 else []))
    assert check(claim, paper).word == word


def test_a_missing_link_is_noticed_on_either_side(paper: Paper) -> None:
    assert check(identity(paper, "a = b", a, b, 2 * b), paper).word == "differs"
    assert check(identity(paper, "a = b = 2b", a, b), paper).word == "differs"


def test_names_of_the_claim_come_before_those_of_the_section(paper: Paper) -> None:
    identity(paper, "v = a", v, a, where="II")
    assert check(identity(paper, "v = a", v_He, a, where="I"), paper).word == "agrees"
    assert check(identity(paper, "v/v = 1", v_He / v_He, sympy.Integer(1), where="I"), paper).word == "agrees"


def test_numbers(paper: Paper) -> None:
    good = paper.value(
        "1", approx(r / 7, "7.56e-12"), where="I", printed=r"\frac{r_{\text{He}}}{7} \approx 7.56\cdot10^{-12}"
    )
    assert check(good, paper).word == "agrees"
    bad = paper.value(
        "2", approx(r / 7, "7.56e-12"), where="I", printed=r"\frac{r_{\text{He}}}{7} \approx 7.65\cdot10^{-12}"
    )
    assert check(bad, paper).word == "differs"
    multiple = paper.value("3", approx(a, "5"), where="I", printed=r"\frac{a}{7} = \frac{5}{7}")
    assert check(multiple, paper).word == "agrees"
    exact = paper.identity("4", where="I", printed="a = 1.75 b", lhs=a, rhs=decimal("1.75") * b)
    assert check(exact, paper).word == "agrees"


@pytest.mark.parametrize(
    ("quantity", "digits", "printed", "word"),
    [
        (sympy.sqrt(2), "1.41", r"\sqrt2 \approx 1.41", "agrees"),
        (sympy.sqrt(2), "1.41", r"7\sqrt2 \approx 9.87", "differs"),
        (sympy.sqrt(2), "1.41", r"3\sqrt2 \sim 4.23", "differs"),
        (sympy.sqrt(2), "1.41", r"3\sqrt2 = 4.23", "differs"),
        (sympy.sqrt(2), "1.41", r"\frac{\sqrt2}{7} = \frac{1.41}{7}", "agrees"),
        (sympy.sqrt(2), "1.41", r"100\sqrt2 \approx 141", "agrees"),
        (a / b, "1.41", r"a \approx 1.41 b", "agrees"),
        (a, "5", r"a = 5\,\mathrm{s}", "differs"),
        (a, "5", r"a = 5\,\mathrm{m}", "differs"),
    ],
)
def test_a_multiple_of_a_rounded_number_and_another_unit_say_something_else(
    paper: Paper, quantity: sympy.Expr, digits: str, printed: str, word: str
) -> None:
    assert check(paper.value("1", approx(quantity, digits), where="I", printed=printed), paper).word == word


def test_units_of_printed_equations_count(paper: Paper) -> None:
    length = symbol("l", "l", "length", LENGTH, positive=True)
    assert check(identity(paper, r"a = 5\,\mathrm{s}", a, sympy.Integer(5)), paper).word != "agrees"
    assert check(identity(paper, r"a = b\,\mathrm{J}", a, b), paper).word != "agrees"
    assert check(identity(paper, r"l = 5\,\mathrm{s}", length, sympy.Integer(5)), paper).word != "agrees"


def test_texts_are_alike_if_they_say_the_same_without_a_doubt(paper: Paper) -> None:
    claim = identity(paper, "a = b", a, b)
    assert alike("a = 2bc", "a = c b 2", [claim], paper) is False  # "b 2" may be an index
    assert alike("a = 2bc", r"a = 2c\cdot b", [claim], paper)
    assert not alike("a = k(2c)", "a = 2kc", [claim], paper)
    assert alike("a = b(2c)", "a = 2bc", [claim], paper)  # b is a quantity of the claim
    assert not alike(r"a = \log b", r"a = \ln b", [claim], paper)
    assert not alike(r"a = \sin b c", r"a = \sin(bc)", [claim], paper)
    assert alike(r"a = \frac{h}{2}b/2c", r"a = \frac{hb}{2}/2c", [claim], paper)


# --- what is no printed equation: numbers of curves, inputs, definitions written out ------------------

x = symbol("x", "x", "place", LENGTH, positive=True)
x_0 = symbol("x_0", "x_0", "a certain place", LENGTH, positive=True)
n = symbol("n", "n", "index", DIMENSIONLESS, integer=True, nonnegative=True)
N = symbol("N", "N", "number of terms", DIMENSIONLESS, integer=True, nonnegative=True)
term = function("D", "D", "term", DIMENSIONLESS, arguments=(DIMENSIONLESS,), real=True)
mass = indexed("mass", "m", "mass of particle n", DIMENSIONLESS, positive=True)
scaled = (x / r) ** 2 - 2


def curve(paper: Paper, printed: str, *says: object) -> str:
    return check(paper.for_all(str(len(paper.claims)), *says, where="I", printed=printed), paper).word  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"x_0 \approx 1.414r_{He}", "agrees"),
        (r"x \approx 1.414r_{He}", "agrees"),
        (r"x_0 = \sqrt{2}r_{He}", "agrees"),
        (r"x_0 = \frac{2}{\sqrt2}r_{He} \approx 1.414r_{He}", "agrees"),
        (r"about $x_0 \approx 1.414r_{He}$ it vanishes", "agrees"),
        (r"x_0 \approx 1.415r_{He}", "differs"),
        (r"x_0 \approx 1.414", "none"),
        (r"x_0 < 1.414r_{He}", "none"),
        (r"a \approx 1.414r_{He}", "none"),
        (r"x_0 = \sqrt{3}r_{He}", "none"),
        ("it vanishes once", "none"),
        (r"x_0 \approx q", "none"),
    ],
)
def test_numbers_of_a_zero(paper: Paper, printed: str, word: str) -> None:
    identity(paper, "x_0 = x_0 a/a", x_0, x_0 * a / a)
    assert curve(paper, printed, only_root(scaled, x, 0, 3, "1.414", scale=r, exactly=sympy.sqrt(2))) == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"$a < \frac{1}{6}$", "agrees"),
        (r"$a > \frac{1}{9}$", "agrees"),
        (r"$a < \frac{1}{5}$", "differs"),
        (r"$a > \frac{1}{6}$", "differs"),
        (r"$x > \frac{1}{6}$", "none"),
    ],
)
def test_ends_of_a_range(paper: Paper, printed: str, word: str) -> None:
    says = has_roots(x * a + x, x, 0, 1, parameter=a, between=(Rational(1, 9), Rational(1, 6)), exist=False)
    assert curve(paper, printed, says) == word


def test_ends_of_an_interval(paper: Paper) -> None:
    says = on_interval(scaled, ">", x, decimal("1.5"), 4, scale=r)
    assert curve(paper, r"positive for $x > 1.5 r_{He}$", says) == "agrees"
    assert curve(paper, r"positive for $x > 1.6 r_{He}$", says) == "differs"
    assert curve(paper, r"positive for $x < 1.5 r_{He}$", says) == "differs"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"$x = 210\,\mathrm{pm}$ gives $a = 5$", "agrees"),
        (r"$x = 210\,\mathrm{pm}$", "agrees"),
        (r"$x = 211\,\mathrm{pm}$ gives $a = 5$", "differs"),
        (r"$x = 210\,\mathrm{nm}$ gives $a = 5$", "differs"),
        (r"$x = 210$ gives $a = 5$", "differs"),
        (r"$x = 210\,\mathrm{pm}$ gives $a = 6$", "differs"),
    ],
)
def test_inputs_of_a_number(paper: Paper, printed: str, word: str) -> None:
    says = approx(a, "5", constants={x: printed_number("210", pico * metre)})
    claim = paper.value("1", says, where="I", printed=printed)
    assert check(claim, paper).word == word


def test_a_defined_function_may_be_written_out(paper: Paper) -> None:
    paper.given("0", where="I", printed="D(n) = a^n", lhs=term(n), rhs=a**n)
    written_out = sympy.Sum(a**n, (n, 0, N))
    assert check(identity(paper, r"b = \sum_{n=0}^N D(n)", b, written_out), paper).word == "agrees"
    assert check(identity(paper, r"b = 2\sum_{n=0}^N D(n)", b, written_out), paper).word == "differs"
    assert check(identity(paper, r"b = D(0) + D(1)", b, 1 + a), paper).word == "agrees"
    assert check(identity(paper, r"b = D(0) + D(2)", b, 1 + a), paper).word == "differs"


def test_a_function_that_is_defined_twice_is_not_written_out(paper: Paper) -> None:
    paper.given("0", where="I", printed="D(n) = a^n", lhs=term(n), rhs=a**n)
    paper.given("0'", where="I", printed="D(n) = b^n", lhs=term(n), rhs=b**n)
    claim = paper.identity("1", where="I", printed="b = D(0) + D(1)", lhs=b, rhs=1 + a)
    assert check(claim, paper).word != "agrees"


def test_an_integral_is_not_evaluated(paper: Paper) -> None:
    closed, integral = b**2 / 2, sympy.Integral(a, (a, 0, b))
    assert check(identity(paper, r"\int_0^b a\,da = c_1", integral, closed), paper).word != "agrees"
    assert check(identity(paper, r"\frac{b^2}{2} = \frac{b^2}{2}", integral, closed), paper).word == "differs"
    assert check(identity(paper, r"\int_0^b a\,da = \frac{b^2}{2}", integral, closed), paper).word == "agrees"


def test_indexed_quantities(paper: Paper) -> None:
    total = sympy.Sum(mass(n), (n, 0, N))
    assert check(identity(paper, r"a = \sum_{n=0}^N m_n", a, total), paper).word == "agrees"
    assert check(identity(paper, r"a = \sum m_n", a, total), paper).word == "agrees"
    assert check(identity(paper, r"a = \sum_{n=1}^N m_n", a, total), paper).word == "differs"
    assert check(identity(paper, r"a = \sum_{n=0}^N m_n^2", a, total), paper).word == "differs"


# --- what counts besides the letters: units, digits, orders, conditions, doubts ------------------------


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"a \approx 2.24\,\mathrm{nA}", "agrees"),
        (r"a \approx 2.24\,\mathrm{A}", "differs"),
        (r"a \approx 2.24", "differs"),
        (r"a \approx 0.00224\,\mathrm{\mu A}", "differs"),
        (r"a \approx 2.240\,\mathrm{nA}", "differs"),
        (r"a \approx 2.24 + \dots", "differs"),
        (r"2.24\,\mathrm{nA} \approx a", "agrees"),
    ],
)
def test_units_and_digits_of_a_value(paper: Paper, printed: str, word: str) -> None:
    claim = paper.value("1", approx(a, "2.24", unit=nano * ampere), where="I", printed=printed)
    assert check(claim, paper).word == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"$x = 5\,\mathrm{\mu m}$", "agrees"),
        (r"$x = 5\,\mu\mathrm{m}$", "agrees"),
        (r"$x = 5\,\mathrm{mm}$", "differs"),
        (r"$x = 5\,\mathrm{m}$", "differs"),
    ],
)
def test_units_of_an_input_may_be_spelled_otherwise(paper: Paper, printed: str, word: str) -> None:
    says = approx(a, "5", constants={x: printed_number("5", micro * metre)})
    assert check(paper.value("1", says, where="I", printed=f"{printed} gives $a = 5$"), paper).word == word


@pytest.mark.parametrize(
    ("printed", "rhs", "word"),
    [
        (r"r_{He} = 5\,\mathrm{km}", 5000, "agrees"),
        (r"r_{He} = 5\,\mathrm{km}", 5, "differs"),
        (r"r_{He} = 5\,\mathrm{furlong}", 5, "not parsed"),
    ],
)
def test_units_of_an_equation(paper: Paper, printed: str, rhs: int, word: str) -> None:
    assert check(identity(paper, printed, r, sympy.Integer(rhs)), paper).word == word


@pytest.mark.parametrize(
    ("printed", "says", "word"),
    [
        ("a > b", less(b, a), "agrees"),
        ("a > b", greater(a, b), "agrees"),
        ("a > b", less(a, b), "differs"),
        (r"a \ge b", at_most(b, a), "agrees"),
        (r"a \ge b", less(b, a), "differs"),
        ("b < a < 2b", less(b, a), "differs"),
    ],
)
def test_relations_may_be_turned(paper: Paper, printed: str, says: object, word: str) -> None:
    assert check(paper.for_all("1", says, where="I", printed=printed), paper).word == word  # type: ignore[arg-type]


def test_an_equation_may_be_turned(paper: Paper) -> None:
    assert check(identity(paper, "2b = a", a, 2 * b), paper).word == "agrees"


@pytest.mark.parametrize(
    ("printed", "order", "word"),
    [
        (r"\cos x = 1 + O(x^2)", 2, "agrees"),
        (r"\cos x = 1 + \dots", 2, "agrees"),
        (r"\cos x = 1 + O(x^3)", 2, "none"),
        (r"\cos x = 1", 2, "none"),
    ],
)
def test_the_order_of_what_is_dropped(paper: Paper, printed: str, order: int, word: str) -> None:
    claim = paper.value("1", expands_to(sympy.cos(x), x, sympy.Integer(1), order=order), where="I", printed=printed)
    assert check(claim, paper).word == word


def test_a_cut_side_is_no_equation(paper: Paper) -> None:
    assert check(identity(paper, r"a = 1 - b + \dots", a, 1 - b), paper).word == "differs"
    assert check(identity(paper, r"a = 1 - b + O(b^2)", a, 1 - b), paper).word == "differs"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"a = b \quad (b>0)", "agrees"),
        ("$a = b$ for $b > 0$", "agrees"),
        (r"a = b \quad (b>1)", "differs"),
        (r"b = b \quad (a = b)", "differs"),
    ],
)
def test_a_printed_condition_is_declared_or_encoded(paper: Paper, printed: str, word: str) -> None:
    assert check(identity(paper, printed, a, b), paper).word == word


@pytest.mark.parametrize(
    ("printed", "rhs", "word"),
    [
        ("a = 1/2b", 1 / (2 * b), "agrees"),
        ("a = 1/2b", b / 2, "not parsed"),
        ("a = 1/2b", 3 * b, "not parsed"),
        (r"a = \sin 2/b", sympy.sin(2) / b, "agrees"),
        (r"a = \sin 2/b", sympy.sin(2 / b), "not parsed"),
        (r"a = \log b", sympy.log(b), "agrees"),
        (r"a = \log b", sympy.log(b) / sympy.log(10), "not parsed"),
        ("a = b^{(1)}", b, "not parsed"),
        (r"a = 1\frac12 + 0b", Rational(3, 2), "not parsed"),
        ("a = b!!", sympy.factorial(sympy.factorial(b)), "differs"),
        ("a = b!!", sympy.factorial2(b), "agrees"),
        ("a(b) = b", a, "not parsed"),
    ],
)
def test_print_of_two_meanings_never_differs(paper: Paper, printed: str, rhs: sympy.Expr, word: str) -> None:
    assert check(identity(paper, printed, a, rhs), paper).word == word


def test_a_summation_index_has_no_name(paper: Paper) -> None:
    total = sympy.Sum(mass(n) ** 2, (n, 0, N))
    identity(paper, "k = k", symbol("k", "k", "index", DIMENSIONLESS, integer=True), n, where="I")
    assert check(identity(paper, r"a = \sum_{k=0}^N m_k^2", a, total), paper).word == "agrees"
