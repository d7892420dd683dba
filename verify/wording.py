"""Expressions in running text: Φ_0 = h/(2·e), readable in a terminal and in a sentence."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.printing.pretty.pretty_symbology import greek_unicode
from sympy.printing.str import StrPrinter

LETTERS = {**greek_unicode, "hbar": "ħ", "varphi": "ϕ"}
LONGEST = 160
LONGEST_NUMBER = 1000
"""Digits beyond which a whole number is told by its first and last ones."""
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
    try:
        text = _Printer({"order": None}).doprint(expression).replace("**", "^").replace("*", "·")
    except (AttributeError, TypeError, ValueError, ArithmeticError, RecursionError):
        text = f"{type(expression).__name__}(…)"  # SymPy computes while it prints, and may fail
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def relation(lhs: Any, rhs: Any, rel: str = "==") -> str:
    """`lhs rel rhs` on one line."""
    return f"{words(lhs)} {SIGNS.get(rel, rel)} {words(rhs)}"


def condition(found: Any) -> str:
    """A SymPy relation on one line: Ne(x, 0) → 'x ≠ 0'."""
    if isinstance(found, sympy.core.relational.Relational):
        return relation(found.lhs, found.rhs, found.rel_op)
    return words(found)


def value(number: Any) -> str:
    """An exact number as SymPy writes it, but for whole numbers with thousands of digits in it.

    >>> value(sympy.Rational(1, 3) + sympy.I), value(sympy.Integer(3) ** 4000)
    ('1/3 + I', '305…001 (1909 digits)')
    """
    return str(_Numbers({"order": None}).doprint(number))


def decimal_of(number: Any, digits: int = 6) -> str:
    """A real number to that many digits: '1.50357e9'.

    >>> decimal_of(sympy.Rational(1503571, 10**15)), decimal_of(sympy.pi * 10**9)
    ('1.50357e-9', '3.14159e9')
    """
    return str(sympy.N(number, digits)).replace("e+", "e")


def whole(number: int) -> str:
    """A whole number; a long one by its first and last digits, for nobody reads thousands, and Python refuses to write them.

    >>> whole(-(10**5000)), whole(12)
    ('-10^5000', '12')
    """
    size = abs(number)
    digits = _digits(size)
    if digits <= LONGEST_NUMBER:
        return str(number)
    sign = "-" if number < 0 else ""
    if size == 10 ** (digits - 1):
        return f"{sign}10^{digits - 1}"
    return f"{sign}{size // 10 ** (digits - 3)}…{size % 1000:03d} ({digits} digits)"


def _digits(size: int) -> int:
    """How many decimal digits a whole number above zero has, without writing it down."""
    guess = size.bit_length() * 30102 // 100_000  # log10 2 is just above 0.30102: never too many
    while size >= 10**guess:
        guess += 1
    return guess


class _Numbers(StrPrinter):  # type: ignore[misc]
    def _print_Integer(self, expr: Any) -> str:
        return whole(int(expr.p))

    def _print_Rational(self, expr: Any) -> str:
        return f"{whole(int(expr.p))}/{whole(int(expr.q))}"


class _Printer(_Numbers):
    def _print_Symbol(self, expr: Any) -> str:
        return name(expr.name)

    def _print_Abs(self, expr: Any) -> str:
        return f"|{self._print(expr.args[0])}|"

    def _print_Pi(self, expr: Any) -> str:
        return "π"

    def _print_ImaginaryUnit(self, expr: Any) -> str:
        return "i"
