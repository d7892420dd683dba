"""What a task may use, and how it ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from verify.verdicts import Reason
from verify.workers.sharing import About
from verify.workers.stopping import Stop


def _usable_cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class Limits:
    """What one task may use, and how many tasks run at a time.

    `seconds` is wall-clock time from the moment the task starts; `memory_mb` is address
    space in MiB for the whole worker (SymPy and FLINT together take about 100, with
    NumPy and z3 about 250; not enforced where the system has no RLIMIT_AS).

    Raises ValueError for a limit that is not positive.
    """

    seconds: float = 60
    memory_mb: int = 2048
    jobs: int = field(default_factory=_usable_cores)

    def __post_init__(self) -> None:
        for name in ("seconds", "memory_mb", "jobs"):
            if not 0 < getattr(self, name) < float("inf"):
                raise ValueError(f"Limits: {name}={getattr(self, name)!r}, expected a positive number")


@dataclass(frozen=True)
class Done:
    """The task returned `value` within its limits."""

    value: Any


@dataclass(frozen=True)
class Failed:
    """The task gave no value.

    TIME and MEMORY: over its limit.  CRASH: the process died.  UNKNOWN: the function
    raised an exception.  UNSUPPORTED: arguments or result cannot be pickled.
    """

    reason: Reason
    detail: str


Ending: TypeAlias = Done | Failed


class Team(Protocol):
    """Whoever does tasks under limits: the workers of this machine (`verify.workers.pool.Crew`), or those of others."""

    limits: Limits
    stop: Stop | None

    def work(
        self,
        tasks: list[tuple[Any, ...]],
        about: Sequence[About] = (),
        seconds: float | None = None,
        patience: float = 0.0,
    ) -> Iterator[tuple[int, Ending]]:
        """How each task ended, by its index; nothing of those that have not ended once `stop` is set.

        For `patience` seconds nobody is started for them beside those who are there.
        """

    def dismiss(self) -> None:
        """Ends the workers."""
