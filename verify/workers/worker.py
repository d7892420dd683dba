"""The life of a worker: it limits itself, says that it is ready, and serves one task after the other.

Only the standard library is imported here.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import connection
from pathlib import Path
from typing import Any

from verify.verdicts import Reason
from verify.workers.endings import Done, Ending, Failed, Limits
from verify.workers.last_words import describe

ALARM_GRACE = 2.0
"""Seconds past the limit after which a worker ends itself, should the parent be gone."""
MEBIBYTE = 2**20
RARELY = 40_000
"""New objects after which cycles are looked for: expressions have hardly any, and are many."""
ROOM = 100_000
"""Blocks of memory, of some 80 bytes, that may be remembered of earlier tasks before all of it is forgotten."""
CACHE = type(lru_cache(bool))
OURS = ("verify", "derivations")
"""The packages whose functions have caches that a worker fills."""
SECONDS = struct.Struct("!d")
"""Before every task stands the time that it may take."""


def is_worker() -> bool:
    """Is this process a worker?  What is decided in it has limits already."""
    return _in_worker


_in_worker = False


@dataclass(frozen=True)
class Reply:
    """How a task ended, the seconds it took, and whether the worker takes no further one."""

    ending: Ending
    seconds: float
    last: bool


def serve(pipe: connection.Connection, what: tuple[bytes, Limits]) -> None:
    """The life of a worker: limit yourself, say that you are ready, then serve one task after the other."""
    global _in_worker
    function, limits = what
    _in_worker = True
    own = os.getpid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    sys.set_int_max_str_digits(0)  # the limit on time is the limit
    _limit_memory(limits.memory_mb)
    gc.freeze()  # what is imported stays
    gc.set_threshold(RARELY, 20, 50)
    callable_ = pickle.loads(function)
    kept = sys.getallocatedblocks()
    pipe.send_bytes(b"ready")
    while True:
        try:
            message = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        (seconds,) = SECONDS.unpack_from(message)
        os.ftruncate(2, 0)
        _alarm(seconds + ALARM_GRACE)
        reply = _attempt(callable_, message[SECONDS.size :], limits)
        if os.getpid() != own:  # a copy that the task made of this process: only the original answers
            os._exit(0)
        _alarm(0)
        pipe.send_bytes(reply)
        if sys.getallocatedblocks() - kept > ROOM:  # the answer is on its way: nobody waits for this
            forget()
            kept = sys.getallocatedblocks()


def forget() -> None:
    """Empties every cache of functions that this process has loaded: those of Referee and those of SymPy.

    What they remember costs memory, and asked again it is only computed again.
    """
    sympy_cache = sys.modules.get("sympy.core.cache")
    if sympy_cache is not None:
        sympy_cache.clear_cache()
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in OURS:
            for value in list(vars(module).values()):
                if isinstance(value, CACHE):
                    value.cache_clear()


def _attempt(function: Callable[..., Any], task: bytes, limits: Limits) -> bytes:
    """Runs one task to its packed reply.  Nothing that Python can catch escapes."""
    began = time.monotonic()
    ending = _call(function, task, limits)
    reply = Reply(ending, time.monotonic() - began, last=_is_full(limits.memory_mb) or _is_memory(ending))
    try:
        return pickle.dumps(reply)
    except MemoryError:
        ending = _out_of_memory(limits)
    except BaseException as error:
        ending = Failed(Reason.UNSUPPORTED, f"result cannot be pickled: {describe(error)}")
    return pickle.dumps(Reply(ending, time.monotonic() - began, last=True))


def _call(function: Callable[..., Any], task: bytes, limits: Limits) -> Ending:
    try:
        arguments = pickle.loads(task)
    except MemoryError:
        return _out_of_memory(limits)
    except BaseException as error:
        return Failed(Reason.UNSUPPORTED, f"arguments cannot be read back: {describe(error)}")
    try:
        return Done(function(*arguments))
    except MemoryError:
        return _out_of_memory(limits)
    except BaseException as error:
        return Failed(Reason.UNKNOWN, describe(error))


def _out_of_memory(limits: Limits) -> Failed:
    return Failed(Reason.MEMORY, f"more than {limits.memory_mb} MiB")


def _is_memory(ending: Ending) -> bool:
    return isinstance(ending, Failed) and ending.reason is Reason.MEMORY


def _limit_memory(memory_mb: int) -> None:
    """Caps the address space of this process, and asks for no core dumps."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):  # macOS accepts no RLIMIT_AS; a lower hard limit may be in force
        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * MEBIBYTE, memory_mb * MEBIBYTE))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _is_full(memory_mb: int) -> bool:
    """Whether caches of earlier tasks fill half of the limit, so that a later task would pay for them."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except (OSError, ValueError):
        return False
    return pages * os.sysconf("SC_PAGE_SIZE") > memory_mb * MEBIBYTE // 2


def _alarm(seconds: float) -> None:
    """Has the kernel end this process after `seconds`, even inside C code and without a parent; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
