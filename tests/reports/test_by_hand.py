"""Check it by hand: what one chooses, what follows from it, and what neither side depends on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports import html
from reports.by_hand import by_hand_text
from reports.fates import Fate
from reports.faults import Weight, fault
from reports.findings import Finding, by_weight, findings, misprint_words
from reports.page_text import Names, brief
from tests.reports.test_findings import LOST_SIGN, holds, mended, paper, refuted, wrong
from verify.verdicts import Audit, ClaimAudit, Counterexample, Fault, FaultKind, Inherited, Need, Result

POINT = Counterexample(
    (("I_2", "3/2"), ("T", "1"), ("T_1", "1"), ("T_2", "2"), ("e", "1"), ("z", "7")), "1.5", "2", sides=("I_2", "2·e/T")
)
NAMES = Names({name: name for name in ("I_2", "T_1", "T_2")})


def told(point: Counterexample, *premises: ClaimAudit, rests_on: tuple[str, ...] = ("5",)) -> str:
    claim = wrong("1", "$I_2 = 2 e/T$", replace(refuted("No.", counterexample=point), premises=rests_on))
    return by_hand_text(claim, NAMES, {each.label: each for each in premises})


def law(printed: str, **more: object) -> ClaimAudit:
    return replace(holds("5", result=Result.GIVEN), printed=printed, transcription="agrees", **more)


def test_what_a_printed_premise_gives_is_not_put() -> None:
    assert told(POINT, law(r"I_2 = \frac{e}{T_1} + \frac{e}{T_2}")) == (
        "Put T = T₁ = e = 1, T₂ = 2. Then I₂ = e/T₁ + e/T₂ = 3/2. Left side: I₂ = 1.5; right side: 2·e/T = 2."
    )  # z, on which neither side depends, is left out


@pytest.mark.parametrize(
    ("premise", "said"),
    [
        (law("the currents add up"), "“the currents add up” "),  # no formula
        (law(r"I_2 = \sum_k \frac{e}{T_k}"), "I₂ = ∑_k e/T_k "),  # nothing to put numbers into
        (law("I_2 T_1 = e"), "I₂ T₁ = e "),  # not solved for the symbol
        (law(r"I_2 = I_2 + e"), "I₂ = I₂ + e "),
        (replace(law(r"I_2 = \frac{e}{T_1}"), transcription="words"), ""),  # the print may say something else
        (replace(law(r"I_2 = \frac{e}{T_1}"), result=Result.FAIL), ""),
    ],
)
def test_a_value_that_a_premise_gives_is_told_with_the_premise(premise: ClaimAudit, said: str) -> None:
    assert told(POINT, premise).startswith(
        f"Put T = T₁ = e = 1, T₂ = 2, z = 7. Then by {said}(5): I₂ = 3/2. Left side:"
    )


def test_what_follows_from_what_follows_is_not_put() -> None:
    premises = (law(r"I_2 = \frac{e}{T_1}"), replace(law(r"T_1 = 2 T"), label="6"))
    found = told(POINT, *premises, rests_on=("5", "6"))
    assert found.startswith("Put T = e = 1. Then T₁ = 2T = 1; I₂ = e/T₁ = 3/2. Left side:")
    circle = (premises[0], replace(law(r"T_1 = \frac{e}{I_2}"), label="6"))
    assert "Then T₁ = e/I₂ = 1; by I₂ = e/T₁ (5): I₂ = 3/2." in told(POINT, *circle, rests_on=("5", "6"))


def test_a_sum_is_told_by_its_parts() -> None:
    point = Counterexample(
        (("H", "-sqrt(2)"), ("H_kin", "-1"), ("H_pot", "-sqrt(2)"), ("H_rep", "1"), ("e", "-1")),
        "-1.4142135623731",
        "-3",
    )
    names = Names({"H_kin": "H_{kin}", "H_pot": "H_{pot}", "H_rep": "H_{rep}"})
    claim = replace(wrong("1", "$H = e - 2$", replace(refuted("No.", counterexample=point), premises=("5",))), transcription="agrees")  # fmt: skip
    assert by_hand_text(claim, names) == (
        "Put e = −1. Then H_kin = −1; H_pot = −1.414; H_rep = 1; H = H_kin + H_pot + H_rep = −1 − 1.414 + 1 = −1.414. "
        "Left side: −1.414; right side: −3."
    )
    other = replace(point, point=(*point.point, ("H_x", "1")))  # they do not add up
    reading = replace(claim.literal, evidence=replace(claim.literal.evidence, counterexample=other))
    assert "H_kin + " not in by_hand_text(replace(claim, readings=(reading,)), Names({**names.latex, "H_x": "H_x"}))


def test_an_index_that_stands_in_its_own_name_is_told_once() -> None:
    point = Counterexample((("E_pot", "1"), ("r", "2")), "1", "2", sides=("E_pot", "r"))
    claim = wrong("1", "$E = r$", refuted("No.", counterexample=point))
    assert "E_pot(r)(r)" not in by_hand_text(claim, Names({"E_pot": "E_{pot}(r)"}))


def test_without_premises_everything_is_chosen() -> None:
    assert told(POINT, rests_on=()).startswith("Put T = T₁ = e = 1, T₂ = 2, z = 7, I₂ = 3/2. Left side:")


def test_many_premises_are_not_listed() -> None:
    assert "Then by the premises: I₂ = 3/2." in told(POINT, rests_on=("5", "6", "7", "8"))


def test_letters_side_by_side_are_symbols_of_their_own() -> None:
    point = Counterexample(
        (("J_F", "1"), ("m", "1"), ("R", "1"), ("v_F", "1"), ("v", "5")), "1", "2", sides=("J_F", "2")
    )
    assert told(point, law("J_F = m R v_F")).startswith("Put m = R = v_F = 1. Then J_F = mRv_F = 1.")


def test_the_numbers_of_an_inequality_are_its_fault() -> None:
    point = Counterexample((), "-0.00605528668656948", "-0.000580635796196836")
    claim = wrong("1", "it cancels", refuted("No.", counterexample=point, fault=Fault(FaultKind.ORDER, ">=")), kind="inequality", transcription="words")  # fmt: skip
    assert fault(claim) == "−0.006055, where at least −0.0005806 is needed"


# --- what becomes of later lines --------------------------------------------------------------------------


def slip(*lines: ClaimAudit) -> bool:
    first = wrong("1", r"I = \frac{a}{b}", refuted("No."), mended(), mend=LOST_SIGN, correction=r"I = - \frac{a}{b}", affects=tuple(line.label for line in lines))  # fmt: skip
    return findings(paper(first, *lines))[0].is_misprint


def test_a_slip_that_nobody_goes_on_from_is_probably_a_misprint() -> None:
    right, stands = holds("2", Need.CORRECTED), holds("3", result=Result.PASS)
    assert slip(right, stands)
    assert not slip(stands)  # nobody went on from the right line, either
    assert not slip()
    assert not slip(right, holds("3", Need.AS_PRINTED))
    assert not slip(right, replace(stands, result=Result.OPEN))
    elsewhere = replace(right, inherits=(*right.inherits, Inherited("9", "(9) stands as printed", Need.AS_PRINTED)))
    assert not slip(elsewhere)  # it falls with another line


def test_one_sign_for_another_that_mends_the_dimensions_is_probably_a_misprint() -> None:
    def found(printed: str, right: str, *lines: ClaimAudit, dimension: str = "mismatch") -> Finding:
        labels = tuple(line.label for line in lines)
        first = wrong("1", printed, refuted("No."), mended(), dimension=dimension, correction=right, affects=labels)
        return findings(paper(first, *lines))[0]

    slip = found("r^3 = a", "r^2 = a")
    assert (slip.weight, slip.severity) == (Weight.MISPRINT, "minor")
    assert (
        misprint_words(slip)
        == "One sign for another, and no later line rests on it: probably a misprint of this line only."
    )
    assert not found("r^3 = a", "r^2 = a", dimension="ok").is_misprint  # another exponent may be another physics
    assert not found("P = p", "P = A p").is_misprint  # what is left out, too
    lost = found("r^3 = a", "r^2 = a", holds("3", Need.AS_PRINTED))
    assert (lost.is_misprint, lost.severity, misprint_words(lost)) == (False, "major", "")


def test_a_later_line_that_is_wrong_itself_is_not_lost() -> None:
    later = wrong("2", "c = d", refuted("No."))
    first = wrong("1", "a = b", refuted("No."), affects=("2",))
    (found, _) = findings(paper(first, later))
    assert (found.lost, found.spoilt, found.severity, found.is_alarming) == (0, 0, "minor", False)
    page = html.render(Audit({}, (paper(first, later),)))
    assert "<span>(2) is wrong itself</span>" in page
    assert "class=sev>(2)" not in page


def test_what_is_lost_comes_first() -> None:
    lines = (holds("2", Need.CORRECTED), holds("3", result=Result.PASS), holds("4", Need.AS_PRINTED))
    first = wrong("1", "a = b", refuted("No."), affects=("2", "3", "4"))
    assert [each.fate for each in by_weight(findings(paper(first, *lines))[0])] == [
        Fate.FALLS,
        Fate.MENDED,
        Fate.STANDS,
    ]


def test_a_line_in_brief_is_cut_between_words() -> None:
    assert str(brief(r"$\frac{a}{b} < 1$ for all")) == "a/b &lt; 1 for all"
    assert str(brief(r"x_1 = \frac{e_F}{b}")) == "x<sub>1</sub> = e<sub>F</sub>/b"
    cut = str(brief("word, " * 100))
    assert cut.endswith("word …")
    assert len(cut) < 130
