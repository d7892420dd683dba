"""One call under limits, in a worker that stays: a loop over calls pays for the worker once.

    ending = call(decide, (lhs, rhs), Limits(seconds=60))      # Done(value) or Failed(reason, detail)

Whatever the function does, it cannot end, hang or fill the caller's process, nor write to
its standard error.  In a worker, which has limits already, it is called where it stands.

The worker serves one call at a time; calls from several threads wait for each other.  An
interrupt (Ctrl-C) while it works ends the worker, for what it is doing is not wanted any
more; the next call gets a new one.  A copy of this process (`os.fork`) has none of its
own and starts one when it needs it.  At the interpreter's exit the worker is killed;
should the interpreter be killed itself, worker and server end with the socket to them.

Only the standard library is imported here.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from verify.verdicts import Reason
from verify.workers import children
from verify.workers.last_words import describe
from verify.workers.pool import Crew, Done, Ending, Failed, Limits, apply, is_worker

__all__ = ["call", "dismiss"]


class _Warm:
    """The crew of one worker that this process keeps."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.crew: Crew | None = None

    def call(self, task: tuple[Any, ...], limits: Limits, preload: Sequence[str]) -> Ending:
        with self.lock:
            crew = self.fitting(limits, preload)
            try:
                (ending,) = [ending for _, ending in crew.work([task])]
            except BaseException:
                self.dismiss()
                raise
            return ending

    def fitting(self, limits: Limits, preload: Sequence[str]) -> Crew:
        """The crew, a new one if another limit of memory is wanted (a process cannot raise its own)."""
        if self.crew is None or self.crew.limits.memory_mb != limits.memory_mb:
            self.dismiss()
            self.crew = Crew(apply, replace(limits, jobs=1), preload)
        self.crew.limits = replace(limits, jobs=1)
        return self.crew

    def dismiss(self) -> None:
        crew, self.crew = self.crew, None
        if crew is not None:
            crew.dismiss()

    def forget(self) -> None:
        """In a copy of this process: the worker belongs to the original, and a lock may be held by a thread that is not here."""
        crew, self.crew = self.crew, None
        self.lock = threading.RLock()
        if crew is not None:
            crew.forget()


_warm = _Warm()


def call(
    function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits, preload: Sequence[str] = ()
) -> Ending:
    """`function(*arguments)` under limits; `function` must be importable by name from a module of Referee."""
    if is_worker():
        return _here(function, arguments)
    return _warm.call((function, *arguments), limits, preload)


def dismiss() -> None:
    """Ends the worker, and the server that it was forked from.  The next call starts new ones."""
    with _warm.lock:
        _warm.dismiss()
        children.end_server()


def _here(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Ending:
    try:
        return Done(function(*arguments))
    except MemoryError:
        raise  # the worker's business
    except Exception as error:
        return Failed(Reason.UNKNOWN, describe(error))


atexit.register(_warm.dismiss)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: _warm.forget())
