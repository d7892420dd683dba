"""Decides a reading of a claim: which checker, on which facts, and how the parts combine.

All statements of a reading must hold.  One refuted statement refutes it, one undecided
statement leaves it undecided, and the weakest grade is the grade of the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

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
from verify.corrected_premises import Correction, states_equations, with_corrections
from verify.decide import Finding, undecided
from verify.domain import EmptyDomain
from verify.errors import ClaimError
from verify.facts import Facts
from verify.figures import drawing
from verify.inheritance import EITHER, inherit, owner_of
from verify.moves_in_words import in_words
from verify.paper import Paper
from verify.parsing import shorten
from verify.printed_needs import heeded
from verify.readings import Claim, Reading
from verify.settings import DEFAULT, Settings
from verify.statements import Contradiction, Logic, OnlyRoute, Relation, Value
from verify.statements_boundary import FieldProblem, PotentialProblem
from verify.statements_curves import Crossing, Leading, OnInterval, OnlyRoot, RootsFor, Threshold
from verify.statements_mechanics import CanonicalRate, Conserved
from verify.statements_special import Diverges, Expansion, IndexedRelation, Legendre, SmallestPeriod, SoftGroundState
from verify.statements_statistics import Correlation
from verify.units import Unit
from verify.vacuous import restating_premise
from verify.verdicts import (
    Basis,
    ClaimAudit,
    Evidence,
    Grade,
    Ground,
    Inherited,
    Outcome,
    Reason,
    Verdict,
    result_of,
    with_inherited,
)
from verify.wording import condition as in_words_of

HOLDS = (Outcome.PROVED, Outcome.CORROBORATED)
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


def judge(reading: Reading, settings: Settings = DEFAULT) -> Finding:
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


def judge_claim(paper: Paper, claim: Claim, settings: Settings = DEFAULT, alone: bool = True) -> ClaimAudit:
    """The audit of one claim, mutants and affected claims left to the caller.

    A claim that is judged `alone` takes over from its premises what `verify.inheritance` hands on in an audit.
    Raises ClaimError with the paper and label in front if the encoding is at fault.
    """
    settings = replace(settings, units=paper.units)
    try:
        transcribed = _transcribed(paper, claim)
        literal = decide_literal(paper, claim, settings)
        claim = replace(claim, readings=(literal.reading, *claim.readings[1:]))
        claim, verdicts = _judged(paper, claim, literal, settings)
        if not claim.basis and claim.kind != "remark":
            _reject_unused_premises(claim, verdicts, settings)
        left = _asides_not_shown(paper, claim, settings)
        figure = None if claim.figure is None else drawing(claim.figure)
    except EmptyDomain as error:
        raise EmptyDomain(f"{paper.id} {claim.label}: {error}") from None
    except ClaimError as error:
        raise ClaimError(f"{paper.id} {claim.label}: {error}") from None
    printed = paper.claims.get(claim.label, claim)
    dimensions = _dimensions(claim, verdicts, settings)
    audit = ClaimAudit(
        label=claim.label,
        where=claim.where,
        kind=claim.kind,
        printed=claim.printed,
        result=result_of(verdicts, dimensions),
        readings=verdicts,
        premises=printed.premises,
        dimension=dimensions.partition(": ")[0],
        dimension_detail=dimensions.partition(": ")[2] or None,
        correction=_correction(claim, verdicts),
        transcription=transcribed.word,
        note=_note(claim, transcribed, left),
        figure=figure,
        derived_on_page=claim.derived_on_page,
    )
    audit = with_inherited(audit, literal.inherits)
    return _with_needs(paper, audit, settings) if alone else audit


# --- the literal reading, and what its premises are worth -----------------------------------------


@dataclass(frozen=True)
class Literal:
    """How the printed line is decided: the reading (perhaps from corrected premises), its verdict, what it inherits."""

    reading: Reading
    verdict: Verdict
    inherits: tuple[Inherited, ...] = ()


def decide_literal(paper: Paper, claim: Claim, settings: Settings) -> Literal:
    """The printed line, from its premises as printed; and from their corrected forms, where some are wrong.

    What holds from a wrong premise holds only if that stands as printed, which it does not; what follows from the
    corrected form alone is correct, though it does not follow from the print.
    """
    printed = Literal(claim.literal, _verdict(paper, claim, claim.literal, settings))
    wrong = {label: both for label in claim.literal.labels if (both := _correction_of(paper, label, settings))}
    mended = with_corrections(claim.literal, wrong) if wrong else None
    if mended is None or claim.basis:
        return printed
    verdict = _verdict(paper, claim, mended, settings)
    names = _listed(wrong)
    if printed.verdict.holds and verdict.holds:  # whichever form is meant, it follows
        told = f"{printed.verdict.evidence.detail} It follows from {names} as printed and from the corrected form."
        forms = {label: f"{label} ({correction.name}{EITHER})" for label, (_, correction) in wrong.items()}
        rests_on = tuple(forms.get(label, label) for label in printed.verdict.premises)
        return replace(printed, verdict=replace(_retold(printed.verdict, told), premises=rests_on))
    if printed.verdict.holds:
        also = f"from the corrected form it is {verdict.outcome}"
        told = f"{printed.verdict.evidence.detail} {names} is wrong as printed; {also}: {verdict.evidence.detail}"
        inherits = tuple(Inherited(label, f"({label}) stands as printed, which it does not") for label in wrong)
        return Literal(claim.literal, _retold(printed.verdict, told), inherits)
    if verdict.holds:
        told = f"Correct; it does not follow from {names} as printed. {verdict.evidence.detail}"
        inherits = tuple(Inherited(label, f"({label}) is read in its corrected form") for label in wrong)
        return Literal(mended, _retold(verdict, told), inherits)
    told = f"{printed.verdict.evidence.detail} From {names} in the corrected form it is {verdict.outcome}, too."
    return replace(printed, verdict=_retold(printed.verdict, told))


def decisive_reading(paper: Paper, claim: Claim, settings: Settings) -> Reading:
    """The reading that the result rests on: the printed line, or a charitable one that rescues it."""
    literal = decide_literal(paper, claim, settings)
    if literal.verdict.holds:
        return literal.reading
    charitable = (r for r in claim.readings[1:] if not r.corrects)
    return next((r for r in charitable if judge(r, settings).outcome in HOLDS), literal.reading)


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
    whole = inherit(lines.values())[audit.label]
    own = audit.literal.evidence.conditions
    if not audit.literal.holds:
        return whole
    conditions = dict.fromkeys((*own, *(inherited.condition for inherited in whole.inherits)))
    told = replace(audit.literal, evidence=replace(audit.literal.evidence, conditions=tuple(conditions)))
    return replace(whole, readings=(told, *whole.readings[1:]))


_LINES: WeakKeyDictionary[Claim, dict[Settings, ClaimAudit | None]] = WeakKeyDictionary()
"""Lines that others rest on, each judged once."""


def _line(paper: Paper, claim: Claim, settings: Settings) -> ClaimAudit | None:
    """A line that another one rests on; None where its encoding is at fault, which is told where it is judged."""
    known = _LINES.setdefault(claim, {})
    if settings not in known:
        known[settings] = None
        with suppress(ClaimError):
            known[settings] = judge_claim(paper, claim, settings, alone=False)
    return known[settings]


def _correction_of(paper: Paper, label: str, settings: Settings) -> Correction | None:
    """A line that is refuted as printed with its proved correction, if its encoding has one."""
    claim = paper.claims.get(label)
    candidates = [r for r in claim.readings[1:] if r.corrects and states_equations(r)] if claim else []
    if claim is None or not candidates or decide_literal(paper, claim, settings).verdict.outcome is not Outcome.REFUTED:
        return None
    proved = next((r for r in candidates if judge(r, settings).outcome is Outcome.PROVED), None)
    return None if proved is None else (claim.literal, proved)


def _listed(labels: Iterable[str]) -> str:
    return " and ".join(f"({label})" for label in labels)


def _retold(verdict: Verdict, detail: str) -> Verdict:
    return replace(verdict, evidence=replace(verdict.evidence, detail=detail))


def _judged(paper: Paper, claim: Claim, literal: Literal, settings: Settings) -> tuple[Claim, tuple[Verdict, ...]]:
    """The verdicts, and the claim without a fallback that was not needed."""
    readings: list[Reading] = [literal.reading]
    verdicts: list[Verdict] = [literal.verdict]
    for read in claim.readings[1:]:
        if read.fallback and any(v.holds and not r.corrects for r, v in zip(readings, verdicts, strict=True)):
            continue
        readings.append(read)
        verdicts.append(_verdict(paper, claim, read, settings))
    return replace(claim, readings=tuple(readings)), tuple(verdicts)


def _transcribed(paper: Paper, claim: Claim) -> transcription.Transcription:
    """The printed line against its encoding as it was written down.  Raises ClaimError where they differ."""
    found = transcription.check(paper.claims.get(claim.label, claim), paper)
    if found.word == transcription.DIFFERS:
        raise ClaimError(
            f"print and encoding differ: {found.detail}, in {shorten(claim.printed)!r}; expected statements that say what is "
            "printed (what should have been printed is a correction(...))"
        )
    return found


def _note(claim: Claim, transcribed: transcription.Transcription, left: list[str]) -> str | None:
    """The encoder's remark, what of it is not decided, and that the print was not compared with the encoding."""
    parts = [] if claim.kind in ("remark", "missing") or not claim.note else [claim.note]
    parts += [f"Not decided in this run: {words!r}." for words in left]
    if transcribed.detail:  # what our parser cannot read is our affair, not the reader's
        parts.append("The printed text was not compared with the encoding by machine.")
    return " ".join(parts) or None


