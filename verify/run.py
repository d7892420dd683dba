"""Claims in, verdicts out: every check in a worker process with hard limits.

Two rounds.  The first decides every claim; the second spoils the claims that hold and
looks for repairs of those that do not.  A claim whose time ran out in the first round is
compared at points once more, without the search for a proof, so that this evidence is not
lost with it.  A worker that hangs, crashes or runs out of memory turns its claim into an
OPEN with the reason, and costs no other claim anything.
"""

from __future__ import annotations

import io
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from verify.errors import BadInput as BadInput
from verify.judging.dependence import affected, with_premises
from verify.judging.inheritance import inherit
from verify.verdicts import (
    Audit,
    ClaimAudit,
    Evidence,
    Mutants,
    NotationEntry,
    Outcome,
    PaperAudit,
    Reason,
    Result,
    Verdict,
)
from verify.workers.pool import Done, Ending, Failed, Limits, Stop, collect, prepare, run

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


@dataclass(frozen=True)
class ClaimHeader:
    """What is known of a claim before it is decided."""

    label: str
    where: str
    kind: str
    printed: str
    premises: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class PaperHeader:
    """What is known of a paper once its folder has been read."""

    source: str
    id: str
    title: str
    citation: str
    units: str
    claims: tuple[ClaimHeader, ...]
    notation: tuple[NotationEntry, ...] = ()
    said: str = ""

    @property
    def premises(self) -> dict[str, tuple[str, ...]]:
        """The premises of each claim, by label in print order."""
        return {claim.label: claim.premises for claim in self.claims}


@dataclass(frozen=True)
class Bad:
    """A worker's way to say that the encoding is at fault."""

    message: str


@dataclass(frozen=True)
class Second:
    """What the second round adds to a claim."""

    mutants: Mutants | None
    correction: str | None
    mends: str | None = None


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
    first = _timed(judge_task, [(s, label, seed) for s, label in needed], limits, counter, timings, "judge")
    audits = {key: _audited(ending, headers, key, limits) for key, ending in zip(needed, first, strict=True)}
    late = [key for key, ending in zip(needed, first, strict=True) if _out_of_time(ending)]
    tasks = [(s, label, seed, False) for s, label in late]
    counter.total += len(late)
    for key, ending in zip(late, _timed(judge_task, tasks, limits, counter, timings, "points"), strict=True):
        audits[key] = _better(audits[key], ending)
    second = [
        key for key in wanted if audits[key].result in DECIDED and audits[key].literal.outcome is not Outcome.GIVEN
    ]
    counter.skip(len(wanted) - len(second))
    spoiled = [(*key, audits[key].result.value, _decisive(audits[key]), seed) for key in second]
    for key, ending in zip(second, _timed(second_task, spoiled, limits, counter, timings, "mutants"), strict=True):
        audits[key] = _with_second(audits[key], ending)
    papers = tuple(_paper(header, audits, set(wanted)) for header in headers)
    settings = {"seed": str(seed), "seconds": f"{limits.seconds:g}", "memory_mb": str(limits.memory_mb)}
    return Audit(versions(), papers, settings)


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


# --- what the workers do ------------------------------------------------------------------------


def describe(source: str) -> PaperHeader | Bad:
    """Reads a paper and tells what is in it."""
    from verify.encoding.loading import load_paper
    from verify.errors import ClaimError

    said = _Said()
    try:
        with redirect_stdout(said):
            paper = load_paper(source)
    except ClaimError as error:
        return Bad(str(error))
    claims = tuple(ClaimHeader(c.label, c.where, c.kind, c.printed, c.premises, c.note) for c in paper.in_print_order())
    said_first = said.first_line()
    return PaperHeader(
        source, paper.id, paper.title, paper.citation, paper.units.value, claims, paper.told_notation(), said_first
    )


