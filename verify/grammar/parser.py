"""What the two grammars share: tokens, a precedence-climbing core, hard limits, bounded arithmetic.

`verify.grammar.shell` (the shell) and `verify.latex.reader` (the page) read untrusted text.  Nothing
here evaluates text: a grammar turns tokens into calls of a short list of SymPy
constructors, and every limit is tested before the work that it bounds.

Floats occur in this module only to decide that a number would be too large to build;
no value that reaches an expression passes through one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import sympy

from verify.errors import ClaimError
from verify.points import evaluation
from verify.quantities.digits import decimal
from verify.quantities.symbols import misused_infinity
from verify.regularity.written import differentiated, kept

evaluation.install()  # what is read is built under the same guard as it is decided

MAX_LENGTH = 20_000
"""Characters of one source."""
MAX_TOKENS = 4_000
MAX_DEPTH = 60
"""Nested brackets, powers and signs; SymPy itself recurses several frames a level."""
MAX_LITERAL = 1_000
"""Characters of one written number; Python's own limit is 4,300 digits."""
MAX_DIGITS = 10_000
"""Decimal digits that arithmetic on written numbers may produce."""
MAX_ROOT_DIGITS = 200
"""Digits of a number under a root: SymPy tries to factor it."""
MAX_ORDER = 3_000
"""Numeric argument of factorial, binomial, gamma and the like."""
MAX_MAGNITUDE = 1e100
"""Natural logarithm of the largest number that a tower of exponentials may reach."""

DIGITS_PER_BIT = math.log10(2)


class ParseError(ClaimError):
    """The source is not in the grammar, or goes past a limit.

    `column` counts characters from 1; `expected` says what would have been accepted.
    """

    def __init__(self, message: str, column: int | None = None, expected: str | None = None) -> None:
        where = f"column {column}: " if column is not None else ""
        wanted = f"; expected {expected}" if expected else ""
        super().__init__(f"{where}{message}{wanted}")
        self.column = column
        self.expected = expected


@dataclass(frozen=True)
class Relation:
    """One link of a chain, `lhs relation rhs`; the two sides are never combined.

    `relation` is one of `RELATIONS`.  `lhs` is None where the print goes on from a line
    above ("= 2x").  A unit that is printed after a number stands apart from its side, as
    plain text ("nA/T").  `truncated` says that a side ends in dots or in O(...), and
    `order` is what stands in the brackets of an O on the right alone.  `condition` marks what the print only
    supposes: a relation in brackets behind a formula, or after "for", "if", "where", "when".
    The digits are those of a side with one number alone (`verify.latex.rounded`).
    """

    lhs: Any
    rhs: Any
    relation: str
    lhs_unit: str | None = None
    rhs_unit: str | None = None
    truncated: bool = False
    condition: bool = False
    order: Any = None
    lhs_digits: str = field(default="", compare=False, repr=False)
    rhs_digits: str = field(default="", compare=False, repr=False)


INFINITE = (sympy.oo, -sympy.oo)
RELATIONS = ("=", "!=", "<", "<=", ">", ">=", "≡", "≈", "≃", "~", "≪", "≫", "≲", "≳", "∝")


@dataclass(frozen=True, slots=True)
class Token:
    """One lexical unit; `kind` is "number", "name", "word", "command", "operator" or "end".

    `column` counts from 1; `space` is what was skipped before it (blanks, or \\, and the like).
    """

    kind: str
    text: str
    column: int
    space: str = ""