def _verdict(paper: Paper, claim: Claim, reading: Reading, settings: Settings) -> Verdict:
    if claim.kind == "remark":
        return Verdict(reading.name, Outcome.PROSE, None, Evidence("none", claim.note or ""))
    if claim.basis:
        return Verdict(reading.name, Outcome.GIVEN, None, _given(claim))
    if claim.kind == "missing":
        return Verdict(reading.name, Outcome.UNDECIDED, None, unfinished.not_written_down(claim))
    found = _finding(paper, reading, settings)
    if not reading.corrects:
        found = heeded(found, reading, _transcribed(paper, claim).lost, reading.units or settings.units)
    finding = unfinished.hold_back(found, reading)
    evidence = finding.evidence
    if reading.by is not None and reading.by.rule != "follows_from":
        evidence = replace(evidence, detail=f"{_sentence(in_words(reading.by))}. {evidence.detail}")
    condition = " and ".join(filter(None, (reading.condition, _provisos(found, reading)))) or None
    return Verdict(reading.name, finding.outcome, finding.grade, evidence, condition, reading.ground, reading.labels)


def _finding(paper: Paper, reading: Reading, settings: Settings) -> Finding:
    """What is found of a reading, unless it cannot be meant or a premise already says it.

    A charitable reading whose sides have different dimensions is refuted; a line that one unprinted
    premise restates would pass whatever it says, so that it is undecided; a correction may well be what a premise says.
    """
    word = dimension.of_reading(reading, reading.units or settings.units) if reading.ground else ""
    if word.startswith("mismatch"):
        return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("dimensions", _sentence(word), residual=word))
    finding = judge(reading, replace(settings, units=reading.units or settings.units))
    tested = finding.outcome in HOLDS and reading.ground is not Ground.CORRECTION
    restating = restating_premise(reading, paper.unprinted) if tested else None
    if restating is not None:
        return undecided(f"premise ({restating}) says what this line says, so that nothing is tested", Reason.VACUOUS)
    return finding


