"""The printed LaTeX against the encoding: slips on either side are noticed."""

from __future__ import annotations

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from sympy import Rational

from verify.claims import (
    Claim,
    Paper,
    UnitSystem,
    approx,
    at_most,
    components_equal,
    cross,
    crossing,
    decimal,
    diverges,
    dot,
    equal,
    expands_to,
    follows_from,
    for_every_number,
    function,
    greater,
    has_roots,
    indexed,
    leading,
    less,
    on_interval,
    only_root,
    only_route,
    order,
    order_of,
    over,
    over_others,
    printed_number,
    scaled,
    symbol,
    triple,
    unequal,
    vector,
)
from verify.errors import ClaimError
from verify.grammar.unit_marks import COUNTING
from verify.page.harmless_words import PLAIN
from verify.page.transcription import alike, check
from verify.quantities.dimension_names import DIMENSIONLESS, LENGTH, UNKNOWN
from verify.quantities.units import ampere, metre, micro, nano, pico

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
        ("only words", "words"),
    ],
)
def test_words(paper: Paper, printed: str, word: str) -> None:
    claim = identity(paper, printed, a / b, sympy.Integer(2), *([Rational(4, 2)] if printed.count("=") == 2 else []))
    assert check(claim, paper).word == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("it is well known that $a = 2b$", "agrees"),
        ("of one charge or of two, correlated or not: $a = 2b$", "agrees"),
        ("(3) is wrong; the energy is no number. But $a = 2b$", "agrees"),
        ("it is never true that $a = 2b$", "differs"),
        ("it isn't the case that $a = 2b$", "differs"),
        ("it is wrong that $a = 2b$", "differs"),
        ("$a = 2b$ is violated for some a", "differs"),
        ("$a = 2b$ does not hold", "differs"),
        ("$a = 2b$ no longer holds", "differs"),
        ("$a = 2b$ only if b is whole", "differs"),
        ("$a = 2b$ unless b is whole", "differs"),
        (r"a = 2b \quad \text{is false}", "differs"),
        ("not always $a = 2b$", "words"),
        ("$a = 2b$ only for small b", "words"),
    ],
)
def test_words_turn_a_formula_round(paper: Paper, printed: str, word: str) -> None:
    assert check(identity(paper, printed, a, 2 * b), paper).word == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"it is $3\,\mathrm{m}$", "agrees"),
        (r"it is less than $3\,\mathrm{m}$", "words"),
        (r"it is at most $3\,\mathrm{m}$", "words"),
        (r"five times $3\,\mathrm{m}$", "words"),
    ],
)
def test_words_before_a_number(paper: Paper, printed: str, word: str) -> None:
    claim = paper.value("1", approx(3 * r / r, "3", unit=metre), where="I", printed=printed)
    assert check(claim, paper).word == word


