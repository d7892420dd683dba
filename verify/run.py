"""Claims in, verdicts out: every check in a worker process with hard limits.

Two rounds.  The first decides every claim; the second spoils the claims that hold and
looks for repairs of those that do not.  A claim whose time ran out in the first round is
compared at points once more, without the search for a proof, so that this evidence is not
lost with it.  A worker that hangs, crashes or runs out of memory turns its claim into an
OPEN with the reason, and costs no other claim anything.

With a file of answers (`verify.cache`) what was decided once, in this run or an earlier one, is not decided again; each
answer is there as soon as it is found, so that a run that was killed is taken up by the next.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from verify.asking import Rounds
from verify.cache.engine import Engine
from verify.cache.headers import Headers
from verify.cache.rounds import Kept
from verify.cache.spool import Spool
from verify.cache.store import Store
from verify.counting import Counter, Key, Progress
from verify.errors import BadInput as BadInput
from verify.judging.dependence import affected, with_premises
from verify.judging.inheritance import inherit
from verify.tasks import (
    Bad,
    ClaimHeader,
    PaperHeader,
    Second,
    describe,
    judge_task,
    second_task,
    timed,
)
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
from verify.workers.endings import Team
from verify.workers.pool import Crew, Done, Ending, Failed, Limits, Stop, collect, prepare

PRELOAD = (
    "sympy",
    "flint",
    "mpmath",
    "verify.judging.judge",
    "verify.slips.mutants",
    "verify.slips.repairs",
    "verify.exchange.loading",
    "verify.cache.digests",
    "verify.cache.patching",
)
PACKAGES = ("referee", "sympy", "python-flint", "mpmath")
DECIDED = (Result.PASS, Result.PASS_IF, Result.FAIL)

READING_SECONDS = 10.0
"""Time to read a paper, whatever the limit for a check is."""

Remark = Callable[[str], None]
Audits = Spool[Key, ClaimAudit]


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
    store: Store | None = None,
    deadline: float | None = None,
    team: Team | None = None,
    unchanged: Callable[[Iterable[str]], None] | None = None,
) -> Audit:
    """Audits papers, each given as a module name or the path of a folder.

    `labels` restricts the audit to some claims; `progress(done, total)` is called after
    every finished task; `timings` is filled with seconds per task; `remark(sentence)` is
    called for what the user should know beside the audit.  Once `stop` is set, what is not
    decided yet is left open (while the papers are being read: KeyboardInterrupt).  What `store` has
    is not decided again, and what is decided is added to it.  After `deadline` seconds nothing more is decided: the rest is
    left open, too.  `team` are workers that somebody else has, and keeps.  `unchanged` is told what
    the papers print that are as they were, while others are read.  A line whose encoding is at fault is open, with that
    reason, and remarked on.  Raises BadInput for an unknown label and for a paper that is unknown or cannot be read.
    """
    limits = limits or Limits()
    stop = Stop() if stop is None and deadline is not None else stop
    moment = None if deadline is None else time.monotonic() + deadline
    engine = None if store is None else Engine(versions())
    known = None if store is None or engine is None else Headers(store, engine, PaperHeader)
    kept: Kept | None = None
    crew = Crew(timed, limits, PRELOAD, stop) if team is None else team
    try:
        headers = describe_all(sources, limits, remark, stop, known, crew, unchanged)
        kept = None if store is None or engine is None else _kept(store, engine, headers, limits, seed)
        wanted = _wanted(headers, None if labels is None else set(labels))
        needed = _with_premises(headers, wanted)
        counter = Counter(progress, len(needed) + len(wanted), stop)
        with nullcontext() if stop is None else stop.at(moment):
            audits = _decided(Rounds(crew, counter, kept, timings), headers, needed, wanted, seed)
        if team is None:
            crew.dismiss()  # what is decided needs room now
        papers = tuple(_paper(header, audits, set(wanted)) for header in headers)
        settings = {"seed": str(seed), "seconds": f"{limits.seconds:g}", "memory_mb": str(limits.memory_mb)}
        spent = {header.id: counter.seconds_of(header) for header in headers}
        return _told(Audit(versions(), papers, settings, spent), remark)
    finally:
        if team is None:
            crew.dismiss()
        if kept is not None:
            kept.flush()
            _tell_changed(kept, remark)


def _told(found: Audit, remark: Remark | None) -> Audit:
    for claim in (claim for paper in found.papers for claim in paper.claims):
        if remark is not None and claim.literal.evidence.reason is Reason.ENCODING:
            remark(f"{claim.literal.evidence.detail}; this line is OPEN")
    return found


def _tell_changed(kept: Kept, remark: Remark | None) -> None:
    for source in sorted(kept.changed):
        if remark is not None:
            remark(f"{source} was changed while it was audited, or reads otherwise each time: not all of it is kept")


def _decided(rounds: Rounds, headers: list[PaperHeader], needed: list[Key], wanted: list[Key], seed: int) -> Audits:
    """The rounds, each by the same workers: one that has read a paper, or decided a claim, remembers some of what is asked next."""
    limits, counter = rounds.crew.limits, rounds.counter
    audits, late = Audits(), set[Key]()
    lines = {(header.source, claim.label): claim for header in headers for claim in header.claims}

    def judged(key: Key, ending: Ending) -> None:
        audits[key] = _audited(ending, lines[key], limits)
        late.update({key} if isinstance(ending, Failed) and ending.reason is Reason.TIME else ())

    def compared_at_points(key: Key, ending: Ending) -> None:
        audits[key] = _better(audits[key], ending)

    def spoiled(key: Key, ending: Ending) -> None:
        audits[key] = _with_second(audits[key], ending)

    rounds.ask("judge", judge_task, dict.fromkeys(needed, (seed,)), ClaimAudit, judged)
    counter.total += len(late)
    again = {key: (seed, False) for key in needed if key in late}
    rounds.ask("points", judge_task, again, ClaimAudit, compared_at_points)
    asked = {key: (*about, seed) for key in wanted if (about := _to_spoil(audits[key]))}
    counter.skip(len(wanted) - len(asked))
    rounds.ask("mutants", second_task, asked, Second, spoiled)
    return audits


def _to_spoil(claim: ClaimAudit) -> tuple[Any, ...]:
    """What the second round is told of a claim; nothing where it has nothing to do."""
    if claim.result not in DECIDED or claim.literal.outcome is Outcome.GIVEN:
        return ()
    return claim.result.value, (claim.decisive.name, claim.decisive.premises)


def describe_all(
    sources: Sequence[str],
    limits: Limits,
    remark: Remark | None = None,
    stop: Stop | None = None,
    known: Headers | None = None,
    crew: Team | None = None,
    unchanged: Callable[[Iterable[str]], None] | None = None,
) -> list[PaperHeader]:
    """Reads papers, each in a worker, one of the `crew` if that is to decide them.

    `known` has the headers of those that are as they were, and gets those of the others; `unchanged` is told what these
    print, if there are others.  Raises BadInput for one that
    cannot be read, KeyboardInterrupt once `stop` is set.
    """
    found: dict[str, PaperHeader] = {} if known is None else known.find(sources)
    left = [source for source in dict.fromkeys(sources) if source not in found]
    if left:
        prepare(PRELOAD)
    if left and unchanged is not None:
        unchanged(claim.printed for header in found.values() for claim in header.claims)
    patient = replace(limits, seconds=max(limits.seconds, READING_SECONDS))
    readers = crew or Crew(timed, patient, PRELOAD, stop)
    try:
        tasks = [(describe, source, known is not None) for source in left]
        endings = [
            _untimed(ending) for ending in collect(readers.work(tasks, [(source,) for source in left], patient.seconds))
        ]
    finally:
        if crew is None:
            readers.dismiss()
    if stop is not None and stop.is_set:
        raise KeyboardInterrupt
    read = {source: _header(source, ending) for source, ending in zip(left, endings, strict=True)}
    if known is not None:
        known.keep({source: header for source, header in read.items() if header.digests is not None})
    headers = [(found | read)[source] for source in sources]
    for header in headers:
        _tell_header(header, remark)
    return headers


def _untimed(ending: Ending) -> Ending:
    return Done(ending.value.answer) if isinstance(ending, Done) else ending


def _tell_header(header: PaperHeader, remark: Remark | None) -> None:
    if remark is not None and header.said:
        remark(f"{header.source} prints while it is read; left out: {header.said}")
    if remark is not None and header.why_not:
        remark(f"{header.source} is decided anew each time: {header.why_not}")
    if remark is not None and header.forgotten:
        remark(f"{header.source} does not import {', '.join(header.forgotten)}; the lines there are not audited")


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


def _kept(store: Store, engine: Engine, headers: list[PaperHeader], limits: Limits, seed: int) -> Kept:
    settings = {"seed": str(seed), "seconds": repr(float(limits.seconds)), "memory": str(limits.memory_mb)}
    kept = Kept(store, engine, settings)
    for header in headers:
        if header.digests is not None:
            kept.knows(header.source, header.id, header.digests)
    return kept


def _header(source: str, ending: Ending) -> PaperHeader:
    if isinstance(ending, Failed):
        why = "" if ending.reason is Reason.UNKNOWN else f" ({ending.reason.value})"
        raise BadInput(
            f"{source} could not be read: {ending.detail}{why}; expected a folder or a file that defines a paper"
        )
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


def _audited(ending: Ending, header: ClaimHeader, limits: Limits) -> ClaimAudit:
    if isinstance(ending, Done):
        if isinstance(ending.value, Bad):
            raise BadInput(ending.value.message)
        found: ClaimAudit = ending.value
        return found
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


def _paper(header: PaperHeader, audits: Audits, wanted: set[Key]) -> PaperAudit:
    affects = affected(header.premises)
    decided = inherit(audits[header.source, c.label] for c in header.claims if (header.source, c.label) in audits)
    claims = tuple(
        replace(decided[claim.label], affects=affects[claim.label]) if affects[claim.label] else decided[claim.label]
        for claim in header.claims
        if (header.source, claim.label) in wanted
    )
    about = dict(header.about)
    return PaperAudit(header.id, header.title, header.citation, header.units, claims, header.notation, **about)
