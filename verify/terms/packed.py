"""Expressions on their way to another process, exactly as they stand.

Pickle rebuilds a SymPy expression by calling its constructor, which evaluates: sqrt(x²)
that was built unevaluated arrives as |x|, and the claim that is decided is another one.
Here sums, products, powers, functions and relations are rebuilt without evaluation, and
functions without a definition by their names.

>>> x = sympy.Symbol("x")
>>> unpack(pack(sympy.Add(x, x, evaluate=False)))
x + x
"""

from __future__ import annotations

import io
import pickle
from typing import Any

import sympy
from sympy.core.function import UndefinedFunction
from sympy.core.relational import Relational

MAX_DEPTH = 300
MAX_PARTS = 200_000
"""Beyond these nothing is packed: pickle walks down recursively, in C, and the engine decides nothing as large."""
BARE = (sympy.Add, sympy.Mul, sympy.Pow)
UNEVALUATED = (sympy.Function, Relational, sympy.Piecewise)


def pack(thing: Any) -> bytes:
    """The bytes of a thing, expressions as they stand.

    Raises whatever pickle raises for what cannot be packed (a class of the main script, a
    lambda), and RecursionError for an expression nested more than MAX_DEPTH deep or with more than MAX_PARTS parts.
    """
    _check_size(thing)
    file = io.BytesIO()
    _Pickler(file).dump(thing)
    return file.getvalue()


def unpack(packed: bytes) -> Any:
    """What `pack` was given."""
    return pickle.loads(packed)


def _check_size(thing: Any) -> None:
    """Walks down level by level, without recursion and without hashes, which are recursive themselves."""
    level, parts = [thing], 0
    for _ in range(MAX_DEPTH):
        below: dict[int, Any] = {}
        for part in level:
            for inner in _parts(part):
                below[id(inner)] = inner
        level = list(below.values())
        parts += len(level)
        if parts > MAX_PARTS:
            raise RecursionError(f"more than {MAX_PARTS} parts")
        if not level:
            return
    raise RecursionError(f"nested more than {MAX_DEPTH} levels deep")


def _parts(thing: Any) -> Any:
    if isinstance(thing, sympy.Basic):
        return thing.args
    if isinstance(thing, (tuple, list, set, frozenset)):
        return thing
    return thing.values() if isinstance(thing, dict) else ()


class _Pickler(pickle.Pickler):
    def reducer_override(self, thing: Any) -> Any:
        if isinstance(thing, UndefinedFunction):
            return _undefined, (thing.__name__, thing._kwargs)
        if type(thing) in BARE:
            return _bare, (type(thing), thing.args)
        if isinstance(thing, UNEVALUATED):
            return _unevaluated, (type(thing), thing.args)
        return NotImplemented


def _undefined(name: str, assumptions: dict[str, Any]) -> Any:
    return sympy.Function(name, **assumptions)


def _bare(kind: Any, parts: tuple[Any, ...]) -> Any:
    """A sum, product or power of exactly these parts in this order."""
    return kind(*parts, evaluate=False)


def _unevaluated(kind: Any, parts: tuple[Any, ...]) -> Any:
    return kind(*parts, evaluate=False)
