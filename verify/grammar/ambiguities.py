r"""Print that may mean two things: E^{(1)}, 1.5e3, 1\frac12, f(x), 1/2x, \sin x y.

A misreading is worse than none, so each rule here refuses, with the column and both
readings, what physicists print in two senses.  There are two degrees of it:

- `Ambiguous` raised at once: no convention settles it, and nothing is read.
- `doubt`: a convention of `verify.latex.reader` settles it for a reader who knows the page.  It is
  refused only under `Notation.strict`, which is how a formula is read that nobody has
  encoded (`referee check --latex`, drafts); a transcription falls back on the convention, but
  then only to agree.

The rules judge tokens.  They can only refuse, so that none needs to be complete or exact for what is read to be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from verify.grammar.glyphs import (
    BRACKETS,
    CLOSING,
    COEFFICIENTS,
    COMMAND_FUNCTIONS,
    CONSTANT_FACTORS,
    FRACTIONS,
    LETTERS,
    RELATIONS,
    SEPARATORS,
    SPELLED,
    USUAL_FUNCTIONS,
)
from verify.grammar.parser import ParseError, Parser, Token, shorten
from verify.grammar.tokens import is_between_digits

INDEX_LETTERS = {"i", "j", r"\mu", r"\nu"}
"""A superscript of one such letter is a component as often as a power."""
GREEK_INDICES = {r"\alpha", r"\beta", r"\gamma", r"\lambda", r"\mu", r"\nu", r"\rho", r"\sigma", r"\tau", r"\kappa"}
SUMMED_INDICES = {*"ijkl", r"\mu", r"\nu", r"\alpha", r"\beta", r"\rho", r"\sigma", r"\lambda", r"\kappa"}
OPERATORS = {"+", "-", "*", "/", r"\cdot", r"\times", r"\%", r"\bmod"}
MOST_TOKENS = 40  # of a name that is declared
WIDE_GAP = re.compile(r"\\q?quad(?![A-Za-z])|&")


class Ambiguous(ParseError):
    """The print may mean two things, and neither the notation nor a convention in force says which."""

    def __init__(self, what: str, one: str, other: str, column: int) -> None:
        super().__init__(f"{shorten(what)} may mean two things: {one} or {other}", column)
        self.readings = (one, other)


class DoubtReader(Parser):
    """Looks at tokens around the place that is read; `strict` turns doubts into refusals."""

    strict = False
    accepted: Mapping[tuple[str, str], list[str]] | None = None  # these readings refuse nothing
    stop = 0

    def doubt(self, what: str, one: str, other: str, column: int) -> None:
        """Refuses what a convention settles, if conventions are not in force."""
        if self.strict and (one, other) not in (self.accepted or ()):
            raise Ambiguous(what, one, other, column)
        if self.strict and self.accepted:
            self.accepted[one, other].append(str(Ambiguous(what, one, other, column)))

    def declared_end(self, index: int) -> int | None:
        """Where the longest declared name that begins at `index` ends; None if none does."""
        raise NotImplementedError

    def is_inside_name(self, index: int) -> bool:
        """Whether a name of the notation goes on over `index`, as v^0 over its zero."""
        return any((self.declared_end(start) or 0) > index for start in range(max(0, index - MOST_TOKENS), index))

    # Looking at tokens

    def text(self, index: int) -> str:
        """The token at `index`, empty beyond the ends."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def closing(self, index: int) -> int:
        """Where the bracket that opens at `index` closes; the end of the source if nowhere."""
        depth = 0
        for place in range(index, len(self.tokens)):
            text = self.text(place)
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth == 0:
                return place
        return len(self.tokens)

    def inside(self, index: int) -> list[Token]:
        """The tokens of the group or the one token at `index`."""
        if self.text(index) == "{":
            return self.tokens[index + 1 : self.closing(index)]
        return self.tokens[index : index + 1]

    def at_wide_gap(self, index: int) -> bool:
        r"""Whether \quad, \qquad or a column of a table separates the operand at `index` from what is before."""
        return index < len(self.tokens) and bool(WIDE_GAP.search(self.tokens[index].space))

    def is_letter(self, index: int) -> bool:
        """Whether a letter stands at `index`, Latin or Greek."""
        token = self.tokens[index] if 0 <= index < len(self.tokens) else self.end
        return token.kind == "letter" or token.text.removeprefix("\\") in LETTERS

    def _at_top(self, index: int, end: int) -> Iterator[str]:
        """The texts between two places that are in no bracket."""
        depth = 0
        for place in range(index, end):
            depth -= self.text(place) in CLOSING
            if depth == 0:
                yield self.text(place)
            depth += self.text(place) in BRACKETS

    # Before anything is read

    def refuse_doubtful_print(self) -> None:
        """Goes through all tokens but those of declared names; raises Ambiguous."""
        index = 0
        while index < len(self.tokens):
            end, token = self._end_of_declared(index), self.tokens[index]
            if token.kind == "letter":
                self._doubt_spelling(index, end)
            if end is None and token.kind in ("number", "word"):
                self._doubt_number(index)
            if end is None and token.text == "^":
                self._doubt_superscript(index)
            index = index + 1 if end is None else end

    def _end_of_declared(self, index: int) -> int | None:
        """As `declared_end`; what is malformed is left to the reader, who comes later and says it better."""
        try:
            return self.declared_end(index)
        except ParseError:
            return None

    def _doubt_number(self, index: int) -> None:
        token, column = self.tokens[index], self.tokens[index].column
        if token.kind == "word" and token.text == "-":
            self.doubt(r"\text{-}", "a hyphen, from one to the other", "a minus sign", column)
        if token.kind != "number":
            return
        before, after = self.text(index - 1), self.tokens[index + 1] if index + 1 < len(self.tokens) else self.end
        if after.text in ("e", "E") and after.kind == "letter" and after.space == "":
            self._doubt_power_of_ten(index)
        goes_on = {self.text(index - 1), self.text(index + 3)} & {","}
        if is_between_digits(self.tokens, index + 1) and not (goes_on or self._is_in_bracket(index)):
            self.doubt(f"{token.text},{self.text(index + 2)}", "a decimal comma", "a list", column)
        if "E" in token.text:
            self.doubt(token.text, "a power of ten", "a sum", column)
        unseen = not after.space.strip(" \t\n") or "." in token.text  # a blank is not printed
        if after.text == "(" and unseen and self.text(index + 2).isdigit() and self.text(index + 3) == ")":
            raise Ambiguous(
                f"{token.text}({self.text(index + 2)})", "an uncertainty of the last digits", "a product", column
            )
        is_operand = before not in FRACTIONS | {"^", "_", r"\sqrt", r"\binom"}
        if after.text in FRACTIONS and is_operand and self._is_plain_fraction(index + 1):
            raise Ambiguous(f"{token.text}{after.text}…", "a mixed number", "a product", column)
        if "{,}" in token.text:
            self.doubt(token.text, "a comma between thousands", "a decimal comma", column)
        if before in ("^", "_") and len(token.text) > 1:
            self.doubt(f"{before}{token.text}", "all the digits are raised or lowered", "only the first", column)

    def _is_in_bracket(self, index: int) -> bool:
        r"""Whether a bracket is open at `index`: \max(3,5) has two arguments."""
        return sum((self.text(place) in BRACKETS) - (self.text(place) in CLOSING) for place in range(index)) > 0

    def _doubt_spelling(self, index: int, declared: int | None) -> None:
        """Letters side by side that spell a function or a word, sin x: one name, or a product of letters?"""
        if self.tokens[index].kind != "letter" or (index and self._is_joined(index)):
            return
        end = index + 1
        while end < len(self.tokens) and self._is_joined(end):
            end += 1
        run = "".join(token.text for token in self.tokens[index:end])
        if len(run) == 1 or (declared is not None and declared > end):
            return  # sign(x) is declared as a whole
        if spelled := next((word for word in SPELLED if word in run), ""):
            self.doubt(run, f"the word {spelled}", "a product of letters", self.tokens[index].column)

    def _is_joined(self, index: int) -> bool:
        token = self.tokens[index]
        return token.kind == "letter" and token.space == "" and self.tokens[index - 1].kind == "letter"

    def _doubt_power_of_ten(self, index: int) -> None:
        """1.5e3 and 1.5E+3 as computers print them; 2E+10 may as well be a sum."""
        number, letter, third, fourth = (self.text(index + ahead) for ahead in range(4))
        close = all(token.space == "" for token in self.tokens[index + 1 : index + 4])
        column = self.tokens[index].column
        if third.isdigit() and self.tokens[index + 2].space == "":
            raise Ambiguous(f"{number}{letter}{third}", "a power of ten", "a product", column)
        if third in ("+", "-") and fourth.isdigit() and close:
            self.doubt(f"{number}{letter}{third}{fourth}", "a power of ten", "a sum", column)

    def _is_plain_fraction(self, index: int) -> bool:
        r"""Whether \frac stands at `index` over and under numbers alone: \frac12, \frac{1}{2}."""
        first = self.inside(index + 1)
        if len(first) == 1 and first[0].kind == "number" and self.text(index + 1) != "{" and len(first[0].text) > 1:
            return True
        second = self.inside((self.closing(index + 1) if self.text(index + 1) == "{" else index + 1) + 1)
        return all(len(part) == 1 and part[0].kind == "number" for part in (first, second))

    def _doubt_superscript(self, index: int) -> None:
        r"""E^{(1)}, \Gamma^{\mathrm{eff}}, A^T, x^i, g^{\mu\nu}: orders, labels, transposes, components."""
        if self.text(index) != "^":
            return
        raised, before, column = self.inside(index + 1), self._base(index), self.tokens[index].column
        if self._is_number_end(index) and self.text(index + 1) == "1" and self.text(index + 2) == "/":
            self.doubt("^1/…", "a fraction in the exponent", "a quotient", column)
        if not raised or before in ("e", r"\prod", r"\sum", r"\int", "]", "") or self._is_number_end(index):
            return
        texts = [token.text for token in raised]
        shown = "^{" + "".join(texts) + "}"
        end = self.closing(index + 2) if texts[0] in ("(", "[", r"\{") else -2
        if end == index + len(raised) + 1 or self.text(end + 1) == "^":
            raise Ambiguous(shown, "a power", "an order, a derivative or a label", column)
        if raised[0].kind == "word" and len(raised) == 1:
            raise Ambiguous(shown, "a power", "a label", column)
        if texts == ["T"] and self.declared_end(index + 1 + (self.text(index + 1) == "{")) is None:
            self.doubt(shown, "a power", "the transpose", column)
        if len(raised) > 2 and all(token.kind == "letter" and token.space == "" for token in raised[1:]):
            self.doubt(shown, "a product in a power", "a label", column)
        if len(raised) == 1 and re.fullmatch("0+|1|0[0-9]+", texts[0]) and not self.is_inside_name(index):
            self.doubt(shown, "a power that need not be printed", "a component or a label", column)
        if self._are_indices(texts):
            self.doubt(shown, "a power", "a component", column)

    def _base(self, index: int) -> str:
        """The last token of what is raised at `index`, its subscript aside; \\int or ] where a limit stands."""
        start = index - 1
        if self.text(start) == "}":
            depth = 0
            while start >= 0:
                depth += (self.text(start) == "}") - (self.text(start) == "{")
                if depth == 0:
                    break
                start -= 1
        return self.text(start - 2) if self.text(start - 1) == "_" else self.text(index - 1)

    def _is_number_end(self, index: int) -> bool:
        """Whether what is raised at `index` is a number, as in 10^T."""
        return index > 0 and self.tokens[index - 1].kind == "number" and self.text(index - 2) != "_"

    def _are_indices(self, texts: list[str]) -> bool:
        if not all(text in GREEK_INDICES or re.fullmatch("[a-z]", text) for text in texts):
            return False
        if (len(texts) == 1 and texts[0] in INDEX_LETTERS) or "i" in texts:
            return True
        return (len(texts) > 1 and all(text in GREEK_INDICES for text in texts)) or set(
            texts
        ) <= self.subscript_letters()

    def subscript_letters(self) -> set[str]:
        """The letters that stand as subscripts somewhere in the source."""
        found: set[str] = set()
        for index in range(len(self.tokens)):
            if self.text(index) == "_" and self.text(index - 1) not in (r"\sum", r"\prod", r"\int"):
                found |= {token.text for token in self.inside(index + 1)}
        return found

    # While it is read

    def doubt_factor(self, text: str, declared: bool) -> None:
        """A name stands before the bracket at hand: a function of what is in it, or a factor?

        It is a factor if the notation declares it as a quantity, if the name stands in the
        bracket itself, n(n+1), or beside one of its names elsewhere, a(b+c) = ab + ac.  A bracket with names
        alone in it, f(x) or V(r, t), is doubted even then.
        """
        column = self.peek().column
        opening = self.position + self.at("{")
        content = self.tokens[opening + 1 : self.closing(opening)]
        texts = [token.text for token in content]
        base = re.sub(r"_\{.*\}|'", "", text)
        if (
            text[:1] in ("(", "[")
            and re.search(r"\w[}\])]*[+-]", text)
            and not re.search(r"partial|nabla|frac\{d", text)
        ):
            return  # [a+b][c]: a sum is no function
        if texts == ["0"]:
            raise Ambiguous(f"{text}(0)", "the value at 0", "a product with 0", column)
        only_names = bool(re.fullmatch(r"(,?(\\?[A-Za-z]+)(_(\{\w*\}|\w)|')*)+", "".join(texts)))
        if text in CONSTANT_FACTORS and not declared and not only_names and len(texts) > 1:
            return
        occurs = base in texts
        if not only_names and (declared or occurs or (base not in USUAL_FUNCTIONS and self._multiplies(base, texts))):
            return
        self.doubt(f"{text}(…)", "a function of what is in the brackets", "a product", column)

    def doubt_fraction_of(self, token: Token) -> None:
        r"""\frac{f}{g}(x), \sqrt f(x), \frac{dV}{dx}(3): a bracket with names or one number behind a fraction or root."""
        opening = self.position
        content = self.tokens[opening + 1 : self.closing(opening)]
        texts = [one.text for one in content]
        names = re.fullmatch(r"(,?(\\?[A-Za-z]+)(_(\{\w*\}|\w)|')*)+", "".join(texts))
        if names or len(texts) == 1:
            shown = f"{token.text}…({''.join(texts)})"
            self.doubt(shown, "a function of what is in the brackets", "a product", self.tokens[opening].column)

    def _multiplies(self, name: str, texts: list[str]) -> bool:
        """Whether the letter stands, unmarked, beside one of the names in the bracket: ab of a(b+c) = ab + ac."""
        letters = {text for text in texts if text.isalpha() or text.removeprefix("\\") in LETTERS}
        dots = {r"\cdot", "*"}
        for index in range(len(self.tokens)):
            if self.text(index) == name and self.text(index + 1) not in ("(", "[", "^", "_", "'"):
                before, after = index - 1 - (self.text(index - 1) in dots), index + 1 + (self.text(index + 1) in dots)
                if {self.text(before), self.text(after)} & letters:
                    return True
        return False

    def doubt_braces(self, opening: int) -> None:
        """Braces are not printed: {a+b}c shows as a + bc, {ab}^2 as ab²."""
        end = self.closing(opening)
        before, after, column = self.text(opening - 1), self.text(end + 1), self.tokens[opening].column
        top = list(self._at_top(opening + 1, end))
        alone = {"", *RELATIONS, *SEPARATORS, "."}
        free = before in alone | BRACKETS.keys() | {"+"} and after in alone | CLOSING | {"+", "-"}
        if not free and OPERATORS & set(top):
            raise Ambiguous("{…}", "what is printed, without brackets", "as if the braces were brackets", column)
        if len(top) > 1 and not self._is_one_item(opening + 1, end) and (after in ("^", "_", "!") or before == "/"):
            raise Ambiguous("{…}", "what is printed, without brackets", "as if the braces were brackets", column)
        if not free and set(top) & (COMMAND_FUNCTIONS | {r"\sum", r"\prod", r"\int"}) and after not in CLOSING:
            self.doubt("{…}", "what is printed, without brackets", "as if the braces were brackets", column)

    def _is_one_item(self, index: int, end: int) -> bool:
        """Whether one bracket or one name with its scripts fills the place."""
        if self.text(index) in BRACKETS:
            return self.closing(index) == end - 1
        return self.declared_end(index) == end or self.text(index + 1) in ("_", "'")

    def doubt_square(self, opening: int, end: int) -> None:
        r"""[q], [x+1] and \{x\}: a bracket, or a jump, a unit, a Gauss bracket, a fractional part?"""
        if end > opening + 2 and not self._is_one_name(opening + 1, end):
            stands_alone = {"", "+", "-", *RELATIONS, *SEPARATORS, ".", "(", "{"}
            nested = any(text in BRACKETS or text in FRACTIONS for text in self._at_top(opening + 1, end))
            if nested or not (self.text(opening - 1) in stands_alone and self.text(end + 1) in stands_alone | CLOSING):
                return
        shown = "".join(token.text for token in self.tokens[opening : end + 1])
        self.doubt(shown, "a bracket", "a sign of its own (whole part, jump, unit)", self.tokens[opening].column)

    def _is_one_name(self, index: int, end: int) -> bool:
        return self.declared_end(index) == end or (self.is_letter(index) and self.text(index + 1) in ("_", "'", "^"))

    def doubt_bars(self, column: int) -> None:
        """Behind a closed pair of bars: |a|b|c| is |a| b |c|, or the value of a|b|c."""
        depth, place = 0, self.position
        if self.text(place) in OPERATORS | {"|", "^"}:
            return
        while place < self.stop:
            text = self.text(place)
            depth += (text in BRACKETS) - (text in CLOSING)
            if depth < 0 or (depth == 0 and (text in RELATIONS or text in SEPARATORS or text in ("+", "-"))):
                return
            if depth == 0 and text == "|":
                raise Ambiguous("|…|…|", "two pairs of bars", "bars within bars", column)
            place += 1

    def doubt_bare_argument(self, name: str, start: int, symbols: int) -> None:
        r"""A function without brackets has read its argument from `start` to here: is it certain where it ends?

        \sin\omega t, \cos 2kx and \ln x are; \sin x y, \cos kxy, \sin x\pi, \ln x/y, \sin x \cdot y, \ln 2\,x are not.
        """
        column, what = self.tokens[start].column, f"{name} without brackets"
        one, other = "its argument ends earlier", "it ends later"
        coefficient = self._begins_with_coefficient(name, start)
        last = next((t for t in (self.text(place) for place in range(self.position - 1, start, -1)) if t != "}"), "")
        if symbols > 2 or (symbols > (last != r"\pi") and not coefficient):
            self.doubt(what, one, other, column)
        token = self.peek()
        if self.at_wide_gap(self.position) or token.kind == "end" or token.text in COMMAND_FUNCTIONS:
            return
        if token.text in ("*", r"\cdot", r"\times") and self.text(self.position + 1) in COMMAND_FUNCTIONS:
            return
        if token.text in OPERATORS - {"+", "-"} or token.text == "!" or self.goes_on(token):
            self.doubt(what, one, other, column)

    def doubt_call(self, name: str, opening: int) -> None:
        """A bracket with a sum has been read behind a function: \\cos(a+b)t is cos((a+b)t) to many, \\sin(a+b)^2 to some."""
        token = self.peek()
        if not {"+", "-"} & set(list(self._at_top(opening + 1, self.closing(opening)))[1:]):
            return
        if token.text in COMMAND_FUNCTIONS or self.at_wide_gap(self.position):
            return
        if token.text == "^" or self.goes_on(token):
            column = self.tokens[opening].column
            self.doubt(f"{name}(…){token.text}", "the bracket is the whole argument", "it is a part of it", column)

    def _begins_with_coefficient(self, name: str, start: int) -> bool:
        trigonometric = name.lstrip("\\") not in {"ln", "log", "lg", "exp", "arg", "sgn", "sign", "max", "min"}
        texts = [t for t in (self.text(place) for place in range(start, self.position)) if t != "{"]
        while texts and (texts[0].isdigit() or texts[0] == r"\pi"):
            texts.pop(0)
        return bool(texts) and trigonometric and texts[0] in COEFFICIENTS

    def goes_on(self, token: Token) -> bool:
        """Whether an operand begins with the token, so that a product would go on."""
        raise NotImplementedError