def _dimensions(claim: Claim, verdicts: tuple[Verdict, ...], settings: Settings) -> str:
    """Of the printed line in the units of the paper, or in those of a reading in other units that rescues it."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if read.units is not None and verdict.rescues:
            return dimension.of_reading(read, read.units)
    return dimension.of_reading(claim.literal, settings.units)


def _provisos(finding: Finding, reading: Reading) -> str | None:
    """What the domain does not exclude, as the condition of a line that holds elsewhere; None for a correction.

    The premises demand it, or the line was not shown there, or it has no value there: definedness is part of equality.
    """
    if finding.outcome not in (Outcome.PROVED, Outcome.CORROBORATED) or reading.corrects:
        return None
    return " and ".join(finding.evidence.conditions) or None


def _given(claim: Claim) -> Evidence:
    if claim.derived_on_page:
        return Evidence("trust", "Derived on the page, taken on trust here.")
    words = {
        Basis.LAW: "Used but not printed; a law, definition or theorem: ",
        Basis.PAGE: "From the page: ",
        Basis.ASSUMPTION: "Assumed; neither printed nor a law: ",
        Basis.APPROXIMATION: "An approximation that the page declares: ",
    }
    if claim.basis in words:
        return Evidence("premise", f"{words[claim.basis]}{claim.source}.")
    return Evidence("postulate", "Taken as the paper states it.")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _correction(claim: Claim, verdicts: tuple[Verdict, ...]) -> str | None:
    """The first correction of the encoding that is proved: as LaTeX, or in words where it changes more than a formula."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if read.corrects and verdict.outcome is Outcome.PROVED:
            told = in_latex(read) or _numbers_in_latex(read)
            return told if read.condition is None else f"It holds if {read.condition}."
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