@pytest.mark.parametrize(
    "printed",
    [
        r"a = 2b \text{ plus } c",
        r"\text{minus } a = 2b",
        r"\mbox{twice } a = 2b",
        r"\text{the logarithm of } a = 2b",
        r"a = 2b \textrm{ squared}",
        r"a = 2b \text{ divided by } b",
        r"a = 2b \text{ percent}",
        r"a = 2b \text{ mod } n",
        r"a = 2b \text{ up to a sign}",
        r"a = 2b \text{ to leading order}",
        r"a = 2b \text{ approximately}",
        r"a = 2b \text{ or more}",
        r"\text{at most } a = 2b",
        r"a = 2b \text{ and } b",
        r"a = 2b \text{ in}",
        "$a = 2b$ million",
        "$a = 2b$%",
        "$a = 2b$ m",
        "2 $a = 2b$",
        "$a = 2b$ plus corrections",
        "$a = 2b$, to leading order",
        "to leading order: $a = 2b$",
        "on average the charge is $a = 2b$",
        "up to a sign we find that $a = 2b$",
        "it is doubtful that $a = 2b$",
        "minus $a = 2b$",
        "Twice $a = 2b$",
        "the square of $a = 2b$",
        "nearly $a = 2b$",
        "$a = 2b$ or $b$",
        "$a = 2b$ for small charges",
    ],
)
def test_a_word_that_may_belong_to_the_formula_is_no_agreement(paper: Paper, printed: str) -> None:
    assert check(identity(paper, printed, a, 2 * b), paper).word == "words"


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12).filter(lambda word: word not in PLAIN | COUNTING))
def test_an_unknown_word_beside_an_operand_is_never_an_agreement(word: str) -> None:
    paper = Paper("p", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I", "II"))
    lines = (
        rf"a = 2b \text{{ {word} }} c",
        rf"a = 2b \text{{ {word}}}",
        rf"\text{{{word} }} a = 2b",
        rf"\text{{for {word} of }} a = 2b",
        f"$a = 2b$ {word}",
        f"$a = 2b$ for the {word}",
        f"{word} $a = 2b$",
        f"the {word} of $a = 2b$",
        f"{word} we have $a = 2b$",
    )
    for printed in lines:
        assert check(identity(paper, printed, a, 2 * b), paper).word != "agrees"


@pytest.mark.parametrize(
    "printed",
    [
        r"\text{hence } a = 2b",
        r"a = 2b \text{ (see above)}",
        r"a = 2b \quad \text{from Eq. (3)}",
        r"a = 2b \text{ for } b > 0",
        r"a = 2b \text{ for every } b",
        "where $a = 2b$ is the charge of the ring",
        "one finds that $a = 2b$, as in [3, 4]",
        "in atomic units, the Larmor frequency is $a = 2b$",
        "But $a = 2b$",
    ],
)
def test_words_that_change_nothing(paper: Paper, printed: str) -> None:
    assert check(identity(paper, printed, a, 2 * b), paper).word == "agrees"


def test_a_unit_in_words_is_a_unit(paper: Paper) -> None:
    says = approx(3 * r / r, "3", unit=metre)
    assert check(paper.value("1", says, where="I", printed=r"3\text{ m}"), paper).word == "agrees"
    assert check(paper.value("2", says, where="I", printed=r"3\text{ mol}"), paper).word != "agrees"
    assert check(paper.value("3", says, where="I", printed=r"it is $3$ million\,$\mathrm{m}$"), paper).word != "agrees"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"a = 2b \quad\text{and}\quad b = 3", "agrees"),
        (r"a = 2b, \text{ where } b = 3", "agrees"),
        ("$a = 2b$, and $b = 3$", "agrees"),
        (r"a = 2b \quad\text{or}\quad b = 3", "words"),
        (r"\text{either } a = 2b \text{ or } b = 3", "words"),
        (r"a = 2b \quad\text{if}\quad b = 3", "words"),
        (r"a = 2b \quad\text{for}\quad b = 3", "words"),
        (r"\text{if } b = 3, \text{ then } a = 2b", "words"),
        (r"a = 2b \text{ until } b = 3", "words"),
        (r"a = 2b \text{ assuming } b = 3", "words"),
        (r"b = 3 \text{ implies } a = 2b", "words"),
        (r"b = 3 \implies a = 2b", "not parsed"),
        (r"b = 3 \Leftrightarrow a = 2b", "not parsed"),
        ("$a = 2b$ or $b = 3$", "words"),
        ("either $a = 2b$ or $b = 3$", "words"),
        ("if $b = 3$, then $a = 2b$", "words"),
        ("$b = 3$ would give $a = 2b$", "words"),
        ("$b = 3$ gives $a = 2b$", "words"),
        ("$a = 2b$ when $b = 3$", "words"),
    ],
)
def test_an_alternative_or_a_condition_is_not_claimed(paper: Paper, printed: str, word: str) -> None:
    claim = paper.for_all("1", equal(a, 2 * b), equal(b, 3), where="I", printed=printed)
    assert check(claim, paper).word == word


@pytest.mark.parametrize(
    "printed",
    [r"a = 2b \text{ for } b = 3", "$a = 2b$ if $b = 3$", r"a = 2b \text{ when } b = 3", "if $b = 3$, $a = 2b$"],
)
def test_a_condition_may_be_encoded_as_one(paper: Paper, printed: str) -> None:
    claim = paper.for_all("1", equal(a, 2 * b), where="I", printed=printed, conditions=[sympy.Eq(b, 3)])
    assert check(claim, paper).word == "agrees"


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
shifted = (x / r) ** 2 - 2


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
        (r"a \approx 1.414r_{He}", "not parsed"),
        (r"x_0 = \sqrt{3}r_{He}", "none"),
        ("it vanishes once", "words"),
        (r"x_0 \approx q", "not parsed"),
    ],
)
def test_numbers_of_a_zero(paper: Paper, printed: str, word: str) -> None:
    identity(paper, "x_0 = x_0 a/a", x_0, x_0 * a / a)
    assert curve(paper, printed, only_root(shifted, x, 0, 3, "1.414", scale=r, exactly=sympy.sqrt(2))) == word


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
    says = on_interval(shifted, ">", x, decimal("1.5"), 4, scale=r)
    assert curve(paper, r"positive for $x > 1.5 r_{He}$", says) == "agrees"
    assert curve(paper, r"positive for $x > 1.6 r_{He}$", says) == "differs"
    assert curve(paper, r"positive for $x < 1.5 r_{He}$", says) == "differs"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"$x = 210\,\mathrm{pm}$ gives $a = 5$", "agrees"),
        (r"$x = 210\,\mathrm{pm}$", "differs"),
        (r"the radius: $x = 210\,\mathrm{pm}$", "words"),
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


