"""The command `referee`: audit, list, show, letter, diff, check, draft, coverage, cache, explain.

Exit status: 0 everything decided and nothing wrong, 1 a FAIL, 2 bad input, 3 something
is open and nothing failed.  Errors that a shipped audit finds in its paper are the
product working, so they count only with --strict.

Heavy modules are imported inside the commands, so that --help answers at once.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from referee.kept import cache, opened
from referee.options import BAD_INPUT, FORMATS, parser_of
from referee.output import Output, styled, today
from referee.signals import Signals
from referee.together import replaced_together

if TYPE_CHECKING:
    from verify.tasks import PaperHeader
    from verify.verdicts import Audit
    from verify.workers.pool import Limits, Stop

FAILED, OPEN = 1, 3
INCOMPLETE = 1
COVERAGE_SECONDS = 600


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; bad input is told in one sentence on standard error."""
    signals = Signals()
    output = Output(sys.stdout)
    leaving: SystemExit | None = None
    status = 0
    with signals.handled(), redirect_stderr(Output(sys.stderr)):
        with redirect_stdout(output):
            try:
                status = _run(arguments, signals)
            except SystemExit as early:  # --help, --version, a wrong option
                leaving = early
            output.flush()
        if output.problem is not None and not output.is_nobody_reading:
            print(f"referee: the answer could not be written: {_words(output.problem)}", file=sys.stderr)
            return BAD_INPUT
        if leaving is not None:
            raise leaving
        return status


