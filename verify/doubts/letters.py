r"""Letters that are more than quantities: operators, accents over formulas, i and π, a printed star.

\Delta\frac1r and \mathcal L f act on what follows, \dot{(ab)} is a derivative and no name, i is a
current as well as the imaginary unit, f * g is a convolution.  Every rule looks at the tokens of
the whole line and refuses under `strict`; what is declared is what it is declared to be.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.doubts.indices import IndexReader
from verify.grammar.glyphs import BRACKETS, CLOSING, COMMAND_FUNCTIONS, FRACTIONS, RELATIONS, SEPARATORS
from verify.grammar.tokens import ACCENTS

CALLIGRAPHIC = {r"\mathcal", r"\mathscr"}
ON_STATES = {*"HLDPQUTJSAp"}
"""Letters that before a wave function act on it as a rule."""
STATES = {r"\psi", r"\Psi"}
TRANSFORMS = {*"LFDHPT"}
"""Calligraphic letters that act on what follows as a rule."""
DIFFERENCES = {r"\Delta", r"\delta", "D"}
ACTED_ON = FRACTIONS | COMMAND_FUNCTIONS | {r"\sum", r"\prod", r"\int", r"\sqrt", "|", r"\left|", "["}
ELECTRIC = {*"RrLCZUVtq"}
"""Letters beside which i is a current."""
MORE_THAN_QUANTITIES = ACCENTS | CALLIGRAPHIC | DIFFERENCES | ON_STATES | FRACTIONS | {"*", "i", r"\pi"}
"""Signs of which there is a doubt."""
INVERSE = {rf"\{arc}{name}" for arc in ("arc", "a") for name in ("sin", "cos", "tan")}


class LetterReader(IndexReader):
    """Looks at single signs and what stands beside them."""

    def doubt_letters(self) -> None:
        """Goes through all tokens; raises Ambiguous."""
        for index in range(len(self.tokens)):
            if self.tokens[index].text not in MORE_THAN_QUANTITIES or self._end_of_declared(index) is not None:
                continue
            self._doubt_accent(index)
            self._doubt_operator(index)
            self._doubt_calligraphic(index)
            self._doubt_material(index)
            self._doubt_star(index)
            self._doubt_imaginary(index)
            self._doubt_pi(index)
        self._doubt_inverse_in_degrees()

    def _shown(self, index: int, end: int) -> str:
        return "".join(token.text for token in self.tokens[index:end])

    # Accents

    def _doubt_accent(self, index: int) -> None:
        r"""\dot{(ab)}, \vec{AB}, \mathbf{2x}: what is under an accent must be one letter."""
        if self.text(index) in ACCENTS and not self._is_one_letter(index + 1, {self.text(index)}):
            column = self.tokens[index].column
            self.doubt(f"{self.text(index)}{{…}}", "a name", "an operation on what is under it", column)

    def _is_one_letter(self, index: int, above: set[str]) -> bool:
        """Whether a letter with subscripts and further accents fills the item at `index`; dots over dots are none."""
        start, end = index, index + 1
        if self.text(index) == "{":
            start, end = index + 1, self.closing(index)
        if self.text(start) in ACCENTS:
            both_dots = r"\dot" in above | {self.text(start)} and above & {self.text(start), r"\ddot"}
            return not both_dots and self._is_one_letter(start + 1, above | {self.text(start)})
        word = start < len(self.tokens) and self.tokens[start].kind == "word"
        rest = self.text(start + 1)
        return (self.is_letter(start) or word) and (start + 1 >= end or rest in ("_", "'"))

    # What acts on what follows

    def _doubt_operator(self, index: int) -> None:
        r"""\Delta^2 x, D\sin x, D^2 e^x, H\psi: operators, or factors?"""
        text, after = self.text(index), index + 1
        if text not in DIFFERENCES | ON_STATES:
            return
        if self.text(after) == "_":
            after = self._after_script(after)
        if self.text(after) == "^":
            after = self._after_script(after)
        following, column = self.text(after), self.tokens[index].column
        raised = text in DIFFERENCES and after > index + 1 and (self.is_letter(after) or following in ACTED_ON)
        acts = text == "D" and (following in COMMAND_FUNCTIONS or (following == "e" and self.text(after + 1) == "^"))
        on_state = text in ON_STATES and following in STATES
        if (raised and self.text(index + 1) == "^") or acts or on_state:
            self.doubt(f"{text}…{following}", "an operator and what it acts on", "a product", column)

    def _doubt_calligraphic(self, index: int) -> None:
        r"""\mathcal L\frac1x, \mathcal A\mathcal B."""
        if self.text(index) not in CALLIGRAPHIC:
            return
        inside = self.inside(index + 1)
        after = self._after_script(index)
        if self.text(after) == "_":
            after = self._after_script(after)
        letter, following = "".join(token.text for token in inside), self.text(after)
        acts = letter in TRANSFORMS and (following in ACTED_ON | {r"\{"} or self.text(after + 1) == "^" == following)
        other = following in CALLIGRAPHIC and letter != "".join(token.text for token in self.inside(after + 1))
        state = letter in TRANSFORMS | {"U"} and following in STATES
        if acts or other or state:
            shown = self._shown(index, after) + following
            self.doubt(shown, "operators", "a product of numbers", self.tokens[index].column)

    def _doubt_material(self, index: int) -> None:
        r"""\frac{Du}{Dt} and Du/Dt: a derivative that follows the motion."""
        column = self.tokens[index].column
        if self.text(index) in FRACTIONS and self.text(index + 1) == "{":
            above = self.inside(index + 1)
            below = self.inside(self.closing(index + 1) + 1)
            if above and len(below) > 1 and above[0].text == below[0].text == "D":
                self.doubt(r"\frac{D…}{D…}", "the derivative along the motion", "a quotient of products", column)
        slash = next((k for k in range(index + 2, index + 4) if self.text(k) == "/"), 0)
        if self.text(index) == "D" and slash and self.text(slash + 1) == "D" and self.is_letter(slash + 2):
            self.doubt("D…/D…", "the derivative along the motion", "a quotient of products", column)

    def _doubt_star(self, index: int) -> None:
        """f * g of two quantities: a printed star is a convolution as often as a product."""
        if self.text(index) != "*" or self.tokens[index].kind != "operator" or self.is_inside_name(index):
            return
        if self.text(index - 1) == "^" or (self.text(index - 1) == "{" and self.text(index - 2) == "^"):
            self.doubt("^*", "a conjugate or an adjoint", "a label", self.tokens[index].column)
        beside = [self.tokens[k] for k in (index - 1, index + 1) if 0 <= k < len(self.tokens)]
        if len(beside) == 2 and not any(token.kind == "number" for token in beside):
            self.doubt("*", "a convolution", "a product", self.tokens[index].column)

    # i and π

    def _doubt_imaginary(self, index: int) -> None:
        r"""i^2R and Ri beside no sign of a complex number: a current?"""
        if self.text(index) != "i" or self.tokens[index].kind != "letter" or self.declared("i"):
            return
        if self.text(index - 1) in ("_", "^") or self._is_in_script(index) or self._is_summed("i"):
            return
        if self.is_inside_name(index):
            return
        electric = {self.text(index - 1), self.text(self._after_power(index))} & ELECTRIC
        if electric or not self._shows_complex():
            self.doubt("i", "the imaginary unit", "a current or an index", self.tokens[index].column)

    def _is_in_script(self, index: int) -> bool:
        """Whether braces that are a script, a limit or an exponent, are open at `index`."""
        depth = 0
        for place in range(index - 1, -1, -1):
            depth += (self.text(place) in CLOSING) - (self.text(place) in BRACKETS)
            if depth < 0 and self.text(place - 1) in ("_", "^"):
                return True
            depth = max(depth, 0) if depth < 0 else depth
        return False

    def _is_summed(self, letter: str) -> bool:
        sums = [index for index in range(len(self.tokens)) if self.text(index) in (r"\sum", r"\prod")]
        return any(self.text(index + 3) == letter for index in sums)

    def _after_power(self, index: int) -> int:
        return self._after_script(index + 1) if self.text(index + 1) == "^" else index + 1

    def _shows_complex(self) -> bool:
        r"""Whether the line has e^{i…}, \exp, i\hbar, a root of a negative number, \Re, or a sum a + ib."""
        for index in range(len(self.tokens)):
            text, raised = self.text(index), {token.text for token in self.inside(index + 2)}
            if text in (r"\exp", r"\Re", r"\Im", r"\arg", r"\bar", r"\overline", "|", r"\left|", r"\hbar"):
                return True
            if text == "e" and self.text(index + 1) == "^" and "i" in raised:
                return True
            if text == "i" and r"\pi" in (self.text(index - 1), self.text(index + 1)):
                return True
            if text == r"\sqrt" and [token.text for token in self.inside(index + 1)][:1] == ["-"]:
                return True
            if text == "i" and (
                self._is_summand(index) or (self.text(index + 1) == "^" and self._equals_minus_one(index))
            ):
                return True
        return False

    def _is_summand(self, index: int) -> bool:
        """Whether i is a factor of a term of a sum, a + ib or a + bi, or stands alone on a side."""
        term = [self.text(k) for k in self._term_around(index)]
        alone = not [text for text in term if text != "i" and not text.isdigit()]
        return alone or bool(
            {"+", "-"} & {self.text(min(self._term_around(index)) - 1), self.text(max(self._term_around(index)) + 1)}
        )

    def _term_around(self, index: int) -> list[int]:
        ends = {"+", "-", "", *RELATIONS, *SEPARATORS, *BRACKETS, *CLOSING}
        first, last = index, index
        while self.text(first - 1) not in ends:
            first -= 1
        while self.text(last + 1) not in ends:
            last += 1
        return list(range(first, last + 1))

    def _equals_minus_one(self, index: int) -> bool:
        return [self.text(k) for k in range(index + 2, index + 6)] in (["2", "=", "-", "1"],)

    def _doubt_pi(self, index: int) -> None:
        r"""\pi = \dot\phi and \frac12\pi^2 + …: a momentum?"""
        if self.text(index) != r"\pi":
            return
        sides = RELATIONS.keys() | SEPARATORS | {""}
        lone = self.text(index - 1) in sides and self.text(index + 1) in sides
        letters = any(self.is_letter(k) and self.text(k) != r"\pi" for k in range(len(self.tokens)))
        if letters and (lone or (self._is_half(index) and self.text(index + 1) == "^" and self._ends_term(index + 3))):
            self.doubt(r"\pi", "the number", "a momentum", self.tokens[index].column)

    def _is_half(self, index: int) -> bool:
        r"""Whether \frac12 stands before the place, or the place is over a 2."""
        before = [self.text(k) for k in range(index - 6, index)]
        behind = [self.text(k) for k in range(index + 3, index + 6)]
        over_two = before[-1] == "{" and before[-2] in FRACTIONS and behind in (["}", "{", "2"], ["}", "2", "+"])
        return before == ["{", "1", "}", "{", "2", "}"] or before[-1] == "12" or over_two

    def _ends_term(self, index: int) -> bool:
        return self.text(index) in {"+", "-", "", "}", *RELATIONS, *SEPARATORS, *CLOSING}

    def _doubt_inverse_in_degrees(self) -> None:
        r"""\arctan 1 = 45: a side that is a number no angle in radians would be."""
        if not any(token.text in INVERSE for token in self.tokens):
            return
        for token, side in self._sides():
            if side.isdigit() and int(side[:9]) >= 10:
                self.doubt(side, "an angle in radians", "in degrees", token)

    def _sides(self) -> Iterator[tuple[int, str]]:
        """The text of each side of the line, with a column."""
        text, column = "", 1
        for token in [*self.tokens, self.end]:
            if token.text in RELATIONS or token.text in SEPARATORS or token is self.end:
                yield column, text.removeprefix("-")
                text, column = "", token.column + 1
            else:
                text += token.text
