"""audit.md: the audit as Markdown, for a pull request, a wiki or a plain pager.

Formulas are written in the dollar-and-backtick form that GitHub and GitLab set and that stays
readable where nothing sets it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.decimals import powers_of_ten
from reports.summary import (
    Summary,
    correction_words,
    decided_how,
    decisive,
    dimension_words,
    evidence_words,
    is_correction,
    on_trust,
    point_words,
    short_reason,
    summarize,
    with_result,
)
from reports.text import TRANSCRIPTION_MEANING, clip, one_line, plural, readable, segments
from verify.verdicts import (
    GRADE_MEANING,
    GROUND_MEANING,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Audit,
    ClaimAudit,
    Mutants,
    PaperAudit,
    Result,
    Verdict,
)

FILE_NAME = "audit.md"


def render(audit: Audit) -> str:
    """The whole document, ending in a newline."""
    return "\n".join(_document(audit)) + "\n"


def _document(audit: Audit) -> Iterator[str]:
    yield "# Audit"
    yield ""
    yield from _totals(audit)
    for paper in audit.papers:
        yield from _paper(paper)
    yield from _legend()
    yield from _provenance(audit)


def _totals(audit: Audit) -> Iterator[str]:
    yield "| paper | claims | " + " | ".join(Result) + " | mutants rejected |"
    yield "| --- |" + " ---: |" * (len(Result) + 2)
    for paper in audit.papers:
        summary = summarize(paper.claims)
        cells = [escape(paper.id), str(summary.total), *(str(summary.results[result]) for result in Result)]
        yield f"| {' | '.join(cells)} | {summary.mutants_killed} of {summary.mutants_made} |"


def _paper(paper: PaperAudit) -> Iterator[str]:
    yield ""
    yield f"## {escape(paper.title)}"
    yield ""
    yield f"{escape(paper.citation)}. Units: {escape(paper.units)}."
    yield ""
    yield from _grades(summarize(paper.claims))
    for result in (Result.FAIL, Result.OPEN):
        yield from _attention(paper, result)
    if trusted := on_trust(paper):
        yield ""
        yield escape(trusted)
    where = None
    for claim in paper.claims:
        if claim.where != where:
            where = claim.where
            yield ""
            yield f"### {escape(where) or 'Elsewhere'}"
            yield ""
        yield from _claim(claim)


def _grades(summary: Summary) -> Iterator[str]:
    for result, grades in summary.grades.items():
        if grades:
            counts = ", ".join(f"{count} {grade}" for grade, count in grades.items())
            yield f"- {result}: {summary.results[result]} ({counts})"


def _attention(paper: PaperAudit, result: Result) -> Iterator[str]:
    claims = with_result(paper, result)
    if claims:
        yield ""
        yield f"**{plural(len(claims), 'claim')} with {result}**"
        yield ""
    for claim in claims:
        yield f"- **{escape(claim.label)}** ({escape(claim.where)}): {prose(short_reason(claim))}"
        if right := correction_words(claim):
            yield f"  - correction: {prose(right)}"


def _claim(claim: ClaimAudit) -> Iterator[str]:
    ours = " (in our words)" if claim.transcription == "words" else ""
    yield f"- **{escape(claim.label)}** · **{claim.result}** · {escape(claim.kind)}: {printed(claim.printed)}{ours}"
    several = len(claim.readings) > 1
    for reading in claim.readings:
        yield from _reading(claim, reading, named=several, mark=_mark(claim, reading))
    for inherited in claim.inherits:
        yield f"  - holds if {prose(inherited.condition)}"
    if right := correction_words(claim) or claim.correction:
        yield f"  - correction: {prose(right)}"
    if claim.note:
        yield f"  - note: {prose(claim.note)}"
    if claim.figure:
        yield "  - figure: see index.html"
    if claim.premises:
        yield f"  - from {', '.join(map(escape, claim.premises))}"
    if claim.affects:
        yield f"  - affects {', '.join(map(escape, claim.affects))}"
    checks = [
        f"{name} {escape(word)}"
        for name, word in (("dimension", dimension_words(claim)), ("transcription", claim.transcription))
        if word not in ("none", "words")
    ]
    if checks:
        yield f"  - {', '.join(checks)}"
    if claim.mutants:
        yield from _mutants(claim.mutants)


def _mark(claim: ClaimAudit, reading: Verdict) -> str:
    """What part a reading has in the result, where there are several."""
    if len(claim.readings) > 1 and reading is decisive(claim):
        return " (the result rests on this reading)"
    return " (this is the correction)" if is_correction(claim, reading) else ""


def _reading(claim: ClaimAudit, reading: Verdict, *, named: bool, mark: str) -> Iterator[str]:
    evidence = reading.evidence
    name = f"{escape(reading.name)}: " if named else ""
    yield f"  - {name}**{escape(decided_how(reading))}**{mark}. {prose(evidence_words(reading, claim))}".rstrip()
    if reading.condition:
        yield f"    - if {prose(reading.condition)}{_ground(reading)}"
    if evidence.counterexample:
        yield f"    - at {_code(point_words(evidence.counterexample, claim))}"
    if evidence.residual:
        yield f"    - residual {_code(readable(evidence.residual))}"
    for condition in evidence.conditions:
        yield f"    - holds where {prose(condition)}"


def _ground(reading: Verdict) -> str:
    return f" (ground: {reading.ground})" if reading.ground else ""


def _mutants(mutants: Mutants) -> Iterator[str]:
    yield f"  - mutants: {mutants.killed} of {mutants.made} rejected"
    for survivor in mutants.survivors:
        word = "equivalent" if survivor.equivalent else "not equivalent"
        yield f"    - survives ({word}): {_code(survivor.mutant)}: {prose(survivor.explanation)}"


def _legend() -> Iterator[str]:
    tables = (
        ("result", RESULT_MEANING),
        ("outcome of a reading", OUTCOME_MEANING),
        ("ground of a reading", GROUND_MEANING),
        ("grade", GRADE_MEANING),
        ("transcription", TRANSCRIPTION_MEANING),
    )
    yield ""
    yield "## What the words mean"
    for title, meanings in tables:
        yield ""
        yield f"| {title} | meaning |"
        yield "| --- | --- |"
        for word, meaning in meanings.items():
            yield f"| {word} | {escape(meaning)} |"


def _provenance(audit: Audit) -> Iterator[str]:
    for title, pairs in (("Versions", audit.versions), ("Settings", audit.settings)):
        if pairs:
            yield ""
            yield f"{title}: " + ", ".join(f"{escape(name)} {escape(value)}" for name, value in sorted(pairs.items()))


# --- inline pieces -------------------------------------------------------------------------------

_SPECIAL = re.compile(r"([\\`*_\[\]$#|~])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escape(text: str) -> str:
    r"""Text on one line in which Markdown and HTML see nothing of theirs.

    >>> escape("a_b <i>")
    'a\\_b &lt;i&gt;'
    """
    return _SPECIAL.sub(r"\\\1", one_line(text, 4_000).translate(_ENTITIES))


def printed(text: str) -> str:
    """A claim as the page prints it: words escaped, formulas in dollar-and-backtick form."""
    if len(text) > 4_000:
        return _code(text)
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
        return _code(latex)
    untagged = re.sub(r"<(?=[A-Za-z/!?])", r"\\lt ", source)  # i<j could begin a tag
    return f"$`{untagged}`$"


def _code(text: str) -> str:
    """A code span whose fence is longer than any run of backticks inside."""
    source = " ".join(clip(text).split())
    if "<" in source:  # no span of code: a reader of Markdown that knows none would see a tag
        return f"<code>{escape(source)}</code>"
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", source)), default=0))
    pad = " " if source.startswith("`") or source.endswith("`") else ""
    return f"{fence}{pad}{source}{pad}{fence}"
