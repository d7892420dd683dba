"""What a line takes over from the lines that it rests on, where it is decided by itself and not in an audit.

Conditions that a premise states are put into the facts (`verify.facts`).  But a premise may also hold only where
it was shown (its restrictions: a closed end that was left out), or in a charitable reading, and that is known
only after it has been decided.  So the premises are decided too, depth first, each once,
and what they need is told with the line, in the words in which `verify.inheritance` hands it on in an audit.
A line is then never told with fewer conditions than what it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from weakref import WeakKeyDictionary

from verify.errors import ClaimError
from verify.inheritance import owner_of
from verify.paper import Paper
from verify.readings import Claim, Reading
from verify.verdicts import Inherited, Verdict

Decided = tuple["Reading", Verdict]
Decide = Callable[["Claim"], Decided]
"""Decides a claim: the reading on which its result rests, and the verdict on that."""

_KNOWN: WeakKeyDictionary[Claim, dict[Hashable, tuple[Inherited, ...]]] = WeakKeyDictionary()
NOT_DECIDED = ("remark", "missing")


def of_premises(paper: Paper, read: Reading, decide: Decide, key: Hashable) -> tuple[Inherited, ...]:
    """What the premises of a reading need beyond what they state; `key` tells ways of deciding apart."""
    found: dict[Inherited, None] = {}
    for label in read.labels:
        owner = owner_of(label, paper.claims)
        if owner is not None and label == owner:
            found |= dict.fromkeys(_of_claim(paper, paper.claims[owner], decide, key))
    return tuple(found)


def _of_claim(paper: Paper, claim: Claim, decide: Decide, key: Hashable) -> tuple[Inherited, ...]:
    if claim.basis or claim.kind in NOT_DECIDED:
        return ()
    known = _KNOWN.setdefault(claim, {})
    if key not in known:
        known[key] = ()  # a line does not inherit from itself
        known[key] = tuple(dict.fromkeys(_found(paper, claim, decide, key)))
    return known[key]


def _found(paper: Paper, claim: Claim, decide: Decide, key: Hashable) -> Iterator[Inherited]:
    try:
        read, verdict = decide(claim)
    except ClaimError:
        return  # told where that line is decided
    if verdict.holds:
        yield from of_premises(paper, read, decide, key)
        words = (read.condition,) if read.ground is not None and read.condition else verdict.evidence.restrictions
        yield from (Inherited(claim.label, condition) for condition in words)
