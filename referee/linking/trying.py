"""In a worker: whether a line follows from premises, and whether lines exclude each other, as the audit decides it.

Lines exclude each other for certain where the engine proves that they have no solution in common in which no symbol is
zero, although the premises have one, and so has the line alone; or that the premises give the line with another factor.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy

from referee.linking.points import CLOSE, Line, NoNumber, Point, Values
from verify.errors import ClaimError
from verify.verdicts import ClaimAudit, Outcome

Sides = tuple[str, Any, Any]
WHERE = "here"
MOST_SYMBOLS = 14
"""Symbols that are taken as no zeros, where a line follows only then."""
SECONDS = 1.5
"""CPU time after which no fewer of them are looked for."""
LARGEST = 720
"""The denominator of a factor that is asked for."""


@dataclass(frozen=True)
class Tried:
    """What the engine says of a line and its premises, and in which words."""

    follows: bool = False
    excluded: bool = False
    detail: str = ""
    nonzero: tuple[str, ...] = ()
    """The symbols that must not be zero for it to follow."""
    positive: tuple[str, ...] = ()
    """The symbols that must be declared as positive before it is proved: then it does not follow as it is written."""


def tried(line: Sides, premises: Sequence[Sides], may_contradict: bool, seed: int) -> Tried:
    """A line, and the premises from which it may follow, each a label and two sides."""
    try:
        found = _step(line, premises, seed)
    except ClaimError:  # a premise that does nothing, or a line that cannot be written
        return Tried()
    if found.literal.outcome is Outcome.PROVED:
        return Tried(True, detail=found.literal.evidence.detail)
    if premises and (names := _fewest(line, premises, _no_zeros, seed)):
        return Tried(True, detail=found.literal.evidence.detail, nonzero=names)
    if premises and not may_contradict and (names := _fewest(line, premises, _positive, seed)):
        return Tried(detail=found.literal.evidence.detail, positive=names)
    if may_contradict and _exclude_each_other(line, premises, seed):
        return Tried(excluded=True, detail=found.literal.evidence.detail)
    return Tried(detail=found.literal.evidence.detail)


def _paper() -> Any:
    from verify.claims import Paper, UnitSystem

    return Paper(id="draft", title="a draft", citation="a draft", units=UnitSystem.SI, sections=(WHERE,))


def _given(paper: Any, lines: Sequence[Sides]) -> list[Any]:
    return [paper.given(label, where=WHERE, printed="a line", lhs=lhs, rhs=rhs) for label, lhs, rhs in lines]


def _step(line: Sides, premises: Sequence[Sides], seed: int, conditions: Sequence[Any] = ()) -> ClaimAudit:
    from verify.claims import follows_from
    from verify.deciding.settings import Settings
    from verify.judging.judge import judge_claim

    paper = _paper()
    label, lhs, rhs = line
    more: dict[str, Any] = {
        "where": WHERE,
        "printed": "a line",
        "lhs": lhs,
        "rhs": rhs,
        "conditions": tuple(conditions),
    }
    if premises:
        claim = paper.step(label, by=follows_from(*_given(paper, premises)), **more)
    else:
        claim = paper.identity(label, **more)
    return judge_claim(paper, claim, Settings(seed))


Asked = tuple[Sides, Sequence[Sides], Sequence[Any]]
Supposing = Callable[[Sides, Sequence[Sides], Sequence[Any]], Asked]


def _no_zeros(line: Sides, premises: Sequence[Sides], symbols: Sequence[Any]) -> Asked:
    """The question on the condition that these symbols are not zero: what a page divides by is no zero there, and nobody says so."""
    return line, premises, [sympy.Ne(one, 0) for one in symbols]


def _positive(line: Sides, premises: Sequence[Sides], symbols: Sequence[Any]) -> Asked:
    """The question with these symbols declared as positive."""
    put = {one: one.func(one.name, positive=True) if one.func is sympy.Symbol else _declared(one) for one in symbols}
    turned = [(label, lhs.xreplace(put), rhs.xreplace(put)) for label, lhs, rhs in (line, *premises)]
    return turned[0], turned[1:], ()


def _declared(symbol: Any) -> Any:
    """A symbol of a notation as a positive one."""
    from verify.claims import symbol as declared

    return declared(symbol.name, symbol.name, "a quantity", symbol.dimension, positive=True)


def _fewest(line: Sides, premises: Sequence[Sides], suppose: Supposing, seed: int) -> tuple[str, ...]:
    """The names of as few symbols as are found of which more must be supposed for the line to be proved; empty if it is not."""
    sides = [side for _, lhs, rhs in (line, *premises) for side in (lhs, rhs)]
    free = {one for side in sides for one in side.free_symbols if one.is_positive is None and not one.is_integer}
    kept = sorted(free, key=str)
    if not 0 < len(kept) <= MOST_SYMBOLS or not _holds(*suppose(line, premises, kept), seed):
        return ()
    start = time.process_time()
    for one in tuple(kept):
        fewer = [other for other in kept if other is not one]
        if time.process_time() - start > SECONDS:
            break
        if fewer and _holds(*suppose(line, premises, fewer), seed):
            kept = fewer
    return tuple(one.name for one in kept)


def _holds(line: Sides, premises: Sequence[Sides], conditions: Sequence[Any], seed: int) -> bool:
    try:
        return _step(line, premises, seed, conditions).literal.outcome is Outcome.PROVED
    except ClaimError:
        return False


def _exclude_each_other(line: Sides, premises: Sequence[Sides], seed: int) -> bool:
    """Whether the lines have no common solution without a zero, but the premises have one, and the line has one."""
    return _gives_another_factor(line, premises, seed) or (
        _contradiction([*premises, line], seed) is Outcome.PROVED
        and _contradiction(premises, seed, [line]) is Outcome.REFUTED
        and _contradiction([line], seed, premises) is Outcome.REFUTED
    )


def _gives_another_factor(line: Sides, premises: Sequence[Sides], seed: int) -> bool:
    """Whether the premises are proved to give lhs = c rhs with a number c other than 1, for a side that is a product of letters.

    Then lhs = rhs holds with them only where both are zero, and so a letter is.
    """
    label, lhs, rhs = line
    given = Values({letter: (one, value) for one in _lines(premises) for letter, value in one.pivots})
    try:
        ratios = [Point(given, salt).number(lhs / rhs) for salt in ("", "another ")]
    except NoNumber:
        return False
    factor = Fraction(ratios[0].real).limit_denominator(LARGEST)
    exact = all(abs(ratio - float(factor)) < CLOSE * abs(ratio) for ratio in ratios)
    if not exact or factor in (0, 1) or not any(map(_is_product, (lhs, rhs))):
        return False
    try:
        turned = (label, lhs, rhs * factor.numerator / factor.denominator)
        return _step(turned, premises, seed).literal.outcome is Outcome.PROVED
    except ClaimError:
        return False


def _lines(premises: Sequence[Sides]) -> list[Line]:
    return [Line(label, place, lhs, rhs) for place, (label, lhs, rhs) in enumerate(premises)]


def _is_product(side: Any) -> bool:
    """Whether a side vanishes only where a letter of it does."""
    parts = side.as_powers_dict() if side.is_Mul or side.is_Pow else {side: 1}
    return bool(side != 0) and all(one.is_Symbol or one.is_Number for one in parts)


def _contradiction(lines: Sequence[Sides], seed: int, others: Sequence[Sides] = ()) -> Outcome | None:
    """What the engine says of the claim that these lines exclude each other where no symbol, of others either, is zero."""
    from verify.deciding.settings import Settings
    from verify.judging.verdict_on import judge
    from verify.kinds.contradiction import contradiction

    symbols = {s for _, lhs, rhs in (*lines, *others) for s in lhs.free_symbols | rhs.free_symbols}
    conditions = [sympy.Ne(s, 0) for s in sorted(symbols, key=str)]
    paper = _paper()
    try:
        claim = paper.claim(
            "exclusion", contradiction(*_given(paper, lines)), where=WHERE, printed="words", conditions=conditions
        )
        return judge(claim.literal, Settings(seed)).outcome
    except ClaimError:
        return None
