"""Numbers in the words of the encoder are claims: each is computed by the audit, or it is not written.

A note or a condition may say a number only if an aside decides the words in which it stands, or if
the number is no claim of the encoder's: the page prints it, or a statement that the audit decides
contains it (an input, the end of an interval).

What this cannot see: trends (grows, falls), formulas in letters, and small numbers that count things.
These are the author's to check by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

import sympy

from verify.quantities.numbers_in_words import COUNTS, Said, numbers_in, numbers_of, numbers_printed
from verify.vocabulary.readings import Claim, Reading


def words_of(claim: Claim) -> tuple[str, ...]:
    """What the encoder says of a claim: its note, and the conditions and faults of its readings.

    Not what is missing of a line that is not written down yet: that may be a message of the parser, with a column.
    """
    said = (
        claim.note if claim.kind != "missing" else None,
        *(words for r in claim.readings for words in (r.condition, r.fault)),
    )
    return tuple(sentence for sentence in said if sentence)


def unsupported(claim: Claim) -> Iterator[str]:
    """The numbers in the words of the encoder that no aside decides, and that are not those of the page or the encoding."""
    words = words_of(claim)
    if not words:
        return
    repeated = numbers_printed(claim.printed)
    repeated |= {n for read in claim.readings for s in (*read.statements, *read.where) for n in _telling(s)}
    printed = " ".join((claim.printed, *_meanings(claim.readings))).casefold()
    for sentence in words:
        for said in numbers_in(sentence):
            if not (_covered(said, sentence, claim.asides) or _repeats(said, repeated, printed)):
                yield said.text


def _telling(thing: Any) -> set[Fraction]:
    """The numbers of a statement that one can tell: a small whole number in a formula may be any factor or exponent."""
    if isinstance(thing, sympy.core.relational.Relational):
        return {n for side in thing.args for n in _telling(side)}
    if isinstance(thing, sympy.Basic):
        return {n for n in numbers_of(thing) if thing.is_Rational or n >= 10 or n.denominator > 1}
    if is_dataclass(thing):
        return {n for part in fields(thing) for n in _telling(getattr(thing, part.name))}
    if isinstance(thing, tuple):
        return {n for part in thing for n in _telling(part)}
    return numbers_of(thing)


def _repeats(said: Said, numbers: set[Fraction], printed: str) -> bool:
    """Does it only repeat the page or the encoding?  A part or multiple in words must stand there in the same words."""
    if said.text[0].isdigit() or said.text.rstrip("s").lower() in COUNTS:
        return not said.values.isdisjoint(numbers)
    return re.search(rf"\b{re.escape(said.text.casefold())}\b", printed) is not None


def _meanings(readings: Iterable[Reading]) -> Iterator[str]:
    """How the numbers of the readings are read: "within half a decade"."""
    for read in readings:
        yield from (meaning for s in read.statements if isinstance(meaning := getattr(s, "meaning", None), str))


def _covered(said: Said, sentence: str, asides: Iterable[Reading]) -> bool:
    """Does the number stand within words that an aside decides?"""
    for decided in asides:
        start = sentence.find(decided.name)
        while start >= 0:
            if start <= said.start and said.end <= start + len(decided.name):
                return True
            start = sentence.find(decided.name, start + 1)
    return False
