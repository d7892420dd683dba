"""What stands above several papers: a table over them, and the gravest errors of all, each with its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports.counting import FALLS
from reports.findings import checked, wrong_words
from reports.page_cards import CardView
from reports.page_views import PaperView
from reports.text import one_line, plural

MOST = 5
"""Errors of all papers that are ranked on the first screen; each paper has its own table of all."""
COLUMNS = ("fail", FALLS, "pass-if", "pass", "open")


@dataclass(frozen=True)
class Line:
    """A paper in the table over papers."""

    view: PaperView
    author: str
    counts: tuple[int, ...]
    unchecked: int
    gravest: CardView | None


@dataclass(frozen=True)
class Overview:
    """Several papers at a glance; `gravest` has the paper beside each of its cards."""

    wrong: str
    lines: tuple[Line, ...]
    gravest: tuple[tuple[PaperView, CardView], ...]
    rest: int
    """Findings that are not among these."""


def overview(papers: Sequence[PaperView]) -> Overview | None:
    """None for fewer than two papers: the first screen of one is its own."""
    if len(papers) < 2:
        return None
    everything = [(view, card) for view in papers for card in view.cards]
    everything.sort(key=lambda pair: pair[1].finding.gravity)
    wrong, all_checked = (sum(values) for values in zip(*(checked(view.paper) for view in papers), strict=True))
    return Overview(
        wrong=f"{wrong_words(wrong, all_checked)[:-1]}, in {plural(len(papers), 'paper')}.",
        lines=tuple(map(_line, papers)),
        gravest=tuple(everything[:MOST]),
        rest=len(everything[MOST:]),
    )


def _line(view: PaperView) -> Line:
    counts = tuple(view.counts[each] for each in COLUMNS)
    author = one_line(view.paper.authors or view.paper.id, 80)
    unchecked = sum(len(each.lines) for each in view.unchecked)
    return Line(view, author, counts, unchecked, view.cards[0] if view.cards else None)
