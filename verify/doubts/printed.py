r"""The names of a printed line that nobody has declared: \dot x_1' is the letter x, dotted and primed, with the subscript 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from verify.doubts.letters import LetterReader
from verify.grammar.parser import ParseError
from verify.grammar.tokens import ACCENTS

DOTTED = re.compile(r"\\d*dot\{(.*?)\}")


@dataclass(frozen=True)
class Printed:
    """A name without declaration, as it stands in the line: its normal form, its first and its next token."""

    text: str
    start: int
    end: int

    @property
    def letter(self) -> str:
        """The name without dots, primes and subscript."""
        return _letter_of(self.text)

    @property
    def subscript(self) -> str:
        return _subscript_of(self.text)

    @property
    def is_changing(self) -> bool:
        """Whether it is dotted or primed: a derivative, to most readers."""
        return "'" in self.text or bool(DOTTED.search(self.text))


@lru_cache(maxsize=10_000)
def _letter_of(name: str) -> str:
    return DOTTED.sub(r"\1", name.replace("'", "")).partition("_{")[0]


@lru_cache(maxsize=10_000)
def _subscript_of(name: str) -> str:
    return name.replace("'", "").partition("_{")[2].removesuffix("}")


class PrintedReader(LetterReader):
    """Knows the undeclared names of the whole line, and what is raised on them."""

    @cached_property
    def printed_names(self) -> list[Printed]:
        """The undeclared names of the line, in their order."""
        return list(self._undeclared_names())

    def _undeclared_names(self) -> Iterator[Printed]:
        index = 0
        while index < len(self.tokens):
            end = self._end_of_declared(index)
            if end is None and (self.is_letter(index) or self.text(index) in ACCENTS):
                try:
                    text, end = self.atom(index)
                except ParseError:  # the reader comes later and says it better
                    return
                yield Printed(text, index, end)
            index = max(end or 0, index + 1)