# --- words with numbers and formulas among them --------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"it is of the order of $10^{-4}$", "agrees"),
        (r"it is $\sim 10^{-4}$", "agrees"),
        (r"it is of the order of $10^{-3}$", "differs"),
        (r"it is $10^{-4}\,\mathrm{m}$", "differs"),
        ("it is small", "words"),
        ("the number $a$ is small", "words"),
    ],
)
def test_a_number_alone_is_compared_with_its_unit(paper: Paper, printed: str, word: str) -> None:
    claim = paper.value("1", order_of(a, "1e-4"), where="I", printed=printed)
    assert check(claim, paper).word == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"it vanishes at $382\,\mathrm{pm}$", "agrees"),
        (r"it vanishes at $382\,\mathrm{nm}$", "none"),
        (r"it vanishes at $383\,\mathrm{pm}$", "none"),
    ],
)
def test_a_crossing_has_a_unit(paper: Paper, printed: str, word: str) -> None:
    says = crossing(x - decimal("382e-12"), x, "382", unit=decimal("1e-12"))
    assert curve(paper, printed, says) == word


def test_words_may_say_more_than_their_formulas(paper: Paper) -> None:
    says = [*equal(a / b, 2), *equal(a**3, b)]
    claim = paper.for_all("1", says, where="I", printed="$a/b = 2$, so that a is larger")
    assert check(claim, paper).word == "words"
    alone = paper.for_all("2", says, where="I", printed="a/b = 2")
    assert check(alone, paper).word == "differs"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("for $a = 3$ it is positive", "agrees"),
        ("for $a = 4$ it is positive", "none"),
        ("for $b = 3$ it is positive", "none"),
        (r"for $a = 3\,\mathrm{m}$ it is positive", "none"),
    ],
)
def test_the_value_of_a_parameter_that_is_put_in(paper: Paper, printed: str, word: str) -> None:
    identity(paper, "x_0 = r_{He}a^2x/b", x_0, r * a**2 * x / b)
    says = on_interval((r * a**2 * x / b).subs({a: 3, b: 3}) * 3, ">", x, 0, 1)
    other = on_interval((r * a**2 * x / b).subs(a, 3), ">", x, 0, 1)
    assert curve(paper, printed, other) == word
    assert curve(paper, printed, says) != "agrees"


def test_a_premise_may_be_cited_in_words(paper: Paper) -> None:
    premise = paper.given("0", where="I", printed="a = 2b", lhs=a, rhs=2 * b)
    for printed, word in (("with $a = 2b$ it is twice as large", "words"), ("with $a = 3b$ it is so", "differs")):
        claim = paper.step(printed, lhs=a**2, rhs=4 * b**2, by=follows_from(premise), where="I", printed=printed)
        assert check(claim, paper).word == word


def test_what_only_one_route_leads_to_is_compared(paper: Paper) -> None:
    premise = paper.given("0", where="I", printed="a = 2b", lhs=a, rhs=2 * b)
    says = only_route(premise, another=follows_from(premise))
    right = paper.uniqueness("1", says, where="I", printed="$a = 2b$ is obtained only so")
    assert check(right, paper).word == "agrees"
    wrong = paper.uniqueness("2", says, where="I", printed="$a = 3b$ is obtained only so")
    assert check(wrong, paper).word == "none"


# --- signs of magnitude, limits and growth --------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "word"), [(r"a \sim b", "agrees"), ("a = b", "differs"), (r"a \approx b", "differs")]
)
def test_the_sign_of_an_order_of_magnitude_is_printed_as_such(paper: Paper, printed: str, word: str) -> None:
    claim = paper.given("1", where="I", printed=printed, lhs=a, rhs=b, sign="~")
    assert check(claim, paper).word == word
    assert check(paper.given("2", where="I", printed=r"a \sim b", lhs=a, rhs=b), paper).word == "differs"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"a \ll b", "agrees"),
        (r"b \gg a", "agrees"),
        (r"a \gg b", "differs"),
        (r"a \ll 2b", "differs"),
        ("a < b", "differs"),
    ],
)
def test_much_less_is_a_quotient_of_a_tenth(paper: Paper, printed: str, word: str) -> None:
    says = approx(a / b, "0.1", within=("0", "0.1", "a tenth at most"))
    assert check(paper.value("1", says, where="I", printed=printed), paper).word == word
    loose = approx(a / b, "0.5", within=("0", "0.5", "half at most"))
    assert check(paper.value("2", loose, where="I", printed=printed), paper).word == "differs"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"a = 1+ \quad \Rightarrow \quad b \rightarrow \infty", "agrees"),
        (r"a = 2+ \quad \Rightarrow \quad b \rightarrow \infty", "none"),
        (r"b = 1+ \quad \Rightarrow \quad a \rightarrow \infty", "none"),
        (r"a = 1+ \quad \Rightarrow \quad q \rightarrow \infty", "not parsed"),
    ],
)
def test_a_limit_from_above(paper: Paper, printed: str, word: str) -> None:
    premise = paper.given("0", where="I", printed="b = 1/(a - 1)", lhs=b, rhs=1 / (a - 1))
    claim = paper.value("1", diverges(b, a, 1), by=follows_from(premise), where="I", printed=printed)
    assert check(claim, paper).word == word


