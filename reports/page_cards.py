"""A finding as a card and as a row of the table: everything set, nothing placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from reports import figure
from reports.around import around
from reports.by_hand import by_hand_text, difference_text, found_text
from reports.column_plot import column_plot
from reports.comments import both_sides, from_text, is_sentence, symbols_text
from reports.decimals import prints, short
from reports.dimension_words import quotient
from reports.edit import Edit
from reports.fates import Fate
from reports.faults import IF, Weight, fault, four_digits, reason
from reports.findings import (
    Finding,
    by_weight,
    certainty,
    cite,
    dimensions,
    edit_of,
    first_clause,
    named,
    other_readings,
    reach_parts,
    reach_words,
)
from reports.latex_tree import NotRead, members, read
from reports.page_text import Names, code, correction, in_line, lowered, marked, prose
from reports.summary import correction_words, short_reason
from reports.sympy_text import sympy_text
from reports.text import clip, first_sentences, is_formula, one_line, readable, segments, sentence
from reports.typeset import typeset
from verify.verdicts import ClaimAudit, Drawing, Mark, Outcome, Shape, Verdict

UNKNOWN = Markup("<small>no one correction is known</small>")
MOST_PREMISES, LONGEST_LINE, LONGEST_WORDS, LONGEST_WHY, LONGEST_AXIS = 3, 240, 150, 320, 50
"""Premises whose formulas stand in a card; all are linked below."""


@dataclass(frozen=True)
class Link:
    """A label, and where on the page it is; `href` is None when the paper has no such claim."""

    label: str
    href: str | None

    @property
    def name(self) -> str:
        """As one cites it: an equation number in brackets."""
        return cite(self.label)


@dataclass(frozen=True)
class FigureView:
    """A recomputed figure: the drawing, and its key."""

    title: str
    svg: Markup
    key: tuple[tuple[Markup, str, tuple[Mark, ...]], ...]
    marked: bool
    failing: bool = False
    name: str = ""
    """Of no other picture on the page."""


@dataclass(frozen=True)
class LaterView:
    """A later line that rests on a wrong one: what it says, and what becomes of it."""

    link: Link
    said: Markup
    fate: Fate


@dataclass(frozen=True)
class CardView:
    """A finding with all that stands in its card and in its row of the table."""

    finding: Finding
    id: str
    name: str
    fault: Markup
    opening: Markup
    """The same with a capital, where it begins with a word."""
    why: Markup
    rest: Markup
    line: Markup
    after: Markup
    short: tuple[Markup, Markup]
    """Both lines as a row of the table has room for them."""
    brief: tuple[Markup, Markup]
    """The same of a long formula, for a narrow screen; empty where the whole line is no longer."""
    is_edit: bool
    is_condition: bool
    is_words: bool
    """Whether what stands instead of the line is a sentence, and no formula that should be printed."""
    kind: str
    premises: tuple[tuple[Link, Markup], ...]
    basis: str
    """The premises in plain letters, for what is copied."""
    check: Markup
    found: Markup
    readings: tuple[tuple[Markup, str], ...]
    later: tuple[LaterView, ...]
    reach: tuple[str, ...]
    others: tuple[tuple[ClaimAudit, str, Markup, Markup], ...]
    plot: Markup
    copies: tuple[tuple[str, str], ...]
    where: str
    """What the symbols of its formulas stand for, for what is copied."""
    sides: tuple[tuple[str, str], ...]
    figure: FigureView | None
    residual: FigureView | None
    certain: str
    links: tuple[Link, ...]


class Links:
    """From labels, with the values at which a premise is used after them, to links."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self.ids = ids

    def __call__(self, label: str) -> Link:
        return Link(label, self.ids.get(label) or self.ids.get(base_label(label)))

    def all(self, labels: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self(label) for label in labels)


def base_label(premise: str) -> str:
    """
    >>> base_label("43 (twice the Fermi energy) | r = 2")
    '43'
    """
    return re.sub(r" \([^()]*\)$", "", premise.partition(" | ")[0])


