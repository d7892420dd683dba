"""Conditions travel: what a line inherits from the lines that it rests on.

A line rests on forms of earlier lines: on what is printed, on a charitable reading, on a correction.  It holds under
the conditions of these forms too: where they are defined, where they were shown, what they mean, and what they inherit
themselves.  One that rests on an assumption holds if it is granted, one that rests on a form that is refuted only if
that stands, and one that rests on an open form only if that holds.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from verify.verdicts import (
    EITHER,
    UP_TO_A_CONSTANT,
    USED_AT,
    Basis,
    ClaimAudit,
    Ground,
    Inherited,
    Need,
    Outcome,
    Reason,
    Result,
    Verdict,
    with_inherited,
)

HELD = (Result.PASS, Result.PASS_IF)


def inherit(claims: Iterable[ClaimAudit]) -> dict[str, ClaimAudit]:
    """The claims of a paper by label, each with what it inherits."""
    lines = _Lines({claim.label: claim for claim in claims})
    return {label: with_inherited(claim, lines.inherited_by(claim)) for label, claim in lines.plain.items()}


def owner_of(premise: str, labels: Container[str]) -> str | None:
    """The label of the claim that a premise belongs to: "7 (corrected)" is a form of 7, unless a claim has that label.

    >>> owner_of("7 (b) (corrected)", {"7", "7 (b)"}), owner_of("8", {"7"})
    ('7 (b)', None)
    """
    found = premise.partition(USED_AT)[0]
    while found not in labels:
        found, bracket, _ = found.rpartition(" (")
        if not bracket:
            return None
    return found


class _Lines:
    """The lines of a paper, and what each of their forms needs."""

    def __init__(self, plain: dict[str, ClaimAudit]) -> None:
        self.plain = plain
        self.known: dict[str, tuple[Inherited, ...]] = {}

    def inherited_by(self, claim: ClaimAudit) -> tuple[Inherited, ...]:
        """Each condition once, and none that the line itself has or that it inherits already from there."""
        if claim.result not in HELD:
            return ()
        decisive = claim.decisive
        own = {decisive.condition, *decisive.evidence.conditions}
        from_there = {inherited.label for inherited in claim.inherits}
        kept: dict[str, Inherited] = {}
        for inherited in (need for premise in decisive.premises for need in self.needs(premise)):
            if inherited.condition not in own and inherited.label not in from_there:
                kept.setdefault(inherited.condition, inherited)
        return tuple(kept.values())

    def needs(self, premise: str) -> tuple[Inherited, ...]:
        """What comes with a premise, which is a claim as printed or one of its other forms."""
        form, _, values = premise.partition(USED_AT)
        if values:
            return tuple(_at(need, values) for need in self.needs(form))
        owner = owner_of(premise, self.plain)
        if owner is None:
            return ()
        if premise not in self.known:
            self.known[premise] = ()  # a line does not inherit from itself; premises are earlier claims
            claim, name = self.plain[owner], premise.removeprefix(owner).removeprefix(" (").removesuffix(")")
            self.known[premise] = tuple(dict.fromkeys(self._found(claim, name)))
        return self.known[premise]

    def _found(self, claim: ClaimAudit, name: str) -> Iterator[Inherited]:
        label = claim.label
        if claim.kind in (Basis.ASSUMPTION, Basis.APPROXIMATION):
            granted = f"the {claim.kind} ({label}) is granted: {_as_words(claim.printed)}"
            yield Inherited(label, granted, Need.GRANTED)
        elif claim.result not in (Result.GIVEN, Result.PROSE) or name:
            form = next((r for r in claim.readings if r.name == name.removesuffix(EITHER)), claim.decisive)
            said = _doubt(claim, form, either=name.endswith(EITHER))
            yield from said
            doubts = {doubt.condition for doubt in said}
            if form.holds:
                meant = form.ground not in (None, Ground.CORRECTION)
                known = form.evidence.handed_on
                own = (form.condition,) if meant else (c for c in form.evidence.conditions if c not in known)
                yield from (Inherited(label, _for_others(label, w)) for w in own if w and w not in doubts)
                yield from (need for premise in form.premises for need in self.needs(premise))


def _for_others(label: str, condition: str) -> str:
    """The condition for a line that rests on this one: what holds up to a constant is used as it stands."""
    return condition.replace(UP_TO_A_CONSTANT, f"the constant of integration that ({label}) leaves out is 0")


def _doubt(claim: ClaimAudit, form: Verdict, either: bool) -> tuple[Inherited, ...]:
    """That a form is taken which is not what the page prints, or which does not hold."""
    label, printed = claim.label, form is claim.literal
    if form.evidence.reason is Reason.ENCODING:
        return (Inherited(label, f"({label}) says what it was written down as, which is at fault", Need.UNKNOWN),)
    if printed and (form.outcome is Outcome.REFUTED or claim.result is Result.FAIL):
        return (Inherited(label, f"({label}) stands as printed, which it does not", Need.AS_PRINTED),)
    if not form.holds and not (printed and claim.result is Result.GIVEN):
        known = "refuted" if form.outcome is Outcome.REFUTED else "open"
        told = (
            f"({label}), which is {known}, holds" if printed else f"({label}) holds as {form.name!r}, which is {known}"
        )
        return (Inherited(label, told, Need.UNKNOWN),)
    if form.ground is Ground.CORRECTION and not either:
        return (Inherited(label, f"({label}) is read in its corrected form", Need.CORRECTED),)
    return ()


def _at(need: Inherited, values: str) -> Inherited:
    """A condition on a line that is used at some values is one on these."""
    told = need.condition.startswith(("the ", "(")) or need.condition.endswith(f"for {values}")
    return need if told else replace(need, condition=f"{need.condition}, for {values}")


def _as_words(printed: str) -> str:
    """What is printed, as a part of a sentence."""
    return f"${printed}$" if "\\" in printed and "$" not in printed else printed
