r"""Printed LaTeX, read as the page means it: `\Phi_L=\frac{2\pi\hbar}{e}=\frac{h}{e}`.

Only declared names are read (`free=True` lifts that); numbers are exact; nothing is evaluated
as text.  What the grammar cannot read is a ParseError with its column, never a guess.

Conventions, where print is ambiguous:

- *A slash takes the implicit product that follows*: h/2e is h/(2e) and 1/2mv is 1/(2mv), but
  a/b \cdot c is (a/b)c.
- *f(x) is a call only if f is declared as a function*; otherwise it is the product f x.
- *Adjacent letters are separate symbols*, unless a declared name is spelled so (longest first).
- *A function without brackets takes the implicit product that follows*, up to the next function,
  bracket, explicit gap or operator: \sin\omega t \cos x is sin(ωt) cos x, \sin x/2 is sin(x)/2.
- *e^{...} is the exponential* unless e is declared and the exponent is a plain number: a charge
  is never raised to a power that is not a number.  An undeclared or upright e is Euler's
  number, an undeclared or upright i the imaginary unit.  \log is the natural logarithm.
- *A unit stands after a number*, behind a gap, upright or in brackets ("5\,\mathrm{nA/T}",
  "7 nm", "3 (m)"); it is returned apart.  Letters that are all declared are no unit.
- \times between two quantities is refused, and so are products, powers and lengths of bold or
  arrowed names: they are vectors, and a scalar reading would be wrong.
- \sum without limits and \sum_{i<j} need the range of the index, given in `ranges`.
- A derivative of something that does not contain its variable is refused: as declared it would
  be zero, which the page does not mean.
- A side that ends in +\dots or +O(x^n) is cut there and the link is marked `truncated`.

`\\` , "," ";" ":" and \Rightarrow separate statements, and so does a bracket with a relation in
it, "R=2r (c=1)"; a row that begins with a relation or an operator continues the one above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import sympy as sp

from verify.latex_tokens import ACCENTS, formulas_in, is_words, join, normal_form, normalise, tokenize
from verify.parsing import (
    ParseError,
    Parser,
    Relation,
    Token,
    build,
    check_length,
    exact_number,
    no_recursion_error,
    rational_digits,
    roundable,
    safe_exp,
    safe_power,
    safe_product,
    safe_sum,
    shorten,
    small_order,
)
from verify.symbols import PhysicalVector

__all__ = ["ParseError", "Relation", "formulas_in", "is_words", "normalise", "parse_latex", "parse_latex_expression"]

Range = tuple[Any, Any]

RELATIONS = {
    "=": "=", r"\ne": "!=", r"\neq": "!=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">",
    r"\le": "<=", r"\leq": "<=", r"\leqslant": "<=", "<=": "<=", r"\ge": ">=", r"\geq": ">=", r"\geqslant": ">=",
    ">=": ">=", r"\equiv": "≡", r"\coloneqq": "≡", r"\approx": "≈", r"\simeq": "≃", r"\cong": "≃", r"\sim": "~",
    r"\ll": "≪", r"\gg": "≫", r"\lesssim": "≲", r"\gtrsim": "≳", r"\propto": "∝",
}  # fmt: skip
SEPARATORS = {",", ";", ":", r"\\", r"\Rightarrow", r"\implies", r"\Leftrightarrow", r"\iff"}
BRACKETS = {
    "(": ")", "[": "]", "{": "}", r"\{": r"\}", r"\lfloor": r"\rfloor", r"\lceil": r"\rceil",
    r"\left|": r"\right|", r"\langle": r"\rangle",
}  # fmt: skip
CLOSING = set(BRACKETS.values())
DOTS = {r"\dots", r"\ldots", r"\cdots", "…"}

SUM, PRODUCT, JUXTAPOSED, POWER, POSTFIX = 10, 20, 30, 40, 50
BINDING = {
    "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, r"\cdot": PRODUCT, r"\times": PRODUCT, r"\%": PRODUCT,
    r"\bmod": PRODUCT, "^": POWER, "!": POSTFIX,
}  # fmt: skip

FRACTIONS = {r"\frac", r"\tfrac", r"\dfrac", r"\cfrac"}
VECTORS = (r"\vec{", r"\mathbf{", r"\boldsymbol{")

OF_ONE: dict[str, Callable[[Any], Any]] = {
    "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "cot": sp.cot, "sec": sp.sec, "csc": sp.csc,
    "sinh": sp.sinh, "cosh": sp.cosh, "tanh": sp.tanh, "coth": sp.coth, "sech": sp.sech, "csch": sp.csch,
    "arcsin": sp.asin, "arccos": sp.acos, "arctan": sp.atan, "asin": sp.asin, "acos": sp.acos, "atan": sp.atan,
    "acot": sp.acot, "asec": sp.asec, "acsc": sp.acsc, "asinh": sp.asinh, "acosh": sp.acosh, "atanh": sp.atanh,
    "acoth": sp.acoth, "arsinh": sp.asinh, "arcosh": sp.acosh, "artanh": sp.atanh, "arcsinh": sp.asinh,
    "arccosh": sp.acosh, "arctanh": sp.atanh, "exp": sp.exp, "ln": sp.log, "log": sp.log,
    "lg": lambda argument: sp.log(argument) / sp.log(10), "sgn": sp.sign, "sign": sp.sign, "erf": sp.erf,
    "erfc": sp.erfc, "erfi": sp.erfi, "Ei": sp.Ei, "Si": sp.Si, "Ci": sp.Ci, "re": sp.re, "im": sp.im, "Re": sp.re,
    "Im": sp.im, "arg": sp.arg, "floor": sp.floor, "ceil": sp.ceiling,
}  # fmt: skip
OF_MANY: dict[str, Callable[..., Any]] = {"max": sp.Max, "min": sp.Min, "atan2": sp.atan2}
MAX_ARGUMENTS = 10
COMMAND_FUNCTIONS = {rf"\{name}" for name in [*OF_ONE, *OF_MANY]}

NOT_OPERANDS = {
    *RELATIONS, *SEPARATORS, *BINDING, *CLOSING, *DOTS, ".", "&", "_", "'", ":", r"\pm", r"\mp", r"\to", r"\rightarrow",
}  # fmt: skip
UNSUPPORTED = {
    r"\oint": "an integral over a closed path",
    r"\pm": "a plus-or-minus sign",
    r"\mp": "a minus-or-plus sign",
    r"\lim": "a limit",
    r"\nabla": "the nabla operator",
    r"\iint": "a double integral sign",
    r"\to": "an arrow",
    r"\rightarrow": "an arrow",
    r"\over": "the \\over command (use \\frac)",
}


PREFIXES = "|".join(["da", *"yzafpnuµmcdhkMGTPEZY"])
UNITS = (
    "m|g|s|A|K|mol|cd|Hz|N|J|W|Pa|V|C|F|T|G|H|Ω|eV|Wb|Oe|erg|dyn|Mx|bar|L|Å|Ry|a\\.u\\.|rad|sr|°|min|barn|Gauss|Tesla"
)
UNIT = rf"(?:(?:{PREFIXES})?(?:{UNITS}))(?:\^?\(?-?[0-9]+\)?)?"
LONGEST_UNIT = 20
"""Tokens."""
UNIT_TEXT = re.compile(rf"(?:1/)?{UNIT}(?:[·/ ]{UNIT})*")


@dataclass(eq=False)
class Differential:
    """The dx that an integral sign waits for, and how deep in brackets the sign stands."""

    name: str
    level: int
    found: bool = False


@dataclass(frozen=True)
class Index:
    """A summation index: its name on the page, its symbol, its range, and a value that is left out."""

    name: str
    symbol: Any
    low: Any
    high: Any
    excluded: Any = None


class LatexParser(Parser):
    """The grammar of the module over tokens of `tokenize`."""

    def __init__(
        self,
        source: str,
        names: Mapping[str, Any],
        functions: Mapping[str, Callable[..., Any]],
        ranges: Mapping[str, Range],
        free: bool,
    ) -> None:
        super().__init__(tokenize(source), len(source) + 1)
        self.source = source
        self.names = dict(names)
        self.functions = dict(functions)
        self.ranges = ranges
        self.free = free
        self.longest = max([1, *(len(tokenize(name)) for name in [*names, *functions])])
        self.stop = len(self.tokens)
        self.bar_is_open = False
        self.truncated = False
        self.vectors: set[Any] = set()
        self.level = 0
        self.differentials: list[Differential] = []

    # Tokens up to `stop`: a unit behind a side is invisible to the expression before it.

    def peek(self, ahead: int = 0) -> Token:
        index = self.position + ahead
        return self.tokens[index] if index < self.stop else self.end

    # Statements

    def statements(self) -> tuple[list[Relation], Any]:
        """All links, and the expression if the source is one without a relation."""
        links: list[Relation] = []
        lone: list[Any] = []
        while self.take(*SEPARATORS, "."):
            pass
        while self.peek().kind != "end":
            bracket = self.take("(") if self._is_condition(self.position) else None
            chain, expression = self._chain()
            links += chain
            if bracket is not None:
                self.expect(")")
            lone += [] if chain else [expression]
            self._separator()
        if lone and (links or len(lone) > 1):
            raise ParseError("one statement has no relation", 1, "'=' or another relation in each")
        if not links and not lone:
            raise ParseError("there is no formula", 1, "an expression or a relation")
        return links, lone[0] if lone else None

    def _separator(self) -> None:
        if self.peek().kind == "end" or self._is_condition(self.position):
            return
        if not self.at(*SEPARATORS, "."):
            raise self.unexpected("an operator, a relation or the end")
        while self.take(*SEPARATORS, "."):
            pass

    def _chain(self) -> tuple[list[Relation], Any]:
        sides: list[tuple[Any, str | None, bool]] = []
        relations: list[str] = []
        sides.append((None, None, False) if self.at(*RELATIONS) else self._side())
        while True:
            if self.at(r"\\") and self.peek(1).text in RELATIONS:
                self.advance()
            if not self.at(*RELATIONS):
                break
            relations.append(RELATIONS[self.advance().text])
            sides.append(self._side())
        links = [
            Relation(left[0], right[0], relation, left[1], right[1], left[2] or right[2])
            for left, right, relation in zip(sides, sides[1:], relations, strict=False)
        ]
        if not links and (sides[0][1] or sides[0][2]):
            what = f"the unit {sides[0][1]}" if sides[0][1] else "dots"
            raise ParseError(f"an expression alone ends in {what}", self.peek().column, "a relation")
        return links, sides[0][0]

    def _side(self) -> tuple[Any, str | None, bool]:
        """One side of a relation, its unit, and whether it ends in dots."""
        end = self._end_of_side()
        start, unit = self._find_unit(end)
        self.stop, self.truncated = start, False
        value = self.expression()
        if self.position < start:
            raise self._unreadable()
        self.stop, self.position = len(self.tokens), end if unit else self.position
        return value, unit, self.truncated

    def _unreadable(self) -> ParseError:
        token = self.peek()
        if token.text in UNSUPPORTED:
            return ParseError(f"{UNSUPPORTED[token.text]} is not supported", token.column)
        return self.unexpected("an operator, a relation or the end")

    def _end_of_side(self) -> int:
        """Where the next relation or separator stands outside all brackets."""
        depth = 0
        for index in range(self.position, len(self.tokens)):
            text = self.tokens[index].text
            if depth == 0 and self._is_condition(index):
                return index
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0:
                return index
            if depth == 0 and (text in RELATIONS or (text in SEPARATORS and not self._continues(index)) or text == "."):
                return index
        return len(self.tokens)

    def _is_condition(self, index: int) -> bool:
        """Whether brackets with a relation in them begin at `index`: (c=1) after a formula."""
        depth = 0
        for token in self.tokens[index:] if self.tokens[index].text == "(" else ():
            depth += (token.text in BRACKETS) - (token.text in CLOSING)
            if depth == 0:
                return False
            if depth == 1 and token.text in RELATIONS:
                return True
        return False

    def _continues(self, index: int) -> bool:
        """Whether `\\\\` at index is a mere line break: the next row begins with an operator."""
        following = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        return self.tokens[index].text == r"\\" and following in ("+", "-", "/", r"\cdot", r"\times")

    # Units

    def _find_unit(self, end: int) -> tuple[int, str | None]:
        """Where the unit of the side that ends at `end` begins, and its plain text; (end, None) if it has none."""
        for index in range(max(self.position + 1, end - LONGEST_UNIT), end):
            token = self.tokens[index]
            if not (token.space or token.kind == "word" or token.text in ("(", "{")):
                continue
            text = self._plain(index, end)
            if not UNIT_TEXT.fullmatch(text):
                continue
            after_number = self._is_plain_number(index - 1) or self._is_power_of_ten(index - 1)
            upright = token.kind == "word" and not self._declared(token.text)
            if text == "a.u." or upright or (after_number and not self._all_declared(index, end)):
                return index, text
        return end, None

    def _plain(self, start: int, end: int) -> str:
        """Tokens as a unit would be typed: no brackets around it, µ, Ω, · and plain exponents."""
        stand_in = {r"\mu": "µ", r"\Omega": "Ω", r"\cdot": "·", "{": "", "}": "", r"\%": "%", r"\circ": "°"}
        pieces = []
        for index in range(start, end):
            token = self.tokens[index]
            gap = " " if token.space and index > start and self.tokens[index - 1].text != r"\mu" else ""
            pieces.append(gap + stand_in.get(token.text, token.text))
        text = re.sub("[{}]", "", "".join(pieces)).replace("µ ", "µ")
        return text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text.strip()

    def _is_plain_number(self, index: int) -> bool:
        """Whether a number stands at `index` that is no exponent, index or argument of a command."""
        before = self.tokens[index - 1] if index else self.end
        taken = before.kind == "number" or before.text in FRACTIONS | {"^", "_", "}", r"\sqrt", r"\binom"}
        return self.tokens[index].kind == "number" and not taken

    def _is_power_of_ten(self, index: int) -> bool:
        """Whether 10^n or 10^{n} ends at `index`."""
        opening = index
        if self.tokens[index].text == "}":
            while opening > 0 and self.tokens[opening].text != "{":
                opening -= 1
        return opening >= 2 and self.tokens[opening - 1].text == "^" and self.tokens[opening - 2].text == "10"

    def _all_declared(self, start: int, end: int) -> bool:
        letters = [t for t in self.tokens[start:end] if t.kind == "letter" or t.text in (r"\mu", r"\Omega")]
        return bool(letters) and all(self._declared(token.text) for token in letters)

    def _declared(self, name: str) -> bool:
        return name in self.names or name in self.functions

    # Operators

    def binding(self, token: Token) -> int:
        if token.kind == "end" or (token.text == r"\\" and not self._continues(self.position)):
            return 0
        if token.text == r"\\":
            return SUM if self.peek(1).text in ("+", "-") else PRODUCT
        if token.text in BINDING:
            return BINDING[token.text]
        return JUXTAPOSED if self._begins_operand(token) else 0

    def _begins_operand(self, token: Token) -> bool:
        if token.text == "|":
            return not self.bar_is_open
        if token.kind == "end" or token.text in NOT_OPERANDS or token.text in UNSUPPORTED:
            return False
        # The d of an integral ends its integrand, except inside a bracket: \frac{f dx}{x}.
        return not self._at_differential() or self.level > self.differentials[self._waiting()].level

    def infix(self, left: Any) -> Any:
        self.take(r"\\")
        if self.at("+", "-"):
            return self._sum(left)
        if self.at("^"):
            return self._power(left)
        if operator := self.take("!"):
            small_order([left], operator.column, "the factorial")
            return build(operator.column, sp.factorial, left)
        if self.peek().text in BINDING:
            return self._explicit_product(left)
        return self._implicit_product(left)

    def _sum(self, first: Any) -> Any:
        terms, column = [first], self.peek().column
        while self.at("+", "-") or (self.at(r"\\") and self.peek(1).text in ("+", "-")):
            self.take(r"\\")
            operator = self.advance()
            if self._rest_is_left_out():
                break
            term = self.expression(SUM)
            terms.append(term if operator.text == "+" else -term)
        return safe_sum(terms, column)

    def _rest_is_left_out(self) -> bool:
        """Dots or O(...) at the end of a side."""
        if self.take(*DOTS):
            pass
        elif self._atom(self.position)[0] in ("O", r"\mathcal{O}") and not self._declared("O"):
            self.position = self._atom(self.position)[1]
            self._group("(")
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
            right = self.expression(PRODUCT)
            value = self._combine(value, operator, right)
        return value

    def _combine(self, left: Any, operator: Token, right: Any) -> Any:
        if operator.text == "/":
            self._scalar(right, operator)
            return safe_product((left, safe_power(right, sp.S.NegativeOne, operator.column)), operator.column)
        if operator.text in (r"\%", r"\bmod"):
            return build(operator.column, sp.Mod, roundable(left, operator.column), right)
        if operator.text == r"\times" and left.free_symbols and right.free_symbols:
            raise ParseError(r"\times between two quantities may be a vector product", operator.column, r"\cdot")
        if self._is_vector(left) or self._is_vector(right):
            raise ParseError("a product with a vector is not supported", operator.column)
        return safe_product((left, right), operator.column)

    def _implicit_product(self, first: Any) -> Any:
        factors, column = [first], self.peek().column
        while self._begins_operand(self.peek()) and self.binding(self.peek()) == JUXTAPOSED:
            self._refuse_two_numbers()
            factors.append(self.expression(JUXTAPOSED))
        if sum(map(self._is_vector, factors)) > 1:
            raise ParseError("a product of two vectors is not supported", column)
        return safe_product(factors, column)

    def _refuse_two_numbers(self) -> None:
        """12 34 is no product; but x^24 is x^2 4, and \\frac12 3 is fine."""
        token, before = self.peek(), self.tokens[self.position - 1]
        earlier = self.tokens[self.position - 2].text if self.position > 1 else ""
        if token.kind == before.kind == "number" and earlier in ("", "+", "-", "*", "/", "(", "[", "{", *RELATIONS):
            raise ParseError("two numbers stand side by side", token.column, "an operator between them")

    def _power(self, base: Any) -> Any:
        operator = self.advance()
        self._scalar(base, operator)
        exponent = self._argument()
        if self.at("^"):
            raise ParseError("two exponents one after the other", self.peek().column, "{a^b}^c or a^{b^c}")
        return safe_power(base, exponent, operator.column)

    def _scalar(self, value: Any, token: Token) -> None:
        if self._is_vector(value):
            raise ParseError("powers and lengths of vectors are not supported", token.column)

    def _is_vector(self, value: Any) -> bool:
        return bool(self.vectors & value.free_symbols)

    # Operands

    def prefix(self) -> Any:
        token = self.peek()
        if token.text in ("-", "+") and token.kind == "operator":
            return self._signed(token)
        if self._take_differential():
            return sp.S.One
        if token.kind == "number":
            self.advance()
            return exact_number(token.text.replace("{,}", "").lower(), token.column)
        if (length := self._declared_here()) is not None:
            return self._name(length)
        return self._undeclared_operand(token)

    def _signed(self, token: Token) -> Any:
        """A sign at the beginning of an expression or after + and -; elsewhere it needs brackets."""
        before = self.tokens[self.position - 1].text if self.position else "="
        if before not in BRACKETS.keys() | RELATIONS.keys() | SEPARATORS | {"+", "-", "|", "."}:
            raise self.unexpected("an operand, in brackets if it has a sign")
        self.advance()
        operand = self.expression(SUM)
        return -operand if token.text == "-" else operand

    def _undeclared_operand(self, token: Token) -> Any:
        if token.kind == "end" or token.text in NOT_OPERANDS | UNSUPPORTED.keys():
            if token.text in UNSUPPORTED and token.kind != "end":
                raise ParseError(f"{UNSUPPORTED[token.text]} is not supported", token.column)
            raise self.unexpected("an operand")
        if token.text in FRACTIONS:
            return self._fraction()
        if token.text in BRACKETS or token.text == "|":
            return self._bracketed(token)
        if token.text in (r"\sum", r"\prod"):
            return self._summed(self.advance())
        if token.text == r"\int":
            return self._integral(self.advance())
        if token.text == r"\partial" or self._inline_derivative():
            return self._partial(self.advance())
        if token.text == r"\sqrt":
            return self._root(self.advance())
        if token.text == r"\binom":
            return self._binomial(self.advance())
        if token.text in COMMAND_FUNCTIONS or (token.kind == "word" and token.text in OF_ONE.keys() | OF_MANY.keys()):
            return self._elementary(self.advance())
        return self._name(None)

    def _bracketed(self, token: Token) -> Any:
        self.advance()
        closing = "|" if token.text == "|" else BRACKETS[token.text]
        with self._bars(token.text == "|"):
            value = self.expression()
            self.expect(closing)
        if closing == r"\rangle":
            raise ParseError("the mean value is not declared", token.column, "its name in the notation")
        if closing in ("|", r"\right|"):
            self._scalar(value, token)
            return build(token.column, sp.Abs, value)
        rounding = {r"\rfloor": sp.floor, r"\rceil": sp.ceiling}
        if closing in rounding:
            return build(token.column, rounding[closing], roundable(value, token.column))
        return value

    def _group(self, opening: str) -> Any:
        self.expect(opening)
        with self._bars(False):
            value = self.expression()
            self.expect(BRACKETS[opening])
        return value

    @contextmanager
    def _bars(self, is_open: bool) -> Iterator[None]:
        """Inside brackets a bar opens again; inside bars the next one closes."""
        outer, self.bar_is_open = self.bar_is_open, is_open
        self.level += 1
        yield
        self.level -= 1
        self.bar_is_open = outer

    def _argument(self) -> Any:
        """What a command or ^ applies to: a group in braces, or one item, of a number its first digit."""
        if self.at("{"):
            return self._group("{")
        self._split_number(self.position)
        token = self.peek()
        if token.kind == "number" or token.text in FRACTIONS | {r"\sqrt"}:
            return self.prefix()
        if token.kind in ("letter", "word") or (token.kind == "command" and token.text not in NOT_OPERANDS):
            return self._name_only()
        raise self.unexpected("'{'")

    def _name_only(self) -> Any:
        """One name without the subscript that follows it: x^a_b is not x^(a_b)."""
        end = self._item_end(self.position)
        outer, self.stop = self.stop, min(end, self.stop)
        value = self._name(self._declared_here())
        self.stop = outer
        return value

    def _split_number(self, index: int) -> None:
        """LaTeX takes one digit as an argument: x^24 is x^2 4."""
        token = self.tokens[index] if index < self.stop else self.end
        if token.kind == "number" and len(token.text) > 1:
            if not token.text.isdigit():
                raise ParseError(f"the number {token.text} is not in braces", token.column, f"{{{token.text}}}")
            first, rest = token.text[0], token.text[1:]
            self.tokens[index : index + 1] = [
                Token("number", first, token.column, token.space),
                Token("number", rest, token.column + 1),
            ]
            self.stop += 1

    # Names

    def _item_end(self, index: int) -> int:
        """Where the item that begins at `index` ends: a token, a group in braces, an accent with its item."""
        token = self.tokens[index] if index < self.stop else self.end
        if token.kind == "end":
            return index
        while index < self.stop and self.tokens[index].text in ACCENTS:
            index += 1
        token = self.tokens[index] if index < self.stop else self.end
        if token.kind == "end":
            raise ParseError("an accent or style has nothing under it", token.column, "a name")
        if token.text == "{":
            depth = 0
            for ahead in range(index, self.stop):
                depth += (self.tokens[ahead].text == "{") - (self.tokens[ahead].text == "}")
                if depth == 0:
                    return ahead + 1
            raise ParseError("a brace is not closed", token.column, "'}'")
        self._split_number(index)
        return index + 1

    def _atom(self, index: int) -> tuple[str, int]:
        """The normal form of the item at `index` with its subscript and primes, and where it ends."""
        if index >= self.stop:
            return "", index
        if self.tokens[index].text == "^":
            end = self._item_end(index + 1)
        else:
            end = index + 1 if self.tokens[index].kind == "number" else self._item_end(index)
            end = self._after_marks(end)
            if end + 1 < self.stop and self.tokens[end].text == "^":
                after = self._item_end(end + 1)
                if all(token.text in ("{", "}", r"\prime") for token in self.tokens[end + 1 : after]):
                    end = after
        return normal_form(self.tokens[index:end]), end

    def _after_marks(self, end: int) -> int:
        """Where the subscript and the primes that begin at `end` end."""
        subscripts = 0
        while end < self.stop and self.tokens[end].text in ("_", "'"):
            mark = self.tokens[end]
            if mark.text == "'":
                end += 1
                continue
            subscripts += 1
            after = self._item_end(end + 1)
            if after == end + 1 or subscripts > 1:
                found = "two subscripts one after the other" if subscripts > 1 else "an empty subscript"
                raise ParseError(f"found {found}", mark.column, "one subscript")
            end = after
        return end

    def _declared_here(self) -> int | None:
        """How many atoms make up the longest declared name at hand; None if there is none."""
        text, end, found = "", self.position, None
        for count in range(1, self.longest + 1):
            if end >= self.stop:
                break
            atom, end = self._atom(end)
            text = join(text, atom)
            if self._declared(text):
                found = count
        return found

    def _name(self, atoms: int | None) -> Any:
        start, text = self.peek(), ""
        begin = self.position
        for _ in range(atoms or 1):
            atom, self.position = self._atom(self.position)
            text = join(text, atom)
        if text in self.functions and self.at("("):
            return build(start.column, self.functions[text], *self._call_arguments())
        if start.kind == "word" and text in ("e", "i"):
            return sp.E if text == "e" else sp.I
        if text == "e" and self.at("^"):
            return self._exponential()
        value = self._value_of(text, start, begin)
        if isinstance(value, PhysicalVector):
            raise ParseError(f"{text} is a vector; vectors are not supported", start.column)
        if text.startswith(VECTORS):
            self.vectors |= value.free_symbols
        return value

    def _value_of(self, text: str, start: Token, begin: int) -> Any:
        if text in self.names:
            return self.names[text]
        if text in self.functions:
            raise ParseError(f"{text} is a function", self.peek().column, "'(' and its argument")
        if (indexed := self._indexed(text, begin)) is not None:
            return indexed
        if text in self.ranges:
            return self._index(text)
        constants = {"e": sp.E, "i": sp.I, r"\pi": sp.pi, r"\infty": sp.oo, r"\imath": sp.I}
        if text in constants:
            return constants[text]
        if self.free and start.kind != "word" and re.match(r"\\?[A-Za-z]", text):
            self.names[text] = sp.Symbol(text, real=True)
            return self.names[text]
        raise ParseError(f"{shorten(text)} is not declared", start.column, "a name of the notation")

    def _indexed(self, text: str, begin: int) -> Any:
        r"""\varphi_i where \varphi is declared as an IndexedBase."""
        name, _, subscript = text.partition("_{")
        base = self.names.get(name)
        if base is None and self.free and subscript[:-1] and all(letter in self.ranges for letter in subscript[:-1]):
            base = sp.IndexedBase(name)
        if not isinstance(base, sp.IndexedBase) or not subscript.endswith("}"):
            return None
        inner = LatexParser(subscript[:-1], self.names, {}, self.ranges, self.free)
        inner.depth = self.depth + 1
        indices = [inner.prefix()]
        while inner.peek().kind != "end":
            inner.take(",")
            indices.append(inner.prefix())
        return build(self.tokens[begin].column, lambda: base[tuple(indices)])

    def _exponential(self) -> Any:
        """e^{...}: see the module's conventions."""
        operator = self.advance()
        exponent = self._argument()
        if exponent.is_Rational and "e" in self.names:
            return safe_power(self.names["e"], exponent, operator.column)
        return safe_exp(exponent, operator.column)

    # Functions

    def _call_arguments(self) -> list[Any]:
        opening = self.advance().text
        with self._bars(False):
            arguments = [self.expression()]
            while self.take(",", ";"):
                arguments.append(self.expression())
            self.expect(BRACKETS[opening])
        return arguments

    def _elementary(self, token: Token) -> Any:
        name = token.text.removeprefix("\\")
        base = None
        if name == "log" and self.take("_"):
            base = self._argument()
        power = None
        if self.take("^"):
            power = self._argument()
            if power.is_negative:
                raise ParseError(f"{token.text}^{{{power}}} may be an inverse", token.column, "\\arc... or 1/...")
        arguments = self._function_arguments()
        _check_function(token, name, arguments)
        value = safe_exp(arguments[0], token.column) if name == "exp" else _apply(token.column, name, arguments)
        if base is not None:
            value = safe_product((value, safe_power(sp.log(base), sp.S.NegativeOne, token.column)), token.column)
        return value if power is None else safe_power(value, power, token.column)

    def _function_arguments(self) -> list[Any]:
        if self.at("(", "["):
            return self._call_arguments()
        if self.at("{") and self.peek(1).text == "(":
            self.advance()
            arguments = self._call_arguments()
            if not self.take("}"):
                raise self.unexpected("'}'")
            return arguments
        if self.at("{"):
            return [self._group("{")]
        factors, column = [self._bare_factor()], self.peek().column
        while self._continues_argument(self.peek()):
            factors.append(self._bare_factor())
        return [safe_product(factors, column)]

    def _bare_factor(self) -> Any:
        if self.at("-", "+"):
            raise self.unexpected("an argument, in brackets if it has a sign")
        return self.expression(JUXTAPOSED)

    def _continues_argument(self, token: Token) -> bool:
        ends = token.text in COMMAND_FUNCTIONS | {"(", "[", "{", r"\{", r"\sum", r"\prod", r"\int", "|", r"\left|"}
        gap = token.space.strip() != ""
        return not ends and not gap and self.binding(token) == JUXTAPOSED

    def _root(self, token: Token) -> Any:
        order: Any = sp.S(2)
        if self.at("["):
            order = self._group("[")
        radicand = self._argument()
        self._scalar(radicand, token)
        return safe_power(radicand, safe_power(order, sp.S.NegativeOne, token.column), token.column)

    def _binomial(self, token: Token) -> Any:
        arguments = [self._argument(), self._argument()]
        small_order(arguments, token.column, r"\binom")
        return build(token.column, sp.binomial, *arguments)

    # Fractions and derivatives

    def _fraction(self) -> Any:
        token = self.advance()
        if self._is_derivative():
            return self._leibniz(token)
        numerator, denominator = self._argument(), self._argument()
        self._scalar(denominator, token)
        return safe_product((numerator, safe_power(denominator, sp.S.NegativeOne, token.column)), token.column)

    def _is_d(self, index: int) -> bool:
        token = self.tokens[index] if index < self.stop else self.end
        bare = index + 1 >= self.stop or self.tokens[index + 1].text not in ("_", "'")
        return token.text == r"\partial" or (token.text == "d" and token.kind in ("letter", "word") and bare)

    def _is_derivative(self) -> bool:
        """Whether both groups of the fraction at hand begin with d or with \\partial."""
        numerator = self.position + (1 if self.at("{") else 0)
        denominator = self._item_end(self.position)
        following = denominator + 2
        return (
            self._is_d(numerator)
            and denominator < self.stop
            and self.tokens[denominator].text == "{"
            and self._is_d(denominator + 1)
            and following < self.stop
            and self.tokens[following].text != "}"
        )

    def _leibniz(self, token: Token) -> Any:
        r"""\frac{d^n f}{dx^n}, or \frac{d}{dx} before its operand."""
        braces = self.take("{")
        self.advance()
        order = self._argument() if self.take("^") else sp.S.One
        function = None
        if braces:
            if not self.at("}"):
                with self._bars(False):
                    function = self.expression()
            self.expect("}")
        self.expect("{")
        variables = []
        while not self.at("}"):
            variables.append(self._differentiation_variable())
        self.expect("}")
        if function is None:
            if not self._begins_operand(self.peek()):
                raise self.unexpected("what is differentiated")
            function = self.expression(PRODUCT)
        if sum(count for _, count in variables) != order:
            raise ParseError(f"the orders of the derivative differ: {order} above", token.column, "the same below")
        return self._differentiate(function, variables, token)

    def _differentiation_variable(self) -> tuple[Any, Any]:
        if not self._is_d(self.position):
            raise self.unexpected("d or \\partial and a variable")
        self.advance()
        variable = self._name(self._declared_here())
        return variable, (self._argument() if self.take("^") else sp.S.One)

    def _inline_derivative(self) -> bool:
        """Whether dy/dx begins here, with a d that is not declared."""
        if not (self.peek().text == "d" and self._is_d(self.position)) or self._declared("d"):
            return False
        end = self._atom(self.position + 1)[1]
        return end + 1 < self.stop and self.tokens[end].text == "/" and self.tokens[end + 1].text == "d"

    def _partial(self, token: Token) -> Any:
        r"""\partial f/\partial x or \partial_x f."""
        if self.at("^", "_"):
            return self._subscripted_partial(token)
        function = self.expression(JUXTAPOSED - 1)
        if not (self.at("/") and self._is_d(self.position + 1)):
            raise self.unexpected(rf"'/{token.text}' and a variable")
        self.advance()
        return self._differentiate(function, [self._differentiation_variable()], token)

    def _subscripted_partial(self, token: Token) -> Any:
        order: Any = sp.S.One
        variable: Any = None
        while self.at("^", "_"):
            if self.advance().text == "^":
                order = self._argument()
            else:
                variable = self._argument()
        if variable is None:
            raise self.unexpected("'_' and the variable")
        if not self._begins_operand(self.peek()):
            raise self.unexpected("what is differentiated")
        return self._differentiate(self.expression(PRODUCT), [(variable, order)], token)

    def _differentiate(self, function: Any, variables: list[tuple[Any, Any]], token: Token) -> Any:
        for variable, order in variables:
            if not (order.is_Integer and 0 < order <= 20):
                raise ParseError(f"the order of the derivative is {order}", token.column, "a whole number up to 20")
            if not function.has(variable):
                raise ParseError(
                    f"as declared, {shorten(str(function))} does not depend on {variable}",
                    token.column,
                    "a function of it in the notation",
                )
        return build(token.column, lambda: sp.Derivative(function, *variables))

    # Sums and integrals

    def _summed(self, token: Token) -> Any:
        lower = upper = None
        while self.at("_", "^"):
            if self.advance().text == "_":
                lower = (self.position, self._item_end(self.position))
                self.position = lower[1]
            else:
                upper = self._argument()
        indices = self._indices(token, lower, upper)
        with self._bound({index.name: index.symbol for index in indices}):
            body = self.expression(SUM)
        if lower is None:
            indices = [index for index in indices if body.has(index.symbol)]
            if len(indices) != 1:
                raise ParseError(f"{token.text} has no index that is printed or clear from its terms", token.column)
        return self._sum_over(indices, body, token)

    def _sum_over(self, indices: list[Index], body: Any, token: Token) -> Any:
        """Sums of sums, innermost index first.  Terms without the index are refused: a name such as
        m_i that is declared as one symbol would silently count as equal for all i."""
        kind = sp.Sum if token.text == r"\sum" else sp.Product
        for index in indices:
            if not body.is_number and not body.has(index.symbol):
                raise ParseError(f"as declared, no term depends on the index {index.name}", token.column)
        for index in indices:
            value = build(token.column, kind, body, (index.symbol, index.low, index.high))
            body = value if index.excluded is None else value - body.subs(index.symbol, index.excluded)
        return body

    def _indices(self, token: Token, lower: tuple[int, int] | None, upper: Any) -> list[Index]:
        """The indices under a sum with their ranges, innermost first; all that have a range if none is printed."""
        if lower is None and upper is None and self.ranges:
            return [self._ranged(name) for name in self.ranges]
        texts = [t.text for t in self.tokens[slice(*lower)] if t.text not in "{}"] if lower else []
        if "=" in texts and upper is not None and lower is not None:
            return [self._from_to(lower, upper)]
        relation = next((text for text in texts if text in RELATIONS and text != "="), None)
        parts = [part for part in texts if part not in (",", relation)]
        if upper is None and parts and len(parts) <= 2 and all(part in self.ranges for part in parts):
            return self._by_relation(parts, RELATIONS[relation] if relation else None, token)
        raise ParseError(
            f"the limits of {token.text} are not printed",
            token.column,
            rf"{token.text}_{{i=a}}^{{b}}, or the range of its index",
        )

    def _from_to(self, lower: tuple[int, int], upper: Any) -> Index:
        after, stop = self.position, self.stop
        self.position, self.stop = lower[0], lower[1]
        self.expect("{")
        name, self.position = self._atom(self.position)
        self.expect("=")
        with self._bars(False):
            low = self.expression()
        self.expect("}")
        self.position, self.stop = after, stop
        return Index(name, self._index(name), low, upper)

    def _ranged(self, name: str) -> Index:
        return Index(name, self._index(name), *self.ranges[name])

    def _by_relation(self, parts: list[str], relation: str | None, token: Token) -> list[Index]:
        """i<j sums over both, j\\ne i over j alone."""
        inner = self._ranged(parts[0])
        if len(parts) == 1:
            return [inner]
        outer = self._ranged(parts[1])
        if relation == "!=":
            return [replace(inner, excluded=outer.symbol)]
        limits = {
            None: (inner.low, inner.high),
            "<": (inner.low, outer.symbol - 1),
            "<=": (inner.low, outer.symbol),
            ">": (outer.symbol + 1, inner.high),
            ">=": (outer.symbol, inner.high),
        }
        if relation not in limits:
            raise ParseError(f"the relation {relation} under {token.text}", token.column, "<, > or \\ne")
        low, high = limits[relation]
        return [replace(inner, low=low, high=high), outer]

    def _index(self, name: str) -> Any:
        known = self.names.get(name)
        return known if known is not None and known.is_Symbol else sp.Symbol(name, integer=True)

    @contextmanager
    def _bound(self, symbols: Mapping[str, Any]) -> Iterator[None]:
        """A summation index or an integration variable stands for itself inside, whatever it means outside."""
        outer = dict(self.names)
        self.names.update(symbols)
        yield
        for name in symbols:
            self.names.pop(name, None)
            if name in outer:
                self.names[name] = outer[name]

    def _integral(self, token: Token) -> Any:
        r"""\int_a^b f dx, \int dx f, \int\frac{dx}{x}: the integrand reaches to its d-variable or beyond."""
        low = high = None
        while self.at("_", "^"):
            if self.advance().text == "_":
                low = self._argument()
            else:
                high = self._argument()
        if (low is None) != (high is None):
            raise ParseError("one limit of the integral is missing", token.column, r"\int_a^b or \int")
        name = self._variable_of_integration(token)
        known = self.names.get(name)
        variable = known if known is not None and known.is_Symbol else sp.Symbol(name, real=True)
        mine = Differential(name, self.level)
        self.differentials.append(mine)
        with self._bound({name: variable}):
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
            self._take_differential()
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
            if text == "d" and self._is_d(index):
                name = self._atom(index + 1)[0]
                if re.match(r"\\?[A-Za-z]", name) and name not in COMMAND_FUNCTIONS:
                    if inner == 0:
                        return name
                    inner -= 1
        raise ParseError("the integral has no variable", token.column, "dx or the like after the integrand")

    def _waiting(self) -> int:
        """Which integral waits for its d: the innermost that has not met it; -1 if none does."""
        return max((place for place, one in enumerate(self.differentials) if not one.found), default=-1)

    def _at_differential(self) -> bool:
        if self._waiting() < 0 or not self._is_d(self.position):
            return False
        return self._atom(self.position + 1)[0] == self.differentials[self._waiting()].name

    def _take_differential(self) -> bool:
        if not self._at_differential():
            return False
        self.advance()
        self.position = self._atom(self.position)[1]
        self.differentials[self._waiting()].found = True
        return True


