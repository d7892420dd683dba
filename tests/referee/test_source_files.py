"""Sources as published: several files, an older encoding, notebooks, MyST and Quarto, every display environment, numbers."""

import json
import re
from pathlib import Path

import pytest

from referee.source_files import SourceError
from referee.sources import find_equations, read_source


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "main.tex"


def shown(path: Path) -> list[tuple[str, str]]:
    return [(display.latex, display.place) for display in read_source(path).displays]


# --- files that a source brings in ----------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [r"\input{cols}", r"\input{cols.tex}", r"\input cols", r"\include{cols}", r"\subfile{cols}", r"\import{./}{cols}",
     r"\subimport{.}{cols}"],
)  # fmt: skip
def test_a_source_brings_in_its_files(tmp_path: Path, command: str) -> None:
    main = put(tmp_path, {"main.tex": f"\\[a=b\\]\n{command}\n\\[e=f\\]\n", "cols.tex": "% \\[no\\]\n\\[c=d\\]\n"})
    assert shown(main) == [("a=b", "line 1"), ("c=d", "cols.tex, line 2"), ("e=f", "line 3")]
    assert read_source(main).problems == ()


def test_a_package_in_the_folder_and_files_in_files(tmp_path: Path) -> None:
    main = put(
        tmp_path,
        {
            "main.tex": "\\usepackage[x]{amsmath,mine}\n\\input{parts/one}\n",
            "mine.sty": "\\newcommand{\\half}{\\frac12}",
            "parts/one.tex": "\\input{parts/two}\\[x = \\half\\]",
            "parts/two.tex": "\\[y = \\half\\]",
        },
    )
    assert [latex for latex, _ in shown(main)] == [r"y = \frac12", r"x = \frac12"]
    assert read_source(main).problems == ()


CHAPTER = "\\section{A}\n\\[x = \\half \\vel\\]\n"
MAIN = "\\documentclass{book}\n\\renewcommand{\\theequation}{\\Roman{equation}}\n\\newcommand{\\half}{\\frac12}\n\\usepackage{mine}\n\\begin{document}\n%s\n\\end{document}\n"


@pytest.mark.parametrize(("name", "command"), [("ch/one.tex", r"\include{ch/one}"), ("one.tex", r"\input one"),
                                               ("ch/one.tex", r"\import{ch/}{one.tex}")])  # fmt: skip
def test_a_chapter_has_the_commands_of_its_main_file(tmp_path: Path, name: str, command: str) -> None:
    put(tmp_path, {"main.tex": MAIN % command, "mine.sty": r"\newcommand{\vel}{v}", name: CHAPTER})
    assert shown(tmp_path / name) == [(r"x = \frac12 v", "line 2")]
    (tmp_path / name).write_text(CHAPTER + "\\begin{equation} a = b \\end{equation}", encoding="utf-8")
    found = read_source(tmp_path / name)
    assert found.problems == ()
    assert found.displays[1].number == "1"


def test_a_main_file_must_be_the_only_one_and_near(tmp_path: Path) -> None:
    files = {"a.tex": MAIN % r"\input{one}", "b.tex": MAIN % r"\input{one}", "mine.sty": "", "one.tex": CHAPTER}
    put(tmp_path, {**files, "deep/er/one.tex": CHAPTER, "main.tex": MAIN % r"\input{deep/er/one}"})
    assert shown(tmp_path / "one.tex")[0][0] == r"x = \half \vel"
    assert shown(tmp_path / "deep/er/one.tex")[0][0] == r"x = \half \vel"


def test_no_file_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    put(tmp_path, {"secret.tex": "\\[s=t\\]", "paper/link/x": ""})
    (tmp_path / "paper" / "out.tex").symlink_to(tmp_path / "secret.tex")
    inputs = [r"\input{../secret}", rf"\input{{{tmp_path}/secret}}", r"\input{out}", r"\import{..}{secret}"]
    main = put(tmp_path / "paper", {"main.tex": "\n".join(inputs)})
    found = read_source(main)
    assert found.displays == ()
    assert len(found.problems) == 3
    assert all("outside the folder" in problem for problem in found.problems)


def test_what_is_missing_or_brings_in_itself_is_one_remark(tmp_path: Path) -> None:
    main = put(tmp_path, {"main.tex": "\\input{none}\n\\input{none}\n\\input{a}", "a.tex": "\\[a=b\\]\\input{a}"})
    found = read_source(main)
    assert [display.latex for display in found.displays] == ["a=b"]
    assert found.problems == ("none: there is no such file", "a: brings in itself")


