"""Drafts: what is written down, what is left open, and that no source can slip a statement into the program."""

import ast
import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referee import cli
from referee.draft import draft
from referee.draft_claims import DraftClaim, DraftPaper
from referee.names import python_name
from referee.python_source import NotWritten, python_source
from referee.running import OPEN
from referee.skeleton import SkeletonError, literal, plain, skeleton, write_skeleton
from referee.sources import find_equations, read_source
from tests.common import processes
from tests.common.examples import examples
from verify.latex import reader

ROOT = Path(__file__).resolve().parents[2]


def drafted(text: str) -> DraftPaper:
    return draft(find_equations(text))


def claims(*formulas: str) -> list[tuple[str, str]]:
    """Label and kind of every line of a paper with these displays."""
    made = drafted("\n\n".join(f"text $${formula}$$" for formula in formulas))
    return [(claim.label, claim.kind) for claim in made.claims]


def one(formula: str) -> DraftClaim:
    return drafted(f"$${formula}$$").claims[0]


# --- what becomes of a line -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "kinds"),
    [
        (r"F = m a", ["given"]),
        (r"F = m a \tag{3}", ["given"]),
        (r"(a+b)^2 = a^2 + 2ab + b^2", ["identity"]),
        (r"F = (a+b)^2 = a^2 + b^2", ["given", "identity"]),
        (r"F = m a = m v^2/r", ["given", "missing"]),
        (r"\frac{1}{2} = 0.5", ["identity"]),
        (r"a = b, \quad c = d", ["given", "given"]),
        (r"a = b \quad \text{and} \quad c = d", ["given", "given"]),
        (r"a^2 + b^2 \ge 2 a b", ["for_all"]),
        (r"a > b", ["missing"]),
        (r"\sqrt{2} \approx 1.41", ["value"]),
        (r"\frac{a}{b} \approx 1.41", ["missing"]),
        (r"d = 7.5 \cdot 10^{-9}\ \mathrm{m}", ["missing"]),
        (r"a \sim b", ["missing"]),
        (r"\oint E = 0", ["missing"]),
        (r"a = b = ", ["given", "missing"]),
        (r"a + b", ["missing"]),
        (r"x = 1, \dots, N", ["missing"]),
        (r"a = b \quad \text{when } c = 1", ["missing"]),
        (r"y = 1 + x + \dots", ["missing"]),
        (r"E = - \int_r^R F dx", ["missing"]),
        (r"E = - \int_r^R \frac{k}{x^2} dx = -\frac{k}{r} + \frac{k}{R}", ["given", "identity"]),
    ],
)
def test_kinds(formula: str, kinds: list[str]) -> None:
    assert [kind for _, kind in claims(formula)] == kinds


def test_labels_are_the_numbers_of_the_page_and_links_are_counted() -> None:
    assert claims(r"a = b \tag{7}", "c = d", r"e = f = g \tag{A.1}") == [
        ("7", "given"),
        ("u1", "given"),
        ("A.1", "given"),
        ("A.1:2", "missing"),
    ]


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        (r"\oint E = 0", "an integral over a closed path"),
        (r"v \times B = F", "\\times"),
        (r"x = 2\ \mathrm{nA/T}", "unit nA/T"),
        (r"a = b = c", "rests on premises"),
        (r"x = \frac{1}{", "LaTeX not parsed: column 14: found the end"),
        (r"E = - \int_r^R F dx", "does not depend on x"),
    ],
)
def test_what_is_missing_says_why(formula: str, why: str) -> None:
    reasons = [claim.why for claim in drafted(f"$${formula}$$").claims if claim.kind == "missing"]
    assert any(why in reason for reason in reasons), reasons


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("latex", "python"),
    [
        (r"\Phi_{0}", "Phi_0"),
        (r"r_{He}", "r_He"),
        (r"\dot{\varphi}_{i}", "varphi_dot_i"),
        (r"\mathbf{B}", "B_bold"),
        (r"\psi'", "psi_prime"),
        (r"\lambda", "lambda_"),
        (r"\Delta x", "Delta_x"),
        (r"x_{+}", "x_plus"),
        ("pi", "pi_"),
    ],
)
def test_python_names(latex: str, python: str) -> None:
    assert python_name(latex) == python


