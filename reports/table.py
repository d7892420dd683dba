"""audit.csv: a line a claim, for a spreadsheet; nothing in it is taken for a formula there."""

from __future__ import annotations

import csv
import io

from reports.fates import fate_after
from reports.faults import fault
from reports.findings import edit_of, findings
from reports.summary import correction_words, decisive, short_reason
from reports.text import clip, one_line
from verify.verdicts import Audit, ClaimAudit, PaperAudit, Result

FILE_NAME = "audit.csv"
COLUMNS = (
    "paper", "label", "where", "kind", "result", "grade", "what is wrong", "severity", "printed", "correction",
    "printed formula corrected", "later lines", "condition", "reason", "premises",
)  # fmt: skip


def render(audit: Audit) -> str:
    """The table, with a heading; UTF-8, commas, CRLF as RFC 4180 has it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for paper in audit.papers:
        severity = {id(each): found.severity for found in findings(paper) for each in (found.claim, *found.others)}
        by_label = {claim.label: claim for claim in paper.claims}
        for claim in paper.claims:
            writer.writerow([as_cell(text) for text in _line(paper, claim, severity.get(id(claim), ""), by_label)])
    return file.getvalue()


def _line(paper: PaperAudit, claim: ClaimAudit, severity: str, by_label: dict[str, ClaimAudit]) -> tuple[str, ...]:
    reading = decisive(claim)
    is_wrong = claim.result is Result.FAIL
    edit = edit_of(claim)
    later = (
        [f"{label}: {fate_after(claim.label, by_label[label])}" for label in claim.affects if label in by_label]
        if is_wrong
        else []
    )
    return (
        paper.id,
        claim.label,
        claim.where,
        claim.kind,
        str(claim.result),
        str(reading.grade or "") if reading else "",
        fault(claim) if is_wrong else "",
        severity,
        claim.printed,
        correction_words(claim) or "",
        edit.plain if edit else "",
        "; ".join(later),
        "; ".join(claim.conditions) if reading else "",
        short_reason(claim),
        ", ".join(claim.premises),
    )


def as_cell(text: str) -> str:
    """Clipped, on one line; a cell that a spreadsheet would compute begins with an apostrophe."""
    shown = one_line(clip(text, 2_000), 2_100)
    return f"'{shown}" if shown[:1] in ("=", "+", "-", "@", "\t", "\r") else shown
