"""Which program decides: the sources of `verify`, the versions of what it computes with, and the machine.

A changed line anywhere in `verify` is another program, whatever its version says; nobody has to remember to raise a number.  The
sources are looked at again before anything is kept: what was decided while they were being edited may come from either, and
is not kept.  What papers import besides (`derivations.physics`) builds expressions, so that it need not be here: what it
built is in the digests.

Standard library only.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from verify.cache.keys import digest

SOURCES = Path(__file__).resolve().parents[1]


LIBRARIES = ("python-flint", "gmpy2", "mpmath", "sympy")
SWITCHES = ("SYMPY_GROUND_TYPES", "SYMPY_USE_CACHE", "MPMATH_NOGMPY")
"""What tells the libraries to compute in another way."""


def built() -> dict[str, str]:
    """Which builds of the libraries compute here: the digests that their installer wrote down of all their files.

    A version does not tell on which FLINT it was built; and that a paper is as it was is found before one is imported.
    """
    found = {name: os.environ.get(name, "") for name in SWITCHES}
    for name in LIBRARIES:
        try:
            files = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = f"{files.version}\n{files.read_text('RECORD') or ''}"
    return found


class Engine:
    """The program as it is now."""

    def __init__(self, versions: Mapping[str, str], sources: Path = SOURCES) -> None:
        self._sources = sources
        self._state = self._look()
        machine = (sys.implementation.cache_tag or "", sys.platform, platform.machine(), str(sys.maxsize))
        parts = [text for pair in sorted(versions.items()) for text in pair]
        parts += [text for pair in sorted(built().items()) for text in pair]
        files = [part for name in sorted(self._state) for part in (name.encode(), (sources / name).read_bytes())]
        self.digest = digest(*(text.encode() for text in (*machine, *parts)), *files)

    def is_unchanged(self) -> bool:
        """Are the sources still what they were?"""
        return self._look() == self._state

    def _look(self) -> dict[str, tuple[int, int, int]]:
        """When each source was written, how long it is, and which file it is."""
        found = {}
        root = str(self._sources)
        waiting = [root]
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.endswith(".py"):
                        seen = entry.stat()
                        found[entry.path[len(root) + 1 :]] = seen.st_mtime_ns, seen.st_size, seen.st_ino
                    elif entry.is_dir() and entry.name != "__pycache__":
                        waiting.append(entry.path)
        return found