def card_view(found: Finding, own_id: str, names: Names, link: Links, by_label: Mapping[str, ClaimAudit]) -> CardView:
    claim = found.claim
    literal = claim.literal if claim.readings else None
    edit, right = found.edit, found.right
    before = marked(edit.before) if edit else in_line(clip(claim.printed, 600))
    line = _with_marks(claim.printed, edit) if edit else before
    is_condition = edit is None and (right or "").startswith(IF)
    after = marked(edit.after) if edit else correction((right or "").removeprefix(IF), names) or _lacking(claim)
    why, rest = _why(claim)
    short = _in_a_row(found, (before, after), names)
    premises = _premises(literal, by_label)
    return CardView(
        finding=found,
        id=own_id,
        name=_name(claim),
        fault=prose(found.fault, names),
        opening=prose(sentence(found.fault).removesuffix("."), names),
        why=prose(why, names),
        rest=prose(rest, names),
        line=line,
        after=after,
        short=short,
        brief=short if edit is not None and short != (before, after) else (Markup(""), Markup("")),
        is_edit=edit is not None,
        is_condition=is_condition,
        is_words=is_sentence(found),
        kind="stated, not derived" if literal and literal.outcome is Outcome.GIVEN else claim.kind,
        premises=tuple(
            (link(label), Markup('<span class="w">{}</span>').format(typeset(formula))) for label, formula in premises
        ),
        basis=from_text(premises),
        check=lowered(by_hand_text(claim, names, found.lines)),
        found=lowered(
            "" if edit and found.weight >= Weight.NUMBER else found_text(claim, names)
        ),  # both numbers stand above
        readings=tuple((prose(clip(four_digits(meant), 400), names), word) for meant, word in other_readings(claim)),
        later=tuple(
            LaterView(link(each.claim.label), in_line(clip(each.claim.printed, 600)), each.fate)
            for each in by_weight(found)
        ),
        reach=(reach_words(found),) if found.reach < 2 else reach_parts(found),
        others=tuple(_cell(cell) for cell in found.others),
        plot=column_plot(found) if found.others else Markup(""),
        sides=tuple(_sides(found, (line, after))),
        copies=tuple(_copies(found)),
        where=_where(claim, premises, names),
        figure=None if claim.figure is None else figure_view(claim.figure, own_id),
        residual=_residual(claim, own_id, names),
        certain=certainty(claim),
        links=link.all(claim.premises),
    )


def _in_a_row(found: Finding, whole: tuple[Markup, Markup], names: Names) -> tuple[Markup, Markup]:
    """What the table shows of both lines: a long formula around its change, the first clause of long words."""
    edit, right = found.edit, found.right
    if edit is not None:
        texts = around(edit.before, edit.after)
        return whole if texts == (edit.before, edit.after) else (marked(texts[0]), marked(texts[1]))
    printed = found.claim.printed
    said = (
        in_line(_beginning(printed, LONGEST_LINE))
        if len(printed) > LONGEST_LINE and not is_formula(printed)
        else whole[0]
    )
    if right is None:
        return said, _lacking(found.claim) or _computed(found.claim)
    if right.startswith(IF):
        return said, prose(f"if {_beginning(first_clause(right.removeprefix(IF)))}", names)
    return said, prose(_beginning(first_clause(right)), names)


def _lacking(claim: ClaimAudit) -> Markup:
    """By which dimension the two sides differ, where nobody says what should be printed."""
    dimension = quotient(*claim.dimensions) if claim.dimensions else ""
    return escape(f"one side lacks a factor of the dimension {dimension}") if dimension else Markup("")


def _beginning(words: str, longest: int = LONGEST_WORDS) -> str:
    """What a row of the table has room for, cut after a clause or between two words, in no formula and in no bracket."""
    if len(words) <= longest or is_formula(words):
        return words
    blanks = (at for at in range(longest, 0, -1) if words[at] == " ")
    places = [at for at in blanks if words[:at].count("$") % 2 == 0 and words[:at].count("(") == words[:at].count(")")]
    clauses = (at for at in places if words[at - 1] in ",;:" and at > longest / 2)
    cut = next(clauses, places[0] if places else 0)
    return f"{words[:cut].rstrip(',;: ')} …" if cut else words


def _computed(claim: ClaimAudit) -> Markup:
    """The number that was found, where nobody says what should be printed."""
    point = claim.literal.evidence.counterexample if claim.readings else None
    if point is None or point.shape is not Shape.NUMBER or not prints(claim.printed, point.rhs):
        return UNKNOWN
    return escape(f"computed: {readable(short(point.lhs))}")


def _with_marks(text: str, edit: Edit) -> Markup:
    """The whole printed line, its wrong formula with the marks of what goes."""
    pieces = [
        marked(edit.before)
        if part.math and part.text == edit.of
        else (typeset(part.text) or code(part.text))
        if part.math
        else lowered(clip(part.text))
        for part in segments(text)
    ]
    return Markup("").join(pieces)


