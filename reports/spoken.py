r"""A formula in words, as one reads it aloud, with what is inserted and what is deleted said.

`\frac{e^2}{mc}` becomes "e squared over m c".  What cannot be read has no words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reports.decimals import powers_of_ten
from reports.latex_tree import Call, Group, Leaf, Node, NotRead, Row, Scripted, read

_MARKS = {"\ue000": "insert", "\ue001": "end insert", "\ue002": "delete", "\ue003": "end delete"}
_SIGNS = {
    "=": "equals",
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "<": "is less than",
    ">": "is greater than",
    "/": "over",
    "|": "bar",
    "!": "factorial",
    ",": ",",
    "'": "prime",
    "*": "star",
    r"\pm": "plus or minus",
    r"\mp": "minus or plus",
    r"\cdot": "times",
    r"\times": "times",
    r"\le": "is at most",
    r"\leq": "is at most",
    r"\ge": "is at least",
    r"\geq": "is at least",
    r"\ne": "is not",
    r"\neq": "is not",
    r"\ll": "is much less than",
    r"\gg": "is much greater than",
    r"\approx": "is about",
    r"\sim": "is of the order of",
    r"\simeq": "is about",
    r"\propto": "is proportional to",
    r"\equiv": "is identical to",
    r"\to": "goes to",
    r"\rightarrow": "goes to",
    r"\Rightarrow": "implies",
    r"\in": "in",
    r"\partial": "partial",
    r"\nabla": "nabla",
    r"\infty": "infinity",
    r"\sum": "the sum",
    r"\prod": "the product",
    r"\int": "the integral",
    r"\oint": "the closed integral",
    r"\hbar": "h bar",
    r"\varphi": "phi",
    r"\varepsilon": "epsilon",
    r"\langle": "the mean of",
    r"\rangle": "end mean",
    r"\dagger": "dagger",
    r"\ln": "log",
    r"\dots": "and so on",
    r"\ldots": "and so on",
    r"\cdots": "and so on",
}
_POWERS = {"2": "squared", "3": "cubed", "'": "prime", "*": "star", r"\dagger": "dagger"}
_LARGE = frozenset((r"\sum", r"\prod", r"\int", r"\oint"))
_SILENT = frozenset((r"\big", r"\Big", r"\bigl", r"\bigr", r"\Bigl", r"\Bigr", ".", "&", r"\\"))
_ACCENTS = {"vec": "vector", "hat": "hat", "bar": "bar", "dot": "dot", "ddot": "double dot", "tilde": "tilde"}
_FRACTIONS = frozenset(("frac", "dfrac", "tfrac"))


@lru_cache(maxsize=4096)
def spoken(latex: str) -> str:
    r"""The words of a formula; empty where it cannot be read.

    >>> spoken(r"Z_F = \frac{\mathcal{E}_F}{m c^2}")
    'Z sub F equals the fraction E sub F over m c squared, end fraction'
    """
    try:
        return re.sub(r" +(?=,)", "", _row(read(powers_of_ten(latex))))
    except (NotRead, RecursionError):
        return ""


def _row(row: Row) -> str:
    return " ".join(filter(None, map(_node, row)))


def _node(node: Node) -> str:
    if isinstance(node, Leaf):
        return _leaf(node.text)
    if isinstance(node, Group):
        inner = _row(node.items)
        return f"{_fence(node.left, 'open')} {inner} {_fence(node.right, 'close')}".strip() if node.left else inner
    if isinstance(node, Call):
        return _call(node)
    return _scripted(node)


def _call(node: Call) -> str:
    parts = [_row(argument) for argument in node.arguments]
    if node.name in _FRACTIONS:
        short = all(len(argument) == 1 and isinstance(argument[0], Leaf) for argument in node.arguments)
        return f"{parts[0]} over {parts[1]}" if short else f"the fraction {parts[0]} over {parts[1]}, end fraction"
    if node.name == "sqrt":
        return f"the root of {parts[0]}, end root"
    return f"{parts[-1]} {_ACCENTS[node.name]}" if node.name in _ACCENTS else " ".join(parts)


def _scripted(node: Scripted) -> str:
    base = _node(node.base)
    below = "" if node.below is None else _row(node.below)
    above = "" if node.above is None else _row(node.above)
    if isinstance(node.base, Leaf) and node.base.text in _LARGE:
        return " ".join(filter(None, (base, below and f"over {below}", above and f"to {above}", "of")))
    told = [base, f"sub {below}" if below else ""]
    if node.above is not None and len(node.above) == 1 and isinstance(node.above[0], Leaf):
        told.append(_POWERS.get(node.above[0].text, f"to the {above}"))
    elif above:
        primes = set(above.split()) == {"prime"}
        told.append(above if primes else f"to the {above}, end power")
    return " ".join(filter(None, told))


def _fence(sign: str, word: str) -> str:
    if sign in ("(", ")", "[", "]", r"\{", r"\}"):
        return f"{word} bracket"
    return _leaf(sign)


def _leaf(text: str) -> str:
    if text in _MARKS:
        return _MARKS[text]
    if text in _SILENT:
        return ""
    if text in _SIGNS:
        return _SIGNS[text]
    if text.startswith("\\"):
        name = re.sub(r"[^A-Za-z]", "", text)
        return f"capital {name}" if name[:1].isupper() else name
    if len(text) == 1 and not text.isascii():
        return unicodedata.name(text, "").lower().removeprefix("greek small letter ").removeprefix("greek ")
    return text
