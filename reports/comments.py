"""Printed and right in plain letters, as one writes them in an e-mail."""

from __future__ import annotations

from reports.edit import unmarked
from reports.faults import IF
from reports.findings import Finding, holds_instead
from reports.plain_formula import plain, plain_text
from reports.text import clip, is_formula, readable, sentence


def both_labels(found: Finding) -> tuple[str, str]:
    """What stands before the two: a condition is no correction, and what the page does not print is not printed."""
    said = "Printed" if found.edit else found.print_label.capitalize()
    is_condition = found.edit is None and (found.right or "").startswith(IF)
    return said, "Instead" if is_condition else "Should be"


def both_sides(found: Finding) -> tuple[str, str]:
    """What is printed and what should be, in plain letters."""
    if found.edit:
        return plain(unmarked(found.edit.before)), plain(found.edit.plain)
    text = found.claim.printed
    printed = plain(text) if is_formula(text) else plain_text(readable(clip(text, 500)))
    right = found.right or ""
    words = plain(right) if right and is_formula(right) else plain_text(readable(sentence(holds_instead(right))))
    return printed, words
