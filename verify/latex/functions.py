r"""Elementary functions of a printed formula, with or without brackets, and roots."""

from __future__ import annotations

import re
from typing import Any

import sympy

from verify.grammar.ambiguities import OPERATORS, Ambiguous
from verify.grammar.glyphs import (
    COMMAND_FUNCTIONS,
    FRACTIONS,
    JUXTAPOSED,
    MAX_ARGUMENTS,
    OF_MANY,
    OF_ONE,
)
from verify.grammar.names import NameReader
from verify.grammar.parser import (
    ParseError,
    Token,
    build,
    rational_digits,
    roundable,
    safe_exp,
    safe_power,
    safe_product,
    small_order,
)

IN_DEGREES = {"sin", "cos", "tan", "cot", "sec", "csc"}


class FunctionReader(NameReader):
    """What follows \\sin, \\log, \\sqrt, \\binom and their kin."""

    def elementary(self, token: Token) -> Any:
        name = token.text.removeprefix("\\")
        if name == "acot":
            self.doubt("acot", "the branch from 0 to π", "the one from -π/2 to π/2", token.column)
        base = sympy.Integer(10) if name == "lg" else None
        if name == "log":
            base = self.argument() if self.take("_") else self.notation.log_base
        power = None
        if self.take("^"):
            is_inverse = "-" in (self.text(self.position), self.text(self.position + 1))
            power = self.argument()
            if power.is_negative or is_inverse:
                raise ParseError(f"{token.text}^{{{power}}} may be an inverse", token.column, "\\arc... or 1/...")
        arguments = self._function_arguments()
        _check_function(token, name, arguments)
        self.refuse_arrows(arguments, token.column)
        if name in IN_DEGREES and arguments[0].is_Rational and abs(arguments[0]) >= 10:
            self.doubt(f"{token.text} {arguments[0]}", "an angle in radians", "in degrees", token.column)
        if name in ("Re", "Im", "re", "im", "arg") and not arguments[0].has(sympy.I):
            self._doubt_part(token, arguments[0])
        value = safe_exp(arguments[0], token.column) if name == "exp" else _apply(token.column, name, arguments)
        if base is not None:
            scale = build(token.column, sympy.log, base)
            value = safe_product((value, safe_power(scale, sympy.S.NegativeOne, token.column)), token.column)
        return value if power is None else safe_power(value, power, token.column)

    def _doubt_part(self, token: Token, argument: Any) -> None:
        """\\Re z of a quantity of which nobody said that it is real; x + iy says it of x and y."""
        if any(letter.name not in self.given for letter in argument.free_symbols):
            self.doubt(token.text, "a part of a complex quantity", "of a real one", token.column)

    def _function_arguments(self) -> list[Any]:
        if self.at("(", "["):
            opening = self.position
            arguments = self.call_arguments()
            self.doubt_call(self.text(opening - 1), opening)
            return arguments
        if self.at("{") and self.peek(1).text == "(":
            self.advance()
            arguments = self.call_arguments()
            if not self.take("}"):
                raise self.unexpected("'}'")
            return arguments
        start = self.position
        if self.at("{"):
            value = self.group("{")
            inner = self.tokens[start + 1 : self.position - 1]
            symbols = self._doubt_braced_argument(start)
            self.doubt_bare_argument(self.text(start - 1), start, symbols if inner else 0)
            return [value]
        factors, column = [self._bare_factor()], self.peek().column
        symbols = self._is_symbol(start)
        while self._continues_argument(self.peek()):
            place = self.position
            factors.append(self._bare_factor())
            symbols += self._is_symbol(place) if self.is_letter(place) or self.declared_end(place) else 2
        self.doubt_bare_argument(self.text(start - 1), start, symbols)
        return [safe_product(factors, column)]

    def _is_symbol(self, place: int) -> bool:
        """Whether something else than a number begins at `place`."""
        token = self.tokens[place]
        digits = token.text in FRACTIONS and self._is_plain_fraction(place)
        return not (token.kind == "number" or token.text == r"\pi" or digits)

    def _doubt_braced_argument(self, start: int) -> int:
        r"""\sin{a+b} shows as sin a + b; the count of the symbols otherwise."""
        end = self.closing(start)
        top = list(self._at_top(start + 1, end))
        if OPERATORS & set(top[1:]) or (top[:1] == ["-"] and len(top) > 2):
            raise Ambiguous(
                f"{self.text(start - 1)}{{…}}",
                "what is printed, without brackets",
                "all in the braces",
                self.tokens[start].column,
            )
        letters = [text for text in top if re.fullmatch(r"\\?[A-Za-z]+", text) and text != r"\pi"]
        return len(letters)

    def _bare_factor(self) -> Any:
        if self.at("-", "+"):
            raise self.unexpected("an argument, in brackets if it has a sign")
        return self.expression(JUXTAPOSED)

    def _continues_argument(self, token: Token) -> bool:
        ends = token.text in COMMAND_FUNCTIONS | {
            "(",
            "[",
            "{",
            r"\{",
            r"\sum",
            r"\prod",
            r"\int",
            r"\lim",
            "|",
            r"\left|",
        }
        gap = token.space.strip() != ""
        return not ends and not gap and self.goes_on(token)

    def root(self, token: Token) -> Any:
        order: Any = sympy.S(2)
        if self.at("["):
            order = self.group("[")
        radicand = self.argument()
        if self.at("("):
            self.doubt_fraction_of(token)
        self.scalar(radicand, token)
        if order.is_odd and order != 1 and not radicand.is_nonnegative:
            self.doubt(
                rf"\sqrt[{order}]{{…}} of what may be negative", "the real root", "the principal one", token.column
            )
        return safe_power(radicand, safe_power(order, sympy.S.NegativeOne, token.column), token.column)

    def binomial(self, token: Token) -> Any:
        arguments = [self.argument(), self.argument()]
        small_order(arguments, token.column, r"\binom")
        return build(token.column, sympy.binomial, *arguments)

    def scalar(self, value: Any, token: Token) -> None:
        if self.is_vector(value):
            raise ParseError("powers and lengths of vectors are not supported", token.column)

    def is_vector(self, value: Any) -> bool:
        return bool(self.vectors and self.vectors & value.free_symbols)


def _apply(column: int, name: str, arguments: list[Any]) -> Any:
    return build(column, OF_MANY[name] if name in OF_MANY else OF_ONE[name], *arguments)


def _check_function(token: Token, name: str, arguments: list[Any]) -> None:
    if name in ("max", "min") and len(arguments) == 1:
        raise Ambiguous(f"{token.text} of one quantity", "its extreme value", "the quantity itself", token.column)
    fewest, most = (2, 2) if name == "atan2" else (1, MAX_ARGUMENTS if name in OF_MANY else 1)
    if not fewest <= len(arguments) <= most:
        raise ParseError(f"{token.text} has {len(arguments)} arguments", token.column, f"{fewest} to {most}")
    if name in ("floor", "ceil"):
        roundable(arguments[0], token.column)
    if any(rational_digits(argument) > 200 for argument in arguments) and name != "exp":
        raise ParseError(f"a number under {token.text} has more than 200 digits", token.column)
