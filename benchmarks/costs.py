"""What the commands cost on the papers that come with Referee: cold, warm, after one edit; a long draft; a hang.

    python benchmarks/costs.py [--memory]

Audits run in a copy of the program, so that a line of a paper can be edited.  CPU time is that of all processes of a command; wall time
means something on a machine that does nothing else, whose load is told.  `--memory` also looks at the memory of all processes twice a
second.  Exit status 1 where a figure is beyond its target.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from hard_runs import Cost, cost_of

from verify.verdicts import Reason
from verify.workers.pool import Done, Failed, Limits, run

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("derivations", "referee", "reports", "verify")
EDITED = Path("derivations/hirsch/s10_rashba.py")
"""A file of the longest paper."""
EDIT = (r"\frac{\hbar}{m_e}(k - \sigma\frac{q_0}{2})", r"\frac{2\hbar}{2m_e}(k - \sigma\frac{q_0}{2})")
"""What an author changes in it: the print of one equation, which is compared and decided again, with what rests on it."""
LINES = 4000
LIMIT = 2.0
"""Seconds that a task may take that hangs in one call of C."""


def told(
    name: str, cost: Cost, wall: float | None = None, cpu: float | None = None, memory: float | None = None
) -> bool:
    """Prints what a command cost, and whether that is beyond one of its targets."""
    missed = [
        f"{what} ≤ {most:g} {unit}"
        for what, value, most, unit in (
            ("wall", cost.wall, wall, "s"),
            ("CPU", cost.cpu, cpu, "s"),
            ("memory", cost.megabytes, memory, "MB"),
        )
        if most is not None and value > most
    ]
    megabytes = f"{cost.megabytes:5.0f} MB" if cost.megabytes else ""
    print(
        f"{name:44} {cost.wall:7.2f} s {cost.cpu:7.2f} s CPU {megabytes:8}  {'MISS: ' if missed else ''}{', '.join(missed)}",
        flush=True,
    )
    return bool(missed)


def source(lines: int) -> str:
    """Lines that have names of their own, and one that all have."""
    return "\n".join(f"$$E_{{{n}}} = \\frac{{m_{{{n}}} v^2}}{{2}} + a_{{{n}}} \\tag{{{n}}}$$\n" for n in range(lines))


def overdue() -> float:
    """Seconds from the limit of a task that hangs to the news of its end, the first worker being there."""
    ends = [0.0]
    for _, ending in run(pow, [(1, 1), (3, 10**9)], Limits(seconds=LIMIT, jobs=1)):
        assert isinstance(ending, Done) or (isinstance(ending, Failed) and ending.reason is Reason.TIME)
        ends.append(time.perf_counter())
    return ends[-1] - ends[-2] - LIMIT


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--memory", action="store_true", help="look at the memory of all processes")
    options = parser.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        for name in PACKAGES:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        audit = ["audit", "--cache", str(folder / "kept"), "--out", str(folder / "out")]
        compileall.compile_dir(folder, quiet=2, workers=0)  # as an installation does
        missed = [told("referee list", cost_of(["list"], folder, watched=False), wall=0.5)]
        cold = cost_of(audit, folder, watched=options.memory)
        missed += [told("the five papers, cold", cold, wall=60, cpu=100, memory=300)]
        missed += [told("the five papers, warm", cost_of(audit, folder, watched=False), wall=2)]
        text = (folder / EDITED).read_text(encoding="utf-8")
        assert text.count(EDIT[0]) == 1, "the line is not there any more; choose another one"
        (folder / EDITED).write_text(text.replace(*EDIT), encoding="utf-8")
        missed += [told("the five papers, one equation edited", cost_of(audit, folder, watched=False), wall=4)]
        (folder / "long.md").write_text(source(LINES), encoding="utf-8")
        draft = ["draft", str(folder / "long.md"), "--out", str(folder / "long_draft")]
        missed += [told(f"draft of {LINES} lines", cost_of(draft, folder, watched=False), wall=10)]
    late = overdue()
    print(f"{'a hang in C, after its limit':44} {late:7.2f} s{'' if late <= 0.3 else '   MISS: ≤ 0.3 s'}")
    return int(any(missed) or late > 0.3)


if __name__ == "__main__":
    sys.exit(main())
