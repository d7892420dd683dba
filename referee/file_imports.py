"""The imports of a draft's files: of a new one, and of a section that is brought up to date."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from referee.python_source import sympy_names

WIDTH = 116
DIGITS = re.compile("([0-9]+)")
OURS_TO_IMPORT = {
    "Ground",
    "equal",
    "reading",
    "follows_from",
    "expands_to",
    "proportional",
    "decimal",
    "approx",
    "less",
    "greater",
    "at_most",
    "at_least",
}
"""Words of `verify.claims` that a draft may use."""


def imported(module: str, names: Iterable[str], noqa: str = "") -> list[str]:
    """An import as ruff sorts it: constants, then classes, then the rest, each by alphabet."""
    ordered = sorted(names, key=_import_order)
    line = f"from {module} import {', '.join(ordered)}"
    if len(line) <= WIDTH and not noqa:
        return [line]
    return [f"from {module} import ({noqa}", *(f"    {name}," for name in ordered), ")"]


def _import_order(name: str) -> tuple[int, list[str | int], str]:
    """Constants before classes before the rest; numbers in names by their value."""
    bare = name.split(" as ")[0]
    kind = 0 if bare.isupper() and len(bare) > 1 else 1 if bare[:1].isupper() else 2
    parts = DIGITS.split(bare.lower())
    return kind, [int(part) if place % 2 else part for place, part in enumerate(parts)], bare


def section_text(
    text: str,
    package: str,
    used: set[str],
    notation: set[str],
    others: Mapping[str, set[str]],
    lines: Collection[str] = (),
) -> str:
    """The text of a section with what its lines use imported; what it imports besides is kept.

    `others` are the names that the files of the other sections have; those of `lines` are imported only as they are used.
    """
    wanted = {
        "sympy": sympy_names(" ".join(sorted(used))),
        "verify.claims": used & OURS_TO_IMPORT,
        f"{package}.notation": used & notation,
    }
    only = {f"{package}.{module}": names - set(lines) for module, names in others.items()}
    wanted |= {f"{package}.{module}": used & names for module, names in others.items()}
    return imports_of(text, wanted, only | {f"{package}.notation": notation})


def imports_of(text: str, wanted: Mapping[str, set[str]], only: Mapping[str, set[str]] = MappingProxyType({})) -> str:
    """A file with further names imported; of the modules in `only` no others than these."""
    rows, tree = text.splitlines(), ast.parse(text)
    places = {
        node.module: node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }
    first = min((node.lineno for node in places.values()), default=2)
    changed: dict[int, tuple[int, list[str]]] = {}
    new: list[str] = []
    for module, names in wanted.items():
        node = places.get(module)
        held = {one.name + (f" as {one.asname}" if one.asname else "") for one in node.names} if node else set()
        together = (held & only[module] if module in only else held) | names
        if node is None:
            new += imported(module, together) if together else []
        elif together != held:
            changed[node.lineno] = node.end_lineno or node.lineno, imported(module, together) if together else []
    made: list[str] = []
    row = 1
    while row <= len(rows):
        made += new if row == first else []
        end, lines = changed.get(row, (row, [rows[row - 1]]))
        made += lines
        row = end + 1
    return "\n".join(made) + "\n"
