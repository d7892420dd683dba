"""Which claims of its paper a decision looks up.

What an answer is kept under names the claims that it may depend on (`verify.cache.digests`).  Whether that is all is
not believed but watched: an answer for which another claim was looked up is not kept.  The comparison of print and encoding may
look at the whole paper, since what it finds is a part of that name itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from typing import Any, cast

from verify.encoding.paper import Paper
from verify.vocabulary.readings import Claim


class Watched(Mapping[str, Claim]):
    """The claims of a paper; `strange` becomes true once one outside `expected`, or all of them, are looked at.

    They are not copied: a paper may have thousands, and each decision watches it anew.
    """

    def __init__(self, claims: Mapping[str, Claim], expected: Set[str]) -> None:
        self.plain = claims
        self.expected = expected
        self.strange = False

    def _seen(self, label: Any) -> None:
        self.strange |= label not in self.expected and label in self.plain

    def __getitem__(self, label: str) -> Claim:
        self._seen(label)
        return self.plain[label]

    def get(self, label: str, default: Any = None) -> Any:
        self._seen(label)
        return self.plain.get(label, default)

    def __contains__(self, label: object) -> bool:
        self._seen(label)
        return label in self.plain

    def __iter__(self) -> Iterator[str]:
        self.strange = True
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)

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
    before, seen = paper.claims, Watched(paper.claims, expected)
    paper.claims = cast(dict[str, Claim], seen)  # nothing is entered while something is decided
    try:
        yield seen
    finally:
        paper.claims = before


@contextmanager
def unwatched(paper: Paper) -> Iterator[None]:
    """In here they are not."""
    before = paper.claims
    if isinstance(seen := cast(object, before), Watched):
        paper.claims = cast(dict[str, Claim], seen.plain)
    try:
        yield
    finally:
        paper.claims = before
