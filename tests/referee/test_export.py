"""`referee export`, and the commands that take a `paper.json` where they take a folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from referee.cli import main
from referee.export import Refused, exported
from tests.common import processes

SATELLITE = Path(__file__).resolve().parents[2] / "examples" / "satellite"
SOURCE = SATELLITE.with_suffix(".md")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exported") / "there" / "satellite.json"
    done = processes.run([sys.executable, "-m", "referee", "export", str(SATELLITE), "--out", str(out)])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"written: {out}\n")
    return out


def test_a_file_is_written_whole_and_readable(file: Path) -> None:
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == "referee.paper/1"
    assert [path.name for path in file.parent.iterdir()] == ["satellite.json"]


def test_a_file_is_exported_as_it_is(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(file)]) == 0
    assert capsys.readouterr().out == file.read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_audit_of_the_file_is_that_of_the_folder(file: Path, tmp_path: Path) -> None:
    status = {
        main(["audit", str(paper), "--out", str(tmp_path / paper.name), "--format", "json,md"])
        for paper in (file, SATELLITE)
    }
    assert status == {1}
    found = [(tmp_path / paper.name / "audit.json").read_bytes() for paper in (file, SATELLITE)]
    assert found[0] == found[1]


@pytest.mark.slow
def test_an_unchanged_file_is_not_decided_again(file: Path, tmp_path: Path) -> None:
    more = ["--format", "json", "--cache", str(tmp_path / "kept")]
    for out in ("first", "second"):
        main(["audit", str(file), "--out", str(tmp_path / out), *more])
    assert (tmp_path / "first" / "audit.json").read_bytes() == (tmp_path / "second" / "audit.json").read_bytes()
    told = json.loads((tmp_path / "second" / "timings.json").read_text())
    assert not any("judge" in name for name in told)


def test_the_labels_of_a_file_are_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(file)]) == 0
    labels = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert main(["show", str(SATELLITE)]) == 0
    assert labels == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_a_claim_of_a_file_is_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(file), "8", "--no-cache"]) == 1
    assert "should be: E = −G²M²m³/({+2+}L²)" in capsys.readouterr().out


def test_a_file_is_compared_with_its_source(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", str(file), "--source", str(SOURCE)]) == 0
    assert "10 numbered equations: 10 encoding agrees" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["audit"], ["show"], ["export"], ["letter"]])
def test_what_is_wrong_with_a_file_is_one_sentence(
    command: list[str], file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    body = json.loads(file.read_text(encoding="utf-8"))
    body["claims"][0]["says"]["statements"][0]["lhs"] = ["eval", "m"]
    Path("wrong.json").write_text(json.dumps(body), encoding="utf-8")
    assert main([*command, "wrong.json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    place = "/claims/0/says/statements/0/lhs"
    assert (
        said.err
        == f"referee: wrong.json: {place}: the head 'eval'; expected one of those that docs/paper-json.md lists\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["wrong.json"]


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "nowhere/paper.json"]) == 2
    assert "or the path of a paper's folder or paper.json" in capsys.readouterr().err


def test_an_export_that_cannot_be_written_leaves_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.json").mkdir()
    assert main(["export", str(file), "--out", str(tmp_path / "folder.json")]) == 2
    assert capsys.readouterr().err.startswith("referee: ")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.json"]


def test_a_package_that_a_file_cannot_hold_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "odd_package"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from sympy import mathieuc\n"
        "from verify.claims import Paper, UnitSystem, symbol, units\n"
        'paper = Paper("odd", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))\n'
        'a = symbol("a", "a", "a number", units.DIMENSIONLESS, real=True)\n'
        'paper.identity("1", where="I", printed="a", lhs=mathieuc(1, 2, a), rhs=a)\n'
    )
    found = exported(str(folder))
    assert isinstance(found, Refused)
    assert found.message == "odd 1: mathieuc in mathieuc(1, 2, a) has no form in a file"
