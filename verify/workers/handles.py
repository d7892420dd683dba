"""Handles of the operating system that are closed by us only while they are ours."""

from __future__ import annotations

import os
from typing import Any, ClassVar


class Handle:
    """Something that this process has opened: closed only if it is still the same.

    A program that becomes a daemon closes every handle, and then opens others under the
    same numbers, which are not ours to close.
    """

    lost: ClassVar[list[Any]] = []
    """Kept, since Python would close them by number."""

    def __init__(self, thing: Any) -> None:
        self.thing = thing
        self.mark = self._mark()

    def _mark(self) -> tuple[int, int] | None:
        try:
            found = os.fstat(self.thing if isinstance(self.thing, int) else self.thing.fileno())
        except (OSError, ValueError):
            return None
        return found.st_dev, found.st_ino

    def is_ours(self) -> bool:
        return self.mark is not None and self._mark() == self.mark

    def close(self) -> None:
        if not self.is_ours():
            self.lost.append(self.thing)
        elif isinstance(self.thing, int):
            os.close(self.thing)
        else:
            self.thing.close()
