"""Commands that a source defines: expanded as TeX does it, or the lines that use them stay open."""

from __future__ import annotations

import time

import pytest

from referee.macros import expanded
from referee.sources import find_equations
from tests.common.asking import drafted


@pytest.mark.parametrize(
    ("definition", "formula", "sides"),
    [
        (r"\renewcommand{\pi}{\Pi}", r"\cos \pi = -1", ("cos(Pi)", "-1")),
        (r"\renewcommand{\sqrt}[1]{(#1)^3}", r"\sqrt{4} = 64", ("64", "64")),
        (r"\renewcommand{\times}{+}", r"2 \times 3 = 6", ("5", "6")),
        (r"\newcommand{\cosh}{3}", r"\cosh x = 3x", ("3*x", "3*x")),
        (r"\def\lg{2}", r"\lg x = 2x", ("2*x", "2*x")),
        (r"\let\cos=\sin", r"\cos x = \sin x", ("sin(x)", "sin(x)")),
        (r"\DeclareMathOperator{\sin}{cos}", r"\sin x = \cos x", ("cos(x)", "cos(x)")),
        (r"\NewDocumentCommand{\over}{m m}{#2/#1}", r"\over{a}{b} = b/a", ("b/a", "b/a")),
        (r"\newcommand{\half}{\ensuremath{\frac12}\xspace}", r"\half x = x/2", ("x/2", "x/2")),
        (r"\newcommand{\half}{\frac12}\newcommand{\of}[2]{\half #1 #2^2}", r"\of{m}{v} = m v^2/2", None),
        (r"\newcommand*\sq[1]{#1^2}", r"\sq{a+b} = a + b^2", None),
        (r"\def\sq#1{#1^2}", r"\sq ab = a^2 b", None),
        (r"\newcommand{\x}{\sq}\newcommand{\sq}[1]{#1^2}", r"\x{a} = a^2", None),
        (r"\let\plain\pi\renewcommand{\pi}{2\plain}", r"\cos \pi = 1", ("1", "1")),
        (r"\let\t\sin\let\sin\cos\let\cos\t", r"\sin x = \cos x", ("cos(x)", "sin(x)")),
    ],
)
def test_what_the_source_defines_is_read_as_it_defines_it(
    definition: str, formula: str, sides: tuple[str, str] | None
) -> None:
    for text in (f"{definition} \\[ {formula} \\]", f"\\[ a = b \\]{definition} \\[ {formula} \\]"):
        claim = drafted(text)[-1]
        assert claim.kind in ("identity", "given")
        assert sides in (None, (claim.lhs, claim.rhs))
        assert "\\pi" not in claim.printed or "plain" in definition


@pytest.mark.parametrize(
    ("definition", "why"),
    [
        (r"{\renewcommand{\pi}{\Pi}}", "in a group"),
        (r"\begin{figure}\renewcommand{\pi}{\Pi}\end{figure}", "in a group"),
        (r"\ifx\a\b\def\pi{3}\else\def\pi{4}\fi", "under a condition"),
        (r"\AtBeginDocument{\renewcommand{\pi}{\Pi}}", "in a group"),
        (r"\newcommand{\setup}{\def\pi{3}}\setup", "other means"),
        (r"\expandafter\def\csname pi\endcsname{3}", "other means"),
        (r"\makeatletter\@namedef{pi}{3}\makeatother", "other means"),
        (r"\DeclarePairedDelimiter{\pi}{|}{|}", "other means"),
        (r"\newcommand{\pi}[2][x]{#1#2}", "optional or delimited"),
        (r"\def\pi(#1){#1}", "optional or delimited"),
        (r"\edef\pi{3}", "no plain formula"),
        (r"\newcommand{\pi}{\ifmmode 3\else 4\fi}", "no plain formula"),
        (r"\renewcommand{\pi}{\pi_0}", "no end"),
        (r"\newcommand{\pi}[9]{#1}", "without all its arguments"),
        (r"\providecommand{\pi}{3}", "may leave it"),
    ],
)
def test_what_is_not_followed_leaves_its_lines_open(definition: str, why: str) -> None:
    claims = drafted(rf"{definition} \[ \cos \pi = -1 \] \[ 2 + 2 = 4 \]")
    assert [claim.kind for claim in claims] == ["missing", "identity"]
    assert r"the source defines \pi " in claims[0].why
    assert why in claims[0].why


def test_a_row_that_goes_on_keeps_the_doubt() -> None:
    (claim,) = drafted(r"\def\pi(#1){#1} \[ x = a \] \[ = \pi(3) \]")
    assert claim.kind == "missing"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (r"\newcommand{\half}{\frac12} b^\half \frac\half2", r"  b^{\frac12} \frac{\frac12}2"),
        (r"\newcommand{\ab}{ab} x^\ab \alpha\ab", r"  x^ab \alpha ab"),
        (r"\newcommand{\hide}[1]{} a \hide{b {c}} d", "  a  d"),
        ("\\newcommand{\\two}[1]{#1#1}\n\\two{a\nb}\nc", " \na\nba b\nc"),
        (r"\verb|\def\pi{3}| \pi", r"\verb|\def\pi{3}| \pi"),
        (r"no macros \pi {", r"no macros \pi {"),
    ],
)
def test_expansion_goes_by_tokens_and_keeps_lines(text: str, made: str) -> None:
    assert expanded(text).text == made


def test_markdown_defines_in_formulas_and_not_in_code() -> None:
    source = find_equations("$$\\newcommand{\\half}{\\frac12}$$\n\n`\\def\\x{3}`\n\n$$\\half \\x = a$$", latex=False)
    assert [display.latex for display in source.displays] == [r"\frac12 \x = a"]


@pytest.mark.parametrize(
    "text", [r"\def\a{" * 50_000, r"\def\a{\a\a}" + r"\a" * 300, r"\newcommand{\x}[" * 20_000, r"\def\a#1{#1#1}" + r"\a{" * 3000]
)  # fmt: skip
def test_no_definition_takes_long(text: str) -> None:
    begun = time.process_time()
    assert len(expanded(text).text) < 5_000_000
    assert time.process_time() - begun < 30


def test_the_base_of_a_logarithm_is_asked_for_in_any_spelling() -> None:
    for text in (r"\newcommand{\Log}{\operatorname{log}} \[ \Log 10 = 1 \]", r"\[ \mathrm{log} 10 = 1 \]"):
        (claim,) = drafted(text)
        assert "may mean two things" in claim.why
    (claim,) = drafted(r"\let\log\lg \[ \log 100 = 2 \]")
    assert claim.kind == "identity"
