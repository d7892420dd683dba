"""Audits on a machine that fails: killed workers and servers, a full disk, folders that cannot be written.

No verdict is lost or wrong, what is told is told whole or not at all, and no process or file is left.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cache.test_runs import PAPER
from tests.common import processes
from verify.run import audit

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")]

SHOOTING = """
import contextlib, os, random, sys, threading, time
from pathlib import Path
from referee.cli import main

def children():
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        found.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    return found

def shoot():
    chance, shots = random.Random(int(sys.argv[2])), 0
    while shots < 10:
        time.sleep(chance.uniform(0.05, 0.5))
        below = children()
        servers = [child for child in below.get(os.getpid(), []) if child in below]
        workers = [worker for server in servers for worker in below[server]]
        if targets := {"worker": workers, "server": servers}[sys.argv[1]]:
            with contextlib.suppress(ProcessLookupError):  # it may have ended by itself meanwhile
                os.kill(chance.choice(targets), 9)
                shots += 1
                print("shot", file=sys.stderr)

threading.Thread(target=shoot, daemon=True).start()
raise SystemExit(main(["audit", "./ring", "--cache", "kept", "--out", "out", "--format", "json", "--jobs", "2"]))
"""
ROOT = os.geteuid() == 0
UNPRIVILEGED = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if ROOT else []
"""What makes root respect the permissions of a folder."""
AUDIT = [sys.executable, "-m", "referee", "audit", "./ring", "--cache", "kept", "--out", "out"]


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    (tmp_path / "ring").mkdir()
    (tmp_path / "ring" / "__init__.py").write_text(PAPER)
    return tmp_path


def claims(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "audit.json").read_text())["papers"][0]["claims"]
    return found


def alive(mark: str) -> list[str]:
    """The processes that were started with this mark in their environment."""
    found = processes.run(["bash", "-c", f"sleep 2; grep -l {mark} /proc/[0-9]*/environ 2>/dev/null; true"])
    return [line for line in found.stdout.split() if str(os.getpid()) not in line]


@pytest.mark.parametrize("target", ["worker", "server"])
def test_processes_that_are_killed_cost_no_verdict(ring: Path, target: str) -> None:
    """Shots at random moments of two audits, as long as these last.  A worker that is killed twice over one claim leaves it open, and no more."""
    (ring / "shooting.py").write_text(SHOOTING)
    mark = f"REFEREE_SHOT_AT={secrets.token_hex(8)}"
    name, _, value = mark.partition("=")
    fresh = {claim.label: claim.result for claim in audit([str(ring / "ring")]).papers[0].claims}
    shots = 0
    for seed in range(2):
        shutil.rmtree(ring / "kept", ignore_errors=True)
        shutil.rmtree(ring / "out", ignore_errors=True)
        command = [sys.executable, "shooting.py", target, str(seed)]
        done = processes.run(command, cwd=ring, env={**os.environ, name: value})
        shots += done.stderr.count("shot\n")
        assert "Traceback" not in done.stderr
        if done.returncode == 2:  # it was killed twice while the paper was read
            assert "could not be read" in done.stderr
            assert not (ring / "out").exists()
            continue
        found = claims(ring / "out")
        lost = {claim["label"] for claim in found if claim["readings"][0]["evidence"]["reason"] == "worker crashed"}
        for claim in found:
            expected = {fresh[claim["label"]]} if claim["label"] not in lost else {"OPEN"}
            if any(condition["from"] in lost for condition in claim["inherits"]):
                expected.add("PASS-IF")
            assert claim["result"] in expected, claim
    assert shots >= 2, "nothing was shot at"
    processes.run([*AUDIT, "--format", "json"], cwd=ring, env={**os.environ, name: value})
    assert {claim["label"]: claim["result"] for claim in claims(ring / "out")} == fresh
    assert sorted(path.name for path in (ring / "out").iterdir()) == ["audit.json", "timings.json"]
    assert alive(mark) == []


def limited(kilobytes: int, *more: str) -> list[str]:
    """An audit whose files cannot grow beyond that size, as on a disk that is full."""
    return ["bash", "-c", f'ulimit -f {kilobytes}; exec "$@"', "bash", *AUDIT, *more]


def test_where_the_disk_is_full_the_old_reports_stay(ring: Path) -> None:
    processes.run([*AUDIT, "--format", "json"], cwd=ring)
    (ring / "out" / "audit.json").write_text("of last week")
    (ring / "out" / "timings.json").unlink()
    done = processes.run(limited(80, "--format", "json,html"), cwd=ring)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("referee: ")
    assert "index.html': file too large, expected a file that can be written" in done.stderr
    assert done.stderr.count("\n") == 1
    assert [path.name for path in (ring / "out").iterdir()] == ["audit.json"]
    assert (ring / "out" / "audit.json").read_text() == "of last week"
    processes.run([*AUDIT, "--format", "json,html"], cwd=ring)
    assert len(claims(ring / "out")) == 7
    told = json.loads((ring / "out" / "timings.json").read_text())
    assert not any("judge" in task for task in told)


def test_where_the_file_of_answers_cannot_grow_the_audit_goes_on_without_it(ring: Path) -> None:
    done = processes.run(limited(16, "--format", "csv"), cwd=ring)
    assert done.returncode == 1  # the slip of the paper
    warnings = [line for line in done.stderr.splitlines() if "what is decided is not kept" in line]
    assert len(warnings) == 1
    assert (ring / "out" / "audit.csv").read_text().count("\n") == 8
    done = processes.run([*AUDIT, "--format", "json"], cwd=ring)
    assert "damaged" not in done.stderr
    fresh = {claim.label: claim.result for claim in audit([str(ring / "ring")]).papers[0].claims}
    assert {claim["label"]: claim["result"] for claim in claims(ring / "out")} == fresh


@pytest.mark.skipif(ROOT and shutil.which("setpriv") is None, reason="root may write everywhere")
def test_where_nothing_may_be_written_it_is_told_before_the_work(ring: Path) -> None:
    (ring / "out").mkdir()
    (ring / "out").chmod(0o555)
    for out in ("out", "out/new"):
        done = processes.run([*UNPRIVILEGED, *AUDIT, "--out", out], cwd=ring)
        said = f"referee: --out '{out}': permission denied; expected a folder that can be written\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
    assert list((ring / "out").iterdir()) == []
    assert not (ring / "kept").exists()


@pytest.mark.skipif(ROOT and shutil.which("setpriv") is None, reason="root may write everywhere")
def test_where_answers_may_not_be_written_the_audit_goes_on_without_them(ring: Path) -> None:
    (ring / "kept").mkdir()
    (ring / "kept").chmod(0o555)
    done = processes.run([*UNPRIVILEGED, *AUDIT, "--format", "json"], cwd=ring)
    assert done.returncode == 1
    assert "cannot be used (attempt to write" in done.stderr or "cannot be used (unable to open" in done.stderr
    assert done.stderr.count("what is decided is not kept") == 1
    assert list((ring / "kept").iterdir()) == []
    assert len(claims(ring / "out")) == 7
