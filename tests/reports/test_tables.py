"""The audit for a spreadsheet and for a code scanner; the date of the page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from math import cos
from pathlib import Path

import pytest

from referee.output import today
from reports import ReportError, figure, figure_data, html, sarif, table, write
from tests.reports.test_browser import the_audit
from tests.reports.test_findings import holds, number, paper, refuted, wrong
from tests.reports.test_reports import sample_audit
from verify.verdicts import Audit, Counterexample, Drawing, DrawnCurve, Mark, MarkKind, Result


def rows(audit: Audit) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.render(audit), newline="")))


def test_a_line_a_claim() -> None:
    found = rows(the_audit())
    assert len(found) == sum(len(each.claims) for each in the_audit().papers)
    first = found[0]
    assert (first["paper"], first["label"], first["result"], first["severity"]) == ("ring2", "1", "FAIL", "major")
    assert first["what is wrong"] == "the sign is wrong"
    assert first["printed formula corrected"] == r"I_{\Phi} = - \frac{\Phi}{4 \pi^{2} R^{2}} N \frac{e^{2}}{m c}"
    assert first["later lines"] == "2: holds once the line is corrected; 3: falls with it"


def test_a_spreadsheet_computes_nothing() -> None:
    for evil in ("=1+1", "+1", "-1", "@SUM(A1)"):
        claim = holds(evil, result=Result.PASS)
        assert rows(Audit({}, (paper(claim),)))[0]["label"] == f"'{evil}"


def test_sarif_has_what_is_wrong_and_open() -> None:
    body = json.loads(sarif.render(sample_audit()))
    assert body["version"] == "2.1.0"
    found = body["runs"][0]["results"]
    assert [(each["ruleId"], each["level"]) for each in found] == [
        ("wrong", "error"),
        ("open", "note"),
        ("open", "note"),
    ]
    assert found[0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "ring/5-nA"
    assert "5-nA: the two sides differ in dimension." in found[0]["message"]["text"]
    assert {each["id"] for each in body["runs"][0]["tool"]["driver"]["rules"]} == {"wrong", "open"}
    assert len({each["partialFingerprints"]["claim/v1"] for each in found}) == 3


def test_the_page_bears_a_date_and_nothing_else_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == "2 January 1970"
    files = write(sample_audit(), tmp_path, ["html", "json", "csv", "sarif", "md", "junit"], today())
    assert [today() in file.read_text(encoding="utf-8") for file in files] == [True, *[False] * 5]


# --- the author's replies ------------------------------------------------------------------------------


def test_replies_are_shown_and_kept_through_a_new_audit(tmp_path: Path) -> None:
    text = '{"ring2": {"1": "We agree: <b>the sign</b> of $I_\\\\Phi$."}}'
    (tmp_path / "replies.json").write_text(text, encoding="utf-8")
    for _ in range(2):
        (file,) = write(the_audit(), tmp_path, ["html"])
        page = file.read_text(encoding="utf-8")
        assert page.count("The author replies.") == 1
        assert "We agree: &lt;b&gt;the sign&lt;/b&gt; of <math>" in page
    assert (tmp_path / "replies.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["{", "[]", '{"ring": "yes"}', '{"ring": {"1": 2}}', "[" * 100_000])
def test_replies_of_another_form_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "replies.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReportError, match=r"replies\.json: "):
        write(the_audit(), tmp_path, ["html"])
    assert not (tmp_path / "index.html").exists()


# --- pictures and their data ---------------------------------------------------------------------------


def test_a_wrong_column_is_drawn() -> None:
    cells = [
        wrong(f"table1.{name}.D", f"$d = {n}.5E+{n + 10}$", number("12.25", f"{n}.5e{n + 10}"), where="Table 1")
        for n, name in enumerate(("Si", "<b>", "Al"), 3)
    ]
    made = html.render(Audit({}, (paper(*cells),)))
    start = made.index('<svg class="figure column"')
    drawn = made[start : made.index("</svg>", start)]
    assert drawn.count("<circle") == 6  # the computed numbers, and how far off the printed ones are
    assert "printed / computed" in drawn
    assert ">Si</text>" in drawn
    assert "&lt;b&gt;</text>" in drawn
    assert "10⁰" in drawn


def test_points_of_figures() -> None:
    drawing = Drawing(
        "F", "x", "y", (DrawnCurve("=c", (("0", "1"), ("1", None))),), (Mark("=c", "0.5", MarkKind.PRINTED),)
    )
    claim = replace(holds("2"), figure=drawing)
    lines = list(csv.reader(io.StringIO(figure_data.render(Audit({}, (paper(claim),))), newline="")))
    assert lines[1:] == [
        ["ring", "2", "F", "'=c", "curve", "0", "1"],
        ["ring", "2", "F", "'=c", "curve", "1", ""],
        ["ring", "2", "F", "'=c", "zero, printed", "0.5", "0"],
    ]


# --- pictures of a residual -----------------------------------------------------------------------------


def over(low: int, high: int, height: Callable[[float], float], *failing: tuple[str, str]) -> Drawing:
    places = [low + (high - low) * n / 60 for n in range(61)]
    points = tuple((f"{x:.4f}", f"{height(x):.6f}") for x in places)
    return Drawing(
        "left side less right side",
        "x",
        "should be > 0",
        (DrawnCurve("left side less right side", points),),
        failing=failing,
    )


def test_an_angle_is_drawn_over_one_turn() -> None:
    found = figure.one_turn(over(-6, 6, cos, ("-5", "-2"), ("-1", "1"), ("5", "6")))
    places = [float(x) for x, _ in found.curves[0].points]
    assert min(places) == 0
    assert max(places) <= 6.2832
    assert found.failing == (("0", "1"), ("5", "6"))
    other = over(-6, -1, cos, ("-5", "-2"))
    assert figure.one_turn(other) == other


def test_a_curve_is_cut_only_at_a_pole() -> None:
    assert figure._heights(over(-6, 6, lambda x: 1 - 3 * cos(x) ** 2, ("-1", "1"))) is None
    assert figure._heights(over(1, 100, lambda x: x**4 - 16, ("1", "2"))) is not None


def test_a_picture_names_what_it_shows() -> None:
    point = Counterexample((("x", "2"),), "-2", "0", sides=("1 - 3*cos(x)^2", "0"))
    drawing = over(-6, 6, lambda x: 1 - 3 * cos(x) ** 2, ("-1", "1"))
    claim = wrong("1", "it grows", refuted("No.", counterexample=point), transcription="words", residual=drawing)
    page = html.render(Audit({}, (paper(claim),)))
    assert "needed &gt; 0</text>" in page
    assert "left side" not in page