# --- what the words of the encoder say ------------------------------------------------------------


def _asides_not_shown(paper: Paper, claim: Claim, settings: Settings) -> list[str]:
    """A number in a note is a claim like any other: one that is not shown to hold is not told.

    As of a line of the paper, nothing holds of it that an unprinted premise says already.  Raises ClaimError;
    only where the search for proofs is off (`Settings.proofs`) an aside may stay undecided, and is returned.
    """
    left: list[str] = []
    for said in paper.claims.get(claim.label, claim).asides:
        finding = _finding(paper, said, settings)
        if finding.outcome is Outcome.UNDECIDED and not settings.proofs:
            left.append(said.name)
        elif finding.outcome not in HOLDS:
            shown = finding.evidence.counterexample
            at = f" ({shown.lhs} against {shown.rhs})" if shown is not None else ""
            raise ClaimError(f"aside {said.name!r} is {finding.outcome}: {finding.evidence.detail}{at}")
    return left


# --- premises that do nothing -------------------------------------------------------------------


def _reject_unused_premises(claim: Claim, verdicts: tuple[Verdict, ...], settings: Settings) -> None:
    """A proved line that also follows without one of its premises does not rest on it."""
    for read, verdict in zip(claim.readings, verdicts, strict=True):
        if verdict.outcome is not Outcome.PROVED or read.by is None:
            continue
        for label in dict.fromkeys(eq.label for eq in read.by.leaves):
            if _holds_without(label, read, verdict.evidence.conditions, settings):
                raise ClaimError(f"reading {read.name!r}: premise {label!r} is not used, the line follows without it")


def _holds_without(label: str, read: Reading, conditions: Iterable[str], settings: Settings) -> bool:
    """Is it proved without the premise, under no more conditions than with it?"""
    facts = Facts.of(read).without(label)
    try:
        findings = [CHECKERS[type(s)](s, facts, replace(settings, quick=True)) for s in read.statements]
    except EmptyDomain:
        return False  # the others leave no point of which the line could speak
    if not all(f.outcome is Outcome.PROVED for f in findings):
        return False
    return {c for f in findings for c in f.evidence.conditions} <= {*conditions, *map(in_words_of, facts.handed_on)}
