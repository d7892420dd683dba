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

BARE = (sympy.Add, sympy.Mul, sympy.Pow)
UNEVALUATED = (sympy.Function, Relational, sympy.Piecewise)


def pack(thing: Any) -> bytes:
    """The bytes of a thing, expressions as they stand.

    Raises whatever pickle raises for what cannot be packed: a class of the main script, a
    lambda, an expression nested too deeply.
    """
    file = io.BytesIO()
    _Pickler(file).dump(thing)
    return file.getvalue()


def unpack(packed: bytes) -> Any:
    """What `pack` was given."""
    return pickle.loads(packed)


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
