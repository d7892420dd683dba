"""What the page shows, looked up and set: one paper, one finding, one line of a list.

The templates only place what stands here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from reports.faults import four_digits, reason
from reports.findings import (
    findings,
    headline,
)
from reports.page_cards import CardView, FigureView, Link, Links, card_view, figure_view
from reports.page_text import Names, in_line, prose
from reports.summary import decisive, on_trust, short_reason
from reports.text import anchor, clip, one_line, plural, sentence
from verify.verdicts import ClaimAudit, PaperAudit, Result

MOST_LATER = 6
"""Later lines that a card names at once."""
PLAIN_RESULT = {
    Result.PASS: "holds as printed",
    Result.PASS_IF: "holds if …",
    Result.FAIL: "wrong as printed",
    Result.OPEN: "not decided",
    Result.GIVEN: "taken as given",
    Result.PROSE: "words only",
}
"""Each result in plain words."""
SHORT_RESULT = {
    Result.FAIL: "wrong",
    Result.PASS_IF: "conditional",
    Result.PASS: "hold",
    Result.OPEN: "open",
    Result.GIVEN: "given",
    Result.PROSE: "words",
}
_FROM_PAGE = "Taken as the paper states it."
_OPENINGS = re.compile(
    r"(From the page|Used but not printed; a law, definition or value of its own|Assumed; neither printed nor a law"
    r"|An approximation that the page declares): "
)
"""What the kind of a premise says already."""
_CITED = re.compile(r"\(([^()<>\s]{1,60})\)")


@dataclass(frozen=True)
class LineView:
    """One claim in a list of its section."""

    claim: ClaimAudit
    id: str
    css: str
    said: Markup
    words: str
    aside: Markup
    premises: tuple[Link, ...]
    figure: FigureView | None = None


@dataclass(frozen=True)
class SectionView:
    """A printed section: what was checked, what was taken as given, what the page does not print, and words."""

    name: str
    id: str
    checked: tuple[LineView, ...]
    given: tuple[LineView, ...]
    unprinted: tuple[LineView, ...]
    words: tuple[LineView, ...]


@dataclass(frozen=True)
class PaperView:
    """One paper: the first screen, the cards of its findings, and every line by section."""

    paper: PaperAudit
    id: str
    kicker: Markup
    wrong: str
    rest: str
    strip: Markup
    axis: tuple[tuple[int, str], ...]
    cards: tuple[CardView, ...]
    sections: tuple[SectionView, ...]
    trust: str
    names: Names
    counts: Mapping[Result, int]
    told: frozenset[str]
    ids: Mapping[int, str]
    hrefs: Mapping[str, str]

    def id_of(self, claim: ClaimAudit) -> str:
        """The fragment of a claim."""
        return self.ids[id(claim)]


def paper_view(paper: PaperAudit, paper_id: str, dated: str) -> PaperView:
    """Everything that the page shows of one paper."""
    paper = _each_its_own(paper)
    names = Names.of(paper)
    ids = _ids(paper, paper_id)
    by_label = {claim.label: claim for claim in reversed(paper.claims)}
    link = Links({label: ids[id(claim)] for label, claim in by_label.items()})
    found = findings(paper)
    wrong, rest = headline(paper, found)
    cards = tuple(card_view(each, ids[id(each.claim)], names, link, by_label) for each in found)
    told = {id(claim) for each in found for claim in (each.claim, *each.others)}
    return PaperView(
        paper=paper,
        id=paper_id,
        kicker=_kicker(paper, dated),
        wrong=wrong,
        rest=rest,
        strip=_strip(paper, ids),
        axis=tuple(_axis(paper)),
        cards=cards,
        sections=tuple(_sections(paper, paper_id, ids, names, link, told)),
        trust=on_trust(paper),
        names=names,
        counts=paper.tally(),
        told=frozenset(ids[number] for number in told),
        ids=ids,
        hrefs=link.ids,
    )


def _each_its_own(paper: PaperAudit) -> PaperAudit:
    """The paper with a claim of its own at each place: one that stands there twice is a defect, but is told twice."""
    seen: set[int] = set()
    claims = []
    for claim in paper.claims:
        claims.append(replace(claim) if id(claim) in seen else claim)
        seen.add(id(claims[-1]))
    return replace(paper, claims=tuple(claims))


def _ids(paper: PaperAudit, paper_id: str) -> dict[int, str]:
    """A fragment for each claim; a label that appears twice is a defect, but must not break links to the first."""
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for claim in paper.claims:
        own = anchor(paper_id, claim.label)
        while own in taken:
            own += "~again~"
        taken.add(own)
        ids[id(claim)] = own
    return ids


# --- the first screen -------------------------------------------------------------------------------------

_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,9}/[A-Za-z0-9._;()/:-]{1,120})", re.IGNORECASE)
_ARXIV = re.compile(r"\barXiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE)


def _kicker(paper: PaperAudit, dated: str) -> Markup:
    """Citation with its DOI as a link, units, date of the audit."""
    text = escape(clip(paper.citation, 600))
    for pattern, place in ((_DOI, "https://doi.org/"), (_ARXIV, "https://arxiv.org/abs/")):
        if found := pattern.search(str(text)):
            name = found[1].rstrip(".;:)(")
            link = Markup('<a rel="noreferrer" href="{}{}">{}</a>').format(place, name, found[0])
            text = Markup(str(text).replace(found[0], str(link), 1))
    when = f" · audited {dated}" if dated else ""
    return text + Markup(" · {} units{}").format(one_line(paper.units, 60), when)


WIDE = 5
"""Cells that a wrong line takes in the strip."""


def _strip(paper: PaperAudit, ids: Mapping[int, str]) -> Markup:
    """The paper as a strip, a cell a line in print order; the wrong ones are wide, and links."""
    paths: dict[str, list[str]] = {}
    links: list[Markup] = []
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
            paths.setdefault(css_class(claim.result), []).append(f"M{at + 0.4:g} 0v1")
            at += 1
    drawn = Markup("").join(Markup('<path class="{}" d="{}"/>').format(css, "".join(d)) for css, d in paths.items())
    if not at:
        return Markup("")
    cells = " ".join(("!" if c.result is Result.FAIL else "") + ids[id(c)].partition("..")[2] for c in paper.claims)
    return Markup('<svg class="strip" data-ids="{}" viewBox="0 0 {} 1" preserveAspectRatio="none">{}{}</svg>').format(
        cells, at, drawn, Markup("").join(links)
    )


LETTER = 0.72
"""Hundredths of the strip that a letter of a section's name takes."""
LONGEST_NAME = 24


