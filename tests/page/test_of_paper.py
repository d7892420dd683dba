"""What a claim is asked costs the same in a paper of three claims and of three hundred."""

from __future__ import annotations

import pytest

from verify.claims import Paper, UnitSystem, symbol, units
from verify.page import of_paper, transcription
from verify.page.names import notation_of
from verify.vocabulary.readings import Claim

LETTERS = "ABCDFGKLMNPQSTUVWXYZ"


def paper_of(size: int) -> Paper:
    """Claims about letters of their own, the first one about a, b and R_{He}."""
    paper = Paper("long", "A long paper", "nobody", UnitSystem.SI, ("I", "II"))
    a, b, helium = (number(latex) for latex in ("a", "b", "R_{He}"))
    paper.identity("0", where="I", printed="a + b + R_{He} = R_{He} + b + a", lhs=a + b + helium, rhs=helium + b + a)
    for n in range(1, size):
        x, y = (number(f"{LETTERS[n % len(LETTERS)]}_{{{n}{k}}}") for k in "xy")
        where = "I" if n % 2 else "II"
        paper.identity(
            str(n), where=where, printed=f"{x.latex} + {y.latex} = {y.latex} + {x.latex}", lhs=x + y, rhs=y + x
        )
    return paper


def number(latex: str):
    return symbol(latex, latex, "a number", units.DIMENSIONLESS, positive=True)


def test_the_names_of_a_formula_do_not_grow_with_the_paper() -> None:
    sizes = {}
    for size in (3, 300):
        paper = paper_of(size)
        claim = paper.claims["0"]
        names, _ = notation_of([claim], paper, [claim.printed])
        assert {"a", "b", "R_{He}"} <= names.keys()
        sizes[size] = len(names)
        assert transcription.check(claim, paper).word == transcription.AGREES
    assert sizes[3] == sizes[300]


def test_a_name_of_another_claim_is_found_where_it_is_printed() -> None:
    paper = paper_of(40)
    printed = "A_{20x} + a = 0"
    names, _ = notation_of([paper.claims["0"]], paper, [printed])
    assert "A_{20x}" in names
    assert "B_{1x}" not in names


def test_a_paper_is_looked_through_once_for_all_its_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each claim used to look at all the others, four times."""
    looks = []
    really = Claim.basis.fget
    monkeypatch.setattr(Claim, "basis", property(lambda claim: looks.append(claim) or really(claim)))
    built = []
    init = of_paper.OfPaper.__init__
    monkeypatch.setattr(of_paper.OfPaper, "__init__", lambda self, paper: built.append(paper) or init(self, paper))
    per_claim = {}
    for size in (20, 200):
        paper = paper_of(size)
        looks.clear()
        for claim in paper.claims.values():
            transcription.check(claim, paper)
        per_claim[size] = len(looks) / size
    assert len(built) == 2
    assert per_claim[200] <= per_claim[20]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("R_{He}", "R"),
        (r"\mathbf{B}", "B"),
        (r"\varphi_i", ""),
        (r"\Delta x'", "x"),
        ("x^{a}_b", "x"),
        ("n_s^2", "n"),
        ("x", ""),
        ("x_1", "x"),
    ],
)
def test_the_letters_without_which_a_name_is_not_printed(name: str, letters: str) -> None:
    assert of_paper.bare(name) == frozenset(letters)


def test_a_paper_that_has_grown_is_looked_through_again() -> None:
    paper = paper_of(5)
    before = of_paper.of_paper(paper)
    assert of_paper.of_paper(paper) is before
    x = number("x")
    paper.given("new", where="I", printed="x = 1", lhs=x, rhs=1)
    assert of_paper.of_paper(paper) is not before