def test_each_symbol_once_under_its_printed_spelling() -> None:
    made = drafted(r"$$r_{\text{He}} = 2 r_{He}^2 + \Phi_0 + \Phi_{0}$$")
    assert [(entry.python, entry.latex) for entry in made.symbols] == [("Phi_0", r"\Phi_0"), ("r_He", r"r_{\text{He}}")]


def test_functions_are_told_from_factors() -> None:
    made = drafted(r"$$\psi(x) = \cos x$$ $$\psi(x + 2\pi) = a(b + c) - ab$$")
    assert {entry.python for entry in made.symbols if entry.is_function} == {"psi"}
    assert [claim.lhs for claim in made.claims] == ["psi(x)", "psi(x + 2*pi)"]
    assert made.claims[1].rhs == "-a*b + a*(b + c)"


def test_a_name_used_in_two_ways_is_not_read() -> None:
    made = drafted(r"$$V = 2$$ $$V(r) = r^2$$")
    assert [claim.kind for claim in made.claims] == ["given", "missing"]
    assert "the function or a product with the quantity of this name" in made.claims[1].why
    assert [claim.lhs for claim in made.claims] == ["V", "V_of(r)"]


def test_e_is_a_charge_or_a_number() -> None:
    assert one(r"y = e^{-x}").rhs == "exp(-x)"
    assert one(r"I = \frac{e}{T}").rhs == "e/T"
    assert one(r"F = k \frac{e^2}{r^2}").rhs == "e**2*k/r**2"


def test_i_is_an_index_or_a_number() -> None:
    assert one(r"z = x + i y").rhs == "x + imaginary_unit*y"
    made = drafted(r"$$s = \sum_{i=1}^N i$$ $$z = x + i y$$")
    assert [claim.kind for claim in made.claims] == ["given", "missing"]
    assert "imaginary unit" in made.claims[1].why


# --- Python text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r"y = \frac{x}{2}", "x/2"),
        (r"y = \frac12 + x", "x + Rational(1, 2)"),
        (r"y = 1.75 x", "7*x/4"),
        (r"y = x + 0.0125", 'x + decimal("0.0125")'),
        (r"y = x + 5.29 \cdot 10^{-11}", 'x + decimal("529e-13")'),
        (r"y = \sqrt{x}", "sqrt(x)"),
        (r"y = \sqrt[4]{x}", "x**(Rational(1, 4))"),
        (r"y = |x|", "Abs(x)"),
        (r"y = \sum_{k=0}^N x^k", "Sum(x**k, (k, 0, N))"),
    ],
)
def test_python_source(formula: str, text: str) -> None:
    assert one(formula).rhs == text


def test_what_is_no_name_is_not_written() -> None:
    import sympy

    with pytest.raises(NotWritten):
        python_source(sympy.Symbol("x; import os"))
    with pytest.raises(NotWritten):
        python_source(sympy.Function("os.system")(sympy.Symbol("x")))
    with pytest.raises(NotWritten):
        python_source(sympy.Matrix([[1]]).as_immutable())


# --- safety -----------------------------------------------------------------------------------------

NASTY = [
    '"""\nimport os\nos.system("x")\n"""',
    "'); import os; ('",
    '"); import os; ("',
    "\\",
    '\\"""',
    "x\\",
    "a\nimport os",
    "\u2028import os",
    "\x00",
    "{os}",
    "%s",
    "# noqa",
    "\\N{DIGIT ONE}",
    "\ud83d\ude00",
]


@pytest.mark.parametrize("text", NASTY, ids=repr)
def test_a_literal_denotes_its_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@given(st.text(max_size=60))
@settings(derandomize=True, deadline=None, max_examples=examples(300))
def test_any_literal_denotes_its_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text
    assert ast.literal_eval(f'"""{plain(text)} """') == f"{plain(text)} "


