"""Items of printed LaTeX: what a command, an accent, ^ or _ applies to, and where it ends; and what names mean.

An item is a token, a group in braces or an accent with its item; an *atom* is an item
with its subscript and primes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from verify.grammar.ambiguities import DoubtReader
from verify.grammar.glyphs import BRACKETS, CLOSING
from verify.grammar.parser import ParseError, Token
from verify.grammar.tokens import ACCENTS, BEGINS_ITEM, is_label, normal_form, tokenize

Range = tuple[Any, Any]
SCRIPTS = {"_", "^", "'"}


@dataclass(frozen=True)
class Notation:
    """What names mean: values, functions, the ranges of indices; `free` lets undeclared names stand for themselves.

    `subscripted` are functions whose arguments are printed as subscripts: m_i is mass(i).
    All names are in their normal form (`verify.grammar.tokens.normalise`).  With `strict`, what
    may be read in two ways is refused, also where a convention of `verify.latex.reader` would settle it.
    `log_base` is the base of \\log without one; None is e.  With `amounts` a number alone may have a unit, and with
    `slopes` the derivative of a quantity declared without arguments is `SLOPE` of the two.  `accepted`: see `DoubtReader`.
    `differential` makes dT of T, and `frame` are the coordinates by which \\nabla differentiates, where the author says so.
    """

    names: Mapping[str, Any]
    functions: Mapping[str, Callable[..., Any]]
    ranges: Mapping[str, Range]
    free: bool = False
    subscripted: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    strict: bool = False
    log_base: Any = None
    amounts: bool = False
    slopes: bool = False
    accepted: Mapping[tuple[str, str], list[str]] | None = None
    differential: Callable[[Any], Any] | None = None
    frame: Any = None


class ItemReader(DoubtReader):
    """Items over the tokens of a source up to `stop`."""

    def __init__(self, source: str) -> None:
        super().__init__(tokenize(source), len(source) + 1)
        self.stop = len(self.tokens)
        self.atoms: dict[tuple[int, int], tuple[str, int]] = {}
        self.bar_is_open = False
        self.level = 0

    # Tokens up to `stop`: a unit behind a side is invisible to the expression before it.

    def peek(self, ahead: int = 0) -> Token:
        index = self.position + ahead
        return self.tokens[index] if index < self.stop else self.end

    def group(self, opening: str) -> Any:
        """The expression in the brackets that `opening` opens here."""
        self.expect(opening)
        with self.bars(False):
            value = self.expression()
            self.expect(BRACKETS[opening])
        return value

    @contextmanager
    def bars(self, is_open: bool) -> Iterator[None]:
        """Inside brackets a bar opens again; inside bars the next one closes."""
        outer, self.bar_is_open = self.bar_is_open, is_open
        self.level += 1
        yield
        self.level -= 1
        self.bar_is_open = outer

    def split_number(self, index: int) -> None:
        """LaTeX takes one digit as an argument: x^24 is x^2 4."""
        token = self.tokens[index] if index < self.stop else self.end
        if token.kind == "number" and len(token.text) > 1:
            if not token.text.isdigit():
                raise ParseError(f"the number {token.text} is not in braces", token.column, f"{{{token.text}}}")
            first, rest = token.text[0], token.text[1:]
            self.tokens[index : index + 1] = [
                Token("number", first, token.column, token.space),
                Token("number", rest, token.column + 1),
            ]
            self.stop += 1
            self.atoms.clear()

    def item_end(self, index: int) -> int:
        """Where the item that begins at `index` ends: a token, a group in braces, an accent with its item."""
        token = self.tokens[index] if index < self.stop else self.end
        if token.kind == "end":
            return index
        while index < self.stop and self.tokens[index].text in ACCENTS:
            index += 1
        token = self.tokens[index] if index < self.stop else self.end
        if token.kind == "end":
            raise ParseError("an accent or style has nothing under it", token.column, "a name")
        if token.text == "{":
            depth = 0
            for ahead in range(index, self.stop):
                depth += (self.tokens[ahead].text == "{") - (self.tokens[ahead].text == "}")
                if depth == 0:
                    return ahead + 1
            raise ParseError("a brace is not closed", token.column, "'}'")
        self.split_number(index)
        return index + 1

    def atom(self, index: int) -> tuple[str, int]:
        """The normal form of the item at `index` with its subscript and primes, and where it ends."""
        if index >= self.stop:
            return "", index
        text = self.tokens[index].text
        if text not in BEGINS_ITEM and (index + 1 >= self.stop or self.tokens[index + 1].text not in SCRIPTS):
            return text, index + 1
        if {"^", "0"} <= self.signs:  # whether v^0 is a name depends on what is declared by then
            return self._atom(index)
        if (index, self.stop) not in self.atoms:
            self.atoms[index, self.stop] = self._atom(index)
        return self.atoms[index, self.stop]

    def _atom(self, index: int) -> tuple[str, int]:
        text = self.tokens[index].text
        if text in ("^", "_"):  # c^\dagger_i: the subscript behind what is above
            end = self.item_end(index + 1)
        else:
            end = index + 1 if self.tokens[index].kind == "number" else self.item_end(index)
            marks, end = end, self._after_marks(end)
            if "^{0}" in (name := normal_form(self.tokens[index:end])) and not self.declared(name):
                end = self._after_marks(marks, labels=False)
            if end + 1 < self.stop and self.tokens[end].text == "^":
                after = self.item_end(end + 1)
                if all(token.text in ("{", "}", r"\prime") for token in self.tokens[end + 1 : after]):
                    end = after
        return normal_form(self.tokens[index:end]), end

    def names_in_terms(self, opening: int) -> list[set[str]]:
        """The names in each term of the bracket that opens at `opening`; those before a bracket of their own end in (). A number has none."""
        terms: list[set[str]] = [set()]
        index, end, depth = opening + 1, self.closing(opening), 0
        while index < end:
            token = self.tokens[index]
            depth += (token.text in BRACKETS) - (token.text in CLOSING)
            if depth == 0 and token.text in ("+", "-"):
                terms.append(set())
            after = index + 1
            if self.is_letter(index):
                name, after = self.atom(index)
                terms[-1] |= {name} if self.text(after) != "(" else {f"{name}()"}
            index = after
        return terms

    def declared(self, name: str) -> bool:
        """Whether the notation has the name."""
        raise NotImplementedError

    def _after_marks(self, end: int, labels: bool = True) -> int:
        """Where the subscript and the primes that begin at `end` end, and a zero above that may be a label."""
        subscripts = 0
        while end < self.stop and (self.tokens[end].text in ("_", "'") or (labels and is_label(self.tokens, end))):
            mark = self.tokens[end]
            if mark.text == "^":
                end = self.item_end(end + 1)
                continue
            if mark.text == "'":
                end += 1
                continue
            subscripts += 1
            after = self.item_end(end + 1)
            if after == end + 1 or subscripts > 1:
                found = "two subscripts one after the other" if subscripts > 1 else "an empty subscript"
                raise ParseError(f"found {found}", mark.column, "one subscript")
            end = after
        return end

    def is_d(self, index: int) -> bool:
        """Whether a d or \\partial without subscript and primes stands at `index`."""
        token = self.tokens[index] if index < self.stop else self.end
        bare = index + 1 >= self.stop or self.tokens[index + 1].text not in ("_", "'")
        return token.text == r"\partial" or (token.text == "d" and token.kind in ("letter", "word") and bare)

    def is_derivative(self, index: int) -> bool:
        """Whether both groups of a fraction, the first of which begins at `index`, begin with d or with \\partial."""
        numerator = index + (self.text(index) == "{")
        denominator = self.item_end(index)
        following = denominator + 2
        return (
            self.is_d(numerator)
            and denominator < self.stop
            and self.tokens[denominator].text == "{"
            and self.is_d(denominator + 1)
            and following < self.stop
            and self.tokens[following].text != "}"
        )

    def is_quotient_of_differentials(self, index: int) -> bool:
        """Whether dy/dx stands at `index`."""
        if not self.is_d(index):
            return False
        end = self.atom(index + 1)[1]
        return end + 1 < self.stop and self.text(end) == "/" and self.text(end + 1) == "d"