def _axis(paper: PaperAudit) -> Iterable[tuple[int, str]]:
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


def css_class(result: Result) -> str:
    """
    >>> css_class(Result.PASS_IF)
    'pass-if'
    """
    return result.value.lower()


# --- lists ----------------------------------------------------------------------------------------------------


def _sections(
    paper: PaperAudit, paper_id: str, ids: Mapping[int, str], names: Names, link: Links, told: set[int]
) -> Iterable[SectionView]:
    groups: dict[str, list[ClaimAudit]] = {}
    for claim in paper.claims:
        groups.setdefault(claim.where.partition("/")[0].strip(), []).append(claim)
    for number, (name, claims) in enumerate(groups.items(), 1):
        lists: dict[str, list[LineView]] = {key: [] for key in ("checked", "given", "unprinted", "words")}
        for claim in claims:
            key = {Result.GIVEN: "given", Result.PROSE: "words"}.get(claim.result, "checked")
            if key == "given" and claim.label.startswith("x."):
                key = "unprinted"
            lists[key].append(_line(claim, ids[id(claim)], names, link, told))
        yield SectionView(
            one_line(name, 300) or "Elsewhere",
            f"{paper_id}~s{number}",
            **{key: tuple(each) for key, each in lists.items()},
        )


def _line(claim: ClaimAudit, own_id: str, names: Names, link: Links, told: set[int]) -> LineView:
    is_card = id(claim) in told
    aside = Markup("") if is_card else _cited(_aside(claim, names), link)
    return LineView(
        claim=claim,
        id=own_id,
        css=css_class(claim.result),
        said=in_line(claim.printed),
        words=PLAIN_RESULT[claim.result],
        aside=aside,
        premises=()
        if is_card
        else tuple(each for each in link.all(claim.premises) if f">{each.label}</a>" not in aside),
        figure=None if claim.figure is None or is_card else figure_view(claim.figure, own_id),
    )


def _cited(text: Markup, link: Links) -> Markup:
    """The text with a link where it first cites a line: `(13)`."""

    done: set[str] = set()

    def linked(found: re.Match[str]) -> str:
        href = link.ids.get(found[1])
        if href is None or href in done:
            return found[0]
        done.add(href)
        return f'(<a href="#{href}">{found[1]}</a>)'

    return Markup(_CITED.sub(linked, str(text)))


def _aside(claim: ClaimAudit, names: Names) -> Markup:
    """Why it has its result, each sentence once."""
    reading = decisive(claim)
    if reading is None:
        return Markup("")
    if claim.result is Result.GIVEN:
        words = "" if reading.evidence.detail == _FROM_PAGE else _OPENINGS.sub("", reading.evidence.detail)
        return prose(" ".join(filter(None, (sentence(words), claim.note))), names)
    if claim.result in (Result.PASS, Result.PASS_IF):
        detail = four_digits(reason(claim, reading.evidence.detail or reading.evidence.method))
    else:
        detail = sentence(short_reason(claim))
    return prose(" ".join(filter(None, (detail, claim.note))), names)


def totals(papers: Iterable[PaperView]) -> Counter[Result]:
    """Over all papers."""
    found: Counter[Result] = Counter()
    for view in papers:
        found.update(view.counts)
    return found


_GRANTED = re.compile(
    r"the \w+ \((?P<label>[^()]+)\) is granted(?=:)|\((?P<line>[^()]+)\) is read in its corrected form$"
)


def conditions(claim: ClaimAudit, paper: PaperView) -> Markup:
    """`holds if …`, each condition once; what an assumption says stands at the assumption."""
    told = claim.conditions if decisive(claim) is not None else ()
    return Markup("; and if ").join(_condition(condition, paper) for condition in told)


def _condition(condition: str, paper: PaperView) -> Markup:
    found = _GRANTED.match(condition)
    label = found and (found["label"] or found["line"])
    href = paper.hrefs.get(label) if label else None
    if found is None or href is None:
        return prose(condition, paper.names)
    before, after = found[0].split(f"({label})", 1)
    return Markup('{}(<a href="#{}">{}</a>){}').format(before, href, one_line(label or ""), after)


def survivors(claim: ClaimAudit) -> tuple[tuple[str, str, bool], ...]:
    """The deliberate errors that were not caught, together where one sentence says why."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for survivor in claim.mutants.survivors if claim.mutants else ():
        groups.setdefault((survivor.explanation, survivor.equivalent), []).append(one_line(survivor.mutant, 400))
    return tuple((clip("; ".join(mutants), 1500), why, equivalent) for (why, equivalent), mutants in groups.items())


def caught(claim: ClaimAudit) -> str:
    """How many deliberate errors the check caught."""
    if claim.mutants is None or not claim.mutants.made:
        return ""
    return f"{claim.mutants.killed} of {plural(claim.mutants.made, 'deliberate error')} caught"
