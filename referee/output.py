"""Standard output and standard error that fail for no letter and end no program, and through which nobody talks to a terminal."""

from __future__ import annotations

import errno
import io
import os
import time
from contextlib import suppress
from typing import TextIO, cast

from reports.letters import in_encoding

CLOSED = "the stream is closed"


class Output(io.TextIOBase):
    """Writes to `stream` in the letters that it has.

    A letter that its encoding lacks is written in others (− as -, φ as phi), and a control character, which may come
    from a stranger's paper, as U+FFFD; colours of our own go through `styled`.  An error of writing
    (the stream is closed, nobody reads any more, the disk is full) is kept in `problem`, and everything
    after it is dropped: the exit status stays that of the work.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self.stream = stream
        self.problem: OSError | None = None

    @property
    def is_nobody_reading(self) -> bool:
        return isinstance(self.problem, BrokenPipeError)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self.stream, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        return self.stream is not None and self.stream.isatty()

    def fileno(self) -> int:
        if self.stream is None:
            raise OSError(errno.EBADF, CLOSED)
        return self.stream.fileno()

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        return self.write_styled(_harmless(text))

    def write_styled(self, text: str) -> int:
        if self.problem is None:
            try:
                if self.stream is None:
                    raise OSError(errno.EBADF, CLOSED)
                self.stream.write(in_encoding(text, self.encoding))
            except OSError as error:
                self._give_up(error)
        return len(text)

    def flush(self) -> None:
        if self.problem is None and self.stream is not None:
            try:
                self.stream.flush()
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """What waits in the stream would fail again at the end of the program: it goes nowhere instead."""
        self.problem = error
        with suppress(OSError, ValueError):
            handle = self.fileno()
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, handle)
            os.close(nowhere)


def today() -> str:
    """The date in words, in Greenwich; that of SOURCE_DATE_EPOCH for builds that are to repeat themselves."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = time.gmtime(int(said) if said.isdigit() and len(said) < 12 else time.time())
    return f"{moment.tm_mday} {MONTHS[moment.tm_mon - 1]} {moment.tm_year}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class _Styled(io.TextIOBase):
    """The same stream for a text that was cleaned before it was coloured."""

    def __init__(self, output: Output) -> None:
        self.output = output

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.output.encoding

    def isatty(self) -> bool:
        return self.output.isatty()

    def fileno(self) -> int:
        return self.output.fileno()

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        return self.output.write_styled(text)

    def flush(self) -> None:
        self.output.flush()


def styled(stream: TextIO) -> TextIO:
    """`stream` for a text whose control characters are our own: what a paper says in it has been cleaned already."""
    return cast(TextIO, _Styled(stream)) if isinstance(stream, Output) else stream


def _harmless(text: str) -> str:
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from reports.text import clean

    return clean(text)
