"""What a question to `referee serve` costs once its workers are warm, over either wire, in one run.

    python benchmarks/served.py [--calls 200]

Each small question is sent so many times; printed are the median time until its answer has come, and the CPU time of
server and worker together (the client's own is left out).  The exit status is 1 if the CPU time of one check is 20 ms or
more.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
from mcp import Client, StdioServerParameters, stdio_client

TARGET = 0.020
SERVE = ["-m", "referee", "serve", "--jobs", "1"]
QUESTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "(a+b)^2": ("check", {"relation": "(a+b)^2 = a^2 + 2*a*b + b^2"}),
    "sin(2x)": ("check", {"relation": "sin(2*x) = 2*sin(x)*cos(x)"}),
    "sqrt(x^2) refuted": ("check", {"relation": "sqrt(x^2) = x"}),
    "a step": ("decide_step", {"relation": "F = m*v^2/r", "premises": ["F = m*a", "a = v^2/r"]}),
    "dimensions": ("check_dimensions", {"relation": "F = m*a", "dimensions": {"F": "N", "m": "kg", "a": "m/s^2"}}),
}


def family(parent: int) -> Iterator[int]:
    """A process and all that it has started."""
    yield parent
    for task in Path(f"/proc/{parent}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def cpu_seconds(parent: int) -> float:
    ticks = 0
    for pid in family(parent):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def measured(client: Client, server: int, calls: int) -> bool:
    """Prints a line for each question; is any check over the target?"""
    over = False
    for name, (tool, sent) in QUESTIONS.items():
        for _ in range(5):
            await client.call_tool(tool, sent)
        began, times = cpu_seconds(server), []
        for _ in range(calls):
            start = time.perf_counter()
            await client.call_tool(tool, sent)
            times.append(time.perf_counter() - start)
        cpu = (cpu_seconds(server) - began) / calls
        late = tool == "check" and cpu >= TARGET
        over |= late
        print(
            f"  {name:18} {1000 * statistics.median(times):6.1f} ms   CPU {1000 * cpu:6.1f} ms   {'MISS' if late else ''}"
        )
    return over


def own_server() -> int:
    """The process that this one has started."""
    return next(pid for pid in list(family(os.getpid()))[1:] if b"referee" in Path(f"/proc/{pid}/cmdline").read_bytes())


async def by_stdio(calls: int) -> bool:
    async with Client(stdio_client(StdioServerParameters(command=sys.executable, args=SERVE))) as client:
        return await measured(client, own_server(), calls)


@contextmanager
def http_server() -> Iterator[tuple[int, str]]:
    command = [sys.executable, *SERVE, "--http", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        assert found is not None
        try:
            yield process.pid, found.group()
        finally:
            process.terminate()


async def by_http(server: int, address: str, calls: int) -> bool:
    async with Client(address) as client:
        return await measured(client, server, calls)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calls", type=int, default=200)
    calls = parser.parse_args().calls
    print("standard input and output")
    over = anyio.run(by_stdio, calls)
    print("HTTP")
    with http_server() as (server, address):
        over |= anyio.run(by_http, server, address, calls)
    return int(over)


if __name__ == "__main__":
    raise SystemExit(main())
