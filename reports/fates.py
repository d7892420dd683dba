"""What becomes of the later lines that rest on a wrong one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from verify.verdicts import ClaimAudit, Need, Result


class Fate(StrEnum):
    """What becomes of a later line when an earlier one is wrong."""

    STANDS = "still holds"
    MENDED = "holds once the line is corrected"
    """As it is printed: its author has gone on from the right line."""
    CONDITIONED = "holds under a condition of its own once the line is corrected"
    """Not as it is printed, which is refuted: in a charitable reading, which rests on the right line."""
    FALLS = "falls with it"
    ELSEWHERE = "falls with another wrong line"
    WRONG = "is wrong itself"
    OPEN = "is open"


@dataclass(frozen=True)
class Later:
    """A later line that rests on a wrong one."""

    claim: ClaimAudit
    fate: Fate


FATES = {
    Fate.FALLS: ("falls with it", "fall with it"),
    Fate.MENDED: ("holds once it is corrected", "hold once it is corrected"),
    Fate.CONDITIONED: (
        "holds under a condition of its own once it is corrected",
        "hold under conditions of their own once it is corrected",
    ),
    Fate.OPEN: ("is open", "are open"),
    Fate.ELSEWHERE: ("falls with another wrong line", "fall with another wrong line"),
    Fate.WRONG: ("is wrong itself", "are wrong themselves"),
    Fate.STANDS: ("still holds", "still hold"),
}
"""What becomes of a line, and of several: what is lost first, then what hangs on the correction."""


def fate(line: ClaimAudit) -> Fate:
    """What becomes of a line that rests on a wrong one, by its own result and the conditions that came with it."""
    if line.result is Result.FAIL:
        return Fate.WRONG
    if line.result is Result.OPEN:
        return Fate.OPEN
    needs = {inherited.need for inherited in line.inherits}
    if Need.AS_PRINTED in needs:
        return Fate.FALLS
    if Need.CORRECTED in needs:
        return Fate.MENDED if line.decisive is line.literal else Fate.CONDITIONED
    return Fate.STANDS


def fate_after(wrong: str, line: ClaimAudit) -> Fate:
    """The same beside the wrong line with this label: what the line needs of others is not blamed on it.

    A line that falls with one wrong line is told to fall beside each of them, so that no two places disagree about it.
    """
    alone = fate(replace(line, inherits=tuple(each for each in line.inherits if each.label == wrong)))
    return Fate.ELSEWHERE if alone is not fate(line) is Fate.FALLS else alone
