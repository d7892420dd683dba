"""The letters of a file: JSON with whole numbers only, no member twice, bounded in size and depth."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from verify.exchange.forms import Fault, shown

LARGEST = 64 * 2**20
"""Bytes of the largest file."""
DEEPEST = 300
"""Brackets that may be open at one place."""
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
BRACKETS = re.compile(r"[\[{}\]]")
WIDTH = 120
SPACE = re.compile(r"[ \t\n\r]*")
LONG = "claims"
"""The member of a file that may be long: its parts are made when they are asked for."""


class Later(Sequence[Any]):
    """A list whose parts are made of their text when they are asked for, and held by nobody: the JSON of a long paper is
    many times its text."""

    def __init__(self, text: str, places: Sequence[int]) -> None:
        self.text, self.places = text, places

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, at: Any) -> Any:
        return _DECODER.raw_decode(self.text, self.places[at])[0]

    def __repr__(self) -> str:
        return repr(list(self))


def read_file(path: Path) -> Any:
    """The JSON of a file.  Raises Fault for anything else: a device, a file that is too large, floats, what is nested too deeply."""
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Fault("no plain file", "a file with the JSON of a paper")
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise Fault(
            f"it cannot be read ({(error.strerror or str(error)).lower()})", "a file with the JSON of a paper"
        ) from None
    if len(content) > LARGEST:
        raise Fault(f"more than {LARGEST // 2**20} MB", "a smaller file")
    try:
        return parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Fault(f"byte {error.start} is no UTF-8", "JSON in UTF-8") from None


def parse(text: str) -> Any:
    """The JSON of a text.  Raises Fault."""
    depth = deepest = 0
    for bracket in BRACKETS.finditer(QUOTED.sub("", text)):
        depth += 1 if bracket.group() in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise Fault(f"brackets that are {deepest} deep", f"at most {DEEPEST}")
    try:
        found = _in_parts(text)
        return _DECODER.decode(text) if found is None else found
    except json.JSONDecodeError as error:
        raise Fault(f"line {error.lineno}, column {error.colno}: no JSON ({error.msg.lower()})", "JSON") from None
    except ValueError as error:
        if isinstance(error, Fault):
            raise
        raise Fault("a number of more than 4300 digits", "a shorter one") from None
    except RecursionError:
        raise Fault("brackets that are too deep", f"at most {DEEPEST}") from None


def _in_parts(text: str) -> dict[str, Any] | None:
    """An object with a list of claims, each of which is read once to see that it is JSON, and made later.

    None is for what is to be read, or refused, as a whole.
    """
    found: dict[str, Any] = {}
    place, sign = _after(text, 0), "{"
    while text[place : place + 1] == sign:
        place = _after(text, place + 1)
        if text[place : place + 1] != '"':
            return None
        name, place = _value(text, place)
        if name in found or text[place : place + 1] != ":":
            return None
        place, sign = _after(text, place + 1), ","
        if name == LONG and text[place : place + 1] == "[":
            places, place = _places(text, place)
            found[name] = Later(text, places)
        else:
            found[name], place = _value(text, place)
    is_whole = LONG in found and text[place : place + 1] == "}" and _after(text, place + 1) == len(text)
    return found if is_whole else None


def _places(text: str, place: int) -> tuple[list[int], int]:
    """Where the parts of a list begin, each of which is read once, and where the text goes on behind it."""
    found: list[int] = []
    place = _after(text, place + 1)
    if text[place : place + 1] == "]":
        return found, _after(text, place + 1)
    while True:
        found.append(place)
        _, place = _value(text, place)
        if text[place : place + 1] != ",":
            return found, _after(text, place + 1) if text[place : place + 1] == "]" else len(text) + 1
        place = _after(text, place + 1)


def _value(text: str, place: int) -> tuple[Any, int]:
    found, end = _DECODER.raw_decode(text, place)
    return found, _after(text, end)


def _after(text: str, place: int) -> int:
    """Behind the space that begins there."""
    space = SPACE.match(text, place)
    return len(text) if space is None else space.end()


def _no_float(text: str) -> NoReturn:
    raise Fault(
        f"the number {text[:40]}",
        "whole numbers, and printed decimals in quotes, as nothing rests on a floating-point number",
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Fault(f"two members {shown(twice)} of one object", "each member once")
    return found


_DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_once)


def written(body: Any) -> str:
    """The JSON of a file: what fits stands on a line, so that a person can read it and a tool can compare it."""
    return "".join(_lines(body, 0)) + "\n"


def _lines(body: Any, indent: int) -> Iterable[str]:
    flat = json.dumps(body, ensure_ascii=False)
    if not body or not isinstance(body, (dict, list)) or indent + len(flat) <= WIDTH:
        yield flat
        return
    margin = " " * (indent + 1)
    opening, closing = ("{", "}") if isinstance(body, dict) else ("[", "]")
    yield opening + "\n"
    parts = list(body.items()) if isinstance(body, dict) else [(None, part) for part in body]
    for at, (name, part) in enumerate(parts):
        yield margin + (f"{json.dumps(name, ensure_ascii=False)}: " if name is not None else "")
        yield from _lines(part, indent + 1)
        yield ",\n" if at + 1 < len(parts) else "\n"
    yield " " * indent + closing
