"""The reports: a realistic audit told in every format, compared with files that a human has read.

`REFEREE_UPDATE_SNAPSHOTS=1 pytest tests/reports/test_reports.py` writes the snapshots anew; read the
difference before you commit it.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import io
import json
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from reports import ReportError, html, json_report, junit, markdown, terminal, write
from tests.common import processes
from verify.verdicts import (
    GRADE_MEANING,
    OUTCOME_MEANING,
    RESULT_MEANING,
    Audit,
    ClaimAudit,
    Counterexample,
    Drawing,
    DrawnCurve,
    Evidence,
    Fault,
    FaultKind,
    Grade,
    Ground,
    Inherited,
    Mend,
    Mutants,
    Need,
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
    ground: Ground | None = None,
    **evidence: Any,
) -> Verdict:
    return Verdict(name, outcome, grade, Evidence(method, detail, **evidence), condition, ground)


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
            ground=Ground.AMBIGUITY,
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
            ground=Ground.CONVENTION,
            reason=Reason.TIME,
        ),
        premises=("2",),
        dimension="mismatch",
        dimension_detail="left side magnetic flux, right side magnetic flux / charge",
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


# --- JSON ----------------------------------------------------------------------------------------


def body() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json_report.render(sample_audit()))
    return loaded


def is_valid(thing: Any) -> bool:
    return jsonschema.Draft202012Validator(json_report.schema()).is_valid(thing)


def test_schema_is_a_schema_and_accepts_the_sample() -> None:
    jsonschema.Draft202012Validator.check_schema(json_report.schema())
    jsonschema.Draft202012Validator(json_report.schema()).validate(body())


def test_json_has_the_findings_of_the_page() -> None:
    found = body()
    assert found["totals"] == {"PASS": 2, "PASS-IF": 1, "FAIL": 1, "OPEN": 2, "GIVEN": 2, "PROSE": 1}
    (only,) = found["findings"]
    assert (only["label"], only["anchor"], only["severity"], only["decides"]) == (
        "5-nA",
        "p1..5-nA",
        "major",
        "as printed",
    )
    assert only["later"] == [{"label": "4", "fate": "still holds"}]
    assert only["anchor"] in page(sample_audit()).values("id")


def test_json_reads_back() -> None:
    assert Audit.from_json(json_report.render(sample_audit())) == sample_audit()


@pytest.mark.parametrize(
    ("name", "words"),
    [("result", Result), ("outcome", Outcome), ("grade", Grade), ("reason", Reason), ("ground", Ground)],
)
def test_schema_has_the_words_of_the_contract(name: str, words: type) -> None:
    assert json_report.schema()["$defs"][name]["enum"] == [word.value for word in words]  # type: ignore[attr-defined]


def _set(*keys: Any) -> Callable[[Any], None]:
    """Sets what the path of keys, but for the last, leads to."""
    *path, value = keys

    def spoil(thing: Any) -> None:
        for key in path[:-1]:
            thing = thing[key]
        thing[path[-1]] = value

    return spoil


def _drop(*path: Any) -> Callable[[Any], None]:
    def spoil(thing: Any) -> None:
        for key in path[:-1]:
            thing = thing[key]
        del thing[path[-1]]

    return spoil


PASSED = ("papers", 0, "claims", 1)
RESCUED = ("papers", 0, "claims", 3)
FAILED = ("papers", 0, "claims", 4)
UNDECIDED = ("papers", 0, "claims", 5)
SOURCE = {
    "another schema": _set("schema", "referee.audit/1"),
    "no papers": _drop("papers"),
    "extra key": _set("verdict", "PASS"),
    "a version that is a number": _set("versions", "sympy", 1.14),
    "unknown result": _set(*PASSED, "result", "OK"),
    "missing mutants": _drop(*PASSED, "mutants"),
    "extra claim key": _set(*PASSED, "passed", True),
    "no readings": _set(*PASSED, "readings", []),
    "first reading not as printed": _set(*PASSED, "readings", 0, "name", "charitable"),
    "literal reading with a condition": _set(*PASSED, "readings", 0, "condition", "x > 0"),
    "PASS of a refuted reading": _set(*FAILED, "result", "PASS"),
    "PASS of an undecided reading": _set(*UNDECIDED, "result", "PASS"),
    "FAIL of a proved reading": _set(*PASSED, "result", "FAIL"),
    "PASS-IF without its condition": _set(*RESCUED, "readings", 1, "condition", None),
    "OPEN without a detail": _set(*UNDECIDED, "readings", 0, "evidence", "detail", ""),
    "proved without a grade": _set(*PASSED, "readings", 0, "grade", None),
    "unknown grade": _set(*PASSED, "readings", 0, "grade", "certain"),
    "refuted by nothing": _set(*RESCUED, "readings", 0, "evidence", "counterexample", None),
    "a point that is a list": _set(*FAILED, "readings", 0, "evidence", "counterexample", "point", []),
    "a float in a point": _set(*FAILED, "readings", 0, "evidence", "counterexample", "point", "R_b", 1.5),
    "unknown reason": _set(*UNDECIDED, "readings", 0, "evidence", "reason", "tired"),
    "unknown transcription": _set(*PASSED, "transcription", "ok"),
    "negative count": _set(*PASSED, "mutants", "killed", -1),
    "survivor without explanation": _drop(*PASSED, "mutants", "survivors", 0, "explanation"),
    "premises as a string": _set(*PASSED, "premises", "12"),
}


@pytest.mark.parametrize("damage", SOURCE.values(), ids=SOURCE.keys())
def test_schema_rejects_damage(damage: Callable[[Any], None]) -> None:
    spoiled = copy.deepcopy(body())
    damage(spoiled)
    assert not is_valid(spoiled)


# --- HTML ----------------------------------------------------------------------------------------

VOID = {"meta", "input", "br", "link", "img", "hr"}


CLOSED_BY_ITS_PARENT = {"p", "li", "td", "th", "tr", "dt", "dd"}
"""Elements whose end tag HTML leaves to the parser."""


class Page(HTMLParser):
    """Tags in order, checked for proper nesting."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f"unclosed {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1] != tag and self.open[-1] in CLOSED_BY_ITS_PARENT:
            self.open.pop()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def page(audit: Audit) -> Page:
    return Page(html.render(audit))


