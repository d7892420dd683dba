r"""Derivatives in other dress: D_\mu\phi, \mathcal D x, \tilde d x, \bar\partial f act on what follows; x_{,x} and y_{;t} are
derivatives of what is before.

A letter of a derivative or a difference with an index or an accent is an operator before whatever it can act on, so that
it neither changes places nor cancels in a fraction.  Behind a comma or a semicolon a subscript is a
derivative, unless it is a plain list of indices, A_{i,j}.
"""

from __future__ import annotations

import re

from verify.doubts.labels import LabelReader
from verify.doubts.letters import ACTED_ON
from verify.doubts.printed import Printed
from verify.grammar.ambiguities import GREEK_INDICES
from verify.grammar.tokens import ACCENTS

DIFFERENTIALS = {"D", "d", r"\delta", r"\Delta", r"\nabla", r"\partial", r"\square", r"\Box"}
SCRIPT = re.compile(r"\\(?:mathcal|mathscr)\{[DLP]\}")
"""Covariant and Lie derivatives, Liouville and projection operators."""
COORDINATES = {*"xyztrs", r"\theta", r"\phi", r"\varphi", r"\tau", r"\xi", r"\eta"}
DIRECTIONS = COORDINATES | GREEK_INDICES | {*"ijkab"}
SIGN_OF_DERIVATIVE = re.compile("[,;:|]")
MARK = re.compile(r"\\[A-Za-z]+|[A-Za-z]|[0-9]+")


class ActingReader(LabelReader):
    """Looks at undeclared names with marks; refuses under `strict` alone."""

    def doubt_acting(self) -> None:
        """Goes through the names of the line; raises Ambiguous."""
        for name in self.printed_names:
            self._doubt_comma(name)
            self._doubt_acting(name)

    def _doubt_comma(self, name: Printed) -> None:
        r"""x_{,x}, y_{;t}, g_{\mu\nu,\lambda}, u_{x,y}; A_{i,j} and x_{1,2} are lists."""
        subscript, column = name.subscript, self.tokens[name.start].column
        if not SIGN_OF_DERIVATIVE.search(subscript):
            return
        before, sign, behind = re.fullmatch(r"([^,;:|]*)([,;:|]?)(.*)", subscript, re.DOTALL).groups()  # type: ignore[union-attr]
        is_word = behind.isalpha() and len(behind) > 1 and not set(behind) <= {*"xyztrsijkl"}
        marks = {behind} if is_word else set(MARK.findall(behind))
        tensor = len(MARK.findall(before)) > 1 and not before.isalnum()
        several = len(before) > 1 and before.isalpha() and set(before) <= {*"ijkl"}
        derived = marks & (COORDINATES | GREEK_INDICES) or ((tensor or several) and marks & {*"ijkl"})
        twice = re.fullmatch(r"([a-z])\1", behind) is not None  # u_{0,kk}
        repeated = twice or marks & set(MARK.findall(before)) & {*"ijklmn"}  # v_{i,i}, a divergence
        if sign != "," or not before or derived or repeated or not marks:
            self.doubt(name.text, f"a derivative, behind '{sign}'", "a label", column)

    def _doubt_acting(self, name: Printed) -> None:
        r"""D_\mu\phi, \mathcal D x, \tilde d x and \bar\partial f."""
        whole = name.text.replace("'", "").partition("_{")[0]
        if whole.isalpha() and whole not in DIFFERENTIALS:
            return
        end, subscript = self._end_with_scripts(name)
        letter = re.sub(r"\\[A-Za-z]+\{|[{}]", "", whole)
        bare = whole in DIFFERENTIALS
        if letter in (r"\nabla", r"\partial") and not bare:
            self._refuse_acting(name, end)
        directed = bool(set(MARK.findall(subscript)) & DIRECTIONS) and not (letter == "d" and {*"ijkab"} & {subscript})
        acting = letter in DIFFERENTIALS and (directed or not bare)
        script = SCRIPT.fullmatch(whole) is not None
        if (acting or script) and self._acts_on(end):
            self._refuse_acting(name, end)

    def _refuse_acting(self, name: Printed, end: int) -> None:
        shown = self._shown(name.start, end + 1)
        self.doubt(shown, "an operator and what it acts on", "a product", self.tokens[name.start].column)

    def _end_with_scripts(self, name: Printed) -> tuple[int, str]:
        r"""Where a name ends with the braces around it, {D}_\mu, and its powers; and its subscript."""
        end, subscript = name.end, name.subscript
        while self.text(end) == "}" and self._opening(end) == name.start - 1:
            end += 1
        while self.text(end) in ("_", "^"):
            inside = "".join(token.text for token in self.inside(end + 1))
            subscript = subscript or (inside if self.text(end) == "_" else "")
            end = self._after_script(end)
        return end, subscript

    def _acts_on(self, index: int) -> bool:
        """Whether something to act on stands at `index`; no differential."""
        if self.text(index) == r"\cdot":
            index += 1
        if self.is_d(index) and self.waits_for(index):
            return False
        return self.is_letter(index) or self.text(index) in ACTED_ON | ACCENTS | {
            "(",
            r"\{",
            "{",
            r"\partial",
            r"\nabla",
        }

    def waits_for(self, index: int) -> bool:
        """Whether an integral sign stands before `index`, so that a d is its differential."""
        return any(self.text(place) in (r"\int", r"\oint") for place in range(index))
