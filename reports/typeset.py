"""LaTeX as printed → MathML that a browser sets well and that cannot carry anything else.

latex2mathml does the reading.  Its result is rebuilt here element by element from a
whitelist, because its own serialiser un-escapes text (a `<script>` inside `\\text{}`
would come through) and passes attributes on; and mended where browsers' MathML Core
wants characters rather than attributes.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any

from markupsafe import Markup, escape

from reports.text import clean

LONGEST = 3_000
DEEPEST = 40

# Macro definitions can expand without bound, the others reach outside the formula.
_FORBIDDEN = re.compile(r"\\(?:def|newcommand|renewcommand|let|href|url|class|style|includegraphics)(?![A-Za-z])")
_REPLACED = ((re.compile(r"\\AA(?![A-Za-z])"), "Å"), (re.compile(r"\\(?:nonumber|notag|displaystyle)(?![A-Za-z])"), ""))

_LENGTH = re.compile(r"[+-]?(?:\d{1,2}(?:\.\d{1,4})?|\.\d{1,4})(?:em|ex|pt|px|mu)?")
_FLAG = re.compile(r"true|false")
_ATTRIBUTES = {
    "accent": _FLAG,
    "accentunder": _FLAG,
    "displaystyle": _FLAG,
    "fence": _FLAG,
    "movablelimits": _FLAG,
    "separator": _FLAG,
    "stretchy": _FLAG,
    "form": re.compile(r"prefix|infix|postfix"),
    "scriptlevel": re.compile(r"[+-]?\d"),
    **dict.fromkeys(
        ("linethickness", "lspace", "rspace", "mathsize", "maxsize", "minsize", "width", "height", "depth"), _LENGTH
    ),
}
_ELEMENTS = frozenset(
    "mrow mi mn mo mtext mspace msqrt mroot mfrac msub msup msubsup munder mover munderover "
    "mtable mtr mtd mstyle mpadded mphantom mmultiscripts mprescripts none".split()
)
_ROWS = frozenset(("mrow", "mstyle", "mpadded", "mtd", "msqrt"))
_VARIANTS = {
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
_SAME_GLYPH = {"\u27c2": "⊥", "\u25fb": "□"}


class NotTypeset(ValueError):
    """The LaTeX is outside what can be set faithfully; the page shows it as code instead."""


def typeset(latex: str, *, display: bool = False) -> Markup | None:
    """The formula as a `<math>` element, or None when it cannot be set faithfully.

    None rather than a guess: for LaTeX that does not parse, has an unknown command,
    is longer than `LONGEST` characters or nested deeper than `DEEPEST`.
    """
    if len(latex) > LONGEST or _FORBIDDEN.search(latex):
        return None
    for pattern, replacement in _REPLACED:
        latex = pattern.sub(replacement, latex)
    try:
        from latex2mathml.converter import convert_to_element

        row = convert_to_element(latex, display="block" if display else "inline")
        if _nesting(row) > DEEPEST:
            return None
        body = "".join(_markup(child) for child in row)
    except Exception:  # latex2mathml raises whatever its parser trips over, KeyError and RecursionError included
        return None
    if not body or body == "<mrow></mrow>":
        return None
    return Markup('<math display="block">{}</math>' if display else "<math>{}</math>").format(Markup(body))


def _nesting(root: Any) -> int:
    """How deep elements nest, found without recursion."""
    deepest, waiting = 0, [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((child, depth + 1) for child in element)
    return deepest


def _markup(element: Any) -> str:
    tag = element.tag
    text = _text(element)
    if tag == "mi":
        return _identifier(element, text)
    if tag not in _ELEMENTS:
        raise NotTypeset(f"element={tag!r}, expected one of MathML Core")
    if tag == "mo":
        return _operator(element, text)
    if tag in ("mover", "munder") and len(element) == 2:
        return _over_or_under(element)
    if not len(element):
        inner = str(escape(text))
    elif tag in _ROWS:
        inner = "".join(_row(list(element)))
    else:
        inner = "".join(map(_markup, element))
    return f"<{tag}{_attributes(element)}>{inner}</{tag}>"


def _text(element: Any) -> str:
    """The element's text with latex2mathml's numeric references resolved."""
    text = clean(html.unescape(element.text or ""))
    if "\\" in text and element.tag != "mtext":
        raise NotTypeset(f"command={text!r}, expected one that latex2mathml knows")
    return text


def _attributes(element: Any, **more: str) -> str:
    """The harmless attributes of an element, `more` overriding, in alphabetical order."""
    found = {name: str(value) for name, value in element.attrib.items()} | more
    kept = {name: value for name, value in found.items() if name in _ATTRIBUTES and _ATTRIBUTES[name].fullmatch(value)}
    return "".join(f' {name}="{escape(kept[name])}"' for name in sorted(kept))


def _row(children: list[Any]) -> list[str]:
    r"""The children's markup; upright letters side by side (\mathrm{nA}) become one word."""
    pieces: list[str] = []
    word = ""
    for child in children:
        letter = _text(child) if _is_upright_letter(child) else ""
        if word and not letter:
            pieces.append(_word(word))
            word = ""
        if letter:
            word += letter
        else:
            pieces.append(_markup(child))
    return [*pieces, _word(word)] if word else pieces


