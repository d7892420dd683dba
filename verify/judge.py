"""Decides a reading of a claim: which checker, on which facts, and how the parts combine.

All statements of a reading must hold.  One refuted statement refutes it, one undecided
statement leaves it undecided, and the weakest grade is the grade of the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import sympy

from verify import unfinished
from verify.case_by_case import HELD, in_cases_where_needed, in_every_case
from verify.checkers import (
    boundary,
    canonical,
    contradiction,
    correlation,
    curve,
    dimension,
    divergence,
    equality,
    expansion,
    indexed_sum,
    leading,
    legendre,
    only_route,
    parameter,
    period,
    soft_ground_state,
    transcription,
    truth_table,
    value,
)
from verify.decide import Finding
from verify.domain import EmptyDomain
from verify.facts import Facts
from verify.figures import drawing
from verify.moves import in_words
from verify.paper import Paper
from verify.readings import Claim, Reading
from verify.statements import Contradiction, Logic, OnlyRoute, Relation, Value
from verify.statements_boundary import FieldProblem, PotentialProblem
from verify.statements_curves import Crossing, Leading, OnInterval, OnlyRoot, RootsFor, Threshold
from verify.statements_mechanics import CanonicalRate, Conserved
from verify.statements_special import Diverges, Expansion, IndexedRelation, Legendre, SmallestPeriod, SoftGroundState
from verify.statements_statistics import Correlation
from verify.symbols import ClaimError
from verify.units import Unit, UnitSystem
from verify.verdicts import ClaimAudit, Evidence, Grade, Outcome, Verdict, result_of
from verify.wording import condition as in_words_of

WEAKEST_FIRST = (Grade.NUMERIC, Grade.BALL, Grade.SYMBOLIC, Grade.KERNEL, Grade.SOLVER, Grade.EXACT)
"""Grades from the weakest to the strongest: a chain is as strong as its weakest link."""

CHECKERS: dict[type, Callable[..., Finding]] = {
    Relation: equality.check,
    Value: in_every_case(value.check),
    Logic: truth_table.check,
    Contradiction: contradiction.check,
    OnlyRoute: only_route.check,
    IndexedRelation: in_every_case(indexed_sum.check),
    Expansion: in_cases_where_needed(expansion.check),
    Legendre: in_cases_where_needed(legendre.check),
    CanonicalRate: in_cases_where_needed(canonical.check_rate),
    Conserved: in_cases_where_needed(canonical.check_conserved),
    FieldProblem: in_cases_where_needed(boundary.check),
    PotentialProblem: in_cases_where_needed(boundary.check),
    SmallestPeriod: in_cases_where_needed(period.check),
    Diverges: in_cases_where_needed(divergence.check),
    SoftGroundState: in_cases_where_needed(soft_ground_state.check),
    OnInterval: curve.check_on_interval,
    OnlyRoot: curve.check_only_root,
    Crossing: curve.check_crossing,
    RootsFor: parameter.check_roots_for,
    Threshold: parameter.check_threshold,
    Leading: in_cases_where_needed(leading.check),
    Correlation: correlation.check,
}


@dataclass(frozen=True)
class Settings:
    """What a decision may depend on, besides the claim: recorded in the audit."""

    seed: int = 0
    quick: bool = False
    proofs: bool = True
    units: UnitSystem = UnitSystem.SI


def judge(reading: Reading, settings: Settings = Settings()) -> Finding:
    """Decides one reading.  Raises ClaimError (EmptyDomain, MoveError) if its encoding cannot be decided at all."""
    facts = Facts.of(reading)
    findings = [CHECKERS[type(s)](s, facts, settings) for s in reading.statements]
    chosen = [s for s in reading.statements if isinstance(s, Value) and s.somewhere]
    if len(chosen) > 1 and all(f.outcome in HELD for f in findings):
        findings.append(in_every_case(value.check_together)(tuple(chosen), facts, settings))
    finding = _together(findings)
    return _with_what_is_handed_on(finding, facts)


def _with_what_is_handed_on(finding: Finding, facts: Facts) -> Finding:
    """A line holds only where its premises are known to hold: their conditions are told with it."""
    if finding.outcome not in (Outcome.PROVED, Outcome.CORROBORATED) or not facts.handed_on:
        return finding
    handed = tuple(map(in_words_of, facts.conditions_handed_on()))
    return finding.retold(lambda told: replace(told, conditions=tuple(dict.fromkeys((*handed, *told.conditions)))))


def _together(findings: list[Finding]) -> Finding:
    for outcome in (Outcome.REFUTED, Outcome.UNDECIDED):
        for finding in findings:
            if finding.outcome is outcome:
                return finding
    if len(findings) == 1:
        return findings[0]
    weakest = min(findings, key=lambda f: WEAKEST_FIRST.index(f.grade) if f.grade else 0)
    details = dict.fromkeys(f.evidence.detail for f in findings)
    conditions = dict.fromkeys(c for f in findings for c in f.evidence.conditions)
    residuals = dict.fromkeys(f.evidence.residual for f in findings if f.evidence.residual)
    evidence = Evidence(
        " and ".join(dict.fromkeys(f.evidence.method for f in findings)),
        " ".join(details),
        residual="; ".join(residuals) or None,
        conditions=tuple(conditions),
        restrictions=tuple(dict.fromkeys(r for f in findings for r in f.evidence.restrictions)),
    )
    return Finding(weakest.outcome, weakest.grade, evidence)


def judge_claim(paper: Paper, claim: Claim, settings: Settings = Settings()) -> ClaimAudit:
    """The audit of one claim, mutants and affected claims left to the caller.

    Raises ClaimError with the paper and label in front if the encoding is at fault.
    """
    settings = replace(settings, units=paper.units)
    try:
        claim, verdicts = _judged(claim, settings)
        if claim.kind not in ("given", "premise", "remark"):
            _reject_unused_premises(claim, verdicts, settings)
        figure = None if claim.figure is None else drawing(claim.figure)
    except EmptyDomain as error:
        raise EmptyDomain(f"{paper.id} {claim.label}: {error}") from None
    except ClaimError as error:
        raise ClaimError(f"{paper.id} {claim.label}: {error}") from None
    transcribed = transcription.check(claim, paper)
    return ClaimAudit(
        label=claim.label,
        where=claim.where,
        kind=claim.kind,
        printed=claim.printed,
        result=result_of(verdicts),
        readings=verdicts,
        premises=claim.premises,
        dimension=dimension.check(claim, paper.units),
        correction=_correction(claim, verdicts),
        transcription=transcribed.word,
        note=_note(claim, transcribed),
        figure=figure,
    )


def _judged(claim: Claim, settings: Settings) -> tuple[Claim, tuple[Verdict, ...]]:
    """The verdicts, and the claim without a fallback that was not needed."""
    readings: list[Reading] = []
    verdicts: list[Verdict] = []
    for read in claim.readings:
        if read.fallback and any(v.holds and not r.corrects for r, v in zip(readings, verdicts, strict=True)):
            continue
        readings.append(read)
        verdicts.append(_verdict(claim, read, settings))
    return replace(claim, readings=tuple(readings)), tuple(verdicts)


def _note(claim: Claim, transcribed: transcription.Transcription) -> str | None:
    """The encoder's remark, and that the print differs from the encoding or was not compared with it."""
    parts = [] if claim.kind in ("remark", "missing") or not claim.note else [claim.note]
    if transcribed.word == transcription.DIFFERS:
        parts.append(f"Print against encoding: {transcribed.detail}.")
    elif transcribed.detail:  # what our parser cannot read is our affair, not the reader's
        parts.append("The printed text was not compared with the encoding by machine.")
    return " ".join(parts) or None


