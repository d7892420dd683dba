"""What is asked of a whole paper again and again, found once: thousands of claims cost each of them nothing.

A paper grows while it is read, so what was found holds as long as it has as many claims.

A line is *offered* a part of this for the comparison of its print (`verify.page.names.offer`): what is found is kept under the line
and that part, where nothing else was looked at.  So every question here that goes further says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import sympy
from sympy.core.function import AppliedUndef

from verify.encoding.paper import Paper
from verify.latex.vectors import AXES
from verify.terms.dependence import Dependence
from verify.vocabulary.indexed_relations import IndexedRelation
from verify.vocabulary.readings import Claim, Reading
from verify.vocabulary.statements import Relation, Value

COMMAND = re.compile(r"\\[A-Za-z]+")
SCRIPT = re.compile(r"[_^]\s*(?:\{[^{}]*\}|[A-Za-z0-9])")
LETTER = re.compile("[A-Za-z]")


Asked = tuple[tuple[Claim, ...], tuple[str, ...]]


@dataclass
class Offer:
    """What of its paper a line is offered for the comparison of its print: all of it as data in `said`.

    Names that these `letters` spell, and what lines that are taken say of these `quantities`; `is_beyond` once more was looked at.
    """

    letters: frozenset[str]
    quantities: Set[sympy.Basic]
    said: tuple[Any, ...]
    is_beyond: bool = False


class OfPaper:
    """The claims of a paper by section and by what they do, and the letters of its notation."""

    def __init__(self, paper: Paper) -> None:
        claims = list(paper.claims.values())
        self.size = len(claims)
        self._letters = Letters(paper.letters)
        self.indexed = [function for function in paper.functions if getattr(function, "subscripted", False)]
        self.taken_of = _taken(claims)
        """What lines that are taken and not derived say, by what they say it of, each with its label."""
        self.defining = list(_defining(claims))
        """What lines that are given say of a function of different symbols: f(x) = ..."""
        self.definitions = _definitions(self.defining)
        self._sections: dict[str, list[Claim]] = {}
        for claim in claims:
            self._sections.setdefault(claim.where, []).append(claim)
        self._letters_of: dict[str, Letters] = {}
        self._derivatives_of: dict[str, list[IndexedRelation]] = {}
        self._claims = claims
        self.latest_notation: tuple[Asked, dict[str, sympy.Expr], dict[str, object]] | None = None
        """What names mean in the texts of the claims that were asked for last (`verify.page.names`)."""
        self.ties: list[Dependence] | None = None
        """What its lines say of changes (`verify.page.slopes`)."""
        self.offer: Offer | None = None
        """What the line is offered that is compared just now."""
        self.spelled = {sympy.Tuple(*m) if isinstance(m, tuple) else m for _, m in paper.spellings}
        self.letters_of_spellings = letters_in(spelling for spelling, _ in paper.spellings)

    def look_at_all(self) -> None:
        """Says that any line of the paper is looked at."""
        if self.offer is not None:
            self.offer.is_beyond = True

    @contextmanager
    def offering(self, offer: Offer) -> Iterator[None]:
        """In here the line is compared that is offered this."""
        before, self.offer, self.latest_notation = self.offer, offer, None
        try:
            yield
        finally:
            self.offer = before

    @cached_property
    def defined(self) -> dict[type, sympy.Lambda]:
        """The functions that are defined once, and by no other."""
        return defined_once(self.definitions)

    @property
    def written(self) -> list[sympy.Expr]:
        """The sides of the equations that the paper writes down, each once."""
        self.look_at_all()
        return self._written

    @cached_property
    def _written(self) -> list[sympy.Expr]:
        found: dict[sympy.Expr, None] = {}
        for claim in self._claims:
            for statement in claim.literal.statements:
                if not isinstance(statement, Value):
                    found |= dict.fromkeys(statement.written())
        return [side for side in found if side.free_symbols]

    def letters_with(self, letters: frozenset[str], where: str | None = None) -> list[sympy.Symbol]:
        """The symbols of a section, or of the paper, that these letters can print."""
        if self.offer is not None and not letters <= self.offer.letters:
            self.offer.is_beyond = True
        return (self._letters if where is None else self._letters_in(where)).that_may_stand_in(letters)

    def _letters_in(self, where: str) -> Letters:
        if where not in self._letters_of:
            expressions = (e for claim in self._sections.get(where, ()) for e in expressions_of(claim.literal))
            self._letters_of[where] = Letters(letters_of(expressions))
        return self._letters_of[where]

    def taken(self, quantity: Any) -> Sequence[tuple[str, Relation]]:
        """What the lines that are taken and not derived say of a quantity."""
        if self.offer is not None and quantity not in self.offer.quantities:
            self.offer.is_beyond = True
        return self.taken_of.get(quantity, ())

    def derivatives_of_section(self, where: str) -> list[IndexedRelation]:
        """What the lines of a section find as the derivative of another line."""
        if where not in self._derivatives_of:
            said = (s for claim in self._sections.get(where, ()) for s in claim.literal.statements)
            found = [s for s in said if isinstance(s, IndexedRelation) and s.slope is not None]
            self._derivatives_of[where] = found
        return self._derivatives_of[where]


class Letters:
    """Symbols in an order, and the letters without which a text cannot print them: those of their names without scripts."""

    def __init__(self, symbols: Iterable[sympy.Symbol]) -> None:
        self.symbols = [(symbol, bare(latex_of(symbol))) for symbol in symbols]

    def that_may_stand_in(self, letters: frozenset[str]) -> list[sympy.Symbol]:
        return [symbol for symbol, needed in self.symbols if needed <= letters]


def bare(name: str) -> frozenset[str]:
    r"""The letters of a name without its scripts and commands; none of an axis, which \nabla speaks of without printing it.

    >>> sorted(bare(r"\mathbf{R}_{He}")), sorted(bare(r"\varphi"))
    (['R'], [])
    """
    return frozenset() if name in AXES else frozenset(LETTER.findall(SCRIPT.sub("", COMMAND.sub(" ", name))))


def letters_in(texts: Iterable[str]) -> frozenset[str]:
    """All letters of some texts, those of commands too."""
    return frozenset(letter for text in texts for letter in LETTER.findall(text))


_KNOWN: WeakKeyDictionary[Paper, OfPaper] = WeakKeyDictionary()


def of_paper(paper: Paper) -> OfPaper:
    found = _KNOWN.get(paper)
    if found is None or found.size != len(paper.claims):
        found = _KNOWN[paper] = OfPaper(paper)
    return found


def _taken(claims: Iterable[Claim]) -> dict[sympy.Basic, list[tuple[str, Relation]]]:
    found: dict[sympy.Basic, list[tuple[str, Relation]]] = {}
    for claim in claims:
        for statement in claim.literal.statements if claim.basis is not None else ():
            if isinstance(statement, Relation):
                found.setdefault(statement.lhs, []).append((claim.label, statement))
    return found


def _defining(claims: Iterable[Claim]) -> Iterator[Relation]:
    for claim in claims:
        for statement in claim.literal.statements if claim.kind == "given" else ():
            if isinstance(statement, Relation) and isinstance(statement.lhs, AppliedUndef):
                arguments = statement.lhs.args
                if all(a.is_Symbol for a in arguments) and len(set(arguments)) == len(arguments):
                    yield statement


def _definitions(defining: Iterable[Relation]) -> dict[type, list[sympy.Lambda]]:
    found: dict[type, list[sympy.Lambda]] = {}
    for statement in defining:
        found.setdefault(statement.lhs.func, []).append(sympy.Lambda(statement.lhs.args, statement.rhs))
    return found


def defined_once(definitions: Mapping[type, Sequence[sympy.Lambda]]) -> dict[type, sympy.Lambda]:
    """Those of the functions that have one definition, in which none of the others stands."""
    return {
        function: meanings[0]
        for function, meanings in definitions.items()
        if len(meanings) == 1 and not any(meanings[0].expr.has(other) for other in definitions)
    }


def letters_of(expressions: Iterable[sympy.Basic]) -> list[sympy.Symbol]:
    """The symbols of some expressions, by name."""
    found = {letter for expression in expressions for letter in expression.free_symbols}
    return sorted(found, key=lambda s: s.name)


def expressions_of(read: Reading) -> Iterator[sympy.Basic]:
    """What the statements of a reading are made of, and the symbols whose values its numbers take."""
    for statement in read.statements:
        yield from statement.expressions()
        if isinstance(statement, Value):
            yield from (symbol for symbol, _ in statement.constants)


def latex_of(letter: sympy.Symbol) -> str:
    return str(getattr(letter, "latex", letter.name))
