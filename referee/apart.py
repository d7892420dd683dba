"""Many papers, one after the other: each one's reports are on the disk before the next is read, and a page tells of all.

What is kept of a paper is its row, so that memory is that of the largest paper.  A paper that cannot be read costs its row
and no other paper.  Whoever is killed leaves whole reports of the papers that were finished, and their answers are kept for
the next run as always.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from referee.kept import pictures
from referee.options import BAD_INPUT
from referee.output import today
from referee.running import audited, placed, progress_bar, status_after

if TYPE_CHECKING:
    from reports.many_papers import Overview, Row
    from verify.workers.pool import Stop

REFRESHED_AFTER = 20.0
"""Seconds after which the page over the papers is written again, while there are further ones."""


def audit_apart(papers: Sequence[str], options: argparse.Namespace, formats: Sequence[str], stop: Stop) -> int:
    """Audits each paper by itself, writes its reports into its own folder and a page over all; the exit status."""
    from reports.many_papers import WAITING, Overview, Row, write

    run = _Run(options, formats, stop, Overview([Row.without(paper, WAITING) for paper in papers], dated=today()))
    refreshed = time.monotonic()
    with progress_bar("papers") as progress:
        for number, paper in enumerate(papers):
            if stop.is_set:
                break
            run.take(number, paper)
            if progress is not None:
                progress(number + 1, len(papers))
            if time.monotonic() - refreshed > REFRESHED_AFTER:
                write(run.overview, options.out, formats)
                refreshed = time.monotonic()
    written = write(run.overview, options.out, formats)
    print(f"{len(run.overview.audited)} of {len(papers)} papers audited: {_counts(run.overview)}")
    print(f"written: {', '.join(map(str, written)) or options.out}", file=sys.stderr)
    problems = {row.problem for row in run.overview.rows if row.problem}
    waiting = {"OPEN"} if WAITING in problems else set()
    return BAD_INPUT if problems - {WAITING} else status_after(run.results | waiting, strict=True)


def _counts(overview: Overview) -> str:
    return ", ".join(f"{count} {result}" for result, count in overview.totals.items() if count) or "nothing to decide"


class _Run:
    """The rows so far, and the results that the exit status looks at: FAIL only where it counts."""

    def __init__(self, options: argparse.Namespace, formats: Sequence[str], stop: Stop, overview: Overview) -> None:
        self.options, self.formats, self.stop, self.overview = options, formats, stop, overview
        self.results: set[str] = set()
        self.ends = None if options.deadline is None else time.monotonic() + options.deadline

    def take(self, number: int, paper: str) -> None:
        """Audits a paper and enters its row; a problem with it is its own."""
        from reports.many_papers import Row

        try:
            row = self._audited(paper)
        except ValueError as error:  # BadInput, ReportError, ClaimError: sentences written for the user
            row = Row.without(paper, str(error))
            print(f"referee: {paper}: {' '.join(str(error).split())}", file=sys.stderr)
        except KeyboardInterrupt:
            if not self.stop.is_set:
                raise
            return  # stopped while it was read: it waits
        rows = [*self.overview.rows[:number], row, *self.overview.rows[number + 1 :]]
        self.overview = replace(self.overview, rows=rows)

    def _audited(self, paper: str) -> Row:
        from referee.auditing import write_reports
        from referee.papers import is_shipped, source_of
        from reports.many_papers import Row, folder_name

        source = placed(source_of(paper), self.options)
        timings: dict[str, float] = {}
        left = None if self.ends is None else max(0.0, self.ends - time.monotonic())
        found = audited([source], self.options, self.stop, timings, deadline=left, quiet=True)
        name = folder_name(found.papers[0].id, (row.folder for row in self.overview.rows))
        with pictures(self.options):
            write_reports(found, timings, self.options.out / name, self.formats)
        row = Row.of(paper, found.papers[0], name)
        counts = {str(result) for result, count in row.results.items() if count}
        self.results |= counts if self.options.strict or not is_shipped(source) else counts - {"FAIL"}
        self.overview = replace(self.overview, versions=found.versions, settings=found.settings)
        print(f"{row.name}: {row.wrong} {row.rest}")
        return row
