"""What the page shows, looked up and set: one paper, one finding, one line of a list.

The templates only place what stands here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from reports.counting import FALLS, counted, css_class, falls, is_unprinted, unprinted
from reports.faults import fault, four_digits, reason
from reports.findings import (
    findings,
    headline,
    named,
)
from reports.first_screen import axis, cited, kicker, strip
from reports.not_checked import Unchecked, in_a_sentence, not_checked, why_unchecked
from reports.page_cards import CardView, FigureView, Link, Links, card_view, figure_view
from reports.page_text import Names, brief, in_line, prose
from reports.summary import by_numbers, decisive, on_trust, short_reason, what_numbers_say
from reports.text import anchor, clip, first_sentences, one_line, plural, sentence
from verify.verdicts import ClaimAudit, Need, PaperAudit, Result

LONGEST_PROOF, LONGEST_MUTANTS = 120, 100
"""Characters of the proof of a line that holds (its first sentence is whole), and of deliberate errors that were not caught; audit.json has the rest."""
MOST_LATER = 12
"""Later lines of one fate that a card names at once."""
PLAIN_RESULT = {
    Result.PASS: "holds as printed",
    Result.PASS_IF: "holds if …",
    Result.FAIL: "wrong as printed",
    Result.OPEN: "not decided",
    Result.GIVEN: "taken as given",
    Result.PROSE: "words only",
}
"""Each result in plain words."""
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
    premises: tuple[tuple[Link, ...], tuple[Link, ...]]
    """Lines that the page prints, and what it does not print."""
    figure: FigureView | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether the line stands with the checked ones of its section, among those that were not decided."""
        return self.claim.result is Result.OPEN


@dataclass(frozen=True)
class SectionView:
    """A printed section: what was checked, what was not, and what the page does not print."""

    name: str
    id: str
    checked: tuple[LineView, ...]
    unchecked: tuple[Link, ...]
    """Taken as given, and words only: these lines are told with their reasons before the sections."""
    unprinted: tuple[LineView, ...]


