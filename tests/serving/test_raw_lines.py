"""What arrives on the wire, line by line: whatever it is, nothing in it is run, and an honest call behind it is answered."""

from __future__ import annotations

import json
import sys

import pytest

pytest.importorskip("mcp", reason="the extra referee[mcp] is not installed")

from tests.common import processes
from tests.common.hostile_lines import CHECK, OPENING, hostile_lines

pytestmark = pytest.mark.slow

SERVE = [sys.executable, "-m", "referee", "serve", "--jobs", "1", "--seconds", "20"]
LAST = {"jsonrpc": "2.0", "id": "last", "method": "tools/call", "params": CHECK}


def as_lines(*messages):
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages)


@pytest.mark.parametrize("is_open", [True, False], ids=["after the opening", "before it"])
@pytest.mark.parametrize("seed", range(2))
def test_hostile_lines_cost_nobody_else_an_answer_and_run_nothing(seed, is_open, tmp_path):
    before, after = (as_lines(*OPENING), b"") if is_open else (b"", as_lines(*OPENING))
    sent = before + b"".join(hostile_lines(seed, 250, tmp_path / "canary")) + after + as_lines(LAST)
    lines, done = processes.talk(SERVE, sent, lambda line: json.loads(line).get("id") == "last", cwd=tmp_path)
    answers = [json.loads(line) for line in lines]
    assert done.returncode == 0, done.stderr[-2000:]
    assert answers[-1]["result"]["structuredContent"]["result"] == "PASS", answers[-1]
    assert all(answer["jsonrpc"] == "2.0" for answer in answers)
    assert b"Traceback" not in done.stderr, done.stderr[-2000:]
    assert b"\x1b" not in done.stderr + b"".join(lines)
    assert list(tmp_path.iterdir()) == []
