"""Files that replace their predecessors together: all of them or none."""

from __future__ import annotations

import glob
import os
import shutil
import stat
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

    A folder that was not there appears in one step with all that is in it, so that whoever is killed leaves the whole or
    nothing.  In one that was, a name that is a link is replaced itself, and nothing is written where it leads; the files
    take their places right after each other.  If anything goes wrong before, or one file cannot take its place, the old
    ones stay and the new ones are gone.

    Raises ValueError, in one sentence, for what cannot be replaced.
    """
    folder = Path(os.path.abspath(folder))
    is_new = not os.path.lexists(folder)
    folder.mkdir(parents=True, exist_ok=True)
    place, prefix = (folder.parent, f"{STAGE}{folder.name}-") if is_new else (folder, STAGE)
    _remove_abandoned(place, prefix)
    try:
        stage = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    except OSError:  # nothing may be put beside it
        is_new, stage = False, Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
    try:
        yield stage
        if not (is_new and _took_its_place(stage, folder)):
            _replace(sorted(path.name for path in stage.iterdir()), stage, folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _remove_abandoned(place: Path, prefix: str) -> None:
    for left in place.glob(f"{glob.escape(prefix)}*"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _took_its_place(stage: Path, folder: Path) -> bool:
    """The new folder in one step; False where something is in the old one by now, or where this cannot be done."""
    try:
        stage.chmod(stat.S_IMODE(folder.stat().st_mode))
        os.replace(stage, folder)
    except OSError:
        return False
    return True


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
