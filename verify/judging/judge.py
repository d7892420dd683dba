"""Decides a reading of a claim: which checker, on which facts, and how the parts combine.

All statements of a reading must hold.  One refuted statement refutes it, one undecided
statement leaves it undecided, and the weakest grade is the grade of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from verify.deciding.settings import DEFAULT, Settings
from verify.encoding.paper import Paper
from verify.errors import ClaimError, UndecidableCondition
from verify.judging import dimension
from verify.judging.inheritance import inherit, owner_of
from verify.judging.literal import Literal, decide_literal
from verify.judging.printed_needs import heeded
from verify.judging.residuals import residual
from verify.judging.typesetting import Typesetter, with_leading_term
from verify.judging.verdict_on import finding_on, transcribed_line, verdict_on
from verify.kinds.table import KINDS
from verify.page import transcription
from verify.points.domain import EmptyDomain
from verify.premises.facts import Facts
from verify.theorems.figures import drawing
from verify.verdicts import (
    ClaimAudit,
    Drawing,
    Evidence,
    Outcome,
    Reason,
    Result,
    Verdict,
    result_of,
    with_inherited,
)
from verify.vocabulary.readings import Claim, Reading
from verify.vocabulary.statements import AS_PRINTED
from verify.wording import condition as in_words_of


def judge_claim(paper: Paper, claim: Claim, settings: Settings = DEFAULT, alone: bool = True) -> ClaimAudit:
    """The audit of one claim, mutants and affected claims left to the caller.

    A claim that is judged `alone` takes over from its premises what `verify.judging.inheritance` hands on in an audit.
    Raises ClaimError with the paper and label in front if the encoding is at fault.
    """
    settings = replace(settings, units=paper.units)
    try:
        transcribed = transcribed_line(paper, claim)
        literal = decide_literal(paper, claim, settings)
        claim = replace(claim, readings=(literal.reading, *claim.readings[1:]))
        claim, verdicts = _judged(paper, claim, literal, settings)
        if not claim.basis and claim.kind != "remark":
            _reject_unused_premises(claim, verdicts, transcribed.lost, settings)
        left = _asides_not_shown(paper, claim, settings)
        figure = None if claim.figure is None else drawing(claim.figure)
    except EmptyDomain as error:
        raise EmptyDomain(f"{paper.id} {claim.label}: {error}") from None
    except ClaimError as error:
        raise ClaimError(f"{paper.id} {claim.label}: {error}") from None
    printed = paper.claims.get(claim.label, claim)
    dimensions, two = _dimensions(claim, verdicts, settings)
    result = result_of(verdicts, dimensions)
    correction, corrected = _corrections(paper, claim, verdicts)
    audit = ClaimAudit(
        label=claim.label,
        where=claim.where,
        kind=claim.kind,
        printed=claim.printed,
        result=result,
        readings=verdicts,
        premises=printed.premises,
        dimension=dimensions.partition(": ")[0],
        dimension_detail=dimensions.partition(": ")[2] or None,
        dimensions=two,
        correction=correction,
        corrected=corrected,
        transcription=transcribed.word,
        note=_note(claim, transcribed, left),
        figure=figure,
        residual=_residual(literal) if result is Result.FAIL else None,
        derived_on_page=claim.derived_on_page,
    )
    audit = with_inherited(audit, literal.inherits)
    return _with_needs(paper, audit, settings) if alone else audit


def _residual(literal: Literal) -> Drawing | None:
    """A picture of how far a refuted line is off, where its sides differ over one parameter."""
    shown = literal.verdict.evidence.counterexample
    return (
        None
        if shown is None or literal.verdict.outcome is not Outcome.REFUTED
        else residual(literal.reading, shown.point)
    )


# --- the literal reading, and what its premises are worth -----------------------------------------


def _with_needs(paper: Paper, audit: ClaimAudit, settings: Settings) -> ClaimAudit:
    """The audit of a claim that is judged alone: what its premises need is told with the conditions of its reading."""
    lines, left = {audit.label: audit}, list(audit.decisive.premises)
    while left:
        owner = owner_of(left.pop(), paper.claims)
        if owner is not None and owner not in lines:
            line = _line(paper, paper.claims[owner], settings)
            if line is not None:
                lines[owner] = line
                left += [label for read in line.readings for label in read.premises]
    place = {label: number for number, label in enumerate(paper.claims)}  # a long chain is walked from its beginning
    whole = inherit(sorted(lines.values(), key=lambda line: place[line.label]))[audit.label]
    own = audit.literal.evidence.conditions
    if not audit.literal.holds:
        return whole
    conditions = dict.fromkeys((*own, *(inherited.condition for inherited in whole.inherits)))
    told = replace(audit.literal, evidence=replace(audit.literal.evidence, conditions=tuple(conditions)))
    return replace(whole, readings=(told, *whole.readings[1:]))


_LINES: WeakKeyDictionary[Claim, dict[Settings, ClaimAudit | None]] = WeakKeyDictionary()
"""Lines that others rest on, each judged once."""


def _line(paper: Paper, claim: Claim, settings: Settings) -> ClaimAudit | None:
    """A line that another one rests on; None while it is judged itself."""
    known = _LINES.setdefault(claim, {})
    if settings not in known:
        known[settings] = None
        try:
            known[settings] = judge_claim(paper, claim, settings, alone=False)
        except ClaimError as error:
            known[settings] = at_fault(claim, str(error))
    return known[settings]


def at_fault(claim: Claim, why: str) -> ClaimAudit:
    """The audit of a claim whose encoding is at fault: it is open, and so is what rests on it, provided that it holds."""
    verdict = Verdict(AS_PRINTED, Outcome.UNDECIDED, None, Evidence("none", why, reason=Reason.ENCODING))
    return ClaimAudit(
        claim.label, claim.where, claim.kind, claim.printed, Result.OPEN, (verdict,), claim.premises, note=claim.note
    )


def _judged(paper: Paper, claim: Claim, literal: Literal, settings: Settings) -> tuple[Claim, tuple[Verdict, ...]]:
    """The verdicts, and the claim without a fallback that was not needed."""
    readings: list[Reading] = [literal.reading]
    verdicts: list[Verdict] = [literal.verdict]
    for read in claim.readings[1:]:
        if read.fallback and any(v.holds and not r.corrects for r, v in zip(readings, verdicts, strict=True)):
            continue
        readings.append(read)
        verdicts.append(verdict_on(paper, claim, read, settings))
    return replace(claim, readings=tuple(readings)), tuple(verdicts)


def _note(claim: Claim, transcribed: transcription.Transcription, left: list[str]) -> str | None:
    """The encoder's remark, what of it is not decided, and that the print was not compared with the encoding."""
    parts = [] if claim.kind in ("remark", "missing") or not claim.note else [claim.note]
    parts += [f"Not decided in this run: {words!r}." for words in left]
    if (
        transcribed.detail and transcribed.word != transcription.WORDS
    ):  # what our parser cannot read is our affair, not the reader's
        parts.append("The printed text was not compared with the encoding by machine.")
    return " ".join(parts) or None


