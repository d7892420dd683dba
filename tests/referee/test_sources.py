"""Finding equations in Markdown and LaTeX, friendly and hostile."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referee.sources import MAX_FORMULA, Source, SourceError, find_equations, read_source
from tests.common.examples import examples


def found(text: str, **more: bool) -> list[tuple[str | None, str]]:
    return [(display.number, display.latex) for display in find_equations(text, **more).displays]


def tex(body: str) -> str:
    return "\\documentclass{article}\n\\begin{document}\n" + body + "\n\\end{document}\n"


# --- delimiters -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$a = b.$$", [(None, "a = b")]),
        ("$$\na = b,\n$$", [(None, "a = b")]),
        (r"\[ a = b \]", [(None, "a = b")]),
        (r"text \(a = b\) and $c = d$ in a line", []),
        ("A line alone:\n\n$E = m c^2$ (3)\n", [("3", "E = m c^2")]),
        ("(3) $E = m c^2$", [("3", "E = m c^2")]),
        ("$not an equation$", []),
        (r"\begin{displaymath} a = b \end{displaymath}", [(None, "a = b")]),
        (r"\begin{equation*} a = b \end{equation*}", [(None, "a = b")]),
        (r"costs \$\$ 5, or \\[2pt] more", []),
        ("$$a=b$$ and $$c=d$$", [(None, "a=b"), (None, "c=d")]),
        ("$$ $$", []),
        ("$$a = b \\quad$$", [(None, "a = b")]),
        (r"$$a = b\,.$$", [(None, "a = b")]),
        (r"$$\left\{ a = b \right.$$", [(None, r"\left\{ a = b \right.")]),
    ],
)
def test_delimiters(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert found(text) == expected


# --- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        r"$$a = b \tag{3}$$",
        r"$$a = b \tag*{(3)}$$",
        r"$$a = b. \quad (3)$$",
        r"$$a = b \qquad (3).$$",
        r"$$a = b, \quad \text{(3)}$$",
        r"$$a = b \ (3)$$",
        r"$$a = b \eqno(3)$$",
        r"$$a = b \hspace{2cm} (3)$$",
        r"$$a = b. (3)$$",
        r"$$(3) \quad a = b$$",
        r"$$\text{(3)} \quad a = b$$",
        r"$$(3) a = b$$",
        "$$a = b$$ (3)",
        r"$$a = b$$ \quad (3)",
        "$$a = b$$\n(3)\n",
        "(3)\n$$a = b$$",
        "(3) $$a = b$$",
        r"\[ a = b \] (3)",
        r"\[ (3) \qquad a = b \]",
        r"$$\begin{aligned}(3) \quad a &= b\end{aligned}$$",
        r"$$\begin{aligned} a &= b \quad (3) \end{aligned}$$",
        r"$$\begin{aligned} a &= b \end{aligned} \tag{3}$$",
        r"$$\begin{aligned} a &= b \end{aligned} \quad (3)$$",
        r"\begin{equation} a = b \tag{3} \label{eq:ab} \end{equation}",
        r"\begin{align} a &= b \tag{3} \end{align}",
    ],
)
def test_a_number_is_found_wherever_it_stands(text: str) -> None:
    assert found(text) == [("3", "a = b")]


@pytest.mark.parametrize("number", ["1", "12a", "A.1", "A1", "3.14", "2.1b", "5'", "IV"[:0] + "7"])
def test_kinds_of_numbers(number: str) -> None:
    assert found(rf"$$a = b \quad ({number})$$") == [(number, "a = b")]
    assert found(rf"$$a = b \tag{{{number}}}$$") == [(number, "a = b")]


@pytest.mark.parametrize(
    "latex", ["y = f(3)", r"y = a\cdot(2)", r"x^{2}(1)", "y = 2 (3)", "(2) + x = y", r"(2)^2 = 4", r"y = \sin (2)"]
)
def test_a_bracket_is_not_taken_for_a_number(latex: str) -> None:
    assert found(f"$${latex}$$") == [(None, latex)]


def test_years_and_citations_behind_a_formula_are_no_numbers() -> None:
    assert found("$$a = b$$ (1961)") == [(None, "a = b")]
    assert found("$$a = b$$ (see 3)") == [(None, "a = b")]


def test_a_lone_number_belongs_to_the_formula_that_it_touches() -> None:
    assert found("$$a = b$$\n(1)\n$$c = d$$\n(2)\n") == [("1", "a = b"), ("2", "c = d")]


def test_labels_are_kept() -> None:
    (display,) = find_equations(r"\begin{equation}\label{eq:x} a = b \end{equation}").displays
    assert (display.name, display.number, display.latex) == ("eq:x", "1", "a = b")


def test_a_number_used_twice_is_told() -> None:
    source = find_equations("$$a=b \\tag{1}$$\n\n$$c=d \\tag{1}$$")
    assert [display.number for display in source.displays] == ["1", None]
    assert source.problems == ("line 3: number (1) is used twice",)


# --- numbers that LaTeX counts --------------------------------------------------------------------


def test_latex_counts_equations_and_rows() -> None:
    text = tex(
        r"""
        \begin{equation} a = b \end{equation}
        \begin{equation*} c = d \end{equation*}
        \begin{align} e &= f \\ g &= h \nonumber \\ k &= l \end{align}
        \begin{gather} m = n \tag{S} \\ o = p \end{gather}
        \begin{multline} q = r \\ + s \end{multline}
        """
    )
    assert found(text) == [
        ("1", "a = b"),
        (None, "c = d"),
        ("2", "e = f"),
        (None, "g = h"),
        ("3", "k = l"),
        ("S", "m = n"),
        ("4", "o = p"),
        ("5", r"q = r \\ + s"),
    ]


def test_rows_of_a_chain_are_one_equation_unless_they_have_numbers() -> None:
    assert found(r"\begin{align*} a &= b \\ &= c \end{align*}") == [(None, r"a = b \\ = c")]
    assert found(r"\begin{align} a &= b \nonumber \\ &= c \end{align}") == [("1", r"a = b \\ = c")]
    assert found(r"\begin{align} a &= b \\ &= c \end{align}") == [("1", "a = b"), ("2", "a = c")]


def test_several_numbers_in_aligned_rows() -> None:
    text = r"$$\begin{aligned} a &= b \quad (1) \\ c &= d \\ &= e \quad (2) \end{aligned}$$"
    assert found(text) == [("1", "a = b"), ("2", r"c = d \\ = e")]


def test_rows_inside_matrices_and_cases_stay_together() -> None:
    matrix = r"\begin{pmatrix} a \\ b \end{pmatrix}"
    assert found(rf"\begin{{align}} x &= {matrix} \\ y &= z \end{{align}}") == [
        ("1", rf"x &= {matrix}"),
        ("2", "y = z"),
    ]


def test_a_display_that_begins_with_a_relation_goes_on() -> None:
    assert found("$$(3) \\quad a = b$$\n\n$$= c$$") == [("3", r"a = b \\ = c")]
    assert found("$$a = b$$\n\nwords\n\n$$= c$$") == [(None, "a = b"), (None, "= c")]


# --- what is no text ------------------------------------------------------------------------------


def test_comments_and_listings_of_latex_are_no_text() -> None:
    text = tex("% \\[ a = b \\]\n\\begin{verbatim}\n\\[ c = d \\]\n\\end{verbatim}\n\\[ e = 5\\% \\]")
    assert found(text) == [(None, r"e = 5\%")]


def test_a_percent_sign_in_markdown_is_no_comment() -> None:
    assert found(r"$$c^{i\%2} = 50 % $$") == [(None, r"c^{i\%2} = 50 %")]


def test_fenced_code_is_no_text() -> None:
    assert found("```\n$$a = b$$\n```\n$$c = d$$") == [(None, "c = d")]
    assert found("```\n$$a = b$$") == [(None, "a = b")]


# --- title and sections ---------------------------------------------------------------------------


def test_sections_of_markdown() -> None:
    source = find_equations("# The *title*\n$$a=b$$\n## One\n$$c=d$$\n## One\n$$e=f$$\n## Empty\n")
    assert source.title == "The title"
    assert source.sections == ("Beginning", "One", "One (2)")
    assert [display.section for display in source.displays] == ["Beginning", "One", "One (2)"]
    assert [display.line for display in source.displays] == [2, 4, 6]


def test_sections_of_latex() -> None:
    text = tex(r"\title{On \emph{rings}} \section{A/B} \[a=b\] \subsection*{Two} \[c=d\]")
    source = find_equations(text)
    assert source.title == "On rings"
    assert source.sections == ("A–B", "Two")


# --- hostile sources ------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["$$", "\\[", r"\begin{align}", r"\begin{equation}"])
def test_an_opening_without_its_end_is_told_and_passed_over(opening: str) -> None:
    source = find_equations(f"{opening} a = b\n\nwords\n\n\\begin{{gather}} c = d \\end{{gather}}")
    assert [display.latex for display in source.displays] == ["c = d"]
    assert source.problems[0].startswith("line 1: ")


def test_an_empty_line_ends_a_formula() -> None:
    source = find_equations("$$ lost\n\nwords\n\n$$c = d$$")
    assert [display.latex for display in source.displays] == ["c = d"]
    assert "empty line" in source.problems[0]


def test_a_formula_that_is_too_long_is_left_out_and_told() -> None:
    source = find_equations("$$" + "x+" * MAX_FORMULA + "$$ $$a = b$$")
    assert [display.latex for display in source.displays] == ["a = b"]
    assert "more than 20000 characters" in source.problems[0]


HOSTILE = [
    "x" * 10_000_000,
    "$" * 1_000_000,
    "$$a=b" * 20_000,
    "\\[" * 500_000,
    "\\[" * 300_000 + "\\]",
    "\\begin{align}" * 100_000 + "\\end{align}",
    "{" * 1_000_000,
    "$$" + "{" * 19_000 + "$$",
    "$$" + "." * 19_000 + "$$",
    "$$" + "\\\\" * 9_000 + "$$",
    "\\begin{align}" + "&=\\\\" * 4_000 + "\\end{align}",
    "$$" + "\\tag{1}" * 2_000 + "$$",
    "$$" + "\\tag{" * 3_000 + "$$",
    "\\" * 1_000_000 + "%",
    "# " + " " * 1_000_000 + "x" * 500,
    "#" * 1_000_000,
    "```\n~~~\n" * 100_000,
    "\\title{" * 100_000,
    "\\section{" * 100_000,
    "(1)\n" * 200_000,
    " " * 1_000_000 + "$",
    "$$a=b$$\n(1)\n" * 20_000,
    "\\begin{verbatim}" * 50_000,
    "\x00$$\x00=\x01$$\x00",
    "\ud800$$a=b$$",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert isinstance(find_equations(text), Source)


PIECES = st.sampled_from(
    ["$$", "$", r"\[", r"\]", r"\begin{align}", r"\end{align}", r"\begin{aligned}", r"\end{aligned}", r"\\", "&", "=",
     "a", "(1)", r"\quad", r"\tag{", "}", "{", "\n", "\n\n", "# t\n", r"\section{", "%", r"\label{x}", "```\n", r"\nonumber"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
@settings(derandomize=True, deadline=None, max_examples=examples(400))
def test_any_mixture_is_read(text: str, latex: bool) -> None:
    source = find_equations(text, latex=latex)
    numbers = [display.number for display in source.numbered]
    assert len(set(numbers)) == len(numbers)
    assert {display.section for display in source.displays} == set(source.sections)
    assert all(display.latex for display in source.displays)


# --- files ----------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_source(tmp_path / "none.md")
    with pytest.raises(SourceError, match="directory"):
        read_source(tmp_path)
    (tmp_path / "bad.md").write_bytes(b"$$\x00$$")
    with pytest.raises(SourceError, match="zero bytes"):
        read_source(tmp_path / "bad.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_has_no_end_or_no_beginning_is_no_source(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for path in (tmp_path / "pipe.md", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(SourceError, match="is no regular file; expected a Markdown or LaTeX source"):
            read_source(path)


def test_a_source_is_read_up_to_its_limit_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("referee.source_files.MAX_SOURCE", 100)
    with (tmp_path / "endless.md").open("wb") as file:
        file.truncate(10**12)  # a hole: it takes no place on the disk, and would take 1 TB in memory
    with pytest.raises(SourceError, match="more than 400 bytes, which is the limit"):
        read_source(tmp_path / "endless.md")


def test_a_tex_file_has_comments(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text("% \\[a=b\\]\n\\[c=d\\]\n", encoding="utf-8")
    assert [display.latex for display in read_source(tmp_path / "a.tex").displays] == ["c=d"]


# --- the papers, where a folder of their sources is named (--paper-sources=DIR) ---------------------


@pytest.mark.parametrize(("pattern", "last"), [("002_*", 7), ("003_*", 55), ("004_*", 45)])
def test_every_numbered_equation_of_a_paper_is_found(paper_sources: Path, pattern: str, last: int) -> None:
    (path,) = paper_sources.glob(pattern)
    assert [display.number for display in read_source(path).numbered] == [str(i) for i in range(1, last + 1)]
