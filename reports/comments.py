"""Printed and right in plain letters, as one writes them in an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reports.counting import is_unprinted
from reports.edit import unmarked
from reports.faults import IF
from reports.findings import Finding, cite, holds_instead
from reports.page_text import Names
from reports.plain_formula import plain, plain_text
from reports.text import clip, is_formula, one_line, readable, sentence


def both_labels(found: Finding) -> tuple[str, str]:
    """What stands before the two: a condition is no correction, and what the page does not print is not printed."""
    said = "Printed" if found.edit else found.print_label.capitalize()
    is_condition = found.edit is None and (found.right or "").startswith(IF)
    return said, "Instead" if is_condition or is_sentence(found) else "Should be"


def is_sentence(found: Finding) -> bool:
    """Whether what stands instead of the line is a sentence, and no formula that should be printed."""
    return found.edit is None and "$" not in (found.right or "$") and not is_formula(found.right or "")


MOST_SYMBOLS, LONGEST_MEANING = 8, 80
_UPRIGHT = re.compile(r"(?<![_^{])\\(?:text|mathrm|textrm|operatorname|si)\{[^{}]*\}")
"""Units and words of a formula, which are no symbols."""


def symbols_text(formulas: Iterable[str], names: Names, used: Iterable[str] = (), more: Iterable[str] = ()) -> str:
    """`h is Planck's constant; e is the charge of the electron`: what the symbols stand for, where they are few.

    `used` are names of the code that the line is about: of a letter that stands for several things, they tell which one.
    The symbols of `more` formulas are told where there is room.
    """
    meanings = {**names.meanings, **dict(names.coded[name] for name in used if name in names.coded)}
    found = _meant(formulas, meanings)
    if len(found) > MOST_SYMBOLS:
        return ""
    both = found | _meant(more, meanings)
    return "; ".join(
        f"{sign} is {meaning}" for sign, meaning in sorted((both if len(both) <= MOST_SYMBOLS else found).items())
    )


def _meant(formulas: Iterable[str], meanings: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in (plain(_UPRIGHT.sub(" ", formula)) for formula in formulas):
        for sign, meaning in sorted(meanings.items(), key=lambda pair: -len(pair[0])):
            if sign not in text:
                continue
            text, count = re.subn(rf"(?<![_\w]_){re.escape(sign)}(?![_₀-₉\u0300-\u036f\u20d7])", " ", text)
            if count:
                found[sign] = one_line(plain_text(readable(meaning)), LONGEST_MEANING)
    return found


def from_text(premises: Iterable[tuple[str, str]]) -> str:
    """`From (39): F = ma. Taken for granted: J = mRv.`: premises by label, each with its formula, in plain letters.

    The name of one that the page does not print tells nothing to who has not the report.

    >>> from_text([("39", "F = ma"), ("x.J", r"J = m R v"), ("x.E", r"E = \\frac{1}{2} m v^2")])
    'From (39) F = ma. Taken for granted: J = mRv; E = 1/2 mv².'
    """
    told = [(label, plain(formula)) for label, formula in premises]
    seen = "; ".join(f"{cite(label)} {formula}" for label, formula in told if not is_unprinted(label))
    unseen = "; ".join(formula for label, formula in told if is_unprinted(label))
    return " ".join(filter(None, (f"From {seen}." if seen else "", f"Taken for granted: {unseen}." if unseen else "")))


def both_sides(found: Finding) -> tuple[str, str]:
    """What is printed and what should be, in plain letters."""
    if found.edit:
        return plain(unmarked(found.edit.before)), plain(found.edit.plain)
    text = found.claim.printed
    printed = plain(text) if is_formula(text) else plain_text(readable(clip(text, 500)))
    right = found.right or ""
    words = plain(right) if right and is_formula(right) else plain_text(readable(sentence(holds_instead(right))))
    return printed, words
