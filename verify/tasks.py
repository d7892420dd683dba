"""What a worker is asked: to read a paper, to decide a claim, to spoil it or look for its repairs.

The answers are data that can be sent from one process to another.  What a task needs is imported by the worker
that does it, so that whoever only asks stays small.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from typing import Any

from verify.cache.keys import Digests, Print
from verify.cache.rounds import Answer
from verify.verdicts import ClaimAudit, Mend, Mutants, NotationEntry, Result


@dataclass(frozen=True, slots=True)
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
    """What is known of a paper once its folder has been read; `about` are its authors, version, date and DOI."""

    source: str
    id: str
    title: str
    citation: str
    units: str
    claims: tuple[ClaimHeader, ...]
    notation: tuple[NotationEntry, ...] = ()
    said: str = ""
    digests: Digests | None = None
    """What its answers are kept under, if that was asked for and is possible."""
    why_not: str = ""
    """Why its answers are not kept."""
    about: tuple[tuple[str, str], ...] = ()
    forgotten: tuple[str, ...] = ()
    """Files with lines of the paper which it does not import."""

    @property
    def premises(self) -> dict[str, tuple[str, ...]]:
        """The premises of each claim, by label in print order."""
        return {claim.label: claim.premises for claim in self.claims}


@dataclass(frozen=True)
class Bad:
    """A worker's way to say that a paper cannot be read."""

    message: str


@dataclass(frozen=True)
class Second:
    """What the second round adds to a claim."""

    mutants: Mutants | None
    correction: str | None
    mend: Mend | None = None


@dataclass(frozen=True)
class Timed:
    """What a task answered, and the seconds that it took."""

    answer: Any
    seconds: float


def timed(task: Callable[..., Any], *arguments: Any) -> Timed:
    """A task by the worker's clock: what waits in a queue costs nothing."""
    began = time.perf_counter()
    answer = task(*arguments)
    return Timed(answer, time.perf_counter() - began)


def describe(source: str, to_keep: bool = False) -> PaperHeader | Bad:
    """Reads a paper and tells what is in it; `to_keep` asks for its digests, too."""
    from verify.errors import ClaimError
    from verify.exchange.loading import load_paper, not_imported

    said = _Said()
    try:
        with redirect_stdout(said):
            paper = load_paper(source)
    except ClaimError as error:
        return Bad(str(error))
    claims = tuple(ClaimHeader(c.label, c.where, c.kind, c.printed, c.premises, c.note) for c in paper.in_print_order())
    about = tuple((name, getattr(paper, name)) for name in ("authors", "version", "date", "doi"))
    notation = paper.told_notation()
    header = PaperHeader(
        source, paper.id, paper.title, paper.citation, paper.units.value, claims, notation, about=about
    )
    digests, why_not = _digests(source, paper) if to_keep else (None, "")
    forgotten = not_imported(source)
    return replace(header, said=said.first_line(), digests=digests, why_not=why_not, forgotten=forgotten)


def _digests(source: str, paper: Any) -> tuple[Digests | None, str]:
    """The digests of a paper, or why its answers cannot be kept; from then on no answer of this process is kept."""
    global _may_be_changed
    from verify.cache.canonical import NotCanonical
    from verify.cache.digests import digests_of
    from verify.cache.patching import objection
    from verify.exchange.loading import package_of

    package = package_of(source)
    if package not in _objections:
        _objections[package] = objection(package)
    why_not = _objections[package]
    _may_be_changed |= why_not is not None
    if why_not is None and not _may_be_changed:
        try:
            return digests_of(paper), ""
        except NotCanonical as problem:
            why_not = f"there is {problem} in it"
    return None, why_not or "another paper may have changed the program"


_objections: dict[str, str | None] = {}
_may_be_changed = False
"""Whether a paper that may have changed the program was read in this process."""


def answered(source: str, label: str, function: Callable[..., Any], *more: Any) -> Answer:
    """What a task answers, with what is needed to keep it: `function(source, label, *more)`."""
    from verify.encoding.lookups import watched
    from verify.errors import ClaimError
    from verify.exchange.loading import load_paper

    began = time.perf_counter()
    try:
        paper = load_paper(source)
    except ClaimError as error:
        return Answer(Bad(str(error)))
    digests, _ = _digests(source, paper)
    if digests is None:
        return Answer(function(source, label, *more))
    prints = _printed(paper, label) if function is not second_task else None
    with watched(paper, digests.below(label)) as looked_up:
        value = function(source, label, *more)
    seconds = time.perf_counter() - began
    return Answer(value, digests.whole, prints, not looked_up.strange, seconds)


def compared(source: str, label: str) -> None:
    """Nothing but the comparison with the print, which `answered` makes in any case."""


def _printed(paper: Any, label: str) -> Print | None:
    """What print says of a claim; None where that cannot be kept."""
    from verify.cache.canonical import NotCanonical
    from verify.cache.digests import printed

    try:
        return printed(paper, label)
    except (NotCanonical, RecursionError):
        return None


def judge_task(source: str, label: str, seed: int, proofs: bool = True) -> ClaimAudit | Bad:
    """The first round for one claim; without `proofs`, what can be said from points alone.

    A line whose encoding is at fault is open with that reason: it cannot be decided, the others can.
    """
    from verify.deciding.settings import Settings
    from verify.errors import ClaimError
    from verify.exchange.loading import load_paper
    from verify.judging.judge import at_fault, judge_claim

    try:
        paper = load_paper(source)
    except ClaimError as error:
        return Bad(str(error))
    claim = paper.claims[label]
    try:
        return judge_claim(paper, claim, Settings(seed, proofs=proofs), alone=False)
    except ClaimError as error:
        return at_fault(claim, str(error))


def second_task(source: str, label: str, result: str, decisive: tuple[str, tuple[str, ...]], seed: int) -> Second:
    """The second round for one claim: mutants of what holds, repairs of what does not.

    `decisive` are the name and the citations of the reading on which the result rests.
    """
    from verify.deciding.settings import Settings
    from verify.exchange.loading import load_paper
    from verify.grammar.tokens import formulas_in
    from verify.judging.literal import reading_of
    from verify.judging.typesetting import Typesetter
    from verify.premises.facts import forget
    from verify.slips.mutants import try_mutants
    from verify.slips.repairs import in_words, mend_of, repairs

    paper = load_paper(source)
    claim = paper.claims[label]
    settings = Settings(seed, units=paper.units)
    if result == Result.FAIL:
        if any(read.fault for read in claim.readings):
            return Second(
                None, None
            )  # the encoding says what is wrong; a slip that mends the line may say another thing
        found = repairs(claim.literal, settings, in_words_only=not formulas_in(claim.printed))
        typeset = Typesetter(paper.spellings, claim.printed)
        forget(claim.literal)
        return Second(None, in_words(found, typeset), mend_of(found, typeset))
    read = reading_of(decisive, paper, claim, settings)
    mutants = try_mutants(read, settings)
    forget(read)  # nothing more is asked of it
    return Second(mutants, None)


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
