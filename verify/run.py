"""Claims in, verdicts out: every check in a worker process with hard limits.

Two rounds.  The first decides every claim; the second spoils the claims that hold and
looks for repairs of those that do not.  A claim whose time ran out in the first round is
compared at points once more, without the search for a proof, so that this evidence is not
lost with it.  A worker that hangs, crashes or runs out of memory turns its claim into an
OPEN with the reason, and costs no other claim anything.
"""

from __future__ import annotations

import platform
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from verify.errors import BadInput as BadInput
from verify.judging.dependence import affected, with_premises
from verify.judging.inheritance import inherit
from verify.tasks import Bad, PaperHeader, Second, describe, judge_task, second_task, timed
from verify.verdicts import (
    Audit,
    ClaimAudit,
    Evidence,
    Mutants,
    Outcome,
    PaperAudit,
    Reason,
    Result,
    Verdict,
)
from verify.workers.pool import Crew, Done, Ending, Failed, Limits, Stop, collect, prepare, run

PRELOAD = (
    "sympy",
    "flint",
    "mpmath",
    "verify.judging.judge",
    "verify.slips.mutants",
    "verify.slips.repairs",
    "verify.encoding.loading",
)
PACKAGES = ("referee", "sympy", "python-flint", "mpmath")
DECIDED = (Result.PASS, Result.PASS_IF, Result.FAIL)

READING_SECONDS = 10.0
"""Time to read a paper, whatever the limit for a check is."""

STOPPED = Failed(Reason.INTERRUPTED, "the audit was stopped before this was decided")

Progress = Callable[[int, int], None]
Remark = Callable[[str], None]


def audit(
    sources: Sequence[str],
    *,
    labels: Iterable[str] | None = None,
    limits: Limits | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    timings: dict[str, float] | None = None,
    remark: Remark | None = None,
    stop: Stop | None = None,
) -> Audit:
    """Audits papers, each given as a module name or the path of a folder.

    `labels` restricts the audit to some claims; `progress(done, total)` is called after
    every finished task; `timings` is filled with seconds per task; `remark(sentence)` is
    called for what the user should know beside the audit.  Once `stop` is set, what is not
    decided yet is left open (while the papers are being read: KeyboardInterrupt).  Raises
    BadInput for an unknown paper or label and for an encoding at fault.
    """
    limits = limits or Limits()
    headers = describe_all(sources, limits, remark, stop)
    wanted = _wanted(headers, None if labels is None else set(labels))
    needed = _with_premises(headers, wanted)
    counter = _Counter(progress, len(needed) + len(wanted), stop)
    crew = Crew(timed, limits, PRELOAD, stop)
    try:
        return _audit(crew, headers, needed, wanted, seed, counter, timings)
    finally:
        crew.dismiss()


def _audit(
    crew: Crew,
    headers: list[PaperHeader],
    needed: list[Key],
    wanted: list[Key],
    seed: int,
    counter: _Counter,
    timings: dict[str, float] | None,
) -> Audit:
    """The rounds, each by the same workers: one that has decided a claim remembers some of what its mutants ask."""
    limits = crew.limits
    tasks: list[tuple[Any, ...]] = [(judge_task, *key, seed) for key in needed]
    first = _timed(crew, tasks, counter, timings, "judge")
    audits = {key: _audited(ending, headers, key, limits) for key, ending in zip(needed, first, strict=True)}
    late = [key for key, ending in zip(needed, first, strict=True) if _out_of_time(ending)]
    tasks = [(judge_task, *key, seed, False) for key in late]
    counter.total += len(late)
    for key, ending in zip(late, _timed(crew, tasks, counter, timings, "points"), strict=True):
        audits[key] = _better(audits[key], ending)
    second = [
        key for key in wanted if audits[key].result in DECIDED and audits[key].literal.outcome is not Outcome.GIVEN
    ]
    counter.skip(len(wanted) - len(second))
    tasks = [(second_task, *key, audits[key].result.value, _decisive(audits[key]), seed) for key in second]
    for key, ending in zip(second, _timed(crew, tasks, counter, timings, "mutants"), strict=True):
        audits[key] = _with_second(audits[key], ending)
    papers = tuple(_paper(header, audits, set(wanted)) for header in headers)
    settings = {"seed": str(seed), "seconds": f"{limits.seconds:g}", "memory_mb": str(limits.memory_mb)}
    return Audit(versions(), papers, settings, {header.id: counter.seconds_of(header) for header in headers})


