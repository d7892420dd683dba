"""Formulas as typed in a shell: `sin(x)^2 + cos(x)^2 = 1`, with `--where "x > 0, n integer"`.

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
- Functions are those of `FUNCTIONS`; they follow SymPy's conventions, so that elliptic_k(m) takes the
  parameter m = k^2, log is the natural logarithm and log(x, b) the one to base b.
- integral(f, x), integral(f, x, a, b), sum(f, k, a, b), product(f, k, a, b), diff(f, x), diff(f, x, n)
  are written down, not carried out.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sympy
from sympy.core.facts import InconsistentAssumptions

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
    rational_digits,
    roundable,
    safe_exp,
    safe_power,
    safe_product,
    safe_sum,
    shorten,
    small_order,
)
from verify.quantities.symbols import misused_infinity
from verify.regularity.conditions import must_not_vanish
from verify.regularity.written import binding, kept, noticing, remember
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
MEANING = {"E": "Euler's number", "I": "the imaginary unit", "pi": "3.14159...", "oo": "infinity"}

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

Handler = Callable[..., Any]
SMALL_ARGUMENTS = 50


def _logarithm(argument: Any, base: Any = sympy.E) -> Any:
    if base == sympy.E:
        return sympy.log(argument)
    top, scale = (_step(sympy.log, part) for part in (argument, base))
    return _step(sympy.Mul, top, _step(sympy.Pow, scale, sympy.S.NegativeOne))


def _root(argument: Any, order: Any) -> Any:
    return _step(sympy.Pow, argument, _step(sympy.Pow, order, sympy.S.NegativeOne))


def _step(constructor: Any, *arguments: Any) -> Any:
    """One of the steps of which a function of the grammar is made: what each of them loses is remembered."""
    value = constructor(*arguments)
    if value.has(sympy.oo, sympy.zoo, sympy.nan):
        raise ValueError("its value is undefined, like that of log(0) or 1/0")
    return kept(value, arguments)


def _gentle(function: Any) -> Handler:
    """re, im, arg, Abs and their kin multiply powers out; on large arguments they are left as they stand."""

    def call(argument: Any) -> Any:
        powers = [abs(power.exp) for power in argument.atoms(sympy.Pow) if power.exp.is_Rational]
        simple = all(size <= 8 for size in powers) and argument.count_ops() <= SMALL_ARGUMENTS
        return function(argument) if simple else function(argument, evaluate=False)

    return call


OF_ONE: tuple[Any, ...] = (
    sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc, sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asec, sympy.acsc,
    sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch, sympy.asinh, sympy.acosh, sympy.atanh, sympy.acoth, sympy.asech, sympy.acsch,
    sympy.floor, sympy.ceiling, sympy.frac, sympy.factorial, sympy.gamma, sympy.loggamma, sympy.digamma, sympy.erf, sympy.erfc, sympy.erfi,
    sympy.Ei, sympy.Si, sympy.Ci, sympy.Shi, sympy.Chi, sympy.li, sympy.airyai, sympy.airybi, sympy.elliptic_k, sympy.fresnels, sympy.fresnelc,
    sympy.LambertW, sympy.Heaviside, sympy.sinc,
)  # fmt: skip
OF_TWO: tuple[Any, ...] = (
    sympy.atan2, sympy.besselj, sympy.bessely, sympy.besseli, sympy.besselk, sympy.beta, sympy.binomial, sympy.polylog, sympy.polygamma,
    sympy.elliptic_f, sympy.KroneckerDelta, sympy.legendre, sympy.hermite, sympy.laguerre, sympy.chebyshevt, sympy.chebyshevu, sympy.expint,
    sympy.lowergamma, sympy.uppergamma,
)  # fmt: skip
# name: (constructor, fewest arguments, most arguments)
FUNCTIONS: dict[str, tuple[Handler, int, int]] = {
    **{function.__name__: (function, 1, 1) for function in OF_ONE},
    **{function.__name__: (function, 2, 2) for function in OF_TWO},
    **{
        function.__name__: (_gentle(function), 1, 1)
        for function in (sympy.re, sympy.im, sympy.arg, sympy.conjugate, sympy.sign)
    },
    "abs": (_gentle(sympy.Abs), 1, 1),
    "Abs": (_gentle(sympy.Abs), 1, 1),
    "exp": (sympy.exp, 1, 1),
    "ln": (sympy.log, 1, 1),
    "log": (_logarithm, 1, 2),
    "sqrt": (sympy.sqrt, 1, 1),
    "cbrt": (lambda argument: sympy.Pow(argument, sympy.Rational(1, 3)), 1, 1),
    "root": (_root, 2, 2),
    "max": (sympy.Max, 1, 10),
    "min": (sympy.Min, 1, 10),
    "mod": (sympy.Mod, 2, 2),
    "zeta": (sympy.zeta, 1, 2),
    "elliptic_e": (sympy.elliptic_e, 1, 2),
    "elliptic_pi": (sympy.elliptic_pi, 2, 3),
    "lambertw": (sympy.LambertW, 1, 2),
    "arcsin": (sympy.asin, 1, 1),
    "arccos": (sympy.acos, 1, 1),
    "arctan": (sympy.atan, 1, 1),
}
# What SymPy computes by loops or as huge numbers when its arguments are numbers.
ORDERED = {"factorial", "gamma", "loggamma", "digamma", "binomial", "beta"}
LOW_ORDERED = {
    "polygamma", "zeta", "polylog", "legendre", "hermite", "chebyshevt", "chebyshevu", "laguerre", "expint",
    "lowergamma", "uppergamma",
}  # fmt: skip
MAX_LOW_ORDER = 100
CALCULUS = {"integral": sympy.Integral, "sum": sympy.Sum, "product": sympy.Product}
# These may not stand without an argument; the rest of the names (gamma, zeta, beta, ...) are also good symbols.
ALWAYS_CALLED = {
    "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "sinh", "cosh", "tanh", "coth",
    "exp", "log", "ln", "sqrt", "cbrt", "abs", "Abs", "integral", "diff",
}  # fmt: skip

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
NOTHING: dict[str, bool] = {}


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
        if name not in FUNCTIONS:
            raise ParseError(_unknown_function(name, name in self.symbols), token.column)
        constructor, fewest, most = FUNCTIONS[name]
        arguments = self._arguments()
        _check_count(token, len(arguments), fewest, most)
        _check_sizes(token, arguments)
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
        return build(token.column, CALCULUS[name], body, (bound, *limits))

    def _derivative(self, token: Token) -> Any:
        variable = self._symbol(Token("name", self._variable(token), token.column))
        arguments = self._arguments()
        _check_count(token, len(arguments), 2, 3)
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


def refuse_infinity(expression: Any) -> None:
    """Raises ParseError where infinity, or what arises from it, is used as a number.

    A limit of an integral, sum or product may be infinite.  Elsewhere oo = oo and oo - oo
    would be decided as if infinity were a value.
    """
    if misused_infinity(expression, at_top=False) is not None:
        raise ParseError(
            "infinity is no number", expected="finite sides; oo may only be the limit of an integral or sum"
        )


def parse_condition(source: str) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Symbols and conditions of a `--where` text.

    `source` is a list, separated by commas or "and", of relations ("x > 0", "0 < r < R")
    and declarations ("n integer", "x, y real", "z in complexes").  What a relation says of
    one symbol alone (x > 0, x >= 0, x < 0, x <= 0, x != 0) becomes an assumption, also along
    a chain: 0 < r < R makes both positive.  Everything else is returned as a SymPy relation.

    It is read twice: first without any assumption, so that re(z) >= 0 says nothing of z
    itself, for what is said of single symbols; then with the symbols that result.

    A condition that is undefined holds nowhere: what evaluation drops of it (x/x) is a further condition.

    Raises ParseError for text outside the grammar and for conditions that no value meets.
    """
    with no_recursion_error():
        with noticing():  # what this first look loses is lost again below
            names, relations = _read_conditions(source, {}, NOTHING)
        _follow_signs(names, relations)
        symbols = {name: _make_symbol(name, facts) for name, facts in names.items()}
        with noticing() as lost:
            _, relations = _read_conditions(source, dict(symbols))
            conditions = tuple(_conditions(relations))
        return symbols, (*conditions, *_where_defined(lost))


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


