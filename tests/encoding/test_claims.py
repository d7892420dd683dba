"""The vocabulary refuses a slip of the pen at once, in one sentence that names the claim."""

from __future__ import annotations

import re

import pytest
import sympy

from verify.claims import (
    DOMAIN,
    Claim,
    ClaimError,
    Paper,
    UnitSystem,
    approx,
    equal,
    follows_from,
    logic,
    reading,
    substitute,
    symbol,
)
from verify.quantities.dimension_names import ENERGY, LENGTH, MASS, VELOCITY

m = symbol("m", "m", "mass", MASS, positive=True)
v = symbol("v", "v", "speed", VELOCITY, real=True)
E = symbol("E", "E", "energy", ENERGY, real=True)
x = symbol("x", "x", "position", LENGTH, real=True)


@pytest.fixture
def paper() -> Paper:
    return Paper("p", "A paper", "nobody, nowhere (2000)", UnitSystem.SI, sections=("I", "II"))


def kinetic(paper: Paper, label: str = "1") -> Claim:
    return paper.given(label, where="I", printed=r"E = \frac{1}{2}mv^2", lhs=E, rhs=m * v**2 / 2)


def test_claims_are_listed_in_print_order(paper: Paper) -> None:
    paper.remark("last", where="II", printed="words", why="no formula")
    kinetic(paper)
    assert [claim.label for claim in paper.in_print_order()] == ["1", "last"]


def test_a_label_is_used_once(paper: Paper) -> None:
    kinetic(paper)
    with pytest.raises(ClaimError, match="p 1: this label is used twice"):
        kinetic(paper)


def test_an_undeclared_symbol_is_named(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="p 2: symbol 'q' is not declared"):
        paper.identity("2", where="I", printed="q = q", lhs=sympy.Symbol("q"), rhs=1)


@pytest.mark.parametrize("bad", [0.5, "0.5", sympy.Float("0.5"), None, True, sympy.Eq(m, 1)])
def test_what_is_not_an_exact_expression_is_refused(paper: Paper, bad: object) -> None:
    with pytest.raises(ClaimError):
        paper.identity("2", where="I", printed="E = 0.5", lhs=E, rhs=bad)


def test_a_premise_must_be_an_earlier_claim_of_the_paper(paper: Paper) -> None:
    stranger = kinetic(Paper("other", "t", "c", UnitSystem.SI, sections=("I",)), "77")
    with pytest.raises(ClaimError, match="p 2: premise '77' is no earlier claim"):
        paper.step("2", where="I", printed="E = 0", lhs=E, rhs=0, by=follows_from(stranger))


@pytest.mark.parametrize("bad", ["1", 7, m, None])
def test_a_premise_of_the_wrong_type_is_refused(bad: object) -> None:
    with pytest.raises(ClaimError, match=r"premise is a .*: expected a claim of this paper"):
        substitute(bad, into=bad)  # type: ignore[arg-type]


def test_a_move_must_be_a_move(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="by is a str; expected a move"):
        paper.step("2", where="I", printed="E = 0", lhs=E, rhs=0, by="algebra")  # type: ignore[arg-type]


def test_an_unknown_section_is_refused(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="section 'III' is unknown; expected one of 'I', 'II'"):
        paper.remark("9", where="III", printed="words", why="no formula")


def test_a_claim_may_span_sections(paper: Paper) -> None:
    assert paper.remark("9", where="I/II", printed="words", why="no formula").where == "I/II"


def test_empty_printed_and_missing_reasons_are_refused(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="printed is empty"):
        paper.given("1", where="I", printed=" ", lhs=E, rhs=m * v**2)
    with pytest.raises(ClaimError, match="needs the reason"):
        paper.remark("2", where="I", printed="words", why="")


@pytest.mark.parametrize("printed", ["E = 7 m v^2", "clearly $1 + 1 = 3$", r"it grows, $x < 2x$, with $x$"])
def test_a_remark_holds_no_relation(paper: Paper, printed: str) -> None:
    with pytest.raises(ClaimError, match=r"the remark prints the relation .*decides it"):
        paper.remark("2", where="I", printed=printed, why="nothing to decide")


@pytest.mark.parametrize("printed", [r"a current starts when $R_v \ge R_c$", r"about $3\,\mathrm{K}$", "the mass $m$"])
def test_but_conditions_amounts_and_names(paper: Paper, printed: str) -> None:
    assert paper.remark("2", where="I", printed=printed, why="nothing to decide").printed == printed
    with pytest.raises(ClaimError, match="names no condition"):
        reading("other", equal(E, m), ground=DOMAIN, condition=" ")


def test_a_condition_that_is_false_is_refused(paper: Paper) -> None:
    with pytest.raises(ClaimError, match="a condition is false"):
        paper.identity("2", where="I", printed="E = E", lhs=E, rhs=E, conditions=[sympy.Lt(m, 0)])


def test_links_and_ends_of_a_chain(paper: Paper) -> None:
    chain = paper.given("1", where="I", printed="a = b = c", lhs=E, rhs=(m * v**2, m * v * v))
    assert (chain.link(0).lhs, chain.link(0).rhs) == (E, m * v**2)
    assert (chain.ends.lhs, chain.ends.rhs) == (E, m * v**2)


def test_premises_are_listed_once_in_order(paper: Paper) -> None:
    one, two = kinetic(paper), kinetic(paper, "2")
    claim = paper.step("3", where="I", printed="E = E", lhs=E, rhs=m * v**2 / 2, by=follows_from(two, one, two))
    assert claim.premises == ("2", "1")


def test_a_form_must_exist(paper: Paper) -> None:
    with pytest.raises(ClaimError, match=re.escape("1: no reading 'mended'; there are 'as printed'")):
        kinetic(paper).form("mended")


def test_printed_numbers_are_text() -> None:
    with pytest.raises(ClaimError, match="float"):
        approx(m, 2.24)  # type: ignore[arg-type]
    (value,) = approx(m, "2.240")
    assert value.interval == (sympy.Rational(22395, 10000), sympy.Rational(22405, 10000))


def test_letters_of_a_proposition_are_explained() -> None:
    a, b = sympy.symbols("a b")
    with pytest.raises(ClaimError, match="meanings are given for"):
        logic(sympy.Or(a, b), a="first")