def _verdict(claim: Claim, reading: Reading, settings: Settings) -> Verdict:
    if claim.kind == "remark":
        return Verdict(reading.name, Outcome.PROSE, None, Evidence("none", claim.note or ""))
    if claim.kind in ("given", "premise"):
        return Verdict(reading.name, Outcome.GIVEN, None, _given(claim))
    if claim.kind == "missing":
        return Verdict(reading.name, Outcome.UNDECIDED, None, unfinished.not_written_down(claim))
    finding = unfinished.hold_back(judge(reading, settings), reading)
    evidence = finding.evidence
    if reading.by is not None and reading.by.rule != "follows_from":
        evidence = replace(evidence, detail=f"{_sentence(in_words(reading.by))}. {evidence.detail}")
    condition = reading.condition or _handed_on(finding, reading) or _restricted(finding, reading)
    return Verdict(reading.name, finding.outcome, finding.grade, evidence, condition)


def _handed_on(finding: Finding, reading: Reading) -> str | None:
    """What the premises demand and the page does not say here, as the condition of a line that holds; None for a correction."""
    if finding.outcome not in (Outcome.PROVED, Outcome.CORROBORATED) or reading.by is None or reading.corrects:
        return None
    return " and ".join(map(in_words_of, Facts.of(reading).conditions_handed_on())) or None


