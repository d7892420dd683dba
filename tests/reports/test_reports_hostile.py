"""Hostile and odd content: nothing crashes, nothing runs, nothing floods."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import html, json_report, junit, markdown, sarif, table, terminal, write
from reports.text import anchor, clean, clip, is_formula, segments
from reports.typeset import typeset
from tests.common.examples import examples
from verify.verdicts import (
    Audit,
    ClaimAudit,
    Counterexample,
    Evidence,
    Grade,
    Ground,
    Inherited,
    Mutants,
    Outcome,
    PaperAudit,
    Reason,
    Result,
    Survivor,
    Verdict,
)

NASTY = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    r"\text{<script>alert(1)</script>}",
    r"\href{javascript:alert(1)}{x}",
    r"$\text{</math><script>alert(1)</script>}$",
    r"\class{x' onclick='alert(1)}{y} \style{color:red}{z}",
    r"\def\a{\b\b}\def\b{\c\c}\a",
    "$$$", "$", r"\$", "a $ b", "}{", "{" * 3000, r"\sqrt" * 900, r"\left(" * 200, "^" * 50, "x_" * 200,
    r"\frac{1}{" * 300,
    "x" * 1_000_000,
    r"\alpha " * 100_000,
    "word " * 100_000,
    "[bold red]markup[/]",
    "| pipe | `tick` ``two`` * _ # - \n- list\n\n# heading\r\n~~~\n",
    "\x1b[2J\x1b]0;title\x07 bell \x00 nul \x9b",
    "\u202eright to left\u2066 \ud800 lone \ufffe \u2028",
    "", " ", "\n", "é α → 𝐁 漢字 🙂",
]  # fmt: skip


OUTCOMES = (Outcome.REFUTED, Outcome.PROVED, Outcome.UNDECIDED)


def audit_of(text: str, result: Result = Result.FAIL) -> Audit:
    """An audit with the text everywhere that text can be."""
    evidence = Evidence(text, text, Counterexample(((text, text),), text, text), text, (text, text), Reason.CRASH)
    readings = tuple(Verdict(text, outcome, Grade.BALL, evidence, text, Ground.DOMAIN, (text,)) for outcome in OUTCOMES)
    mutants = Mutants(2, 1, (Survivor(text, text, False),))
    claim = ClaimAudit(text, text, text, text, result, readings, (text, "x"), text, text, mutants, text, (text,), text)
    claim = replace(claim, inherits=(Inherited(text, text),), dimension_detail=text)
    return Audit({text: text}, (PaperAudit(text, text, text, text, (claim, claim)),), {text: text})


def tell_everything(audit: Audit) -> str:
    """Tells the audit in every format, checks the page and the XML; returns what the terminal got."""
    from tests.reports.test_reports import assert_harmless

    assert_harmless(html.render(audit))
    markdown.render(audit)
    ET.fromstring(junit.render(audit))
    json.loads(json_report.render(audit))
    json.loads(sarif.render(audit))
    assert all(len(line) == len(table.COLUMNS) for line in csv.reader(io.StringIO(table.render(audit), newline="")))
    stream = io.StringIO()
    terminal.print_summary(audit, stream)
    for paper in audit.papers:
        for claim in paper.claims:
            terminal.show_claim(claim, paper, stream)
    return stream.getvalue()


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_nasty_text(text: str) -> None:
    shown = tell_everything(audit_of(text))
    assert not {char for char in shown if char < " " and char not in "\n"}


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(st.text(max_size=60), st.sampled_from(Result))
def test_any_text(text: str, result: Result) -> None:
    tell_everything(audit_of(text, result))


PIECES = [
    r"\frac",
    r"\sqrt",
    r"\left(",
    r"\right)",
    r"\left[",
    r"\right]",
    r"{",
    r"}",
    r"{",
    r"}",
    r"^",
    r"_",
    r"^",
    r"_",
    r"\hbar",
    r"\mathbf",
    r"\mathrm",
    r"\text",
    r"x",
    r"1",
    r"2.5",
    r"+",
    r"-",
    r"=",
    r"/",
    r"&",
    r"\\",
    r",",
    r"'",
    r"\begin{pmatrix}",
    r"\end{pmatrix}",
    r"\vec",
    r"\hat",
    r"\sum",
    r"\int",
    r"\langle",
    r"\rangle",
    r"\in",
    r"\sin",
    r"\lim",
    r"\,",
    r"\quad",
    r"\not",
    r"\big",
    r"<",
    r">",
    r"$",
    r"\mathop",
]
LATEX = st.lists(st.sampled_from([*PIECES, "|"]), max_size=14).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=examples(400))
@given(LATEX)
def test_any_latex_is_well_formed_or_refused(latex: str) -> None:
    for display in (False, True):
        markup = typeset(latex, display=display)
        if markup is not None:
            assert ET.fromstring(str(markup).replace("&nbsp;", " ")).tag == "math"


@settings(derandomize=True, deadline=None, max_examples=examples(300))
@given(st.one_of(LATEX, st.text(max_size=40)))
def test_segments_lose_nothing(text: str) -> None:
    joined = "".join(part.text for part in segments(text))
    assert "".join(joined.split()).replace("$", "") == "".join(text.split()).replace("$", "")


@settings(derandomize=True, deadline=None)
@given(st.text(max_size=8), st.text(max_size=8))
def test_different_labels_have_different_anchors(first: str, second: str) -> None:
    assert (anchor("p", first) == anchor("p", second)) == (first == second)


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_reports_stay_small(text: str) -> None:
    """A megabyte in every field must not become tens of them in the page."""
    assert len(html.render(audit_of(text))) < 1_500_000
    assert len(markdown.render(audit_of(text))) < 1_000_000


def test_lone_surrogates_survive_the_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    audit = audit_of("\ud800")
    (path,) = write(audit, tmp_path, ["json"])
    assert Audit.from_json(path.read_text(encoding="utf-8")) == audit
    write(audit, tmp_path, ["html", "md", "junit"])


def test_an_audit_of_nothing() -> None:
    tell_everything(Audit({}, ()))
    tell_everything(Audit({}, (PaperAudit("p", "t", "c", "SI", ()),)))


def test_a_claim_without_readings() -> None:
    claim = ClaimAudit("1", "I", "identity", "a=b", Result.PASS_IF, ())
    tell_everything(Audit({}, (PaperAudit("p", "t", "c", "SI", (claim,)),)))


def test_clip_says_what_it_cut() -> None:
    assert clip("x" * 12, 10) == "x" * 10 + "… (2 more characters)"
    assert clean("a\x1bb\u202ec\n") == "a\ufffdb\ufffdc\n"


# --- typesetting ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"\mathbf B", "<mi>𝐁</mi>"),
        (r"\mathcal E", "<mi>ℰ</mi>"),
        (r"\boldsymbol\sigma", "<mi>𝝈</mi>"),
        (r"\mathrm{nA}", "<mi>nA</mi>"),
        (r"\mathrm{m}", '<mi mathvariant="normal">m</mi>'),
        (r"\hbar", "<mi>ℏ</mi>"),
        (r"a\sim b", "<mo>∼</mo>"),
        (r"\sum_{i<j}", "<munder><mo>∑</mo>"),
        (r"\lim_{x\to0}x", "<munder><mo"),
        (r"=-1", '<mo form="prefix">−</mo>'),
        (r"x-1", "<mo>−</mo>"),
        (r"\tfrac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        (r"\left[x\right]", "<mo>[</mo>"),
        (r"E'", "<mrow><mi>E</mi><mo"),
        (r"\not= 0", "<mo>≠</mo>"),
        (r"\text{a < b}", "<mtext>a\u00a0&lt;\u00a0b</mtext>"),
    ],
)
def test_typeset(latex: str, wanted: str) -> None:
    assert wanted in str(typeset(latex, display=True))


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{a}",
        r"\unknown x",
        r"\def\a{b}\a",
        r"\cancel{x}",
        "a & b",
        r"x\label{eq}",
        "",
        " ",
        r"\href{https://x.org}{x}",
    ],
)
def test_what_cannot_be_set_is_refused(latex: str) -> None:
    assert typeset(latex) is None


@pytest.mark.parametrize(
    ("printed", "math"),
    [
        (r"(v/c)^2\sim10^{-4} in the atomic world", [r"(v/c)^2\sim10^{-4}"]),
        (r"unchanged for n_\phi\to n_\phi+1/2; period \Phi_0/2", [r"n_\phi\to n_\phi+1/2;", r"\Phi_0/2"]),
        ("c=1 gives equation (2)", ["c=1"]),
        ("F = K q_1 q_2/d^2", ["F = K q_1 q_2/d^2"]),
        (r"\Phi_0=hc/2e\ \text{is the quantum}", [r"\Phi_0=hc/2e\ \text{is the quantum}"]),
        (r"\left( a + b \right) c", [r"\left( a + b \right) c"]),
        ("long cylinder: similar value", []),
        ("current is double: $I_2=2I$, always", ["I_2=2I"]),
        ("h/e", ["h/e"]),
    ],
)
def test_words_and_formulas_are_told_apart(printed: str, math: list[str]) -> None:
    assert [part.text for part in segments(printed) if part.math] == math
    assert is_formula(printed) == (math == [printed])


def test_a_symbol_keeps_its_whole_subscript() -> None:
    assert "<mi>He</mi>" in str(html.symbol("r_He"))
    assert "<mi>ℏ</mi>" in str(html.symbol("ħ"))
    assert str(html.symbol("<b>")) == typeset("<b>")
