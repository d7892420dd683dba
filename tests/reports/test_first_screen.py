"""What stands above everything: the errors of all papers ranked, what was not checked, and long formulas round their change."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import html, json_report, markdown
from reports.around import LONGEST, around
from reports.edit import DELETED, INSERTED, MARKS, unmarked
from reports.findings import by_fate, findings, reach_words
from reports.not_checked import in_a_sentence, not_checked
from reports.one_term import sign_of_one_term
from reports.overview import overview
from reports.page_views import paper_view
from reports.plain_formula import plain
from tests.reports.test_findings import LOST_SIGN, holds, mended, number, paper, refuted, wrong
from tests.reports.test_reports import sample_audit
from verify.verdicts import Audit, ClaimAudit, Evidence, Mend, Need, Outcome, PaperAudit, Result, Verdict


def of(name: str, *claims: ClaimAudit) -> PaperAudit:
    return replace(paper(*claims), id=name, authors=f"N. {name.capitalize()}")


def two_papers() -> Audit:
    """One error that reaches three lines which all stand, and one with which a line is lost."""
    stands = [holds(label, result=Result.PASS) for label in ("2", "3", "4")]
    spoilt = [holds("2", Need.CORRECTED), holds("3", Need.AS_PRINTED)]
    first = wrong("1", "a = b", refuted("No."), affects=("2", "3", "4"))
    second = wrong("1", "c = d", refuted("No."), mended(), mend=LOST_SIGN, correction="c = - d", affects=("2", "3"))
    return Audit({}, (of("alpha", first, *stands), of("beta", second, *spoilt)))


def test_the_gravest_of_all_papers_stands_first_in_every_format() -> None:
    audit = two_papers()
    page = html.render(audit)
    told = page[page.index("<section class=overview") : page.index("</section>")]
    assert "2 of 7 checked claims are wrong, in 2 papers." in told
    assert re.findall(r"href=#(p\d\.\.1)>", told) == ["p1..1", "p2..1", "p2..1", "p1..1"]
    assert (
        "The gravest errors of all: beta [(1)](index.html#p2..1), alpha [(1)](index.html#p1..1). First come errors"
        in markdown.render(audit)
    )
    ranks = {each["paper"]: each["rank"] for each in json.loads(json_report.render(audit))["findings"]}
    assert ranks == {"beta": 1, "alpha": 2}


def test_one_paper_has_no_overview() -> None:
    assert overview([paper_view(two_papers().papers[0], "p1", "")]) is None
    assert "class=overview" not in html.render(Audit({}, two_papers().papers[:1]))


def test_what_still_holds_is_counted_apart() -> None:
    (found,) = findings(two_papers().papers[0])
    assert (found.reach, found.spoilt, reach_words(found)) == (3, 0, "3 still hold")
    (found,) = findings(two_papers().papers[1])
    assert [(words, len(lines)) for words, lines in by_fate(found)] == [
        ("1 falls with it", 1),
        ("1 holds once it is corrected", 1),
    ]


def test_of_equals_the_kind_of_fault_decides_and_no_later_line_that_the_correction_saves() -> None:
    later = [holds(label, Need.CORRECTED) for label in ("7", "8")]
    found = findings(
        paper(
            wrong("2", "$d = 0.621$", number("0.6204", "0.621"), mend=Mend("to its digits it is 0.620", None, "0.620")),
            wrong("1", r"I = \frac{a}{b}", refuted("No."), mended(), mend=LOST_SIGN, correction=r"I = - \frac{a}{b}", affects=("7", "8")),
            wrong("3", "$d = 5.37$", number("3.58", "5.37"), mend=Mend("to its digits it is 3.58", None, "3.58")),
            wrong("4", r"K = \frac{a}{b}", refuted("No."), mended(), mend=LOST_SIGN, correction=r"K = - \frac{a}{b}"),
            wrong("5", "it vanishes", refuted("No."), transcription="words"),
            wrong("6", "a = c", refuted("No."), dimension="mismatch"),
            *later,
        )
    )  # fmt: skip
    assert [each.claim.label for each in found] == ["6", "5", "4", "3", "1", "2"]
    assert [each.severity for each in found] == ["major", *["minor"] * 5]


def remark(label: str, why: str) -> ClaimAudit:
    said = Verdict("as printed", Outcome.PROSE, None, Evidence("none", why))
    return ClaimAudit(label, "I", "remark", "words", Result.PROSE, (said,))


def test_what_was_not_checked_has_its_reason_and_a_link() -> None:
    law = Verdict("as printed", Outcome.GIVEN, None, Evidence("premise", "Used.", source="Coulomb's law"))
    lines = (
        remark("t1", f"An outlook. {LONG}"),
        remark("t2", f"An outlook. {LONG}"),
        replace(remark("t3", "A picture."), note="It has no axes."),
        replace(remark("2", ""), result=Result.GIVEN, kind="law", readings=(law,)),
        replace(remark("x.2", ""), result=Result.GIVEN, readings=(law,)),
    )
    found = not_checked(paper(holds("1"), *lines))
    assert [(each.result, each.reason, [claim.label for claim in each.claims]) for each in found] == [
        ("taken as given", "Coulomb's law.", ["2"]),
        ("words only", f"An outlook. {LONG}", ["t1", "t2"]),
        ("words only", "A picture.", ["t3"]),
    ]
    assert in_a_sentence(found) == "4 printed lines were not checked: 1 taken as given, 3 words only"
    page = html.render(Audit({}, (paper(holds("1"), *lines),)))
    for told in (
        f"<p class=also>An outlook. {LONG}",  # once, above both
        "<p class=prose id=p1..t1><b>t1</b> <i>I</i> words",
        "<p class=prose id=p1..t3><b>t3</b> <i>I</i> words <small>A picture. It has no axes.</small>",
        "<p class=given id=p1..2><b>(2)</b> <i>I</i> words <small>Coulomb's law.</small>",
        "Not counted here: 1 premise that the paper does not print",
        '<details class="list premise"><summary>1 premise that the paper does not print</summary>',
        "Not checked: <a href=#p1..t1>t1</a>, <a href=#p1..t2>t2</a>, <a href=#p1..t3>t3</a>, <a href=#p1..2>(2)</a>.",
        "given <small>1</small>",
        "words <small>3</small>",
        "unprinted <small>1</small>",
    ):
        assert page.count(told) == 1, told
    assert in_a_sentence(()) == ""


LONG = "It is a long reason, which is told to its end wherever it is told, and is not cut after a hundred letters by three dots."


def test_each_line_that_was_not_checked_is_named_once() -> None:
    for audited in sample_audit().papers:
        named = [claim.label for each in not_checked(audited) for claim in each.claims]
        assert len(named) == len(set(named))
        results = {claim.label: claim.result for claim in audited.claims}
        assert all(results[label] in (Result.OPEN, Result.GIVEN, Result.PROSE) for label in named)


# --- long formulas -------------------------------------------------------------------------------------

TERMS = st.sampled_from(["x", "y^2", r"\frac{a}{b}", r"\left( a + b \right)", r"\sqrt{c}", "|r - s|", "f(x - y)"])
SIGNS = st.sampled_from(["+", "-"])


@given(st.lists(st.tuples(SIGNS, TERMS), min_size=20, max_size=30), st.data())
def test_a_long_formula_keeps_its_change(terms: list[tuple[str, str]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(terms) - 1))
    other = "+" if terms[at][0] == "-" else "-"

    def line(sign: str, marks: tuple[str, str]) -> str:
        parts = [f"{own} {term}" for own, term in terms]
        parts[at] = f"{marks[0]} {sign} {marks[1]} {terms[at][1]}"
        return f"z = {' '.join(parts)}"

    before, after = line(terms[at][0], DELETED), line(other, INSERTED)
    short = around(before, after)
    assert [sorted(set(text) & set(MARKS)) for text in short] == [sorted(DELETED), sorted(INSERTED)]
    for text, whole, sign in zip(short, (before, after), (terms[at][0], other), strict=True):
        assert len(text) < len(whole)
        assert text.startswith("z = ")
        assert plain(unmarked(text))
        assert sign in unmarked(text)
        assert "".join(terms[at][1].split()) in "".join(text.split())


def test_a_short_formula_stays_whole() -> None:
    pair = f"a = {DELETED[0]} - {DELETED[1]} b", f"a = {INSERTED[0]} + {INSERTED[1]} b"
    assert around(*pair) == pair
    long = " + ".join("abcdefgh" for _ in range(LONGEST))
    assert around(long, long) == (long, long)


def test_what_only_comes_is_in_view_in_both_lines() -> None:
    terms = [f"x_{{{n}}}" for n in range(20)]
    before = f"z = {' + '.join(terms)}"
    after = f"z = {' + '.join([*terms[:9], f'{INSERTED[0]} 2 {INSERTED[1]} x_{{9}}', *terms[10:]])}"
    short = around(before, after)
    assert short[0] == r"z = \cdots + x_{9} \cdots"
    assert short[1] == rf"z = \cdots + {INSERTED[0]} 2 {INSERTED[1]} x_{{9}} \cdots"


SAID = r"the sign in the term $- \frac{e^{2}}{\sqrt{x^{2}}}$ is wrong on the right"


@pytest.mark.parametrize(
    ("printed", "corrected", "right"),
    [
        (r"H = - \nabla_1^2 a - \frac{e^2}{|x|}", r"H = \frac{e^{2}}{\sqrt{x^{2}}} - a \nabla_1^2", r"H = - \nabla_{1}^{2} a + \frac{e^{2}}{| x |}"),
        (r"H = - \frac{e^2}{|x|} + b", r"H = b + \frac{e^{2}}{\sqrt{x^{2}}}", r"H = \frac{e^{2}}{| x |} + b"),
        # which of two it is, is not certain
        (r"H = \sin y - \frac{e^2}{|x|}", r"H = \sin{y} + \frac{e^{2}}{\sqrt{x^{2}}}", None),
        # a term more, another side
        (r"H = a - \frac{e^2}{|x|}", r"H = a + b + \frac{e^{2}}{\sqrt{x^{2}}}", None),
        (r"H = G = a - \frac{e^2}{|x|}", r"H = a + \frac{e^{2}}{\sqrt{x^{2}}}", None),
    ],
)  # fmt: skip
def test_the_sign_of_the_one_term_that_is_left(printed: str, corrected: str, right: str | None) -> None:
    found = sign_of_one_term(printed, corrected, SAID)
    assert (None if found is None else found.plain) == right


def test_words_of_another_slip_turn_no_sign() -> None:
    assert sign_of_one_term("a = b - c", "a = b + c", "a factor $2$ is missing on the right") is None


def test_a_fault_that_begins_with_a_symbol_has_no_capital() -> None:
    page = html.render(Audit({}, (paper(wrong("1", "a = b", refuted("No."), mended_as("d is zero where D is not"))),)))
    assert "<b class=fault>d is zero where D is not</b>" in page
    page = html.render(Audit({}, (paper(wrong("1", "a = b", refuted("No."), mended_as("a sign is lost"))),)))
    assert "<b class=fault>A sign is lost</b>" in page
    assert "text-transform" not in page


def mended_as(fault: str) -> Verdict:
    return replace(mended(condition="so"), fault=fault)


def test_long_words_are_cut_in_the_table_only_and_in_no_formula() -> None:
    words = (
        "the moment of the state is opposite to the field, which it had been long before the whole of it was slowly "
        "turned round by hand, and this is so "
        "for $" + " ".join("a" * 70) + "$ as well, and more is to come"
    )
    page = html.render(Audit({}, (paper(wrong("1", words, refuted("No."), transcription="words")),)))
    row = page[page.index("<tbody>") : page.index("</tbody>")]
    assert "turned round by hand …" in row  # after a clause
    assert "more is to come" not in row
    assert "more is to come" in page
