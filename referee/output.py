"""Standard output that neither fails for a letter nor ends the program when it cannot be written."""

from __future__ import annotations

import io
import os
import time
from contextlib import suppress
from typing import TextIO

from reports.letters import in_encoding


class Output(io.TextIOBase):
    """Writes to `stream` in the letters that it has.

    A letter that its encoding lacks is written in others (− as -, φ as phi).  An error of
    writing (nobody reads any more, the disk is full) is kept in `problem`, and everything
    after it is dropped: the exit status stays that of the work.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.problem: OSError | None = None

    @property
    def is_nobody_reading(self) -> bool:
        return isinstance(self.problem, BrokenPipeError)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self.stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        return self.stream.isatty()

    def fileno(self) -> int:
        return self.stream.fileno()

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if self.problem is None:
            try:
                self.stream.write(in_encoding(text, self.encoding))
            except OSError as error:
                self._give_up(error)
        return len(text)

    def flush(self) -> None:
        if self.problem is None:
            try:
                self.stream.flush()
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """What waits in the stream would fail again at the end of the program: it goes nowhere instead."""
        self.problem = error
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stream.fileno())
            os.close(nowhere)


def today() -> str:
    """The date in words, in Greenwich; that of SOURCE_DATE_EPOCH for builds that are to repeat themselves."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = time.gmtime(int(said) if said.isdigit() and len(said) < 12 else time.time())
    return f"{moment.tm_mday} {MONTHS[moment.tm_mon - 1]} {moment.tm_year}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
