"""Pictures that were drawn before: the same bytes, and nothing that somebody else put on the shelf acts on the page."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import figure, pictures
from tests.common import processes
from verify.verdicts import Drawing, DrawnCurve, Mark, MarkKind


class Shelf:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.texts: dict[bytes, str] = {}

    def get(self, key: bytes) -> str | None:
        return self.texts.get(key)

    def put(self, key: bytes, text: str) -> None:
        self.texts[key] = text


def drawing(words: str = "y", height: str = "-1") -> Drawing:
    return Drawing(words, "x", words, (DrawnCurve(words, (("0", height), ("1", "1"))),), (Mark(words, "0.5", MarkKind.PRINTED),))  # fmt: skip


def drawn(what: Drawing, shelf: Shelf | None, prefix: str = "p") -> str:
    figure._svg.cache_clear()
    with pictures.kept_on(shelf):
        return str(figure.svg(what, prefix))


def test_a_picture_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    first = drawn(drawing(), shelf)
    assert first == drawn(drawing(), None)
    monkeypatch.setattr(figure, "_made", None)  # whoever draws now meets an error
    assert drawn(drawing(), shelf) == first
    for other, prefix in ((drawing(height="-2"), "p"), (drawing("z"), "p"), (drawing(), "q")):
        with pytest.raises(TypeError):
            drawn(other, shelf, prefix)


def test_another_program_draws_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    drawn(drawing(), shelf)
    monkeypatch.setattr(pictures, "_program", lambda: "another")
    drawn(drawing(), shelf)
    assert len(shelf.texts) == 2


@given(st.text(max_size=30))
def test_every_picture_of_ours_is_plain(words: str) -> None:
    assert pictures.is_plain(drawn(drawing(words), None))


HOSTILE = (
    "",
    "no picture",
    "<svg ",
    '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>',
    '<svg viewBox="0 0 1 1"><foreignObject><p>words</p></foreignObject></svg>',
    '<svg viewBox="0 0 1 1"><path d="M 0 0" onclick="alert(1)"/></svg>',
    '<svg viewBox="0 0 1 1" onload="alert(1)"/>',
    '<svg viewBox="0 0 1 1"><a href="#x"><text>here</text></a></svg>',
    '<svg viewBox="0 0 1 1"><use href="https://example.org/x.svg#a"/></svg>',
    '<svg viewBox="0 0 1 1"><use href="javascript:alert(1)"/></svg>',
    '<svg viewBox="0 0 1 1"><path style="fill:url(https://example.org/)"/></svg>',
    '<svg viewBox="0 0 1 1"><path style="fill:u\\72l(https://example.org/)"/></svg>',
    '<svg xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></svg>',
    '<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:script>alert(1)</h:script></svg>',
    '<svg viewBox="0 0 1 1"/><script>alert(1)</script>',
    '<svg viewBox="0 0 1 1"><!-- --></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>',
    '<svg viewBox="0 0 1 1">\ud800</svg>',
    '<svg viewBox="' + "0" * pictures.LONGEST + '"/>',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_plain_drawing_is_drawn_anew(text: str) -> None:
    shelf = Shelf()
    first = drawn(drawing(), shelf)
    (key,) = shelf.texts
    shelf.texts[key] = text
    assert drawn(drawing(), shelf) == first
    assert shelf.texts[key] == first


PAPER = {
    "schema": "referee.paper/1",
    **{"id": "curved", "title": "A false line", "citation": "nobody (2000)", "units": "SI", "sections": ["I"]},
    "symbols": {"x": {"latex": "x", "meaning": "a number", "dimension": {}, "assumptions": {"positive": True}}},
    "claims": [
        {
            **{"label": "1", "where": "I", "kind": "inequality", "printed": r"x^3 \ge x"},
            "says": {"statements": [{"lhs": ["Pow", "x", 3], "rhs": "x", "rel": ">="}]},
        }
    ],
}


@pytest.mark.slow
def test_a_page_that_is_as_it_was_loads_no_matplotlib(tmp_path) -> None:
    """Two audits of a paper with a picture: both pages are the same, and for the second nobody has to draw."""
    file = tmp_path / "curved.json"
    file.write_text(json.dumps(PAPER), encoding="utf-8")
    program = (
        "import sys; from referee.__main__ import start\n"
        "sys.argv = ['referee', *sys.argv[1:]]; status = start()\n"
        "print('matplotlib' in sys.modules, 'numpy' in sys.modules, file=sys.stderr)\n"
        "raise SystemExit(status)"
    )
    pages, loaded = [], []
    for name in ("first", "second"):
        where = ("--cache", str(tmp_path / "cache"), "--out", str(tmp_path / name))
        done = processes.run([sys.executable, "-c", program, "audit", str(file), *where])
        assert done.returncode == 1, done.stderr
        loaded.append(done.stderr.split()[-2:])
        pages.append((tmp_path / name / "index.html").read_text(encoding="utf-8"))
    assert loaded == [["True", "True"], ["False", "False"]]
    assert pages[0] == pages[1]
