"""Plants errors in encodings that pass, to measure how many an audit would catch.

For a claim whose result is PASS, slips are drawn from the catalogue (`verify.slips.mutants`)
and made in its encoding, one at a time, as a tired author of a derivation would.  A slip
is caught if the claim FAILs (or is no claim any more), if its dimensions disagree, or if
the printed LaTeX and the encoding differ.  A slip that is proved to change nothing is no
error, and another is drawn for it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from verify.deciding.settings import Settings
from verify.encoding.paper import Paper
from verify.exchange.loading import load_paper
from verify.judging import dimension
from verify.judging.judge import judge_claim
from verify.page import transcription
from verify.premises.facts import Facts
from verify.slips.mutants import Mutant, explained, judge_mutant, spoil
from verify.verdicts import Outcome, Result
from verify.vocabulary.readings import Claim

FAIL, DIMENSION, TRANSCRIPTION, MISSED = "FAIL", "dimension", "transcription", "missed"


@dataclass(frozen=True)
class Planted:
    """One slip in one claim, in words, and what noticed it."""

    label: str
    slip: str
    kind: str
    caught: str


@dataclass(frozen=True)
class Trial:
    """One claim: whether it passes, which alarm it gives unspoiled (a false one), and the slips planted in it."""

    label: str
    result: Result
    alarm: str | None
    planted: tuple[Planted, ...]
    harmless: int


def try_planted(source: str, label: str, seed: int, most: int | None = 1) -> Trial:
    """Draws `most` different slips (None: all of the catalogue) for a claim that passes; a task for `verify.workers.pool`."""
    paper = load_paper(source)
    claim = paper.claims[label]
    settings = Settings(units=paper.units)
    audit = judge_claim(paper, claim, settings)
    if audit.result is not Result.PASS:
        return Trial(label, audit.result, None, (), 0)
    alarm = _by_comparison(paper, claim)
    chance = random.Random(f"{seed} {paper.id} {label}")
    facts = Facts.of(claim.literal)
    planted: list[Planted] = []
    harmless = 0
    for slip in _drawn(claim, chance):
        if len(planted) == most:
            break
        noticed = _noticed(paper, claim, slip, facts, settings)
        if noticed is None:
            harmless += 1
        else:
            planted.append(Planted(label, slip.slip, slip.kind, noticed))
    return Trial(label, audit.result, alarm, tuple(planted), harmless)


def _drawn(claim: Claim, chance: random.Random) -> Iterator[Mutant]:
    """Every slip of the catalogue in random order, the kinds by turns, so that a kind with many forms is no likelier."""
    kinds: dict[str, list[Mutant]] = {}
    for slip in spoil(claim.literal, most=None):
        kinds.setdefault(slip.kind, []).append(slip)
    queues = list(kinds.values())
    for queue in queues:
        chance.shuffle(queue)
    while queues:
        chance.shuffle(queues)
        yield from [queue.pop() for queue in queues]
        queues = [queue for queue in queues if queue]


def _noticed(paper: Paper, claim: Claim, slip: Mutant, facts: Facts, settings: Settings) -> str | None:
    """What notices the slip, MISSED, or None if it is proved to be none."""
    finding = judge_mutant(slip, facts, settings)
    if finding is None or finding.outcome is Outcome.REFUTED:
        return FAIL
    spoiled = replace(claim, readings=(slip.reading, *claim.readings[1:]))
    if (alarm := _by_comparison(paper, spoiled)) is not None:
        return alarm
    return None if explained(slip, claim.literal, finding, facts).equivalent else MISSED


def _by_comparison(paper: Paper, claim: Claim) -> str | None:
    if dimension.check(claim, paper.units).startswith("mismatch"):
        return DIMENSION
    if transcription.check(claim, paper).word == transcription.DIFFERS:
        return TRANSCRIPTION
    return None


def labels_of(source: str) -> Iterator[str]:
    """The claims of a paper that could pass, in print order."""
    for claim in load_paper(source).in_print_order():
        if not claim.basis and claim.kind != "remark":
            yield claim.label