def test_rates_of_growth(paper: Paper) -> None:
    assert curve(paper, "the terms fall as $O(n^{-2})$", order(1 / x**2, x, -2)) == "agrees"
    assert curve(paper, "the terms fall as $O(n^{-3})$", order(1 / x**2, x, -2)) == "none"
    assert curve(paper, r"it is long range ($\sim 1/x$)", leading(a / x, x, -1, a)) == "agrees"
    assert curve(paper, r"it is long range ($\sim 1/x^2$)", leading(a / x, x, -1, a)) == "none"


def test_a_chain_of_rounded_members_says_its_head(paper: Paper) -> None:
    says = [*equal(a, b * 3), *approx(a, "3.1")]
    good = paper.value("1", says, where="I", printed=r"a = 3b \approx 3.1")
    assert check(good, paper).word == "agrees"
    bad = paper.value("2", says, where="I", printed=r"a = 3b < 3.1")
    assert check(bad, paper).word == "differs"


@pytest.mark.parametrize(
    ("printed", "word"), [("x^{a-1} = r_{He}^a/x_0", "agrees"), ("x^{a-1} = r_{He}^{2a}/x_0", "differs")]
)
def test_an_equation_may_be_encoded_with_pure_numbers(paper: Paper, printed: str, word: str) -> None:
    assert check(identity(paper, printed, (x / r) ** (a - 1), r / x_0), paper).word == word


# --- further spellings, vectors, operators, derivatives of named quantities ------------------------------

e_x, e_y = (symbol(f"e_{k}", rf"\mathbf{{e}}_{k}", f"unit vector along {k}", DIMENSIONLESS, real=True) for k in "xy")
angle = symbol("varphi", r"\varphi", "angle", DIMENSIONLESS, real=True)
wave = function("psi", r"\psi", "wave function", DIMENSIONLESS, arguments=(DIMENSIONLESS,), complex=True)
energy = symbol("W", "W", "energy", DIMENSIONLESS, real=True)
speed = indexed("u", "u", "speed of particle n", DIMENSIONLESS, real=True)
momentum = indexed("p", "p", "momentum of particle n", DIMENSIONLESS, real=True)
i, j, k = (symbol(name, name, "index", DIMENSIONLESS, integer=True, positive=True) for name in "ijk")


def test_a_vector_is_read_as_its_components(paper: Paper) -> None:
    outward = sympy.cos(angle) * e_x + sympy.sin(angle) * e_y
    paper.spellings = ((r"\mathbf{e}_\rho", outward), (r"\mathbf{r}", a * outward))
    place = a * sympy.cos(angle) * e_x + a * sympy.sin(angle) * e_y
    assert check(identity(paper, r"\mathbf{r} = a\mathbf{e}_\rho", place, a * outward), paper).word == "agrees"
    assert check(identity(paper, r"\mathbf{r} = 2a\mathbf{e}_\rho", place, a * outward), paper).word == "differs"
    assert check(identity(paper, r"\mathbf{r}\mathbf{r} = a\mathbf{e}_\rho", place, place), paper).word == "not parsed"


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"\left(-i\frac{\partial}{\partial\varphi} + a\right)^2 \psi(\varphi) = b\psi(\varphi)", "agrees"),
        (r"\left(i\frac{\partial}{\partial\varphi} + a\right)^2 \psi(\varphi) = b\psi(\varphi)", "differs"),
        (r"\left(-i\frac{\partial}{\partial\varphi} + a\right) \psi(\varphi) = b\psi(\varphi)", "differs"),
        (r"\left(-i\frac{\partial}{\partial\varphi} + a\right)^2 \psi(\varphi)\cdot b = b\psi(\varphi)", "not parsed"),
    ],
)
def test_an_operator_applied_to_a_function(paper: Paper, printed: str, word: str) -> None:
    once = -sympy.I * wave(angle).diff(angle) + a * wave(angle)
    twice = -sympy.I * once.diff(angle) + a * once
    assert check(identity(paper, printed, twice, b * wave(angle)), paper).word == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        (r"p_i = \frac{\partial W}{\partial u_i} = m_i u_i", "agrees"),
        (r"p_i = \frac{\partial W}{\partial u_i} = 2 m_i u_i", "none"),
        (r"u_i = \frac{\partial W}{\partial u_i} = m_i u_i", "none"),
        (r"p_i = \frac{\partial W}{\partial p_i} = m_i u_i", "none"),
        (r"p_i = 2\frac{\partial W}{\partial u_i} = m_i u_i", "none"),
    ],
)
def test_the_derivative_of_a_named_sum(paper: Paper, printed: str, word: str) -> None:
    total = over(i, N, mass(i) * speed(i) ** 2 / 2)
    paper.given("0", where="I", printed=r"W = \sum_{i=1}^N \frac{m_i u_i^2}{2}", lhs=energy, rhs=total)
    says = for_every_number(total, mass(k) * speed(k), number=N, slope=speed(k), called=momentum(k))
    claim = paper.value("1", says, where="I", printed=printed)
    assert check(claim, paper).word in ({word} if word == "agrees" else {"none", "not parsed"})


