"""Prose holds no relation: what a page equates or compares is decided, given or missing, and never left out.

A relation that a word makes a condition, "a current starts when $R_v \\ge R_c$", is no statement of its own.
"""

from __future__ import annotations

import re

from verify.doubts.turning_words import MATHS, formulas_among_words
from verify.errors import ClaimError
from verify.grammar.parser import ParseError
from verify.latex.reader import parse_latex

CONDITION = re.compile(
    r"\b(?:if|when|whenever|where|wherever|for|at|with|while|until|unless|once|in|as long as|provided(?: that)?)\s*$",
    re.IGNORECASE,
)


def relation_in(printed: str) -> str | None:
    """The first formula of a printed text that the grammar reads as a relation, and no word as a condition.

    >>> relation_in("clearly $E = 7 m v^2$"), relation_in("a current starts when $r > R$"), relation_in("the ratio $m/e$")
    ('E = 7 m v^2', None, None)
    """
    if "$" not in printed:
        return next(filter(_is_relation, formulas_among_words(printed)), None)
    for match in MATHS.finditer(printed):
        formula = match.group().strip("$").strip()
        if not CONDITION.search(printed[: match.start()]) and _is_relation(formula):
            return formula
    return None


def _is_relation(formula: str) -> bool:
    try:
        found = parse_latex(formula, {}, free=True, amounts=True, slopes=True)
    except (ParseError, ClaimError):
        return False
    return isinstance(found, list) and any(link.lhs is not None for link in found)  # 3 m alone is a link without one
