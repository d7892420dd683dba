"""Runs tasks in worker processes, each under a hard limit of wall-clock time and memory.

A task that hangs, crashes or outgrows its memory loses its own answer and nobody
else's: the worker is killed and replaced, and every other task is untouched.

    for index, ending in run(decide, [(claim,) for claim in claims], Limits(seconds=60)):
        ...                                       # Done(value) or Failed(reason, detail)

How it works.  Every worker has its own pipe and holds one task at a time, and one
thread of the parent hands out the tasks, so that it is always known which task a
worker was busy with when it died.  (A pool whose workers share one queue has to infer
this from messages that may still be under way; under load pebble 5.2 charged one
task's crash to its neighbour.)  The parent kills with SIGKILL, which no C code can
ignore.  `verify.workers.children` says how workers are started, and why nothing in the current
folder gets into them.

Only the standard library is imported here, so that `prepare` can start the server
before the parent itself has imported anything heavy.
"""

from __future__ import annotations

import pickle
import re
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from typing import Any, BinaryIO

from verify.verdicts import Reason
from verify.workers import children
from verify.workers.children import STARTUP_SECONDS
from verify.workers.endings import Done, Ending, Failed, Limits
from verify.workers.handles import Handle
from verify.workers.last_words import describe, exit_words, last_line, tail
from verify.workers.sharing import About, Memory, Waiting
from verify.workers.stopping import Stop
from verify.workers.worker import SECONDS, Reply, is_worker, serve

__all__ = ["Crew", "Done", "Ending", "Failed", "Limits", "Stop", "apply", "collect", "is_worker", "prepare", "run"]

