"""Where the answers of earlier audits are kept, and the command `referee cache`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verify.cache.store import Store

UNITS = ("bytes", "kB", "MB", "GB")


def folder_of(options: argparse.Namespace) -> Path:
    """The folder that was asked for, or that of the platform."""
    if options.cache is not None:
        return Path(options.cache)
    from platformdirs import user_cache_path

    return user_cache_path("referee", appauthor=False)


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Store | None]:
    """The file of answers, unless none is wanted."""
    if options.no_cache:
        yield None
        return
    store = _store(options)
    try:
        yield store
    finally:
        store.close()


def _store(options: argparse.Namespace) -> Store:
    from verify.cache.store import Store

    return Store(folder_of(options), lambda sentence: print(f"referee: {sentence}", file=sys.stderr))


class _Pictures:
    """Pictures of earlier pages, in the file of answers."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, key: bytes) -> str | None:
        return self.store.get([key]).get(key)

    def put(self, key: bytes, text: str) -> None:
        self.store.put({key: text})


@contextmanager
def pictures(options: argparse.Namespace) -> Iterator[None]:
    """In here the pictures of a page are those of earlier pages, where they are the same, unless nothing is to be kept."""
    from reports.pictures import kept_on

    if options.no_cache:
        yield
        return
    from verify.cache.store import Store

    store = Store(folder_of(options), lambda sentence: None)  # what is wrong with the file was said by the audit
    try:
        with kept_on(_Pictures(store)):
            yield
    finally:
        store.close()


def cache(options: argparse.Namespace) -> int:
    """Tells what is kept of earlier audits, or forgets it."""
    from verify.cache.store import NAME

    if not (folder_of(options) / NAME).exists():
        print(f"{folder_of(options) / NAME}: nothing is kept yet")
        return 0
    store = _store(options)
    try:
        if options.what == "clear":
            before = store.info().rows
            store.clear()
            print(f"{store.path}: {before - store.info().rows} entries forgotten")
        else:
            found = store.info()
            since = f", the oldest of {found.since}" if found.since else ""
            print(f"{found.path}: {found.rows} entries in {_size(found.size)}{since}")
    finally:
        store.close()
    return 0


def _size(size: float) -> str:
    """A number of bytes for reading.

    >>> _size(900), _size(1234567)
    ('900 bytes', '1.2 MB')
    """
    for unit in UNITS:
        if size < 1000 or unit == UNITS[-1]:
            return f"{size:.0f} {unit}" if unit == UNITS[0] else f"{size:.1f} {unit}"
        size /= 1000
    raise AssertionError
