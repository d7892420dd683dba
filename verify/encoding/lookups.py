"""Which claims of its paper a decision looks up.

What an answer is kept under names the claims that it may depend on (`verify.cache.digests`).  Whether that is all is
not believed but watched: an answer for which another claim was looked up is not kept.  The comparison of print and encoding may
look at the whole paper, since what it finds is a part of that name itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from contextlib import contextmanager
from typing import Any

from verify.encoding.paper import Paper
from verify.vocabulary.readings import Claim


class Watched(dict[str, Claim]):
    """The claims of a paper; `strange` becomes true once one outside `expected`, or all of them, are looked at."""

    def __init__(self, claims: dict[str, Claim], expected: Set[str]) -> None:
        super().__init__(claims)
        self.plain = claims
        self.expected = expected
        self.strange = False

    def _seen(self, label: Any) -> None:
        self.strange |= label not in self.expected and label in self.plain

    def __getitem__(self, label: str) -> Claim:
        self._seen(label)
        return super().__getitem__(label)

    def get(self, label: str, default: Any = None) -> Any:
        self._seen(label)
        return super().get(label, default)

    def __contains__(self, label: object) -> bool:
        self._seen(label)
        return super().__contains__(label)

    def __iter__(self) -> Iterator[str]:
        self.strange = True
        return super().__iter__()

    def _all(self, name: str) -> Any:
        self.strange = True
        return getattr(self.plain, name)()

    def keys(self) -> Any:
        return self._all("keys")

    def values(self) -> Any:
        return self._all("values")

    def items(self) -> Any:
        return self._all("items")


@contextmanager
def watched(paper: Paper, expected: Set[str]) -> Iterator[Watched]:
    """In here the claims of the paper are watched."""
    before, paper.claims = paper.claims, Watched(paper.claims, expected)
    try:
        yield paper.claims
    finally:
        paper.claims = before


@contextmanager
def unwatched(paper: Paper) -> Iterator[None]:
    """In here they are not."""
    before = paper.claims
    if isinstance(before, Watched):
        paper.claims = before.plain
    try:
        yield
    finally:
        paper.claims = before
