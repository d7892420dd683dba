"""A claim as one types it, decided as `referee check` decides it."""

from __future__ import annotations

from referee.check import decide_text
from tests.soundness import Case


def typed(relation: str, where: str, truth: bool | None) -> Case:
    """The case of a relation under a `--where` text."""
    shown = f"{relation} | {where}" if where else relation
    return Case(shown, truth, lambda: said(relation, where))


def said(relation: str, where: str) -> str:
    """The engine's word for the relation; "holds-if" where it proves it under a condition."""
    links = decide_text(relation, [where] if where else [])
    if isinstance(links, str):
        return "refused"
    words = [str(link.outcome.value) for link in links]
    if "refuted" in words or "undecided" in words:
        return "refuted" if "refuted" in words else "undecided"
    if any(link.evidence.conditions for link in links):
        return "holds-if"
    return "corroborated" if "corroborated" in words else "proved"
