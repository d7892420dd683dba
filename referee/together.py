"""Files that replace their predecessors together: all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STAGE = ".referee-"
"""How the name of the folder begins in which new files wait."""
ABANDONED = 3600.0
"""Seconds after which such a folder was left by a run that was killed: the next one removes it."""


@contextmanager
def replaced_together(folder: Path) -> Iterator[Path]:
    """A folder to write files into; at the end they take the places of those in `folder`.

    A name in `folder` that is a link is replaced itself, and nothing is written where it leads.  If anything goes wrong
    before, or one file cannot take its place, the old ones stay and the new ones are gone.

    Raises ValueError, in one sentence, for what cannot be replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{STAGE}*"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
    try:
        yield stage
        _replace(sorted(path.name for path in stage.iterdir()), stage, folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _replace(names: list[str], stage: Path, folder: Path) -> None:
    old = Path(tempfile.mkdtemp(dir=stage))
    for name in names:
        with suppress(OSError):  # no file of this name; or no second names on this disk, and no way back then
            os.link(folder / name, old / name, follow_symlinks=False)
    done: list[str] = []
    for name in names:
        try:
            os.replace(stage / name, folder / name)
        except OSError as error:
            for other in done:
                _back(old / other, folder / other)
            why = (error.strerror or str(error)).lower()
            raise ValueError(f"{folder / name}: {why}; expected a file that can be replaced") from None
        done.append(name)


def _back(old: Path, new: Path) -> None:
    with suppress(OSError):
        if os.path.lexists(old):
            os.replace(old, new)
        else:
            new.unlink()
