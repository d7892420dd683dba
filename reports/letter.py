"""letter.md: a referee's letter to the author: summary, numbered points, questions, and what was not checked.

Every sentence is a fact of the audit; the tone is the courteous one of the trade.  One or two pages: minor
points take a line each, and lists that would fill a page say how much more there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reports.by_hand import by_hand_text, found_text
from reports.counting import of_kind, unprinted
from reports.edit import DELETED, INSERTED, MARKS, unmarked
from reports.faults import reason
from reports.findings import Finding, dimensions, findings, first_clause, headline, holds_instead, named, reached
from reports.markdown import escape, later_lines, printed, prose
from reports.not_checked import not_checked
from reports.page_text import Names
from reports.summary import short_reason, with_result
from reports.text import clip, first_sentences, is_formula, one_line, plural, sentence
from verify.verdicts import Audit, ClaimAudit, Ground, PaperAudit, Result

FILE_NAME = "letter.md"
MOST_QUESTIONS, LONGEST_LINE, LONGEST_REASON = 24, 1_000, 160
_ASKED = (Ground.AMBIGUITY, Ground.CONVENTION, Ground.DOMAIN, Ground.SOURCE)
"""Grounds on which a reading is a question to the author."""


def render(audit: Audit) -> str:
    """The letters on all papers of the audit, each under its title."""
    parts = FORMULA.split(draft(audit))
    parts[::2] = map(unmarked, parts[::2])
    parts[1::2] = (_with_marks(part) if is_paired(part) else unmarked(part) for part in parts[1::2])
    return "".join(parts)


_MARKS = {INSERTED[0]: r"\boxed{", INSERTED[1]: "}", DELETED[0]: r"\cancel{", DELETED[1]: "}"}
"""Without the colours of a page: a letter is read as it is typed, too."""


def _with_marks(formula: str) -> str:
    return "".join(_MARKS.get(char, char) for char in formula)


FORMULA = re.compile(r"(\$`[^`\n]*`\$)")


def is_paired(formula: str) -> bool:
    """Whether each change in a formula that begins there ends there, and none lies in another."""
    marks = "".join(char for char in formula if char in MARKS)
    return not re.sub(f"{INSERTED[0]}{INSERTED[1]}|{DELETED[0]}{DELETED[1]}", "", marks)


def draft(audit: Audit) -> str:
    """The letters with private marks round what changes in a formula, which each format writes its own way."""
    lines = (line for paper in audit.papers for line in _letter(paper, audit.versions.get("referee", "")))
    return "\n".join(lines) + "\n"


def _letter(paper: PaperAudit, version: str) -> Iterator[str]:
    found = findings(paper)
    names = Names.of(paper)
    wrong, rest = headline(paper, found)
    major = [each for each in found if each.severity == "major"]
    minor = [each for each in found if each.severity != "major"]
    yield f"# Referee's report: {escape(paper.title)}"
    yield ""
    yield f"{escape(paper.citation)}."
    yield ""
    yield "Dear Author,"
    yield ""
    yield (
        "thank you for the opportunity to check the mathematics of your paper, line by line. "
        f"{escape(wrong)} {escape(rest)}".rstrip()
    )
    if found:
        counts = (
            f"{plural(len(major), 'major point')} (a later line falls with it, or dimensions do not agree)"
            if major
            else "",
            plural(len(minor), "minor point") if minor else "",
        )
        yield f"I list {' and '.join(filter(None, counts))}; where a single change mends a line, it is given."
    number = 0
    for title, points in (("Major points", major), ("Minor points", minor)):
        if points:
            yield from ("", f"## {title}", "")
        for each in points:
            number += 1
            yield f"{number}. " + (_point(each, names) if each.severity == "major" else _short(each, names))
    yield from _questions(paper, names)
    yield from _unchecked(paper)
    yield ""
    yield (
        f"The points are those of an audit by a program, Referee{f' {escape(version)}' if version else ''}, whose full report "
        "tells under the same names how each was decided. I hope that these remarks are of use, and remain"
    )
    yield from ("", "with kind regards,", "", "the referee", "")


def place(claim: ClaimAudit) -> str:
    """`Equation (43), IV.B`; a line without a number is cited by its section and the label of the audit."""
    label = named(claim)
    where = escape(one_line(claim.where, 100))
    return f"Equation {escape(label)}, {where}" if label.startswith("(") else f"{where}, {escape(label)}"


def _said(found: Finding) -> str:
    """Fault, printed and right in a sentence or two."""
    claim = found.claim
    told = [f"**{place(found.claim)}:** {prose(found.fault)}."]
    if found.edit:
        told.append(f"Printed: {_formula(found.edit.before)}; it should read {_formula(found.edit.after)}.")
    else:
        words = printed(clip(claim.printed, LONGEST_LINE))
        told.append(f"{'Printed' if found.print_label == 'printed' else 'In our words'}: {words}.")
        if right := found.right or "":
            told.append(f"It should read {printed(right)}." if is_formula(right) else f"It {prose(_stopped(holds_instead(right)))}" if right.startswith("It holds") else prose(sentence(right)))  # fmt: skip
    if found.others:
        told.append(f"So it is with {', '.join(escape(other.label) for other in found.others)}.")
    return " ".join(told)


def _stopped(words: str) -> str:
    return words if words[-1:] in ".!?…" else f"{words}."


def _formula(latex: str) -> str:
    return printed(f"${' '.join(latex.split())}$")


def _short(found: Finding, names: Names) -> str:
    """A minor point, with the first sentence of its reason."""
    told = [_said(found)]
    if found.is_misprint:
        told.append("Probably a misprint.")
    elif note := found.claim.note:
        told.append(prose(first_sentences(note, LONGEST_REASON)))
    return names.plainly(" ".join(told))


def _point(found: Finding, names: Names) -> str:
    """A major point also says why, how to check it, and what it reaches."""
    claim = found.claim
    told = [_said(found)]
    sides = dimensions(claim)
    why = claim.note or (reason(claim, short_reason(claim)) if claim.readings and not sides else "")
    told += [prose(names.plainly(text)) for text in (sides, why) if text]
    if check := by_hand_text(claim, names, found.lines):
        told.append(f"To check by hand: {escape(check[0].lower() + check[1:])}")
    elif shown := found_text(claim, names):
        told.append(f"Found: {escape(shown)}")
    if found.later:
        told.append(f"It reaches {_later(found)}.")
    return " ".join(told)


def _later(found: Finding) -> str:
    """The later lines by their fate: `9 later lines: 4 hold only once corrected: (44), ...`."""
    if found.reach == 1:
        return escape(reached(found))
    return f"{plural(found.reach, 'later line')}: {'; '.join(later_lines(found))}"


def _questions(paper: PaperAudit, names: Names) -> Iterator[str]:
    """Lines that hold in another sense than the literal one: is that sense meant?"""
    asked: dict[str, list[ClaimAudit]] = {}
    for claim in of_kind("pass-if", paper.claims):
        for reading in claim.readings[1:]:
            if reading.rescues and reading.ground in _ASKED and reading.condition:
                asked.setdefault(reading.condition, []).append(claim)
                break
    if not asked:
        return
    yield from (
        "",
        "## Questions to the author",
        "",
        "These lines hold in a sense that is not the literal one. Is it meant that",
    )
    yield ""
    for condition, claims in list(asked.items())[:MOST_QUESTIONS]:
        yield f"- {prose(names.plainly(first_clause(condition))).rstrip('.')}? ({_listed(claims)})"
    if len(asked) > MOST_QUESTIONS:
        yield f"- and {plural(len(asked) - MOST_QUESTIONS, 'more such question')}, in the full audit."


def _listed(claims: Iterable[ClaimAudit]) -> str:
    return ", ".join(place(claim) for claim in claims)


def _unchecked(paper: PaperAudit) -> Iterator[str]:
    """What the audit does not vouch for, and why, with the names of the lines."""
    open_lines = (
        f"{place(claim)} is open: {prose(sentence(short_reason(claim)))}" for claim in with_result(paper, Result.OPEN)
    )
    found = not_checked(paper)
    given = [each for each in found if each.result == "taken as given"]
    words = [claim for each in found if each.result == "words only" for claim in each.claims]
    unsaid = sum(map(unprinted, paper.claims))
    told = [
        *open_lines,
        *(f"Taken as given: {_labels(each.claims)} ({prose(each.reason.removesuffix('.'))})." for each in given),
        f"Words only, with nothing to decide: {_labels(words)}." if words else "",
        f"Premises that the paper does not print (laws, definitions, assumptions), used all the same: {unsaid}."
        if unsaid
        else "",
    ]
    if any(told):
        yield from ("", "## What was not checked, and why", "")
        yield from (f"- {line}" for line in told if line)


def _labels(claims: Iterable[ClaimAudit]) -> str:
    return ", ".join(escape(named(claim)) for claim in claims)
