r"""The products of a formula and their parts: factors with their scripts, signs, operators, each in its bracket or fraction.

Nothing is read here: what belongs together is a matter of `referee.belonging`, what may stand for itself of `referee.pieces`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from referee.name_tokens import LETTERS
from verify.grammar.glyphs import BRACKETS, CLOSING, COMMAND_FUNCTIONS, FRACTIONS, RELATIONS, SEPARATORS
from verify.grammar.parser import Token
from verify.grammar.tokens import ACCENTS

DEEPEST = 60
"""Brackets in brackets that are looked into."""
ENDS = {"+", "-", *RELATIONS, *SEPARATORS, r"\pm", r"\mp", "&"}
"""What ends a product."""
SIGNS = {r"\cdot", r"\times", "*", "/", r"\otimes", r"\wedge", ":"}
OPERATORS = {r"\nabla", r"\partial"}
SPELLED_OPERATORS = {"div", "grad", "curl", "rot"}


@dataclass
class Part:
    """A factor, sign or operator of a product, by the places of its tokens."""

    start: int
    end: int
    kind: str


@dataclass
class Product:
    """The parts of one product, and the bracket or fraction in which it stands."""

    parts: list[Part] = field(default_factory=list)
    outer: tuple[Product, int] | None = None


class Products:
    """The products of a formula; `covered` are the tokens of what stands for itself already."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.products: list[Product] = []
        self.covered: Collection[int] = ()
        self.closes = self._pairs()
        self._scan(0, len(tokens), None, 0)

    # Products and their parts

    def text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _closing(self, index: int) -> int:
        return self.closes.get(index, len(self.tokens) - 1)

    def _pairs(self) -> dict[int, int]:
        """Where each bracket closes."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.text in BRACKETS:
                opened.append(index)
            elif token.text in CLOSING and opened:
                found[opened.pop()] = index
        return found

    def _group_end(self, index: int) -> int:
        """Where the group or the one token at `index` ends."""
        return self._closing(index) + 1 if self.text(index) == "{" else min(index + 1, len(self.tokens))

    def scripts_end(self, index: int) -> int:
        while self.text(index) in ("_", "^", "'"):
            index = index + 1 if self.text(index) == "'" else self._group_end(index + 1)
        return index

    def _part(self, index: int) -> Part:
        text, end = self.text(index), index + 1
        if text in ENDS:
            return Part(index, end, "end")
        if text in SIGNS:
            return Part(index, end, "sign")
        if text in ACCENTS:
            while self.text(end) in ACCENTS:
                end += 1
            end = self._group_end(end)
            inside = {token.text for token in self.tokens[index:end]}
            kind = "operator" if inside & (OPERATORS | SPELLED_OPERATORS) and len(inside) < 6 else "factor"
            return Part(index, self.scripts_end(end), kind)
        if text in BRACKETS:
            return Part(index, self.scripts_end(self._closing(index) + 1), "bracket")
        if text in FRACTIONS:
            return Part(index, self.scripts_end(self._group_end(self._group_end(end))), "fraction")
        if text == r"\sqrt":
            return Part(index, self.scripts_end(self._group_end(end)), "root")
        if text in OPERATORS or (self.tokens[index].kind == "word" and text.strip() in SPELLED_OPERATORS):
            return Part(index, self.scripts_end(end), "operator")
        if self.tokens[index].kind in ("letter", "number", "word") or text in LETTERS:
            return Part(index, self.scripts_end(end), "number" if self.tokens[index].kind == "number" else "factor")
        if self.tokens[index].kind == "command" and self.text(end) == "{" and text not in COMMAND_FUNCTIONS:
            while self.text(end) == "{":
                end = self._group_end(end)
            return Part(index, self.scripts_end(end), "factor")
        return Part(index, end, "other")

    def _scan(self, start: int, stop: int, outer: tuple[Product, int] | None, depth: int) -> None:
        if depth > DEEPEST:
            return
        product = Product(outer=outer)
        index = start
        while index < stop:
            part = self._part(index)
            if part.kind == "end":
                product = self._keep(product, outer)
            else:
                product.parts.append(part)
                self._scan_inside(part, (product, len(product.parts) - 1), depth + 1)
            index = max(part.end, index + 1)
        self._keep(product, outer)

    def _keep(self, product: Product, outer: tuple[Product, int] | None) -> Product:
        if product.parts:
            self.products.append(product)
        return Product(outer=outer)

    def _scan_inside(self, part: Part, outer: tuple[Product, int], depth: int) -> None:
        """The groups of a bracket, a fraction or a root, and an exponent."""
        index = part.start
        while index < part.end:
            text = self.text(index)
            accent = part.kind in ("factor", "operator") and self.text(index - 1) != "^"
            if text in BRACKETS and not accent and self.text(index - 1) != "_":
                close = self._closing(index)
                self._scan(index + 1, close, outer, depth)
                index = close
            elif text == "_" and self.text(index + 1) == "{":
                index = self._closing(index + 1)
            index += 1

    def at(self, place: int) -> tuple[Product, int] | None:
        """The innermost product with the token, and the number of its part there."""
        best: tuple[int, Product, int] | None = None
        for product in self.products:
            for number, part in enumerate(product.parts):
                if part.start <= place < part.end and (best is None or part.end - part.start < best[0]):
                    best = part.end - part.start, product, number
        return None if best is None else best[1:]
