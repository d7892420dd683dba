"""Text in the letters of a poorer encoding: − as -, ² as ^2, φ as phi, é as e."""

from __future__ import annotations

import unicodedata

_SIGNS = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "·": "*", "×": "*", "÷": "/", "…": "...", "≤": "<=", "≥": ">=", "≠": "!=",
    "≈": "~", "≡": "==", "∼": "~", "≪": "<<", "≫": ">>", "→": "->", "⇒": "=>", "∞": "oo", "√": "sqrt", "½": "1/2",
    "¼": "1/4", "¾": "3/4", "ħ": "hbar", "ℏ": "hbar", "ℓ": "ell", "∂": "d", "∇": "nabla", "Σ": "Sum", "∑": "Sum",
    "∫": "int", "±": "+-", "∓": "-+", "°": "deg", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "′": "'", "─": "-",
    "━": "-", "│": "|", "∈": "in", "ß": "ss", "\u2009": " ", "\u00a0": " ",
}  # fmt: skip
_MARKS = {"<super>": "^", "<sub>": "_"}


def in_encoding(text: str, encoding: str) -> str:
    """The text with every letter that `encoding` lacks written in letters that it has.

    >>> in_encoding("ħ² − φ_0 ≤ 10⁻⁴ é", "ascii")
    'hbar^2 - phi_0 <= 10^-4 e'
    >>> in_encoding("é − 1", "latin-1")
    'é - 1'
    """
    try:
        text.encode(encoding)
    except LookupError:
        return in_encoding(text, "ascii")
    except UnicodeEncodeError:
        pieces: list[str] = []
        raised = ""
        for char in text:
            mark = _MARKS.get(unicodedata.decomposition(char).partition(" ")[0], "") if not char.isascii() else ""
            piece = _written(char, encoding)
            continues = mark and mark == raised and not _fits(char, encoding)
            pieces.append(piece.removeprefix(mark) if continues else piece)
            raised = mark
        return "".join(pieces)
    return text


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _written(char: str, encoding: str) -> str:
    if _fits(char, encoding):
        return char
    if char in _SIGNS:
        return _SIGNS[char]
    kind, _, rest = unicodedata.decomposition(char).partition(" ")
    if kind in _MARKS:
        return _MARKS[kind] + "".join(_written(chr(int(code, 16)), encoding) for code in rest.split())
    plain = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    if plain and plain != char:
        return "".join(_written(part, encoding) for part in plain)
    if unicodedata.combining(char):
        return ""
    return _greek(char) or char.encode(encoding, errors="backslashreplace").decode(encoding)


def _greek(char: str) -> str:
    """'phi' for φ, 'Phi' for Φ; nothing for a letter that is not Greek."""
    words = unicodedata.name(char, "").split()
    if words[:1] != ["GREEK"] or "LETTER" not in words:
        return ""
    name = "lambda" if words[-1] == "LAMDA" else words[-1].lower()
    return name.capitalize() if "CAPITAL" in words else name
