"""Asks workers what earlier runs have not answered, and hands on each answer as it comes.

Nobody here holds the answers of a whole paper: of thousands of claims they are many.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sys import intern
from typing import Any

from verify.cache import answers
from verify.cache.rounds import Kept
from verify.counting import COMPARING, Counter, Key, patience
from verify.tasks import answered, compared
from verify.verdicts import Reason
from verify.workers.endings import Team
from verify.workers.pool import Done, Ending, Failed

STOPPED = Failed(Reason.INTERRUPTED, "the audit was stopped before this was decided")
LATE = Failed(Reason.DEADLINE, "the time for the whole audit was over before this was decided")


class Rounds:
    """Asks workers what earlier runs have not answered."""

    def __init__(
        self, crew: Team, counter: Counter, kept: Kept | None, timings: dict[str, float] | None = None
    ) -> None:
        self.crew, self.counter, self.kept, self.timings = crew, counter, kept, timings

    def ask(
        self,
        name: str,
        function: Callable[..., Any],
        more: dict[Key, tuple[Any, ...]],
        kind: type[Any],
        take: Callable[[Key, Ending], None],
    ) -> None:
        """Tells `take` how each task `function(source, label, *more)` ended, as it ends; those that ended well give a `kind`."""
        asked = {key: intern(f"{name} {answers.written(rest)}") for key, rest in more.items()}
        left = dict.fromkeys(more)
        for key, value in self._found(asked, kind):
            take(key, Done(value))
            del left[key]
        self.counter.skip(len(more) - len(left))
        seconds = self._seconds({key: asked[key] for key in left})
        keys = sorted(left, key=lambda key: -seconds[key])
        if self.kept is None:
            tasks: list[tuple[Any, ...]] = [(function, *key, *more[key]) for key in keys]
        else:
            tasks = [(answered, *key, function, *more[key]) for key in keys]
        with self._interruptible():
            for key, ending in self._work(keys, tasks, name, sum(seconds.values())):
                take(key, self._keep(key, asked[key], ending, kind))
                del left[key]
                self.counter.skip(1)
        stop = self.crew.stop
        for key in left:
            take(key, LATE if stop is not None and stop.is_late else STOPPED)

    def _seconds(self, asked: dict[Key, str]) -> dict[Key, float]:
        """How long each took the last time, or else its claim until now; endless what nobody knows anything of."""
        known = self.kept.seconds(asked) if self.kept is not None else {}
        return {key: self.counter.seconds.get(key, float("inf")) for key in asked} | known

    def _found(self, asked: dict[Key, str], kind: type[Any]) -> Iterator[tuple[Key, Any]]:
        """What earlier runs have answered.  Where another line of a paper was changed, prints are compared first."""
        if self.kept is None:
            return
        left = dict(asked)
        for key, value in self.kept.find(asked, kind):
            del left[key]
            yield key, value
        to_compare = self.kept.to_compare(left)
        with self._interruptible():
            tasks, seconds = [(answered, *key, compared) for key in to_compare], COMPARING * len(to_compare)
            for key, ending in self._work(to_compare, tasks, "prints", seconds):
                self._keep(key, "", ending, kind)
        if to_compare:
            yield from self.kept.find(left, kind)

    def _keep(self, key: Key, asked: str, ending: Ending, kind: type[Any]) -> Ending:
        if self.kept is None or not isinstance(ending, Done):
            return ending
        self.kept.keep(key, asked, ending.value, kind)
        return Done(ending.value.value)

    def _work(
        self, keys: list[Key], tasks: list[tuple[Any, ...]], name: str, seconds: float
    ) -> Iterator[tuple[Key, Ending]]:
        """How the tasks end, until the audit is stopped; together they should take so many seconds."""
        started, tasks = time.perf_counter(), [] if self.counter.stopped else tasks
        for index, ending in self.crew.work(tasks, keys, patience=patience(seconds)) if tasks else ():
            if self.timings is not None:
                about = " ".join(keys[index])
                self.timings[f"{about} {name} finished after"] = round(time.perf_counter() - started, 3)
            yield keys[index], self.counter.clocked(keys[index], ending, self.crew.limits)

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """An interrupt in here ends the work; what is decided so far is kept, and told."""
        try:
            yield
        except KeyboardInterrupt:
            if self.counter.stopped:  # somebody insists
                raise
            self.counter.interrupted = True
