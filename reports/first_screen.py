"""What stands above the table of a paper: which print was read, and the paper as a strip with the names of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from reports.counting import kind
from reports.text import clip, one_line
from verify.verdicts import PaperAudit, Result

_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,9}/[A-Za-z0-9._;()/:-]{1,120})", re.IGNORECASE)
_ARXIV = re.compile(r"\barXiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE)


def kicker(paper: PaperAudit, dated: str) -> Markup:
    """Who wrote it, which print was read, its DOI as a link, units, date of the audit; the citation of a paper that has none of it."""
    told: list[Markup] = [escape(one_line(part, 300)) for part in (paper.authors, paper.version, paper.date) if part]
    if paper.doi:
        told.append(_linked(escape(f"doi:{one_line(paper.doi, 200)}")))
    if not paper.authors:
        told = [_linked(escape(clip(paper.citation, 600)))]
    told.append(escape(f"{one_line(paper.units, 60)} units"))
    if dated:
        told.append(escape(f"audited {dated}"))
    return Markup(" · ").join(told)


def cited(paper: PaperAudit) -> str:
    """Which paper it is, for what is copied from the page: authors, title, print."""
    title, citation = one_line(paper.title, 300), one_line(paper.citation, 300)
    if not paper.authors:
        return citation if title in citation else f"{title} ({citation})" if citation else title
    doi = f"doi:{paper.doi}" if paper.doi else ""
    told = (paper.authors, title, paper.version, paper.date, doi)
    return ", ".join(one_line(part, 300) for part in told if part)


def _linked(text: Markup) -> Markup:
    for pattern, place in ((_DOI, "https://doi.org/"), (_ARXIV, "https://arxiv.org/abs/")):
        if found := pattern.search(str(text)):
            name = found[1].rstrip(".;:)(")
            link = Markup('<a rel="noreferrer" href="{}{}">{}</a>').format(place, name, found[0])
            text = Markup(str(text).replace(found[0], str(link), 1))
    return text


WIDE = 5
"""Cells that a wrong line takes in the strip."""


def strip(paper: PaperAudit, ids: Mapping[int, str], places: Mapping[str, int]) -> Markup:
    """The paper as a strip, a cell a line in print order; the wrong ones are wide, and links.

    `places` are the places of the lines, by fragment, in the lists below: for the script, which follows a click.
    """
    paths: dict[str, list[str]] = {}
    links: list[Markup] = []
    last: dict[str, int] = {}
    at = 0
    for claim in paper.claims:
        if claim.result is Result.FAIL:
            links.append(
                Markup('<a href="#{}"><title>{}</title><path class="fail" d="M{} 0h{}v1h-{}z"/></a>').format(
                    ids[id(claim)], f"{one_line(claim.label, 60)} is wrong", at, WIDE - 0.3, WIDE - 0.3
                )
            )
            at += WIDE
        else:
            css = kind(claim)
            paths.setdefault(css, []).append(f"m{at - last[css]}-1v1" if css in last else f"M{at + 0.4:g} 0v1")
            last[css] = at
            at += 1
    drawn = Markup("").join(Markup('<path class="{}" d="{}"/>').format(css, "".join(d)) for css, d in paths.items())
    if not at:
        return Markup("")
    lines = _runs([places[ids[id(claim)]] for claim in paper.claims])
    return Markup('<svg class="strip" data-lines="{}" viewBox="0 0 {} 1" preserveAspectRatio="none">{}{}</svg>').format(
        lines, at, drawn, Markup("").join(links)
    )


def _runs(numbers: list[int]) -> str:
    """
    >>> _runs([0, 1, 2, 7, 5, 6])
    '0-2 7 5-6'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)


LETTER = 0.72
"""Hundredths of the strip that a letter of a section's name takes."""
LONGEST_NAME = 24


def axis(paper: PaperAudit) -> Iterable[tuple[int, str]]:
    """Where sections begin on the strip, in hundredths; a name that would cover the one before is left out."""
    cells = [WIDE if claim.result is Result.FAIL else 1 for claim in paper.claims]
    at, free, before = 0, 0.0, None
    for claim, width in zip(paper.claims, cells, strict=True):
        section = claim.where.partition("/")[0].strip()
        place = 100 * at / sum(cells)
        name = one_line(section, 200)
        name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
        if section != before and place >= free and place + LETTER * len(name) <= 100:
            yield round(place), name
            free = place + LETTER * len(name) + 1.5
        before = section
        at += width
