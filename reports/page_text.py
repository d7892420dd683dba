r"""Words and formulas of an audit as HTML: printed lines, evidence with the page's symbols, marked changes, code.

Everything is escaped here or set by `reports.typeset`; nothing of a paper reaches the page as markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from reports.edit import unmarked
from reports.plain_formula import plain
from reports.spoken import spoken
from reports.text import clip, is_formula, one_line, readable, segments
from reports.typeset import typeset
from verify.verdicts import PaperAudit

LONGEST_PRINTED, LONGEST_BRIEF = 12_000, 120
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
SUBSCRIPT = re.compile(
    r"(?<=[^\W\d_])[₀₁₂₃₄₅₆₇₈₉]+|(?<=[\w\u0300-\u036f\u20d7∑∏∫])(?:_((?:[^\W_⁰¹²³⁴-⁹]|[∥⟂↑↓∘]|,(?=\w)|_)+)|_\(([^()]{1,30})\))"
)
_FUNCTIONS = (
    (re.compile(r"\blog\("), "ln("),
    (re.compile(r"\bsqrt\("), "√("),
    (re.compile(r"\bbessel([ijky])\((\d), "), lambda found: f"{found[1].upper()}_{found[2]}("),
    (re.compile(r"\bIntegral\("), "∫("),
)
"""Functions of the computer algebra, as a physicist writes them."""
_POWER = re.compile(r"\^(?:\(([-−]?[\w/·]{1,12})\)|([^\W\d_]|∞)(?!\w))")
_LABEL = re.compile(r"\.[^\W\d_]{2,}\w*$")
"""What stands before the underscore of a line's name, such as 11.local_above."""
DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


class Names:
    """The names that evidence uses for the symbols of a paper, each written as the paper prints it."""

    def __init__(self, latex: Mapping[str, str], meanings: Mapping[str, str] | None = None) -> None:
        self.latex = latex
        self.meanings = meanings or {}
        """What a symbol, in plain letters, stands for, where it stands for one thing only."""
        self.coded: dict[str, tuple[str, str]] = {}
        """By the name in the code, the symbol in plain letters and what it stands for."""
        # A name without an underscore or a digit may be a word ("electrons"), which stays one.
        internal = sorted((name for name in latex if re.search(r"[_0-9]", name)), key=len, reverse=True)
        names = _one_of(internal)
        self._pattern = re.compile(rf"(?<![\w\\.])({names})(?![^\W{_RAISED}])") if names else None
        self._text: dict[str, str] = {}

    @classmethod
    def of(cls, paper: PaperAudit) -> Names:
        """From the notation: a name in text where it is the only one, else that of the encoding."""
        often = Counter(entry.name for entry in paper.notation)
        alone = {entry.name: entry.latex for entry in paper.notation if often[entry.name] == 1}
        held = Counter(plain(entry.latex) for entry in paper.notation)
        meanings = {plain(entry.latex): entry.meaning for entry in paper.notation}
        meanings = {sign: meaning for sign, meaning in meanings.items() if meaning and held[sign] == 1}
        found = cls({entry.code: entry.latex for entry in paper.notation} | alone, meanings)
        found.coded = {entry.code: (plain(entry.latex), entry.meaning) for entry in paper.notation if entry.meaning}
        return found

    def symbol(self, name: str) -> Markup:
        """A symbol in a formula's letters; without a notation, `r_He` has one subscript of two letters."""
        return typeset(self.latex.get(name) or _guessed(name)) or code(name)

    def text(self, name: str) -> str:
        """A symbol in plain letters."""
        if name not in self._text:
            latex = self.latex.get(name)
            is_latex = "\\" in name or "{" in name
            self._text[name] = plain(latex or name) if latex or is_latex else name
        return self._text[name]

    def plainly(self, words: str) -> str:
        """The words, with each internal name as the page's symbol, in plain letters."""
        for pattern, sign in _FUNCTIONS:
            words = pattern.sub(sign, words)
        return words if self._pattern is None else self._pattern.sub(lambda found: self.text(found[1]), words)

    def within(self, words: str) -> Markup:
        """The words as HTML, with each name as the page's symbol, and subscripts set low."""
        return lowered(self.plainly(clip(words)))


