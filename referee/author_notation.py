"""What an author says of the names of a paper, read off `notation.py` without running it.

An entry counts as said once its dimension is filled in: then a name is a symbol, a function, or one with subscripts,
whatever the print would leave open.  Of the others only the Python names are kept.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from verify.errors import ClaimError
from verify.grammar.tokens import normalise

MAKERS = {"symbol", "function", "indexed"}


@dataclass(frozen=True)
class Entry:
    """A line of the notation: its Python name, its LaTeX in normal form, what makes it, and whether its dimension is said."""

    python: str
    latex: str
    maker: str
    is_said: bool
    printed: str = ""
    """Its LaTeX as it stands in the notation."""
    is_positive: bool = False


def entries_in(path: Path) -> list[Entry]:
    """The entries of a notation file.  Raises SyntaxError and OSError."""
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8"), str(path)).body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        call = node.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in MAKERS:
            continue
        texts = [one.value for one in call.args[:3] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if len(texts) < 3 or len(call.args) < 4:
            continue
        unknown = isinstance(call.args[3], ast.Name) and call.args[3].id == "UNKNOWN"
        positive = any(
            one.arg == "positive" and isinstance(one.value, ast.Constant) and one.value.value is True
            for one in call.keywords
        )
        try:
            found.append(Entry(node.targets[0].id, normalise(texts[1]), call.func.id, not unknown, texts[1], positive))
        except ClaimError:
            continue
    return found


def said(entries: Iterable[Entry], *makers: str) -> list[str]:
    """The LaTeX of the entries that are said to be of one of these kinds."""
    return [entry.latex for entry in entries if entry.is_said and entry.maker in makers]
