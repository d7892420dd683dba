"""The table of kinds: for each statement, how it is decided, read in print, spoiled and mended.

It is found by looking: every file of this room with a tuple `KINDS` is a kind.  So a new
one is one file, and nothing else knows its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from verify import kinds
from verify.grammar.parser import Relation as Printed
from verify.kinds.defined_functions import with_definitions
from verify.kinds.kind import Kind
from verify.quantities.dimension import UnitSystem
from verify.vocabulary.statement import Statement


def _found() -> Iterator[Kind]:
    for module in iter_modules(kinds.__path__):
        if module.name != "table":
            found = getattr(import_module(f"{kinds.__name__}.{module.name}"), "KINDS", ())
            yield from (replace(kind, check=with_definitions(kind.check)) for kind in found)


KINDS: dict[type[Statement], Kind] = {kind.statement: kind for kind in _found()}


def says(link: Printed, statement: Statement, system: UnitSystem) -> bool:
    """Whether the printed link is the statement; False for a kind that print does not show as an equation."""
    return link.lhs is not None and KINDS[type(statement)].says(link, statement, system)
