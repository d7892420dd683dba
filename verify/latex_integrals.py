r"""Integrals: \int_a^b f dx, \int dx f, \int\frac{dx}{x}, and iterated ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import sympy as sp

from verify.latex_names import NameReader, Notation
from verify.latex_signs import BRACKETS, CLOSING, COMMAND_FUNCTIONS, RELATIONS, SUM
from verify.parsing import ParseError, Token, build, safe_sum


@dataclass(eq=False)
class Differential:
    """The dx that an integral sign waits for, and how deep in brackets the sign stands."""

    name: str
    level: int
    found: bool = False


class IntegralReader(NameReader):
    """What follows \\int, up to its d-variable or beyond."""

    def __init__(self, source: str, notation: Notation) -> None:
        super().__init__(source, notation)
        self.differentials: list[Differential] = []

    def integral(self, token: Token) -> Any:
        r"""\int_a^b f dx, \int dx f, \int\frac{dx}{x}: the integrand reaches to its d-variable or beyond."""
        low = high = None
        while self.at("_", "^"):
            if self.advance().text == "_":
                low = self.argument()
            else:
                high = self.argument()
        if (low is None) != (high is None):
            raise ParseError("one limit of the integral is missing", token.column, r"\int_a^b or \int")
        name = self._variable_of_integration(token)
        known = self.names.get(name)
        variable = known if known is not None and known.is_Symbol else sp.Symbol(name, real=True)
        mine = Differential(name, self.level)
        self.differentials.append(mine)
        with self.bound({name: variable}):
            body = self._integrand(mine)
        self.differentials.remove(mine)
        if not mine.found:
            raise self.unexpected(f"d{name}")
        limits = (variable,) if low is None else (variable, low, high)
        return build(token.column, sp.Integral, body, limits)

    def _integrand(self, mine: Differential) -> Any:
        body = self.expression(SUM)
        while not mine.found and self.at("+", "-"):
            operator = self.advance()
            term = self.expression(SUM)
            body = safe_sum([body, term if operator.text == "+" else -term], operator.column)
        if not mine.found:
            self.take_differential()
        return body

    def _variable_of_integration(self, token: Token) -> str:
        """The variable of the d that belongs to the integral sign at hand: inner signs take theirs first."""
        inner, depth = 0, 0
        for index in range(self.position, self.stop - 1):
            text = self.tokens[index].text
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0 or (depth == 0 and text in RELATIONS):
                break
            inner += text == r"\int"
            if text == "d" and self.is_d(index):
                name = self.atom(index + 1)[0]
                if re.match(r"\\?[A-Za-z]", name) and name not in COMMAND_FUNCTIONS:
                    if inner == 0:
                        return name
                    inner -= 1
        raise ParseError("the integral has no variable", token.column, "dx or the like after the integrand")

    def waiting(self) -> int:
        """Which integral waits for its d: the innermost that has not met it; -1 if none does."""
        return max((place for place, one in enumerate(self.differentials) if not one.found), default=-1)

    def at_differential(self) -> bool:
        if self.waiting() < 0 or not self.is_d(self.position):
            return False
        return self.atom(self.position + 1)[0] == self.differentials[self.waiting()].name

    def take_differential(self) -> bool:
        if not self.at_differential():
            return False
        self.advance()
        self.position = self.atom(self.position)[1]
        self.differentials[self.waiting()].found = True
        return True
