"""Check it by hand: what one chooses, what follows from it, and what neither side depends on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.by_hand import by_hand_text
from reports.faults import fault
from reports.findings import Fate, by_weight, findings
from reports.page_text import Names, brief
from tests.reports.test_findings import LOST_SIGN, holds, mended, paper, refuted, wrong
from verify.verdicts import ClaimAudit, Counterexample, Fault, FaultKind, Inherited, Need, Result

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
    "premise",
    [
        law("the currents add up"),  # no formula
        law(r"I_2 = \sum_k \frac{e}{T_k}"),  # nothing to put numbers into
        law("I_2 T_1 = e"),  # not solved for the symbol
        law(r"I_2 = I_2 + e"),
        replace(law(r"I_2 = \frac{e}{T_1}"), transcription="words"),  # the print may say something else
        replace(law(r"I_2 = \frac{e}{T_1}"), result=Result.FAIL),
    ],
)
def test_a_value_that_comes_from_words_names_the_premise(premise: ClaimAudit) -> None:
    assert told(POINT, premise).startswith("Put T = T₁ = e = 1, T₂ = 2, z = 7. Then by (5): I₂ = 3/2. Left side:")


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
    assert fault(claim) == "−0.006055 is not at least −0.0005806"


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
