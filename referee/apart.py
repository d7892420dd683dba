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
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType
from typing import Any

import sympy

from referee.names import LETTERS, Usage
from referee.print_doubts import PrintDoubt, doubt_in
from verify.grammar.ambiguities import GREEK_INDICES, SUMMED_INDICES, Ambiguous
from verify.grammar.glyphs import BRACKETS, CLOSING, FRACTIONS, RELATIONS, SEPARATORS, VECTORS
from verify.grammar.parser import ParseError, Token, no_recursion_error
from verify.grammar.tokens import ACCENTS, normal_form, tokenize
from verify.latex.derivatives import BY_QUANTITY
from verify.latex.integrals import OPEN_REGION
from verify.latex.reader import parse_latex
from verify.latex.sums import FAMILY, OPEN_RANGE

LONGEST = 80
"""Characters of a piece: what is longer is no quantity that an author would name."""
DEEPEST = 60
"""Brackets in brackets that are looked into."""
MOST = 12
"""Pieces of one formula."""
ENDS = {"+", "-", *RELATIONS, *SEPARATORS, r"\pm", r"\mp", "&"}
"""What ends a product."""
SIGNS = {r"\cdot", r"\times", "*", "/", r"\otimes", r"\wedge", ":"}
OPERATOR = "an operator and what it acts on, in this order"
INTEGRALS = {r"\int", r"\oint", r"\iint"}
OPERATORS = {r"\nabla", r"\partial"}
SPELLED_OPERATORS = {"div", "grad", "curl", "rot"}
MATRIX_SCRIPTS = {"T", r"\dagger", r"\top", "*", "t", "H", r"\ast", r"\star"}
NORM = {r"\|", r"\Vert"}
ACCEPTED = {
    ("a name", "an operation on what is under it"),
    ("a derivative, behind ','", "a label"),
    ("a derivative, behind ';'", "a label"),
    ("one quantity", "two"),
    ("a sum over the repeated index", "one component"),
    ("a symbol of Kronecker or Levi-Civita", "a quantity"),
    ("the function", "a product with the quantity of this name"),
    ("the size of a real quantity", "of a complex one"),
    FAMILY,
    OPEN_RANGE,
    OPEN_REGION,
}
"""Readings of which one name is true in either: the name is read, and the question is kept."""


@dataclass(frozen=True)
class Piece:
    """A part of a formula as it is printed, its normal form, and what is to be asked of it."""

    latex: str
    name: str
    question: str


@dataclass
class _Part:
    """A factor, sign or operator of a product, by the places of its tokens."""

    start: int
    end: int
    kind: str


@dataclass
class _Product:
    """The parts of one product, and the bracket or fraction in which it stands."""

    parts: list[_Part] = field(default_factory=list)
    outer: tuple[_Product, int] | None = None


def _bare(latex: str) -> str:
    return re.sub(r"(?:\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])|\\q?quad(?![A-Za-z])|\\[,;:! ]|[&~\s])+$", "", latex)