def describe_all(
    sources: Sequence[str], limits: Limits, remark: Remark | None = None, stop: Stop | None = None
) -> list[PaperHeader]:
    """Reads papers, each in a worker.  Raises BadInput for one that cannot be read, KeyboardInterrupt once `stop` is set."""
    prepare(PRELOAD)
    patient = replace(limits, seconds=max(limits.seconds, READING_SECONDS))
    endings = collect(run(describe, [(s,) for s in sources], patient, stop=stop))
    if stop is not None:
        if stop.is_set:
            raise KeyboardInterrupt
        stop.begin()
    headers = []
    for source, ending in zip(sources, endings, strict=True):
        headers.append(_header(source, ending))
        if remark is not None and headers[-1].said:
            remark(f"{source} prints while it is read; left out: {headers[-1].said}")
    return headers


def versions() -> dict[str, str]:
    """The versions that a verdict may depend on."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed as a package"
    return found


# --- putting the answers together ---------------------------------------------------------------

Key = tuple[str, str]


class _Counter:
    """Counts finished tasks for the progress bar, and the seconds of each claim."""

    def __init__(self, progress: Progress | None, total: int, stop: Stop | None) -> None:
        self.progress, self.total, self.done = progress, total, 0
        self.stop = stop
        self.interrupted = False
        self.seconds: defaultdict[Key, float] = defaultdict(float)

    @property
    def stopped(self) -> bool:
        return self.interrupted or bool(self.stop and self.stop.is_set)

    def clocked(self, key: Key, ending: Ending, limits: Limits) -> Ending:
        """What the task answered; how long it took is kept for its claim."""
        if isinstance(ending, Failed):
            self.seconds[key] += limits.seconds if ending.reason is Reason.TIME else 0
            return ending
        self.seconds[key] += ending.value.seconds
        return Done(ending.value.answer)

    def seconds_of(self, header: PaperHeader) -> dict[str, float]:
        """By label, in print order."""
        keys = [(header.source, claim.label) for claim in header.claims]
        return {key[1]: round(self.seconds[key], 3) for key in keys if key in self.seconds}

    def skip(self, number: int) -> None:
        self.done += number
        if self.progress:
            self.progress(self.done, self.total)


def _timed(
    crew: Crew,
    tasks: list[tuple[Any, ...]],
    counter: _Counter,
    timings: dict[str, float] | None,
    name: str,
) -> list[Ending]:
    endings: dict[int, Ending] = {}
    started = time.perf_counter()
    try:
        about = [task[1:3] for task in tasks]
        for index, ending in crew.work(tasks, about) if not counter.stopped else ():
            endings[index] = counter.clocked(about[index], ending, crew.limits)
            if timings is not None:
                source, label = about[index]
                timings[f"{source} {label} {name} finished after"] = round(time.perf_counter() - started, 3)
            counter.skip(1)
    except KeyboardInterrupt:  # what is decided so far is kept, and told
        if counter.stopped:  # somebody insists
            raise
        counter.interrupted = True
    return [endings.get(index, STOPPED) for index in range(len(tasks))]


def _header(source: str, ending: Ending) -> PaperHeader:
    if isinstance(ending, Failed):
        why = "" if ending.reason is Reason.UNKNOWN else f" ({ending.reason.value})"
        raise BadInput(f"{source} could not be read: {ending.detail}{why}; expected a folder that defines a paper")
    if isinstance(ending.value, Bad):
        raise BadInput(ending.value.message)
    header: PaperHeader = ending.value
    return header


def _wanted(headers: list[PaperHeader], labels: set[str] | None) -> list[Key]:
    known = [(header.source, claim.label) for header in headers for claim in header.claims]
    if labels is None:
        return known
    missing = labels - {label for _, label in known}
    if missing:
        names = ", ".join(header.id for header in headers)
        raise BadInput(f"label {sorted(missing)[0]!r} is not in {names}; `referee show {names}` lists the labels")
    return [key for key in known if key[1] in labels]


def _with_premises(headers: list[PaperHeader], wanted: list[Key]) -> list[Key]:
    """What is asked for and all that it rests on: a line has the conditions of its premises."""
    needed = {
        (header.source, label)
        for header in headers
        for label in with_premises({label for source, label in wanted if source == header.source}, header.premises)
    }
    return [(h.source, c.label) for h in headers for c in h.claims if (h.source, c.label) in needed]


def _audited(ending: Ending, headers: list[PaperHeader], key: Key, limits: Limits) -> ClaimAudit:
    if isinstance(ending, Done):
        if isinstance(ending.value, Bad):
            raise BadInput(ending.value.message)
        found: ClaimAudit = ending.value
        return found
    header = next(claim for h in headers if h.source == key[0] for claim in h.claims if claim.label == key[1])
    evidence = Evidence("none", failure(ending, limits), reason=ending.reason)
    verdict = Verdict("as printed", Outcome.UNDECIDED, None, evidence)
    return ClaimAudit(
        header.label,
        header.where,
        header.kind,
        header.printed,
        Result.OPEN,
        (verdict,),
        premises=header.premises,
        note=header.note,
    )


def _decisive(found: ClaimAudit) -> tuple[str, tuple[str, ...]]:
    return found.decisive.name, found.decisive.premises


def _out_of_time(ending: Ending) -> bool:
    return isinstance(ending, Failed) and ending.reason is Reason.TIME


def _better(found: ClaimAudit, ending: Ending) -> ClaimAudit:
    """The claim as compared at points, if that decided anything."""
    if not isinstance(ending, Done) or not isinstance(ending.value, ClaimAudit) or ending.value.result is Result.OPEN:
        return found
    remark = f"The search for a proof was given up ({found.literal.evidence.detail})."
    return replace(ending.value, note=f"{ending.value.note} {remark}" if ending.value.note else remark)


def failure(failed: Failed, limits: Limits) -> str:
    """Why a check gave no answer, with the limit if it met one."""
    allowed = {Reason.TIME: f"{limits.seconds:g} s", Reason.MEMORY: f"{limits.memory_mb} MB"}.get(failed.reason)
    if failed.reason is Reason.UNKNOWN:
        return f"the check stopped with an error of its own: {failed.detail}"
    return f"{failed.reason.value}{f' ({allowed})' if allowed else ''}: {failed.detail}"


def _with_second(claim: ClaimAudit, ending: Ending) -> ClaimAudit:
    if isinstance(ending, Failed):
        note = f"The mutants were not finished ({ending.reason.value}). {claim.note or ''}".strip()
        return replace(claim, note=note, mutants=Mutants(0, 0))
    second: Second = ending.value
    mend = second.mend
    return replace(
        claim,
        mutants=second.mutants,
        correction=claim.correction or second.correction,
        corrected=claim.corrected or (mend.latex if mend else None),
        mend=mend,
    )


def _paper(header: PaperHeader, audits: dict[Key, ClaimAudit], wanted: set[Key]) -> PaperAudit:
    affects = affected(header.premises)
    decided = inherit(audits[header.source, c.label] for c in header.claims if (header.source, c.label) in audits)
    claims = tuple(
        replace(decided[claim.label], affects=affects[claim.label])
        for claim in header.claims
        if (header.source, claim.label) in wanted
    )
    about = dict(header.about)
    return PaperAudit(header.id, header.title, header.citation, header.units, claims, header.notation, **about)
