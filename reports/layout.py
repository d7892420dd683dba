"""Where the boxes and arrows of a layered graph stand, found by Graphviz (the program `dot`).

Only sizes and numbers go to it, never a label, so that nothing of a paper is read as its language.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

PROGRAM = "dot"
SECONDS = 60
UNIT = 72.0
"""Points to an inch, in which Graphviz counts."""


class NoLayout(ValueError):
    """Graphviz is not installed, or did not answer."""


@dataclass(frozen=True)
class Layout:
    """Centres of the boxes and the control points of the arrows, in points, from the upper left corner."""

    width: float
    height: float
    boxes: tuple[tuple[float, float], ...]
    arrows: tuple[tuple[int, int, tuple[tuple[float, float], ...]], ...]


def is_there() -> bool:
    """Whether graphs can be laid out on this machine."""
    return shutil.which(PROGRAM) is not None


def lay_out(sizes: Sequence[tuple[float, float]], arrows: Sequence[tuple[int, int]], direction: str = "LR") -> Layout:
    """A layered layout of boxes of these sizes, in points.  Raises NoLayout without Graphviz."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise NoLayout("a derivation graph needs Graphviz: install the program dot (Debian: apt install graphviz)")
    nodes = "".join(f"n{i}[width={w / UNIT:.3f},height={h / UNIT:.3f}];" for i, (w, h) in enumerate(sizes))
    edges = "".join(f"n{a}->n{b};" for a, b in arrows)
    head = f'rankdir={direction};nodesep=.08;ranksep=.45;node[shape=box,fixedsize=true,label=""];edge[arrowhead=none];'
    try:
        done = subprocess.run(
            [program, "-Tplain"], input=f"digraph{{{head}{nodes}{edges}}}", capture_output=True, text=True, timeout=SECONDS,
            check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise NoLayout(f"Graphviz did not lay out a graph of {len(sizes)} boxes: {type(error).__name__}") from None
    return _read(done.stdout, len(sizes))


def _read(answer: str, count: int) -> Layout:
    boxes: list[tuple[float, float]] = [(0.0, 0.0)] * count
    arrows: list[tuple[int, int, tuple[tuple[float, float], ...]]] = []
    width = height = 0.0
    for line in answer.splitlines():
        words = line.split()
        if words[0] == "graph":
            width, height = float(words[2]) * UNIT, float(words[3]) * UNIT
        elif words[0] == "node":
            boxes[int(words[1][1:])] = (float(words[2]) * UNIT, height - float(words[3]) * UNIT)
        elif words[0] == "edge":
            numbers = [float(word) * UNIT for word in words[4 : 4 + 2 * int(words[3])]]
            points = tuple((x, height - y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
            arrows.append((int(words[1][1:]), int(words[2][1:]), points))
    return Layout(width, height, tuple(boxes), tuple(arrows))
