"""The names under which answers are kept.

A key is the digest of all that an answer depends on: the program (`verify.cache.engine`), the settings and the limits of the
run, what is asked, and what it is asked of.  Of the last there are two: the whole paper, under which an answer is found at
once if nothing was changed; and the claim with all that it rests on (`verify.cache.digests`) and what its print says, under
which it is found when other lines were changed.  What print says stands in the same way under the whole paper, or under the line
with what it is offered of its paper.

Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

SIZE = 32


def digest(*parts: bytes) -> bytes:
    """One digest of several byte strings, which it keeps apart."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class Print:
    """What print says of a claim, and whether more of the paper was looked at for it than its line is offered."""

    digest: bytes
    is_beyond: bool = False


@dataclass(frozen=True)
class Digests:
    """Of a paper as it was read: all of it, each claim with what it rests on, and on which claims that are.

    `prints` are of each claim with what the comparison of its print is offered of the paper.
    """

    whole: bytes
    claims: Mapping[str, bytes]
    owners: Mapping[str, tuple[str, ...]]
    prints: Mapping[str, bytes]

    def below(self, label: str) -> set[str]:
        """The claim, and all that it rests on."""
        found, waiting = {label}, [label]
        while waiting:
            more = set(self.owners[waiting.pop()]) - found
            found |= more
            waiting += more
        return found


@dataclass(frozen=True)
class Keys:
    """The keys of one run: `engine` is the program, `settings` what the run was started with."""

    engine: bytes
    settings: bytes

    def of_paper(self, asked: str, digests: Digests, label: str) -> bytes:
        """For a question about a claim of just this paper."""
        return digest(b"paper", self.engine, self.settings, _bytes(asked), digests.whole, _bytes(label))

    def of_claim(self, asked: str, digests: Digests, label: str, prints: bytes) -> bytes:
        """For a question about a claim in whichever paper that has it, with the same premises and the same prints."""
        return digest(b"claim", self.engine, self.settings, _bytes(asked), digests.claims[label], prints)

    def of_prints(self, digests: Digests, label: str) -> bytes:
        """What print says of a claim of just this paper."""
        return digest(b"prints", self.engine, digests.whole, _bytes(label))

    def of_print(self, digests: Digests, label: str) -> bytes:
        """What print says of a claim in whichever paper that has it, and offers the same to its comparison."""
        return digest(b"print", self.engine, digests.prints[label])

    def of_decided(self, digests: Digests, label: str) -> bytes:
        """Under this it stands that something is known of such a claim, whatever the prints."""
        return digest(b"decided", self.engine, self.settings, digests.claims[label])


def of_seconds(paper: str, asked: str, label: str) -> bytes:
    """How long a question took when it was last decided: of use to no verdict."""
    return digest(b"seconds", _bytes(paper), _bytes(asked), _bytes(label))


def prints_of(
    label: str, prints: Mapping[str, bytes], digests: Digests, known: dict[str, bytes | None]
) -> bytes | None:
    """What print says of a claim and of all that it rests on; None where that of one of them is not known.

    `known` has what was found of other claims; claims come after what they rest on.
    """
    waiting = [label]
    while waiting:
        here = waiting[-1]
        missing = [owner for owner in digests.owners[here] if owner not in known]
        if here in known or not missing:
            waiting.pop()
            below = [known.get(owner) for owner in digests.owners[here]]
            parts = [part for part in (prints.get(here), *below) if part is not None]
            known.setdefault(here, digest(*parts) if len(parts) == 1 + len(below) else None)
        else:
            waiting += missing
    return known[label]
