"""What is asked of a whole paper again and again, found once: thousands of claims cost each of them nothing.

A paper grows while it is read, so what was found holds as long as it has as many claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
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


class OfPaper:
    """The claims of a paper by section and by what they do, and the letters of its notation."""

    def __init__(self, paper: Paper) -> None:
        claims = list(paper.claims.values())
        self.size = len(claims)
        self.letters = Letters(paper.letters)
        self.indexed = [function for function in paper.functions if getattr(function, "subscripted", False)]
        self.taken = [claim for claim in claims if claim.basis is not None]
        """Lines that are taken and not derived."""
        self.definitions = _definitions(claims)
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

    @cached_property
    def defined(self) -> dict[type, sympy.Lambda]:
        """The functions that are defined once, and by no other."""
        return defined_once(self.definitions)

    @cached_property
    def written(self) -> list[sympy.Expr]:
        """The sides of the equations that the paper writes down, each once."""
        found: dict[sympy.Expr, None] = {}
        for claim in self._claims:
            for statement in claim.literal.statements:
                if not isinstance(statement, Value):
                    found |= dict.fromkeys(statement.written())
        return [side for side in found if side.free_symbols]

    def letters_of_section(self, where: str) -> Letters:
        if where not in self._letters_of:
            expressions = (e for claim in self._sections.get(where, ()) for e in expressions_of(claim.literal))
            self._letters_of[where] = Letters(letters_of(expressions))
        return self._letters_of[where]

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


def _definitions(claims: Iterable[Claim]) -> dict[type, list[sympy.Lambda]]:
    """What lines that are given say of a function of different symbols: f(x) = ..."""
    found: dict[type, list[sympy.Lambda]] = {}
    for claim in claims:
        for statement in claim.literal.statements if claim.kind == "given" else ():
            if isinstance(statement, Relation) and isinstance(statement.lhs, AppliedUndef):
                arguments = statement.lhs.args
                if all(a.is_Symbol for a in arguments) and len(set(arguments)) == len(arguments):
                    found.setdefault(statement.lhs.func, []).append(sympy.Lambda(arguments, statement.rhs))
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
