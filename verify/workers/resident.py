"""Workers that stay, for callers that come one by one and at the same time: a server's threads.

    pool = Resident(Limits(seconds=60, memory_mb=2048, jobs=2), PRELOAD)
    ending = pool.call(decide, (lhs, rhs))            # from any thread: Done(value) or Failed(reason, detail)

A call has a worker for itself, under the limits of the pool or under less time; what hangs, crashes or fills up loses its
own answer, and the next call finds a worker that works.  There are as many workers as `jobs`: who finds none free waits,
and waiting costs nothing of the call's own time.  A call whose `stop` is set ends at once, with its worker.

Only the standard library is imported here.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from verify.verdicts import Reason
from verify.workers.pool import Crew, Ending, Failed, Limits, Stop, apply

NOT_WANTED = Failed(Reason.INTERRUPTED, "the answer is not wanted any more")


class Resident:
    """Crews of one worker each; the one that was used last is used next, so that few stay warm where few are needed."""

    def __init__(self, limits: Limits, preload: Sequence[str] = ()) -> None:
        self.limits = limits
        self._free: queue.LifoQueue[Crew] = queue.LifoQueue()
        for _ in range(limits.jobs):
            self._free.put(Crew(apply, replace(limits, jobs=1), preload))

    def call(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        seconds: float | None = None,
        stop: Stop | None = None,
    ) -> Ending:
        """`function(*arguments)` in a worker; `seconds` may only be less than the pool allows."""
        crew = self._free.get()
        try:
            return self._asked(crew, (function, *arguments), self._allowed(seconds), stop)
        except BaseException:
            crew.dismiss()
            raise
        finally:
            crew.stop = None
            self._free.put(crew)

    def _allowed(self, seconds: float | None) -> float:
        """What was asked for, if it is a positive number (NaN is none) below the limit."""
        return seconds if seconds is not None and 0 < seconds < self.limits.seconds else self.limits.seconds

    def _asked(self, crew: Crew, task: tuple[Any, ...], seconds: float, stop: Stop | None) -> Ending:
        crew.stop = stop
        endings = [ending for _, ending in crew.work([task], seconds=seconds)]
        if endings:
            return endings[0]
        crew.dismiss()  # stopped: what its worker is doing is not wanted any more
        return NOT_WANTED

    def dismiss(self) -> None:
        """Ends the workers that are idle; one that is busy ends with its call only if that is stopped."""
        idle = []
        with suppress(queue.Empty):
            while True:
                idle.append(self._free.get_nowait())
        for crew in idle:
            crew.dismiss()
            self._free.put(crew)
