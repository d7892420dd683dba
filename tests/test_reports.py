"""The reports: a realistic audit told in every format, compared with files that a human has read.

`REFEREE_UPDATE_SNAPSHOTS=1 pytest tests/test_reports.py` writes the snapshots anew; read the
difference before you commit it.
"""

from __future__ import annotations

import copy
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from reports import ReportError, html, json_report, junit, markdown, terminal, write
from verify.verdicts import (
    GRADE_MEANING,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Audit,
    ClaimAudit,
    Counterexample,
    Evidence,
    Grade,
    Mutants,
    Outcome,
    PaperAudit,
    Reason,
    Result,
    Survivor,
    Verdict,
    result_of,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"


def claim(label: str, where: str, kind: str, printed: str, *readings: Verdict, **more: Any) -> ClaimAudit:
    return ClaimAudit(label, where, kind, printed, result_of(readings), readings, **more)


def reading(
    outcome: Outcome,
    grade: Grade | None,
    method: str,
    detail: str,
    *,
    name: str = "as printed",
    condition: str | None = None,
    printed: str | None = None,
    **evidence: Any,
) -> Verdict:
    return Verdict(name, outcome, grade, Evidence(method, detail, **evidence), condition, printed)


def sample_audit() -> Audit:
    """An invented paper on a charged ring, with one claim for every thing that a report must show."""
    given = claim(
        "1", "I", "given", r"\Phi = \pi R^2 B", reading(Outcome.GIVEN, None, "definition", "flux through the ring"),
        dimension="ok", transcription="agrees", affects=("2", "3"),
    )  # fmt: skip
    proved = claim(
        "2",
        "II.A",
        "step",
        r"I = \frac{e^2 B}{4\pi m}\left[1 - \tfrac12\sqrt{\frac{\langle r_\perp^2\rangle}{R^2}}\right]",
        reading(
            Outcome.PROVED,
            Grade.EXACT,
            "substitution, then normal form",
            "substituting (1) into the printed premise gives both sides the same normal form",
            conditions=("m ≠ 0", r"$R^2 \neq 0$"),
        ),
        premises=("1", "0"),
        dimension="ok",
        transcription="agrees",
        mutants=Mutants(6, 5, (Survivor("B → -(-B)", "the sign cancels", True),)),
    )
    sums = claim(
        "3",
        "II.A",
        "identity",
        r"H = \sum_{i<j} \frac{\mathbf{p}_i\cdot\mathbf p_j}{2m} + \frac12\hbar\omega \text{ for } \vec A \ne 0",
        reading(
            Outcome.CORROBORATED,
            Grade.BALL,
            "enclosures",
            "both sides agree to 60 digits at 40 points",
            residual="below 10^-60",
        ),
        premises=("1",),
        dimension="ok",
        transcription="not parsed",
        mutants=Mutants(8, 7, (Survivor("drop $\\hbar^2$", "the dropped term is below the tolerance", False),)),
        note="The sum runs over pairs.",
    )
    rescued = claim(
        "4",
        "II.B",
        "series",
        r"\frac{1}{1-x} \approx 1 + x",
        reading(
            Outcome.REFUTED,
            Grade.EXACT,
            "evaluation at a rational point",
            "the two sides differ",
            counterexample=Counterexample((("x", "1/2"),), "2", "3/2"),
        ),
        reading(
            Outcome.PROVED,
            Grade.SYMBOLIC,
            "series",
            "the first omitted term is $x^2$",
            name="to first order",
            condition=r"$x \to 0$, terms of order $x^2$ dropped",
            printed=r"\frac1{1-x} = 1 + x + O(x^2)",
        ),
        dimension="ok",
        mutants=Mutants(5, 5),
    )
    failed = claim(
        "5-nA",
        "II.B / Fig. 2",
        "value",
        r"$\Phi_0 = \frac{hc}{2e}$ is $4.14\cdot10^{-7}$ G cm² <approximately>",
        reading(
            Outcome.REFUTED,
            Grade.BALL,
            "interval of the printed digits",
            "the value is twice as small as printed",
            counterexample=Counterexample(((r"\hbar", "1"), ("R_b", "3/2"), ("e_{ij}", "-1")), "2.0678", "4.14"),
            residual="factor 2.0021",
        ),
        reading(
            Outcome.UNDECIDED,
            None,
            "quadrature",
            "stopped after 20 s",
            name="in SI",
            condition="SI units",
            reason=Reason.TIME,
        ),
        premises=("2",),
        dimension="left side magnetic flux, right side magnetic flux / charge",
        transcription="agrees",
        correction=r"$\Phi_0 = hc/2e \approx 2.07\cdot10^{-7}$ G cm²",
        affects=("4",),
    )
    undecided = claim(
        "6",
        "III",
        "integral",
        r"\oint \Psi^\dagger\Box^2\Psi\,d\varphi = \mathcal{E}_F",
        reading(Outcome.UNDECIDED, None, "", "the integrand is outside what the engine knows", reason=Reason.UNKNOWN),
        dimension="ok",
    )
    broken = claim(
        "7", "III", "identity", r"\frac{a}{\left( b \unknowncommand",
        reading(Outcome.UNDECIDED, None, "normal form", "the worker died", reason=Reason.CRASH),
    )  # fmt: skip
    prose = claim(
        "t1", "IV", "remark", "spontaneous currents are seen in many rings (v/c)^2\\sim10^{-4} at 1-2 mK",
        reading(Outcome.PROSE, None, "", "a statement about experiments"),
    )  # fmt: skip
    ring = PaperAudit(
        "ring",
        "Currents in a charged ring: α & β",
        'A. Author and B. <Writer>, "J. Invented Phys." 1, 2 (1999)',
        "Gaussian",
        (given, proved, sums, rescued, failed, undecided, broken, prose),
    )
    short = PaperAudit("short", "A short note", "C. Scholar, 2001", "SI", (given,))
    return Audit({"referee": "0.1.0", "sympy": "1.14.0"}, (ring, short), {"seed": "0"})


def terminal_text(audit: Audit) -> str:
    stream = io.StringIO()
    terminal.print_summary(audit, stream)
    for number in (3, 4):
        stream.write("\n" + "-" * 20 + "\n")
        terminal.show_claim(audit.papers[0].claims[number], audit.papers[0], stream)
    return stream.getvalue()


# --- snapshots -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "tell"),
    [
        ("audit.json", json_report.render),
        ("audit.md", markdown.render),
        ("junit.xml", junit.render),
        ("terminal.txt", terminal_text),
    ],
)
def test_snapshot(name: str, tell: Callable[[Audit], str]) -> None:
    text = tell(sample_audit())
    path = SNAPSHOTS / name
    if os.environ.get("REFEREE_UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_sample_has_every_result() -> None:
    assert {each.result for each in sample_audit().papers[0].claims} == set(Result)


@pytest.mark.parametrize("render", [json_report.render, markdown.render, html.render, junit.render, terminal_text])
def test_same_audit_same_bytes(render: Callable[[Audit], str]) -> None:
    assert render(sample_audit()) == render(sample_audit())
