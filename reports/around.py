r"""A long formula shortened around its change: what a table or a telephone has room for.

The left side up to the first relation stays where it is short, and every term with a change; what lies between is
an ellipsis.  The card has the whole line.
"""

from __future__ import annotations

import re
from itertools import groupby

from reports.edit import DELETED, INSERTED, MARKS, unmarked
from reports.plain_formula import plain

LONGEST = 30
"""Plain letters of a formula that a cell of the table shows whole."""
SHORT_SIDE = 8
ELLIPSIS = r"\cdots"
_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|\s+|.", re.DOTALL)
_OPENING, _CLOSING = frozenset(("{", r"\left", r"\begin", "(", "[")), frozenset(("}", r"\right", r"\end", ")", "]"))
_CUTS = frozenset(("+", "-", "−", "=", r"\equiv", r"\approx", r"\simeq", r"\sim", r"\le", r"\ge", r"\leq", r"\geq", "<", ">"))  # fmt: skip
_RELATIONS = _CUTS - {"+", "-", "−"}


def around(before: str, after: str) -> tuple[str, str]:
    r"""Both formulas, with their marks, shortened to what changes; as they are where they are short or nothing is marked.

    >>> long = " + ".join(f"x_{n}" for n in range(20))
    >>> around(f"z = {long} {DELETED[0]} - {DELETED[1]} y", f"z = {long} {INSERTED[0]} + {INSERTED[1]} y")[1] \
    ...     == rf"z = \cdots {INSERTED[0]} + {INSERTED[1]} y"
    True
    """
    if max(map(_size, (before, after))) <= LONGEST:
        return before, after
    parts = _pieces(before), _pieces(after)
    marked = [[any(mark in part for mark in MARKS) for part in each] for each in parts]
    if not any(map(any, marked)):
        return before, after
    for own, other in ((0, 1), (1, 0)):
        if not any(marked[own]):  # only something comes, or only something goes: the same place in the other line
            first = marked[other].index(True)
            last = marked[other][::-1].index(True)
            size = len(parts[own])
            marked[own] = [first <= at < max(size - last, first + 1) for at in range(size)]
    short = [_shortened(each, kept) for each, kept in zip(parts, marked, strict=True)]
    return short[0], short[1]


def _size(latex: str) -> int:
    """Letters of the longest level: what stands below a bar takes no room beside it."""
    return len(re.sub(r"[⁰¹²³⁴-⁹⁻_^{}() ]", "", plain(unmarked(latex))))


def _shortened(parts: list[str], kept: list[bool]) -> str:
    head = next((at for at, part in enumerate(parts) if _starts_with(part) in _RELATIONS), 0)
    if head and _size("".join(parts[:head])) <= SHORT_SIDE:
        kept = [keep or at < head for at, keep in enumerate(kept)]
    told: list[str] = []
    for keep, group in groupby(zip(parts, kept, strict=True), key=lambda pair: pair[1]):
        texts = [text for text, _ in group]
        if keep or _size("".join(texts)) <= 3:
            told += texts
        else:
            relation = _starts_with(texts[0])
            told.append(f"{relation if relation in _RELATIONS else ''} {ELLIPSIS} ")
    return " ".join("".join(told).split())


def _starts_with(part: str) -> str:
    return next((token for token in _TOKEN.findall(unmarked(part)) if not token.isspace()), "")


def _pieces(latex: str) -> list[str]:
    """The terms and sides of a formula, each with the sign before it; what is marked as one change is not cut."""
    pieces, depth, inside, bars = [""], 0, False, 0
    tokens = _TOKEN.findall(latex)
    for at, token in enumerate(tokens):
        if token in (INSERTED[0], DELETED[0]):
            first = next((each for each in tokens[at + 1 :] if not each.isspace()), "")
            if first in _CUTS and depth == 0 and not bars and pieces[-1].strip():
                pieces.append("")  # a sign that changes begins its term
            inside = True
        elif token in (INSERTED[1], DELETED[1]):
            inside = False
        elif token in _OPENING:
            depth += 1
        elif token in _CLOSING:
            depth -= 1
        elif token == "|":
            bars ^= 1
        elif token in _CUTS and depth == 0 and not inside and not bars and pieces[-1].strip():
            pieces.append("")
        pieces[-1] += token
    return pieces