def _unknown_function(name: str, is_symbol: bool) -> str:
    known = [*FUNCTIONS, *CALCULUS, "diff"]
    lowered = {candidate.lower(): candidate for candidate in known}
    close = difflib.get_close_matches(name.lower()[:40], list(lowered), n=1)
    if is_symbol:
        return f"{shorten(name)} is a symbol, not a function; write {shorten(name)}*(...) for a product"
    hint = f"did you mean {lowered[close[0]]}?" if close else f"for a product write {shorten(name)}*(...)"
    return f"unknown function {shorten(name)}; {hint}"


def _check_count(token: Token, count: int, fewest: int, most: int) -> None:
    if not fewest <= count <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
        raise ParseError(f"{token.text} has {count} argument(s)", token.column, wanted)


def _check_sizes(token: Token, arguments: list[Any]) -> None:
    """Refuses what SymPy would compute for a long time."""
    if token.text in ORDERED:
        small_order(arguments, token.column, token.text)
    if token.text in LOW_ORDERED and any(value.is_number and abs(_whole(value)) > MAX_LOW_ORDER for value in arguments):
        raise ParseError(f"an argument of {token.text} is larger than {MAX_LOW_ORDER}", token.column)
    if token.text in ("floor", "ceiling", "frac", "mod"):
        for value in arguments:
            roundable(value, token.column)
    if token.text in ("sqrt", "cbrt", "root"):
        safe_power(arguments[0], 1 / arguments[1] if len(arguments) > 1 else sympy.S.Half, token.column)
    if any(rational_digits(value) > 2 * MAX_LOW_ORDER for value in arguments) and token.text != "exp":
        raise ParseError(f"a number under {token.text} has more than {2 * MAX_LOW_ORDER} digits", token.column)


