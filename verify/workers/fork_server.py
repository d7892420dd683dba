"""The life of the server that workers are forked from, and of a worker until its work begins.

What runs here is a new interpreter on a safe path (`verify.workers.children` starts it); it has the
packages of Referee and what was to be preloaded, and nothing of the caller.

Only the standard library is imported here.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import socket
import struct
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import connection
from typing import Any, TypeAlias

Life: TypeAlias = Callable[[connection.Connection, Any], None]
"""What a child does: `life(pipe, what)`, a function of a module of Referee."""

NUMBER = struct.Struct("!q")
"""How numbers travel: process ids, exit codes, lengths."""


@dataclass(frozen=True)
class Start:
    """What a child is told at its beginning."""

    life: Life
    what: Any
    folder: str
    path: tuple[str, ...]


def serve(handle: int, preload: Sequence[str]) -> None:
    """The life of the server: import, then fork a child for each request, until the caller is gone."""
    control = socket.socket(fileno=handle)
    for module in preload:
        with suppress(Exception):  # whoever needs it will meet the error again
            import_module(module)
    woken, waker = socket.socketpair()
    woken.setblocking(False)
    waker.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    children: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([control, woken], [], [])
        if woken in ready:
            with suppress(BlockingIOError):
                woken.recv(4096)
            _bury(children)
        if control in ready and not _fork_one(control, children, (woken, waker)):
            break
    for pid in children:
        for kill in (os.kill, os.killpg):
            with suppress(OSError):
                kill(pid, signal.SIGKILL)
    os._exit(0)


def _bury(children: dict[int, int]) -> None:
    """Tells of every child that has ended."""
    while children:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        handle = children.pop(pid, None)
        if handle is not None:
            with suppress(OSError):
                os.write(handle, NUMBER.pack(os.waitstatus_to_exitcode(status)))
            os.close(handle)


def _fork_one(control: socket.socket, children: dict[int, int], ours: Sequence[socket.socket]) -> bool:
    """Answers one request; False if the caller is gone."""
    try:
        word, handles, _, _ = socket.recv_fds(control, 1, 3)
        if not word or len(handles) != 3:
            return False
        message = _receive(control, NUMBER.unpack(_receive(control, NUMBER.size))[0])
    except OSError:
        return False
    pipe, log, status = handles
    try:
        pid = os.fork()
    except OSError:
        pid = -1
    if pid == 0:
        for other in (control, *ours):
            other.close()
        for handle in (*children.values(), status):
            os.close(handle)
        _live(message, pipe, log)
    for handle in (pipe, log):
        os.close(handle)
    with suppress(OSError):
        os.write(status, NUMBER.pack(pid))
    if pid > 0:
        children[pid] = status
    else:
        os.close(status)
    return True


def _receive(control: socket.socket, size: int) -> bytes:
    """Exactly `size` bytes.  Raises OSError where the other side has left."""
    found = bytearray()
    while len(found) < size:
        more = control.recv(size - len(found))
        if not more:
            raise ConnectionError("the caller is gone")
        found += more
    return bytes(found)


def _live(message: bytes, pipe: int, log: int) -> None:
    """The life of a forked child, from its first line to its exit; never returns."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setpgid(0, 0)
        os.dup2(log, 2)
        os.close(log)
        _begin(pickle.loads(message), connection.Connection(pipe))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _begin(start: Start, pipe: connection.Connection) -> None:
    if start.folder:
        with suppress(OSError):
            os.chdir(start.folder)
    sys.path += [place for place in start.path if place not in sys.path]
    with closing(pipe):
        start.life(pipe, start.what)


def spawned() -> None:
    """The life of a spawned child."""
    address, key, packed = pickle.load(sys.stdin.buffer)
    pipe: Any = connection.Client(address, authkey=key)
    _begin(pickle.loads(packed), pipe)