def test_a_closed_integral_goes_once_round(paper: Paper) -> None:
    once = sympy.Integral(wave(angle), (angle, 0, 2 * sympy.pi))
    assert check(identity(paper, r"b = \oint \psi(\varphi)\,d\varphi", b, once), paper).word == "agrees"
    assert check(identity(paper, r"b = 2\oint \psi(\varphi)\,d\varphi", b, once), paper).word != "agrees"
    assert check(identity(paper, r"b = \oint a\,db", b, a), paper).word == "not parsed"


@pytest.mark.parametrize("ends", [(0, sympy.pi), (0, 4 * sympy.pi), (0, 1), (-1, 1), (0, sympy.oo)])
def test_a_closed_integral_is_none_over_a_part(paper: Paper, ends: tuple[object, object]) -> None:
    part = sympy.Integral(wave(angle), (angle, *ends))
    assert check(identity(paper, r"b = \oint \psi(\varphi)\,d\varphi", b, part), paper).word != "agrees"


@pytest.mark.parametrize(
    ("ends", "agrees"), [((1, N), True), ((0, sympy.oo), True), ((2, N), False), ((1, 3), False), ((1, N - 1), False)]
)
def test_a_sum_without_limits_is_one_over_all(paper: Paper, ends: tuple[object, object], agrees: bool) -> None:
    total = sympy.Sum(speed(k), (k, *ends))
    word = check(identity(paper, r"b = \sum_k u_k", b, total), paper).word
    assert (word == "agrees") is agrees


PRODUCT = (
    r"\begin{pmatrix} p_1 \\ p_2 \\ \vdots \\ p_N \end{pmatrix} = a \begin{pmatrix} 1 & b V_{12} & \cdots & b V_{1N} \\ "
    r"b V_{21} & 1 & \cdots & b V_{2N} \\ \vdots & \vdots & \ddots & \vdots \\ b V_{N1} & b V_{N2} & \cdots & 1 \end{pmatrix} "
    r"\begin{pmatrix} u_1 \\ u_2 \\ \vdots \\ u_N \end{pmatrix}"
)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("", "", "agrees"),
        (r"= a \begin", r"= 2a \begin", "none"),
        ("1 & b V_{12}", "1 & b V_{21}", "not parsed"),
        ("b V_{N2}", "V_{N2}", "not parsed"),
        ("b V_{21} & 1", "b V_{21} & 2", "not parsed"),
        (r"\vdots \\ u_N", r"\vdots \\ p_N", "not parsed"),
        (r"\ddots", "1", "not parsed"),
    ],
)
def test_a_matrix_with_dots_is_read_row_by_row(paper: Paper, old: str, new: str, word: str) -> None:
    pair = indexed("V", "V", "coupling of two particles", DIMENSIONLESS, indices=2, real=True)
    row = a * (speed(i) + b * over_others(j, i, N, pair(i, j) * speed(j)))
    says = for_every_number(row, row + 0 * b, number=N, called=momentum(i))
    claim = paper.value("1", says, where="I", printed=PRODUCT.replace(old, new, 1))
    assert check(claim, paper).word == word


# --- what is no name -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spelling", "meaning", "printed", "lhs", "rhs"),
    [
        (r"a^2", 3 * a, "a^2 = a + 2a", 3 * a, 3 * a),
        (r"\sin a", sympy.cos(a), r"\sin a = \cos a", sympy.cos(a), sympy.cos(a)),
        (r"\frac{a}{b}", a, r"\frac{a}{b} = a", a, a),
        ("2", a, "2 = a", a, a),
        (r"\mathbf{a}", -a, r"\mathbf{a} = -a", -a, -a),
    ],
)
def test_a_spelling_redefines_no_formula(
    paper: Paper, spelling: str, meaning: sympy.Expr, printed: str, lhs: sympy.Expr, rhs: sympy.Expr
) -> None:
    paper.spellings = ((spelling, meaning),)
    with pytest.raises(ClaimError, match="expected the name of one quantity"):
        check(identity(paper, printed, lhs, rhs), paper)


