"""index.html: the whole audit on one self-contained page, for a physicist with the paper beside it.

No script, no network: styles, the math font and the formulas are in the file, and its
content security policy forbids everything else.  Filters are radio buttons and CSS.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reports import figure
from reports.summary import (
    Summary,
    correction_words,
    decided_how,
    decisive,
    evidence_words,
    is_correction,
    on_trust,
    short_reason,
    summarize,
    summarize_audit,
    with_result,
)
from reports.text import (
    TRANSCRIPTION_MEANING,
    anchor,
    clip,
    is_formula,
    one_line,
    plural,
    readable,
    segments,
    sentence,
    transcription_words,
)
from reports.typeset import typeset
from verify.verdicts import (
    GRADE_MEANING,
    GROUND_MEANING,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Audit,
    ClaimAudit,
    Drawing,
    Mark,
    NotationEntry,
    PaperAudit,
    Result,
    Verdict,
)

FILE_NAME = "index.html"
LONGEST_PRINTED = 12_000
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"


class Names:
    """The names that evidence uses for the symbols of a paper, each set once, as the paper prints it."""

    def __init__(self, latex: Mapping[str, str]) -> None:
        self.latex = latex
        subscripted = sorted((name for name in latex if "_" in name), key=len, reverse=True)
        names = "|".join(map(re.escape, subscripted))
        self._pattern = re.compile(rf"(?<![\w])({names})(?![^\W{_RAISED}])") if names else None
        self._set: dict[str, Markup] = {}

    def symbol(self, name: str) -> Markup:
        """A symbol as the paper writes it; without a notation, `r_He` has one subscript of two letters."""
        if name not in self._set:
            self._set[name] = typeset(self.latex.get(name) or _guessed(name)) or _code(name)
        return self._set[name]

    def within(self, text: str) -> Markup:
        """The words, with each name that has a subscript set."""
        parts: list[str] = [clip(text)] if self._pattern is None else self._pattern.split(clip(text))
        parts[1::2] = [self.symbol(name) for name in parts[1::2]]
        return Markup("").join(parts)


def _guessed(name: str) -> str:
    plain = re.fullmatch(r"([^\W_]+)_(\w{2,})", name)
    return f"{plain[1]}_{{\\mathrm{{{plain[2].replace('_', ',')}}}}}" if plain else name


NO_NAMES = Names({})


@dataclass(frozen=True)
class Link:
    """A label, and where on the page it is; `href` is None when the paper has no such claim."""

    label: str
    href: str | None


@dataclass(frozen=True)
class ClaimView:
    """One claim with everything that needs its paper already looked up."""

    claim: ClaimAudit
    id: str
    printed: Markup
    decisive: Verdict | None
    premises: tuple[Link, ...]
    affects: tuple[Link, ...]
    opens: bool
    figure: FigureView | None = None


@dataclass(frozen=True)
class FigureView:
    """A recomputed figure: the drawing, and its key."""

    title: str
    svg: Markup
    key: tuple[tuple[Markup, str, tuple[Mark, ...]], ...]
    marked: bool


@dataclass(frozen=True)
class PaperView:
    """One paper: counts, lists of what needs attention, and claims grouped by printed section."""

    paper: PaperAudit
    id: str
    summary: Summary
    attention: tuple[tuple[Result, tuple[ClaimView, ...]], ...]
    sections: tuple[tuple[str, tuple[ClaimView, ...]], ...]
    names: Names
    notation: tuple[tuple[Markup, NotationEntry], ...]


def render(audit: Audit) -> str:
    """The page; the same audit gives the same bytes."""
    papers = tuple(_paper_view(paper, f"paper-{index}") for index, paper in enumerate(audit.papers, 1))
    page = _environment().get_template("index.html.j2")
    return page.render(audit=audit, papers=papers, total=summarize_audit(audit), font=_font()) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    filters: dict[str, Callable[..., object]] = {
        "clip": clip,
        "one_line": one_line,
        "prose": prose,
        "transcription": transcription_words,
        "symbol": symbol,
        "printed": printed,
        "css": css_class,
        "how": explained,
        "correction": correction,
        "readable": readable,
        "right": correction_words,
        "evidence": evidence_words,
        "reason": short_reason,
        "on_trust": on_trust,
        "sentence": sentence,
        "plural": plural,
    }
    environment.filters.update(filters)
    environment.globals.update(
        results=tuple(Result),
        is_correction=is_correction,
        result_meaning=RESULT_MEANING,
        outcome_meaning=OUTCOME_MEANING,
        grade_meaning=GRADE_MEANING,
        ground_meaning=GROUND_MEANING,
        transcription_meaning=TRANSCRIPTION_MEANING,
    )
    return environment


@cache
def _font() -> Markup:
    """The embedded math font as base64 woff2."""
    data = resources.files("reports").joinpath("fonts/stix-two-math-subset.woff2").read_bytes()
    return Markup(base64.b64encode(data).decode("ascii"))


def css_class(result: Result) -> str:
    """
    >>> css_class(Result.PASS_IF)
    'pass-if'
    """
    return result.value.lower()


def _paper_view(paper: PaperAudit, paper_id: str) -> PaperView:
    ids: dict[str, str] = {}
    views = []
    for claim in paper.claims:
        ids.setdefault(claim.label, anchor(paper_id, claim.label))
    taken: set[str] = set()
    for claim in paper.claims:
        own = ids[claim.label]
        while own in taken:  # a label that appears twice is a defect, but must not break links to the first
            own += "~again~"
        taken.add(own)
        views.append(_claim_view(claim, own, ids))
    by_claim = {id(view.claim): view for view in views}
    attention = tuple(
        (result, tuple(by_claim[id(claim)] for claim in with_result(paper, result)))
        for result in (Result.FAIL, Result.OPEN, Result.PASS_IF)
    )
    return PaperView(
        paper=paper,
        id=paper_id,
        summary=summarize(paper.claims),
        attention=tuple(entry for entry in attention if entry[1]),
        sections=tuple((where, tuple(group)) for where, group in groupby(views, key=lambda view: view.claim.where)),
        names=Names(_latex_of(paper)),
        notation=tuple((typeset(entry.latex) or _code(entry.code), entry) for entry in paper.notation),
    )


def _latex_of(paper: PaperAudit) -> dict[str, str]:
    """The LaTeX of each name that evidence may use: the one in text where it is the only one, else that of the encoding."""
    often = Counter(entry.name for entry in paper.notation)
    alone = {entry.name: entry.latex for entry in paper.notation if often[entry.name] == 1}
    return {entry.code: entry.latex for entry in paper.notation} | alone


def _claim_view(claim: ClaimAudit, own_id: str, ids: dict[str, str]) -> ClaimView:
    return ClaimView(
        claim=claim,
        id=own_id,
        printed=printed(claim.printed),
        decisive=decisive(claim),
        premises=tuple(Link(label, ids.get(label)) for label in claim.premises),
        affects=tuple(Link(label, ids.get(label)) for label in claim.affects),
        opens=claim.result in (Result.FAIL, Result.OPEN, Result.PASS_IF),
        figure=None if claim.figure is None else _figure_view(claim.figure, own_id),
    )


def _figure_view(drawing: Drawing, own_id: str) -> FigureView:
    return FigureView(drawing.title, figure.svg(drawing, f"{own_id}~figure"), figure.key(drawing), bool(drawing.marks))


def printed(text: str) -> Markup:
    """A claim as the page prints it: formulas set, words as words, and source code where setting fails."""
    return _set(text, display=True)


def _set(text: str, *, display: bool) -> Markup:
    if len(text) > LONGEST_PRINTED:
        return _code(text)
    parts = segments(text)
    if display and is_formula(text):
        return typeset(next(part.text for part in parts if part.math), display=True) or _code(text)
    pieces = [_inline(part.text) if part.math else escape(clip(part.text)) for part in parts]
    if None in pieces and "$" not in text:  # the split was our guess, perhaps a wrong one
        return _inline(text) or _code(text)
    return Markup("").join(piece or _code(part.text) for piece, part in zip(pieces, parts, strict=True))


def _inline(latex: str) -> Markup | None:
    """A formula in running text, in a box of its own: a long one scrolls there, and not the page."""
    found = typeset(latex)
    return None if found is None else Markup('<span class="formula">{}</span>').format(found)


def correction(text: str, names: Names = NO_NAMES) -> Markup:
    """What a line should say: a formula on a line of its own, or a sentence."""
    if is_formula(text):
        return Markup('<div class="printed small">{}</div>').format(printed(text))
    return prose(text, names)


def explained(reading: Verdict) -> Markup:
    """Outcome and grade, with what they mean for whoever points at them."""
    meanings = [OUTCOME_MEANING[reading.outcome], GRADE_MEANING[reading.grade] if reading.grade else ""]
    return Markup('<abbr title="{}">{}</abbr>').format("; ".join(filter(None, meanings)), decided_how(reading))


def _code(text: str) -> Markup:
    return Markup("<code>{}</code>").format(clip(text))


def prose(text: str | None, names: Names = NO_NAMES) -> Markup:
    """Words of the audit itself: LaTeX where dollar signs or backslashes say so, and the names that only a symbol has."""
    if not text:
        return Markup("")
    text = readable(text)
    dollars = text.split("$")
    if len(dollars) > 1 and len(dollars) % 2 == 1:
        dollars[::2] = [names.within(part) for part in dollars[::2]]
        dollars[1::2] = [_set(f"${part}$", display=False) for part in dollars[1::2]]
        return Markup("").join(dollars)
    if "$" in text or "\\" in text:
        return _set(text, display=False)
    return names.within(text)


def symbol(name: str, names: Names = NO_NAMES) -> Markup:
    """A symbol of a counterexample."""
    return names.symbol(name)
