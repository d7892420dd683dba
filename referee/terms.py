r"""Whole terms that stand for themselves, where no smaller part of a formula can: what is added in it is read, the term is not.

A term is all that is multiplied between two signs of addition, in a bracket, below a fraction, or at the top.  Whatever
its parts mean, the term is one quantity, so that its name is true in every reading.  It is not taken where the print
does not say where it ends: behind a sum that may go on behind the next sign, in an integral whose variable stands
elsewhere, before an operator that acts on what follows, between single bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from referee.belonging import Belonging
from referee.commands import STATES
from referee.products import Part, Product
from verify.grammar.ambiguities import WIDE_GAP
from verify.grammar.glyphs import BRACKETS, CLOSING, FRACTIONS, RELATIONS, SEPARATORS
from verify.grammar.parser import ParseError

Span = tuple[int, int]

SUMS = {r"\sum", r"\prod", r"\bigoplus", r"\bigotimes"}
INTEGRALS = {r"\int", r"\oint", r"\iint", r"\iiint"}
SINGLE_BARS = ({"|", r"\vert", r"\mid", r"\lvert", r"\rvert"}, {r"\|", r"\Vert", r"\lVert", r"\rVert"})
JOINS = re.compile(
    r".* |(?:for|if|when|where|with|at|as|or|on|in|is|are|and|of|to|by|since|because|otherwise|while|such|const)\b",
    re.IGNORECASE,
)
"""Words that are no name: they say something of what is before or behind them."""
MOST_TOKENS = 240
"""Tokens of a term: a longer one is not written down, and need not be looked at."""
OF_OPERATORS = {r"\nabla", r"\partial", "d", "D"}


class Terms(Belonging):
    """The term of which an error speaks."""

    def terms(self, error: ParseError) -> Iterator[Span]:
        """The spans that may stand for themselves because of an error, the smallest first."""
        of_vectors = "vector" in str(error)
        if of_vectors:
            yield from self._called_with_vectors()
        places = [self._place(error)] if error.column is not None else []
        for place in places:
            yield from filter(self._may_stand_alone, self._around(place))
        if of_vectors:
            for product in self.products:
                if product.outer is None and any(map(self._is_of_vectors, product.parts)):
                    yield from filter(self._may_stand_alone, [self._extended(self._whole(product))])

    def _place(self, error: ParseError) -> int:
        return max((k for k, token in enumerate(self.tokens) if token.column <= (error.column or 1)), default=0)

    def _around(self, place: int) -> Iterator[Span]:
        """The factor in whose script a token stands, its product, the products around that."""
        found = self.at(place)
        while found is not None:
            product, number = found
            part = product.parts[number]
            if self._is_in_script(product):
                found = product.outer
                continue
            if part.kind == "bracket" and self.text(part.start) == r"\langle":
                yield part.start, part.end
            if part.kind == "factor" and place > part.start and not self.is_bold(part) and self._in_script(part, place):
                yield part.start, part.end
            if not self._is_of_fraction_with_differential(product):
                yield self._extended(self._whole(product))
            found = product.outer
            place = product.outer[0].parts[product.outer[1]].start if product.outer else place

    def _whole(self, product: Product) -> Span:
        """A product without the number before it, which is a factor in any reading (but in 1\\frac12)."""
        first, *others = product.parts
        apart = first.kind == "number" and others and others[0].kind not in ("number", "sign", "fraction", "end")
        start = others[0] if apart and self.tokens[first.end - 1].kind == "number" else first
        return start.start, product.parts[-1].end

    def _in_script(self, part: Part, place: int) -> bool:
        return any(self.text(k) in ("_", "^") for k in range(part.start, place))

    def _is_in_script(self, product: Product) -> bool:
        """Whether a product stands in a superscript, or in a bracket there."""
        if product.outer is None:
            return False
        if self._is_in_script(product.outer[0]):
            return True
        outer, number = product.outer
        part, start = outer.parts[number], product.parts[0].start
        return any(
            self.text(k) == "^" and k < start < self._group_end(k + 1) + (self.text(k + 1) != "{")
            for k in range(part.start, start)
        )

    def _is_of_fraction_with_differential(self, product: Product) -> bool:
        r"""Whether a product stands in a fraction that is a derivative, d(ab) over dx, so that it is none of its own."""
        if product.outer is None:
            return False
        part = product.outer[0].parts[product.outer[1]]
        if part.kind != "fraction":
            return False
        above = self.text(part.start + 2), self.text(self._group_end(part.start + 1) + 1)
        return any(one in (*OF_OPERATORS, r"\delta", r"\mathrm") or one.strip() == "d" for one in above)

    def _extended(self, span: Span) -> Span:
        """A term, or all that is added between two brackets or signs of relation where the term may go on."""
        if self._has_own_end(span):
            return span
        start, end = span
        while start > 0 and not self._bounds(start - 1) and self.text(start - 1) not in BRACKETS:
            start = self._opening(start - 1) if self.text(start - 1) in CLOSING else start - 1
        while end < len(self.tokens) and not self._bounds(end) and self.text(end) not in CLOSING:
            end = self._closing(end) + 1 if self.text(end) in BRACKETS else end + 1
        return start, end

    def _bounds(self, index: int) -> bool:
        """Whether what is added ends at a token: a relation, a separator, the bracket around it."""
        text = self.text(index)
        return text in RELATIONS or text in SEPARATORS or text == "&"

    def _opening(self, index: int) -> int:
        return next((start for start, end in self.closes.items() if end == index), index)

    def _has_own_end(self, span: Span) -> bool:
        inside = [token.text for token in self.tokens[span[0] : span[1]]]
        rest = self._level_texts(span)
        if self._has_odd_bars(span):
            return False
        if SUMS & set(inside) and any(text in ("+", "-", r"\pm", r"\mp") for text in rest[1]):
            return False
        integrals = sum(text in INTEGRALS for text in inside)
        differentials = self._differentials(span)
        beside = any(text in INTEGRALS for text in rest[0])
        return differentials >= integrals and not (beside and differentials > integrals)

    def _has_odd_bars(self, span: Span) -> bool:
        """Whether a single bar is left over outside the brackets of a span."""
        outside = []
        index = span[0]
        while index < span[1]:
            outside.append(self.text(index))
            index = self._closing(index) + 1 if self.text(index) in BRACKETS else index + 1
        return any(sum(text in bars for text in outside) % 2 for bars in SINGLE_BARS)

    def _level_texts(self, span: Span) -> tuple[list[str], list[str]]:
        """The texts before and behind a span, as far as the nearest relation, separator or bracket around it."""
        before, behind = [], []
        index = span[0] - 1
        while index >= 0 and not any(self.text(index) in ends for ends in (BRACKETS, RELATIONS, SEPARATORS)):
            before.append(self.text(index))
            index = self._opening(index) - 1 if self.text(index) in CLOSING else index - 1
        index = span[1]
        while index < len(self.tokens) and self.text(index) not in CLOSING and self.text(index) not in RELATIONS:
            if self.text(index) in SEPARATORS:
                break
            behind.append(self.text(index))
            index = self._closing(index) + 1 if self.text(index) in BRACKETS else index + 1
        return before, behind

    def _differentials(self, span: Span) -> int:
        """How many measures dx, d^3x a span has that are below no fraction and above none."""
        found = 0
        for index in range(*span):
            token = self.tokens[index]
            is_d = token.text == "d" or (token.kind == "word" and token.text.strip() == "d")
            if is_d and self.text(index - 1) not in ("_", "^") and index + 1 < span[1] + 1:
                found += self.text(index + 1) not in ("}", ")", "_", "=", "+", "-")
        return found

    def _may_stand_alone(self, span: Span) -> bool:
        start, end = span
        inside = self.tokens[start:end]
        if not inside or len(inside) > MOST_TOKENS or inside[0].text in ("+", "-", r"\pm", r"\mp"):
            return False
        if self._has_odd_bars(span):
            return False
        if any(WIDE_GAP.search(token.space) for token in inside[1:]) or any(t.text == r"\\" for t in inside):
            return False
        words = [token for k, token in enumerate(inside) if token.kind == "word" and not self._is_below(start + k)]
        if any(JOINS.match(token.text.strip(" ,")) for token in words):
            return False
        if any(token.text in RELATIONS for k, token in enumerate(inside) if not self._is_below(start + k)):
            return False
        return not self._acts_on_more(span)

    def _is_below(self, index: int) -> bool:
        """Whether a token stands in a script."""
        while index >= 0:
            if self.text(index - 1) in ("_", "^"):
                return True
            opening = max((s for s, e in self.closes.items() if s < index < e), default=-1)
            index = opening
        return False

    def _acts_on_more(self, span: Span) -> bool:
        """Whether a span ends in an operator of nothing, which acts on what is behind it or behind its bracket."""
        found = self.at(span[1] - 1)
        if found is None:
            return False
        product = found[0]
        while product.parts[-1].end < span[1] and product.outer is not None:
            product = product.outer[0]
        last = product.parts[-1]
        if last.end != span[1]:
            return False
        if last.kind == "operator":
            return not any(
                self.text(k) not in (*OF_OPERATORS, "^", "_", "{", "}", "2") for k in range(last.start + 1, last.end)
            )
        if last.kind == "fraction" and self.text(last.start) in FRACTIONS:
            middle = self._group_end(last.start + 1)
            above = [token.text for token in self.tokens[last.start + 2 : middle - 1]]
            power = self._group_end(last.start + 4) if above[1:2] == ["^"] else last.start + 3
            return bool(above) and above[0] in OF_OPERATORS and power >= middle - 1
        return last.kind == "bracket" and self._has_operator_of_nothing(last) if product.outer else False

    def _has_operator_of_nothing(self, part: Part) -> bool:
        return any(
            self._acts_on_more(self._whole(product))
            for product in self.products
            if product.outer is not None and product.outer[0].parts[product.outer[1]] is part
        )

    def _called_with_vectors(self) -> Iterator[Span]:
        r"""\psi(\mathbf{r}, t), Y_{lm}(\hat{\mathbf{r}}): a value at a place."""
        for product in self.products:
            for part, behind in zip(product.parts, product.parts[1:], strict=False):
                inside = [token.text for token in self.tokens[behind.start : behind.end]]
                is_call = part.kind == "factor" and behind.kind == "bracket" and inside[:1] == ["("]
                if is_call and not self.is_bold(part) and self.is_bold(behind) and not {"+", "-"} & set(inside):
                    yield part.start, behind.end

    def _is_of_vectors(self, part: Part) -> bool:
        held = {token.text for token in self.tokens[part.start : part.end]}
        return self.is_bold(part) or r"\nabla" in held or bool(held & {r"\vec", r"\mathbf", r"\boldsymbol"})

    # Commands that nobody knows, states

    def _of_unknown(self, place: int) -> Span | None:
        r"""A command with its groups and scripts, \vect{u}; with its bracket where that ends the product, \dive(\rho u)."""
        found = self.at(place)
        if found is None:
            return None
        parts, number = found[0].parts, found[1]
        part = parts[number]
        if part.start != place:
            return None
        behind = parts[number + 1 :]
        if number and parts[number - 1].kind == "sign" and self.text(parts[number - 1].start) != "/":
            return None
        if not behind or (self.text(part.start + 1) == "{" and behind[0].kind != "sign"):
            return part.start, part.end
        if self.text(part.start) in STATES:
            return None
        is_call = behind[0].kind == "bracket" and len(behind) == 1
        return (part.start, behind[0].end) if is_call else None
