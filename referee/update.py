"""A draft read again: with the notation that its author has filled in, or from a source that has changed.

`draft.json` in the folder remembers what the draft wrote.  A line that still stands as it was written is written
anew; one that somebody has edited is kept, and told where its source has changed.  Files of the folder are read as
Python text, never run.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from referee.author_notation import entries_in
from referee.draft import DraftClaim, DraftPaper, draft
from referee.skeleton import SkeletonError, block_of, imports_of, notation_line, section_text, variable_of
from referee.sources import Source

MEMORY = "draft.json"
SCHEMA = "referee.draft/1"


@dataclass
class Updated:
    """What an update did, by labels; `problems` are sentences."""

    written: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    symbols: int = 0
    problems: list[str] = field(default_factory=list)


def remember(paper: DraftPaper, folder: Path, source: Path) -> None:
    """Writes what an update needs to know: the source, and what the draft wrote of each line and each name."""
    blocks = {claim.label: [claim.printed, _digest(block_of(claim, "x"))] for claim in paper.claims}
    names = {entry.python: _digest(notation_line(entry)) for entry in paper.symbols}
    memory = {"schema": SCHEMA, "source": str(source.resolve()), "lines": blocks, "names": names}
    (folder / MEMORY).write_text(json.dumps(memory, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def remembered(folder: Path) -> dict[str, Any]:
    """What the last draft or update wrote.  Raises SkeletonError for a folder without that."""
    try:
        found = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    if found.get("schema") != SCHEMA:
        raise SkeletonError(f"{folder} has no {MEMORY} of a draft; expected a folder that `referee draft` has made")
    return dict(found)


def update(folder: Path, source: Source, path: Path) -> Updated:
    """Reads the source with the notation of the folder and brings the folder up to date.

    Raises SkeletonError for a folder that no draft has made, or whose files are no Python.
    """
    memory = remembered(folder)
    try:
        entries = entries_in(folder / "notation.py")
        files = {one: one.read_text(encoding="utf-8") for one in sorted(folder.glob("s*.py"))}
        trees = {one: ast.parse(text, str(one)) for one, text in files.items()}
    except (OSError, SyntaxError, UnicodeDecodeError) as error:
        raise SkeletonError(f"{folder}: {error}; expected the Python files of a draft") from None
    paper = draft(source, entries)
    homes = {_section(tree): one for one, tree in trees.items()}
    missing = [section for section in paper.sections if section not in homes]
    if missing:
        raise SkeletonError(f"the source has a new section {missing[0]!r}; expected those of {folder}: draft it anew")
    done = Updated()
    package = folder.resolve().name
    kept_text = {
        one: _merged(text, trees[one], [c for c in paper.claims if homes[c.section] == one], memory["lines"], done)
        for one, text in files.items()
    }
    notation = _notation(folder / "notation.py", paper, memory["names"], kept_text.values(), done)
    names = {node.targets[0].id for node in ast.parse(notation).body if _is_entry(node)}  # type: ignore[attr-defined]
    for one, text in kept_text.items():
        one.write_text(_with_imports(text, package, names), encoding="utf-8")
    (folder / "notation.py").write_text(notation, encoding="utf-8")
    remember(paper, folder, path)
    return done


def _digest(text: str) -> str:
    """What a line says, however it is laid out; the variable to which it is assigned does not count."""
    node = ast.parse(text).body[0]
    value = node.value if isinstance(node, (ast.Assign, ast.Expr)) else node
    return hashlib.sha256(ast.dump(value).encode()).hexdigest()[:20]


def _section(tree: ast.Module) -> str:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "HERE":
            return str(ast.literal_eval(node.value))
    return ""


def _label(node: ast.stmt) -> str:
    """The label of the line that a statement writes down; empty for another statement."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call) or not node.value.args:
        return ""
    call, first = node.value.func, node.value.args[0]
    of_paper = isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name) and call.value.id == "paper"
    return str(first.value) if of_paper and isinstance(first, ast.Constant) else ""


def _merged(
    text: str, tree: ast.Module, claims: Iterable[DraftClaim], lines: Mapping[str, list[str]], done: Updated
) -> str:
    """A section's text with its lines brought up to date, new ones behind those that come before them."""
    rows = text.splitlines()
    found = {_label(node): node for node in tree.body if _label(node)}
    taken = {
        node.targets[0].id
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    replaced: dict[int, tuple[int, str]] = {}
    behind: dict[int, list[str]] = {}
    last = max((node.end_lineno or 0 for node in tree.body if not _label(node)), default=0)
    labels = set()
    for claim in claims:
        labels.add(claim.label)
        node = found.get(claim.label)
        printed, digest = lines.get(claim.label, ["", ""])
        if node is None:
            if claim.label not in lines:  # a line that its author has taken out stays out
                behind.setdefault(last, []).append(block_of(claim, variable_of(claim.label, taken)))
                done.written += [claim.label]
            continue
        last = node.end_lineno or node.lineno
        name = node.targets[0].id if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) else "line"
        if _digest("\n".join(rows[node.lineno - 1 : last])) != digest:
            (done.differing if printed != claim.printed else done.kept).append(claim.label)
            continue
        made = block_of(claim, name)
        if _digest(made) != digest:
            replaced[node.lineno] = last, made
            (done.changed if printed != claim.printed else done.written).append(claim.label)
    for label, node in found.items():
        if label in lines and label not in labels:
            done.gone.append(label)
            if _digest("\n".join(rows[node.lineno - 1 : node.end_lineno])) == lines[label][1]:
                replaced[node.lineno] = node.end_lineno or node.lineno, ""
    return _put_together(rows, replaced, behind)


def _put_together(rows: list[str], replaced: Mapping[int, tuple[int, str]], behind: Mapping[int, list[str]]) -> str:
    made: list[str] = []
    row = 1
    while row <= len(rows):
        end, text = replaced.get(row, (row, rows[row - 1]))
        made += [text] if text or row not in replaced else []
        for place in range(row, end + 1):
            made += behind.get(place, [])
        row = end + 1
    return "\n".join([*behind.get(0, []), *made]) + "\n"


def _is_entry(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call)


def _notation(path: Path, paper: DraftPaper, lines: Mapping[str, str], sections: Iterable[str], done: Updated) -> str:
    """The notation with the names that are new, and without those that nobody has filled in and nothing uses."""
    text = path.read_text(encoding="utf-8")
    rows, used = text.splitlines(), {name for section in sections for name in _names_of(section)}
    drop: set[int] = set()
    held: set[str] = set()
    for node in ast.parse(text).body:
        if not _is_entry(node):
            continue
        name = node.targets[0].id  # type: ignore[attr-defined]
        place = range(node.lineno, (node.end_lineno or node.lineno) + 1)
        as_drafted = _digest("\n".join(rows[node.lineno - 1 : node.end_lineno])) == lines.get(name)
        if as_drafted and name not in used:
            drop |= set(place)
        else:
            held.add(name)
    new = [entry for entry in paper.symbols if entry.python in used and entry.python not in held]
    done.symbols = len(new)
    body = [row for number, row in enumerate(rows, 1) if number not in drop] + [notation_line(entry) for entry in new]
    return imports_of(
        "\n".join(body) + "\n", {"verify.claims": {"function" if e.is_function else "symbol" for e in new}}
    )


def _names_of(text: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}


def _with_imports(text: str, package: str, names: set[str]) -> str:
    """The section with the imports that its lines need."""
    return section_text(text, package, _names_of(text), names)
