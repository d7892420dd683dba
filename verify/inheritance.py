"""Conditions travel: what a line inherits from the lines that it rests on.

A line that rests on a PASS-IF line holds under that line's condition too; one that rests on an assumption holds
if it is granted, one that rests on a line that FAILs only if that stands as printed, and one that rests on an open
line only if that holds.  Conditions that premises state as relations are put into the facts
when a line is decided (`verify.facts`): what is inherited here are the conditions in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify.verdicts import Basis, ClaimAudit, Inherited, Result, with_inherited

HELD = (Result.PASS, Result.PASS_IF)


def inherit(claims: Iterable[ClaimAudit]) -> dict[str, ClaimAudit]:
    """The claims of a paper by label, each with what it inherits."""
    plain = {claim.label: claim for claim in claims}
    done: dict[str, ClaimAudit] = {}
    for label in plain:
        _inherit(label, plain, done)
    return done


def _inherit(label: str, plain: dict[str, ClaimAudit], done: dict[str, ClaimAudit]) -> ClaimAudit:
    """Depth first: premises are earlier claims, so that this ends."""
    if label not in done:
        claim = done[label] = plain[label]  # a line does not inherit from itself
        found: list[Inherited] = []
        if claim.result in HELD:
            for premise in claim.decisive.premises:
                owner = owner_of(premise, plain)
                if owner is not None:
                    found += _conditions(premise, _inherit(owner, plain, done))
        done[label] = with_inherited(claim, _new(claim, found))
    return done[label]


def owner_of(premise: str, labels: Iterable[str]) -> str | None:
    """The label of the claim that a premise belongs to: "7 (corrected)" is a form of 7, unless a claim has that label."""
    own = [label for label in labels if premise == label or premise.startswith(f"{label} (")]
    return max(own, key=len, default=None)


def _conditions(premise: str, claim: ClaimAudit) -> Iterator[Inherited]:
    """What comes with a premise, which is a claim as printed or one of its other forms."""
    label = claim.label
    if claim.kind in (Basis.ASSUMPTION, Basis.APPROXIMATION):
        yield Inherited(label, f"the {claim.kind} ({label}) is granted: {_as_words(claim.printed)}")
    elif premise != label:
        yield from _form(premise, claim)
    elif claim.result is Result.FAIL:
        yield Inherited(label, f"({label}) stands as printed, which it does not")
    elif claim.result is Result.OPEN:
        yield Inherited(label, f"({label}), which is open, holds")
    elif claim.result is Result.PASS_IF:
        yield from claim.inherits
        yield from (Inherited(label, condition) for condition in _in_words(claim))


def _as_words(printed: str) -> str:
    """What is printed, as a part of a sentence."""
    return f"${printed}$" if "\\" in printed and "$" not in printed else printed


def _form(premise: str, claim: ClaimAudit) -> Iterator[Inherited]:
    """Another form of the claim: a reading of its own, with its condition, or a correction."""
    name = premise.removeprefix(f"{claim.label} (").removesuffix(")")
    read = next((r for r in claim.readings if r.name == name), None)
    if read is not None and read.condition:
        yield Inherited(claim.label, read.condition)
    elif claim.result is Result.FAIL:
        yield Inherited(claim.label, f"({claim.label}) is read in its corrected form")


def _in_words(claim: ClaimAudit) -> Iterator[str]:
    """Conditions that are not known as relations: those of a charitable reading, and where a line was not shown."""
    if claim.decisive is not claim.literal:
        if claim.decisive.condition:
            yield claim.decisive.condition
    else:
        yield from claim.literal.evidence.restrictions


def _new(claim: ClaimAudit, found: Iterable[Inherited]) -> tuple[Inherited, ...]:
    """Each condition once, and none that the line itself has or that it inherits already from there."""
    own = {claim.decisive.condition}
    from_there = {inherited.label for inherited in claim.inherits}
    kept: dict[str, Inherited] = {}
    for inherited in found:
        if inherited.condition not in own and inherited.label not in from_there:
            kept.setdefault(inherited.condition, inherited)
    return tuple(kept.values())
