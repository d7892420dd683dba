"""Answers and headers as JSON, and back: only what has just the form of one is read as one.

Standard library and verdicts only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


def written(answer: Any) -> str:
    """An answer (frozen dataclasses of texts, numbers, bytes, enums, tuples, dictionaries and None) as JSON.

    Part by part: what all of a long one would be as lists and dictionaries is never held.
    """
    if isinstance(answer, Enum):
        return _ENCODER.encode(answer.value)
    if isinstance(answer, tuple):
        return f"[{','.join(map(written, answer))}]"
    if isinstance(answer, bytes):
        return f'"{answer.hex()}"'
    if isinstance(answer, dict):
        return _object(answer.items())
    if is_dataclass(answer):
        return _object((field.name, getattr(answer, field.name)) for field in fields(answer))
    if answer is None or type(answer) in (str, int, bool):
        return _ENCODER.encode(answer)
    raise TypeError(f"{answer!r:.80} is no part of an answer")


def _object(members: Iterable[tuple[str, Any]]) -> str:
    return f"{{{','.join(f'{_ENCODER.encode(name)}:{written(value)}' for name, value in members)}}}"


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def read(kind: Any, text: str) -> Any:
    """The answer of this class that was written so.  Raises ValueError for anything else."""
    try:
        return _reader(kind)(json.loads(text))
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from None


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What reads a value of this type; it raises ValueError for another."""
    arms = get_args(kind)
    if get_origin(kind) is UnionType and len(arms) == 2 and NoneType in arms:
        (other,) = (arm for arm in arms if arm is not NoneType)
        reader = _reader(other)
        return lambda body: None if body is None else reader(body)
    if get_origin(kind) is tuple:
        return _any_number(_reader(arms[0])) if arms[1:] == (...,) else _exactly([_reader(arm) for arm in arms])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return _fields(kind, {field.name: _reader(hints[field.name]) for field in fields(kind)})
    if get_origin(kind) is Mapping:
        return _mapping(_reader(arms[1]))
    if kind is bytes:
        return bytes.fromhex
    if kind in (str, int, bool):
        return _just(kind)
    raise TypeError(f"{kind} is no type of an answer")


def _just(kind: type) -> Callable[[Any], Any]:
    def reader(body: Any) -> Any:
        if type(body) is not kind:
            raise ValueError(f"{body!r:.80}; expected {kind.__name__}")
        return body

    return reader


def _mapping(of: Callable[[Any], Any]) -> Callable[[Any], Any]:
    check = _just(dict)
    return lambda body: {name: of(value) for name, value in check(body).items()}


def _any_number(of: Callable[[Any], Any]) -> Callable[[Any], Any]:
    check = _just(list)
    return lambda body: tuple(map(of, check(body)))


def _exactly(parts: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    check = _just(list)
    return lambda body: tuple(part(value) for part, value in zip(parts, check(body), strict=True))


def _fields(kind: Any, readers: dict[str, Callable[[Any], Any]]) -> Callable[[Any], Any]:
    check = _just(dict)

    def reader(body: Any) -> Any:
        if check(body).keys() != readers.keys():
            raise ValueError(f"{sorted(body)}; expected the fields of {kind.__name__}")
        return kind(**{name: of(body[name]) for name, of in readers.items()})

    return reader
