"""The audit on a terminal: a line a finding, then the counts, then what to type next; and one claim in full.

Everything is laid out by rich into a string first, then written in whatever encoding
the stream has: a pipe gets plain text, a terminal gets colours, neither can crash on a
character that it cannot show.  Formulas are in plain letters, as wide as the terminal.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from reports.by_hand import by_hand_text, found_text
from reports.edit import DELETED, INSERTED, Edit
from reports.faults import fault, four_digits
from reports.findings import Finding, dimensions, edit_of, findings, headline, holds_instead, named, reached
from reports.letters import in_encoding
from reports.page_text import Names
from reports.plain_formula import plain, plain_text
from reports.summary import (
    Summary,
    by_numbers,
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
    summarize_audit,
    what_numbers_say,
    with_result,
)
from reports.text import clip, is_formula, one_line, readable, transcription_words
from verify.verdicts import RESULT_MEANING, Audit, ClaimAudit, Mutants, Outcome, PaperAudit, Result, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

PLAIN_WIDTH = 100
LONGEST_PRINTED = 20_000
MOST_RANKED = 5
"""Errors of all papers that are named in a line."""
STYLES = {
    Result.PASS: "green",
    Result.PASS_IF: "cyan",
    Result.FAIL: "bold red",
    Result.OPEN: "yellow",
    Result.GIVEN: "blue",
    Result.PROSE: "dim",
}
OUTCOMES = {
    Outcome.PROVED: "green",
    Outcome.CORROBORATED: "green",
    Outcome.REFUTED: "red",
    Outcome.UNDECIDED: "yellow",
}
_PLAIN_MARKS = dict(zip((*DELETED, *INSERTED), ("[-", "-]", "{+", "+}"), strict=True))


def print_summary(audit: Audit, stream: TextIO) -> None:
    """Each paper in a sentence, its findings on a line or two each, the counts, and the next command."""
    from rich.text import Text

    console = _console(stream)
    ranked: list[tuple[PaperAudit, Finding]] = []
    for paper in audit.papers:
        found = findings(paper)
        ranked += [(paper, each) for each in found]
        wrong, rest = headline(paper, found)
        words = Text.assemble(
            (one_line(paper.id, 60), "bold"), ": ", (wrong, STYLES[Result.FAIL] if found else ""), " ", rest
        )
        console.print(words)
        for each in found:
            _finding(console, each)
        differ, _ = by_numbers(paper.claims)
        for claim in differ:
            line = Text.assemble((one_line(claim.label, 60), STYLES[Result.OPEN]), f" ({one_line(claim.where, 60)}) ")
            _indented(console, line.append(f"look here first: {_bare(what_numbers_say(claim))}"), 2)
        for claim in (each for each in with_result(paper, Result.OPEN) if each not in differ):
            line = Text.assemble((one_line(claim.label, 60), STYLES[Result.OPEN]), f" ({one_line(claim.where, 60)}) ")
            _indented(console, line.append(f"is open: {_bare(short_reason(claim))}"), 2)
        if trusted := on_trust(paper):
            _indented(console, Text(trusted, style="dim"), 2)
        console.print()
    console.print(_table(audit))
    ranked.sort(key=lambda pair: pair[1].gravity)
    if len(audit.papers) > 1 and ranked:
        told = (f"{one_line(paper.id, 60)} {one_line(named(each.claim), 60)}" for paper, each in ranked[:MOST_RANKED])
        console.print(Text(f"gravest of all: {', '.join(told)}"))
    if ranked:
        paper, gravest = ranked[0]
        label = one_line(gravest.claim.label, 60)
        console.print(Text(f"next: referee show {one_line(paper.id, 60)} {label}", style="dim"))
    _flush(console, stream)


def _finding(console: Console, found: Finding) -> None:
    """What is wrong; then printed and right, where they are formulas with only the change marked."""
    from rich.text import Text

    claim = found.claim
    line = Text.assemble((one_line(named(claim), 60), STYLES[Result.FAIL]))
    line.append(f" ({one_line(claim.where, 60)}) {plain_text(found.fault)}")
    if found.later:
        line.append(f"; reaches {reached(found)}", style="yellow")
    _indented(console, line, 2)
    if told := dimensions(claim):
        _indented(console, Text(one_line(told)), 6)
    for word, text in _both_sides(found.edit, found.right):
        _indented(console, Text.assemble((f"{word}: ", "dim"), text), 6)


def _both_sides(edit: Edit | None, right: str | None, show_same: bool = True) -> Iterator[tuple[str, Text]]:
    from rich.text import Text

    if edit is not None:
        if show_same or DELETED[0] in edit.before:
            yield "printed", _coloured(edit.before)
        yield "should be", _coloured(edit.after)
    elif right:
        words = plain(right) if is_formula(right) else _bare(one_line(holds_instead(right), 400))
        yield "should be" if is_formula(right) else "right", Text(words)


def _coloured(latex: str) -> Text:
    """A formula in plain letters: what goes red and struck, what comes green; both in brackets of their own, too."""
    from rich.text import Text

    text, style = Text(), ""
    for char in plain(latex):
        if char in (*DELETED, *INSERTED):
            opening = char in (DELETED[0], INSERTED[0])
            style = "red strike" if char in DELETED else "bold green"
            text.append(_PLAIN_MARKS[char], style=style)
            style = style if opening else ""
        else:
            text.append(char, style=style)
    return text


def _indented(console: Console, text: Text, indent: int) -> None:
    from rich.padding import Padding

    console.print(Padding(text, (0, 0, 0, indent)))


def show_claim(claim: ClaimAudit, paper: PaperAudit, stream: TextIO) -> None:
    """Everything that the audit says of one claim, as text."""
    from rich.text import Text

    console = _console(stream)
    names = Names.of(paper)
    label = f"{one_line(paper.id)} {one_line(claim.label)}"
    console.print(Text.assemble((label, "bold"), f" ({one_line(claim.where)}, {one_line(claim.kind)})"))
    is_wrong = claim.result is Result.FAIL
    meaning = f"wrong as printed: {plain_text(fault(claim))}" if is_wrong else RESULT_MEANING[claim.result]
    console.print(Text.assemble((str(claim.result), STYLES[claim.result]), f": {meaning}"))
    edit = edit_of(claim)
    if edit is None or DELETED[0] not in edit.before or not is_formula(claim.printed):  # else it stands there marked
        _indented(console, Text(_printed(claim)), 2)
    for word, text in _both_sides(edit, correction_words(claim), show_same=False):
        _indented(console, Text.assemble((f"{word}: ", "dim"), text), 2)
    by_hand = by_hand_text(claim, names, {each.label: each for each in paper.claims})
    for word, words in (("check it by hand", by_hand), ("found", found_text(claim, names))):
        if words:
            _indented(console, Text.assemble((f"{word}: ", "dim"), words), 2)
    if claim.mend is not None:
        _indented(console, Text.assemble(("one change mends it: ", "dim"), _bare(one_line(claim.mend.words))), 2)
    for reading in claim.readings:
        console.print()
        told = _reading(claim, reading, _mark(claim, reading), names)
        console.print(Text(next(told)[1], style=OUTCOMES.get(reading.outcome, "")))
        _lines(console, told)
    console.print()
    _lines(console, _facts(claim))
    _flush(console, stream)


def _printed(claim: ClaimAudit) -> str:
    text = claim.printed
    return plain(text) if is_formula(text) else _bare(clip(text, LONGEST_PRINTED))


def _console(stream: TextIO) -> Console:
    """A console that lays out for `stream` and writes into memory."""
    import shutil

    from rich.console import Console

    terminal = _is_terminal(stream)
    width = max(40, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns) if terminal else PLAIN_WIDTH
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal,
        no_color=None if terminal else True,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # not every file-like object has it; a closed one raises
        return False


def _flush(console: Console, stream: TextIO) -> None:
    """Writes what was laid out, without trailing blanks, in an encoding that the stream has."""
    assert isinstance(console.file, io.StringIO)
    text = "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())
    stream.write(in_encoding(text, getattr(stream, "encoding", None) or "utf-8"))


def _table(audit: Audit) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_footer=len(audit.papers) > 1)
    total = summarize_audit(audit)
    table.add_column("paper", footer="all", overflow="fold")
    for result in Result:
        heading = Text(result.value, style=STYLES[result])
        table.add_column(heading, footer=str(total.results[result]), justify="right", no_wrap=True)
    table.add_column("mutants", footer=_killed(total), justify="right", no_wrap=True)
    for paper in audit.papers:
        summary = summarize(paper.claims)
        counts = [Text(str(summary.results[result] or "·")) for result in Result]
        table.add_row(Text(one_line(paper.id, 60)), *counts, Text(_killed(summary)))
    return table


def _killed(summary: Summary) -> str:
    return f"{summary.mutants_killed}/{summary.mutants_made}"


# --- one claim in full: pairs (indent, text) -----------------------------------------------------


def _lines(console: Console, lines: Iterator[tuple[int, str]]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for indent, line in lines:
        console.print(Padding(Text(line, overflow="fold"), (0, 0, 0, indent)))


def _bare(text: str) -> str:
    """Words with their formulas in plain letters: a terminal sets none."""
    return readable(plain_text(text))


def _mark(claim: ClaimAudit, reading: Verdict) -> str:
    """What part a reading has in the result, where there are several."""
    if len(claim.readings) > 1 and reading is decisive(claim):
        return "   [the result rests on this reading]"
    return "   [this is the correction]" if is_correction(claim, reading) else ""


def _reading(claim: ClaimAudit, reading: Verdict, mark: str, names: Names) -> Iterator[tuple[int, str]]:
    evidence = reading.evidence
    yield 0, f"{one_line(reading.name)}: {decided_how(reading)}{mark}"
    if reading.condition:
        ground = f" (ground: {reading.ground})" if reading.ground else ""
        yield 2, f"if: {_bare(clip(reading.condition))}{ground}"
    if words := evidence_words(reading, claim):
        yield 2, names.plainly(four_digits(_bare(clip(words))))
    if evidence.counterexample:
        yield 2, f"counterexample: {names.plainly(clip(point_words(evidence.counterexample, claim)))}"
    if evidence.residual:
        yield 2, f"residual: {readable(clip(evidence.residual))}"
    for condition in evidence.conditions:
        yield 2, f"holds where: {names.plainly(_bare(clip(condition)))}"


def _facts(claim: ClaimAudit) -> Iterator[tuple[int, str]]:
    facts = (
        ("from", ", ".join(claim.premises)),
        ("holds if", "; ".join(f"{i.condition}" for i in claim.inherits)),
        ("affects", ", ".join(claim.affects)),
        ("dimension", dimension_words(claim)),
        ("transcription", transcription_words(claim.transcription)),
        ("corrected in LaTeX", claim.corrected),
        ("note", claim.note),
    )
    for name, value in facts:
        if value:
            yield 0, f"{name}: {clip(value) if name.endswith('LaTeX') else _bare(clip(value))}"
    if claim.mutants:
        yield from _mutants(claim.mutants)


def _mutants(mutants: Mutants) -> Iterator[tuple[int, str]]:
    yield 0, f"mutants: {mutants.killed} of {mutants.made} rejected"
    for survivor in mutants.survivors:
        word = "equivalent" if survivor.equivalent else "NOT equivalent"
        yield 2, f"survives ({word}): {clip(survivor.mutant)}: {clip(survivor.explanation)}"
