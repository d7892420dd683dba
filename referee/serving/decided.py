"""In the worker: a relation by itself, and a step from premises.

Premises are what the caller says, so that they are told in the answer, and three things keep a step from being worth
nothing: a premise, or a condition, that says what the line says leaves it open, as it tests nothing; premises that
exclude each other leave it open, as anything would follow; and what is needed so that they are defined as they were
written is a condition of what follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from referee.serving.told import Answer, certificate, problem, short, together

MOST_LINKS = 20
"""Links of one relation: each is decided."""


def check(relation: str, where: Sequence[str], latex: bool, seed: int) -> Answer:
    """A relation, or each link of a chain, for every admissible value of its symbols."""
    from referee.check import decide_text

    links = decide_text(relation, list(where), latex, seed)
    if isinstance(links, str):
        return problem(links)
    return together([certificate(one.relation, one.domain, one.outcome, one.grade, one.evidence) for one in links])


def step(relation: str, premises: Sequence[str], where: Sequence[str], latex: bool, seed: int) -> Answer:
    """Does the relation follow from the premises, under the conditions?"""
    from verify.claims import ClaimError
    from verify.deciding.decide import undecided
    from verify.deciding.settings import Settings
    from verify.encoding.paper import Paper
    from verify.encoding.vacuous import repeated_premise
    from verify.judging.printed_needs import heeded
    from verify.judging.verdict_on import finding_on
    from verify.points.domain import Domain
    from verify.quantities.dimension import UnitSystem
    from verify.verdicts import Reason

    try:
        read, lost = _reading(relation, premises, where, latex)
        finding = finding_on(Paper("served", "", "", UnitSystem.SI, ()), read, Settings(seed))
        finding = heeded(finding, read, lost, UnitSystem.SI)
        repeated = repeated_premise(read) if finding.outcome.holds else None
        if repeated is not None:
            finding = undecided(f"({repeated}) says what this line says, so that nothing is tested", Reason.VACUOUS)
        domain = Domain(tuple(_symbols(read)), read.where).assumptions_of()
    except ClaimError as error:
        return problem(str(error))
    told = certificate(relation, domain, finding.outcome, finding.grade, finding.evidence)
    return together([told], taken_as_given=[short(one) for one in premises])


def _equations(read: Any) -> tuple[Any, ...]:
    return () if read.by is None else read.by.leaves


def _symbols(read: Any) -> set[Any]:
    """Every symbol of the line, of its premises and conditions."""
    parts = [part for said in read.statements for part in said.expressions()]
    parts += [part for eq in _equations(read) for part in (eq.lhs, eq.rhs, *eq.where)] + [*read.where]
    return {symbol for part in parts for symbol in part.free_symbols}


def _reading(relation: str, premises: Sequence[str], where: Sequence[str], latex: bool) -> tuple[Any, Sequence[Any]]:
    """The step as a reading that a paper could have, and what was lost of its line as it was read.  Raises ClaimError."""
    from verify.claims import follows_from
    from verify.grammar.shell_conditions import parse_condition
    from verify.regularity.written import noticing
    from verify.vocabulary.readings import Reading
    from verify.vocabulary.statements import AS_PRINTED, Relation

    with noticing() as lost:
        symbols, conditions = parse_condition(", ".join(where)) if where else ({}, ())
        claims = list(_plain_claims(relation, symbols, latex, conditions))
    equations, bounds = [], list(conditions)
    given_up = list(lost)
    for number, text in enumerate(premises, 1):
        with noticing() as lost_there:
            read = list(_plain_claims(text, symbols, latex, conditions))
        equations += _premise(f"premise {number}", read, lost_there)
        bounds += [bound for claim in read for bound in _bounds(claim)]
        given_up += lost_there
    bounds += [condition for claim in claims for condition in claim.conditions]
    _check_held(claims, equations, bounds, given_up)
    statements = tuple(Relation(claim.link.lhs, claim.link.rhs, _sign(claim)) for claim in claims)
    by = follows_from(*equations) if equations else None
    found = Reading(AS_PRINTED, statements, by, tuple(dict.fromkeys(bounds)))
    _refuse_namesakes(found)
    return found, tuple(lost)


def _plain_claims(text: str, symbols: dict[str, Any], latex: bool, conditions: Sequence[Any]) -> Iterator[Any]:
    """The claims of a line, without what only a single relation may have.  Raises ParseError."""
    from referee.check import claims_of
    from verify.grammar.parser import ParseError

    claims = claims_of(text, symbols, latex, conditions)
    if len(claims) > MOST_LINKS:
        raise ParseError(f"a chain of {len(claims)} links", expected=f"at most {MOST_LINKS}")
    for claim in claims:
        if claim.link.truncated:
            raise ParseError("a side is cut off, so that this is no equality", expected="two whole sides")
        if claim.other_bases:
            raise ParseError(r"\\log may mean two things", expected=r"\\ln or \\log_{10}")
        yield claim


def _sign(claim: Any) -> str:
    from referee.check import DECIDABLE

    return DECIDABLE[claim.link.relation]


def _premise(label: str, claims: Sequence[Any], lost: Iterable[Any]) -> list[Any]:
    """What a line states as equations, each known only where the line is defined as it was written."""
    import sympy

    from verify.claims import Equation
    from verify.grammar.parser import ParseError
    from verify.terms.requirements import Varies

    needs = [part for part in lost if not isinstance(part, Varies)]
    if any(not isinstance(part, sympy.Expr) for part in needs):
        raise ParseError(f"{label} as written is not defined everywhere", expected="the same without what cancels")
    where = tuple(sympy.Ne(part, 0) for part in needs)
    if sympy.false in where:
        raise ParseError(f"{label} is undefined everywhere")
    return [
        Equation(label, claim.link.lhs, claim.link.rhs, (*where, *claim.conditions))
        for claim in claims
        if _sign(claim) == "=="
    ]


def _bounds(claim: Any) -> Iterator[Any]:
    """A premise that is no equation: a condition under which the line is claimed."""
    from verify.grammar.parser import ParseError
    from verify.grammar.shell_conditions import RELATIONAL

    if _sign(claim) == "==":
        return
    bound = RELATIONAL[claim.link.relation](claim.link.lhs, claim.link.rhs)
    if bound in (True, False):
        raise ParseError(f"the premise {bound} says nothing", expected="a relation between symbols")
    yield bound
    yield from claim.conditions


def _check_held(claims: Sequence[Any], equations: Sequence[Any], bounds: Sequence[Any], lost: Sequence[Any]) -> None:
    """Raises ParseError where a premise or condition ties the variable of a derivative to another symbol of the line."""
    import sympy

    from referee.check import check_what_is_held

    ties = [sympy.Eq(eq.lhs, eq.rhs, evaluate=False) for eq in equations]
    for claim in claims:
        check_what_is_held(claim, (*bounds, *ties), lost)


def _refuse_namesakes(read: Any) -> None:
    """Raises ParseError where one name has different assumptions in two lines: they would be two quantities."""
    from verify.grammar.parser import ParseError

    names = [symbol.name for symbol in _symbols(read)]
    for name in sorted(names):
        if names.count(name) > 1:
            raise ParseError(
                f"{short(name)} has different signs in two lines", expected="what is known of it in `where`"
            )
