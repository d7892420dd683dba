"""Plain words about an audit, shared by every format: cleaning, clipping, splitting, naming.

An audit may hold anything a paper or a crash can produce, so every string passes
through `clean` before it reaches a page, a terminal or an XML file.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

LONGEST = 4_000
LONGEST_SLUG = 100
TRANSCRIPTION_MEANING = {
    "agrees": "each printed formula and number, read by itself, is among what was checked, and each checked equation and "
    "number is printed; words around the formulas are ours",
    "words": "the line is in our words; its formulas, if it has any, are among what was checked",
    "not parsed": "the printed formula was not read by machine, or may mean two things: not compared with what was checked",
    "none": "nothing of what was checked can be compared by machine with the printed formula",
    "differs": "the printed formula is not what was checked: a defect of the encoding",
}
"""How far the print of a claim was compared with its encoding."""
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff"  # controls, lone surrogates, no characters of XML
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # what turns the direction of a line
)


def clean(text: str) -> str:
    """The text with control, bidirectional, surrogate and non-XML characters replaced by U+FFFD.

    Newlines and tabs stay.  What is left cannot move a terminal's cursor, reorder a
    line, or make an XML file malformed.
    """
    return text if text.isascii() and text.isprintable() else _HARMFUL.sub("\ufffd", text)


def clip(text: str, longest: int = LONGEST) -> str:
    """Cleaned text of at most `longest` characters; what was cut is said, never silent."""
    if len(text) <= longest:
        return clean(text)
    return f"{clean(text[:longest])}… ({len(text) - longest} more characters)"


def one_line(text: str, longest: int = 300) -> str:
    """Cleaned, clipped text on one line."""
    return " ".join(clip(text, longest).split())


def transcription_words(word: str) -> str:
    """
    >>> transcription_words("none")
    'none: nothing of what was checked can be compared by machine with the printed formula'
    """
    return f"{word}: {TRANSCRIPTION_MEANING[word]}" if word in TRANSCRIPTION_MEANING else clip(word)


def plural(count: int, noun: str) -> str:
    """
    >>> plural(1, "claim"), plural(3, "claim")
    ('1 claim', '3 claims')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop, unless it opens or closes with mathematics.

    >>> sentence("both sides agree")
    'Both sides agree.'
    """
    text = text.strip()
    if not text:
        return ""
    first_word = re.match(r"[a-z]{2,}(?:[ ,.;:]|$)|a ", text)
    if first_word:
        text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else text + "."


_STOP = re.compile(r"[.!?](?=\s|$)")
_SHORTENED = "Eqs? Figs? Refs? Secs? Sects? Nos? Tabs? Chs? App vs cf ca approx resp al etc Dr Prof St".replace(
    " ", "|"
)
_NO_END = re.compile(rf"(?:^|[\s(\[])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|{_SHORTENED})$")
"""What ends in a full stop that ends no sentence: an initial, `a.u`, and what is cut short before a number."""


def sentence_ends(text: str) -> list[int]:
    """Where sentences end: not after `Eq.` or an initial, not before a small letter, and in no formula.

    >>> text = "That of Eq. (86) is meant. It is $a. b$ here, i.e. half a.u. off. So it is."
    >>> [text[:end][-6:] for end in sentence_ends(text)]
    ['meant.', '. off.', 'it is.']
    """
    found = []
    for stop in _STOP.finditer(text):
        before, after = text[: stop.start()], text[stop.end() :].lstrip()
        if not (after[:1].islower() or _NO_END.search(before[-12:]) or before.count("$") % 2):
            found.append(stop.end())
    return found or [len(text)]


def first_sentences(text: str, longest: int) -> str:
    """Whole sentences from the beginning, as many as have room, and one at least."""
    ends = sentence_ends(text)
    return text[: max((end for end in ends if end <= longest), default=ends[0])]


_POWER_OF_TEN = re.compile(r"(?<![\w.])([-−]?)(\d+(?:\.\d+)?)[eE]([+-]?\d{1,4})(?!\w)")
_EXPONENT = re.compile(r"(?<=[\w)])\^(?:\((-?\d+)\)|(-?\d+))(?!\w|\.\d)")
_LONE_POINT = re.compile(r"(?<=\d)\.(?=[,;)])")
_RAISED = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")


def readable(text: str) -> str:
    r"""Our own words with numbers and powers as a physicist writes them; what is between dollar signs stays.

    >>> readable("computed 1.52e4, 1e-17 and x^2 of $1e4$")
    'computed 1.52·10⁴, 10⁻¹⁷ and x² of $1e4$'
    """
    parts = clip(text).split("$")
    parts[::2] = [_readable(part) for part in parts[::2]]
    return "$".join(parts)


def _readable(text: str) -> str:
    if "\\" in text:  # LaTeX without dollar signs
        return text
    text = _POWER_OF_TEN.sub(_power_of_ten, text)
    text = _EXPONENT.sub(lambda found: (found[1] or found[2]).translate(_RAISED), text)
    return _LONE_POINT.sub("", text)


def _power_of_ten(found: re.Match[str]) -> str:
    power = "10" + str(int(found[3])).translate(_RAISED)
    return found[1] + (power if found[2] == "1" else f"{found[2]}·{power}")


# --- printed text: words and mathematics ---------------------------------------------------------


class Segment(NamedTuple):
    """A stretch of a printed claim: `math` says whether it is LaTeX or words."""

    math: bool
    text: str


@lru_cache(maxsize=20_000)
def segments(printed: str) -> tuple[Segment, ...]:
    r"""Splits what a page prints into words and LaTeX, in order.

    With `$...$` the author has said which is which.  Without, spaces outside braces
    separate tokens: a token with a TeX sign (\ ^ _ = ...) is mathematics, a token of
    letters is a word, and what could be either (a number, one letter, a bracket) goes
    with mathematics beside it.

    Words keep the spaces around them, so that the pieces joined are the whole.

    >>> segments(r"gap ~ 10^{-4} E_F")
    (Segment(math=False, text='gap ~ '), Segment(math=True, text='10^{-4} E_F'))
    >>> segments(r"half: $h/2e$.")
    (Segment(math=False, text='half: '), Segment(math=True, text='h/2e'), Segment(math=False, text='.'))
    """
    dollars = re.split(r"(?<!\\)\$", printed)
    if len(dollars) >= 3 and len(dollars) % 2 == 1:
        parts = [Segment(index % 2 == 1, part) for index, part in enumerate(dollars)]
        return tuple(part for part in parts if part.text and not (part.math and part.text.isspace()))
    spans = _token_spans(printed)
    if not spans:
        return () if spans is not None else (Segment(True, printed.strip()),)
    kinds = _settle([_kind(printed[start:end]) for start, end in spans])
    changes = [index for index, math in enumerate(kinds) if index == 0 or kinds[index - 1] != math]
    # The space between words and mathematics belongs to the words.
    starts = [spans[index][0] if kinds[index] or index == 0 else spans[index - 1][1] for index in changes]
    ends = [*starts[1:], spans[-1][1]]
    return tuple(
        Segment(kinds[index], printed[start:end]) for index, start, end in zip(changes, starts, ends, strict=True)
    )


_PIECE = re.compile(r"\\(?:[A-Za-z]+|.)|\s+|.", re.DOTALL)
_OPENING = frozenset(("{", r"\left", r"\begin"))
_CLOSING = frozenset(("}", r"\right", r"\end"))


def _token_spans(text: str) -> list[tuple[int, int]] | None:
    """Where the tokens lie that spaces outside braces and fences separate; None if those do not balance."""
    spans: list[tuple[int, int]] = []
    depth, start = 0, None
    for piece in _PIECE.finditer(text):
        sign = piece.group()
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return None
        if sign.isspace() and depth == 0:
            if start is not None:
                spans.append((start, piece.start()))
            start = None
        elif start is None:
            start = piece.start()
    if depth:
        return None
    if start is not None:
        spans.append((start, len(text)))
    return spans


_WORD = re.compile(r"""[(\["'“‘]*(?:[^\W\d_]{2,}(?:[-'’/.][^\W\d_]+)*|[a-z](?:\.[a-z])+\.?)[)\]"'”’.,;:!?]*""")
_GREEK, _LATIN = re.compile("[α-ωϑϕϵΑ-Ω]"), re.compile("[A-Za-z]")
_TEX_SIGNS = frozenset("\\^_=~|{}<>")


def _kind(token: str) -> bool | None:
    """True for mathematics, False for a word, None for what could be either."""
    if token == "~":  # between spaces it is the sign for "about", which TeX would swallow as a space
        return False
    if any(char in _TEX_SIGNS or (unicodedata.category(char) == "Sm" and char != "+") for char in token):
        return True
    if _WORD.fullmatch(token):  # Latin letters with a Greek one among them are a product, Rφ
        return bool(_GREEK.search(token) and _LATIN.search(token))
    return None


def _settle(kinds: list[bool | None]) -> list[bool]:
    """What could be either goes with mathematics beside it; else with words, if there are any at all."""
    if True not in kinds:
        return [False not in kinds for _ in kinds]
    settled = list(kinds)
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for index in order:
            if settled[index] is None and settled[index - step] is True:
                settled[index] = True
    return [kind is True for kind in settled]


def is_formula(printed: str) -> bool:
    """Whether the whole of it is one formula, to be displayed on a line of its own; nothing that fills a page is."""
    if len(printed) > LONGEST:
        return False
    parts = [part for part in segments(printed) if part.text.strip()]
    return len(parts) == 1 and parts[0].math


def anchor(*names: str) -> str:
    """A fragment identifier that is safe in any attribute and different for different names.

    >>> anchor("essen", "II.B-SI"), anchor("liu", "<a>")
    ('essen..II.B-SI', 'liu..~3c~a~3e~')
    """
    return "..".join(map(_slug, names))


def _slug(name: str) -> str:
    if len(name) > LONGEST_SLUG:
        return f"~~{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()}"
    return re.sub(r"[^A-Za-z0-9_.-]", lambda match: f"~{ord(match.group()):x}~", name)