def _name(claim: ClaimAudit) -> str:
    label = one_line(claim.label, 60)
    return f"Equation ({label})" if named(claim) != claim.label else label


def _why(claim: ClaimAudit) -> tuple[str, str]:
    """The first sentences of the remark, and the rest of it; without a remark, what was found."""
    told = dimensions(claim)
    text = " ".join(filter(None, (told, claim.note)))
    text = text or (reason(claim, short_reason(claim)) if claim.readings else "")
    if len(text) <= LONGEST_WHY:
        return text, ""
    first = first_sentences(text, LONGEST_WHY)
    return first, text[len(first) :].strip()


def _says(latex: str) -> bool:
    """Whether a formula states something: one without a relation is a fragment of a sentence."""
    try:
        found = members(read(latex))
        return len(found) > 1 and all(found)
    except NotRead:
        return False


def _premises(literal: Verdict | None, by_label: Mapping[str, ClaimAudit]) -> list[tuple[str, str]]:
    """Those whose formulas stand in the card, by label."""
    if literal is None:
        return []
    found = []
    for premise in dict.fromkeys(map(base_label, literal.premises)):
        claim = by_label.get(premise)
        formulas = [part.text for part in segments(claim.printed) if part.math and _says(part.text)] if claim else []
        if formulas and len(longest := max(formulas, key=len)) < 160 and typeset(longest) is not None:
            found.append((premise, longest))
    return found[:MOST_PREMISES]


def _where(claim: ClaimAudit, premises: Iterable[tuple[str, str]], names: Names) -> str:
    """What the symbols stand for, for what is copied."""
    point = claim.literal.evidence.counterexample if claim.readings else None
    used = [name for name, _ in point.point] if point is not None else []
    formulas = [part.text for part in segments(claim.printed) if part.math]
    return symbols_text(formulas, names, used, [formula for _, formula in premises])


def _cell(claim: ClaimAudit) -> tuple[ClaimAudit, str, Markup, Markup]:
    """Another wrong number of the same column: fault in words, printed, right."""
    found = edit_of(claim)
    before = marked(found.before) if found else in_line(clip(claim.printed, 200))
    right = correction_words(claim)
    after = marked(found.after) if found else correction(right) if right else Markup("–")
    return claim, fault(claim), before, after


def _sides(found: Finding, shown: tuple[Markup, Markup]) -> Iterable[tuple[str, str]]:
    """Printed and right for an e-mail, where formulas stand in them: words are taken from the card."""
    for name, text, markup in zip(("said", "right"), both_sides(found), shown, strict=True):
        if "<math" in markup:
            yield name, text


def _copies(found: Finding) -> Iterable[tuple[str, str]]:
    """What one copies from a card: in which language, and the text; the printed line where it is a formula and no other is known."""
    right = found.edit.plain if found.edit else found.right if found.right and is_formula(found.right) else None
    if right:
        yield "latex", clip(right)
        if words := sympy_text(right):
            yield "sympy", words
    elif not found.in_our_words and is_formula(found.claim.printed):
        yield "print", clip(found.claim.printed.strip("$ "), 1_000)


def _residual(claim: ClaimAudit, own_id: str, names: Names) -> FigureView | None:
    """By how much a line is false, where a picture says more than two numbers; its parameter and its height in words."""
    drawing = claim.residual
    if drawing is None or figure.is_straight(drawing):
        return None
    sign = names.text(drawing.x_label)
    meaning = names.meanings.get(sign, "")
    x_label = f"{sign}, {meaning}" if 0 < len(meaning) <= LONGEST_AXIS else sign
    drawing = figure.one_turn(drawing) if meaning.startswith(("angle", "azimuth")) else drawing
    height = difference_text(claim, names)
    curves = tuple(replace(curve, label=height) for curve in drawing.curves) if height else drawing.curves
    drawing = replace(drawing, title=height or drawing.title, x_label=x_label, curves=curves)
    return figure_view(drawing, f"{own_id}~residual")


def figure_view(drawing: Drawing, own_id: str) -> FigureView:
    svg, marked = figure.svg(drawing, f"{own_id}~figure"), bool(drawing.marks)
    name = f"{drawing.title}, {own_id.replace('~', ' ')}"
    return FigureView(drawing.title, svg, figure.key(drawing), marked, bool(drawing.failing), name)
