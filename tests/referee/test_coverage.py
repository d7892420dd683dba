"""Which equations of a source are encoded: by number, by content, by their tokens."""

from pathlib import Path

import pytest

from derivations.pavlov import paper as pavlov
from referee import cli
from referee.coverage import Cover, complete, coverage, tell, tokens_of
from referee.sources import find_equations
from verify.claims import Paper, UnitSystem, symbol, units
from verify.page import transcription

a, b, c = (symbol(name, name, name, units.LENGTH, positive=True) for name in "abc")


@pytest.fixture
def paper() -> Paper:
    made = Paper("small", "A small paper", "nobody", UnitSystem.SI, ("One",))
    made.given("1", where="One", printed="a = b", lhs=a, rhs=b)
    made.given("2", where="One", printed="a = 2b = c", lhs=a, rhs=(2 * b, c))
    made.given("3", where="One", printed="a = 2b", lhs=a, rhs=2 * b)
    made.missing("3:2", where="One", printed="2b = c", why="it rests on premises")
    made.missing("4", where="One", printed=r"\oint a = b", why="LaTeX not parsed: column 1")
    made.remark("5", where="One", printed="words", why="nothing to decide")
    made.remark("6", where="One", printed=r"words, for $x = y + y$, and $\oint a = b$", why="nothing to decide")
    made.given("u1", where="One", printed="b + c = a", lhs=b + c, rhs=a)
    return made


@pytest.mark.parametrize(
    ("source", "cover", "labels"),
    [
        (r"$$a = b \tag{1}$$", Cover.ENCODING_AGREES, ("1",)),
        (r"$$a = \frac{2b}{2} \tag{1}$$", Cover.ENCODING_AGREES, ("1",)),
        (r"$$a = -b \tag{1}$$", Cover.DIFFERS, ("1",)),
        (r"$$\oint a = b \tag{6}$$", Cover.TEXT_AGREES, ("6",)),
        (r"$$x = 2 y \tag{6}$$", Cover.TEXT_AGREES, ("6",)),
        (r"$$x = 3 y \tag{6}$$", Cover.NOT_COMPARED, ("6",)),
        (r"$$a = b = c \tag{1}$$", Cover.IN_PART, ("1",)),
        (r"$$a = 2b \tag{2}$$", Cover.ENCODING_AGREES, ("2",)),
        (r"$$\begin{aligned} a &= 2 b \\ &= c \end{aligned} \tag{2}$$", Cover.ENCODING_AGREES, ("2",)),
        (r"$$a = 2b = c \tag{3}$$", Cover.PARTLY, ("3",)),
        (r"$$\oint a = b \tag{4}$$", Cover.NOT_ENCODED, ()),
        (r"$$a = b \tag{5}$$", Cover.NOT_COMPARED, ("5",)),
        (r"$$a > \oint b \tag{1}$$", Cover.NOT_COMPARED, ("1",)),
        (r"$$b + c = a \tag{9}$$", Cover.ENCODING_AGREES, ("u1",)),
        (r"$$c + b = a$$", Cover.ENCODING_AGREES, ("u1",)),
        (r"$$a = b, \quad c + b = a$$", Cover.ENCODING_AGREES, ("1", "u1")),
        (r"$$a = b = b^2/b = 7$$", Cover.PARTLY, ("1",)),
        (r"$$c = a$$", Cover.NOT_ENCODED, ()),
        (r"$$x = y$$", Cover.NOT_ENCODED, ()),
        (r"$$= b \tag{1}$$", Cover.NOT_COMPARED, ("1",)),
        (r"$$= \tag{1}$$", Cover.NOT_COMPARED, ("1",)),
        (r"$$= x$$", Cover.NOT_ENCODED, ()),
    ],
)
def test_one_equation(paper: Paper, source: str, cover: Cover, labels: tuple[str, ...]) -> None:
    (found,) = coverage(paper, find_equations(source))
    assert (found.cover, found.labels) == (cover, labels)