def _apply(column: int, name: str, arguments: list[Any]) -> Any:
    return build(column, OF_MANY[name] if name in OF_MANY else OF_ONE[name], *arguments)


def _check_function(token: Token, name: str, arguments: list[Any]) -> None:
    fewest, most = (2, 2) if name == "atan2" else (1, MAX_ARGUMENTS if name in OF_MANY else 1)
    if not fewest <= len(arguments) <= most:
        raise ParseError(f"{token.text} has {len(arguments)} arguments", token.column, f"{fewest} to {most}")
    if name in ("floor", "ceil"):
        roundable(arguments[0], token.column)
    if any(rational_digits(argument) > 200 for argument in arguments) and name != "exp":
        raise ParseError(f"a number under {token.text} has more than 200 digits", token.column)


def parse_latex(
    source: str,
    notation: Mapping[str, Any],
    functions: Iterable[str] | Mapping[str, Callable[..., Any]] = (),
    *,
    ranges: Mapping[str, Range] | None = None,
    free: bool = False,
) -> list[Relation] | Any:
    """The links of the relations that `source` prints, or its expression if it has no relation.

    `notation` maps names in LaTeX to SymPy symbols or expressions, in any spelling
    (`r_{He}` is r_{\\text{He}}`); an IndexedBase takes its indices from the subscript.
    `functions` are the names that are applied to what stands in brackets after them: a
    mapping to callables, or names alone, which become undefined functions.  `ranges`
    gives (from, to) for indices whose limits are not printed.  With `free`, undeclared
    names become real symbols of that name.

    Raises ParseError, with the column, for everything outside the grammar or beyond a limit.
    """
    with no_recursion_error():
        links, expression = _parser(source, notation, functions, ranges, free).statements()
        return links or expression


