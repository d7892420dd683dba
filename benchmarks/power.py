"""What the engine decides of mathematics that no paper of ours contains: limits, branches, cases, functions, integrals, sums.

    python benchmarks/power.py [--family WORD] [--seconds 10] [--open] [--every 1 | --no-peers] [--json FILE]

Prints for each family of `power_claims.py`, `power_tables.py`, `power_calculus.py` and `power_functions.py`: the share of true claims that are
proved or corroborated, of false ones (one slip) that are refuted, wrong answers, and the time of one answer; and beside it
what SymPy's `simplify` (of the evaluated difference) and `equals` say of the same claims, and Maxima where it is installed.
`--every 10` asks the peers of every tenth claim.  Time is CPU time of the one process that decides (and of Maxima, with its
start), with the caches of SymPy and Referee emptied before every call.  "Wrong" is an equation proved or corroborated that is false, or refuted though it is true.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from verify.workers.pool import Done, Limits, prepare, run
from verify.workers.worker import forget

PRELOAD = ("sympy", "flint", "verify.deciding.decide")
OURS, SIMPLIFY, EQUALS, MAXIMA = METHODS = ("referee", "simplify", "equals", "maxima")
HOLDS, FALSE, OPEN = "holds", "false", "open"
START_ALLOWANCE = 8.0
MAXIMA_SECONDS = 30.0


@dataclass(frozen=True)
class Question:
    """Is the claim at this place of the corpus (or its spoiled copy) true, by this method?"""

    index: int
    true: bool
    method: str


@dataclass(frozen=True)
class Answer:
    """`word` is holds, false or open; `note` says by what, or why it is open."""

    word: str
    seconds: float
    note: str = ""

    def is_right(self, true: bool) -> bool:
        return self.word == (HOLDS if true else FALSE)

    def is_wrong(self, true: bool) -> bool:
        return self.word == (FALSE if true else HOLDS)


def by_referee(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from verify.deciding.decide import decide
    from verify.points.domain import Domain
    from verify.verdicts import Outcome

    finding = decide(lhs, rhs, Domain.of(lhs, rhs, where), quick=True)
    words = {Outcome.PROVED: HOLDS, Outcome.CORROBORATED: HOLDS, Outcome.REFUTED: FALSE}
    return words.get(finding.outcome, OPEN), f"{finding.grade or ''} {finding.evidence.detail}"


def by_simplify(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from sympy import simplify

    difference = simplify(lhs.doit() - rhs) if not rhs.is_infinite else simplify(lhs.doit()) == rhs
    return (HOLDS if difference in (0, True) else FALSE if difference.is_zero is False else OPEN), ""


def by_equals(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    return {True: HOLDS, False: FALSE, None: OPEN}[lhs.doit().equals(rhs)], ""


def by_maxima(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from power_maxima import say

    return say(lhs, rhs, where, MAXIMA_SECONDS)


ASK = {OURS: by_referee, SIMPLIFY: by_simplify, EQUALS: by_equals, MAXIMA: by_maxima}


def cpu_seconds() -> float:
    """Of this process and of those that it has waited for."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def answer(question: Question) -> Answer:
    """Puts one question, in a worker."""
    from power_claims import CORPUS
    from zero_test import warm_up

    warm_up()
    claim = CORPUS[question.index]
    forget()
    began = cpu_seconds()
    try:
        word, note = ASK[question.method](claim.lhs, claim.rhs if question.true else claim.wrong, claim.where)
    except Exception as error:
        word, note = OPEN, f"{type(error).__name__}: {error}"[:200]
    return Answer(word, cpu_seconds() - began, note)


def put(questions: list[Question], seconds: float) -> dict[Question, Answer]:
    limits = Limits(seconds=seconds + START_ALLOWANCE, memory_mb=4096, jobs=1)
    answers = {}
    for place, ending in run(answer, [(question,) for question in questions], limits, PRELOAD):
        late = Answer(OPEN, seconds, "time or memory")
        answers[questions[place]] = ending.value if isinstance(ending, Done) else late
    return answers


def of_family(
    answers: dict[Question, Answer], claims: list[Any], family: str | None, method: str
) -> dict[str, Any] | None:
    """What a method said of one family, or of all."""
    mine = [q for q in answers if q.method == method and family in (None, claims[q.index].family)]
    if not mine:
        return None
    right = {true: [answers[q].is_right(true) for q in mine if q.true is true] for true in (True, False)}
    times = sorted(1000 * answers[q].seconds for q in mine)
    return {
        "claims": len(right[True]),
        "true": 100 * statistics.mean(right[True]),
        "false": 100 * statistics.mean(right[False]),
        "wrong": sum(answers[q].is_wrong(q.true) for q in mine),
        "median_ms": statistics.median(times),
        "p95_ms": times[int(0.95 * (len(times) - 1))],
    }


def tell(answers: dict[Question, Answer], claims: list[Any], methods: tuple[str, ...]) -> None:
    print(
        f"{'family':44}{'method':10}{'claims':>7}{'true %':>8}{'false %':>9}{'wrong':>7}{'median ms':>11}{'p95 ms':>9}"
    )
    for family in [*dict.fromkeys(claims[q.index].family for q in answers), None]:
        for method in methods:
            row = of_family(answers, claims, family, method)
            if row is None:
                continue
            shares = f"{row['claims']:7}{row['true']:8.1f}{row['false']:9.1f}{row['wrong']:7}"
            print(f"{family or 'all':44}{method:10}{shares}{row['median_ms']:11.1f}{row['p95_ms']:9.0f}")
    for question, found in answers.items():
        if question.method == OURS and found.is_wrong(question.true):
            print(f"WRONG: {shown(claims[question.index], question)}: {found.word}; {found.note}")


def shown(claim: Any, question: Question) -> str:
    return f"{claim.lhs} = {claim.rhs if question.true else claim.wrong} {claim.where or ''}".strip()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--family", default="", help="only the families whose name contains this")
    parser.add_argument("--seconds", type=float, default=10.0, help="limit for one answer")
    parser.add_argument("--open", action="store_true", help="list what Referee leaves open")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask the peers of every N-th claim only")
    parser.add_argument("--no-peers", action="store_true", help="Referee alone")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every answer to FILE")
    options = parser.parse_args(arguments)
    from power_claims import CORPUS
    from power_maxima import is_there

    methods = (OURS,) if options.no_peers else METHODS if is_there() else METHODS[:-1]
    wanted = [i for i, claim in enumerate(CORPUS) if options.family in claim.family]
    prepare(PRELOAD)
    asked = {method: wanted if method == OURS else wanted[:: options.every] for method in methods}
    answers = put(
        [Question(i, true, method) for method in methods for i in asked[method] for true in (True, False)],
        options.seconds,
    )
    tell(answers, CORPUS, methods)
    if options.open:
        for question, found in answers.items():
            if question.method == OURS and found.word == OPEN:
                print(f"open: {shown(CORPUS[question.index], question)}: {found.note[:160]}")
    if options.json:
        rows = [{**asdict(q), "family": CORPUS[q.index].family, **asdict(found)} for q, found in answers.items()]
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    wrong = any(found.is_wrong(q.true) for q, found in answers.items() if q.method == OURS)
    return 1 if wrong else 0


if __name__ == "__main__":
    from power import main as start  # under its own name: workers import no main script

    sys.exit(start())