def test_an_equation_over_which_the_comparison_stumbles_costs_no_other(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = transcription.states

    def states(formula: str, *rest: object) -> object:
        if "x" in formula:
            raise RecursionError("deep")
        return really(formula, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(transcription, "states", states)
    found = coverage(paper, find_equations("$$x = y \\tag{1}$$\n\n$$x = z \\tag{7}$$\n\n$$a = 2b \\tag{2}$$"))
    assert [one.cover for one in found] == [Cover.NOT_COMPARED, Cover.NOT_ENCODED, Cover.ENCODING_AGREES]
    assert found[0].detail == "the comparison stopped with an error of its own: RecursionError: deep"
    assert not complete(found)


def test_unnumbered_equations_do_not_count_as_incomplete(paper: Paper) -> None:
    assert complete(coverage(paper, find_equations(r"$$a = b \tag{1}$$ $$x = y$$")))
    assert not complete(coverage(paper, find_equations(r"$$a = b \tag{1}$$ $$x = y \tag{7}$$")))
    assert not complete(coverage(paper, find_equations(r"$$a = 2b = c \tag{3}$$")))


def test_numbers_are_not_taken_for_each_other(paper: Paper) -> None:
    paper.given("12", where="One", printed="c = 2a", lhs=c, rhs=2 * a)
    (found,) = coverage(paper, find_equations(r"$$c = 2a \tag{1}$$"))
    assert found.labels == ("1",)
    assert found.cover is Cover.NOT_COMPARED


def test_what_is_told(paper: Paper) -> None:
    source = find_equations("$$a = -b \\tag{1}$$\n$$\\oint a = b \\tag{4}$$\n$$c + b = a$$\n$$ lost")
    lines = list(tell(coverage(paper, source), source.problems))
    assert lines[0] == "not read: line 4: $$ has no $$"
    assert lines[1].startswith("(1)          line 1      encoded, differs: a = -b")
    assert "LaTeX not parsed: column 1" in "".join(lines)
    assert lines[-2:] == [
        "2 numbered equations: 1 encoded, differs, 1 not encoded",
        "1 unnumbered equations: 1 encoding agrees",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (r"\Phi_{0}", r"\Phi_0", True),
        (r"\left( a \right)", "(a)", True),
        (r"\frac{a}{b}.", r"\frac ab", True),
        ("x^{23}", "x^23", False),
        (r"\frac{ab}{c}", r"\frac{a}{bc}", False),
        ("{", "{", True),
        (r"a = 5\,\mathrm{m}", "a = 5 m", False),
        (r"b = \mathrm e^a", "b = e^a", False),
        (r"\int x\,\mathrm{d}x", r"\int x\,dx", True),
        (r"m_\mathrm{e} c", "m_e c", True),
        (r"a = b \quad c", "a = bc", False),
        (r"a = b/2\quad c", "b/2c", False),
        (r"\sin b\;c", r"\sin b c", False),
        (r"a\,b = \quad c", "ab = c", True),
    ],
)
def test_tokens(one: str, other: str, same: bool) -> None:
    assert (tokens_of(one) == tokens_of(other)) is same


def test_the_command_says_by_its_status_whether_all_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "part.md"
    file.write_text(r"$$\Phi_0 = \frac{h}{2e}. \quad (3)$$", encoding="utf-8")
    assert cli.main(["coverage", "pavlov", "--source", str(file)]) == 0
    assert "1 numbered equations: 1 encoding agrees" in capsys.readouterr().out
    file.write_text(r"$$\Phi_0 = \frac{h}{e}. \quad (3)$$", encoding="utf-8")
    assert cli.main(["coverage", "pavlov", "--source", str(file)]) == 0
    assert "1 encoded, differs" in capsys.readouterr().out
    file.write_text(r"$$\Phi_0 = \frac{h}{e}. \quad (33)$$", encoding="utf-8")
    assert cli.main(["coverage", "pavlov", "--source", str(file)]) == 1
    assert "not encoded" in capsys.readouterr().out
    assert cli.main(["coverage", "pavlov", "--source", str(tmp_path / "none.md")]) == cli.BAD_INPUT
    assert cli.main(["coverage", "nobody", "--source", str(file)]) == cli.BAD_INPUT


def test_the_whole_of_a_paper_is_encoded(paper_sources: Path) -> None:
    from referee.sources import read_source

    (path,) = paper_sources.glob("002_*")
    found = coverage(pavlov, read_source(path))
    assert complete(found)
    assert {one.cover for one in found} == {Cover.ENCODING_AGREES}


def test_links_of_a_chain_may_be_stated_elsewhere(paper: Paper) -> None:
    """(7) is a = bc = 7c on the page; a = bc is a premise, and a = 7c the claim."""
    paper.premise("x.7", where="One", printed="a = bc", lhs=a, rhs=b * c, law="a definition")
    paper.given("7", where="One", printed="a = 7c", lhs=a, rhs=7 * c)
    assert cover(paper, r"$$a = bc = 7c \tag{7}$$") is Cover.ENCODING_AGREES
    assert cover(paper, r"$$a = b^2c = 7c \tag{7}$$") is Cover.IN_PART
    assert cover(paper, r"$$a = bc = 8c \tag{7}$$") is not Cover.ENCODING_AGREES
    assert cover(paper, r"$$a = -7c = bc \tag{7}$$") is not Cover.ENCODING_AGREES
    assert cover(paper, r"$$a < bc = 7c \tag{7}$$") is not Cover.ENCODING_AGREES


def test_lines_of_an_equation_are_claims_of_its_number(paper: Paper) -> None:
    paper.given("8", where="One", printed="c = 3a", lhs=c, rhs=3 * a)
    paper.given("8.line2", where="One", printed="c = 9b", lhs=c, rhs=9 * b)
    paper.given("8.text", where="One", printed="c = 10b", lhs=c, rhs=10 * b)
    (found,) = coverage(paper, find_equations(r"$$c = 3a = 9b \tag{8}$$"))
    assert (found.cover, found.labels) == (Cover.ENCODING_AGREES, ("8", "8.line2"))


def cover(paper: Paper, source: str) -> Cover:
    (found,) = coverage(paper, find_equations(source))
    return found.cover
