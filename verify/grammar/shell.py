"""Formulas as typed in a shell: `sin(x)^2 + cos(x)^2 = 1`.

The grammar, from loose to tight:

    relation    sum (( = | == | != | < | <= | > | >= ) sum)*
    sum         product (( + | - ) product)*
    product     power (( * | / ) power)*            from left to right: a/b*c is (a/b)*c
    sign        - power                             -x^2 is -(x^2)
    power       postfix (( ^ | ** ) sign)?          from right to left: 2^3^2 is 2^9
    postfix     atom !*                             2^3! is 2^6; "!=" is always a relation
    atom        number | name | name(sum, ...) | (sum)

- Numbers are exact: 0.1 is 1/10 and 1e-3 is 1/1000.
- `E` is Euler's number, `I` the imaginary unit, `pi`, `oo` infinity, EulerGamma, Catalan and
  GoldenRatio what they say.  Every other name is a symbol, `e` too; real unless declared.
- Multiplication is always written: 2*x, never 2x.
- Functions are those of `verify.grammar.shell_functions`; they follow SymPy's conventions, so that elliptic_k(m) takes the
  parameter m = k^2, log is the natural logarithm and log(x, b) the one to base b.
- integral(f, x), integral(f, x, a, b), sum(f, k, a, b), product(f, k, a, b), diff(f, x), diff(f, x, n)
  are written down, not carried out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sympy

from verify.grammar.parser import (
    ParseError,
    Parser,
    Relation,
    Token,
    build,
    check_length,
    differentiable,
    exact_number,
    no_recursion_error,
    safe_exp,
    safe_power,
    safe_product,
    safe_sum,
    shorten,
    small_order,
)
from verify.grammar.shell_functions import (
    ALWAYS_CALLED,
    CALCULUS,
    FUNCTIONS,
    check_count,
    check_sizes,
    unknown_function,
)
from verify.quantities.symbols import misused_infinity
from verify.regularity.written import binding, on_the_way, under_an_integral
from verify.regularity.written import bound as bound_terms

CONSTANTS: dict[str, Any] = {
    "pi": sympy.pi,
    "π": sympy.pi,
    "E": sympy.E,
    "I": sympy.I,
    "oo": sympy.oo,
    "∞": sympy.oo,
    "EulerGamma": sympy.EulerGamma,
    "Catalan": sympy.Catalan,
    "GoldenRatio": sympy.GoldenRatio,
}

ALIASES = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!=", "**": "^", "−": "-", "·": "*", "×": "*"}
RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-zΑ-Ωα-ωϑϕϵħℏℓπ∞][A-Za-z0-9_Α-Ωα-ω]*)"
    r"|(?P<operator>\*\*|==|!=|<=|>=|[-+*/^!=<>(),≤≥≠−·×])"
)

SUM, PRODUCT, SIGN, POWER, POSTFIX = 10, 20, 30, 40, 50
BINDING = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "^": POWER, "!": POSTFIX}


DECLARATIONS: dict[str, dict[str, bool]] = {
    "real": {"real": True},
    "reals": {"real": True},
    "complex": {"complex": True},
    "complexes": {"complex": True},
    "integer": {"integer": True},
    "integers": {"integer": True},
    "rational": {"rational": True},
    "rationals": {"rational": True},
    "positive": {"positive": True},
    "negative": {"negative": True},
    "nonnegative": {"nonnegative": True},
    "nonpositive": {"nonpositive": True},
    "nonzero": {"zero": False},
    "even": {"even": True},
    "odd": {"odd": True},
}
RESERVED = {"and", "in", "is"}
REAL = {"real": True}


class TextParser(Parser):
    """The grammar of the module; `symbols` gains the names that are met for the first time."""

    def __init__(self, source: str, symbols: dict[str, Any], assumed: Mapping[str, bool] = REAL) -> None:
        super().__init__(list(tokenize(source)), len(source) + 1)
        self.symbols = symbols
        self.assumed = assumed

    def binding(self, token: Token) -> int:
        return BINDING.get(token.text, 0) if token.kind == "operator" else 0

    def infix(self, left: Any) -> Any:
        if self.at("+", "-"):
            return self._sum(left)
        if self.at("*", "/"):
            return self._product(left)
        operator = self.advance()
        if operator.text == "!":
            return self._factorial(left, operator)
        exponent = self.expression(POWER - 1)
        return safe_power(left, exponent, operator.column)

    def _sum(self, first: Any) -> Any:
        terms, column = [first], self.peek().column
        while operator := self.take("+", "-"):
            term = self.expression(SUM)
            terms.append(term if operator.text == "+" else -term)
        return safe_sum(terms, column)

    def _product(self, first: Any) -> Any:
        factors, column = [first], self.peek().column
        while operator := self.take("*", "/"):
            factor = self.expression(PRODUCT)
            factors.append(factor if operator.text == "*" else safe_power(factor, sympy.S.NegativeOne, operator.column))
        return safe_product(factors, column)

    def _factorial(self, argument: Any, operator: Token) -> Any:
        if self.at("!"):
            raise ParseError("'!!' may mean two things", operator.column, "factorial(factorial(n)) or one '!'")
        small_order([argument], operator.column, "the factorial")
        return build(operator.column, sympy.factorial, argument)

    def prefix(self) -> Any:
        token = self.peek()
        if self.take("-"):
            return -self.expression(SIGN)
        if self.take("+"):
            return self.expression(SIGN)
        if self.take("("):
            inside = self.expression()
            self.expect(")")
            return self._ended(inside)
        if token.kind == "number":
            self.advance()
            return self._ended(exact_number(_plain_decimal(token.text), token.column))
        if token.kind == "name" and token.text not in RESERVED:
            self.advance()
            return self._ended(self._call(token) if self.at("(") else self._symbol(token))
        raise self.unexpected("a number, a name or '('")

    def _ended(self, value: Any) -> Any:
        """An operand may not be followed by another one: multiplication is written out."""
        token = self.peek()
        is_operand = token.kind in ("number", "name") or token.text == "("
        if is_operand and token.text not in RESERVED | DECLARATIONS.keys():
            raise ParseError(f"found '{shorten(token.text)}'", token.column, "an operator; write * for multiplication")
        return value

    def _symbol(self, token: Token) -> Any:
        name = token.text
        if name in self.symbols:
            return self.symbols[name]
        if name in CONSTANTS:
            return CONSTANTS[name]
        if name.lower() == "nan":
            raise ParseError(f"{name} is not a number and equals nothing", token.column, "a number or a symbol")
        if name in ALWAYS_CALLED:
            raise ParseError(f"{name} is a function", token.column, f"{name}(...)")
        self.symbols[name] = sympy.Symbol(name, **self.assumed)
        return self.symbols[name]

    def _call(self, token: Token) -> Any:
        name = token.text
        if name in CALCULUS:
            return self._calculus(token)
        if name == "diff":
            return self._derivative(token)
        if name == "limit":
            return self._limit(token)
        if name not in FUNCTIONS:
            raise ParseError(unknown_function(name, name in self.symbols), token.column)
        constructor, fewest, most = FUNCTIONS[name]
        arguments = self._arguments()
        check_count(token, len(arguments), fewest, most)
        check_sizes(token, arguments)
        if name == "exp":
            return safe_exp(arguments[0], token.column)
        return build(token.column, constructor, *arguments)

    def _arguments(self) -> list[Any]:
        self.expect("(")
        arguments = [self.expression()]
        while self.take(","):
            arguments.append(self.expression())
        self.expect(")")
        return arguments

    def _calculus(self, token: Token) -> Any:
        name = token.text
        bound = sympy.Symbol(self._variable(token), real=True, **({} if name == "integral" else {"integer": True}))
        self.expect("(")
        with self._bound(bound), binding(bound) as lost:
            body = self.expression()
        self.expect(",")
        self.advance()
        limits = []
        while self.take(","):
            limits.append(self.expression())
        self.expect(")")
        if len(limits) != 2 and not (name == "integral" and not limits):
            raise ParseError(f"{name} has {len(limits)} limits", token.column, f"{name}(f, {bound}, from, to)")
        if name != "integral":
            bound_terms(lost, bound, *limits)
        elif not under_an_integral(lost, bound):
            raise ParseError("something cancels in the integrand", token.column, "the integrand without it")
        return build(token.column, CALCULUS[name], body, (bound, *limits))

    def _limit(self, token: Token) -> Any:
        """limit(f, x, a) from both sides, limit(f, x, a, +) from above; what is lost at x = a alone is no matter."""
        name = self._variable(token)
        known = self.symbols.get(name)
        assumed = known._assumptions_orig if isinstance(known, sympy.Symbol) else {"real": True}
        variable = sympy.Symbol(name, **assumed)
        self.expect("(")
        with self._bound(variable), binding(variable) as lost:
            body = self.expression()
        if not on_the_way(lost, variable):
            raise ParseError("something cancels in the function", token.column, "the function without it")
        self.expect(",")
        self.advance()
        self.expect(",")
        point = self.expression()
        side = "+-" if point.is_finite else "+"
        if self.take(","):
            side = next((sign for sign in "+-" if self.take(sign)), "")
        if not side:
            raise ParseError("the side of the limit is not told", token.column, f"limit(f, {name}, a, +) or -")
        self.expect(")")
        return build(token.column, lambda: sympy.Limit(body, variable, point, side))

    def _derivative(self, token: Token) -> Any:
        variable = self._symbol(Token("name", self._variable(token), token.column))
        arguments = self._arguments()
        check_count(token, len(arguments), 2, 3)
        order = arguments[2] if len(arguments) == 3 else sympy.S.One
        if not (order.is_Integer and 0 < order <= 20):
            raise ParseError(f"the order of differentiation is {order}", token.column, "a whole number from 1 to 20")
        differentiable(variable, token.column)
        return build(token.column, lambda: sympy.Derivative(arguments[0], (variable, order)))

    def _variable(self, token: Token) -> str:
        """The name between the first and the second comma of the call at hand, read ahead."""
        depth = 0
        for ahead in range(len(self.tokens) - self.position):
            text = self.peek(ahead).text
            depth += (text == "(") - (text == ")")
            if depth == 0:
                break
            if depth == 1 and text == ",":
                name, after = self.peek(ahead + 1), self.peek(ahead + 2)
                if name.kind == "name" and name.text not in CONSTANTS and after.text in (",", ")"):
                    return name.text
                raise ParseError(f"the second argument of {token.text}", name.column, "the name of the variable")
        raise ParseError(f"{token.text} has one argument", token.column, f"{token.text}(f, x, ...)")

    @contextmanager
    def _bound(self, symbol: Any) -> Iterator[None]:
        """Inside a sum or an integral its variable stands for itself, whatever the name means outside."""
        outer = self.symbols.get(symbol.name)
        self.symbols[symbol.name] = symbol
        yield
        del self.symbols[symbol.name]
        if outer is not None:
            self.symbols[symbol.name] = outer

    def links(self) -> tuple[Relation, ...]:
        """One or more relations in a chain."""
        sides, relations = [self.expression()], []
        while self.at(*RELATIONS):
            relations.append(self.advance().text)
            sides.append(self.expression())
        return tuple(Relation(sides[i], sides[i + 1], relation) for i, relation in enumerate(relations))

    def finish(self, expected: str) -> None:
        if self.peek().kind != "end":
            raise self.unexpected(expected)


def parse_text(source: str, symbols: Mapping[str, Any] | None = None) -> Any:
    """The SymPy expression that `source` denotes.

    `symbols` gives the meaning of names; other names become real symbols.  Raises
    ParseError, with the column, for everything outside the grammar or beyond a limit.
    """
    with no_recursion_error():
        parser = TextParser(check_length(source), _usable(symbols))
        value = parser.expression()
        parser.finish("an operator or the end")
        return value


def parse_relation(source: str, symbols: Mapping[str, Any] | None = None) -> tuple[Relation, ...]:
    """The links of a chain: one for `a = b`, two for `a = b < c`.  Errors as for `parse_text`."""
    with no_recursion_error():
        parser = TextParser(check_length(source), _usable(symbols))
        links = parser.links()
        parser.finish("an operator, a relation or the end")
        if not links:
            raise ParseError("there is no relation", len(source) + 1, "'=' or another relation")
        return links


def refuse_infinity(expression: Any, beside: Any = None) -> None:
    """Raises ParseError where infinity, or what arises from it, is used as a number.

    The end of an integral, sum or product may be infinite, and so may a side `beside` a limit.  Elsewhere oo = oo
    and oo - oo would be decided as if infinity were a value.
    """
    if expression in (sympy.oo, -sympy.oo) and isinstance(beside, sympy.Limit):
        return
    if misused_infinity(expression, at_top=False) is not None:
        raise ParseError(
            "infinity is no number",
            expected="finite sides; oo may only be the end of an integral or sum, or what a limit is equal to",
        )


def tokenize(source: str) -> Iterator[Token]:
    """The tokens of a text; raises ParseError at the first character that none begins with."""
    position = 0
    while position < len(source):
        match = TOKEN.match(source, position)
        if match is None:
            raise ParseError(_bad_character(source, position), position + 1)
        if match.lastgroup != "space":
            yield Token(match.lastgroup or "", ALIASES.get(match.group(), match.group()), position + 1)
        position = match.end()


def _bad_character(source: str, position: int) -> str:
    character = source[position]
    if character == "_":
        word = re.match(r"\w+", source[position:])
        return f"a name begins with a letter, found '{shorten(word.group() if word else '_')}'"
    if character in "[]{}":
        return f"found '{character}'; only round brackets group"
    if character in "'\"":
        return "found a quotation mark; there are no texts in a formula"
    if character == ".":
        return "found '.'; expected digits beside a decimal point"
    if character == "|":
        return "found '|'; the absolute value is written abs(x)"
    return f"found {character!r}, which means nothing in a formula"


def _plain_decimal(text: str) -> str:
    """`.5` and `5.` as 0.5 and 5.0."""
    mantissa, e, exponent = text.lower().partition("e")
    mantissa = f"0{mantissa}" if mantissa.startswith(".") else mantissa
    mantissa = f"{mantissa}0" if mantissa.endswith(".") else mantissa
    return mantissa + e + exponent


def _usable(symbols: Mapping[str, Any] | None) -> dict[str, Any]:
    return dict(symbols or {})
