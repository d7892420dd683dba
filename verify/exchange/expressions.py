"""Expressions as lists, ["Mul", 2, "m", ["Pow", "c", 2]], and back: built again just as they stood.

A whole number is itself, a text is the name of a symbol, a list begins with a head of `verify.exchange.heads` or with

    ["Integer", "12345..."]   a whole number beyond 2^53
    ["Rational", 1, 2]        in lowest terms
    ["apply", "psi", ...]     an undefined function, by its name in the file
    ["#", 7]                  the eighth of the expressions that the file shares

What stands in many places is written once, so that a file is about as long as its paper has different formulas.  The reader counts
an expression as long as it is when nothing is shared, and refuses what is too long or too deep for those who walk through it.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.exchange.forms import Defs, Fault, Form, Named, NotWritable, Schema, inside, shown
from verify.exchange.heads import CLASSES, CONSTANTS, NAMES, NAMES_OF_CONSTANTS, built

SAFE = 2**53
"""Whole numbers up to this are the same in every language that reads JSON."""
DIGITS = 4000
"""Of the longest number."""
TOO_LARGE = 10**DIGITS
LONGEST = 50_000
"""Nodes of the largest expression, nothing shared."""
DEEPEST = 120
WORTH_SHARING = 24
"""Letters of JSON below which a part is written again."""
DIGITS_ONLY = f"-?[1-9][0-9]{{0,{DIGITS - 1}}}"


@dataclass(frozen=True)
class Held:
    """An expression that waits to be written until it is known what is shared."""

    expression: Any


@dataclass(frozen=True)
class Node:
    """An expression that was read, with its size and its depth."""

    value: Any
    size: int = 1
    depth: int = 1


# --- writing ------------------------------------------------------------------------------------


def written_down(body: Any, keys: dict[Any, str]) -> tuple[Any, list[Any]]:
    """The same JSON with every `Held` written, and what these expressions share; `keys` are the names of symbols and functions."""
    writer = _Writer(keys)
    for expression in _held(body):
        writer.meet(expression)
    return writer.filled(body), writer.shared


def _held(body: Any) -> Any:
    if isinstance(body, Held):
        yield body.expression
    elif isinstance(body, dict):
        for part in body.values():
            yield from _held(part)
    elif isinstance(body, list):
        for part in body:
            yield from _held(part)


def has_form(part: Any) -> bool:
    """Whether there is a head for it."""
    alone = isinstance(part, (sympy.Rational, sympy.Symbol, AppliedUndef)) or part in NAMES_OF_CONSTANTS
    return alone or type(part) in NAMES


class _Writer:
    def __init__(self, keys: dict[Any, str]) -> None:
        self.keys = keys
        self.met: Counter[Any] = Counter()
        self.done: dict[Any, Any] = {}
        self.shared: list[Any] = []

    def meet(self, expression: Any) -> None:
        self.met[expression] += 1
        if self.met[expression] == 1:
            for arg in expression.args:
                self.meet(arg)

    def filled(self, body: Any) -> Any:
        if isinstance(body, Held):
            return self.written(body.expression)
        if isinstance(body, dict):
            return {name: self.filled(part) for name, part in body.items()}
        return [self.filled(part) for part in body] if isinstance(body, list) else body

    def written(self, expression: Any) -> Any:
        if expression not in self.done:
            body = self.node(expression)
            if self.met[expression] > 1 and isinstance(body, list) and len(json.dumps(body)) > WORTH_SHARING:
                self.shared.append(body)
                body = ["#", len(self.shared) - 1]
            self.done[expression] = body
        return self.done[expression]

    def node(self, expression: Any) -> Any:
        if isinstance(expression, sympy.Integer):
            number = int(expression)
            return number if abs(number) < SAFE else ["Integer", str(number)]
        if isinstance(expression, sympy.Rational):
            return ["Rational", self.node(sympy.Integer(expression.p)), self.node(sympy.Integer(expression.q))]
        if isinstance(expression, sympy.Symbol):
            return self.keys[expression]
        if expression in NAMES_OF_CONSTANTS:
            return [NAMES_OF_CONSTANTS[expression]]
        args = [self.written(arg) for arg in expression.args]
        if isinstance(expression, AppliedUndef):
            return ["apply", self.keys[expression.func], *args]
        return [NAMES[type(expression)], *args]


# --- reading ------------------------------------------------------------------------------------


def read_expression(body: Any, book: Any) -> Node:
    """The expression; `book` has the symbols, the functions and what is shared.  Raises Fault."""
    if type(body) is int:
        return Node(sympy.Integer(_bounded(body)))
    if isinstance(body, str):
        if body not in book.symbols:
            raise Fault(f"the symbol {shown(body)}", "one of the symbols of this file")
        return Node(book.symbols[body])
    if not isinstance(body, list) or not body or not isinstance(body[0], str):
        raise Fault(
            shown(body), "an expression: a whole number, the name of a symbol, or a list that begins with a head"
        )
    return _headed(body[0], body[1:], book)


def _headed(head: str, rest: list[Any], book: Any) -> Node:
    if head in CONSTANTS and not rest:
        return Node(CONSTANTS[head])
    if head in OWN:
        return OWN[head](rest, book)
    if head not in CLASSES:
        raise Fault(f"the head {shown(head)}", "one of those that docs/paper-json.md lists")
    args = [inside(at, lambda: read_expression(part, book)) for at, part in enumerate(rest, 1)]  # noqa: B023
    node = _measured(args)
    return Node(built(head, tuple(arg.value for arg in args)), node.size, node.depth)


def _measured(args: list[Node]) -> Node:
    size, depth = 1 + sum(arg.size for arg in args), 1 + max((arg.depth for arg in args), default=0)
    if size > LONGEST:
        raise Fault(f"an expression of {size} parts", f"at most {LONGEST}")
    if depth > DEEPEST:
        raise Fault(f"an expression that is {depth} levels deep", f"at most {DEEPEST}")
    return Node(None, size, depth)


def _bounded(number: int) -> int:
    if abs(number) >= TOO_LARGE:
        raise Fault(f"a number of more than {DIGITS} digits", "a shorter one")
    return number


def _shared(rest: list[Any], book: Any) -> Node:
    if len(rest) != 1 or type(rest[0]) is not int or not 0 <= rest[0] < len(book.shared):
        raise Fault(f"# {shown(rest)}", "the number of an earlier entry of `shared`, counted from 0")
    node: Node = book.shared[rest[0]]
    return node


def _integer(rest: list[Any], book: Any) -> Node:
    text = rest[0] if len(rest) == 1 and isinstance(rest[0], str) else ""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > DIGITS or digits.startswith("0"):
        raise Fault(f"Integer {shown(rest)}", f"a text of at most {DIGITS} digits")
    return Node(sympy.Integer(int(text)))


def _rational(rest: list[Any], book: Any) -> Node:
    numbers = [inside(at, lambda: read_expression(part, book).value) for at, part in enumerate(rest, 1)]  # noqa: B023
    if len(numbers) != 2 or not all(number.is_Integer for number in numbers):
        raise Fault(f"Rational {shown(rest)}", "two whole numbers")
    over, under = (int(number) for number in numbers)
    if under < 2 or math.gcd(over, under) != 1:
        raise Fault(f"Rational {shown(rest)}", "lowest terms, with a denominator from 2 on")
    return Node(sympy.Rational(over, under))


def _applied(rest: list[Any], book: Any) -> Node:
    if not rest or not isinstance(rest[0], str) or rest[0] not in book.functions:
        raise Fault(f"apply {shown(rest[:1])}", "one of the functions of this file, and its arguments")
    args = [inside(at, lambda: read_expression(part, book)) for at, part in enumerate(rest[1:], 2)]  # noqa: B023
    node, values = _measured(args), tuple(arg.value for arg in args)
    if not values or not all(isinstance(value, sympy.Expr) for value in values):
        raise Fault(f"{rest[0]} of {len(values)} arguments", "expressions to which it is applied")
    found = book.functions[rest[0]](*values, evaluate=False)
    return Node(found, node.size, node.depth)


OWN = {"#": _shared, "Integer": _integer, "Rational": _rational, "apply": _applied}


class Expression(Form):
    """Anything that stands in a formula: a number, a symbol, a function, an integral, a condition."""

    kind: Any = sympy.Basic
    words = "an expression"

    def write(self, thing: Any, book: Any) -> Any:
        expression = sympy.Integer(thing) if isinstance(thing, int) and not isinstance(thing, bool) else thing
        if not isinstance(expression, self.kind):
            raise NotWritable(f"{thing!s:.60} stands where {self.words} is expected")
        book.name_all(expression)
        return Held(expression)

    def read(self, body: Any, book: Any) -> Any:
        node = read_expression(body, book)
        book.weigh(node)
        value = node.value
        if not isinstance(value, self.kind):
            raise Fault(shown(body), self.words)
        return value

    def schema(self, defs: Defs) -> Schema:
        return Named("expression", _Grammar).schema(defs)


class _Grammar(Form):
    def schema(self, defs: Defs) -> Schema:
        of = {"$ref": "#/$defs/expression"}
        own: list[tuple[str, list[Schema]]] = [
            ("#", [{"type": "integer", "minimum": 0}]),
            ("Integer", [{"type": "string", "pattern": f"^{DIGITS_ONLY}$"}]),
            ("Rational", [of, of]),
        ]
        exact = [
            {"prefixItems": [{"const": head}, *rest], "minItems": 1 + len(rest), "maxItems": 1 + len(rest)}
            for head, rest in (*own, *((name, []) for name in CONSTANTS))
        ]
        applied = {"prefixItems": [{"const": "apply"}, {"type": "string"}], "items": of, "minItems": 3}
        headed = {"prefixItems": [{"enum": sorted(CLASSES)}], "items": of, "minItems": 1}
        lists = [{"type": "array", **form} for form in (*exact, applied, headed)]
        return {"anyOf": [{"type": "integer"}, {"type": "string"}, *lists]}


class Number(Expression):
    """An expression that is not a condition."""

    kind = sympy.Expr
    words = "an expression that has a value"


class Letter(Expression):
    """A symbol."""

    kind = sympy.Symbol
    words = "the name of a symbol"

    def schema(self, defs: Defs) -> Schema:
        return {"type": "string"}


class Condition(Expression):
    """A relation, or relations that are joined."""

    kind = sympy.logic.boolalg.Boolean
    words = "a condition, such as a relation"

    def read(self, body: Any, book: Any) -> Any:
        found = super().read(body, book)
        if isinstance(found, sympy.Symbol):  # to SymPy that is a proposition
            raise Fault(shown(body), self.words)
        return found


class OfSymbols(Number):
    """An expression of symbols in the notation itself, where nothing is shared yet."""

    def write(self, thing: Any, book: Any) -> Any:
        super().write(thing, book)
        return _Writer(book.keys).written(thing)


NUMBER, LETTER, CONDITION, OF_SYMBOLS = Number(), Letter(), Condition(), OfSymbols()
