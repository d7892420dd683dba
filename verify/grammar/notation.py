"""What the names of a page mean: the notation with which it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Range = tuple[Any, Any]


@dataclass(frozen=True)
class Notation:
    """What names mean: values, functions, the ranges of indices; `free` lets undeclared names stand for themselves.

    `subscripted` are functions whose arguments are printed as subscripts: m_i is mass(i).
    All names are in their normal form (`verify.grammar.tokens.normalise`).  With `strict`, what
    may be read in two ways is refused, also where a convention of `verify.latex.reader` would settle it.
    `log_base` is the base of \\log without one; None is e.  With `amounts` a number alone may have a unit, and with
    `slopes` the derivative of a quantity declared without arguments is `SLOPE` of the two.  `accepted`: see `DoubtReader`.
    """

    names: Mapping[str, Any]
    functions: Mapping[str, Callable[..., Any]]
    ranges: Mapping[str, Range]
    free: bool = False
    subscripted: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    strict: bool = False
    log_base: Any = None
    amounts: bool = False
    slopes: bool = False
    accepted: Mapping[tuple[str, str], list[str]] | None = None
