r"""Sums and products: \sum_{i=1}^N, \sum_{i<j}, \sum_{j\ne i}, \sum J_i with a range that is given."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

import sympy

from verify.grammar.glyphs import BRACKETS, CLOSING, RELATIONS, SEPARATORS, SUM
from verify.grammar.names import NameReader
from verify.grammar.parser import ParseError, Token, build, negated, safe_product, safe_sum
from verify.grammar.tokens import normal_form
from verify.regularity.written import binding
from verify.regularity.written import bound as bound_terms

WHOLE = r"\dots"
"""What the name of a function ends with that is a sum or an integral over what is not declared."""
OPEN_RANGE = ("over all that have the index", "between limits that are to be declared")
FAMILY = ("of terms that depend on the index", "of terms that do not")


@dataclass(frozen=True)
class Index:
    """A summation index: its name on the page, its symbol, its range, and a value that is left out."""

    name: str
    symbol: Any
    low: Any
    high: Any
    excluded: Any = None


class SumReader(NameReader):
    """What follows \\sum and \\prod."""

    def summed(self, token: Token) -> Any:
        lower = upper = None
        while self.at("_", "^"):
            if self.advance().text == "_":
                lower = (self.position, self.item_end(self.position))
                self.position = lower[1]
            else:
                upper = self.argument()
        if self.accepted is not None and self._has_open_range(token, lower, upper):
            return self._as_a_whole(token, lower, OPEN_RANGE if upper is None else FAMILY)
        indices = self._indices(token, lower, upper)
        names = {index.name: index.symbol for index in indices}
        start = self.position
        with self.bound(names), ExitStack() as inside:
            lost = [inside.enter_context(binding(symbol)) for symbol in names.values()]
            body = self.expression(SUM)
        for index, parts in zip(indices, lost, strict=True):
            bound_terms(parts, index.symbol, index.low, index.high)
        self.summed_over |= set(names)
        if token.text == r"\prod" and {"*", "/", r"\cdot", r"\times"} & set(self._at_top(start, self.position)):
            self.doubt("a product over a product", "all factors are multiplied up", "only the first", token.column)
        self._doubt_end(token, body, indices)
        if lower is None:
            indices = [index for index in indices if body.has(index.symbol)]
            if len(indices) != 1:
                raise ParseError(f"{token.text} has no index that is printed or clear from its terms", token.column)
        return self._sum_over(indices, body, token)

    def _has_open_range(self, token: Token, lower: tuple[int, int] | None, upper: Any) -> bool:
        """Whether nobody knows over what is summed, or the terms have the index below them as a family that is not declared."""
        try:
            indices = {index.name for index in self._indices(token, lower, upper)}
        except ParseError:
            return lower is not None
        families = self.notation.subscripted.keys() | self.names.keys()
        return any(
            self.text(place) == "_"
            and indices & {one.text for one in self.inside(place + 1)}
            and self.text(place - 1) not in families
            for place in range(self.position, self.term_end(self.position))
        )

    def _as_a_whole(self, token: Token, lower: tuple[int, int] | None, readings: tuple[str, str]) -> Any:
        r"""\sum_s w_s as a function of its terms, of which nothing else is known."""
        start = next(place for place, one in enumerate(self.tokens) if one is token)
        label = f"{normal_form(self.tokens[start : self.position])}{WHOLE}"
        self.doubt(label.removesuffix(WHOLE), *readings, token.column)
        body = self.expression(SUM)
        letters = {one.text for one in self.tokens[slice(*lower)] if one.kind == "letter"} if lower else set()
        rest = {self.text(place) for place in range(self.position, self.term_end(self.position + 1))}
        if self.at("+", "-") and letters & rest:
            self.doubt(label, "the sum ends before the sign", "it goes on behind it", token.column)
        return build(token.column, self.functions.get(label) or sympy.Function(label), body)

    def _doubt_end(self, token: Token, body: Any, indices: list[Index]) -> None:
        r"""\sum_k 2k - 1: where does the sum end?

        Not in doubt are another sum behind it, and what is added to a sum of infinitely many terms that go to
        zero: each of them can take nothing up that does not go to zero as well.
        """
        if self.binding(self.peek()) != SUM:
            return
        start = self.position + self.at(r"\\")
        rest = self.term_end(start + 1)
        if {r"\sum", r"\prod"} & {self.text(place) for place in range(start, rest)}:
            return
        if token.text == r"\sum" and any(_dies_out(body, index) for index in indices):
            return
        one, other = "the sum ends before the sign", "it goes on behind it"
        self.doubt(f"{token.text}…{self.text(start)}…", one, other, self.tokens[start].column)

    def term_end(self, index: int) -> int:
        """Where the next sign of a sum, the relation or the bracket that ends a term stands."""
        depth = 0
        for place in range(index, self.stop):
            text = self.text(place)
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0 or (depth == 0 and (text in ("+", "-") or text in RELATIONS or text in SEPARATORS)):
                return place
        return self.stop

    def _sum_over(self, indices: list[Index], body: Any, token: Token) -> Any:
        """Sums of sums, innermost index first.  Terms without the index are refused: a name such as
        m_i that is declared as one symbol would silently count as equal for all i."""
        kind = sympy.Sum if token.text == r"\sum" else sympy.Product
        for index in indices:
            if not body.is_number and not body.has(index.symbol):
                raise ParseError(f"as declared, no term depends on the index {index.name}", token.column)
        for index in indices:
            if index.excluded is not None:
                if kind is sympy.Product:
                    raise ParseError(r"a product over all other indices is not supported", token.column)
                body = safe_product((body, self._others(index, token)), token.column)
            body = build(token.column, kind, body, (index.symbol, index.low, index.high))
        return body

    @staticmethod
    def _others(index: Index, token: Token) -> Any:
        """1, but 0 at the value that is left out."""
        same = build(token.column, sympy.KroneckerDelta, index.symbol, index.excluded)
        return safe_sum((sympy.S.One, negated(same, token.column)), token.column)

    def _indices(self, token: Token, lower: tuple[int, int] | None, upper: Any) -> list[Index]:
        """The indices under a sum with their ranges, innermost first; all that have a range if none is printed."""
        if lower is None and upper is None and self.ranges:
            return [self._ranged(name) for name in self.ranges]
        texts = [t.text for t in self.tokens[slice(*lower)] if t.text not in "{}"] if lower else []
        if "=" in texts and upper is not None and lower is not None:
            return [self._from_to(lower, upper)]
        relation = next((text for text in texts if text in RELATIONS and text != "="), None)
        if relation and re.fullmatch(r"\w+ \( \S+ \w+ \)", " ".join(texts)):  # j(\ne i)
            texts = [text for text in texts if text not in "()"]
        parts = [part for part in texts if part not in (",", relation)]
        if parts and len(parts) <= 2 and all(part in self.ranges for part in parts):
            if upper is not None or relation in ("<", ">"):
                self._check_range(parts, upper, token)
            return self._by_relation(parts, RELATIONS[relation] if relation else None, token)
        raise ParseError(
            f"the limits of {token.text} are not printed",
            token.column,
            rf"{token.text}_{{i=a}}^{{b}}, or the range of its index",
        )

    def _check_range(self, parts: list[str], upper: Any, token: Token) -> None:
        """Pairs i<j run over one range, and an upper limit that is printed is its end."""
        ranges = [self.ranges[part] for part in parts]
        if len(set(ranges)) > 1:
            raise ParseError(f"the indices under {token.text} have different ranges", token.column, "one range")
        if upper is not None and upper != ranges[0][1]:
            raise ParseError(
                f"{token.text} ends at {upper}, the range of {parts[0]} at {ranges[0][1]}", token.column, "the same end"
            )

    def _from_to(self, lower: tuple[int, int], upper: Any) -> Index:
        after, stop = self.position, self.stop
        self.position, self.stop = lower[0], lower[1]
        self.expect("{")
        if not self._is_letter_of_index(self.position):
            raise ParseError(f"{self.peek().text} is no index", self.peek().column, "a letter")
        name, self.position = self.atom(self.position)
        self.expect("=")
        with self.bars(False):
            low = self.expression()
        self.expect("}")
        self.position, self.stop = after, stop
        return Index(name, self.index(name), low, upper)

    def _is_letter_of_index(self, index: int) -> bool:
        r"""Whether a letter or a declared name stands there: no number, no \pi, and no command that prints a sign."""
        first = index + (self.text(index) == "{")
        return self.declared_end(index) is not None or (self.is_letter(first) and self.text(first) != r"\pi")

    def _ranged(self, name: str) -> Index:
        return Index(name, self.index(name), *self.ranges[name])

    def _by_relation(self, parts: list[str], relation: str | None, token: Token) -> list[Index]:
        """i<j sums over both, j\\ne i over j alone, with a factor that is zero at j = i."""
        inner = self._ranged(parts[0])
        if len(parts) == 1:
            return [inner]
        outer = self._ranged(parts[1])
        if relation == "!=":
            return [replace(inner, excluded=outer.symbol)]
        below = safe_sum((outer.symbol, sympy.S.NegativeOne), token.column)
        above = safe_sum((outer.symbol, sympy.S.One), token.column)
        limits = {
            None: (inner.low, inner.high),
            "<": (inner.low, below),
            "<=": (inner.low, outer.symbol),
            ">": (above, inner.high),
            ">=": (outer.symbol, inner.high),
        }
        if relation not in limits:
            raise ParseError(f"the relation {relation} under {token.text}", token.column, "<, > or \\ne")
        low, high = limits[relation]
        return [replace(inner, low=low, high=high), outer]


def _dies_out(body: Any, index: Index) -> bool:
    """Whether the terms of an infinite sum go to zero, as far as it is seen: this only spares a question."""
    degree = _degree(body, index.symbol)
    return index.high is sympy.oo and degree is not None and degree < 0


def _degree(expr: Any, k: Any) -> Any:
    """How a term grows with its index, as a power of it: k/(k^2+1) as -1, x^k and 1/k! as -oo; None where it is not seen."""
    if not expr.has(k):
        return sympy.S.Zero
    if expr == k:
        return sympy.S.One
    if isinstance(expr, sympy.exp) or (isinstance(expr, sympy.Pow) and expr.exp.has(k)):
        return sympy.S.Zero if expr.as_base_exp()[0] == -1 else sympy.S.NegativeInfinity
    if isinstance(expr, sympy.Pow) and expr.exp.is_Rational:
        if isinstance(expr.base, sympy.factorial):
            return sympy.S.NegativeInfinity if expr.exp < 0 else None
        inner = _degree(expr.base, k)
        return None if inner is None else expr.exp * inner
    if isinstance(expr, (sympy.Add, sympy.Mul)):
        parts = [_degree(part, k) for part in expr.args]
        if None in parts:
            return None
        return max(parts) if isinstance(expr, sympy.Add) else sympy.Add(*parts)
    return None
