"""Which papers there are: those shipped under `derivations`, and folders of the same shape."""

from __future__ import annotations

from pathlib import Path

from verify.run import BadInput

PACKAGE = "derivations"


def shipped() -> list[str]:
    """The ids of the papers that come with Referee, in alphabetical order."""
    import derivations

    folders = (Path(place) for place in derivations.__path__)
    return sorted(path.parent.name for folder in folders for path in folder.glob("*/__init__.py"))


def source_of(paper: str) -> str:
    """The module of a shipped paper or the path of a folder.  Raises BadInput if it is neither."""
    ids = shipped()
    if paper in ids:
        return f"{PACKAGE}.{paper}"
    if Path(paper).is_dir():
        return str(Path(paper)) if "/" in paper else f"./{paper}"
    raise BadInput(f"unknown paper {paper!r}: expected one of {', '.join(ids)}, or the path of a paper's folder")


def is_shipped(source: str) -> bool:
    return source.startswith(PACKAGE + ".")
