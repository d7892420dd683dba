"""The math font that a page embeds: a small subset where that has all characters of its formulas, else the large one."""

from __future__ import annotations

import base64
import re
from functools import cache
from importlib import resources

SMALL, LARGE = "fonts/stix-two-math-core.woff2", "fonts/stix-two-math-subset.woff2"
_FORMULA = re.compile(r"<math.*?</math>", re.DOTALL)
_NO_LETTERS = re.compile(r"<annotation.*?</annotation>|<[^>]*>", re.DOTALL)
_RANGE = re.compile(r"U\+([0-9A-F]{4,5})(?:-([0-9A-F]{4,5}))?")


def embedded(page: str) -> str:
    """The font for the formulas of a page, as base64."""
    letters = set(_NO_LETTERS.sub("", "".join(_FORMULA.findall(page))))
    return _encoded(SMALL if all(ord(char) in _small() for char in letters) else LARGE)


@cache
def _encoded(name: str) -> str:
    return base64.b64encode(resources.files("reports").joinpath(name).read_bytes()).decode("ascii")


@cache
def _small() -> frozenset[int]:
    """The characters of the small font; ASCII controls among them need no glyph."""
    text = resources.files("reports").joinpath("fonts/codepoints-core.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    ranges = [(int(low, 16), int(high or low, 16)) for line in lines for low, high in _RANGE.findall(line)]
    return frozenset(code for low, high in ranges for code in range(low, high + 1)) | frozenset(range(0x20))
