"""How a run is told to stop without being torn up: a flag that whoever waits for workers hears at once.

An exception that a signal raises may come between any two lines, and what was decided is lost with it.  A flag is
looked at where the work can be left: between two endings.

Only the standard library is imported here.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import connection


class Stop:
    """Set once, by the handler of a signal or another thread; `heard` is readable from then on.

    `is_late` says that nobody stopped it, but that its time was over.
    """

    def __init__(self) -> None:
        self.heard, self._mouth = connection.Pipe(duplex=False)
        self.is_set = False
        self.is_late = False

    def set(self) -> None:
        if not self.is_set:
            self.is_set = True
            self._mouth.send_bytes(b"stop")

    @contextmanager
    def at(self, moment: float | None) -> Iterator[None]:
        """Set at this moment of the monotonic clock, if that comes in here."""
        if moment is None:
            yield
            return
        timer = threading.Timer(max(0.0, moment - time.monotonic()), self._expire)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _expire(self) -> None:
        if not self.is_set:
            self.is_late = True
            self.set()