def only_declarations(text: str) -> bool:
    """Whether a file has a docstring, imports of ours, assignments of calls, and nothing else."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.ImportFrom):
            assert node.module is not None
            if node.module.split(".")[0] not in ("sympy", "verify", "mine"):
                return False
        elif isinstance(node, ast.Assign):
            if not isinstance(node.value, (ast.Call, ast.Constant, ast.List)):
                return False
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            return False
    return True


@pytest.mark.parametrize("nasty", NASTY, ids=repr)
def test_nothing_in_a_source_becomes_a_statement(nasty: str) -> None:
    text = f"# {nasty}\n\n## {nasty}\n\n$$ {nasty} = b \\tag{{{nasty}}} $$\n\n## os\n\n$$x_{{{nasty}}} = \\text{{{nasty}}}$$\n"
    text = text.encode("utf-8", "replace").decode("utf-8")
    for name, written in skeleton(drafted(text), "mine").items():
        assert only_declarations(written), (name, written)


PIECES = st.sampled_from(
    ["$$", "a", "=", "\\frac{", "}", "{", "_", "^", "(", ")", "'", '"', '"""', "\\", "\n", "\n\n", "## ", "import os", ";",
     "\\tag{", "\\text{", "\\mathbf{B}", "e", "i", "\\sum_{i=1}^N ", "\\approx 1.5", "\\psi(x)", "2", "%", "#", "\\\\", "&"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map(lambda pieces: "$$" + "".join(pieces) + " = b$$"))
@settings(derandomize=True, deadline=None, max_examples=examples(150))
def test_any_source_gives_a_program_of_declarations(text: str) -> None:
    for written in skeleton(drafted(text), "mine").values():
        assert only_declarations(written)


@pytest.mark.parametrize(
    "formula",
    [
        "=".join("a" * 2000),
        ",".join(["a = b"] * 500),
        "a = " + "(" * 2000 + "b" + ")" * 2000,
        "a = " + "x_{" * 2000 + "b" + "}" * 2000,
        "a = " + r"\dot" * 2000 + " b",
        "a = b" + "'" * 5000,
        "a = " + "f(" * 500 + "x" + ")" * 500,
        "a = f(" + ",".join("x" * 500) + ")",
        "a = 9^{9^{9^9}}",
    ],
    ids=lambda formula: formula[:16],
)
def test_hostile_formulas_are_told_not_crashed_on(formula: str) -> None:
    assert drafted(f"$${formula}$$").claims


# --- the package ------------------------------------------------------------------------------------

SOURCE = r"""
# Rings "and" \things

## The ring

$$E = \frac{I\Phi}{2} = \frac{I \Phi}{4} + \frac{\Phi I}{4} \quad (1)$$

$$\Phi_L = \frac{2\pi\hbar}{e} = \frac{h}{e} \tag{2}$$

$$\sqrt{2} \approx 1.414 \quad (3)$$

## "Quoted" / O'Neill \section

$$\oint B = l + O + I \quad (4)$$

$$\psi(x) = \sqrt{x^2} = x \quad (5)$$

$$(a - b)^2 \ge 0 \cdot a b \quad (6)$$

$$(a + b)^2 = a^2 + b^2 \quad (7)$$
"""


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    source = tmp_path / "ring.md"
    source.write_text(SOURCE, encoding="utf-8")
    folder = tmp_path / "ring_draft"
    assert cli.main(["draft", str(source), "--out", str(folder)]) == 0
    return folder


def test_the_package_has_the_shape_of_a_paper_and_is_clean(ring: Path) -> None:
    names = sorted(path.name for path in ring.iterdir())
    assert names == ["__init__.py", "draft.json", "notation.py", "paper.py", "s1_the_ring.py", "s2_quoted_o_neill.py"]
    ruff = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), str(ring)]
    done = processes.run(ruff)
    if "No module named" in done.stderr:
        pytest.skip("ruff is not installed")
    assert done.returncode == 0, done.stdout