def assert_harmless(text: str) -> Page:
    """The page runs nothing and fetches nothing, whatever is in it."""
    found = Page(text)
    names = {tag for tag, _ in found.tags}
    assert not names & {"iframe", "img", "link", "object", "embed", "base", "form", "video"}
    assert text.count("<script") == 1
    assert text.count("<svg") == sum(tag == "svg" for tag, _ in found.tags)
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert not found.values("src")
    assert all(href.startswith(("#", "https://doi.org/10.", "https://arxiv.org/abs/")) for href in found.values("href"))
    style = text[text.index("<style>") : text.index("</style>")]
    assert all(url.startswith("data:font/woff2;base64,") for url in re.findall(r"url\((.{0,30})", style))
    assert "@import" not in style
    return found


def test_page_is_self_contained() -> None:
    found = assert_harmless(html.render(sample_audit()))
    policy = next(meta["content"] for tag, meta in found.tags if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    rules, _, named = policy.rpartition("; script-src ")
    assert rules == "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    text = html.render(sample_audit())
    script = text[text.index("<script>") + 8 : text.index("</script>")]
    assert named == f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_font_is_small_and_has_its_licence() -> None:
    fonts = Path(html.__file__).parent / "fonts"
    assert (fonts / "stix-two-math-subset.woff2").stat().st_size < 110_000
    assert (fonts / "stix-two-math-core.woff2").stat().st_size < 50_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text()


def test_links_lead_somewhere() -> None:
    found = page(sample_audit())
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in found.values("href")} <= set(ids)
    assert "From (0). " in found.text  # "0" is no claim of the paper: shown, not linked


def test_equal_labels_keep_separate_anchors() -> None:
    audit = sample_audit()
    paper = audit.papers[0]
    twice = Audit({}, (PaperAudit("p", "t", "c", "SI", (*paper.claims, *paper.claims)),) * 2)
    ids = page(twice).values("id")
    assert len(ids) == len(set(ids))


def test_page_tells_everything() -> None:
    text = page(sample_audit()).text
    for word in (
        "Currents in a charged ring: α & β", 'A. Author and B. <Writer>, "J. Invented Phys." 1, 2 (1999)',
        "Gaussian units", "1 of 6 checked claims is wrong. 2 hold as printed, 1 holds under a stated condition, 2 are open.",
        "Substitution, then normal form", "m ≠ 0", "B → -(-B): not caught, being equivalent: the sign cancels",
        "Holds if", "terms of order", "Factor 2.0021", "2.068", "4.14",
        "Worker crashed", "Outside every procedure", "SI units: not decided", "The sum runs over pairs.",
        "Left side magnetic flux, right side magnetic flux / charge", "not parsed", "should be",
        "5 of 6 deliberate errors caught", "sympy 1.14.0", "seed 0", "exact",
        *RESULT_MEANING.values(), *OUTCOME_MEANING.values(), *GRADE_MEANING.values(),
    ):  # fmt: skip
        assert word in text, word


