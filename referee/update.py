"""A draft read again: with the notation that its author has filled in, or from a source that has changed.

`draft.json` in the folder remembers what the draft wrote.  A line that still stands as it was written is written
anew; one that somebody has edited is kept, and told where its source has changed.  Files of the folder are read as
Python text, never run.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from referee.author_notation import entries_in
from referee.draft import draft
from referee.draft_claims import DraftClaim, DraftPaper
from referee.file_imports import imports_of, section_text
from referee.linking.links import Suspect, linked
from referee.skeleton import (
    SkeletonError,
    Variables,
    block_of,
    notation_line,
    table_block,
    table_names,
    variable_of,
    variables_of,
)
from referee.sources import Source

MEMORY = "draft.json"
SCHEMA = "referee.draft/1"
EQUATIONS = {"given", "identity", "step", "premise"}
"""The methods of a paper whose lines are equations from which others may follow."""


@dataclass
class Updated:
    """What an update did, by labels; `problems` are sentences."""

    written: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    """The names of new tables, and of those whose rows have changed in the source."""
    symbols: int = 0
    suspects: tuple[Suspect, ...] = ()
    paper: DraftPaper | None = None

    @property
    def changes(self) -> bool:
        """Whether anything is now as it was not before, in the folder or in the source."""
        return bool(
            self.written or self.linked or self.tables or self.changed or self.differing or self.gone or self.symbols
        )


def remember(paper: DraftPaper, folder: Path, source: Path, variables: Mapping[str, str] | None = None) -> None:
    """Writes what an update needs to know: the source, and what the draft wrote of each line and each name."""
    variables = variables_of(paper).of if variables is None else variables
    blocks = {claim.label: [claim.printed, _digest(block_of(claim, variables))] for claim in paper.claims}
    names = {entry.python: _digest(notation_line(entry)) for entry in paper.symbols}
    tables = [[one.section, " ".join(one.names), _digest(table_block(one, "TABLE"))] for one in paper.tables]
    memory = {"schema": SCHEMA, "source": str(source.resolve()), "lines": blocks, "names": names, "tables": tables}
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
    found = linked(draft(source, entries), source, _usable(trees.values()))
    paper = found.paper
    homes = {_section(tree): one for one, tree in trees.items()}
    missing = [section for section in paper.sections if section not in homes]
    if missing:
        raise SkeletonError(f"the source has a new section {missing[0]!r}; expected those of {folder}: draft it anew")
    done = Updated(suspects=found.suspects, paper=paper)
    lines = _variables(paper, trees, homes)
    kept_text = {
        one: _merged(
            text, trees[one], [c for c in paper.claims if homes[c.section] == one], memory["lines"], lines.of, done
        )
        for one, text in files.items()
    }
    kept_text = _with_tables(kept_text, paper, homes, memory.get("tables", ()), done)
    notation = _notation(folder / "notation.py", paper, memory["names"], kept_text.values(), done)
    names = {node.targets[0].id for node in ast.parse(notation).body if _is_entry(node)}  # type: ignore[attr-defined]
    held = {one: _assigned(ast.parse(text)) for one, text in kept_text.items()}
    for one, text in kept_text.items():
        others = {other.stem: kept - held[one] - names for other, kept in held.items() if other != one}
        made = section_text(text, folder.resolve().name, _names_of(text), names, others, lines.module)
        if made != files[one]:
            one.write_text(made, encoding="utf-8")
    _write_if_new(folder / "notation.py", notation)
    remember(paper, folder, path, lines.of)
    return done


def _write_if_new(path: Path, text: str) -> None:
    if path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _usable(trees: Iterable[ast.Module]) -> _Usable:
    """The labels that may be premises: not those of lines that their author has made into something else than an equation."""
    found = (node for tree in trees for node in tree.body)
    return _Usable({label for node in found if (label := _label(node)) and node.value.func.attr not in EQUATIONS})  # type: ignore[attr-defined]


class _Usable(frozenset[str]):
    """All labels but these."""

    def __contains__(self, label: object) -> bool:
        return not super().__contains__(label)


def _assigned(tree: ast.Module) -> set[str]:
    """The names that a file gives something to."""
    targets = (node.targets[0] for node in tree.body if isinstance(node, ast.Assign))
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _variables(paper: DraftPaper, trees: Mapping[Path, ast.Module], homes: Mapping[str, Path]) -> Variables:
    """The variable of each line: that of the folder, and a new one for a new line."""
    found = Variables()
    taken = {"paper", "HERE", *(name for claim in paper.claims for name in claim.names)}
    for one, tree in trees.items():
        taken |= _assigned(tree)
        for node in tree.body:
            if (label := _label(node)) and isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found.enter(label, node.targets[0].id, one.stem)
    for claim in paper.claims:
        if claim.label not in found.of:
            found.enter(claim.label, variable_of(claim.label, taken), homes[claim.section].stem)
    return found


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
    text: str,
    tree: ast.Module,
    claims: Iterable[DraftClaim],
    lines: Mapping[str, list[str]],
    variables: Mapping[str, str],
    done: Updated,
) -> str:
    """A section's text with its lines brought up to date, new ones behind those that come before them."""
    rows = text.splitlines()
    found = {_label(node): node for node in tree.body if _label(node)}
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
                behind.setdefault(last, []).append(block_of(claim, variables))
                done.written += [claim.label]
            continue
        last = node.end_lineno or node.lineno
        if _digest("\n".join(rows[node.lineno - 1 : last])) != digest:
            (done.differing if printed != claim.printed else done.kept).append(claim.label)
            continue
        made = block_of(claim, variables)
        if _digest(made) != digest:
            replaced[node.lineno] = last, made
            was_step = isinstance(node, ast.Assign) and node.value.func.attr == "step"  # type: ignore[attr-defined]
            linked_now = claim.kind == "step" or was_step
            (done.changed if printed != claim.printed else done.linked if linked_now else done.written).append(
                claim.label
            )
    for label, node in found.items():
        if label in lines and label not in labels:
            done.gone.append(label)
            if _digest("\n".join(rows[node.lineno - 1 : node.end_lineno])) == lines[label][1]:
                replaced[node.lineno] = node.end_lineno or node.lineno, ""
    return _put_together(rows, replaced, behind)


