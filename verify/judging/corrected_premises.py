"""A line that follows from a wrong one: decided from what holds in its place as well.

One wrong line is one finding.  Where a premise is refuted as printed, what rests on it is decided twice: with the line
as printed, and with what holds in its place, which is a correction or a charitable reading of its encoding that is
proved, or else what the wrong line rests on itself.  Neither says anything about the other, so both are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verify.errors import ClaimError
from verify.vocabulary.moves import Equation, Line, Move
from verify.vocabulary.readings import Claim, Reading, chain_equations


@dataclass(frozen=True)
class InPlace:
    """What holds in the place of a wrong line: a form of it, or what it rests on."""

    printed: Reading
    form: Reading | None
    rests_on: Move | None


def with_what_holds(read: Reading, wrong: Mapping[str, InPlace]) -> Reading | None:
    """The same reading from what holds in the place of its wrong premises; None where nothing does.

    The third link of a chain is replaced by the third link of the corrected chain.
    """
    if read.by is None:
        return None
    try:
        return replace(read, by=_moved(read.by, wrong))
    except _NothingInPlace:
        return None


class _NothingInPlace(Exception):
    pass


def _moved(move: Move, wrong: Mapping[str, InPlace]) -> Move:
    return replace(move, sources=tuple(_source(source, move, wrong) for source in move.sources))


def _source(source: Line | Move, user: Move, wrong: Mapping[str, InPlace]) -> Line | Move:
    if isinstance(source, Move):
        return _moved(source, wrong)
    assert isinstance(source, Claim | Equation)
    if source.label not in wrong:
        return source
    there = wrong[source.label]
    if there.form is not None:
        try:
            return _form(source, there.printed, there.form)
        except _NothingInPlace:
            pass
    if there.rests_on is None or user.rule != "follows_from":
        raise _NothingInPlace
    return there.rests_on


def _form(source: Claim | Equation, printed: Reading, form: Reading) -> Line:
    label = f"{source.label} ({form.name})"
    if isinstance(source, Claim):
        return replace(source, label=label, readings=(form,))
    return _counterpart(source, chain_equations(source.label, printed), chain_equations(label, form))


def _counterpart(equation: Equation, printed: Sequence[Equation], corrected: Sequence[Equation]) -> Equation:
    """The link of the corrected chain that stands where the equation stands in the printed one, or its two ends."""
    sides = (equation.lhs, equation.rhs)
    for link, other in zip(printed, corrected, strict=False):
        if sides == (link.lhs, link.rhs):
            return other
    if sides == (printed[0].lhs, printed[-1].rhs) and all(a.rhs == b.lhs for a, b in pairwise(corrected)):
        return replace(corrected[0], rhs=corrected[-1].rhs, through=tuple(link.rhs for link in corrected[:-1]))
    raise _NothingInPlace


def states_equations(read: Reading) -> bool:
    """Can anything follow from it as a premise?"""
    try:
        return bool(chain_equations("", read))
    except ClaimError:
        return False