def test_a_formula_of_other_letters_is_no_symbol(paper: Paper) -> None:
    third = symbol("third", r"\frac{a b^2}{3}", "a third", DIMENSIONLESS, positive=True)
    with pytest.raises(ClaimError, match="expected the name of one quantity"):
        check(identity(paper, r"\frac{a b^2}{3} = a", third, a), paper)


def test_an_increment_is_a_name(paper: Paper) -> None:
    change = symbol("D", r"\Delta a", "change of a", DIMENSIONLESS, positive=True)
    assert check(identity(paper, r"\Delta a = 2 a b", change, 2 * a * b), paper).word == "agrees"
    assert check(identity(paper, r"\Delta a = a b", change, 2 * a * b), paper).word == "differs"
    product = symbol("D2", r"\Delta a b", "no increment of a quantity", DIMENSIONLESS, positive=True)
    with pytest.raises(ClaimError, match="expected the name of one quantity"):
        check(identity(paper, r"\Delta a b = a", product, a), paper)


def test_what_nobody_has_filled_in_ends_no_audit(paper: Paper) -> None:
    third = symbol("third", r"\frac{a b^2}{3}", "to be filled in", UNKNOWN, positive=True)
    assert check(identity(paper, r"\frac{a b^2}{3} = a", third, a), paper).word != "agrees"


def test_unless_a_line_defines_it_so(paper: Paper) -> None:
    ratio = symbol("q", "a/b", "ratio", DIMENSIONLESS, positive=True)
    paper.premise("q", where="I", printed="a over b", lhs=ratio, rhs=a / b, page="here")
    assert check(identity(paper, "(a/b)^2 = a", ratio**2, a), paper).word == "agrees"
    wrong = Paper("q", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I", "II"))
    wrong.premise("q", where="I", printed="twice a over b", lhs=ratio, rhs=2 * a / b, page="here")
    with pytest.raises(ClaimError, match="expected the name of one quantity"):
        check(identity(wrong, "(a/b)^2 = a", ratio**2, a), wrong)


def test_the_value_of_a_function_is_a_name(paper: Paper) -> None:
    at_0 = symbol("f_0", "f(0)", "f at the beginning", DIMENSIONLESS, positive=True)
    assert check(identity(paper, "f(0) = a", at_0, a), paper).word == "agrees"
    factor = symbol("a_0", "a(1+b)", "no function", DIMENSIONLESS, positive=True)
    with pytest.raises(ClaimError, match="expected the name of one quantity"):
        check(identity(paper, "a(1+b) = a", factor, a), paper)


# --- units and latitude --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "printed", "word"),
    [
        (r, r"r_{\text{He}} \approx 7.3\,\mathrm{km}", "agrees"),
        (a, r"a \approx 7.3\,\mathrm{km}", "differs"),
        (sympy.sqrt(2) * a, r"it is $7.3\,\mathrm{km}$", "differs"),
    ],
)
def test_a_bare_factor_is_a_unit_of_its_quantity(paper: Paper, quantity: sympy.Expr, printed: str, word: str) -> None:
    claim = paper.value("1", approx(quantity, "7.3", unit=1000), where="I", printed=printed)
    assert check(claim, paper).word == word


ROOT = sympy.sqrt(2)


@pytest.mark.parametrize(
    ("said", "printed", "word"),
    [
        (approx(ROOT, "1.4"), r"\sqrt2 \approx 1.4", "agrees"),
        (approx(ROOT, "7", within=("0", "10", "of the order of units")), r"\sqrt2 \approx 7", "differs"),
        (approx(ROOT, "1.5", within=("1", "2", "about")), r"\sqrt2 = 1.5", "differs"),
        (approx(ROOT, "1.5", within=("1", "2", "about")), r"roughly $\sqrt2 = 1.5$", "agrees"),
        (order_of(ROOT, "4"), r"\sqrt2 \approx 4", "differs"),
        (order_of(ROOT, "4"), r"\sqrt2 \sim 4", "agrees"),
        (order_of(ROOT, "4"), r"of the order of $4$", "agrees"),
        (order_of(ROOT, "4"), r"it is $4$", "differs"),
        (approx(ROOT, "7", within=("0", "10", "of the order of units")), r"\sqrt2 \sim 7", "differs"),
        (approx(a / b, "0.1", within=("0", "0.1", "much less")), r"a \ll b", "agrees"),
    ],
)
def test_latitude_is_printed(paper: Paper, said: tuple[object, ...], printed: str, word: str) -> None:
    assert check(paper.value("1", said, where="I", printed=printed), paper).word == word


