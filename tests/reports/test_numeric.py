"""Lines of which only numbers say something: open, counted apart, and those that differ told first."""

from __future__ import annotations

import io
import json

import jsonschema
import pytest

from reports import html, json_report, markdown
from reports.terminal import print_summary
from verify.verdicts import (
    NUMBERS_AGREE,
    NUMBERS_DIFFER,
    Audit,
    ClaimAudit,
    Evidence,
    Grade,
    Outcome,
    PaperAudit,
    Reason,
    Result,
    Verdict,
)

WHY = "no rule encloses an Integral over an infinite range"
DIFFER = "numerically different: 0.31 against 0.47 at x = 2"


def open_line(label: str, told: str, method: str) -> ClaimAudit:
    evidence = Evidence(method, f"{WHY}; {told}", reason=Reason.UNKNOWN)
    reading = Verdict("as printed", Outcome.UNDECIDED, Grade.NUMERIC, evidence)
    return ClaimAudit(label, "I", "step", "a = b", Result.OPEN, (reading,))


@pytest.fixture(scope="module")
def audit() -> Audit:
    claims = (
        open_line("1", "numerically equal to 50 digits at 2 points", NUMBERS_AGREE),
        open_line("2", DIFFER, NUMBERS_DIFFER),
    )
    return Audit({"referee": "0"}, (PaperAudit("p", "A paper", "nobody (2000)", "SI", claims),))


def test_the_file_counts_them_apart(audit: Audit) -> None:
    body = json.loads(json_report.render(audit))
    assert body["numeric"]["agree"] == 1
    (first,) = body["numeric"]["differ"]
    assert (first["label"], first["told"]) == ("2", DIFFER)
    assert body["totals"]["OPEN"] == 2
    assert body["findings"] == []
    jsonschema.validate(body, json_report.schema())
    assert Audit.from_json(json_report.render(audit)) == audit


def test_the_terminal_tells_those_that_differ_first(audit: Audit) -> None:
    stream = io.StringIO()
    print_summary(audit, stream)
    told = " ".join(stream.getvalue().split())
    assert "2 are open (1 numerically different, 1 numerically equal)" in told
    assert told.index(f"look here first: {DIFFER}") < told.index("is open:")


def test_page_and_text_tell_them_with_the_findings(audit: Audit) -> None:
    page, text = html.render(audit), markdown.render(audit)
    assert "to be looked at first" in page
    assert "0.31 against 0.47" in text
    assert "look here first" in text
