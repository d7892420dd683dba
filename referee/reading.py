"""Reads a formula with what is in doubt in it apart: as quantities of their own, each with its question (`referee.pieces`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from referee.commands import unknown_in
from referee.names import Usage
from referee.pieces import Finder, Piece
from referee.print_doubts import doubt_in
from verify.grammar.parser import ParseError, Token, no_recursion_error
from verify.grammar.tokens import tokenize
from verify.latex.integrals import OPEN_REGION
from verify.latex.reader import parse_latex
from verify.latex.sums import FAMILY, OPEN_RANGE

MOST = 16
"""Pieces of one formula."""


ACCEPTED = (
    ("a name", "an operation on what is under it"),
    ("a derivative, behind ','", "a label"),
    ("a derivative, behind ';'", "a label"),
    ("one quantity", "two"),
    ("a sum over the repeated index", "one component"),
    ("a symbol of Kronecker or Levi-Civita", "a quantity"),
    ("the function", "a product with the quantity of this name"),
    ("the size of a real quantity", "of a complex one"),
    FAMILY,
    OPEN_RANGE,
    OPEN_REGION,
)
"""Readings of which one name is true in either: the name is read, and the question is kept, in this order."""


def spans(tokens: Sequence[Token], pieces: Iterable[Sequence[str]]) -> set[int]:
    """The places of tokens that belong to one of the pieces, each given as the texts of its tokens; x^n is x^{n}."""
    places = _without_idle_braces([token.text for token in tokens])
    texts = [tokens[place].text for place in places]
    found: set[int] = set()
    for one in pieces:
        piece = [one[place] for place in _without_idle_braces(one)]
        size = len(piece)
        for start in range(len(texts) - size + 1):
            if texts[start] == piece[0] and texts[start : start + size] == piece:
                last = places[start + size - 1]
                is_closed = last + 1 < len(tokens) and tokens[last + 1].text == "}" and last + 1 not in places
                found |= set(range(places[start], last + 1 + is_closed))
    return found


def _texts(latex: Iterable[str]) -> list[list[str]]:
    return [[token.text for token in tokenize(one)] for one in latex]


def _without_idle_braces(texts: Sequence[str]) -> list[int]:
    """The places of what is printed, without the braces around a single sign."""
    return [
        k
        for k, text in enumerate(texts)
        if not (text == "{" and texts[k + 2 : k + 3] == ["}"] and texts[k + 1] not in ("{", "}"))
        and not (text == "}" and k > 1 and texts[k - 2] == "{" and texts[k - 1] not in ("{", "}"))
    ]


@dataclass
class Read:
    """What a formula says, the pieces that were found in it, and the questions that it leaves."""

    found: Any
    pieces: dict[str, Piece] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)

    @property
    def symbols(self) -> dict[str, Any]:
        return {name: sympy.Symbol(name, real=True) for name in self.pieces}


def read_apart(
    text: str,
    names: Mapping[str, Any],
    functions: Mapping[str, Any],
    usage: Usage,
    known: Mapping[str, Piece] = MappingProxyType({}),
) -> Read:
    """The relations of a formula; what is in doubt in it stands for itself where it can.

    `known` are the pieces among the names.  Raises ParseError for a formula of which no part can be left apart.
    """
    with no_recursion_error():
        tokens = tokenize(text)
        read, finder = Read(None), Finder(tokens)
        while True:
            marked = (name for name in functions if "^" in name)  # R^{ps}(r), which the notation has as a function
            latex = [*(one.latex for one in (*known.values(), *read.pieces.values())), *marked]
            finder.covered = spans(tokens, _texts(latex))
            error = unknown_in(tokens, finder.covered) or doubt_in(tokens, usage, finder.covered)
            error = error or finder.doubt(usage)
            if error is None:
                error = _parsed(text, {**names, **read.symbols}, functions, read) or _free_integral(read.found, tokens)
                if error is None:
                    read.questions += finder.repeated(usage, spans(tokens, _texts(one.latex for one in known.values())))
                    return _as_named(_with_something_read(read, {**known, **read.pieces}))
            piece = finder.piece(text, error) if len(read.pieces) < MOST else None
            if piece is None or piece.name in read.pieces or piece.name in known:
                raise error
            read.pieces[piece.name] = piece


def _as_named(read: Read) -> Read:
    """What was read, if every piece was read under its name or in that of a larger one, and none of its parts instead."""
    if not read.pieces:
        return read
    sides = (
        [side for one in read.found for side in (one.lhs, one.rhs)] if isinstance(read.found, list) else [read.found]
    )
    names = {letter.name for side in sides if side is not None for letter in side.atoms(sympy.Symbol)}
    names |= {word for side in sides if side is not None for word in map(str, side.atoms(AppliedUndef))}
    used = [piece.latex for name, piece in read.pieces.items() if name in names]
    for name, piece in read.pieces.items():
        if name not in names and not any(piece.latex in latex for latex in used):
            raise ParseError(piece.question)
    return read


def _with_something_read(read: Read, pieces: Mapping[str, Piece]) -> Read:
    """What was read, unless both sides of a relation are terms that stand for themselves, so that nothing is."""
    for one in read.found if pieces and isinstance(read.found, list) else []:
        sides = [str(side) for side in (one.lhs, one.rhs) if side is not None]
        if len(sides) == 2 and all(side in pieces and pieces[side].whole for side in sides):
            raise ParseError(pieces[sides[0]].question)
    return read


def _free_integral(found: Any, tokens: Sequence[Token]) -> ParseError | None:
    """Why an integral is not read whose integrand has not its variable: the page means a function that is not declared."""
    signs = [token for token in tokens if token.text in (r"\int", r"\oint")]
    if len(signs) != 1:
        return None
    sides = [side for one in found for side in (one.lhs, one.rhs)] if isinstance(found, list) else [found]
    integrals = {one for side in sides if side is not None for one in side.atoms(sympy.Integral)}
    for one in sorted(integrals, key=str):
        if one.function.free_symbols and not one.function.has(*one.variables):
            names = ", ".join(map(str, one.variables))
            return ParseError(
                f"as declared, the integrand has no {names}", signs[0].column, "a function of it in the notation"
            )
    return None


def _parsed(text: str, names: Mapping[str, Any], functions: Mapping[str, Any], read: Read) -> ParseError | None:
    """Reads a formula strictly but for the readings of which one name is true in either; what refuses it is handed back."""
    accepted: dict[tuple[str, str], list[str]] = {pair: [] for pair in ACCEPTED}
    try:
        read.found = parse_latex(text, names, functions, free=True, strict=True, accepted=accepted)
    except ParseError as refused:
        return refused
    read.questions = [re.sub(r"^column \d+: ", "", one) for asked in accepted.values() for one in asked]
    return None
