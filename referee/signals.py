"""What Ctrl-C, SIGTERM and SIGHUP do, at each moment of a command; all three do the same.

- While nothing is begun that would have to be undone, the process ends at once: an exception that is
  raised while modules are imported would come out as a traceback.
- While one answer is computed, a KeyboardInterrupt ends it.
- While an audit runs, the first one says *stop*: the workers end at once, what was decided is written, the rest is
  open.  It raises nothing: modules are imported there in two threads, and an exception inside the import machinery leaves
  one waiting for the other's lock for ever.  Whoever insists with a second one ends the process at once.

Python drops an exception that is raised inside a destructor or a callback of its own (the import machinery has such), and
the command would go on as if nobody had said a word: an interrupt that was dropped is sent again.

A program that was started to ignore a signal (`nohup`) goes on ignoring it, and one that handles it itself keeps its own
handler.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verify.workers.pool import Stop

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
INTERRUPTED = 128
"""The exit status is this and the number of the signal, as a shell tells it."""
AGAIN_SECONDS = 0.02
"""After so long the callback that dropped an interrupt is over."""


class Signals:
    """The signals that end the command, and which of them came."""

    def __init__(self) -> None:
        self.number = int(signal.SIGINT)
        self._answer: Callable[[], None] = self._leave

    @property
    def status(self) -> int:
        """The exit status after the signal that came (after Ctrl-C, if it came in another way)."""
        return INTERRUPTED + self.number

    def raise_at_once(self) -> None:
        """From here on a signal is a KeyboardInterrupt."""
        self._answer = self._raise

    @contextmanager
    def setting(self, stop: Stop) -> Iterator[None]:
        """In here a signal sets `stop`; a second one ends the process."""

        def answer() -> None:
            if stop.is_set:
                self._leave()
            stop.set()

        before, self._answer = self._answer, answer
        try:
            yield
        finally:
            self._answer = before

    @contextmanager
    def handled(self) -> Iterator[None]:
        """Answers signals in here, those that nobody else handles or ignores."""
        before: dict[int, Any] = {}
        again: list[threading.Timer] = []
        tell = sys.unraisablehook

        def dropped(what: Any) -> None:
            if issubclass(what.exc_type, KeyboardInterrupt):
                again.append(threading.Timer(AGAIN_SECONDS, self._send))
                again[-1].start()
            else:
                tell(what)

        try:
            sys.unraisablehook = dropped
            if threading.current_thread() is threading.main_thread():
                for number in (getattr(signal, name) for name in NAMES if hasattr(signal, name)):
                    if signal.getsignal(number) in (signal.default_int_handler, signal.SIG_DFL):
                        before[number] = signal.signal(number, self._heard)
            yield
        finally:
            for timer in again:
                timer.cancel()
            for number, handler in before.items():
                signal.signal(number, handler)
            sys.unraisablehook = tell

    def _heard(self, number: int, _: object) -> None:
        self.number = number
        self._answer()

    def _send(self) -> None:
        """To the main thread itself, which may be waiting in a system call."""
        main = threading.main_thread().ident
        if main is not None and hasattr(signal, "pthread_kill"):
            signal.pthread_kill(main, self.number)
        else:
            _thread.interrupt_main(signal.Signals(self.number))

    def _leave(self) -> None:
        with suppress(OSError):  # the terminal may be gone
            os.write(2, b"referee: interrupted\n")
        os._exit(self.status)

    def _raise(self) -> None:
        raise KeyboardInterrupt
