r"""Doubts about a whole line: what one place of it says about another.

A letter may be a constant in one place and primed in the next, ab and ba may stand in one line, and
a number may be followed by letters that spell a unit.  These rules look at all of the line
before anything of it is read, or keep what they saw for the reader (`verify.grammar.ambiguities`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import combinations
from typing import Any

import sympy
from sympy.core.function import AppliedUndef

from verify.doubts.acting import ActingReader
from verify.doubts.constants import FIELDS, is_changing_integrand, usually_changing
from verify.doubts.printed import Printed
from verify.grammar.ambiguities import GREEK_INDICES
from verify.grammar.glyphs import BRACKETS, CLOSING, FRACTIONS, RELATIONS, SEPARATORS
from verify.grammar.items import SCRIPTS
from verify.grammar.parser import Token
from verify.grammar.spellings import spelling
from verify.grammar.tokens import BEGINS_ITEM
from verify.grammar.unit_marks import UNIT, UNIT_TEXT, UPRIGHT_UNIT

SPELLED_UNIT = re.compile(rf"(?:{UNIT})+|{UPRIGHT_UNIT}")
BEFORE_A_SIDE = {"", "+", "-", *RELATIONS, *SEPARATORS}
END_OF_TERM = {"+", "-", ".", *RELATIONS, *SEPARATORS}
PRODUCT_SIGNS = {"*", "/", r"\cdot", r"\times", r"\%", r"\bmod"}
ORDERED_INDICES = {r"\delta", r"\epsilon", r"\varepsilon"}
"""With two indices, a symbol with values 0 and 1 or a sign."""
WITH_INDICES = ORDERED_INDICES | {r"\sigma", r"\gamma"}
"""Letters that with some indices are symbols or matrices."""
OPERATOR_IN_SUBSCRIPT = re.compile(r"[-+*/,<>()^]|\\cdot|\\times|\\d?frac|\\tfrac|\\pm")


class LineReader(ActingReader):
    """Looks at the names of the whole line; refuses under `strict` alone."""

    ends: dict[int, int | None] | None = None  # of declared names, until the first name is read
    initials: Collection[str] = ()

    def refuse_doubts(self) -> None:
        """Goes through the line before anything of it is read; raises Ambiguous."""
        self.ends, self.initials = {}, set(map(_initial, self.given))
        self.refuse_doubtful_print()
        self.refuse_doubtful_line()
        self.ends = None

    def declared_end(self, index: int) -> int | None:
        if self.ends is None:
            return super().declared_end(index)
        if index not in self.ends:
            self.ends[index] = super().declared_end(index) if self._may_begin_name(index) else None
        return self.ends[index]

    def _may_begin_name(self, index: int) -> bool:
        """Whether a declared name may begin at `index`; of a sign without scripts its first letter tells."""
        text = self.text(index)
        return _initial(text) in self.initials or text in BEGINS_ITEM or self.text(index + 1) in SCRIPTS

    def refuse_doubtful_line(self) -> None:
        """Goes through the line once for each kind of doubt; raises Ambiguous."""
        if not self.strict:
            return
        self._doubt_remainders()
        self.doubt_labels()
        if self.free:
            self.doubt_letters()
            self.doubt_acting()
            self.doubt_indices()
            self._doubt_italic_units()
            self._doubt_unit_behind_number()
            self._doubt_subscripts()
            self._doubt_spellings()
            self.doubt_upper()
            self.doubt_order()
            for name in self.printed_names:
                self._doubt_symbol(name)

    # Remainders

    def _doubt_remainders(self) -> None:
        r"""-7\bmod 3 and 2+5\bmod 3: of what is the remainder taken?  1 = 7\bmod 3: a remainder or a congruence?"""
        for index, token in enumerate(self.tokens) if r"\bmod" in self.signs else ():
            if token.text != r"\bmod":
                continue
            before, after = list(self._around(index, -1)), list(self._around(index, 1))
            if ({"+", "-"} | PRODUCT_SIGNS) & {*before, *after}:
                self.doubt(r"\bmod", "the remainder of the factor before it", "of all before it", token.column)
            if set(before[-1:]) & RELATIONS.keys():
                self.doubt(r"\bmod", "a remainder", "a congruence", token.column)

    def _around(self, index: int, step: int) -> Iterator[str]:
        """The texts beside a place, outwards, up to the bracket, the relation or the separator that ends them."""
        opening = BRACKETS.keys() if step > 0 else CLOSING
        closing = CLOSING if step > 0 else BRACKETS.keys()
        depth, place = 0, index + step
        while 0 <= place < len(self.tokens):
            text = self.text(place)
            depth += (text in opening) - (text in closing)
            if depth < 0 or (depth == 0 and text in SEPARATORS):
                return
            if depth == 0:
                yield text
            if depth == 0 and text in RELATIONS:
                return
            place += step

    # Numbers

    def _doubt_italic_units(self) -> None:
        """5 mm in italics: a unit, or a product of letters?"""
        for index, end in self._spelled_units.items():
            if self._may_be_unit(index, end):
                text = self._spelled(index, end)
                self.doubt(text, "a unit", "a product of quantities", self.tokens[index].column)

    def _doubt_unit_behind_number(self) -> None:
        """3m/s and 13.6eV as a whole side: a number with its unit, or a product of quantities?"""
        for index in range(1, len(self.tokens)):
            is_ev = self.tokens[index].text == "e" and self.text(index + 1) == "V"
            if is_ev and self._end_of_declared(index + 1) is None and self._is_amount(index - 1):
                self.doubt("eV", "a unit", "a product of quantities", self.tokens[index].column)
            if self.tokens[index - 1].kind != "number" or self.text(index - 2) not in BEFORE_A_SIDE:
                continue
            end = index
            while end < len(self.tokens) and self.text(end) not in END_OF_TERM:
                end += 1
            if end < index + 2 or not self._spells_unit(index, end):
                continue
            self.doubt(self._spelled(index, end), "a unit", "a product of quantities", self.tokens[index].column)

    def _spells_unit(self, index: int, end: int) -> bool:
        """Whether letters, not all of them declared, a slash and powers spell a unit."""
        letters = [place for place in range(index, end) if self.is_letter(place)]
        if all(self._end_of_declared(place) is not None for place in letters):
            return False
        text = self._spelled(index, end).replace("{", "").replace("}", "").replace(r"\cdot", "·")
        return bool(UNIT_TEXT.fullmatch(text)) and ("/" in text or "V" in text)

    @cached_property
    def _spelled_units(self) -> dict[int, int]:
        """Where undeclared letters behind a number spell a unit, and where they end."""
        found: dict[int, int] = {}
        for index in range(1, len(self.tokens)):
            if not self.is_letter(index) or not self._is_amount(index - 1):
                continue
            end = index
            while end < len(self.tokens) and self.is_letter(end) and self._end_of_declared(end) is None:
                end += 1
            if self.text(end) not in ("_", "'") and SPELLED_UNIT.fullmatch(self._spelled(index, end)):
                found[index] = end
        return found

    def _spelled(self, index: int, end: int) -> str:
        return "".join({r"\mu": "µ", r"\Omega": "Ω"}.get(token.text, token.text) for token in self.tokens[index:end])

    def _is_amount(self, index: int) -> bool:
        """Whether a plain number or a power of ten ends at `index`."""
        before = self.text(index - 1)
        plain = self.tokens[index].kind == "number" and before not in ("^", "_", "}")
        return plain or self._ends_power_of_ten(index) or self._ends_fraction(index)

    def _ends_fraction(self, index: int) -> bool:
        """Whether a fraction of two numbers ends at `index`."""
        starts = range(max(0, index - 6), index)
        return self.text(index) == "}" and any(
            self.text(start) in FRACTIONS and self._is_plain_fraction(start) and self._end_of_fraction(start) == index
            for start in starts
        )

    def _end_of_fraction(self, start: int) -> int:
        first = self.closing(start + 1) if self.text(start + 1) == "{" else start + 1
        return self.closing(first + 1)

    def _ends_power_of_ten(self, index: int) -> bool:
        """Whether 10^n or 10^{n} ends at `index`."""
        if "10" not in self.signs:
            return False
        opening = index
        while self.text(index) == "}" and opening > 0 and self.text(opening) != "{":
            opening -= 1
        return self.text(opening - 1) == "^" and self.text(opening - 2) == "10"

    def _may_be_unit(self, index: int, end: int) -> bool:
        """Several letters behind a gap, or a side that has no letters but such ones.

        One letter without a gap, 2m, is a product unless all that is compared is of this kind: 1h = 3600s.
        """
        space = self.tokens[index].space
        gap = bool(space.strip()) or "~" in space
        units = {place for start, stop in self._spelled_units.items() for place in range(start, stop)}
        alone = all(place in units for place in self._side_around(index) if self.is_letter(place))
        if end - index > 1:
            return gap or alone
        return alone and (gap or self._compares_units())

    def _compares_units(self) -> bool:
        """Whether all letters of the line could be units, of more than one kind."""
        letters = {self.text(index) for index in range(len(self.tokens)) if self.is_letter(index)}
        return len(letters) > 1 and all(re.fullmatch(UPRIGHT_UNIT, letter) for letter in letters)

    def _side_around(self, index: int) -> Iterator[int]:
        """The places of the side in which `index` stands, whatever its brackets."""
        ends = RELATIONS.keys() | SEPARATORS
        start = index
        while start > 0 and self.text(start - 1) not in ends:
            start -= 1
        while start < len(self.tokens) and self.text(start) not in ends:
            yield start
            start += 1

    # Names

    def _doubt_subscripts(self) -> None:
        r"""a_{n+1} and a_{1+n}, a_{i,j} and a_{ij}, T_{\max} and T_{max}: one quantity or two?"""
        subscripted = {name.text: name for name in self.printed_names if name.subscript}
        for one, other in combinations(subscripted.values(), 2):
            if one.letter != other.letter or one.subscript == other.subscript:
                continue
            if {one.subscript, other.subscript} <= {"+", "-", "*"}:
                continue
            computed = OPERATOR_IN_SUBSCRIPT.search(one.subscript + other.subscript)
            if computed or _bare(one.subscript) == _bare(other.subscript):
                column = self.tokens[other.start].column
                self.doubt(f"{one.text} beside {other.text}", "one quantity", "two", column)

    def _doubt_spellings(self) -> None:
        r"""\mathbf E beside \vec E, \varepsilon_0 beside \epsilon_0: one quantity or two?"""
        known = {spelling(name): name for name in self.given}
        for name in self.printed_names:
            other = known.setdefault(spelling(name.text), name.text)
            if other != name.text:
                self.doubt(f"{name.text} beside {other}", "one quantity", "two", self.tokens[name.start].column)

    def _doubt_symbol(self, name: Printed) -> None:
        r"""\delta_{ij}, \mathbb 1, \sigma_x, \gamma_5, and j beside e^{ix}: signs with a meaning of their own."""
        column = self.tokens[name.start].column
        marks = re.findall(r"\\[A-Za-z]+|[A-Za-z0-9]", name.subscript) if name.letter in WITH_INDICES else []
        if name.letter in ORDERED_INDICES and len(marks) > 1:
            self.doubt(name.text, "a symbol of Kronecker or Levi-Civita", "a quantity", column)
        if name.text in (r"\mathbb{1}", r"\mathbb{I}", r"\mathbf{1}", r"\boldsymbol{1}"):
            self.doubt(name.text, "the unit matrix", "a quantity", column)
        spin = name.letter == r"\sigma" and marks in [[one] for one in "xyz123"]
        dirac = name.letter == r"\gamma" and (marks == ["5"] or (len(marks) == 1 and marks[0] in GREEK_INDICES))
        if spin or dirac:
            self.doubt(name.text, "a matrix", "a number", column)
        if name.text == "j" and not self._is_index_of_sum("j") and self._is_engineers(name):
            self.doubt("j", "the imaginary unit", "a quantity", column)
        raised = {token.text for token in self.inside(name.end + 1)} if self.text(name.end) == "^" else set()
        if (name.text == r"\sigma" and raised <= {*"xyz+-"} and raised) or (name.text == r"\gamma" and raised == {"5"}):
            self.doubt(name.text + "^…", "a matrix", "a power", column)

    def _is_engineers(self, name: Printed) -> bool:
        r"""Whether j stands as an imaginary unit does: a + jb, j\omega, 1/j, jj, ij, or beside e^{ix}."""
        before, after = self.text(name.start - 1), self.text(name.end)
        if after in (r"\cdot", "*"):
            after = self.text(name.end + 1)
        inverse = before == "/" or (before == "{" and self.text(name.start - 2) == "}")
        in_sum = before in ("+", "-") and self.is_letter(name.end)
        beside = after in ("i", "j", "k", r"\omega") or before in ("i", r"\omega")
        return inverse or in_sum or beside or self._shows_imaginary_unit()

    def _is_index_of_sum(self, letter: str) -> bool:
        texts = [token.text for token in self.tokens]
        return any(
            texts[k : k + 4] == [sign, "_", "{", letter] for k in range(len(texts)) for sign in (r"\sum", r"\prod")
        )

    def _shows_imaginary_unit(self) -> bool:
        """Whether a power of e with i or j, a power of j or a root of -1 stands in the line."""
        for index in range(len(self.tokens)):
            text, raised = self.text(index), {token.text for token in self.inside(index + 2)}
            if self.text(index + 1) == "^" and (text == "j" or (text == "e" and raised & {"i", "j"})):
                return True
            root = [token.text for token in self.inside(index + 1)] if text == r"\sqrt" else []
            if root == ["-", "1"] or text == r"\exp":
                return True
        return False

    # Letters that depend on a variable

    def doubt_constants(self, operand: Any, variables: list[Any], token: Token, what: str) -> None:
        """Letters under d/dx or an integral over x that the line shows primed, dotted or with x as an index, and those that are
        no constants as a rule (`verify.doubts.constants`)."""
        if not self.strict:
            return
        over = {getattr(variable, "name", "") for variable in variables}
        changing = {name.letter for name in self.printed_names if self._depends(name, over)}
        usual = usually_changing(over, what)
        lone = what == "under an integral" and not operand.has(*variables)
        called = operand.atoms(AppliedUndef) if what == "under a partial derivative" else ()
        placed = operand.xreplace({one: sympy.Dummy() for one in called})  # x of u(x, t) is held fixed under ∂/∂t
        for letter in sorted(placed.free_symbols, key=str):
            text = getattr(letter, "name", "")
            if isinstance(letter, sympy.Dummy) or text in over or text in self.given:
                continue
            is_free = lone and text not in self.inner and is_changing_integrand(letter, operand, over)
            if Printed(text, 0, 0).letter in changing or text in usual or is_free:
                constant = f"a constant, which does not depend on {', '.join(sorted(over))}"
                self.doubt(f"{text} {what}", "a function of the variable", constant, token.column)

    def doubt_divergence(self, operand: Any, variable: Any, token: Token) -> None:
        r"""\frac{1}{r^2}\frac{d}{dr}(r^2E) is the divergence of a field, and the field depends on r."""
        index = next((place for place, one in enumerate(self.tokens) if one is token), 0)
        if not self.strict or getattr(variable, "name", "") not in self._below_before(index):
            return
        for letter in sorted(operand.free_symbols - {variable}, key=str):
            if Printed(letter.name, 0, 0).letter in FIELDS and letter.name not in self.given:
                self.doubt(
                    f"{letter.name} under a divergence", "a function of the variable", "a constant", token.column
                )

    def _below_before(self, index: int) -> set[str]:
        """The texts in the denominator of the fraction that ends before `index`."""
        found: set[str] = set()
        for start in range(max(0, index - 15), index):
            if self.text(start) in FRACTIONS:
                first = self.closing(start + 1) if self.text(start + 1) == "{" else start + 1
                end = self.closing(first + 1) if self.text(first + 1) == "{" else first + 1
                found |= {token.text for token in self.tokens[first + 1 : end + 1]} if end + 1 == index else set()
        return found

    @staticmethod
    def _depends(name: Printed, over: set[str]) -> bool:
        if name.text in over:
            return False
        marks = set(re.findall(r"\\[A-Za-z]+|[A-Za-z]", name.subscript))
        return name.is_changing or bool(marks & over)


def _initial(name: str) -> str:
    """The first letter of a name, of a command with its backslash."""
    return name[:2] if name.startswith("\\") else name[:1]


def _bare(subscript: str) -> str:
    """A subscript without what its writing may vary in: backslashes, commas, braces, gaps; digits in any place."""
    plain = re.sub(r"[^A-Za-z0-9]", "", subscript)
    mixed = re.search("[0-9]", plain) and re.search("[A-Za-z]", plain)
    return "".join(sorted(plain)) if mixed else plain
