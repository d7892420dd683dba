"""An audit as the commands run it: under the limits and with the answers that the options name, until a signal stops it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from referee.kept import opened
from referee.output import styled

if TYPE_CHECKING:
    from verify.verdicts import Audit
    from verify.workers.endings import Team
    from verify.workers.pool import Limits, Stop

FAILED, OPEN = 1, 3
OURS = ("referee", "reports", "verify")


@contextmanager
def stopping(options: argparse.Namespace) -> Iterator[Stop]:
    """In here a signal ends the deciding, not the command: what is decided is still written."""
    from verify.workers.pool import Stop

    stop = Stop()
    with options.signals.setting(stop):
        yield stop


def status_of(found: Audit, strict: bool) -> int:
    """The exit status after an audit."""
    return status_after({claim.result for paper in found.papers for claim in paper.claims}, strict)


def status_after(results: Container[str], strict: bool) -> int:
    """The exit status where claims have these results; a FAIL counts if `strict`."""
    if "FAIL" in results and strict:
        return FAILED
    return OPEN if "OPEN" in results else 0


def remark(sentence: str) -> None:
    """Tells the user what stands beside the audit."""
    print(f"referee: {sentence}", file=sys.stderr)


def audited(
    sources: list[str],
    options: argparse.Namespace,
    stop: Stop,
    timings: dict[str, float] | None = None,
    labels: list[str] | None = None,
    deadline: float | None = None,
    quiet: bool = False,
    unchanged: Callable[[Iterable[str]], None] | None = None,
) -> Audit:
    """An audit with the limits and answers of the options; `quiet` shows no progress.

    `unchanged` is told the lines of the papers that are as they were, while others are read.
    """
    from verify.run import audit as run_audit

    limits = limits_of(options)
    with opened(options) as store, nullcontext() if quiet else progress_bar() as progress:
        return run_audit(
            sources,
            labels=labels,
            limits=limits,
            seed=options.seed,
            progress=progress,
            timings=timings,
            remark=remark,
            stop=stop,
            store=store,
            deadline=deadline,
            team=getattr(options, "team", None),
            unchanged=unchanged,
        )


@contextmanager
def team(options: argparse.Namespace, stop: Stop) -> Iterator[Team | None]:
    """The workers of the cluster that the options name; None for those of this machine."""
    if options.cluster is None:
        yield None
        return
    try:
        from referee.beyond.cluster import connected
    except ImportError as error:
        raise needs(error, "--cluster", "cluster") from None
    with connected(options.cluster, limits_of(options), stop) as cluster:
        yield cluster


def placed(source: str, options: argparse.Namespace) -> str:
    """A folder by its whole path, where workers of other machines look for it."""
    from referee.papers import is_shipped

    return source if options.cluster is None or is_shipped(source) else str(Path(source).resolve())


def needs(error: ImportError, what: str, extra: str) -> Exception:
    """What to say of a package that is not there; the error itself where the fault is ours."""
    if error.name is None or error.name.split(".")[0] in OURS:
        return error
    return ValueError(f"{what} needs the package {error.name}; `pip install 'referee[{extra}]'` brings it")


def limits_of(options: argparse.Namespace) -> Limits:
    """The limits that the options name."""
    from verify.workers.pool import Limits

    limits = Limits(seconds=options.seconds, memory_mb=options.memory)
    return limits if options.jobs is None else Limits(options.seconds, options.memory, options.jobs)


class progress_bar:
    """A progress bar on a terminal, nothing in a pipe; `counted` says what it counts."""

    def __init__(self, counted: str = "claims") -> None:
        self.counted = counted

    def __enter__(self) -> Callable[[int, int], None] | None:
        self.bar = None
        if not sys.stderr.isatty():
            return None
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        columns = ("checking", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.bar = Progress(*columns, console=Console(file=styled(sys.stderr)), transient=True)
        self.bar.start()
        task = self.bar.add_task(self.counted, total=None)
        return lambda done, total: self.bar.update(task, completed=done, total=total) if self.bar else None

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.stop()
