"""What an audit found: faults in few words, corrections as their author wrote them, what an error spoils."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reports import html, junit, markdown
from reports.by_hand import by_hand_text
from reports.counting import counted
from reports.fates import Fate
from reports.faults import fault, right_digits, wrong_digits
from reports.findings import checked, dimensions, edit_of, findings, headline, reached
from reports.page_text import NO_NAMES
from reports.summary import correction_words, decided_in, point_words
from tests.reports.test_edit import shown
from verify.verdicts import (
    Audit,
    ClaimAudit,
    Counterexample,
    Evidence,
    Fault,
    FaultKind,
    Grade,
    Ground,
    Inherited,
    Mend,
    Need,
    NotationEntry,
    Outcome,
    PaperAudit,
    Result,
    Shape,
    Verdict,
)

LOST_SIGN = Mend("the sign is wrong on the right")


def refuted(detail: str, **more: object) -> Verdict:
    return Verdict("as printed", Outcome.REFUTED, Grade.BALL, Evidence("counterexample", detail, **more))  # type: ignore[arg-type]


def mended(name: str = "sign", condition: str | None = None) -> Verdict:
    evidence = Evidence("identical", "Both sides are r.")
    return Verdict(name, Outcome.PROVED, Grade.EXACT, evidence, condition, Ground.CORRECTION)


def wrong(label: str, printed: str, *readings: Verdict, **more: object) -> ClaimAudit:
    more = {"transcription": "agrees", "kind": "step", **more}
    kind = str(more.pop("kind"))
    return ClaimAudit(label, str(more.pop("where", "I")), kind, printed, Result.FAIL, readings, **more)  # type: ignore[arg-type]


def number(computed: str, printed: str, detail: str = "") -> Verdict:
    point = Counterexample((("computed", computed), ("printed", printed)), computed, printed, Shape.NUMBER)
    return refuted(detail or f"N = {computed}, printed {printed}.", counterexample=point)


def paper(*claims: ClaimAudit) -> PaperAudit:
    return PaperAudit("ring", "A ring", "nobody", "SI", claims)


def test_the_words_of_the_author_are_the_correction_in_every_format() -> None:
    claim = wrong(
        "39b", r"$R_c \approx 0.621R_b$", refuted("No."), mended("rounded"), correction="To its digits it is 0.620."
    )
    audit = Audit({}, (paper(claim),))
    for text in (html.render(audit), markdown.render(audit), junit.render(audit)):
        assert "To its digits it is 0.620." in text
        assert "rounded. Both sides" not in text


def test_without_words_the_condition_or_the_note_says_what_is_right() -> None:
    assert (
        correction_words(wrong("1", "x", refuted("No."), mended(condition="r is fixed"))) == "It holds if r is fixed."
    )
    noted = wrong("1", "x", refuted("No."), mended(), note="By (37) it is at c = 1/5. The series is another matter.")
    assert correction_words(noted) == "By (37) it is at c = 1/5."


def test_only_what_the_page_prints_is_called_printed() -> None:
    unprinted = wrong("1", "the flux is twice the quantum", number("1.998", "1.2"))
    assert "printed" not in point_words(unprinted.literal.evidence.counterexample, unprinted)  # type: ignore[arg-type]
    assert wrong_digits(unprinted) is None
    assert "printed 1.2" not in markdown.render(Audit({}, (paper(unprinted),)))
    printed = wrong("1", "$N \\approx 1.2$", number("1.998", "1.2"))
    assert point_words(printed.literal.evidence.counterexample, printed) == "computed 1.998, printed 1.2"  # type: ignore[arg-type]


def test_a_counterexample_where_both_sides_agree_says_so() -> None:
    point = Counterexample((("B", "1"),), "1", "1")
    assert point_words(point) == "B = 1: both sides are 1"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (wrong("1", "a = b", refuted("No."), mend=LOST_SIGN), "the sign is wrong"),
        (wrong("1", "a = b", refuted("No."), mend=Mend("a factor $2$ is missing on the right")), "a factor $2$ is missing"),
        (wrong("1", "a = b", refuted("No."), mend=Mend("the sign in the term $b$ is wrong on the right")), "the sign of one term is wrong"),
        (wrong("1", "a = b", refuted("No.", fault=Fault(FaultKind.SIGN))), "the sign is wrong"),
        (wrong("1", "a = b", refuted("No.", fault=Fault(FaultKind.MISSING, "4·π^2"))), "a factor 4·π² is missing"),
        (wrong("1", "a = b", refuted("No.", fault=Fault(FaultKind.EXCESS, "2"))), "a factor 2 too much"),
        (wrong("1", "a = b", refuted("No."), dimension="mismatch"), "the two sides differ in dimension"),
        (wrong("1", "a = b", refuted("No."), dimension="mismatch: argument p of log has dimension pressure, expected a pure number"), "what must be a pure number has a dimension"),
        (wrong("1", "a = b", refuted("No."), dimension="mismatch: argument p of f has dimension pressure, expected length"), "an argument has the wrong dimension"),
        (wrong("1", "$d = 5.37E+13$", number("3582035504.93", "5.37e13")), "15000 times too large"),
        (wrong("1", "$d = 1$", number("100000000", "1")), "1.0·10⁸ times too small"),
        (wrong("1", "$N = 5.4$", number("5.46", "5.4"), correction="To its digits the number is 5.5."), "off by 1.1 %"),
        (wrong("1", "$R = 0.621$", number("0.6202", "0.621"), mend=Mend("to its digits the zero is 0.620", None, "0.620")), "rounds to 0.620"),
        (wrong("1", "w", refuted("No.", fault=Fault(FaultKind.SLOPE, "positive"))), "it rises where it should fall"),
        (wrong("1", "w", refuted("No."), correction="It holds if r < 1; so."), "would hold if r < 1"),
        (wrong("1", "w", refuted("No.", fault=Fault(FaultKind.ORDER, ">="), counterexample=Counterexample((("c", "1/3"),), "0.333", "0.5", sides=("c", "1/2")))), "c is not always at least 1/2"),
        (wrong("1", "w", refuted("No.")), "does not follow"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_few_words(claim: ClaimAudit, expected: str) -> None:
    assert fault(claim) == expected


def test_a_wrong_number_is_put_right_where_it_stands() -> None:
    claim = wrong("1", r"Silicon: $c = 0.1$ gives $d = 5.37E+13$", number("3582035504.93", "5.37e13"), mend=Mend("to its digits the number is 3.58e9", None, "3.58e9"))  # fmt: skip
    assert (right_digits(claim), wrong_digits(claim)) == ("3.58e9", "5.37e13")
    assert shown(edit_of(claim)) == ("d=[-5.37E+13-]", "d={+3.58E+09+}")


def test_an_edit_is_for_formulas_of_the_page_only() -> None:
    said = refuted("No.")
    assert edit_of(wrong("1", "a = b", said, transcription="words", mend=LOST_SIGN)) is None
    assert edit_of(wrong("1", "a = b", said, transcription="not parsed", mend=LOST_SIGN)) is None
    assert shown(edit_of(wrong("1", "a = b", said, mend=LOST_SIGN))) == ("a=b", "a={+-+}b")


def test_a_correction_in_words_is_an_edit_where_its_line_has_the_values_of_the_printed_one() -> None:
    words = "It holds if forces balance."
    same = wrong("1", "$F = ma$ of the forces", refuted("No."), mended(), correction=words, corrected="F = - m a")
    assert shown(edit_of(same)) == ("F=ma", "F={+-+}ma")
    for other in ("F = - 3 b", "F < - m a", "F = x", "F = m a = b"):
        assert edit_of(replace(same, corrected=other)) is None


def test_a_repair_that_the_judge_found_is_an_edit_of_the_printed_line() -> None:
    said = r"A factor $\frac{1}{2}$ is missing on the right: $E = - \frac{G^{2} m^{3}}{2 L^{2}}$."
    mend = Mend(r"a factor $\frac{1}{2}$ is missing on the right", r"E = - \frac{G^{2} m^{3}}{2 L^{2}}")
    claim = wrong("8", r"E = -\frac{G^2 m^3}{L^2}", refuted("No."), correction=said, corrected=mend.latex, mend=mend)
    assert fault(claim) == r"a factor $\frac{1}{2}$ is missing"
    assert shown(edit_of(claim)) == (r"E=-\frac{G^{2}m^{3}}{L^{2}}", r"E=-\frac{G^{2}m^{3}}{{+2+}L^{2}}")


@pytest.mark.parametrize(
    ("sides", "words", "told"),
    [
        (("s", "B/(2·l)"), "a factor $2$ is missing on the right", "the 2 in the denominator is too much"),
        (("h/2", "s"), "a factor $2$ is missing on the left", "the 2 in the denominator is too much"),
        (("s", "B/(2·l)"), "a factor $3$ is missing on the right", "a factor $3$ is missing"),
        (("s", "B/(20·l)"), "a factor $2$ is missing on the right", "a factor $2$ is missing"),
        (("s", "B/l"), "a factor $2$ is missing on the right", "a factor $2$ is missing"),
        (("s", "2·B/l"), r"a factor $\frac{1}{2}$ is missing on the right", "a factor 2 too much"),
        (("s", "B/l"), r"a factor $\frac{1}{2}$ is missing on the right", r"a factor $\frac{1}{2}$ is missing"),
    ],
)
def test_a_factor_is_missing_only_where_its_inverse_does_not_stand(
    sides: tuple[str, str], words: str, told: str
) -> None:
    claim = wrong(
        "1", "a = b", refuted("No.", counterexample=Counterexample((), "1", "0.5", sides=sides)), mend=Mend(words)
    )
    assert fault(claim) == told


def holds(label: str, need: Need | None = None, result: Result = Result.PASS_IF) -> ClaimAudit:
    inherits = (Inherited("1", f"(1) is {need}", need),) if need else ()
    proved = Verdict("as printed", Outcome.PROVED, Grade.EXACT, Evidence("identical", "so"))
    return ClaimAudit(label, "I", "step", "a = b", result, (proved,), inherits=inherits)


def test_what_becomes_of_later_lines() -> None:
    lines = (
        holds("2", Need.CORRECTED),
        holds("3", Need.AS_PRINTED),
        holds("4", result=Result.PASS),
        wrong("5", "a = b", refuted("No.")),
    )
    first = wrong("1", "a = b", refuted("No."), affects=("2", "3", "4", "5", "nowhere"))
    (found, other) = findings(paper(first, *lines))
    assert [each.fate for each in found.later] == [Fate.MENDED, Fate.FALLS, Fate.STANDS, Fate.WRONG]
    assert (found.reach, found.lost, found.spoilt, found.severity) == (4, 1, 2, "major")
    assert other.claim.label == "5"
    assert headline(paper(first, *lines), (found, other)) == (
        "2 of 5 checked claims are wrong.",
        "1 holds as printed, 1 holds under a stated condition, 1 falls with a wrong line, none is open. The gravest error, (1), reaches 4 later lines: "
        "1 falls with it, 1 holds once it is corrected, 1 is wrong itself, 1 still holds.",
    )


def test_what_is_to_be_granted_is_told_once() -> None:
    proved = Verdict("as printed", Outcome.PROVED, Grade.EXACT, Evidence("identical", "so"), "x > 0")
    kinds = {"a": "assumption", "b": "approximation", "c": "assumption", "d": "given"}
    granted = [Inherited(label, f"the {kinds[label]} ({label}) is granted: so", Need.GRANTED) for label in "abc"]
    inherits = (*granted, Inherited("d", "y > 0, by (d)"))
    given = Verdict("as printed", Outcome.GIVEN, None, Evidence("", ""))
    lines = [ClaimAudit(label, "I", kind, "p", Result.GIVEN, (given,)) for label, kind in kinds.items()]
    claim = ClaimAudit("1", "I", "step", "q", Result.PASS_IF, (proved,), inherits=inherits)
    told = re.sub(r"</?a[^>]*>", "", html.render(Audit({}, (paper(*lines, claim),))))
    expected = "Holds if x &gt; 0; and if the assumptions (a) and (c) are granted; and if the approximation (b) is granted; and if y &gt; 0, by (d)."
    assert expected in told


def test_a_premise_that_the_paper_does_not_print_is_granted_in_words() -> None:
    given = Verdict("as printed", Outcome.GIVEN, None, Evidence("", ""))
    plane = ClaimAudit("x.plane", "I", "assumption", "the orbit lies in a plane, $z = 0$", Result.GIVEN, (given,))
    proved = Verdict("as printed", Outcome.PROVED, Grade.EXACT, Evidence("identical", "so"))
    claim = ClaimAudit(
        "1", "I", "step", "q", Result.PASS_IF, (proved,), inherits=(Inherited("x.plane", "so", Need.GRANTED),)
    )
    told = re.sub(r"</?a[^>]*>", "", html.render(Audit({}, (paper(plane, claim),))))
    assert "Holds if the assumption (x.plane) is granted: the orbit lies in a plane, z = 0." in told


def test_dimensions_refute_what_holds_for_numbers() -> None:
    proved = Verdict("as printed", Outcome.PROVED, Grade.EXACT, Evidence("identical", "so"))
    claim = wrong("1", "a = b", proved, dimension="mismatch")
    assert decided_in(proved, claim) == "the dimensions refute it; of the numbers alone it holds, in exact arithmetic"
    assert decided_in(proved, holds("1")) == "holds, in exact arithmetic"


def test_the_two_dimensions_are_data() -> None:
    claim = wrong("1", "a = b", refuted("No."), dimension="mismatch", dimension_detail="a has, b has", dimensions=("L", "1"))  # fmt: skip
    assert dimensions(claim) == "One side has the dimension L, the other no dimension."
    assert dimensions(replace(claim, dimensions=None)) == "A has, b has."


def test_a_computed_number_stands_where_nobody_says_what_is_right() -> None:
    made = html.render(Audit({}, (paper(wrong("1", "$N = 5$ T", number("62.4955", "5"))),)))
    assert "computed: 62.5" in made


def test_a_column_of_a_table_is_one_finding() -> None:
    cells = [wrong(f"table1.{name}.D", f"$d = {n}.5$", number("1", f"{n}.5"), where="Table 1") for n, name in enumerate(("Si", "C", "Al"), 3)]  # fmt: skip
    (found,) = findings(paper(*cells))
    assert found.claim.label == "table1.Si.D"
    assert [claim.label for claim in found.others] == ["table1.C.D", "table1.Al.D"]
    assert len(findings(paper(*cells[:2]))) == 2


# --- the page's symbols, and words that look like names -----------------------------------------------


def noted(note: str, *entries: tuple[str, str, str]) -> PaperAudit:
    notation = tuple(NotationEntry(name, code, latex, "meaning", "1") for name, code, latex in entries)
    point = Counterexample((("e_2", "1"), ("electrons", "12")), "0.0253302959105844", "2")
    claim = wrong("1", "a = b", refuted("e_2 electrons", counterexample=point), note=note)
    return replace(paper(claim), notation=notation)


def test_a_word_of_the_author_is_no_symbol() -> None:
    made = noted("The two electrons repel, as e_2 says.", ("N", "electrons", r"\int\rho"), ("e", "e_2", "e"))
    page = html.render(Audit({}, (made,)))
    assert "The two electrons repel, as e says." in page
    assert "Put e = 1, ∫ρ = 12. Left side: 0.02533; right side: 2." in page


def test_an_interval_is_told_in_decimals() -> None:
    point = Counterexample((("r = 763/2", "negative"), ("r = 765/2", "negative")), "a", "b", Shape.INTERVAL)
    page = html.render(Audit({}, (paper(wrong("1", "a = b", refuted("No.", counterexample=point))),)))
    assert "At r = 381.5 it is negative; at r = 382.5 it is negative." in page


def test_premises_are_shown_where_they_state_something() -> None:
    said = Verdict("as printed", Outcome.REFUTED, Grade.BALL, Evidence("", "No."), premises=("2", "3"))
    lines = (replace(holds("2"), printed="the force $-Ze$ of the ion"), replace(holds("3"), printed="$F = 2G$ there"))
    page = html.render(Audit({}, (paper(wrong("1", "a = b", said), *lines),)))
    assert page.count("<dt>from<") == 1
    assert "<dd class=from><span><a href=#p1..3>(3)</a> " in page


def test_of_a_number_that_is_not_printed_nobody_says_that_it_is_too_large() -> None:
    said = number(
        "0.727190605239", "1", "ρ/ρ_h = 0.727190605239; within 5 % of the handbook value: 0.95 to 1.05. More."
    )
    claim = wrong("1", r"Gold: $\rho = 1.61E-02$", said, kind="value")
    assert fault(claim) == "ρ/ρ_h = 0.7272, not within 5 % of the handbook value"
    page = html.render(Audit({}, (paper(claim),)))
    assert "Ρ/ρ<sub>h</sub> = 0.7272; within 5 % of the handbook value: 0.95 to 1.05." in page or (
        "ρ/ρ<sub>h</sub> = 0.7272; within 5 % of the handbook value: 0.95 to 1.05." in page
    )
    assert "The page prints" not in page


def test_functions_are_written_as_a_physicist_does() -> None:
    claim = wrong("1", "a = b", refuted("At r̄_f: besseli(0, log(50)) = sqrt(2)."))
    page = html.render(Audit({}, (paper(claim),)))
    assert "At r̄<sub>f</sub>: I<sub>0</sub>(ln(50)) = √(2)." in page


@pytest.mark.parametrize(
    ("reading", "printed", "expected"),
    [
        (number("12.3516", "1e2"), r"$N \approx 100$", "12.35; the paper prints 100."),
        (
            refuted(
                "No.",
                counterexample=Counterexample((("x", "1"),), "2.00001", "1.2"),
                fault=Fault(FaultKind.ORDER, "<="),
            ),
            r"$a \le b$",
            "Put x = 1. Left side: 2; right side: 1.2. The line needs left ≤ right.",
        ),
        (
            refuted(
                "No.",
                counterexample=Counterexample((("r", "1/2"),), "positive", "< 0"),
                fault=Fault(FaultKind.SLOPE, "positive"),
            ),
            "a",
            "At r = 1/2: the slope is positive; the line needs it negative.",
        ),
    ],
)
def test_what_the_numbers_say(reading: Verdict, printed: str, expected: str) -> None:
    assert expected in html.render(Audit({}, (paper(wrong("1", printed, reading)),)))


BY_HAND = Counterexample((("a", "2"), ("b", "3")), "4", "9", sides=("a^2", "b^2"))


def test_an_inequality_of_words_tells_what_is_compared() -> None:
    said = refuted("No.", counterexample=BY_HAND, fault=Fault(FaultKind.ORDER, ">="))
    assert (
        by_hand_text(wrong("1", "words", said), NO_NAMES)
        == "Put a = 2, b = 3. So a² = 4 and b² = 9; the line needs a² ≥ b²."
    )
    bare = refuted("No.", counterexample=replace(BY_HAND, sides=("a^2", "9")), fault=Fault(FaultKind.ORDER, ">="))
    assert by_hand_text(wrong("1", "words", bare), NO_NAMES) == "Put a = 2, b = 3. So a² = 4; the line needs a² ≥ 9."


def test_a_slope_is_along_something() -> None:
    point = Counterexample((("r/R", "1/2"),), "positive", "< 0")
    said = refuted("No.", counterexample=point, fault=Fault(FaultKind.SLOPE, "positive"))
    assert fault(wrong("1", "it falls", said)) == "it rises with r/R where it should fall"


def test_a_sentence_is_not_what_should_be_printed() -> None:
    claim = wrong(
        "1", "it grows", refuted("No."), transcription="words", correction="The opposite holds on the whole interval."
    )
    page = html.render(Audit({}, (paper(claim),)))
    assert "<dt class=right-as>instead<dd class=right>The opposite holds" in page
    assert "data-th=Instead" in page
    assert "<dt class=right-as>should be" in html.render(Audit({}, (paper(replace(claim, correction="$a = b$")),)))


@pytest.mark.parametrize(
    ("point", "printed", "expected"),
    [
        (BY_HAND, "words", "Put a = 2, b = 3. So a² = 4 and b² = 9; the line needs them equal."),
        (BY_HAND, "a^2 = b^2", "Put a = 2, b = 3. Left side: a² = 4; right side: b² = 9."),
        (replace(BY_HAND, sides=None), "$a^2 = b^2$", "Put a = 2, b = 3. Left side: 4; right side: 9."),
        (replace(BY_HAND, sides=("a^2", "9")), "words", "Put a = 2, b = 3. So a² = 4; the line needs 9."),
        (replace(BY_HAND, sides=("4", "b^2")), "words", "Put a = 2, b = 3. So it is 4; the line needs b² = 9."),
        # nothing to do by hand: no formula is to be seen, an integral, a value with eight digits, a complex number
        (replace(BY_HAND, sides=None), "words", ""),
        (replace(BY_HAND, sides=("Integral(a, (x, 0, b))", "b^2")), "words", ""),
        (replace(BY_HAND, point=(("a", "11870946/1005973"),)), "words", ""),
        (replace(BY_HAND, lhs="-0.07 - 0.9975·i"), "words", ""),
    ],
)
def test_only_what_can_be_done_by_hand_is_offered(point: Counterexample, printed: str, expected: str) -> None:
    claim = wrong("1", printed, refuted("No.", counterexample=point))
    assert by_hand_text(claim, NO_NAMES) == expected
    assert ("Check it by hand" in html.render(Audit({}, (paper(claim),)))) == bool(expected)


def test_the_formulas_of_both_sides_are_kept() -> None:
    audit = Audit({}, (paper(wrong("1", "a = b", refuted("No.", counterexample=BY_HAND))),))
    assert Audit.from_json(audit.to_json()) == audit
    assert '"sides"' not in Audit({}, (paper(wrong("1", "a = b", refuted("No."))),)).to_json()


def test_words_of_ours_are_not_called_printed() -> None:
    ours = wrong("1", "the flux doubles", refuted("No."), transcription="words")
    mixed = wrong("2", r"the current doubles: $I_2 = 2 I$", refuted("No."))
    page = html.render(Audit({}, (paper(ours, mixed),)))
    assert re.findall("<dt class=said-as>([^<]*)<", page) == ["in our words", "printed, words ours"]
    told = markdown.render(Audit({}, (paper(ours, mixed),)))
    assert "the flux doubles (in our words)" in told
    assert "(words ours)" in told


def test_what_falls_and_what_the_paper_does_not_print_are_counted_apart() -> None:
    lines = (holds("2", Need.AS_PRINTED), holds("3", result=Result.PASS), holds("x.mass", result=Result.PASS))
    first = wrong("1", "a = b", refuted("No."), affects=("2",))
    counts = counted((first, *lines))
    assert counts == {"fail": 1, "falls": 1, "pass": 1, "premise": 1}
    assert checked(paper(first, *lines)) == (1, 3)


def test_later_lines_of_one_fate_are_counted_once() -> None:
    first = wrong("1", "a = b", refuted("No."), affects=("2", "3"))
    found, *_ = findings(paper(first, holds("2", Need.AS_PRINTED), holds("3", Need.AS_PRINTED)))
    assert reached(found) == "2 later lines, which fall with it"
