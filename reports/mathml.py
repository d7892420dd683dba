r"""latex2mathml's tree → MathML Core markup, rebuilt element by element.

Two reasons not to use latex2mathml's own text.  Safety: it un-escapes (a `<script>`
inside `\text{}` would come through) and passes attributes on, so only whitelisted
elements and attributes are written here, and all text is escaped.  Typography:
browsers' MathML Core wants characters where LaTeX says style, and knows nothing of
TeX's spacing of signs, bars and functions.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto
from typing import Any

from markupsafe import escape

from reports.text import clean

DEEPEST = 40


class NotTypeset(ValueError):
    """The formula is outside what can be set faithfully."""


_LENGTH = re.compile(r"[+-]?(?:\d{1,2}(?:\.\d{1,4})?|\.\d{1,4})(?:em|ex|pt|px|mu)?")
_FLAG = re.compile(r"true|false")
_ATTRIBUTES = {
    **dict.fromkeys(("accent", "accentunder", "displaystyle", "fence", "movablelimits", "separator"), _FLAG),
    **dict.fromkeys(("linethickness", "lspace", "rspace", "mathsize", "maxsize", "minsize"), _LENGTH),
    **dict.fromkeys(("width", "height", "depth"), _LENGTH),
    "form": re.compile(r"prefix|infix|postfix"),
    "scriptlevel": re.compile(r"[+-]?\d"),
    "stretchy": _FLAG,
}
_ROWS = frozenset(("mrow", "mstyle", "mpadded", "mphantom", "mtd", "msqrt"))
_SCRIPTED = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))
_ARITY = {"msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3, "mroot": 2, "mfrac": 2}
_OTHERS = frozenset(("mn", "mtext", "mspace", "mroot", "mfrac", "mtable", "mtr"))
_ACCENTS = {
    "^": "ˆ",
    "~": "˜",
    "\u02d9": "\u02d9",
    "\u00a8": "\u00a8",
    "\u00af": "\u00af",
    "→": "→",
    "\u02c7": "\u02c7",
}
_STAYS_LETTER = frozenset("∞∂∇")
# \perp, \Box and \sim come as look-alikes; h-bar may be typed as a letter of Maltese.
_SAME_GLYPH = {"\u27c2": "⊥", "\u25fb": "□", "~": "∼", "ħ": "ℏ"}
_FUNCTIONS = frozenset(
    ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "arg")
) | frozenset(("exp", "ln", "log", "lg", "det", "dim", "ker", "sgn", "gcd"))
_LIMITS = frozenset(("lim", "max", "min", "sup", "inf", "lim sup", "lim inf"))
_SIGNS = frozenset("+−-±∓")
_FENCES = frozenset("()[]{}⟨⟩")
_LARGE = frozenset("∑∏∫∮∬∭⋃⋂⨁⨂")
_STRETCHED = frozenset("ˆ˜\u00af→\u02c7")
"""Accents that a browser makes as wide as what is below."""
_TIGHT = frozenset("/.|‖′″‴∂∇")
_PRIMES = frozenset("′″‴")
_SPINS = frozenset("↑↓")
"""Arrows that are names of states: as operators they would stretch."""
_NO_SPACE = frozenset("′″∇⟨⟩‖")
"""Signs that a browser sets close of itself."""
_MARKUP = {
    "\ue000": '<mrow class="ins">',
    "\ue001": "</mrow>",
    "\ue002": '<mrow class="del">',
    "\ue003": "</mrow>",
}
"""The private characters of `reports.edit`, which say what is inserted and what deleted."""
_THIN = '<mspace width="0.167em"></mspace>'


def markup_of(root: Any) -> str:
    """The markup of what is inside a `<math>` element.

    Raises NotTypeset for an element or command outside the whitelist, or nesting deeper than `DEEPEST`.
    """
    if _nesting(root) > DEEPEST:
        raise NotTypeset(f"nesting={_nesting(root)}, expected at most {DEEPEST}")
    rows = list(root)
    while len(rows) == 1 and rows[0].tag == "mrow" and not rows[0].attrib:
        rows = list(rows[0])  # <math> is a row itself
    return _row(rows, tight=False)


def _nesting(root: Any) -> int:
    """How deep elements nest, found without recursion."""
    deepest, waiting = 0, [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element)
    return deepest


# --- rows: what stands beside what ---------------------------------------------------------------


class _Role(Enum):
    START = auto()
    OPENING = auto()
    CLOSING = auto()
    OPERATOR = auto()
    FUNCTION = auto()
    SPACE = auto()
    ATOM = auto()


# After these a plus or minus is a sign, not an operation, and a bar opens.
_EXPECTS_OPERAND = frozenset((_Role.START, _Role.OPENING, _Role.OPERATOR, _Role.FUNCTION))


def _row(children: Iterable[Any], *, tight: bool) -> str:
    """Children side by side, with TeX's spacing; `tight` is for subscripts and superscripts."""
    pieces: list[str] = []
    before = _Role.START
    open_marks = 0
    children = _words_joined(children)
    flat = all(map(_is_low, children))
    for child in children:
        if child.tag == "mi" and (mark := _MARKUP.get(child.text or "")):
            open_marks += 1 if mark != "</mrow>" else -1
            if open_marks not in (0, 1):
                raise NotTypeset("marks of changes do not pair")
            pieces.append(mark)
            continue
        role = _role(child, before)
        if {before, role} <= {_Role.FUNCTION, _Role.ATOM} and _Role.FUNCTION in (before, role):
            pieces.append(_THIN)
        sign = child.tag == "mo" and before in _EXPECTS_OPERAND and _text(child) in _SIGNS
        if flat and child.tag == "mo" and _text(child) in _FENCES:
            pieces.append(f"<mo>{escape(_text(child))}</mo>")  # it has nothing to stretch over
        else:
            pieces.append(_operator(child, tight=tight, sign=True) if sign else _markup(child, tight=tight))
        if role is not _Role.SPACE:
            before = role
        elif before in (_Role.FUNCTION, _Role.ATOM):
            before = _Role.SPACE
    if open_marks:
        raise NotTypeset("marks of changes do not pair")
    return "".join(pieces)


