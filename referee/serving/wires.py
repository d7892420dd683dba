"""How the protocol is carried: by standard input and output, or by HTTP on this machine alone."""

from __future__ import annotations

import os
import re
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import Any

import anyio
import uvicorn
from anyio.from_thread import BlockingPortal
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from referee.serving.server import Service

MOST_BYTES = 4_000_000
"""Of one message."""
CHUNK = 65_536
LOOPBACK = "127.0.0.1"
MOST_CONNECTIONS = 64
GRACE_SECONDS = 2
PATH = "/mcp"
REQUEST = re.compile(
    rb'\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"|"method"\s*:\s*"[\w/]{1,60}"|,|\s)*"id"\s*:\s*([0-9]{1,15}|"[\w-]{1,80}")'
)
"""The beginning of a request, up to its id."""
LONGEST_BEGINNING = 300


async def serve_stdio(service: Service) -> None:
    """One client, which started this process; the end of its input is the end."""
    async with anyio.create_task_group() as group:
        group.start_soon(service.warm_up)
        async with BlockingPortal() as portal:
            lines: Any = _Lines(portal, os.dup(0))
            async with stdio_server(stdin=lines, stdout=_own_output()) as (read, write):
                await service.server.run(read, write, service.server.create_initialization_options())
            await portal.stop(cancel_remaining=True)
        group.cancel_scope.cancel()


def _own_output() -> anyio.AsyncFile[str]:
    """Standard output for the protocol alone: what anybody else prints goes to standard error from now on."""
    own = os.dup(1)
    os.dup2(2, 1)
    return anyio.wrap_file(open(own, "w", encoding="utf-8", errors="backslashreplace"))


class _Lines:
    """The lines of a file handle, none longer than a message may be; read by a thread that keeps nobody from leaving."""

    def __init__(self, portal: BlockingPortal, handle: int) -> None:
        self.portal, self.handle = portal, handle
        self.send, self.receive = anyio.create_memory_object_stream[bytes](0)

    def __aiter__(self) -> AsyncIterator[str]:
        threading.Thread(target=self._read, daemon=True).start()
        return self._lines()

    async def _lines(self) -> AsyncIterator[str]:
        async for line in self.receive:
            yield line.decode("utf-8", errors="replace")

    def _read(self) -> None:
        with suppress(RuntimeError, anyio.BrokenResourceError, anyio.ClosedResourceError):  # nobody listens any more
            for line in bounded_lines(lambda: os.read(self.handle, CHUNK)):
                self.portal.call(self.send.send, line)
            self.portal.call(self.send.aclose)


def bounded_lines(read: Callable[[], bytes]) -> Iterator[bytes]:
    """Lines of what `read` gives, piece by piece; of one that is too long, a request that no method answers, so that its
    sender hears of it, or nothing if it has no id at its beginning.

    >>> pieces = iter([b'{"id":1}', b'\\n{"id"', b':2}\\n', b''])
    >>> list(bounded_lines(lambda: next(pieces)))
    [b'{"id":1}', b'{"id":2}']
    """
    pieces: list[bytes] = []
    size = 0
    while piece := read():
        for number, part in enumerate(piece.split(b"\n")):
            if number:
                yield from _whole(pieces, size)
                pieces, size = [], 0
            size += len(part)
            if size <= MOST_BYTES or not pieces:
                pieces.append(part[: MOST_BYTES + 1])
    yield from _whole(pieces, size)


def _whole(pieces: list[bytes], size: int) -> Iterator[bytes]:
    line = b"".join(pieces)
    if size <= MOST_BYTES:
        if line.strip():
            yield line
        return
    named = REQUEST.match(line[:LONGEST_BEGINNING])
    if named is not None:
        yield b'{"jsonrpc":"2.0","id":' + named.group(1) + b',"method":"message/too-long"}'


async def serve_http(service: Service, listening: socket.socket) -> None:
    """Clients on this machine, through a socket of the loopback interface.

    A page that somebody's browser shows may send requests to this machine, too: those that name another host, or that
    come from another origin, are refused.
    """
    port = listening.getsockname()[1]
    own = [f"{name}:{port}" for name in (LOOPBACK, "localhost")]
    security = TransportSecuritySettings(allowed_hosts=own, allowed_origins=[f"http://{one}" for one in own])
    app = service.server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=MOST_BYTES,
        transport_security=security,
        host=LOOPBACK,
    )
    config = uvicorn.Config(
        _until_hung_up(app),
        log_config=None,
        access_log=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        server_header=False,
    )
    async with anyio.create_task_group() as group:
        group.start_soon(service.warm_up)
        await uvicorn.Server(config).serve(sockets=[listening])
        group.cancel_scope.cancel()


def _until_hung_up(app: ASGIApp) -> ASGIApp:
    """The same application, which is cancelled in the middle of an answer that nobody waits for."""

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        is_whole, is_gone = anyio.Event(), anyio.Event()

        async def received() -> Message:
            if is_whole.is_set():
                await is_gone.wait()
                return {"type": "http.disconnect"}
            message = await receive()
            if not message.get("more_body", False):
                is_whole.set()
            return message

        async def watch() -> None:
            await is_whole.wait()
            while (await receive())["type"] != "http.disconnect":
                pass
            is_gone.set()
            group.cancel_scope.cancel()

        async with anyio.create_task_group() as group:
            group.start_soon(watch)
            await app(scope, received, send)
            group.cancel_scope.cancel()

    return watched


def loopback(port: int) -> socket.socket:
    """A socket that this machine alone can reach.  Raises OSError if the port is taken."""
    listening = socket.socket(
        socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )  # by its name, or asyncio lets answers wait
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except OSError:
        listening.close()
        raise
    return listening


def serve(service: Service, port: int | None) -> None:
    """Serves until the client leaves, or a signal comes (KeyboardInterrupt).  Raises OSError for a port that is taken."""
    try:
        if port is None:
            anyio.run(serve_stdio, service)
            return
        with loopback(port) as listening:
            print(f"referee: serving http://{LOOPBACK}:{listening.getsockname()[1]}{PATH}", file=sys.stderr, flush=True)
            anyio.run(serve_http, service, listening)
    except BaseExceptionGroup as group:
        if group.subgroup(KeyboardInterrupt) is not None:
            raise KeyboardInterrupt from None
        if port is not None or group.split(BrokenPipeError)[1] is not None:
            raise  # else the client has left without a word
    finally:
        service.close()
