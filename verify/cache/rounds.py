"""What an audit asks of the file of answers, and what it gives to it.

An answer stands under the key of its claim, with all that it rests on and what print says of that, where all of this is
known; and under the key of the whole paper there is a hint to it, or the answer itself where it is not known yet.  So an
unchanged paper is found without comparing anything, and a changed one after the comparison of those prints that the change touches.

Only what was decided is kept: that the time or the memory of one run was not enough says nothing of the next.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from verify.cache import answers
from verify.cache.engine import Engine
from verify.cache.keys import Digests, Keys, Print, digest, of_seconds, prints_of
from verify.cache.store import AT_ONCE, Store

Key = tuple[str, str]
"""A source and a label."""
HINT = "at"
BREATH = 0.25
"""Seconds for which answers may wait to be written together."""


@dataclass(frozen=True)
class Answer:
    """What a worker answers: the value, the digest of the paper as the worker has read it (None: not to be kept), what print
    says of the claim, whether nothing outside the key was looked at, and the seconds that it took."""

    value: Any
    whole: bytes | None = None
    prints: Print | None = None
    is_whole_key: bool = False
    seconds: float = 0.0


@dataclass
class _Paper:
    id: str
    digests: Digests
    prints: dict[str, bytes] = field(default_factory=dict)
    together: dict[str, bytes | None] = field(default_factory=dict)

    def prints_below(self, label: str) -> bytes | None:
        """What print says of a claim and of all that it rests on, as far as that is known."""
        found = prints_of(label, self.prints, self.digests, self.together)
        if found is None:
            self.together = {name: known for name, known in self.together.items() if known is not None}
        return found


class Kept:
    """The answers of one run: those of earlier ones, and those that it adds."""

    def __init__(self, store: Store, engine: Engine, settings: Mapping[str, str]) -> None:
        self.store, self.engine = store, engine
        said = (text.encode() for pair in sorted(settings.items()) for text in pair)
        self.keys = Keys(engine.digest, digest(*said))
        self.papers: dict[str, _Paper] = {}
        self.waiting: list[tuple[Key, str, str]] = []
        self.texts: dict[bytes, str] = {}
        self.changed: set[str] = set()
        """Papers that a worker has read otherwise than they were read first."""
        self.written = time.monotonic()

    def knows(self, source: str, paper: str, digests: Digests) -> None:
        """Enters a paper of this run."""
        self.papers[source] = _Paper(paper, digests)

    # --- what earlier runs have found

    def find(self, asked: Mapping[Key, str], kind: type[Any]) -> Iterator[tuple[Key, Any]]:
        """The answers, of this class, to what is asked of some claims; some at a time, for they are many."""
        missing: dict[Key, str] = {}
        for some in _in_parts(key for key in asked if key[0] in self.papers):
            places = {key: self._of_paper(key, asked[key]) for key in some}
            texts = self.store.get(places.values())
            hints = {place: hint for place, text in texts.items() if (hint := _hint(text)) is not None}
            there = self.store.get(hints.values())
            for key, place in places.items():
                text = there.get(hints[place]) if place in hints else texts.get(place)
                if text is None:
                    missing[key] = asked[key]
                elif (value := _value(kind, text)) is not None:
                    yield key, value
        yield from self._from_other_papers(missing, kind)

    def _from_other_papers(self, asked: Mapping[Key, str], kind: type[Any]) -> Iterator[tuple[Key, Any]]:
        """The answers to what was asked of such claims where another line of the paper was different."""
        self._read_prints({source for source, _ in asked})
        for some in _in_parts(asked):
            places = {key: place for key in some if (place := self._of_claim(key, asked[key]))}
            texts = self.store.get(places.values())
            for key, place in places.items():
                if place in texts:
                    self.texts[self._of_paper(key, asked[key])] = _written_hint(place)
                    if (value := _value(kind, texts[place])) is not None:
                        yield key, value

    def to_compare(self, asked: Mapping[Key, str]) -> list[Key]:
        """The claims of which print has to be compared, before it is known whether an answer of another paper is theirs."""
        missing: dict[Key, None] = {}
        known = self.store.get(self._decided(key) for key in asked if key[0] in self.papers)
        for source, label in asked:
            if source not in self.papers or self._decided((source, label)) not in known:
                continue
            paper, waiting = self.papers[source], [label]
            while waiting:
                here = waiting.pop()
                if here not in paper.prints and (source, here) not in missing:
                    missing[source, here] = None
                    waiting += paper.digests.owners[here]
        return list(missing)

    def seconds(self, asked: Mapping[Key, str]) -> dict[Key, float]:
        """How long each took the last time."""
        keys = {key: self._seconds(key, question) for key, question in asked.items() if key[0] in self.papers}
        texts = self.store.get(keys.values())
        found = {key: _number(texts[place]) for key, place in keys.items() if place in texts}
        return {key: seconds for key, seconds in found.items() if seconds is not None}

    # --- what this run finds

    def keep(self, key: Key, asked: str, answer: Answer, kind: type[Any]) -> None:
        """Keeps an answer, if it is one about the paper that this run has read."""
        paper = self.papers.get(key[0])
        if paper is None or answer.whole != paper.digests.whole:
            self.changed |= {key[0]} if paper is not None and answer.whole is not None else set()
            return
        if answer.prints is not None:
            paper.prints[key[1]] = answer.prints.digest
            place = self.keys.of_prints if answer.prints.is_beyond else self.keys.of_print
            self.texts[place(paper.digests, key[1])] = answer.prints.digest.hex()
        if type(answer.value) is kind:
            text = answers.written(answer.value)
            self.texts[self._of_paper(key, asked)] = text
            self.texts[self._seconds(key, asked)] = f"{answer.seconds:.3f}"
            if answer.is_whole_key and not self._keep_of_claim(key, asked, text):
                self.waiting.append((key, asked, text))
        if time.monotonic() - self.written > BREATH:
            self.flush()

    def flush(self) -> None:
        """Writes what has not been written yet, unless the program was changed meanwhile."""
        waiting, self.waiting = self.waiting, []
        self.waiting = [(key, asked, text) for key, asked, text in waiting if not self._keep_of_claim(key, asked, text)]
        texts, self.texts = self.texts, {}
        if texts and self.engine.is_unchanged():
            self.store.put(texts)
        self.written = time.monotonic()

    def _keep_of_claim(self, key: Key, asked: str, text: str) -> bool:
        """Keeps an answer under its claim, if print is known of all that it rests on."""
        place = self._of_claim(key, asked)
        if place is None:
            return False
        self.texts |= {place: text, self._of_paper(key, asked): _written_hint(place), self._decided(key): ""}
        return True

    def _read_prints(self, sources: Iterable[str]) -> None:
        for source in sources:
            paper = self.papers[source]
            for place in (self.keys.of_print, self.keys.of_prints):
                keys = {
                    place(paper.digests, label): label for label in paper.digests.claims if label not in paper.prints
                }
                found = {keys[key]: _bytes(text) for key, text in self.store.get(keys).items()}
                paper.prints |= {label: prints for label, prints in found.items() if prints is not None}

    # --- the names

    def _of_paper(self, key: Key, asked: str) -> bytes:
        return self.keys.of_paper(asked, self.papers[key[0]].digests, key[1])

    def _of_claim(self, key: Key, asked: str) -> bytes | None:
        paper = self.papers[key[0]]
        prints = paper.prints_below(key[1])
        return None if prints is None else self.keys.of_claim(asked, paper.digests, key[1], prints)

    def _decided(self, key: Key) -> bytes:
        return self.keys.of_decided(self.papers[key[0]].digests, key[1])

    def _seconds(self, key: Key, asked: str) -> bytes:
        return of_seconds(self.papers[key[0]].id, asked.partition(" ")[0], key[1])


def _in_parts(keys: Iterable[Key]) -> Iterator[list[Key]]:
    left = iter(keys)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _written_hint(place: bytes) -> str:
    return f"{HINT} {place.hex()}"


def _hint(text: str) -> bytes | None:
    """Where the answer stands, if the text says no more than that."""
    word, _, place = text.partition(" ")
    return _bytes(place) if word == HINT else None


def _bytes(text: str) -> bytes | None:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _value(kind: type[Any], text: str) -> Any:
    """The answer, or None for what is none: it is then decided again."""
    try:
        return answers.read(kind, text)
    except ValueError:
        return None