def test_an_older_encoding_is_told_and_read(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_bytes(b"% \xe9t\xe9\n\\[a=b\\]")
    found = read_source(tmp_path / "main.tex")
    assert [display.latex for display in found.displays] == ["a=b"]
    assert found.problems == ("main.tex: byte 2 is not UTF-8; read as Latin-1",)


# --- notebooks, MyST, Quarto ----------------------------------------------------------------------


def test_the_markdown_cells_of_a_notebook(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# T\n", "$$a = b$$"]},
        {"cell_type": "code", "source": "$$no = code$$"},
        {"cell_type": "markdown", "source": "words\n\\begin{align}\nc &= d\n\\end{align}"},
    ]
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    assert shown(path) == [("a = b", "cell 1, line 2"), ("c = d", "cell 3, line 2")]
    path.write_text("[]")
    with pytest.raises(SourceError, match="no notebook"):
        read_source(path)


@pytest.mark.parametrize(
    ("text", "latex", "name"),
    [
        ("```{math}\n:label: one\na = b\n```", "a = b", "one"),
        (":::{math}\na = b\n:::", "a = b", None),
        ("```{math}\n\\begin{align}a &= b\\end{align}\n```", "a = b", None),
        ("$$\na = b\n$$ {#eq-one}", "a = b", "eq-one"),
        ("$$a = b$$ (one)", "a = b", "one"),
    ],
)
def test_directives_and_names_of_markdown(text: str, latex: str, name: str | None) -> None:
    (display,) = find_equations(f"words\n\n{text}\n\nwords").displays
    assert (display.latex, display.name) == (latex, name)


# --- environments and rows ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\begin{dmath} a = b \end{dmath}", ["a = b"]),
        (r"\begin{math} a = b \end{math}", ["a = b"]),
        (r"\begin{IEEEeqnarray}{rCl} a & = & b \\ c & = & d \end{IEEEeqnarray}", ["a = b", "c = d"]),
        (r"\begin{flalign} a &= b & c &= d \end{flalign}", [r"a = b \quad c = d"]),
        (r"\begin{alignat}{2} a &= b & \quad c &= d \end{alignat}", [r"a = b \quad \quad c = d"]),
        (r"\[ \begin{alignedat}{2} a &= b \\ c &= d \end{alignedat} \]", [r"a = b \\ c = d"]),
        (r"\[ \left\{ \begin{array}{ll} a = b \\ c = d \\ \end{array} \right. \]", [r"a = b \\ c = d"]),
        (r"\[ \left\lbrace \begin{array} {r c l} a &=& b \\ c &=& d \end{array} \right. \]", [r"a = b \\ c = d"]),
        ("words\n$L = 2R$\nso that", []),
        ("words\n\n$L = 2R$\n\nso that", ["L = 2R"]),
    ],
)
def test_displays_of_latex(text: str, expected: list[str]) -> None:
    assert [display.latex for display in find_equations(text, latex=True).displays] == expected


def test_a_line_of_markdown_that_is_broken_at_a_formula_is_no_display() -> None:
    assert find_equations("a word\n$L = 2R$\nso that").displays == ()
    assert len(find_equations("a word:\n\n$L = 2R$\n\nso").displays) == 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (r"\documentclass{article} \section{A} \e \e", ["1", "2"]),
        (r"\documentclass{report} \chapter{A} \e \chapter{B} \e \e", ["1.1", "2.1", "2.2"]),
        (r"\documentclass{report} \e \chapter{A} \appendix \chapter{B} \e", ["1", "A.1"]),
        (r"\numberwithin{equation}{section} \section{A} \e \section{B} \e", ["1.1", "2.1"]),
        (r"\numberwithin{equation}{subsection} \section{A} \subsection{B} \e \subsection{C} \e", ["1.1.1", "1.2.1"]),
        (r"\numberwithin{equation}{section} \section{A} \e \appendix \section{B} \e", ["1.1", "A.1"]),
        (r"\setcounter{equation}{4} \e \begin{subequations} \e \e \end{subequations} \e", ["5", "6a", "6b", "7"]),
        (r"\e \renewcommand{\theequation}{x} \e", ["1", None]),
    ],
)
def test_numbers_are_those_that_latex_prints(text: str, numbers: list[str | None]) -> None:
    source = re.sub(r"\\e(?![a-z])", r"\\begin{equation}a=b\\end{equation}", text)
    assert [display.number for display in find_equations(source, latex=True).displays] == numbers
