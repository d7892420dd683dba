"""Labels of claims and names of readings: what the audit writes into them, they may not say themselves.

A form of line 7 is "7 (corrected)", what is used of it at a place "7 | r = 2", what comes of two lines "7 + 8"; an
equation that nobody prints is a "condition" or a "case".  These are read again when conditions travel from line to line.
"""

from __future__ import annotations

from verify.verdicts import EITHER, USED_AT
from verify.vocabulary.moves import NOT_PRINTED, TOGETHER
from verify.vocabulary.readings import Claim

SIGNS = (USED_AT, TOGETHER)


def objection(claim: Claim) -> str | None:
    """Why the label, or the name of a reading, would be taken for something else."""
    if claim.label in NOT_PRINTED:
        return f"label {claim.label!r} is what the audit calls an equation that nobody prints; expected another one"
    for what, text in (("label", claim.label), *(("reading", read.name) for read in claim.readings)):
        for sign in SIGNS:
            if sign in f"{text} ":
                return f"{what} {text!r} has {sign!r} in it, which the audit puts between the parts of a label; expected none"
    for read in claim.readings[1:]:
        if read.name.endswith(EITHER):
            return f"reading {read.name!r} ends with {EITHER!r}, as the audit says of a line that holds in both forms; expected another name"
    return None


def beginnings(label: str) -> list[str]:
    """The label, and what stands before a bracket in it: "7 (b)" may be a form of 7."""
    parts = label.split(" (")
    return [" (".join(parts[:number]) for number in range(len(parts), 0, -1)]


def names_of_forms(claim: Claim) -> set[str]:
    """The names of its forms, and what else stands before a bracket in these: no other claim may have them as labels.

    A form "7 (b) (c)" of line 7 would be taken for the form "c" of a line "7 (b)".
    """
    forms = (f"{claim.label} ({read.name})" for read in claim.readings)
    return {name for form in forms for name in beginnings(form) if len(name) > len(claim.label)}
