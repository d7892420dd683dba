"""The answers of a run until all are there: those of long papers packed, for they are thousands, and look alike.

Nothing but what this process was answered is packed, and nobody else reads it.

Standard library only.
"""

from __future__ import annotations

import pickle
import zlib
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

ROOM = 2000
"""Answers that are held as they are: packing those of a few papers would cost more time than they cost memory."""


class Spool(Generic[K, V]):
    """Answers by what was asked; beyond the latest ones they are packed, and unpacked whenever they are looked at.

    >>> spool = Spool(room=1)
    >>> spool["7"], spool["8"] = ("proved", "exact"), ("refuted", "ball")
    >>> spool["7"], spool["8"], "9" in spool
    (('proved', 'exact'), ('refuted', 'ball'), False)
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._plain: dict[K, V] = {}
        self._packed: dict[K, bytes] = {}
        self._like = b""
        """The first one that was packed, whose words the others repeat."""

    def __contains__(self, asked: object) -> bool:
        return asked in self._plain or asked in self._packed

    def __setitem__(self, asked: K, answer: V) -> None:
        self._packed.pop(asked, None)
        self._plain[asked] = answer
        if len(self._plain) > self._room:
            oldest = next(iter(self._plain))
            self._packed[oldest] = self._pack(self._plain.pop(oldest))

    def __getitem__(self, asked: K) -> V:
        if asked in self._plain:
            return self._plain[asked]
        found: V = pickle.loads(zlib.decompressobj(zdict=self._like).decompress(self._packed[asked]))
        return found

    def _pack(self, answer: V) -> bytes:
        plain = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        self._like = self._like or plain
        packer = zlib.compressobj(level=1, zdict=self._like)
        return packer.compress(plain) + packer.flush()