LONGEST_WAIT = 3600.0
"""Seconds after which the parent looks up in any case (the system call takes no arbitrary number)."""
MAX_FAILED_STARTS = 3
"""So many workers in a row that end before they have served a task: no further one is tried."""
FROM_OUTSIDE = (None, *(-getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGHUP") if hasattr(signal, name)))
"""Exit codes of a worker that somebody else may have ended; None: nobody knows, for the server has died."""
OUT_OF_MEMORY = re.compile(rb"allocate memory|bad_alloc|out of memory|overflow in mpz type", re.IGNORECASE)
"""What GMP, FLINT and C++ write before they abort for want of memory."""


def prepare(preload: Sequence[str] = ()) -> None:
    """Starts the server that workers are forked from, importing `preload` there, and returns at once.

    Optional: `run` does it too.  Called early, the server imports while the caller does.
    Only the first call in a process decides what is preloaded; a module that is not
    preloaded (or cannot be) is imported by each worker when it needs it.
    """
    if children.has_server():
        children.ensure_server(preload)


def run(
    function: Callable[..., Any],
    tasks: Iterable[tuple[Any, ...]],
    limits: Limits | None = None,
    preload: Sequence[str] = (),
    on_done: Callable[[int], None] | None = None,
    stop: Stop | None = None,
) -> Iterator[tuple[int, Ending]]:
    """Calls `function(*task)` for every task; yields (index of the task, how it ended) as each ends.

    Every task ends exactly once; one whose worker was killed from outside is tried a second time.  `function` must be importable by name, not from the main script.
    Limits are watched while the iterator is being advanced; a task that overran while
    the caller was busy elsewhere still ends as TIME, by the worker's own clock.  Closing
    the iterator, or an interrupt (Ctrl-C), kills the workers at once; the caller keeps
    what it was given so far.  So does `stop`, after which tasks that have not ended have no ending.  What a task writes to standard error is not shown: it is
    kept to tell one kind of crash from another.  What it prints is lost.

    Raises TypeError if `function` cannot be pickled.
    """
    crew = Crew(function, limits or Limits(), preload, stop)
    try:
        for index, ending in crew.work(list(tasks)):
            if on_done is not None:
                on_done(index)
            yield index, ending
    finally:
        crew.dismiss()


def collect(endings: Iterable[tuple[int, Ending]]) -> list[Ending]:
    """The endings that `run` yields, in the order of the tasks."""
    return [ending for _, ending in sorted(endings, key=lambda pair: pair[0])]


def apply(function: Callable[..., Any], *arguments: Any) -> Any:
    """For a crew whose tasks call several functions: each task names its own first."""
    return function(*arguments)


# --- the parent's side ----------------------------------------------------------------------


@dataclass(eq=False)
class _Worker:
    """A child process, our end of its pipe, what it is doing and until when it may."""

    process: Any
    pipe: connection.Connection
    log: BinaryIO
    deadline: float
    ready: bool = False
    task: int | None = None
    memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        self._handles = Handle(self.pipe), Handle(self.log)

    def is_lost(self) -> bool:
        """Has somebody closed our end of the pipe?"""
        return not all(handle.is_ours() for handle in self._handles)

    def kill(self) -> None:
        """Ends the process, with any process that it has started, and releases its resources."""
        self.process.kill()
        self._close()

    def forget(self) -> None:
        """In a copy of this process: the worker belongs to the original."""
        self.process.forget()
        self._close()

    def _close(self) -> None:
        for handle in self._handles:
            handle.close()

    def epitaph(self) -> Failed:
        """Why a process that died by itself did so, from its exit code and its last words."""
        code = self.process.exit_code()
        words = tail(self.log)
        if code == -getattr(signal, "SIGALRM", 0):
            return Failed(Reason.TIME, "over its limit")
        if OUT_OF_MEMORY.search(words):
            return Failed(Reason.MEMORY, "a library ended the process because it could not allocate memory")
        last_words = "" if self.ready else f": {last_line(words)}"
        return Failed(Reason.CRASH, f"the process {exit_words(code)}{last_words}")


class Crew:
    """The workers, and the tasks that are left.

    Raises TypeError for a function that workers cannot import: one without a name in a
    module, or one of the main script.
    """

    def __init__(
        self, function: Callable[..., Any], limits: Limits, preload: Sequence[str] = (), stop: Stop | None = None
    ) -> None:
        try:
            self.function = pickle.dumps(function)
        except Exception as error:
            raise TypeError(
                f"run: function={function!r}, expected a function of a module ({describe(error)})"
            ) from None
        self.module = str(function.__module__)
        if self.module == "__main__":
            raise TypeError(f"run: function={function!r} is of the main script, expected a function of a module")
        self.limits = limits
        self.seconds = limits.seconds
        self.preload = preload
        self.stop = stop
        self.tasks: list[tuple[Any, ...]] = []
        self.queue = Waiting()
        self.workers: list[_Worker] = []
        self.alone_until = 0.0
        self.tried_again: set[int] = set()
        self.failed_starts = 0
        self.last_failure = Failed(Reason.CRASH, "the system refused")

    def work(
        self,
        tasks: list[tuple[Any, ...]],
        about: Sequence[About] = (),
        seconds: float | None = None,
        patience: float = 0.0,
    ) -> Iterator[tuple[int, Ending]]:
        """Does these tasks, each within the seconds of the limits unless others are given.  The workers stay, idle, until they are dismissed.

        `about` says what each task is about (`verify.workers.sharing`).  For `patience` seconds the workers that are there, or
        one, do them alone: another one would first have to read what these know.
        """
        self.tasks, self.failed_starts = tasks, 0
        self.alone_until = time.monotonic() + patience
        self.seconds = self.limits.seconds if seconds is None else seconds
        self.tried_again = set()
        self._dismiss_dead()
        self.queue.fill(len(tasks), about, [worker.memory for worker in self.workers])
        while self.busy() and not (self.stop and self.stop.is_set):
            yield from self.step()

    def busy(self) -> bool:
        return len(self.queue) > 0 or any(worker.task is not None for worker in self.workers)

    def step(self) -> Iterator[tuple[int, Ending]]:
        """One round: start workers, hand out tasks, wait for news, bury the dead, stop the late."""
        yield from self._hire()
        yield from self._assign()
        if not self.busy():  # what was left could not be handed out: nobody has news
            return
        heard = self._wait()
        for worker in list(self.workers):
            if worker.pipe in heard or worker.process.sentinel in heard:
                yield from self._listen(worker)
            elif time.monotonic() > worker.deadline:
                yield from self._stop_late(worker)

    def _dismiss_dead(self) -> None:
        """Whoever died while it was idle is not given a task, nor whom we cannot hear any more."""
        for worker in [worker for worker in self.workers if worker.is_lost()]:
            self._dismiss_one(worker)
        watched = {worker.process.sentinel: worker for worker in self.workers if worker.process.sentinel is not None}
        for sentinel in connection.wait(list(watched), 0):
            self._dismiss_one(watched[sentinel])

    def dismiss(self) -> None:
        """Ends the workers."""
        while self.workers:
            self.workers.pop().kill()

    def forget(self) -> None:
        """In a copy of this process: the workers belong to the original."""
        while self.workers:
            self.workers.pop().forget()

    def _hire(self) -> Iterator[tuple[int, Ending]]:
        """Starts workers for the tasks that are left; gives those up if no worker can start."""
        occupied = sum(worker.task is not None for worker in self.workers)
        wanted = min(self.limits.jobs, occupied + len(self.queue))
        if time.monotonic() < self.alone_until:
            wanted = min(wanted, max(1, len(self.workers)))
        while len(self.workers) < wanted and self.failed_starts < MAX_FAILED_STARTS:
            self._start_worker()
        if not self.workers:
            reason, detail = self.last_failure.reason, f"no worker could be started: {self.last_failure.detail}"
            while self.queue:
                yield self.queue.next(), Failed(reason, detail)

    def _start_worker(self) -> None:
        log: Any = tempfile.TemporaryFile("a+b", buffering=0)  # noqa: SIM115 - the worker writes into it
        try:
            process, pipe = self._born(log.fileno())
        except (OSError, EOFError) as error:
            self._failed_start(Failed(Reason.CRASH, describe(error)))
            log.close()
        except BaseException:
            log.close()
            raise
        else:
            self.workers.append(_Worker(process, pipe, log, time.monotonic() + STARTUP_SECONDS))

    def _born(self, log: int) -> tuple[Any, connection.Connection]:
        what = self.function, self.limits
        if not children.has_server():
            return children.spawn(serve, what, self.module, log)
        ours, theirs = connection.Pipe()
        with theirs:
            try:
                return children.start(serve, what, self.module, theirs, log, self.preload), ours
            except BaseException:
                ours.close()
                raise

    def _assign(self) -> Iterator[tuple[int, Ending]]:
        for worker in [worker for worker in self.workers if worker.ready and worker.task is None]:
            while self.queue and worker.task is None and worker in self.workers:
                index = self.queue.next_for(worker.memory, [other.memory for other in self.workers])
                try:
                    message = pickle.dumps(self.tasks[index])
                except Exception as error:
                    yield index, Failed(Reason.UNSUPPORTED, f"arguments cannot be pickled: {describe(error)}")
                    continue
                yield from self._send(worker, index, SECONDS.pack(self.seconds) + message)

    def _send(self, worker: _Worker, index: int, message: bytes) -> Iterator[tuple[int, Ending]]:
        """Gives a task to an idle worker; if that has died meanwhile, the task (never begun) is queued again."""
        try:
            worker.pipe.send_bytes(message)
        except OSError:
            self.queue.put_back(index)
            yield from self._bury(worker)
        else:
            worker.task = index
            worker.deadline = time.monotonic() + self.seconds

    def _wait(self) -> list[Any]:
        """What has news: pipes with a message, sentinels of dead processes.  Waits until the next deadline."""
        if not self.workers:
            return []
        watched: list[Any] = [worker.pipe for worker in self.workers]
        watched += [worker.process.sentinel for worker in self.workers if worker.process.sentinel is not None]
        watched += [self.stop.heard] if self.stop else []
        first = min(worker.deadline for worker in self.workers)
        if self.queue and time.monotonic() < self.alone_until:
            first = min(first, self.alone_until)
        return connection.wait(watched, min(max(0.0, first - time.monotonic()), LONGEST_WAIT))

    def _listen(self, worker: _Worker) -> Iterator[tuple[int, Ending]]:
        """Reads a worker's message.  What arrived before its death counts, so the pipe comes before the sentinel."""
        try:
            message = worker.pipe.recv_bytes() if worker.pipe.poll() else None
        except (OSError, EOFError):
            message = None
        if message is None:
            yield from self._bury(worker)
        elif not worker.ready:
            worker.ready, worker.deadline = True, float("inf")
        else:
            yield from self._accept(worker, message)

    def _accept(self, worker: _Worker, message: bytes) -> Iterator[tuple[int, Ending]]:
        index, worker.task, worker.deadline = worker.task, None, float("inf")
        if index is None:  # somebody else speaks through its pipe: nothing that it says can be trusted
            self._dismiss_one(worker)
            self._failed_start(Failed(Reason.CRASH, "the process answered without being asked"))
            return
        self.failed_starts = 0
        reply = _unpack(message)
        if reply.last:
            self._dismiss_one(worker)
        yield index, self._late() if reply.seconds > self.seconds else reply.ending

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, Ending]]:
        """A worker died: its own task ends with the reason; without a task it is just replaced.

        If somebody else may have ended it (the system, for want of memory; an operator; the end of the
        server), its task is tried once more.
        """
        ending, code = worker.epitaph(), worker.process.exit_code(0)
        self._dismiss_one(worker)
        if worker.task is None:
            self._failed_start(ending)
        elif worker.task not in self.tried_again and code in FROM_OUTSIDE:
            self.tried_again.add(worker.task)
            self.queue.put_last(worker.task)
        else:
            yield worker.task, ending

    def _stop_late(self, worker: _Worker) -> Iterator[tuple[int, Ending]]:
        self._dismiss_one(worker)
        if worker.task is None:  # only a worker that is still starting has a deadline without a task
            self._failed_start(Failed(Reason.TIME, f"not ready after {STARTUP_SECONDS:g} s"))
        else:
            yield worker.task, self._late()

    def _failed_start(self, why: Failed) -> None:
        self.failed_starts += 1
        self.last_failure = why

    def _late(self) -> Failed:
        return Failed(Reason.TIME, f"more than {self.seconds:g} s")

    def _dismiss_one(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.kill()


def _unpack(message: bytes) -> Reply:
    try:
        reply = pickle.loads(message)
    except Exception as error:
        return Reply(Failed(Reason.UNSUPPORTED, f"result cannot be read back: {describe(error)}"), 0.0, last=True)
    if not isinstance(reply, Reply):
        return Reply(Failed(Reason.CRASH, "the process answered with something else"), 0.0, last=True)
    return reply