class Parser:
    """Precedence climbing over a token list; a grammar supplies `prefix`, `binding` and `infix`."""

    def __init__(self, tokens: Sequence[Token], end_column: int) -> None:
        if len(tokens) > MAX_TOKENS:
            raise ParseError(f"the source has {len(tokens)} symbols; the limit is {MAX_TOKENS}")
        self.tokens = list(tokens)
        self.signs = {token.text for token in tokens}
        self.end = Token("end", "the end", end_column)
        self.position = 0
        self.depth = 0

    def prefix(self) -> Any:
        """Reads an operand, with the operators that stand before it."""
        raise NotImplementedError

    def binding(self, token: Token) -> int:
        """How tightly `token` holds the operand on its left; 0 for what ends an expression."""
        raise NotImplementedError

    def infix(self, left: Any) -> Any:
        """Reads the operator at hand and what belongs to it, given the operand before it."""
        raise NotImplementedError

    def expression(self, floor: int = 0) -> Any:
        """Reads as far as operators hold tighter than `floor`."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ParseError(f"nested deeper than {MAX_DEPTH} levels", self.peek().column)
        left = self.prefix()
        while self.binding(self.peek()) > floor:
            left = self.infix(left)
        self.depth -= 1
        return left

    def peek(self, ahead: int = 0) -> Token:
        index = self.position + ahead
        return self.tokens[index] if index < len(self.tokens) else self.end

    def advance(self) -> Token:
        token = self.peek()
        self.position += 1
        return token

    def at(self, *texts: str) -> bool:
        token = self.peek()
        return token.kind != "end" and token.text in texts

    def take(self, *texts: str) -> Token | None:
        return self.advance() if self.at(*texts) else None

    def expect(self, text: str) -> Token:
        if not self.at(text):
            raise self.unexpected(f"'{text}'")
        return self.advance()

    def unexpected(self, expected: str) -> ParseError:
        token = self.peek()
        found = "the end" if token.kind == "end" else f"'{shorten(token.text)}'"
        return ParseError(f"found {found}", token.column, expected)


def check_length(source: object) -> str:
    """The source itself, if it is text of acceptable length."""
    if not isinstance(source, str):
        raise ParseError(f"source={source!r} is of type {type(source).__name__}", expected="text")
    if len(source) > MAX_LENGTH:
        raise ParseError(f"the source has {len(source)} characters; the limit is {MAX_LENGTH}")
    return source


def shorten(text: str, width: int = 40) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


@contextmanager
def no_recursion_error() -> Iterator[None]:
    """SymPy recurses while it builds; a stack overflow there is reported as depth."""
    try:
        yield
    except RecursionError:
        raise ParseError("the expression is nested too deeply to be built") from None


def build(column: int, constructor: Callable[..., Any], *arguments: Any) -> Any:
    """Calls a SymPy constructor; what it refuses, and undefined values, become a ParseError.

    So does infinity, which may only be the end of a range: SymPy calculates with it (1/oo is 0, sin(oo)
    is a range of values), and functions have it for a value at a pole.
    """
    _refuse_infinity(constructor, arguments, column)
    try:
        value = constructor(*arguments)
    except ParseError:
        raise
    except (ArithmeticError, ValueError, TypeError, AttributeError, LookupError, NotImplementedError) as error:
        reason = shorten(str(error).splitlines()[0] if str(error) else type(error).__name__, 120)
        raise ParseError(f"SymPy cannot build this: {reason}", column) from None
    if misused_infinity(value) is not None or (_is_infinite(value) and not any(map(_is_infinite, arguments))):
        raise ParseError("the value is undefined, like 1/0 or oo - oo", column)
    return kept(value, arguments, head=constructor)


def _is_infinite(value: Any) -> bool:
    return value is INFINITE[0] or value is INFINITE[1]


def _refuse_infinity(constructor: Any, arguments: Sequence[Any], column: int) -> None:
    """Raises ParseError if infinity is more than negated, put at the end of a range, or compared with."""
    plain = [arg for arg in arguments if _is_infinite(arg)]
    if not plain:
        return
    others = [arg for arg in arguments if not _is_infinite(arg) and arg != -1]
    bound = isinstance(constructor, type) and issubclass(constructor, sympy.core.relational.Relational)
    if len(plain) > 1 or (others and not bound) or not (bound or constructor in (sympy.Mul, sympy.Add)):
        raise ParseError("infinity is no number", column, "a finite value; oo may only be the end of a range")


def exact_number(text: str, column: int) -> Any:
    """The exact rational number that a decimal literal such as "0.1" or "1e-3" denotes."""
    if len(text) > MAX_LITERAL:
        raise ParseError(f"the number has {len(text)} characters; the limit is {MAX_LITERAL}", column)
    exponent = text.lower().partition("e")[2]
    if exponent and (len(exponent) > 6 or abs(int(exponent)) > MAX_DIGITS):
        raise ParseError(f"the number {shorten(text)} would have more than {MAX_DIGITS} digits", column)
    return build(column, _decimal, text)


_decimal = lru_cache(maxsize=1_000)(decimal)
"""The numbers that papers print are few."""


def differentiable(variable: Any, column: int) -> None:
    """Refuses a variable that takes no continuous values: sin(πn) is 0 before anything is differentiated."""
    if variable.is_integer or variable.is_rational or variable.is_zero:
        raise ParseError(
            f"{variable} runs over whole or rational numbers", column, "a derivative by a real or complex symbol"
        )
    differentiated(variable)


def safe_sum(terms: Sequence[Any], column: int) -> Any:
    """The sum; refused if common denominators could exceed `MAX_DIGITS`."""
    if sum(rational_digits(term) for term in terms) > MAX_DIGITS:
        raise ParseError(f"the sum could have more than {MAX_DIGITS} digits", column)
    return build(column, sympy.Add, *terms)


def safe_product(factors: Sequence[Any], column: int) -> Any:
    """The product; refused if its rational part could exceed `MAX_DIGITS`."""
    if sum(rational_digits(factor) for factor in factors) > MAX_DIGITS:
        raise ParseError(f"the product could have more than {MAX_DIGITS} digits", column)
    return build(column, sympy.Mul, *factors)


def negated(value: Any, column: int) -> Any:
    """`-value`, as the product with -1 that it is."""
    return safe_product((sympy.S.NegativeOne, value), column)


def safe_power(base: Any, exponent: Any, column: int | None = None) -> Any:
    """`base**exponent`, refused before it is built if its rational part exceeds `MAX_DIGITS`."""
    at = column or 1
    if base.is_zero and exponent.is_negative:
        raise ParseError("division by zero", column)
    if base == sympy.E:
        return safe_exp(exponent, at)
    # SymPy leaves a sum with symbols under its power: (x + 1)**1000000 is small.
    digits = 0.0 if base.is_Add and base.free_symbols else rational_digits(base)
    if _product(digits, _rational_size(exponent)) > MAX_DIGITS:
        raise ParseError(f"the power would have more than {MAX_DIGITS} digits", column)
    if not exponent.is_Integer and digits > MAX_ROOT_DIGITS:
        raise ParseError(f"a root of a number of more than {MAX_ROOT_DIGITS} digits", column)
    _refuse_tower(exponent, at)
    return kept(build(at, sympy.Pow, base, exponent), (base, exponent), zero_power=exponent.is_zero is True)


def safe_exp(exponent: Any, column: int) -> Any:
    """e**exponent.  SymPy turns exp(n log 2) into 2**n, so that is bounded as a power."""
    for term in sympy.Add.make_args(exponent):
        coefficient, rest = term.as_coeff_Mul()
        logarithms = [factor.args[0] for factor in sympy.Mul.make_args(rest) if isinstance(factor, sympy.log)]
        if _product(sum(map(rational_digits, logarithms)), _size(coefficient)) > MAX_DIGITS:
            raise ParseError(f"the power would have more than {MAX_DIGITS} digits", column)
    _refuse_tower(exponent, column)
    return build(column, sympy.exp, exponent)


def small_order(values: Iterable[Any], column: int, name: str) -> None:
    """Refuses numeric arguments for which `name` would build a huge number or loop for long."""
    for value in values:
        if value.is_number and _magnitude(value) > MAX_ORDER:
            raise ParseError(f"an argument of {name} is larger than {MAX_ORDER}", column)


def roundable(value: Any, column: int) -> Any:
    """`value`, unless it is a number so large that rounding it would take millions of digits."""
    if value.is_number and _magnitude(value) > MAX_MAGNITUDE:
        raise ParseError("a number that is rounded is too large", column)
    return value


def rational_digits(expression: Any) -> float:
    """Bound on the decimal digits of the rational numbers that SymPy may multiply out of `expression`."""
    if expression.is_Rational:
        largest = max(abs(int(expression.p)), int(expression.q))
        return 0.0 if largest == 1 else largest.bit_length() * DIGITS_PER_BIT
    if expression.is_Mul:
        return sum(rational_digits(factor) for factor in expression.args)
    if expression.is_Add:
        return max(rational_digits(term) for term in expression.args)
    if expression.is_Pow and expression.base != sympy.E:
        return _product(rational_digits(expression.base), _rational_size(expression.exp))
    return 0.0


def _rational_size(exponent: Any) -> float:
    """Sum of |coefficient| over the terms of an exponent."""
    return sum(_size(term.as_coeff_Mul()[0]) for term in sympy.Add.make_args(exponent))


def _size(number: Any) -> float:
    """|number| of a rational, as a float rounded somehow; infinite beyond float range."""
    if not number.is_Rational:
        return 1.0
    try:
        return abs(int(number.p)) / int(number.q)
    except OverflowError:
        return math.inf


def _refuse_tower(exponent: Any, column: int) -> None:
    if exponent.is_number and _magnitude(exponent) > MAX_MAGNITUDE:
        raise ParseError("the exponent is too large: a tower of powers", column)


def _magnitude(expression: Any) -> float:
    """Rough upper bound on |expression|; anything whose size is unknown counts as 1."""
    if expression.is_Rational:
        return _size(expression)
    if expression.is_NumberSymbol:
        return float(expression)
    if expression.is_Add:
        return sum(_magnitude(term) for term in expression.args)
    if expression.is_Mul:
        return math.prod(max(1.0, _magnitude(factor)) for factor in expression.args)
    if expression.is_Pow or isinstance(expression, sympy.exp):
        base, exponent = expression.as_base_exp()
        inverse = 1 / base if base.is_Rational and base else base
        return _power(max(_magnitude(base), _magnitude(inverse), 1.0), _magnitude(exponent))
    if isinstance(expression, (sympy.sinh, sympy.cosh)):
        return _power(math.e, _magnitude(expression.args[0]))
    return max([1.0, *map(_magnitude, expression.args)])


def _power(base: float, exponent: float) -> float:
    try:
        return float(base**exponent)
    except OverflowError:
        return math.inf


def _product(left: float, right: float) -> float:
    return 0.0 if left == 0 or right == 0 else left * right
