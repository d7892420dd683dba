"""What a reader of the reports sees: corrections, numbers, formulas typed in plain letters, a narrow screen."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from reports import html, markdown, terminal
from reports.letters import in_encoding
from reports.text import readable, segments
from reports.typeset import typeset
from verify.verdicts import (
    Audit,
    ClaimAudit,
    Counterexample,
    Evidence,
    Grade,
    Ground,
    Mend,
    Outcome,
    PaperAudit,
    Result,
    Verdict,
    result_of,
)

LITERAL = Verdict(
    "as printed",
    Outcome.REFUTED,
    Grade.BALL,
    Evidence("counterexample", "Computed 1.25e-7, printed 1.52e4.", Counterexample((("r", "2"),), "8", "4e9")),
)
SQUARE = Verdict(
    "square", Outcome.PROVED, Grade.EXACT, Evidence("identical", "Both sides are the same."), ground=Ground.CORRECTION
)


def audit_of(*readings: Verdict, correction: str | None = None, note: str | None = None, printed: str = "r^3") -> Audit:
    claim = ClaimAudit("1", "I", "step", printed, result_of(readings), readings, correction=correction, note=note)
    return Audit({}, (PaperAudit("ring", "A ring", "nobody", "SI", (claim,)),))


def told(audit: Audit) -> str:
    stream = io.StringIO()
    terminal.print_summary(audit, stream)
    return stream.getvalue()


def shown(audit: Audit) -> str:
    stream = io.StringIO()
    terminal.show_claim(audit.papers[0].claims[0], audit.papers[0], stream)
    return stream.getvalue()


def test_the_list_of_fails_shows_the_correction() -> None:
    audit = audit_of(LITERAL, SQUARE, correction=r"r^2 = \frac{a}{b}")
    assert audit.papers[0].claims[0].result is Result.FAIL
    assert "should be: r² = a/b" in told(audit)
    text = markdown.render(audit)
    assert r"| $`r^{3}`$ | $`r^{2} = \frac{a}{b}`$ |" in text
    page = html.render(audit)
    assert page.count(">should be<") == 1


def test_a_reading_that_holds_beside_a_fail_is_called_the_correction() -> None:
    audit = audit_of(LITERAL, SQUARE)
    assert "square: proved (exact)   [this is the correction]" in shown(audit)
    assert (
        "<b>square</b> (correction): holds, in exact arithmetic. <span class=a>(proved, grade exact)</span>"
        in html.render(audit)
    )
    assert "right: square. Both sides are the same." in told(audit)


def test_no_correction_where_nothing_failed() -> None:
    audit = audit_of(replace(SQUARE, name="as printed", ground=None))
    assert "correction:" not in shown(audit) + told(audit) + markdown.render(audit)


def test_numbers_as_a_physicist_writes_them() -> None:
    audit = audit_of(LITERAL, printed=r"$I \approx 1.52\cdot 10^4$")
    for text in (shown(audit), markdown.render(audit), html.render(audit)):
        assert "omputed 1.25·10⁻⁷, printed 1.52·10⁴" in text
    assert "Left side: 8; right side: 4·10⁹." in html.render(audit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1e-4", "10⁻⁴"),
        ("-2.50E+09 Hz", "-2.50·10⁹ Hz"),
        ("below 10^-60", "below 10⁻⁶⁰"),
        ("ħ^2/(4·m_e^2)", "ħ²/(4·m_e²)"),
        ("155550193050., printed", "155550193050, printed"),
        ("0x1e4 and x1e4 and a.1e4 stay", "0x1e4 and x1e4 and a.1e4 stay"),
        ("$10^{2}$ and $1e4$", "$10^{2}$ and $1e4$"),
        ("2^(1/3) and x^2.5", "2^(1/3) and x^2.5"),
    ],
)
def test_readable(text: str, expected: str) -> None:
    assert readable(text) == expected
    assert readable(expected) == expected


@pytest.mark.parametrize(
    ("plain", "latex"),
    [
        ("e_ij/r_ij", "e_{ij}/r_{ij}"),
        ("1.3·10⁻²", "1.3·10^{-2}"),
        ("R^(d−1)", "R^{d−1}"),
        ("N_max", r"N_{\mathrm{max}}"),
        ("φ\u0307_i + ė", r"\dot{φ}_i + \dot{e}"),
    ],
)
def test_plain_letters_are_typeset_as_they_are_meant(plain: str, latex: str) -> None:
    assert typeset(plain) == typeset(latex) is not None


def test_latex_is_left_as_it_is() -> None:
    told, meant = (str(typeset(latex)) for latex in (r"\alpha e_ij", r"\alpha e_i j"))
    assert told.partition("<annotation")[0] == meant.partition("<annotation")[0]


def test_a_product_of_latin_and_greek_is_mathematics() -> None:
    assert [part.text for part in segments("where r ≡ Rφ") if part.math] == ["r ≡ Rφ"]


def test_every_formula_has_a_scroll_box() -> None:
    long = " + ".join(f"x_{{{index}}}" for index in range(60))
    audit = audit_of(
        LITERAL, correction=f"Reversed: ${long} \\le 1$.", printed=f"where ${long}$ holds", note=f"${long}$"
    )
    page = html.render(audit)
    inline = re.findall(r"(<[^<>]*>)<math>", page)
    assert len(inline) > 2
    assert set(inline) == {"<span class=w>"}
    style = page[page.index("<style>") : page.index("</style>")]
    assert re.search(r"\.w\{[^}]*max-width:100%;overflow:auto hidden", style)


def test_markdown_has_no_tag_of_a_paper() -> None:
    evil = "<img src=x onerror=alert(1)>"
    readings = Verdict("as printed", Outcome.PROSE, None, Evidence("", f"{evil} $a {evil}$"))
    text = markdown.render(audit_of(readings, printed=f"{evil} $x_{{{evil}}}$ \\alpha", note=f"`{evil}` \\beta {evil}"))
    assert "<img" not in text
    assert "<script" not in markdown.render(audit_of(readings, note="<script>1</script>"))


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("ħ² − φ_0 ≤ 10⁻⁴", "ascii", "hbar^2 - phi_0 <= 10^-4"),
        ("é − 1", "latin-1", "é - 1"),
        ("é Φ λ 漢", "ascii", "e Phi lambda \\u6f22"),
        ("φ\u0307", "cp1252", "phi"),
        ("unchanged ħ²", "utf-8", "unchanged ħ²"),
        ("ħ", "no-such-encoding", "hbar"),
    ],
)
def test_letters_of_a_poorer_encoding(text: str, encoding: str, expected: str) -> None:
    assert in_encoding(text, encoding) == expected


def test_a_terminal_writes_formulas_in_plain_letters() -> None:
    words = "Nothing like $\\frac{1}{2}$, but $a = 2b$."
    assert "right: Nothing like 1/2, but a = 2b." in told(audit_of(LITERAL, correction=words))


def test_what_is_taken_on_trust_is_counted_apart() -> None:
    taken = ClaimAudit(
        "17", "I", "given", "a = b", Result.GIVEN, (Verdict("as printed", Outcome.GIVEN, None, Evidence("trust", "so")),),
        derived_on_page=True,
    )  # fmt: skip
    audit = Audit({}, (PaperAudit("ring", "A ring", "nobody", "SI", (taken,)),))
    words = "1 line derived on the page and taken on trust here: 17."
    assert words in told(audit)
    assert words in markdown.render(audit)
    assert words in html.render(audit)
    assert "on trust" not in told(audit_of(LITERAL))


def test_dimensions_that_differ_are_the_reason_of_a_fail() -> None:
    given = Verdict("as printed", Outcome.GIVEN, None, Evidence("postulate", "so"))
    claim = ClaimAudit(
        "43", "I", "given", "P = pT^4", result_of((given,), "mismatch"), (given,),
        dimension="mismatch", dimension_detail="a power against a power on an area",
    )  # fmt: skip
    audit = Audit({}, (PaperAudit("ring", "A ring", "nobody", "SI", (claim,)),))
    assert claim.result is Result.FAIL
    assert "the two sides differ in dimension" in told(audit)
    assert "A power against a power on an area." in told(audit)


def test_a_terminal_says_first_what_is_wrong_and_where_to_look_next() -> None:
    slip = Mend("the sign is wrong on the right")
    found = ClaimAudit("1", "I", "step", "a = b", Result.FAIL, (LITERAL,), transcription="agrees", mend=slip)
    heavy = replace(found, label="2", affects=("3",))
    later = replace(found, label="3", result=Result.PASS, mend=None)
    first = PaperAudit("ring", "A ring", "nobody", "SI", (found,))
    second = PaperAudit("disc", "A disc", "nobody", "SI", (heavy, later))
    lines = shown(Audit({}, (first,))).splitlines()
    assert lines[1] == "FAIL: wrong as printed: the sign is wrong"
    assert told(Audit({}, (first, second))).splitlines()[-2:] == [
        "gravest of all: disc (2), ring (1)",
        "next: referee show disc 2",
    ]
