r"""Operators, operands and elementary functions of printed formulas; the conventions stand in `verify.latex.reader`."""

from __future__ import annotations

from typing import Any

import sympy

from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import (
    BINDING,
    BRACKETS,
    COMMAND_FUNCTIONS,
    DOTS,
    FRACTIONS,
    JUXTAPOSED,
    NOT_OPERANDS,
    OF_MANY,
    OF_ONE,
    PRODUCT,
    RELATIONS,
    SEPARATORS,
    SUM,
    UNSUPPORTED,
)
from verify.grammar.items import Notation
from verify.grammar.parser import (
    ParseError,
    Token,
    build,
    exact_number,
    negated,
    roundable,
    safe_power,
    safe_product,
    safe_sum,
    small_order,
)
from verify.latex.derivatives import DerivativeReader, DifferentialReader
from verify.latex.functions import FunctionReader
from verify.latex.integrals import IntegralReader
from verify.latex.rows import EITHER, GOES_ON, OWN, row_behind
from verify.latex.sums import SumReader
from verify.latex.vectors import VectorReader


class ExpressionReader(FunctionReader, SumReader, IntegralReader, DerivativeReader, DifferentialReader, VectorReader):
    """Whole expressions, from the sign of a sum to the argument of a function."""

    def __init__(self, source: str, notation: Notation) -> None:
        super().__init__(source, notation)
        self.truncated = False
        self.left_out: Any = None
        self.products: list[tuple[int, bool]] = []
        self.fraction_end = self.power_end = -1

    # Operators

    def binding(self, token: Token) -> int:
        if token.kind == "end" or (token.text == r"\\" and not self.continues(self.position)):
            return 0
        if token.text == r"\\":
            return SUM if self.peek(1).text in ("+", "-") else PRODUCT
        if token.text in BINDING:
            return BINDING[token.text]
        if self.at_wide_gap(self.position) and token is self.peek():
            return 0
        return JUXTAPOSED if self.begins_operand(token) else 0

    def goes_on(self, token: Token) -> bool:
        return self.binding(token) == JUXTAPOSED

    def continues(self, index: int) -> bool:
        """Whether `\\\\` at index is a mere line break: the next row goes on with this one (`verify.latex.rows`)."""
        row = row_behind(self.tokens, index)
        if row == EITHER:
            column = self.tokens[index + 1].column
            self.doubt("a row that begins with an operator", OWN, GOES_ON, column)
        return row != OWN

    def begins_operand(self, token: Token) -> bool:
        if token.text == "|":
            return not self.bar_is_open
        if token.kind == "end" or token.text in NOT_OPERANDS or self._is_unsupported(token):
            return False
        # The d of an integral ends its integrand, except inside a bracket: \frac{f dx}{x}.
        return not self.at_differential() or self.level > self.differentials[self.waiting()].level

    def _is_unsupported(self, token: Token) -> bool:
        """A closed integral is read where the range of its variable may be known, and a name that begins with such a sign."""
        if token is self.peek() and token.text in UNSUPPORTED and self.declared_end(self.position) is not None:
            return False
        if token.text == r"\nabla":
            return token is not self.peek() or not self.at_nabla(self.position)
        return token.text in UNSUPPORTED and not (token.text == r"\oint" and self.ranges)

    def infix(self, left: Any) -> Any:
        self.take(r"\\")
        if self.at("+", "-"):
            return self._sum(left)
        if self.at("^"):
            return self._power(left)
        if operator := self.take("!"):
            return self._factorial(left, operator)
        if self.peek().text in BINDING:
            return self._explicit_product(left)
        return self._implicit_product(left)

    def _factorial(self, argument: Any, operator: Token) -> Any:
        """n! and the double factorial n!!, which is the product of every second number and never (n!)!."""
        small_order([argument], operator.column, "the factorial")
        if self.power_end == self.position - 1:
            raise Ambiguous("a^n!", "the factorial of the power", "of the exponent", operator.column)
        if self.position > 2 and self.tokens[self.position - 3].kind == "number" and self.is_letter(self.position - 2):
            self.doubt("2n!", "twice the factorial", "the factorial of 2n", operator.column)
        if not self.take("!"):
            return build(operator.column, sympy.factorial, argument)
        if self.at("!"):
            raise Ambiguous("n!!!", "a triple factorial", "a factorial of factorials", operator.column)
        return build(operator.column, sympy.factorial2, argument)

    def _sum(self, first: Any) -> Any:
        terms, column = [first], self.peek().column
        while self.at("+", "-") or self._row_goes_on_with_sum():
            self.take(r"\\")
            operator = self.advance()
            if self._rest_is_left_out():
                break
            term = self.expression(SUM)
            terms.append(term if operator.text == "+" else negated(term, operator.column))
        if len({self.is_arrow(term) for term in terms} - {None}) > 1:
            raise ParseError("a vector and a number are added", column, "terms of one kind")
        return safe_sum(terms, column)

    def _row_goes_on_with_sum(self) -> bool:
        return self.at(r"\\") and self.peek(1).text in ("+", "-") and self.continues(self.position)

    def _rest_is_left_out(self) -> bool:
        """Dots or O(...) at the end of a side."""
        if self.take(*DOTS):
            pass
        elif self.atom(self.position)[0] in ("O", r"\mathcal{O}") and not self.declared("O"):
            self.position = self.atom(self.position)[1]
            self.left_out = self.group("(")
        else:
            return False
        if self.peek().kind != "end" and not self.at(*RELATIONS, *SEPARATORS, "."):
            raise self.unexpected("the end after the terms that are left out")
        self.truncated = True
        return True

    def _explicit_product(self, first: Any) -> Any:
        value = first
        while self.binding(self.peek()) == PRODUCT:
            self.take(r"\\")
            operator = self.advance()
            known = len(self.products)
            right = self.expression(PRODUCT)
            if operator.text == "/":
                self._doubt_divisor(operator, self.products[known:])
            value = self._combine(value, operator, right)
        return value

    def _doubt_divisor(self, slash: Token, products: list[tuple[int, bool]]) -> None:
        """1/2x and a/b·c: what is divided by what?  With a bracket, κ/2(a+b), no convention helps."""
        mine = [bracketed for level, bracketed in products if level == self.level]
        readings = "all that follows is below", "only the first factor is"
        if any(mine):
            raise Ambiguous("a/b(…)", *readings, slash.column)
        if mine:
            self.doubt("a/bc", *readings, slash.column)
        if self.binding(self.peek()) == PRODUCT:
            self.doubt("two operators after each other behind a slash", *readings, slash.column)

    def _combine(self, left: Any, operator: Token, right: Any) -> Any:
        if operator.text == "/":
            self.scalar(right, operator)
            return safe_product((left, safe_power(right, sympy.S.NegativeOne, operator.column)), operator.column)
        if operator.text == r"\%":
            self.doubt(r"\%", "a remainder", "per cent", operator.column)
        if operator.text in (r"\%", r"\bmod") and right.is_negative:
            self.doubt(operator.text, "a remainder with the sign of the divisor", "of the dividend", operator.column)
        if operator.text in (r"\%", r"\bmod"):
            return build(operator.column, sympy.Mod, roundable(left, operator.column), right)
        if operator.text in (r"\times", r"\cdot") and self.is_known_vector(left) and self.is_known_vector(right):
            if operator.text == r"\times" and self.at(r"\times"):
                raise Ambiguous(
                    r"a \times b \times c", r"(a \times b) \times c", r"a \times (b \times c)", operator.column
                )
            return self.product_of_vectors(left, operator.text, right, operator.column)
        if operator.text == r"\times" and left.free_symbols and right.free_symbols:
            self._doubt_cross(left, right, operator)
        known = [self.is_known_vector(side) for side in (left, right)]
        if (self.is_vector(left) or self.is_vector(right)) and sum(known) != 1:
            raise ParseError("a product with a vector is not supported", operator.column)
        return safe_product((left, right), operator.column)

    def _doubt_cross(self, left: Any, right: Any, operator: Token) -> None:
        r"""r \times p: letters that are all declared as numbers are multiplied, by convention; of others nobody knows."""
        declared = {letter for value in self.notation.names.values() for letter in value.free_symbols}
        readings = "a product of numbers", "a vector product of letters without an arrow"
        if not left.free_symbols | right.free_symbols <= declared:
            raise Ambiguous(r"a \times b", *readings, operator.column)
        self.doubt(r"a \times b", *readings, operator.column)

    def _implicit_product(self, first: Any) -> Any:
        factors, column = [first], self.peek().column
        level, bracketed = self.level, False
        names = self._name_just_read()
        while self.begins_operand(self.peek()) and self.binding(self.peek()) == JUXTAPOSED:
            self._refuse_two_numbers()
            if self.at("(", "[") or (self.at("{") and self.text(self.position + 1) == "("):
                bracketed = True
                if self.last_name[0] == self.position:
                    self.doubt_factor(self.last_name[1], self.last_name[1] in self.given)
            factors.append(self.expression(JUXTAPOSED))
            names += self._name_just_read()
        self.doubt_repeated_index(names)
        self.products.append((level, bracketed))
        if sum(map(self.is_vector, factors)) > 1:
            raise ParseError("a product of two vectors is not supported", column)
        return safe_product(factors, column)

    def _name_just_read(self) -> list[str]:
        """The undeclared name with a subscript that ends here, perhaps with a power."""
        end, text = self.last_name
        return [text] if end == self.position and "_" in text and text not in self.given else []

    def _refuse_two_numbers(self) -> None:
        """12 34 is no product; but x^24 is x^2 4, and \\frac12 3 is fine."""
        token, before = self.peek(), self.tokens[self.position - 1]
        earlier = self.tokens[self.position - 2].text if self.position > 1 else ""
        if token.kind == before.kind == "number" and earlier in ("", "+", "-", "*", "/", "(", "[", "{", *RELATIONS):
            raise ParseError("two numbers stand side by side", token.column, "an operator between them")
        if token.kind == "number":
            self.doubt(f"{before.text}{token.text}", "a product", "an index, an exponent or a number", token.column)

    def _power(self, base: Any) -> Any:
        if self.fraction_end == self.position:
            self.doubt(
                r"\frac{…}{…}^…", "a power of the fraction", "of its numerator or denominator", self.peek().column
            )
        operator = self.advance()
        if self.is_known_vector(base) and self.text(self.position) == "2":
            self.split_number(self.position)
            self.advance()
            return self.squared(base, operator.column)
        self.scalar(base, operator)
        name = self.last_name[1] if self.last_name[0] == self.position - 1 else ""
        exponent = self.argument()
        self.refuse_arrows([exponent], operator.column)
        self.last_name = (self.position, name) if name else (-1, "")
        self.power_end = self.position
        if self.at("^"):
            raise ParseError("two exponents one after the other", self.peek().column, "{a^b}^c or a^{b^c}")
        negative = not base.is_Symbol and not base.is_nonnegative
        if exponent.is_Rational and exponent.q % 2 and exponent.q > 1 and negative:
            self.doubt("an odd root of what may be negative", "the real root", "the principal one", operator.column)
        return safe_power(base, exponent, operator.column)

    # Operands

    def prefix(self) -> Any:
        token = self.peek()
        if token.text in ("-", "+") and token.kind == "operator":
            return self._signed(token)
        if self.take_differential():
            return sympy.S.One
        if token.kind == "number":
            self.advance()
            return exact_number(token.text.replace("{,}", "").lower(), token.column)
        if (length := self.declared_here()) is not None:
            return self.name(length)
        return self._undeclared_operand(token)

    def _signed(self, token: Token) -> Any:
        """A sign at the beginning of an expression or after + and -; elsewhere it needs brackets."""
        before = self.tokens[self.position - 1].text if self.position else "="
        if before not in BRACKETS.keys() | RELATIONS.keys() | SEPARATORS | {"+", "-", "|", "."}:
            raise self.unexpected("an operand, in brackets if it has a sign")
        self.advance()
        operand = self.expression(SUM)
        return negated(operand, token.column) if token.text == "-" else operand

    def _undeclared_operand(self, token: Token) -> Any:
        if token.kind == "end" or token.text in NOT_OPERANDS or self._is_unsupported(token):
            if token.text in UNSUPPORTED and token.kind != "end":
                raise ParseError(f"{UNSUPPORTED[token.text]} is not supported", token.column)
            raise self.unexpected("an operand")
        if token.text in FRACTIONS:
            return self._fraction()
        if self.at_nabla(self.position):
            return self.nabla()
        if token.text == "(" and self.holds_operator(self.position):
            return self.applied_operator(token)
        if token.text in BRACKETS or token.text == "|":
            return self._bracketed(token)
        if token.text in (r"\sum", r"\prod"):
            return self.summed(self.advance())
        if token.text == r"\int" or token.text == r"\oint":
            return self.integral(self.advance())
        if token.text == r"\lim":
            return self.limit(self.advance())
        if self.begins_differential(self.position):
            return self.differential(self.advance())
        if token.text == r"\partial" or self.inline_derivative():
            return self.partial(self.advance())
        if token.text == r"\sqrt":
            return self.root(self.advance())
        if token.text == r"\binom":
            return self.binomial(self.advance())
        if token.text in COMMAND_FUNCTIONS or (token.kind == "word" and token.text in OF_ONE.keys() | OF_MANY.keys()):
            return self.elementary(self.advance())
        return self.name(None)

    def _bracketed(self, token: Token) -> Any:
        opening = self.position
        self.advance()
        if token.text == "{":
            self.doubt_braces(opening)
        closing = "|" if token.text == "|" else BRACKETS[token.text]
        with self.bars(token.text == "|"):
            value = self.expression()
            self.expect(closing)
        if (
            closing in ("}", ")")
            and self.last_name[0] == self.position - 1
            and self._is_one_name(opening + 1, self.position - 1)
        ):
            self.last_name = (self.position, self.last_name[1])
        if closing == r"\rangle":
            raise ParseError("the mean value is not declared", token.column, "its name in the notation")
        if closing in ("|", r"\right|") and self.is_known_vector(value):
            return self.length_of_vector(value, token.column)
        if closing in ("|", r"\right|"):
            self.scalar(value, token)
            if closing == "|":
                self.doubt_bars(token.column)
            return build(token.column, sympy.Abs, value)
        if closing == "]" and self.at_limits():
            return self.between_limits(value, opening, token)
        if token.text in ("[", r"\{"):
            self.doubt_square(opening, self.position - 1)
        rounding = {r"\rfloor": sympy.floor, r"\rceil": sympy.ceiling}
        if closing in rounding:
            return build(token.column, rounding[closing], roundable(value, token.column))
        return value

    def _fraction(self) -> Any:
        token = self.advance()
        if self.is_derivative(self.position) and not self.is_quotient_of_processes(self.position):
            return self.leibniz(token)
        numerator, denominator = self.argument(), self.argument()
        self.fraction_end = self.position
        if self.at("("):
            self.doubt_fraction_of(token)
        self.scalar(denominator, token)
        return safe_product((numerator, safe_power(denominator, sympy.S.NegativeOne, token.column)), token.column)
