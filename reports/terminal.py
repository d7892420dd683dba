"""The audit on a terminal: a table, what failed, what is open; and one claim in full.

Everything is laid out by rich into a string first, then written in whatever encoding
the stream has: a pipe gets plain text, a terminal gets colours, neither can crash on a
character that it cannot show.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from reports.letters import in_encoding
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
    summarize_audit,
    with_result,
)
from reports.text import clip, one_line, plural, readable, transcription_words
from verify.verdicts import RESULT_MEANING, Audit, ClaimAudit, Mutants, PaperAudit, Result, Verdict

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PLAIN_WIDTH = 100
LONGEST_PRINTED = 20_000
STYLES = {
    Result.PASS: "green",
    Result.PASS_IF: "cyan",
    Result.FAIL: "bold red",
    Result.OPEN: "yellow",
    Result.GIVEN: "blue",
    Result.PROSE: "dim",
}


def print_summary(audit: Audit, stream: TextIO) -> None:
    """A table of counts, then every FAIL and every OPEN on a line: label, place, reason; then what is taken on trust."""
    from rich.text import Text

    console = _console(stream)
    console.print(_table(audit))
    for paper in audit.papers:
        for result in (Result.FAIL, Result.OPEN):
            _list(console, paper, with_result(paper, result), result)
        if trusted := on_trust(paper):
            console.print(Text(f"{one_line(paper.id, 60)}: {trusted}"))
    _flush(console, stream)


def show_claim(claim: ClaimAudit, paper: PaperAudit, stream: TextIO) -> None:
    """Everything that the audit says of one claim, as text."""
    console = _console(stream)
    _lines(console, _heading(claim, paper))
    for reading in claim.readings:
        console.print()
        _lines(console, _reading(claim, reading, _mark(claim, reading)))
    console.print()
    _lines(console, _facts(claim))
    _flush(console, stream)


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


def _list(console: Console, paper: PaperAudit, claims: tuple[ClaimAudit, ...], result: Result) -> None:
    from rich.padding import Padding
    from rich.text import Text

    if not claims:
        return
    console.print(Text(f"{one_line(paper.id, 60)}: {plural(len(claims), 'claim')} {result}", style="bold"))
    for claim in claims:
        line = Text.assemble(
            (one_line(claim.label, 60), STYLES[result]), f" ({one_line(claim.where, 60)}) ", _bare(short_reason(claim))
        )
        console.print(Padding(line, (0, 0, 0, 2)))
        if right := correction_words(claim):
            console.print(Padding(Text(f"correction: {_bare(one_line(right))}"), (0, 0, 0, 6)))
    console.print()


# --- one claim in full: pairs (indent, text) -----------------------------------------------------


def _lines(console: Console, lines: Iterator[tuple[int, str]]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for indent, line in lines:
        console.print(Padding(Text(line, overflow="fold"), (0, 0, 0, indent)))


def _heading(claim: ClaimAudit, paper: PaperAudit) -> Iterator[tuple[int, str]]:
    yield 0, f"{one_line(paper.id)} {one_line(claim.label)} ({one_line(claim.where)}, {one_line(claim.kind)})"
    yield 0, f"{claim.result}: {RESULT_MEANING[claim.result]}"
    yield 2, clip(claim.printed, LONGEST_PRINTED)


def _bare(text: str) -> str:
    """Without the dollar signs round what needs none: a terminal sets no formulas."""
    parts = text.split("$")
    if len(parts) % 2 == 0:
        return readable(text)
    parts[1::2] = [f"${part}$" if "\\" in part else part for part in parts[1::2]]
    return readable("".join(parts))


def _mark(claim: ClaimAudit, reading: Verdict) -> str:
    """What part a reading has in the result, where there are several."""
    if len(claim.readings) > 1 and reading is decisive(claim):
        return "   [the result rests on this reading]"
    return "   [this is the correction]" if is_correction(claim, reading) else ""


def _reading(claim: ClaimAudit, reading: Verdict, mark: str) -> Iterator[tuple[int, str]]:
    evidence = reading.evidence
    yield 0, f"{one_line(reading.name)}: {decided_how(reading)}{mark}"
    if reading.condition:
        ground = f" (ground: {reading.ground})" if reading.ground else ""
        yield 2, f"if: {clip(reading.condition)}{ground}"
    if words := evidence_words(reading, claim):
        yield 2, _bare(clip(words))
    if evidence.counterexample:
        yield 2, f"counterexample: {clip(point_words(evidence.counterexample, claim))}"
    if evidence.residual:
        yield 2, f"residual: {readable(clip(evidence.residual))}"
    for condition in evidence.conditions:
        yield 2, f"holds where: {clip(condition)}"


def _facts(claim: ClaimAudit) -> Iterator[tuple[int, str]]:
    facts = (
        ("from", ", ".join(claim.premises)),
        ("holds if", "; ".join(f"{i.condition}" for i in claim.inherits)),
        ("affects", ", ".join(claim.affects)),
        ("dimension", dimension_words(claim)),
        ("transcription", transcription_words(claim.transcription)),
        ("correction", correction_words(claim) or claim.correction),
        ("note", claim.note),
    )
    for name, value in facts:
        if value:
            yield 0, f"{name}: {_bare(clip(value))}"
    if claim.mutants:
        yield from _mutants(claim.mutants)


def _mutants(mutants: Mutants) -> Iterator[tuple[int, str]]:
    yield 0, f"mutants: {mutants.killed} of {mutants.made} rejected"
    for survivor in mutants.survivors:
        word = "equivalent" if survivor.equivalent else "NOT equivalent"
        yield 2, f"survives ({word}): {clip(survivor.mutant)}: {clip(survivor.explanation)}"
