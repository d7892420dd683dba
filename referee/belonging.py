r"""Parts of a product that belong together: vectors, factors that share an index, an operator and what it acts on."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from referee.names import Usage
from referee.print_doubts import PrintDoubt
from referee.products import Part, Product, Products
from verify.grammar.ambiguities import GREEK_INDICES, SUMMED_INDICES
from verify.grammar.glyphs import RELATIONS, VECTORS

OPERATOR = "an operator and what it acts on, in this order"
BARS = {"|", r"\left|", r"\right|"}
INTEGRALS = {r"\int", r"\oint", r"\iint"}


class Belonging(Products):
    """What of a product is no product of numbers."""

    def doubt(self, usage: Usage) -> PrintDoubt | None:
        """What a product leaves open that is no product of numbers: operators whose order matters, an implied sum."""
        return self._operators(usage) or self._contractions(usage)

    def with_a_bar(self, close: int) -> tuple[int, int] | None:
        """(ab|cd), which ends at `close`: one quantity, whatever the bar means."""
        depth = 0
        for start in range(close, -1, -1):
            depth += (self.text(start) == ")") - (self.text(start) == "(")
            if depth == 0:
                bars = sum(self.text(k) in BARS for k in range(start, close))
                before = self.text(start - 1) if start else ""
                alone = not before or before in RELATIONS or before in ("+", "-", "{", "(", r"\partial", r"\equiv")
                return (start, close + 1) if bars == 1 and alone else None
        return None

    def _operators(self, usage: Usage) -> PrintDoubt | None:
        """An operator of the paper before something that it may act on."""
        for product in self.products if usage.operators else ():
            for part, behind in zip(product.parts, product.parts[1:], strict=False):
                if {part.start, behind.start} <= set(self.covered) or behind.kind not in ("factor", "bracket"):
                    continue
                held = {token.text for token in self.tokens[part.start : part.end]}
                is_one = part.kind == "factor" and self.text(part.start) in usage.operators
                if is_one or (part.kind == "bracket" and held & usage.operators and "^" in held):
                    shown = f"{self.text(part.start)}… may mean two things: {OPERATOR} or a product of numbers"
                    return PrintDoubt(shown, self.tokens[part.start], OPERATOR, "a product of numbers")
        return None

    def _contractions(self, usage: Usage) -> PrintDoubt | None:
        """A product with an index twice of which no sum is printed, where another term of the line lacks the index."""
        for letter, one, other in self._twice(usage):
            if not {one.start, other.start} <= set(self.covered):
                return PrintDoubt(
                    self.twice(letter), self.tokens[one.start], "a sum over the repeated index", "a product without one"
                )
        return None

    @staticmethod
    def twice(letter: str, where: str = "in a product") -> str:
        return f"{letter}, twice {where}, may mean two things: a sum over it or a label"

    def _twice(self, usage: Usage) -> list[tuple[str, Part, Part]]:
        """The indices that stand on two factors of a product and may be summed over, with the two."""
        if SUMMED_INDICES.isdisjoint(token.text for token in self.tokens):
            return []
        letters = SUMMED_INDICES - self._summed() - ({"i"} if "e" in usage.below else set())  # ions beside electrons
        found: list[tuple[str, Part, Part]] = []
        for product in self.products:
            held = [self._indices(part) for part in product.parts]
            for (one, ours), (other, theirs) in combinations(zip(product.parts, held, strict=True), 2):
                found += [(letter, one, other) for letter in sorted(ours & theirs) if not self._is_free(letter)]
        if any(letter in letters for letter, _, _ in found):
            letters |= {"m", "n"}
        return [(letter, one, other) for letter, one, other in found if letter in letters]

    def repeated(self, usage: Usage, answered: Collection[int]) -> list[str]:
        """What is to be asked of indices that stand twice, also inside of what stands for itself; not where that is answered.

        An index that stands twice on one factor, behind the mark of a derivative, v_{i,i}, is asked as well.
        """
        pairs = [(self.twice(letter), {one.start, other.start}) for letter, one, other in self._twice(usage)]
        alone = [
            (self.twice(letter, "below one letter"), {part.start})
            for product in self.products
            for part in product.parts
            for letter in self._differentiated_by_its_own(part)
        ]
        return list(dict.fromkeys(question for question, places in (*pairs, *alone) if not places <= set(answered)))

    def _differentiated_by_its_own(self, part: Part) -> list[str]:
        r"""The index that a factor has before and behind the mark of a derivative below it: v_{i,i}, \sigma_{ij,j}."""
        if part.kind != "factor":
            return []
        texts = [token.text for token in self.tokens[part.start : part.end]]
        if "_" not in texts or texts[texts.index("_") + 1 : texts.index("_") + 2] != ["{"]:
            return []
        start = texts.index("_") + 2
        below = texts[start : texts.index("}", start)] if "}" in texts[start:] else []
        mark = next((k for k, text in enumerate(below) if text in (",", ";")), len(below))
        return [one for one in dict.fromkeys(below[:mark]) if one in SUMMED_INDICES and one in below[mark + 1 :]]

    def _summed(self) -> set[str]:
        """The letters below signs of sums."""
        found: set[str] = set()
        for index, token in enumerate(self.tokens):
            if token.text in (r"\sum", r"\prod") and self.text(index + 1) == "_":
                found |= {one.text for one in self.tokens[index + 2 : self._group_end(index + 2)]}
        return found

    def _is_free(self, letter: str) -> bool:
        """Whether an index stands in every term of the line, so that the line holds for each value of it."""
        terms = [product for product in self.products if product.outer is None]
        held = []
        for product in terms:
            called = {
                number
                for number in range(1, len(product.parts))
                if product.parts[number].kind == "bracket" and product.parts[number - 1].kind == "factor"
            }
            parts = [part for number, part in enumerate(product.parts) if number not in called]
            if any(part.kind != "number" for part in parts):
                held.append(set().union(*map(self._indices, parts)))
        return len(held) > 1 and all(letter in one for one in held)

    def _contraction(self, place: int) -> tuple[int, int] | None:
        """The factors of a product from the first to the last that share an index."""
        found = self.at(place)
        if found is None:
            return None
        parts = found[0].parts
        held = [self._indices(part) for part in parts]
        shared = [
            number
            for number, letters in enumerate(held)
            if any(letters & other for k, other in enumerate(held) if k != number)
        ]
        if len(shared) < 2:
            return None
        between = parts[shared[0] : shared[-1] + 1]
        if any(part.kind == "other" or self.text(part.start) == "/" for part in between):
            return None
        last = shared[-1]
        called = last + 1 < len(parts) and parts[last].kind == "factor" and parts[last + 1].kind == "bracket"
        return between[0].start, parts[last + 1].end if called else between[-1].end

    def _indices(self, part: Part) -> set[str]:
        if part.kind in ("number", "sign"):
            return set()
        found: set[str] = set()
        for index in range(part.start, part.end):
            if self.text(index) in ("_", "^"):
                inside = self.tokens[index + 1 : self._group_end(index + 1)]
                letters = [one.text for one in inside if one.kind == "letter"]
                others = {one.text for one in inside if one.kind != "number" and one.text not in GREEK_INDICES}
                is_word = len(letters) > 2 and not {*letters} <= {*"ijklmn"} and "," not in others
                if is_word or others - {*letters, "{", "}", ",", ";", "(", ")", "'"}:
                    continue
                found |= {one for one in letters if re.fullmatch("[a-z]", one)}
                found |= {one.text for one in inside if one.text in GREEK_INDICES}
        return found

    def vectors(self) -> tuple[int, int] | None:
        """The first product of vectors that does not stand for itself yet: side by side, between bars, or a power of one."""
        for product in self.products:
            if (span := self.flux(product)) is not None or (span := self._side_by_side(product)) is not None:
                return span
        return None

    def _side_by_side(self, product: Product) -> tuple[int, int] | None:
        bold = [number for number, part in enumerate(product.parts) if self.is_bold(part)]
        for number in bold:
            part, last = product.parts[number], number
            while (following := self.next_factor(product.parts, last)) is not None and following in bold:
                last = following
            span = part.start, product.parts[last].end
            if self.text(part.start - 1) in BARS and self.text(part.end) in BARS and last == number:
                span = part.start - 1, self.scripts_end(part.end + 1)
            elif last == number and not (
                part.kind == "factor" and any(self.text(k) == "^" for k in range(part.start, part.end))
            ):
                continue
            if not set(range(*span)) <= set(self.covered):
                return span
        return None

    def flux(self, product: Product) -> tuple[int, int] | None:
        r"""\int_S\mathbf{B}\cdot d\mathbf{s}, from the sign to the vector that is integrated over."""
        first = next((k for k, part in enumerate(product.parts) if self.text(part.start) in INTEGRALS), None)
        for number in range(first + 1 if first is not None else len(product.parts), len(product.parts) - 1):
            behind = product.parts[number + 1]
            if product.parts[first or 0].start in self.covered:
                continue
            if self.text(product.parts[number].start) == "d" and behind.kind == "factor" and self.is_bold(behind):
                return product.parts[first or 0].start, behind.end
        return None

    def next_factor(self, parts: Sequence[Part], number: int) -> int | None:
        behind = number + 1
        if behind < len(parts) and parts[behind].kind == "sign":
            behind += 1 if self.text(parts[behind].start) != "/" else len(parts)
        return behind if behind < len(parts) else None

    def is_bold(self, part: Part) -> bool:
        marks = {mark.removesuffix("{") for mark in VECTORS} | {r"\hat", r"\widehat"}
        texts = {token.text for token in self.tokens[part.start : part.end]}
        return part.kind in ("factor", "bracket") and bool(marks & texts)
