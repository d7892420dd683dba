"""A draft read again: what its author says of the notation counts, edits stay, and what the source changes is told."""

from pathlib import Path

import pytest

from referee import cli
from referee.author_notation import Entry
from referee.draft import draft
from referee.sources import find_equations
from verify.grammar.tokens import normalise

SOURCE = r"""
\section{One}
\begin{equation} a = V(\Phi^2) \end{equation}
\begin{equation} b = 2 c \end{equation}
\section{Two}
\begin{equation} f = V(2x) + c \end{equation}
"""
TEX = "\\documentclass{article}\n\\begin{document}\n%s\\end{document}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "p.tex").write_text(TEX % SOURCE, encoding="utf-8")
    assert cli.main(["draft", str(tmp_path / "p.tex"), "--out", str(tmp_path / "made_again")]) == 0
    return tmp_path / "made_again"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new), encoding="utf-8")


def says(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    capsys.readouterr()
    assert cli.main(["draft", *more, "--update", str(folder)]) == 0
    return capsys.readouterr().out


def declare_v(folder: Path) -> None:
    notation = folder / "notation.py"
    edit(notation, 'V_Phi_2 = symbol("V_Phi_2", r"V(\\Phi^2)", "to be filled in", UNKNOWN, real=True)',
         'V = function("V", "V", "potential", ENERGY, real=True)')  # fmt: skip
    edit(notation, "import symbol", "import function, symbol")
    edit(notation, "import UNKNOWN", "import ENERGY, UNKNOWN")


def test_an_answer_is_one_line_of_the_notation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "a function of what is in the brackets" in (folder / "s1_one.py").read_text(encoding="utf-8")
    declare_v(folder)
    assert "2 lines newly written: 1, 3" in says(folder, capsys)
    one, two = ((folder / name).read_text(encoding="utf-8") for name in ("s1_one.py", "s2_two.py"))
    assert "eq1 = paper.given(" in one
    assert "rhs=V(Phi**2)," in one
    assert "rhs=c + V(2*x)," in two
    assert "from made_again.notation import V, c, f, x" in two
    assert cli.main(["show", str(folder)]) == 0
    assert "is up to date" in says(folder, capsys)


def test_what_nobody_uses_or_has_filled_in_leaves_the_notation(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    declare_v(folder)
    says(folder, capsys)
    notation = (folder / "notation.py").read_text(encoding="utf-8")
    assert "V_2x" not in notation
    assert 'x = symbol("x"' in notation
    assert 'V = function("V", "V", "potential", ENERGY, real=True)' in notation


def test_edits_stay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder / "s1_one.py", "rhs=2*c,", "rhs=2*c,\n    # as on page 3\n    derived_on_page=True,")
    declare_v(folder)
    assert "1 line kept as you wrote them: 2" in says(folder, capsys)
    assert "derived_on_page" in (folder / "s1_one.py").read_text(encoding="utf-8")


def test_a_layout_is_no_edit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder / "s1_one.py", "rhs=2*c,", "rhs=2 * c,")
    assert "is up to date" in says(folder, capsys)


def test_the_source_may_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder / "s2_two.py", "V_2x + c", "c + V_2x + 0")
    changed = SOURCE.replace("b = 2 c", "b = 3 c").replace("+ c", "+ 2 c") + "\\begin{equation} g = 4 \\end{equation}\n"
    (folder.parent / "p.tex").write_text(TEX % changed, encoding="utf-8")
    told = says(folder, capsys, str(folder.parent / "p.tex"))
    assert "1 line changed in the source: 2" in told
    assert "1 line newly written: 4" in told
    assert "1 line kept as you wrote them, although the source has changed: 3" in told
    assert "rhs=3*c," in (folder / "s1_one.py").read_text(encoding="utf-8")
    assert "c + V_2x + 0" in (folder / "s2_two.py").read_text(encoding="utf-8")
    (folder.parent / "p.tex").write_text(TEX % SOURCE, encoding="utf-8")
    assert "1 line no longer in the source: 4" in says(folder, capsys)
    assert "eq4" not in (folder / "s2_two.py").read_text(encoding="utf-8")


def test_a_folder_that_no_draft_made_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["draft", "--update", str(tmp_path)]) == cli.BAD_INPUT
    assert "draft.json" in capsys.readouterr().err
    assert cli.main(["draft", "--out", str(tmp_path / "x")]) == cli.BAD_INPUT


def test_files_are_read_and_never_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder / "notation.py", "from verify.claims", "raise SystemExit(9)\nfrom verify.claims")
    assert "is up to date" in says(folder, capsys)
    edit(folder / "notation.py", "raise SystemExit(9)", "raise (")
    assert cli.main(["draft", "--update", str(folder)]) == cli.BAD_INPUT


@pytest.mark.parametrize(
    "formula",
    ["p_{,i} = f_i", r"a = F_{\mu\nu}F^{\mu\nu}", "u^* = 2 u", "B_i^{b} = 2 k", r"\hat{k} = 3 q", r"H = \|w\|_1",
     r"\nabla^2 f = 0", "dE = 2 c", r"a = V(\Phi^2)", r"u_{,j} n_j = b",
     r"\tens{T} n = 2 \vect{u}^n"],
)  # fmt: skip
def test_what_a_line_waits_for_is_what_answers_it(formula: str) -> None:
    source = find_equations(rf"\[ {formula} \]", latex=True)
    made = draft(source)
    (line,) = made.claims
    assert line.kind == "missing"
    assert line.waits
    said = [
        Entry(one.python, normalise(one.latex), "symbol", one.python in line.waits, one.latex) for one in made.symbols
    ]
    (answered,) = draft(source, said).claims
    assert (answered.kind, answered.lhs, answered.rhs) == ("given", line.lhs, line.rhs), answered.why


def test_a_proposal_stays_until_it_is_answered_or_taken_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = r"$$R^{ps}(r) = 2 r$$ $$R^{ps}(s) = 2 s$$"
    (tmp_path / "p.tex").write_text(TEX % text, encoding="utf-8")
    folder = tmp_path / "made_of_proposals"
    assert cli.main(["draft", str(tmp_path / "p.tex"), "--out", str(folder)]) == 0
    notation = folder / "notation.py"
    proposed = next(row for row in notation.read_text(encoding="utf-8").splitlines() if row.startswith("R_ps ="))
    assert "proposed: it stands before (r), (s)" in proposed
    assert "nothing has changed" in says(folder, capsys)
    edit(notation, proposed, "")
    says(folder, capsys)
    assert "R_ps =" not in notation.read_text(encoding="utf-8")
    edit(notation, "import UNKNOWN", "import LENGTH, UNKNOWN")
    notation.write_text(
        notation.read_text(encoding="utf-8") + proposed.replace("UNKNOWN", "LENGTH") + "\n", encoding="utf-8"
    )
    says(folder, capsys)
    section = next(folder.glob("s1*.py")).read_text(encoding="utf-8")
    assert "lhs=R_ps(r)" in section
    assert "import R_ps" in section
