"""`referee check`: one relation from the shell, decided in a worker under the same limits as an audit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from referee.habits import hints
from reports.text import one_line
from verify.run import PRELOAD, BadInput
from verify.verdicts import Evidence, Grade, Outcome
from verify.workers.pool import Failed, Limits, collect, run

EXIT_STATUS = {Outcome.PROVED: 0, Outcome.CORROBORATED: 0, Outcome.REFUTED: 1}
UNDECIDED_STATUS = 3
NAME = re.compile(r"[^\W\d]\w*")
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
    if not latex and any(link.outcome not in EXIT_STATUS or EXIT_STATUS[link.outcome] for link in links):
        names = set(NAME.findall(" ".join(link.domain for link in links)))
        for hint in hints(typed, names - set(NAME.findall(" ".join(where)))):
            print(f"  hint: {hint}", file=stream)
    statuses = [EXIT_STATUS.get(link.outcome, UNDECIDED_STATUS) for link in links]
    return 1 if 1 in statuses else max(statuses)


def decide_text(relation: str, where: list[str], latex: bool = False, seed: int = 0) -> list[Link] | str:
    """In the worker: parses and decides; a text instead of links says what is wrong with the input."""
    from verify.claims import ClaimError
    from verify.grammar.shell_conditions import parse_condition
    from verify.regularity.written import noticing

    try:
        with noticing() as lost:
            symbols, conditions = parse_condition(", ".join(where)) if where else ({}, ())
            claims = claims_of(relation, symbols, latex, conditions)
        for claim in claims:
            check_what_is_held(claim, conditions, lost)
        return [_decided(claim, symbols, conditions, tuple(lost), seed) for claim in claims]
    except ClaimError as error:
        return str(error)


def check_what_is_held(claim: Any, conditions: Sequence[Any], lost: Iterable[Any]) -> None:
    """Raises ParseError where a condition ties the variable of a derivative to another symbol of the line."""
    from verify.grammar.parser import ParseError
    from verify.regularity.written import tied_variable

    symbols = claim.link.lhs.free_symbols | claim.link.rhs.free_symbols
    found = tied_variable(lost, (*conditions, *claim.conditions), symbols)
    if found is not None:
        variable, other = found
        raise ParseError(
            f"a condition ties {other} to {variable}, and whether the derivative by {variable} holds {other} constant is not said",
            expected=f"{other} written out in {variable}, or no such condition",
        )


def claims_of(relation: str, symbols: dict[str, Any], latex: bool, conditions: Sequence[Any] = ()) -> Sequence[Any]:
    """The claims of the relation in either grammar; names that no condition declares are real symbols."""
    from verify.grammar.parser import ParseError
    from verify.grammar.shell import refuse_infinity
    from verify.latex.claims import PageClaim, claims_on_page

    claims = (
        claims_on_page(relation, symbols, conditions)
        if latex
        else [PageClaim(link) for link in _links_of(relation, symbols)]
    )
    for link in (claim.link for claim in claims):
        if link.relation not in DECIDABLE or link.lhs is None:
            raise ParseError(
                f"{relation!r}: found {link.relation!r}", expected=f"one of {', '.join(DECIDABLE)} between two sides"
            )
        refuse_infinity(link.lhs, beside=link.rhs)
        refuse_infinity(link.rhs, beside=link.lhs)
    return claims


def _links_of(relation: str, symbols: dict[str, Any]) -> Sequence[Any]:
    """The links of a typed relation; one that is refused is read again in the words of the shell."""
    from referee.habits import in_shell_words, instead
    from verify.grammar.parser import ParseError
    from verify.grammar.shell import parse_relation

    try:
        links = parse_relation(relation, symbols)
    except ParseError as refused:
        if hint := instead(relation):
            raise ParseError(f"{refused}; {hint}") from None
        spelled = in_shell_words(relation)
        if spelled == relation:
            raise
        try:
            links = parse_relation(spelled, symbols)
        except ParseError:
            raise refused from None
    _refuse_run_together(links, symbols)
    return links


def _refuse_run_together(links: Sequence[Any], symbols: dict[str, Any]) -> None:
    """Raises ParseError for ħω, which was never declared, as one name: nobody means it, and what it says is refuted."""
    from referee.habits import run_together
    from verify.grammar.parser import ParseError

    sides = [side for link in links for side in (link.lhs, link.rhs) if side is not None]
    name = run_together({letter.name for side in sides for letter in side.free_symbols} - symbols.keys())
    if name:
        raise ParseError(
            f"{name} is one name here", expected=f"a product, {'*'.join(name)}, or {name} declared by --where"
        )


def _decided(
    claim: Any, symbols: dict[str, Any], conditions: tuple[Any, ...], lost: tuple[Any, ...], seed: int
) -> Link:
    """One claim, decided; where \\log has no base, to base e, 10 and 2.

    Raises Ambiguous if the base matters: the claim is then about one of them, and which is not printed.
    """
    from verify.latex.reader import Ambiguous

    found = _decided_link(claim.link, symbols, (*conditions, *claim.conditions), lost, seed)
    for link in claim.other_bases:
        other = _decided_link(link, symbols, (*conditions, *claim.conditions), lost, seed)
        if other.outcome is not found.outcome:
            raise Ambiguous(r"\log", r"\ln or \log_{10}", r"\log_2", 1)
    return found


def _decided_link(
    link: Any, symbols: dict[str, Any], conditions: tuple[Any, ...], lost: tuple[Any, ...], seed: int
) -> Link:
    from verify.deciding.decide import decide
    from verify.points.domain import Domain
    from verify.wording import relation as relation_words
    from verify.wording import words

    free = set(symbols.values()) | link.lhs.free_symbols | link.rhs.free_symbols
    free = free.union(*(part.free_symbols for part in (*conditions, *lost)))
    domain = Domain(tuple(free), tuple(conditions))
    rel = DECIDABLE[link.relation]
    shown = relation_words(link.lhs, link.rhs, rel)
    if link.truncated:
        shown += " + …" if link.order is None else f" + O({words(link.order)})"
        finding = _decided_order(link, conditions, seed)
    else:
        finding = decide(link.lhs, link.rhs, domain, rel, seed=seed, lost=lost)
    return Link(shown, domain.assumptions_of(), finding.outcome, finding.grade, finding.evidence)


def _decided_order(link: Any, conditions: tuple[Any, ...], seed: int) -> Any:
    """A side that ends in O(x^n) says that the difference is of this order for x → 0; no other truncation says so much."""
    from verify.deciding.decide import undecided
    from verify.deciding.settings import Settings
    from verify.kinds import expansion
    from verify.latex.reader import Ambiguous
    from verify.premises.facts import Facts

    if link.relation != "=" or link.order is None or not _is_power_of_symbol(link.order):
        return undecided(
            "A side is cut off, so that this is no equality; what is decided is f = ... + O(x^n), "
            "with O on the right alone and n a positive number."
        )
    variable, order = link.order.as_base_exp()
    if not all(_is_below(term, variable, order) for term in link.rhs.as_ordered_terms()):
        raise Ambiguous(f"O({link.order})", f"the order for small {variable}", f"for large {variable}", 1)
    if variable not in link.lhs.free_symbols | link.rhs.free_symbols:
        return undecided(f"{variable} stands in O(...) alone, so that nothing depends on it as declared.")
    return expansion.check(
        expansion.Expansion(link.lhs, variable, link.rhs, int(order)), Facts((), conditions), Settings(seed=seed)
    )


def _is_below(term: Any, variable: Any, order: Any) -> bool:
    """Whether a term is a lower power of the variable than the order: only for a small variable it is worth printing."""
    _, power = term.as_independent(variable, as_Add=False)
    base, exponent = power.as_base_exp()
    return bool(not term.has(variable) or (base == variable and exponent.is_Integer and exponent < order))


def _is_power_of_symbol(expression: Any) -> bool:
    base, exponent = expression.as_base_exp()
    return bool(base.is_Symbol and exponent.is_Integer and exponent > 0)


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
