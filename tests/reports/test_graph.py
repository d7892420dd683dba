"""The derivation graph: laid out by Graphviz, told what is wrong and what that spoils, safe with any label."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from reports import ReportError, graph, layout, write
from tests.common.browser import PROGRAM, Browser
from tests.reports.test_browser import the_audit
from tests.reports.test_findings import holds, paper, refuted, wrong
from tests.reports.test_reports import Page, sample_audit
from tests.reports.test_reports_hostile import NASTY, audit_of
from verify.verdicts import Audit, ClaimAudit

needs_graphviz = pytest.mark.skipif(not layout.is_there(), reason="Graphviz is not installed")


def test_without_graphviz_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "PROGRAM", "no-such-program")
    with pytest.raises(ReportError, match=r"^format='graph': a derivation graph needs Graphviz"):
        write(sample_audit(), tmp_path / "new", ["html", "graph"])
    assert not (tmp_path / "new").exists()


@needs_graphviz
def test_layers_follow_the_argument() -> None:
    found = layout.lay_out([(40, 20)] * 3, [(0, 1), (1, 2), (0, 2)])
    first, second, third = (x for x, _ in found.boxes)
    assert first < second < third
    assert {(a, b) for a, b, _ in found.arrows} == {(0, 1), (1, 2), (0, 2)}


@needs_graphviz
def test_wrong_lines_and_what_they_spoil() -> None:
    page = Page(graph.render(the_audit()))
    boxes = [attributes.get("class") for tag, attributes in page.tags if tag == "rect"]
    assert "fail" in boxes
    assert "pass-if spoilt" in boxes
    assert "bad" in [attributes.get("class") for tag, attributes in page.tags if tag == "path"]
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {"p1", "p1..1"} <= set(ids)


@needs_graphviz
def test_pieces_that_hang_together_with_nothing_are_left_out() -> None:
    chain = [replace(holds(f"a{n}"), premises=(f"a{n - 1}",) if n else ()) for n in range(6)]
    pair = [holds("b1"), replace(holds("b2"), premises=("b1",))]
    wrong_pair = [wrong("c1", "a = b", refuted("No.")), replace(holds("c2"), premises=("c1",))]

    def drawn(*claims: ClaimAudit) -> set[str]:
        made = graph.render(Audit({}, (paper(*claims),)))
        whole = made[made.index("~all") : made.index("</section>", made.index("~all"))]
        return set(re.findall(r"index.html#p1\.\.(\w+)", whole))

    assert drawn(*chain, *pair, *wrong_pair) == {*(f"a{n}" for n in range(6)), "c1", "c2"}
    assert drawn(*pair) == {"b1", "b2"}


@needs_graphviz
def test_boxes_lead_to_the_page_and_the_page_to_the_graph(tmp_path: Path) -> None:
    files = write(the_audit(), tmp_path, ["html", "graph"])
    index, drawn = (Page(file.read_text(encoding="utf-8")) for file in files)
    targets = {href.partition("#")[2] for href in drawn.values("href") if href.startswith("index.html#")}
    assert targets
    assert targets <= set(index.values("id"))
    back = {href.partition("#")[2] for href in index.values("href") if href.startswith("graph.html#")}
    assert back
    assert back <= set(drawn.values("id"))


@needs_graphviz
@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_hostile_labels(text: str) -> None:
    made = graph.render(audit_of(text))
    page = Page(made)
    assert made.count("<script") == 1
    assert not {tag for tag, _ in page.tags} & {"img", "iframe"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]


@needs_graphviz
def test_an_audit_of_nothing() -> None:
    assert "<svg" not in graph.render(Audit({}, ()))


@needs_graphviz
@pytest.mark.slow
@pytest.mark.skipif(PROGRAM is None, reason="no Chromium here")
def test_in_a_browser(tmp_path: Path) -> None:
    _, file = write(the_audit(), tmp_path, ["html", "graph"])
    parser = html5lib.HTMLParser()
    parser.parse(file.read_text(encoding="utf-8"))
    assert parser.errors == []
    with Browser() as browser:
        page = browser.open(file, query="#p1..1")
        assert page.problems() == []
        before = page.value("document.querySelector('.sheet svg').getBoundingClientRect().width")
        page.value(
            "document.querySelector('.sheet').dispatchEvent(new WheelEvent('wheel', { deltaY: -400, ctrlKey: true, cancelable: true }))"
        )
        assert page.value("document.querySelector('.sheet svg').getBoundingClientRect().width") > 2 * before
        page.click("[...document.querySelectorAll('[id=\"p1..1\"] a')].find(a => a.textContent.includes('(1)'))")
        browser.wait_for("Page.loadEventFired")
        assert page.value("location.href").endswith("index.html#p1..1")
