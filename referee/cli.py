"""The command `referee`: audit, list, show, letter, diff, check, draft, lint, coverage, export, cache, serve, explain.

Exit status: 0 everything decided and nothing wrong, 1 a FAIL, 2 bad input, 3 something
is open and nothing failed.  Errors that a shipped audit finds in its paper are the
product working, so they count only with --strict.

Heavy modules are imported inside the commands, so that --help answers at once.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from referee.auditing import audit
from referee.kept import cache
from referee.options import BAD_INPUT, parser_of
from referee.output import Output, styled
from referee.running import FAILED, audited, limits_of, needs, remark, status_of, stopping
from referee.signals import Signals

if TYPE_CHECKING:
    from verify.tasks import PaperHeader
    from verify.workers.pool import Limits

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
        (header,) = _described([source], options, limits_of(options))
        for claim in header.claims:
            print(f"{claim.label:14} {claim.kind:16} {claim.printed}")
        return 0
    from reports.terminal import show_claim

    with stopping(options) as stop:
        found = audited([source], options, stop, labels=[options.label])
        (paper,) = found.papers
        show_claim(paper.claims[0], paper, styled(sys.stdout))
    return int(options.signals.status) if stop.is_set else status_of(found, strict=True)


def letter(options: argparse.Namespace) -> int:
    """Writes a referee's letter on a paper."""
    from referee.letters import write_letter
    from referee.papers import source_of

    with stopping(options) as stop:
        write_letter(
            options.paper,
            options.audit,
            options.out,
            lambda: audited([source_of(options.paper)], options, stop),
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

    limits = limits_of(options)
    options.signals.raise_at_once()
    return check_text(options.relation, options.where or [], options.latex, limits, sys.stdout, options.seed)


def draft(options: argparse.Namespace) -> int:
    """Writes the skeleton of a paper's package from its source, or brings one up to date."""
    from referee.drafting import draft_again, draft_anew

    gc.freeze()  # what is imported stays, and expressions are many without a circle among them
    gc.set_threshold(50_000, 20, 20)
    return draft_again(options.update, options.file) if options.update else draft_anew(options.file, options.out)


def lint(options: argparse.Namespace) -> int:
    """Tells what sources show by themselves; status 1 for a warning, with --strict also for a note."""
    from referee.lint import configuration, told
    from referee.lint import lint as lint_sources

    found = lint_sources(options.paths, limits_of(options), configuration(Path.cwd()), options.seed)
    sys.stdout.write(told(found, options.format))
    return int(any(options.strict or one.level == "warning" for one in found))


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
    from verify.exchange.loading import load_paper

    try:
        source = read_source(file)
        found = coverage(load_paper(paper), source)
        return list(tell(found, source.problems, source.tables)), complete(found)
    except ValueError as error:
        return str(error)


def export(options: argparse.Namespace) -> int:
    """Writes a paper as data."""
    from referee.export import write_export
    from referee.papers import source_of

    source = source_of(options.paper)
    _described([source], options)
    write_export(source, options.out)
    return 0


def _described(sources: list[str], options: argparse.Namespace, limits: Limits | None = None) -> list[PaperHeader]:
    """The papers, read in a worker: their files may do anything."""
    from verify.run import describe_all
    from verify.workers.pool import Limits

    options.signals.raise_at_once()
    return describe_all(sources, limits or Limits(), remark)


def serve(options: argparse.Namespace) -> int:
    """Answers other programs by the Model Context Protocol until they leave."""
    try:
        from referee.serving.server import Service
        from referee.serving.wires import serve as serve_until_left
    except ImportError as error:
        raise needs(error, "serve", "mcp") from None
    options.signals.raise_at_once()
    serve_until_left(Service(limits_of(options), options.seed), options.http)
    return 0


def explain(options: argparse.Namespace) -> int:
    """Says what a result, an outcome, a grade or a word about the print means."""
    from referee.meanings import meaning, meanings

    if options.word is None:
        for name, words in meanings().items():
            print(f"{name:13} {words}")
        return 0
    _, words = meaning(options.word)
    print(f"{options.word}: {words}")
    return 0


COMMANDS = {
    "audit": audit,
    "list": list_papers,
    "show": show,
    "letter": letter,
    "diff": diff,
    "check": check,
    "draft": draft,
    "lint": lint,
    "coverage": coverage,
    "export": export,
    "cache": cache,
    "serve": serve,
    "explain": explain,
}


if __name__ == "__main__":
    raise SystemExit(main())
