"""Numbers in notes are claims: each is computed by the audit, or it is not written.

A note, a condition or the words of a correction may say a number only if the claim has an aside with these words.
Labels of equations, tables, sections, years and editions are no numbers of this kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verify.readings import Claim
from verify.statements import PrintedInput, Statement, Value

QUANTITY = re.compile(
    r"""(?<![\w.(/])[−-]?                       # not inside a name, a label or a reference
        (\d+\.\d+ | \d+(?=\s?(?:%|·\s?10)) | \d{2,}(?=\s?(?:[munpk]?[mAKTVJsWCΩ]|eV|meV|hartree)\b))
        (\s?·\s?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?""",
    re.VERBOSE,
)
REFERENCE = re.compile(
    r"(DLMF|table|tables|section|sections|chapter|ed\.|Lett\.|B|J\.|Rev\.|Phys\.|§)\s?$", re.IGNORECASE
)


def words_of(claim: Claim) -> tuple[str, ...]:
    """What the encoder says of a claim: its note, and the conditions of its readings."""
    said = (claim.note if claim.kind not in ("remark", "missing") else None, *(r.condition for r in claim.readings))
    return tuple(sentence for sentence in said if sentence)


def supported(claim: Claim) -> tuple[str, ...]:
    """What the encoder may say: its asides, and numbers that the page prints or the statements contain."""
    own = (claim.printed, *(text for read in claim.readings for s in read.statements for text in _numbers(s)))
    repeated = (m.group().strip() for text in own for m in re.finditer(r"[\d.]+(\s?·\s?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?", text))
    return (*(said.name for said in claim.asides), *repeated)


def _numbers(statement: Statement) -> Iterator[str]:
    if not isinstance(statement, Value):
        return
    yield statement.number
    yield statement.meaning
    yield from (given.text for _, given in statement.constants if isinstance(given, PrintedInput))


def unsupported_numbers(words: Iterable[str], supported: Iterable[str]) -> list[str]:
    """The numbers in sentences that no aside stands for.

    >>> unsupported_numbers(["The ratio is 4.10, twice (43)."], [])
    ['4.10']
    >>> unsupported_numbers(["The ratio is 4.10, twice (43)."], ["4.10"])
    []
    """
    asides = tuple(supported)
    found = []
    for sentence in words:
        for match in QUANTITY.finditer(sentence):
            if not REFERENCE.search(sentence[: match.start()]) and not _covered(match, sentence, asides):
                found.append(match.group().strip())
    return found


def _covered(match: re.Match[str], sentence: str, asides: tuple[str, ...]) -> bool:
    """Does one of the asides stand where the number stands?"""
    for phrase in asides:
        start = sentence.find(phrase)
        while start >= 0:
            if start <= match.start() and match.end() <= start + len(phrase):
                return True
            start = sentence.find(phrase, start + 1)
    return False
