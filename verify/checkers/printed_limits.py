r"""Limits in print: d = 1+ \Rightarrow R \to \infty, a quantity that grows without bound as another comes down to a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import sympy

from verify.parsing import ParseError
from verify.statements import Statement
from verify.statements_special import Diverges

GAP = r"(?:\s|\\quad|\\,|\\;)*"
ONE_SIDED = re.compile(
    rf"(?P<variable>.+?)=(?P<place>[^+=]+)\+{GAP}\\Rightarrow{GAP}(?P<grows>.+?)\\(?:rightarrow|to){GAP}\\infty{GAP}"
)


def is_limit(formula: str) -> bool:
    """Whether a formula is of the form x = a+ ⇒ f → ∞."""
    return ONE_SIDED.fullmatch(formula.strip()) is not None


def says_limit(formula: str, statements: Sequence[Statement], read: Callable[[str], sympy.Expr]) -> bool:
    """Whether one of the statements is that limit: the same quantity, variable and place.  Raises ParseError."""
    match = ONE_SIDED.fullmatch(formula.strip())
    if match is None:
        raise ParseError("no limit from above", 1, r"x = a+ \Rightarrow f \rightarrow \infty")
    variable, place, grows = (read(match[part]) for part in ("variable", "place", "grows"))
    return any(
        isinstance(s, Diverges) and (s.variable, s.place, s.expression) == (variable, place, grows) for s in statements
    )
