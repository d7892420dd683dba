"""What arrives on the wire, line by line: whatever it is, nothing in it is run, and an honest call behind it is answered."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import pytest

pytest.importorskip("mcp", reason="the extra referee[mcp] is not installed")

from tests.common.hostile_lines import CHECK, OPENING, hostile_lines

pytestmark = pytest.mark.slow

PATIENCE = 240.0
LAST = {"jsonrpc": "2.0", "id": "last", "method": "tools/call", "params": CHECK}


def as_lines(*messages):
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages)


def written(stream, content):
    stream.write(content)
    stream.flush()


@pytest.mark.parametrize("is_open", [True, False], ids=["after the opening", "before it"])
@pytest.mark.parametrize("seed", range(2))
def test_hostile_lines_cost_nobody_else_an_answer_and_run_nothing(seed, is_open, tmp_path):
    canary = tmp_path / "canary"
    command = [sys.executable, "-m", "referee", "serve", "--jobs", "1", "--seconds", "20"]
    with (tmp_path / "said").open("w+b") as said:
        program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, cwd=tmp_path)
        late = threading.Timer(PATIENCE, program.kill)
        late.start()
        try:
            before, after = (as_lines(*OPENING), b"") if is_open else (b"", as_lines(*OPENING))
            sent = before + b"".join(hostile_lines(seed, 250, canary)) + after + as_lines(LAST)
            writer = threading.Thread(target=written, args=(program.stdin, sent))
            writer.start()
            answers = []
            for line in program.stdout:
                answers.append(json.loads(line))
                if answers[-1].get("id") == "last":
                    break
            writer.join()
            program.stdin.close()
            program.stdout.read()
            status = program.wait()
        finally:
            late.cancel()
            program.kill()
            program.wait()
        said.seek(0)
        told = said.read()
    assert status == 0, told[-2000:]
    assert answers[-1]["result"]["structuredContent"]["result"] == "PASS", answers[-1]
    assert all(answer["jsonrpc"] == "2.0" for answer in answers)
    assert b"Traceback" not in told, told[-2000:]
    assert b"\x1b" not in told
    assert [each.name for each in tmp_path.iterdir()] == ["said"]
