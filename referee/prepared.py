"""The links of a source as a draft reads them, and how their names are used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from referee.author_notation import Entry, said, variables_said
from referee.cases import branches
from referee.chains import Link, links_of
from referee.marked import Marks, questions
from referee.matrix_entries import entry_links, system_rows
from referee.names import Usage
from referee.sources import Display, Source
from referee.typed import DOTTED, bare_accents, stops_as_products, typed_averages, words_upright
from verify.doubts.turning_words import denied, qualified

TIMES = re.compile(r"(?<![\w^_{.])[0-9]+(?:\.[0-9]+)?\s*\*\s*(?=[A-Za-z\\(])")
STAR = re.compile(r"(?<=[\w)\]}])\s*\*\s*(?=[\w(\\\[{])")
STARRED_COMMAND = re.compile(r"\\[A-Za-z]+\*")
BOUND = re.compile(r"<|>|\\(?:leq?|geq?|leqslant|geqslant|ll|gg|lesssim|gtrsim)(?![A-Za-z])")
OF_BOUNDS = "the bounds beside it may mean two things: where it holds, or a claim of their own"
AT_A_PLACE = re.compile(
    r"\b(?:initial|boundary)\s+(?:conditions?|values?|states?|data)\b|\bat\s+(?:time\s+)?\$\s*t\s*=\s*0\s*\$",
    re.IGNORECASE,
)
NEAR = 160
"""Characters before a display in which words speak of it."""
LABEL = re.compile(r"[_^]\s*\{\s*(?:\\(?:mathrm|text|textrm|rm|mathit|mbox)\s*\{?)?\s*[A-Za-z]+\s*\}?\s*\}")
"""A word that is all of a script."""


def words_around(source: Source) -> str:
    """The words around the displays."""
    return "\n".join(f"{display.before} {display.behind}" for display in source.displays)


def usage_of(links: Sequence[Link], author: Sequence[Entry]) -> Usage:
    """How the names of the links are used, and what their author says of them."""
    usage = Usage()
    for link in links:
        usage.read(link.text)
    usage.settle(said(author, "symbol"), said(author, "function", "indexed"), variables_said(author))
    return usage


def without_marks(link: Link, marks: Marks) -> Link:
    """The link with fractions for the marks that are derivatives; it is shown as printed."""
    text = marks.read(link.text)
    return link if text == link.text else replace(link, text=text, shown=link.shown or link.text)


def with_dots(link: Link) -> Link:
    """The link with dots for its stars, in a source that multiplies numbers with them: no convolution is meant."""
    text, right, head = (STAR.sub(r" \\cdot ", one) for one in (link.text, link.right, link.from_head))
    return link if STARRED_COMMAND.search(link.text) else replace(link, text=text, right=right, from_head=head)


def links_in(display: Display) -> list[Link]:
    """The links of a display; the whole of it where words in it turn a formula round."""
    bare = LABEL.sub("", display.latex)  # d_{\mathrm{mod}} has a label, and no word of the text
    turned = denied(bare) or qualified(bare)
    problem = display.doubt or (turned and f"the words {turned!r} may turn a formula round")
    if problem:
        return [Link(display.latex, problem=problem)]
    latex = bare_accents(words_upright(typed_averages(display.latex)))
    dotted = stops_as_products(latex)
    rows = system_rows(dotted) or [dotted]
    links = [link for row in rows for link in branches(row) or entry_links(row) or _beside_bounds(links_of(row))]
    if dotted == latex:
        return links
    return [
        replace(link, question="; ".join(filter(None, [link.question, DOTTED])), shown=link.shown or display.latex)
        if r"\cdot" in link.text
        else link
        for link in links
    ]


def _beside_bounds(links: list[Link]) -> list[Link]:
    """The links with a question on equations beside which nothing but bounds stand: 0 < x < 1; y = 2 x."""
    chains: list[list[Link]] = []
    for link in links:
        if link.inner and chains:
            chains[-1].append(link)
        else:
            chains.append([link])
    bounds = [all(BOUND.search(one.text) and "=" not in one.text for one in chain) for chain in chains]
    if not any(bounds) or all(bounds):
        return links
    return [
        replace(one, question="; ".join(filter(None, [one.question, OF_BOUNDS]))) if not bound else one
        for chain, bound in zip(chains, bounds, strict=True)
        for one in chain
    ]


@dataclass
class Prepared:
    """The links of a paper with their displays and labels, how the names in them are used, and what is asked of marks."""

    links: list[tuple[Display, str, Link]]
    usage: Usage
    questions: dict[str, str]


def prepared(found: Iterable[tuple[Display, str]], source: Source, author: Sequence[Entry]) -> Prepared:
    """The links of labelled displays, with fractions for derivatives that are printed as marks."""
    links = [(display, label, link) for display, label in found for link in links_in(display)]
    if any(TIMES.search(link.text) for _, _, link in links):
        links = [(display, label, with_dots(link)) for display, label, link in links]
    usage = usage_of([link for _, _, link in links], author)
    marks = Marks.of((link.text for _, _, link in links), usage, author, words_around(source))
    unmarked = [(display, label, without_marks(link, marks)) for display, label, link in links]
    if unmarked != links:
        links, usage = unmarked, usage_of([link for _, _, link in unmarked], author)
    return Prepared(links, usage, questions(marks.asked))


def at_a_place(display: Display) -> bool:
    """Whether the words before a display speak of initial or boundary values."""
    return bool(AT_A_PLACE.search(display.before[-NEAR:]))
