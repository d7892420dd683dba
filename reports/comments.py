"""A finding as a referee writes it in an e-mail: where, what is wrong, printed, right, why."""

from __future__ import annotations

from reports.by_hand import by_hand_text
from reports.edit import unmarked
from reports.faults import reason
from reports.findings import Finding, holds_instead, named
from reports.page_text import Names
from reports.plain_formula import plain, plain_text
from reports.summary import short_reason
from reports.text import clip, is_formula, one_line, plural, readable, sentence


def comment(found: Finding, names: Names) -> str:
    """A paragraph in plain letters."""
    claim = found.claim
    equation = named(claim) != claim.label
    place = f"{'Equation ' if equation else ''}{named(claim)}, {one_line(claim.where, 80)}"
    lines = [f"{place}: {plain_text(found.fault)}."]
    printed, right = both_sides(found)
    lines.append(f"{'The page says' if found.in_our_words else 'Printed'}: {printed}")
    if right:
        lines.append(f"{'Should be' if found.edit or is_formula(found.right or '') else 'Correction'}: {right}")
    if claim.note:
        lines.append(plain_text(readable(clip(claim.note, 700))))
    elif claim.readings:
        lines.append(names.plainly(plain_text(reason(claim, short_reason(claim)))))
    if check := by_hand_text(claim, names):
        lines.append(f"Check: {check}")
    if found.others:
        lines.append(f"The same holds of {', '.join(one_line(other.label, 60) for other in found.others)}.")
    if found.later:
        labels = ", ".join(named(each.claim) for each in found.later[:12])
        lines.append(f"{plural(found.reach, 'later line')} rest on it: {labels}.")
    return "\n".join(lines)


def both_sides(found: Finding) -> tuple[str, str]:
    """What is printed and what should be, in plain letters."""
    if found.edit:
        return plain(unmarked(found.edit.before)), plain(found.edit.plain)
    text = found.claim.printed
    printed = plain(text) if is_formula(text) else plain_text(readable(clip(text, 500)))
    right = found.right or ""
    words = plain(right) if right and is_formula(right) else plain_text(readable(sentence(holds_instead(right))))
    return printed, words
