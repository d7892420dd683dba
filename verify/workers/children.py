"""Starts child processes on a safe path: nothing in the current folder can get into them.

A child is forked from a server that has imported the heavy modules once; where there is no
fork (Windows), it is a new interpreter.  `multiprocessing` has such a server, too, but it
runs the caller's main script again in every child, imports modules from the current folder
(a file `gmpy2.py` that lies there by chance), and shares the server with whatever else the
caller does.  Ours:

- starts with `-P`, which keeps the current folder off the path, and loads the packages of
  Referee from the folder in which the caller found them.  What else the caller's path has
  comes after the installed packages, so that it cannot take their place;
- never imports the caller's main script: a script needs no `if __name__ == "__main__"`,
  and a notebook, which has no file, is served like any other;
- ends, with all its children, as soon as the caller is gone, however that came about: the
  socket between them closes.

Only the standard library is imported here.
"""

from __future__ import annotations

import atexit
import os
import pickle
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection
from pathlib import Path
from typing import Any

from verify.workers.fork_server import NUMBER, Life, Start
from verify.workers.handles import Handle

OURS = ("verify", "referee", "reports", "derivations")
ROOT = Path(__file__).resolve().parents[2]
STARTUP_SECONDS = 120.0
"""How long a process may take to start before it is given up."""
FAREWELL_SECONDS = 1.0
"""How long a server may take to end its children when it is told to end."""
BURIAL_SECONDS = 5.0
"""How long to wait for a killed process to be gone."""

BOOT = """
import importlib.util, os.path, sys
for name in {names!r}:
    folder = os.path.join({root!r}, name)
    found = importlib.util.spec_from_file_location(
        name, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder])
    sys.modules[name] = package = importlib.util.module_from_spec(found)
    found.loader.exec_module(package)
from verify.workers.fork_server import {main}
{main}({arguments})
"""
"""What a new interpreter runs: it loads our packages from their folder, whatever else has their names."""


class StartFailed(OSError):
    """No child could be started; the message says why."""


def path_of(module: str) -> tuple[str, ...]:
    """What a child has on its path after its own: the caller's path without the current folder, and the place of `module`."""
    here = _here()
    places = [os.path.realpath(place) for place in sys.path if os.path.isabs(place)]
    found = [place for place in places if place != here]
    file = getattr(sys.modules.get(module), "__file__", None)
    if file and module.split(".")[0] not in OURS:
        found.append(os.path.realpath(Path(file).parents[module.count(".")]))
    return tuple(dict.fromkeys(found))


def _here() -> str:
    """The current folder; nothing if it does not exist any more."""
    try:
        return os.path.realpath(os.getcwd())
    except OSError:
        return ""


def has_server() -> bool:
    """Can processes be forked here, and file handles be handed to them?"""
    return hasattr(os, "fork") and hasattr(socket, "send_fds") and sys.platform != "win32"


def _interpreter(main: str, arguments: str) -> list[str]:
    """The command line of a new interpreter on a safe path, as isolated as this one is."""
    flags = ["-I"] if sys.flags.isolated else ["-P"]
    flags += ["-E"] if sys.flags.ignore_environment else []
    flags += ["-s"] if sys.flags.no_user_site else []
    names = tuple(name for name in OURS if (ROOT / name / "__init__.py").is_file())
    return [
        sys.executable,
        *flags,
        "-c",
        BOOT.format(names=names, root=str(ROOT), main=main, arguments=arguments),
    ]


def _environment() -> dict[str, str]:
    """This process's environment, with the current folder, and what is relative to it, taken off PYTHONPATH."""
    found = dict(os.environ)
    here = _here()
    places = [place for place in found.get("PYTHONPATH", "").split(os.pathsep) if os.path.isabs(place)]
    kept = [place for place in places if os.path.realpath(place) != here]
    found.pop("PYTHONPATH", None)
    return {**found, "PYTHONPATH": os.pathsep.join(kept)} if kept else found


# --- the parent's side: children of the server ---------------------------------------------------------


class Forked:
    """A child that the server forked: the server tells when it ends, and how."""

    def __init__(self, pid: int, status: int) -> None:
        self.pid = pid
        self.sentinel: Any = status
        """Readable once the child has ended."""
        self._handle = Handle(status)
        self._code: int | None = None
        self._over = False

    def exit_code(self, seconds: float = BURIAL_SECONDS) -> int | None:
        """The exit code (negative: a signal), once the child has ended; None if nobody knows."""
        if not self._over and (not self._handle.is_ours() or _readable(self.sentinel, seconds)):
            self._over = True
            self._code = _read_number(self.sentinel) if self._handle.is_ours() else None
        return self._code

    def kill(self) -> None:
        """Ends the child and every process that it has started, and waits until it is gone."""
        if self.sentinel is None:
            return
        if not self._over and not (self._handle.is_ours() and _readable(self.sentinel, 0)):
            with suppress(OSError):
                os.kill(self.pid, signal.SIGKILL)
            with suppress(OSError):  # it may not have made itself the head of a group yet
                os.killpg(self.pid, signal.SIGKILL)
            self.exit_code()
        elif self.exit_code() is None:  # the server has died, and its children perhaps not
            with suppress(OSError):
                os.killpg(self.pid, signal.SIGKILL)
        self.forget()

    def forget(self) -> None:
        """Gives up what this process holds of it."""
        if self.sentinel is not None:
            self._handle.close()
            self.sentinel = None