def _one_of(names: Iterable[str]) -> str:
    """A pattern for the first of the names that stands there: tried letter by letter, not name by name.

    >>> _one_of(["x_12", "y_0", "x_1"])
    'x(?:_12|_1)|y(?:_0)'
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


NO_NAMES = Names({})


def _guessed(name: str) -> str:
    plainly = re.fullmatch(r"([^\W_]+)_(\w{2,})", name)
    return f"{plainly[1]}_{{\\mathrm{{{plainly[2].replace('_', ',')}}}}}" if plainly else name


def lowered(words: str) -> Markup:
    """Escaped words in which `r_He` has a subscript.

    >>> str(lowered("r_He < 1"))
    'r<sub>He</sub> &lt; 1'
    >>> str(lowered("∑_(i=1)^N e_i² of 11.local_above"))
    '∑<sub>i=1</sub><sup>N</sup> e<sub>i</sub>² of 11.local_above'
    """
    text = str(escape(words))
    if "_" in text or any(digit in text for digit in "₀₁₂₃₄₅₆₇₈₉"):
        text = SUBSCRIPT.sub(_low, text)
    return Markup(_POWER.sub(lambda found: f"<sup>{found[1] or found[2]}</sup>", text) if "^" in text else text)


def _low(found: re.Match[str]) -> str:
    if _LABEL.search(found.string, max(0, found.start() - 40), found.start()):
        return found[0]
    return f"<sub>{found[1] or found[2] or found[0].translate(DIGITS)}</sub>"


def printed(text: str) -> Markup:
    """A claim as the page prints it: formulas set, words as words, and source code where setting fails."""
    return _set(unmarked(text), display=True)


def in_line(text: str) -> Markup:
    """A claim in a line of a list: its formulas in line."""
    return _set(unmarked(text), display=False)


def brief(text: str) -> Markup:
    """A claim in plain letters, cut between two words where it is long: what a list has room for."""
    told = one_line("".join(plain(part.text) if part.math else part.text for part in segments(unmarked(text))), 4_000)
    if len(told) > LONGEST_BRIEF:
        told = f"{told[: told.rfind(' ', 0, LONGEST_BRIEF)].rstrip(',;: ')} …"
    return lowered(told)


@lru_cache(maxsize=20_000)
def _set(text: str, *, display: bool) -> Markup:
    if len(text) > LONGEST_PRINTED:
        return code(text)
    parts = segments(text)
    if is_formula(text):
        formula = next(part.text for part in parts if part.math)
        return (typeset(formula, display=True) if display else _inline(formula)) or code(text)
    pieces = [_inline(part.text) if part.math else lowered(clip(part.text)) for part in parts]
    if None in pieces and "$" not in text:  # the split was our guess, perhaps a wrong one
        return _inline(text) or code(text)
    return Markup("").join(piece or code(part.text) for piece, part in zip(pieces, parts, strict=True))


def marked(latex: str) -> Markup:
    """A formula with what is inserted or deleted marked; without the marks where that cannot be set."""
    found = typeset(latex) or typeset(unmarked(latex))
    return code(unmarked(latex)) if found is None else _box(_spoken(found, latex))


def _spoken(formula: Markup, latex: str) -> Markup:
    """The formula with the words in which it is read aloud: a voice that reads formulas does not tell what is marked."""
    words = spoken(latex)
    return Markup('<math aria-label="{}">{}').format(words, formula[len("<math>") :]) if words else formula


def _inline(latex: str) -> Markup | None:
    """A formula in running text; a long one has a box of its own, which scrolls, and not the page."""
    found = typeset(latex)
    return found if found is None or len(latex) < 40 else _box(found)


def _box(formula: Markup) -> Markup:
    return Markup('<span class="w">{}</span>').format(formula)


def correction(text: str, names: Names = NO_NAMES) -> Markup:
    """What a line should say: a formula, or a sentence."""
    if is_formula(text):
        found = typeset(text)
        return code(text) if found is None else _box(found)
    return prose(text, names)


def code(text: str) -> Markup:
    """Source, shown as such."""
    return Markup("<code>{}</code>").format(clip(text))


def prose(text: str | None, names: Names = NO_NAMES) -> Markup:
    """Words of the audit itself: LaTeX where dollar signs or backslashes say so, and the names that only a symbol has."""
    if not text:
        return Markup("")
    text = readable(text)
    if "$" not in text and "\\" not in text:
        return names.within(text)
    dollars = text.split("$")
    if len(dollars) > 1 and len(dollars) % 2 == 1:
        dollars[::2] = [names.within(part) for part in dollars[::2]]
        dollars[1::2] = [_set(f"${part}$", display=False) for part in dollars[1::2]]
        return Markup("").join(dollars)
    return _set(text, display=False)