def _dimensions(claim: Claim, verdicts: tuple[Verdict, ...], settings: Settings) -> tuple[str, tuple[str, str] | None]:
    """Of the printed line in the units of the paper, or in those of a reading in other units that rescues it."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if read.units is not None and verdict.rescues:
            return dimension.told(read, read.units)
    return dimension.told(claim.literal, settings.units)


def _corrections(paper: Paper, claim: Claim, verdicts: tuple[Verdict, ...]) -> tuple[str | None, str | None]:
    """The first correction of the encoding that is proved: as it is told, in words where it has a condition; and its line in LaTeX."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if read.corrects and verdict.outcome is Outcome.PROVED:
            line = Typesetter(paper.spellings, claim.printed).relations_or_numbers(read)
            line = line or with_leading_term(claim.printed, claim.literal, read)
            return line if read.condition is None else f"It holds if {read.condition}.", line or None
    return None, None


# --- what the words of the encoder say ------------------------------------------------------------


def _asides_not_shown(paper: Paper, claim: Claim, settings: Settings) -> list[str]:
    """A number in a note is a claim like any other: one that is not shown to hold is not told.

    As of a line of the paper, nothing holds of it that an unprinted premise says already.  Raises ClaimError;
    only where the search for proofs is off (`Settings.proofs`) an aside may stay undecided, and is returned.
    """
    left: list[str] = []
    for said in paper.claims.get(claim.label, claim).asides:
        finding = finding_on(paper, said, settings)
        if finding.outcome is Outcome.UNDECIDED and not settings.proofs:
            left.append(said.name)
        elif not finding.outcome.holds:
            shown = finding.evidence.counterexample
            at = f" ({shown.lhs} against {shown.rhs})" if shown is not None else ""
            raise ClaimError(f"aside {said.name!r} is {finding.outcome}: {finding.evidence.detail}{at}")
    return left


# --- premises that do nothing -------------------------------------------------------------------


def _reject_unused_premises(
    claim: Claim, verdicts: tuple[Verdict, ...], lost: Sequence[Any], settings: Settings
) -> None:
    """A proved line that also follows without one of its premises does not rest on it.

    `lost` is what its print needs besides: a premise that makes it certain is used.
    """
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if verdict.outcome is not Outcome.PROVED or read.by is None:
            continue
        needed, facts = () if read.corrects else lost, Facts.of(read)
        for label in dict.fromkeys(eq.label for eq in read.by.leaves):
            if _holds_without(facts.without(label), read, verdict.evidence.conditions, needed, settings):
                raise ClaimError(f"reading {read.name!r}: premise {label!r} is not used, the line follows without it")


def _holds_without(
    facts: Facts, read: Reading, conditions: Iterable[str], lost: Sequence[Any], settings: Settings
) -> bool:
    """Is it proved from what is left, under no more conditions than with all premises, those of the print among them?"""
    units = read.units or settings.units
    told = set[str]()
    try:
        for statement in read.statements:
            found = KINDS[type(statement)].check(statement, facts, replace(settings, quick=True, only_proofs=True))
            finding = heeded(found, read, lost, units, facts)
            if finding.outcome is not Outcome.PROVED:
                return False
            told.update(finding.evidence.conditions)
    except (ClaimError, UndecidableCondition):
        return False  # the others leave no point of which the line could speak, or say less than its kind needs
    return told <= {*conditions, *map(in_words_of, facts.handed_on)}