def _whole(value: Any) -> int:
    return int(value) if value.is_Rational else 0


def _usable(symbols: Mapping[str, Any] | None) -> dict[str, Any]:
    return dict(symbols or {})


def _read_conditions(
    source: str, symbols: dict[str, Any], assumed: Mapping[str, bool] = REAL
) -> tuple[dict[str, dict[str, bool]], list[Relation]]:
    """Declared facts of every symbol, and all relations, with the given symbols in them."""
    parser = TextParser(check_length(source), symbols, assumed)
    facts: dict[str, dict[str, bool]] = {}
    relations: list[Relation] = []
    waiting: list[str] = []
    while True:
        start = parser.peek()
        links = () if _is_declaration(parser) else parser.links()
        if links:
            relations += links
            relations += [_renamed(links[0], parser, name, start) for name in waiting]
            waiting = []
        else:
            waiting.append(_declared_name(start, parser))
            if declared := _declaration(parser):
                for name in waiting:
                    facts.setdefault(name, {}).update(declared)
                waiting = []
        if not parser.take(",", "and"):
            break
    parser.finish("',' or the end")
    if waiting:
        raise ParseError(f"nothing is said of {waiting[-1]}", len(source) + 1, "a condition such as x > 0 or x real")
    return {name: facts.get(name, {}) for name in {**parser.symbols, **facts}}, relations


def _is_declaration(parser: TextParser) -> bool:
    """Whether a bare name comes, followed by what is said of it or by the next name."""
    name, after = parser.peek(), parser.peek(1)
    return name.kind == "name" and (after.kind in ("end", "name") or after.text == ",")


def _declared_name(token: Token, parser: TextParser) -> str:
    if token.kind != "name" or token.text in RESERVED:
        raise ParseError(f"found '{shorten(token.text)}'", token.column, "a condition such as x > 0 or x real")
    if token.text in CONSTANTS:
        meaning = MEANING.get(token.text, "a constant")
        raise ParseError(f"{token.text} is {meaning} and cannot be declared", token.column, "another name")
    if parser.peek() is token:
        parser.advance()
    return token.text


def _declaration(parser: TextParser) -> dict[str, bool]:
    """The facts that follow a name: "integer", "is positive", "in reals"; empty if none does."""
    if parser.take("in", "is") is None and parser.peek().kind != "name":
        return {}
    facts: dict[str, bool] = {}
    while parser.peek().kind == "name" and not parser.at("and"):
        word = parser.advance()
        if word.text not in DECLARATIONS:
            close = difflib.get_close_matches(word.text[:40], list(DECLARATIONS), n=1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(DECLARATIONS)}"
            raise ParseError(f"'{shorten(word.text)}' declares nothing; {hint}", word.column)
        facts.update(DECLARATIONS[word.text])
    if not facts:
        raise parser.unexpected("a declaration such as real or integer")
    return facts


