r"""Pieces of a formula that a draft writes down as quantities of their own, each with a question: v_{i,i}, F_{\mu\nu}F^{\mu\nu}.

Where the grammar finds that a part of a line may mean two things (a power or a component, a function or a product, a
sum over a repeated index or a product), or cannot read it (\nabla\cdot\mathbf{v}, \|v\|), the whole of that part
stands for itself under its print.  So much is true of it in every reading.  The line is written down and
stays open, with the readings; nothing else may rest on it until the author has answered.

What is a part: a factor with its scripts, an operator with what it acts on, factors that are multiplied as vectors
or that share an index.  Where it may end earlier or later, nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from referee.belonging import BARS, OPERATOR
from referee.commands import UNKNOWN
from referee.print_doubts import SIZE
from referee.products import Part, Product
from referee.terms import Terms
from verify.grammar.ambiguities import Ambiguous
from verify.grammar.glyphs import FRACTIONS
from verify.grammar.parser import ParseError
from verify.grammar.tokens import normal_form
from verify.latex.derivatives import BY_QUANTITY

LONGEST = 80
"""Characters of a piece: what is longer is no quantity that an author would name."""
LONGEST_TERM = 240
"""Characters of a term."""
NORM = {r"\|", r"\Vert"}
MATRIX_SCRIPTS = {"T", r"\dagger", r"\top", "*", "t", "H", r"\ast", r"\star"}


NOT_READ = (
    (re.compile("nabla"), r"\nabla is not read"),
    (re.compile(r"^\\\||\\Vert"), "which norm is meant is not said"),
    (re.compile(r"\bvectors?\b"), "products, powers and values of vectors are not read"),
    (re.compile(r"\bfound |brace is not closed|orders of the derivative"), "its print is not read"),
)
"""What a refusal of the reader of formulas means for the part of which it speaks."""
DELTA = r"\delta( may mean two things:"
SHOWN = 40


def asked(error: ParseError, latex: str) -> str:
    r"""The question on a part that stands for itself: the two readings, or why nothing is read inside of it.

    >>> asked(ParseError("the nabla operator is not supported", 3), r"\nabla^2 p")
    '\\nabla is not read: \\nabla^2 p stands as one quantity, say what it is'
    """
    message = re.sub(r"^column \d+: ", "", str(error))
    reason = next((words for mark, words in NOT_READ if mark.search(message)), "")
    if isinstance(error, Ambiguous) or not reason:
        return message.replace(f"{DELTA} an increment or a product", f"{DELTA} Dirac's delta or an increment")
    latex = " ".join(latex.split()).replace("; ", ";")  # parts of a question are joined by "; "
    shown = latex if len(latex) <= SHOWN else f"{latex[:SHOWN]}…"
    return f"{reason}: {shown} stands as one quantity, say what it is"


@dataclass(frozen=True)
class Piece:
    """A part of a formula as it is printed, its normal form, and what is to be asked of it."""

    latex: str
    name: str
    question: str
    whole: bool = False
    """Whether it is a term of its own formula, which is no part of another one."""


SIZE_BEFORE = re.compile(r"\\(?:left|[bB]igg?[lr]?)\s*$")


def _bare(latex: str) -> str:
    return re.sub(r"(?:\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])|\\q?quad(?![A-Za-z])|\\[,;:! ]|[&~\s])+$", "", latex)


class Finder(Terms):
    """The part of a formula of which an error speaks."""

    def piece(self, text: str, error: ParseError) -> Piece | None:
        """The part of a formula of which an error speaks, or the term in which it stands, if it can stand for itself."""
        span = self.span(error)
        made = self._made(text, span, error, False) if span is not None else None
        terms = (self._made(text, term, error, True) for term in self.terms(error)) if made is None else ()
        return made or next((one for one in terms if one is not None), None)

    def _made(self, text: str, span: tuple[int, int], error: ParseError, whole: bool) -> Piece | None:
        """A part as a piece; None if it stands for itself already, or is too long."""
        start, end = span
        if set(range(start, end)) <= set(self.covered):
            return None
        stop = self.tokens[end].column - 1 if end < len(self.tokens) else len(text)
        first = self.tokens[start].column - 1
        grown = SIZE_BEFORE.search(text[:first])  # \left, which is no token
        latex = _bare(text[grown.start() if grown else first : stop])
        if len(latex) > (LONGEST_TERM if whole else LONGEST) or latex.count("{") != latex.count("}"):
            return None
        return Piece(latex, normal_form(self.tokens[start:end]), asked(error, latex), whole)

    def span(self, error: ParseError) -> tuple[int, int] | None:
        """The places of the part that is to stand for itself."""
        message = str(error)
        if error.column is None:
            return self.vectors() if "vector" in message else None
        place = max((k for k, token in enumerate(self.tokens) if token.column <= error.column), default=0)
        readings = error.readings if isinstance(error, Ambiguous) else ("", "")
        if "is not declared" in message and self.text(place) in NORM:
            return self._norm(place)
        if readings[0] == UNKNOWN:
            return self._of_unknown(place)
        if readings[0] == OPERATOR:
            return self._acting_in_order(place)
        if readings[0] == "a sum over the repeated index":
            return self._contraction(place)
        if ("lengths of vectors" in message or readings[0] == SIZE) and self.text(place) in BARS:
            end = next((k for k in range(place + 1, len(self.tokens)) if self.text(k) in BARS), place)
            return (place, self.scripts_end(end + 1)) if end > place else None
        if "vector" in message and not isinstance(error, Ambiguous):
            return self.vectors()
        if "expected '|'" in message and self.text(place) == ")":
            return self.with_a_bar(place)
        found = self.at(place)
        if found is None:
            return None
        product, number = found
        if "closed path" in message:
            return self.flux(product)
        if "does not depend on" in message:
            return self._derivative(product, number)
        if "found '_'" in message or readings[0].startswith("the word "):
            return self._with_scripts(product, number, readings)
        if "nabla" in message or readings[0] == BY_QUANTITY:
            return self._acting(product, number)
        return self._by_readings(message, readings, product, number, place)

    def _by_readings(
        self, message: str, readings: tuple[str, str], product: Product, number: int, place: int
    ) -> tuple[int, int] | None:
        part = product.parts[number]
        if "is no letter" in message:
            return self._raised(place, part)
        if readings[0].startswith("a function of") or "could be a function" in message:
            return self._call(product, number)
        if readings[0] in ("an operator and what it acts on", "a differential", "an increment"):
            return self._pair(product, number)
        if readings[1].startswith("a vector product"):
            if part.kind == "sign" and 0 < number < len(product.parts) - 1:
                return product.parts[number - 1].start, product.parts[number + 1].end
            return None
        if readings[0] == "an operator or a unit vector":
            return self._hat(product, number)
        if readings[0].startswith(("a power", "a product in a power", "a conjugate")):
            return self._raised(place, part)
        if readings[0] in ("a bracket", "what is printed, without brackets") and part.kind == "bracket":
            return part.start, part.end
        return None

    def _with_scripts(self, product: Product, number: int, readings: tuple[str, str]) -> tuple[int, int] | None:
        """A bracket with what stands below it; a function whose letters stand side by side, with its bracket."""
        part = product.parts[number]
        if not readings[0]:
            return (part.start, part.end) if part.kind == "bracket" else None
        last = number
        while last + 1 < len(product.parts) and product.parts[last].kind == "factor":
            last += 1
        return (part.start, product.parts[last].end) if product.parts[last].kind == "bracket" else None

    def _raised(self, place: int, part: Part) -> tuple[int, int] | None:
        """The factor with its superscript; a bracket only with a mark of matrices and conjugates above it."""
        above = [index for index in range(part.start, part.end) if self.text(index) == "^"]
        if not above:
            return None
        inside = {token.text for token in self.tokens[above[-1] + 1 : part.end]} - {"{", "}"}
        if part.kind not in ("factor", "operator") and not inside <= MATRIX_SCRIPTS:
            return None
        return (part.start, part.end) if part.kind != "operator" else None

    def _call(self, product: Product, number: int) -> tuple[int, int] | None:
        """A name and the bracket behind it."""
        parts = product.parts
        if number + 1 < len(parts) and parts[number].kind == "factor" and parts[number + 1].kind == "bracket":
            if self._holds_operator(parts[number + 1]):
                return None
            end = parts[number + 1].end  # with a power: f(x)^2 is another one than a(x)^2
            return parts[number].start, end
        if number > 0 and parts[number].kind == "bracket" and parts[number - 1].kind == "factor":
            return self._call(product, number - 1)
        return None

    def _holds_operator(self, part: Part) -> bool:
        r"""Whether a derivative of nothing stands in a bracket, so that it acts on what is behind it."""
        texts = [token.text for token in self.tokens[part.start : part.end]]
        return any(
            texts[k] in FRACTIONS and texts[k + 2] in ("d", r"\partial") and texts[k + 3] in ("}", "^")
            for k in range(len(texts) - 3)
        )

    def _pair(self, product: Product, number: int) -> tuple[int, int] | None:
        """An operator and the one factor behind it; None where more stands there that it may act on."""
        parts = product.parts
        behind = number + 1
        if behind < len(parts) and self.text(parts[behind].start) == r"\cdot":
            behind += 1
        if behind >= len(parts) or parts[behind].kind not in ("factor", "bracket"):
            return None
        more = behind + 1 < len(parts) and self.text(parts[behind + 1].start) != "/"
        is_differential = self.text(parts[number].start) in ("d", r"\delta", r"\Delta")
        is_differential = is_differential and parts[number].end == parts[number].start + 1
        if more and (not is_differential or parts[behind + 1].kind in ("bracket", "other")):
            return None
        return parts[number].start, parts[behind].end

    def _hat(self, product: Product, number: int) -> tuple[int, int] | None:
        """A letter with a hat and all that is multiplied with it; the letter alone where nothing is."""
        parts, first, last = product.parts, number, number
        while (
            last + 1 < len(parts)
            and parts[last + 1].kind in ("factor", "bracket", "operator")
            and self.text(parts[last + 1].start) != "d"
        ):
            last += 1
        if (behind := self.next_factor(parts, last)) is not None and self.is_bold(parts[behind]):
            last = behind
        while first > 0 and self.is_bold(parts[first - 1]):
            first -= 1
        if first > 1 and parts[first - 1].kind == "sign" and self.is_bold(parts[first - 2]):
            first -= 2
        return parts[first].start, parts[last].end

    def _acting(self, product: Product, number: int) -> tuple[int, int] | None:
        r"""\nabla and its kin with what it acts on, and with the vector by which it is multiplied before."""
        parts = product.parts
        while number < len(parts) and parts[number].kind != "operator":
            number += 1
        if number >= len(parts):
            return None
        last = self._operand(parts, number)
        if last is None:
            if product.outer is None or number != len(parts) - 1:
                return None
            outer, place = product.outer  # (\mathbf{v}\cdot\nabla)\mathbf{v}
            return self._pair(outer, place)
        while last + 2 < len(parts) and self.text(parts[last + 1].start) in (r"\cdot", r"\times"):
            last = last + 2 if parts[last + 2].kind != "operator" else self._operand(parts, last + 2) or last + 2
        behind = parts[last + 1] if last + 1 < len(parts) else None
        if behind is not None and behind.kind not in ("sign", "other") and self.text(behind.start) != "d":
            return None
        first = number
        while first > 1 and self.text(parts[first - 1].start) in (r"\cdot", r"\times"):
            first -= 2
        return parts[first].start, parts[last].end

    def _acting_in_order(self, place: int) -> tuple[int, int] | None:
        """From an operator to the end of its product."""
        found = self.at(place)
        if found is None or any(self.text(part.start) == "/" for part in found[0].parts[found[1] :]):
            return None
        return found[0].parts[found[1]].start, found[0].parts[-1].end

    def _operand(self, parts: Sequence[Part], number: int) -> int | None:
        """The last part of what an operator acts on: a factor, with its arguments, or another operator with its own."""
        behind = number + 1
        if behind < len(parts) and self.text(parts[behind].start) in (r"\cdot", r"\times", r"\otimes"):
            behind += 1
        if behind >= len(parts) or parts[behind].kind in ("sign", "other"):
            return None
        if parts[behind].kind == "operator":
            return self._operand(parts, behind)
        called = behind + 1 < len(parts) and parts[behind].kind == "factor" and parts[behind + 1].kind == "bracket"
        return behind + 1 if called else behind

    def _derivative(self, product: Product, number: int) -> tuple[int, int] | None:
        r"""\frac{\partial f}{\partial x}, \frac{d}{dt}(...), \partial_t f, dy/dx."""
        parts = product.parts
        part = parts[number]
        if part.kind == "fraction":
            middle = self._group_end(part.start + 1)
            above = [token.text for token in self.tokens[part.start + 2 : middle - 1]]
            if len(above) > 1 and above[1:2] != ["^"]:
                return part.start, part.end
            return self._pair(product, number)
        if part.kind == "operator" or self.text(part.start) == "d":
            texts = [self.text(one.start) for one in parts[number : number + 5]]
            if len(texts) > 3 and texts[2] == "/" and texts[0] == texts[3]:
                return (part.start, parts[number + 4].end) if len(texts) == 5 else None
            return self._acting(product, number) if part.kind == "operator" else None
        return None

    def _norm(self, place: int) -> tuple[int, int] | None:
        for end in range(place + 1, len(self.tokens)):
            if self.text(end) in NORM:
                after = end + 1
                return place, self._group_end(after + 1) if self.text(after) == "_" else after
        return None
