"""What an exact procedure hands back: a proof with its side conditions, or the word that it gives up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Proof:
    """An equation holds wherever both sides are defined and every one of `conditions` is met.

    `method` names the procedure in a few words, `detail` is a sentence for a physicist,
    `conditions` are SymPy relations (mostly `expr != 0`) that the symbols' declared
    assumptions do not already imply.
    """

    method: str
    detail: str
    conditions: tuple[Any, ...] = ()
    grade: str = "exact"


class GiveUp(Exception):
    """A procedure meets something outside its reach, or a limit of size.  It never means "false"."""