def parse_latex_expression(
    source: str,
    notation: Mapping[str, Any],
    functions: Iterable[str] | Mapping[str, Callable[..., Any]] = (),
    *,
    ranges: Mapping[str, Range] | None = None,
    free: bool = False,
) -> Any:
    """As `parse_latex`, for a source without a relation; raises ParseError if there is one."""
    with no_recursion_error():
        links, expression = _parser(source, notation, functions, ranges, free).statements()
        if links:
            raise ParseError(f"there is a relation {links[0].relation!r}", 1, "an expression")
        return expression


def _parser(
    source: str,
    notation: Mapping[str, Any],
    functions: Iterable[str] | Mapping[str, Callable[..., Any]],
    ranges: Mapping[str, Range] | None,
    free: bool,
) -> LatexParser:
    table = functions if isinstance(functions, Mapping) else {name: sp.Function(name) for name in functions}
    names = {normalise(name): _meaning(name, value) for name, value in notation.items()}
    called: dict[str, Any] = {name: value for name, value in names.items() if isinstance(value, type)}
    plain = {name: value for name, value in names.items() if name not in called}
    called.update({normalise(name): value for name, value in table.items()})
    known = {normalise(name): value for name, value in (ranges or {}).items()}
    return LatexParser(_unwrapped(check_length(source)), plain, called, known, free)


def _meaning(name: str, value: Any) -> Any:
    """A value of the notation, if it is one that an expression can hold."""
    is_function = isinstance(value, sp.FunctionClass)
    if is_function or isinstance(value, (sp.Expr, sp.IndexedBase, PhysicalVector)):
        return value
    raise ParseError(f"notation[{name!r}] is {value!r}", expected="a SymPy symbol, expression or function")


def _unwrapped(source: str) -> str:
    """Blanks in place of the signs that switch to mathematics, so that columns stay."""
    for opening, closing in (("$$", "$$"), ("$", "$"), (r"\(", r"\)"), (r"\[", r"\]")):
        bare = source.strip()
        if bare.startswith(opening) and bare.endswith(closing) and len(bare) >= len(opening + closing):
            start, end = source.index(opening), source.rindex(closing)
            blank = " " * len(opening)
            return source[:start] + blank + source[start + len(opening) : end] + blank + source[end + len(closing) :]
    return source
