"""The tests as a house: no test can take the others along, and each stands in a room."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.common import processes

TESTS = Path(__file__).resolve().parents[1]
SENDER = """
import signal, subprocess, sys, time
for number in (signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("started", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("target", [lambda: 0, lambda: -1, os.getpid, os.getppid])
def test_no_signal_reaches_the_process_of_the_tests(target: Callable[[], int]) -> None:
    with pytest.raises(AssertionError, match="in which the tests run"):
        os.kill(target(), signal.SIGINT)


def test_a_child_that_ignores_signals_and_leaves_the_pipe_open_costs_its_limit_and_no_more() -> None:
    begun = time.monotonic()
    with pytest.raises(processes.subprocess.TimeoutExpired):
        processes.run([sys.executable, "-c", SENDER], seconds=3, interrupt_after=1)
    assert time.monotonic() - begun < 60


def test_a_child_hears_an_interrupt_where_this_process_ignores_it() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        done = processes.run([sys.executable, "-c", "import time; time.sleep(60)"], interrupt_after=1, seconds=30)
    finally:
        signal.signal(signal.SIGINT, before)
    assert done.returncode == -signal.SIGINT


def test_every_test_stands_in_a_room_that_the_readme_names() -> None:
    readme = (TESTS / "README.md").read_text(encoding="utf-8")
    files = [path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")]
    assert [str(path) for path in files if len(path.parts) != 2] == []
    rooms = {path.parts[0] for path in files}
    assert {room for room in rooms if f"| `{room}` |" not in readme} == set()
    assert {room for room in rooms if not (TESTS / room / "__init__.py").exists()} == set()


def test_programs_are_started_where_they_have_a_limit_of_time() -> None:
    own = {
        "tests/common/processes.py",
        "tests/common/browser.py",
        "tests/house/test_tests.py",
        "tests/workers/test_pool.py",
    }
    found = {
        path.relative_to(TESTS.parent).as_posix()
        for path in TESTS.rglob("*.py")
        if re.search(r"subprocess\.(run|Popen|call|check)", path.read_text(encoding="utf-8"))
    }
    assert found <= own
