"""Conditions as typed in a shell, `--where "x > 0, n integer"`: assumptions on symbols, and relations between them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sympy
from sympy.core.facts import InconsistentAssumptions

from verify.grammar.parser import ParseError, Relation, Token, build, check_length, no_recursion_error, shorten
from verify.grammar.shell import CONSTANTS, DECLARATIONS, REAL, RESERVED, TextParser
from verify.regularity.conditions import must_not_vanish
from verify.regularity.written import noticing, remember

MEANING = {"E": "Euler's number", "I": "the imaginary unit", "pi": "3.14159...", "oo": "infinity"}


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
            names, relations = _read_conditions(source, {}, assumed={})
        _follow_signs(names, relations)
        symbols = {name: _make_symbol(name, facts) for name, facts in names.items()}
        with noticing() as lost:
            _, relations = _read_conditions(source, dict(symbols))
            conditions = tuple(_conditions(relations))
        return symbols, (*conditions, *_where_defined(lost))


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
