"""Formulas of the page: their LaTeX inside, spoken words, the font that has their letters, and fewer bytes."""

from __future__ import annotations

import html as entities
import re
from html.parser import HTMLParser

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from reports import html, math_font
from reports.edit import DELETED, INSERTED
from reports.lean import lean
from reports.page_text import marked
from reports.spoken import spoken
from reports.typeset import typeset
from tests.reports.test_reports import sample_audit
from verify.verdicts import Audit


def source(latex: str) -> str | None:
    """What stands in the formula as its LaTeX."""
    found = re.search(r'<annotation encoding="application/x-tex">(.*?)</annotation>', str(typeset(latex)))
    return None if found is None else entities.unescape(found[1])


@pytest.mark.parametrize("latex", [r"\frac{e^2}{mc}", r"a_{ij} < b", r"\alpha", r"x_1^2", r"\left[ x \right]"])
def test_a_formula_has_its_latex_inside(latex: str) -> None:
    assert source(latex) == latex


@pytest.mark.parametrize("latex", ["x", "2", "a = b + 2", "R_c", "x^{2} - V_b"])
def test_a_formula_that_its_letters_tell_has_none(latex: str) -> None:
    assert source(latex) is None


def test_every_formula_of_a_page_has_its_latex_or_tells_it() -> None:
    for formula in re.findall(r"<math.*?</math>", html.render(sample_audit()), re.DOTALL):
        assert "<annotation encoding=application/x-tex>" in formula or "<m" not in re.sub(r"</?(?:m[ino]|msu[bp]|math)\b[^>]*>", "", formula)  # fmt: skip


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"I_\Phi = - \frac{\Phi}{4 \pi^2} N", "I sub capital Phi equals minus the fraction capital Phi over 4 pi squared, end fraction N"),
        (r"\frac{a}{b}", "a over b"),
        (r"x^{-1} \le \sqrt{y'}", "x to the minus 1, end power is at most the root of y prime, end root"),
        (r"\sum_{i=1}^N r_i^3", "the sum over i equals 1 to N of r sub i cubed"),
        (r"f\left(\vec{v}\right)", "f open bracket v vector close bracket"),
        (r"\frac{a}{", ""),
    ],
)  # fmt: skip
def test_spoken(latex: str, words: str) -> None:
    assert spoken(latex) == words


def test_what_is_inserted_and_deleted_is_said() -> None:
    made = str(marked(rf"a = {INSERTED[0]} 2 {INSERTED[1]} b {DELETED[0]} \hbar {DELETED[1]}"))
    assert 'aria-label="a equals insert 2 end insert b delete h bar end delete"' in made
    assert r'encoding="application/x-tex">a = 2 b \hbar</annotation>' in made


@given(st.text(alphabet="xyz\\{}^_$<>&\"'= \n\ue000\ue001αfrac", max_size=30))
def test_any_text_has_words_without_marks(latex: str) -> None:
    words = spoken(latex)
    assert not set(words) & {"\ue000", "\ue001", "\ue002", "\ue003"}


# --- the font ------------------------------------------------------------------------------------


def test_the_small_font_has_the_characters_that_it_is_said_to_have() -> None:
    pytest.importorskip("brotli")
    fonts = html.resources.files("reports").joinpath("fonts")
    (large, small) = (TTFont(str(fonts.joinpath(name.removeprefix("fonts/")))).getBestCmap() for name in (math_font.LARGE, math_font.SMALL))  # fmt: skip
    said = math_font._small()
    assert {code for code in said if code in large} <= set(small)


def test_a_rare_letter_brings_the_large_font() -> None:
    small, large = (math_font.embedded(f"<math><mi>{letter}</mi></math>") for letter in ("x", "𝔄"))
    assert len(small) < 60_000 < len(large)
    assert math_font.embedded("<p>𝔄</p><math><mi>x</mi><annotation>𝔄</annotation></math>") == small


# --- fewer bytes ---------------------------------------------------------------------------------


class Told(HTMLParser):
    """Tags with attributes, and words: all that a page says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[object] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said.append(" ".join(data.split()))


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_lean_page_says_the_same(words: str, more: str) -> None:
    from markupsafe import escape

    page = f'<section id="a"><p class="x" title="{escape(words)}">{escape(more)}</p>\n  <p data-b="{escape(more)}"><b>{escape(words)}</b></p></section>'
    assert Told(lean(page)).said == Told(page).said


def test_scripts_and_styles_stay() -> None:
    text = '<style>a { content: "<p class="x">"; }</style><script>let a = "<b id="c">";\n  a()</script>'
    assert lean(text) == text


def test_nothing_of_a_paper_takes_the_place_of_the_font() -> None:
    paper = sample_audit().papers[0]
    from dataclasses import replace

    page = html.render(Audit({}, (replace(paper, id="<the math font>", title="<the math font>"),)))
    assert page.count("<the math font>") == 0
    assert page.count("font/woff2;base64,d09G") == 1
