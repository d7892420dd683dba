"""How an audit is told: one `Audit` in, files and a summary out; telling never changes a verdict."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verify.verdicts import Audit

# Format → module with FILE_NAME and render(audit).  Imported when asked for: a start costs nothing.
FORMATS = {
    "json": "reports.json_report",
    "md": "reports.markdown",
    "html": "reports.html",
    "junit": "reports.junit",
    "csv": "reports.table",
    "sarif": "reports.sarif",
    "graph": "reports.graph",
    "letter": "reports.letter",
    "figures": "reports.figure_data",
}


class ReportError(ValueError):
    """A report could not be written; the message says what, where and what was expected."""


@contextmanager
def prepared_meanwhile(formats: Iterable[str]) -> Iterator[Callable[[Iterable[str]], None]]:
    """In here the modules of some formats are imported while the caller waits for others, so that `write` finds them.

    The caller may hand over printed lines of which the page will tell: they are typeset, too, as long as there is time.
    Not imported are the modules for pictures, which are drawn when the workers are gone: they would take memory beside theirs.
    """
    over, lines = threading.Event(), SimpleQueue[str]()
    names = [name for name in formats if name in FORMATS]
    thread = threading.Thread(target=_prepare_until, args=(over, names, lines))
    thread.start()

    def to_typeset(printed: Iterable[str]) -> None:
        for line in printed if "html" in names else ():
            lines.put(line)

    try:
        yield to_typeset
    finally:
        over.set()
        lines.put("")
        thread.join()


def _prepare_until(over: threading.Event, formats: Iterable[str], lines: SimpleQueue[str]) -> None:
    with suppress(Exception):  # what is wrong is said by `write`
        for name in formats:
            if over.is_set():
                return
            import_module(FORMATS[name])
        while line := lines.get():
            if over.is_set():
                return
            from reports.page_text import in_line

            in_line(line)


def write(audit: Audit, folder: Path, formats: Iterable[str], dated: str = "", kept: Path | None = None) -> list[Path]:
    """Writes the audit in each format and returns the files, in the order asked for; the page bears the date.

    Replies of the author are read in the folder, or in `kept` where the files are on their way to that.

    Every format is rendered before any file is touched, and each file replaces its
    predecessor in one step, so a reader never sees half a report.

    Raises ReportError for an unknown format or a folder that cannot be written.
    """
    from reports.layout import NoLayout
    from reports.replies import BadReplies
    from reports.replies import read as read_replies

    wanted = list(dict.fromkeys(formats))
    for name in wanted:
        if name not in FORMATS:
            raise ReportError(f"format={name!r}, expected one of {', '.join(FORMATS)}")
    try:
        replies = read_replies(Path(kept or folder))
    except BadReplies as error:
        raise ReportError(str(error)) from None
    rendered: list[tuple[Path, bytes]] = []
    for name in wanted:
        module = import_module(FORMATS[name])
        # A lone surrogate cannot be UTF-8; written as \udXXX it is still valid JSON and reads back the same.
        try:
            text = _rendered(module, name, audit, dated, frozenset(wanted), replies)
        except NoLayout as error:
            raise ReportError(f"format={name!r}: {error}") from None
        content: bytes = text.encode("utf-8", errors="backslashreplace")
        rendered.append((Path(folder) / module.FILE_NAME, content))
    make_folder(Path(folder))
    for path, content in rendered:
        replace_file(path, content)
    return [path for path, _ in rendered]


def _rendered(
    module: Any, name: str, audit: Audit, dated: str, wanted: frozenset[str], replies: dict[str, dict[str, str]]
) -> str:
    """In one format, with what that format can tell besides the audit."""
    more = {"html": (dated, wanted, replies), "json": (replies,), "md": (replies,)}.get(name, ())
    text: str = module.render(audit, *more)
    return text


def make_folder(folder: Path) -> None:
    """Makes the folder, if it is not there.  Raises ReportError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportError(f"folder={str(folder)!r}: {_why(error)}, expected a folder that can be written") from error


def replace_file(path: Path, content: bytes) -> None:
    """Writes beside the target and renames over it; nothing is left behind if that fails.  Raises ReportError."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, 0o666 & ~_umask())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReportError(f"file={str(path)!r}: {_why(error)}, expected a file that can be written") from error


def _umask() -> int:
    """The process's file mask; the system only tells it while setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
