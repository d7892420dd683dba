"""What has to be true before anything is imported: open streams, a safe path, and packages that are our own.

Names such as `verify` and `reports` are used by others, too.

Only the standard library is imported here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

OURS = ("verify", "reports", "derivations")
ROOT = Path(__file__).resolve().parents[1]


def open_closed_streams() -> None:
    """Gives the numbers of closed standard streams to the null device: the next file to be opened would get them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def leave_current_folder() -> None:
    """Takes the current folder off the path, where `python -m` or an empty entry of PYTHONPATH has put it.

    A file `sympy.py` that lies there by chance would be run instead of the library.  If Referee itself lies there, it stays.
    """
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:
        return
    if here != str(ROOT):
        sys.path[:] = [place for place in sys.path if os.path.realpath(place or here) != here]


def stranger() -> str:
    """What stands in the place of a package of Referee, in a sentence; empty if nothing does."""
    return next(_strangers(), "")


def _strangers() -> Iterator[str]:
    for name in OURS:
        for distribution in ROOT.glob(f"{name}-*.dist-info"):
            if _writes(distribution, f"{name}/__init__.py"):
                yield (
                    f"the distribution {distribution.name.removesuffix('.dist-info')} has written over Referee's own package {name!r}; "
                    "expected it in another environment: uninstall it, and install Referee again"
                )
        found = _place_of(name)
        if found != ROOT / name:
            yield (
                f"the package {name!r} is imported from {found or 'nowhere'}, and is not that of Referee, in {ROOT / name}; expected the other one "
                "in another environment or under another name"
            )


def _writes(distribution: Path, file: str) -> bool:
    try:
        lines = (distribution / "RECORD").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line.startswith(f"{file},") for line in lines)


def _place_of(name: str) -> Path | None:
    """The folder of a package that is imported, or would be."""
    known = getattr(sys.modules.get(name), "__path__", None)
    if known is None:
        spec = find_spec(name)
        known = spec.submodule_search_locations or [spec.origin or ""] if spec is not None else []
    return next((Path(place).resolve() for place in known), None)
