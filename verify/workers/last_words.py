"""Why a task or its process ended, on one line: exceptions, exit codes, and what was written last."""

from __future__ import annotations

import os
import re
import signal
from typing import BinaryIO

DETAIL_LENGTH = 300
TAIL = 4096


def describe(error: BaseException) -> str:
    """Type and message of an exception on one line, without addresses, which differ from run to run."""
    try:
        message = " ".join(str(error).split())
    except Exception:
        message = "(no message)"
    message = re.sub(r"0x[0-9a-fA-F]+", "0x...", message)
    text = f"{type(error).__name__}: {message}" if message else type(error).__name__
    return text if len(text) <= DETAIL_LENGTH else text[: DETAIL_LENGTH - 3] + "..."


def exit_words(code: int | None) -> str:
    if code is None:
        return "has ended"
    if code >= 0:
        return f"ended itself with exit code {code}"
    try:
        return f"was killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"was killed by signal {-code}"


def last_line(words: bytes) -> str:
    lines = words.decode(errors="replace").split("\n")
    return next((line.strip()[:DETAIL_LENGTH] for line in reversed(lines) if line.strip()), "(no message)")


def tail(log: BinaryIO) -> bytes:
    """The end of what was written to an open file, by whomever."""
    try:
        log.seek(0, os.SEEK_END)
        log.seek(max(0, log.tell() - TAIL))
        return log.read()
    except (OSError, ValueError):
        return b""