def _is_upright_letter(element: Any) -> bool:
    return element.tag == "mi" and element.get("mathvariant") == "normal" and _text(element).isalpha()


def _word(letters: str) -> str:
    variant = ' mathvariant="normal"' if len(letters) == 1 else ""
    return f"<mi{variant}>{escape(letters)}</mi>"


def _identifier(element: Any, text: str) -> str:
    text = _SAME_GLYPH.get(text, text)
    if len(text) == 1 and text not in _STAYS_LETTER:
        category = unicodedata.category(text)
        if category in ("Ps", "Pe"):
            form = "prefix" if category == "Ps" else "postfix"
            return f'<mo form="{form}" stretchy="false">{escape(text)}</mo>'
        if category == "Sm":
            return f"<mo>{escape(text)}</mo>"
    variant = element.get("mathvariant")
    if variant == "normal":
        return _word(text)
    if variant is not None:
        return f"<mi>{escape(''.join(_styled(char, variant) for char in text))}</mi>"
    return f"<mi>{escape(text)}</mi>"


def _styled(char: str, variant: str) -> str:
    """The mathematical alphanumeric character: browsers honour the character, not the attribute."""
    style = _VARIANTS.get(variant)
    words = unicodedata.name(char, "").split()
    if style is None or len(words) < 2 or words[0] not in ("LATIN", "GREEK", "DIGIT"):
        return char
    # "LATIN CAPITAL LETTER E" → "CAPITAL E"; "DIGIT TWO" stays.
    rest = " ".join(words if words[0] == "DIGIT" else [word for word in words[1:] if word != "LETTER"])
    for name in (
        f"MATHEMATICAL {style} {rest}",
        f"{style} {rest}",
        f"{style.replace('FRAKTUR', 'BLACK-LETTER')} {rest}",
    ):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return char


def _operator(element: Any, text: str) -> str:
    if text in ("⟨", "⟩") and element.get("stretchy") is None:
        return f'<mo stretchy="false">{text}</mo>'
    return f"<mo{_attributes(element)}>{escape(text)}</mo>"


def _over_or_under(element: Any) -> str:
    """Accents sit close and, over a single letter, keep their natural width."""
    base, mark = element
    sign = _text(mark) if mark.tag == "mo" else ""
    if element.tag == "munder" or sign not in _ACCENTS:
        return f"<{element.tag}{_attributes(element)}>{_markup(base)}{_markup(mark)}</{element.tag}>"
    single = base.tag == "mi" and len(_text(base)) == 1
    stretchy = "false" if single else "true"
    return f'<mover accent="true">{_markup(base)}<mo stretchy="{stretchy}">{_ACCENTS[sign]}</mo></mover>'
