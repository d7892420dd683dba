"""audit.md: the findings as Markdown, short enough for a pull request, an e-mail or a plain pager.

What is wrong stands there in full, printed beside right; what holds is counted, and what holds under a
condition or is open is named.  Formulas are written in the dollar-and-backtick form that GitHub and GitLab set
and that stays readable where nothing sets it; what a correction inserts or deletes is boxed or struck, in colour, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reports.by_hand import by_hand_text, found_text
from reports.counting import FALLS, SHORT_KIND, counted, css_class, of_kind
from reports.decimals import powers_of_ten
from reports.edit import DELETED, INSERTED
from reports.faults import GRAVEST, four_digits, reason
from reports.findings import (
    Finding,
    by_fate,
    dimensions,
    findings,
    headline,
    holds_instead,
    named,
    other_readings,
    reach_words,
)
from reports.page_text import Names
from reports.summary import by_numbers, on_trust, short_reason, what_numbers_say, with_result
from reports.text import anchor, clip, is_formula, one_line, readable, segments
from verify.verdicts import RESULT_MEANING, Audit, ClaimAudit, PaperAudit, Result

FILE_NAME = "audit.md"
PAGE = "index.html"
MOST_LATER, MOST_RANKED = 12, 5


def render(audit: Audit, replies: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """The whole document, ending in a newline; `replies` are what the author replied, by paper and label."""
    return "\n".join(_document(audit, replies or {})) + "\n"


def _document(audit: Audit, replies: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield "# Audit"
    yield ""
    yield "| paper | claims | " + " | ".join(SHORT_KIND.values()) + " | gravest error |"
    yield "| --- |" + " ---: |" * (len(SHORT_KIND) + 1) + " --- |"
    ranked = [(f"p{n}", paper, each) for n, paper in enumerate(audit.papers, 1) for each in findings(paper)]
    for paper in audit.papers:
        counts = counted(paper.claims)
        worst = next((f"{_link(each.claim, n)} {prose(each.fault)}" for n, of, each in ranked if of is paper), "–")
        cells = [escape(paper.id), str(len(paper.claims)), *(str(counts[each]) for each in SHORT_KIND), _in_cell(worst)]
        yield f"| {' | '.join(cells)} |"
    if len(audit.papers) > 1 and ranked:
        ranked.sort(key=lambda each: each[2].gravity)
        told = (f"{escape(paper.id)} {_link(each.claim, n)}" for n, paper, each in ranked[:MOST_RANKED])
        yield ""
        yield f"The gravest errors of all: {', '.join(told)}. {GRAVEST}"
    for index, paper in enumerate(audit.papers, 1):
        yield from _paper(paper, f"p{index}", replies.get(paper.id, {}))
    yield ""
    yield (
        "; ".join(
            f"{SHORT_KIND[css_class(result)]} ({result}): {escape(meaning)}"
            for result, meaning in RESULT_MEANING.items()
        )
        + "."
    )
    yield from _provenance(audit)


def _paper(paper: PaperAudit, paper_id: str, replies: Mapping[str, str]) -> Iterator[str]:
    found = findings(paper)
    names = Names.of(paper)
    wrong, rest = headline(paper, found)
    yield ""
    yield f"## {escape(paper.title)}"
    yield ""
    yield f"{escape(paper.citation)}. Units: {escape(paper.units)}."
    yield ""
    yield f"**{wrong}** {escape(rest)}".rstrip()
    if found:
        yield ""
        yield "| equation | what is wrong | printed | should be | later lines |"
        yield "| --- | --- | --- | --- | --- |"
        for each in found:
            yield _row(each, names, paper_id)
        yield ""
        for each in found:
            yield from _why(each, names)
            if reply := replies.get(each.claim.label):
                yield f"  - the author replies: {escape(reply)}"
    differ, _ = by_numbers(paper.claims)
    for claim in differ:
        yield f"- {_link(claim, paper_id)}, look here first: {prose(names.plainly(what_numbers_say(claim)))}"
    for claim in (each for each in with_result(paper, Result.OPEN) if each not in differ):
        yield f"- {_link(claim, paper_id)} is open: {prose(names.plainly(short_reason(claim)))}"
    if lost := of_kind(FALLS, paper.claims):
        yield ""
        yield f"Falls with a wrong line: {', '.join(_link(claim, paper_id) for claim in lost)}."
    if conditional := of_kind("pass-if", paper.claims):
        yield ""
        yield f"Holds under a condition: {', '.join(_link(claim, paper_id) for claim in conditional)}."
    if drawn := [claim for claim in paper.claims if claim.figure]:
        yield ""
        yield f"Recomputed figures, on the page: {', '.join(_link(claim, paper_id) for claim in drawn)}."
    if trusted := on_trust(paper):
        yield ""
        yield escape(trusted)


def _link(claim: ClaimAudit, paper_id: str) -> str:
    """The label, which leads to the page beside this file."""
    return f"[{escape(named(claim))}]({PAGE}#{anchor(paper_id, claim.label)})"


def _row(found: Finding, names: Names, paper_id: str) -> str:
    claim = found.claim
    if found.edit:
        before, after = _marked(found.edit.before), _marked(found.edit.after)
    else:
        before = printed(clip(claim.printed, 600)) + _LABELS[found.print_label]
        right = found.right or "–"
        after = printed(right) if is_formula(right) else prose(names.plainly(holds_instead(right)))
    place = f"{_link(claim, paper_id)} {escape(claim.where)}"
    cells = (place, prose(found.fault), before, after, escape(reach_words(found)))
    return f"| {' | '.join(map(_in_cell, cells))} |"


_LABELS = {"printed": "", "in our words": " (in our words)", "printed, words ours": " (words ours)"}


def _in_cell(text: str) -> str:
    r"""A bar would end the cell; in a formula it is written as a command."""
    return re.sub(r"(?<!\\)\|", r"\\vert ", text)


def _why(found: Finding, names: Names) -> Iterator[str]:
    """Why it is wrong, how to check it, whether it could be meant otherwise, and what depends on it."""
    claim = found.claim
    sides = dimensions(claim)
    why = claim.note or (reason(claim, short_reason(claim)) if claim.readings and not sides else "")
    told = " ".join(filter(None, (sides, four_digits(why))))
    yield f"- **{escape(named(claim))}**: {prose(names.plainly(told))}"
    if check := by_hand_text(claim, names, found.lines):
        yield f"  - check it by hand: {escape(check)}"
    elif told := found_text(claim, names):
        yield f"  - found: {escape(told)}"
    for meant, word in other_readings(claim):
        yield f"  - could it be meant otherwise? {prose(names.plainly(meant))}: {word}"
    if found.others:
        yield f"  - so, too, {', '.join(escape(other.label) for other in found.others)}"
    if found.later:
        yield f"  - what depends on it: {'; '.join(later_lines(found))}"


def later_lines(found: Finding) -> Iterator[str]:
    """`4 hold only once corrected: (44), (45)`: the later lines by what becomes of them."""
    for words, lines in by_fate(found):
        more = f" and {len(lines) - MOST_LATER} more" if len(lines) > MOST_LATER else ""
        yield f"{words}: {', '.join(escape(named(line)) for line in lines[:MOST_LATER])}{more}"


def _provenance(audit: Audit) -> Iterator[str]:
    for title, pairs in (("Versions", audit.versions), ("Settings", audit.settings)):
        if pairs:
            yield ""
            yield f"{title}: " + ", ".join(f"{escape(name)} {escape(value)}" for name, value in sorted(pairs.items()))


_MARKS = {
    INSERTED[0]: r"\color{green}{\boxed{",
    INSERTED[1]: "}}",
    DELETED[0]: r"\color{red}{\cancel{",
    DELETED[1]: "}}",
}


def _marked(latex: str) -> str:
    """A formula with what comes boxed and green, and what goes struck and red."""
    return with_marks(_math(one_line(powers_of_ten(latex), 4_000)))


def with_marks(text: str) -> str:
    """Formulas in which the private marks of changes are those of LaTeX."""
    return "".join(_MARKS.get(char, char) for char in text)


# --- inline pieces -------------------------------------------------------------------------------

_SPECIAL = re.compile(r"([\\`*\[\]$#|~]|(?<![^\W_])_|_(?![^\W_]))")
"""An underscore between two letters is an index, and no sign of Markdown."""
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escape(text: str) -> str:
    r"""Text on one line in which Markdown and HTML see nothing of theirs.

    >>> escape("a_b _c_ <i>")
    'a_b \\_c\\_ &lt;i&gt;'
    """
    return _SPECIAL.sub(r"\\\1", one_line(text, 4_000).translate(_ENTITIES))


def printed(text: str) -> str:
    """A claim as the page prints it: words escaped, formulas in dollar-and-backtick form."""
    if len(text) > 4_000:
        return code(text)
    return "".join(_math(part.text) if part.math else _words(part.text) for part in segments(text)).strip()


def prose(text: str) -> str:
    """Words of the audit itself: formulas only where dollar signs or backslashes say so."""
    text = readable(text)
    return printed(text) if "$" in text or "\\" in text else escape(text)


def _words(text: str) -> str:
    """Escaped words that keep one space where the text begins or ends with any."""
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return before + escape(text) + after if text.strip() else before


def _math(latex: str) -> str:
    source = powers_of_ten(one_line(latex, 4_000))
    if "`" in source or "$" in source:
        return code(latex)
    untagged = re.sub(r"<(?=[A-Za-z/!?])", r"\\lt ", source)  # i<j could begin a tag
    return f"$`{untagged}`$"


def code(text: str) -> str:
    """A code span whose fence is longer than any run of backticks inside."""
    source = " ".join(clip(text).split())
    if "<" in source:  # no span of code: a reader of Markdown that knows none would see a tag
        return f"<code>{escape(source)}</code>"
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", source)), default=0))
    pad = " " if source.startswith("`") or source.endswith("`") else ""
    return f"{fence}{pad}{source}{pad}{fence}"
