r"""What a macro stands for: its body as tokens, its arguments, and what makes a body plain (`referee.macros`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.grammar.glyphs import COMMAND_FUNCTIONS, FRACTIONS
from verify.grammar.tokens import ACCENTS, UPRIGHT

NAME = r"\\(?:[A-Za-z@]+|[^A-Za-z@\s{}])"
DEFINER = re.compile(
    r"\\(?:[gex]?def|let|(?:re)?newcommand)\*?\s*\{?\s*\\csname\s*([A-Za-z@]+)\s*\\endcsname|\\@namedef\s*\{([A-Za-z@]+)\}"
    r"|\\(?:[gex]?def|(?:future)?let|(?:math)?chardef|(?:new|renew|provide)(?:robust)?command(?:x|\*)?"
    r"|(?:new|renew|provide|declare)(?:robust)?cmd|newif|(?:New|Renew|Provide|Declare)[A-Z][A-Za-z]*)\*?"
    rf"\s*(?:\{{\s*({NAME})\s*\}}|({NAME}))"
)
TOKEN = re.compile(rf"\\verb\*?([^A-Za-z*\s])[^\n]*?\1|{NAME}|\\|\$\$|#[0-9]|\s+|.", re.DOTALL)
NOT_PLAIN = re.compile(
    r"##|\\(?:if(?!f(?![A-Za-z@]))[A-Za-z@]*|else|or|fi|expandafter|noexpand|unexpanded|csname|endcsname|aftergroup"
    r"|afterassignment|@if[A-Za-z@]*|@for|loop|number|the|string|catcode|mathcode|lowercase|uppercase|read|input"
    r"|mathchoice|mathpalette)(?![A-Za-z@])"
)
OF_TWO = FRACTIONS | {r"\binom", r"\tbinom", r"\dbinom", r"\overset", r"\underset", r"\stackrel"}
OF_ONE = {r"\sqrt", r"\operatorname", r"\mbox", r"\hbox", r"\boxed", *ACCENTS, *(rf"\{name}" for name in UPRIGHT)}
BODY = "with a body that is no plain formula"


class Frozen(str):
    r"""A command with the meaning that it had when \let was said."""

    __slots__ = ()


@dataclass(frozen=True)
class Macro:
    """What a name stands for, and how many arguments it takes."""

    body: tuple[str, ...]
    parameters: int = 0


def defined_in(text: str) -> Iterator[str]:
    """The names that a text defines, as often as it does."""
    for match in DEFINER.finditer(text):
        by_name, at_name, braced, bare = match.groups()
        yield braced or bare or rf"\{by_name or at_name}"


def macro_of(body: list[str], parameters: int, why: str) -> tuple[Macro | None, str]:
    text = "".join(body)
    numbers = {int(token[1:]) for token in body if re.fullmatch("#[0-9]", token)}
    loose = any(token == "#" for token in body) or numbers - set(range(1, parameters + 1))
    if loose or NOT_PLAIN.search(text) or any(defined_in(text)):
        return None, why or BODY
    plain = [re.sub(r"\s+", " ", token) for token in body if token != r"\xspace"]
    while plain and plain[-1].isspace():
        plain.pop()
    return Macro(tuple(plain), parameters), why


def is_one(body: tuple[str, ...]) -> bool:
    """Whether a command with its arguments fills a body."""
    place = 1
    for _ in range(2 if body[0] in OF_TWO else 1):
        depth = 0
        while place < len(body):
            depth += (body[place] == "{") - (body[place] == "}")
            place += 1
            if depth == 0 and not body[place - 1].isspace():
                break
    return place == len(body)


def operator_of(name: str) -> list[str]:
    r"""\DeclareMathOperator{\x}{name}: a function that the reader knows by its command, or upright letters."""
    if rf"\{name.strip()}" in COMMAND_FUNCTIONS:
        return [Frozen(rf"\{name.strip()}")]
    return [Frozen(r"\operatorname"), "{", *(match.group() for match in TOKEN.finditer(name)), "}"]


def substituted(body: tuple[str, ...], arguments: list[list[str]]) -> Iterator[str]:
    """The body with the arguments in it; line breaks of an argument stand in its first place alone."""
    used: set[str] = set()
    for token in body:
        if not re.fullmatch("#[1-9]", token):
            yield token
            continue
        for one in arguments[int(token[1:]) - 1]:
            yield re.sub(r"\s+", " ", one) if token in used and one.isspace() else one
        used.add(token)
