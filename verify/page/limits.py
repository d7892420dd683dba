r"""Limits in print: d = 1+ \Rightarrow R \to \infty, a quantity that grows without bound as another comes down to a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import sympy

from verify.grammar.parser import ParseError
from verify.kinds.table import KINDS
from verify.vocabulary.statement import Statement

GAP = r"(?:\s|\\quad|\\,|\\;)*"
ONE_SIDED = re.compile(
    rf"(?P<variable>.+?)=(?P<place>[^+=]+)\+{GAP}\\Rightarrow{GAP}(?P<grows>.+?)\\(?:rightarrow|to){GAP}\\infty{GAP}"
)


ORDER = re.compile(r"O\s*\(\s*[A-Za-z]\s*\^\s*\{?(-?[0-9]+)\}?\s*\)")


def order_alone(formula: str) -> int | None:
    """The power of O(n^{-2}) where it stands alone among words; None for another formula."""
    match = ORDER.fullmatch(formula.strip())
    return None if match is None else int(match[1])


def says_order(power: int, statements: Sequence[Statement]) -> bool:
    """Whether every statement about growth says this power; the letter counts terms, or pairs of them, which is one order."""
    growth = [found for s in statements if (found := KINDS[type(s)].power(s)) is not None]
    return bool(growth) and all(found == power for found in growth)


def is_limit(formula: str) -> bool:
    """Whether a formula is of the form x = a+ ⇒ f → ∞."""
    return ONE_SIDED.fullmatch(formula.strip()) is not None


def says_limit(formula: str, statements: Sequence[Statement], read: Callable[[str], sympy.Expr]) -> bool:
    """Whether one of the statements is that limit: the same quantity, variable and place.  Raises ParseError."""
    match = ONE_SIDED.fullmatch(formula.strip())
    if match is None:
        raise ParseError("no limit from above", 1, r"x = a+ \Rightarrow f \rightarrow \infty")
    variable, place, grows = (read(match[part]) for part in ("variable", "place", "grows"))
    return any(KINDS[type(s)].tends(s, variable, place, grows) for s in statements)
