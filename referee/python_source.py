"""SymPy expressions as the Python text that an author would write: 2*pi*R/v, sqrt(a/b), Rational(1, 2).

Only names that a draft has made and functions of a short list are written, so that no text
of a source can reach the Python file by this way.
"""

from __future__ import annotations

import re
from typing import Any

import sympy
from sympy.core.function import AppliedUndef
from sympy.printing.str import StrPrinter

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
FUNCTIONS = {
    sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth,
    sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asinh, sympy.acosh, sympy.atanh, sympy.acoth, sympy.exp,
    sympy.log, sympy.Abs, sympy.sign, sympy.erf, sympy.erfc, sympy.factorial, sympy.binomial, sympy.floor,
    sympy.ceiling, sympy.Max, sympy.Min, sympy.atan2, sympy.Mod, sympy.re, sympy.im, sympy.arg,
}  # fmt: skip
CALCULUS = {sympy.Sum, sympy.Product, sympy.Integral, sympy.Derivative}
WRITTEN = FUNCTIONS | CALCULUS
CONSTANTS = {sympy.pi: "pi", sympy.I: "imaginary_unit", sympy.E: "euler", sympy.oo: "oo", -sympy.oo: "-oo"}
PLAIN = (sympy.Add, sympy.Mul, sympy.Pow, sympy.Symbol, sympy.Integer, sympy.Rational, sympy.Tuple)
RESERVED = {
    *(function.__name__ for function in WRITTEN), "sqrt", "pi", "oo", "imaginary_unit", "euler", "Rational", "Ne",
    "decimal", "paper", "symbol", "function", "UNKNOWN", "HERE", "approx", "less", "greater", "at_most", "at_least",
    "equal", "reading", "Ground", "follows_from", "proportional",
}  # fmt: skip
"""Names that a section of a draft uses for itself."""
FROM_SYMPY = {"E": "euler", "I": "imaginary_unit"}
LONGEST = 4_000


class NotWritten(ValueError):
    """The expression has a part that a draft does not write."""


def python_source(expression: Any) -> str:
    """The expression as Python text.  Raises NotWritten for a part outside the list."""
    for node in sympy.preorder_traversal(expression):
        _check(node)
    text: str = _Printer({"order": None}).doprint(expression)
    if len(text) > LONGEST:
        raise NotWritten(f"the expression has {len(text)} characters; the limit is {LONGEST}")
    return text


def _check(node: Any) -> None:
    if isinstance(node, AppliedUndef):
        name = node.func.__name__
    elif isinstance(node, sympy.Symbol):
        name = node.name
    elif isinstance(node, PLAIN) or node in CONSTANTS or node.func in WRITTEN:
        return
    else:
        raise NotWritten(f"{type(node).__name__} is outside what a draft writes")
    if not NAME.fullmatch(name):
        raise NotWritten(f"{name!r} is no name")


def sympy_names(texts: str) -> set[str]:
    """The names of SymPy that such a text uses."""
    known = {function.__name__ for function in WRITTEN} | {"sqrt", "pi", "oo", "Rational", "Ne"}
    words = set(NAME.findall(texts))
    aliases = {original for original, alias in FROM_SYMPY.items() if alias in words}
    return (words & known) | {f"{original} as {FROM_SYMPY[original]}" for original in aliases}


class _Printer(StrPrinter):  # type: ignore[misc]
    """Python in place of SymPy's own shorthand, where the two differ in meaning."""

    def _print_Rational(self, expr: Any) -> str:
        places = _decimal_places(int(expr.q))
        if expr.q > 10 and places is not None:
            digits = int(expr.p) * 10**places // int(expr.q)
            return f'decimal("{digits}e-{places}")' if places > 6 else f'decimal("{_pointed(digits, places)}")'
        return f"Rational({expr.p}, {expr.q})"

    def _print_Integer(self, expr: Any) -> str:
        return str(int(expr))

    def _print_Pi(self, expr: Any) -> str:
        return "pi"

    def _print_ImaginaryUnit(self, expr: Any) -> str:
        return "imaginary_unit"

    def _print_Exp1(self, expr: Any) -> str:
        return "euler"

    def _print_Pow(self, expr: Any, rational: bool = False) -> str:
        if expr.exp is sympy.S.Half:
            return f"sqrt({self._print(expr.base)})"
        return str(super()._print_Pow(expr, rational))


def _decimal_places(denominator: int) -> int | None:
    """How many decimal places 1/denominator has; None if it does not end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _pointed(digits: int, places: int) -> str:
    sign, text = "-" if digits < 0 else "", str(abs(digits)).rjust(places + 1, "0")
    return f"{sign}{text[:-places]}.{text[-places:]}"