def _is_low(element: Any) -> bool:
    """Whether it is no higher than a bracket."""
    return element.tag in ("mi", "mn", "mo", "mspace") and _text(element) not in _LARGE


def _role(element: Any, before: _Role) -> _Role:
    if element.tag == "mspace":
        return _Role.SPACE
    if element.tag in _SCRIPTED and len(element):
        return _role(element[0], before)
    text = _text(element) if element.tag in ("mi", "mo") else ""
    if text in _FUNCTIONS:
        return _Role.FUNCTION
    if text in ("|", "‖"):
        return _Role.OPENING if before in _EXPECTS_OPERAND else _Role.CLOSING
    category = unicodedata.category(text) if len(text) == 1 else ""
    if category in ("Ps", "Pe"):
        return _Role.OPENING if category == "Ps" else _Role.CLOSING
    if element.tag == "mo" or (category == "Sm" and text not in _STAYS_LETTER):
        return _Role.ATOM if text in _STAYS_LETTER or text in ("!", ".") else _Role.OPERATOR
    return _Role.ATOM


def _words_joined(children: Iterable[Any]) -> list[Any]:
    r"""Upright letters side by side (\mathrm{nA}) become one word."""
    joined: list[Any] = []
    for child in children:
        if joined and _is_upright_letters(child) and _is_upright_letters(joined[-1]):
            joined[-1] = _with_text(joined[-1], _text(joined[-1]) + _text(child))
        else:
            joined.append(child)
    return joined


def _is_upright_letters(element: Any) -> bool:
    return element.tag == "mi" and element.get("mathvariant") == "normal" and _text(element).isalpha()


def _with_text(element: Any, text: str) -> Any:
    copy = element.makeelement(element.tag, dict(element.attrib))
    copy.text = text
    return copy


# --- elements ------------------------------------------------------------------------------------


def _markup(element: Any, *, tight: bool) -> str:
    tag = element.tag
    if len(element) != _ARITY.get(tag, len(element)):
        raise NotTypeset(f"{tag} has {len(element)} parts, expected {_ARITY[tag]}")
    if tag == "mi":
        return _identifier(element, tight=tight)
    if tag == "mo":
        return _operator(element, tight=tight)
    if tag in _SCRIPTED:
        return _scripted(element, tight=tight)
    if tag == "mrow" and not element.attrib and len(_words_joined(element)) == 1:
        return _row(element, tight=tight)
    if tag in _ROWS:
        inner = _row(element, tight=tight)
    elif tag in _OTHERS:
        inner = (
            "".join(_markup(child, tight=tight) for child in element) if len(element) else str(escape(_text(element)))
        )
    else:
        raise NotTypeset(f"element={tag!r}, expected one of MathML Core")
    return f"<{tag}{_attributes(element)}>{inner}</{tag}>"


def _text(element: Any) -> str:
    """The element's text with latex2mathml's numeric references resolved."""
    text = clean(html.unescape(element.text or ""))
    if element.tag != "mtext" and ("\\" in text or text == "&" or (len(element) and element.tag in ("mi", "mo"))):
        raise NotTypeset(f"{element.tag}={text!r}, expected a character or a command that latex2mathml knows")
    return text


def _attributes(element: Any, **more: str) -> str:
    """The harmless attributes of an element, `more` overriding, in alphabetical order."""
    found = {name: str(value) for name, value in element.attrib.items()} | more
    kept = {name: value for name, value in found.items() if name in _ATTRIBUTES and _ATTRIBUTES[name].fullmatch(value)}
    if found.get("columnalign") in ("left", "right") and element.tag == "mtd":
        kept["class"] = found["columnalign"]
    return "".join(f' {name}="{escape(kept[name])}"' for name in sorted(kept))