def _with_tables(
    texts: Mapping[Path, str],
    paper: DraftPaper,
    homes: Mapping[str, Path],
    known: Sequence[Sequence[str]],
    done: Updated,
) -> dict[Path, str]:
    """The sections with the tables that are new at their ends; one that stands as it was drafted gets the rows of the source.

    `known` are the tables of the last draft: section, columns and digest. One that its author has taken out stays out.
    """
    made = dict(texts)
    taken = {name for text in texts.values() for name in _names_of(text)} | {one.python for one in paper.symbols}
    fresh = iter(table_names(paper.tables, taken))
    for table in paper.tables:
        home, columns = homes[table.section], " ".join(table.names)
        tree, rows = ast.parse(made[home]), made[home].splitlines()
        nodes = [node for node in tree.body if _columns(node) == columns]
        drafted = {digest for section, names, digest in known if (section, names) == (table.section, columns)}
        digests = {_digest("\n".join(rows[node.lineno - 1 : node.end_lineno])): node for node in nodes}
        if _digest(table_block(table, "TABLE")) in digests.keys() | drafted:
            continue
        if not nodes and not drafted:
            done.tables.append(name := next(fresh))
            made[home] = f"{made[home].rstrip()}\n\n{table_block(table, name)}"
        elif old := next((node for digest, node in digests.items() if digest in drafted), None):
            done.tables.append(name := old.targets[0].id)  # type: ignore[attr-defined]
            block = table_block(table, name).rstrip("\n")
            made[home] = _put_together(rows, {old.lineno: (old.end_lineno or old.lineno, block)}, {})
    return made


def _columns(node: ast.stmt) -> str:
    """The columns of the table that a statement writes down; empty for another statement."""
    named = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    call = node.value if isinstance(node, ast.Assign) and named else None
    is_table = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "table"
    first = call.args[0] if isinstance(call, ast.Call) and is_table and call.args else None
    return str(first.value) if isinstance(first, ast.Constant) else ""


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
    used |= {entry.python for entry in paper.symbols if entry.proposed}
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
    new = [
        entry
        for entry in paper.symbols
        if entry.python in used and entry.python not in held and not (entry.proposed and entry.python in lines)
    ]  # a proposal that its author has taken out stays out
    done.symbols = len(new)
    body = [row for number, row in enumerate(rows, 1) if number not in drop] + [notation_line(entry) for entry in new]
    return imports_of(
        "\n".join(body) + "\n", {"verify.claims": {"function" if e.is_function else "symbol" for e in new}}
    )


def _names_of(text: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
