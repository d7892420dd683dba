"""What an exact procedure hands back: a proof with its side conditions, or the word that it gives up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from verify.regularity.side_conditions import as_conditions


@dataclass(frozen=True)
class Proof:
    """An equation holds wherever both sides are defined and every one of `conditions` is met.

    `method` names the procedure in a few words, `detail` is a sentence for a physicist.
    `nonzero` are expressions that must not vanish for both sides to be defined (or Booleans that
    must hold); `exceptions` are those without which the argument fails, although the equation may
    say something there, so that whoever uses the proof has to look (`verify.deciding.exceptions`).
    `conditions` are both as SymPy relations (`expr != 0`), less those that the symbols'
    declared assumptions already imply.
    """

    method: str
    detail: str
    nonzero: tuple[Any, ...] = ()
    exceptions: tuple[Any, ...] = ()

    @cached_property
    def conditions(self) -> tuple[Any, ...]:
        return tuple(as_conditions((*self.nonzero, *self.exceptions)))


def holds_always(proof: Proof | None) -> bool:
    """Is there a proof, and one without any condition?"""
    return proof is not None and not proof.conditions
