r"""LaTeX of one formula as a small tree: leaves, commands with arguments, scripts, fences.

Enough to compare two formulas part by part, to value them, and to write them in plain letters.
What does not balance is refused; what is not known stays a leaf.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

DEEPEST = 30
LONGEST = 2_000


class NotRead(ValueError):
    """The formula does not balance, or is nested too deep."""


@dataclass(frozen=True)
class Leaf:
    """A number, a letter, a sign or a command without arguments."""

    text: str


@dataclass(frozen=True)
class Group:
    """What braces hold together; `left` and `right` are fences, empty for bare braces."""

    items: Row
    left: str = ""
    right: str = ""


@dataclass(frozen=True)
class Call:
    r"""A command with its arguments: \frac{a}{b}, \sqrt{x}, \text{words}."""

    name: str
    arguments: tuple[Row, ...]


@dataclass(frozen=True)
class Scripted:
    """A base with what stands below and above it."""

    base: Node
    below: Row | None
    above: Row | None


Node = Leaf | Group | Call | Scripted
Row = tuple[Node, ...]

ARGUMENTS = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "binom", "stackrel", "overset", "underset"), 2),
    **dict.fromkeys(("sqrt", "vec", "hat", "bar", "dot", "ddot", "tilde", "overline", "underline", "widehat"), 1),
    **dict.fromkeys(("mathbf", "mathcal", "mathbb", "mathfrak", "mathit", "mathsf", "boldsymbol", "bm", "si"), 1),
    **dict.fromkeys(("text", "mathrm", "operatorname", "textrm", "textbf", "textit", "mbox"), 1),
}
WORDS = frozenset(("text", "mathrm", "operatorname", "textrm", "textbf", "textit", "mbox", "si"))
"""Commands whose argument is read as it stands."""
SPACES = frozenset((" ", r"\,", r"\;", r"\:", r"\!", r"\ ", "~", r"\quad", r"\qquad", r"\displaystyle", r"\limits"))
FENCES = {"(": ")", "[": "]"}
CLOSING = frozenset(FENCES.values())
_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|\d+(?:\.\d+)?(?:E[+-]\d\d)?|\s+|.", re.DOTALL)


def read(latex: str) -> Row:
    """The formula as a row of nodes.

    Raises NotRead for what does not balance, or is longer than `LONGEST` or nested deeper than `DEEPEST`.

    >>> read(r"x^2")
    (Scripted(base=Leaf(text='x'), below=None, above=(Leaf(text='2'),)),)
    """
    if len(latex) > LONGEST:
        raise NotRead(f"length={len(latex)}, expected at most {LONGEST}")
    reader = _Reader([" " if token.isspace() else token for token in _TOKEN.findall(latex)])
    row = reader.row(())
    if reader.tokens:
        raise NotRead(f"{reader.tokens[-1]!r} closes nothing")
    return row


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]
        self.depth = 0

    def row(self, ends: tuple[str, ...]) -> Row:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotRead(f"nesting deeper than {DEEPEST}")
        items: list[Node] = []
        while self.tokens and self.tokens[-1] not in (*ends, "}", r"\right", *CLOSING):
            token = self.tokens.pop()
            if token in SPACES:
                continue
            if token in ("^", "_"):
                self._script(items, token)
            elif token == "'":
                items[-1:] = [_with(items[-1] if items else Group(()), "^", (Leaf("'"),))]
            else:
                items.append(self._node(token))
        self.depth -= 1
        return tuple(items)

    def _script(self, items: list[Node], sign: str) -> None:
        base = items.pop() if items else Group(())
        items.append(_with(base, sign, self._argument()))

    def _next(self) -> str:
        """The next token that is no space, which stays."""
        while self.tokens and self.tokens[-1] in SPACES:
            self.tokens.pop()
        return self.tokens[-1] if self.tokens else ""

    def _argument(self) -> Row:
        if not self._next():
            raise NotRead("an argument is missing")
        token = self.tokens.pop()
        if token in ("}", "^", "_", r"\right", *CLOSING):
            raise NotRead(f"{token!r} is no argument")
        if token == "{":
            return self._until("}")
        if token[0].isdigit() and len(token) > 1:  # x^10 is x^1 0
            self.tokens.append(token[1:])
            token = token[0]
        return (self._node(token),)

    def _until(self, end: str) -> Row:
        row = self.row((end,))
        if not self.tokens or self.tokens.pop() != end:
            raise NotRead(f"{end!r} is missing")
        return row

    def _node(self, token: str) -> Node:
        if token == "{":
            row = self._until("}")
            return row[0] if len(row) == 1 else Group(row)
        if token in FENCES:
            return Group(self._until(FENCES[token]), token, FENCES[token])
        if token == r"\left":
            left = self.tokens.pop() if self.tokens else ""
            row = self.row((r"\right",))
            if len(self.tokens) < 2 or self.tokens.pop() != r"\right":
                raise NotRead(r"\right is missing")
            return Group(row, left, self.tokens.pop())
        name = token[1:] if token[0] == "\\" else ""
        if name in WORDS and self._next() == "{":
            return Call(name, ((Leaf(self._raw()),),))
        if name == "sqrt" and self._next() == "[":
            raise NotRead("a root of another order")
        if name in ARGUMENTS:
            return Call(name, tuple(self._argument() for _ in range(ARGUMENTS[name])))
        return Leaf(token)

    def _raw(self) -> str:
        self.tokens.pop()
        depth, words = 1, list[str]()
        while self.tokens:
            token = self.tokens.pop()
            depth += (token == "{") - (token == "}")
            if depth == 0:
                return "".join(words)
            words.append(token)
        raise NotRead("'}' is missing")


def _with(base: Node, sign: str, script: Row) -> Node:
    old = base if isinstance(base, Scripted) else Scripted(base, None, None)
    if sign == "_":
        return Scripted(old.base, (old.below or ()) + script, old.above)
    return Scripted(old.base, old.below, (old.above or ()) + script)


# --- and back -----------------------------------------------------------------------------------------


def written(row: Sequence[Node]) -> str:
    r"""The row as LaTeX again.

    >>> written(read(r"\frac{\Phi}{4\pi^2 R^2} N"))
    '\\frac{\\Phi}{4 \\pi^{2} R^{2}} N'
    """
    return " ".join(map(_written, row))


def _written(node: Node) -> str:
    if isinstance(node, Leaf):
        return node.text
    if isinstance(node, Call):
        return f"\\{node.name}" + "".join(f"{{{written(row)}}}" for row in node.arguments)
    if isinstance(node, Group):
        if not node.left:
            return f"{{{written(node.items)}}}"
        sized = any(not isinstance(item, Leaf) for item in node.items) or node.left not in FENCES
        left, right = (rf"\left{node.left}", rf"\right{node.right}") if sized else (node.left, node.right)
        return f"{left} {written(node.items)} {right}"
    base = _written(node.base)
    below = "" if node.below is None else f"_{{{written(node.below)}}}"
    if node.above is None:
        return base + below
    primes = written(node.above).replace(" ", "")
    above = primes if set(primes) == {"'"} else f"^{{{written(node.above)}}}"
    return base + below + above


RELATIONS = frozenset(
    (
        "=",
        "<",
        ">",
        r"\equiv",
        r"\approx",
        r"\sim",
        r"\simeq",
        r"\le",
        r"\leq",
        r"\ge",
        r"\geq",
        r"\neq",
        r"\ll",
        r"\gg",
    )
) | frozenset((r"\propto", r"\to", r"\rightarrow", r"\Rightarrow", r"\ne", r"\lesssim", r"\gtrsim", "≡", "≈", "→"))


def members(row: Row) -> list[Row]:
    """What stands between the relation signs of a chain, in order."""
    found: list[list[Node]] = [[]]
    for node in row:
        if isinstance(node, Leaf) and node.text in RELATIONS:
            found.append([])
        else:
            found[-1].append(node)
    return [tuple(member) for member in found]
