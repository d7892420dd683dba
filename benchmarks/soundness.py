"""Is any verdict wrong?  Claims of known truth, for as long as it is told.

    python benchmarks/soundness.py [--minutes 60] [--kind KIND ...] [--seed N] [--seconds 30] [--jobs N]

Every module of `tests/soundness` makes claims of one kind at random, true and false ones side
by side; each is decided in a worker with a limit on time.  Prints for each kind how many
were tried, decided, undecided, refused and stopped (time, memory, a crash of the worker), and how many verdicts
were wrong; each wrong one in full, with the seed and the place that make it again.  The
exit status is 1 if there is any.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

# In place of this folder: `tests` lies beside it.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from tests.soundness.runs import CHUNK, DECIDED, is_wrong, module, modules, one  # noqa: E402
from verify.workers.pool import Done, Ending, Limits, run  # noqa: E402

PRELOAD = (
    "sympy",
    "flint",
    "mpmath",
    "verify.deciding.decide",
    "verify.judging.judge",
    "verify.grammar.shell_conditions",
    "referee.identities",
)
FIRST_SEED = 10_000
"""The runs of the tests have the seeds below."""
COLUMNS = ("tried", "decided", "undecided", "refused", "stopped", "wrong")

Task = tuple[str, int, int]


def tried(names: list[str], seed: int, limits: Limits, until: float) -> Iterator[tuple[Task, Ending]]:
    """Cases, a seed of every module after the other, until the time is up."""
    for now in count(seed):
        tasks = [(name, now, place) for place in range(CHUNK) for name in names]
        for index, ending in run(one, tasks, limits, PRELOAD):
            yield tasks[index], ending
            if time.monotonic() > until:
                return


def main() -> int:
    options = _options()
    names = [name for name in modules() if not options.kind or {name, module(name).KIND} & set(options.kind)]
    if not names:
        print(f"--kind {' '.join(options.kind)}: expected some of {', '.join(modules())}", file=sys.stderr)
        return 2
    limits = Limits(options.seconds, 2048, options.jobs) if options.jobs else Limits(options.seconds, 2048)
    counts = {name: Counter[str]() for name in names}
    print(f"seeds from {options.seed}, {CHUNK} cases each, {options.seconds:g} s a case, {options.minutes:g} min")
    for (name, seed, place), ending in tried(names, options.seed, limits, time.monotonic() + 60 * options.minutes):
        told = _count(counts[name], ending)
        if told:
            print(f"WRONG {name}, seed {seed}, case {place}: {told}", flush=True)
    _print_table(counts)
    return 1 if any(found["wrong"] for found in counts.values()) else 0


def _count(found: Counter[str], ending: Ending) -> str | None:
    """Counts one case; what is wrong with it, in words."""
    found["tried"] += 1
    if not isinstance(ending, Done):
        if ending.reason.name not in ("UNKNOWN", "UNSUPPORTED"):
            found["stopped"] += 1
            return None
        found["wrong"] += 1
        return f"the case itself failed: {ending.detail}"
    shown, truth, said = ending.value
    if said in DECIDED:
        found["decided"] += 1
    elif said in COLUMNS:
        found[said] += 1
    if not is_wrong(truth, said):
        return None
    found["wrong"] += 1
    return f"{shown}: it is {truth}, the engine says {said}"


def _print_table(counts: dict[str, Counter[str]]) -> None:
    print(f"{'kind':28}" + "".join(f"{column:>11}" for column in COLUMNS))
    rows = {str(module(name).KIND): found for name, found in counts.items()}
    for kind, found in {**rows, "all": sum(counts.values(), Counter())}.items():
        print(f"{kind:28}" + "".join(f"{found[column]:>11}" for column in COLUMNS))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Decides claims of known truth until the time is up.")
    parser.add_argument("--minutes", type=float, default=60, help="how long (default: %(default)g)")
    parser.add_argument("--kind", action="append", default=[], help="a module of tests/soundness; may be repeated")
    parser.add_argument("--seed", type=int, default=FIRST_SEED, help="the first seed (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=30, help="limit for one case (default: %(default)g)")
    parser.add_argument("--jobs", type=int, help="worker processes (default: all cores)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