def _run(arguments: Sequence[str] | None, signals: Signals) -> int:
    try:
        parser = parser_of(COMMANDS)
        options = parser.parse_args(arguments)
        if options.command is None:
            parser.print_help()
            return 0
        os.getcwd()
        options.signals = signals
        status: int = options.run(options)
    except KeyboardInterrupt:
        print("referee: interrupted", file=sys.stderr)
        return signals.status
    except ValueError as error:  # BadInput, ReportError, ClaimError: sentences written for the user
        print(f"referee: {' '.join(str(error).split())}", file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        print(f"referee: {_words(error)}", file=sys.stderr)
        return BAD_INPUT
    return status


def _words(error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return "the current folder does not exist any more; change to one that does"
    what = (error.strerror or str(error)).lower()
    return f"{error.filename}: {what}" if error.filename else what


# --- the commands -------------------------------------------------------------------------------


def audit(options: argparse.Namespace) -> int:
    """Audits papers, prints a summary and writes the reports."""
    from referee.papers import is_shipped, shipped, source_of
    from reports.replies import read as read_replies

    formats = [name.strip() for name in options.format.split(",") if name.strip()]
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise ValueError(f"--format {options.format!r}: expected some of {', '.join(FORMATS)}, with commas between")
    sources = [source_of(paper) for paper in dict.fromkeys(options.papers or shipped())]
    folder: Path = options.out
    _check_folder(folder)
    read_replies(folder)  # what is wrong with them is said before the work
    timings: dict[str, float] = {}
    with _stopping(options) as stop:
        from reports import imported_meanwhile, write

        with imported_meanwhile(formats):
            found = _audited(sources, options, stop, timings)
        from reports.terminal import print_summary

        with replaced_together(folder) as stage:
            written = [folder / path.name for path in write(found, stage, formats, today(), folder)]
            told = {"seconds": found.timings} | timings
            (stage / "timings.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print_summary(found, styled(sys.stdout))
        print(f"written: {', '.join(map(str, written))}", file=sys.stderr)
    if stop.is_late:
        print("referee: the deadline has passed; what was not decided by then is OPEN", file=sys.stderr)
    elif stop.is_set:
        print("referee: interrupted; what was not decided by then is OPEN", file=sys.stderr)
        return int(options.signals.status)
    strict = options.strict or not all(is_shipped(source) for source in sources)
    return _status(found, strict)


@contextmanager
def _stopping(options: argparse.Namespace) -> Iterator[Stop]:
    """In here a signal ends the deciding, not the command: what is decided is still written."""
    from verify.workers.pool import Stop

    stop = Stop()
    with options.signals.setting(stop):
        yield stop


def _status(found: Audit, strict: bool) -> int:
    from verify.verdicts import Result

    results = {claim.result for paper in found.papers for claim in paper.claims}
    if Result.FAIL in results and strict:
        return FAILED
    return OPEN if Result.OPEN in results else 0


def _check_folder(folder: Path) -> None:
    """Finds out before the work whether the reports can be written after it, and leaves nothing behind."""
    missing = [place for place in (folder, *folder.parents) if not os.path.lexists(place)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ValueError(f"--out {str(folder)!r}: {why}; expected a folder that can be written") from None
    finally:
        for place in missing:
            with suppress(OSError):
                place.rmdir()


def list_papers(options: argparse.Namespace) -> int:
    """Lists the shipped papers."""
    from referee.papers import heading, shipped

    for name in shipped():
        title, citation = heading(name)
        print(f"{name:9} {title}\n{'':9} {citation}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Audits one claim and shows all that is known of it; without a label, lists the labels."""
    from referee.papers import source_of

    source = source_of(options.paper)
    if options.label is None:
        (header,) = _described([source], options, _limits(options))
        for claim in header.claims:
            print(f"{claim.label:14} {claim.kind:16} {claim.printed}")
        return 0
    from reports.terminal import show_claim

    with _stopping(options) as stop:
        found = _audited([source], options, stop, labels=[options.label])
        (paper,) = found.papers
        show_claim(paper.claims[0], paper, styled(sys.stdout))
    return int(options.signals.status) if stop.is_set else _status(found, strict=True)


def letter(options: argparse.Namespace) -> int:
    """Writes a referee's letter on a paper."""
    from referee.letters import write_letter
    from referee.papers import source_of

    with _stopping(options) as stop:
        write_letter(
            options.paper,
            options.audit,
            options.out,
            lambda: _audited([source_of(options.paper)], options, stop),
        )
    return int(options.signals.status) if stop.is_set else 0


def diff(options: argparse.Namespace) -> int:
    """Tells which claims changed between two audits; the status is 1 if one is newly wrong."""
    from referee.letters import read_audit
    from reports.difference import changes, told

    old, new = read_audit(options.old), read_audit(options.new)
    sys.stdout.write(told(old, new))
    return FAILED if any(change.is_worse for change in changes(old, new)) else 0


def check(options: argparse.Namespace) -> int:
    """Decides one identity or inequality typed on the command line."""
    from referee.check import check_text

    limits = _limits(options)
    options.signals.raise_at_once()
    return check_text(options.relation, options.where or [], options.latex, limits, sys.stdout, options.seed)


def draft(options: argparse.Namespace) -> int:
    """Writes the skeleton of a paper's package from its source."""
    from collections import Counter

    from referee.draft import draft as make_draft
    from referee.skeleton import write_skeleton
    from referee.sources import read_source

    source = read_source(options.file)
    if not source.displays:
        raise ValueError(
            f"{options.file}: no displayed equation; expected $$...$$, \\[...\\] or an equation environment"
        )
    made = make_draft(source)
    write_skeleton(made, options.out)
    kinds = Counter(claim.kind for claim in made.claims)
    open_lines = kinds.pop("missing", 0)
    for problem in source.problems:
        print(f"{options.file}: {problem}", file=sys.stderr)
    print(
        f"{options.out}: {len(source.displays)} equations ({len(source.numbered)} with a number), "
        f"{len(made.symbols)} symbols to fill in, {sum(kinds.values())} lines written down, {open_lines} open"
    )
    print(f"next: referee audit {options.out}")
    return 0


def coverage(options: argparse.Namespace) -> int:
    """Compares a paper's package with its source, equation by equation."""
    from referee.papers import source_of
    from verify.run import PRELOAD
    from verify.workers.pool import Failed, Limits, collect, run

    paper = source_of(options.paper)
    _described([paper], options)
    (ending,) = collect(run(_compared, [(paper, options.source)], Limits(COVERAGE_SECONDS), PRELOAD))
    if isinstance(ending, Failed):
        raise ValueError(f"{options.source} could not be compared with {paper}: {ending.reason.value}: {ending.detail}")
    if isinstance(ending.value, str):
        raise ValueError(ending.value)
    lines, is_complete = ending.value
    print("\n".join(lines))
    return 0 if is_complete else INCOMPLETE


def _compared(paper: str, file: Path) -> tuple[list[str], bool] | str:
    """In the worker: the lines that tell the coverage, and whether it is complete; a text says what is wrong."""
    from referee.coverage import complete, coverage, tell
    from referee.sources import read_source
    from verify.encoding.loading import load_paper

    try:
        source = read_source(file)
        found = coverage(load_paper(paper), source)
        return list(tell(found, source.problems)), complete(found)
    except ValueError as error:
        return str(error)


def _described(sources: list[str], options: argparse.Namespace, limits: Limits | None = None) -> list[PaperHeader]:
    """The papers, read in a worker: their files may do anything."""
    from verify.run import describe_all
    from verify.workers.pool import Limits

    options.signals.raise_at_once()
    return describe_all(sources, limits or Limits(), _remark)


def _remark(sentence: str) -> None:
    print(f"referee: {sentence}", file=sys.stderr)


def explain(options: argparse.Namespace) -> int:
    """Says what a result, an outcome, a grade or a word about the print means."""
    from reports.text import TRANSCRIPTION_MEANING
    from verify.verdicts import GRADE_MEANING, OUTCOME_MEANING, RESULT_MEANING

    meanings = {
        str(k): v
        for table in (RESULT_MEANING, OUTCOME_MEANING, GRADE_MEANING, TRANSCRIPTION_MEANING)
        for k, v in table.items()
    }
    word = options.word
    if word is None:
        for name, meaning in meanings.items():
            print(f"{name:13} {meaning}")
        return 0
    found = meanings.get(word) or meanings.get(word.upper()) or meanings.get(word.lower())
    if found is None:
        raise ValueError(f"{word!r} is no result, outcome or grade; expected one of {', '.join(meanings)}")
    print(f"{word}: {found}")
    return 0


def _audited(
    sources: list[str],
    options: argparse.Namespace,
    stop: Stop,
    timings: dict[str, float] | None = None,
    labels: list[str] | None = None,
) -> Audit:
    from verify.run import audit as run_audit

    limits = _limits(options)
    with opened(options) as store, _progress() as progress:
        return run_audit(
            sources,
            labels=labels,
            limits=limits,
            seed=options.seed,
            progress=progress,
            timings=timings,
            remark=_remark,
            stop=stop,
            store=store,
            deadline=getattr(options, "deadline", None),
        )


def _limits(options: argparse.Namespace) -> Limits:
    from verify.workers.pool import Limits

    limits = Limits(seconds=options.seconds, memory_mb=options.memory)
    return limits if options.jobs is None else Limits(options.seconds, options.memory, options.jobs)


class _progress:
    """A progress bar on a terminal, nothing in a pipe."""

    def __enter__(self) -> Callable[[int, int], None] | None:
        self.bar = None
        if not sys.stderr.isatty():
            return None
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        columns = ("checking", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.bar = Progress(*columns, console=Console(file=styled(sys.stderr)), transient=True)
        self.bar.start()
        task = self.bar.add_task("claims", total=None)
        return lambda done, total: self.bar.update(task, completed=done, total=total) if self.bar else None

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.stop()


COMMANDS = {
    "audit": audit,
    "list": list_papers,
    "show": show,
    "letter": letter,
    "diff": diff,
    "check": check,
    "draft": draft,
    "coverage": coverage,
    "cache": cache,
    "explain": explain,
}


if __name__ == "__main__":
    raise SystemExit(main())