def test_junit_tells_seconds_where_they_are_known() -> None:
    timed = replace(sample_audit(), timings={"ring": {"1": 0.5, "2": 0.25}})
    ring, short = ET.fromstring(junit.render(timed))
    assert (ring.get("time"), short.get("time")) == ("0.750", None)
    assert [case.get("time") for case in ring.findall("testcase")][:3] == ["0.500", "0.250", None]
    assert Audit.from_json(timed.to_json(timings=True)).timings == timed.timings
    assert timed.to_json() == sample_audit().to_json()
    assert is_valid(json.loads(json_report.render(sample_audit())) | {"timings": timed.timings})


def test_what_a_later_referee_adds_is_left_alone() -> None:
    def grown(thing: Any) -> Any:
        if isinstance(thing, list):
            return [grown(each) for each in thing]
        if not isinstance(thing, dict):
            return thing
        return {key: value if key in ("versions", "settings", "point") else grown(value) for key, value in thing.items()} | {"new": 1}  # fmt: skip

    assert Audit.from_json(json.dumps(grown(json.loads(sample_audit().to_json())))) == sample_audit()


def test_what_is_wrong_as_data_reads_back_and_is_valid() -> None:
    paper = sample_audit().papers[0]
    picture = Drawing("the slope", "x", "should be < 0", (DrawnCurve("y", (("0", "-1"), ("1", "1"))),), failing=(("0.5", "1"),))  # fmt: skip
    failed = paper.claims[4]
    evidence = replace(failed.literal.evidence, fault=Fault(FaultKind.MISSING, "2"), source="Jackson")
    told = replace(
        failed,
        readings=(replace(failed.literal, evidence=evidence), *failed.readings[1:]),
        mend=Mend("a factor $2$ is missing", "a = 2 b", None),
        corrected="a = 2 b",
        dimensions=("L", "1"),
        residual=picture,
        inherits=(Inherited("1", "(1) is read in its corrected form", Need.CORRECTED),),
    )
    audit = Audit({}, (replace(paper, claims=(*paper.claims[:4], told, *paper.claims[5:])),))
    read = Audit.from_json(json_report.render(audit))
    assert read == audit
    assert read.papers[0].claims[4].inherits[0].need is Need.CORRECTED
    assert is_valid(json.loads(json_report.render(audit)))
    text = html.render(audit)
    assert "The slope. Shaded: where the line is false." in text
    assert "fill:var(--fail)" in text[text.index("<svg viewBox") :]


def test_the_print_that_was_read() -> None:
    known = replace(sample_audit().papers[0], authors="A. <b>", version="v2", date="May 2020", doi="10.1000/182")
    text = html.render(Audit({}, (known,)), "1 May 2026")
    assert "A. &lt;b&gt; · v2 · May 2020 · <a rel=noreferrer href=https://doi.org/10.1000/182>doi:10.1000/182</a> · Gaussian units · audited 1 May 2026" in text  # fmt: skip
    assert Audit.from_json(Audit({}, (known,)).to_json()).papers == (known,)


def test_replies_are_told_in_every_format_for_readers() -> None:
    replies = {"ring": {"5-nA": "We *agree*."}}
    assert "the author replies: We \\*agree\\*." in markdown.render(sample_audit(), replies)
    (only,) = json.loads(json_report.render(sample_audit(), replies))["findings"]
    assert only["reply"] == "We *agree*."
    assert "We *agree*." in html.render(sample_audit(), replies=replies)


def test_broken_latex_is_shown_as_code() -> None:
    assert "<code>\\frac{a}{\\left( b \\unknowncommand</code>" in html.render(sample_audit())


# --- other formats -------------------------------------------------------------------------------


