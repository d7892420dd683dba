"""How a run is told to stop without being torn up: a flag that whoever waits for workers hears at once.

An exception that a signal raises may come between any two lines, and what was decided is lost with it.  A flag is
looked at where the work can be left: between two endings.

Only the standard library is imported here.
"""

from __future__ import annotations

from multiprocessing import connection


class Stop:
    """Set once, by the handler of a signal or another thread; `heard` is readable from then on.

    `has_begun` says that there is something to lose: until then a handler may as well raise.
    """

    def __init__(self) -> None:
        self.heard, self._mouth = connection.Pipe(duplex=False)
        self.is_set = False
        self.has_begun = False

    def begin(self) -> None:
        self.has_begun = True

    def set(self) -> None:
        if not self.is_set:
            self.is_set = True
            self._mouth.send_bytes(b"stop")
