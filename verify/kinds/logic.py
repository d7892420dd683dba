"""Is a proposition true for every truth value of its letters?  Decided by the truth table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import Any, ClassVar

import sympy
from sympy.logic.boolalg import Boolean

from verify.deciding.decide import Finding, undecided
from verify.deciding.settings import Settings
from verify.errors import ClaimError
from verify.kinds.kind import MOST, Kind, Spoiled, proved, refuted
from verify.premises.facts import Facts
from verify.verdicts import Shape
from verify.vocabulary.statement import Statement

MOST_LETTERS = 12


@dataclass(frozen=True)
class Logic(Statement):
    """A proposition over named truth values that is true whatever they are."""

    proposition: Boolean
    meanings: tuple[tuple[sympy.Symbol, str], ...]
    has_formula: ClassVar[bool] = False
    noun: ClassVar[str] = "logic"


def logic(proposition: Boolean, **meanings: str) -> tuple[Logic]:
    """A proposition; each of its letters is explained by a keyword."""
    if isinstance(proposition, bool) or not isinstance(proposition, (Boolean, sympy.Symbol)):
        raise ClaimError(f"logic: {proposition!s} is no proposition; expected letters joined by And, Or, Not, Implies")
    if proposition.atoms(sympy.core.relational.Relational):
        raise ClaimError(f"logic: {proposition!s} compares quantities; expected a letter for each proposition")
    letters = {str(letter): letter for letter in proposition.free_symbols}
    if not letters:
        raise ClaimError(f"logic: {proposition!s} has no letters; expected a proposition about something")
    if len(letters) < len(proposition.free_symbols):
        raise ClaimError(f"logic: two letters of {proposition!s} have one name; expected different ones")
    if set(letters) != set(meanings):
        raise ClaimError(f"logic: letters {sorted(letters)}, but meanings are given for {sorted(meanings)}")
    for letter, text in meanings.items():
        if list(meanings.values()).count(text) > 1:
            raise ClaimError(f"logic: {letter} means {text!r}, and so does another letter; expected a meaning for each")
    return (Logic(proposition, tuple((letters[name], text) for name, text in meanings.items())),)


def check(statement: Logic, facts: Facts, settings: Settings) -> Finding:
    letters = [letter for letter, _ in statement.meanings]
    if len(letters) > MOST_LETTERS:
        return undecided(f"{len(letters)} letters: the truth table has more than 2^{MOST_LETTERS} rows")
    for row in product((True, False), repeat=len(letters)):
        truth = dict(zip(letters, row, strict=True))
        value = _value(statement.proposition, truth)
        if value is sympy.false:
            return _refuted(statement, truth)
        if value is not sympy.true:
            return undecided(f"the proposition has no truth value where it becomes {value}")
    rows = 2 ** len(letters)
    return proved("truth table", f"True in all {rows} cases of the {len(letters)} propositions.")


def _value(proposition: Any, truth: dict[sympy.Symbol, bool]) -> Any:
    """The proposition with its letters replaced, evaluated connective by connective, also where it was built unevaluated."""
    if proposition in truth:
        return sympy.true if truth[proposition] else sympy.false
    if not proposition.args:
        return proposition
    return proposition.func(*(_value(part, truth) for part in proposition.args))


def _refuted(statement: Logic, truth: dict[sympy.Symbol, bool]) -> Finding:
    meanings = dict(statement.meanings)
    point = tuple((meanings[letter], "true" if value else "false") for letter, value in truth.items())
    words = "; ".join(f"'{what}' is {value}" for what, value in point)
    return refuted("truth table", f"A case is left out: {words}.", point, "the proposition", "false", shape=Shape.CASE)


def _spoil(statement: Logic) -> Spoiled:
    proposition = statement.proposition
    yield "negated", replace(statement, proposition=sympy.Not(proposition))
    for old, new, what in ((sympy.Or, sympy.And, "'and' for 'or'"), (sympy.And, sympy.Or, "'or' for 'and'")):
        for node in sorted(proposition.atoms(old), key=sympy.default_sort_key)[:MOST]:
            yield f"{what} in {node}", replace(statement, proposition=proposition.xreplace({node: new(*node.args)}))
    for letter, _ in statement.meanings:
        for node in sorted(proposition.atoms(sympy.And, sympy.Or), key=sympy.default_sort_key)[:1]:
            spoiled = node.xreplace({letter: sympy.Not(letter)})
            yield f"{letter} negated in {node}", replace(statement, proposition=proposition.xreplace({node: spoiled}))


KINDS = (
    Kind(
        Logic,
        check,
        spoil=_spoil,
        constructors=(logic,),
        debt="a proposition over truth values is no relation between expressions",
    ),
)
