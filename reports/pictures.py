"""Pictures that were drawn before: a page whose figures are as they were needs no matplotlib.

What a picture is kept under is all that it depends on: what is drawn, the program that draws, and the version of matplotlib.
A picture goes into the page as it stands, so one from a shelf is looked through: it has the elements and attributes of a
drawing and nothing that could act or fetch, or it is drawn anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree as ET

from verify.verdicts import Drawing


class Shelf(Protocol):
    """Where texts are kept from one run to the next; it loses one rather than raise."""

    def get(self, key: bytes) -> str | None: ...

    def put(self, key: bytes, text: str) -> None: ...


DRAWN_BY = ("figure.py", "figure_labels.py", "text.py")
"""The files of this folder that have a say in a picture."""
ELEMENTS = frozenset({"svg", "g", "defs", "path", "use", "text", "tspan"})
ATTRIBUTES = frozenset(
    {
        *("class", "role", "aria-label", "stroke-linejoin", "viewBox", "id", "href", "style", "d", "x", "y", "dy"),
        *("transform", "font-size", "xml:space"),
    }
)
ACTS = re.compile(r"url\s*\(|expression|@|\\|/\*", re.IGNORECASE)
"""What a style of a drawing does not have."""
LONGEST = 2_000_000

_shelf: ContextVar[Shelf | None] = ContextVar("_shelf", default=None)


@contextmanager
def kept_on(shelf: Shelf | None) -> Iterator[None]:
    """In here pictures are taken from the shelf, and put there."""
    token = _shelf.set(shelf)
    try:
        yield
    finally:
        _shelf.reset(token)


def drawn(drawing: Drawing, prefix: str, draw: Callable[[Drawing, str], str]) -> str:
    """The picture, `draw(drawing, prefix)`, if it was not drawn before."""
    shelf = _shelf.get()
    if shelf is None:
        return draw(drawing, prefix)
    key = _key(drawing, prefix)
    found = shelf.get(key)
    if found is not None and is_plain(found):
        return found
    made = draw(drawing, prefix)
    shelf.put(key, made)
    return made


def _key(drawing: Drawing, prefix: str) -> bytes:
    said = "\0".join(("picture", _program(), prefix, repr(drawing)))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=32).digest()


@cache
def _program() -> str:
    """The sources that draw, and the version of what they draw with."""
    found = blake2b()
    for name in DRAWN_BY:
        found.update((Path(__file__).parent / name).read_bytes() + b"\0")
    try:
        return f"{found.hexdigest()} {version('matplotlib')}"
    except PackageNotFoundError:
        return f"{found.hexdigest()} unknown"


def is_plain(text: str) -> bool:
    """Is it one drawing in which nothing acts, and that fetches nothing?

    >>> is_plain('<svg viewBox="0 0 1 1"><path d="M 0 0 1 1"/></svg>')
    True
    >>> is_plain('<svg viewBox="0 0 1 1" onload="alert(1)"/>')
    False
    """
    if len(text) > LONGEST or "<!" in text or "<?" in text or not text.startswith("<svg "):
        return False
    try:
        root = ET.fromstring(text)
    except (ET.ParseError, ValueError):  # ValueError: a lone surrogate
        return False
    return root.tag == "svg" and all(map(_is_plain, root.iter()))


def _is_plain(element: ET.Element) -> bool:
    return (
        element.tag in ELEMENTS
        and element.attrib.keys() <= ATTRIBUTES
        and element.get("href", "#").startswith("#")
        and not ACTS.search(element.get("style", ""))
    )