class _Finder:
    """The products of a formula, and which parts of them belong together."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.products: list[_Product] = []
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

    def _scripts_end(self, index: int) -> int:
        while self.text(index) in ("_", "^", "'"):
            index = index + 1 if self.text(index) == "'" else self._group_end(index + 1)
        return index

    def _part(self, index: int) -> _Part:
        text, end = self.text(index), index + 1
        if text in ENDS:
            return _Part(index, end, "end")
        if text in SIGNS:
            return _Part(index, end, "sign")
        if text in ACCENTS:
            while self.text(end) in ACCENTS:
                end += 1
            end = self._group_end(end)
            inside = {token.text for token in self.tokens[index:end]}
            kind = "operator" if inside & (OPERATORS | SPELLED_OPERATORS) and len(inside) < 6 else "factor"
            return _Part(index, self._scripts_end(end), kind)
        if text in BRACKETS:
            return _Part(index, self._scripts_end(self._closing(index) + 1), "bracket")
        if text in FRACTIONS:
            return _Part(index, self._scripts_end(self._group_end(self._group_end(end))), "fraction")
        if text == r"\sqrt":
            return _Part(index, self._scripts_end(self._group_end(end)), "root")
        if text in OPERATORS or (self.tokens[index].kind == "word" and text.strip() in SPELLED_OPERATORS):
            return _Part(index, self._scripts_end(end), "operator")
        if self.tokens[index].kind in ("letter", "number", "word") or text in LETTERS:
            return _Part(index, self._scripts_end(end), "number" if self.tokens[index].kind == "number" else "factor")
        return _Part(index, end, "other")

    def _scan(self, start: int, stop: int, outer: tuple[_Product, int] | None, depth: int) -> None:
        if depth > DEEPEST:
            return
        product = _Product(outer=outer)
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

    def _keep(self, product: _Product, outer: tuple[_Product, int] | None) -> _Product:
        if product.parts:
            self.products.append(product)
        return _Product(outer=outer)

    def _scan_inside(self, part: _Part, outer: tuple[_Product, int], depth: int) -> None:
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

    # What an error speaks of

    def piece(self, text: str, error: ParseError) -> Piece | None:
        """The part of a formula of which an error speaks, if it can stand for itself."""
        span = self.span(error)
        if span is None or set(range(*span)) <= set(self.covered):
            return None
        start, end = span
        stop = self.tokens[end].column - 1 if end < len(self.tokens) else len(text)
        latex = _bare(text[self.tokens[start].column - 1 : stop])
        if len(latex) > LONGEST or latex.count("{") != latex.count("}"):
            return None
        return Piece(latex, normal_form(self.tokens[start:end]), re.sub(r"^column \d+: ", "", str(error)))

    def span(self, error: ParseError) -> tuple[int, int] | None:
        """The places of the part that is to stand for itself."""
        message = str(error)
        if error.column is None:
            return self._vectors() if "vector" in message else None
        place = max((k for k, token in enumerate(self.tokens) if token.column <= error.column), default=0)
        readings = error.readings if isinstance(error, Ambiguous) else ("", "")
        if "is not declared" in message and self.text(place) in NORM:
            return self._norm(place)
        if readings[0] == OPERATOR:
            return self._acting_in_order(place)
        if readings[0] == "a sum over the repeated index":
            return self._contraction(place)
        if "vector" in message and not isinstance(error, Ambiguous):
            return self._vectors()
        found = self._at(place)
        if found is None:
            return None
        product, number = found
        if "does not depend on" in message:
            return self._derivative(product, number)
        if "found '_'" in message or readings[0].startswith("the word "):
            return self._with_scripts(product, number, readings)
        if "nabla" in message or readings[0] == BY_QUANTITY:
            return self._acting(product, number)
        return self._by_readings(message, readings, product, number, place)

    def _by_readings(
        self, message: str, readings: tuple[str, str], product: _Product, number: int, place: int
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

    def _with_scripts(self, product: _Product, number: int, readings: tuple[str, str]) -> tuple[int, int] | None:
        """A bracket with what stands below it; a function whose letters stand side by side, with its bracket."""
        part = product.parts[number]
        if not readings[0]:
            return (part.start, part.end) if part.kind == "bracket" else None
        last = number
        while last + 1 < len(product.parts) and product.parts[last].kind == "factor":
            last += 1
        return (part.start, product.parts[last].end) if product.parts[last].kind == "bracket" else None

    def _at(self, place: int) -> tuple[_Product, int] | None:
        """The innermost product with the token, and the number of its part there."""
        best: tuple[int, _Product, int] | None = None
        for product in self.products:
            for number, part in enumerate(product.parts):
                if part.start <= place < part.end and (best is None or part.end - part.start < best[0]):
                    best = part.end - part.start, product, number
        return None if best is None else best[1:]

    def _raised(self, place: int, part: _Part) -> tuple[int, int] | None:
        """The factor with its superscript; a bracket only with a mark of matrices and conjugates above it."""
        above = [index for index in range(part.start, part.end) if self.text(index) == "^"]
        if not above:
            return None
        inside = {token.text for token in self.tokens[above[-1] + 1 : part.end]} - {"{", "}"}
        if part.kind not in ("factor", "operator") and not inside <= MATRIX_SCRIPTS:
            return None
        return (part.start, part.end) if part.kind != "operator" else None

    def _call(self, product: _Product, number: int) -> tuple[int, int] | None:
        """A name and the bracket behind it."""
        parts = product.parts
        if number + 1 < len(parts) and parts[number].kind == "factor" and parts[number + 1].kind == "bracket":
            if self._holds_operator(parts[number + 1]):
                return None
            end = self._closing(parts[number + 1].start) + 1
            end = self._group_end(end + 1) if self.text(end) == "_" else end
            return parts[number].start, end
        if number > 0 and parts[number].kind == "bracket" and parts[number - 1].kind == "factor":
            return self._call(product, number - 1)
        return None

    def _holds_operator(self, part: _Part) -> bool:
        r"""Whether a derivative of nothing stands in a bracket, so that it acts on what is behind it."""
        texts = [token.text for token in self.tokens[part.start : part.end]]
        return any(
            texts[k] in FRACTIONS and texts[k + 2] in ("d", r"\partial") and texts[k + 3] in ("}", "^")
            for k in range(len(texts) - 3)
        )

    def _pair(self, product: _Product, number: int) -> tuple[int, int] | None:
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

    def _hat(self, product: _Product, number: int) -> tuple[int, int] | None:
        """A letter with a hat and all that is multiplied with it; the letter alone where nothing is."""
        parts, first, last = product.parts, number, number
        while last + 1 < len(parts) and parts[last + 1].kind in ("factor", "bracket", "operator"):
            last += 1
        if (behind := self._next_factor(parts, last)) is not None and self._is_bold(parts[behind]):
            last = behind
        while first > 0 and self._is_bold(parts[first - 1]):
            first -= 1
        if first > 1 and parts[first - 1].kind == "sign" and self._is_bold(parts[first - 2]):
            first -= 2
        return parts[first].start, parts[last].end

    def _acting(self, product: _Product, number: int) -> tuple[int, int] | None:
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
        if last + 1 < len(parts) and parts[last + 1].kind not in ("sign", "other"):
            return None
        first = number
        while first > 1 and self.text(parts[first - 1].start) in (r"\cdot", r"\times"):
            first -= 2
        return parts[first].start, parts[last].end

    def _acting_in_order(self, place: int) -> tuple[int, int] | None:
        """From an operator to the end of its product."""
        found = self._at(place)
        if found is None or any(self.text(part.start) == "/" for part in found[0].parts[found[1] :]):
            return None
        return found[0].parts[found[1]].start, found[0].parts[-1].end

    def _operand(self, parts: Sequence[_Part], number: int) -> int | None:
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

    def _derivative(self, product: _Product, number: int) -> tuple[int, int] | None:
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

    # Factors that belong together

    def doubt(self, usage: Usage) -> PrintDoubt | None:
        """What a product leaves open that is no product of numbers: operators whose order matters, an implied sum."""
        return self._operators(usage) or self._contractions(usage)

    def _operators(self, usage: Usage) -> PrintDoubt | None:
        """An operator of the paper before something that it may act on."""
        for product in self.products if usage.operators else ():
            for part, behind in zip(product.parts, product.parts[1:], strict=False):
                if part.start in self.covered or behind.kind not in ("factor", "bracket"):
                    continue
                held = {token.text for token in self.tokens[part.start : part.end]}
                is_one = part.kind == "factor" and self.text(part.start) in usage.operators
                if is_one or (part.kind == "bracket" and held & usage.operators and "^" in held):
                    shown = f"{self.text(part.start)}… may mean two things: {OPERATOR} or a product of numbers"
                    return PrintDoubt(shown, self.tokens[part.start], OPERATOR, "a product of numbers")
        return None

    def _contractions(self, usage: Usage) -> PrintDoubt | None:
        """A product with an index twice of which no sum is printed, where another term of the line lacks the index."""
        letters = SUMMED_INDICES - self._summed() - ({"i"} if "e" in usage.below else set())  # ions beside electrons
        found: list[tuple[str, _Part, _Part]] = []
        for product in self.products:
            held = [self._indices(part) for part in product.parts]
            for (one, ours), (other, theirs) in combinations(zip(product.parts, held, strict=True), 2):
                found += [(letter, one, other) for letter in sorted(ours & theirs) if not self._is_free(letter)]
        if any(letter in letters for letter, _, _ in found):
            letters |= {"m", "n"}
        for letter, one, other in found:
            if letter in letters and not {one.start, other.start} <= set(self.covered):
                shown = f"{letter}, twice in a product, may mean two things: a sum over it or a label"
                return PrintDoubt(
                    shown, self.tokens[one.start], "a sum over the repeated index", "a product without one"
                )
        return None

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
        found = self._at(place)
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
        return between[0].start, between[-1].end

    def _indices(self, part: _Part) -> set[str]:
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

    def _vectors(self) -> tuple[int, int] | None:
        """The first product of vectors: bold letters that stand side by side, or a power of one."""
        for product in self.products:
            if (flux := self._flux(product)) is not None:
                return flux
            bold = [number for number, part in enumerate(product.parts) if self._is_bold(part)]
            for number in bold:
                part = product.parts[number]
                if self.text(part.start - 1) in ("|", r"\left|") and self.text(part.end) in ("|", r"\right|"):
                    return part.start - 1, self._scripts_end(part.end + 1)
                if part.kind == "factor" and any(self.text(k) == "^" for k in range(part.start, part.end)):
                    single = part.start, part.end
                else:
                    single = None
                last = number
                while (following := self._next_factor(product.parts, last)) is not None and following in bold:
                    last = following
                if last > number:
                    return product.parts[number].start, product.parts[last].end
                if single is not None:
                    return single
        return None

    def _flux(self, product: _Product) -> tuple[int, int] | None:
        r"""\int_S\mathbf{B}\cdot d\mathbf{s}, from the sign to the vector that is integrated over."""
        first = next((k for k, part in enumerate(product.parts) if self.text(part.start) in INTEGRALS), None)
        for number in range(first + 1 if first is not None else len(product.parts), len(product.parts) - 1):
            behind = product.parts[number + 1]
            if product.parts[first or 0].start in self.covered:
                continue
            if self.text(product.parts[number].start) == "d" and behind.kind == "factor" and self._is_bold(behind):
                return product.parts[first or 0].start, behind.end
        return None

    def _next_factor(self, parts: Sequence[_Part], number: int) -> int | None:
        behind = number + 1
        if behind < len(parts) and parts[behind].kind == "sign":
            behind += 1 if self.text(parts[behind].start) != "/" else len(parts)
        return behind if behind < len(parts) else None

    def _is_bold(self, part: _Part) -> bool:
        marks = {mark.removesuffix("{") for mark in VECTORS} | {r"\hat", r"\widehat"}
        texts = {token.text for token in self.tokens[part.start : part.end]}
        return part.kind in ("factor", "bracket") and bool(marks & texts) and part.start not in self.covered


def spans(tokens: Sequence[Token], pieces: Iterable[Sequence[str]]) -> set[int]:
    """The places of tokens that belong to one of the pieces, each given as the texts of its tokens."""
    texts = [token.text for token in tokens]
    found: set[int] = set()
    for piece in pieces:
        size = len(piece)
        for start in range(len(texts) - size + 1):
            if texts[start] == piece[0] and texts[start : start + size] == list(piece):
                found |= set(range(start, start + size))
    return found


@dataclass
class Read:
    """What a formula says, the pieces that were found in it, and the questions that it leaves."""

    found: Any
    pieces: dict[str, Piece] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)

    @property
    def symbols(self) -> dict[str, Any]:
        return {name: sympy.Symbol(name, real=True) for name in self.pieces}


def read_apart(
    text: str,
    names: Mapping[str, Any],
    functions: Mapping[str, Any],
    usage: Usage,
    known: Mapping[str, Piece] = MappingProxyType({}),
) -> Read:
    """The relations of a formula; what is in doubt in it stands for itself where it can.

    `known` are the pieces among the names.  Raises ParseError for a formula of which no part can be left apart.
    """
    with no_recursion_error():
        tokens = tokenize(text)
        read, finder = Read(None), _Finder(tokens)
        while True:
            printed = [
                [token.text for token in tokenize(one.latex)] for one in (*known.values(), *read.pieces.values())
            ]
            finder.covered = spans(tokens, printed)
            error = doubt_in(tokens, usage, finder.covered) or finder.doubt(usage)
            if error is None:
                error = _parsed(text, {**read.symbols, **names}, functions, read)
                if error is None:
                    return read
            piece = finder.piece(text, error) if len(read.pieces) < MOST else None
            if piece is None or piece.name in read.pieces or piece.name in known:
                raise error
            read.pieces[piece.name] = piece


def _parsed(text: str, names: Mapping[str, Any], functions: Mapping[str, Any], read: Read) -> ParseError | None:
    """Reads a formula strictly but for the readings of which one name is true in either; what refuses it is handed back."""
    accepted: dict[tuple[str, str], list[str]] = {pair: [] for pair in ACCEPTED}
    try:
        read.found = parse_latex(text, names, functions, free=True, strict=True, accepted=accepted)
    except ParseError as refused:
        return refused
    read.questions = [re.sub(r"^column \d+: ", "", one) for asked in accepted.values() for one in asked]
    return None
