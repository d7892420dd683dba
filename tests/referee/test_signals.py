"""Ctrl-C, SIGTERM and SIGHUP in every phase of an audit: what was decided is written, nothing and nobody is left."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.common import processes

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]

PAPER = """
from verify.claims import Paper, UnitSystem, symbol, units
paper = Paper("ring", "A paper", "nobody (2000)", UnitSystem.SI, sections=("I",))
a = symbol("a", "a", "a number", units.DIMENSIONLESS, positive=True)
one = paper.identity("1", where="I", printed="a + a = 2a", lhs=a + a, rhs=2*a)
two = paper.identity("2", where="I", printed="a a = a^2", lhs=a*a, rhs=a**2)
"""
HANGS = """
import verify.judging.verdict_on
really = verify.judging.verdict_on.judge
def judge(reading, *rest):
    while reading.statements[0].rhs == a**2: 3 ** (10**9)
    return really(reading, *rest)
verify.judging.verdict_on.judge = judge
"""
PROGRAM = """
import os, signal, sys, threading
import reports, reports.terminal, verify.asking, verify.run
from referee.cli import main
from verify.workers import children

def send():
    os.kill(os.getpid(), signal.{signal})

def sending(module, name, wanted=lambda *_: True):
    really = getattr(module, name)
    def function(*arguments, **named):
        if wanted(*arguments):
            {how}
        return really(*arguments, **named)
    setattr(module, name, function)

at = {{
    "reading": (verify.run, "prepare"),
    "judge": (verify.asking.Rounds, "ask", lambda *a: a[1] == "judge"),
    "mutants": (verify.asking.Rounds, "ask", lambda *a: a[1] == "mutants"),
    "together": (verify.run, "_paper"),
    "writing": (reports, "write"),
    "summary": (reports.terminal, "print_summary"),
}}
sending(*at[{phase!r}])
status = main(["audit", "./ring", "--out", "out", "--seconds", "500", "--no-cache"])
print("server", children._shared.server.process.pid if children._shared.server else 0)
sys.exit(status)
"""
STATUS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}
PHASES = ("judge", "mutants", "together", "writing", "summary")


def interrupted(folder: Path, name: str, phase: str, how: str = "send()", paper: str = PAPER):
    """An audit that gets a signal in one phase: how it ended, its claims, and where temporary files would lie."""
    (folder / "ring").mkdir()
    (folder / "ring" / "__init__.py").write_text(paper)
    (folder / "tmp").mkdir()
    program = PROGRAM.format(signal=name, phase=phase, how=how)
    environment = {**os.environ, "TMPDIR": str(folder / "tmp")}
    done = processes.run([sys.executable, "-c", program], cwd=folder, env=environment, seconds=120)
    assert "Traceback" not in done.stderr
    assert list((folder / "tmp").iterdir()) == []
    for server in (int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("server")):
        assert server == 0 or not Path(f"/proc/{server}").exists()
    written = folder / "out" / "audit.json"
    claims = json.loads(written.read_text())["papers"][0]["claims"] if written.exists() else []
    return done, claims


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("name", STATUS)
def test_a_signal_is_told_by_the_status_and_what_was_decided_is_written(tmp_path: Path, name: str, phase: str) -> None:
    done, claims = interrupted(tmp_path, name, phase)
    assert done.returncode == STATUS[name], done.stderr
    assert "referee: interrupted; what was not decided by then is OPEN" in done.stderr
    results = [claim["result"] for claim in claims]
    assert results == (["OPEN"] * 2 if phase == "judge" else ["PASS"] * 2)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "audit.json",
        "audit.md",
        "index.html",
        "timings.json",
    ]


@pytest.mark.parametrize("name", STATUS)
def test_while_a_paper_is_read_there_is_nothing_to_be_written(tmp_path: Path, name: str) -> None:
    done, claims = interrupted(tmp_path, name, "reading")
    assert (done.returncode, done.stderr, claims) == (STATUS[name], "referee: interrupted\n", [])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "phase"), [("SIGINT", "reading"), ("SIGTERM", "reading"), ("SIGINT", "mutants")])
def test_an_interrupt_that_python_drops_is_sent_again(tmp_path: Path, name: str, phase: str) -> None:
    """Raised in a destructor, as in a callback of the import machinery, it is told to nobody."""
    how = "type('Dropping', (), {'__del__': lambda _: (send(), send())})()"
    done, _ = interrupted(tmp_path, name, phase, how)
    assert (done.returncode, done.stderr) == (STATUS[name], "referee: interrupted\n")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_workers_that_hang_end_at_once(tmp_path: Path, name: str) -> None:
    """The limit for a claim is 500 seconds here, and the test is given 120."""
    done, claims = interrupted(tmp_path, name, "judge", "threading.Timer(4, send).start()", PAPER + HANGS)
    assert done.returncode == STATUS[name], done.stderr
    assert [claim["result"] for claim in claims] == ["PASS", "OPEN"]


def test_who_insists_does_not_wait(tmp_path: Path) -> None:
    done, claims = interrupted(tmp_path, "SIGINT", "together", "send(); send()")
    assert (done.returncode, done.stderr, claims) == (130, "referee: interrupted\n", [])


def test_a_signal_that_was_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "ring").mkdir()
    (tmp_path / "ring" / "__init__.py").write_text(PAPER)
    ignoring = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    program = ignoring + PROGRAM.format(signal="SIGHUP", phase="mutants", how="send()")
    done = processes.run([sys.executable, "-c", program], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