def test_a_fresh_draft_can_be_audited_at_once(ring: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert cli.main(["audit", str(ring), "--out", str(out), "--format", "json", "--jobs", "2"]) == OPEN
    audit = json.loads((out / "audit.json").read_text(encoding="utf-8"))
    found = {claim["label"]: claim for claim in audit["papers"][0]["claims"]}
    results = {label: claim["result"] for label, claim in found.items()}
    assert results == {
        "1": "GIVEN",
        "1:2": "PASS",
        "2": "GIVEN",
        "2:2": "OPEN",
        "3": "PASS",
        "4": "OPEN",
        "5": "GIVEN",
        "5:2": "OPEN",
        "6": "OPEN",
        "7": "OPEN",
    }
    details = {label: claim["readings"][0]["evidence"]["detail"] for label, claim in found.items()}
    assert "LaTeX not parsed: column 1" in details["4"]
    assert "ymbol without assumptions: x" in details["5:2"]
    assert "ymbols without assumptions: a, b" in details["7"]
    assert found["1"]["dimension"] == "unknown"
    assert found["1"]["dimension_detail"].startswith("the dimension of ")
    written = [claim for label, claim in found.items() if claim["kind"] not in ("missing",)]
    assert {claim["transcription"] for claim in written} == {"agrees"}


def test_a_folder_with_files_is_never_overwritten(
    ring: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["draft", str(tmp_path / "ring.md"), "--out", str(ring)]) == cli.BAD_INPUT
    assert "is not empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["my-paper", "json", "1st", "ü", "class", "None", "verify", "referee", "reports", "derivations", "sympy", "flint"],
)
def test_a_folder_must_be_able_to_be_a_package(tmp_path: Path, name: str) -> None:
    """What an audit refuses is not written in the first place."""
    with pytest.raises(SkeletonError, match="package"):
        write_skeleton(drafted("$$a = b$$"), tmp_path / name)
    assert not (tmp_path / name).exists()
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    assert cli.main(["audit", str(tmp_path / name), "--out", str(tmp_path / "out")]) == cli.BAD_INPUT


def test_a_formula_is_read_with_its_own_names_however_long_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each used to be read with the names of all: 4,000 lines took minutes."""
    handed: list[int] = []

    def parse_latex(text: str, names: Mapping[str, object], functions: Mapping[str, object], **more: bool) -> object:
        handed.append(len(names) + len(functions))
        return reader.parse_latex(text, names, functions, **more)

    monkeypatch.setattr("referee.reading.parse_latex", parse_latex)
    most = {}
    for size in (20, 400):
        handed.clear()
        source = "\n\n".join(f"$$E_{{{n}}} = f_{{{n}}}(r) + m_{{{n}}} v^2 \\tag{{{n}}}$$" for n in range(size))
        assert {claim.kind for claim in drafted(source).claims} == {"given"}
        most[size] = max(handed)
        assert len(handed) == 2 * size
    assert most[400] <= most[20] + 3


@pytest.mark.parametrize("name", ["match", "paper", "notation", "_x"])
def test_a_name_that_an_audit_takes_is_taken(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_skeleton(drafted("$$a = b$$"), tmp_path / name)
    assert cli.main(["show", str(tmp_path / name)]) == 0
    assert "given" in capsys.readouterr().out


def test_a_source_without_equations_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("words", encoding="utf-8")
    assert cli.main(["draft", str(tmp_path / "a.md"), "--out", str(tmp_path / "b")]) == cli.BAD_INPUT
    assert "no displayed equation" in capsys.readouterr().err
    assert cli.main(["draft", str(tmp_path / "none.md"), "--out", str(tmp_path / "b")]) == cli.BAD_INPUT


# --- the papers, where a folder of their sources is named (--paper-sources=DIR) ---------------------


@pytest.mark.parametrize(("pattern", "written", "missing"), [("002_*", 25, 8), ("003_*", 31, 53), ("004_*", 43, 19)])
def test_how_much_of_a_paper_a_draft_writes_down(paper_sources: Path, pattern: str, written: int, missing: int) -> None:
    (path,) = paper_sources.glob(pattern)
    kinds = Counter(claim.kind for claim in draft(read_source(path)).claims)
    assert kinds["missing"] <= missing
    assert sum(kinds.values()) - kinds["missing"] >= written
