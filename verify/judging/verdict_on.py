"""The verdict on one reading: its statements decided by the checkers, and put together with what is taken for granted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sympy.core.function import AppliedUndef

from verify.calculus.constants import added_to, differs_between_places, may_be_renamed, said_twice
from verify.calculus.functions_at_places import facts_of
from verify.calculus.smooth_functions import said_beside
from verify.deciding.case_by_case import in_every_case
from verify.deciding.finding import Finding, failing, undecided
from verify.deciding.settings import DEFAULT, Settings
from verify.encoding.paper import Paper
from verify.encoding.vacuous import restating_condition, restating_premise
from verify.errors import ClaimError, UndecidableCondition
from verify.grammar.parser import shorten
from verify.jets.definitions import unfolded
from verify.judging import dimension, unfinished
from verify.judging.places_of_functions import NO_VALUE, asked_of, exclude_each_other, heeding
from verify.judging.printed_needs import heeded
from verify.kinds import value
from verify.kinds.along_processes import objection_to
from verify.kinds.along_solutions import is_about_solutions
from verify.kinds.defined_functions import knows_values
from verify.kinds.held_in_laws import held_in_a_law
from verify.kinds.over_interval import OnlyRoot
from verify.kinds.table import KINDS
from verify.kinds.under_derivatives import held_under_a_sign, of_the_one_function
from verify.page import transcription
from verify.premises.execution import not_shown
from verify.premises.facts import Facts
from verify.premises.letters import out_of_range
from verify.proofs.definedness import needs
from verify.terms.openness import plain
from verify.terms.requirements import HasNoZero, Requirement
from verify.verdicts import (
    Basis,
    Evidence,
    Grade,
    Ground,
    Outcome,
    Reason,
    Verdict,
)
from verify.vocabulary.laws import law_of_all
from verify.vocabulary.moves import Equation
from verify.vocabulary.moves_in_words import in_words
from verify.vocabulary.readings import Claim, Reading
from verify.vocabulary.statement import Statement
from verify.vocabulary.statements import Relation, Value
from verify.wording import condition as in_words_of
from verify.wording import words

LONGEST_CONDITION = 80


WEAKEST_FIRST = (Grade.BALL, Grade.SYMBOLIC, Grade.EXACT)
"""Grades from the weakest to the strongest: a chain is as strong as its weakest link."""


def judge(reading: Reading, settings: Settings = DEFAULT) -> Finding:
    """Decides one reading.  Raises ClaimError (EmptyDomain, MoveError) if its encoding cannot be decided at all."""
    facts = Facts.of(reading)
    findings = [
        _with_whole_chains(_checked(s, facts, settings), s, reading, facts, settings) for s in reading.statements
    ]
    findings = [
        _beside_what_is_assumed(f, s, reading, facts) for f, s in zip(findings, reading.statements, strict=True)
    ]
    asked = tuple(c for s in reading.statements for c in asked_of(s, facts) or ()) if len(findings) > 1 else ()
    if asked and exclude_each_other(asked, facts):
        return undecided(NO_VALUE)
    chosen = [s for s in reading.statements if isinstance(s, Value) and s.somewhere]
    if len(chosen) > 1 and all(f.outcome.holds for f in findings):
        findings.append(in_every_case(value.check_together)(tuple(chosen), facts, settings))
    finding = _together(findings)
    return _with_what_is_handed_on(finding, facts)


def _checked(statement: Statement, facts: Facts, settings: Settings) -> Finding:
    """What is found of a statement, where the functions in it have values."""
    asked = asked_of(statement, facts)
    if asked is None or (asked and exclude_each_other(asked, facts)):
        return undecided(NO_VALUE)
    return heeding(_found(statement, facts, settings), asked, facts, lambda known: _found(statement, known, settings))


def _found(statement: Statement, facts: Facts, settings: Settings) -> Finding:
    """What is found of a statement; a failure of the algebra below decides nothing, and a law refutes nothing at one place."""
    try:
        if (outside := _out_of_range(statement, facts)) is not None:
            found = _of_the_one_function(statement, facts, settings)  # a value at the end of a range may be a start
            return found or undecided(
                f"{words(outside)} is not known to have a value: what is in its place may be out of range"
            )
        if (held := _held_constant(statement, facts)) is not None:
            return undecided(held)
        if (held := held_in_a_law(statement, facts)) is not None:
            return undecided(held)
        finding = KINDS[type(statement)].check(statement, facts, settings)
    except UndecidableCondition as problem:
        return undecided(str(problem))
    except ClaimError:
        raise
    except (
        ArithmeticError,
        TypeError,
        ValueError,
        AttributeError,
        LookupError,
        NotImplementedError,
        RecursionError,
    ) as error:
        return undecided(f"a computation failed ({type(error).__name__}: {error})")
    if (against := objection_to(statement, facts, finding)) is not None:
        return undecided(against)
    if finding.outcome.holds and _is_nowhere_defined(statement, facts):
        return undecided("with the values of functions that the premises give, the line is not defined")
    if finding.outcome is Outcome.REFUTED and facts.doubtful:
        return undecided(f"premise ({facts.doubtful[0]}) held constant what the other premises or conditions do not")
    if finding.outcome is not Outcome.REFUTED:
        return finding
    if isinstance(statement, Relation) and (free := added_to((statement.lhs, statement.rhs), facts.equations)):
        found = _of_the_one_function(statement, facts, settings)
        return found or undecided(f"{words(free)} stands in no law, and may come of an integration")
    if _knows_the_laws(statement, facts):
        return finding
    law = law_of_all(statement, facts.equations)
    if law is None:
        return finding
    found = _of_the_one_function(statement, facts, settings)
    return found or undecided(f"premise ({law}) may be said of every argument of a function or index")


def _of_the_one_function(statement: Statement, facts: Facts, settings: Settings) -> Finding | None:
    if not isinstance(statement, Relation) or facts.doubtful or _held_constant(statement, facts) is not None:
        return None
    return of_the_one_function(statement, facts, settings, KINDS[Relation].check)


def _beside_what_is_assumed(finding: Finding, statement: Statement, reading: Reading, facts: Facts) -> Finding:
    """The finding, unless something else says more of a function that it takes to be smooth, or of a constant of integration."""
    if finding.outcome is Outcome.UNDECIDED:
        return finding
    method, conditions = finding.evidence.method, (*facts.conditions, *reading.where)
    against = said_beside(statement.expressions(), method, reading.by, facts.equations, conditions)
    if against is None:
        others = [other.expressions() for other in reading.statements if other is not statement]
        against = said_twice(statement.expressions(), reading.by, others)
    if against is None:
        is_pointwise = isinstance(statement, Relation) and not statement.arguments
        against = differs_between_places(statement.expressions(), is_pointwise, reading.by)
    if against is None and finding.outcome is Outcome.REFUTED:
        fresh = may_be_renamed(statement.expressions(), reading.by)
        against = None if fresh is None else f"{words(fresh)} may be another constant of integration"
    return finding if against is None else undecided(against)


def _with_whole_chains(
    finding: Finding, statement: Statement, reading: Reading, facts: Facts, settings: Settings
) -> Finding:
    """What is refuted by the ends of a chain must be refuted by all of it: of a = √v = w the ends do not say that a ≥ 0."""
    ends = () if reading.by is None or finding.outcome is not Outcome.REFUTED else reading.by.leaves
    links = tuple(
        Equation(e.label, e.lhs, link.rhs, e.where)
        for e in ends
        for link in e.members
        if link.rhs.free_symbols and not _is_merely_named(link.rhs, e, statement, facts)
    )
    if not links:
        return finding
    whole = _checked(statement, replace(facts, equations=(*facts.equations, *links)), settings)
    told = "it does not follow from the ends of a chain, but what stands between them may tell more"
    return whole if whole.outcome is Outcome.REFUTED else undecided(told)


def _is_merely_named(member: Any, ends: Equation, statement: Statement, facts: Facts) -> bool:
    """Is it a symbol or function of which only this chain speaks, and which may have every value that an end of it may have?"""
    head = member.func if isinstance(member, AppliedUndef) else member
    if not (isinstance(member, AppliedUndef) or member.is_Symbol) or any(arg.has(head) for arg in member.args):
        return False
    spoken = [*statement.expressions(), *facts.conditions, *(s for eq in facts.equations for s in (eq.lhs, eq.rhs))]
    if any(e.has(head) for e in spoken):
        return False
    own = facts_of(member)
    return any(own.items() <= facts_of(end).items() for end in (ends.lhs, ends.rhs) if end.is_Symbol or end.args)


def _held_constant(statement: Statement, facts: Facts) -> str | None:
    """Why the line means two things, whatever its kind; a relation between numbers may still be where the moves arrive."""
    if isinstance(statement, Relation) and not statement.arguments:
        return None
    put_in = unfolded(statement, facts)
    if put_in is not None:  # what is tied to a definition stands in no way
        statement, facts = put_in.statement, put_in.facts
    return held_under_a_sign(statement, facts)


def _is_nowhere_defined(statement: Statement, facts: Facts) -> bool:
    """Does a value f(c) = 0 of a premise or condition stand in a divisor, or in that of a term of a sum?"""
    zeros = {eq.lhs: eq.rhs for eq in facts.equations if isinstance(eq.lhs, AppliedUndef) and eq.rhs == 0}
    if not zeros:
        return False
    for need in needs(statement.expressions()):
        if isinstance(need, HasNoZero):
            term, index, low, high = need.args
            places = {at for f in zeros for at in f.args if (at - low).is_nonnegative and (high - at).is_nonnegative}
            if any(term.xreplace({index: at}).xreplace(zeros).is_zero for at in places):
                return True
        elif not isinstance(need, Requirement) and need.xreplace(zeros).is_zero:
            return True
    return False


def _out_of_range(statement: Statement, facts: Facts) -> Any:
    given = (part for eq in facts.equations for part in (eq.lhs, eq.rhs))
    return out_of_range((*statement.expressions(), *given, *facts.conditions), facts)


def _knows_the_laws(statement: Statement, facts: Facts) -> bool:
    """Whether the page says of which arguments each premise on a function is said, so that the checker has heeded it."""
    if isinstance(statement, (Value, OnlyRoot)) and is_about_solutions(statement, facts):
        return True  # every premise on a function is read as a law, a value at the start or the name of a place
    return knows_values(statement, facts) or unfolded(statement, facts) is not None


def _with_what_is_handed_on(finding: Finding, facts: Facts) -> Finding:
    """A line holds only where its premises are known to hold: their conditions are told with it."""
    if not finding.outcome.holds or not facts.handed_on:
        return finding
    handed = tuple(map(in_words_of, facts.conditions_handed_on()))
    return finding.retold(
        lambda told: replace(told, conditions=tuple(dict.fromkeys((*handed, *told.conditions))), handed_on=handed)
    )


def _together(findings: list[Finding]) -> Finding:
    if (failed := failing(findings)) is not None:
        return failed
    if len(findings) == 1:
        return findings[0]
    weakest = min(findings, key=lambda f: WEAKEST_FIRST.index(f.grade) if f.grade else 0)
    details = dict.fromkeys(f.evidence.detail for f in findings)
    conditions = dict.fromkeys(c for f in findings for c in f.evidence.conditions)
    residuals = dict.fromkeys(f.evidence.residual for f in findings if f.evidence.residual)
    evidence = Evidence(
        " and ".join(_methods(f.evidence.method for f in findings)),
        " ".join(details),
        residual="; ".join(residuals) or None,
        conditions=tuple(conditions),
        restrictions=tuple(dict.fromkeys(r for f in findings for r in f.evidence.restrictions)),
    )
    return Finding(weakest.outcome, weakest.grade, evidence)


def _methods(told: Iterable[str]) -> list[str]:
    """Each once, and none that another one names.

    >>> _methods(["roots isolated by Sturm's theorem", "Sturm's theorem", "identical", "identical"])
    ["roots isolated by Sturm's theorem", 'identical']
    """
    found = list(dict.fromkeys(told))
    return [each for each in found if not any(each != other and each in other for other in found)]


def verdict_on(paper: Paper, claim: Claim, reading: Reading, settings: Settings) -> Verdict:
    if claim.kind == "remark":
        return Verdict(reading.name, Outcome.PROSE, None, Evidence("none", claim.note or ""))
    if claim.basis:
        return Verdict(reading.name, Outcome.GIVEN, None, _given(claim))
    if claim.kind == "missing":
        return Verdict(reading.name, Outcome.UNDECIDED, None, unfinished.not_written_down(claim))
    found = finding_on(paper, reading, settings)
    if not reading.corrects:
        found = heeded(found, reading, transcribed_line(paper, claim).lost, reading.units or settings.units)
    finding = unfinished.hold_back(found, reading)
    evidence = finding.evidence
    if reading.by is not None and reading.by.rule != "follows_from":
        why = not_shown(reading.by) if finding.outcome is Outcome.UNDECIDED else None
        open_route = "" if why is None else f" On this route {why}."
        evidence = replace(evidence, detail=f"{sentence(in_words(reading.by))}.{open_route} {evidence.detail}")
    if reading.where and finding.outcome is not Outcome.UNDECIDED:
        evidence = replace(evidence, detail=f"For {_stated(reading)}: {evidence.detail}")
    condition = " and ".join(filter(None, (reading.condition, _provisos(found, reading)))) or None
    return Verdict(
        reading.name,
        finding.outcome,
        finding.grade,
        evidence,
        condition,
        reading.ground,
        reading.citations,
        reading.fault,
    )


def finding_on(paper: Paper, reading: Reading, settings: Settings) -> Finding:
    """What is found of a reading, unless it cannot be meant or a premise already says it.

    A charitable reading whose sides have different dimensions is refuted; a line that one unprinted
    premise restates would pass whatever it says, so that it is undecided; a correction may well be what a premise says.
    """
    word = dimension.of_reading(reading, reading.units or settings.units) if reading.ground else ""
    if word.startswith("mismatch"):
        return Finding(Outcome.REFUTED, Grade.EXACT, Evidence("dimensions", sentence(word), residual=word))
    finding = judge(reading, replace(settings, units=reading.units or settings.units))
    tested = finding.outcome.holds and reading.ground is not Ground.CORRECTION
    restating = restating_premise(reading, paper.unprinted) if tested else None
    stated = restating_condition(reading) if tested else None
    if stated is not None:
        return undecided(
            f"the condition {in_words_of(stated)} says what this line says, so that nothing is tested", Reason.VACUOUS
        )
    if restating is not None:
        return undecided(f"premise ({restating}) says what this line says, so that nothing is tested", Reason.VACUOUS)
    return finding


def _stated(reading: Reading) -> str:
    """The conditions that are stated with a line, each as far as it can be read at a glance."""
    told = (in_words_of(condition) for condition in plain(reading.where))
    return ", ".join(words if len(words) <= LONGEST_CONDITION else f"{words[:LONGEST_CONDITION]}…" for words in told)


def _provisos(finding: Finding, reading: Reading) -> str | None:
    """What the domain does not exclude, as the condition of a line that holds elsewhere; None for a correction.

    The premises demand it, or the line was not shown there, or it has no value there: definedness is part of equality.
    """
    if not finding.outcome.holds or reading.corrects:
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
        return Evidence("premise", f"{words[claim.basis]}{claim.source}.", source=claim.source)
    return Evidence("postulate", "Taken as the paper states it.")


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def transcribed_line(paper: Paper, claim: Claim) -> transcription.Transcription:
    """The printed line against its encoding as it was written down.  Raises ClaimError where they differ.

    What a draft wrote down with a question may be read otherwise beside the notation: it is open, and nothing is claimed.
    """
    found = transcription.check(paper.claims.get(claim.label, claim), paper)
    if found.word == transcription.DIFFERS and claim.kind == "missing":
        return transcription.Transcription(transcription.NOT_PARSED, f"it may be read otherwise: {found.detail}")
    if found.word == transcription.DIFFERS:
        raise ClaimError(
            f"print and encoding differ: {found.detail}, in {shorten(claim.printed)!r}; expected statements that say what is "
            "printed (what should have been printed is a correction(...))"
        )
    return found
