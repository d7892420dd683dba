r"""Derivatives that are printed as marks: \psi''(x), S_0', \dot x.

A mark is a derivative where the name under it is a function of one letter: of the author's, or of the print that
shows by a second prime somewhere, or says in words, that its primes are derivatives.  Then the formula is read as if
\frac{d^2\psi(x)}{dx^2} stood there.  Anywhere else a marked function may as well be another one (a transformed field,
the imaginary part of a response), and so may two primes on a letter: the name stands for itself, and it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from referee.author_notation import Entry
from referee.name_tokens import names_in, names_of, single_arguments, slopes_in
from referee.names import Usage
from verify.grammar.parser import ParseError, Token, no_recursion_error
from verify.grammar.tokens import normal_form, tokenize

PRIMES = re.compile(r"\^\s*(?:\{((?:\s*\\prime(?![A-Za-z])\s*)+)\}|\\prime(?![A-Za-z]))")
DOTS = re.compile(r"\\(dot|ddot|dddot)\{([^{}]*)\}((?:_\{[^{}]*\})?)$")
LOWERED = re.compile(r"(.+)_\{[xyzt]{2,3}\}")
MARKS = {"'", r"\prime", r"\dot", r"\ddot", r"\dddot"}
ORDER = {"dot": 1, "ddot": 2, "dddot": 3}
IN_WORDS = re.compile(
    r"\bprimes?\b[^.]{0,40}\b(?:denotes?|indicates?|means?|stands?|represents?)\b[^.]{0,30}\b(?:deriv|differen)", re.I
)
LAYOUT = re.compile(r"(?:\\q?quad(?![A-Za-z])|\\[,;:! ]|[&~\s])+$")
RESPONSES = {
    *(r"\epsilon", r"\varepsilon", r"\chi", r"\mu", r"\sigma", r"\alpha", r"\kappa", r"\eta", r"\Sigma", r"\Gamma"),
    *("n", "G", "E", "J", "Z", "K"),
}  # fmt: skip
"""Letters whose primes are the real and the imaginary part as often as not."""
FREQUENCIES = {r"\omega", r"\nu", r"\Omega", "q", "k"}


@dataclass(frozen=True)
class Mark:
    """A marked name in a formula: its places, what is under the mark, the order, and the letters in the brackets behind it."""

    name: str
    base: str
    order: int
    is_dot: bool
    start: int
    end: int
    argument: tuple[str, ...] | None
    """None without brackets, empty where something else than single names stands in them."""
    close: int


@dataclass
class Marks:
    """What the marks of a paper mean: derivatives by letters, or what is to be asked."""

    usage: Usage
    said: frozenset[str]
    """Marked names that the author has declared as quantities of their own."""
    in_words: bool = False
    over: dict[str, set[str]] = field(default_factory=dict)
    """The letters to which each name, or a marked form of it, is applied."""
    high: set[str] = field(default_factory=set)
    """Names that bear two primes somewhere."""
    asked: dict[str, str] = field(default_factory=dict)
    """Marked names that may be something else, with what is under the mark."""

    @classmethod
    def of(cls, texts: Iterable[str], usage: Usage, author: Iterable[Entry], words: str) -> Marks:
        """The marks of the formulas of a paper."""
        made = cls(usage, frozenset(one.latex for one in author if one.is_said), bool(IN_WORDS.search(words)))
        for name, arguments in usage.arguments.items():
            made.over.setdefault(name, set()).update(one[0] for one in arguments if len(one) == 1)
        for text in texts:
            for mark in _marks(_tokens(text)):
                made.over.setdefault(mark.base, set()).update(mark.argument or ())
                made.high |= {mark.base} if mark.order > 1 and not mark.is_dot else set()
        return made

    def letter(self, base: str) -> str:
        """The one letter on which a function depends; empty if it is none, or depends on more or on nobody knows what."""
        over = self.usage.dependent.get(base, ())
        if not over and base in self.usage.functions and self.usage.functions[base] == 1:
            found = self.over.get(base, set())
            over = tuple(found) if len(found) == 1 else ()
            if not over:
                placed = {given for name, given in self.usage.defined if name == base and len(given) == 1}
                over = next(iter(placed)) if len(placed) == 1 else ()
        is_letter = len(over) == 1 and re.fullmatch(r"[A-Za-z]|\\[A-Za-z]+", over[0])
        return over[0] if is_letter and over[0] not in self.usage.dependent else ""

    def is_derivative(self, mark: Mark) -> bool:
        """Whether the mark cannot be anything else."""
        letter = self.letter(mark.base)
        if not letter or (mark.argument is not None and mark.argument != (letter,)):
            return False
        if mark.base in self.usage.said:
            return True
        if mark.is_dot:
            return letter == "t"
        if mark.base in RESPONSES or letter in FREQUENCIES:
            return False
        functions = self.usage.functions
        return self.in_words or any(base in functions for base in self.high - RESPONSES)

    def is_asked(self, mark: Mark, tokens: list[Token]) -> bool:
        """Whether the mark may be a derivative; so may one prime beside the letter itself and another derivative."""
        functions = self.usage.functions
        if mark.is_dot:
            return mark.base in functions
        if mark.base in functions or mark.base in self.high or (mark.argument is not None and mark.name in functions):
            return True
        if any(True for _ in slopes_in(tokens)) and mark.base in {
            normal_form(tokens[a:b]) for a, b in names_in(tokens)
        }:
            return True
        return self.in_words

    def read(self, text: str) -> str:
        """The formula with fractions in the place of marks that are derivatives; what may be one is noted in `asked`."""
        made = plain = PRIMES.sub(lambda found: "'" * max(1, found[0].count("prime")), text)
        tokens = _tokens(plain)
        for mark in reversed(_marks(tokens)):
            if mark.name in self.said:
                continue
            if self.is_derivative(mark):
                made = self._replaced(made, tokens, mark)
            elif self.is_asked(mark, tokens):
                self.asked[mark.name] = mark.base
        for name, base in _lowered(plain):
            if name not in self.said and (base in self.usage.functions or base in self.usage.slopes):
                self.asked[name] = base  # u_{xx}
        return made if made != plain else text

    def _replaced(self, text: str, tokens: list[Token], mark: Mark) -> str:
        letter = self.letter(mark.base)
        power = f"^{{{mark.order}}}" if mark.order > 1 else ""
        called = f"({letter})" if mark.argument is not None else ""
        end = mark.close if mark.argument is not None else mark.end
        stop = tokens[end].column - 1 if end < len(tokens) else len(text)
        layout = LAYOUT.search(text[:stop])
        behind = layout[0] if layout and layout.start() >= tokens[mark.start].column - 1 else ""
        fraction = rf"\frac{{d{power} {mark.base}{called}}}{{d{letter}{power}}}"
        return text[: tokens[mark.start].column - 1] + fraction + behind + text[stop:]


def questions(asked: Mapping[str, str]) -> dict[str, str]:
    """The question on each marked name, as a template for it."""
    shown = {name: base.replace("{", "{{").replace("}", "}}") for name, base in asked.items()}
    return {
        name: f"{{}} may mean two things: a derivative of {base}, or a quantity of its own"
        for name, base in shown.items()
    }


def _marks(tokens: list[Token]) -> list[Mark]:
    if not any(token.text in MARKS for token in tokens):
        return []
    try:
        with no_recursion_error():
            return marks_in(tokens)
    except ParseError:  # a brace that nobody closes: the line is not read
        return []


def marks_in(tokens: list[Token]) -> list[Mark]:
    """The marked names of a formula, outside of superscripts and subscripts."""
    found = []
    for start, end in names_in(tokens):
        name = normal_form(tokens[start:end])
        base, order, is_dot = _under(name)
        if not order:
            continue
        argument, close = None, end
        if end < len(tokens) and tokens[end].text == "(":
            argument = single_arguments(tokens, end)
            close = next((k for k in range(end, len(tokens)) if tokens[k].text == ")"), end) + 1
            argument = argument if argument and close <= len(tokens) else ()
        found.append(Mark(name, base, order, is_dot, start, end, argument, close))
    return found


def _under(name: str) -> tuple[str, int, bool]:
    r"""What is under the mark, its order, and whether it is a dot.

    >>> _under(r"\psi_{0}''"), _under(r"\ddot{x}_{i}"), _under("x")
    (('\\psi_{0}', 2, False), ('x_{i}', 2, True), ('x', 0, False))
    """
    if name.endswith("'"):
        base = name.rstrip("'")
        return base, len(name) - len(base), False
    if dots := DOTS.match(name):
        return dots[2] + dots[3], ORDER[dots[1]], True
    return name, 0, False


def _lowered(text: str) -> list[tuple[str, str]]:
    """The names of a formula with two or three coordinates below them, and what these stand below."""
    try:
        with no_recursion_error():
            names = [name for name, _, _ in names_of(text)]
    except ParseError:
        return []
    return [(name, match[1]) for name in names if (match := LOWERED.fullmatch(name))]


def _tokens(text: str) -> list[Token]:
    try:
        return tokenize(text)
    except ParseError:
        return []
