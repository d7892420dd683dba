"""The answers of a run until all are there, packed: a paper may have thousands of claims, and their answers look alike.

Nothing but what this process was answered is packed, and nobody else reads it.

Standard library only.
"""

from __future__ import annotations

import pickle
import zlib
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Spool(Generic[K, V]):
    """Answers by what was asked; each is unpacked anew whenever it is looked at.

    >>> spool = Spool()
    >>> spool["7"] = ("proved", "exact")
    >>> spool["7"]
    ('proved', 'exact')
    """

    def __init__(self) -> None:
        self._packed: dict[K, bytes] = {}
        self._like = b""
        """The first answer, whose words the others repeat."""

    def __contains__(self, asked: object) -> bool:
        return asked in self._packed

    def __setitem__(self, asked: K, answer: V) -> None:
        plain = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        self._like = self._like or plain
        packer = zlib.compressobj(level=1, zdict=self._like)
        self._packed[asked] = packer.compress(plain) + packer.flush()

    def __getitem__(self, asked: K) -> V:
        found: V = pickle.loads(zlib.decompressobj(zdict=self._like).decompress(self._packed[asked]))
        return found
