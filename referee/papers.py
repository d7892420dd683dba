"""Which papers there are: those shipped under `derivations`, folders of the same shape, and files of data."""

from __future__ import annotations

import ast
from pathlib import Path

from verify.errors import BadInput

PACKAGE = "derivations"


def shipped() -> list[str]:
    """The ids of the papers that come with Referee, in alphabetical order: the folders with a `paper.py`."""
    import derivations

    folders = (Path(place) for place in derivations.__path__)
    return sorted(path.parent.name for folder in folders for path in folder.glob("*/paper.py"))


def heading(paper: str) -> tuple[str, str]:
    """Title and citation of a shipped paper, read off its file: importing it would take seconds.

    Raises BadInput if `paper.py` has no `Paper(...)` with both in quotes.
    """
    import derivations

    file = next(path for folder in derivations.__path__ if (path := Path(folder) / paper / "paper.py").is_file())
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Paper":
            given = {key.arg: key.value.value for key in node.keywords if isinstance(key.value, ast.Constant)}
            if {"title", "citation"} <= given.keys():
                return str(given["title"]), str(given["citation"])
    raise BadInput(f"{file}: no Paper(...) with a title and a citation in quotes was found")


def source_of(paper: str) -> str:
    """The module of a shipped paper, or the path of a folder or of a `paper.json`.  Raises BadInput if it is none of these."""
    ids = shipped()
    if paper in ids:
        return f"{PACKAGE}.{paper}"
    if Path(paper).is_dir() or (paper.endswith(".json") and Path(paper).exists()):
        return str(Path(paper)) if "/" in paper else f"./{paper}"
    raise BadInput(
        f"unknown paper {paper!r}: expected one of {', '.join(ids)}, or the path of a paper's folder or paper.json"
    )


def is_shipped(source: str) -> bool:
    return source.startswith(PACKAGE + ".")
