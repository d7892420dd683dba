"""`referee check`: one relation from the shell, decided in a worker under the same limits as an audit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from reports.text import one_line
from verify.pool import Failed, Limits, collect, run
from verify.run import PRELOAD, BadInput
from verify.verdicts import Evidence, Grade, Outcome

EXIT_STATUS = {Outcome.PROVED: 0, Outcome.CORROBORATED: 0, Outcome.REFUTED: 1}
UNDECIDED_STATUS = 3
DECIDABLE = {"=": "==", "≡": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


@dataclass(frozen=True)
class Link:
    """One decided link of a chain: as understood, where, and what was found."""

    relation: str
    domain: str
    outcome: Outcome
    grade: Grade | None
    evidence: Evidence


def check_text(relation: str, where: list[str], latex: bool, limits: Limits, stream: TextIO, seed: int = 0) -> int:
    """Decides a relation (or every link of a chain), prints it, and returns the exit status.

    `seed` chooses the sample points.

    Raises BadInput for text outside the grammar and for a domain without points.
    """
    (ending,) = collect(run(decide_text, [(relation, where, latex, seed)], limits, PRELOAD))
    if isinstance(ending, Failed):
        print(f"undecided: {ending.reason.value}: {ending.detail}", file=stream)
        return UNDECIDED_STATUS
    if isinstance(ending.value, str):
        raise BadInput(ending.value)
    links: list[Link] = ending.value
    typed = one_line(relation)
    if len(links) > 1:
        print(typed, file=stream)
    for link in links:
        _print(link, typed if len(links) == 1 else None, stream)
    statuses = [EXIT_STATUS.get(link.outcome, UNDECIDED_STATUS) for link in links]
    return 1 if 1 in statuses else max(statuses)


def decide_text(relation: str, where: list[str], latex: bool = False, seed: int = 0) -> list[Link] | str:
    """In the worker: parses and decides; a text instead of links says what is wrong with the input."""
    from verify.claims import ClaimError
    from verify.decide import decide
    from verify.domain import Domain
    from verify.text import parse_condition, refuse_infinity
    from verify.wording import relation as relation_words
    from verify.written import noticing

    try:
        symbols, conditions = parse_condition(", ".join(where)) if where else ({}, ())
        links = []
        with noticing() as lost:
            read = _links(relation, symbols, latex)
        for link in read:
            if link.relation not in DECIDABLE or link.lhs is None:
                return (
                    f"{relation!r}: found {link.relation!r}, expected one of {', '.join(DECIDABLE)} between two sides"
                )
            for side in (link.lhs, link.rhs):
                refuse_infinity(side)
            free = set(symbols.values()).union(*(part.free_symbols for part in (link.lhs, link.rhs, *lost)))
            domain = Domain(tuple(free), tuple(conditions))
            rel = DECIDABLE[link.relation]
            finding = decide(link.lhs, link.rhs, domain, rel, seed=seed, lost=tuple(lost))
            shown = relation_words(link.lhs, link.rhs, rel)
            links.append(Link(shown, domain.assumptions_of(), finding.outcome, finding.grade, finding.evidence))
        return links
    except ClaimError as error:
        return str(error)


def _links(relation: str, symbols: dict[str, Any], latex: bool) -> Sequence[Any]:
    """The links of the relation in either grammar; names that no condition declares are real symbols."""
    from verify.latex import parse_latex
    from verify.parsing import ParseError
    from verify.text import parse_relation

    if not latex:
        return parse_relation(relation, symbols)
    found = parse_latex(relation, symbols, free=True)
    if not isinstance(found, list):
        raise ParseError("there is no relation", expected="lhs = rhs")
    return found


def _bare(relation: str) -> str:
    """The relation without what is only a way to write it."""
    return relation.replace("**", "^").replace("·", "*").replace("==", "=").replace(" ", "")


def _print(link: Link, typed: str | None, stream: TextIO) -> None:
    """What was typed and how it was understood (the links of a chain only the latter), and what was found."""
    evidence = link.evidence
    grade = f" ({link.grade.value})" if link.grade else ""
    print(f"{link.outcome.value}{grade}: {typed or link.relation}", file=stream)
    if typed is not None and _bare(typed) != _bare(link.relation):
        print(f"  read as {link.relation}", file=stream)
    if link.domain:
        print(f"  for {link.domain}", file=stream)
    print(f"  {evidence.detail}", file=stream)
    if evidence.conditions:
        print(f"  provided that {', '.join(evidence.conditions)}", file=stream)
    if evidence.counterexample is not None:
        point = ", ".join(f"{name} = {value}" for name, value in evidence.counterexample.point) or "no symbols"
        print(f"  counterexample: {point}", file=stream)
        print(f"    left  {evidence.counterexample.lhs}\n    right {evidence.counterexample.rhs}", file=stream)
    if evidence.residual:
        print(f"  {evidence.residual}", file=stream)
