"""Expressions in running text: Φ_0 = h/(2·e), readable in a terminal and in a sentence."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.printing.pretty.pretty_symbology import greek_unicode
from sympy.printing.str import StrPrinter

LETTERS = {**greek_unicode, "hbar": "ħ", "varphi": "ϕ"}
LONGEST = 160
SIGNS = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}


def name(symbol: Any) -> str:
    """A symbol's name with Greek letters as such: 'Phi_0' → 'Φ_0', 'hbar' → 'ħ', 'V_varphi' → 'V_ϕ'.

    >>> name(sympy.Symbol("epsilon_0"))
    'ε_0'
    """
    return "_".join(LETTERS.get(part, part) for part in str(symbol).split("_"))


def words(expression: Any) -> str:
    """An expression on one line, clipped where it would fill a page.

    >>> words(sympy.Symbol("hbar")**2/(4*sympy.Symbol("m_e")))
    'ħ^2/(4·m_e)'
    """
    text = _Printer({"order": None}).doprint(expression).replace("**", "^").replace("*", "·")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def relation(lhs: Any, rhs: Any, rel: str = "==") -> str:
    """`lhs rel rhs` on one line."""
    return f"{words(lhs)} {SIGNS.get(rel, rel)} {words(rhs)}"


def condition(found: Any) -> str:
    """A SymPy relation on one line: Ne(x, 0) → 'x ≠ 0'."""
    if isinstance(found, sympy.core.relational.Relational):
        return relation(found.lhs, found.rhs, found.rel_op)
    return words(found)


class _Printer(StrPrinter):  # type: ignore[misc]
    def _print_Symbol(self, expr: Any) -> str:
        return name(expr.name)

    def _print_Abs(self, expr: Any) -> str:
        return f"|{self._print(expr.args[0])}|"

    def _print_Pi(self, expr: Any) -> str:
        return "π"

    def _print_ImaginaryUnit(self, expr: Any) -> str:
        return "i"
