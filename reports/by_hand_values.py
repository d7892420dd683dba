"""Which values of a counterexample one has to choose to check it by hand, and which of them a premise then gives.

What the two sides contain is known from their formulas.  A premise that is printed as `symbol = formula` gives that
symbol; on a side that is one symbol alone it is what other premises, told in words, give.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.page_text import Names
from reports.plain_formula import plain
from reports.text import is_formula
from verify.verdicts import ClaimAudit, Counterexample, Result

_NO_FORMULA = re.compile(r"[∑∏∫…]|\blim|\\")
"""What nobody puts numbers into."""
LONGEST_FORMULA = 60


@dataclass(frozen=True)
class Chosen:
    """Values to put; what follows from them by formulas of premises; and what the premises give that have no formula."""

    put: tuple[tuple[str, str], ...]
    follows: tuple[tuple[str, str, str], ...] = ()
    """Symbol, formula, value."""
    given: tuple[tuple[str, str], ...] = ()


def chosen(claim: ClaimAudit, point: Counterexample, names: Names, lines: Mapping[str, ClaimAudit]) -> Chosen:
    """The values of the point, sorted; all are to be put where nothing is known of the two sides."""
    premises = claim.literal.premises if claim.readings else ()
    if point.sides is None or not premises:
        return Chosen(point.point)
    values = dict(point.point)
    on_sides = {name for side in point.sides for name in values if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", side)}
    known = dict(_definitions(premises, {name: names.text(name) for name in values}, lines))
    known = {name: formula for name, formula in known.items() if name in on_sides}
    given = tuple((side, values[side]) for side in point.sides if side in values and side not in known)
    if known and not given:  # what neither side depends on is left out
        texts = {name: names.text(name) for name in values}
        needed = on_sides.union(*(_within(formula, texts) for formula in known.values()))
    else:
        needed = set(values)
    told = {*known, *(name for name, _ in given)}
    put = tuple((name, value) for name, value in point.point if name in needed - told)
    if not put:
        return Chosen(point.point)
    return Chosen(
        put,
        tuple((name, formula, values[name]) for name, formula in known.items()),
        given,
    )


def _definitions(
    premises: Iterable[str], texts: Mapping[str, str], lines: Mapping[str, ClaimAudit]
) -> Iterable[tuple[str, str]]:
    """From premises that are printed as a symbol and its formula: the symbol, and the formula in plain letters."""
    often = Counter(texts.values())
    named = {text: name for name, text in texts.items() if often[text] == 1}
    for label in premises:
        claim = lines.get(label)
        if claim is None or claim.transcription != "agrees" or claim.result in (Result.FAIL, Result.OPEN):
            continue
        if not is_formula(claim.printed):
            continue
        first, *others = re.split(r" [=≡] ", plain(claim.printed.strip("$ ")))
        name = named.get(first)
        if name is None or not others or _NO_FORMULA.search(others[0]) or len(others[0]) > LONGEST_FORMULA:
            continue
        if name not in _within(others[0], texts):
            yield name, others[0]


def _within(formula: str, texts: Mapping[str, str]) -> set[str]:
    """The names whose text stands in a printed formula, where letters stand side by side; a long one holds no shorter one."""
    found = set()
    for name, text in sorted(texts.items(), key=lambda pair: -len(pair[1])):
        formula, count = re.subn(rf"{re.escape(text)}(?![_₀-₉\u0300-\u036f])", " ", formula)
        if count:
            found.add(name)
    return found
