"""How `referee serve` is carried: standard input and output of a program of its own, and HTTP on this machine alone."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sys
import time
from functools import partial

import pytest

pytest.importorskip("mcp", reason="the extra referee[mcp] is not installed")

import anyio
from mcp import Client, MCPError, StdioServerParameters, stdio_client

from referee.serving import server, wires
from referee.serving.server import Service
from tests.common import processes
from tests.serving import hostile
from tests.serving.examples import EXAMPLES
from verify.workers.pool import Limits

pytestmark = pytest.mark.slow

SECONDS = 200.0
SERVE = ["-m", "referee", "serve", "--jobs", "1", "--seconds", "20"]
CALL = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "tools/call",
    "params": {"name": "check", "arguments": {"relation": "x + x = 2*x"}},
}
HEADERS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


# --- standard input and output ------------------------------------------------------------------------


def with_program(what, mode):
    async def main():
        with anyio.fail_after(SECONDS):
            started = StdioServerParameters(command=sys.executable, args=SERVE, env=dict(os.environ))
            async with Client(stdio_client(started), mode=mode) as client:
                return await what(client)

    return anyio.run(main)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_program_of_its_own_answers(mode):
    async def what(client):
        with pytest.raises(MCPError):
            await client.call_tool("draft", {"source": "x" * (wires.MOST_BYTES + 1)})
        return [(await client.call_tool(name, sent)).structured_content for name, sent in EXAMPLES.items()]

    assert all("problem" not in found for found in with_program(what, mode))


def lines(*messages):
    return b"".join(m if isinstance(m, bytes) else json.dumps(m).encode() + b"\n" for m in messages)


INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
}
INITIALIZED = {"jsonrpc": "2.0", "method": "notifications/initialized"}


def test_the_end_of_the_input_is_the_end():
    done = processes.run([sys.executable, *SERVE], input=b"", text=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_garbage_is_passed_over_and_no_traceback_is_told():
    garbage = b"\x00\xff\n{\n[[[[\n" + b"[" * 100_000 + b"\n" + b'{"jsonrpc":"2.0","id":7}\n' + b'"' * 5_000_000 + b"\n"
    sent = lines(INITIALIZE, INITIALIZED, garbage, {**CALL, "id": 9, "method": "\x1b[2Jnothing"})
    done = processes.run([sys.executable, *SERVE], input=sent, text=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {answer.get("id") for answer in answers} >= {0}
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stderr + done.stdout


def test_an_interrupt_ends_it_though_somebody_could_still_write():
    reading, writing = os.pipe()
    try:
        done = processes.run([sys.executable, *SERVE], interrupt_after=3, stdin=reading, seconds=60)
    finally:
        os.close(reading)
        os.close(writing)
    assert (done.returncode, done.stderr) == (130, "referee: interrupted\n")


@pytest.mark.parametrize("size", [1, 7, 65_536])
def test_lines_are_bounded_whatever_the_pieces(size, monkeypatch):
    monkeypatch.setattr(wires, "MOST_BYTES", 40)
    long = b'{"jsonrpc":"2.0","id":"a-1","method":"tools/call","params":"' + b"x" * 500 + b'"}'
    text = b'{"id":1}\n\n' + long + b"\n" + b"y" * 300 + b'\n{"id":2}\n{"id":3}'
    pieces = iter([text[start : start + size] for start in range(0, len(text), size)] + [b""])
    found = list(wires.bounded_lines(lambda: next(pieces)))
    too_long = b'{"jsonrpc":"2.0","id":"a-1","method":"message/too-long"}'
    assert [line for line in found if line != too_long] == [b'{"id":1}', b'{"id":2}', b'{"id":3}']


# --- HTTP ---------------------------------------------------------------------------------------------


def over_http(what, seconds=20):
    """What a client finds out, given the port of a server that runs beside it."""
    service = Service(Limits(seconds=seconds, memory_mb=2048, jobs=1))

    async def main():
        with anyio.fail_after(SECONDS), wires.loopback(0) as listening:
            listening.listen()
            async with anyio.create_task_group() as group:
                group.start_soon(wires.serve_http, service, listening)
                found = await what(listening.getsockname()[1])
                group.cancel_scope.cancel()
        return found

    try:
        return anyio.run(main)
    finally:
        service.close()


def requested(port, method="POST", body=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    sent = json.dumps(CALL).encode() if body is None else body
    named = {name.replace("_", "-"): value.format(port=port) for name, value in headers.items()}
    connection.request(method, wires.PATH, sent, {**HEADERS, **named})
    found = connection.getresponse()
    return found.status, found.read()


def asked(*calls):
    async def what(port):
        return [await anyio.to_thread.run_sync(partial(requested, port, **call)) for call in calls]

    return over_http(what)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_of_this_machine_is_answered(mode):
    async def what(port):
        async with Client(f"http://127.0.0.1:{port}{wires.PATH}", mode=mode) as client:
            return [(await client.call_tool(name, sent)).structured_content for name, sent in EXAMPLES.items()]

    assert all("problem" not in found for found in over_http(what))


def test_who_names_another_host_or_comes_from_another_origin_is_refused():
    good = [{}, {"Host": "localhost:{port}"}, {"Origin": "http://127.0.0.1:{port}"}]
    bad = [
        {"Host": "evil.example"},
        {"Host": "evil.example:{port}"},
        {"Host": "127.0.0.1:1"},
        {"Host": "127.0.0.1.evil.example:{port}"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Host": "evil.example", "method": "GET"},
        {"Host": "evil.example", "method": "DELETE"},
        {"Content_Type": "text/plain"},
    ]
    found = asked(*good, *bad)
    assert [status for status, _ in found[: len(good)]] == [200] * len(good)
    assert all(status in (400, 403, 421) and b"PASS" not in body for status, body in found[len(good) :])


def test_bodies_that_are_too_long_or_too_deep_are_refused_and_the_next_is_answered():
    deep = b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    long, nested, garbage, good = asked(
        {"body": b"x" * (wires.MOST_BYTES + 1)}, {"body": deep}, {"body": b"\x00\xff\x1b[2J"}, {}
    )
    assert (long[0], nested[0], garbage[0], good[0]) == (413, 400, 400, 200)
    assert b"PASS" in good[1]


def test_a_client_that_hangs_up_leaves_the_worker_to_the_next(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # a worker finds the tests from any folder but their root
    monkeypatch.setattr(server, "answer", hostile.answer)
    hang = json.dumps({**CALL, "params": {"name": "explain", "arguments": {"word": "hang"}}}).encode()

    def hang_up(port):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            headers = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
            head = (
                f"POST {wires.PATH} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}Content-Length: {len(hang)}\r\n\r\n"
            )
            connection.sendall(head.encode() + hang)
            time.sleep(2)

    async def what(port):
        first = await anyio.to_thread.run_sync(partial(requested, port))
        await anyio.to_thread.run_sync(partial(hang_up, port))
        return first, await anyio.to_thread.run_sync(partial(requested, port))  # gives up after 60 seconds

    first, after = over_http(what, seconds=300)
    assert first == after


def test_no_other_interface_listens():
    with wires.loopback(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told_in_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = processes.run([sys.executable, "-m", "referee", "serve", "--http", port])
    assert done.returncode == 2
    assert done.stderr.startswith("referee: ")
    assert "Traceback" not in done.stderr


def test_without_the_extra_one_sentence_says_what_brings_it():
    program = "import sys; sys.modules['mcp'] = None\nfrom referee.cli import main; sys.exit(main(['serve']))"
    done = processes.run([sys.executable, "-c", program], stdin=processes.subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stderr == "referee: serve needs the package mcp; `pip install 'referee[mcp]'` brings it\n"
