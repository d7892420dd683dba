"""What an audit costs as a paper grows, in one run: CPU time of a claim, memory of all processes, two workers against one, one edit.

    python benchmarks/hard_runs.py [--sizes 100 1000 10000] [--speed-up]

Papers of generated claims, true and false ones, are written as data and audited by the program itself.  CPU time is that of all its
processes, so that other work on the machine counts little; `--speed-up` compares wall time with one worker and with two, and
wants a machine that does nothing else.  Exit status 1 where a figure is beyond its target.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LETTERS = 40
BREATH = 0.5
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """Of one command: seconds of all its processes, seconds by the clock, megabytes of all its processes together."""

    cpu: float
    wall: float
    megabytes: float


def paper(size: int, edited: int | None = None) -> dict[str, Any]:
    """A paper of claims in five forms, some of them wrong; of the `edited` one a number is another."""
    metre = {"dimension": {}, "assumptions": {"positive": True}}
    symbols = {f"a{n}": {"latex": f"a_{{{n}}}", "meaning": f"number {n}", **metre} for n in range(LETTERS)}
    claims = [_claim(n, 2 + (n == edited)) for n in range(size)]
    about = {"id": f"long{size}", "title": "A long paper", "citation": "nobody (2000)", "units": "SI"}
    sections = [f"S{n}" for n in range(10)]
    for n, claim in enumerate(claims):
        claim["where"] = sections[n * 10 // size]
    return {"schema": "referee.paper/1", **about, "sections": sections, "symbols": symbols, "claims": claims}


def _claim(n: int, two: int) -> dict[str, Any]:
    x, y, k = f"a{n % LETTERS}", f"a{(7 * n + 1) % LETTERS}", n % 9 + two
    p, q = f"a_{{{n % LETTERS}}}", f"a_{{{(7 * n + 1) % LETTERS}}}"
    if x == y:
        y, q = "a0" if x != "a0" else "a1", "a_{0}" if x != "a0" else "a_{1}"
    square = ["Pow", ["Add", x, ["Mul", k, y]], 2]
    spread = ["Add", ["Pow", x, 2], ["Mul", 2 * k, x, y], ["Mul", k * k, ["Pow", y, 2]]]
    forms: list[tuple[str, Any, Any, str]] = [
        (f"({p} + {k} {q})^2 = {p}^2 + {2 * k} {p} {q} + {k * k} {q}^2", square, spread, "=="),
        (rf"\sin^2({p}) + \cos^2({p}) = 1", ["Add", ["Pow", ["sin", x], 2], ["Pow", ["cos", x], 2]], 1, "=="),
        (
            rf"{p}^2 + {k * k} {q}^2 \ge {2 * k} {p} {q}",
            ["Add", ["Pow", x, 2], ["Mul", k * k, ["Pow", y, 2]]],
            ["Mul", 2 * k, x, y],
            ">=",
        ),
        (rf"e^{{{k} {p}}} = ({k} {p} + 1)", ["exp", ["Mul", k, x]], ["Add", ["Mul", k, x], 1], "=="),
        (
            rf"\frac{{{p}^2 - {k * k} {q}^2}}{{{p} + {k} {q}}} = {p} - {k} {q}",
            ["Mul", ["Add", ["Pow", x, 2], ["Mul", -k * k, ["Pow", y, 2]]], ["Pow", ["Add", x, ["Mul", k, y]], -1]],
            ["Add", x, ["Mul", -k, y]],
            "==",
        ),
    ]
    printed, lhs, rhs, rel = forms[n % len(forms)]
    kind = "identity" if rel == "==" else "inequality"
    statement = {"lhs": lhs, "rhs": rhs, "rel": rel}
    return {"label": str(n), "where": "", "kind": kind, "printed": printed, "says": {"statements": [statement]}}


def run(file: Path, jobs: int, *more: str) -> Cost:
    """The cost of one audit of a file."""
    return cost_of(["audit", str(file), "--jobs", str(jobs), "--format", "json", *more])


def cost_of(arguments: list[str], folder: Path | None = None, watched: bool = True) -> Cost:
    """The cost of one command of Referee, in a folder; its memory if that is `watched`, which takes some time itself."""
    command = [sys.executable, "-m", "referee", *arguments]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    seen, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(BREATH):
            seen[0] = max(seen[0], sum(map(_megabytes, _descendants(process.pid))))

    watcher = threading.Thread(target=watch)
    if watched:
        watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    over.set()
    if watched:
        watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 3):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, seen[0])


def _descendants(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                parents[int(place.name)] = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
    found = [root]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _megabytes(process: int) -> float:
    """Of one process, what it shares with others counted in part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--speed-up", action="store_true", help="compare one worker and two, by the clock")
    options = parser.parse_args()
    missed = False

    def told(name: str, value: float, target: float, at_least: bool = False) -> None:
        nonlocal missed
        right = value >= target if at_least else value <= target
        missed = missed or not right
        print(
            f"{name:50} {value:8.2f}  {'PASS' if right else 'MISS'} ({'≥' if at_least else '≤'} {target:g})", flush=True
        )

    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        costs: dict[int, Cost] = {}
        start = _start(folder)
        for size in options.sizes:
            file = folder / f"long{size}.json"
            file.write_text(json.dumps(paper(size)), encoding="utf-8")
            cost = costs[size] = run(file, 2, "--out", str(folder / "out"), "--cache", str(folder / f"cache{size}"))
            each = (cost.cpu - start) / size * 1000
            print(
                f"{size:6} claims: {cost.cpu:7.1f} s CPU, {cost.wall:7.1f} s, {cost.megabytes:5.0f} MB, {each:6.2f} ms CPU a claim",
                flush=True,
            )
        small, large = min(costs), max(costs)
        each = {size: (costs[size].cpu - start) / size for size in costs}
        told(f"CPU of a claim, {large} against {small}", each[large] / each[small], 1.2)
        told(f"CPU of all, on two cores, minutes at {large}", costs[large].cpu / 60 / 2, 8)
        told(f"memory of all processes, MB at {large}", costs[large].megabytes, 300)
        told(f"memory, {large} against {small}", costs[large].megabytes / costs[small].megabytes, 1.2)
        middle = sorted(costs)[len(costs) // 2]
        file = folder / f"long{middle}.json"
        cache = ("--out", str(folder / "out"), "--cache", str(folder / f"cache{middle}"))
        told(f"nothing edited, seconds of CPU at {middle}", run(file, 2, *cache).cpu, 4)
        file.write_text(json.dumps(paper(middle, edited=middle // 2)), encoding="utf-8")
        told(f"one edited equation, seconds of CPU at {middle}", run(file, 2, *cache).cpu, 4)
        if options.speed_up:
            clock = [
                run(folder / f"long{large}.json", jobs, "--out", str(folder / "out"), "--no-cache").wall
                for jobs in (1, 2)
            ]
            told(f"speed-up from one worker to two at {large}", clock[0] / clock[1], 1.8, at_least=True)
    return int(missed)


def _start(folder: Path) -> float:
    """Seconds of CPU of an audit of one claim."""
    file = folder / "short.json"
    file.write_text(json.dumps(paper(1)), encoding="utf-8")
    return run(file, 2, "--out", str(folder / "out"), "--no-cache").cpu


if __name__ == "__main__":
    sys.exit(main())