def _identifier(element: Any, *, tight: bool) -> str:
    text = _SAME_GLYPH.get(_text(element), _text(element))
    variant = element.get("mathvariant")
    if len(text) == 1 and text not in _STAYS_LETTER:
        category = unicodedata.category(text)
        if category in ("Ps", "Pe", "Sm") or text in _TIGHT:
            return _operator(_as_operator(text), tight=tight)
    if variant == "normal":
        upright = ' mathvariant="normal"' if len(text) == 1 and text.isalpha() else ""
        return f"<mi{upright}>{escape(text)}</mi>"
    return f"<mi>{escape(_restyled(element, text))}</mi>"


def _as_operator(text: str) -> Any:
    from xml.etree.ElementTree import Element

    operator = Element("mo", {"stretchy": "false"} if unicodedata.category(text) in ("Ps", "Pe") else {})
    operator.text = text
    return operator


def _operator(element: Any, *, tight: bool, sign: bool = False) -> str:
    text = _text(element)
    more: dict[str, str] = {}
    if text in _FENCES and "stretchy" in element.attrib and element.get("stretchy") != "false":
        return f"<mo>{escape(text)}</mo>"  # a browser knows of itself that they are fences, and stretches them
    if text in ("⟨", "⟩") and "stretchy" not in element.attrib:
        more["stretchy"] = "false"
    if text in _FUNCTIONS or text in _SPINS:
        return f"<mi>{escape(text)}</mi>"
    if text in _LIMITS:
        more |= {"lspace": "0", "rspace": "0.167em", "movablelimits": "true"}
    elif text not in _NO_SPACE and (tight or text in _TIGHT):
        more |= {"lspace": "0", "rspace": "0"}
    elif sign:
        more["form"] = "prefix"
    return f"<mo{_attributes(element, **more)}>{escape(text)}</mo>"


def _scripted(element: Any, *, tight: bool) -> str:
    tag = element.tag
    base, *scripts = element
    mark = _text(scripts[0]) if tag == "mover" and scripts[0].tag == "mo" else ""
    if mark in _ACCENTS:
        return _accented(base, _ACCENTS[mark], tight=tight)
    if tag in ("msup", "msubsup") and scripts[-1].tag == "mi" and _text(scripts[-1]) in _PRIMES:
        return _primed(base, scripts, tight=tight)
    if tag == "msub" and base.tag == "mo" and _text(base) in _LIMITS:
        tag = "munder"  # with movable limits: below when displayed, beside when not
    inner = _markup(base, tight=tight) + "".join(_markup(script, tight=True) for script in scripts)
    return f"<{tag}{_attributes(element)}>{inner}</{tag}>"


def _primed(base: Any, scripts: list[Any], *, tight: bool) -> str:
    """A prime stands beside its letter: the font draws it raised already, and a browser would raise it again."""
    row = f"<mrow>{_markup(base, tight=tight)}{_markup(scripts[-1], tight=tight)}</mrow>"
    return row if len(scripts) == 1 else f"<msub>{row}{_markup(scripts[0], tight=True)}</msub>"


def _accented(base: Any, sign: str, *, tight: bool) -> str:
    """Accents sit close and, over a single letter, keep their natural width."""
    while base.tag == "mrow" and len(base) == 1:
        (base,) = base
    single = base.tag == "mi" and len(_text(base)) == 1
    natural = ' stretchy="false"' if single and sign in _STRETCHED else ""
    return f'<mover accent="true">{_markup(base, tight=tight)}<mo{natural}>{sign}</mo></mover>'


# --- styled letters ------------------------------------------------------------------------------

_STYLES = {
    "bold": "BOLD",
    "italic": "ITALIC",
    "bold-italic": "BOLD ITALIC",
    "script": "SCRIPT",
    "bold-script": "BOLD SCRIPT",
    "fraktur": "FRAKTUR",
    "bold-fraktur": "BOLD FRAKTUR",
    "double-struck": "DOUBLE-STRUCK",
    "sans-serif": "SANS-SERIF",
    "monospace": "MONOSPACE",
}


def _restyled(element: Any, text: str | None = None) -> str:
    """The element's text in the characters of its mathvariant."""
    text = _text(element) if text is None else text
    variant = element.get("mathvariant")
    return text if variant in (None, "normal") else "".join(_styled(char, variant) for char in text)


def _styled(char: str, variant: str) -> str:
    """The mathematical alphanumeric character: browsers honour the character, not the attribute."""
    style = _STYLES.get(variant)
    words = unicodedata.name(char, "").split()
    if style is None or len(words) < 2 or words[0] not in ("LATIN", "GREEK", "DIGIT"):
        return char
    # "LATIN CAPITAL LETTER E" → "CAPITAL E"; "DIGIT TWO" stays.
    rest = " ".join(words if words[0] == "DIGIT" else [word for word in words[1:] if word != "LETTER"])
    black_letter = style.replace("FRAKTUR", "BLACK-LETTER")
    for name in (f"MATHEMATICAL {style} {rest}", f"{style} {rest}", f"{black_letter} {rest}"):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return char
