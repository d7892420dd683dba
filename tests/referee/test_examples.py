"""The example paper, and README's "Your own paper, step by step" exactly as it is printed."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from referee.coverage import Cover, complete, coverage
from referee.draft import draft
from referee.sources import read_source
from tests.common import processes
from verify.exchange.loading import load_paper
from verify.run import audit
from verify.verdicts import ClaimAudit, Result

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "examples" / "satellite.md"
FOLDER = ROOT / "examples" / "satellite"


def section() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    start = text.index("## Your own paper, step by step")
    return text[start : text.index("\n## ", start + 1)]


def blocks() -> list[tuple[str, str]]:
    """(language, text) of the blocks of the section, without their indentation."""
    found = re.findall(r"(?ms)^( *)```(\w+)\n(.*?)^ *```$", section())
    return [(kind, re.sub(rf"(?m)^{indent}", "", text)) for indent, kind, text in found]


def test_the_steps_work_as_printed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    printed = blocks()
    commands = 0
    for (kind, text), (after, expected) in zip(printed, [*printed[1:], ("", "")], strict=True):
        if kind != "sh":
            continue
        command, _, status = text.strip().partition("# exit status ")
        words = shlex.split(command)
        assert words[0] == "referee"
        limits = ["--jobs", "2"] if words[1] in ("audit", "show") else []
        done = processes.run(
            [sys.executable, "-m", "referee", *words[1:], *limits],
            cwd=tmp_path,
            env=environment,
            encoding="utf-8",
        )
        commands += 1
        assert done.returncode == int(status or 0), (command, done.stdout, done.stderr)
        assert after == "text", f"no output is printed for {command}"
        for line in expected.splitlines():
            assert line.strip() in " ".join(done.stdout.split("\n")), (line, done.stdout)
    assert commands == 5
    assert (tmp_path / "satellite_audit" / "index.html").is_file()


def test_the_python_of_the_steps_is_that_of_the_finished_paper() -> None:
    finished = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    python = [text for kind, text in blocks() if kind == "python"]
    assert len(python) == 2
    for text in python:
        for line in text.strip().splitlines():
            assert line in finished


@pytest.fixture(scope="module")
def found() -> dict[str, ClaimAudit]:
    (paper,) = audit([str(FOLDER)]).papers
    return {claim.label: claim for claim in paper.claims}


def test_the_planted_error_is_found_and_nothing_else(found: dict[str, ClaimAudit]) -> None:
    results = {label: claim.result for label, claim in found.items()}
    assert {label for label, result in results.items() if result is Result.FAIL} == {"8"}
    assert set(results.values()) == {Result.FAIL, Result.PASS, Result.GIVEN}
    assert {label for label, result in results.items() if result is Result.PASS} == {
        "3",
        "5",
        "6:2",
        "7:2",
        "9:2",
        "10:2",
    }


def test_the_planted_error_is_mended(found: dict[str, ClaimAudit]) -> None:
    assert found["8"].correction is not None
    assert r"\frac{1}{2}" in found["8"].correction


def test_everything_about_the_finished_paper_is_in_order(found: dict[str, ClaimAudit]) -> None:
    assert {claim.dimension for claim in found.values()} == {"ok"}
    assert {claim.transcription for claim in found.values()} == {"agrees"}
    tried = [claim.mutants for claim in found.values() if claim.mutants]
    assert all(mutants.made == mutants.killed for mutants in tried)


def test_the_energy_by_hand() -> None:
    """The second route to the FAIL: v = 1 for G = M = m = r = 1, so that E = 1/2 - 1 and L = 1."""
    from fractions import Fraction

    energy = Fraction(1, 2) * 1**2 - 1
    assert energy == Fraction(-1, 2)
    assert energy != -Fraction(1, 1**2)


def test_the_draft_has_the_lines_of_the_finished_paper() -> None:
    made = draft(read_source(SOURCE))
    finished = load_paper(str(FOLDER))
    assert {claim.label for claim in made.claims} == set(finished.claims)
    for claim in made.claims:
        assert finished.claims[claim.label].printed == claim.printed


def test_the_finished_paper_covers_its_source() -> None:
    compared = coverage(load_paper(str(FOLDER)), read_source(SOURCE))
    assert complete(compared)
    assert {one.cover for one in compared} == {Cover.ENCODING_AGREES}
