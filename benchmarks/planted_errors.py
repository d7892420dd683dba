"""How many planted errors does an audit catch?

    python benchmarks/planted_errors.py [PAPER ...] [--slips N | --all] [--seed S] [--seconds T]

For every claim that passes, in every paper that comes with Referee, N random slips (5
unless told otherwise) are planted in its encoding, one at a time; a FAIL, a mismatch of
dimensions or a difference between the printed LaTeX and the encoding catches it.  The
same is asked of the unspoiled claims: an alarm there is a false one.  The exit status is
1 if less than 99 % are caught or if there is a false alarm.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from planted import DIMENSION, FAIL, MISSED, TRANSCRIPTION, Trial, labels_of, try_planted

from referee.papers import shipped, source_of
from verify.verdicts import Result
from verify.workers.pool import Failed, Limits, collect, run

WANTED = 0.99
WAYS = (FAIL, DIMENSION, TRANSCRIPTION, MISSED)


def main() -> int:
    options = _options()
    started = time.perf_counter()
    most = None if options.all else options.slips
    print(
        f"{'paper':10} {'PASS':>5} {'slips':>6} " + " ".join(f"{way:>13}" for way in WAYS) + "   caught  false alarms"
    )
    everything: list[Trial] = []
    stopped: list[str] = []
    for paper in options.papers or shipped():
        source = source_of(paper)
        labels = list(labels_of(source))
        tasks = [(source, label, options.seed, most) for label in labels]
        endings = collect(run(try_planted, tasks, Limits(seconds=options.seconds)))
        stopped += [
            f"{paper}::{k}: {e.reason.value}" for k, e in zip(labels, endings, strict=True) if isinstance(e, Failed)
        ]
        trials = [ending.value for ending in endings if not isinstance(ending, Failed)]
        everything += trials
        print(_row(paper, trials))
        for trial in trials:
            for slip in trial.planted:
                if slip.caught == MISSED:
                    print(f"  missed: {paper}::{slip.label}: {slip.slip}")
            if trial.alarm:
                print(f"  false alarm: {paper}::{trial.label}: {trial.alarm}")
    print(_row("all", everything))
    _print_kinds(everything)
    print(f"slips that are proved to change nothing, drawn again: {sum(t.harmless for t in everything)}")
    for line in stopped:
        print(f"not finished: {line}")
    print(f"{time.perf_counter() - started:.0f} s")
    return 0 if rate(everything) >= WANTED and not any(t.alarm for t in everything) else 1


def rate(trials: list[Trial]) -> float:
    """The share of planted slips that are caught."""
    ways = Counter(slip.caught for trial in trials for slip in trial.planted)
    return 1 - ways[MISSED] / ways.total() if ways else 1.0


def _row(name: str, trials: list[Trial]) -> str:
    ways = Counter(slip.caught for trial in trials for slip in trial.planted)
    passed = sum(trial.result is Result.PASS for trial in trials)
    alarms = sum(trial.alarm is not None for trial in trials)
    counts = " ".join(f"{ways[way]:>13}" for way in WAYS)
    return f"{name:10} {passed:>5} {ways.total():>6} {counts}  {rate(trials):>7.2%}  {alarms:>12}"


def _print_kinds(trials: list[Trial]) -> None:
    kinds: dict[str, Counter[str]] = {}
    for trial in trials:
        for slip in trial.planted:
            kinds.setdefault(slip.kind or "other statements", Counter())[slip.caught] += 1
    print("\nkind of slip         planted  caught")
    for kind, ways in sorted(kinds.items()):
        print(f"{kind:20} {ways.total():>7} {ways.total() - ways[MISSED]:>7}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="*", metavar="PAPER")
    parser.add_argument("--slips", type=int, default=5, metavar="N", help="slips for each claim (default: 5)")
    parser.add_argument("--all", action="store_true", help="every slip of the catalogue")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=120.0, help="time limit for each claim (default: 120)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
