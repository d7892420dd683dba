"""Expressions in running text: Φ_0 = h/(2·e), readable in a terminal and in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.printing.precedence import PRECEDENCE
from sympy.printing.str import StrPrinter

from verify.names_in_text import name, names

__all__ = ["brief", "condition", "decimal_of", "name", "names", "point", "relation", "value", "whole", "words"]

LONGEST = 160
BRIEF = 72
"""Characters of a formula that can stand inside a sentence."""
BRIEF_PARTS = 60
BRIEF_NUMBER = 32
LONGEST_NUMBER = 1000
"""Digits beyond which a whole number is told by its first and last ones."""
SIGNS = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}


def words(expression: Any) -> str:
    """An expression on one line, clipped where it would fill a page.

    >>> words(sympy.Symbol("hbar")**2/(4*sympy.Symbol("m_e")))
    'ħ^2/(4·m_e)'
    """
    try:
        text = _Printer(getattr(expression, "free_symbols", ())).doprint(expression)
        text = text.replace("**", "^").replace("*", "·")
    except (AttributeError, TypeError, ValueError, ArithmeticError, RecursionError):
        text = f"{type(expression).__name__}(…)"  # SymPy computes while it prints, and may fail
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def brief(expression: Any) -> str | None:
    """A formula for the middle of a sentence; None for one that is too long to be read there.

    It costs no more than a look at sixty parts of the expression.

    >>> x = sympy.Symbol("x")
    >>> brief(x + 1), brief(sum(x**k for k in range(99)))
    ('x + 1', None)
    """
    parts = islice(sympy.preorder_traversal(expression), BRIEF_PARTS)
    if sum(1 for _ in parts) == BRIEF_PARTS:
        return None
    text = words(expression)
    return text if len(text) <= BRIEF else None


def relation(lhs: Any, rhs: Any, rel: str = "==") -> str:
    """`lhs rel rhs` on one line."""
    return f"{words(lhs)} {SIGNS.get(rel, rel)} {words(rhs)}"


def condition(found: Any) -> str:
    """A SymPy relation on one line, the same for its two directions: Ne(x, 0) → 'x ≠ 0', 2 > x → 'x < 2'."""
    if isinstance(found, sympy.core.relational.Relational):
        found = found.reversed if not found.lhs.is_Symbol and found.rhs.is_Symbol else found
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


def point(values: Mapping[Any, Any]) -> tuple[tuple[str, str], ...]:
    """A point in the paper's symbols, each with its value; one whose exact form fills a line is told in decimals.

    >>> x = sympy.Symbol("x")
    >>> point({x: sympy.sqrt(2)}), point({x: sympy.log(sympy.sqrt(5) + sympy.sqrt(7) + sympy.sqrt(11) + sympy.sqrt(13))})
    ((('x', 'sqrt(2)'),), (('x', '2.46844…'),))
    """
    shown = names(values)
    return tuple((shown[symbol], _number(values[symbol])) for symbol in values)


def _number(exact: Any) -> str:
    text = words(exact)
    return text if len(text) <= BRIEF_NUMBER or exact.is_Rational or exact.free_symbols else f"{decimal_of(exact)}…"


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
    def __init__(self, symbols: Iterable[Any] = ()) -> None:
        super().__init__({"order": None})
        self._names = names(symbols)

    def _print_Symbol(self, expr: Any) -> str:
        return self._names.get(expr) or name(expr)

    def _print_Pow(self, expr: Any, rational: bool = False) -> str:
        base, power = expr.args
        if power.is_Integer and power < -1:  # 1/r^2 and not r^(-2)
            return f"1/{self.parenthesize(sympy.Pow(base, -power, evaluate=False), PRECEDENCE['Mul'])}"
        return str(super()._print_Pow(expr, rational))

    def _print_Function(self, expr: Any) -> str:
        """A function of the paper by its printed name: V_ϕ(ϕ_1)."""
        if not isinstance(expr, AppliedUndef):
            return str(super()._print_Function(expr))
        arguments = self.stringify(expr.args, ", ")
        if getattr(expr, "subscripted", False):
            return f"{name(expr.func).removesuffix('_')}_{arguments if arguments.isalnum() else f'({arguments})'}"
        return f"{name(expr.func)}({arguments})"

    def _print_Derivative(self, expr: Any) -> str:
        """d/dt(f), d^2/dx^2(f)."""
        operators = (
            f"d/d{self._print(x)}" if n == 1 else f"d^{self._print(n)}/d{self._print(x)}^{self._print(n)}"
            for x, n in expr.variable_count
        )
        return f"{' '.join(operators)}({self._print(expr.expr)})"

    def _print_Abs(self, expr: Any) -> str:
        return f"|{self._print(expr.args[0])}|"

    def _print_Pi(self, expr: Any) -> str:
        return "π"

    def _print_ImaginaryUnit(self, expr: Any) -> str:
        return "i"