class Server:
    """The process that children are forked from, and our end of the socket to it."""

    def __init__(self, preload: Sequence[str]) -> None:
        ours, theirs = _socketpair()
        with theirs:
            self.process = subprocess.Popen(
                _interpreter("serve", f"{theirs.fileno()}, {tuple(preload)!r}"),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env=_environment(),
                start_new_session=True,  # an interrupt from the keyboard is the caller's business
            )
        self.socket = ours
        self._handle = Handle(ours)

    def is_alive(self) -> bool:
        return self.process.poll() is None and self._handle.is_ours()

    def fork(self, start: bytes, pipe: int, log: int) -> Forked:
        """A child that talks through `pipe` and complains to `log`.  Raises OSError."""
        status, theirs = os.pipe()
        try:
            try:
                socket.send_fds(self.socket, [b"f"], [pipe, log, theirs])
                self.socket.sendall(NUMBER.pack(len(start)) + start)
            finally:
                os.close(theirs)
            pid = _read_number(status) if _readable(status, STARTUP_SECONDS) else None
        except BaseException:  # half a request may be under way: nobody can go on from there
            os.close(status)
            self.end()
            raise
        if pid is None or pid < 0:
            os.close(status)
            self.end()
            raise StartFailed("the process that workers are forked from has ended")
        return Forked(pid, status)

    def end(self) -> None:
        """Ends the server, which ends its children."""
        self._handle.close()
        try:
            self.process.wait(FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:  # still importing: it has no children yet
            self.process.kill()
            self.process.wait()

    def forget(self) -> None:
        """In a copy of this process: the server belongs to the original."""
        self._handle.close()
        self.process.returncode = 0


def _socketpair() -> tuple[socket.socket, socket.socket]:
    """Two ends of a socket, neither of them a standard stream, should this process have closed its own."""
    low = []
    try:
        while True:
            ours, theirs = socket.socketpair()
            if min(ours.fileno(), theirs.fileno()) > 2:
                return ours, theirs
            low += [ours, theirs]
    finally:
        for end in low:
            end.close()


@dataclass
class _Shared:
    """The one server of this process."""

    server: Server | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)


_shared = _Shared()


def ensure_server(preload: Sequence[str]) -> Server:
    """The server, started if there is none.  Only the first call decides what it has imported."""
    with _shared.lock:
        if _shared.server is not None and not _shared.server.is_alive():
            end_server()
        if _shared.server is None:
            _shared.server = Server(preload)
        return _shared.server


def start(life: Life, what: Any, module: str, pipe: connection.Connection, log: int, preload: Sequence[str]) -> Forked:
    """Starts a child that runs `life(pipe, what)`.  Raises OSError if that is impossible."""
    packed = pickle.dumps(Start(life, what, _here(), path_of(module)))
    with _shared.lock:
        return ensure_server(preload).fork(packed, pipe.fileno(), log)


@atexit.register
def end_server() -> None:
    """Ends the server of this process, if it has one, and with it every child; waits for no thread that uses it."""
    server, _shared.server = _shared.server, None
    if server is not None:
        server.end()


def _forget_server() -> None:
    """After a fork of the caller: the copy has no server, and no lock that another thread held."""
    if _shared.server is not None:
        _shared.server.forget()
    _shared.server, _shared.lock = None, threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_server)


def _readable(handle: Any, seconds: float) -> bool:
    return bool(connection.wait([handle], seconds))


def _read_number(handle: int) -> int | None:
    found = os.read(handle, NUMBER.size)
    return int(NUMBER.unpack(found)[0]) if len(found) == NUMBER.size else None


# --- without a server ------------------------------------------------------------------------------------


class Spawned:
    """A child that is an interpreter of its own, where nothing can be forked.  The end of its pipe tells its end."""

    sentinel: Any = None

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.pid = process.pid

    def exit_code(self, seconds: float = BURIAL_SECONDS) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return self.process.wait(seconds)
        return None

    def kill(self) -> None:
        with suppress(OSError, AttributeError):  # no process groups on Windows
            if self.process.poll() is None:
                os.killpg(self.pid, signal.SIGKILL)
        self.process.kill()
        self.exit_code()

    def forget(self) -> None:
        self.process.returncode = 0


def spawn(life: Life, what: Any, module: str, log: int) -> tuple[Spawned, connection.Connection]:
    """As `start`, with a new interpreter; it calls back through a private socket."""
    key = secrets.token_bytes(32)
    with connection.Listener(authkey=key) as listener:
        process = subprocess.Popen(
            _interpreter("spawned", ""),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env=_environment(),
            start_new_session=True,
        )
        assert process.stdin is not None
        packed = pickle.dumps(Start(life, what, _here(), path_of(module)))
        with process.stdin as stdin:
            pickle.dump((listener.address, key, packed), stdin)
        child = Spawned(process)
        waiting = threading.Thread(target=_hang_up_when_over, args=(process, listener.address, key), daemon=True)
        waiting.start()
        try:
            return child, listener.accept()
        except BaseException:
            child.kill()
            raise


def _hang_up_when_over(process: subprocess.Popen[bytes], address: Any, key: bytes) -> None:
    """Calls instead of a child that died before it could, so that nobody waits for it."""
    if process.wait() is not None:
        with suppress(Exception):
            connection.Client(address, authkey=key).close()
