"""Two audits compared: which claims changed, and why; what an author replied is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.faults import fault
from reports.findings import named
from reports.plain_formula import plain_text
from reports.summary import decided_how, decisive, short_reason
from reports.text import one_line, plural, readable
from verify.verdicts import Audit, ClaimAudit, PaperAudit, Result


@dataclass(frozen=True)
class Change:
    """One claim in both audits; `old` or `new` is None where only the other has it."""

    paper: str
    label: str
    old: ClaimAudit | None
    new: ClaimAudit | None
    why: tuple[str, ...]

    @property
    def is_worse(self) -> bool:
        """Whether a line that was not wrong now is."""
        return (
            self.new is not None
            and self.new.result is Result.FAIL
            and (self.old is None or self.old.result is not Result.FAIL)
        )


def changes(old: Audit, new: Audit) -> tuple[Change, ...]:
    """Claims that appeared, went, or have another result, print, reading, premise or correction, in print order."""
    before = {paper.id: paper for paper in old.papers}
    after = {paper.id: paper for paper in new.papers}
    found: list[Change] = []
    for name in dict.fromkeys((*after, *before)):
        found += _of_paper(name, before.get(name), after.get(name))
    return tuple(found)


def _of_paper(name: str, old: PaperAudit | None, new: PaperAudit | None) -> Iterator[Change]:
    before = {claim.label: claim for claim in old.claims} if old else {}
    after = {claim.label: claim for claim in new.claims} if new else {}
    for label, claim in after.items():
        was = before.get(label)
        why = ("new",) if was is None else tuple(_why(was, claim))
        if why:
            yield Change(name, label, was, claim, why)
    for label, claim in before.items():
        if label not in after:
            yield Change(name, label, claim, None, ("gone",))


def _why(old: ClaimAudit, new: ClaimAudit) -> Iterator[str]:
    """In what the two differ, the gravest first."""
    if old.result is not new.result:
        yield f"{old.result} → {new.result}"
    if old.printed != new.printed:
        yield "another printed line"
    if old.dimension != new.dimension:
        yield f"dimension {old.dimension} → {new.dimension}"
    before, after = decisive(old), decisive(new)
    if before is not None and after is not None and decided_how(before) != decided_how(after):
        yield f"{decided_how(before)} → {decided_how(after)}"
    if [r.name for r in old.readings] != [r.name for r in new.readings]:
        yield "other readings"
    if set(old.premises) != set(new.premises):
        gone, come = sorted(set(old.premises) - set(new.premises)), sorted(set(new.premises) - set(old.premises))
        yield "; ".join(
            filter(
                None,
                (f"no longer from {', '.join(gone)}" if gone else "", f"now from {', '.join(come)}" if come else ""),
            )
        )
    if old.correction != new.correction:
        yield "another correction"
    if old.transcription != new.transcription:
        yield f"print and encoding: {old.transcription} → {new.transcription}"


def told(old: Audit, new: Audit) -> str:
    """The changes as text, a line each, by paper; ends with a newline."""
    found = changes(old, new)
    lines = [line for change in found for line in _lines(change)]
    worse = sum(change.is_worse for change in found)
    versions = [
        f"{name} {old.versions.get(name, 'none')} → {new.versions.get(name, 'none')}"
        for name in sorted({*old.versions, *new.versions})
        if old.versions.get(name) != new.versions.get(name)
    ]
    if versions:
        lines.append(f"versions: {one_line(', '.join(versions), 1000)}")
    lines.append(f"{plural(len(found), 'claim')} changed, {worse} newly wrong." if found else "No claim changed.")
    return "\n".join(lines) + "\n"


def _lines(change: Change) -> Iterator[str]:
    claim = change.new or change.old
    assert claim is not None
    yield f"{one_line(change.paper, 60)} {named(claim)} ({one_line(claim.where, 60)}): {one_line('; '.join(change.why), 400)}"
    if change.is_worse and change.new is not None:
        yield f"    {plain_text(fault(change.new))}: {one_line(readable(plain_text(short_reason(change.new))), 300)}"
