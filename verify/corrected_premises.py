"""A line that follows from a wrong one: decided from the corrected form of its premise as well.

One wrong line is one finding.  Where a premise is refuted as printed and its encoding
has a correction that is proved, what rests on it is decided twice, with the line as printed and with the
correction in its place; neither says anything about the other, so both are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from verify.errors import ClaimError
from verify.moves import Equation, Line, Move
from verify.readings import Claim, Reading, chain_equations

Correction: TypeAlias = tuple[Reading, Reading]
"""A line as printed, and its correction."""


def with_corrections(read: Reading, corrections: dict[str, Correction]) -> Reading | None:
    """The same reading from the corrected forms of its premises; None where one has no counterpart.

    The third link of a chain is replaced by the third link of the corrected chain.
    """
    if read.by is None:
        return None
    try:
        return replace(read, by=_moved(read.by, corrections))
    except _NoCounterpart:
        return None


class _NoCounterpart(Exception):
    pass


def _moved(move: Move, corrections: dict[str, Correction]) -> Move:
    return replace(move, sources=tuple(_source(source, corrections) for source in move.sources))


def _source(source: Line | Move, corrections: dict[str, Correction]) -> Line | Move:
    if isinstance(source, Move):
        return _moved(source, corrections)
    assert isinstance(source, Claim | Equation)
    if source.label not in corrections:
        return source
    printed, correction = corrections[source.label]
    label = f"{source.label} ({correction.name})"
    if isinstance(source, Claim):
        return replace(source, label=label, readings=(correction,))
    return _counterpart(source, chain_equations(source.label, printed), chain_equations(label, correction))


def _counterpart(equation: Equation, printed: Sequence[Equation], corrected: Sequence[Equation]) -> Equation:
    """The link of the corrected chain that stands where the equation stands in the printed one, or its two ends."""
    sides = (equation.lhs, equation.rhs)
    for link, other in zip(printed, corrected, strict=False):
        if sides == (link.lhs, link.rhs):
            return other
    if sides == (printed[0].lhs, printed[-1].rhs) and all(a.rhs == b.lhs for a, b in pairwise(corrected)):
        return replace(corrected[0], rhs=corrected[-1].rhs, through=tuple(link.rhs for link in corrected[:-1]))
    raise _NoCounterpart


def states_equations(read: Reading) -> bool:
    """Can anything follow from it as a premise?"""
    try:
        return bool(chain_equations("", read))
    except ClaimError:
        return False