@pytest.mark.parametrize(
    ("printed", "word"),
    [(r"r_{\text{He}} = 1.414", "agrees"), ("z = 1.414", "not agrees"), ("R = 1.414", "not agrees")],
)
def test_the_zero_of_a_curve_is_no_other_quantity(paper: Paper, printed: str, word: str) -> None:
    """r_He may be a value of the radius x; z is a pure number, and R has its own value."""
    x = symbol("x", "x", "radius", LENGTH, positive=True)
    z = symbol("z", "z", "number", DIMENSIONLESS, positive=True)
    large = symbol("R", "R", "another radius", LENGTH, positive=True)
    paper.given("g", where="I", printed="R is three", lhs=large, rhs=sympy.Integer(3))
    identity(paper, "z = a", z, a)
    identity(paper, r"r_{\text{He}} = r_{\text{He}}", r, r)
    claim = paper.for_all("c", only_root(x**2 - 2, x, 0, 3, "1.414"), where="I", printed=printed)
    assert (check(claim, paper).word == "agrees") == (word == "agrees")


# --- what is raised, and what cancels ----------------------------------------------------------------


mu, T_, g_, y_, t_, n_ = (symbol(f"{name}_", name, name, DIMENSIONLESS, positive=True) for name in (r"\mu", *"Tgytn"))
x_, r_ = (symbol(f"{name}_", name, name, DIMENSIONLESS, positive=True) for name in "xr")


@pytest.mark.parametrize(
    ("printed", "lhs", "rhs"),
    [
        ("x^0 = y", sympy.Integer(1), y_),
        ("x^1 = y", x_, y_),
        ("x_0^1 = y", symbol("x_0", "x_0", "x", DIMENSIONLESS, positive=True), y_),
        ("g^{00} = y", sympy.Integer(1), y_),
        ("g^{01} = y", g_, y_),
        (r"x^\mu = y", x_**mu, y_),
        (r"g^{\mu\mu} = y", g_ ** (mu**2), y_),
        ("T^{12} = y", T_**12, y_),
        ("x^{12} x^{21} = x^{33}", x_**33, x_**33),
        ("y = x^{[2]}", y_, x_**2),
        (r"y = x^{\{2\}}", y_, x_**2),
    ],
)
def test_what_may_be_an_index_is_no_power(paper: Paper, printed: str, lhs: sympy.Expr, rhs: sympy.Expr) -> None:
    assert check(identity(paper, printed, lhs, rhs), paper).word not in ("agrees", "differs")


@pytest.mark.parametrize(
    ("printed", "rhs"),
    [
        ("y = x^2", x_**2),
        ("y = x^{-1}", 1 / x_),
        ("y = x^n", x_**n_),
        ("y = x^{12} + x^3", x_**12 + x_**3),
        ("y = T^{3/2}", T_ ** Rational(3, 2)),
        ("y = (-1)^n x^{2n}", (-1) ** n_ * x_ ** (2 * n_)),
    ],
)
def test_a_power_is_one(paper: Paper, printed: str, rhs: sympy.Expr) -> None:
    assert check(identity(paper, printed, y_, rhs), paper).word == "agrees"


@pytest.mark.parametrize(
    "printed",
    [
        r"y = \frac{\Delta x}{\Delta t}",
        r"y = \frac{\delta x}{\delta t}",
        r"y = \frac{Dx}{Dt}",
        r"y = \frac{\mathcal D x}{\mathcal D t}",
        r"y = \frac{\bar d x}{\bar d t}",
        r"y = \frac{\hat d x}{\hat d t}",
        r"y = \frac{D_\mu x}{D_\mu t}",
    ],
)
def test_a_quotient_of_differences_does_not_cancel(paper: Paper, printed: str) -> None:
    assert check(identity(paper, printed, y_, x_ / t_), paper).word == "not parsed"


# --- vectors by their components ------------------------------------------------------------------------------

drift = vector("v", r"\vec{v}", "velocity", DIMENSIONLESS, real=True)
along_z = triple(0, 0, b)
here_x, here_y, here_z = (symbol(axis, axis, "coordinate", DIMENSIONLESS, real=True) for axis in "xyz")
hill = function("phi", r"\phi", "a potential", DIMENSIONLESS, arguments=(DIMENSIONLESS,) * 3, real=True)
height = hill(here_x, here_y, here_z)
slope = triple(*(sympy.Derivative(height, axis) for axis in (here_x, here_y, here_z)))
push = vector("F", r"\vec{F}", "force", DIMENSIONLESS, real=True)


