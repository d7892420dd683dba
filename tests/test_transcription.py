"""The printed LaTeX against the encoding: slips on either side are noticed."""

from __future__ import annotations

import pytest
import sympy
from sympy import Rational

from verify.checkers.transcription import check
from verify.claims import Claim, Paper, UnitSystem, approx, decimal, symbol
from verify.units import DIMENSIONLESS, LENGTH

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