def _restricted(finding: Finding, reading: Reading) -> str | None:
    """Where the line was not shown although it says something there, as the condition of one that holds elsewhere."""
    if finding.outcome not in (Outcome.PROVED, Outcome.CORROBORATED) or reading.corrects:
        return None
    return " and ".join(finding.evidence.restrictions) or None


def _given(claim: Claim) -> Evidence:
    if claim.source:
        return Evidence("premise", f"Used but not printed; source: {claim.source}.")
    return Evidence("postulate", "Taken as the paper states it.")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _correction(claim: Claim, verdicts: tuple[Verdict, ...]) -> str | None:
    """The first correction of the encoding that is proved, as LaTeX."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if read.corrects and verdict.outcome is Outcome.PROVED:
            return in_latex(read) or _numbers_in_latex(read)
    return None


def _numbers_in_latex(read: Reading) -> str:
    """The numbers of a reading that states no relation, typeset with their quantities."""
    links = []
    for said in (s for s in read.statements if isinstance(s, Value)):
        mantissa, _, power = said.number.partition("e")
        number = rf"{mantissa} \cdot 10^{{{int(power)}}}" if power else mantissa
        unit = rf"\;\mathrm{{{said.unit}}}" if isinstance(said.unit, Unit) else ""
        links.append(rf"{sympy.latex(said.quantity)} \approx {number}{unit}")
    return ", \\quad ".join(links)


def in_latex(read: Reading) -> str:
    """The relations of a reading, typeset; links of a chain are joined."""
    text = ""
    last = None
    for statement in read.statements:
        if isinstance(statement, Relation):
            sign = {"==": "=", "!=": r"\ne", "<=": r"\le", ">=": r"\ge"}.get(statement.rel, statement.rel)
            link = f" {sign} {sympy.latex(statement.rhs)}"
            joint = ", \\quad " if text else ""
            text += link if statement.lhs == last else f"{joint}{sympy.latex(statement.lhs)}{link}"
            last = statement.rhs
    return text


# --- premises that do nothing -------------------------------------------------------------------


def _reject_unused_premises(claim: Claim, verdicts: tuple[Verdict, ...], settings: Settings) -> None:
    """A proved line that also follows without one of its premises does not rest on it."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if verdict.outcome is not Outcome.PROVED or read.by is None:
            continue
        for label in dict.fromkeys(eq.label for eq in read.by.leaves()):
            if _holds_without(label, read, settings):
                raise ClaimError(f"reading {read.name!r}: premise {label!r} is not used, the line follows without it")


def _holds_without(label: str, read: Reading, settings: Settings) -> bool:
    facts = Facts.of(read).without(label)
    try:
        findings = [CHECKERS[type(s)](s, facts, replace(settings, quick=True)) for s in read.statements]
    except EmptyDomain:
        return False  # the others leave no point of which the line could speak
    return all(f.outcome is Outcome.PROVED for f in findings)