@pytest.mark.parametrize(
    ("printed", "says", "word"),
    [
        (r"\vec{F} = a\vec{v}\times\vec{B}", components_equal(push, scaled(a, cross(drift, along_z))), "agrees"),
        (r"\vec{F} = a\vec{B}\times\vec{v}", components_equal(push, scaled(a, cross(drift, along_z))), "differs"),
        (r"\vec{F} = a\vec{v}\times\vec{B}", components_equal(push, scaled(a, cross(drift, along_z)))[:2], "differs"),
        (r"\vec{F} = a\vec{v}\cdot\vec{B}", components_equal(push, scaled(a, cross(drift, along_z))), "not parsed"),
        (r"\vec{F}\cdot\vec{v} = a\vec{v}^2", equal(dot(push, drift), a * dot(drift, drift)), "agrees"),
        (r"\vec{F}\cdot\vec{v} = a|\vec{v}|", equal(dot(push, drift), a * dot(drift, drift)), "differs"),
        (r"\vec{F} = -\vec\nabla\phi", components_equal(push, scaled(-1, slope)), "agrees"),
        (r"\vec{F} = \nabla\phi", components_equal(push, scaled(-1, slope)), "differs"),
        (r"\nabla^2\phi = a", equal(sum(height.diff(axis, 2) for axis in (here_x, here_y, here_z)), a), "agrees"),
    ],
)
def test_vectors_are_compared_component_by_component(paper: Paper, printed: str, says: object, word: str) -> None:
    paper.spellings = (
        (r"\vec{v}", drift),
        (r"\vec{B}", along_z),
        (r"\vec{F}", push),
        (r"\phi", height),
    )
    paper.given("0", where="I", printed="x, y, z", lhs=here_x, rhs=here_y + here_z)
    line = paper.claim("1", says, where="I", printed=printed)
    assert check(line, paper).word == word


# --- labels above, places of functions -----------------------------------------------------------------------

spin = symbol("v_0", r"v^0_\sigma", "speed of the spin current", DIMENSIONLESS, positive=True)
ripple = function("chi", r"\chi", "a function of x", DIMENSIONLESS, variables=(here_x,), real=True)


@pytest.mark.parametrize(
    ("printed", "word"),
    [(r"v^0_\sigma = 3a", "agrees"), (r"v_\sigma^{0} = 3a", "agrees"), (r"v^0_\sigma = a^0", "not parsed")],
)
def test_a_zero_above_is_a_label(paper: Paper, printed: str, word: str) -> None:
    assert check(paper.given("1", where="I", printed=printed, lhs=spin, rhs=3 * a), paper).word == word


def test_what_a_name_would_need_as_a_formula_no_line_needs(paper: Paper) -> None:
    paper.given("0", where="I", printed=r"v^0_\sigma = b", lhs=spin, rhs=b)
    assert check(identity(paper, "a = 3b", a, 3 * b), paper).lost == ()


@pytest.mark.parametrize(
    ("printed", "word"),
    [(r"\chi(x=2a) = b", "agrees"), (r"\chi(x=a) = b", "differs"), (r"\chi(a=2a) = b", "not parsed")],
)
def test_a_function_at_a_place_of_its_variable(paper: Paper, printed: str, word: str) -> None:
    assert check(paper.given("1", where="I", printed=printed, lhs=ripple(2 * a), rhs=b), paper).word == word


@pytest.mark.parametrize("printed", [r"\vec{F} \ne \vec{v}", r"\vec{F} \ne 0"])
def test_vectors_differ_where_one_component_does(paper: Paper, printed: str) -> None:
    paper.spellings = ((r"\vec{v}", drift), (r"\vec{F}", push))
    others = drift if "v" in printed else triple(0, 0, 0)
    says = [unequal(p, q) for p, q in zip(push, others, strict=True)]
    assert check(paper.claim("1", *says, where="I", printed=printed), paper).word == "not parsed"


def test_a_name_before_a_zero_in_brackets_may_be_a_value(paper: Paper) -> None:
    assert check(identity(paper, "a(0) = b", sympy.S.Zero, b), paper).word == "not parsed"


@pytest.mark.parametrize(("tied", "said"), [(False, "agrees"), (True, "not parsed")])
def test_a_derivative_of_a_name_holds_constant_what_no_line_gives_by_the_variable(paper, tied, said):
    """With a = r, d(a r²)/dr is 3 r², and not what the encoding says."""
    area = symbol("S", "S", "an area", UNKNOWN, positive=True)
    identity(paper, r"S = a r_{\text{He}}^2", area, a * r**2)
    if tied:
        identity(paper, r"a = r_{\text{He}}", a, r)
    line = identity(paper, r"\frac{dS}{dr_{\text{He}}} = 2 a r_{\text{He}}", 2 * a * r, 2 * r * a)
    assert check(line, paper).word == said
