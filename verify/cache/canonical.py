"""Data as bytes that are the same in every process and different for different data.

Why two different things cannot have the same bytes.  Every piece says its kind, and its length or the number of its
parts before it says anything else, so that no piece can be mistaken for the beginning of another one.  Long pieces are
replaced by their BLAKE2 digest of 32 bytes, for which no two texts of the same digest are known.  What has no row here has no
bytes: `NotCanonical` is raised, and nothing is kept.  An object is taken for its parts only if its class is one of SymPy
or of `verify`, found there under its own name, and has no other state.  In particular

- a symbol is its class, name, assumptions (as given and with all that follows), LaTeX and dimension: these are its
  identity.  Its meaning in words decides nothing, and SymPy may take one of two equal symbols for the other;
- an undeclared dummy is told apart from others of its name by its number in the order in which they are met;
- an undefined function is its name, assumptions and all that its declaration says;
- a frozen dataclass is all its fields, those that do not count for equality included.

Nothing hangs on equality of Python or SymPy (1 == 1.0 == True): what is remembered here is remembered by identity.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property
from hashlib import blake2b
from typing import Any

import sympy
from sympy.core.core import Registry
from sympy.core.function import AppliedUndef, UndefinedFunction
from sympy.core.singleton import Singleton

from verify.cache.keys import SIZE
from verify.quantities.symbols import PhysicalFunctionClass, PhysicalSymbol
from verify.vocabulary.differentials import DifferentialSymbol

LONGEST = 256
"""Bytes beyond which a piece is replaced by its digest."""
MOST = 10_000
"""Things that are remembered at a time: more is the memory of a worker, and less is written down many times."""
PACKAGES = ("sympy", "verify")
SAID_BY_ARGUMENTS = (sympy.Basic._hashable_content, sympy.Expr._hashable_content, sympy.Subs._hashable_content)
WORKED_OUT = {"is_commutative", "nargs", "_argset", "_mhash", "_assumptions", "_args", "__weakref__", "_prop_handler"}
"""State of SymPy's objects that follows from their class and arguments."""
WORKED_OUT_OF: dict[type, set[str]] = {sympy.Subs: {"_expr"}, sympy.ImmutableDenseMatrix: {"_rows", "_cols", "_rep"}}
"""The same of some classes."""
KEPT_BESIDE = {"_facts"}
"""What is worked out of a reading and kept with it (`verify.premises.facts`)."""
LABELS = ("latex", "meaning", "dimension", "arguments", "subscripted", "variables")


class NotCanonical(ValueError):
    """Something that this file has no row for; the message says what."""


