"""Which values of a counterexample one has to choose to check it by hand, and which of them a premise then gives.

What the two sides contain is known from their formulas.  A premise that is printed as `symbol = formula` gives that
symbol; on a side that is one symbol alone it is what other premises, told in words, give.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reports.decimals import value_of
from reports.page_text import Names
from reports.plain_formula import plain
from reports.text import is_formula
from verify.verdicts import ClaimAudit, Counterexample, Result

_NO_FORMULA = re.compile(r"[∑∏∫…]|\blim|\\")
"""What nobody puts numbers into."""
LONGEST_FORMULA = 60
CLOSE = Decimal("1e-9")


@dataclass(frozen=True)
class Chosen:
    """Values to put; what follows from them by formulas of premises; and what the premises give that have no formula."""

    put: tuple[tuple[str, str], ...]
    follows: tuple[tuple[str, str, str], ...] = ()
    """Symbol, formula, value."""
    given: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """Symbols of which another, the first of them, is the sum, with their values."""


def chosen(claim: ClaimAudit, point: Counterexample, names: Names, lines: Mapping[str, ClaimAudit]) -> Chosen:
    """The values of the point, sorted; all are to be put where nothing is known of the two sides."""
    premises = claim.literal.premises if claim.readings else ()
    if point.sides is None and premises and (parts := _sum(claim, point, names)):
        own = {name for name, _ in parts}
        return Chosen(tuple((name, value) for name, value in point.point if name not in own), parts=parts)
    if point.sides is None or not premises:
        return Chosen(point.point)
    values = dict(point.point)
    texts = {name: names.text(name) for name in values}
    on_sides = {name for side in point.sides for name in values if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", side)}
    known = _in_turn(_definitions(premises, texts, lines), texts)
    alone = {side for side in point.sides if side in values} | (_instances(premises) & on_sides)
    given = tuple((name, value) for name, value in point.point if name in alone and name not in known)
    if not given:  # what neither side depends on is left out
        needed = set(on_sides)
        for name, formula in reversed(known.items()):
            needed |= _within(formula, texts) if name in needed else set()
        known = {name: formula for name, formula in known.items() if name in needed}
    if given or not known:
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


def _in_turn(definitions: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> dict[str, str]:
    """The definitions in an order in which each needs only those before it; one that would close a circle is left out."""
    rest, known = dict(definitions), dict[str, str]()
    while rest:
        ready = [name for name, formula in rest.items() if not _within(formula, texts) & rest.keys()]
        for name in ready or [next(iter(rest))]:
            formula = rest.pop(name)
            if ready:
                known[name] = formula
    return known


def _instances(premises: Iterable[str]) -> set[str]:
    """The names that a premise is used for: `field | B = B_f, r = r_f` is about B_f and r_f."""
    used = (premise.partition(" | ")[2] for premise in premises)
    return {name for told in used for name in re.findall(r"(?<= = )[^=]+?(?=, [^,=]+ = |$)", told)}


def _sum(claim: ClaimAudit, point: Counterexample, names: Names) -> tuple[tuple[str, str], ...]:
    """A symbol that the line is printed for, and its parts: those of the same letter with an index, if their values add up to it."""
    if not is_formula(claim.printed):
        return ()
    total = re.split(r" [=≡] ", plain(claim.printed.strip("$ ")))[0]
    whole = next(((name, value) for name, value in point.point if names.text(name) == total), None)
    parts = [(name, value) for name, value in point.point if names.text(name).startswith(f"{total}_")]
    if whole is None or len(parts) < 2:
        return ()
    left = _fraction(whole[1]) or value_of(point.lhs)
    numbers = [left if value == whole[1] else _fraction(value) for _, value in parts]
    if left is None or None in numbers or abs(sum(each for each in numbers if each is not None) - left) > CLOSE:
        return ()
    shown = (str(number) for number in (left, *numbers))
    return tuple(zip((whole[0], *(name for name, _ in parts)), shown, strict=True))


def _fraction(text: str) -> Decimal | None:
    found = re.fullmatch(r"([-−]?\d{1,30})(?:/([1-9]\d{0,29}))?", text)
    return Decimal(found[1].replace("−", "-")) / Decimal(found[2] or 1) if found else None


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
