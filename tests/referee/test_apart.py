"""`referee audit --apart`: many papers, each in a folder of its own, and a page over all."""

from __future__ import annotations

import json
import re
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from referee.cli import main
from reports.many_papers import folder_name
from tests.common import processes

pytestmark = pytest.mark.slow

PAPER = """
from verify.claims import Paper, UnitSystem, follows_from, symbol
from verify.units import LENGTH
paper = Paper(id={id!r}, title={title!r}, citation="nowhere", units=UnitSystem.SI, sections=("I",))
x = symbol("x", "x", "a length", LENGTH, positive=True)
y = symbol("y", "y", "another length", LENGTH, positive=True)
one = paper.given("1", where="I", printed="y = 2 x", lhs=y, rhs=2*x)
two = paper.step("2", where="I", printed={printed!r}, lhs=y**2, rhs={factor}*x**2, by=follows_from(one))
"""


def written(folder: Path, paper_id: str, factor: int = 4, title: str = "A paper", more: str = "") -> str:
    """A paper of two lines."""
    folder.mkdir(parents=True)
    text = PAPER.format(id=paper_id, title=title, printed=f"y^2 = {factor} x^2", factor=factor)
    (folder / "__init__.py").write_text(text + more, encoding="utf-8")
    return str(folder)


def audit(tmp_path: Path, *arguments: str) -> tuple[int, dict]:
    """The exit status and the data of the page over the papers."""
    status = main(["audit", "--no-cache", "--out", str(tmp_path / "out"), *arguments])
    return status, json.loads((tmp_path / "out" / "overview.json").read_text(encoding="utf-8"))


def test_each_paper_has_its_own_page_and_the_page_over_them_leads_there(tmp_path, capsys):
    papers = [written(tmp_path / name, name, factor) for name, factor in (("right", 4), ("wrong", 5))]
    status, found = audit(tmp_path, "--apart", *papers)
    assert status == 1
    assert [(row["id"], row["folder"], row["problem"]) for row in found["papers"]] == [
        ("right", "right", None),
        ("wrong", "wrong", None),
    ]
    assert (found["totals"]["PASS"], found["totals"]["FAIL"]) == (1, 1)
    assert found["versions"]
    assert found["settings"]
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="?([^"\s>]+)', page)
    assert links == ["wrong/index.html", "right/index.html"]  # what needs a reader first
    assert all((tmp_path / "out" / link).is_file() for link in links)
    own = json.loads((tmp_path / "out" / "wrong" / "audit.json").read_text(encoding="utf-8"))
    assert [paper["id"] for paper in own["papers"]] == ["wrong"]
    assert "2 of 2 papers audited" in capsys.readouterr().out


def test_the_data_follow_the_published_schema(tmp_path):
    _, found = audit(tmp_path, "--apart", written(tmp_path / "a", "a"), "/nowhere")
    schema = resources.files("reports").joinpath("schema/referee.overview-1.json").read_text(encoding="utf-8")
    jsonschema.validate(found, json.loads(schema))


def test_one_paper_apart_is_decided_as_it_is_together(tmp_path):
    paper = written(tmp_path / "p", "p", 5)
    audit(tmp_path, "--apart", paper)
    main(["audit", "--no-cache", "--out", str(tmp_path / "together"), paper])
    apart = json.loads((tmp_path / "out" / "p" / "audit.json").read_text(encoding="utf-8"))
    assert apart == json.loads((tmp_path / "together" / "audit.json").read_text(encoding="utf-8"))


def test_bad_papers_cost_their_own_row(tmp_path, capsys):
    hostile = [
        written(tmp_path / "leaves", "leaves", more="import os; os._exit(0)\n"),
        written(tmp_path / "breaks", "breaks", more="(\n"),
        written(tmp_path / "prints", "prints", more="print('\\x1b[2J')\n"),
        "/nowhere\x1b[2J",
    ]
    good = written(tmp_path / "good", "good")
    status, found = audit(tmp_path, "--apart", *hostile, good)
    assert status == 2
    assert [bool(row["problem"]) for row in found["papers"]] == [True, True, False, True, False]
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err + (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "Traceback" not in said.err


def test_names_of_papers_lead_nowhere_else_and_take_no_other_ones_place(tmp_path):
    ids = ["../../evil", "..", "<script>alert(1)</script>", "Same", "same", "index.html", "x" * 500]
    papers = [written(tmp_path / f"p{n}", one, title=f"<b>{one}</b>") for n, one in enumerate(ids)]
    _, found = audit(tmp_path, "--apart", *papers)
    folders = [row["folder"] for row in found["papers"]]
    assert len({folder.lower() for folder in folders}) == len(ids)
    assert all(re.fullmatch(r"[\w~.-]+", folder) and set(folder) != {"."} for folder in folders)
    assert all((tmp_path / "out" / folder / "audit.json").is_file() for folder in folders)
    assert not (tmp_path.parent / "evil").exists()
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<b>..</b>" not in page


@pytest.mark.parametrize("count", [20, 21])
def test_more_than_twenty_papers_are_told_apart(tmp_path, count):
    papers = [written(tmp_path / f"p{n}", f"p{n}") for n in range(count)]
    main(["audit", "--no-cache", "--out", str(tmp_path / "out"), "--seconds", "20", *papers])
    assert (tmp_path / "out" / "overview.json").exists() == (count > 20)
    assert (tmp_path / "out" / "audit.json").exists() == (count <= 20)


def test_what_there_was_no_time_for_waits_and_is_told(tmp_path):
    papers = [written(tmp_path / name, name) for name in "ab"]
    status, found = audit(tmp_path, "--apart", "--deadline", "0.000001", *papers)
    assert status == 3
    assert found["papers"][1]["problem"] == "not audited yet"


def test_folder_names_are_the_same_in_every_run():
    assert [folder_name("a", ["a", "a-2"]), folder_name("A", ["a"]), folder_name("...", [])] == ["a-3", "A-2", "paper"]


PROGRAM = """
import re, sys
from referee.cli import main
main(sys.argv[1:])
print("HWM", re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's memory")
def test_memory_is_that_of_the_largest_paper(tmp_path):
    papers = [written(tmp_path / f"p{n}", f"p{n}") for n in range(40)]

    def kilobytes(count: int) -> int:
        out = str(tmp_path / f"out{count}")
        command = [sys.executable, "-c", PROGRAM, "audit", "--no-cache", "--apart", "--jobs", "1", "--out", out]
        return int(processes.run([*command, *papers[:count]], check=True).stdout.split()[-1])

    few, many = kilobytes(5), kilobytes(40)
    assert many - few < 6_000