def test_junit_counts() -> None:
    suites = ET.fromstring(junit.render(sample_audit()))
    ring = suites[0]
    assert ring.attrib == {"name": "ring", "tests": "8", "failures": "1", "errors": "2", "skipped": "2"}
    assert len(ring.findall("testcase/failure")) == 1
    assert len(ring.findall("testcase/error")) == 2
    passed = [
        case for case in ring.findall("testcase") if {child.tag for child in case} <= {"properties", "system-out"}
    ]
    assert [case.attrib["name"] for case in passed] == ["2", "3", "4"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Ascii(io.StringIO):
    encoding = "ascii"


def test_terminal_is_plain_in_a_pipe_and_coloured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    pipe, screen = io.StringIO(), Terminal()
    terminal.print_summary(sample_audit(), pipe)
    terminal.print_summary(sample_audit(), screen)
    assert "\x1b" not in pipe.getvalue()
    assert "\x1b[" in screen.getvalue()
    bare = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
    assert max(map(len, bare.splitlines())) <= 60


def test_terminal_without_unicode() -> None:
    stream = Ascii()
    terminal.print_summary(sample_audit(), stream)
    terminal.show_claim(sample_audit().papers[0].claims[4], sample_audit().papers[0], stream)
    assert stream.getvalue().isascii()
    assert "5-nA" in stream.getvalue()


# --- writing -------------------------------------------------------------------------------------


def test_write(tmp_path: Path) -> None:
    files = write(sample_audit(), tmp_path / "new" / "deep", ["html", "json", "md", "junit", "html"])
    assert [file.name for file in files] == ["index.html", "audit.json", "audit.md", "junit.xml"]
    assert Audit.from_json(files[1].read_text(encoding="utf-8")) == sample_audit()
    assert sorted(each.name for each in files[0].parent.iterdir()) == sorted(file.name for file in files)


def test_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(
        ReportError, match=r"^format='pdf', expected one of json, md, html, junit, csv, sarif, graph, letter, figures$"
    ):
        write(sample_audit(), tmp_path / "out", ["json", "pdf"])
    assert not (tmp_path / "out").exists()


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ReportError, match=r"out': file exists, expected a folder that can be written$"):
        write(sample_audit(), tmp_path / "out", ["json"])
    assert (tmp_path / "out").read_text() == "mine"


def test_target_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "audit.json").mkdir()
    with pytest.raises(ReportError, match=r"audit.json': is a directory, expected a file that can be written$"):
        write(sample_audit(), tmp_path, ["json"])
    assert [each.name for each in tmp_path.iterdir()] == ["audit.json"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (tmp_path / "audit.json").write_text("old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((ReportError, KeyboardInterrupt)):
        write(sample_audit(), tmp_path, ["json"])
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("audit.json", "old")]


# --- layering ------------------------------------------------------------------------------------


def test_reports_need_no_computer_algebra_and_start_fast() -> None:
    code = (
        "import sys, reports, reports.terminal; assert not {'rich', 'jinja2', 'latex2mathml'} & set(sys.modules);"
        "import reports.html, reports.markdown, reports.junit, reports.json_report;"
        "assert not {'sympy', 'flint', 'mpmath', 'verify.claims', 'derivations'} & set(sys.modules)"
    )
    processes.run([sys.executable, "-c", code], check=True)


def test_what_the_formats_need_is_imported_while_others_work() -> None:
    """What draws pictures is not: it would take its memory beside that of the workers."""
    program = (
        "import sys, time, reports\n"
        "with reports.prepared_meanwhile(['html', 'no such format']) as typeset:\n"
        "    end = time.monotonic() + 60\n"
        "    while time.monotonic() < end and not hasattr(sys.modules.get('reports.html'), 'render'): time.sleep(0.01)\n"
        "print('reports.html' in sys.modules, 'matplotlib' in sys.modules)\n"
    )
    assert processes.run([sys.executable, "-c", program], check=True).stdout.split() == ["True", "False"]


def test_lines_that_are_handed_over_meanwhile_are_typeset_where_there_is_a_page() -> None:
    program = (
        "import time, reports\n"
        "for formats in (['json'], ['html']):\n"
        "    with reports.prepared_meanwhile(formats) as typeset:\n"
        "        typeset([r'\\frac{1}{2} = x', 'words only'])\n"
        "        end = time.monotonic() + (60 if 'html' in formats else 0)\n"
        "        while True:\n"
        "            from reports.typeset import typeset as setter\n"
        "            if setter.cache_info().currsize or time.monotonic() > end: break\n"
        "            time.sleep(0.01)\n"
        "    print(setter.cache_info().currsize)\n"
    )
    assert processes.run([sys.executable, "-c", program], check=True).stdout.split() == ["0", "1"]
