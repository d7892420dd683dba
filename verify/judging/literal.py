"""The printed line: decided from its premises as printed, and from what holds in their place where some are wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from verify.deciding.settings import Settings
from verify.encoding.paper import Paper
from verify.judging.corrected_premises import InPlace, states_equations, with_what_holds
from verify.judging.inheritance import owner_of
from verify.judging.verdict_on import judge, verdict_on
from verify.verdicts import EITHER, USED_AT, Inherited, Need, Outcome, Verdict
from verify.vocabulary.readings import Claim, Reading

MOST_ROUNDS = 6


@dataclass(frozen=True)
class Literal:
    """How the printed line is decided: the reading (perhaps from corrected premises), its verdict, what it inherits."""

    reading: Reading
    verdict: Verdict
    inherits: tuple[Inherited, ...] = ()


def decide_literal(paper: Paper, claim: Claim, settings: Settings) -> Literal:
    """The printed line, from its premises as printed; and from what holds in their place, where some are wrong.

    What holds from a wrong premise holds only if that stands as printed, which it does not; what follows from what
    holds in its place alone is correct, though it does not follow from the print.
    """
    printed = Literal(claim.literal, verdict_on(paper, claim, claim.literal, settings))
    if claim.basis or claim.literal.by is None:
        return printed
    doubtful = (label for label in claim.literal.labels if not printed.verdict.holds or _has_forms(paper, label))
    wrong = _wrong_among(paper, doubtful, settings)
    mended = _from_what_holds(paper, claim.literal, wrong, settings) if wrong else None
    if mended is None:
        return printed
    verdict = verdict_on(paper, claim, mended, settings)
    names, instead = _listed(wrong), _instead(wrong)
    if printed.verdict.holds and verdict.holds:  # whichever form is meant, it follows
        told = f"{printed.verdict.evidence.detail} It follows from {names} as printed and from {instead}."
        rests_on = (_either(label) if owner_of(label, wrong) else label for label in verdict.premises)
        return replace(printed, verdict=replace(_retold(printed.verdict, told), premises=tuple(rests_on)))
    if printed.verdict.holds:
        also = f"from {instead} it is {verdict.outcome}"
        told = f"{printed.verdict.evidence.detail} {names} is wrong as printed; {also}: {verdict.evidence.detail}"
        inherits = tuple(
            Inherited(label, f"({label}) stands as printed, which it does not", Need.AS_PRINTED) for label in wrong
        )
        return Literal(claim.literal, _retold(printed.verdict, told), inherits)
    if verdict.holds:
        told = f"Correct; it does not follow from {names} as printed. {verdict.evidence.detail}"
        left_out = (label for label in wrong if not any(owner_of(p, wrong) == label for p in verdict.premises))
        inherits = tuple(Inherited(label, f"what ({label}) rests on is taken in its place") for label in left_out)
        return Literal(mended, _retold(verdict, told), inherits)
    told = f"{printed.verdict.evidence.detail} From {instead} it is {verdict.outcome}, too."
    return replace(printed, verdict=_retold(printed.verdict, told))


def _wrong_among(paper: Paper, labels: Iterable[str], settings: Settings) -> dict[str, InPlace]:
    return {label: there for label in labels if (there := _in_place_of(paper, label, settings))}


def _from_what_holds(paper: Paper, read: Reading, wrong: dict[str, InPlace], settings: Settings) -> Reading | None:
    """The reading from what holds in the place of its wrong premises, and of the wrong ones on which that rests."""
    for _ in range(MOST_ROUNDS):
        mended = with_what_holds(read, wrong)
        if mended is None:
            return None
        wrong = _wrong_among(paper, mended.labels, settings)
        if not wrong:
            return mended
        read = mended
    return None


def _either(citation: str) -> str:
    """The citation of a form, as one that stands for the printed line as well."""
    form, at, values = citation.partition(USED_AT)
    return f"{form.removesuffix(')')}{EITHER}){at}{values}"


def _instead(wrong: dict[str, InPlace]) -> str:
    """What is taken in the place of wrong premises, in words."""
    return " and ".join(
        f"({label}) {_form_in_words(there.form)}" if there.form else f"what ({label}) rests on"
        for label, there in wrong.items()
    )


def _form_in_words(form: Reading) -> str:
    return "in the corrected form" if form.corrects else f"as {form.name!r}"


def reading_of(verdict: tuple[str, tuple[str, ...]], paper: Paper, claim: Claim, settings: Settings) -> Reading:
    """The reading with this name and these citations; one that was made from corrected premises is made once more."""
    written = (read for read in claim.readings if (read.name, read.citations) == verdict)
    return next(written, None) or _decisive_reading(paper, claim, settings)


def _decisive_reading(paper: Paper, claim: Claim, settings: Settings) -> Reading:
    """The reading that the result rests on: the printed line, or a charitable one that rescues it."""
    literal = decide_literal(paper, claim, settings)
    if literal.verdict.holds:
        return literal.reading
    charitable = (r for r in claim.readings[1:] if not r.corrects)
    return next((r for r in charitable if judge(r, settings).outcome.holds), literal.reading)


def _has_forms(paper: Paper, label: str) -> bool:
    """Has the encoding of a line readings, charitable or corrections, from which something can follow?"""
    claim = paper.claims.get(label)
    return claim is not None and any(map(states_equations, claim.readings[1:]))


def _in_place_of(paper: Paper, label: str, settings: Settings) -> InPlace | None:
    """What holds in the place of a line that is refuted as printed, or that holds only if a refuted one stands."""
    claim = paper.claims.get(label)
    if claim is None or claim.basis or claim.kind in ("remark", "missing"):
        return None
    known = _IN_PLACE.setdefault(claim, {})
    if settings not in known:
        known[settings] = None  # premises are earlier claims, so that nothing asks for this meanwhile
        known[settings] = _found_in_place_of(paper, claim, settings)
    return known[settings]


def _found_in_place_of(paper: Paper, claim: Claim, settings: Settings) -> InPlace | None:
    literal = decide_literal(paper, claim, settings)
    refuted = literal.verdict.outcome is Outcome.REFUTED or literal.inherits
    if not refuted and not (literal.verdict.holds and _wrong_among(paper, literal.reading.labels, settings)):
        return None
    forms = (r for r in claim.readings[1:] if not r.fallback and states_equations(r))
    form = next((r for r in forms if judge(r, settings).outcome is Outcome.PROVED), None)
    return None if form is None and claim.literal.by is None else InPlace(claim.literal, form, claim.literal.by)


_IN_PLACE: WeakKeyDictionary[Claim, dict[Settings, InPlace | None]] = WeakKeyDictionary()
"""Lines on which others rest, each looked at once."""


def _listed(labels: Iterable[str]) -> str:
    return " and ".join(f"({label})" for label in labels)


def _retold(verdict: Verdict, detail: str) -> Verdict:
    return replace(verdict, evidence=replace(verdict.evidence, detail=detail))