@dataclass(frozen=True)
class UncheckedView:
    """Lines that were not checked for one reason, which stands once above several."""

    result: str
    reason: Markup
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class PaperView:
    """One paper: the first screen, the cards of its findings, and every line by section."""

    paper: PaperAudit
    id: str
    kicker: Markup
    cited: str
    wrong: str
    rest: str
    strip: Markup
    axis: tuple[tuple[int, str], ...]
    cards: tuple[CardView, ...]
    sections: tuple[SectionView, ...]
    trust: str
    unchecked: tuple[UncheckedView, ...]
    sentence: str
    """How many lines were not checked, and why."""
    suspects: tuple[tuple[str, str, Markup], ...]
    """Open lines whose sides differ numerically, to be looked at first: id, name, and what the numbers say."""
    names: Names
    counts: Counter[str]
    unsaid: int
    gravest: str
    """The card whose later lines the first sentence counts."""
    told: frozenset[str]
    faults: Mapping[int, Markup]
    kinds: Mapping[str, str]
    unseen: Mapping[str, str]
    """What the premises say that the paper does not print, by label."""
    ids: Mapping[int, str]
    hrefs: Mapping[str, str]

    def fault_of(self, claim: ClaimAudit) -> Markup:
        """What is wrong with a line, in a few words."""
        return self.faults[id(claim)]

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
    lines = _Lines(ids, names, link, told)
    sections = tuple(_sections(paper, paper_id, lines))
    unchecked = tuple(_unchecked(each, lines) for each in not_checked(paper))
    shown = [line.id for each in unchecked for line in each.lines if not line.is_elsewhere]
    shown += [line.id for each in sections for line in each.checked + each.unprinted]
    return PaperView(
        paper=paper,
        id=paper_id,
        kicker=kicker(paper, dated),
        cited=cited(paper),
        wrong=wrong,
        rest=rest,
        strip=strip(paper, ids, {id: at for at, id in enumerate(shown)}),
        axis=tuple(axis(paper)),
        cards=cards,
        sections=sections,
        trust=on_trust(paper),
        unchecked=unchecked,
        sentence=in_a_sentence(not_checked(paper)),
        suspects=tuple(
            (ids[id(each)], named(each), prose(names.plainly(what_numbers_say(each))))
            for each in by_numbers(paper.claims)[0]
        ),
        names=names,
        counts=counted(paper.claims),
        unsaid=sum(map(unprinted, paper.claims)),
        gravest=cards[0].id if cards and cards[0].finding.reach > 1 else "",
        told=frozenset(ids[number] for number in told),
        faults={id(claim): prose(fault(claim)) for each in found for claim in (each.claim, *each.others)},
        kinds={claim.label: claim.kind for claim in paper.claims},
        unseen={claim.label: claim.printed for claim in paper.claims if unprinted(claim)},
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


# --- lists ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Lines:
    """From claims to their lines."""

    ids: Mapping[int, str]
    names: Names
    link: Links
    told: set[int]
    """Claims that have a card."""

    def of(self, claim: ClaimAudit, *, reason: str = "") -> LineView:
        """With its own reason, but for what stands above it."""
        is_card, own_id = id(claim) in self.told, self.ids[id(claim)]
        aside = Markup("") if is_card else _cited(_aside(claim, self.names, reason), self.link)
        return LineView(
            claim=claim,
            id=own_id,
            css=FALLS if falls(claim) else css_class(claim.result),
            said=brief(claim.printed) if is_card else in_line(claim.printed),
            words="falls with a wrong line" if falls(claim) else PLAIN_RESULT[claim.result],
            aside=aside,
            premises=((), ()) if is_card else _from(self.link.all(claim.premises), aside),
            figure=None if claim.figure is None or is_card else figure_view(claim.figure, own_id),
        )


def _sections(paper: PaperAudit, paper_id: str, lines: _Lines) -> Iterable[SectionView]:
    groups: dict[str, list[ClaimAudit]] = {}
    for claim in paper.claims:
        groups.setdefault(claim.where.partition("/")[0].strip(), []).append(claim)
    for number, (name, claims) in enumerate(groups.items(), 1):
        unsaid = [claim for claim in claims if unprinted(claim)]
        rest = [claim for claim in claims if not unprinted(claim)]
        yield SectionView(
            one_line(name, 300) or "Elsewhere",
            f"{paper_id}~s{number}",
            checked=tuple(lines.of(claim) for claim in rest if claim.result not in _NOT_CHECKED),
            unchecked=tuple(Link(claim.label, lines.ids[id(claim)]) for claim in rest if claim.result in _NOT_CHECKED),
            unprinted=tuple(map(lines.of, unsaid)),
        )


_NOT_CHECKED = (Result.GIVEN, Result.PROSE)


def _unchecked(found: Unchecked, lines: _Lines) -> UncheckedView:
    above = found.reason if len(found.claims) > 1 else ""
    return UncheckedView(
        found.result, prose(above, lines.names), tuple(lines.of(claim, reason=above) for claim in found.claims)
    )


def _from(premises: tuple[Link, ...], aside: Markup) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """What a line follows from and is not named above: lines of the page, and what it does not print."""
    left = [each for each in premises if f">{each.label}</a>" not in aside]
    unsaid = tuple(each for each in left if is_unprinted(each.label))
    return tuple(each for each in left if each not in unsaid), unsaid


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


def _aside(claim: ClaimAudit, names: Names, above: str = "") -> Markup:
    """Why it has its result, each sentence once: not what stands above it."""
    reading = decisive(claim)
    if reading is None:
        return Markup("")
    if claim.result in (Result.GIVEN, Result.PROSE):
        words = why_unchecked(claim)
        return prose(" ".join(filter(None, ("" if words == above else words, claim.note))), names)
    if claim.result in (Result.PASS, Result.PASS_IF):
        detail = _beginning(four_digits(reason(claim, reading.evidence.detail or reading.evidence.method)))
    else:
        detail = sentence(short_reason(claim))
    return prose(" ".join(filter(None, (detail, claim.note))), names)


def _beginning(proof: str) -> str:
    """The sentences of a proof that a reader of the page may follow; `referee show` tells them all."""
    return first_sentences(proof, LONGEST_PROOF)


def totals(papers: Iterable[PaperView]) -> Counter[str]:
    """Over all papers, by the names of their kinds in the style sheet; what no page prints is a kind of its own."""
    return sum((view.counts for view in papers), Counter())


def conditions(claim: ClaimAudit, paper: PaperView) -> Markup:
    """`holds if …`, each condition once; what an assumption says stands at the assumption."""
    if decisive(claim) is None:
        return Markup("")
    own = claim.decisive.condition
    told = [prose(own, paper.names)] if own else []
    for (need, kind), labels in _by_need(claim, paper).items():
        links = _listed([_cite(label, paper) for label in labels])
        if need is Need.GRANTED:
            told.append(Markup("the {}{} {} {} granted").format(kind, *_one_or_more(labels, links)))
            if len(labels) == 1 and labels[0] in paper.unseen:
                told[-1] += Markup(": {}").format(brief(paper.unseen[labels[0]]))
        else:
            told.append(Markup("{} {} read in {} corrected form").format(links, *_IS[len(labels) > 1]))
    for inherited in claim.inherits:
        if inherited.need not in (Need.GRANTED, Need.CORRECTED) and inherited.condition != own:
            told.append(_cited(prose(inherited.condition, paper.names), Links(paper.hrefs)))
    return Markup("; and if ").join(dict.fromkeys(told))


_IS = (("is", "its"), ("are", "their"))


def _one_or_more(labels: Sequence[str], links: Markup) -> tuple[str, Markup, str]:
    return ("s", links, "are") if len(labels) > 1 else ("", links, "is")


def _by_need(claim: ClaimAudit, paper: PaperView) -> dict[tuple[Need, str], list[str]]:
    """The earlier lines that are to be granted, by kind, and those that are read in their corrected form."""
    found: dict[tuple[Need, str], list[str]] = {}
    for inherited in claim.inherits:
        if inherited.need in (Need.GRANTED, Need.CORRECTED):
            kind = paper.kinds.get(inherited.label, "assumption") if inherited.need is Need.GRANTED else ""
            labels = found.setdefault((inherited.need, kind), [])
            if inherited.label not in labels:
                labels.append(inherited.label)
    return found


def _cite(label: str, paper: PaperView) -> Markup:
    href, name = paper.hrefs.get(label), one_line(label)
    return Markup("({})").format(name if href is None else Markup('<a href="#{}">{}</a>').format(href, name))


def _listed(things: Sequence[Markup]) -> Markup:
    *most, last = things
    return Markup("{} and {}").format(Markup(", ").join(most), last) if most else last


def survivors(claim: ClaimAudit) -> tuple[tuple[str, str, bool], ...]:
    """The deliberate errors that were not caught, together where one sentence says why."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for survivor in claim.mutants.survivors if claim.mutants else ():
        groups.setdefault((survivor.explanation, survivor.equivalent), []).append(one_line(survivor.mutant, 400))
    return tuple(
        (clip("; ".join(mutants), LONGEST_MUTANTS), why, equivalent) for (why, equivalent), mutants in groups.items()
    )


def caught(claim: ClaimAudit) -> str:
    """How many deliberate errors the check caught."""
    if claim.mutants is None or not claim.mutants.made:
        return ""
    return f"{claim.mutants.killed} of {plural(claim.mutants.made, 'deliberate error')} caught"
