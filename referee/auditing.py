"""The command `referee audit`: the papers on one page together, or each apart with a page over them."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from referee.kept import pictures
from referee.options import FORMATS
from referee.output import styled, today
from referee.running import audited, placed, status_of, stopping, team
from referee.together import replaced_together

if TYPE_CHECKING:
    from verify.verdicts import Audit
    from verify.workers.pool import Stop


TOGETHER = 20
"""So many papers are on one page together, unless the options say otherwise."""


def audit(options: argparse.Namespace) -> int:
    """Audits papers, prints a summary and writes the reports."""
    from referee.apart import audit_apart
    from referee.papers import is_shipped, shipped, source_of
    from reports.replies import read as read_replies

    formats = [name.strip() for name in options.format.split(",") if name.strip()]
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise ValueError(f"--format {options.format!r}: expected some of {', '.join(FORMATS)}, with commas between")
    papers = list(dict.fromkeys(options.papers or shipped()))
    _check_folder(options.out)
    apart = len(papers) > TOGETHER if options.apart is None else options.apart
    with stopping(options) as stop, team(options, stop) as options.team:
        if apart:
            status = audit_apart(papers, options, formats, stop)
        else:
            sources = [placed(source_of(paper), options) for paper in papers]
            read_replies(options.out)  # what is wrong with them is said before the work
            strict = options.strict or not all(is_shipped(source) for source in sources)
            status = status_of(_together(sources, options, formats, stop), strict)
    if stop.is_late:
        print("referee: the deadline has passed; what was not decided by then is OPEN", file=sys.stderr)
    elif stop.is_set:
        print("referee: interrupted; what was not decided by then is OPEN", file=sys.stderr)
        return int(options.signals.status)
    return status


def _together(sources: list[str], options: argparse.Namespace, formats: Sequence[str], stop: Stop) -> Audit:
    """All papers in one audit, and on one page."""
    timings: dict[str, float] = {}
    from reports import prepared_meanwhile

    with prepared_meanwhile(formats) as typeset:
        found = audited(sources, options, stop, timings, deadline=options.deadline, unchanged=typeset)
    from reports.terminal import print_summary

    with pictures(options):
        written = write_reports(found, timings, options.out, formats)
    print_summary(found, styled(sys.stdout))
    print(f"written: {', '.join(map(str, written))}", file=sys.stderr)
    return found


def write_reports(found: Audit, timings: dict[str, float], folder: Path, formats: Sequence[str]) -> list[Path]:
    """The reports of an audit, all of them or none, and the seconds that it took."""
    from reports import write

    with replaced_together(folder) as stage:
        written = [folder / path.name for path in write(found, stage, formats, today(), folder)]
        told = {"seconds": found.timings} | timings
        (stage / "timings.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return written


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
