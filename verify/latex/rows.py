r"""Rows of a display: does a row that begins with an operator go on with the one above?

    F &= a \\ &\quad + b          one equation, F = a + b
    2x &= x + x \\ -x &= x - 2x   two equations, the second begins with a minus sign

A row without a relation of its own goes on.  A row with one is an equation of its own if its
first column stands before the relation (-x &= ...), and goes on (a = b - c = d) if its column
mark stands before the operator.  Without a mark it may be either, which is said to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.grammar.glyphs import BRACKETS, CLOSING, RELATIONS
from verify.grammar.parser import Token

ROW_OPERATORS = {"+", "-", "/", r"\cdot", r"\times"}
"""What a row that goes on may begin with."""
COLUMN_MARK = re.compile(r"(?<!\\)&")
ENDS_OF_LINES = {",", ";", "."}
OWN, GOES_ON, EITHER = "an equation of its own", "the rest of the row above", "either"


def row_behind(tokens: Sequence[Token], index: int) -> str:
    r"""What the row behind the `\\` at `index` is that begins with an operator; OWN if it begins otherwise."""
    row = _row(tokens, index + 1) if tokens[index].text == r"\\" else []
    if not row or row[0].text not in ROW_OPERATORS:
        return OWN
    relation = _first_relation(row)
    above_ends = index > 0 and tokens[index - 1].text in ENDS_OF_LINES
    if relation is None:
        return EITHER if above_ends else GOES_ON
    if row[0].text not in ("+", "-"):
        return EITHER if above_ends else GOES_ON
    marks = bool(COLUMN_MARK.search(row[0].space)), bool(COLUMN_MARK.search(relation.space))
    if above_ends:
        return EITHER if marks[0] and not marks[1] else OWN
    return {(True, False): GOES_ON, (False, True): OWN}.get(marks, EITHER)


def _row(tokens: Sequence[Token], start: int) -> list[Token]:
    """The tokens up to the next row outside brackets."""
    depth, row = 0, []
    for token in tokens[start:]:
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        if token.text == r"\\" and depth <= 0:
            break
        row.append(token)
    return row


def _first_relation(row: Sequence[Token]) -> Token | None:
    depth = 0
    for token in row:
        depth += (token.text in BRACKETS) - (token.text in CLOSING)
        if depth <= 0 and token.text in RELATIONS:
            return token
    return None


def points_both_ways(relations: Sequence[str]) -> bool:
    """Whether a chain has < and > in it: 2<x>=y is the mean of x, and no row of inequalities."""
    return bool(set(relations) & {"<", "<=", "≪", "≲"}) and bool(set(relations) & {">", ">=", "≫", "≳"})
