"""What a paper is, kept under its sources, so that one that nobody has touched need not be imported again.

Why that is the same.  Only papers are kept of which `verify.cache.patching` has nothing to say: they import their own files,
the vocabulary, `derivations.physics`, SymPy and a few modules that compute, and name nothing that reads files, clocks or
chance.  What such a paper, or a `paper.json`, says follows from its files, those of `derivations.physics`, and the program; all of them are in the key,
byte for byte, and are looked at before and after the paper is read.

Standard library only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from verify.cache import answers
from verify.cache.engine import SOURCES, Engine
from verify.cache.keys import digest
from verify.cache.store import Store

SHIPPED = re.compile(r"derivations\.([A-Za-z_]\w*)")
PAPERS = SOURCES.parent / "derivations"
LARGEST = 10**8
"""Bytes of a paper beyond which it is read anew: whatever that is."""


class Headers:
    """The headers of the papers of one run, each of the class `kind`."""

    def __init__(self, store: Store, engine: Engine, kind: type[Any]) -> None:
        self.store, self.engine, self.kind = store, engine, kind
        self.keys: dict[str, bytes | None] = {}

    def find(self, sources: Iterable[str]) -> dict[str, Any]:
        """The headers of those papers that are as they were."""
        self.keys = {source: self._key(source) for source in sources}
        texts = self.store.get(key for key in self.keys.values() if key is not None)
        found = {}
        for source, key in self.keys.items():
            if key in texts:
                try:
                    found[source] = answers.read(self.kind, texts[key])
                except ValueError:
                    continue
        return found

    def keep(self, headers: dict[str, Any]) -> None:
        """Keeps headers of papers that have not changed since `find`, nor has the program."""
        if not self.engine.is_unchanged():
            return
        keys = {source: key for source in headers if (key := self._key(source)) is not None}
        kept = {key: answers.written(headers[source]) for source, key in keys.items() if self.keys.get(source) == key}
        self.store.put(kept)

    def _key(self, source: str) -> bytes | None:
        folder = folder_of(source)
        parts = (_digest_of(folder), _digest_of(PAPERS / "physics", PAPERS / "__init__.py"))
        if None in parts:
            return None
        name = f"{source}\n{folder.resolve().name}".encode("utf-8", "surrogatepass")
        return digest(b"header", self.engine.digest, name, *(part for part in parts if part is not None))


def folder_of(source: str) -> Path:
    """The folder of a paper that is given by its path, or is one of those that come with Referee."""
    shipped = None if Path(source).is_dir() else SHIPPED.fullmatch(source)
    return PAPERS / shipped.group(1) if shipped else Path(source)


def _digest_of(folder: Path, *more: Path) -> bytes | None:
    """Of the names and bytes of all Python files in a folder, or of a file; None where not all that is in it can be seen."""
    files: list[tuple[bytes, bytes]] = []
    size = 0
    try:
        if folder.is_file():  # a paper.json, which is all there is
            return (
                digest(b"file", folder.read_bytes(), *(path.read_bytes() for path in more))
                if folder.stat().st_size <= LARGEST
                else None
            )
        if not (folder / "__init__.py").is_file():
            return None
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            if any(os.path.islink(os.path.join(place, name)) for name in folders):
                return None
            for name in sorted(names):
                path = Path(place, name)
                if path.suffix == ".py":
                    size += path.stat().st_size
                    if size > LARGEST or not path.is_file():
                        return None
                    files.append((os.fsencode(path.relative_to(folder)), path.read_bytes()))
        files += [(os.fsencode(path.name), path.read_bytes()) for path in more]
    except OSError:
        return None
    return digest(*(part for file in files for part in file))
