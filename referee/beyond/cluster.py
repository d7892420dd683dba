"""The side that asks: batches out, endings back, as `verify.workers.pool.Crew` does it on this machine.

A batch whose machine is lost is run elsewhere by Dask, from its beginning; what it answers is the same, as every task is
decided from what it is given.  Which batch comes back first changes nothing but the order in which endings arrive.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import distributed
from distributed.client import FuturesCancelledError

from referee.beyond import there
from verify.errors import BadInput
from verify.verdicts import Reason
from verify.workers.last_words import describe
from verify.workers.pool import Ending, Failed, Limits, Stop
from verify.workers.sharing import About

LOCAL = "local"
CONNECTING_SECONDS = 30
LONGEST_BATCH = 8
ROUNDS = 4
"""So many batches for each thread of the cluster, if there are tasks enough: one that is lost costs little."""
LOOKING_UP = 0.2
"""Seconds after which it is looked whether the run is to stop."""


@contextmanager
def connected(address: str, limits: Limits, stop: Stop) -> Iterator[Cluster]:
    """The cluster at an address, or one on this machine (`local`), until the end of the run.

    Raises BadInput if nobody answers there, or another program does.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by us
    with _started(address, limits) as there_is, _client(there_is, address) as client:
        cluster = Cluster(client, limits, stop)
        try:
            cluster.check()
            yield cluster
        finally:
            cluster.dismiss()


@contextmanager
def _started(address: str, limits: Limits) -> Iterator[Any]:
    """The address itself; for `local` a cluster of processes on this machine, one for each job."""
    if address != LOCAL:
        yield address
        return
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"  # its processes import nothing from the current folder
    try:
        with distributed.LocalCluster(
            n_workers=limits.jobs,
            threads_per_worker=1,
            memory_limit=0,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster:
            yield cluster
    finally:
        os.environ.pop("PYTHONSAFEPATH")
        if before is not None:
            os.environ["PYTHONSAFEPATH"] = before


@contextmanager
def _client(there_is: Any, address: str) -> Iterator[distributed.Client]:
    try:
        client = distributed.Client(there_is, timeout=CONNECTING_SECONDS, set_as_default=False)
        client.wait_for_workers(1, timeout=CONNECTING_SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        raise BadInput(
            f"--cluster {address!r}: {describe(error)}; expected the address of a Dask scheduler with workers"
        ) from None
    with client:
        yield client


class Cluster:
    """Workers of a cluster; a `verify.workers.endings.Team`."""

    def __init__(self, client: distributed.Client, limits: Limits, stop: Stop | None) -> None:
        self.client, self.limits, self.stop = client, limits, stop
        self.run = secrets.token_hex(8)

    def check(self) -> None:
        """Raises BadInput if a machine has another program than this one: verdicts would not be the same."""
        own = there.told()
        try:
            told = self.client.run(there.told)
        except Exception as error:  # of whatever is installed there
            raise BadInput(
                f"the cluster cannot run this program: {describe(error)}; expected it on every machine"
            ) from None
        for address, (program, versions) in sorted(told.items()):
            if program == own[0]:
                continue
            differ = [
                f"{name} {found} (here {own[1].get(name)})"
                for name, found in versions.items()
                if own[1].get(name) != found
            ]
            what = ", ".join(differ) or "the same versions, but other sources, papers or another kind of machine"
            raise BadInput(f"the cluster's worker {address} has another program: {what}; expected the same everywhere")

    def work(
        self,
        tasks: list[tuple[Any, ...]],
        about: Sequence[About] = (),
        seconds: float | None = None,
        patience: float = 0.0,
    ) -> Iterator[tuple[int, Ending]]:
        """How each task ended, by its index; nothing of those that have not ended once `stop` is set."""
        allowed = self.limits.seconds if seconds is None else seconds
        left: dict[str, tuple[distributed.Future, list[int]]] = {}
        for indices in self._batches(len(tasks)):
            batch = [tasks[index] for index in indices]
            future = self.client.submit(there.do, batch, allowed, self.limits, there.program(), self.run, pure=False)
            left[future.key] = future, indices
        try:
            while left and not (self.stop and self.stop.is_set):
                for future in self._finished([future for future, _ in left.values()]):
                    _, indices = left.pop(future.key)
                    yield from zip(indices, self._endings(future, len(indices)), strict=True)
        finally:
            if left:
                with suppress(Exception):  # the cluster may be gone
                    self.client.cancel([future for future, _ in left.values()])
                self.dismiss()

    def _finished(self, futures: list[distributed.Future]) -> list[distributed.Future]:
        """Those that are over, however they ended; none, if there is no news for a while."""
        with suppress(TimeoutError, FuturesCancelledError), self.client.as_current():
            distributed.wait(futures, timeout=LOOKING_UP, return_when="FIRST_COMPLETED")
        return [future for future in futures if future.status != "pending"]

    def _batches(self, number: int) -> Iterator[list[int]]:
        threads = sum(self.client.nthreads().values()) or 1
        size = max(1, min(LONGEST_BATCH, number // (ROUNDS * threads)))
        for start in range(0, number, size):
            yield list(range(start, min(number, start + size)))

    def _endings(self, future: distributed.Future, number: int) -> list[Ending]:
        """What came back; if nothing did, the reason, for each task of the batch."""
        try:
            found: list[Ending] = future.result()
            return found
        except there.OtherProgram as error:
            raise BadInput(f"a worker of the cluster has {error}; expected the same everywhere") from None
        except Exception as error:  # whatever Dask and its transport raise
            return [Failed(Reason.CRASH, f"the cluster gave no answer: {describe(error)}")] * number

    def dismiss(self) -> None:
        """Ends what this run does on the machines, and begins another one."""
        with suppress(Exception):  # a cluster that is gone does nothing any more
            self.client.run(there.leave, self.run)
        self.run = secrets.token_hex(8)
