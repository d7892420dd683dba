"""What sources show without a folder, in the formats of editors and scanners."""

import json
from pathlib import Path

import pytest

from referee import cli
from referee.lint import Configuration, Finding, configuration, sources_in, told

TEXT = (
    "# One\n\n$$(a+b)^2 = a^2 + b^2$$\n\n  $$(a+b)^2 = a^2 + 2ab + b^2$$\n\nand\n\n$$a = V(2x)$$\n\n$$y = \\frac{a$$\n"
)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "a.md"


def test_findings_have_places_and_the_exit_status_is_that_of_a_linter(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["lint", "a.md"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[:2] for line in lines] == [
        ["a.md:3:1:", "not-an-identity:"],
        ["a.md:9:1:", "question:"],
        ["a.md:11:1:", "unread:"],
    ]
    assert "at a = " in lines[0]
    source.write_text(TEXT.replace("a^2 + b^2$$\n\n  ", "b^2 + 2ba + a^2$$\n\n  "), encoding="utf-8")
    assert cli.main(["lint", "a.md"]) == 0
    assert cli.main(["lint", "--strict", "a.md"]) == 1
    assert cli.main(["lint", "none.md"]) == cli.BAD_INPUT


def test_formats(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["lint", "--format", "sarif", "."])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a.md"}, "region": {"startLine": 3, "startColumn": 1}}
    assert {one["ruleId"] for one in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    cli.main(["lint", "--format", "json", "a.md"])
    assert [one["level"] for one in json.loads(capsys.readouterr().out)] == ["warning", "note", "note"]


def test_nothing_in_a_source_ends_an_annotation() -> None:
    found = Finding("a,b:c.tex", 3, 2, "unread", "1", "50% \r\n::error::x")
    assert told([found], "github") == (
        "::notice file=a%2Cb%3Ac.tex,line=3,col=2,title=referee unread::50%25 %0D%0A::error::x\n"
    )


def test_the_table_of_a_project(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (source.parent / "pyproject.toml").write_text('[tool.referee.lint]\nignore = ["unread", "question"]\n', "utf-8")
    assert configuration(source.parent) == Configuration(("unread", "question"))
    cli.main(["lint", "."])
    assert len(capsys.readouterr().out.splitlines()) == 1
    (source.parent / "referee.toml").write_text('[lint]\nexclude = ["a*"]\n', "utf-8")
    assert cli.main(["lint", "."]) == 0
    for text in ('[lint]\nignore = ["x"]', "[lint]\nlevel = 3", "[lint"):
        (source.parent / "referee.toml").write_text(text, "utf-8")
        assert cli.main(["lint", "."]) == cli.BAD_INPUT


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    for name in ("b.tex", "a.ipynb", "c.py"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [one.name for one in sources_in([tmp_path, tmp_path / "b.tex"], ())] == ["a.ipynb", "b.tex"]
