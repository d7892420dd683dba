"""graph.html: what follows from what, a page of its own: each finding with what it rests on and reaches, each paper whole.

A line is a box that leads to its place on the page; what is wrong is red, what that spoils amber.  Premises
that the page does not print are left out of the graph of a whole paper, and stand in that of a finding.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from reports.counting import kind, unprinted
from reports.fates import Fate
from reports.findings import Finding, findings, named
from reports.layout import Layout, lay_out
from reports.page_cards import base_label
from reports.plain_formula import plain_text
from reports.text import anchor, one_line, plural
from verify.verdicts import Audit, ClaimAudit, PaperAudit, Result

FILE_NAME = "graph.html"
PAGE = "index.html"
LEVELS_UP = 2
LETTER, HEIGHT, MARGIN = 6.6, 20.0, 14.0
"""Points for a letter of a label, the height of a box, and the room left and right of a label."""
MOST_BOXES = 400


@dataclass(frozen=True)
class GraphView:
    """A graph that is drawn: title, anchor and SVG."""

    title: str
    id: str
    words: str
    svg: Markup
    wide: bool


def render(audit: Audit) -> str:
    """The page.  Raises NoLayout where Graphviz is missing."""
    from reports.html import environment, packed

    script = packed("templates/graph.js")
    papers = [(paper, f"p{index}", tuple(_views(paper, f"p{index}"))) for index, paper in enumerate(audit.papers, 1)]
    page = environment().get_template("graph.html.j2")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return page.render(drawn=papers, graph_script=Markup(script), graph_hash=digest, page=PAGE) + "\n"


def _views(paper: PaperAudit, paper_id: str) -> Iterable[GraphView]:
    by_label = {claim.label: claim for claim in reversed(paper.claims)}
    found = findings(paper)
    spoilt = {
        each.claim.label
        for finding in found
        for each in finding.later
        if each.fate in (Fate.FALLS, Fate.MENDED, Fate.CONDITIONED)
    }
    whole = {label for label, claim in by_label.items() if not unprinted(claim)}
    arrows = [(a, b) for a, b in _arrows(by_label) if a in whole and b in whole]
    joined = {label for arrow in arrows for label in arrow}
    if joined:
        pieces = _without_fragments(joined, arrows, by_label)
        kept = _most_joined(pieces, [(a, b) for a, b in arrows if a in pieces and b in pieces])
        words = f"{plural(len(kept), 'line')} with their printed premises, in the order of the argument"
        if len(kept) < len(joined):
            words += f"; {plural(len(joined) - len(kept), 'line')} with few neighbours left out"
        yield _drawn("The whole paper", f"{paper_id}~all", words, kept, arrows, by_label, spoilt, paper_id, wide=True)
    for finding in found:
        if finding.later or finding.claim.premises:
            yield _of_finding(finding, by_label, spoilt, paper_id)


def _arrows(by_label: Mapping[str, ClaimAudit]) -> Iterable[tuple[str, str]]:
    """From each premise to the line that rests on it, each pair once."""
    for claim in by_label.values():
        for premise in dict.fromkeys(map(base_label, claim.premises)):
            if premise in by_label and premise != claim.label:
                yield premise, claim.label


LEAST_JOINED = 4
"""Lines that hang together, for a piece of the argument to be drawn of which no line is wrong."""


def _without_fragments(labels: set[str], arrows: list[tuple[str, str]], by_label: Mapping[str, ClaimAudit]) -> set[str]:
    """Without pairs and threes that hang together with nothing else; all of them, if there is nothing else."""
    piece = {label: {label} for label in labels}
    for a, b in arrows:
        if piece[a] is not piece[b]:
            piece[a] |= piece[b]
            for label in piece[b]:
                piece[label] = piece[a]
    kept = {
        label
        for label in labels
        if len(piece[label]) >= LEAST_JOINED or any(by_label[other].result is Result.FAIL for other in piece[label])
    }
    return kept or labels


def _most_joined(labels: set[str], arrows: list[tuple[str, str]]) -> set[str]:
    """At most `MOST_BOXES` labels, those with the most neighbours."""
    degree = dict.fromkeys(sorted(labels), 0)
    for arrow in arrows:
        for label in arrow:
            degree[label] += 1
    return set(sorted(degree, key=lambda label: -degree[label])[:MOST_BOXES])


def _of_finding(finding: Finding, by_label: Mapping[str, ClaimAudit], spoilt: set[str], paper_id: str) -> GraphView:
    """What the line rests on, two levels up, and all that rests on it."""
    label = finding.claim.label
    near, level = {label}, {label}
    for _ in range(LEVELS_UP):
        level = {base_label(p) for each in level for p in by_label[each].premises if base_label(p) in by_label}
        near |= level
    near |= {each.claim.label for each in finding.later}
    arrows = [(a, b) for a, b in _arrows(by_label) if a in near and b in near]
    title = f"{named(finding.claim)}: {plain_text(finding.fault)}"
    words = "what it rests on, two levels up" + (
        f", and {plural(finding.reach, 'later line')}" if finding.later else ""
    )
    return _drawn(title, anchor(paper_id, label), words, near, arrows, by_label, spoilt, paper_id, wide=False)


def _drawn(
    title: str,
    own_id: str,
    words: str,
    labels: set[str],
    arrows: list[tuple[str, str]],
    by_label: Mapping[str, ClaimAudit],
    spoilt: set[str],
    paper_id: str,
    *,
    wide: bool,
) -> GraphView:
    order = [label for label in reversed(list(by_label)) if label in labels]
    number = {label: index for index, label in enumerate(order)}
    shown = [one_line(named(by_label[label]), 24) for label in order]
    sizes = [(LETTER * len(text) + MARGIN, HEIGHT) for text in shown]
    pairs = [(number[a], number[b]) for a, b in arrows if a in number and b in number]
    layout = lay_out(sizes, pairs)
    boxes = [
        Markup(
            '<a href="{}#{}"><title>{}</title><rect class="{}{}" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}" rx="4"/>'
            '<text x="{:.0f}" y="{:.0f}">{}</text></a>'
        ).format(
            PAGE, anchor(paper_id, label), one_line(plain_text(by_label[label].printed), 120), kind(by_label[label]),
            " spoilt" if label in spoilt else "", x - w / 2, y - h / 2, w, h, x, y + 4, text,
        )
        for label, (x, y), (w, h), text in zip(order, layout.boxes, sizes, shown, strict=True)
    ]  # fmt: skip
    lines = [_arrow(layout, index, order, by_label, spoilt) for index in range(len(layout.arrows))]
    svg = Markup('<svg class="graph" role="group" aria-label="{}" viewBox="-4 -4 {:.0f} {:.0f}" width="{:.0f}" height="{:.0f}">{}{}</svg>').format(
        one_line(title), *(layout.width + 8, layout.height + 8) * 2, Markup("").join(lines), Markup("").join(boxes)
    )  # fmt: skip
    return GraphView(one_line(title), own_id, words, svg, wide)


def _arrow(
    layout: Layout, index: int, order: list[str], by_label: Mapping[str, ClaimAudit], spoilt: set[str]
) -> Markup:
    """An arrow, red where it carries an error on."""
    start, _, points = layout.arrows[index]
    carries = by_label[order[start]].result is Result.FAIL or order[start] in spoilt
    (x, y), *rest = points
    path = f"M{x:.0f} {y:.0f}C" + " ".join(f"{a:.0f} {b:.0f}" for a, b in rest)
    return Markup('<path class="{}" d="{}"/>').format("bad" if carries else "ok", path)
