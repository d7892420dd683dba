"""Programs that a test starts: each in a session of its own, with a hard limit of time, and killed with its children."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

SECONDS = 300.0
"""More than any program of the tests takes on a busy machine, less than anybody waits for a suite that hangs."""


def run(
    command: Sequence[str],
    *,
    seconds: float = SECONDS,
    interrupt_after: float | None = None,
    check: bool = False,
    **how: Any,
) -> subprocess.CompletedProcess[Any]:
    """As subprocess.run with its output captured, as text unless `text=False`.

    Over its time the whole group is killed: a grandchild that holds the pipes open cannot keep
    the test waiting.  `interrupt_after` sends the group SIGINT, as a terminal does; a child of this process would
    ignore it where this process does (as a shell's background jobs do), so it is given back its default.
    """
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **how}
    given = how.pop("input", None)
    if given is not None:
        how["stdin"] = subprocess.PIPE
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(command, start_new_session=True, **how)
    finally:
        signal.signal(signal.SIGINT, before)
    try:
        if interrupt_after is not None:
            time.sleep(interrupt_after)
            os.killpg(process.pid, signal.SIGINT)
        out, said = process.communicate(given, timeout=seconds)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    done = subprocess.CompletedProcess(process.args, process.returncode, out, said)
    if check:
        assert done.returncode == 0, done
    return done


def talk(
    command: Sequence[str], sent: bytes, is_last: Callable[[bytes], bool], *, seconds: float = SECONDS, **how: Any
) -> tuple[list[bytes], subprocess.CompletedProcess[bytes]]:
    """The lines that a program answers up to the last one that is waited for; then its input ends, and so does it."""
    with tempfile.TemporaryFile() as said:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": said}
        process = subprocess.Popen(command, start_new_session=True, **pipes, **how)
        late = threading.Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
        late.start()
        writer = threading.Thread(target=_write, args=(process.stdin, sent))
        writer.start()
        try:
            lines = []
            for line in process.stdout:
                lines.append(line)
                if is_last(line):
                    break
            writer.join()
            with suppress(OSError):
                process.stdin.close()
            rest = process.stdout.read()
            process.wait()
        finally:
            late.cancel()
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            process.stdout.close()
        said.seek(0)
        return lines, subprocess.CompletedProcess(process.args, process.returncode, rest, said.read())


def _write(stream: Any, content: bytes) -> None:
    with suppress(OSError):  # it has left
        stream.write(content)
        stream.flush()
