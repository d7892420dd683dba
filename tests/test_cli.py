"""The command line as a user meets it: what it prints, and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from referee.cli import main

UNDECIDABLE_SIZE = 1_000_000


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "referee", *arguments], capture_output=True, text=True, check=False)


def one_sentence(error: str) -> bool:
    return error.startswith("referee: ") and error.count("\n") == 1 and "Traceback" not in error and len(error) < 600


def test_help_needs_no_computer_algebra() -> None:
    code = "import sys; from referee.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint('sympy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert answer.splitlines()[-1] == "False"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out.startswith("referee ")


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "pavlov" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["PASS-IF", "fail", "ball", "corroborated"])
def test_explain(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word]) == 0
    assert word in capsys.readouterr().out


def test_audit_writes_the_reports_and_prints_the_fails(tmp_path: Path) -> None:
    answer = run("audit", "pavlov", "--out", str(tmp_path / "new" / "folder"))
    assert answer.returncode == 0, answer.stderr
    assert "u11" in answer.stdout
    written = {path.name for path in (tmp_path / "new" / "folder").iterdir()}
    assert written == {"audit.json", "audit.md", "index.html", "timings.json"}
    body = json.loads((tmp_path / "new" / "folder" / "audit.json").read_text())
    assert body["schema"] == "referee.audit/1"


def test_strict_counts_the_errors_of_the_paper(tmp_path: Path) -> None:
    assert run("audit", "pavlov", "--strict", "--format", "json", "--out", str(tmp_path)).returncode == 1


def test_show() -> None:
    answer = run("show", "pavlov", "u11")
    assert answer.returncode == 1
    assert "square" in answer.stdout
    assert "r_He" in answer.stdout
    assert run("show", "pavlov", "u10").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["sin(2*x) = 2*sin(x)*cos(x)"], 0, "proved"),
        (["sqrt(x^2) = x"], 1, "x = -1"),
        (["sqrt(x^2) = x", "--where", "x > 0"], 0, "proved"),
        (["x^2 + 1 > 0"], 0, "proved"),
        ([r"\frac{\sin 2x}{2} = \sin x \cos x", "--latex"], 0, "proved"),
        ([r"\sqrt{x^2} = x", "--latex", "--where", "x < 0"], 1, "refuted"),
        (["1 = 2 = 3"], 1, "refuted"),
        (["sqrt(2) + sqrt(3) = sqrt(5 + 2*sqrt(6))"], 0, "proved"),
        (["(1/(exp(x) - 1)) + 1/2 = coth(x/2)/2", "--where", "x > 0"], 0, "proved"),
    ],
)
def test_check(arguments: list[str], status: int, words: str) -> None:
    answer = run("check", *arguments)
    assert answer.returncode == status, answer.stdout + answer.stderr
    assert words in answer.stdout


@pytest.mark.parametrize(
    "relation",
    [
        "9**9**9**9 = 1",
        "__import__('os').system('x') = 1",
        "(" * 10_000 + "x" + ")" * 10_000 + " = x",
        "x + " * 20_000 + "x = 1",
        "x",
        "= 1",
        "x = ",
        "x == == 1",
        "f(x) = 1",
        "x[0] = 1",
        "2x = 1",
    ],
    ids=lambda text: text[:20],
)
def test_bad_relations_are_one_sentence_and_status_2(relation: str) -> None:
    answer = run("check", relation)
    assert answer.returncode == 2, answer.stdout
    assert one_sentence(answer.stderr), answer.stderr
    assert answer.stdout == ""


def test_a_megabyte_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    # In this process: the system does not pass so long an argument to another one.
    assert main(["check", "x+" * (UNDECIDABLE_SIZE // 2) + "1 = x"]) == 2
    assert one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize("where", ["x > 0, x < 0", "x > 2, x < 1", "x postive", "0 = 1", "x >"])
def test_bad_conditions_are_one_sentence_and_status_2(where: str) -> None:
    answer = run("check", "x = x + 1 - 1", "--where", where)
    assert answer.returncode == 2, answer.stdout
    assert one_sentence(answer.stderr), answer.stderr


def test_bad_papers_and_folders(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    for arguments in (
        ["audit", "nobody"],
        ["audit", str(tmp_path / "empty")],
        ["audit", str(tmp_path / "file")],
        ["audit", "pavlov", "--out", str(tmp_path / "file" / "below")],
        ["audit", "pavlov", "--format", "pdf", "--out", str(tmp_path / "out")],
        ["show", "pavlov", "nope"],
        ["explain", "nonsense"],
    ):
        answer = run(*arguments)
        assert answer.returncode == 2, (arguments, answer.stdout)
        assert one_sentence(answer.stderr), answer.stderr
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file"]