def judge_task(source: str, label: str, seed: int, proofs: bool = True) -> ClaimAudit | Bad:
    """The first round for one claim; without `proofs`, what can be said from points alone."""
    from verify.deciding.settings import Settings
    from verify.encoding.loading import load_paper
    from verify.errors import ClaimError
    from verify.judging.judge import judge_claim

    try:
        paper = load_paper(source)
        return judge_claim(paper, paper.claims[label], Settings(seed, proofs=proofs), alone=False)
    except ClaimError as error:
        return Bad(str(error))


def second_task(source: str, label: str, result: str, decisive: tuple[str, tuple[str, ...]], seed: int) -> Second:
    """The second round for one claim: mutants of what holds, repairs of what does not.

    `decisive` are the name and the citations of the reading on which the result rests.
    """
    from verify.deciding.settings import Settings
    from verify.encoding.loading import load_paper
    from verify.grammar.tokens import formulas_in
    from verify.judging.literal import reading_of
    from verify.slips.mutants import try_mutants
    from verify.slips.repairs import in_words, repairs

    paper = load_paper(source)
    claim = paper.claims[label]
    settings = Settings(seed, units=paper.units)
    if result == Result.FAIL:
        found = repairs(claim.literal, settings, in_words_only=not formulas_in(claim.printed))
        return Second(None, in_words(found), found[0].words if len(found) == 1 else None)
    return Second(try_mutants(reading_of(decisive, paper, claim, settings), settings), None)


class _Said(io.TextIOBase):
    """Takes what a paper prints, and keeps the beginning."""

    MOST = 200

    def __init__(self) -> None:
        self.text = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        self.text = (self.text + text[: self.MOST])[: self.MOST]
        return len(text)

    def first_line(self) -> str:
        lines = [line.strip() for line in self.text.splitlines() if line.strip()]
        return f"{lines[0]!r}" + (" and more" if len(lines) > 1 else "") if lines else ""


# --- putting the answers together ---------------------------------------------------------------

Key = tuple[str, str]


class _Counter:
    """Counts finished tasks for the progress bar."""

    def __init__(self, progress: Progress | None, total: int, stop: Stop | None) -> None:
        self.progress, self.total, self.done = progress, total, 0
        self.stop = stop
        self.interrupted = False

    @property
    def stopped(self) -> bool:
        return self.interrupted or bool(self.stop and self.stop.is_set)

    def skip(self, number: int) -> None:
        self.done += number
        if self.progress:
            self.progress(self.done, self.total)


def _timed(
    function: Callable[..., object],
    tasks: Sequence[tuple[object, ...]],
    limits: Limits,
    counter: _Counter,
    timings: dict[str, float] | None,
    name: str,
) -> list[Ending]:
    endings: dict[int, Ending] = {}
    started = time.perf_counter()
    try:
        for index, ending in run(function, tasks if not counter.stopped else (), limits, stop=counter.stop):
            endings[index] = ending
            if timings is not None:
                source, label, *_ = tasks[index]
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
    if claim.correction and second.mends:  # the words go with the encoding's own line
        claim = _mended(claim, second.mends)
    return replace(claim, mutants=second.mutants, correction=claim.correction or second.correction)


def _mended(claim: ClaimAudit, words: str) -> ClaimAudit:
    """Names in the evidence what is wrong with the line: the one change after which it is proved."""
    literal = claim.literal
    detail = f"{literal.evidence.detail} One change mends it: {words}."
    return replace(
        claim, readings=(replace(literal, evidence=replace(literal.evidence, detail=detail)), *claim.readings[1:])
    )


def _paper(header: PaperHeader, audits: dict[Key, ClaimAudit], wanted: set[Key]) -> PaperAudit:
    affects = affected(header.premises)
    decided = inherit(audits[header.source, c.label] for c in header.claims if (header.source, c.label) in audits)
    claims = tuple(
        replace(decided[claim.label], affects=affects[claim.label])
        for claim in header.claims
        if (header.source, claim.label) in wanted
    )
    return PaperAudit(header.id, header.title, header.citation, header.units, claims, header.notation)
