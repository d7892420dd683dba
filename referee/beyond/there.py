"""On a machine of the cluster: does a batch of tasks, each in a worker under hard limits that stays for the next batch.

Runs in the threads of a Dask worker.  Whatever a task does, it cannot end, hang or fill that process.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from verify.cache.engine import SOURCES, Engine
from verify.run import PRELOAD, versions
from verify.tasks import timed
from verify.workers.pool import Ending, Limits, Stop
from verify.workers.resident import NOT_WANTED, Resident

UNLIMITED = 1e9
"""Seconds: each task brings its own limit along."""


class OtherProgram(Exception):
    """The program here is not the one that asks."""


_lock = threading.Lock()
_residents: dict[int, Resident] = {}
_stops: dict[str, Stop] = {}
_over: deque[str] = deque(maxlen=1000)
"""Runs that have left: a batch of theirs that was on its way here is not begun."""


@cache
def program() -> str:
    """Which program decides here: the sources of `verify` and of the shipped papers, versions and machine."""
    papers = Path(SOURCES).parent / "derivations"
    return f"{Engine(versions()).digest.hex()} {Engine({}, papers).digest.hex()}"


def told() -> tuple[str, dict[str, str]]:
    """The program here, and its versions for a reader."""
    return program(), versions()


def do(batch: Sequence[tuple[Any, ...]], seconds: float, limits: Limits, asking: str, run: str) -> list[Ending]:
    """How the tasks end, one after the other; none begins for a run that has left.

    Raises OtherProgram if another program asks.
    """
    if program() != asking:
        raise OtherProgram(f"another program than the one that asks: {versions()}")
    with _lock:
        if run in _over:
            return [NOT_WANTED] * len(batch)
        workers = _residents.get(limits.memory_mb)
        if workers is None:
            workers = _residents[limits.memory_mb] = Resident(
                replace(limits, seconds=UNLIMITED, jobs=_threads()), PRELOAD
            )
        stop = _stops.setdefault(run, Stop())
    return [workers.call(timed, task, seconds, stop) for task in batch]


def _threads() -> int:
    from distributed import get_worker

    return int(get_worker().state.nthreads)


def leave(run: str) -> None:
    """Ends what this run is still doing here, and its workers."""
    with _lock:
        _over.append(run)
        stop = _stops.pop(run, None)
        if stop is not None:
            stop.set()
        if not _stops:
            for workers in _residents.values():
                workers.dismiss()
