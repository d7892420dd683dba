r"""Labels in front of a line or behind it: (3), (a), (ii), (1a), (\alpha): the number of an equation or item, or a factor?

A bracket around a number or a single letter, which a gap parts from the formula, is no factor to whoever
prints it: factors need no such brackets, and stand close.  Which it is cannot be known, so that it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.doubts.operators import OperatorReader
from verify.grammar.glyphs import LETTERS, RELATIONS, SEPARATORS
from verify.grammar.unit_marks import UNIT_TEXT

SIGNS = {"*", "/", r"\cdot", r"\times", r"\%", r"\bmod", "+", "-", "^", "_", "!", "'"}
COUNTED = r"[0-9]+(?:\.[0-9]+)*"
LABEL = re.compile(rf"(?:{COUNTED})?(?:[A-Za-z]|[ivxIVX]{{2,5}})?'*|[A-Za-z]_?\.?(?:{COUNTED})|[A-Za-z]\.?[a-z]")


class LabelReader(OperatorReader):
    """Looks at brackets at both ends of each statement; refuses under `strict` alone."""

    def doubt_labels(self) -> None:
        """2 (3) at the end, (a) x at the beginning; raises Ambiguous."""
        for start, end in self._printed_statements() if "(" in self.signs else ():
            closing = self.closing(start)
            if self._is_label(start, closing) and closing < end - 1 and self._stands_ahead(closing):
                self._doubt_label(start, closing)
            opening = next((k for k in range(end - 2, start, -1) if self.text(k) == "("), start)
            if self._is_label(opening, end - 1) and opening > start + 1 and self._stands_behind(opening):
                self._doubt_label(opening, end - 1)

    def _printed_statements(self) -> Iterator[tuple[int, int]]:
        """Where the parts of the line between separators begin and end."""
        start = 0
        for index in range(len(self.tokens) + 1):
            if index == len(self.tokens) or self.text(index) in SEPARATORS:
                end = index
                while end > start and self.text(end - 1) == ".":
                    end -= 1
                if end > start:
                    yield start, end
                start = index + 1

    def _is_label(self, opening: int, closing: int) -> bool:
        """Whether the brackets hold a number, a letter, or both, as (1a), (ii) and (A.1) do."""
        if (self.text(opening), self.text(closing)) != ("(", ")"):
            return False
        inside = [token.text for token in self.tokens[opening + 1 : closing]]
        if len(inside) == 1 and inside[0].removeprefix("\\") in LETTERS:
            return True
        return bool(inside) and LABEL.fullmatch("".join(inside)) is not None

    def _stands_ahead(self, closing: int) -> bool:
        """A gap and an operand follow; a sign follows behind a printed gap only, for (2) + 3 is a sum."""
        behind = self.tokens[closing + 1]
        if behind.text in RELATIONS or not behind.space:
            return False
        is_number = self.tokens[closing - 1].kind == "number" and self.text(closing - 2) == "("
        return (
            is_number or behind.text not in SIGNS or (behind.text in ("+", "-") and bool(behind.space.strip(" \t\n")))
        )

    def _stands_behind(self, opening: int) -> bool:
        r"""A gap parts it from an operand; x = 3 (\mathrm{s}) ends in a unit."""
        inside = "".join(token.text for token in self.tokens[opening + 1 : self.closing(opening)])
        is_unit = self.tokens[opening + 1].kind == "word" and bool(UNIT_TEXT.fullmatch(inside))
        return (
            bool(self.tokens[opening].space) and self.text(opening - 1) not in RELATIONS.keys() | SIGNS and not is_unit
        )

    def _doubt_label(self, opening: int, closing: int) -> None:
        shown = "".join(token.text for token in self.tokens[opening : closing + 1])
        one = "the number of the equation" if self.text(opening + 1)[:1].isdigit() else "the label of the line"
        self.doubt(shown, one, "a factor", self.tokens[opening].column)
