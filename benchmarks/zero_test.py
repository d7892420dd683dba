"""Referee's zero test against SymPy's, on a corpus of true identities and single-slip mutants, in one run.

    python benchmarks/zero_test.py [--quick] [--json FILE] [--seconds 20]

Five methods are asked the same questions: Referee's `decide`, which seeks a counterexample
before a proof (without its symbolic last resort, so that no time of SymPy's is sold as
ours); its exact zero test `prove_equal` alone, which never answers "different";
`simplify(lhs - rhs) == 0`, `(lhs - rhs).equals(0)` and `cancel(together(lhs - rhs)) == 0`.

How time is measured.  Each question is put in a worker process that has imported
everything and has warmed up on another identity; before each timed call the caches of
SymPy and of Referee are emptied; a short call is repeated and the best time counts.  A
call that reaches the limit is killed and enters a ratio with the limit, so that the
ratio is a lower bound.  One worker runs at a time.

What counts as wrong: "equal" for a mutant, "different" for an identity (for SymPy only
where the identity needs no condition beyond the assumptions of its symbols).  `simplify`
and `cancel` never claim a difference: what they leave is "not shown".  `equals` draws
random points, so that its answers differ from run to run.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from verify.workers.pool import Done, Ending, Limits, prepare, run
from verify.workers.worker import forget

OURS = "referee"
ZERO_TEST = "zero test"
SYMPY = ("simplify", "equals", "cancel")
METHODS = (OURS, ZERO_TEST, *SYMPY)
REPEATS = 5
REPEAT_BELOW = 0.3  # seconds; a longer call is timed once
START_ALLOWANCE = 5.0  # seconds a fresh worker may need for its warm-up, on top of the limit
QUICK_PER_GROUP = 3
EXACT_GRADES = ("exact", "solver")
SIX = "six variables, degree 8"

EQUAL, DIFFERENT, NOT_SHOWN, SUPPORTED = "equal", "different", "not shown", "corroborated"
TIME_OUT, BROKEN = "time-out", "error"


@dataclass(frozen=True)
class Answer:
    """What a method said of one question, and in how many seconds.  `note` is the grade or the error."""

    verdict: str
    seconds: float
    note: str = ""


@dataclass(frozen=True)
class Question:
    """`true` asks for lhs = rhs, otherwise for lhs = wrong; `index` is the place in the corpus."""

    index: int
    true: bool
    method: str


# --- the methods, as they run in the worker ---------------------------------------------------------


def ask_referee(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from verify.deciding.decide import decide
    from verify.verdicts import Outcome

    finding = decide(lhs, rhs, domain_of(lhs, rhs, where), quick=True)
    words = {Outcome.PROVED: EQUAL, Outcome.REFUTED: DIFFERENT, Outcome.CORROBORATED: SUPPORTED}
    return words.get(finding.outcome, NOT_SHOWN), finding.grade or ""


def ask_zero_test(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from verify.proofs.equality import prove_equal

    proof = prove_equal(lhs, rhs, domain_of(lhs, rhs, where))
    return (NOT_SHOWN, "") if proof is None else (EQUAL, "exact")


def domain_of(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> Any:
    from verify.points.domain import Domain

    return Domain.of(lhs, rhs, where)


def ask_simplify(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from sympy import simplify

    return (EQUAL if simplify(lhs - rhs) == 0 else NOT_SHOWN), ""


def ask_equals(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    return {True: EQUAL, False: DIFFERENT, None: NOT_SHOWN}[(lhs - rhs).equals(0)], ""


def ask_cancel(lhs: Any, rhs: Any, where: tuple[Any, ...]) -> tuple[str, str]:
    from sympy import cancel, together

    return (EQUAL if cancel(together(lhs - rhs)) == 0 else NOT_SHOWN), ""


ASK: dict[str, Callable[[Any, Any, tuple[Any, ...]], tuple[str, str]]] = {
    OURS: ask_referee,
    ZERO_TEST: ask_zero_test,
    "simplify": ask_simplify,
    "equals": ask_equals,
    "cancel": ask_cancel,
}


def answer(question: Question) -> Answer:
    """Puts one question and times it (see the head of this file)."""
    from identities import CORPUS

    warm_up()
    identity = CORPUS[question.index]
    rhs = identity.rhs if question.true else identity.wrong
    best = float("inf")
    gc.collect()  # not before each call: it empties the processor's caches as well
    for _ in range(REPEATS):
        forget()
        began = time.perf_counter()
        try:
            verdict, note = ASK[question.method](identity.lhs, rhs, identity.where)
        except Exception as error:
            verdict, note = BROKEN, f"{type(error).__name__}: {error}"[:200]
        took = time.perf_counter() - began
        best = min(best, took)
        if took > REPEAT_BELOW:
            break
    return Answer(verdict, best, note)


@cache
def warm_up() -> None:
    """Lets every method import what it imports late."""
    from sympy import Integer, Symbol, cos, sin

    t = Symbol("t", real=True)
    for ask in ASK.values():
        with suppress(Exception):  # it will be reported where it is asked for
            ask(sin(t) ** 2 + cos(t) ** 2, Integer(1), ())


# --- putting the questions ---------------------------------------------------------------------------


def corpus_indices(quick: bool) -> list[int]:
    from identities import CORPUS

    seen: Counter[str] = Counter()
    kept = []
    for index, identity in enumerate(CORPUS):
        seen[identity.group] += 1
        if not quick or seen[identity.group] <= QUICK_PER_GROUP:
            kept.append(index)
    return kept


def put(questions: list[Question], seconds: float) -> dict[Question, Answer]:
    limits = Limits(seconds=seconds + START_ALLOWANCE, memory_mb=4096, jobs=1)
    answers: dict[Question, Answer] = {}
    for place, ending in run(answer, [(question,) for question in questions], limits, PRELOAD):
        answers[questions[place]] = heard(ending, seconds)
        if sys.stderr.isatty():
            print(f"\r{len(answers)}/{len(questions)}", end="", file=sys.stderr, flush=True)
    return answers


PRELOAD = ("sympy", "flint", "verify.deciding.decide")


def heard(ending: Ending, seconds: float) -> Answer:
    if isinstance(ending, Done):
        found: Answer = ending.value
        return Answer(TIME_OUT, seconds) if found.seconds > seconds else found
    word = TIME_OUT if ending.reason.name == "TIME" else BROKEN
    return Answer(word, seconds, ending.detail)


# --- the tables ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ratios:
    """How many times longer a method took than Referee: median and worst over `cases`; `capped` of them timed out."""

    cases: int
    median: float
    worst: float
    capped: int

    def __str__(self) -> str:
        least = "≥" if self.capped else ""
        return f"{least}{self.median:,.0f}× (worst {self.worst:,.1f}×, n={self.cases})"


@dataclass(frozen=True)
class Tally:
    """What a method said, over identities and mutants together."""

    method: str
    proved: int
    refuted: int
    corroborated: int
    undecided: int
    timed_out: int
    broken: int
    wrong: int
    wrong_cases: tuple[str, ...]


class Results:
    """The answers, with the questions one may ask of them."""

    def __init__(self, answers: dict[Question, Answer]) -> None:
        from identities import CORPUS, GROUPS

        self.answers = answers
        self.corpus = CORPUS
        self.indices = sorted({question.index for question in answers})
        self.groups = [group for group in GROUPS if any(CORPUS[index].group == group for index in self.indices)]

    def get(self, index: int, true: bool, method: str) -> Answer:
        return self.answers[Question(index, true, method)]

    def name(self, index: int) -> str:
        return f"{self.corpus[index].group}: {self.corpus[index].name}"

    def decided(self, group: str | None, true: bool, ours: str = OURS) -> list[int]:
        """The cases that Referee decides exactly (identities) or refutes (mutants)."""
        mine = [index for index in self.indices if group in (None, self.corpus[index].group)]
        return [index for index in mine if self.is_decided(index, true, ours)]

    def is_decided(self, index: int, true: bool, ours: str = OURS) -> bool:
        found = self.get(index, true, ours)
        return found.verdict == EQUAL and found.note in EXACT_GRADES if true else found.verdict == DIFFERENT

    def ratios(self, group: str | None, true: bool, method: str, ours: str = OURS) -> Ratios | None:
        indices = self.decided(group, true, ours)
        if not indices:
            return None
        theirs = [self.get(index, true, method) for index in indices]
        found = [
            their.seconds / self.get(index, true, ours).seconds for index, their in zip(indices, theirs, strict=True)
        ]
        capped = sum(their.verdict == TIME_OUT for their in theirs)
        return Ratios(len(found), statistics.median(found), min(found), capped)

    def tally(self, method: str) -> Tally:
        counts: Counter[str] = Counter()
        wrong = []
        for question, found in self.answers.items():
            if question.method == method:
                counts[found.verdict] += 1
                if self.is_wrong(question, found.verdict):
                    wrong.append(f"{self.name(question.index)}{'' if question.true else ' (mutant)'}: {found.verdict}")
        return Tally(
            method,
            counts[EQUAL],
            counts[DIFFERENT],
            counts[SUPPORTED],
            counts[NOT_SHOWN],
            counts[TIME_OUT],
            counts[BROKEN],
            len(wrong),
            tuple(wrong),
        )

    def is_wrong(self, question: Question, verdict: str) -> bool:
        """An identity called different; a mutant called equal, or corroborated (which is not silence).

        SymPy's methods cannot be told the conditions of an identity, so "different" is no
        error of theirs where there are any.
        """
        if not question.true:
            return verdict in (EQUAL, SUPPORTED)
        return verdict == DIFFERENT and (question.method not in SYMPY or not self.corpus[question.index].where)

    def open_cases(self) -> Iterator[str]:
        """What Referee leaves open, with its word for it."""
        for index in self.indices:
            for true in (True, False):
                if not self.is_decided(index, true):
                    ours = self.get(index, true, OURS)
                    kind = "identity" if true else "mutant"
                    yield f"{kind:8} {self.name(index)}: {ours.verdict} {ours.note}".rstrip()


# --- targets -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Target:
    """A number to reach; `reached` is None where the run has nothing to measure."""

    name: str
    measured: str
    reached: bool | None


def targets(results: Results) -> Iterator[Target]:
    for ours in (ZERO_TEST, OURS):
        found = results.ratios("rational", True, "simplify", ours)
        yield from at_least(f"{ours}, rational identities, against simplify, median", found, 100)
    for group in results.groups:
        if group not in ("rational", SIX):
            for ours in (ZERO_TEST, OURS):
                found = results.ratios(group, True, "simplify", ours)
                yield from at_least(f"{ours}, {group}, exactly decided, against simplify, median", found, 10)
    yield from at_least("refutations against simplify, median", results.ratios(None, False, "simplify"), 100)
    for index in results.indices:
        if results.corpus[index].group == SIX:
            for ours in (ZERO_TEST, OURS):
                answer = results.get(index, True, ours)
                measured = f"{answer.verdict} in {milliseconds(answer)}"
                yield Target(f"{ours}, {SIX}: under 50 ms", measured, answer.verdict == EQUAL and answer.seconds < 0.05)
    for ours in (OURS, ZERO_TEST):
        tally = results.tally(ours)
        answered = tally.proved + tally.refuted > 0
        yield Target(f"{ours}, wrong answers: 0", str(tally.wrong), tally.wrong == 0 if answered else None)
        yield Target(f"{ours}, errors: 0", str(tally.broken), tally.broken == 0)


def at_least(name: str, found: Ratios | None, goal: float) -> Iterator[Target]:
    if found is None:
        yield Target(f"{name}: {goal:g}×", "nothing decided", None)
    else:
        yield Target(f"{name}: {goal:g}×", str(found), found.median >= goal)


# --- telling ----------------------------------------------------------------------------------------------


def milliseconds(found: Answer) -> str:
    return f"{1000 * found.seconds:.3g} ms"


def tell(results: Results, seconds: float) -> None:
    mutants = "as many single-slip mutants"
    print(f"{len(results.indices)} identities and {mutants}; limit {seconds:g} s a call; {platform.machine()}")
    tell_ratios(results, True, OURS, "Identities: Referee seeks a counterexample, then proves exactly")
    tell_ratios(results, True, ZERO_TEST, "Identities: the exact zero test alone")
    tell_ratios(results, False, OURS, "Mutants that Referee refutes")
    print(
        f"\n{'method':10}{'proved':>8}{'refuted':>9}{'corrob.':>9}{'undecided':>11}{'time-out':>10}{'error':>7}{'wrong':>7}"
    )
    for method in METHODS:
        found = results.tally(method)
        numbers = (found.proved, found.refuted, found.corroborated, found.undecided, found.timed_out)
        columns = zip((*numbers, found.broken, found.wrong), (8, 9, 9, 11, 10, 7, 7), strict=True)
        print(f"{method:10}" + "".join(f"{number:>{width}}" for number, width in columns))
    for method in METHODS:
        for case in results.tally(method).wrong_cases:
            print(f"  wrong: {method:9} {case}")
    print("\nLeft open by Referee")
    for line in results.open_cases():
        print(f"  {line}")
    print("\nTargets")
    for target in targets(results):
        word = {True: "PASS", False: "MISS", None: "----"}[target.reached]
        print(f"  {word}  {target.name}: {target.measured}")


def tell_ratios(results: Results, true: bool, ours: str, title: str) -> None:
    print(f"\n{title}: time of the method / our time, median (worst, number of cases)")
    print(f"{'class':34}{'decided':>9}{'ours, median':>14}  " + "".join(f"{method:34}" for method in SYMPY))
    for group in [*results.groups, None]:
        print(row(results, group, true, ours))


def row(results: Results, group: str | None, true: bool, ours: str) -> str:
    total = sum(group in (None, results.corpus[index].group) for index in results.indices)
    indices = results.decided(group, true, ours)
    share = f"{len(indices)}/{total}"
    median = "-"
    if indices:
        median = f"{1000 * statistics.median(results.get(index, true, ours).seconds for index in indices):.3g} ms"
    ratios = "".join(f"{results.ratios(group, true, method, ours) or '-'!s:34}" for method in SYMPY)
    return f"{group or 'all':34}{share:>9}{median:>14}  {ratios}".rstrip()


def as_json(results: Results, seconds: float) -> dict[str, Any]:
    from importlib.metadata import version

    return {
        "schema": "referee.zero-test/1",
        "versions": {"python": platform.python_version(), **{p: version(p) for p in ("sympy", "python-flint")}},
        "limit_seconds": seconds,
        "targets": [asdict(target) for target in targets(results)],
        "methods": [asdict(results.tally(method)) for method in METHODS],
        "answers": [
            {
                "group": results.corpus[question.index].group,
                "name": results.corpus[question.index].name,
                "true": question.true,
                "method": question.method,
                **asdict(found),
            }
            for question, found in results.answers.items()
        ],
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Referee's zero test against SymPy's.")
    parser.add_argument("--quick", action="store_true", help="three identities a class, 5 s a call")
    parser.add_argument("--seconds", type=float, help="limit for one call (default 20, or 5 with --quick)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every answer and every target to FILE")
    options = parser.parse_args(arguments)
    seconds = options.seconds or (5.0 if options.quick else 20.0)
    prepare(PRELOAD)
    questions = [
        Question(index, true, method)
        for index in corpus_indices(options.quick)
        for true in (True, False)
        for method in METHODS
    ]
    results = Results(put(questions, seconds))
    tell(results, seconds)
    if options.json:
        options.json.write_text(json.dumps(as_json(results, seconds), indent=1, ensure_ascii=False) + "\n")
    return 1 if any(target.reached is False and target.name.endswith(": 0") for target in targets(results)) else 0


if __name__ == "__main__":
    from zero_test import main as start  # under its own name: workers import no main script

    sys.exit(start())
