r"""Differentials where the notation has some: dT, d\ln T, d(pV), and dp/dT as their quotient.

They are read only where a symbol of the notation is a differential, and all are of one process (`verify.vocabulary.differentials`):
elsewhere d\ln T has no meaning that is declared.  \frac{dp}{dT} is the quotient of the two, which is the derivative where p is a function of T
alone; \frac{d}{dT} before its operand, d^2 and \partial stay derivatives.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verify.doubts.lines import LineReader
from verify.errors import ClaimError
from verify.grammar.glyphs import COMMAND_FUNCTIONS
from verify.grammar.parser import ParseError, Token
from verify.vocabulary.differentials import Differentials, DifferentialSymbol


class DifferentialReader(LineReader):
    """The d of a process."""

    @property
    def process(self) -> Callable[[Any], Any] | None:
        """The one of which the notation has differentials, or which its author names; None where there is none, or several."""
        if self.declared("d"):
            return None
        if self.notation.differential is not None:
            return self.notation.differential
        found = {one.constants for one in self.notation.names.values() if isinstance(one, DifferentialSymbol)}
        return Differentials(next(iter(found))) if len(found) == 1 else None

    def begins_differential(self, index: int) -> bool:
        """Whether d stands at `index` before a name, a function or a bracket."""
        after = self.text(index + 1)
        is_operand = self.is_letter(index + 1) or after in ("(", *COMMAND_FUNCTIONS)
        return self.text(index) == "d" and self.is_d(index) and is_operand and self.process is not None

    def is_quotient_of_processes(self, index: int) -> bool:
        """Whether the two groups behind a \\frac are differentials, {dp}{dT}."""
        below = self.item_end(index)
        if self.text(index) != "{" or self.text(below) != "{":
            return False
        return self.begins_differential(index + 1) and self.begins_differential(below + 1)

    def differential(self, token: Token) -> Any:
        """The differential of the operand behind a d."""
        if self.at("("):
            operand = self.group("(")
        elif self.peek().text in COMMAND_FUNCTIONS:
            operand = self.elementary(self.advance())
        else:
            operand = self.name(self.declared_here())
        if self.at("^"):
            raise ParseError("a power behind a differential", token.column, "brackets")
        process = self.process
        assert process is not None
        try:
            return process(operand)
        except ClaimError as error:
            raise ParseError(str(error), token.column) from None

    def elementary(self, token: Token) -> Any:
        """An elementary function of what follows."""
        raise NotImplementedError
