"""Readings in LaTeX, in the spelling of their paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.printing.latex import LatexPrinter

from verify.quantities.units import Unit
from verify.vocabulary.readings import Reading
from verify.vocabulary.statements import Relation, Value

SIGNS = {"==": "=", "!=": r"\ne", "<=": r"\le", ">=": r"\ge"}
Spellings = Iterable[tuple[str, Any]]


def typesets(meaning: Any) -> bool:
    """Whether a spelling of this is used where a line is typeset."""
    return isinstance(meaning, AppliedUndef | sympy.Derivative)


class Typesetter:
    r"""Typesets as the page does: x for x(t), where the paper spells it so, and \ddot x for its second derivative.

    Of several spellings, one that stands in the printed line goes first.
    """

    def __init__(self, spellings: Spellings = (), printed: str = "") -> None:
        close = "".join(printed.split())
        names: dict[Any, str] = {}
        for spelling, meaning in sorted(spellings, key=lambda pair: "".join(pair[0].split()) not in close):
            if typesets(meaning):
                names.setdefault(meaning, spelling)
        self.printer = _Printer(names)

    def relations(self, read: Reading) -> str:
        """The relations of a reading; links of a chain are joined."""
        text, last = "", None
        for statement in read.statements:
            if isinstance(statement, Relation):
                link = f" {SIGNS.get(statement.rel, statement.rel)} {self.printer.doprint(statement.rhs)}"
                joint = ", \\quad " if text else ""
                text += link if statement.lhs == last else f"{joint}{self.printer.doprint(statement.lhs)}{link}"
                last = statement.rhs
        return text

    def relations_or_numbers(self, read: Reading) -> str:
        """The numbers with their quantities, if the reading states no relation."""
        return self.relations(read) or ", \\quad ".join(
            self._number(said) for said in read.statements if isinstance(said, Value)
        )

    def _number(self, said: Value) -> str:
        mantissa, _, power = said.number.partition("e")
        number = rf"{mantissa} \cdot 10^{{{int(power)}}}" if power else mantissa
        unit = rf"\;\mathrm{{{said.unit}}}" if isinstance(said.unit, Unit) else ""
        return rf"{self.printer.doprint(said.quantity)} \approx {number}{unit}"


def with_leading_term(printed: str, literal: Reading, read: Reading) -> str:
    r"""The printed line with \sim in the place of its one =, where the reading says of the same formula that it is the leading term."""
    pairs = list(zip(read.statements, literal.statements, strict=False))
    is_one = len(read.statements) == len(literal.statements) == 1 and printed.count("=") == 1
    return printed.replace("=", r"\sim") if is_one and all(a.is_leading_term_of(b) for a, b in pairs) else ""


class _Printer(LatexPrinter):  # type: ignore[misc]
    def __init__(self, names: dict[Any, str]) -> None:
        super().__init__()
        self._names = names

    def _print(self, expr: Any, **kwargs: Any) -> str:
        if isinstance(expr, sympy.Basic) and expr in self._names:
            power = kwargs.get("exp")
            return self._names[expr] if power is None else f"{{{self._names[expr]}}}^{{{power}}}"
        text: str = super()._print(expr, **kwargs)
        return text