def _renamed(link: Relation, parser: TextParser, name: str, start: Token) -> Relation:
    """`x, y > 0` says of x what it says of y."""
    if not link.lhs.is_Symbol:
        raise ParseError(f"nothing is said of {name}", start.column, "a condition such as x > 0 or x real")
    if name not in parser.symbols:
        parser.symbols[name] = sympy.Symbol(name, **parser.assumed)
    return Relation(parser.symbols[name], link.rhs, link.relation)


def _follow_signs(names: dict[str, dict[str, bool]], relations: list[Relation]) -> None:
    """Adds what the relations say about the sign of single symbols, until nothing new comes."""
    growing = True
    while growing:
        before = {name: dict(facts) for name, facts in names.items()}
        for link in relations:
            for small, large, strict in _ordered(link):
                _learn(names, small, large, strict)
            if link.relation == "!=" and link.lhs.is_Symbol and link.rhs.is_zero:
                names[link.lhs.name]["zero"] = False
        growing = before != names


def _ordered(link: Relation) -> Iterator[tuple[Any, Any, bool]]:
    if link.relation in ("<", "<="):
        yield link.lhs, link.rhs, link.relation == "<"
    if link.relation in (">", ">="):
        yield link.rhs, link.lhs, link.relation == ">"


def _learn(names: dict[str, dict[str, bool]], small: Any, large: Any, strict: bool) -> None:
    """small < large (or <=): a lower bound that is not negative, or an upper one that is not positive, gives a sign."""
    if large.is_Symbol and _known(names, small, ("positive", "nonnegative")):
        above = strict or _known(names, small, ("positive",))
        names[large.name]["positive" if above else "nonnegative"] = True
    if small.is_Symbol and _known(names, large, ("negative", "nonpositive")):
        below = strict or _known(names, large, ("negative",))
        names[small.name]["negative" if below else "nonpositive"] = True


def _known(names: dict[str, dict[str, bool]], value: Any, signs: tuple[str, ...]) -> bool:
    if value.is_Symbol:
        return any(names[value.name].get(sign, False) for sign in signs)
    return value.is_number and any(getattr(value, f"is_{sign}") is True for sign in signs)


def _make_symbol(name: str, facts: dict[str, bool]) -> Any:
    chosen = dict(facts) if "complex" in facts else {"real": True, **facts}
    try:
        return sympy.Symbol(name, **chosen)
    except InconsistentAssumptions:
        said = ", ".join(fact if value else f"not {fact}" for fact, value in facts.items())
        raise ParseError(f"the conditions on {name} contradict each other: {said}") from None


RELATIONAL = {"=": sympy.Eq, "!=": sympy.Ne, "<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}


def _conditions(relations: list[Relation]) -> Iterator[Any]:
    """The relations that the assumptions do not say already."""
    for link in relations:
        shown = f"{link.lhs} {link.relation} {link.rhs}"
        if not (link.lhs.free_symbols | link.rhs.free_symbols):
            named = [f"{name} is {MEANING[name]}" for name in ("E", "I") if {link.lhs, link.rhs} & {CONSTANTS[name]}]
            raise ParseError(f"the condition {shown} has no symbol in it" + "".join(f"; {text}" for text in named))
        condition = build(1, RELATIONAL[link.relation], link.lhs, link.rhs)
        if condition == sympy.false:
            raise ParseError(f"the condition {shown} never holds")
        if condition != sympy.true:
            yield condition
        else:
            remember(must_not_vanish((link.lhs, link.rhs)))


def _where_defined(lost: Iterable[Any]) -> Iterator[Any]:
    """What must hold for the conditions to be defined as they were typed: y = 2 x/x says that x is not zero.

    What is no relation is remembered for the claim, which is undefined where it fails.
    """
    for part in lost:
        condition = sympy.Ne(part, 0) if isinstance(part, sympy.Expr) else sympy.true
        if condition == sympy.false:
            raise ParseError(f"a condition is undefined everywhere: {part} is zero")
        if not isinstance(part, sympy.Expr):
            remember((part,))
        elif condition != sympy.true:
            yield condition
