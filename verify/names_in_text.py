"""A symbol's name as the page prints it, in a line of text: ℓ for \\ell, ϕ̇_1 for \\dot{\\varphi}_1, e for what the code calls e_2."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sympy.printing.pretty.pretty_symbology import greek_unicode

LETTERS = {**greek_unicode, "hbar": "ħ", "varphi": "ϕ", "varepsilon": "ε", "vartheta": "ϑ", "ell": "ℓ"}
ACCENTS = {"dot": "\u0307", "ddot": "\u0308", "bar": "\u0304", "hat": "\u0302", "tilde": "\u0303"}
UPRIGHT = r"\\(?:mathrm|text|mathcal|mathit|operatorname)\{([A-Za-z0-9]+)\}"

_LETTER = r"(?:[A-Za-z]|\\[A-Za-z]+)"
_NAME = re.compile(
    rf"(?:\\(?P<accent>{'|'.join(ACCENTS)})(?:\{{(?P<under>{_LETTER})\}}|\s*(?P<bare>{_LETTER}))|(?P<base>{_LETTER}))"
    rf"(?:_(?:\{{(?P<long>[A-Za-z0-9\\,]+)\}}|(?P<short>[A-Za-z0-9]|\\[A-Za-z]+)))?"
)


def name(symbol: Any) -> str:
    """A symbol's name as the page prints it, or in its own words where print is no plain name.

    >>> from sympy import Symbol
    >>> name(Symbol("epsilon_0")), name(Symbol("V_varphi"))
    ('ε_0', 'V_ϕ')
    """
    printed = getattr(symbol, "latex", None)
    found = in_text(printed) if isinstance(printed, str) else None
    return found or own_name(symbol)


def own_name(symbol: Any) -> str:
    """The name that a symbol has in the encoding, with Greek letters as such: 'Phi_0' → 'Φ_0'."""
    return "_".join(LETTERS.get(part, part) for part in str(symbol).split("_"))


def names(symbols: Iterable[Any]) -> dict[Any, str]:
    """Names that can be told apart: the page may use one letter for two things."""
    found = {symbol: name(symbol) for symbol in symbols}
    often = Counter(found.values())
    return {symbol: shown if often[shown] == 1 else own_name(symbol) for symbol, shown in found.items()}


def in_text(latex: str) -> str | None:
    r"""The LaTeX of a name as plain text; None for anything but a letter with an accent and a subscript.

    >>> in_text(r"\dot{\varphi}_1"), in_text(r"r_{\text{He}}"), in_text(r"\mathcal{E}_F"), in_text("a_m/a")
    ('ϕ̇_1', 'r_He', 'E_F', None)
    """
    match = _NAME.fullmatch(re.sub(UPRIGHT, r"\1", latex.strip()))
    if match is None:
        return None
    base = _letter(match["under"] or match["bare"] or match["base"])
    below = _subscript(match["long"] or match["short"] or "")
    if base is None or below is None:
        return None
    accented = unicodedata.normalize("NFC", base + ACCENTS.get(match["accent"] or "", ""))
    return f"{accented}_{below}" if below else accented


def _letter(text: str) -> str | None:
    return LETTERS.get(text[1:]) if text.startswith("\\") else text


def _subscript(text: str) -> str | None:
    parts = [_letter(part) for part in re.findall(r"\\[A-Za-z]+|[A-Za-z0-9,]", text)]
    return None if None in parts else "".join(part or "" for part in parts)