class Canonical:
    """Writes things down; what it has met lately it remembers, and the numbers of dummies for as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._numbers: dict[tuple[bytes, int], int] = {}
        self._namesakes: dict[bytes, int] = {}

    def of(self, thing: Any) -> bytes:
        """The bytes of a thing.  Raises NotCanonical, RecursionError for what is nested too deeply."""
        kind = type(thing)
        plain = ATOMS.get(kind)
        if plain is not None:
            return plain(thing)
        known = self._known.get(id(thing))
        if known is None:
            known = thing, self._written(thing, kind)
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[id(thing)] = known
        return known[1]

    def _written(self, thing: Any, kind: type) -> bytes:
        if kind in (tuple, list):
            return self._composite(kind.__name__, thing)
        if kind in (set, frozenset):
            return _short(_piece(kind.__name__, sorted(map(self.of, thing))))
        if kind is dict:
            return _short(_piece("dict", sorted(self.of(key) + self.of(value) for key, value in thing.items())))
        if isinstance(thing, UndefinedFunction):
            return self._function(thing)
        if isinstance(thing, type):
            return _atom("class", _name_of(thing).encode())
        if isinstance(thing, Enum):
            return self._composite(_name_of(kind), (thing.name,))
        if isinstance(thing, sympy.Basic):
            return self._basic(thing, kind)
        if is_dataclass(thing):
            return self._dataclass(thing, kind)
        raise NotCanonical(f"a {kind.__module__}.{kind.__qualname__}")

    def _composite(self, name: str, parts: Iterable[Any]) -> bytes:
        return _short(_piece(name, [self.of(part) for part in parts]))

    def _dataclass(self, thing: Any, kind: type) -> bytes:
        name, names = _name_of(kind), [field.name for field in fields(thing)]
        more = vars(thing).keys() - set(names) - KEPT_BESIDE
        strange = sorted(key for key in more if not isinstance(getattr(kind, key, None), cached_property))
        if strange:
            raise NotCanonical(f"a {name} with {strange[0]!r}, which is none of its fields")
        return self._composite(name, (part for key in names for part in (key, getattr(thing, key))))

    # SymPy

    def _basic(self, thing: Any, kind: type) -> bytes:
        if isinstance(thing, sympy.Symbol):
            return self._symbol(thing, kind)
        if isinstance(thing, AppliedUndef):
            return _short(_piece("applied", [self.of(kind), *map(self.of, thing.args)]))
        name = _name_of(kind)
        if isinstance(kind, Singleton):
            return _atom("singleton", name.encode())
        if isinstance(thing, sympy.Rational):
            return _piece(name, [_integer(thing.p), _integer(thing.q)])
        if kind is sympy.core.symbol.Str:
            return _piece(name, [_text(thing.name)])
        if kind._hashable_content not in SAID_BY_ARGUMENTS:  # type: ignore[attr-defined]
            raise NotCanonical(f"a {name}")
        strange = sorted(
            (_slots(kind) | getattr(thing, "__dict__", {}).keys()) - WORKED_OUT - WORKED_OUT_OF.get(kind, set())
        )
        if strange:
            raise NotCanonical(f"a {name} with {strange[0]!r}, which is none of its arguments")
        return self._composite(name, thing.args)

    def _symbol(self, thing: Any, kind: type) -> bytes:
        parts: list[Any] = [thing.name, thing._assumptions_orig, tuple(thing._assumptions0)]
        if kind is PhysicalSymbol:
            parts += [thing.latex, thing.dimension]
        elif kind is DifferentialSymbol:
            parts += [thing.of, thing.constants]
        elif kind not in (sympy.Symbol, sympy.Dummy):
            raise NotCanonical(f"a symbol {thing.name!r} of the class {kind.__qualname__}")
        made = _short(_piece(_name_of(kind), [self.of(part) for part in parts]))
        return self._numbered(thing, made) if kind is sympy.Dummy else made

    def _numbered(self, dummy: Any, made: bytes) -> bytes:
        identity = made, int(dummy.dummy_index)  # two objects may be one dummy
        if identity not in self._numbers:
            self._numbers[identity] = self._namesakes[made] = self._namesakes.get(made, 0) + 1
        return _piece("dummy", [made, _integer(self._numbers[identity])])

    def _function(self, made: Any) -> bytes:
        if type(made) is PhysicalFunctionClass:
            name, said, assumptions = made._recipe
            labels = {label: getattr(made, label) for label in LABELS}
            if any(labels[label] != value for label, value in said.items() if label in labels):
                raise NotCanonical(f"a function {name!r} that was changed after its declaration")
        elif type(made) is UndefinedFunction:
            name, labels, assumptions = made.__name__, {}, dict(made._kwargs)
        else:
            raise NotCanonical(f"a function of the class {type(made).__qualname__}")
        return self._composite("function", (made.__name__, name, labels, assumptions, sorted(_facts(made))))


def _facts(made: Any) -> Iterable[tuple[str, bool]]:
    """What is assumed of the values of a function."""
    return ((fact, value) for fact, value in made.default_assumptions.items() if value is not None)


# --- pieces -------------------------------------------------------------------------------------


def _atom(kind: str, content: bytes) -> bytes:
    return b"%s %d:%s" % (kind.encode(), len(content), content)


def _piece(name: str, parts: list[bytes]) -> bytes:
    return b"%s/%d(%s)" % (_atom("name", name.encode()), len(parts), b"".join(parts))


def _short(piece: bytes) -> bytes:
    return piece if len(piece) <= LONGEST else b"#%s" % blake2b(piece, digest_size=SIZE).digest()


def _integer(number: int) -> bytes:
    return _atom("int", hex(number).encode())  # in decimals, long ones are refused


def _text(text: str) -> bytes:
    return _short(_atom("str", text.encode("utf-8", "surrogatepass")))


ATOMS: dict[type, Callable[[Any], bytes]] = {
    type(None): lambda _: b"none",
    bool: lambda value: b"true" if value else b"false",
    int: _integer,
    str: _text,
    Fraction: lambda value: _piece("Fraction", [_integer(value.numerator), _integer(value.denominator)]),
}
"""How to write down what has no parts."""

_names: dict[type, str] = {}


def _name_of(kind: type) -> str:
    """The module and name of a class of SymPy or of ours that stands there under this name: no other one has it.

    Raises NotCanonical for any other class.
    """
    if kind not in _names:
        found: Any = sys.modules.get(kind.__module__)
        for part in kind.__qualname__.split("."):
            found = getattr(found, part, None)
        if found is not kind or kind.__module__.partition(".")[0] not in PACKAGES:
            raise NotCanonical(f"a {kind.__module__}.{kind.__qualname__}")
        _names[kind] = f"{kind.__module__}.{kind.__qualname__}"
    return _names[kind]


def _slots(kind: type) -> set[str]:
    return {slot for base in kind.__mro__ if base is not Registry for slot in getattr(base, "__slots__", ())}
