"""How far an audit is, and how long each of its claims took."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from verify.tasks import PaperHeader
from verify.verdicts import Reason
from verify.workers.pool import Done, Ending, Failed, Limits, Stop

Progress = Callable[[int, int], None]
Key = tuple[str, str]
"""A claim: the source of its paper, and its label."""

SHORT = 3.0
"""Seconds of work for which no further worker is started: it would have to read the paper first."""
COMPARING = 0.02
"""Seconds to compare the print of one line."""


def patience(expected: float) -> float:
    """How long tasks that should take so many seconds are left to the workers who are there.

    >>> patience(0.5), patience(60.0)
    (3.0, 0.0)
    """
    return SHORT if expected < SHORT else 0.0


class Counter:
    """Counts finished tasks for the progress bar, and the seconds of each claim."""

    def __init__(self, progress: Progress | None, total: int, stop: Stop | None) -> None:
        self.progress, self.total, self.done = progress, total, 0
        self.stop = stop
        self.interrupted = False
        self.seconds: defaultdict[Key, float] = defaultdict(float)

    @property
    def stopped(self) -> bool:
        return self.interrupted or bool(self.stop and self.stop.is_set)

    def clocked(self, key: Key, ending: Ending, limits: Limits) -> Ending:
        """What the task answered; how long it took is kept for its claim."""
        if isinstance(ending, Failed):
            self.seconds[key] += limits.seconds if ending.reason is Reason.TIME else 0
            return ending
        self.seconds[key] += ending.value.seconds
        return Done(ending.value.answer)

    def seconds_of(self, header: PaperHeader) -> dict[str, float]:
        """By label, in print order."""
        keys = [(header.source, claim.label) for claim in header.claims]
        return {key[1]: round(self.seconds[key], 3) for key in keys if key in self.seconds}

    def skip(self, number: int) -> None:
        self.done += number
        if self.progress and number:
            self.progress(self.done, self.total)
