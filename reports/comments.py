"""Printed and right in plain letters, as one writes them in an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.edit import unmarked
from reports.faults import IF
from reports.findings import Finding, holds_instead
from reports.page_text import Names
from reports.plain_formula import plain, plain_text
from reports.text import clip, is_formula, one_line, readable, sentence


def both_labels(found: Finding) -> tuple[str, str]:
    """What stands before the two: a condition is no correction, and what the page does not print is not printed."""
    said = "Printed" if found.edit else found.print_label.capitalize()
    is_condition = found.edit is None and (found.right or "").startswith(IF)
    return said, "Instead" if is_condition else "Should be"


MOST_SYMBOLS, LONGEST_MEANING = 6, 80


def symbols_text(formulas: Iterable[str], names: Names) -> str:
    """`h is Planck's constant; e is the charge of the electron`: what the symbols stand for, where they are few."""
    found: dict[str, str] = {}
    for text in map(plain, formulas):
        for sign, meaning in sorted(names.meanings.items(), key=lambda pair: -len(pair[0])):
            if sign not in text:
                continue
            text, count = re.subn(rf"(?<![_\w]_){re.escape(sign)}(?![_₀-₉\u0300-\u036f])", " ", text)
            if count:
                found[sign] = one_line(plain_text(readable(meaning)), LONGEST_MEANING)
    if len(found) > MOST_SYMBOLS:
        return ""
    return "; ".join(f"{sign} is {meaning}" for sign, meaning in sorted(found.items()))


def both_sides(found: Finding) -> tuple[str, str]:
    """What is printed and what should be, in plain letters."""
    if found.edit:
        return plain(unmarked(found.edit.before)), plain(found.edit.plain)
    text = found.claim.printed
    printed = plain(text) if is_formula(text) else plain_text(readable(clip(text, 500)))
    right = found.right or ""
    words = plain(right) if right and is_formula(right) else plain_text(readable(sentence(holds_instead(right))))
    return printed, words
