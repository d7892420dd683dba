"""How the cost of a claim, of a line of a draft and of what rests on what grows with the length of a paper, in one run.

    python benchmarks/long_papers.py [--quick]

Each work is done for a short and for a long paper that is made up for it, and the CPU time of one piece is compared: the
ratio should be near 1.  Exit status 1 where it is above its target.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from referee.draft import draft
from referee.sources import find_equations
from verify.claims import Paper, UnitSystem, symbol, units
from verify.deciding.settings import Settings
from verify.judging.dependence import affected
from verify.judging.judge import judge_claim
from verify.points import evaluation

LETTERS = 40
SAMPLE = 100
"""So many claims of a paper are judged."""


def judging(size: int) -> tuple[float, int]:
    """Seconds for the judging of some claims of a paper of this size, and how many."""
    paper = Paper("long", "A long paper", "nobody", UnitSystem.SI, tuple(f"S{n}" for n in range(10)))
    letters = [symbol(f"a{n}", f"a_{{{n}}}", "a number", units.DIMENSIONLESS, positive=True) for n in range(LETTERS)]
    for n in range(size):
        a, b = letters[n % LETTERS], letters[(n + 1) % LETTERS]
        printed = f"({a.latex} + {b.latex})^2 = {a.latex}^2 + 2 {a.latex} {b.latex} + {b.latex}^2"
        paper.identity(
            str(n), where=f"S{n * 10 // size}", printed=printed, lhs=(a + b) ** 2, rhs=a**2 + 2 * a * b + b**2
        )
    claims = list(paper.claims.values())
    judge_claim(paper, claims[0], Settings(0), alone=False)
    began = time.process_time()
    for claim in claims[1 : SAMPLE + 1]:
        judge_claim(paper, claim, Settings(0), alone=False)
    return time.process_time() - began, SAMPLE


def drafting(size: int) -> tuple[float, int]:
    """Seconds for a draft from a source in which every line has names of its own, and how many lines."""
    lines = (f"$$E_{{{n}}} = \\frac{{m_{{{n}}} v^2}}{{2}} + a_{{{n}}} \\tag{{{n}}}$$\n" for n in range(size))
    source = find_equations("\n".join(lines))
    began = time.process_time()
    made = draft(source)
    assert len(made.claims) == size
    return time.process_time() - began, size


def resting(size: int) -> tuple[float, int]:
    """Seconds for what rests on what in one long chain, and how many pairs there are."""
    chain = {str(n): (str(n - 1),) if n else () for n in range(size)}
    began = time.process_time()
    found = affected(chain)
    return time.process_time() - began, sum(map(len, found.values()))


WORK: dict[str, tuple[Callable[[int], tuple[float, int]], int, int, float]] = {
    "judging, per claim": (judging, 117, 5834, 1.2),
    "draft, per line": (drafting, 500, 4000, 2.0),
    "what rests on what, per pair": (resting, 800, 5834, 1.5),
}
"""What is done, for which sizes, and the largest ratio that is right."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="long papers of a quarter of the length")
    quick = parser.parse_args().quick
    evaluation.install()
    missed = False
    judging(SAMPLE + 1)  # warm
    for name, (work, short, long, target) in WORK.items():
        long = long // 4 if quick else long
        costs = []
        for size in (short, long):
            seconds, pieces = work(size)
            costs.append(seconds / pieces)
        ratio = costs[1] / costs[0]
        missed = missed or ratio > target
        shown = " and ".join(f"{cost * 1e6:,.1f} µs ({size})" for cost, size in zip(costs, (short, long), strict=True))
        print(f"{name:30} {shown:44} ratio {ratio:5.2f}  {'PASS' if ratio <= target else 'MISS'} (≤ {target})")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
