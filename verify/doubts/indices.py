r"""Indices: g^{tt}, v^x, u^a u_a, T_{ii}: components and sums to one reader, powers and labels to another.

A letter raised on a letter is a power as a rule only for some letters (x^n), and where the line
shows that it is one: in an exponent with arithmetic, n - 1, on a number or a product in
brackets, 2^n and (ab)^x, or behind the sum that runs over it.  Every rule refuses under
`strict`; what is declared is what it is declared to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from verify.grammar.ambiguities import GREEK_INDICES, SUMMED_INDICES
from verify.grammar.glyphs import BRACKETS, CLOSING, FRACTIONS, LETTERS, RELATIONS, SEPARATORS
from verify.grammar.names import NameReader
from verify.grammar.parser import Token
from verify.grammar.tokens import ACCENTS

COMPONENTS = {*"abcijklrtxyz", r"\theta", r"\phi", r"\varphi", r"\mu", r"\nu"}
"""A superscript of one such letter is a component as often as a power."""
OF_MATRICES = {*"cHtTD"}
"""Raised on a capital letter: complement, adjoint, transpose."""
EXPONENTS = {*"nNpqs", r"\gamma"}
"""Letters that are powers even on several bases: x^n + y^n = z^n."""
SUMMED = {*"abcdijklmn", *GREEK_INDICES}
"""Indices of which two in one product are summed over, to many readers."""
FAMILIES = ({*"ijkl"}, {*"abcd"}, {*"mn"}, GREEK_INDICES)
ARITHMETIC = {"+", "-", "/", r"\cdot", "!"}
NO_BASE = {"e", r"\prod", r"\sum", r"\int", "]", "|", "}", ")", ""}
SUMS = {r"\sum", r"\prod"}
Lowered = tuple[str, set[str], int]
"""A name with its index, the letters of the index, and its column."""


class IndexReader(NameReader):
    """Looks at the scripts of the whole line; refuses under `strict` alone."""

    def doubt_indices(self) -> None:
        """Goes through all scripts; raises Ambiguous."""
        lowered = 0
        for index in range(len(self.tokens)):
            text = self.tokens[index].text
            if text == "^":
                self._doubt_raised(index)
            elif text == "_":
                self._doubt_lowered(index)
                lowered += self.is_letter(index - 1) and bool(self._lowered(index - 1))
        for names in self._products() if lowered > 1 else ():
            self._doubt_sum_over_index(names)

    def refuse_doubtful_superscripts(self) -> None:
        """The superscripts alone; raises Ambiguous."""
        for index in range(len(self.tokens)):
            self._doubt_superscript(index)

    def refuse_raised_indices(self) -> None:
        """The superscripts alone; raises Ambiguous."""
        for index in range(len(self.tokens)):
            if self.text(index) == "^":
                self._doubt_raised(index)

    @staticmethod
    def _is_script_letter(token: Token) -> bool:
        return token.kind == "letter" or (token.text != r"\pi" and token.text.removeprefix("\\") in LETTERS)

    # Superscripts

    def _doubt_raised(self, index: int) -> None:
        raised, base, column = self.inside(index + 1), self._letter_below(index), self.tokens[index].column
        if base == "e" and raised and all(map(self._is_script_letter, raised)) and self._has_lowered("e"):
            self.doubt("e^…", "the exponential", "a component beside e_…", column)
        if not raised or base in NO_BASE or self._is_number_end(index) or self.is_inside_name(index):
            return
        shown = "^{" + "".join(token.text for token in raised) + "}"
        if raised[0].text in ACCENTS:
            self.doubt(shown, "a power", "a falling factorial, a component or a label", column)
        letters = [token.text for token in raised if self._is_script_letter(token)]
        marks = [token.text for token in raised if not self._is_script_letter(token)]
        if not letters or any(self.declared(letter) for letter in letters):
            return
        if not marks and self._may_be_index(letters, base):
            self.doubt(shown, "a power", "a component or a label", column)
        if marks == ["-"] and letters[0] in OF_MATRICES and base.isupper():
            self.doubt(shown, "a power", "an inverse transpose", column)
        if len(raised) == 2 and (raised[1].kind == "number" or marks in (["0"], ["1"])):
            self.doubt(shown, "a power", "a component", column)

    def _letter_below(self, index: int) -> str:
        """What is raised at `index`; of one name in braces, \\dot{v} or {v_1}, its letter."""
        base = self._base(index)
        opening = self._opening(index - 1) if base == "}" else -1
        if base != "}" or opening < 0:
            return base
        first = next((k for k in range(opening + 1, index) if self.text(k) not in ACCENTS | {"{"}), index)
        accented = self.text(opening - 1) in ACCENTS
        alone = self.text(first + 1) in ("}", "_", "'") and self.text(opening - 1) not in (
            "_",
            "^",
            "}",
            *FRACTIONS,
            r"\sqrt",
        )
        return self.text(first) if self.is_letter(first) and (accented or alone) else base

    def _opening(self, end: int) -> int:
        """Where the brace that closes at `end` opens; -1 if nowhere."""
        depth = 0
        for place in range(end, -1, -1):
            depth += (self.text(place) == "}") - (self.text(place) == "{")
            if depth == 0:
                return place
        return -1

    def _has_lowered(self, letter: str) -> bool:
        return any(self.text(k) == letter and self.text(k + 1) == "_" for k in range(len(self.tokens)))

    def _may_be_index(self, letters: list[str], base: str) -> bool:
        """Whether letters raised on a base may be indices: they are some elsewhere, or nothing shows a power."""
        if set(letters) & self.subscript_letters():
            return True
        if any(letter in self._powers for letter in letters):
            return False
        return len(letters) > 1 or self._may_be_component(letters[0], base)

    def _may_be_component(self, letter: str, base: str) -> bool:
        on_matrix = letter in OF_MATRICES and base.isupper()
        on_several = letter not in EXPONENTS and len(self._bases_of(letter)) > 1 and not self._stands_alone(letter)
        return letter in COMPONENTS or on_matrix or on_several

    def _stands_alone(self, letter: str) -> bool:
        """Whether a letter is a quantity of the line and no mere script: N(d) = R^d/a^d."""
        index = 0
        while index < len(self.tokens):
            if self.text(index) == letter and self.text(index - 1) not in ("d", r"\partial"):
                return True
            index = self._after_script(index) if self.text(index) in ("_", "^") else index + 1
        return False

    def _bases_of(self, letter: str) -> set[str]:
        """The letters on which a letter stands raised alone."""
        return self._bases.get(letter, set())

    @cached_property
    def _bases(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for index in range(1, len(self.tokens)):
            raised = self.inside(index + 1) if self.text(index) == "^" else []
            if len(raised) == 1 and (base := self._letter_below(index)) not in NO_BASE:
                found.setdefault(raised[0].text, set()).add(base)
        return found

    @cached_property
    def _powers(self) -> set[str]:
        """Letters that the line shows to be powers somewhere."""
        found: set[str] = set()
        for index in range(1, len(self.tokens)):
            if self.text(index) == "^" and self._shows_power(index):
                found |= {token.text for token in self.inside(index + 1)}
            if self.text(index - 1) in (r"\ln", r"\log"):
                found |= self._raised_on(self.text(index))
            if self.text(index - 1) in SUMS and len(self._bases_of(self.text(index + 2))) == 1:
                found |= {self.text(index + 2)}
        return found

    def _shows_power(self, index: int) -> bool:
        raised = self.inside(index + 1)
        counts = len(raised) > 1 and raised[0].text.isdigit() and int(raised[0].text[:3]) > 1
        if counts or {token.text for token in raised} & ARITHMETIC:
            return True
        if self.text(index - 1) == "e" or self._is_number_end(index) or self.text(index - 2) in (r"\ln", r"\log"):
            return True
        bracket = self._bracket_before(index - 1) if self.text(index - 1) == ")" else ["+"]
        return not {"+", "-"} & set(bracket) or any(text.isdigit() for text in bracket)

    def _bracket_before(self, end: int) -> list[str]:
        """The texts at the top of the bracket that closes at `end`."""
        start = next((k for k in range(end, -1, -1) if self.text(k) in BRACKETS and self.closing(k) == end), end)
        return list(self._at_top(start + 1, end))

    def _raised_on(self, base: str) -> set[str]:
        marks = [k for k in range(1, len(self.tokens)) if self.text(k) == "^" and self.text(k - 1) == base]
        return {token.text for index in marks for token in self.inside(index + 1)}

    # Subscripts

    def _doubt_lowered(self, index: int) -> None:
        """A_{(a}B_{b)}: brackets over several names; T_{ii}: a sum over the repeated index."""
        column = self.tokens[index].column
        texts = self._in_braces(index + 1)
        shown = "_{" + "".join(texts) + "}"
        if any(texts.count(opening) != texts.count(closing) for opening, closing in ("()", "[]")):
            self.doubt(shown, "indices in brackets that close elsewhere", "a name", column)
        if self.text(index - 1) in SUMS or self._end_of_declared(index - 1) is not None:
            return
        repeated = {text for text in texts if texts.count(text) > 1}
        are_indices = len(texts) == 2 or any(set(texts) <= family for family in FAMILIES)
        if are_indices and repeated & SUMMED:
            self.doubt(shown, "a sum over the repeated index", "one component", column)

    def _in_braces(self, index: int) -> list[str]:
        """The texts of the group or the one token at `index`, whatever brackets open or close in it."""
        if self.text(index) != "{":
            return [self.text(index)]
        depth, texts = 0, []
        for token in self.tokens[index:]:
            depth += (token.text == "{") - (token.text == "}")
            if depth == 0:
                break
            texts.append(token.text)
        return texts[1:]

    def _doubt_sum_over_index(self, names: list[Lowered]) -> None:
        """x_i x_i, x_a y_a and u_m B u_m in one product."""
        printed = self._printed_sums
        for place, (text, letters, column) in enumerate(names):
            for other, others, _ in names[:place]:
                if (letters & others & SUMMED) - printed or (text == other and not letters & printed):
                    self.doubt(f"{other}…{text}", "a sum over the repeated index", "a product without one", column)

    @cached_property
    def _printed_sums(self) -> set[str]:
        """The letters over which the line prints a sum."""
        places = (k + 2 + (self.text(k + 2) == "{") for k, token in enumerate(self.tokens) if token.text in SUMS)
        return {self.text(place) for place in places}

    def doubt_repeated_index(self, names: list[str]) -> None:
        """x_i x_i in one product: a sum over i is understood, or none is."""
        letters = [re.findall(r"\\[A-Za-z]+|[A-Za-z]", name.partition("_")[2]) for name in names]
        pure = [set(found) for found, name in zip(letters, names, strict=True) if set(found) <= SUMMED_INDICES]
        for place, one in enumerate(pure):
            if any((one & other) - self._printed_sums for other in pure[place + 1 :]):
                self.doubt("".join(names), "a sum over the repeated index", "a product without one", self.peek().column)

    def _products(self) -> Iterator[list[Lowered]]:
        """The undeclared names with indices alone below them, by the products in which they stand."""
        stack: list[list[Lowered]] = [[]]
        numerators: set[int] = set()
        index = 0
        while index < len(self.tokens):
            text, end = self.text(index), self._end_of_declared(index)
            if text in ("+", "-", "/") or text in RELATIONS or text in SEPARATORS:
                yield stack.pop()
                stack.append([])
            elif text in BRACKETS:
                stack.append([])
                numerators |= {self.closing(index)} if self.text(index - 1) in FRACTIONS else set()
            elif text in CLOSING and len(stack) > 1:
                names = stack.pop()
                yield names
                stack[-1] += names if index in numerators else []
            elif end is None and self.is_letter(index) and self.text(index + 1) == "_":
                stack[-1] += self._lowered(index)
            if end is not None and end > index:
                index = end
            elif text in ("_", "^"):
                index = self._after_script(index)
            else:
                index += 1
        yield from stack

    def _lowered(self, index: int) -> list[Lowered]:
        inside = self.inside(index + 2)
        letters = {token.text for token in inside}
        indices = len(inside) == 1 or any(letters <= family for family in FAMILIES)
        if not indices or not all(map(self._is_script_letter, inside)):
            return []
        return [("_".join((self.text(index), "".join(t.text for t in inside))), letters, self.tokens[index].column)]

    def _after_script(self, index: int) -> int:
        """Where the script that the mark at `index` begins ends."""
        return self.closing(index + 1) + 1 if self.text(index + 1) == "{" else index + 2
